/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-library"

#include "config.h"

#include "library/plx-library.h"

#include <glib/gi18n-lib.h>

#include "library/plx-job.h"
#include "library/plx-mirror.h"

G_DEFINE_QUARK (plx-library-error-quark, plx_library_error)

struct _PlxLibrary
{
  GObject      parent_instance;

  PlxMirror   *mirror;     /* never NULL */
  char        *undo_label; /* nullable */
  char        *redo_label; /* nullable */

  char        *path;       /* never NULL once open */
  GThreadPool *writer;     /* exactly one thread: the only user of db; NULL once closed */
  GThreadPool *reader;     /* one at a time, and none until the first search; NULL once closed */
  PlxDb       *db;         /* NULL once closed */
  PlxDb       *read_db;    /* nullable: opened by the reader when it is first needed */
};

typedef enum
{
  PROP_STORIES = 1,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
} PlxLibraryProperty;

static GParamSpec *props[PROP_REDO_LABEL + 1];

G_DEFINE_FINAL_TYPE (PlxLibrary, plx_library, G_TYPE_OBJECT)

static void
set_labels (PlxLibrary      *self,
            const PlxReport *report)
{
  gboolean undo_changed = g_set_str (&self->undo_label, report->undo_label);
  gboolean redo_changed = g_set_str (&self->redo_label, report->redo_label);

  if (undo_changed)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNDO_LABEL]);
  if (redo_changed)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REDO_LABEL]);
}

/* On the main thread: the model first, then the caller, who may rely on it. */
static gboolean
deliver_cb (gpointer data)
{
  GTask *task = data;
  PlxLibrary *self = g_task_get_source_object (task);
  PlxJob *job = g_task_get_task_data (task);

  if (job->report != NULL)
    {
      plx_mirror_apply (self->mirror, job->report);
      if (job->report->has_labels)
        set_labels (self, job->report);
    }

  if (job->error != NULL)
    g_task_return_error (task, g_steal_pointer (&job->error));
  else
    g_task_return_boolean (task, TRUE);

  return G_SOURCE_REMOVE;
}

/* Hands the worker's reference over with the job, so that the library is never let go of on
 * another thread than the main one. */
static void
deliver (GTask *task)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_static_name (source, "[parallax] library");
  g_source_set_callback (source, deliver_cb, task, g_object_unref);
  g_source_attach (source, g_task_get_context (task));
}

static void
work (GTask *task,
      PlxDb *db)
{
  PlxJob *job = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (!g_cancellable_set_error_if_cancelled (cancellable, &job->error) &&
      !job->work (db, job, cancellable, &job->error))
    g_clear_pointer (&job->report, plx_report_free);

  deliver (task);
}

static void
write_in_worker (gpointer data,
                 gpointer user_data)
{
  GTask *task = data;
  PlxLibrary *self = g_task_get_source_object (task);

  work (task, self->db);
}

static void
read_in_worker (gpointer data,
                gpointer user_data)
{
  GTask *task = data;
  PlxLibrary *self = g_task_get_source_object (task);
  PlxJob *job = g_task_get_task_data (task);

  if (self->read_db == NULL &&
      !(self->read_db = plx_db_open_reader (self->path, &job->error)))
    deliver (task);
  else
    work (task, self->read_db);
}

