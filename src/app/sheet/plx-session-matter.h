/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sheet/plx-sheet-matter.h"
#include "window/plx-session.h"

G_BEGIN_DECLS

PlxSheetMatter *plx_session_create_matter (PlxSession *session);

G_END_DECLS
