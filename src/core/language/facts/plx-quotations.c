/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-quotations"

#include "config.h"

#include "language/facts/plx-quotations.h"

#include "language/facts/plx-quote-marks.h"
#include "language/facts/plx-speech.h"
#include "model/plx-analysis.h"

/* How far before a quotation and behind it the verb may stand that tells whose it is. */
#define REACH_BEFORE 32
#define REACH_AFTER 18

#define MAX_TERM_WORDS 4
#define MAX_TITLE_WORDS 9

#define EVERY_VERB (PLX_LEX (SAY) | PLX_LEX (SAY_THAT) | PLX_LEX (SAY_NOUN) | PLX_LEX (UTTER))

typedef struct
{
  const PlxLexemes *lexemes;
  GArray           *marks;
  GArray           *mentions;
  GArray           *found;
} Search;

/* How a quotation is written. */
typedef struct
{
  guint    n_words;
  gboolean is_capital; /* its first word */
  gboolean is_stopped; /* whether a stop or a comma stands before the mark that closes it */
  gboolean is_title;   /* whether all its longer words have capitals */
} Form;

static const PlxLexeme *
at (const Search *self,
    guint         i)
{
  return plx_lexemes_at (self->lexemes, i);
}

static Form
read_form (const Search        *self,
           const PlxQuoteMarks *marks)
{
  Form form = { .is_title = TRUE };
  gunichar last = at (self, marks->close - 1)->mark;

  for (guint i = marks->open + 1; i < marks->close; i++)
    {
      const PlxLexeme *lexeme = at (self, i);
      gboolean is_capital = (lexeme->form & (PLX_LEXEME_CAPITAL | PLX_LEXEME_NUMBER)) != 0;

      if ((lexeme->form & PLX_LEXEME_WORD) == 0)
        continue;
      if (form.n_words == 0)
        form.is_capital = is_capital;
      form.n_words++;
      if (!is_capital && (lexeme->end - lexeme->start > 3 || form.n_words == 1) &&
          !plx_lexeme_is (lexeme, PLX_LEX (FUNCTION)))
        form.is_title = FALSE;
    }
  form.is_stopped = last != 0 && g_utf8_strchr (".,?!…—", -1, last) != NULL;

  return form;
}

static void
set_speaker (const Search     *self,
             PlxQuotation     *quotation,
             const PlxSpeaker *speaker,
             PlxSpeakerPlace   place,
             guint             verb,
             guint             past)
{
  quotation->place = place;
  quotation->speaker_start = at (self, speaker->first)->start;
  quotation->speaker_end = at (self, speaker->past - 1)->end;
  quotation->verb_start = at (self, verb)->start;
  quotation->verb_end = at (self, past - 1)->end;
  quotation->mention = plx_speech_find_mention (self->lexemes, speaker, self->mentions);
}

/* "“…,” said Roe", "“…,” Roe, head of the union, told reporters". */
static gboolean
find_after (const Search        *self,
            const PlxQuoteMarks *marks,
            const Form          *form,
            PlxQuotation        *quotation)
{
  guint first = marks->close + 1;
  PlxSpeaker speaker;

  if ((at (self, first)->form & PLX_LEXEME_PARAGRAPH) != 0)
    return FALSE;
  if (at (self, first)->mark == ',')
    first++;
  else if (!form->is_stopped)
    return FALSE;
  /* A full stop ends the sentence, and whoever speaks in the next one says something else. */
  else if (at (self, marks->close - 1)->mark == '.' &&
           (at (self, first)->form & PLX_LEXEME_CAPITAL) != 0)
    return FALSE;

  if (plx_lexemes_has_word (self->lexemes, first, "according") &&
      plx_lexemes_has_word (self->lexemes, first + 1, "to") &&
      plx_speech_read_after (self->lexemes, first + 2, &speaker))
    {
      set_speaker (self, quotation, &speaker, PLX_SPEAKER_INVERTED, first, first + 2);
      return TRUE;
    }
  if (plx_speech_is_verb (self->lexemes, first, EVERY_VERB) &&
      (at (self, first)->form & PLX_LEXEME_CAPITAL) == 0 &&
      plx_speech_read_after (self->lexemes, first + 1, &speaker))
    {
      set_speaker (self, quotation, &speaker, PLX_SPEAKER_INVERTED, first, first + 1);
      return TRUE;
    }

  for (guint i = first + 1; i < first + REACH_AFTER; i++)
    {
      const PlxLexeme *lexeme = at (self, i);

      if (i >= self->lexemes->items->len || lexeme->sentence != at (self, first)->sentence ||
          (lexeme->mark != 0 && lexeme->mark != ',' && lexeme->mark != '(' &&
           lexeme->mark != ')'))
        return FALSE;
      if (!plx_speech_is_verb (self->lexemes, i, EVERY_VERB))
        continue;
      if (!plx_speech_read_before (self->lexemes, i, &speaker) || speaker.from > first + 1 ||
          (speaker.from > first &&
           !plx_lexeme_is (at (self, first), PLX_LEX (OPENER) | PLX_LEX (ADVERB))))
        return FALSE;
      set_speaker (self, quotation, &speaker, PLX_SPEAKER_AFTER, i, i + 1);
      return TRUE;
    }

  return FALSE;
}

