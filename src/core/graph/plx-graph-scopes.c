/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph"

#include "config.h"

#include "graph/plx-graph-scopes.h"

/* What is walked over: an article, and where its next mention is. */
typedef struct
{
  PlxAnnotation *annotation;
  PlxPassages   *passages;
  guint32        article;
  PlxScopeFunc   func;
  gpointer       user_data;
} Walk;

static inline guint32
sentence_of (const Walk *walk,
             guint       mention)
{
  return g_array_index (walk->annotation->mentions, PlxMentionSpan, mention).sentence;
}

static inline gboolean
is_shown (const Walk *walk,
          guint32     sentence)
{
  return plx_passages_is_shown (walk->passages, (PlxSentenceRef) { walk->article, sentence });
}

static void
tell (const Walk *walk,
      guint32     scope,
      guint       start,
      guint       end)
{
  PlxScopeSpan span = { walk->annotation, walk->article, scope, start, end };

  if (start < end)
    walk->func (&span, walk->user_data);
}

/* The first mention from @from on that stands in @sentence or later. */
static guint
skip_to (const Walk *walk,
         guint       from,
         guint32     sentence)
{
  while (from < walk->annotation->mentions->len && sentence_of (walk, from) < sentence)
    from++;

  return from;
}

/* Scopes of sentences that follow each other and have a number in common: the sentence's own, its
 * paragraph's, or the article's. */
static guint
walk_runs (const Walk    *walk,
           PlxGraphScope  scope)
{
  GArray *sentences = walk->annotation->sentences;
  guint mention = 0;
  guint n = 0;

  for (guint i = 0; i < sentences->len; )
    {
      guint32 block = g_array_index (sentences, PlxSentenceSpan, i).block;
      guint first = mention;
      gboolean any = FALSE;
      guint j = i;

      do
        any |= is_shown (walk, j++);
      while (j < sentences->len && scope != PLX_GRAPH_SCOPE_SENTENCE &&
             (scope == PLX_GRAPH_SCOPE_ARTICLE ||
              g_array_index (sentences, PlxSentenceSpan, j).block == block));

      mention = skip_to (walk, mention, j);
      if (any)
        tell (walk, i, first, mention);
      n += any;
      i = j;
    }

  return n;
}

/* Each sentence with the one that follows it; the only one of an article by itself. */
static guint
walk_neighbours (const Walk *walk)
{
  guint n_sentences = walk->annotation->sentences->len;
  guint start = 0;
  guint end = 0;
  guint n = 0;

  for (guint i = 0; i + 1 < n_sentences || (i == 0 && n_sentences == 1); i++)
    {
      start = skip_to (walk, start, i);
      end = skip_to (walk, end, i + 2);

      if (is_shown (walk, i) || (i + 1 < n_sentences && is_shown (walk, i + 1)))
        {
          tell (walk, i, start, end);
          n++;
        }
    }

  return n;
}

/**
 * plx_graph_scopes_each:
 * @analysis: an analysis
 * @passages: which of its sentences are shown
 * @scope: what counts as together
 * @func: (scope call): gets each scope that has mentions, shown or not, article by article
 * @user_data: data for @func
 *
 * Goes through the scopes that have a sentence which is shown.
 *
 * Returns: how many there are, with mentions or without
 */
guint
plx_graph_scopes_each (PlxAnalysis   *analysis,
                       PlxPassages   *passages,
                       PlxGraphScope  scope,
                       PlxScopeFunc   func,
                       gpointer       user_data)
{
  guint n = 0;

  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    {
      Walk walk = { plx_analysis_get_annotation (analysis, i), passages, i, func, user_data };

      n += scope == PLX_GRAPH_SCOPE_NEIGHBOURS ? walk_neighbours (&walk)
                                               : walk_runs (&walk, scope);
    }

  return n;
}
