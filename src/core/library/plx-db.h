/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "library/plx-library.h"

G_BEGIN_DECLS

typedef struct _PlxIndex PlxIndex;

/**
 * PlxDb:
 * @handle: the connection
 * @path: the file, for messages
 * @change: the change of the history that is being recorded, or 0
 * @watching: whether the triggers that record changes stand
 * @index: what is needed to index articles; never `NULL` once the file is open
 * @read_only: (nullable): why nothing can be written, in a whole sentence; `NULL` where it can
 * @is_newer: whether a later release wrote it
 * @is_damaged: whether SQLite has met with damage in the file
 * @kept: (nullable): the statements that are kept ready, by their SQL
 * @seen_version: SQLite's count of other connections' changes, when they were last looked at
 *
 * One connection to the library's file. It belongs to one thread at a time.
 */
typedef struct
{
  sqlite3    *handle;
  char       *path;
  gint64      change;
  gboolean    watching;
  PlxIndex   *index;
  char       *read_only;
  gboolean    is_newer;
  gboolean    is_damaged;
  GHashTable *kept;
  gint64      seen_version;
} PlxDb;

/* A prepared statement; the model has a statement of its own. */
typedef sqlite3_stmt PlxDbRequest;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxDbRequest, sqlite3_finalize)

PlxDb        *plx_db_open          (const char    *path,
                                    GError       **error);
PlxDb        *plx_db_open_reader   (const char    *path,
                                    GError       **error);
PlxDb        *plx_db_open_new      (const char    *path,
                                    GError       **error);
PlxDb        *plx_db_open_to_read  (const char    *path,
                                    GError       **error);
PlxDb        *plx_db_open_plain    (const char    *path,
                                    GError       **error);
PlxDb        *plx_db_open_in_memory (GError       **error);
void          plx_db_close         (PlxDb         *self);

void          plx_db_take_error    (PlxDb         *self,
                                    const char    *doing,
                                    GError       **error);
gboolean      plx_db_exec          (PlxDb         *self,
                                    const char    *doing,
                                    const char    *sql,
                                    GError       **error);
PlxDbRequest *plx_db_prepare       (PlxDb         *self,
                                    const char    *doing,
                                    const char    *sql,
                                    GError       **error);
PlxDbRequest *plx_db_borrow        (PlxDb         *self,
                                    const char    *doing,
                                    const char    *sql,
                                    GError       **error);
gboolean      plx_db_finish        (PlxDb         *self,
                                    const char    *doing,
                                    PlxDbRequest  *statement,
                                    GError       **error);
gboolean      plx_db_get_int       (PlxDb         *self,
                                    const char    *doing,
                                    const char    *sql,
                                    gint64        *value,
                                    GError       **error);

gboolean      plx_db_look_up       (PlxDb         *self,
                                    const char    *doing,
                                    PlxDbRequest  *statement,
                                    gint64        *value,
                                    GError       **error);

/**
 * PlxRowFunc:
 * @statement: a statement that stands on a row
 *
 * Returns: (transfer full) (nullable): what the row says, or `NULL` where it cannot be read
 */
typedef gpointer (*PlxRowFunc) (PlxDbRequest *statement);

GPtrArray    *plx_db_list          (PlxDb         *self,
                                    const char    *doing,
                                    PlxDbRequest  *statement,
                                    PlxRowFunc     read_row,
                                    GDestroyNotify free_item,
                                    GError       **error);
gboolean      plx_db_has_row       (PlxDb         *self,
                                    const char    *doing,
                                    const char    *table,
                                    gint64         id,
                                    GError       **error);
gboolean      plx_db_delete_row    (PlxDb         *self,
                                    const char    *doing,
                                    const char    *table,
                                    gint64         id,
                                    GError       **error);

gboolean      plx_db_begin         (PlxDb         *self,
                                    GError       **error);
gboolean      plx_db_commit        (PlxDb         *self,
                                    GError       **error);
void          plx_db_rollback      (PlxDb         *self);

void          plx_statement_bind_text (PlxDbRequest *statement,
                                       int           index,
                                       const char   *text);
char         *plx_statement_dup_text  (PlxDbRequest *statement,
                                       int           column);

/* plx-schema-bodies.c */
gboolean      plx_schema_pack_bodies (PlxDb       *self,
                                      GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxDb, plx_db_close)

G_END_DECLS
