/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-desk.h"

#include <string.h>

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

/* What Cairo reads between quotes. Addresses come from strangers: only what leads to a page or a
 * mail is a link, and all but plain ASCII is escaped. */
static char *
dup_address (const char *target)
{
  g_autofree char *scheme = g_uri_parse_scheme (target);

  if (scheme == NULL || strlen (target) > 2000 ||
      (g_ascii_strcasecmp (scheme, "http") != 0 && g_ascii_strcasecmp (scheme, "https") != 0 &&
       g_ascii_strcasecmp (scheme, "mailto") != 0))
    return NULL;

  return g_uri_escape_string (target, ":/?#[]@!$&()*+,;=%", FALSE);
}

static void
add_link (cairo_t    *cr,
          const char *attributes)
{
  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}

/**
 * plx_sheet_desk_link:
 * @self: a desk
 * @leaf: a page
 * @cr: where to
 * @target: an address, or `#` and an id
 * @x: the left edge of what is clicked
 * @y: its upper edge
 * @width: its width
 * @height: its height
 *
 * Makes a part of the page a link. What leads nowhere is none.
 */
void
plx_sheet_desk_link (PlxSheetDesk       *self,
                     const PlxSheetLeaf *leaf,
                     cairo_t            *cr,
                     const char         *target,
                     double              x,
                     double              y,
                     double              width,
                     double              height)
{
  char numbers[4][G_ASCII_DTOSTR_BUF_SIZE];
  double rectangle[] = { x, y, width, height };
  g_autofree char *attributes = NULL;

  if (!self->is_tagged || width <= 0)
    return;

  /* Cairo takes these from the corner of the paper, wherever the origin is. */
  cairo_user_to_device (cr, &rectangle[0], &rectangle[1]);

  for (guint i = 0; i < 4; i++)
    g_ascii_formatd (numbers[i], sizeof numbers[i], "%.2f", rectangle[i]);

  if (*target == '#')
    {
      const PlxSheetPlace *place = leaf->places != NULL
                                   ? g_hash_table_lookup (leaf->places, target + 1) : NULL;
      double top = place != NULL && place->page > 0 ? self->form.top : 0;

      if (place == NULL)
        return;
      attributes = g_strdup_printf ("rect=[%s %s %s %s] page=%u pos=[0 %d]", numbers[0],
                                    numbers[1], numbers[2], numbers[3], place->page + 1,
                                    (int) (place->y + top + self->form.margin / 2));
    }
  else
    {
      g_autofree char *address = dup_address (target);

      if (address == NULL)
        return;
      attributes = g_strdup_printf ("rect=[%s %s %s %s] uri='%s'", numbers[0], numbers[1],
                                    numbers[2], numbers[3], address);
    }

  add_link (cr, attributes);
}

/* Makes links of the stretches of a line that lie between two bytes of its text. */
static void
link_range (PlxSheetDesk        *self,
            const PlxSheetLeaf  *leaf,
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
    plx_sheet_desk_link (self, leaf, cr, target, at[0] + ranges[2 * i] / (double) PANGO_SCALE,
                         at[1], (ranges[2 * i + 1] - ranges[2 * i]) / (double) PANGO_SCALE,
                         at[2]);
}

/**
 * plx_sheet_desk_link_line:
 * @self: a desk
 * @leaf: a page
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
                          const PlxSheetLeaf  *leaf,
                          cairo_t             *cr,
                          const PlxSheetBlock *block,
                          guint                index,
                          double               x,
                          double               y,
                          double               height)
{
  PangoLayoutLine *line;
  double at[] = { x, y, height };

  if (!self->is_tagged || (block->links->len == 0 && block->cites->len == 0))
    return;

  line = pango_layout_get_line_readonly (block->layout, index);
  at[0] += plx_sheet_block_find_x (block, index);
  for (guint i = 0; i < block->links->len; i++)
    {
      const PlxSheetLink *link = &g_array_index (block->links, PlxSheetLink, i);

      link_range (self, leaf, cr, line, link->target, link->start, link->end, at);
    }

  for (guint i = 0; i < block->cites->len; i++)
    {
      const PlxSheetCite *cite = &g_array_index (block->cites, PlxSheetCite, i);
      g_autofree char *target = g_strdup_printf ("#source-%u", cite->article + 1);

      if (cite->line == index)
        link_range (self, leaf, cr, line, target, cite->start, cite->end, at);
    }
}
