/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-db.h"
#include "library/plx-rule.h"

G_BEGIN_DECLS

GPtrArray *plx_rows_list_rules   (PlxDb      *db,
                                  GError    **error);
gboolean   plx_rows_count_rules  (PlxDb      *db,
                                  GPtrArray  *rules,
                                  GError    **error);
gboolean   plx_rows_add_rule     (PlxDb      *db,
                                  PlxRule    *rule,
                                  GError    **error);
gboolean   plx_rows_remove_rule  (PlxDb      *db,
                                  gint64      rule,
                                  GError    **error);
gboolean   plx_rows_apply_rules  (PlxDb       *db,
                                  const char  *outlet,
                                  gint64       except,
                                  guint       *n_changed,
                                  GError     **error);

G_END_DECLS
