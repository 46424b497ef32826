/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-text.h"

static void
span_clear (gpointer data)
{
  g_free (((PlxSheetSpan *) data)->target);
}

/**
 * plx_sheet_text_new:
 * @string: (nullable): what it begins with
 * @language: (nullable): the language that it is in, as BCP 47; `NULL` is that of the sheet
 *
 * Returns: (transfer full): a text without dress
 */
PlxSheetText *
plx_sheet_text_new (const char *string,
                    const char *language)
{
  PlxSheetText *self = g_new0 (PlxSheetText, 1);

  self->string = g_string_new (NULL);
  self->language = g_strdup (language);
  self->spans = g_array_new (FALSE, TRUE, sizeof (PlxSheetSpan));
  g_array_set_clear_func (self->spans, span_clear);
  if (string != NULL)
    plx_sheet_text_append (self, string);

  return self;
}

/**
 * plx_sheet_text_copy:
 * @self: a text
 *
 * Returns: (transfer full): the same once more
 */
PlxSheetText *
plx_sheet_text_copy (const PlxSheetText *self)
{
  PlxSheetText *copy = plx_sheet_text_new (NULL, self->language);

  g_string_append_len (copy->string, self->string->str, self->string->len);
  for (guint i = 0; i < self->spans->len; i++)
    {
      PlxSheetSpan span = g_array_index (self->spans, PlxSheetSpan, i);

      span.target = g_strdup (span.target);
      g_array_append_val (copy->spans, span);
    }

  return copy;
}

void
plx_sheet_text_free (PlxSheetText *self)
{
  g_string_free (self->string, TRUE);
  g_free (self->language);
  g_array_unref (self->spans);
  g_free (self);
}

/**
 * plx_sheet_text_append:
 * @self: a text
 * @string: more of it, in UTF-8; where it is none, the Unicode replacement character stands for
 *   what cannot be read
 *
 * Adds to the end of a text. Ends of lines and other control characters count as spaces, since a
 * paragraph is broken into lines by who writes it.
 */
void
plx_sheet_text_append (PlxSheetText *self,
                       const char   *string)
{
  g_autofree char *valid = g_utf8_make_valid (string, -1);

  for (char *p = valid; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  g_string_append (self->string, valid);
}

static void
add_span (PlxSheetText *self,
          PlxSheetSpan  span)
{
  guint place = self->spans->len;

  while (place > 0 && g_array_index (self->spans, PlxSheetSpan, place - 1).start > span.start)
    place--;
  g_array_insert_val (self->spans, place, span);
}

/* Adds to the end of a text what is dressed as a whole; see [method@SheetText.append]. */
void
plx_sheet_text_append_dressed (PlxSheetText *self,
                               const char   *string,
                               PlxDress      dress)
{
  gsize start = self->string->len;

  plx_sheet_text_append (self, string);
  plx_sheet_text_dress (self, start, self->string->len, dress);
}

/**
 * plx_sheet_text_append_link:
 * @self: a text
 * @string: what is read
 * @target: where it leads: an address, or `#` and the id of a heading, table or list item
 *
 * Adds a link to the end of a text.
 */
void
plx_sheet_text_append_link (PlxSheetText *self,
                            const char   *string,
                            const char   *target)
{
  PlxSheetSpan span = { .start = self->string->len, .dress = PLX_DRESS_LINK };

  plx_sheet_text_append (self, string);
  span.end = self->string->len;
  span.target = g_utf8_make_valid (target, -1);
  add_span (self, span);
}

/**
 * plx_sheet_text_append_citation:
 * @self: a text
 * @article: an article, by its place in the analysis
 * @paragraph: a paragraph of it, from 1, or 0 for the whole
 *
 * Says that what stands before is from an article. The writer makes of it its kind of note.
 */
void
plx_sheet_text_append_citation (PlxSheetText *self,
                                guint         article,
                                guint         paragraph)
{
  add_span (self, (PlxSheetSpan) { self->string->len, self->string->len, PLX_DRESS_CITATION,
                                   article, paragraph, NULL });
}

/**
 * plx_sheet_text_dress:
 * @self: a text
 * @start: first byte of a stretch
 * @end: the byte after the last
 * @dress: what that stretch is; neither a link nor a citation
 *
 * Dresses a stretch of a text. An empty one stays as it is.
 */
void
plx_sheet_text_dress (PlxSheetText *self,
                      gsize         start,
                      gsize         end,
                      PlxDress      dress)
{
  g_return_if_fail (dress != PLX_DRESS_LINK && dress != PLX_DRESS_CITATION);
  g_return_if_fail (end <= self->string->len);

  if (start < end)
    add_span (self, (PlxSheetSpan) { start, end, dress, 0, 0, NULL });
}

/* Its length in bytes. */
gsize
plx_sheet_text_get_length (const PlxSheetText *self)
{
  return self->string->len;
}
