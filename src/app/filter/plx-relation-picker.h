/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "filter/plx-picker.h"

G_BEGIN_DECLS

#define PLX_TYPE_RELATION_PICKER (plx_relation_picker_get_type ())

G_DECLARE_FINAL_TYPE (PlxRelationPicker, plx_relation_picker, PLX, RELATION_PICKER, PlxPicker)

G_END_DECLS
