/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sheet/plx-sheet-lines.h"

G_BEGIN_DECLS

/**
 * PlxSheetDressing:
 * @face: of all of it
 * @language: (nullable): of the text
 * @string: what is printed: the text with the numbers of its citations
 * @spans: (nullable) (element-type PlxSheetSpan): its dress, by the bytes of @string
 * @cites: (nullable) (element-type PlxSheetCite): where articles are cited
 * @links: (nullable) (element-type PlxSheetLink): what leads somewhere; targets are the text's own
 *
 * A text as it is printed, before it is broken into lines.
 */
typedef struct
{
  PlxSheetFace  face;
  const char   *language;
  GString      *string;
  GArray       *spans;
  GArray       *cites;
  GArray       *links;
} PlxSheetDressing;

PlxSheetDressing *plx_sheet_dressing_new             (const PlxSheetText     *text,
                                                      PlxSheetFace            face);
void              plx_sheet_dressing_free            (PlxSheetDressing       *self);
PangoAttrList    *plx_sheet_dressing_list_attributes (const PlxSheetDressing *self,
                                                      double                  em,
                                                      GArray                 *breaks);
PangoLayout      *plx_sheet_dressing_lay_out         (const PlxSheetDressing *self,
                                                      PangoContext           *context,
                                                      double                  em,
                                                      GArray                 *breaks);
void              plx_sheet_dressing_replace_missing (PlxSheetDressing       *self,
                                                      PangoLayout            *layout,
                                                      GHashTable             *missing);
gsize             plx_sheet_breaks_map               (GArray                 *breaks,
                                                      gsize                   place);
guint             plx_sheet_breaks_find_line         (GArray                 *breaks,
                                                      gsize                   place);
const char       *plx_sheet_breaks_get_end           (const PlxSheetBreak    *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSheetDressing, plx_sheet_dressing_free)

G_END_DECLS
