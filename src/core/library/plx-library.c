/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-library"

#include "config.h"

#include "library/plx-library.h"

#include "library/plx-library-private.h"

G_DEFINE_QUARK (plx-library-error-quark, plx_library_error)

typedef enum
{
  PROP_STORIES = 1,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_N_ARTICLES,
  PROP_N_NOTES,
  PROP_N_TRASHED,
} PlxLibraryProperty;

/* After one for each kind of what is said, that it changed. */
enum
{
  SIGNAL_ARTICLES_CHANGED = PLX_N_SAYINGS,
  SIGNAL_TRASH_CHANGED,
  SIGNAL_HISTORY_CHANGED,
  N_SIGNALS,
};

static const PlxLibraryProperty count_props[PLX_N_COUNTS] = {
  [PLX_COUNT_ARTICLES] = PROP_N_ARTICLES,
  [PLX_COUNT_NOTES] = PROP_N_NOTES,
  [PLX_COUNT_TRASHED] = PROP_N_TRASHED,
};

static GParamSpec *props[PROP_N_TRASHED + 1];
static guint signals[N_SIGNALS];
static guint damaged_signal;

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

static void
set_counts (PlxLibrary      *self,
            const PlxReport *report)
{
  for (guint i = 0; i < PLX_N_COUNTS; i++)
    if (self->counts[i] != report->counts[i])
      {
        self->counts[i] = report->counts[i];
        g_object_notify_by_pspec (G_OBJECT (self), props[count_props[i]]);
      }
}

/* The model first, then those who look on. */
static void
take_report (PlxLibrary      *self,
             const PlxReport *report)
{
  plx_mirror_apply (self->mirror, report);
  if (report->has_labels)
    {
      set_labels (self, report);
      set_counts (self, report);
    }

  for (guint i = 0; i < PLX_N_SAYINGS; i++)
    if (report->said[i])
      g_signal_emit (self, signals[i], 0);
  if (report->articles)
    g_signal_emit (self, signals[SIGNAL_ARTICLES_CHANGED], 0);
  if (report->trash)
    g_signal_emit (self, signals[SIGNAL_TRASH_CHANGED], 0);
  if (report->has_labels)
    g_signal_emit (self, signals[SIGNAL_HISTORY_CHANGED], 0);
}

