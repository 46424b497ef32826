/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-attributions"

#include "config.h"

#include "language/facts/plx-attributions.h"

#include "language/facts/plx-quote-marks.h"
#include "model/plx-analysis.h"

/* How far from a verb "that" may stand behind it: "said on Monday in Varn that". */
#define THAT_REACH 9

/* How long somebody without a name may be behind a verb that may have its subject before it. */
#define MAX_INVERTED 3

/* What has no stop for so long is no sentence; looking at it piece by piece keeps the time that
 * it takes in proportion. */
#define MAX_SENTENCE 400

#define QUOTES "\"“”«»„‘"

typedef struct
{
  const PlxLexemes *lexemes;
  GArray           *mentions;
  GArray           *found;
  guint             first; /* of the sentence */
  guint             past;  /* after it, without its stop */
  GArray           *marks; /* of quotations that stand in no other */
  guint             mark;  /* the first that does not end before the place looked at */
} Search;

/* An attribution while it is read, in lexemes. */
typedef struct
{
  PlxSpeaker speaker; /* first and past are the same for hearsay */
  guint      cue;
  guint      cue_past;
  guint      first;   /* of both */
  guint      past;
} Reading;

static const PlxLexeme *
at (const Search *self,
    guint         i)
{
  return plx_lexemes_at (self->lexemes, i);
}

static gboolean
has_word (const Search *self,
          guint         i,
          const char   *words)
{
  return plx_lexemes_has_word (self->lexemes, i, words);
}

static gboolean
is_quote (const PlxLexeme *lexeme)
{
  return lexeme->mark != 0 && g_utf8_strchr (QUOTES, -1, lexeme->mark) != NULL;
}

/* "an interview that aired", "that was not fair": no clause begins behind the "that". */
static gboolean
is_verb_form (const Search *self,
              guint         i)
{
  const PlxLexeme *lexeme = at (self, i);
  const char *end = self->lexemes->text + lexeme->end;

  return plx_lexeme_is (lexeme, PLX_LEX (AUXILIARY) | PLX_LEX (MODAL) | PLX_LEX (PAST)) ||
         (lexeme->mark == 0 && lexeme->end - lexeme->start > 3 && end[-1] == 'd' && end[-2] == 'e');
}

/* "Sellers said": a name that looks like a plural. */
static gboolean
is_whole_name (const Search         *self,
               const PlxAttribution *attribution)
{
  const PlxMentionSpan *mention;

  if (attribution->mention == PLX_NONE || attribution->kind != PLX_SOURCE_DESCRIBED)
    return FALSE;
  mention = &g_array_index (self->mentions, PlxMentionSpan, attribution->mention);

  return mention->start == attribution->source_start && mention->end == attribution->source_end &&
         mention->form == PLX_FORM_NAME;
}

static void
take (Search  *self,
      Reading *reading,
      guint    scope_first,
      guint    scope_past)
{
  PlxAttribution attribution = { .kind = reading->speaker.kind, .mention = PLX_NONE };

  while (scope_first < scope_past && (at (self, scope_first)->mark != 0 ||
                                      (scope_first == reading->past &&
                                       has_word (self, scope_first, "that") &&
                                       !is_verb_form (self, scope_first + 1))))
    scope_first++;
  while (scope_past > scope_first && at (self, scope_past - 1)->mark != 0 &&
         at (self, scope_past - 1)->mark != '%' && at (self, scope_past - 1)->mark != ')')
    scope_past--;
  if (scope_first == scope_past)
    return;

  attribution.start = at (self, reading->first)->start;
  attribution.end = at (self, reading->past - 1)->end;
  attribution.cue_start = at (self, reading->cue)->start;
  attribution.cue_end = at (self, reading->cue_past - 1)->end;
  attribution.scope_start = at (self, scope_first)->start;
  attribution.scope_end = at (self, scope_past - 1)->end;
  if (reading->speaker.past > reading->speaker.first)
    {
      attribution.source_start = at (self, reading->speaker.first)->start;
      attribution.source_end = at (self, reading->speaker.past - 1)->end;
      attribution.mention = plx_speech_find_mention (self->lexemes, &reading->speaker,
                                                     self->mentions);
      if (is_whole_name (self, &attribution))
        attribution.kind = PLX_SOURCE_NAMED;
    }
  g_array_append_val (self->found, attribution);
}

