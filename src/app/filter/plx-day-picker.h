/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "filter/plx-picker.h"

G_BEGIN_DECLS

#define PLX_TYPE_DAY_PICKER (plx_day_picker_get_type ())

G_DECLARE_FINAL_TYPE (PlxDayPicker, plx_day_picker, PLX, DAY_PICKER, PlxPicker)

G_END_DECLS
