/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-lines.h"

#include <string.h>
#include <unicode/uloc.h>

#include "sheet/plx-sheet-dress.h"

#define LINE_END "\u2028"

gboolean
plx_sheet_language_is_rtl (const char *language)
{
  return language != NULL && uloc_isRightToLeft (language);
}

/* The language in which messages are translated, as BCP 47. */
static char *
dup_locale (void)
{
  const char *const *names = g_get_language_names_with_category ("LC_MESSAGES");
  char *language = g_strndup (names[0], strcspn (names[0], ".@"));

  g_strdelimit (language, "_", '-');
  if (g_str_equal (language, "C") || g_str_equal (language, "POSIX"))
    g_set_str (&language, "en");

  return language;
}

/**
 * plx_sheet_setter_new:
 * @em: the size of the text, in points
 * @language: (nullable): the language of our own words, as BCP 47, or `NULL` for that of the locale
 *
 * Returns: (transfer full): a setter, for one thread at a time
 */
PlxSheetSetter *
plx_sheet_setter_new (double      em,
                      const char *language)
{
  PlxSheetSetter *self = g_new0 (PlxSheetSetter, 1);

  self->context = plx_sheet_context_new ();
  self->em = em;
  self->language = language != NULL ? g_strdup (language) : dup_locale ();
  self->is_rtl = plx_sheet_language_is_rtl (self->language);
  self->hyphens = plx_sheet_hyphens_new ();
  self->missing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  pango_context_set_base_dir (self->context, self->is_rtl ? PANGO_DIRECTION_RTL
                                                          : PANGO_DIRECTION_LTR);

  return self;
}

void
plx_sheet_setter_free (PlxSheetSetter *self)
{
  g_object_unref (self->context);
  g_free (self->language);
  plx_sheet_hyphens_free (self->hyphens);
  g_hash_table_unref (self->missing);
  g_free (self);
}

static void
link_clear (gpointer data)
{
  g_free (((PlxSheetLink *) data)->target);
}

void
plx_sheet_block_free (PlxSheetBlock *self)
{
  g_array_unref (self->cites);
  g_clear_object (&self->layout);
  g_clear_pointer (&self->links, g_array_unref);
  g_clear_object (&self->hyphen);
  g_clear_pointer (&self->hyphenated, g_array_unref);
  g_free (self);
}

static PangoLayout *
lay_out (PlxSheetSetter         *self,
         const PlxSheetDressing *dressing,
         GArray                 *breaks)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = plx_sheet_face_describe (dressing->face, self->em);
  g_autoptr (GString) broken = NULL;
  PangoAttrList *attributes;

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  if (breaks != NULL)
    {
      broken = g_string_sized_new (dressing->string->len + 3 * breaks->len);
      for (guint i = 0, start = 0; i < breaks->len; i++)
        {
          const PlxSheetBreak *each = &g_array_index (breaks, PlxSheetBreak, i);

          g_string_append_len (broken, dressing->string->str + start, each->end - start);
          if (i + 1 < breaks->len)
            g_string_append (broken, LINE_END);
          start = each->next;
        }
    }

  pango_layout_set_text (layout, broken != NULL ? broken->str : dressing->string->str,
                         broken != NULL ? broken->len : dressing->string->len);
  attributes = plx_sheet_dressing_list_attributes (dressing, self->em, breaks);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  return layout;
}

static double
measure_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);

  return width / (double) PANGO_SCALE;
}

static PangoLayout *
lay_out_hyphen (PlxSheetSetter *self,
                PlxSheetFace    face)
{
  PlxSheetDressing hyphen = { .face = face, .string = g_string_new ("-") };
  PangoLayout *layout = lay_out (self, &hyphen, NULL);

  g_string_free (hyphen.string, TRUE);

  return layout;
}

/* The line of a place in the text before it was broken. */
static guint
find_line (GArray *breaks,
           gsize   place)
{
  guint line = 0;

  while (breaks != NULL && line + 1 < breaks->len &&
         place >= g_array_index (breaks, PlxSheetBreak, line).next)
    line++;

  return line;
}