/* Where a "that" stands behind a verb, before any mark; 0 for none. */
static guint
find_that (const Search *self,
           guint         i)
{
  for (guint k = i; k < i + THAT_REACH && k < self->past && at (self, k)->mark == 0; k++)
    {
      if (has_word (self, k, "that"))
        return is_verb_form (self, k + 1) ? 0 : k;
    }

  return 0;
}

/* The comma behind which the sentence goes on with what is said; @past where none is. What only
 * adds to the verb ("adding that", "in a statement") is no part of it. */
static guint
find_comma (const Search *self,
            guint         i)
{
  for (guint k = i; k < self->past; k++)
    {
      if (at (self, k)->mark != ',')
        continue;
      if (plx_lexeme_is (at (self, k + 1), PLX_LEX (SAYING)) || has_word (self, k + 1, "who which"))
        return self->past;
      return k;
    }

  return self->past;
}

/* Whether what follows only tells when or where: "the ministry said on Tuesday". */
static gboolean
is_rest (const Search *self,
         guint         i,
         guint         past)
{
  const PlxLexeme *lexeme = at (self, i);

  if (i >= past || lexeme->mark != 0)
    return TRUE;
  if (plx_lexeme_is (lexeme, PLX_LEX (PRONOUN) | PLX_LEX (DETERMINER)))
    return has_word (self, i, "this") && !plx_lexeme_is (at (self, i + 1), PLX_LEX (AUXILIARY));

  return plx_lexeme_is (lexeme, PLX_LEX (PREPOSITION) | PLX_LEX (WEEKDAY) | PLX_LEX (TIME) |
                                PLX_LEX (ADVERB));
}

/* "told the inquiry": who is told something stands between the verb and what is told. Returns the
 * lexeme after it, or @i. */
static guint
skip_listener (const Search *self,
               guint         i)
{
  PlxSpeaker listener;

  if (!has_word (self, i - 1, "told tell tells warned warns") ||
      !plx_speech_read_after (self->lexemes, i, &listener) || listener.past > self->past)
    return i;
  /* "warned the bank could fail" warns nobody by name. */
  if (has_word (self, i - 1, "warned warns") && listener.past < self->past &&
      plx_lexeme_is (at (self, listener.past), PLX_LEX (MODAL) | PLX_LEX (AUXILIARY) |
                                               PLX_LEX (PAST)))
    return i;

  return listener.past;
}

/* "He warned his brother and went home" and "claimed her coat" say nothing: where something is
 * said a verb follows, in its own clause. */
static gboolean
has_clause (const Search *self,
            guint         i)
{
  for (; i < self->past && !has_word (self, i, "and or but"); i++)
    {
      if (at (self, i)->mark == ',' || has_word (self, i, "that of about against") ||
          is_verb_form (self, i))
        return TRUE;
    }

  return FALSE;
}

/* "said on Thursday he hoped". */
static guint
skip_day (const Search *self,
          guint         i)
{
  guint past = i + has_word (self, i, "on");

  if (!plx_lexeme_is (at (self, past), PLX_LEX (WEEKDAY)) &&
      !has_word (self, past, "yesterday today"))
    return i;

  return past + 1 < self->past && at (self, past + 1)->mark == 0 &&
         !plx_lexeme_is (at (self, past + 1), PLX_LEX (DAYPART) | PLX_LEX (PREPOSITION))
         ? past + 1 : i;
}

/* What is said so: what stands before the words that say who, what follows them, or both. */
static void
take_with_scope (Search  *self,
                 Reading *reading)
{
  guint before = reading->first, rest = skip_day (self, skip_listener (self, reading->past));
  guint comma;
  gboolean is_aside = before > self->first && (at (self, before - 1)->mark == ',' ||
                                               is_quote (at (self, before - 1)));
  guint that = find_that (self, reading->past);

  if (that != 0 && !(is_aside && at (self, reading->past)->mark == ','))
    {
      take (self, reading, that + 1, self->past);
      return;
    }
  if (before <= self->first + 1 || !is_aside)
    {
      take (self, reading, rest, self->past);
      return;
    }

  comma = find_comma (self, rest);
  if (!is_rest (self, rest, comma))
    /* ", the ministry said the bridge was closed": the comma only ends what stands before. */
    take (self, reading, rest, self->past);
  else if (comma < self->past && comma + 1 < self->past)
    take (self, reading, self->first, self->past);
  else
    take (self, reading, self->first, before);
}

