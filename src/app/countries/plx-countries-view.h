/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_COUNTRIES_VIEW (plx_countries_view_get_type ())

G_DECLARE_FINAL_TYPE (PlxCountriesView, plx_countries_view, PLX, COUNTRIES_VIEW, AdwBin)

PlxSession *plx_countries_view_get_session (PlxCountriesView *self);
void        plx_countries_view_set_session (PlxCountriesView *self,
                                            PlxSession       *session);

G_END_DECLS
