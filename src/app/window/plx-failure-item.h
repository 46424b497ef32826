/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/plx-reading.h"

G_BEGIN_DECLS

#define PLX_TYPE_FAILURE_ITEM (plx_failure_item_get_type ())

G_DECLARE_FINAL_TYPE (PlxFailureItem, plx_failure_item, PLX, FAILURE_ITEM, GObject)

PlxFailureItem *plx_failure_item_new        (const PlxReadingFailure *failure,
                                             gboolean                 grouped);
gboolean        plx_failure_item_is_grouped (PlxFailureItem          *self);

G_END_DECLS
