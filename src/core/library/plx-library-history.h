/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-library.h"

G_BEGIN_DECLS

#define PLX_TYPE_CHANGE (plx_change_get_type ())

/**
 * PlxChange:
 * @id: its number; a later change has a greater one
 * @label: what the user did, in words
 * @at: when, in seconds since 1970
 * @undone: whether it is taken back now
 *
 * A step of the library's history.
 */
typedef struct
{
  gint64    id;
  char     *label;
  gint64    at;
  gboolean  undone;
} PlxChange;

GType      plx_change_get_type              (void);
PlxChange *plx_change_copy                  (const PlxChange     *self);
void       plx_change_free                  (PlxChange           *self);

/* Not a change: all that can be undone or redone, the newest first. */
void       plx_library_list_history_async   (PlxLibrary          *self,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
GPtrArray *plx_library_list_history_finish  (PlxLibrary          *self,
                                             GAsyncResult        *result,
                                             GError             **error);

/* Undoes or redoes as many changes as lie between now and a place in the history. Ends with
 * plx_library_change_finish(). */
void       plx_library_travel_async         (PlxLibrary          *self,
                                             gint64               change,
                                             gboolean             after,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxChange, plx_change_free)

G_END_DECLS