static void
keep_marks (PlxSheetBlock          *block,
            const PlxSheetDressing *dressing,
            GArray                 *breaks,
            gboolean                is_measured)
{
  for (guint i = 0; i < dressing->cites->len; i++)
    {
      PlxSheetCite cite = g_array_index (dressing->cites, PlxSheetCite, i);

      cite.line = find_line (breaks, cite.start);
      cite.start = plx_sheet_breaks_map (breaks, cite.start);
      cite.end = plx_sheet_breaks_map (breaks, cite.end);
      g_array_append_val (block->cites, cite);
    }
  if (is_measured)
    return;

  block->links = g_array_new (FALSE, FALSE, sizeof (PlxSheetLink));
  g_array_set_clear_func (block->links, link_clear);
  for (guint i = 0; i < dressing->links->len; i++)
    {
      PlxSheetLink link = g_array_index (dressing->links, PlxSheetLink, i);

      link.start = plx_sheet_breaks_map (breaks, link.start);
      link.end = plx_sheet_breaks_map (breaks, link.end);
      link.target = g_strdup (link.target);
      g_array_append_val (block->links, link);
    }

  block->hyphenated = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 i = 0; breaks != NULL && i < breaks->len; i++)
    if (g_array_index (breaks, PlxSheetBreak, i).is_hyphenated)
      g_array_append_val (block->hyphenated, i);
}

static GArray *
find_breaks (PlxSheetSetter         *self,
             const PlxSheetDressing *dressing,
             PangoLayout            *layout,
             PangoLayout            *hyphen,
             double                  width)
{
  gboolean is_rtl = pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL;
  gboolean is_hyphenated = plx_sheet_face_get_type (dressing->face)->is_hyphenated && !is_rtl;

  return plx_sheet_breaks_find (layout, width, measure_width (hyphen),
                                is_hyphenated ? self->hyphens : NULL,
                                dressing->language != NULL ? dressing->language : self->language);
}

/**
 * plx_sheet_setter_set:
 * @self: a setter
 * @text: a text
 * @face: how it looks
 * @align: how its lines stand in the column
 * @width: of the column, in points
 * @is_measured: whether it is not going to be drawn
 *
 * Sets a text in lines. The same text gives the same lines, measured or not.
 *
 * Returns: (transfer full): the lines; one at least
 */
PlxSheetBlock *
plx_sheet_setter_set (PlxSheetSetter     *self,
                      const PlxSheetText *text,
                      PlxSheetFace        face,
                      PlxSheetAlign       align,
                      double              width,
                      gboolean            is_measured)
{
  PlxSheetBlock *block = g_new0 (PlxSheetBlock, 1);
  g_autoptr (PlxSheetDressing) dressing = plx_sheet_dressing_new (text, face);
  g_autoptr (PangoLayout) layout = lay_out (self, dressing, NULL);
  g_autoptr (PangoLayout) hyphen = NULL;
  g_autoptr (GArray) breaks = NULL;

  if (pango_layout_get_unknown_glyphs_count (layout) > 0)
    {
      plx_sheet_dressing_replace_missing (dressing, layout, self->missing);
      g_object_unref (layout);
      layout = lay_out (self, dressing, NULL);
    }

  block->align = align;
  block->width = MAX (width, self->em);
  block->pitch = plx_sheet_face_get_type (face)->pitch * self->em;
  block->size = plx_sheet_face_get_type (face)->size * self->em;
  block->cites = g_array_new (FALSE, FALSE, sizeof (PlxSheetCite));

  if (measure_width (layout) > block->width || pango_layout_get_line_count (layout) > 1)
    {
      hyphen = lay_out_hyphen (self, face);
      breaks = find_breaks (self, dressing, layout, hyphen, block->width);
    }

  block->n_lines = breaks != NULL ? MAX (breaks->len, 1) : 1;
  keep_marks (block, dressing, breaks, is_measured);
  if (!is_measured)
    {
      block->layout = breaks != NULL ? lay_out (self, dressing, breaks)
                                     : g_steal_pointer (&layout);
      block->hyphen = g_steal_pointer (&hyphen);
    }

  return block;
}

