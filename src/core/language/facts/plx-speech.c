/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-speech"

#include "config.h"

#include "language/facts/plx-speech.h"

#include "language/names/plx-agencies.h"
#include "model/plx-analysis.h"

/* No name of a speaker is longer, and no aside between its commas. */
#define MAX_WORDS 14
#define MAX_ASIDE 40
#define MAX_COMMAS 4

/* Prepositions that a name goes on after, and those that only a description does. */
#define OF "of for from at"
#define WITH "in with on to inside near by within across under outside behind against into about " \
             "among between close"

#define NOTHING "nothing little goodbye no hello sorry yes"

static const PlxLexeme *
at (const PlxLexemes *lexemes,
    guint             i)
{
  return plx_lexemes_at (lexemes, i);
}

static gboolean
is_capital (const PlxLexeme *lexeme)
{
  return (lexeme->form & PLX_LEXEME_CAPITAL) != 0;
}

/* Whether a sentence, or what a mark opens, begins at @i. */
static gboolean
begins (const PlxLexemes *lexemes,
        guint             i)
{
  return i == 0 || at (lexemes, i - 1)->sentence != at (lexemes, i)->sentence ||
         (at (lexemes, i - 1)->mark != 0 && at (lexemes, i - 1)->mark != ',');
}

/* Words that can be no part of a name or a description of who speaks. */
static gboolean
is_break (const PlxLexemes *lexemes,
          guint             i)
{
  const PlxLexeme *lexeme = at (lexemes, i);

  if (lexeme->mark != 0)
    return lexeme->mark != '&' && lexeme->mark != '(' && lexeme->mark != ')' &&
           lexeme->mark != '/';
  if (plx_lexeme_is (lexeme, PLX_LEX (MODAL) | PLX_LEX (AUXILIARY)) &&
      !(is_capital (lexeme) && !begins (lexemes, i)))
    return TRUE;
  if (plx_lexeme_is (lexeme, PLX_LEX (PRONOUN)))
    return lexeme->end - lexeme->start > 1 ? !plx_lexemes_has_word (lexemes, i, "us") : TRUE;
  if (plx_lexemes_has_word (lexemes, i, "and or like as than"))
    return plx_lexemes_has_word (lexemes, i, "as than");
  if (plx_lexemes_has_word (lexemes, i, "after before since until till"))
    return !begins (lexemes, i);
  if (plx_lexeme_is (lexeme, PLX_LEX (CONJUNCTION)))
    return TRUE;
  if (is_capital (lexeme))
    return FALSE;

  return plx_lexeme_is (lexeme, PLX_LEX (SAY)) ||
         (plx_lexeme_is (lexeme, PLX_LEX (PAST)) &&
          !plx_lexeme_is (lexeme, PLX_LEX (ROLE)));
}

static gboolean
is_preposition (const PlxLexemes *lexemes,
                guint             i)
{
  return plx_lexeme_is (at (lexemes, i), PLX_LEX (PREPOSITION)) && !is_capital (at (lexemes, i));
}

/* How the words from @first to @past name somebody: their head is what stands before the first
 * preposition. */
static PlxSourceKind
judge (const PlxLexemes *lexemes,
       guint             first,
       guint             past)
{
  guint head = first;
  const PlxLexeme *lexeme;

  if (plx_lexeme_is (at (lexemes, first), PLX_LEX (PRONOUN)) ||
      plx_lexemes_has_word (lexemes, first, "his her their its"))
    return past == first + 1 ? PLX_SOURCE_POINTER : PLX_SOURCE_DESCRIBED;
  while (head + 1 < past && !is_preposition (lexemes, head + 1) &&
         at (lexemes, head + 1)->mark == 0)
    head++;
  lexeme = at (lexemes, head);

  if (!is_capital (lexeme))
    return PLX_SOURCE_DESCRIBED;
  if (head > first || !begins (lexemes, first))
    return head == first && plx_lexeme_is (lexeme, PLX_LEX (ROLE)) &&
           first > 0 && at (lexemes, first - 1)->mark != 0 && at (lexemes, first - 1)->mark != ','
           ? PLX_SOURCE_DESCRIBED : PLX_SOURCE_NAMED;
  if (plx_lexeme_is (lexeme, PLX_LEX (ROLE) | PLX_LEX (CARDINAL) | PLX_LEX (DETERMINER) |
                             PLX_LEX (OPENER)))
    return PLX_SOURCE_DESCRIBED;
  /* "Shepherds said" and "Reuters said". */
  if (lexemes->text[lexeme->end - 1] == 's' &&
      plx_agencies_find (lexemes->text + lexeme->start, lexeme->end - lexeme->start) == NULL)
    return PLX_SOURCE_DESCRIBED;

  return PLX_SOURCE_NAMED;
}

