/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_NOTES_PAGE (plx_notes_page_get_type ())

G_DECLARE_FINAL_TYPE (PlxNotesPage, plx_notes_page, PLX, NOTES_PAGE, AdwBin)

G_END_DECLS
