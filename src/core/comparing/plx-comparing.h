/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "comparing/plx-collation.h"
#include "comparing/plx-corrections.h"
#include "comparing/plx-reprints.h"
#include "comparing/plx-word-text.h"
#include "language/entities/plx-namings.h"
#include "model/plx-analysis.h"
#include "model/plx-filter.h"
#include "model/plx-progress.h"

G_BEGIN_DECLS

/* Raise it when the engines find something else in the same articles, so that what an older release
 * has found is not shown, and a bundle tells that another one made it. */
#define PLX_COMPARING_ENGINE "7"

PlxAnalysis *plx_comparing_analyse    (GPtrArray       *documents,
                                       PlxNamings      *namings,
                                       PlxCorrections  *corrections,
                                       PlxAsOf          as_of,
                                       PlxDay           day,
                                       GCancellable    *cancellable,
                                       GError         **error);

void         plx_comparing_analyse_async  (GPtrArray           *documents,
                                           PlxNamings          *namings,
                                           PlxCorrections      *corrections,
                                           PlxAsOf              as_of,
                                           PlxDay               day,
                                           PlxProgress         *progress,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
PlxAnalysis *plx_comparing_analyse_finish (GAsyncResult  *result,
                                           GError       **error);

double       plx_comparing_similarity (const char *a,
                                       const char *b,
                                       gboolean   *same);

PlxPassages *plx_comparing_filter     (PlxAnalysis *analysis,
                                       PlxFilter   *filter,
                                       PlxDay       today);
gboolean     plx_comparing_check_filter (PlxFilter *filter,
                                         GError   **error);

/**
 * PlxLeftOut:
 * @claim: a claim, by its place in the analysis
 * @n_independent: how many voices report it that depend neither on each other nor on the article
 *
 * A claim that an article leaves out.
 */
typedef struct
{
  guint claim;
  guint n_independent;
} PlxLeftOut;

GArray      *plx_comparing_left_out   (PlxAnalysis *analysis,
                                       guint        article,
                                       guint        least);
guint        plx_comparing_count_voices (PlxAnalysis *analysis,
                                         PlxPassages *passages,
                                         guint        claim,
                                         guint        without);

/**
 * PlxReprintSet:
 * @articles: (element-type guint32): places of documents that have the same words
 * @kind: what they are to each other; among versions there may be copies, which are a set of
 *   their own besides
 *
 * Articles of a proposal that have the same words.
 */
typedef struct
{
  GArray         *articles;
  PlxReprintKind  kind;
} PlxReprintSet;

/**
 * PlxProposal:
 * @articles: (element-type guint32): places of the documents that belong together
 * @why: what they share and few others have, the most telling first: names, then other words;
 *   ends with `NULL`
 * @from: the first day on which one of them was published, or 0 where none is known
 * @to: the last one
 * @reprints: (element-type PlxReprintSet): which of them have the same words
 * @apart: how many times as alike as to those of the nearest other proposal they are among
 *   themselves, on the average; `G_MAXDOUBLE` where there is none near
 *
 * Articles that seem to be about one event.
 */
typedef struct
{
  GArray     *articles;
  char      **why;
  PlxDay      from;
  PlxDay      to;
  GPtrArray  *reprints;
  double      apart;
} PlxProposal;

void         plx_proposal_free        (PlxProposal *self);
GPtrArray   *plx_comparing_propose    (GPtrArray   *documents);

/**
 * PlxWordSpan:
 * @start: first byte in the sentence
 * @end: the byte after the last
 * @differs: whether the other sentence lacks these words
 *
 * A run of words, for marking what differs. The runs of a sentence cover it without gaps.
 */
typedef struct
{
  guint32  start;
  guint32  end;
  gboolean differs;
} PlxWordSpan;

void         plx_comparing_word_diff  (const PlxWordText  *a,
                                       const PlxWordText  *b,
                                       GArray            **spans_a,
                                       GArray            **spans_b);

/**
 * PlxPairTie:
 * @left: a sentence of the left article
 * @right: a sentence of the right article that tells the same
 * @claim: the claim that ties them
 *
 * Two sentences of two articles that belong together. A sentence may be tied to several.
 */
typedef struct
{
  guint32 left;
  guint32 right;
  guint32 claim;
} PlxPairTie;

GArray      *plx_comparing_pair       (PlxAnalysis *analysis,
                                       guint        left,
                                       guint        right);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxProposal, plx_proposal_free)

G_END_DECLS
