/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "corrections/plx-corrector.h"

G_BEGIN_DECLS

/**
 * PlxClaimTargetFunc:
 * @host: the widget that has the actions
 * @at: a widget in it, which has the keys or was pointed at
 *
 * Returns: (transfer full) (nullable): the claim and the sentence that @at shows
 */
typedef PlxClaimTarget *(*PlxClaimTargetFunc) (GtkWidget *host,
                                               GtkWidget *at);

void          plx_claim_actions_add            (GtkWidget          *host,
                                                PlxCorrector       *corrector,
                                                PlxClaimTargetFunc  get_target);
void          plx_claim_actions_append         (GtkWidget          *at,
                                                GMenu              *menu,
                                                PlxClaimTarget     *target);
PlxCorrector *plx_claim_actions_find_corrector (GtkWidget          *at);

G_END_DECLS
