/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "library/plx-library-tags.h"
#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_TAG_ROW (plx_tag_row_get_type ())

G_DECLARE_FINAL_TYPE (PlxTagRow, plx_tag_row, PLX, TAG_ROW, AdwActionRow)

void plx_tag_row_show (PlxTagRow  *self,
                       PlxSession *session,
                       PlxTagged   tagged,
                       gint64      id);

G_END_DECLS
