/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-session"

#include "config.h"

#include "window/plx-session.h"

#include <string.h>

#include "model/plx-source-names.h"
#include "window/plx-comparison.h"
#include "window/plx-session-private.h"

/* What is found in the open story: its articles are loaded, and compared whenever they, or what the
 * user says of them, are not what they were. */

static GPtrArray *
list_documents (GPtrArray *articles)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);

  for (guint i = 0; i < articles->len; i++)
    g_ptr_array_add (documents,
                     plx_document_ref (plx_article_get_document (articles->pdata[i])));

  return documents;
}

static gint64 *
list_ids (GPtrArray *articles)
{
  gint64 *ids = g_new0 (gint64, articles->len + 1);

  for (guint i = 0; i < articles->len; i++)
    ids[i] = plx_article_get_id (g_ptr_array_index (articles, i));

  return ids;
}

/**
 * plx_session_take_analysis:
 * @self: a session
 * @analysis: (nullable): what was found in the story, or `NULL` while that is not known
 * @articles: (nullable): its articles, by their place in @analysis
 *
 * Shows another analysis. Everything that fits it changes with it, so that no listener ever sees
 * passages of another one.
 */
void
plx_session_take_analysis (PlxSession  *self,
                           PlxAnalysis *analysis,
                           GPtrArray   *articles)
{
  g_autoptr (PlxAnalysis) old = g_steal_pointer (&self->analysis);
  guint n = articles != NULL ? articles->len : 0;
  gboolean moved = FALSE;

  g_clear_pointer (&self->passages, plx_passages_unref);
  g_clear_pointer (&self->articles, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_free);
  g_clear_pointer (&self->sources, g_strfreev);
  plx_note_places_clear (&self->note_places);
  plx_text_notes_clear (&self->text_notes);

  if (analysis != NULL)
    {
      g_autoptr (GPtrArray) documents = list_documents (articles);

      self->sources = plx_source_names_new (documents);
      self->analysis = plx_analysis_ref (analysis);
      self->articles = g_ptr_array_ref (articles);
      self->ids = list_ids (articles);
      self->passages = plx_comparing_filter (analysis, self->filter, plx_session_get_today (self));
    }

  if (analysis != NULL && self->article >= n)
    {
      self->article = n > 0 ? n - 1 : 0;
      moved = TRUE;
    }

  g_object_freeze_notify (G_OBJECT (self));
  if (old != self->analysis)
    {
      g_object_notify (G_OBJECT (self), "analysis");
      g_object_notify (G_OBJECT (self), "passages");
    }
  if (moved)
    g_object_notify (G_OBJECT (self), "article");
  g_object_thaw_notify (G_OBJECT (self));
}

/* What is compared for a session, and which articles it is: kept apart from the session, which
 * may have turned to another story before it is done. */
typedef struct
{
  PlxSession   *session;
  GPtrArray    *articles;
  GCancellable *cancellable;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->session);
  g_ptr_array_unref (job->articles);
  g_object_unref (job->cancellable);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static PlxDay
get_asked_day (PlxSession *self)
{
  if (self->filter->as_of == PLX_AS_OF_TODAY)
    return plx_session_get_today (self);

  return self->filter->as_of == PLX_AS_OF_DAY ? self->filter->day : 0;
}

static GPtrArray *
list_articles (PlxSession *self)
{
  GListModel *list = G_LIST_MODEL (plx_story_get_articles (self->story));
  GPtrArray *articles = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (articles, g_list_model_get_item (list, i));

  return articles;
}

static void
compared_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxAnalysis) analysis = plx_comparison_run_finish (result, &error);
  PlxSession *self = job->session;

  if (g_cancellable_is_cancelled (job->cancellable))
    return;

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->progress, plx_progress_unref);
  if (analysis != NULL)
    plx_session_take_analysis (self, analysis, job->articles);
  plx_session_set_busy (self, FALSE);

  if (analysis == NULL)
    plx_session_fail (self, error);
}

static gboolean
is_same_list (GPtrArray *a,
              GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;

  return a->len == 0 || memcmp (a->pdata, b->pdata, a->len * sizeof (gpointer)) == 0;
}

static void
start_comparison (PlxSession     *self,
                  GPtrArray      *articles,
                  GPtrArray      *documents,
                  PlxNamings     *namings,
                  PlxCorrections *corrections)
{
  Job *job = g_new0 (Job, 1);

  self->cancellable = g_cancellable_new ();
  self->progress = plx_progress_new ();
  job->session = g_object_ref (self);
  job->articles = g_ptr_array_ref (articles);
  job->cancellable = g_object_ref (self->cancellable);

  /* While only a text or the day changes, what is on the screen may stay there
   * until the new comparison is done; with other articles it would not fit. */
  if (!is_same_list (self->articles, articles))
    plx_session_take_analysis (self, NULL, NULL);

  plx_session_set_busy (self, TRUE);
  plx_comparison_run_async (self->library, self->story, documents, namings, corrections,
                            self->filter->as_of, get_asked_day (self), self->progress,
                            job->cancellable, compared_cb, job);
}

static void
drop_job (PlxSession *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->progress, plx_progress_unref);
}