static void
plx_library_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  PlxLibrary *self = PLX_LIBRARY (object);

  switch ((PlxLibraryProperty) prop_id)
    {
    case PROP_STORIES:
      g_value_set_object (value, self->mirror->stories);
      break;

    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;

    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_library_dispose (GObject *object)
{
  PlxLibrary *self = PLX_LIBRARY (object);

  plx_library_close (self);

  G_OBJECT_CLASS (plx_library_parent_class)->dispose (object);
}

static void
plx_library_finalize (GObject *object)
{
  PlxLibrary *self = PLX_LIBRARY (object);

  g_clear_pointer (&self->mirror, plx_mirror_free);
  g_clear_pointer (&self->undo_label, g_free);
  g_clear_pointer (&self->redo_label, g_free);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (plx_library_parent_class)->finalize (object);
}

static void
plx_library_class_init (PlxLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = plx_library_dispose;
  object_class->finalize = plx_library_finalize;
  object_class->get_property = plx_library_get_property;

  /**
   * PlxLibrary:stories: (getter get_stories)
   *
   * A list of [class@Story], newest first, always true to the file.
   */
  props[PROP_STORIES] =
    g_param_spec_object ("stories", NULL, NULL, G_TYPE_LIST_MODEL, readable);

  /**
   * PlxLibrary:undo-label: (getter get_undo_label) (nullable)
   *
   * What the next undo takes back, in words; `NULL` where there is nothing.
   */
  props[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, readable);

  /**
   * PlxLibrary:redo-label: (getter get_redo_label) (nullable)
   *
   * What the next redo does again, in words; `NULL` where there is nothing.
   */
  props[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, readable);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
plx_library_init (PlxLibrary *self)
{
  self->mirror = plx_mirror_new ();
}

/**
 * plx_library_open:
 * @path: (type filename): the library's file; made, with its folder, where it is missing
 * @error: return location for an error of the `PLX_LIBRARY_ERROR` domain
 *
 * Opens a library and reads the list of its stories. It blocks on the disk, for a few
 * milliseconds; a window can be drawn with what it gives.
 *
 * Returns: (transfer full) (nullable): the library, or `NULL` on error; then the file
 *   is as it was
 */
PlxLibrary *
plx_library_open (const char  *path,
                  GError     **error)
{
  g_autoptr (PlxLibrary) self = NULL;
  g_autoptr (PlxReport) report = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (PLX_TYPE_LIBRARY, NULL);

  /* Absolute, so that SQLite takes nothing in it for one of its special names. */
  self->path = g_canonicalize_filename (path, NULL);

  if (!(self->db = plx_db_open (self->path, error)) ||
      !(report = plx_report_new_for_all (self->db, error)))
    return NULL;

  plx_mirror_apply (self->mirror, report);
  set_labels (self, report);

  self->writer = g_thread_pool_new (write_in_worker, NULL, 1, TRUE, NULL);
  self->reader = g_thread_pool_new (read_in_worker, NULL, 1, FALSE, NULL);

  return g_steal_pointer (&self);
}

/**
 * plx_library_dup_default_path:
 *
 * Returns: (transfer full) (type filename): where the user's library is
 */
char *
plx_library_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "parallax", "library.sqlite", NULL);
}

/**
 * plx_library_close:
 * @self: a library
 *
 * Waits for what is being written, and closes the file. Calls that are still under
 * way come back as ever; new ones fail.
 */
void
plx_library_close (PlxLibrary *self)
{
  g_return_if_fail (PLX_IS_LIBRARY (self));

  if (self->writer != NULL)
    g_thread_pool_free (g_steal_pointer (&self->writer), FALSE, TRUE);
  if (self->reader != NULL)
    g_thread_pool_free (g_steal_pointer (&self->reader), FALSE, TRUE);

  g_clear_pointer (&self->read_db, plx_db_close);
  g_clear_pointer (&self->db, plx_db_close);
}

GListModel *
plx_library_get_stories (PlxLibrary *self)
{
  g_return_val_if_fail (PLX_IS_LIBRARY (self), NULL);

  return G_LIST_MODEL (self->mirror->stories);
}

/**
 * plx_library_find_story:
 * @self: a library
 * @id: a story's number
 *
 * Returns: (transfer none) (nullable): the story, or `NULL` where the library has none of
 *   this number
 */
PlxStory *
plx_library_find_story (PlxLibrary *self,
                        gint64      id)
{
  g_return_val_if_fail (PLX_IS_LIBRARY (self), NULL);

  return plx_mirror_find_story (self->mirror, id);
}

const char *
plx_library_get_undo_label (PlxLibrary *self)
{
  g_return_val_if_fail (PLX_IS_LIBRARY (self), NULL);

  return self->undo_label;
}

const char *
plx_library_get_redo_label (PlxLibrary *self)
{
  g_return_val_if_fail (PLX_IS_LIBRARY (self), NULL);

  return self->redo_label;
}

static void
push (PlxLibrary          *self,
      GThreadPool         *pool,
      PlxJob              *job,
      GCancellable        *cancellable,
      GAsyncReadyCallback  callback,
      gpointer             user_data,
      gpointer             tag,
      const char          *name)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_static_name (task, name);
  g_task_set_task_data (task, job, (GDestroyNotify) plx_job_free);

  /* What is on the disk is on the disk: a change that came through is never told as cancelled. */
  g_task_set_check_cancellable (task, FALSE);

  if (pool == NULL)
    g_task_return_new_error (task, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_STORAGE,
                             "The library is closed");
  else
    /* Fails only where no thread can be made; the job is queued regardless. */
    g_thread_pool_push (pool, g_steal_pointer (&task), NULL);
}

/**
 * plx_library_load_story_async:
 * @self: a library
 * @story: a story of it
 * @cancellable: (nullable): gives up before the story is read
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Fills a story's list of articles. Once filled it is kept true to the file.
 */
