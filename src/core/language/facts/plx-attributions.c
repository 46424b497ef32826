/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-attributions"

#include "config.h"

#include "language/facts/plx-attributions.h"

#include "language/facts/plx-attribution-scope.h"
#include "language/facts/plx-quote-marks.h"
#include "model/plx-analysis.h"

/* How long somebody without a name may be behind a verb that may have its subject before it. */
#define MAX_INVERTED 3

/* What has no stop for so long is no sentence; looking at it piece by piece keeps the time that
 * it takes in proportion. */
#define MAX_SENTENCE 400

static const PlxLexeme *
at (const PlxAttributionSearch *self,
    guint                       i)
{
  return plx_lexemes_at (self->lexemes, i);
}

static gboolean
has_word (const PlxAttributionSearch *self,
          guint                       i,
          const char                 *words)
{
  return plx_lexemes_has_word (self->lexemes, i, words);
}

static gboolean
has_role (const PlxAttributionSearch *self,
          const PlxSpeaker           *speaker)
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
read_according (PlxAttributionSearch *self,
                guint                 i)
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
  PlxAttributionReading reading = { .first = i, .cue = i };
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
  if (i <= self->first + 1 && plx_attribution_find_comma (self, reading.past) < self->past)
    plx_attribution_take (self, &reading, plx_attribution_find_comma (self, reading.past) + 1,
                          self->past);
  else if (i <= self->first + 1)
    plx_attribution_take (self, &reading, reading.past, self->past);
  else if (plx_attribution_find_comma (self, reading.past) + 1 < self->past)
    plx_attribution_take (self, &reading,
                          has_word (self, i, "citing quoting")
                            ? plx_attribution_find_comma (self, reading.past) + 1 : self->first,
                          self->past);
  else
    plx_attribution_take (self, &reading, self->first, i);

  return reading.past;
}

/* "by his account", "by all accounts". */
static guint
read_by_account (PlxAttributionSearch *self,
                 guint                 i)
{
  PlxAttributionReading reading = { .first = i, .cue = i, .cue_past = i + 3, .past = i + 3 };

  if (!has_word (self, i, "by in") || !has_word (self, i + 1, "his her their all most some") ||
      !has_word (self, i + 2, "account accounts telling view opinion words"))
    return i;
  reading.speaker.kind = PLX_SOURCE_HEARSAY;
  if (has_word (self, i + 1, "his her their"))
    {
      reading.speaker = (PlxSpeaker) { i + 1, i + 2, i + 1, PLX_SOURCE_POINTER };
    }
  if (i <= self->first + 1)
    plx_attribution_take (self, &reading, i + 3, self->past);
  else if (plx_attribution_find_comma (self, i + 3) + 1 < self->past)
    plx_attribution_take (self, &reading, self->first, self->past);
  else
    plx_attribution_take (self, &reading, self->first, i);

  return i + 3;
}

/* Where the clause around @i begins and ends. */
static void
find_clause (const PlxAttributionSearch *self,
             guint                       i,
             guint                      *first,
             guint                      *past)
{
  static const char *borders = "and but while which who although because whereas though after";

  *first = *past = i;
  while (*first > self->first)
    {
      const PlxLexeme *before = at (self, *first - 1);

      if (before->mark == ';' || before->mark == ':' || plx_attribution_is_quote (before) ||
          has_word (self, *first - 1, "that") ||
          (*first - 1 > self->first && has_word (self, *first - 1, borders) &&
           at (self, *first - 2)->mark == ','))
        break;
      (*first)--;
    }
  while (*past < self->past)
    {
      const PlxLexeme *lexeme = at (self, *past);

      if (lexeme->mark == ';' || lexeme->mark == ':' || plx_attribution_is_quote (lexeme) ||
          (lexeme->mark == ',' && has_word (self, *past + 1, borders)))
        break;
      (*past)++;
    }
}

