/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "countries/plx-relations.h"

G_BEGIN_DECLS

/* Bytes of the largest file that is read. All countries with ten rows each are 200 KB. */
#define PLX_RELATION_FILE_MAX (8 * 1024 * 1024)

/* How many problems of a file are told one by one. */
#define PLX_RELATION_PROBLEMS_MAX 100

/**
 * PlxRelationProblem:
 * @line: the line of the file, from 1; 0 where it is none of a line
 * @is_error: whether the line could not be taken; otherwise it was, and this is worth knowing
 * @message: a whole sentence
 *
 * Something in a file that a user has to know.
 */
typedef struct
{
  guint     line;
  gboolean  is_error;
  char     *message;
} PlxRelationProblem;

/**
 * PlxRelationFile:
 * @name: the name under which it is kept and shown, made of the file's
 * @bytes: (nullable): the file, byte for byte; `NULL` where it was too large to be read
 * @relation: (nullable): what its good lines say; `NULL` where there are none
 * @problems: (element-type PlxRelationProblem): in order of their lines
 * @is_table: whether it begins as a table of countries does, however bad the rest may be
 * @n_rows: how many lines it has, not counting the header and empty ones
 * @n_taken: how many of them went into @relation
 * @n_errors: how many errors there are, also those that are not told one by one
 *
 * A relation of the user's own, as a table with the columns country, status, from, to, source.
 */
typedef struct
{
  char            *name;
  GBytes          *bytes;
  PlxRelationInfo *relation;
  GPtrArray       *problems;
  gboolean         is_table;
  guint            n_rows;
  guint            n_taken;
  guint            n_errors;
} PlxRelationFile;

PlxRelationFile *plx_relation_file_new  (const char       *name,
                                         GBytes           *bytes,
                                         PlxDay            today);
PlxRelationFile *plx_relation_file_read (GFile            *file,
                                         PlxDay            today,
                                         GCancellable     *cancellable,
                                         GError          **error);
PlxRelationFile *plx_relation_file_ref  (PlxRelationFile  *self);
void             plx_relation_file_unref (PlxRelationFile *self);
char            *plx_relation_file_make_id (const char     *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxRelationFile, plx_relation_file_unref)

G_END_DECLS
