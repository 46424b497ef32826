/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-analysis.h"
#include "model/plx-naming.h"

G_BEGIN_DECLS

#define PLX_TYPE_NAMINGS (plx_namings_get_type ())

/**
 * PlxNamings:
 *
 * What the user has said of the names in the articles of one analysis, ready to be looked up.
 *
 * It is made once, holds copies, and is never changed, so any thread may read it.
 */
typedef struct _PlxNamings PlxNamings;

/**
 * PlxSaid:
 * @is_name: whether it is a name; where not, all below is unset
 * @entity: (nullable): what it names, as the user calls it
 * @key: (nullable): the same, folded: what is one has one key
 * @has_kind: whether @kind was said
 * @kind: what it is
 * @has_country: whether @country was said
 * @country: (nullable): static code of its country; `NULL` for none
 * @rank: which of two decides: the later said, by its place among all namings
 * @reach: the scope of what says @entity
 * @narrowest: the narrowest scope in which something is said
 *
 * All that was said of some words, from the narrowest scope to the widest.
 */
typedef struct
{
  gboolean    is_name;
  const char *entity;
  char       *key;
  gboolean    has_kind;
  PlxKind     kind;
  gboolean    has_country;
  const char *country;
  guint       rank;
  PlxScope    reach;
  PlxScope    narrowest;
} PlxSaid;

GType          plx_namings_get_type    (void);

PlxNamings    *plx_namings_new         (GPtrArray     *namings,
                                        const gint64  *articles,
                                        guint          n_articles,
                                        gint64         story);
PlxNamings    *plx_namings_ref         (PlxNamings    *self);
void           plx_namings_unref       (PlxNamings    *self);

char          *plx_namings_dup_digest  (PlxNamings    *self);
const PlxSaid *plx_namings_get_said    (PlxNamings    *self,
                                        guint          said);

void           plx_namings_apply       (PlxNamings    *self,
                                        guint          article,
                                        PlxAnnotation *annotation);

char          *plx_namings_make_key    (const char    *entity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxNamings, plx_namings_unref)

G_END_DECLS
