/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/plx-values.h"

G_BEGIN_DECLS

#define PLX_TYPE_RELATION (plx_relation_get_type ())

G_DECLARE_FINAL_TYPE (PlxRelation, plx_relation, PLX, RELATION, GObject)

PlxRelation *plx_relation_new       (const char  *id,
                                     const char  *title,
                                     gboolean     is_treaty);

const char  *plx_relation_get_id    (PlxRelation *self);
const char  *plx_relation_get_title (PlxRelation *self);
gboolean     plx_relation_is_treaty (PlxRelation *self);

G_END_DECLS
