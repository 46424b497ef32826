/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-dress.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/uscript.h>

/* The number of a citation, by the size of what stands around it. */
#define RAISED_SIZE 0.66
#define RAISED_BY 0.34

static void
append_span (GArray   *spans,
             gsize     start,
             gsize     end,
             PlxDress  dress)
{
  PlxSheetSpan span = { .start = start, .end = end, .dress = dress };

  if (start < end)
    g_array_append_val (spans, span);
}

/* Puts the number of an article, and the paragraph where one is named. Two that follow each other
 * have a comma between them, which is raised where the numbers are alone. */
static void
append_cite (PlxSheetDressing   *self,
             const PlxSheetSpan *span,
             const PlxSheetSpan *before)
{
  PlxSheetCite cite = { .article = span->article };

  if (before != NULL)
    {
      cite.start = self->string->len;
      g_string_append (self->string, before->paragraph > 0 ? ", " : ",\u202f");
      append_span (self->spans, cite.start, self->string->len,
                   before->paragraph > 0 ? PLX_DRESS_SMALL : PLX_DRESS_CITATION);
    }

  cite.start = self->string->len;
  g_string_append_printf (self->string, "%u", span->article + 1);
  cite.end = self->string->len;
  append_span (self->spans, cite.start, cite.end, PLX_DRESS_CITATION);
  g_array_append_val (self->cites, cite);

  if (span->paragraph > 0)
    {
      gsize start = self->string->len;

      /* Translators: the number of a paragraph, after that of a source; the spaces do not break */
      g_string_append_printf (self->string, _("\u202f¶\u00a0%u"), span->paragraph);
      append_span (self->spans, start, self->string->len, PLX_DRESS_SMALL);
    }
}

/* How far a byte of the text is moved by the citations that were put before it. */
static gsize
map_place (GArray *cited,
           gsize   place,
           gboolean is_end)
{
  gsize moved = place;

  for (guint i = 0; i < cited->len; i++)
    {
      const PlxSheetSpan *each = &g_array_index (cited, PlxSheetSpan, i);

      /* What ends where a citation stands does not take it in. */
      if (each->start < place || (each->start == place && !is_end))
        moved += each->end;
    }

  return moved;
}

static void
copy_dress (PlxSheetDressing   *self,
            const PlxSheetText *text,
            GArray             *cited)
{
  for (guint i = 0; i < text->spans->len; i++)
    {
      const PlxSheetSpan *span = &g_array_index (text->spans, PlxSheetSpan, i);
      gsize start = map_place (cited, span->start, FALSE);
      gsize end = map_place (cited, span->end, TRUE);
      PlxSheetLink link = { start, end, span->target };

      if (span->dress == PLX_DRESS_LINK && span->target != NULL && start < end)
        g_array_append_val (self->links, link);
      else if (span->dress != PLX_DRESS_CITATION)
        append_span (self->spans, start, end, span->dress);
    }
}

/**
 * plx_sheet_dressing_new:
 * @text: a text, which outlives what is made of it
 * @face: how it looks
 *
 * Returns: (transfer full): the text as it is printed
 */
PlxSheetDressing *
plx_sheet_dressing_new (const PlxSheetText *text,
                        PlxSheetFace        face)
{
  PlxSheetDressing *self = g_new0 (PlxSheetDressing, 1);
  g_autoptr (GArray) cited = g_array_new (FALSE, FALSE, sizeof (PlxSheetSpan));
  const PlxSheetSpan *before = NULL;
  gsize done = 0;

  self->face = face;
  self->language = text->language;
  self->string = g_string_sized_new (text->string->len + 16);
  self->spans = g_array_new (FALSE, TRUE, sizeof (PlxSheetSpan));
  self->cites = g_array_new (FALSE, FALSE, sizeof (PlxSheetCite));
  self->links = g_array_new (FALSE, FALSE, sizeof (PlxSheetLink));

  for (guint i = 0; i < text->spans->len; i++)
    {
      const PlxSheetSpan *span = &g_array_index (text->spans, PlxSheetSpan, i);
      /* Of these, the end says how many bytes were put there. */
      PlxSheetSpan put = *span;

      if (span->dress != PLX_DRESS_CITATION)
        continue;

      g_string_append_len (self->string, text->string->str + done, span->start - done);
      put.end = self->string->len;
      append_cite (self, span, before != NULL && done == span->start ? before : NULL);
      before = span;
      put.end = self->string->len - put.end;
      done = span->start;
      g_array_append_val (cited, put);
    }
  g_string_append_len (self->string, text->string->str + done, text->string->len - done);
  copy_dress (self, text, cited);

  return self;
}