/* A clause that "and" may join to the next: what stands before it does not name anybody. */
static gboolean
joins_clauses (const PlxLexemes *lexemes,
               guint             i)
{
  const PlxLexeme *before = at (lexemes, i - 1);
  const char *end = lexemes->text + before->end;

  return i == 0 || !(is_capital (before) || plx_lexeme_is (before, PLX_LEX (ROLE)) ||
                     (before->mark == 0 && end[-1] == 's' &&
                      (before->end - before->start < 2 || end[-2] != 's')));
}

/* The front of a clause that is not its subject: "But", "On Tuesday", "In the capital". */
static guint
trim_front (const PlxLexemes *lexemes,
            guint             first,
            guint             past)
{
  while (first + 1 < past && plx_lexeme_is (at (lexemes, first), PLX_LEX (OPENER)) &&
         (begins (lexemes, first) || !is_capital (at (lexemes, first))))
    first++;

  if (first + 1 >= past || !plx_lexeme_is (at (lexemes, first), PLX_LEX (PREPOSITION)))
    return first;

  for (guint i = first + 2; i < past; i++)
    {
      const PlxLexeme *lexeme = at (lexemes, i), *before = at (lexemes, i - 1);
      gboolean goes_on = plx_lexeme_is (before, PLX_LEX (PREPOSITION) | PLX_LEX (DETERMINER)) ||
                         plx_lexemes_has_word (lexemes, i - 1, "'s") ||
                         plx_lexemes_has_word (lexemes, i, "'s");

      if (goes_on)
        continue;
      if (plx_lexeme_is (lexeme, PLX_LEX (DETERMINER)) ||
          (is_capital (lexeme) && (!is_capital (before) ||
                                   plx_lexeme_is (before, PLX_LEX (WEEKDAY) | PLX_LEX (MONTH)))) ||
          (plx_lexeme_is (lexeme, PLX_LEX (ROLE)) && !is_capital (lexeme)))
        return i;
    }

  return past;
}

/* A past form of a verb, as far as its ending tells. */
static gboolean
is_past_form (const PlxLexemes *lexemes,
              guint             i)
{
  const PlxLexeme *lexeme = at (lexemes, i);
  const char *end = lexemes->text + lexeme->end;

  return lexeme->mark == 0 && !is_capital (lexeme) && lexeme->end - lexeme->start > 4 &&
         end[-1] == 'd' && end[-2] == 'e' && (lexeme->form & PLX_LEXEME_HYPHEN) == 0;
}

/* The words that name somebody and end before @past. Returns where they begin, or @past. */
static guint
read_back (const PlxLexemes *lexemes,
           guint             past)
{
  guint32 sentence = at (lexemes, past - 1)->sentence;
  guint first = past;

  while (first > 0 && past - first < MAX_WORDS && at (lexemes, first - 1)->sentence == sentence &&
         !is_break (lexemes, first - 1))
    {
      /* "Roe declined repeated requests": what ends here is an object. */
      if (is_past_form (lexemes, first - 1) && first > 1 && is_capital (at (lexemes, first - 2)))
        return past;
      if (plx_lexemes_has_word (lexemes, first - 1, "and or") && joins_clauses (lexemes, first - 1))
        break;
      first--;
    }

  while (first < past && at (lexemes, first)->mark != 0)
    first++;

  return trim_front (lexemes, first, past);
}

