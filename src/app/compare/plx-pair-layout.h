/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-comparing.h"

G_BEGIN_DECLS

/**
 * PlxPairTie:
 * @left: a sentence of the left article
 * @right: the sentence of the right article that tells the same
 * @left_line: the line on which the left one stands
 * @right_line: the line on which the right one stands; another where the two articles tell
 *   things in another order
 * @claim: the claim that ties them
 */
typedef struct
{
  guint32 left;
  guint32 right;
  guint32 left_line;
  guint32 right_line;
  guint32 claim;
} PlxPairTie;

/**
 * PlxPairLine:
 * @left: a sentence of the left article, or `PLX_NONE`
 * @right: a sentence of the right article, or `PLX_NONE`
 */
typedef struct
{
  guint32 left;
  guint32 right;
} PlxPairLine;

/**
 * PlxPairLayout:
 * @lines: (element-type PlxPairLine): both articles in their own order
 * @ties: (element-type PlxPairTie): by the left sentence
 *
 * Two articles side by side. What both tell in the same order stands on one line.
 */
typedef struct
{
  GArray *lines;
  GArray *ties;
} PlxPairLayout;

PlxPairLayout *plx_pair_layout_new  (PlxAnalysis   *analysis,
                                     PlxPassages   *passages,
                                     guint          left,
                                     guint          right);
void           plx_pair_layout_free (PlxPairLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxPairLayout, plx_pair_layout_free)

G_END_DECLS
