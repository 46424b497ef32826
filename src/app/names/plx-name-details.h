/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "names/plx-mender.h"
#include "names/plx-name-item.h"

G_BEGIN_DECLS

#define PLX_TYPE_NAME_DETAILS (plx_name_details_get_type ())

G_DECLARE_FINAL_TYPE (PlxNameDetails, plx_name_details, PLX, NAME_DETAILS, AdwBin)

void plx_name_details_show (PlxNameDetails *self,
                            PlxMender      *mender,
                            PlxNameItem    *item);

G_END_DECLS
