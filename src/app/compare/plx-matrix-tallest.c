/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-matrix-tallest"

#include "config.h"

#include "compare/plx-matrix-tallest.h"

/* What stands around a sentence, and the line that it fills only in part, in letters. */
#define LETTERS_AROUND 120

/* A column, and about how high its cell is. */
typedef struct
{
  guint  column;
  double height;
} Guess;

static int
compare_guesses (const void *x,
                 const void *y)
{
  const Guess *a = x, *b = y;

  if (a->height != b->height)
    return a->height < b->height ? 1 : -1;

  return (a->column > b->column) - (a->column < b->column);
}

/**
 * plx_matrix_tallest_find:
 * @item: a row of the matrix, unfolded
 * @arrangement: how the matrix is arranged
 * @geometry: how wide its columns are
 * @most: how many columns are asked for
 *
 * Finds the columns whose cells are most probably the highest of a row, by the letters that they
 * have for their width. To lay out the text of all of them would take a second where a story has
 * hundreds of articles.
 *
 * Returns: (transfer full) (element-type guint): the columns
 */
GArray *
plx_matrix_tallest_find (PlxClaimItem            *item,
                         PlxArrangement          *arrangement,
                         const PlxMatrixGeometry *geometry,
                         guint                    most)
{
  PlxAnalysis *analysis = plx_claim_item_get_analysis (item);
  g_autoptr (GArray) guesses = g_array_new (FALSE, FALSE, sizeof (Guess));
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint column = 0; column < geometry->n_columns; column++)
    {
      Guess guess = { .column = column };
      guint n_refs;
      const PlxSentenceRef *refs;

      refs = plx_claim_item_get_refs (item, plx_arrangement_get_column (arrangement, column),
                                      &n_refs);
      for (guint i = 0; i < n_refs; i++)
        {
          const PlxSentenceSpan *span = plx_analysis_get_sentence (analysis, refs[i]);

          guess.height += LETTERS_AROUND + span->end - span->start;
        }
      guess.height /= MAX (plx_matrix_geometry_get_width (geometry, column), 1);
      g_array_append_val (guesses, guess);
    }

  g_array_sort (guesses, compare_guesses);
  for (guint i = 0; i < MIN (guesses->len, most); i++)
    g_array_append_val (columns, g_array_index (guesses, Guess, i).column);

  return columns;
}
