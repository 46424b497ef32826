/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-slip.h"

/* In ems: between two columns, and above and below a row. */
#define GAP 1.0
#define PADDING 0.28

static double
em_of (PlxSlipMaker *self,
       double        n)
{
  return n * self->setter->em;
}

/* Columns of fixed width get it, as far as it is there; the others share the rest. */
static void
measure_columns (PlxSlipMaker *self)
{
  guint n = self->form.n_columns;
  double gap = em_of (self, GAP);
  double fixed = 0, parts = 0, left = 0, room = self->width - gap * (n - 1), scale;

  for (guint i = 0; i < n; i++)
    {
      fixed += em_of (self, MAX (self->columns[i].ems, 0));
      parts += self->columns[i].ems > 0 ? 0 : MAX (self->columns[i].width, 0);
    }

  /* Where nothing else is there, those of fixed width keep theirs; too wide, all shrink alike. */
  scale = fixed > room * (parts > 0 ? 0.7 : 1) ? room * (parts > 0 ? 0.7 : 1) / fixed : 1;
  for (guint i = 0; i < n; i++)
    {
      self->widths[i] = self->columns[i].ems > 0
                        ? em_of (self, self->columns[i].ems) * scale
                        : (room - fixed * scale) * MAX (self->columns[i].width, 0) / parts;
      self->lefts[i] = left;
      left += self->widths[i] + gap;
    }
}

void
plx_slip_begin_table (PlxSheetWriter      *writer,
                      const PlxSheetTable *table)
{
  PlxSlipMaker *self = (PlxSlipMaker *) writer;
  PlxSlipTable head = { .first = self->slip->lines->len, .end = self->slip->lines->len,
                        .continues = table->continues };

  if (table->id != NULL && !table->continues)
    plx_slip_maker_mark (self, NULL, PLX_SLIP_NO_HEADING, table->id);
  g_array_append_val (self->slip->tables, head);
  self->table = self->slip->tables->len;
  self->form = *table;
  g_free (self->columns);
  g_free (self->lefts);
  g_free (self->widths);
  self->columns = g_memdup2 (table->columns, table->n_columns * sizeof (PlxSheetColumn));
  self->lefts = g_new0 (double, table->n_columns);
  self->widths = g_new0 (double, table->n_columns);
  self->form.columns = self->columns;
  measure_columns (self);
}

/* The rule that ends a head. The head is on one page with the first row, and stands again on top of
 * each page that the table reaches. */
static void
end_head (PlxSlipMaker *self)
{
  PlxSlipTable *head = &g_array_index (self->slip->tables, PlxSlipTable, self->table - 1);

  if (!self->is_in_head)
    return;

  plx_slip_maker_keep (self);
  plx_slip_maker_space (self, 0.2);
  plx_slip_maker_rule (self, 0.5, 0);
  plx_slip_maker_keep (self);
  self->is_in_head = FALSE;

  head->end = self->slip->lines->len;
  for (guint i = head->first; i < head->end; i++)
    head->height += plx_slip_line (self->slip, i)->height +
                    (i > head->first ? plx_slip_line (self->slip, i)->space : 0);
}

static void
begin_head (PlxSlipMaker *self)
{
  PlxSlipTable *head = &g_array_index (self->slip->tables, PlxSlipTable, self->table - 1);

  if (self->is_in_head)
    {
      plx_slip_maker_keep (self);
      return;
    }

  self->is_in_head = TRUE;
  /* Room that is left over belongs before the table that is seen. */
  if (!self->form.continues)
    plx_slip_maker_space (self, 0.4);
  head->first = self->slip->lines->len;
  plx_slip_maker_rule (self, 0.8, 0);
  plx_slip_maker_keep (self);
  plx_slip_maker_space (self, 0.2);
}

static void
add_cells (PlxSlipMaker  *self,
           PlxSheetRow    kind,
           PlxSheetText **cells,
           guint          n_cells)
{
  g_autoptr (PlxSheetText) empty = plx_sheet_text_new (NULL, NULL);

  if (kind == PLX_ROW_SPANNING)
    {
      plx_slip_maker_piece (self, n_cells > 0 && cells[0] != NULL ? cells[0] : empty,
                            PLX_FACE_HEADING, PLX_ALIGN_START, 0, self->width);
      return;
    }

  for (guint i = 0; i < MIN (n_cells, self->form.n_columns); i++)
    {
      const PlxSheetColumn *column = &self->columns[i];

      plx_slip_maker_piece (self, cells[i] != NULL ? cells[i] : empty,
                            kind == PLX_ROW_HEAD ? PLX_FACE_MINOR : (PlxSheetFace) column->style,
                            column->align, self->lefts[i], self->widths[i]);
    }
}

void
plx_slip_add_row (PlxSheetWriter  *writer,
                  PlxSheetRow      kind,
                  PlxSheetText   **cells,
                  guint            n_cells)
{
  PlxSlipMaker *self = (PlxSlipMaker *) writer;

  g_return_if_fail (self->table > 0);

  if (kind == PLX_ROW_HEAD)
    begin_head (self);
  else
    end_head (self);

  /* The head of a table that goes on is not there to be led to. */
  if (kind != PLX_ROW_HEAD && self->form.continues && self->form.id != NULL)
    plx_slip_maker_mark (self, NULL, PLX_SLIP_NO_HEADING, g_steal_pointer (&self->form.id));

  if (kind != PLX_ROW_HEAD)
    plx_slip_maker_space (self, kind == PLX_ROW_SPANNING ? 3 * PADDING : PADDING);
  add_cells (self, kind, cells, n_cells);
  plx_slip_maker_row (self, (PlxSlipRow) { .role = PLX_SLIP_CELLS, .kind = kind, .bar = -1 });

  if (kind == PLX_ROW_SPANNING)
    {
      plx_slip_maker_keep (self);
      return;
    }
  if (kind == PLX_ROW_HEAD)
    return;

  if (self->form.is_ruled)
    {
      plx_slip_maker_keep (self);
      plx_slip_maker_space (self, PADDING);
      plx_slip_maker_rule (self, 0.25, 0.55);
    }
  plx_slip_maker_space (self, self->form.is_ruled ? PADDING : PADDING / 2);
}

void
plx_slip_end_table (PlxSheetWriter *writer)
{
  PlxSlipMaker *self = (PlxSlipMaker *) writer;

  g_return_if_fail (self->table > 0);

  end_head (self);
  self->table = 0;
  if (!self->form.goes_on)
    plx_slip_maker_space (self, 1);
  self->form.continues = FALSE;
}

guint
plx_slip_count_columns (PlxSheetWriter *writer,
                        double          ems)
{
  PlxSlipMaker *self = (PlxSlipMaker *) writer;
  double gap = em_of (self, GAP);
  double n = (self->width + gap) / (em_of (self, MAX (ems, 1)) + gap);

  return MAX (1, (guint) n);
}
