/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-rows.h"

G_BEGIN_DECLS

/**
 * PlxCount:
 * @PLX_COUNT_ARTICLES: articles that are not in the trash
 * @PLX_COUNT_NOTES: notes on what is not in the trash
 * @PLX_COUNT_TRASHED: stories and articles in the trash
 *
 * What is counted.
 */
typedef enum
{
  PLX_COUNT_ARTICLES,
  PLX_COUNT_NOTES,
  PLX_COUNT_TRASHED,
} PlxCount;

#define PLX_N_COUNTS (PLX_COUNT_TRASHED + 1)

/**
 * PlxReport:
 * @stories: (element-type PlxStoryRow): the stories that a change touched, as they are now
 * @documents: (element-type gint64 PlxDocument): the articles that it touched, as they are now
 * @all: whether @stories are all there are
 * @said: of each kind of what the user says, whether it may be other than it was
 * @articles: whether the list of all articles may be other than it was
 * @trash: whether what is in the trash may be other than it was
 * @counts: how many there are of what, where the labels are told
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
  gboolean    articles;
  gboolean    trash;
  guint       counts[PLX_N_COUNTS];
  gboolean    load;
  gboolean    has_labels;
  char       *undo_label;
  char       *redo_label;
} PlxReport;

PlxReport *plx_report_new_for_changes (PlxDb     *db,
                                      gint64      first,
                                      gint64      last,
                                      GError    **error);
PlxReport *plx_report_new_for_article (PlxDb     *db,
                                      gint64      article,
                                      GError    **error);
PlxReport *plx_report_new_for_purge  (PlxDb      *db,
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
