/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "names/plx-name-item.h"

G_BEGIN_DECLS

#define PLX_TYPE_ENTITY_PICKER (plx_entity_picker_get_type ())

G_DECLARE_FINAL_TYPE (PlxEntityPicker, plx_entity_picker, PLX, ENTITY_PICKER, AdwBin)

void         plx_entity_picker_fill         (PlxEntityPicker *self,
                                             PlxSession      *session,
                                             GArray          *excluded,
                                             const char      *like);
GtkEditable *plx_entity_picker_get_entry    (PlxEntityPicker *self);
PlxNameItem *plx_entity_picker_get_selected (PlxEntityPicker *self);

G_END_DECLS
