/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "pdf-fixture.h"

#include <string.h>

/* Words of fewer letters are not broken. */
#define MIN_BREAKABLE 8

/**
 * Setting:
 * @paper: where to
 * @sheet: how
 * @page: the page's number
 * @column: the column's
 * @top: where the columns of this page begin
 * @y: how far down the column is full
 *
 * How far a text has been typeset.
 */
typedef struct
{
  PdfPaper       *paper;
  const PdfSheet *sheet;
  guint           page;
  guint           column;
  double          top;
  double          y;
} Setting;

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

PdfPaper *
pdf_paper_new (void)
{
  PdfPaper *self = g_new0 (PdfPaper, 1);

  self->bytes = g_byte_array_new ();
  self->surface = cairo_pdf_surface_create_for_stream (write_cb, self->bytes, PDF_FIXTURE_WIDTH,
                                                       PDF_FIXTURE_HEIGHT);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                  "2014-03-09T12:00:00Z");
  self->cairo = cairo_create (self->surface);

  return self;
}

/* Pango's sizes are points of a screen; a page's are those of print. */
static PangoLayout *
make_layout (PdfPaper   *self,
             const char *font,
             double      width)
{
  PangoLayout *layout = pango_cairo_create_layout (self->cairo);
  PangoFontDescription *description = pango_font_description_from_string (font);

  pango_cairo_context_set_resolution (pango_layout_get_context (layout), 72);
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  if (width > 0)
    pango_layout_set_width (layout, width * PANGO_SCALE);

  return layout;
}

void
pdf_paper_write (PdfPaper   *self,
                 double      x,
                 double      y,
                 double      width,
                 const char *font,
                 const char *markup)
{
  g_autoptr (PangoLayout) layout = make_layout (self, font, width);

  pango_layout_set_markup (layout, markup, -1);
  cairo_move_to (self->cairo, x, y);
  pango_cairo_show_layout (self->cairo, layout);
}

void
pdf_paper_end_page (PdfPaper *self)
{
  cairo_show_page (self->cairo);
}

GBytes *
pdf_paper_finish (PdfPaper *self)
{
  GBytes *bytes;

  cairo_destroy (self->cairo);
  cairo_surface_finish (self->surface);
  cairo_surface_destroy (self->surface);
  bytes = g_byte_array_free_to_bytes (self->bytes);
  g_free (self);

  return bytes;
}

/* Lets words break between a vowel and what follows it, which is not how English does it. */
static char *
add_soft_hyphens (const char *text)
{
  GString *broken = g_string_new (NULL);
  gsize letters = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      gsize rest = strspn (p, "abcdefghijklmnopqrstuvwxyz");

      letters = g_ascii_isalpha (*p) ? letters + 1 : 0;
      g_string_append_c (broken, *p);
      if (letters >= 3 && letters + rest >= MIN_BREAKABLE && rest >= 4 &&
          strchr ("aeiou", *p) != NULL && strchr ("aeiou", p[1]) == NULL)
        g_string_append (broken, "\u00AD");
    }

  return g_string_free (broken, FALSE);
}

static void
start_page (Setting *setting)
{
  const PdfSheet *sheet = setting->sheet;

  setting->page++;
  setting->column = 0;
  setting->top = PDF_FIXTURE_MARGIN;

  if (sheet->head != NULL)
    pdf_paper_write (setting->paper, PDF_FIXTURE_MARGIN, 30, -1, "DejaVu Sans 7", sheet->head);
  if (sheet->foot != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (sheet->foot, "%u", 2);
      g_autofree char *text = parts[1] == NULL
                                  ? g_strdup (sheet->foot)
                                  : g_strdup_printf ("%s%u%s", parts[0], setting->page, parts[1]);

      pdf_paper_write (setting->paper, 280, PDF_FIXTURE_HEIGHT - 36, -1, "DejaVu Sans 7", text);
    }
  if (sheet->headline != NULL && setting->page == 1)
    {
      pdf_paper_write (setting->paper, PDF_FIXTURE_MARGIN, setting->top,
                       PDF_FIXTURE_WIDTH - PDF_FIXTURE_MARGIN * 2, "DejaVu Serif Bold 20",
                       sheet->headline);
      setting->top += 70;
    }

  setting->y = setting->top;
}

/* Where the next line of this height goes; in another column or on another page if need be. */
static void
make_room (Setting *setting,
           double   height)
{
  if (setting->y + height <= PDF_FIXTURE_HEIGHT - PDF_FIXTURE_MARGIN - setting->sheet->bottom)
    return;

  setting->column++;
  setting->y = setting->top;
  if (setting->column < setting->sheet->columns)
    return;

  pdf_paper_end_page (setting->paper);
  start_page (setting);
}

static void
set_paragraph (Setting    *setting,
               const char *paragraph)
{
  const PdfSheet *sheet = setting->sheet;
  double text_width = PDF_FIXTURE_WIDTH - PDF_FIXTURE_MARGIN * 2;
  double width = (text_width - (sheet->columns - 1) * sheet->gutter) / sheet->columns;
  g_autoptr (PangoLayout) layout = make_layout (setting->paper, sheet->font, width);
  g_autofree char *broken = sheet->hyphens ? add_soft_hyphens (paragraph) : g_strdup (paragraph);
  PangoLayoutIter *iter;
  double above = 0;

  pango_layout_set_text (layout, broken, -1);
  pango_layout_set_justify (layout, !sheet->ragged);
  pango_layout_set_indent (layout, sheet->indent * PANGO_SCALE);

  iter = pango_layout_get_iter (layout);
  do
    {
      PangoRectangle box;
      double height;
      double x;

      pango_layout_iter_get_line_extents (iter, NULL, &box);
      height = (double) box.height / PANGO_SCALE;
      make_room (setting, height);
      x = PDF_FIXTURE_MARGIN + setting->column * (width + sheet->gutter);
      above = (double) (pango_layout_iter_get_baseline (iter) - box.y) / PANGO_SCALE;
      cairo_move_to (setting->paper->cairo, x + (double) box.x / PANGO_SCALE, setting->y + above);
      pango_cairo_show_layout_line (setting->paper->cairo,
                                    pango_layout_iter_get_line_readonly (iter));
      setting->y += height;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);

  if (sheet->indent == 0)
    setting->y += 6;
}

GBytes *
pdf_typeset (const char *const *paragraphs,
             const PdfSheet    *sheet)
{
  Setting setting = { .paper = pdf_paper_new (), .sheet = sheet };

  start_page (&setting);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    set_paragraph (&setting, paragraphs[i]);
  pdf_paper_end_page (setting.paper);

  return pdf_paper_finish (setting.paper);
}