static void
compare (PlxSession *self)
{
  g_autoptr (GPtrArray) articles = list_articles (self);
  g_autoptr (GPtrArray) documents = list_documents (articles);
  g_autofree gint64 *ids = list_ids (articles);
  const gint64 story = plx_story_get_id (self->story);
  g_autoptr (PlxNamings) namings =
    plx_namings_new (plx_session_get_said (self, PLX_SAYING_NAMING), ids, articles->len, story);
  g_autoptr (PlxCorrections) corrections =
    plx_corrections_new (plx_session_get_said (self, PLX_SAYING_CORRECTION), ids, articles->len,
                         story);
  g_autofree char *key = plx_comparison_dup_key (documents, namings, corrections,
                                                 self->filter->as_of, get_asked_day (self));
  gboolean changed = g_set_str (&self->key, key);

  if (!changed && (self->analysis != NULL || self->cancellable != NULL || self->is_stopped))
    return;

  self->is_stopped = FALSE;
  drop_job (self);

  if (documents->len > 0)
    {
      start_comparison (self, articles, documents, namings, corrections);
      return;
    }

  plx_session_take_analysis (self, NULL, NULL);
  plx_session_set_busy (self, FALSE);
}

static gboolean
compare_idle_cb (gpointer user_data)
{
  PlxSession *self = user_data;

  self->compare_id = 0;
  compare (self);

  return G_SOURCE_REMOVE;
}

static gboolean
is_ready (PlxSession *self)
{
  return self->loaded && plx_session_has_said (self, PLX_SAYING_NAMING) &&
         plx_session_has_said (self, PLX_SAYING_CORRECTION);
}

/**
 * plx_session_queue_compare:
 * @self: a session
 *
 * Compares the story once this iteration of the main loop is over, where that is needed and all is
 * there: one change of the library may notify many times.
 */
void
plx_session_queue_compare (PlxSession *self)
{
  if (is_ready (self) && self->compare_id == 0)
    self->compare_id = g_idle_add (compare_idle_cb, self);
}

static void
document_notify_cb (PlxSession *self)
{
  plx_session_queue_compare (self);
}

static void
articles_changed_cb (PlxSession *self,
                     guint       position,
                     guint       removed,
                     guint       added,
                     GListModel *list)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (PlxArticle) article = g_list_model_get_item (list, i);

      g_signal_handlers_disconnect_by_func (article, document_notify_cb, self);
      g_signal_connect_object (article, "notify::document", G_CALLBACK (document_notify_cb),
                               self, G_CONNECT_SWAPPED);
    }

  plx_session_queue_compare (self);
}

static void
story_loaded_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (PlxSession) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!plx_library_load_story_finish (PLX_LIBRARY (object), result, &error))
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;

      plx_session_set_busy (self, FALSE);
      plx_session_fail (self, error);
      return;
    }

  if (self->story == NULL)
    return;

  self->loaded = TRUE;
  g_clear_object (&self->cancellable);
  if (is_ready (self))
    compare (self);
}

/**
 * plx_session_load_story:
 * @self: a session in which a story was just opened
 *
 * Loads the articles of the story, compares them, and does so again whenever they change.
 */
void
plx_session_load_story (PlxSession *self)
{
  GListStore *articles = plx_story_get_articles (self->story);

  g_signal_connect_object (articles, "items-changed", G_CALLBACK (articles_changed_cb),
                           self, G_CONNECT_SWAPPED);
  articles_changed_cb (self, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (articles)),
                       G_LIST_MODEL (articles));

  /* An article that is read by itself is there already. */
  if (plx_story_get_id (self->story) == 0)
    {
      self->loaded = TRUE;
      return;
    }

  self->cancellable = g_cancellable_new ();
  plx_library_load_story_async (self->library, self->story, self->cancellable, story_loaded_cb,
                                g_object_ref (self));
}

/**
 * plx_session_leave_off:
 * @self: a session
 *
 * Cancels what is under way for the open story, and does not look at its articles any more.
 */
void
plx_session_leave_off (PlxSession *self)
{
  drop_job (self);
  self->is_stopped = FALSE;
  g_clear_handle_id (&self->compare_id, g_source_remove);
  g_clear_pointer (&self->key, g_free);
  if (self->story != NULL)
    g_signal_handlers_disconnect_by_func (plx_story_get_articles (self->story),
                                          articles_changed_cb, self);
}

/**
 * plx_session_get_progress:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): how far the comparison of the story is, or `NULL` where
 *   none is under way
 */
PlxProgress *
plx_session_get_progress (PlxSession *self)
{
  g_return_val_if_fail (PLX_IS_SESSION (self), NULL);

  return self->progress;
}

/**
 * plx_session_stop_comparing:
 * @self: a session
 *
 * Gives up the comparison that is under way. The story stays open without one, until it changes or
 * [method@Session.compare_again] is called.
 */
void
plx_session_stop_comparing (PlxSession *self)
{
  g_return_if_fail (PLX_IS_SESSION (self));

  if (self->progress == NULL)
    return;

  drop_job (self);
  self->is_stopped = TRUE;
  plx_session_set_busy (self, FALSE);
}

/**
 * plx_session_compare_again:
 * @self: a session
 *
 * Compares the story where that was given up, or failed.
 */
void
plx_session_compare_again (PlxSession *self)
{
  g_return_if_fail (PLX_IS_SESSION (self));

  self->is_stopped = FALSE;
  plx_session_queue_compare (self);
}
