/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-train-score"

#include "config.h"

#include "language/train/plx-train-score.h"

#include <string.h>

#include "language/names/plx-name-tagger.h"

/* The marked names of a sentence, by the words of which they are. */
static GArray *
find_marked (const PlxTrainSentence *sentence)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (PlxNameSpan));
  guint32 last = 0;

  for (guint i = 0; i < sentence->words->len; i++)
    {
      const PlxTrainWord *word = &g_array_index (sentence->words, PlxTrainWord, i);
      const PlxNameSpan span = { i, i, word->klass };

      if (word->name != 0 && word->name == last)
        g_array_index (spans, PlxNameSpan, spans->len - 1).last = i;
      else if (word->name != 0)
        g_array_append_val (spans, span);
      last = word->name;
    }

  return spans;
}

static gboolean
has_span (const GArray      *spans,
          const PlxNameSpan *span)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const PlxNameSpan *other = &g_array_index (spans, PlxNameSpan, i);

      if (other->first == span->first && other->last == span->last && other->klass == span->klass)
        return TRUE;
    }

  return FALSE;
}

/* The words that a stretch of the text overlaps. */
static gboolean
find_words (const PlxTrainSentence *sentence,
            guint32                 start,
            guint32                 end,
            PlxNameSpan            *span)
{
  gboolean is_found = FALSE;

  for (guint i = 0; i < sentence->words->len; i++)
    {
      const PlxTrainWord *word = &g_array_index (sentence->words, PlxTrainWord, i);

      if (word->start >= end || word->end <= start)
        continue;
      if (!is_found)
        span->first = i;
      span->last = i;
      is_found = TRUE;
    }

  return is_found;
}

/* The names that the model finds, by the words of the sentence rather than by its tokens. */
static GArray *
find_names (const PlxNameModel     *model,
            const PlxTrainSentence *sentence)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (PlxNameSpan));
  PlxCase letter_case;
  g_autoptr (GArray) tokens =
    plx_tokens_read (sentence->text, 0, strlen (sentence->text), &letter_case);
  g_autoptr (GArray) found = plx_name_tagger_tag (
    model, sentence->text, &g_array_index (tokens, PlxToken, 0), tokens->len, letter_case);

  for (guint i = 0; i < found->len; i++)
    {
      PlxNameSpan span = g_array_index (found, PlxNameSpan, i);

      /* Two names may stand in one word, as in "Oslo-Bergen". */
      if (find_words (sentence, g_array_index (tokens, PlxToken, span.first).start,
                      g_array_index (tokens, PlxToken, span.last).end, &span) &&
          !has_span (spans, &span))
        g_array_append_val (spans, span);
    }

  return spans;
}

/**
 * plx_train_score_measure:
 * @model: the model
 * @sentences: (element-type PlxTrainSentence): sentences in which the names are marked
 *
 * Measures how well a model finds persons, organizations and places. A name counts only where all
 * its words are found, no others, and the right class.
 *
 * Returns: the counts
 */
PlxTrainScore
plx_train_score_measure (const PlxNameModel *model,
                         GPtrArray          *sentences)
{
  PlxTrainScore score = { 0 };

  for (guint i = 0; i < sentences->len; i++)
    {
      const PlxTrainSentence *sentence = g_ptr_array_index (sentences, i);
      g_autoptr (GArray) marked = find_marked (sentence);
      g_autoptr (GArray) found = find_names (model, sentence);

      for (guint j = 0; j < found->len; j++)
        {
          const PlxNameSpan *span = &g_array_index (found, PlxNameSpan, j);

          if (has_span (marked, span))
            score.classes[span->klass].right++;
          else
            score.classes[span->klass].wrong++;
        }
      for (guint j = 0; j < marked->len; j++)
        {
          const PlxNameSpan *span = &g_array_index (marked, PlxNameSpan, j);

          score.classes[span->klass].missed += !has_span (found, span);
        }
    }

  for (guint i = 0; i < PLX_NAME_CLASS_OTHER; i++)
    {
      score.all.right += score.classes[i].right;
      score.all.wrong += score.classes[i].wrong;
      score.all.missed += score.classes[i].missed;
    }

  return score;
}

/**
 * plx_train_score_get_f1:
 * @counts: counts
 *
 * Returns: the harmonic mean of precision and recall, from 0 to 1
 */
double
plx_train_score_get_f1 (const PlxTrainCounts *counts)
{
  const double sum = 2.0 * counts->right + counts->wrong + counts->missed;

  return sum > 0 ? 2.0 * counts->right / sum : 0;
}
