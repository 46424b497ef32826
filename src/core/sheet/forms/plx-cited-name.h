/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxCitedName:
 * @family: (nullable): the family name; `NULL` where it is not a person's name, or cannot be told
 *   apart
 * @particle: (nullable): what stands before the family name and belongs to it: “van der”
 * @given: (nullable): the given names
 * @suffix: (nullable): what stands behind: “Jr.”
 * @literal: (nullable): the whole, where there is no family name
 *
 * Who has written an article, as lists of literature take names apart.
 */
typedef struct
{
  char *family;
  char *particle;
  char *given;
  char *suffix;
  char *literal;
} PlxCitedName;

void       plx_cited_name_free   (PlxCitedName *self);
GPtrArray *plx_cited_names_parse (const char   *authors);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxCitedName, plx_cited_name_free)

G_END_DECLS
