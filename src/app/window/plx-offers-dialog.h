/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_OFFERS_DIALOG (plx_offers_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlxOffersDialog, plx_offers_dialog, PLX, OFFERS_DIALOG, AdwDialog)

AdwDialog *plx_offers_dialog_new   (PlxSession      *session,
                                    gint64           story);
char      *plx_offers_dialog_title (const char      *const *why);

G_END_DECLS
