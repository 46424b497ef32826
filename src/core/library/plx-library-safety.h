/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-backup.h"
#include "library/plx-library.h"
#include "library/plx-salvage.h"

G_BEGIN_DECLS

/* What keeps a library from being lost. None of it is a change of the history but the import; all
 * of it goes on beside what else is done, on threads of its own. */

/* Opens a library on another thread: one that has to be brought up to date takes its time. */
void        plx_library_open_async          (const char           *path,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
PlxLibrary *plx_library_open_finish         (GAsyncResult         *result,
                                             GError              **error);

/* Makes a backup. A daily one is made only where it is due; then @path is NULL and there is no
 * error. */
void        plx_library_back_up_async       (PlxLibrary           *self,
                                             PlxBackupReason       reason,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean    plx_library_back_up_finish      (PlxLibrary           *self,
                                             GAsyncResult         *result,
                                             char                **path,
                                             GError              **error);

void        plx_library_list_backups_async  (PlxLibrary           *self,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
GPtrArray  *plx_library_list_backups_finish (PlxLibrary           *self,
                                             GAsyncResult         *result,
                                             GError              **error);

/* Puts a backup in the place of the library, which becomes a backup itself. All objects follow.
 * Ends with plx_library_change_finish(). */
void        plx_library_restore_async       (PlxLibrary           *self,
                                             const char           *backup,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);

/* Copies the library as it is now into a file of its own; looks through all of it for damage.
 * Both end with plx_library_safety_finish(). */
void        plx_library_export_async        (PlxLibrary           *self,
                                             const char           *path,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
void        plx_library_check_async         (PlxLibrary           *self,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean    plx_library_safety_finish       (PlxLibrary           *self,
                                             GAsyncResult         *result,
                                             GError              **error);

/* Adds all stories of another library, as one change. Ends with plx_library_change_finish(). */
void        plx_library_import_async        (PlxLibrary           *self,
                                             const char           *path,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);

/* Salvages a library that nobody has open into its own place. */
void        plx_library_salvage_async       (const char           *path,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
PlxSalvage *plx_library_salvage_finish      (GAsyncResult         *result,
                                             char                **damaged,
                                             GError              **error);

G_END_DECLS
