/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlxBackupReason:
 * @PLX_BACKUP_DAILY: made by itself on a day on which the library is used
 * @PLX_BACKUP_BY_HAND: asked for
 * @PLX_BACKUP_UPDATE: made before the library was brought up to date by a later release
 * @PLX_BACKUP_RESTORE: made before the library was replaced by a backup
 *
 * Why a backup was made.
 */
typedef enum
{
  PLX_BACKUP_DAILY,
  PLX_BACKUP_BY_HAND,
  PLX_BACKUP_UPDATE,
  PLX_BACKUP_RESTORE,
} PlxBackupReason;

/**
 * PlxBackup:
 * @path: (type filename): its file, a whole library
 * @made: when it was made
 * @version: the version of the library
 * @reason: why it was made
 * @size: its size in bytes
 *
 * A copy of a library, in the folder “backups” beside it.
 */
typedef struct
{
  char            *path;
  GDateTime       *made;
  guint            version;
  PlxBackupReason  reason;
  guint64          size;
} PlxBackup;

void        plx_backup_free        (PlxBackup        *self);
const char *plx_backup_reason_get_nick (PlxBackupReason reason);

char       *plx_backup_dup_folder  (const char       *library);
GPtrArray  *plx_backup_list        (const char       *library);
char       *plx_backup_make        (const char       *library,
                                    PlxBackupReason   reason,
                                    GDateTime        *now,
                                    GCancellable     *cancellable,
                                    GError          **error);
gboolean    plx_backup_make_due    (const char       *library,
                                    GDateTime        *now,
                                    char            **made,
                                    GCancellable     *cancellable,
                                    GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxBackup, plx_backup_free)

G_END_DECLS
