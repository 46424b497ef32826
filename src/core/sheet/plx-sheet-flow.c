/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-flow.h"

#define NO_TABLE G_MAXUINT

/* Rather than leave more than this part of a page empty, a group is torn apart. */
#define MAX_HOLE 0.3

/* How badly a line wants the next one on its own page. A group is torn apart where it is longer
 * than a page, a heading is never left behind. */
typedef enum
{
  KEEP_NOT,
  KEEP_GROUP,
  KEEP_ALWAYS,
} Keep;

/* A line of a cell. */
typedef struct
{
  PangoLayout *layout;
  int          line;
  guint        cell; /* its place in the row */
  double       x;
  double       baseline; /* from the top of the line of the flow */
} Piece;

/* The smallest thing that stands on one page: the lines of the cells of a row that stand side by
 * side, a rule, or a figure. */
typedef struct
{
  guint        row;
  double       space;  /* above it, unless it begins a page */
  double       height;
  Keep         keep;
  guint        first_piece;
  guint        n_pieces;
  double       bar;    /* where a bar stands at its side, or below 0 */
  double       rule;   /* thickness, or 0 */
  double       gray;
  PlxFlowDraw  draw;
  gpointer     data;
  char        *text;   /* nullable: what a figure shows */
  guint        table;  /* whose head is repeated where the line begins a page */
} Line;

typedef struct
{
  guint first;
  guint end; /* of the lines of the head */
} Table;

typedef struct
{
  guint  line;
  double y;
} Placed;

typedef struct
{
  char  *title;
  guint  level;
  guint  line;
} Mark;

struct _PlxFlow
{
  double   width;
  double   leading; /* between the lines of a paragraph, as a part of their height */

  GArray  *lines;   /* Line */
  GArray  *pieces;  /* Piece */
  GArray  *tables;  /* Table */
  GArray  *marks;   /* Mark */
  GPtrArray *pages; /* GArray of Placed */

  GArray  *cells;   /* Piece: those of the row that is being made; only layout and x */
  double   space;
  double   bar;
  guint    n_rows;
  guint    group;   /* where the group began, or G_MAXUINT */
  guint    table;
};

static void
line_clear (gpointer data)
{
  g_free (((Line *) data)->text);
}

static void
piece_clear (gpointer data)
{
  g_object_unref (((Piece *) data)->layout);
}

static void
mark_clear (gpointer data)
{
  g_free (((Mark *) data)->title);
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
  self->lines = g_array_new (FALSE, TRUE, sizeof (Line));
  self->pieces = g_array_new (FALSE, TRUE, sizeof (Piece));
  self->cells = g_array_new (FALSE, TRUE, sizeof (Piece));
  self->tables = g_array_new (FALSE, TRUE, sizeof (Table));
  self->marks = g_array_new (FALSE, TRUE, sizeof (Mark));
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->group = G_MAXUINT;
  self->table = NO_TABLE;
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
  Piece cell = { .layout = layout, .x = x };

  g_array_append_val (self->cells, cell);
}

/* Sets a thin bar beside the row that is being made. */
void
plx_flow_bar (PlxFlow *self,
              double   x)
{
  self->bar = x;
}

static Line *
add_line (PlxFlow *self,
          double   height)
{
  Line line = {
    .row = self->n_rows, .space = self->space, .height = height, .bar = self->bar,
    .first_piece = self->pieces->len, .table = self->table,
  };

  self->space = 0;
  g_array_append_val (self->lines, line);

  return &g_array_index (self->lines, Line, self->lines->len - 1);
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
  Line *line = add_line (self, 0);

  for (guint i = 0; i < self->cells->len; i++)
    {
      Piece piece = g_array_index (self->cells, Piece, i);
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
    g_array_index (self->pieces, Piece, line->first_piece + i).baseline =
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
    n = MAX (n, pango_layout_get_line_count (g_array_index (self->cells, Piece, i).layout));

  for (int i = 0; i < n; i++)
    add_row_line (self, i);

  for (int i = 0; i + 1 < n; i++)
    if (i == 0 || i == n - 2)
      g_array_index (self->lines, Line, self->lines->len - n + i).keep = KEEP_ALWAYS;

  for (guint i = 0; i < self->cells->len; i++)
    g_object_unref (g_array_index (self->cells, Piece, i).layout);
  g_array_set_size (self->cells, 0);
  self->bar = -1;
  self->n_rows++;
}

void
plx_flow_rule (PlxFlow *self,
               double   thickness,
               double   gray)
{
  Line *line = add_line (self, thickness);

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
  Line *line = add_line (self, height);

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
    g_array_index (self->lines, Line, self->lines->len - 1).keep = KEEP_ALWAYS;
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
      Line *line = &g_array_index (self->lines, Line, i);

      line->keep = MAX (line->keep, KEEP_GROUP);
    }

  self->group = G_MAXUINT;
}