void
plx_library_load_story_async (PlxLibrary          *self,
                              PlxStory            *story,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (PLX_IS_STORY (story));

  /* On the writer's thread: between two changes, so that none is missed or applied twice. */
  job = plx_job_new (plx_work_load_story);
  job->story = plx_story_get_id (story);
  push (self, self->writer, job, cancellable, callback, user_data,
        plx_library_load_story_async, "[parallax] load story");
}

gboolean
plx_library_load_story_finish (PlxLibrary    *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return plx_library_change_finish (self, result, error);
}

/**
 * plx_library_add_async:
 * @self: a library
 * @story: (nullable): the story to add to, or `NULL` for a new one
 * @title: (nullable): the new story's title; not used where there is a @story
 * @documents: (element-type PlxDocument): the documents
 * @cancellable: (nullable): takes everything back, as long as it is not committed
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Adds documents, all or none. A document that the library has already is not
 * stored twice, only joined to the story.
 */
void
plx_library_add_async (PlxLibrary          *self,
                       PlxStory            *story,
                       const char          *title,
                       GPtrArray           *documents,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (story == NULL || PLX_IS_STORY (story));
  g_return_if_fail (documents != NULL);

  job = plx_job_new (plx_work_add);
  job->story = story ? plx_story_get_id (story) : 0;
  job->text = g_strdup (title ? title : "");
  job->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  for (guint i = 0; i < documents->len; i++)
    g_ptr_array_add (job->documents, plx_document_ref (g_ptr_array_index (documents, i)));

  /* Translators: an entry of the history, after “Undo:” */
  job->label = documents->len == 0
    ? g_strdup (_("Add a Story"))
    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Add %u Article", "Add %u Articles",
                                    documents->len), documents->len);

  push (self, self->writer, job, cancellable, callback, user_data,
        plx_library_add_async, "[parallax] add documents");
}

/**
 * plx_library_add_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the story, or `NULL` on error
 */
PlxStory *
plx_library_add_finish (PlxLibrary    *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  const PlxJob *job;
  PlxStory *story;

  if (!plx_library_change_finish (self, result, error))
    return NULL;

  job = g_task_get_task_data (G_TASK (result));
  story = plx_mirror_find_story (self->mirror, job->story);

  return story ? g_object_ref (story) : NULL;
}

/**
 * plx_library_set_document_async:
 * @self: a library
 * @article: an article of it
 * @document: its text and metadata from now on
 * @label: what the user does, in words, for undo
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 */
void
plx_library_set_document_async (PlxLibrary          *self,
                                PlxArticle          *article,
                                PlxDocument         *document,
                                const char          *label,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (PLX_IS_ARTICLE (article));
  g_return_if_fail (document != NULL);
  g_return_if_fail (label != NULL);

  job = plx_job_new (plx_work_set_document);
  job->article = plx_article_get_id (article);
  job->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  g_ptr_array_add (job->documents, plx_document_ref (document));
  job->label = g_strdup (label);
  push (self, self->writer, job, NULL, callback, user_data,
        plx_library_set_document_async, "[parallax] set document");
}

void
plx_library_rename_story_async (PlxLibrary          *self,
                                PlxStory            *story,
                                const char          *title,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (PLX_IS_STORY (story));
  g_return_if_fail (title != NULL);

  job = plx_job_new (plx_work_rename_story);
  job->story = plx_story_get_id (story);
  job->text = g_strdup (title);
  job->label = g_strdup (_("Rename Story"));
  push (self, self->writer, job, NULL, callback, user_data,
        plx_library_rename_story_async, "[parallax] rename story");
}

void
plx_library_set_filter_async (PlxLibrary          *self,
                              PlxStory            *story,
                              PlxFilter           *filter,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (PLX_IS_STORY (story));
  g_return_if_fail (filter != NULL);

  job = plx_job_new (plx_work_set_filter);
  job->story = plx_story_get_id (story);
  job->filter = plx_filter_ref (filter);
  job->label = g_strdup (_("Change Filter"));
  push (self, self->writer, job, NULL, callback, user_data,
        plx_library_set_filter_async, "[parallax] set filter");
}

/**
 * plx_library_leave_story_async:
 * @self: a library
 * @story: a story of it
 * @article: an article of the story
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Takes an article out of a story. It stays in the library.
 */
void
plx_library_leave_story_async (PlxLibrary          *self,
                               PlxStory            *story,
                               PlxArticle          *article,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (PLX_IS_STORY (story));
  g_return_if_fail (PLX_IS_ARTICLE (article));

  job = plx_job_new (plx_work_leave_story);
  job->story = plx_story_get_id (story);
  job->article = plx_article_get_id (article);
  job->label = g_strdup (_("Take Article Out of Story"));
  push (self, self->writer, job, NULL, callback, user_data,
        plx_library_leave_story_async, "[parallax] leave story");
}

