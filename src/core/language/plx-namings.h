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

GType       plx_namings_get_type   (void);

PlxNamings *plx_namings_new        (GPtrArray     *namings,
                                    const gint64  *articles,
                                    guint          n_articles,
                                    gint64         story);
PlxNamings *plx_namings_ref        (PlxNamings    *self);
void        plx_namings_unref      (PlxNamings    *self);

char       *plx_namings_dup_digest (PlxNamings    *self);

void        plx_namings_apply      (PlxNamings    *self,
                                    guint          article,
                                    PlxAnnotation *annotation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxNamings, plx_namings_unref)

G_END_DECLS
