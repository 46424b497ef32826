/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-lines.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>

#include "sheet/plx-sheet-dress.h"
#include "sheet/plx-sheet-pen.h"
#include "sheet/plx-sheet-ruler.h"

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
  self->ruler = plx_sheet_ruler_new (self->context, em);
  self->missing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  pango_context_set_base_dir (self->context, self->is_rtl ? PANGO_DIRECTION_RTL
                                                          : PANGO_DIRECTION_LTR);

  return self;
}

void
plx_sheet_setter_free (PlxSheetSetter *self)
{
  plx_sheet_ruler_free (self->ruler);
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
  return plx_sheet_dressing_lay_out (dressing, self->context, self->em, breaks);
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

/* The number of a source stands on the line of what it is about, whatever sign is before it. */
static void
keep_cites (const PlxSheetDressing *dressing,
            PangoLogAttr           *attributes)
{
  const char *text = dressing->string->str;

  for (guint i = 0; dressing->cites != NULL && i < dressing->cites->len; i++)
    {
      const char *p = text + g_array_index (dressing->cites, PlxSheetCite, i).start;

      if (p > text && !g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (p))))
        attributes[g_utf8_pointer_to_offset (text, p)].is_line_break = FALSE;
    }
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
  g_autofree double *widths = plx_sheet_breaks_measure (layout);
  int n;
  const PangoLogAttr *found = pango_layout_get_log_attrs_readonly (layout, &n);
  g_autofree PangoLogAttr *attributes = g_memdup2 (found, n * sizeof (PangoLogAttr));

  keep_cites (dressing, attributes);

  return plx_sheet_breaks_find (pango_layout_get_text (layout), attributes, n - 1, widths, width,
                                measure_width (hyphen), is_hyphenated ? self->hyphens : NULL,
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

static double
measure_hyphen (PlxSheetSetter *self,
                PlxSheetFace    face)
{
  g_autoptr (GString) string = g_string_new ("-");
  const PlxSheetDressing hyphen = { .face = face, .string = string };
  g_autofree double *widths = plx_sheet_ruler_measure (self->ruler, &hyphen);

  return widths != NULL ? widths[0] : 0;
}

/* Finds the lines of a text by the widths of its words, without laying it out. Gives whether that
 * can be done. */
static gboolean
break_quickly (PlxSheetSetter    *self,
               PlxSheetDressing  *dressing,
               double             width,
               GArray           **breaks)
{
  const char *text = dressing->string->str;
  const char *language = dressing->language != NULL ? dressing->language : self->language;
  gboolean is_hyphenated = plx_sheet_face_get_type (dressing->face)->is_hyphenated;
  glong n = g_utf8_strlen (text, dressing->string->len);
  g_autofree double *widths = plx_sheet_ruler_measure (self->ruler, dressing);
  g_autofree PangoLogAttr *attributes = NULL;
  double sum = 0;

  if (widths == NULL)
    return FALSE;

  for (glong i = 0; i < n; i++)
    sum += widths[i];
  if (sum > width || strstr (text, LINE_END) != NULL)
    {
      attributes = g_new0 (PangoLogAttr, n + 1);
      pango_get_log_attrs (text, dressing->string->len, 0, pango_language_from_string (language),
                           attributes, n + 1);
      keep_cites (dressing, attributes);
      *breaks = plx_sheet_breaks_find (text, attributes, n, widths, width,
                                       measure_hyphen (self, dressing->face),
                                       is_hyphenated ? self->hyphens : NULL, language);
    }
  note_down (self, *breaks, TRUE);

  return TRUE;
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

  /* What is noted down is found again when it is drawn; what is not, has to be laid out both times,
   * so that the lines come out the same. */
  if (!recall (self, &breaks) &&
      (self->memo == NULL || self->is_recalling ||
       !break_quickly (self, dressing, block->width, &breaks)))
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

/* The letters at the begin of a line, or at its end: what a line has of a word that is broken. */
static PlxPenStretch
find_letters (PangoLayoutLine *line,
              gboolean         is_end)
{
  const char *text = pango_layout_get_text (line->layout);
  const char *start = text + pango_layout_line_get_start_index (line);
  const char *end = text + find_end (line);
  const char *p = is_end ? end : start;

  if (is_end)
    {
      while (p > start && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (p))))
        p = g_utf8_prev_char (p);
      return (PlxPenStretch) { p - text, end - text, "" };
    }
  while (p < end && g_unichar_isalpha (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return (PlxPenStretch) { start - text, p - text, "" };
}

/* The whole of the word that is broken at the end of a line. */
static char *
dup_broken_word (const PlxSheetBlock *self,
                 guint                index)
{
  const char *text = pango_layout_get_text (self->layout);
  PlxPenStretch stretch = find_letters (get_line (self, index), TRUE);
  GString *word = g_string_new_len (text + stretch.start, stretch.end - stretch.start);

  for (guint i = index + 1; i < self->n_lines; i++)
    {
      PangoLayoutLine *line = get_line (self, i);

      stretch = find_letters (line, FALSE);
      g_string_append_len (word, text + stretch.start, stretch.end - stretch.start);
      /* A long word may be broken more than once. */
      if (stretch.end < find_end (line) || !ends_with_hyphen (self, i))
        break;
    }

  return g_string_free_and_steal (word);
}

/* Draws a line that has parts of broken words: they are told whole where they begin. */
static void
draw_broken (const PlxSheetBlock *self,
             guint                index,
             cairo_t             *cr,
             double               x,
             double               baseline)
{
  PangoLayoutLine *line = get_line (self, index);
  gboolean begins = index > 0 && ends_with_hyphen (self, index - 1);
  gboolean ends = ends_with_hyphen (self, index);
  const PlxPenStretch hyphen = { 0, 1, "" };
  g_autofree char *word = NULL;
  PlxPenStretch stretches[2];
  guint n = 0;

  if (begins)
    stretches[n++] = find_letters (line, FALSE);
  if (ends)
    {
      PlxPenStretch last = find_letters (line, TRUE);

      if (n == 0 || last.start >= stretches[0].end)
        {
          last.words = word = dup_broken_word (self, index);
          stretches[n++] = last;
        }
    }

  cairo_move_to (cr, x, baseline);
  plx_pen_draw_line (cr, line, stretches, n);
  if (!ends)
    return;

  cairo_move_to (cr, x + get_line_width (line), baseline);
  plx_pen_draw_line (cr, pango_layout_get_line_readonly (self->hyphen, 0), &hyphen, 1);
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
  x += plx_sheet_block_find_x (self, index);
  if (ends_with_hyphen (self, index) || (index > 0 && ends_with_hyphen (self, index - 1)))
    {
      draw_broken (self, index, cr, x, baseline);
      return;
    }

  cairo_move_to (cr, x, baseline);
  pango_cairo_show_layout_line (cr, get_line (self, index));
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
