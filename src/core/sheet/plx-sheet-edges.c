/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-desk.h"

#include <glib/gi18n-lib.h>

/* The number of a page, and of how many as far as that is known. */
char *
plx_sheet_desk_dup_number (const PlxSheetLeaf *leaf)
{
  if (leaf->n_pages == 0)
    return g_strdup_printf ("%u", leaf->page + 1);

  /* Translators: the number of a page, and how many pages there are */
  return g_strdup_printf (_("%u of %u"), leaf->page + 1, leaf->n_pages);
}

/* One line in the head or the foot of a page: at its start, or at its end. */
static void
draw_edge (PlxSheetDesk *self,
           cairo_t      *cr,
           const char   *words,
           gboolean      is_end,
           double        width,
           double        baseline)
{
  PangoFontDescription *font = plx_sheet_face_describe (PLX_FACE_EDGE, self->form.em);
  double gray = plx_sheet_face_get_type (PLX_FACE_EDGE)->gray;
  g_autoptr (PangoLayout) layout = pango_layout_new (self->setter->context);
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  gboolean is_right = is_end != self->setter->is_rtl;
  PangoRectangle logical;

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, valid, -1);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_extents (layout, NULL, &logical);

  /* The words have a direction of their own; on which side they stand is the sheet's. */
  cairo_set_source_rgb (cr, gray, gray, gray);
  cairo_move_to (cr, (is_right ? self->form.column - logical.width / (double) PANGO_SCALE : 0) -
                 logical.x / (double) PANGO_SCALE,
                 baseline - pango_layout_get_baseline (layout) / (double) PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_rule (PlxSheetDesk *self,
           cairo_t      *cr,
           double        y,
           double        width)
{
  double x = self->setter->is_rtl ? self->form.column - width : 0;

  cairo_set_source_rgb (cr, 0.35, 0.35, 0.35);
  cairo_rectangle (cr, x, y, width, 0.4);
  cairo_fill (cr);
}

static double
find_notes (PlxSheetDesk *self,
            GArray       *cites)
{
  return self->form.room - plx_sheet_notes_get_height (self->notes, cites);
}

/**
 * plx_sheet_desk_draw_edges:
 * @self: a desk
 * @leaf: a page
 * @cites: (element-type guint32): the articles that it cites
 * @cr: where to; the origin is where the margins meet
 *
 * Draws the running head and the foot of a page: the title and the section, what made it and the
 * number. The first page has the title itself. The rule over the notes is here too.
 */
void
plx_sheet_desk_draw_edges (PlxSheetDesk       *self,
                           const PlxSheetLeaf *leaf,
                           GArray             *cites,
                           cairo_t            *cr)
{
  double em = self->form.em;
  double foot = self->form.height - 2 * self->form.margin;
  g_autofree char *number = plx_sheet_desk_dup_number (leaf);

  if (leaf->page > 0)
    {
      const PlxSheetSection *section =
        leaf->start.section < plx_sheet_content_get_n_sections (self->content)
        ? plx_sheet_content_get_section (self->content, leaf->start.section) : NULL;

      draw_edge (self, cr, self->title, FALSE, 0.68 * self->form.column, 0.7 * em);
      if (section != NULL)
        draw_edge (self, cr, _(section->title), TRUE, 0.3 * self->form.column, 0.7 * em);
      draw_rule (self, cr, 1.15 * em, self->form.column);
    }

  draw_edge (self, cr, _("Parallax · who says what, and what the record says"), FALSE,
             0.78 * self->form.column, foot - 0.2 * em);
  draw_edge (self, cr, number, TRUE, 0.2 * self->form.column, foot - 0.2 * em);
  if (cites->len > 0)
    draw_rule (self, cr, find_notes (self, cites) + self->form.top + 0.35 * em,
               MIN (9 * em, self->form.column));
}

typedef struct
{
  PlxSheetDesk *desk;
  cairo_t      *cr;
} NoteDrawing;

static void
draw_note (const PlxSheetBlock *block,
           guint                article,
           gboolean             is_number,
           double               x,
           double               y,
           gpointer             data)
{
  NoteDrawing *drawing = data;
  double below = block->pitch / 2 + 0.33 * block->size;
  g_autofree char *target = g_strdup_printf ("#source-%u", article + 1);

  if (is_number)
    plx_sheet_desk_open (drawing->desk, drawing->cr, "Note");
  for (guint i = 0; i < block->n_lines; i++)
    plx_sheet_block_draw_line (block, i, drawing->cr, x, y + i * block->pitch + below);
  if (is_number)
    plx_sheet_desk_link (drawing->desk, drawing->cr, target, x, y, block->width, block->pitch);
  else
    plx_sheet_desk_close (drawing->desk, drawing->cr, "Note");
}

/**
 * plx_sheet_desk_draw_notes:
 * @self: a desk
 * @cites: (element-type guint32): the articles that a page cites
 * @cr: where to; the origin is the upper left corner of the column
 *
 * Draws the notes at the foot of a page.
 */
void
plx_sheet_desk_draw_notes (PlxSheetDesk *self,
                           GArray       *cites,
                           cairo_t      *cr)
{
  NoteDrawing drawing = { self, cr };

  if (cites->len == 0)
    return;

  cairo_save (cr);
  cairo_translate (cr, 0, find_notes (self, cites));
  cairo_set_source_rgb (cr, 0, 0, 0);
  plx_sheet_notes_foreach (self->notes, cites, draw_note, &drawing);
  cairo_restore (cr);
}