void
plx_sheet_dressing_free (PlxSheetDressing *self)
{
  g_string_free (self->string, TRUE);
  g_array_unref (self->spans);
  g_array_unref (self->cites);
  g_array_unref (self->links);
  g_free (self);
}

/* What is put between a line and the next. A space stays where one was, so that who copies the text
 * or has it read aloud gets two words. */
const char *
plx_sheet_breaks_get_end (const PlxSheetBreak *line)
{
  return line->next > line->end ? " \u2028" : "\u2028";
}

/* The line of a place in the text before it was broken. */
guint
plx_sheet_breaks_find_line (GArray *breaks,
                            gsize   place)
{
  guint line = 0;

  while (breaks != NULL && line + 1 < breaks->len &&
         place >= g_array_index (breaks, PlxSheetBreak, line).next)
    line++;

  return line;
}

/* Where a byte of a text comes to stand once the text is broken into lines. */
gsize
plx_sheet_breaks_map (GArray *breaks,
                      gsize   place)
{
  gsize mapped = 0, start = 0;

  for (guint i = 0; breaks != NULL && i < breaks->len; i++)
    {
      const PlxSheetBreak *each = &g_array_index (breaks, PlxSheetBreak, i);

      if (place < each->next || i + 1 == breaks->len)
        return mapped + MIN (place, each->end) - start;

      mapped += each->end - start + strlen (plx_sheet_breaks_get_end (each));
      start = each->next;
    }

  return place;
}

