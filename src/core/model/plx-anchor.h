/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-analysis.h"

G_BEGIN_DECLS

/**
 * PlxAnchor:
 * @article: id of an article
 * @text: a sentence of it
 * @nth: which of several sentences that read the same, from 0
 * @side: of what is said of two groups of sentences: 0 or 1
 * @says: (nullable): what it says, where that is what is spoken of
 *
 * A sentence by its words, and not by its place: so it is found again when the article is read or
 * taken apart anew. How wide a space is and which apostrophe stands there is of no account.
 */
typedef struct
{
  gint64  article;
  char   *text;
  guint   nth;
  guint   side;
  char   *says;
} PlxAnchor;

PlxAnchor *plx_anchor_new    (gint64           article,
                              const char      *text,
                              guint            nth);
PlxAnchor *plx_anchor_new_at (PlxAnnotation   *annotation,
                              guint            sentence,
                              gint64           article);
PlxAnchor *plx_anchor_copy   (const PlxAnchor *self);
void       plx_anchor_free   (PlxAnchor       *self);

GPtrArray *plx_anchors_new   (void);
GPtrArray *plx_anchors_copy  (GPtrArray       *anchors);

/**
 * PlxAnchorIndex:
 *
 * The sentences of some articles by their words.
 *
 * It belongs to one thread: an article is looked through when it is first asked for.
 */
typedef struct _PlxAnchorIndex PlxAnchorIndex;

PlxAnchorIndex *plx_anchor_index_new        (GPtrArray       *annotations,
                                             const gint64    *articles);
void            plx_anchor_index_free       (PlxAnchorIndex  *self);
gboolean        plx_anchor_index_find       (PlxAnchorIndex  *self,
                                             const PlxAnchor *anchor,
                                             PlxSentenceRef  *ref);
guint           plx_anchor_index_find_claim (PlxAnchorIndex  *self,
                                             PlxAnalysis     *analysis,
                                             GPtrArray       *anchors);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxAnchor, plx_anchor_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxAnchorIndex, plx_anchor_index_free)

G_END_DECLS
