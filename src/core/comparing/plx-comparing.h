/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "language/entities/plx-namings.h"
#include "model/plx-analysis.h"
#include "model/plx-filter.h"

G_BEGIN_DECLS

PlxAnalysis *plx_comparing_analyse    (GPtrArray     *documents,
                                       PlxNamings    *namings,
                                       PlxAsOf        as_of,
                                       PlxDay         day,
                                       GCancellable  *cancellable,
                                       GError       **error);

void         plx_comparing_analyse_async  (GPtrArray           *documents,
                                           PlxNamings          *namings,
                                           PlxAsOf              as_of,
                                           PlxDay               day,
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

/**
 * PlxProposal:
 * @articles: (element-type guint32): places of the documents that belong together
 * @why: what they share, in words; ends with `NULL`
 */
typedef struct
{
  GArray  *articles;
  char   **why;
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

void         plx_comparing_word_diff  (const char  *a,
                                       const char  *b,
                                       GArray     **spans_a,
                                       GArray     **spans_b);

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