static gboolean
has_role (const Search     *self,
          const PlxSpeaker *speaker)
{
  for (guint i = speaker->first; i < speaker->past; i++)
    {
      if (plx_lexeme_is (at (self, i), PLX_LEX (ROLE)))
        return TRUE;
    }

  return FALSE;
}

/* "according to Bloomberg", "in the view of the court", "by his account". Returns the lexeme
 * after it, or @i. */
static guint
read_according (Search *self,
                guint   i)
{
  static const struct
  {
    const char *first;
    const char *words[4];
  } phrases[] = {
    { "according", { "to", NULL } },
    { "in", { "the", "view opinion words judgment account", "of", NULL } },
    { "in", { "the", "eyes", "of", NULL } },
    { "reported", { "by", NULL } },
    { "cited", { "by", NULL } },
    { "citing", { NULL } },
    { "quoting", { NULL } },
  };
  Reading reading = { .first = i, .cue = i };
  guint n = 0;

  for (guint k = 0; k < G_N_ELEMENTS (phrases) && n == 0; k++)
    {
      if (!has_word (self, i, phrases[k].first))
        continue;
      for (n = 1; phrases[k].words[n - 1] != NULL; n++)
        {
          if (!has_word (self, i + n, phrases[k].words[n - 1]))
            {
              n = 0;
              break;
            }
        }
    }
  if (n == 0 || !plx_speech_read_after (self->lexemes, i + n, &reading.speaker))
    return i;

  /* "citing a busy schedule" names nobody. */
  if (n == 1 && reading.speaker.kind == PLX_SOURCE_DESCRIBED && !has_role (self, &reading.speaker))
    return i;

  reading.cue_past = i + n;
  reading.past = reading.speaker.past;
  if (i <= self->first + 1 && find_comma (self, reading.past) < self->past)
    take (self, &reading, find_comma (self, reading.past) + 1, self->past);
  else if (i <= self->first + 1)
    take (self, &reading, reading.past, self->past);
  else if (find_comma (self, reading.past) + 1 < self->past)
    take (self, &reading, has_word (self, i, "citing quoting") ?
          find_comma (self, reading.past) + 1 : self->first, self->past);
  else
    take (self, &reading, self->first, i);

  return reading.past;
}

/* "by his account", "by all accounts". */
static guint
read_by_account (Search *self,
                 guint   i)
{
  Reading reading = { .first = i, .cue = i, .cue_past = i + 3, .past = i + 3 };

  if (!has_word (self, i, "by in") || !has_word (self, i + 1, "his her their all most some") ||
      !has_word (self, i + 2, "account accounts telling view opinion words"))
    return i;
  reading.speaker.kind = PLX_SOURCE_HEARSAY;
  if (has_word (self, i + 1, "his her their"))
    {
      reading.speaker = (PlxSpeaker) { i + 1, i + 2, i + 1, PLX_SOURCE_POINTER };
    }
  if (i <= self->first + 1)
    take (self, &reading, i + 3, self->past);
  else if (find_comma (self, i + 3) + 1 < self->past)
    take (self, &reading, self->first, self->past);
  else
    take (self, &reading, self->first, i);

  return i + 3;
}

/* Where the clause around @i begins and ends. */
static void
find_clause (const Search *self,
             guint         i,
             guint        *first,
             guint        *past)
{
  static const char *borders = "and but while which who although because whereas though after";

  *first = *past = i;
  while (*first > self->first)
    {
      const PlxLexeme *before = at (self, *first - 1);

      if (before->mark == ';' || before->mark == ':' || is_quote (before) ||
          has_word (self, *first - 1, "that") ||
          (*first - 1 > self->first && has_word (self, *first - 1, borders) &&
           at (self, *first - 2)->mark == ','))
        break;
      (*first)--;
    }
  while (*past < self->past)
    {
      const PlxLexeme *lexeme = at (self, *past);

      if (lexeme->mark == ';' || lexeme->mark == ':' || is_quote (lexeme) ||
          (lexeme->mark == ',' && has_word (self, *past + 1, borders)))
        break;
      (*past)++;
    }
}

