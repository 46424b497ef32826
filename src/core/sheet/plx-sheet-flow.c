/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-flow.h"

#include "sheet/plx-sheet-flow-private.h"

static void
line_clear (gpointer data)
{
  g_free (((PlxFlowLine *) data)->text);
}

static void
piece_clear (gpointer data)
{
  g_object_unref (((PlxFlowPiece *) data)->layout);
}

static void
mark_clear (gpointer data)
{
  g_free (((PlxFlowMark *) data)->title);
}

/**
 * plx_flow_new:
 * @width: of the column
 * @leading: space between two lines of a paragraph, as a part of their height
 *
 * Returns: (transfer full): a flow without rows
 */
PlxFlow *
plx_flow_new (double width,
              double leading)
{
  PlxFlow *self = g_new0 (PlxFlow, 1);

  self->width = width;
  self->leading = leading;
  self->lines = g_array_new (FALSE, TRUE, sizeof (PlxFlowLine));
  self->pieces = g_array_new (FALSE, TRUE, sizeof (PlxFlowPiece));
  self->cells = g_array_new (FALSE, TRUE, sizeof (PlxFlowPiece));
  self->tables = g_array_new (FALSE, TRUE, sizeof (PlxFlowTable));
  self->marks = g_array_new (FALSE, TRUE, sizeof (PlxFlowMark));
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->group = G_MAXUINT;
  self->table = PLX_NO_TABLE;
  self->bar = -1;

  g_array_set_clear_func (self->lines, line_clear);
  g_array_set_clear_func (self->pieces, piece_clear);
  g_array_set_clear_func (self->marks, mark_clear);

  return self;
}

void
plx_flow_free (PlxFlow *self)
{
  g_array_unref (self->lines);
  g_array_unref (self->pieces);
  g_array_unref (self->cells);
  g_array_unref (self->tables);
  g_array_unref (self->marks);
  g_ptr_array_unref (self->pages);
  g_free (self);
}

double
plx_flow_get_width (PlxFlow *self)
{
  return self->width;
}

/* Space before what comes next; the greater of two counts. */
void
plx_flow_space (PlxFlow *self,
                double   height)
{
  self->space = MAX (self->space, height);
}

/**
 * plx_flow_cell:
 * @self: a flow
 * @layout: (transfer full): a text with its width set
 * @x: where it begins
 *
 * Adds a cell to the row that is being made.
 */
void
plx_flow_cell (PlxFlow     *self,
               PangoLayout *layout,
               double       x)
{
  PlxFlowPiece cell = { .layout = layout, .x = x };

  g_array_append_val (self->cells, cell);
}

/* Sets a thin bar beside the row that is being made. */
void
plx_flow_bar (PlxFlow *self,
              double   x)
{
  self->bar = x;
}

static PlxFlowLine *
add_line (PlxFlow *self,
          double   height)
{
  PlxFlowLine line = {
    .row = self->n_rows, .space = self->space, .height = height, .bar = self->bar,
    .first_piece = self->pieces->len, .table = self->table,
  };

  self->space = 0;
  g_array_append_val (self->lines, line);

  return &g_array_index (self->lines, PlxFlowLine, self->lines->len - 1);
}

typedef struct
{
  double above;
  double below;
  double x;
} Extent;

static Extent
measure_line (PangoLayout *layout,
              int          index)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  PangoRectangle logical;
  Extent extent;
  int baseline;

  for (int i = 0; i < index; i++)
    pango_layout_iter_next_line (iter);

  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  baseline = pango_layout_iter_get_baseline (iter);
  extent.above = (baseline - logical.y) / (double) PANGO_SCALE;
  extent.below = (logical.y + logical.height - baseline) / (double) PANGO_SCALE;
  extent.x = logical.x / (double) PANGO_SCALE;
  pango_layout_iter_free (iter);

  return extent;
}

