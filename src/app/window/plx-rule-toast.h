/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "library/plx-rule.h"

G_BEGIN_DECLS

#define PLX_TYPE_RULE_TOAST (plx_rule_toast_get_type ())

G_DECLARE_FINAL_TYPE (PlxRuleToast, plx_rule_toast, PLX, RULE_TOAST, AdwBin)

GtkWidget *plx_rule_toast_new       (const char   *what,
                                     GPtrArray    *rules);
GPtrArray *plx_rule_toast_get_rules (PlxRuleToast *self);

G_END_DECLS
