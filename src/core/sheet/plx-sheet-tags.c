/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-desk.h"

/* Begins an element of the structure, if it is written. */
void
plx_sheet_desk_open (PlxSheetDesk *self,
                     cairo_t      *cr,
                     const char   *tag)
{
  if (self->is_tagged)
    cairo_tag_begin (cr, tag, NULL);
}

void
plx_sheet_desk_close (PlxSheetDesk *self,
                      cairo_t      *cr,
                      const char   *tag)
{
  if (self->is_tagged)
    cairo_tag_end (cr, tag);
}

/**
 * plx_sheet_desk_link:
 * @self: a desk
 * @cr: where to
 * @target: an address, or `#` and an id
 * @x: the left edge of what is clicked
 * @y: its upper edge
 * @width: its width
 * @height: its height
 *
 * Makes a part of the page a link, if somebody asked for links.
 */
void
plx_sheet_desk_link (PlxSheetDesk *self,
                     cairo_t      *cr,
                     const char   *target,
                     double        x,
                     double        y,
                     double        width,
                     double        height)
{
  if (self->add_link == NULL || width <= 0)
    return;

  cairo_user_to_device (cr, &x, &y);
  self->add_link (target, x, y, width, height, self->link_data);
}

/* Makes links of the stretches of a line that lie between two bytes of its text. */
static void
link_range (PlxSheetDesk        *self,
            cairo_t             *cr,
            PangoLayoutLine     *line,
            const char          *target,
            gsize                start,
            gsize                end,
            const double         at[3])
{
  gsize from = pango_layout_line_get_start_index (line);
  gsize to = from + pango_layout_line_get_length (line);
  g_autofree int *ranges = NULL;
  int n = 0;

  if (end <= from || start >= to)
    return;

  pango_layout_line_get_x_ranges (line, MAX (start, from), MIN (end, to), &ranges, &n);
  for (int i = 0; i < n; i++)
    plx_sheet_desk_link (self, cr, target, at[0] + ranges[2 * i] / (double) PANGO_SCALE, at[1],
                         (ranges[2 * i + 1] - ranges[2 * i]) / (double) PANGO_SCALE,
                         at[2]);
}

/**
 * plx_sheet_desk_link_line:
 * @self: a desk
 * @cr: where to
 * @block: a text that was set to be drawn
 * @index: a line of it
 * @x: the left edge of its column
 * @y: the upper edge of the line
 * @height: of the line
 *
 * Makes the links of a line: those of its text, and the numbers of sources, which lead to the list.
 */
void
plx_sheet_desk_link_line (PlxSheetDesk        *self,
                          cairo_t             *cr,
                          const PlxSheetBlock *block,
                          guint                index,
                          double               x,
                          double               y,
                          double               height)
{
  PangoLayoutLine *line;
  double at[] = { x, y, height };

  if (self->add_link == NULL || (block->links->len == 0 && block->cites->len == 0))
    return;

  line = pango_layout_get_line_readonly (block->layout, index);
  at[0] += plx_sheet_block_find_x (block, index);
  for (guint i = 0; i < block->links->len; i++)
    {
      const PlxSheetLink *link = &g_array_index (block->links, PlxSheetLink, i);

      link_range (self, cr, line, link->target, link->start, link->end, at);
    }

  for (guint i = 0; i < block->cites->len; i++)
    {
      const PlxSheetCite *cite = &g_array_index (block->cites, PlxSheetCite, i);
      g_autofree char *target = g_strdup_printf ("#source-%u", cite->article + 1);

      if (cite->line == index)
        link_range (self, cr, line, target, cite->start, cite->end, at);
    }
}
