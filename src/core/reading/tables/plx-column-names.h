/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/tables/plx-columns.h"

G_BEGIN_DECLS

/* How sure a name makes of a use; what is not more than this is only a hint. */
#define PLX_COLUMN_NAME_HINT 40

/**
 * PlxColumnMatch:
 * @use: what the name speaks for
 * @field: the field, where @use is `PLX_COLUMN_FIELD`
 * @score: how clearly, 1 to 100; 0 where it says nothing
 * @barred: whether it speaks against any use: “author_id”, “word count”
 *
 * What the name of a column tells.
 */
typedef struct
{
  PlxColumnUse use;
  PlxField     field;
  int          score;
  gboolean     barred;
} PlxColumnMatch;

PlxColumnMatch plx_column_names_match (const char *name);

G_END_DECLS