/* "is said to", "are believed to", "is thought to", "is understood to", "reportedly". */
static guint
read_hearsay (Search *self,
              guint   i)
{
  Reading reading = { .first = i, .cue = i, .cue_past = i + 1, .past = i + 1 };
  guint first, past;

  reading.speaker.kind = PLX_SOURCE_HEARSAY;
  if (has_word (self, i, "said believed thought understood reported alleged rumoured rumored "
                         "presumed suspected feared known claimed") &&
      has_word (self, i + 1, "to") && i > self->first &&
      has_word (self, i - 1, "is are was were been 's"))
    {
      reading.past = reading.cue_past = i + 2;
      if (has_word (self, i - 1, "is are was were") && has_word (self, i, "said rumoured rumored"))
        reading.first = reading.cue = i - 1;
    }
  else if (!plx_lexeme_is (at (self, i), PLX_LEX (HEARSAY)))
    {
      return i;
    }

  find_clause (self, i, &first, &past);
  take (self, &reading, first, past);

  return reading.past;
}

/* "it was reported that", "it emerged that", "it is said". */
static guint
read_it_was_said (Search *self,
                  guint   i)
{
  Reading reading = { .first = i, .cue = i };

  if (!has_word (self, i, "it"))
    return i;
  if (has_word (self, i + 1, "emerged transpired"))
    reading.cue_past = i + 2;
  else if (has_word (self, i + 1, "is was has") &&
           has_word (self, i + 2 + has_word (self, i + 2, "been widely"),
                     "said reported believed thought understood claimed alleged rumoured rumored "
                     "announced revealed feared"))
    reading.cue_past = i + 3 + has_word (self, i + 2, "been widely");
  else
    return i;

  reading.past = reading.cue_past;
  reading.speaker.kind = PLX_SOURCE_HEARSAY;
  take_with_scope (self, &reading);

  return reading.past;
}

/* "unconfirmed reports say", "rumours that". */
static guint
read_rumour (Search *self,
             guint   i)
{
  Reading reading = { .first = i, .cue = i, .cue_past = i + 1, .past = i + 1 };
  gboolean is_vague;
  guint next = i + 1;

  if (!plx_lexeme_is (at (self, i), PLX_LEX (RUMOUR)))
    return i;
  is_vague = i > self->first && has_word (self, i - 1, "unconfirmed unverified initial early local "
                                                       "conflicting some media press news");
  if (!is_vague && has_word (self, i, "reports allegations speculation gossip") &&
      !has_word (self, i + 1, "that"))
    return i;
  if (is_vague)
    reading.first = reading.cue = i - 1;
  if (has_word (self, next, "say said suggest suggested suggests indicate indicated claim claimed "
                            "had have spoke"))
    next++;
  else if (!has_word (self, next, "that"))
    return i;

  reading.speaker.kind = PLX_SOURCE_HEARSAY;
  if (has_word (self, next, "that"))
    next++;
  take (self, &reading, next, self->past);

  return next;
}

/* What stands in a quotation is its speaker's. */
static gboolean
is_in_quotation (Search *self,
                 guint   i)
{
  while (self->mark < self->marks->len &&
         g_array_index (self->marks, PlxQuoteMarks, self->mark).close < i)
    self->mark++;

  return self->mark < self->marks->len &&
         g_array_index (self->marks, PlxQuoteMarks, self->mark).open < i;
}

/* ", said the coast guard": behind a mark a verb of saying may have its subject behind it. "Holt,
 * head of the union, announced a strike" has it before, and so has "said Varn was safe". */
static gboolean
is_inverted (const Search *self,
             guint         i,
             PlxSpeaker   *speaker)
{
  const PlxLexeme *before = at (self, i - 1);
  PlxSpeaker other;

  if (i == self->first || (before->mark != ',' && !is_quote (before)) ||
      plx_lexeme_is (at (self, i + 1), PLX_LEX (CONJUNCTION)) ||
      !plx_speech_read_after (self->lexemes, i + 1, speaker))
    return FALSE;
  if (!plx_speech_read_before (self->lexemes, i, &other))
    return TRUE;

  return !has_word (self, i, "told tells tell announced announces confirmed denied") &&
         (speaker->past >= self->past || at (self, speaker->past)->mark != 0) &&
         (speaker->kind == PLX_SOURCE_NAMED ||
          (has_role (self, speaker) && speaker->past - speaker->first <= MAX_INVERTED));
}

