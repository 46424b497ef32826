/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_TRASH_PAGE (plx_trash_page_get_type ())

G_DECLARE_FINAL_TYPE (PlxTrashPage, plx_trash_page, PLX, TRASH_PAGE, AdwBin)

G_END_DECLS
