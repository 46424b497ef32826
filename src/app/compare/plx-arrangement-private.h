/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "compare/plx-arrangement.h"

G_BEGIN_DECLS

/* The arrangement, for the files that know of which articles it is (plx-arrangement-articles.c),
 * and that write it down and read it again (plx-arrangement-state.c). */

/* What is known of a column, by the place of its article in the analysis. */
typedef struct
{
  char     *id;
  gboolean  is_hidden; /* by the user */
  gboolean  is_absent; /* since the filter leaves nothing of its article */
  double    width;     /* that the user has given it, in characters; 0 where he has not */
} PlxColumn;

struct _PlxArrangement
{
  GObject      parent_instance;

  GArray      *articles;   /* PlxColumn, by article */
  GArray      *order;      /* guint: all articles, as their columns stand */
  GArray      *columns;    /* guint: those of them that have a column, the base first */
  char        *base;       /* nullable: id of an article */
  PlxRowOrder  row_order;
  char        *order_of;   /* nullable: id of the article whose order the rows have */
  double       head_width; /* of the heads of the rows, as that of a column */
};

guint   plx_arrangement_find_id     (PlxArrangement *self,
                                     const char     *id);
void    plx_arrangement_update      (PlxArrangement *self);
GArray *plx_arrangement_new_columns (void);
void    plx_arrangement_take        (PlxArrangement *self,
                                     GArray         *articles,
                                     GArray         *order);

G_END_DECLS
