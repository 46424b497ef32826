/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_COUNTRY_GROUP (plx_country_group_get_type ())

G_DECLARE_FINAL_TYPE (PlxCountryGroup, plx_country_group, PLX, COUNTRY_GROUP, AdwBin)

void plx_country_group_show (PlxCountryGroup *self,
                             PlxSession      *session,
                             PlxStatus        status,
                             GPtrArray       *countries);

G_END_DECLS
