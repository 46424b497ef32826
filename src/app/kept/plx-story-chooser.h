/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "library/plx-library.h"

G_BEGIN_DECLS

#define PLX_TYPE_STORY_CHOOSER (plx_story_chooser_get_type ())

G_DECLARE_FINAL_TYPE (PlxStoryChooser, plx_story_chooser, PLX, STORY_CHOOSER, AdwDialog)

AdwDialog *plx_story_chooser_new (PlxLibrary *library);

G_END_DECLS