/**
 * plx_library_remove_story_async:
 * @self: a library
 * @story: a story of it
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Removes a story. Its articles stay in the library.
 */
void
plx_library_remove_story_async (PlxLibrary          *self,
                                PlxStory            *story,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (PLX_IS_STORY (story));

  job = plx_job_new (plx_work_remove_story);
  job->story = plx_story_get_id (story);
  job->label = g_strdup (_("Remove Story"));
  push (self, self->writer, job, NULL, callback, user_data,
        plx_library_remove_story_async, "[parallax] remove story");
}

/**
 * plx_library_undo_async:
 * @self: a library
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Takes the latest change back. Where there is none it does nothing.
 */
void
plx_library_undo_async (PlxLibrary          *self,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_return_if_fail (PLX_IS_LIBRARY (self));

  push (self, self->writer, plx_job_new (plx_work_undo), NULL, callback, user_data,
        plx_library_undo_async, "[parallax] undo");
}

/**
 * plx_library_redo_async:
 * @self: a library
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Does again what was taken back last. Where there is nothing it does nothing.
 */
void
plx_library_redo_async (PlxLibrary          *self,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_return_if_fail (PLX_IS_LIBRARY (self));

  push (self, self->writer, plx_job_new (plx_work_redo), NULL, callback, user_data,
        plx_library_redo_async, "[parallax] redo");
}

gboolean
plx_library_change_finish (PlxLibrary    *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (PLX_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
plx_library_save_analysis_async (PlxLibrary          *self,
                                 PlxStory            *story,
                                 const char          *key,
                                 PlxAnalysis         *analysis,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (PLX_IS_STORY (story));
  g_return_if_fail (key != NULL);
  g_return_if_fail (analysis != NULL);

  job = plx_job_new (plx_work_save_analysis);
  job->story = plx_story_get_id (story);
  job->text = g_strdup (key);
  job->analysis = plx_analysis_ref (analysis);
  push (self, self->writer, job, NULL, callback, user_data,
        plx_library_save_analysis_async, "[parallax] save analysis");
}

/**
 * plx_library_load_analysis_async:
 * @self: a library
 * @story: a story of it
 * @key: the key under which it was saved
 * @documents: (element-type PlxDocument): the documents that it was made of, in their order
 * @cancellable: (nullable): gives up before it is read
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Finds what was computed for a story. Where there is nothing under the key the
 * error is `PLX_LIBRARY_ERROR_NOT_FOUND`; where what there is does not fit the documents,
 * `PLX_LIBRARY_ERROR_CORRUPT`. In both cases it can be computed again.
 */
void
plx_library_load_analysis_async (PlxLibrary          *self,
                                 PlxStory            *story,
                                 const char          *key,
                                 GPtrArray           *documents,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (PLX_IS_STORY (story));
  g_return_if_fail (key != NULL);
  g_return_if_fail (documents != NULL);

  job = plx_job_new (plx_work_load_analysis);
  job->story = plx_story_get_id (story);
  job->text = g_strdup (key);
  job->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  for (guint i = 0; i < documents->len; i++)
    g_ptr_array_add (job->documents, plx_document_ref (g_ptr_array_index (documents, i)));
  push (self, self->reader, job, cancellable, callback, user_data,
        plx_library_load_analysis_async, "[parallax] load analysis");
}

PlxAnalysis *
plx_library_load_analysis_finish (PlxLibrary    *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  const PlxJob *job;

  if (!plx_library_change_finish (self, result, error))
    return NULL;

  job = g_task_get_task_data (G_TASK (result));

  return plx_analysis_ref (job->analysis);
}

/**
 * plx_library_search_async:
 * @self: a library
 * @words: what the user typed; see the notes on searching in the manual page
 * @limit: how many hits are wanted
 * @cancellable: (nullable): gives up
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Searches the kept text, headlines and outlets of all articles. It has a
 * connection and a thread of its own and does not wait for what is being written.
 */
void
plx_library_search_async (PlxLibrary          *self,
                          const char          *words,
                          guint                limit,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (words != NULL);

  job = plx_job_new (plx_work_search);
  job->text = g_strdup (words);
  job->limit = limit;
  push (self, self->reader, job, cancellable, callback, user_data,
        plx_library_search_async, "[parallax] search");
}

/**
 * plx_library_search_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type PlxHit) (nullable): the hits, the best first; or
 *   `NULL` on error
 */
GPtrArray *
plx_library_search_finish (PlxLibrary    *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  const PlxJob *job;

  if (!plx_library_change_finish (self, result, error))
    return NULL;

  job = g_task_get_task_data (G_TASK (result));

  return g_ptr_array_ref (job->hits);
}