/* The lines of all cells that stand at one height share one baseline. */
static void
add_row_line (PlxFlow *self,
              int      index)
{
  double above = 0, below = 0;
  PlxFlowLine *line = add_line (self, 0);

  for (guint i = 0; i < self->cells->len; i++)
    {
      PlxFlowPiece piece = g_array_index (self->cells, PlxFlowPiece, i);
      Extent extent;

      if (index >= pango_layout_get_line_count (piece.layout))
        continue;

      extent = measure_line (piece.layout, index);
      above = MAX (above, extent.above);
      below = MAX (below, extent.below);

      piece.layout = g_object_ref (piece.layout);
      piece.line = index;
      piece.cell = i;
      piece.x += extent.x;
      g_array_append_val (self->pieces, piece);
      line->n_pieces++;
    }

  line->height = (above + below) * (1 + self->leading);
  for (guint i = 0; i < line->n_pieces; i++)
    g_array_index (self->pieces, PlxFlowPiece, line->first_piece + i).baseline =
      above + (above + below) * self->leading / 2;
}

/**
 * plx_flow_row:
 * @self: a flow
 *
 * Ends the row. Its first two lines stay together, and so do its last two.
 */
void
plx_flow_row (PlxFlow *self)
{
  int n = 0;

  for (guint i = 0; i < self->cells->len; i++)
    n = MAX (n, pango_layout_get_line_count (g_array_index (self->cells, PlxFlowPiece, i).layout));

  for (int i = 0; i < n; i++)
    add_row_line (self, i);

  for (int i = 0; i + 1 < n; i++)
    if (i == 0 || i == n - 2)
      g_array_index (self->lines, PlxFlowLine, self->lines->len - n + i).keep = PLX_KEEP_ALWAYS;

  for (guint i = 0; i < self->cells->len; i++)
    g_object_unref (g_array_index (self->cells, PlxFlowPiece, i).layout);
  g_array_set_size (self->cells, 0);
  self->bar = -1;
  self->n_rows++;
}

void
plx_flow_rule (PlxFlow *self,
               double   thickness,
               double   gray)
{
  PlxFlowLine *line = add_line (self, thickness);

  line->rule = thickness;
  line->gray = gray;
  self->n_rows++;
}

/**
 * plx_flow_figure:
 * @self: a flow
 * @height: of the figure
 * @text: what it shows, for those who do not see it
 * @draw: draws it with the origin at its upper left corner
 * @data: for @draw; lives as long as the flow
 *
 * Adds a figure of the width of the column.
 */
void
plx_flow_figure (PlxFlow     *self,
                 double       height,
                 const char  *text,
                 PlxFlowDraw  draw,
                 gpointer     data)
{
  PlxFlowLine *line = add_line (self, height);

  line->draw = draw;
  line->data = data;
  line->text = g_strdup (text);
  self->n_rows++;
}

/* Keeps the row just made on one page with the one after it. */
void
plx_flow_keep_with_next (PlxFlow *self)
{
  if (self->lines->len > 0)
    g_array_index (self->lines, PlxFlowLine, self->lines->len - 1).keep = PLX_KEEP_ALWAYS;
}

/* What is added until the end of the group stays on one page where it fits on one. */
void
plx_flow_begin_group (PlxFlow *self)
{
  self->group = self->lines->len;
}

void
plx_flow_end_group (PlxFlow *self)
{
  for (guint i = self->group; i + 1 < self->lines->len; i++)
    {
      PlxFlowLine *line = &g_array_index (self->lines, PlxFlowLine, i);

      line->keep = MAX (line->keep, PLX_KEEP_GROUP);
    }

  self->group = G_MAXUINT;
}

/* The rows until the end of the head come again at the top of each page that the table reaches. */
void
plx_flow_begin_table (PlxFlow *self)
{
  PlxFlowTable table = { self->lines->len, self->lines->len };

  g_array_append_val (self->tables, table);
}

void
plx_flow_end_table_head (PlxFlow *self)
{
  plx_flow_keep_with_next (self);
  self->table = self->tables->len - 1;
  g_array_index (self->tables, PlxFlowTable, self->table).end = self->lines->len;
}

void
plx_flow_end_table (PlxFlow *self)
{
  self->table = PLX_NO_TABLE;
}

/* The next row begins a section. */
void
plx_flow_mark (PlxFlow    *self,
               const char *title,
               guint       level)
{
  PlxFlowMark mark = { g_strdup (title), level, self->lines->len };

  g_array_append_val (self->marks, mark);
}