static void
add (PangoAttrList  *list,
     PangoAttribute *attribute,
     gsize           start,
     gsize           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

/* What is small or slanted is told beside what is bold, and is not bold itself. */
static void
add_dress (PangoAttrList      *list,
           const PlxSheetSpan *span,
           PangoWeight         weight,
           double              size,
           gsize               start,
           gsize               end)
{
  switch (span->dress)
    {
    case PLX_DRESS_BOLD:
      add (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
      break;

    case PLX_DRESS_NAME:
      add (list, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD), start, end);
      break;

    case PLX_DRESS_ITALIC:
      add (list, pango_attr_style_new (PANGO_STYLE_ITALIC), start, end);
      if (weight > PANGO_WEIGHT_NORMAL)
        add (list, pango_attr_weight_new (PANGO_WEIGHT_NORMAL), start, end);
      break;

    case PLX_DRESS_SMALL:
      if (weight > PANGO_WEIGHT_NORMAL)
        add (list, pango_attr_weight_new (PANGO_WEIGHT_NORMAL), start, end);
      add (list, pango_attr_size_new_absolute (0.82 * size * PANGO_SCALE), start, end);
      break;

    case PLX_DRESS_CODE:
      add (list, pango_attr_family_new (PLX_SHEET_MONO), start, end);
      break;

    case PLX_DRESS_ONLY_HERE:
      add (list, pango_attr_underline_new (PANGO_UNDERLINE_DOUBLE), start, end);
      break;

    case PLX_DRESS_ONLY_THERE:
      add (list, pango_attr_strikethrough_new (TRUE), start, end);
      break;

    case PLX_DRESS_CHANGED:
      add (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
      break;

    case PLX_DRESS_CITATION:
      add (list, pango_attr_size_new_absolute (RAISED_SIZE * size * PANGO_SCALE), start, end);
      add (list, pango_attr_rise_new (RAISED_BY * size * PANGO_SCALE), start, end);
      add (list, pango_attr_style_new (PANGO_STYLE_NORMAL), start, end);
      break;

    case PLX_DRESS_LINK:
    default:
      break;
    }
}

/**
 * plx_sheet_dressing_list_attributes:
 * @self: a text as it is printed
 * @em: the size of the text of the sheet, in points
 * @breaks: (nullable) (element-type PlxSheetBreak): its lines
 *
 * Returns: (transfer full): what Pango is to make of it
 */
PangoAttrList *
plx_sheet_dressing_list_attributes (const PlxSheetDressing *self,
                                    double                  em,
                                    GArray                 *breaks)
{
  const PlxSheetType *type = plx_sheet_face_get_type (self->face);
  PangoAttrList *list = pango_attr_list_new ();
  double size = type->size * em;
  guint16 gray = type->gray * G_MAXUINT16;

  if (self->language != NULL)
    add (list, pango_attr_language_new (pango_language_from_string (self->language)), 0,
         G_MAXUINT);
  if (gray > 0)
    add (list, pango_attr_foreground_new (gray, gray, gray), 0, G_MAXUINT);
  if (type->tracking > 0)
    add (list, pango_attr_letter_spacing_new (size * type->tracking * PANGO_SCALE), 0, G_MAXUINT);

  for (guint i = 0; self->spans != NULL && i < self->spans->len; i++)
    {
      const PlxSheetSpan *span = &g_array_index (self->spans, PlxSheetSpan, i);

      gsize start = span->start;

      /* A line under words ends with the last word of a line of text. */
      for (guint j = plx_sheet_breaks_find_line (breaks, start);
           breaks != NULL && j + 1 < breaks->len; j++)
        {
          const PlxSheetBreak *each = &g_array_index (breaks, PlxSheetBreak, j);

          if (span->end <= each->next)
            break;
          add_dress (list, span, type->weight, size, plx_sheet_breaks_map (breaks, start),
                     plx_sheet_breaks_map (breaks, each->end));
          start = each->next;
        }
      add_dress (list, span, type->weight, size, plx_sheet_breaks_map (breaks, start),
                 plx_sheet_breaks_map (breaks, span->end));
    }

  return list;
}

/**
 * plx_sheet_dressing_lay_out:
 * @self: a text as it is printed
 * @context: of the layout
 * @em: the size of the text of the sheet, in points
 * @breaks: (nullable) (element-type PlxSheetBreak): its lines, or `NULL` for one
 *
 * Returns: (transfer full): the text, laid out
 */
PangoLayout *
plx_sheet_dressing_lay_out (const PlxSheetDressing *self,
                            PangoContext           *context,
                            double                  em,
                            GArray                 *breaks)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = plx_sheet_face_describe (self->face, em);
  g_autoptr (GString) broken = NULL;
  PangoAttrList *attributes;

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  if (breaks != NULL)
    {
      broken = g_string_sized_new (self->string->len + 3 * breaks->len);
      for (guint i = 0, start = 0; i < breaks->len; i++)
        {
          const PlxSheetBreak *each = &g_array_index (breaks, PlxSheetBreak, i);

          g_string_append_len (broken, self->string->str + start, each->end - start);
          if (i + 1 < breaks->len)
            g_string_append (broken, plx_sheet_breaks_get_end (each));
          start = each->next;
        }
    }

  pango_layout_set_text (layout, broken != NULL ? broken->str : self->string->str,
                         broken != NULL ? broken->len : self->string->len);
  attributes = plx_sheet_dressing_list_attributes (self, em, breaks);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  return layout;
}

/* The stretches of a layout for which no font has glyphs, by byte. */
static GArray *
find_missing (PangoLayout *layout)
{
  GArray *spans = g_array_new (FALSE, TRUE, sizeof (PlxSheetSpan));
  const char *text = pango_layout_get_text (layout);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      PangoGlyphItem *run = pango_layout_iter_get_run_readonly (iter);
      PangoGlyphItemIter cluster;
      gboolean more;

      if (run == NULL)
        continue;

      for (more = pango_glyph_item_iter_init_start (&cluster, run, text); more;
           more = pango_glyph_item_iter_next_cluster (&cluster))
        {
          gboolean is_missing = FALSE;
          int from = MIN (cluster.start_glyph, cluster.end_glyph + 1);
          int to = MAX (cluster.end_glyph, cluster.start_glyph + 1);

          for (int i = from; i < to; i++)
            is_missing |= (run->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0 &&
                          run->glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY;
          if (is_missing)
            append_span (spans, cluster.start_index, cluster.end_index, PLX_DRESS_SMALL);
        }
    }
  while (pango_layout_iter_next_run (iter));
  pango_layout_iter_free (iter);

  return spans;
}

static const char *
name_script (gunichar letter)
{
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode script = uscript_getScript (letter, &status);

  if (U_FAILURE (status) || script == USCRIPT_COMMON || script == USCRIPT_INHERITED ||
      script == USCRIPT_UNKNOWN)
    return NULL;

  return uscript_getName (script);
}

/* What stands for letters that cannot be printed. */
static char *
dup_stand_in (const char *text,
              GHashTable *missing)
{
  const char *script = NULL;

  for (const char *p = text; *p != '\0' && script == NULL; p = g_utf8_next_char (p))
    script = name_script (g_utf8_get_char (p));

  if (script == NULL)
    {
      /* Signs that belong to no script are told by their number. */
      g_autofree char *sign = g_strdup_printf ("U+%04X", g_utf8_get_char (text));

      g_hash_table_add (missing, g_strdup (sign));
      return g_strdup_printf ("[%s]", sign);
    }

  g_hash_table_add (missing, g_strdup (script));
  /* Translators: stands for letters for which there is no font; %s is a script, such as “Han” */
  return g_strdup_printf (_("[%s: no font]"), script);
}

/* What was @start to @end is now longer by @by, or shorter. */
static gsize
move_byte (gsize  byte,
           gsize  start,
           gsize  end,
           gssize by)
{
  if (byte <= start)
    return byte;

  return MAX (byte, end) + by;
}

static void
move_all (PlxSheetDressing *self,
          gsize             start,
          gsize             end,
          gssize            by)
{
  for (guint i = 0; i < self->spans->len; i++)
    {
      PlxSheetSpan *span = &g_array_index (self->spans, PlxSheetSpan, i);

      span->start = move_byte (span->start, start, end, by);
      span->end = move_byte (span->end, start, end, by);
    }
  for (guint i = 0; i < self->cites->len; i++)
    {
      PlxSheetCite *cite = &g_array_index (self->cites, PlxSheetCite, i);

      cite->start = move_byte (cite->start, start, end, by);
      cite->end = move_byte (cite->end, start, end, by);
    }
  for (guint i = 0; i < self->links->len; i++)
    {
      PlxSheetLink *link = &g_array_index (self->links, PlxSheetLink, i);

      link->start = move_byte (link->start, start, end, by);
      link->end = move_byte (link->end, start, end, by);
    }
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  const PlxSheetSpan *x = a;
  const PlxSheetSpan *y = b;

  return (x->start > y->start) - (x->start < y->start);
}

/**
 * plx_sheet_dressing_replace_missing:
 * @self: a text as it is printed
 * @layout: the same, laid out on one line
 * @missing: (element-type utf8): where to add the names of the scripts
 *
 * Puts words in the place of letters that no font has: a reader can do more with the name of a
 * script than with boxes.
 */
void
plx_sheet_dressing_replace_missing (PlxSheetDressing *self,
                                    PangoLayout      *layout,
                                    GHashTable       *missing)
{
  g_autoptr (GArray) spans = find_missing (layout);

  /* Runs come as they are seen, which is not always as they are read. */
  g_array_sort (spans, compare_starts);
  for (guint i = spans->len; i > 0; )
    {
      gsize end = g_array_index (spans, PlxSheetSpan, i - 1).end;
      gsize start = g_array_index (spans, PlxSheetSpan, i - 1).start;
      g_autofree char *letters = NULL;
      g_autofree char *words = NULL;

      /* Those that follow each other, or have only spaces between them, are one stretch. */
      for (i--; i > 0; i--)
        {
          const PlxSheetSpan *before = &g_array_index (spans, PlxSheetSpan, i - 1);

          if (before->end > start || strspn (self->string->str + before->end, " ") <
              start - before->end)
            break;
          start = before->start;
        }

      letters = g_strndup (self->string->str + start, end - start);
      words = dup_stand_in (letters, missing);
      g_string_erase (self->string, start, end - start);
      g_string_insert (self->string, start, words);
      move_all (self, start, end, (gssize) strlen (words) - (gssize) (end - start));
    }
}
