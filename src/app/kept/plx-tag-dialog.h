/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "library/plx-library-tags.h"
#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_TAG_DIALOG (plx_tag_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlxTagDialog, plx_tag_dialog, PLX, TAG_DIALOG, AdwDialog)

AdwDialog *plx_tag_dialog_new (PlxSession *session,
                               PlxTagged   tagged,
                               GArray     *ids);

G_END_DECLS