/* On the main thread: the model first, then the caller, who may rely on it. */
static gboolean
deliver_cb (gpointer data)
{
  GTask *task = data;
  PlxLibrary *self = g_task_get_source_object (task);
  PlxJob *job = g_task_get_task_data (task);

  if (job->filter != NULL)
    plx_mirror_forget_filter (self->mirror, job->story, job->filter);

  if (job->report != NULL)
    take_report (self, job->report);

  if (job->found_damage && job->error != NULL)
    plx_library_note_damage (self, job->error);

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
      !plx_job_run (job, db, cancellable, &job->error))
    g_clear_pointer (&job->report, plx_report_free);

  job->found_damage = db->is_damaged;
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

    case PROP_N_ARTICLES:
      g_value_set_uint (value, self->counts[PLX_COUNT_ARTICLES]);
      break;

    case PROP_N_NOTES:
      g_value_set_uint (value, self->counts[PLX_COUNT_NOTES]);
      break;

    case PROP_N_TRASHED:
      g_value_set_uint (value, self->counts[PLX_COUNT_TRASHED]);
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
  g_clear_pointer (&self->read_only, g_free);

  G_OBJECT_CLASS (plx_library_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

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

  /**
   * PlxLibrary:n-articles:
   *
   * How many articles there are that are not in the trash.
   */
  props[PROP_N_ARTICLES] =
    g_param_spec_uint ("n-articles", NULL, NULL, 0, G_MAXUINT, 0, readable);

  /**
   * PlxLibrary:n-notes:
   *
   * How many notes there are on what is not in the trash.
   */
  props[PROP_N_NOTES] = g_param_spec_uint ("n-notes", NULL, NULL, 0, G_MAXUINT, 0, readable);

  /**
   * PlxLibrary:n-trashed:
   *
   * How many stories and single articles are in the trash.
   */
  props[PROP_N_TRASHED] = g_param_spec_uint ("n-trashed", NULL, NULL, 0, G_MAXUINT, 0, readable);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
plx_library_class_init (PlxLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plx_library_dispose;
  object_class->finalize = plx_library_finalize;
  object_class->get_property = plx_library_get_property;

  install_properties (object_class);

  /* namings-changed, corrections-changed, notes-changed, placements-changed: what the user has
   * said is not what it was, or, after another program has written something, may not be. */
  for (guint i = 0; i < PLX_N_SAYINGS; i++)
    signals[i] = g_signal_new (plx_saying_get_signal (i), G_TYPE_FROM_CLASS (klass),
                               G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * PlxLibrary::damaged:
   * @self: the library
   * @why: what was found, in a sentence
   *
   * The file is damaged. Emitted once, when damage is first met with.
   */
  damaged_signal = g_signal_new ("damaged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  signals[SIGNAL_ARTICLES_CHANGED] =
    g_signal_new ("articles-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TRASH_CHANGED] =
    g_signal_new ("trash-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_HISTORY_CHANGED] =
    g_signal_new ("history-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 0);
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
      !(report = plx_report_new_for_all (self->db, NULL, error)))
    return NULL;

  take_report (self, report);
  self->read_only = g_strdup (self->db->read_only);
  self->is_newer = self->db->is_newer;

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

/**
 * plx_library_get_path:
 * @self: a library
 *
 * Returns: (type filename): its file, an absolute path
 */
const char *
plx_library_get_path (PlxLibrary *self)
{
  g_return_val_if_fail (PLX_IS_LIBRARY (self), NULL);

  return self->path;
}

/**
 * plx_library_get_read_only:
 * @self: a library
 *
 * Returns: (nullable): why it can be read only, in words that go on after a colon; `NULL` where it
 *   can be changed
 */
const char *
plx_library_get_read_only (PlxLibrary *self)
{
  g_return_val_if_fail (PLX_IS_LIBRARY (self), NULL);

  return self->read_only;
}

/**
 * plx_library_is_newer:
 * @self: a library
 *
 * Returns: whether a later release wrote it, so that it can be read only
 */
gboolean
plx_library_is_newer (PlxLibrary *self)
{
  g_return_val_if_fail (PLX_IS_LIBRARY (self), FALSE);

  return self->is_newer;
}

/**
 * plx_library_note_damage:
 * @self: a library
 * @error: what went wrong with it
 *
 * Tells of damage when it is met with for the first time.
 */
void
plx_library_note_damage (PlxLibrary   *self,
                         const GError *error)
{
  if (self->is_damaged || !g_error_matches (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_CORRUPT))
    return;

  self->is_damaged = TRUE;
  g_signal_emit (self, damaged_signal, 0, error->message);
}

/**
 * plx_library_get_stories:
 * @self: a library
 *
 * Returns: (transfer none): all its stories, as [class@Story]; follows what is changed
 */
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

/**
 * plx_library_get_undo_label:
 * @self: a library
 *
 * Returns: (nullable): what undo would take back, in the words of a menu; `NULL` where there is
 *   nothing
 */
const char *
plx_library_get_undo_label (PlxLibrary *self)
{
  g_return_val_if_fail (PLX_IS_LIBRARY (self), NULL);

  return self->undo_label;
}

/**
 * plx_library_get_redo_label:
 * @self: a library
 *
 * Returns: (nullable): what redo would do again, in the words of a menu; `NULL` where there is
 *   nothing
 */
const char *
plx_library_get_redo_label (PlxLibrary *self)
{
  g_return_val_if_fail (PLX_IS_LIBRARY (self), NULL);

  return self->redo_label;
}

/**
 * plx_library_push:
 * @self: a library
 * @pool: the thread that is to do it
 * @job: (transfer full): what to do
 * @cancellable: (nullable): gives up before it is done
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 * @tag: the source tag of the task
 * @name: the static name of the task
 *
 * Sends a job to one of the library's threads.
 */
void
plx_library_push (PlxLibrary          *self,
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