static gboolean
is_adverb (const PlxLexemes *lexemes,
           guint             i)
{
  const PlxLexeme *lexeme = at (lexemes, i);
  const char *end = lexemes->text + lexeme->end;

  return plx_lexeme_is (lexeme, PLX_LEX (ADVERB)) ||
         (lexeme->mark == 0 && lexeme->end - lexeme->start > 4 && end[-1] == 'y' &&
          end[-2] == 'l' && !is_capital (lexeme));
}

static gboolean
may_stand_in_aside (const PlxLexeme *lexeme)
{
  return lexeme->mark == 0 || lexeme->mark == ',' || lexeme->mark == '&' || lexeme->mark == '(' ||
         lexeme->mark == ')' || lexeme->mark == '.' || lexeme->mark == '/';
}

/* "Ann Holt, head of the union, said", "Ann Holt, head of the union, one of the oldest, said":
 * what stands between the commas tells who she is. So the name is what stands before one of
 * them; without a name it is what stands before the last. Unless it is her name that stands
 * between them: "the union's head, Ann Holt, said". */
static gboolean
read_apposition (const PlxLexemes *lexemes,
                 guint             comma,
                 PlxSpeaker       *speaker)
{
  guint32 sentence = at (lexemes, comma)->sentence;
  gboolean found = FALSE;

  for (guint i = comma, n = 0; i-- > 0 && comma - i <= MAX_ASIDE && n < MAX_COMMAS;)
    {
      PlxSourceKind kind;
      guint first;

      if (at (lexemes, i)->sentence != sentence || !may_stand_in_aside (at (lexemes, i)))
        break;
      if (at (lexemes, i)->mark != ',' || i == 0 || i + 1 == comma)
        continue;
      n++;
      first = read_back (lexemes, i);
      /* "Roe, R-Maine, said": the party is a letter. */
      if (first == i || at (lexemes, first)->end - at (lexemes, first)->start == 1)
        continue;
      kind = judge (lexemes, first, i);
      if (found && kind != PLX_SOURCE_NAMED)
        continue;

      *speaker = (PlxSpeaker) { first, i, first, kind };
      if (kind == PLX_SOURCE_NAMED)
        return TRUE;
      if (!found && is_capital (at (lexemes, i + 1)) && is_capital (at (lexemes, comma - 1)) &&
          comma - i <= 5)
        {
          *speaker = (PlxSpeaker) { i + 1, comma, first, PLX_SOURCE_NAMED };
          return TRUE;
        }
      found = TRUE;
    }

  return found;
}

/* "The ministry on Tuesday said", "the trustees last week warned". */
static guint
skip_time (const PlxLexemes *lexemes,
           guint             past)
{
  if (past > 2 && plx_lexeme_is (at (lexemes, past - 1), PLX_LEX (WEEKDAY)))
    past -= plx_lexemes_has_word (lexemes, past - 2, "on last") ? 2 : 1;
  else if (past > 2 && plx_lexeme_is (at (lexemes, past - 1), PLX_LEX (PERIOD)) &&
           plx_lexemes_has_word (lexemes, past - 2, "last this"))
    past -= 2;

  return past;
}

/**
 * plx_speech_read_before:
 * @lexemes: lexemes
 * @verb: a verb of saying
 * @speaker: (out): whose it is
 *
 * Reads who speaks before the verb: "the head of the union later said".
 *
 * Returns: whether somebody does
 */
gboolean
plx_speech_read_before (const PlxLexemes *lexemes,
                        guint             verb,
                        PlxSpeaker       *speaker)
{
  guint32 sentence = at (lexemes, verb)->sentence;
  guint past = verb;

  while (past > 0 && verb - past < 4 && is_adverb (lexemes, past - 1) &&
         at (lexemes, past - 1)->sentence == sentence)
    past--;
  past = skip_time (lexemes, past);
  if (past > 0 && plx_lexemes_has_word (lexemes, past - 1, "and or but"))
    return FALSE;
  if (past == 0 || at (lexemes, past - 1)->sentence != sentence)
    return FALSE;
  if (at (lexemes, past - 1)->mark == ',')
    return read_apposition (lexemes, past - 1, speaker);

  if (plx_lexeme_is (at (lexemes, past - 1), PLX_LEX (PRONOUN)))
    speaker->first = past - 1;
  else
    speaker->first = read_back (lexemes, past);
  if (speaker->first == past ||
      (past == speaker->first + 1 && plx_lexeme_is (at (lexemes, past - 1), PLX_LEX (FUNCTION)) &&
       !plx_lexeme_is (at (lexemes, past - 1), PLX_LEX (PRONOUN) | PLX_LEX (DETERMINER)) &&
       !plx_lexemes_has_word (lexemes, past - 1, "others")))
    return FALSE;
  speaker->past = past;
  speaker->from = speaker->first;
  speaker->kind = judge (lexemes, speaker->first, past);

  return TRUE;
}

