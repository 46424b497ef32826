/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-sections-private.h"

#include <glib/gi18n-lib.h>

#include "model/plx-difference-rules.h"
#include "sheet/plx-sheet-marks.h"
#include "sheet/plx-sheet-telling.h"
#include "sheet/plx-sheet-words.h"

#define N_COLUMNS 3
#define ROWS_PER_PART 6

typedef struct
{
  const PlxSheetClaim       *claim;
  const PlxDifferenceRecord *difference;
} Row;

typedef struct
{
  PlxSheetTelling *telling;
  GArray          *rows; /* Row, by kind */
} Differences;

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const Row *x = a;
  const Row *y = b;
  const guint rank_x = plx_sheet_rank_of (x->difference->kind);
  const guint rank_y = plx_sheet_rank_of (y->difference->kind);

  if (rank_x != rank_y)
    return rank_x < rank_y ? -1 : 1;
  if (x->claim != y->claim)
    return x->claim->claim < y->claim->claim ? -1 : 1;

  return 0;
}

static void
find_rows (Differences *self)
{
  PlxSheetMatter *matter = self->telling->matter;
  const GArray *claims = self->telling->tally->claims;

  for (guint i = 0; i < claims->len; i++)
    {
      const PlxSheetClaim *claim = &g_array_index (claims, PlxSheetClaim, i);
      const PlxClaimRecord *record = plx_analysis_get_claim (matter->analysis, claim->claim);

      for (guint j = 0; claim->n_differences > 0 && j < record->differences->len; j++)
        {
          const Row row = { claim, g_ptr_array_index (record->differences, j) };

          if (plx_sheet_saying_count (row.difference, matter->passages) >= 2)
            g_array_append_val (self->rows, row);
        }
    }
  g_array_sort (self->rows, compare_rows);
}

static PlxDifferenceKind
kind_at (const Differences *self,
         guint              i)
{
  return g_array_index (self->rows, Row, i).difference->kind;
}

static void
free_state (gpointer state)
{
  Differences *self = state;

  plx_telling_free (self->telling);
  g_array_unref (self->rows);
  g_free (self);
}

static gpointer
prepare (PlxSheetMatter *matter,
         PlxSheetPlan   *plan,
         GCancellable   *cancellable)
{
  Differences *self = g_new0 (Differences, 1);

  self->telling = plx_telling_new (matter, plan);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  find_rows (self);
  if (self->rows->len > 0)
    return self;

  free_state (self);

  return NULL;
}

static guint
count_parts (gpointer state)
{
  return (((Differences *) state)->rows->len + ROWS_PER_PART - 1) / ROWS_PER_PART;
}

static void
write_head (const Differences *self,
            PlxSheetWriter    *writer)
{
  const guint n = self->rows->len;
  g_autofree char *words =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u difference in claims that more than one "
                                  "source tells. Numbers, days and places come first, and who says "
                                  "so last.", "%u differences in claims that more than one source "
                                  "tells. Numbers, days and places come first, and who says so "
                                  "last.", n), n);

  plx_sheet_writer_head (writer, 1, _("Differences"), NULL);
  plx_sheet_writer_say (writer, PLX_STYLE_META, words);
}

static void
write_row (const Differences *self,
           const Row         *row,
           PlxSheetWriter    *writer)
{
  g_autofree char *about = row->difference->about != NULL && *row->difference->about != '\0'
                           ? plx_marks_plain (row->difference->about)
                           : plx_telling_label (self->telling, row->claim);
  g_autofree char *name = plx_telling_claim (self->telling, row->claim);
  /* Translators: what differs, and “claim 3” */
  g_autofree char *what = g_strdup_printf (_("%1$s (%2$s)"), about, name);
  g_autofree char *says = plx_telling_sayings (self->telling, row->difference);
  g_autoptr (PlxSheetText) first = plx_marks_read (what);
  g_autoptr (PlxSheetText) second = plx_marks_read (says);
  g_autoptr (PlxSheetText) third =
    plx_sheet_text_new (plx_difference_rule_words (row->difference->rule), NULL);
  PlxSheetText *cells[N_COLUMNS] = { first, second, third };

  plx_sheet_writer_row (writer, PLX_ROW_BODY, cells, N_COLUMNS);
}

/* The kind over all columns, before the first difference of it. */
static void
write_kind (const Differences *self,
            guint              row,
            PlxSheetWriter    *writer)
{
  g_autoptr (PlxSheetText) text = NULL;

  if (row > 0 && kind_at (self, row - 1) == kind_at (self, row))
    return;

  text = plx_sheet_text_new (NULL, NULL);
  plx_sheet_text_append_dressed (text, plx_words_difference (kind_at (self, row)), PLX_DRESS_BOLD);
  plx_sheet_writer_row (writer, PLX_ROW_SPANNING, &text, 1);
}

static void
write_part (gpointer        state,
            guint           part,
            PlxSheetWriter *writer)
{
  const Differences *self = state;
  const guint end = MIN ((part + 1) * ROWS_PER_PART, self->rows->len);
  const char *heads[N_COLUMNS] = { _("What differs"), _("Who says what"), _("Why it counts") };
  const PlxSheetColumn columns[N_COLUMNS] = {
    { .width = 1.1, .style = PLX_STYLE_SMALL, .heads_rows = TRUE },
    { .width = 2.1, .style = PLX_STYLE_SMALL },
    { .width = 1.2, .style = PLX_STYLE_META },
  };
  const PlxSheetTable table = {
    part == 0 ? "differences-table" : NULL, _("Differences"), columns, N_COLUMNS, TRUE, part > 0,
    end < self->rows->len,
  };

  if (part == 0)
    write_head (self, writer);

  plx_sheet_writer_begin_table (writer, &table);
  plx_sheet_writer_row_words (writer, PLX_ROW_HEAD, heads, N_COLUMNS);
  for (guint i = part * ROWS_PER_PART; i < end; i++)
    {
      write_kind (self, i, writer);
      write_row (self, &g_array_index (self->rows, Row, i), writer);
    }
  plx_sheet_writer_end_table (writer);
}

const PlxSheetSection plx_sheet_section_differences = {
  .id = "differences",
  .title = N_("Differences"),
  .is_usual = TRUE,
  .prepare = prepare,
  .count_parts = count_parts,
  .write_part = write_part,
  .free_state = free_state,
};
