/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-db.h"
#include "library/plx-salvage.h"

G_BEGIN_DECLS

gboolean  plx_salvage_table  (PlxDb             *from,
                              PlxDb             *to,
                              PlxSalvagedTable  *table,
                              GCancellable      *cancellable,
                              GError           **error);

G_END_DECLS
