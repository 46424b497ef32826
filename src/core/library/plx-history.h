/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-db.h"

G_BEGIN_DECLS

/**
 * PlxHistoryStep:
 * @PLX_HISTORY_UNDO: take the latest change back
 * @PLX_HISTORY_REDO: do again what was taken back last
 */
typedef enum
{
  PLX_HISTORY_UNDO,
  PLX_HISTORY_REDO,
} PlxHistoryStep;

gboolean plx_history_begin     (PlxDb           *db,
                                const char      *label,
                                GError         **error);
gboolean plx_history_go_on     (PlxDb           *db,
                                gint64           change,
                                const char      *label,
                                GError         **error);
gboolean plx_history_set_label (PlxDb           *db,
                                const char      *label,
                                GError         **error);
gboolean plx_history_end       (PlxDb           *db,
                                gint64          *change,
                                GError         **error);
gboolean plx_history_step      (PlxDb           *db,
                                PlxHistoryStep   step,
                                gint64          *change,
                                GError         **error);
gboolean plx_history_travel    (PlxDb           *db,
                                gint64           change,
                                gboolean         after,
                                gint64          *first,
                                gint64          *last,
                                GError         **error);
GPtrArray *plx_history_list    (PlxDb           *db,
                                GError         **error);
gboolean plx_history_dup_label (PlxDb           *db,
                                PlxHistoryStep   step,
                                char           **label,
                                GError         **error);

G_END_DECLS
