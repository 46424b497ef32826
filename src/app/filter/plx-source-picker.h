/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "filter/plx-picker.h"

G_BEGIN_DECLS

#define PLX_TYPE_SOURCE_PICKER (plx_source_picker_get_type ())

G_DECLARE_FINAL_TYPE (PlxSourcePicker, plx_source_picker, PLX, SOURCE_PICKER, PlxPicker)

G_END_DECLS
