/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-job.h"
#include "library/plx-mirror.h"

G_BEGIN_DECLS

/* What plx-library.c, which keeps the threads and the objects, shares with the files of calls,
 * which ask them for something. */
struct _PlxLibrary
{
  GObject      parent_instance;

  PlxMirror   *mirror;     /* never NULL */
  char        *undo_label; /* nullable */
  char        *redo_label; /* nullable */
  guint        counts[PLX_N_COUNTS];

  char        *path;       /* never NULL once open */
  char        *read_only;  /* nullable: why nothing can be changed */
  gboolean     is_newer;   /* a later release wrote it */
  gboolean     is_damaged; /* and it was told */
  GThreadPool *writer;     /* exactly one thread: the only user of db; NULL once closed */
  GThreadPool *reader;     /* one at a time, and none until the first search; NULL once closed */
  PlxDb       *db;         /* NULL once closed */
  PlxDb       *read_db;    /* nullable: opened by the reader when it is first needed */
};

void       plx_library_push (PlxLibrary          *self,
                             GThreadPool         *pool,
                             PlxJob              *job,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data,
                             gpointer             tag,
                             const char          *name);

GPtrArray *plx_library_items_finish (PlxLibrary    *self,
                                     GAsyncResult  *result,
                                     GError       **error);

void       plx_library_note_damage (PlxLibrary   *self,
                                    const GError *error);

G_END_DECLS