/* The rows until the end of the head come again at the top of each page that the table reaches. */
void
plx_flow_begin_table (PlxFlow *self)
{
  Table table = { self->lines->len, self->lines->len };

  g_array_append_val (self->tables, table);
}

void
plx_flow_end_table_head (PlxFlow *self)
{
  plx_flow_keep_with_next (self);
  self->table = self->tables->len - 1;
  g_array_index (self->tables, Table, self->table).end = self->lines->len;
}

void
plx_flow_end_table (PlxFlow *self)
{
  self->table = NO_TABLE;
}

/* The next row begins a section. */
void
plx_flow_mark (PlxFlow    *self,
               const char *title,
               guint       level)
{
  Mark mark = { g_strdup (title), level, self->lines->len };

  g_array_append_val (self->marks, mark);
}

/* Where the unit that begins at @start ends: the lines that are kept together at least as badly
 * as @keep. */
static guint
find_unit (PlxFlow *self,
           guint    start,
           Keep     keep,
           double  *height)
{
  guint i = start;

  *height = 0;

  while (TRUE)
    {
      const Line *line = &g_array_index (self->lines, Line, i);

      *height += line->height + (i > start ? line->space : 0);
      i++;
      if (line->keep < keep || i == self->lines->len)
        return i;
    }
}

static double
place_line (PlxFlow *self,
            GArray  *page,
            guint    index,
            double   y)
{
  const Line *line = &g_array_index (self->lines, Line, index);
  Placed placed = { index, y + (page->len > 0 ? line->space : 0) };

  g_array_append_val (page, placed);

  return placed.y + line->height;
}

static GArray *
begin_page (PlxFlow *self,
            guint    index,
            double  *y)
{
  GArray *page = g_array_new (FALSE, FALSE, sizeof (Placed));
  const Line *line = &g_array_index (self->lines, Line, index);

  g_ptr_array_add (self->pages, page);
  *y = 0;

  if (line->table != NO_TABLE)
    {
      const Table *table = &g_array_index (self->tables, Table, line->table);

      for (guint i = table->first; i < table->end; i++)
        *y = place_line (self, page, i, *y);
    }

  return page;
}

/**
 * plx_flow_paginate:
 * @self: a flow to which nothing will be added
 * @height: of the pages
 *
 * Breaks the flow into pages; there is one at least.
 */
void
plx_flow_paginate (PlxFlow *self,
                   double   height)
{
  GArray *page = NULL;
  guint torn = 0; /* where the group ends that is being torn apart */
  double y = 0;

  g_ptr_array_set_size (self->pages, 0);

  for (guint i = 0; i < self->lines->len; )
    {
      double space = g_array_index (self->lines, Line, i).space;
      double unit;
      guint end = find_unit (self, i, KEEP_GROUP, &unit);

      if (unit > height || (page != NULL && y + space + unit > height &&
                            height - y > MAX_HOLE * height))
        torn = end;
      if (i < torn)
        end = find_unit (self, i, KEEP_ALWAYS, &unit);
      if (unit > height)
        {
          end = i + 1;
          unit = g_array_index (self->lines, Line, i).height;
        }

      if (page == NULL || (page->len > 0 && y + space + unit > height))
        page = begin_page (self, i, &y);

      /* The head of a table, come again, may have left too little room for the unit. */
      for (guint first = i; i < end; i++)
        {
          const Line *line = &g_array_index (self->lines, Line, i);

          if (i > first && y + line->space + line->height > height)
            page = begin_page (self, i, &y);
          y = place_line (self, page, i, y);
        }
    }

  if (self->pages->len == 0)
    g_ptr_array_add (self->pages, g_array_new (FALSE, FALSE, sizeof (Placed)));
}

guint
plx_flow_get_n_pages (PlxFlow *self)
{
  return self->pages->len;
}

