/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_TEXT_NOTE_DIALOG (plx_text_note_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PlxTextNoteDialog, plx_text_note_dialog, PLX, TEXT_NOTE_DIALOG, AdwDialog)

AdwDialog *plx_text_note_dialog_new (PlxSession    *session,
                                     const PlxNote *note);

G_END_DECLS
