/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_NOTE_MARK (plx_note_mark_get_type ())

/**
 * PlxNoteMark:
 *
 * Shows the note on a claim, where there is one; pressing it opens it. To be put into a widget that
 * has the actions of `plx-claim-actions.h`.
 */
G_DECLARE_FINAL_TYPE (PlxNoteMark, plx_note_mark, PLX, NOTE_MARK, AdwBin)

GtkWidget *plx_note_mark_new       (void);

void       plx_note_mark_show      (PlxNoteMark *self,
                                    guint        claim,
                                    gboolean     whole);

G_END_DECLS
