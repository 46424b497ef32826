/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "names/plx-mender.h"

G_BEGIN_DECLS

/**
 * PlxNameTargetFunc:
 * @host: the widget that has the actions
 *
 * Returns: (transfer full) (nullable): what they are to mend now
 */
typedef PlxNameTarget *(*PlxNameTargetFunc) (GtkWidget *host);

void plx_name_actions_add    (GtkWidget         *host,
                              PlxMender         *mender,
                              PlxNameTargetFunc  get_target);
void plx_name_actions_update (GtkWidget         *host);
void plx_name_actions_bind   (GtkWidgetClass    *host_class);

G_END_DECLS
