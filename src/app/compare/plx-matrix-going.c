/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-matrix"

#include "config.h"

#include "compare/plx-matrix.h"

#include "compare/plx-matrix-private.h"

/* Where in the matrix one is: the row that has the focus, and the steps to others. */

/**
 * plx_matrix_list_focused:
 * @self: a matrix
 *
 * Returns: (transfer full) (element-type PlxSentenceRef): the sentences of the row that has the
 *   focus, the one that has it first; claims may be joined or split when the story is compared anew
 */
GArray *
plx_matrix_list_focused (PlxMatrix *self)
{
  GArray *refs = g_array_new (FALSE, FALSE, sizeof (PlxSentenceRef));
  PlxSentenceRef ref;
  PlxClaimItem *item = plx_matrix_grid_find_focus (self->grid, &ref);

  if (item == NULL)
    return refs;

  g_array_append_val (refs, ref);
  g_array_append_vals (refs, plx_claim_item_get_record (item)->refs->data,
                       plx_claim_item_get_record (item)->refs->len);

  return refs;
}

static gboolean
has_sentence (PlxClaimItem         *item,
              const PlxSentenceRef *ref)
{
  GArray *refs = plx_claim_item_get_record (item)->refs;

  for (guint i = 0; i < refs->len; i++)
    {
      const PlxSentenceRef *other = &g_array_index (refs, PlxSentenceRef, i);

      if (other->article == ref->article && other->sentence == ref->sentence)
        return TRUE;
    }

  return FALSE;
}

/**
 * plx_matrix_restore_focus:
 * @self: a matrix
 * @focused: (element-type PlxSentenceRef): what had the focus
 *
 * Gives the focus to the first row that has one of some sentences.
 */
void
plx_matrix_restore_focus (PlxMatrix *self,
                          GArray    *focused)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));

  for (guint i = 0; i < focused->len; i++)
    for (guint row = 0; row < n; row++)
      {
        g_autoptr (PlxClaimItem) item = g_list_model_get_item (G_LIST_MODEL (self->sorted), row);
        const PlxSentenceRef *ref = &g_array_index (focused, PlxSentenceRef, i);

        if (!has_sentence (item, ref))
          continue;
        plx_matrix_grid_go_to (self->grid, row, i == 0 && !self->narrow
                                 ? plx_arrangement_find_column (self->arrangement, ref->article)
                                 : PLX_NONE, 0);
        return;
      }
}

/**
 * plx_matrix_step:
 * @self: a matrix
 * @direction: 1 for the next claim, -1 for the one before
 *
 * Unfolds the next claim of which sources say something differently, and goes there.
 *
 * Returns: whether there is one
 */
gboolean
plx_matrix_step (PlxMatrix *self,
                 int        direction)
{
  GListModel *model;
  guint n, position;

  g_return_val_if_fail (PLX_IS_MATRIX (self), FALSE);

  model = G_LIST_MODEL (self->sorted);
  n = g_list_model_get_n_items (model);
  position = self->current;
  if (position >= n)
    position = direction > 0 ? G_MAXUINT : n;

  /* Past either end the position leaves the range, as an unsigned number does. */
  for (position += direction; position < n; position += direction)
    {
      g_autoptr (PlxClaimItem) item = g_list_model_get_item (model, position);

      if (plx_claim_item_get_n_kinds (item) == 0)
        continue;
      plx_claim_item_set_expanded (item, TRUE);
      self->current = position;
      plx_matrix_grid_go_to (self->grid, position, PLX_NONE, 0);
      return TRUE;
    }

  return FALSE;
}

/**
 * plx_matrix_go_to_sentence:
 * @self: a matrix
 * @ref: a sentence of the analysis that it shows
 *
 * Unfolds the first claim that has a sentence, and goes there.
 *
 * Returns: whether one is shown
 */
gboolean
plx_matrix_go_to_sentence (PlxMatrix      *self,
                           PlxSentenceRef  ref)
{
  guint n;

  g_return_val_if_fail (PLX_IS_MATRIX (self), FALSE);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxClaimItem) item = g_list_model_get_item (G_LIST_MODEL (self->sorted), i);

      if (!has_sentence (item, &ref))
        continue;

      plx_claim_item_set_expanded (item, TRUE);
      self->current = i;
      plx_matrix_grid_go_to (self->grid, i, self->narrow ? PLX_NONE
                             : plx_arrangement_find_column (self->arrangement, ref.article), 0);
      return TRUE;
    }

  return FALSE;
}
