/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/forms/plx-sheet-runs.h"

#include <cairo-svg.h>
#include <string.h>
#include <unicode/uchar.h>

/* The size of the words in a figure, in points. */
#define FIGURE_EM 10.0

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const gsize x = *(const gsize *) a, y = *(const gsize *) b;

  return (x > y) - (x < y);
}

/* Where a dress begins or ends. */
static GArray *
list_places (const PlxSheetText *text)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (gsize));
  const gsize start = 0, end = text->string->len;

  g_array_append_val (places, start);
  g_array_append_val (places, end);
  for (guint i = 0; i < text->spans->len; i++)
    {
      const PlxSheetSpan *span = &g_array_index (text->spans, PlxSheetSpan, i);

      g_array_append_val (places, span->start);
      g_array_append_val (places, span->end);
    }
  g_array_sort (places, compare_places);

  return places;
}

static void
add_citations (GArray             *runs,
               const PlxSheetText *text,
               gsize               place)
{
  for (guint i = 0; i < text->spans->len; i++)
    {
      const PlxSheetSpan *span = &g_array_index (text->spans, PlxSheetSpan, i);
      PlxSheetRun run = { .start = text->string->str + place };

      if (span->dress != PLX_DRESS_CITATION || span->start != place)
        continue;

      run.dresses = 1 << PLX_DRESS_CITATION;
      run.article = span->article;
      run.paragraph = span->paragraph;
      g_array_append_val (runs, run);
    }
}

static void
add_run (GArray             *runs,
         const PlxSheetText *text,
         gsize               start,
         gsize               end)
{
  PlxSheetRun run = { .start = text->string->str + start, .length = end - start };

  for (guint i = 0; i < text->spans->len; i++)
    {
      const PlxSheetSpan *span = &g_array_index (text->spans, PlxSheetSpan, i);

      if (span->dress == PLX_DRESS_CITATION || span->start > start || span->end < end)
        continue;
      run.dresses |= 1 << span->dress;
      if (span->dress == PLX_DRESS_LINK)
        run.target = span->target;
    }
  g_array_append_val (runs, run);
}

/**
 * plx_sheet_text_list_runs:
 * @text: a text
 *
 * Returns: (transfer full) (element-type PlxSheetRun): its stretches in order, which lend from it
 */
GArray *
plx_sheet_text_list_runs (const PlxSheetText *text)
{
  GArray *runs = g_array_new (FALSE, TRUE, sizeof (PlxSheetRun));
  g_autoptr (GArray) places = list_places (text);

  for (guint i = 0; i < places->len; i++)
    {
      const gsize start = g_array_index (places, gsize, i);

      if (i > 0 && start == g_array_index (places, gsize, i - 1))
        continue;

      add_citations (runs, text, start);
      for (guint k = i + 1; k < places->len; k++)
        if (g_array_index (places, gsize, k) > start)
          {
            add_run (runs, text, start, g_array_index (places, gsize, k));
            break;
          }
    }

  return runs;
}

gboolean
plx_sheet_run_has (const PlxSheetRun *self,
                   PlxDress           dress)
{
  return (self->dresses & (1u << dress)) != 0;
}

/**
 * plx_sheet_form_dup_language:
 * @content: a sheet
 *
 * Returns: (transfer full): the language of our own words in it, as BCP 47
 */
char *
plx_sheet_form_dup_language (PlxSheetContent *content)
{
  PlxSheetMatter *matter = plx_sheet_content_get_matter (content);
  g_autofree char *tag = NULL;

  if (matter->language != NULL)
    return g_strdup (matter->language);

  tag = g_strdup (g_get_language_names ()[0]);
  tag[strcspn (tag, ".@")] = '\0';
  g_strdelimit (tag, "_", '-');

  return g_str_equal (tag, "C") || g_str_equal (tag, "POSIX") ? g_strdup ("en")
                                                              : g_steal_pointer (&tag);
}

