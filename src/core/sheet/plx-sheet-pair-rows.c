/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-pair-rows.h"

#define LEFT  PLX_PAIR_LEFT
#define RIGHT PLX_PAIR_RIGHT

typedef struct
{
  const PlxPairModel *model;
  GPtrArray          *rows;
  gboolean           *is_written; /* by sentence of the right article */
  guint32             at[PLX_PAIR_N_SIDES];
} Rows;

static void
row_free (gpointer data)
{
  PlxSheetPairRow *row = data;

  g_array_unref (row->rights);
  g_array_unref (row->above);
  g_free (row);
}

static PlxSheetPairRow *
add_row (Rows        *self,
         guint32      left,
         PlxPairKind  kind)
{
  PlxSheetPairRow *row = g_new0 (PlxSheetPairRow, 1);

  row->left = left;
  row->kind = kind;
  row->rights = g_array_new (FALSE, FALSE, sizeof (guint32));
  row->above = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_ptr_array_add (self->rows, row);

  return row;
}

/* A left sentence with all that is tied to it. What is tied to several is written once, with the
 * first of them. */
static void
add_left (Rows    *self,
          guint32  sentence)
{
  guint n, first;
  PlxSheetPairRow *row;

  if (!plx_pair_model_is_compared (self->model, LEFT, sentence))
    return;

  first = plx_pair_model_find (self->model, LEFT, sentence, &n);
  row = add_row (self, sentence, plx_pair_model_kind (self->model, LEFT, sentence));
  for (guint i = first; i < first + n; i++)
    {
      const PlxPairLink *link =
        plx_pair_model_link (self->model, plx_pair_model_nth (self->model, LEFT, i));
      const guint32 right = link->sentence[RIGHT];

      row->is_moved |= link->is_moved;
      g_array_append_val (self->is_written[right] ? row->above : row->rights, right);
      self->is_written[right] = TRUE;
    }
}

/* A right sentence that is tied to nothing; the others stand with theirs. */
static void
add_right (Rows    *self,
           guint32  sentence)
{
  guint n;

  plx_pair_model_find (self->model, RIGHT, sentence, &n);
  if (n > 0 || !plx_pair_model_is_compared (self->model, RIGHT, sentence))
    return;

  g_array_append_val (add_row (self, PLX_NONE, PLX_PAIR_ALONE)->rights, sentence);
}

static void
advance (Rows        *self,
         PlxPairSide  side,
         guint32      until)
{
  for (; self->at[side] < until; self->at[side]++)
    {
      if (side == LEFT)
        add_left (self, self->at[side]);
      else
        add_right (self, self->at[side]);
    }
}

/**
 * plx_sheet_pair_rows_new:
 * @model: two articles
 *
 * Puts two articles on levels, in the order of both: what is tied stands on one, each sentence
 * that is shown and reports something once. Ties that cross others stand where the left article
 * has them.
 *
 * Returns: (transfer full) (element-type PlxSheetPairRow): the rows
 */
GPtrArray *
plx_sheet_pair_rows_new (const PlxPairModel *model)
{
  Rows self = { model, g_ptr_array_new_with_free_func (row_free), NULL, { 0, 0 } };
  const guint n_right = plx_pair_model_n_sentences (model, RIGHT);

  self.is_written = g_new0 (gboolean, n_right + 1);
  for (guint i = 0; i < model->links->len; i++)
    {
      const PlxPairLink *link = plx_pair_model_link (model, i);

      if (link->is_moved)
        continue;
      advance (&self, LEFT, link->sentence[LEFT]);
      advance (&self, RIGHT, link->sentence[RIGHT]);
      advance (&self, LEFT, link->sentence[LEFT] + 1);
    }
  advance (&self, LEFT, plx_pair_model_n_sentences (model, LEFT));
  advance (&self, RIGHT, n_right);
  g_free (self.is_written);

  return self.rows;
}
