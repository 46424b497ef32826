/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "countries/plx-map-camera.h"
#include "countries/plx-map-pattern.h"

G_BEGIN_DECLS

/* What the lands of the map are to look like: for each a status, and whether it stands out. */
typedef struct
{
  PlxStatus status;
  gboolean  is_strong;
} PlxMapShade;

typedef struct _PlxMapPaper PlxMapPaper;

PlxMapPaper *plx_map_paper_new      (void);
void         plx_map_paper_free     (PlxMapPaper        *self);

void         plx_map_paper_shade    (PlxMapPaper        *self,
                                     const PlxMapShade  *shades,
                                     gsize               n_shades);
void         plx_map_paper_draw     (PlxMapPaper        *self,
                                     GtkSnapshot        *snapshot,
                                     const PlxMapCamera *camera,
                                     PlxMapLook          look,
                                     double              density,
                                     gboolean            is_hurried);
void         plx_map_paper_outline  (PlxMapPaper        *self,
                                     GtkSnapshot        *snapshot,
                                     const PlxMapCamera *camera,
                                     const PlxLand      *land,
                                     const GdkRGBA      *color,
                                     double              width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxMapPaper, plx_map_paper_free)

G_END_DECLS