/* "is said to", "are believed to", "is thought to", "is understood to", "reportedly". */
static guint
read_hearsay (PlxAttributionSearch *self,
              guint                 i)
{
  PlxAttributionReading reading = { .first = i, .cue = i, .cue_past = i + 1, .past = i + 1 };
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
  plx_attribution_take (self, &reading, first, past);

  return reading.past;
}

/* "it was reported that", "it emerged that", "it is said". */
static guint
read_it_was_said (PlxAttributionSearch *self,
                  guint                 i)
{
  PlxAttributionReading reading = { .first = i, .cue = i };

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
  plx_attribution_take_with_scope (self, &reading);

  return reading.past;
}

/* "unconfirmed reports say", "rumours that". */
static guint
read_rumour (PlxAttributionSearch *self,
             guint                 i)
{
  PlxAttributionReading reading = { .first = i, .cue = i, .cue_past = i + 1, .past = i + 1 };
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
  plx_attribution_take (self, &reading, next, self->past);

  return next;
}

/* What stands in a quotation is its speaker's. */
static gboolean
is_in_quotation (PlxAttributionSearch *self,
                 guint                 i)
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
is_inverted (const PlxAttributionSearch *self,
             guint                       i,
             PlxSpeaker                 *speaker)
{
  const PlxLexeme *before = at (self, i - 1);
  PlxSpeaker other;

  if (i == self->first || (before->mark != ',' && !plx_attribution_is_quote (before)) ||
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
read_verb (PlxAttributionSearch *self,
           guint                 i)
{
  PlxAttributionReading reading = { .cue = i, .cue_past = i + 1 };
  guint64 verbs = PLX_LEX (SAY) | PLX_LEX (SAY_THAT) | PLX_LEX (SAY_NOUN);
  const PlxLexeme *after = at (self, i + 1);
  gboolean is_strong = plx_lexeme_is (at (self, i), PLX_LEX (SAY));
  gboolean ends = i + 1 >= self->past || after->mark == ',';
  gboolean opens = after->mark == ':' || plx_attribution_is_quote (after);
  gboolean is_aside;

  if (has_word (self, i, "quoted") && i > self->first + 1 &&
      has_word (self, i - 1, "was were is") && has_word (self, i + 1, "as") &&
      has_word (self, i + 2, "saying") &&
      plx_speech_read_before (self->lexemes, i - 1, &reading.speaker))
    {
      reading.first = reading.speaker.from;
      reading.past = reading.cue_past = i + 3;
      plx_attribution_take (self, &reading, i + 3, self->past);
      return i + 3;
    }
  if (!plx_speech_is_verb (self->lexemes, i, verbs))
    return i;

  if (is_inverted (self, i, &reading.speaker))
    {
      reading.first = i;
      reading.past = reading.speaker.past;
      plx_attribution_take_with_scope (self, &reading);
      return reading.past;
    }

  if (!plx_speech_read_before (self->lexemes, i, &reading.speaker))
    return i;
  reading.first = reading.speaker.from;
  reading.past = i + 1;
  is_aside = reading.first > self->first &&
             (at (self, reading.first - 1)->mark == ',' ||
              plx_attribution_is_quote (at (self, reading.first - 1)));
  if (!is_strong && !opens && plx_attribution_find_that (self, i + 1) == 0 &&
      !(is_aside && (ends || plx_attribution_is_rest (self, i + 1,
                                                      plx_attribution_find_comma (self, i + 1)))))
    return i;
  if (is_strong && !opens && !is_aside &&
      has_word (self, i, "told tells tell warned warns warn claimed claims claim") &&
      !plx_attribution_has_clause (self, i + 1))
    return i;
  if (reading.first < self->first)
    return i;
  plx_attribution_take_with_scope (self, &reading);

  return i + 1;
}

static void
read_sentence (PlxAttributionSearch *self)
{
  static guint (* const readers[]) (PlxAttributionSearch *self, guint i) = {
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
  PlxAttributionSearch search = { .lexemes = lexemes, .mentions = mentions };
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