static PangoLayoutLine *
get_line (const PlxSheetBlock *self,
          guint                line)
{
  return pango_layout_get_line_readonly (self->layout, line);
}

static double
get_line_width (PangoLayoutLine *line)
{
  PangoRectangle logical;

  pango_layout_line_get_extents (line, NULL, &logical);

  return logical.width / (double) PANGO_SCALE;
}

static gboolean
ends_with_hyphen (const PlxSheetBlock *self,
                  guint                line)
{
  for (guint i = 0; i < self->hyphenated->len; i++)
    if (g_array_index (self->hyphenated, guint32, i) == line)
      return TRUE;

  return FALSE;
}

/* Where a line begins on the left, from the left edge of the column: a paragraph that is read from
 * right to left begins on the right. */
double
plx_sheet_block_find_x (const PlxSheetBlock *self,
                        guint                index)
{
  PangoLayoutLine *line = get_line (self, index);
  gboolean is_rtl = pango_layout_line_get_resolved_direction (line) == PANGO_DIRECTION_RTL;
  double rest = self->width - get_line_width (line);

  if (self->align == PLX_ALIGN_CENTER)
    return rest / 2;

  return (self->align == PLX_ALIGN_END) != is_rtl ? rest : 0;
}

/* The hyphen is drawn as what it is to who copies the text: a soft one, which is no part of the
 * word. */
static void
draw_hyphen (PangoLayout *hyphen,
             cairo_t     *cr,
             double       x,
             double       baseline)
{
  static const char soft[] = "\u00ad";
  PangoLayoutLine *line = pango_layout_get_line_readonly (hyphen, 0);
  PangoGlyphItem *run = line->runs != NULL ? line->runs->data : NULL;
  cairo_glyph_t glyph = { .x = x, .y = baseline };
  cairo_text_cluster_t cluster = { .num_bytes = sizeof soft - 1, .num_glyphs = 1 };
  cairo_scaled_font_t *font;

  if (run == NULL || run->glyphs->num_glyphs != 1)
    return;

  font = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (run->item->analysis.font));
  glyph.index = run->glyphs->glyphs[0].glyph;
  cairo_save (cr);
  cairo_set_scaled_font (cr, font);
  cairo_show_text_glyphs (cr, soft, sizeof soft - 1, &glyph, 1, &cluster, 1, 0);
  cairo_restore (cr);
}

/**
 * plx_sheet_block_draw_line:
 * @self: a text that was set to be drawn
 * @index: a line of it
 * @cr: where to
 * @x: the left edge of the column
 * @baseline: of the line
 */
void
plx_sheet_block_draw_line (const PlxSheetBlock *self,
                           guint                index,
                           cairo_t             *cr,
                           double               x,
                           double               baseline)
{
  PangoLayoutLine *line = get_line (self, index);

  x += plx_sheet_block_find_x (self, index);
  cairo_move_to (cr, x, baseline);
  pango_cairo_show_layout_line (cr, line);
  if (ends_with_hyphen (self, index))
    draw_hyphen (self->hyphen, cr, x + get_line_width (line), baseline);
}

/* A word that goes on in the next line is not parted, and lines are joined by a space. */
void
plx_sheet_block_append_line (const PlxSheetBlock *self,
                             guint                index,
                             GString             *text)
{
  PangoLayoutLine *line = get_line (self, index);

  g_string_append_len (text, pango_layout_get_text (self->layout) +
                       pango_layout_line_get_start_index (line),
                       pango_layout_line_get_length (line));
  if (index + 1 < self->n_lines && !ends_with_hyphen (self, index))
    g_string_append_c (text, ' ');
}