/* Who speaks where the verb has no subject beside it: "Roe smiled and said", "…, adding that".
 * It is the one of the verb before, or whom the sentence begins with. */
static gboolean
find_subject (const Search *self,
              guint         verb,
              PlxSpeaker   *speaker)
{
  guint32 sentence = at (self, verb)->sentence;
  guint first = verb;

  for (guint i = verb; i-- > 0 && verb - i < REACH_BEFORE && at (self, i)->sentence == sentence;)
    {
      first = i;
      if (plx_speech_is_verb (self->lexemes, i, EVERY_VERB | PLX_LEX (CALL)) &&
          plx_speech_read_before (self->lexemes, i, speaker))
        return TRUE;
    }

  while (first < verb && (at (self, first)->mark != 0 ||
                          plx_lexeme_is (at (self, first), PLX_LEX (OPENER))))
    first++;

  return first < verb && plx_speech_read_after (self->lexemes, first, speaker) &&
         speaker->past <= verb;
}

/* "Roe: “…”", as an interview has it; the mark stands for the verb. */
static gboolean
find_colon (const Search        *self,
            const PlxQuoteMarks *marks,
            PlxQuotation        *quotation)
{
  guint colon = marks->open - 1;
  PlxSpeaker speaker;

  if (marks->open < 2 || at (self, colon)->mark != ':' ||
      !plx_speech_read_before (self->lexemes, colon, &speaker) ||
      speaker.kind != PLX_SOURCE_NAMED ||
      (speaker.from > 0 && at (self, speaker.from - 1)->sentence == at (self, colon)->sentence))
    return FALSE;
  set_speaker (self, quotation, &speaker, PLX_SPEAKER_BEFORE, colon, colon + 1);

  return TRUE;
}

/* "Roe said: “…”", "Roe called it “…”", "According to Roe, it was “…”". */
static gboolean
find_before (const Search        *self,
             const PlxQuoteMarks *marks,
             PlxQuotation        *quotation)
{
  guint32 sentence = at (self, marks->open)->sentence;
  guint64 verbs = EVERY_VERB | PLX_LEX (CALL) | PLX_LEX (SAYING);
  PlxSpeaker speaker;

  for (guint i = marks->open; i-- > 0 && marks->open - i <= REACH_BEFORE;)
    {
      const PlxLexeme *lexeme = at (self, i);

      if (lexeme->sentence != sentence || lexeme->mark == ';')
        break;
      if (plx_lexemes_has_word (self->lexemes, i, "according") &&
          plx_lexemes_has_word (self->lexemes, i + 1, "to") &&
          plx_speech_read_after (self->lexemes, i + 2, &speaker))
        {
          set_speaker (self, quotation, &speaker, PLX_SPEAKER_BEFORE, i, i + 2);
          return TRUE;
        }
      if (!plx_speech_is_verb (self->lexemes, i, verbs))
        continue;
      if ((!plx_lexeme_is (lexeme, EVERY_VERB | PLX_LEX (CALL)) ||
           !plx_speech_read_before (self->lexemes, i, &speaker)) &&
          !find_subject (self, i, &speaker))
        continue;
      set_speaker (self, quotation, &speaker, PLX_SPEAKER_BEFORE, i, i + 1);
      return TRUE;
    }

  return find_colon (self, marks, quotation);
}

/* The quotation before, where its speaker goes on: in the same paragraph right after, or in the
 * next one where that one was never closed. */
static gboolean
carry (const Search        *self,
       const PlxQuoteMarks *marks,
       PlxQuotation        *quotation)
{
  const PlxQuotation *last = self->found->len > 0 ?
    &g_array_index (self->found, PlxQuotation, self->found->len - 1) : NULL;
  guint open = marks->open;
  guint32 end;

  if (last == NULL || last->speaker_end == 0 || last->depth > 0)
    return FALSE;
  if (!last->goes_on)
    {
      end = MAX (last->outer_end, MAX (last->speaker_end, last->verb_end));
      /* Nothing but the rest of the sentence with the speaker may stand between the two. */
      for (guint i = open; i-- > 0 && at (self, i)->start >= end;)
        {
          if ((at (self, i + 1)->form & PLX_LEXEME_PARAGRAPH) != 0 ||
              at (self, open)->sentence - at (self, i)->sentence > 1)
            return FALSE;
        }
      if ((at (self, open)->form & PLX_LEXEME_PARAGRAPH) != 0)
        return FALSE;
    }

  quotation->place = PLX_SPEAKER_CARRIED;
  quotation->speaker_start = last->speaker_start;
  quotation->speaker_end = last->speaker_end;
  quotation->verb_start = last->verb_start;
  quotation->verb_end = last->verb_end;
  quotation->mention = last->mention;

  return TRUE;
}

