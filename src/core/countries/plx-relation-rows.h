/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "countries/plx-relations.h"
#include "countries/plx-separated.h"

G_BEGIN_DECLS

/**
 * PlxOwnKind:
 * @PLX_OWN_GUESSED: what the words for the statuses tell
 * @PLX_OWN_BLOC: a bloc
 * @PLX_OWN_TREATY: a treaty
 *
 * What the user says that a relation of his own is.
 */
typedef enum
{
  PLX_OWN_GUESSED,
  PLX_OWN_BLOC,
  PLX_OWN_TREATY,
} PlxOwnKind;

/* How many columns are known. */
#define PLX_OWN_N_COLUMNS 5

/**
 * PlxRelationRows:
 * @name: what the file is called, without its ending
 * @title: (nullable): what the file says that the relation is called
 * @short_title: (nullable): the same, for tight places
 * @note: (nullable): what the file says besides
 * @kind: whether it is a treaty or a bloc
 * @rest: how those stand that the file does not list
 * @as_of: of which day its data is
 * @columns: where the known columns stand, -1 where they don't
 * @n_columns: how many columns the header has
 * @rows: what was taken, and from which lines
 * @n_sourceless: how many rows give no source
 * @problems: (element-type PlxRelationProblem): what is wrong
 * @n_rows: how many rows were seen
 * @n_taken: how many were taken
 * @n_errors: how many errors there are
 *
 * The rows of a relation of the user's own, while they are read.
 */
typedef struct
{
  const char *name;
  char       *title;
  char       *short_title;
  char       *note;
  PlxOwnKind  kind;
  PlxStatus   rest;
  PlxDay      as_of;
  int         columns[PLX_OWN_N_COLUMNS];
  guint       n_columns;
  GArray     *rows;
  guint       n_sourceless;
  GPtrArray  *problems;
  guint       n_rows;
  guint       n_taken;
  guint       n_errors;
} PlxRelationRows;

PlxRelationRows *plx_relation_rows_new           (const char      *name,
                                                  PlxDay           today,
                                                  GPtrArray       *problems);
void             plx_relation_rows_free          (PlxRelationRows *self);
void             plx_relation_rows_complain      (PlxRelationRows *self,
                                                  guint            line,
                                                  gboolean         is_error,
                                                  char            *message);
gboolean         plx_relation_rows_set_header    (PlxRelationRows *self,
                                                  PlxSeparated    *table);
void             plx_relation_rows_add           (PlxRelationRows *self,
                                                  PlxSeparated    *table);
PlxRelationInfo *plx_relation_rows_finish        (PlxRelationRows *self);
void             plx_relation_rows_free_relation (PlxRelationInfo *relation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxRelationRows, plx_relation_rows_free)

G_END_DECLS
