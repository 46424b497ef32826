/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-library.h"

G_BEGIN_DECLS

#define PLX_TYPE_INTAKE (plx_intake_get_type ())

/**
 * PlxIntake:
 *
 * Brings very many articles into a library, while they are being read.
 *
 * Whoever reads hands over one document after the other, from any thread but the main one, and is
 * held up where the library cannot follow, so that no more than a few of them are in memory. They
 * are looked at and packed on all cores, and written in their order, some hundred at a time. What
 * is written stays, whether the rest comes in, is cancelled or fails; who starts again finds it
 * known, which takes next to no time. All of it is one change of the history, as long as no other
 * change comes between.
 *
 * Signal: `progress ()` on the main thread, whenever some more are in.
 *
 * It is made and finished on the main thread, which must run its main loop meanwhile.
 */
G_DECLARE_FINAL_TYPE (PlxIntake, plx_intake, PLX, INTAKE, GObject)

/**
 * PlxIntakeFunc:
 * @document: a document that nobody else has yet
 *
 * Finds out something of a document that the library is to keep, such as its countries. It is
 * called on any thread, on several at the same time.
 */
typedef void (*PlxIntakeFunc) (PlxDocument *document);

PlxIntake *plx_intake_new           (PlxLibrary          *library,
                                     PlxStory            *story,
                                     PlxIntakeFunc        look_at,
                                     GCancellable        *cancellable);
gboolean   plx_intake_push          (PlxIntake           *self,
                                     PlxDocument         *document,
                                     GError             **error);
void       plx_intake_close_async   (PlxIntake           *self,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
gboolean   plx_intake_close_finish  (PlxIntake           *self,
                                     GAsyncResult        *result,
                                     GError             **error);

guint      plx_intake_get_n_added   (PlxIntake           *self);
guint      plx_intake_get_n_known   (PlxIntake           *self);
GArray    *plx_intake_get_known     (PlxIntake           *self);

G_END_DECLS
