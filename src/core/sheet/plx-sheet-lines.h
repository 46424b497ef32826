/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sheet/plx-sheet-faces.h"
#include "sheet/plx-sheet-hyphens.h"

G_BEGIN_DECLS

typedef struct _PlxSheetRuler PlxSheetRuler;

/**
 * PlxSheetSetter:
 * @context: of the texts
 * @em: the size of the text, in points
 * @language: the language of our own words, as BCP 47
 * @is_rtl: whether it is read from right to left
 * @hyphens: where words may be broken
 * @ruler: how wide words are
 * @missing: (element-type utf8): the names of scripts that no font has
 * @memo: (nullable) (element-type guint32): where the lines of a part are noted down while it is
 *   measured, and found again when it is drawn
 * @memo_place: how far it has been read
 * @is_recalling: whether it is read, and not written
 *
 * What setting texts in lines takes. It is for one thread at a time.
 */
typedef struct
{
  PangoContext    *context;
  double           em;
  char            *language;
  gboolean         is_rtl;
  PlxSheetHyphens *hyphens;
  PlxSheetRuler   *ruler;
  GHashTable      *missing;
  GArray          *memo;
  guint            memo_place;
  gboolean         is_recalling;
} PlxSheetSetter;

/* A citation in a line. */
typedef struct
{
  guint line;
  guint article;
  gsize start;   /* bytes in the text of the layout */
  gsize end;
} PlxSheetCite;

/* A link in the text of a layout. */
typedef struct
{
  gsize  start;
  gsize  end;
  char  *target;
} PlxSheetLink;

/**
 * PlxSheetBlock:
 * @n_lines: how many lines
 * @pitch: from one baseline to the next, in points
 * @size: of its letters, in points
 * @width: of the column, in points
 * @align: how its lines stand in it
 * @cites: (element-type PlxSheetCite): in order
 * @layout: (nullable): the text, broken into its lines; `NULL` where it was only measured
 * @links: (nullable) (element-type PlxSheetLink): in order
 * @hyphen: (nullable): the hyphen that stands after the lines of @hyphenated
 * @hyphenated: (nullable) (element-type guint32): the lines that end within a word, in order
 *
 * A text, set in lines.
 */
typedef struct
{
  guint          n_lines;
  double         pitch;
  double         size;
  double         width;
  PlxSheetAlign  align;
  GArray        *cites;
  PangoLayout   *layout;
  GArray        *links;
  PangoLayout   *hyphen;
  GArray        *hyphenated;
} PlxSheetBlock;

PlxSheetSetter *plx_sheet_setter_new      (double               em,
                                           const char          *language);
void            plx_sheet_setter_free     (PlxSheetSetter      *self);
PlxSheetBlock  *plx_sheet_setter_set      (PlxSheetSetter      *self,
                                           const PlxSheetText  *text,
                                           PlxSheetFace         face,
                                           PlxSheetAlign        align,
                                           double               width,
                                           gboolean             is_measured);

PlxSheetAlign   plx_sheet_setter_lean     (PlxSheetSetter      *self,
                                           const char          *words);

void            plx_sheet_block_free      (PlxSheetBlock       *self);
void            plx_sheet_block_draw_line (const PlxSheetBlock *self,
                                           guint                line,
                                           cairo_t             *cr,
                                           double               x,
                                           double               baseline);
double          plx_sheet_block_find_x    (const PlxSheetBlock *self,
                                           guint                line);
void            plx_sheet_block_append_line (const PlxSheetBlock *self,
                                             guint                line,
                                             GString             *text);

gboolean        plx_sheet_language_is_rtl (const char          *language);

/* plx-sheet-breaks.c */
double         *plx_sheet_breaks_measure  (PangoLayout         *layout);
GArray         *plx_sheet_breaks_find     (const char          *text,
                                           const PangoLogAttr  *attributes,
                                           int                  n_chars,
                                           const double        *widths,
                                           double               width,
                                           double               hyphen,
                                           PlxSheetHyphens     *hyphens,
                                           const char          *language);

/**
 * PlxSheetBreak:
 * @end: the byte after the last of the line, without the space that ends it
 * @next: the first byte of the next line
 * @is_hyphenated: whether a hyphen is to stand after the line
 *
 * Where a line ends.
 */
typedef struct
{
  gsize    end;
  gsize    next;
  gboolean is_hyphenated;
} PlxSheetBreak;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSheetSetter, plx_sheet_setter_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSheetBlock, plx_sheet_block_free)

G_END_DECLS
