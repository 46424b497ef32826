/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/entities/plx-naming-match.h"
#include "language/entities/plx-namings.h"

G_BEGIN_DECLS

/* Words of which something was said for more than one mention. */
typedef struct
{
  char             *surface;  /* folded */
  PlxNamingPattern  pattern;
  guint             said;     /* in all articles of which nothing else is said, or 0 */
} PlxNamedWords;

/* A mention of which something was said. */
typedef struct
{
  const PlxNaming  *naming;
  PlxNamingPattern  pattern;
  guint             article;  /* its place */
  guint             said;
} PlxNamedMention;

struct _PlxNamings
{
  GPtrArray  *namings;    /* PlxNaming; those that bear on the articles, oldest first */
  GArray     *articles;   /* gint64; ids by place */
  GPtrArray  *saids;      /* PlxSaid */
  GHashTable *words;      /* folded surface => PlxNamedWords */
  GHashTable *by_hash;    /* hash of their beginning => GPtrArray of PlxNamedWords */
  GPtrArray  *in_article; /* by place: (nullable) GHashTable, folded surface => said */
  GArray     *mentions;   /* PlxNamedMention, newest first */
};

guint plx_namings_find_said (PlxNamings *self,
                             guint       article,
                             const char *surface);

G_END_DECLS