/**
 * plx_speech_read_after:
 * @lexemes: lexemes
 * @first: where to look
 * @speaker: (out): who it is
 *
 * Reads who speaks after a verb or a preposition: "said the head of the union".
 *
 * Returns: whether somebody does
 */
gboolean
plx_speech_read_after (const PlxLexemes *lexemes,
                       guint             first,
                       PlxSpeaker       *speaker)
{
  guint32 sentence = at (lexemes, first)->sentence;
  guint past = first;

  if (at (lexemes, first)->mark != 0 || first >= lexemes->items->len)
    return FALSE;
  if (plx_lexeme_is (at (lexemes, first), PLX_LEX (PRONOUN)))
    past = first + 1;
  while (past == first || !plx_lexeme_is (at (lexemes, first), PLX_LEX (PRONOUN)))
    {
      const PlxLexeme *lexeme = at (lexemes, past), *after = at (lexemes, past + 1);
      gboolean is_name = past > first && is_capital (at (lexemes, past - 1));

      if (is_name && (is_past_form (lexemes, past) || is_adverb (lexemes, past)))
        break;
      if (past >= lexemes->items->len || lexeme->sentence != sentence ||
          past - first >= MAX_WORDS || is_break (lexemes, past) ||
          plx_lexeme_is (lexeme, PLX_LEX (SAYING) | PLX_LEX (WEEKDAY)) ||
          plx_lexemes_has_word (lexemes, past, "yesterday today tomorrow last late early this"))
        break;
      if (is_preposition (lexemes, past) &&
          (plx_lexeme_is (after, PLX_LEX (WEEKDAY) | PLX_LEX (MONTH) | PLX_LEX (TIME)) ||
           (after->form & PLX_LEXEME_NUMBER) != 0 ||
           !(plx_lexemes_has_word (lexemes, past, OF) ||
             (!is_name && plx_lexemes_has_word (lexemes, past, WITH)))))
        break;
      /* "told the panel the crack": another name begins. */
      if (past > first && plx_lexeme_is (lexeme, PLX_LEX (DETERMINER)) &&
          !plx_lexeme_is (at (lexemes, past - 1), PLX_LEX (PREPOSITION) | PLX_LEX (DETERMINER) |
                                                  PLX_LEX (CONJUNCTION) | PLX_LEX (CARDINAL)))
        break;
      if (plx_lexemes_has_word (lexemes, past, "and or") && !is_capital (after) &&
          !plx_lexeme_is (after, PLX_LEX (ROLE) | PLX_LEX (DETERMINER)))
        break;
      past++;
    }

  while (past > first &&
         (is_preposition (lexemes, past - 1) || at (lexemes, past - 1)->mark == '('))
    past--;
  if (past == first || plx_lexeme_is (at (lexemes, first), PLX_LEX (PREPOSITION)) ||
      (past == first + 1 && plx_lexeme_is (at (lexemes, first), PLX_LEX (DETERMINER))))
    return FALSE;

  speaker->from = speaker->first = first;
  speaker->past = past;
  speaker->kind = judge (lexemes, first, past);

  return TRUE;
}

