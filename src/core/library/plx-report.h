/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-rows.h"

G_BEGIN_DECLS

/**
 * PlxReport:
 * @stories: (element-type PlxStoryRow): the stories that a change touched, as they are now
 * @documents: (element-type gint64 PlxDocument): the articles that it touched, as they are now
 * @all: whether @stories are all there are
 * @said: of each kind of what the user says, whether it may be other than it was
 * @load: whether the stories' lists are to be filled
 * @has_labels: whether the labels are told
 * @undo_label: (nullable): what could be undone now
 * @redo_label: (nullable): what could be redone now
 *
 * What the main thread needs to bring its objects up to date. Plain data: it is made on the
 * database's thread.
 */
typedef struct
{
  GPtrArray  *stories;
  GHashTable *documents;
  gboolean    all;
  gboolean    said[PLX_N_SAYINGS];
  gboolean    load;
  gboolean    has_labels;
  char       *undo_label;
  char       *redo_label;
} PlxReport;

PlxReport *plx_report_new_for_change (PlxDb      *db,
                                      gint64      change,
                                      GError    **error);
PlxReport *plx_report_new_for_story  (PlxDb      *db,
                                      gint64      story,
                                      GError    **error);
PlxReport *plx_report_new_for_intake (PlxDb      *db,
                                      gint64      story,
                                      GArray     *articles,
                                      GError    **error);
PlxReport *plx_report_new_for_all    (PlxDb      *db,
                                      GArray     *loaded,
                                      GError    **error);
void       plx_report_free           (PlxReport  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxReport, plx_report_free)

G_END_DECLS
