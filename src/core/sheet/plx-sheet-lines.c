/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-lines.h"

#include <string.h>
#include <unicode/uchar.h>
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

  self->context = plx_sheet_context_take ();
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
  plx_sheet_context_give (self->context);
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
            g_string_append (broken, plx_sheet_breaks_get_end (each));
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

static void
keep_marks (PlxSheetBlock          *block,
            const PlxSheetDressing *dressing,
            GArray                 *breaks,
            gboolean                is_measured)
{
  for (guint i = 0; i < dressing->cites->len; i++)
    {
      PlxSheetCite cite = g_array_index (dressing->cites, PlxSheetCite, i);

      cite.line = plx_sheet_breaks_find_line (breaks, cite.start);
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

/* Stands in a memo for a text whose lines have to be found anew. */
#define NOT_NOTED G_MAXUINT32

static void
note_down (PlxSheetSetter *self,
           GArray         *breaks,
           gboolean        is_noted)
{
  guint32 n = !is_noted ? NOT_NOTED : breaks != NULL ? breaks->len : 0;

  if (self->memo == NULL || self->is_recalling)
    return;

  g_array_append_val (self->memo, n);
  for (guint i = 0; is_noted && i < n; i++)
    {
      const PlxSheetBreak *each = &g_array_index (breaks, PlxSheetBreak, i);
      guint32 pair[] = { each->end, each->next << 1 | each->is_hyphenated };

      g_array_append_vals (self->memo, pair, 2);
    }
}

/* Finds the lines of the next text in the memo. Gives whether they are there. */
static gboolean
recall (PlxSheetSetter  *self,
        GArray         **breaks)
{
  const guint32 *memo;
  guint32 n;

  if (self->memo == NULL || !self->is_recalling || self->memo_place >= self->memo->len)
    return FALSE;

  memo = &g_array_index (self->memo, guint32, self->memo_place);
  n = memo[0];
  self->memo_place += n == NOT_NOTED ? 1 : 1 + 2 * n;
  if (n == NOT_NOTED)
    return FALSE;

  if (n > 0)
    *breaks = g_array_sized_new (FALSE, FALSE, sizeof (PlxSheetBreak), n);
  for (guint i = 0; i < n; i++)
    {
      PlxSheetBreak each = { memo[1 + 2 * i], memo[2 + 2 * i] >> 1, memo[2 + 2 * i] & 1 };

      g_array_append_val (*breaks, each);
    }

  return TRUE;
}

/* Finds the lines of a text by laying it out on one. What of it no font has is replaced. Gives the
 * layout where that one line is all. */
static PangoLayout *
break_text (PlxSheetSetter    *self,
            PlxSheetDressing  *dressing,
            double             width,
            GArray           **breaks)
{
  PangoLayout *layout = lay_out (self, dressing, NULL);
  gboolean is_whole = pango_layout_get_unknown_glyphs_count (layout) == 0;

  if (!is_whole)
    {
      plx_sheet_dressing_replace_missing (dressing, layout, self->missing);
      g_object_unref (layout);
      layout = lay_out (self, dressing, NULL);
    }

  if (measure_width (layout) > width || pango_layout_get_line_count (layout) > 1)
    {
      g_autoptr (PangoLayout) hyphen = lay_out_hyphen (self, dressing->face);

      *breaks = find_breaks (self, dressing, layout, hyphen, width);
      g_clear_object (&layout);
    }
  note_down (self, *breaks, is_whole);

  return layout;
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
  g_autoptr (PangoLayout) layout = NULL;
  g_autoptr (GArray) breaks = NULL;

  block->align = align;
  block->width = MAX (width, self->em);
  block->pitch = plx_sheet_face_get_type (face)->pitch * self->em;
  block->size = plx_sheet_face_get_type (face)->size * self->em;
  block->cites = g_array_new (FALSE, FALSE, sizeof (PlxSheetCite));

  if (!recall (self, &breaks))
    layout = break_text (self, dressing, block->width, &breaks);
  block->n_lines = breaks != NULL ? MAX (breaks->len, 1) : 1;
  keep_marks (block, dressing, breaks, is_measured);
  if (is_measured)
    return block;

  block->layout = layout != NULL ? g_steal_pointer (&layout) : lay_out (self, dressing, breaks);
  if (block->hyphenated->len > 0)
    block->hyphen = lay_out_hyphen (self, face);

  return block;
}

/* How words are aligned that are to stand beside a number: on the side from which the sheet is
 * read, from whichever they are themselves. */
PlxSheetAlign
plx_sheet_setter_lean (PlxSheetSetter *self,
                       const char     *words)
{
  /* The first letter that has a direction tells it, as it tells Pango. */
  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      UCharDirection direction = u_charDirection (g_utf8_get_char (p));
      gboolean is_rtl = direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;

      if (is_rtl || direction == U_LEFT_TO_RIGHT)
        return is_rtl == self->is_rtl ? PLX_ALIGN_START : PLX_ALIGN_END;
    }

  return PLX_ALIGN_START;
}

static PangoLayoutLine *
get_line (const PlxSheetBlock *self,
          guint                line)
{
  return pango_layout_get_line_readonly (self->layout, line);
}

/* The byte after the last of a line, without what parts it from the next. */
static gsize
find_end (PangoLayoutLine *line)
{
  const char *text = pango_layout_get_text (line->layout);
  gsize start = pango_layout_line_get_start_index (line);
  gsize end = start + pango_layout_line_get_length (line);
  const gsize n = strlen (LINE_END);

  return end - start >= n && memcmp (text + end - n, LINE_END, n) == 0 ? end - n : end;
}

/* The width without the space that ends it, which nobody sees: those who have a page read aloud
 * would hear two words as one without it. */
static double
get_line_width (PangoLayoutLine *line)
{
  PangoRectangle logical;
  const char *text = pango_layout_get_text (line->layout);
  gsize end = find_end (line);
  gboolean is_rtl = pango_layout_line_get_resolved_direction (line) == PANGO_DIRECTION_RTL;
  int x = 0;

  if (!is_rtl && end > (gsize) pango_layout_line_get_start_index (line) && text[end - 1] == ' ')
    {
      pango_layout_line_index_to_x (line, end - 1, FALSE, &x);
      return x / (double) PANGO_SCALE;
    }

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
  if (!ends_with_hyphen (self, index))
    return;

  /* A plain hyphen at the end of a line: who copies the text gets the whole word from most readers
   * of PDF, which a soft hyphen would not give. */
  cairo_move_to (cr, x + get_line_width (line), baseline);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (self->hyphen, 0));
}

/* A word that goes on in the next line is not parted. */
void
plx_sheet_block_append_line (const PlxSheetBlock *self,
                             guint                index,
                             GString             *text)
{
  PangoLayoutLine *line = get_line (self, index);
  gsize start = pango_layout_line_get_start_index (line);

  g_string_append_len (text, pango_layout_get_text (self->layout) + start,
                       find_end (line) - start);
}
