/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "filter/plx-search-picker.h"

G_BEGIN_DECLS

#define PLX_TYPE_NAME_PICKER (plx_name_picker_get_type ())

G_DECLARE_FINAL_TYPE (PlxNamePicker, plx_name_picker, PLX, NAME_PICKER,
                      PlxSearchPicker)

G_END_DECLS
