/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-library-articles.h"
#include "library/plx-library-tags.h"
#include "library/plx-report.h"
#include "library/plx-rule.h"

G_BEGIN_DECLS

typedef struct _PlxJob PlxJob;

/**
 * PlxSeries:
 * @change: the change of the history that they make together, or 0 before the first
 * @n_added: how many articles they have added
 * @failed: whether one of them failed; then those after it do nothing
 *
 * What several jobs have in common that do one thing in parts. Only the thread that writes looks
 * at it; it is counted by g_atomic_rc_box_acquire().
 */
typedef struct
{
  gint64   change;
  guint    n_added;
  gboolean failed;
} PlxSeries;

/**
 * PlxWork:
 * @db: the connection
 * @job: what was asked for; the work leaves its results there
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * What a job does, on a thread of the database.
 */
typedef gboolean (*PlxWork) (PlxDb         *db,
                             PlxJob        *job,
                             GCancellable  *cancellable,
                             GError       **error);

/**
 * PlxJob:
 * @work: what to do
 * @story: a story, or 0
 * @article: an article, or 0
 * @text: (nullable): a title or a key
 * @query: (nullable): what to look for
 * @state: (nullable): how a view shows a story, to keep or as it was found
 * @label: (nullable): what the history calls the change; without it, nothing is recorded
 * @limit: how many hits or items are wanted
 * @engine: a version of what counts countries
 * @documents: (nullable) (element-type PlxDocument): the documents at hand; where one is changed,
 *   as it was seen and as it is to be
 * @filter: (nullable): a filter
 * @analysis: (nullable): an analysis, to keep or as it was found
 * @rule: a rule, or 0
 * @saying: of what kind @items are, where they are what the user says of stories
 * @items: (nullable): what is to be remembered, or what was asked for
 * @take_back: (nullable): what was said and is to be forgotten
 * @memberships: (nullable) (element-type PlxMembership): which story has which of @documents
 * @n_changed: how many other articles the rules have changed, or came out of the trash or went
 *   there
 * @parcel: (nullable): a story that comes or goes
 * @n_found: how many hits there are, of which @items are the best
 * @series: (nullable): what this job has in common with those before and after it
 * @n_added: how many articles were added
 * @known: (nullable) (element-type gint64): those of the articles that were there already
 * @digests: (nullable) (element-type utf8): the digests of all articles
 * @loaded: (nullable) (element-type gint64): the stories whose articles somebody looks at
 * @change: a change of the history, or 0
 * @after: where to go in the history: to after @change, and not to before it
 * @stories: (nullable) (element-type gint64): stories
 * @articles: (nullable) (element-type gint64): articles, as they were given or found
 * @order: in what order articles are wanted
 * @tagged: whether tags are of articles or of stories
 * @tags: (nullable): the tags that were asked for
 * @report: (nullable): what has changed
 * @error: (nullable): why it failed
 * @found_damage: whether the file of the library was found to be damaged, by this job or before
 *
 * A question or a change on its way to the database's thread, and its answer on the way back.
 */
struct _PlxJob
{
  PlxWork      work;
  gint64       story;
  gint64       article;
  char        *text;
  PlxQuery    *query;
  char        *state;
  char        *label;
  guint        limit;
  guint        engine;
  GPtrArray   *documents;
  PlxFilter   *filter;
  PlxAnalysis *analysis;
  gint64       rule;
  PlxSaying    saying;
  GPtrArray   *items;
  GPtrArray   *take_back;
  GArray      *memberships;
  guint        n_changed;
  PlxParcel   *parcel;
  guint        n_found;
  PlxSeries   *series;
  guint        n_added;
  GArray      *known;
  GHashTable  *digests;
  GArray      *loaded;
  gint64       change;
  gboolean     after;
  GArray      *stories;
  GArray      *articles;
  PlxArticleOrder order;
  PlxTagged    tagged;
  GStrv        tags;

  PlxReport   *report;
  GError      *error;
  gboolean     found_damage;
};

PlxJob   *plx_job_new            (PlxWork        work);
PlxJob   *plx_job_new_for_story  (PlxWork        work,
                                  PlxStory      *story);
void      plx_job_free           (PlxJob        *self);
gboolean  plx_job_run            (PlxJob        *self,
                                  PlxDb         *db,
                                  GCancellable  *cancellable,
                                  GError       **error);

GPtrArray *plx_items_copy        (GPtrArray      *items,
                                  GBoxedCopyFunc  copy_item,
                                  GDestroyNotify  free_item);

/* What a job may do. Where it has a label, all of it is one change of the history. */
gboolean  plx_work_load_story    (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean  plx_work_refresh       (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean  plx_work_add           (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean  plx_work_set_document  (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean  plx_work_remember      (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean  plx_work_forget        (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean  plx_work_list_rules    (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean  plx_work_list_articles (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean  plx_work_say           (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean  plx_work_list_said     (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean  plx_work_rename_story  (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean  plx_work_set_filter    (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean  plx_work_leave_story   (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean  plx_work_remove_story  (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean  plx_work_undo          (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean  plx_work_redo          (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);

gboolean  plx_work_list_history  (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean  plx_work_travel        (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);

/* plx-trash-calls.c */
gboolean  plx_work_trash         (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean  plx_work_untrash       (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean  plx_work_list_trash    (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean  plx_work_weigh_purge   (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean  plx_work_purge         (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);

/* plx-all-articles.c */
gboolean  plx_work_list_ids      (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean  plx_work_read_lines    (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean  plx_work_gather        (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean  plx_work_load_loose    (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);

/* plx-correction-rows.c */
gboolean  plx_work_list_notes    (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);

/* plx-tags-calls.c */
gboolean  plx_work_tag           (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean  plx_work_list_tags     (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);

/* plx-parcel-rows.c */
gboolean  plx_work_load_parcel   (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean  plx_work_add_parcel    (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);

/* plx-count-rows.c */
gboolean  plx_work_list_uncounted (PlxDb         *db,
                                   PlxJob        *job,
                                   GCancellable  *cancellable,
                                   GError       **error);
gboolean  plx_work_save_counts    (PlxDb         *db,
                                   PlxJob        *job,
                                   GCancellable  *cancellable,
                                   GError       **error);

/* plx-intake-rows.c */
gboolean  plx_work_list_digests  (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean  plx_work_take_in       (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);

/* plx-search.c */
gboolean  plx_work_search        (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);

/* plx-analysis-rows.c */
gboolean  plx_work_save_analysis (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean  plx_work_save_state    (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean  plx_work_load_state    (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean  plx_work_load_analysis (PlxDb         *db,
                                  PlxJob        *job,
                                  GCancellable  *cancellable,
                                  GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxJob, plx_job_free)

G_END_DECLS