/* Whether what stands before the verb at @i may be several, or "I" or "you". */
static gboolean
is_plural_before (const PlxLexemes *lexemes,
                  guint             i)
{
  const PlxLexeme *before;

  while (i > 1 && is_adverb (lexemes, i - 1))
    i--;
  before = at (lexemes, i - 1);

  return plx_lexeme_is (before, PLX_LEX (PRONOUN) | PLX_LEX (PLURAL)) || before->mark != 0 ||
         g_ascii_tolower (lexemes->text[before->end - 1]) == 's' ||
         plx_lexeme_is (before, PLX_LEX (DETERMINER)) ||
         plx_lexemes_has_word (lexemes, i - 1, "others");
}

/**
 * plx_speech_is_verb:
 * @lexemes: lexemes
 * @i: a place
 * @uses: which verbs of saying are looked for
 *
 * Returns: whether a verb of saying stands there, as the verb of its clause: neither "the
 *   reports" nor "declined to say", "would say", "did not say" or "said nothing"
 */
gboolean
plx_speech_is_verb (const PlxLexemes *lexemes,
                    guint             i,
                    guint64           uses)
{
  const PlxLexeme *lexeme = at (lexemes, i), *before = at (lexemes, i - 1);

  if (!plx_lexeme_is (lexeme, uses) || (is_capital (lexeme) && i > 0 && before->mark == 0))
    return FALSE;
  if (((lexeme->form | at (lexemes, i + 1)->form) & PLX_LEXEME_HYPHEN) != 0)
    return FALSE;
  if (i == 0)
    return TRUE;
  if (plx_lexeme_is (before, PLX_LEX (MODAL)) && !is_capital (before))
    return FALSE;
  if (plx_lexemes_has_word (lexemes, i - 1, "to not never didn't did does do is are was were be "
                                            "been being who which"))
    return FALSE;
  if (plx_lexemes_has_word (lexemes, i + 1, NOTHING))
    return FALSE;
  if (plx_lexeme_is (lexeme, PLX_LEX (SAY_NOUN)) &&
      (plx_lexeme_is (before, PLX_LEX (DETERMINER)) ||
       !(is_capital (before) || plx_lexemes_has_word (lexemes, i + 1, "that"))))
    return FALSE;
  /* "the alleged crimes", "her leader's reported visit". */
  if (plx_lexemes_has_word (lexemes, i - 1, "the a an his her its their our my your every each no "
                                            "'s of for in on at by with from about most more"))
    return FALSE;
  if (plx_lexeme_is (lexeme, PLX_LEX (SAY_PLURAL)) && !is_plural_before (lexemes, i))
    return FALSE;
  /* "reported to the desk". */
  if (plx_lexemes_has_word (lexemes, i, "reported reports report") &&
      plx_lexemes_has_word (lexemes, i + 1, "to for missing"))
    return FALSE;

  return TRUE;
}

static gboolean
is_possessive (const char *after)
{
  return g_str_has_prefix (after, "'s") || g_str_has_prefix (after, "’s");
}

/**
 * plx_speech_find_mention:
 * @lexemes: lexemes
 * @speaker: who speaks
 * @mentions: (element-type PlxMentionSpan) (nullable): the names in the text, in order
 *
 * Returns: the mention that names who speaks: a person if there is one, else the last; or
 *   `PLX_NONE`
 */
guint32
plx_speech_find_mention (const PlxLexemes *lexemes,
                         const PlxSpeaker *speaker,
                         GArray           *mentions)
{
  guint32 start = at (lexemes, speaker->first)->start;
  guint32 end = at (lexemes, speaker->past - 1)->end;
  guint32 found = PLX_NONE;
  guint low = 0, high = mentions != NULL ? mentions->len : 0;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (mentions, PlxMentionSpan, middle).start < start)
        low = middle + 1;
      else
        high = middle;
    }

  for (; mentions != NULL && low < mentions->len; low++)
    {
      const PlxMentionSpan *mention = &g_array_index (mentions, PlxMentionSpan, low);

      if (mention->end > end)
        break;
      /* "Roe's office" is not Roe. */
      if (mention->kind == PLX_KIND_PERSON && is_possessive (lexemes->text + mention->end))
        continue;
      if (found == PLX_NONE ||
          g_array_index (mentions, PlxMentionSpan, found).kind != PLX_KIND_PERSON)
        found = low;
    }

  return found;
}
