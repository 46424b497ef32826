/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/office/plx-paper-builder.h"
#include "reading/plx-reader.h"

G_BEGIN_DECLS

/**
 * PlxRtfPlace:
 *
 * Where the text of a group goes.
 */
typedef enum
{
  PLX_RTF_PLACE_TEXT,
  PLX_RTF_PLACE_NOWHERE,
  PLX_RTF_PLACE_FONTS,
  PLX_RTF_PLACE_STYLES,
  PLX_RTF_PLACE_INFO,
  PLX_RTF_PLACE_TITLE,
  PLX_RTF_PLACE_AUTHOR,
  PLX_RTF_PLACE_CREATED,
  PLX_RTF_PLACE_INSTRUCTION,
} PlxRtfPlace;

/**
 * PlxRtfGroup:
 * @place: where its text goes
 * @starred: whether the next control word may be passed over with the whole group
 * @hidden: whether its letters are hidden
 * @is_field: whether it is a field
 * @page: the code page of its letters
 * @skip: how many letters stand in for one in Unicode
 * @outer: (nullable): the paragraph that it interrupts
 * @outer_kind: what that paragraph is
 * @outer_in_table: whether that stands in a table
 *
 * What is between two braces.
 */
typedef struct
{
  PlxRtfPlace   place;
  gboolean      starred;
  gboolean      hidden;
  gboolean      is_field;
  int           page;
  int           skip;
  GString      *outer;
  PlxPaperKind  outer_kind;
  gboolean      outer_in_table;
} PlxRtfGroup;

/**
 * PlxRtf:
 * @source: where it comes from
 * @paper: gets the text
 * @builder: puts it together
 * @groups: (element-type PlxRtfGroup): the groups that are open
 * @fonts: the code page of each font
 * @styles: what the paragraphs of each style are
 * @bytes: letters that are not decoded yet
 * @paragraph: the paragraph so far
 * @name: a name or an instruction so far
 * @link: (nullable): where the paragraph's link leads
 * @link_start: where in the paragraph it begins
 * @link_end: and where it ends
 * @kind: what the paragraph is
 * @in_table: whether it stands in a table
 * @in_row: whether a row is open
 * @interrupted: in how many notes and boxes it stands
 * @default_page: the code page of the file
 * @default_font: its font
 * @number: the font or style that is being defined
 * @to_skip: letters to be passed over, because they stand in for one in Unicode
 * @high: (nullable): the first half of a letter outside the first plane
 * @date: the year, month and day on which the file was made
 * @buffer: what is read and not used
 * @at: the next byte in it
 * @filled: bytes in it
 * @error: (nullable): why the file can't be read
 */
typedef struct
{
  const PlxSource *source;
  PlxPaper        *paper;
  PlxPaperBuilder *builder;
  GArray          *groups;
  GHashTable      *fonts;
  GHashTable      *styles;
  GString         *bytes;
  GString         *paragraph;
  GString         *name;
  char            *link;
  gsize            link_start;
  gsize            link_end;
  PlxPaperKind     kind;
  gboolean         in_table;
  gboolean         in_row;
  guint            interrupted;
  int              default_page;
  int              default_font;
  int              number;
  int              to_skip;
  gunichar         high;
  int              date[3];
  guint8          *buffer;
  gsize            at;
  gsize            filled;
  GError          *error;
} PlxRtf;

static inline PlxRtfGroup *
plx_rtf_current (PlxRtf *self)
{
  return &g_array_index (self->groups, PlxRtfGroup, self->groups->len - 1);
}

void plx_rtf_put           (PlxRtf       *self,
                            const char   *text,
                            gsize         length);
void plx_rtf_put_byte      (PlxRtf       *self,
                            int           byte);
void plx_rtf_put_unicode   (PlxRtf       *self,
                            int           number);
void plx_rtf_flush         (PlxRtf       *self);
void plx_rtf_end_paragraph (PlxRtf       *self);
void plx_rtf_end_cell      (PlxRtf       *self);
void plx_rtf_end_row       (PlxRtf       *self);
void plx_rtf_interrupt     (PlxRtf       *self,
                            PlxPaperKind  kind);
void plx_rtf_resume        (PlxRtf       *self,
                            PlxRtfGroup  *group);

G_END_DECLS