/* "the ministry said", "said the ministry". */
static guint
read_verb (Search *self,
           guint   i)
{
  Reading reading = { .cue = i, .cue_past = i + 1 };
  guint64 verbs = PLX_LEX (SAY) | PLX_LEX (SAY_THAT) | PLX_LEX (SAY_NOUN);
  const PlxLexeme *after = at (self, i + 1);
  gboolean is_strong = plx_lexeme_is (at (self, i), PLX_LEX (SAY));
  gboolean ends = i + 1 >= self->past || after->mark == ',';
  gboolean is_aside;

  if (has_word (self, i, "quoted") && i > self->first + 1 &&
      has_word (self, i - 1, "was were is") && has_word (self, i + 1, "as") &&
      has_word (self, i + 2, "saying") &&
      plx_speech_read_before (self->lexemes, i - 1, &reading.speaker))
    {
      reading.first = reading.speaker.from;
      reading.past = reading.cue_past = i + 3;
      take (self, &reading, i + 3, self->past);
      return i + 3;
    }
  if (!plx_speech_is_verb (self->lexemes, i, verbs))
    return i;

  if (is_inverted (self, i, &reading.speaker))
    {
      reading.first = i;
      reading.past = reading.speaker.past;
      take_with_scope (self, &reading);
      return reading.past;
    }

  if (!plx_speech_read_before (self->lexemes, i, &reading.speaker))
    return i;
  reading.first = reading.speaker.from;
  reading.past = i + 1;
  is_aside = reading.first > self->first && (at (self, reading.first - 1)->mark == ',' ||
                                             is_quote (at (self, reading.first - 1)));
  if (!is_strong && find_that (self, i + 1) == 0 && !is_quote (after) && after->mark != ':' &&
      !(is_aside && (ends || is_rest (self, i + 1, find_comma (self, i + 1)))))
    return i;
  if (is_strong && !is_aside &&
      has_word (self, i, "told tells tell warned warns warn claimed claims claim") &&
      !is_quote (after) && after->mark != ':' && !has_clause (self, i + 1))
    return i;
  if (reading.first < self->first)
    return i;
  take_with_scope (self, &reading);

  return i + 1;
}

static void
read_sentence (Search *self)
{
  static guint (* const readers[]) (Search *self, guint i) = {
    read_it_was_said, read_hearsay, read_rumour, read_according, read_by_account, read_verb,
  };
  guint64 begins = PLX_LEX (SAY) | PLX_LEX (SAY_THAT) | PLX_LEX (SAY_NOUN) | PLX_LEX (HEARSAY) |
                   PLX_LEX (RUMOUR) | PLX_LEX (SOURCE);

  for (guint i = self->first; i < self->past;)
    {
      guint past = i;

      if (is_in_quotation (self, i))
        {
          i++;
          continue;
        }
      for (guint k = 0; k < G_N_ELEMENTS (readers) && past == i &&
                        plx_lexeme_is (at (self, i), begins); k++)
        past = readers[k] (self, i);
      i = past > i ? past : i + 1;
    }
}

static void
keep_outer (GArray *marks)
{
  guint kept = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      PlxQuoteMarks pair = g_array_index (marks, PlxQuoteMarks, i);

      if (pair.depth == 0)
        g_array_index (marks, PlxQuoteMarks, kept++) = pair;
    }
  g_array_set_size (marks, kept);
}

/**
 * plx_attributions_find:
 * @lexemes: a stretch of text
 * @mentions: (element-type PlxMentionSpan) (nullable): the names in the text, in order
 *
 * Finds where a text tells whom it has something from, and what: "according to Bloomberg", "the
 * Kremlin said", "two officials familiar with the matter told", "reportedly".
 *
 * Returns: (transfer full) (element-type PlxAttribution): the attributions in order
 */
GArray *
plx_attributions_find (const PlxLexemes *lexemes,
                       GArray           *mentions)
{
  Search search = { .lexemes = lexemes, .mentions = mentions };
  guint n = lexemes->items->len;

  g_return_val_if_fail (lexemes != NULL, NULL);

  search.found = g_array_new (FALSE, FALSE, sizeof (PlxAttribution));
  search.marks = plx_quote_marks_find (lexemes);
  keep_outer (search.marks);
  for (guint first = 0, past; first < n; first = past)
    {
      past = first + 1;
      while (past < n && past - first < MAX_SENTENCE &&
             plx_lexemes_at (lexemes, past)->sentence == plx_lexemes_at (lexemes, first)->sentence)
        past++;
      search.first = first;
      search.past = past;
      while (search.past > first && plx_lexemes_at (lexemes, search.past - 1)->mark != 0 &&
             plx_lexemes_at (lexemes, search.past - 1)->mark != ')')
        search.past--;
      read_sentence (&search);
    }
  g_array_unref (search.marks);

  return search.found;
}