/* Whether the words before the mark say that a title or a term follows. */
static gboolean
is_announced_as_term (const Search        *self,
                      const PlxQuoteMarks *marks,
                      const Form          *form)
{
  const PlxLexeme *before = at (self, marks->open - 1);
  gboolean is_caught = marks->open > 1 && before->mark == ',' &&
                       (at (self, marks->open - 2)->mark == 0);

  if (marks->open == 0)
    return FALSE;
  if (plx_lexeme_is (before, PLX_LEX (TERM)))
    return !plx_lexeme_is (before, PLX_LEX (CALL)) || form->is_title;
  if (plx_lexemes_has_word (self->lexemes, marks->open - 1, "called") ||
      (before->form & PLX_LEXEME_HYPHEN) != 0)
    return plx_lexemes_has_word (self->lexemes, marks->open - 2, "so");

  return form->is_title && form->is_capital && !form->is_stopped &&
         form->n_words <= MAX_TITLE_WORDS && (before->mark == 0 || is_caught) &&
         !plx_lexeme_is (before, EVERY_VERB | PLX_LEX (SAYING) | PLX_LEX (CONJUNCTION)) &&
         !(is_caught && plx_lexeme_is (at (self, marks->open - 2), EVERY_VERB));
}

static void
judge (const Search        *self,
       const PlxQuoteMarks *marks,
       PlxQuotation        *quotation)
{
  Form form = read_form (self, marks);
  gboolean is_told;
  gboolean is_listed = marks->open > 0 && at (self, marks->open - 1)->mark == ':';
  gboolean is_whole = form.is_capital &&
                      (form.is_stopped || form.n_words > MAX_TERM_WORDS || is_listed);

  quotation->kind = PLX_QUOTATION_TERM;
  if (marks->depth > 0)
    {
      quotation->kind = is_whole ? PLX_QUOTATION_DIRECT : PLX_QUOTATION_PARTIAL;
      return;
    }

  if (form.n_words == 0)
    return;
  if (!marks->goes_on && !form.is_stopped && is_announced_as_term (self, marks, &form))
    {
      /* "“The Salt Road”, he said" may still be all that he said. */
      return;
    }
  is_told = (!marks->goes_on && find_after (self, marks, &form, quotation)) ||
            find_before (self, marks, quotation);
  if (!is_told && (is_whole || marks->goes_on))
    is_told = carry (self, marks, quotation);

  if (is_whole || marks->goes_on || (is_told && quotation->place > PLX_SPEAKER_BEFORE &&
                                     (form.is_stopped || form.is_capital)) ||
      (form.is_stopped && form.n_words > MAX_TERM_WORDS) ||
      (is_told && form.is_stopped && marks->open > 0 && at (self, marks->open - 1)->mark == ','))
    quotation->kind = PLX_QUOTATION_DIRECT;
  else if (is_told || form.n_words > MAX_TERM_WORDS + 1)
    quotation->kind = PLX_QUOTATION_PARTIAL;
}

/**
 * plx_quotations_find:
 * @lexemes: a stretch of text: a paragraph or an article, since quotations go on over sentences
 * @mentions: (element-type PlxMentionSpan) (nullable): the names in the text, in order
 *
 * Finds what stands between quotation marks, and who says it. Inside a quotation others may
 * stand; for those nobody is told.
 *
 * Returns: (transfer full) (element-type PlxQuotation): the quotations, in order of their start
 */
GArray *
plx_quotations_find (const PlxLexemes *lexemes,
                     GArray           *mentions)
{
  Search search = { .lexemes = lexemes, .mentions = mentions };

  g_return_val_if_fail (lexemes != NULL, NULL);

  search.marks = plx_quote_marks_find (lexemes);
  search.found = g_array_new (FALSE, FALSE, sizeof (PlxQuotation));
  for (guint i = 0; i < search.marks->len; i++)
    {
      const PlxQuoteMarks *marks = &g_array_index (search.marks, PlxQuoteMarks, i);
      const PlxLexeme *last = plx_lexemes_at (lexemes, marks->close - 1);
      PlxQuotation quotation = {
        .depth = marks->depth,
        .goes_on = marks->goes_on,
        .start = plx_lexemes_at (lexemes, marks->open + 1)->start,
        .end = last->end,
        .outer_start = plx_lexemes_at (lexemes, marks->open)->start,
        .outer_end = marks->goes_on ? last->end : plx_lexemes_at (lexemes, marks->close)->end,
        .mention = PLX_NONE,
      };

      judge (&search, marks, &quotation);
      g_array_append_val (search.found, quotation);
    }
  g_array_unref (search.marks);

  return search.found;
}
