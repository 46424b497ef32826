/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxDress:
 * @PLX_DRESS_BOLD: bold
 * @PLX_DRESS_ITALIC: italic
 * @PLX_DRESS_SMALL: smaller than what stands around it
 * @PLX_DRESS_CODE: signs that are compared one by one, such as a digest
 * @PLX_DRESS_ONLY_HERE: words that the other text does not have
 * @PLX_DRESS_ONLY_THERE: words that only the other text has
 * @PLX_DRESS_CHANGED: words for which the other text has others
 * @PLX_DRESS_NAME: a name
 * @PLX_DRESS_LINK: leads to an address, or to an id within the sheet, which begins with `#`
 * @PLX_DRESS_CITATION: cites an article; such a span is empty, the writer says what stands there
 *
 * What a stretch of a text is. A writer tells them apart by the style of a line, by weight or by
 * slope, never by colour alone.
 */
typedef enum
{
  PLX_DRESS_BOLD,
  PLX_DRESS_ITALIC,
  PLX_DRESS_SMALL,
  PLX_DRESS_CODE,
  PLX_DRESS_ONLY_HERE,
  PLX_DRESS_ONLY_THERE,
  PLX_DRESS_CHANGED,
  PLX_DRESS_NAME,
  PLX_DRESS_LINK,
  PLX_DRESS_CITATION,
} PlxDress;

/**
 * PlxSheetSpan:
 * @start: first byte in the text
 * @end: the byte after the last
 * @dress: what it is
 * @article: of a citation: the article, by its place in the analysis
 * @paragraph: of a citation: the paragraph, from 1, or 0 for none
 * @target: (nullable): of a link: where it leads
 */
typedef struct
{
  gsize     start;
  gsize     end;
  PlxDress  dress;
  guint     article;
  guint     paragraph;
  char     *target;
} PlxSheetSpan;

/**
 * PlxSheetText:
 * @string: the text: valid UTF-8 without control characters; U+2028 ends a line in it
 * @language: (nullable): the language that it is in, as BCP 47; `NULL` is that of the sheet
 * @spans: (element-type PlxSheetSpan): in order of their start; they may overlap
 *
 * A text with its dress: what a section hands to a writer.
 *
 * It belongs to who makes it; a writer borrows it.
 */
typedef struct
{
  GString *string;
  char    *language;
  GArray  *spans;
} PlxSheetText;

PlxSheetText *plx_sheet_text_new             (const char   *string,
                                              const char   *language);
PlxSheetText *plx_sheet_text_copy            (const PlxSheetText *self);
void          plx_sheet_text_free            (PlxSheetText *self);

void          plx_sheet_text_append          (PlxSheetText *self,
                                              const char   *string);
void          plx_sheet_text_append_dressed  (PlxSheetText *self,
                                              const char   *string,
                                              PlxDress      dress);
void          plx_sheet_text_append_link     (PlxSheetText *self,
                                              const char   *string,
                                              const char   *target);
void          plx_sheet_text_append_citation (PlxSheetText *self,
                                              guint         article,
                                              guint         paragraph);
void          plx_sheet_text_dress           (PlxSheetText *self,
                                              gsize         start,
                                              gsize         end,
                                              PlxDress      dress);
gsize         plx_sheet_text_get_length      (const PlxSheetText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSheetText, plx_sheet_text_free)

G_END_DECLS