/* The first letter that has a direction decides. */
gboolean
plx_sheet_form_is_rtl (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      const UCharDirection direction = u_charDirection (g_utf8_get_char (c));

      if (direction == U_LEFT_TO_RIGHT || direction == U_RIGHT_TO_LEFT ||
          direction == U_RIGHT_TO_LEFT_ARABIC)
        return direction != U_LEFT_TO_RIGHT;
    }

  return FALSE;
}

/* The languages that are usually written from right to left. */
gboolean
plx_sheet_form_is_rtl_language (const char *language)
{
  static const char * const languages[] = {
    "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "syr", "ug", "ur", "yi", NULL
  };
  g_autofree char *primary = g_ascii_strdown (language, strcspn (language, "-_"));

  return g_strv_contains (languages, primary);
}

/* Where a link may lead: to an address on the web, or within the sheet. */
gboolean
plx_sheet_form_is_safe_target (const char *target)
{
  g_autofree char *scheme = target != NULL ? g_uri_parse_scheme (target) : NULL;

  return target != NULL &&
         (*target == '#' || g_strcmp0 (scheme, "http") == 0 || g_strcmp0 (scheme, "https") == 0 ||
          g_strcmp0 (scheme, "mailto") == 0);
}

/**
 * plx_sheet_form_append_xml:
 * @out: XML or HTML
 * @text: words
 * @length: bytes of them
 *
 * Adds words, so that they are nothing but words, in an attribute too.
 */
void
plx_sheet_form_append_xml (GString    *out,
                           const char *text,
                           gsize       length)
{
  for (const char *c = text; c < text + length; c++)
    switch (*c)
      {
      case '&':
        g_string_append (out, "&amp;");
        break;
      case '<':
        g_string_append (out, "&lt;");
        break;
      case '>':
        g_string_append (out, "&gt;");
        break;
      case '"':
        g_string_append (out, "&quot;");
        break;
      default:
        /* Neither XML nor HTML has control characters. */
        if ((guchar) *c >= ' ' || *c == '\n' || *c == '\t')
          g_string_append_c (out, *c);
      }
}

static void
draw_figure (const PlxSheetFigure *figure,
             cairo_surface_t      *surface,
             double                width)
{
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = pango_cairo_create_context (cr);
  const PlxSheetCanvas canvas = { cr, context, width, width * figure->aspect, FIGURE_EM };

  figure->draw (&canvas, figure->data);
  g_object_unref (context);
  cairo_destroy (cr);
}

static cairo_status_t
write_cb (void                *data,
          const unsigned char *bytes,
          unsigned int         length)
{
  g_byte_array_append (data, bytes, length);

  return CAIRO_STATUS_SUCCESS;
}

/**
 * plx_sheet_figure_to_svg:
 * @figure: a figure
 * @width: how wide it is, in points
 *
 * Returns: (transfer full): the figure as an SVG file
 */
GBytes *
plx_sheet_figure_to_svg (const PlxSheetFigure *figure,
                         double                width)
{
  GByteArray *out = g_byte_array_new ();
  cairo_surface_t *surface =
    cairo_svg_surface_create_for_stream (write_cb, out, width, width * figure->aspect);

  draw_figure (figure, surface, width);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (out);
}

/**
 * plx_sheet_figure_to_png:
 * @figure: a figure
 * @width: how wide it is, in points
 * @scale: how many dots a point has
 *
 * Returns: (transfer full): the figure as a PNG file, on white
 */
GBytes *
plx_sheet_figure_to_png (const PlxSheetFigure *figure,
                         double                width,
                         double                scale)
{
  GByteArray *out = g_byte_array_new ();
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, width * scale, width * figure->aspect * scale);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_set_device_scale (surface, scale, scale);
  draw_figure (figure, surface, width);
  cairo_surface_write_to_png_stream (surface, write_cb, out);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (out);
}
