/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-faces.h"

/* What comes first is taken where the system has it. */
#define SERIF "Source Serif 4,Source Serif Pro,Noto Serif,Liberation Serif,DejaVu Serif,Serif"
#define SANS "Adwaita Sans,Inter,Cantarell,Noto Sans,Liberation Sans,Sans"

/* Pitches are those of one grid: most are 1.38 or 1.2, so that rows of cells, whatever is in them,
 * come out alike. */
static const PlxSheetType types[] = {
  [PLX_STYLE_TEXT] = { SERIF, 1.0, 1.38, PANGO_WEIGHT_NORMAL, FALSE, 0, 0, TRUE },
  [PLX_STYLE_SMALL] = { SERIF, 0.9, 1.24, PANGO_WEIGHT_NORMAL, FALSE, 0, 0, TRUE },
  [PLX_STYLE_LEAD] = { SERIF, 1.16, 1.6, PANGO_WEIGHT_NORMAL, FALSE, 0, 0, TRUE },
  [PLX_STYLE_QUOTE] = { SERIF, 1.0, 1.38, PANGO_WEIGHT_NORMAL, FALSE, 0, 0, TRUE },
  [PLX_STYLE_META] = { SANS, 0.82, 1.2, PANGO_WEIGHT_NORMAL, FALSE, 0.25, 0, TRUE },
  [PLX_STYLE_KICKER] = { SANS, 0.74, 1.2, PANGO_WEIGHT_BOLD, FALSE, 0.2, 0.1, FALSE },
  [PLX_STYLE_LABEL] = { SANS, 0.94, 1.3, PANGO_WEIGHT_BOLD, FALSE, 0, 0, FALSE },
  [PLX_STYLE_DETAIL] = { SANS, 0.84, 1.24, PANGO_WEIGHT_NORMAL, FALSE, 0.1, 0, TRUE },
  [PLX_STYLE_NOTE] = { SERIF, 0.95, 1.3, PANGO_WEIGHT_NORMAL, TRUE, 0, 0, TRUE },
  [PLX_FACE_TITLE] = { SERIF, 2.2, 2.5, PANGO_WEIGHT_BOLD, FALSE, 0, 0, FALSE },
  [PLX_FACE_SECTION] = { SERIF, 1.5, 1.85, PANGO_WEIGHT_BOLD, FALSE, 0, 0, FALSE },
  [PLX_FACE_HEADING] = { SANS, 1.0, 1.38, PANGO_WEIGHT_BOLD, FALSE, 0, 0, FALSE },
  [PLX_FACE_MINOR] = { SANS, 0.86, 1.24, PANGO_WEIGHT_BOLD, FALSE, 0.15, 0, FALSE },
  [PLX_FACE_FOOT] = { SERIF, 0.84, 1.1, PANGO_WEIGHT_NORMAL, FALSE, 0, 0, FALSE },
  [PLX_FACE_EDGE] = { SANS, 0.76, 1.0, PANGO_WEIGHT_NORMAL, FALSE, 0.25, 0, FALSE },
};

const PlxSheetType *
plx_sheet_face_get_type (PlxSheetFace face)
{
  return &types[face];
}

/**
 * plx_sheet_face_describe:
 * @face: a face, or a style as one
 * @em: the size of the text of the sheet, in points
 *
 * Returns: (transfer full): its font
 */
PangoFontDescription *
plx_sheet_face_describe (PlxSheetFace face,
                         double       em)
{
  const PlxSheetType *type = &types[face];
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, type->families);
  pango_font_description_set_weight (font, type->weight);
  pango_font_description_set_style (font, type->is_italic ? PANGO_STYLE_ITALIC
                                                          : PANGO_STYLE_NORMAL);
  pango_font_description_set_absolute_size (font, type->size * em * PANGO_SCALE);

  return font;
}

/**
 * plx_sheet_context_new:
 *
 * Makes a context for texts on paper. Its font map is its own, so that it can be used on another
 * thread than the window's; nothing is hinted, so that lines break the same at every size and on
 * paper.
 *
 * Returns: (transfer full): a context, for one thread at a time
 */
PangoContext *
plx_sheet_context_new (void)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);

  return context;
}

/* Contexts that nobody uses: their font maps know the fonts of a sheet, which are slow to find. */
static GMutex idle_mutex;
static GQueue idle = G_QUEUE_INIT;

/* As many are kept as a window uses at once: one counts, one draws, one writes. */
#define MAX_IDLE 3

/**
 * plx_sheet_context_take:
 *
 * Gives a context that was used before where there is one: the next sheet finds its fonts at once.
 *
 * Returns: (transfer full): a context, for one thread at a time; plx_sheet_context_give() takes it
 *   back
 */
PangoContext *
plx_sheet_context_take (void)
{
  PangoContext *context;

  g_mutex_lock (&idle_mutex);
  context = g_queue_pop_head (&idle);
  g_mutex_unlock (&idle_mutex);

  return context != NULL ? context : plx_sheet_context_new ();
}

/**
 * plx_sheet_context_give:
 * @context: (transfer full): a context that was taken
 *
 * Keeps a context for the next one who needs it.
 */
void
plx_sheet_context_give (PangoContext *context)
{
  g_mutex_lock (&idle_mutex);
  if (idle.length < MAX_IDLE)
    g_queue_push_head (&idle, g_steal_pointer (&context));
  g_mutex_unlock (&idle_mutex);
  g_clear_object (&context);
}
