/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-flow-private.h"

/* Rather than leave more than this part of a page empty, a group is torn apart. */
#define MAX_HOLE 0.3

/* Where the unit that begins at @start ends: the lines that are kept together at least as badly
 * as @keep. */
static guint
find_unit (PlxFlow     *self,
           guint        start,
           PlxFlowKeep  keep,
           double      *height)
{
  guint i = start;

  *height = 0;

  while (TRUE)
    {
      const PlxFlowLine *line = &g_array_index (self->lines, PlxFlowLine, i);

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
  const PlxFlowLine *line = &g_array_index (self->lines, PlxFlowLine, index);
  PlxFlowPlaced placed = { index, y + (page->len > 0 ? line->space : 0) };

  g_array_append_val (page, placed);

  return placed.y + line->height;
}

static GArray *
begin_page (PlxFlow *self,
            guint    index,
            double  *y)
{
  GArray *page = g_array_new (FALSE, FALSE, sizeof (PlxFlowPlaced));
  const PlxFlowLine *line = &g_array_index (self->lines, PlxFlowLine, index);

  g_ptr_array_add (self->pages, page);
  *y = 0;

  if (line->table != PLX_NO_TABLE)
    {
      const PlxFlowTable *table = &g_array_index (self->tables, PlxFlowTable, line->table);

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
      double space = g_array_index (self->lines, PlxFlowLine, i).space;
      double unit;
      guint end = find_unit (self, i, PLX_KEEP_GROUP, &unit);

      if (unit > height || (page != NULL && y + space + unit > height &&
                            height - y > MAX_HOLE * height))
        torn = end;
      if (i < torn)
        end = find_unit (self, i, PLX_KEEP_ALWAYS, &unit);
      if (unit > height)
        {
          end = i + 1;
          unit = g_array_index (self->lines, PlxFlowLine, i).height;
        }

      if (page == NULL || (page->len > 0 && y + space + unit > height))
        page = begin_page (self, i, &y);

      /* The head of a table, come again, may have left too little room for the unit. */
      for (guint first = i; i < end; i++)
        {
          const PlxFlowLine *line = &g_array_index (self->lines, PlxFlowLine, i);

          if (i > first && y + line->space + line->height > height)
            page = begin_page (self, i, &y);
          y = place_line (self, page, i, y);
        }
    }

  if (self->pages->len == 0)
    g_ptr_array_add (self->pages, g_array_new (FALSE, FALSE, sizeof (PlxFlowPlaced)));
}

guint
plx_flow_get_n_pages (PlxFlow *self)
{
  return self->pages->len;
}

static void
draw_line (PlxFlow           *self,
           const PlxFlowLine *line,
           double             y,
           cairo_t           *cr)
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
      const PlxFlowPiece *piece = &g_array_index (self->pieces, PlxFlowPiece,
                                                  line->first_piece + i);

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
      const PlxFlowPlaced *each = &g_array_index (placed, PlxFlowPlaced, i);

      draw_line (self, &g_array_index (self->lines, PlxFlowLine, each->line), each->y, cr);
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
          const PlxFlowLine *line = &g_array_index (self->lines, PlxFlowLine,
                                             g_array_index (placed, PlxFlowPlaced, i).line);

          for (guint j = 0; j < line->n_pieces; j++)
            {
              const PlxFlowPiece *piece = &g_array_index (self->pieces, PlxFlowPiece,
                                                          line->first_piece + j);
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
      const PlxFlowLine *line = &g_array_index (self->lines, PlxFlowLine,
                                         g_array_index (placed, PlxFlowPlaced, start).line);

      for (end = start + 1; end < placed->len; end++)
        if (g_array_index (self->lines, PlxFlowLine,
                           g_array_index (placed, PlxFlowPlaced, end).line).row != line->row)
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
      const PlxFlowMark *mark = &g_array_index (self->marks, PlxFlowMark, i);
      gboolean found = FALSE;

      for (guint page = 0; page < self->pages->len && !found; page++)
        {
          GArray *placed = g_ptr_array_index (self->pages, page);

          for (guint j = 0; j < placed->len && !found; j++)
            {
              const PlxFlowPlaced *each = &g_array_index (placed, PlxFlowPlaced, j);

              if (each->line != mark->line)
                continue;

              func (mark->title, mark->level, page, each->y, data);
              found = TRUE;
            }
        }
    }
}
