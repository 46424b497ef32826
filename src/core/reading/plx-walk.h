/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/plx-reading.h"

G_BEGIN_DECLS

/**
 * PlxWalkFile:
 * @file: a file that may hold articles
 * @folder: (nullable): the folder in which it was found, from the one that the user named, for
 *   people; `NULL` for a file that he named himself
 * @size: its bytes, or -1 where that is not known
 *
 * A file to be read.
 */
typedef struct
{
  GFile   *file;
  char    *folder;
  goffset  size;
} PlxWalkFile;

/**
 * PlxWalkFunc:
 * @n_files: how many files were found so far
 *
 * Told while folders are looked through.
 */
typedef void (*PlxWalkFunc) (guint    n_files,
                             gpointer user_data);

GPtrArray *plx_walk         (GPtrArray       *files,
                             PlxReadingBatch *batch,
                             PlxWalkFunc      found,
                             gpointer         user_data,
                             GCancellable    *cancellable);

gboolean   plx_walk_no_text (const char      *name);

G_END_DECLS
