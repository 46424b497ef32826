/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-bundle"

#include "config.h"

#include "bundle/plx-bundle-private.h"

/* Making and opening bundles off the main thread. */

typedef struct
{
  PlxLibrary            *library;
  PlxBundle             *bundle;      /* nullable until it is read */
  GFile                 *file;
  PlxDay                 today;
  PlxBundleProgressFunc  progress;    /* nullable */
  gpointer               progress_data;
  GMainContext          *context;
} Work;

typedef struct
{
  GTask  *task;  /* keeps the asker's data alive until the report is in */
  double  fraction;
} Report;

static void
work_free (Work *work)
{
  g_object_unref (work->library);
  g_clear_pointer (&work->bundle, plx_bundle_unref);
  g_object_unref (work->file);
  g_main_context_unref (work->context);
  g_free (work);
}

static Work *
work_new (PlxLibrary            *library,
          GFile                 *file,
          PlxBundleProgressFunc  progress,
          gpointer               progress_data)
{
  Work *work = g_new0 (Work, 1);

  work->library = g_object_ref (library);
  work->file = g_object_ref (file);
  work->progress = progress;
  work->progress_data = progress_data;
  work->context = g_main_context_ref_thread_default ();

  return work;
}

static void
report_free (gpointer data)
{
  Report *report = data;

  g_object_unref (report->task);
  g_free (report);
}

static gboolean
report_cb (gpointer data)
{
  Report *report = data;
  Work *work = g_task_get_task_data (report->task);

  /* After it is delivered, or cancelled, whoever asked may be gone. */
  if (!g_task_get_completed (report->task) &&
      !g_cancellable_is_cancelled (g_task_get_cancellable (report->task)))
    work->progress (report->fraction, work->progress_data);

  return G_SOURCE_REMOVE;
}

static void
send_report (double   fraction,
             gpointer user_data)
{
  GTask *task = user_data;
  Work *work = g_task_get_task_data (task);
  g_autoptr (GSource) source = g_idle_source_new ();
  Report *report = g_new0 (Report, 1);

  report->task = g_object_ref (task);
  report->fraction = fraction;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "[parallax] bundle progress");
  g_source_set_callback (source, report_cb, report, report_free);
  g_source_attach (source, work->context);
}

static void
save_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;
  char *fingerprint = NULL;

  if (plx_bundle_save (work->bundle, work->file, work->progress != NULL ? send_report : NULL, task,
                       &fingerprint, cancellable, &error))
    g_task_return_pointer (task, fingerprint, g_free);
  else
    g_task_return_error (task, error);
}

static void
packed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Work *work = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxParcel) parcel = plx_library_load_parcel_finish (work->library, result, &error);

  if (parcel == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  work->bundle = plx_bundle_new (parcel, work->today);
  plx_bundle_take_tables (work->bundle);
  work->bundle->library = g_object_ref (work->library);
  g_task_run_in_thread (task, save_in_thread);
}

/**
 * plx_bundle_save_story_async:
 * @library: a library
 * @story: a story of it
 * @today: what day it is
 * @file: where to
 * @progress: (nullable): told how far it has come, on the caller's context
 * @progress_data: for @progress
 * @cancellable: (nullable): gives up
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Writes a story as an evidence bundle: its articles with their originals, what the user has said
 * of them, and what is found in them. An older file gives way only to a whole new one.
 */
void
plx_bundle_save_story_async (PlxLibrary            *library,
                             PlxStory              *story,
                             PlxDay                 today,
                             GFile                 *file,
                             PlxBundleProgressFunc  progress,
                             gpointer               progress_data,
                             GCancellable          *cancellable,
                             GAsyncReadyCallback    callback,
                             gpointer               user_data)
{
  GTask *task;
  Work *work;

  g_return_if_fail (PLX_IS_LIBRARY (library));
  g_return_if_fail (PLX_IS_STORY (story));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (NULL, cancellable, callback, user_data);
  work = work_new (library, file, progress, progress_data);
  work->today = today;
  g_task_set_source_tag (task, plx_bundle_save_story_async);
  g_task_set_static_name (task, "[parallax] save bundle");
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  plx_library_load_parcel_async (library, story, cancellable, packed_cb, task);
}

/**
 * plx_bundle_save_story_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the SHA-256 that stands for the whole bundle, or `NULL` on
 *   error
 */
char *
plx_bundle_save_story_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
added_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Work *work = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  PlxStory *story = plx_library_add_finish (work->library, result, &error);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, story, g_object_unref);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Work *work = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  work->bundle = g_task_propagate_pointer (G_TASK (result), &error);
  if (work->bundle == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    plx_library_add_parcel_async (work->library, work->bundle->parcel,
                                  g_task_get_cancellable (task), added_cb, g_object_ref (task));
}

static void
read_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  PlxBundle *bundle = plx_bundle_read (task_data, cancellable, &error);

  if (bundle != NULL)
    g_task_return_pointer (task, bundle, (GDestroyNotify) plx_bundle_unref);
  else
    g_task_return_error (task, error);
}

/**
 * plx_bundle_open_async:
 * @library: a library
 * @file: a bundle
 * @cancellable: (nullable): gives up; then nothing comes in
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Adds the story of a bundle to a library, as one change that can be undone. A bundle of which a
 * byte was changed is refused. The user's tables in it are left to whoever asks; see
 * [method@Bundle.adopt_tables].
 */
void
plx_bundle_open_async (PlxLibrary          *library,
                       GFile               *file,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task;
  g_autoptr (GTask) reading = NULL;

  g_return_if_fail (PLX_IS_LIBRARY (library));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, plx_bundle_open_async);
  g_task_set_static_name (task, "[parallax] open bundle");
  g_task_set_task_data (task, work_new (library, file, NULL, NULL), (GDestroyNotify) work_free);

  reading = g_task_new (NULL, cancellable, read_cb, task);
  g_task_set_source_tag (reading, plx_bundle_open_async);
  g_task_set_static_name (reading, "[parallax] read bundle");
  g_task_set_task_data (reading, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (reading, read_in_thread);
}

/**
 * plx_bundle_open_finish:
 * @result: what the callback was given
 * @bundle: (out) (optional) (transfer full): the bundle
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the story, or `NULL` on error
 */
PlxStory *
plx_bundle_open_finish (GAsyncResult  *result,
                        PlxBundle    **bundle,
                        GError       **error)
{
  const Work *work;
  PlxStory *story;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  work = g_task_get_task_data (G_TASK (result));
  story = g_task_propagate_pointer (G_TASK (result), error);
  if (story != NULL && bundle != NULL)
    *bundle = plx_bundle_ref (work->bundle);

  return story;
}