static void
draw_line (PlxFlow    *self,
           const Line *line,
           double      y,
           cairo_t    *cr)
{
  if (line->bar >= 0)
    {
      cairo_set_source_rgb (cr, 0.55, 0.55, 0.55);
      cairo_rectangle (cr, line->bar, y, 1.5, line->height);
      cairo_fill (cr);
    }

  if (line->rule > 0)
    {
      cairo_set_source_rgb (cr, line->gray, line->gray, line->gray);
      cairo_rectangle (cr, 0, y, self->width, line->rule);
      cairo_fill (cr);
    }

  for (guint i = 0; i < line->n_pieces; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, line->first_piece + i);

      cairo_set_source_rgb (cr, 0, 0, 0);
      cairo_move_to (cr, piece->x, y + piece->baseline);
      pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (piece->layout,
                                                                        piece->line));
    }

  if (line->draw != NULL)
    {
      cairo_save (cr);
      cairo_translate (cr, 0, y);
      line->draw (cr, self->width, line->height, line->data);
      cairo_restore (cr);
    }
}

/* Draws a page with the origin at the upper left corner of the column. */
void
plx_flow_draw (PlxFlow *self,
               guint    page,
               cairo_t *cr)
{
  GArray *placed = g_ptr_array_index (self->pages, page);

  for (guint i = 0; i < placed->len; i++)
    {
      const Placed *each = &g_array_index (placed, Placed, i);

      draw_line (self, &g_array_index (self->lines, Line, each->line), each->y, cr);
    }
}

/* The lines of each cell are read before the next cell's, as eyes read them. */
static void
append_row_text (PlxFlow *self,
                 GArray  *placed,
                 guint    start,
                 guint    end,
                 GString *text)
{
  guint n_cells = 1;

  for (guint cell = 0; cell < n_cells; cell++)
    {
      gsize before = text->len;

      for (guint i = start; i < end; i++)
        {
          const Line *line = &g_array_index (self->lines, Line,
                                             g_array_index (placed, Placed, i).line);

          for (guint j = 0; j < line->n_pieces; j++)
            {
              const Piece *piece = &g_array_index (self->pieces, Piece, line->first_piece + j);
              PangoLayoutLine *run = pango_layout_get_line_readonly (piece->layout, piece->line);

              n_cells = MAX (n_cells, piece->cell + 1);
              if (piece->cell == cell)
                g_string_append_len (text, pango_layout_get_text (piece->layout) +
                                     pango_layout_line_get_start_index (run),
                                     pango_layout_line_get_length (run));
            }
        }

      if (text->len > before && cell + 1 < n_cells)
        g_string_append_c (text, ' ');
    }
}

/**
 * plx_flow_dup_text:
 * @self: a flow that is broken into pages
 * @page: a page of it
 *
 * Returns: (transfer full): what stands on the page, a row a line
 */
char *
plx_flow_dup_text (PlxFlow *self,
                   guint    page)
{
  GArray *placed = g_ptr_array_index (self->pages, page);
  GString *text = g_string_new (NULL);
  guint end;

  for (guint start = 0; start < placed->len; start = end)
    {
      const Line *line = &g_array_index (self->lines, Line,
                                         g_array_index (placed, Placed, start).line);

      for (end = start + 1; end < placed->len; end++)
        if (g_array_index (self->lines, Line,
                           g_array_index (placed, Placed, end).line).row != line->row)
          break;

      append_row_text (self, placed, start, end, text);
      if (line->text != NULL)
        g_string_append (text, line->text);
      if (line->n_pieces > 0 || line->text != NULL)
        g_string_append_c (text, '\n');
    }

  return g_string_free_and_steal (text);
}

/* Tells where each section begins. */
void
plx_flow_foreach_mark (PlxFlow         *self,
                       PlxFlowMarkFunc  func,
                       gpointer         data)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const Mark *mark = &g_array_index (self->marks, Mark, i);
      gboolean found = FALSE;

      for (guint page = 0; page < self->pages->len && !found; page++)
        {
          GArray *placed = g_ptr_array_index (self->pages, page);

          for (guint j = 0; j < placed->len && !found; j++)
            {
              const Placed *each = &g_array_index (placed, Placed, j);

              if (each->line != mark->line)
                continue;

              func (mark->title, mark->level, page, each->y, data);
              found = TRUE;
            }
        }
    }
}
