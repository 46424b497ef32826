/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "sheet/plx-sheet-writer.h"

G_BEGIN_DECLS

/* Letters of one width; what comes first is taken where the system has it. */
#define PLX_SHEET_MONO                                                                         \
  "Adwaita Mono,Source Code Pro,Noto Sans Mono,Liberation Mono,DejaVu Sans Mono,Monospace"

/* What a text on a page may be besides the styles of paragraphs. */
typedef enum
{
  PLX_FACE_OF_STYLE, /* and PLX_N_STYLES - 1 more */
  PLX_FACE_TITLE = PLX_N_STYLES,
  PLX_FACE_SECTION,
  PLX_FACE_HEADING,
  PLX_FACE_MINOR,
  PLX_FACE_FOOT,
  PLX_FACE_EDGE,
} PlxSheetFace;

#define PLX_N_FACES (PLX_FACE_EDGE + 1)

/**
 * PlxSheetType:
 * @families: names of font families, with commas between them
 * @size: of its letters, by the size of the text
 * @pitch: from one baseline to the next, by the size of the text
 * @weight: how bold
 * @is_italic: whether it is slanted
 * @gray: 0 is black
 * @tracking: room between letters, by their size
 * @is_hyphenated: whether its words may be broken
 *
 * How a face looks.
 */
typedef struct
{
  const char  *families;
  double       size;
  double       pitch;
  PangoWeight  weight;
  gboolean     is_italic;
  double       gray;
  double       tracking;
  gboolean     is_hyphenated;
} PlxSheetType;

const PlxSheetType   *plx_sheet_face_get_type (PlxSheetFace  face);
PangoFontDescription *plx_sheet_face_describe (PlxSheetFace  face,
                                               double        em);
PangoContext         *plx_sheet_context_new   (void);
PangoContext         *plx_sheet_context_take  (void);
void                  plx_sheet_context_give  (PangoContext *context);

G_END_DECLS
