/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/entities/plx-forms.h"

G_BEGIN_DECLS

/**
 * PlxBearers:
 *
 * Tells whom a name means that several people bear.
 */
typedef struct _PlxBearers PlxBearers;

PlxBearers *plx_bearers_new  (PlxNameForms *forms,
                              GPtrArray    *annotations);
void        plx_bearers_free (PlxBearers   *self);
guint32     plx_bearers_find (PlxBearers   *self,
                              guint         article,
                              guint         mention);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxBearers, plx_bearers_free)

G_END_DECLS
