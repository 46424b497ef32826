/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "corrections/plx-corrector.h"

G_BEGIN_DECLS

#define PLX_TYPE_NOTE_DIALOG (plx_note_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlxNoteDialog, plx_note_dialog, PLX, NOTE_DIALOG, AdwDialog)

AdwDialog *plx_note_dialog_new (PlxCorrector   *corrector,
                               PlxClaimTarget *target);

G_END_DECLS
