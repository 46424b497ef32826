/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "filter/plx-search-picker.h"

G_BEGIN_DECLS

#define PLX_TYPE_COUNTRY_PICKER (plx_country_picker_get_type ())

G_DECLARE_FINAL_TYPE (PlxCountryPicker, plx_country_picker, PLX, COUNTRY_PICKER,
                      PlxSearchPicker)

G_END_DECLS
