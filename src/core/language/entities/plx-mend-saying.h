/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/entities/plx-mending.h"

G_BEGIN_DECLS

/* How a mending becomes what has to be remembered: of which words something is said, and how far
 * that reaches, so that it is true of what was meant and of nothing else. */

/**
 * PlxWordUse:
 * @is_its: whether they name the entity
 * @is_others: whether they name another, too, and nothing narrower was said of that
 *
 * How words name an entity in a place.
 */
typedef struct
{
  gboolean is_its;
  gboolean is_others;
} PlxWordUse;

const PlxMentionSpan *plx_mend_get_mention    (PlxAnalysis        *analysis,
                                               guint               article,
                                               guint               mention);
void                  plx_mend_say_of_stretch (GPtrArray          *namings,
                                               PlxAnalysis        *analysis,
                                               guint               article,
                                               guint               start,
                                               guint               end,
                                               const PlxMendPlace *place,
                                               const PlxNaming    *say);
void                  plx_mend_say_of_words   (GPtrArray          *namings,
                                               PlxScope            scope,
                                               guint               article,
                                               const char         *surface,
                                               const PlxMendPlace *place,
                                               const PlxNaming    *say);
gboolean              plx_mend_is_in_place    (const PlxMendPlace *place,
                                               guint               article);
GHashTable           *plx_mend_collect_uses   (PlxAnalysis        *analysis,
                                               guint               entity,
                                               const PlxMendPlace *place);
void                  plx_mend_say_of_all     (GPtrArray          *namings,
                                               PlxAnalysis        *analysis,
                                               guint               entity,
                                               const char         *only,
                                               const char         *except,
                                               const PlxMendPlace *place,
                                               const PlxNaming    *say);

G_END_DECLS
