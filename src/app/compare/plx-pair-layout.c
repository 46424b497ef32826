/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-pair-layout"

#include "config.h"

#include "compare/plx-pair-layout.h"

static PlxPairTie *
tie_at (GArray *ties,
        guint   i)
{
  return &g_array_index (ties, PlxPairTie, i);
}

/* The longest run of ties, by the left sentence, in which the right sentences come in order too:
 * these stand on one line, the others cross. Marks them in @in_order. */
static void
find_order (GArray   *ties,
            gboolean *in_order)
{
  g_autofree guint *length = g_new0 (guint, ties->len + 1);
  g_autofree int *before = g_new0 (int, ties->len + 1);
  int best = -1;

  for (guint i = 0; i < ties->len; i++)
    {
      length[i] = 1;
      before[i] = -1;
      for (guint j = 0; j < i; j++)
        {
          if (tie_at (ties, j)->right < tie_at (ties, i)->right && length[j] + 1 > length[i])
            {
              length[i] = length[j] + 1;
              before[i] = j;
            }
        }
      if (best < 0 || length[i] > length[best])
        best = i;
    }

  for (; best >= 0; best = before[best])
    in_order[best] = TRUE;
}

/* The sentences of a side that are shown, in their order. */
static GArray *
shown_sentences (GArray      *rows,
                 PlxPassages *passages,
                 guint        article,
                 gboolean     of_left)
{
  guint n = ((GByteArray *) g_ptr_array_index (passages->shown, article))->len;
  g_autofree gboolean *has = g_new0 (gboolean, n + 1);
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < rows->len; i++)
    {
      PlxPairRow *row = &g_array_index (rows, PlxPairRow, i);
      guint32 sentence = of_left ? row->left : row->right;

      if (sentence != PLX_NONE)
        has[sentence] = plx_passages_is_shown (passages, (PlxSentenceRef) { article, sentence });
    }

  for (guint32 i = 0; i < n; i++)
    {
      if (has[i])
        g_array_append_val (sentences, i);
    }

  return sentences;
}

static GArray *
find_ties (GArray      *rows,
           PlxPassages *passages,
           guint        left,
           guint        right)
{
  GArray *ties = g_array_new (FALSE, TRUE, sizeof (PlxPairTie));

  for (guint i = 0; i < rows->len; i++)
    {
      PlxPairRow *row = &g_array_index (rows, PlxPairRow, i);
      PlxPairTie tie = { row->left, row->right, PLX_NONE, PLX_NONE, row->claim };

      if (row->left != PLX_NONE && row->right != PLX_NONE &&
          plx_passages_is_shown (passages, (PlxSentenceRef) { left, row->left }) &&
          plx_passages_is_shown (passages, (PlxSentenceRef) { right, row->right }))
        g_array_append_val (ties, tie);
    }

  return ties;
}

/* Puts the sentences of one side before @until, each on a line of its own. */
static guint
add_side (GArray  *lines,
          GArray  *sentences,
          guint    next,
          guint32  until,
          gboolean of_left)
{
  for (; next < sentences->len && g_array_index (sentences, guint32, next) < until; next++)
    {
      guint32 sentence = g_array_index (sentences, guint32, next);
      PlxPairLine line = { of_left ? sentence : PLX_NONE, of_left ? PLX_NONE : sentence };

      g_array_append_val (lines, line);
    }

  return next;
}

static void
set_lines (PlxPairLayout *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      PlxPairLine *line = &g_array_index (self->lines, PlxPairLine, i);

      for (guint j = 0; j < self->ties->len; j++)
        {
          PlxPairTie *tie = tie_at (self->ties, j);

          if (line->left == tie->left && line->left != PLX_NONE)
            tie->left_line = i;
          if (line->right == tie->right && line->right != PLX_NONE)
            tie->right_line = i;
        }
    }
}

/**
 * plx_pair_layout_new:
 * @analysis: an analysis
 * @passages: what of it is shown
 * @left: one of its articles
 * @right: another
 *
 * Returns: (transfer full): the two side by side
 */
PlxPairLayout *
plx_pair_layout_new (PlxAnalysis *analysis,
                     PlxPassages *passages,
                     guint        left,
                     guint        right)
{
  PlxPairLayout *self = g_new0 (PlxPairLayout, 1);
  g_autoptr (GArray) rows = plx_comparing_pair (analysis, left, right);
  g_autoptr (GArray) lefts = shown_sentences (rows, passages, left, TRUE);
  g_autoptr (GArray) rights = shown_sentences (rows, passages, right, FALSE);
  g_autofree gboolean *in_order = NULL;
  guint next_left = 0, next_right = 0;

  self->lines = g_array_new (FALSE, FALSE, sizeof (PlxPairLine));
  self->ties = find_ties (rows, passages, left, right);
  in_order = g_new0 (gboolean, self->ties->len + 1);
  find_order (self->ties, in_order);

  for (guint i = 0; i < self->ties->len; i++)
    {
      PlxPairTie *tie = tie_at (self->ties, i);
      PlxPairLine line = { tie->left, tie->right };

      if (!in_order[i])
        continue;
      next_left = add_side (self->lines, lefts, next_left, tie->left, TRUE) + 1;
      next_right = add_side (self->lines, rights, next_right, tie->right, FALSE) + 1;
      g_array_append_val (self->lines, line);
    }
  add_side (self->lines, lefts, next_left, PLX_NONE, TRUE);
  add_side (self->lines, rights, next_right, PLX_NONE, FALSE);
  set_lines (self);

  return self;
}

void
plx_pair_layout_free (PlxPairLayout *self)
{
  g_array_unref (self->lines);
  g_array_unref (self->ties);
  g_free (self);
}
