/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-changes.h"
#include "comparing/plx-comparing.h"

G_BEGIN_DECLS

/**
 * PlxPairSide:
 * @PLX_PAIR_LEFT: the article that is compared with
 * @PLX_PAIR_RIGHT: the one that is compared
 *
 * On which side an article stands. Where text runs from right to left the two change places on
 * the screen, but not here.
 */
typedef enum
{
  PLX_PAIR_LEFT,
  PLX_PAIR_RIGHT,
  PLX_PAIR_N_SIDES,
} PlxPairSide;

/**
 * PlxPairKind:
 * @PLX_PAIR_SAME: both say it in the same words
 * @PLX_PAIR_REWORDED: they say the same in other words
 * @PLX_PAIR_DIFFERS: they say something differently
 * @PLX_PAIR_ALONE: only one says it
 *
 * How a sentence stands to the other article, from the least that can be said to the most.
 */
typedef enum
{
  PLX_PAIR_SAME,
  PLX_PAIR_REWORDED,
  PLX_PAIR_DIFFERS,
  PLX_PAIR_ALONE,
} PlxPairKind;

/**
 * PlxPairLink:
 * @sentence: a sentence of either side
 * @claim: the claim that ties them
 * @kind: how they stand to each other
 * @changes: (nullable): what the right one does with the left one word by word, where they are two
 *   wordings of one sentence
 * @is_moved: whether they stand in another order than most that both tell
 */
typedef struct
{
  guint32     sentence[PLX_PAIR_N_SIDES];
  guint32     claim;
  PlxPairKind kind;
  PlxChanges *changes;
  gboolean    is_moved;
} PlxPairLink;

/**
 * PlxPairStop:
 * @side: on which side its sentence stands
 * @first: a sentence
 * @last: the last of the run, where only one article has several sentences after each other
 * @at: how far both articles have come there: the next sentence of either
 *
 * A place where two articles differ.
 */
typedef struct
{
  PlxPairSide side;
  guint32     first;
  guint32     last;
  guint32     at[PLX_PAIR_N_SIDES];
} PlxPairStop;

/**
 * PlxPairModel:
 * @analysis: the analysis
 * @passages: what of it is shown
 * @article: the two articles, by their place in it
 * @links: (element-type PlxPairLink): what is tied, by the left sentence, then by the right one
 * @stops: (element-type PlxPairStop): where they differ, from top to bottom
 *
 * What two articles have in common and where they differ.
 */
typedef struct
{
  PlxAnalysis *analysis;
  PlxPassages *passages;
  guint        article[PLX_PAIR_N_SIDES];
  GArray      *links;
  GArray      *stops;

  /*< private >*/
  GArray      *by_right; /* guint32, places of links, by the right sentence */
} PlxPairModel;

PlxPairModel *plx_pair_model_new          (PlxAnalysis        *analysis,
                                           PlxPassages        *passages,
                                           guint               left,
                                           guint               right);
void          plx_pair_model_free         (PlxPairModel       *self);

PlxPairLink  *plx_pair_model_link         (const PlxPairModel *self,
                                           guint               i);
guint         plx_pair_model_find         (const PlxPairModel *self,
                                           PlxPairSide         side,
                                           guint32             sentence,
                                           guint              *n);
guint         plx_pair_model_nth          (const PlxPairModel *self,
                                           PlxPairSide         side,
                                           guint               place);
PlxPairKind   plx_pair_model_kind         (const PlxPairModel *self,
                                           PlxPairSide         side,
                                           guint32             sentence);
guint         plx_pair_model_n_sentences  (const PlxPairModel *self,
                                           PlxPairSide         side);
guint         plx_pair_model_find_stop    (const PlxPairModel *self,
                                           PlxPairSide         side,
                                           guint32             sentence);
guint         plx_pair_model_next_stop    (const PlxPairModel *self,
                                           PlxPairSide         side,
                                           guint32             sentence,
                                           int                 direction);
guint32       plx_pair_model_across       (const PlxPairModel *self,
                                           PlxPairSide         side,
                                           guint32             sentence);
gboolean      plx_pair_model_is_compared  (const PlxPairModel *self,
                                           PlxPairSide         side,
                                           guint32             sentence);
gboolean      plx_pair_model_is_shown     (const PlxPairModel *self,
                                           PlxPairSide         side,
                                           guint32             sentence);
char         *plx_pair_model_dup_text     (const PlxPairModel *self,
                                           PlxPairSide         side,
                                           guint32             sentence);
PlxWording   *plx_pair_model_new_wording  (const PlxPairModel *self,
                                           PlxPairSide         side,
                                           guint32             sentence);
PlxWording   *plx_pair_model_new_partners (const PlxPairModel *self,
                                           PlxPairSide         side,
                                           guint32             sentence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxPairModel, plx_pair_model_free)

G_END_DECLS
