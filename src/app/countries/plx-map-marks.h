/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "countries/plx-map-camera.h"
#include "countries/plx-map-mark.h"

G_BEGIN_DECLS

typedef struct _PlxMapMarks PlxMapMarks;

PlxMapMarks *plx_map_marks_new      (GtkWidget          *map);
void         plx_map_marks_free     (PlxMapMarks        *self);
void         plx_map_marks_clear    (PlxMapMarks        *self);
void         plx_map_marks_fill     (PlxMapMarks        *self,
                                     GListModel         *model);

PlxMapMark  *plx_map_marks_find     (PlxMapMarks        *self,
                                     const char         *country);
void         plx_map_marks_measure  (PlxMapMarks        *self,
                                     GtkOrientation      orientation);
void         plx_map_marks_place    (PlxMapMarks        *self,
                                     const PlxMapCamera *camera);
void         plx_map_marks_snapshot (PlxMapMarks        *self,
                                     const PlxMapCamera *camera,
                                     GtkSnapshot        *snapshot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxMapMarks, plx_map_marks_free)

G_END_DECLS
