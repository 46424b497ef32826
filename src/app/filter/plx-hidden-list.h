/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "filter/plx-picker.h"

G_BEGIN_DECLS

#define PLX_TYPE_HIDDEN_LIST (plx_hidden_list_get_type ())

G_DECLARE_FINAL_TYPE (PlxHiddenList, plx_hidden_list, PLX, HIDDEN_LIST, PlxPicker)

G_END_DECLS
