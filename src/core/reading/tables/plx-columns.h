/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-values.h"

G_BEGIN_DECLS

/**
 * PlxColumnUse:
 * @PLX_COLUMN_UNUSED: nothing of an article: a number, a tag
 * @PLX_COLUMN_FIELD: a field of its metadata
 * @PLX_COLUMN_BODY: its text; where that has tags in it, it is read as a page
 * @PLX_COLUMN_HTML: its text as a page, or a piece of one
 *
 * What a column of a table holds.
 */
typedef enum
{
  PLX_COLUMN_UNUSED,
  PLX_COLUMN_FIELD,
  PLX_COLUMN_BODY,
  PLX_COLUMN_HTML,
} PlxColumnUse;

/**
 * PlxColumnBasis:
 * @PLX_COLUMN_BASIS_NONE: nothing speaks for any use
 * @PLX_COLUMN_BASIS_VALUES: what stands in it looks so
 * @PLX_COLUMN_BASIS_NAME: it is called so
 * @PLX_COLUMN_BASIS_CHOICE: the user said so
 *
 * How we know what a column holds, the least sure first.
 */
typedef enum
{
  PLX_COLUMN_BASIS_NONE,
  PLX_COLUMN_BASIS_VALUES,
  PLX_COLUMN_BASIS_NAME,
  PLX_COLUMN_BASIS_CHOICE,
} PlxColumnBasis;

/**
 * PlxColumn:
 * @name: what it is called; of a table without a header, “column 1” and so on
 * @use: what it holds
 * @field: the field, where @use is `PLX_COLUMN_FIELD`
 * @basis: how that is known
 *
 * A column of a table of articles.
 */
typedef struct
{
  char           *name;
  PlxColumnUse    use;
  PlxField        field;
  PlxColumnBasis  basis;
} PlxColumn;

#define PLX_TYPE_COLUMNS (plx_columns_get_type ())

/**
 * PlxColumns:
 * @columns: (element-type PlxColumn): the columns, in the order of the table
 * @partial: whether it names only some columns of the tables that it is for; what the others
 *   hold is guessed
 *
 * What the columns of a table hold. Two columns may hold one field: the first that is not empty
 * counts, and the other is kept beside it. Two texts are put together.
 *
 * It is changed only while it has one holder.
 */
typedef struct
{
  GPtrArray *columns;
  gboolean   partial;
} PlxColumns;

GType       plx_columns_get_type    (void);

PlxColumns *plx_columns_new         (const char * const *names);
PlxColumns *plx_columns_guess       (const char * const *names,
                                     GPtrArray          *rows);
PlxColumns *plx_columns_copy        (PlxColumns         *self);
PlxColumns *plx_columns_ref         (PlxColumns         *self);
void        plx_columns_unref       (PlxColumns         *self);

guint       plx_columns_get_n       (PlxColumns         *self);
PlxColumn  *plx_columns_get         (PlxColumns         *self,
                                     guint               index);
int         plx_columns_find        (PlxColumns         *self,
                                     const char         *name);
void        plx_columns_set         (PlxColumns         *self,
                                     guint               index,
                                     PlxColumnUse        use,
                                     PlxField            field);
gboolean    plx_columns_has_text    (PlxColumns         *self);
gboolean    plx_columns_equal_table (PlxColumns         *self,
                                     PlxColumns         *other);
gboolean    plx_columns_apply       (PlxColumns         *self,
                                     PlxColumns         *guess);

char       *plx_columns_to_string   (PlxColumns         *self);
PlxColumns *plx_columns_parse       (const char         *text,
                                     GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxColumns, plx_columns_unref)

G_END_DECLS
