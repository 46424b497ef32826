/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-comparison"

#include "config.h"

#include "window/plx-comparison.h"

#include "comparing/plx-comparing.h"
#include "countries/plx-own-relations.h"

/* What is found in the articles of a story: taken from the library where it was found before,
 * else found in a thread of its own and kept. */
typedef struct
{
  PlxLibrary     *library;
  PlxStory       *story;
  GPtrArray      *documents;
  PlxNamings     *namings;
  PlxCorrections *corrections;
  PlxAsOf         as_of;
  PlxDay          day;
  PlxProgress    *progress;
  char           *key;
} Work;

static void
work_free (Work *work)
{
  g_object_unref (work->library);
  g_object_unref (work->story);
  g_ptr_array_unref (work->documents);
  plx_namings_unref (work->namings);
  plx_corrections_unref (work->corrections);
  plx_progress_unref (work->progress);
  g_free (work->key);
  g_free (work);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  /* It can be found again from the articles, so losing it is no loss to the user. */
  if (!plx_library_change_finish (PLX_LIBRARY (object), result, &error))
    g_debug ("What was compared is not kept: %s", error->message);
}

static void
analysed_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  PlxAnalysis *analysis = plx_comparing_analyse_finish (result, &error);
  Work *work = g_task_get_task_data (task);

  if (analysis == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (plx_story_get_id (work->story) != 0)
    plx_library_save_analysis_async (work->library, work->story, work->key, analysis, saved_cb,
                                     NULL);
  g_task_return_pointer (task, analysis, (GDestroyNotify) plx_analysis_unref);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  PlxAnalysis *analysis = plx_library_load_analysis_finish (PLX_LIBRARY (object), result, &error);
  Work *work = g_task_get_task_data (task);

  if (analysis != NULL)
    {
      g_task_return_pointer (task, analysis, (GDestroyNotify) plx_analysis_unref);
      return;
    }

  if (g_task_return_error_if_cancelled (task))
    return;

  /* Nothing kept under this key, or nothing readable: either way it is found anew. */
  plx_comparing_analyse_async (work->documents, work->namings, work->corrections, work->as_of,
                               work->day, work->progress, g_task_get_cancellable (task),
                               analysed_cb, g_object_ref (task));
}

/**
 * plx_comparison_dup_key:
 * @documents: (element-type PlxDocument): the articles of a story, in order
 * @namings: what the user has said of their names
 * @corrections: what the user has said of their claims
 * @as_of: for which day statements are checked
 * @day: that day, or 0
 *
 * Returns: (transfer full): a name for all that the comparison depends on
 */
char *
plx_comparison_dup_key (GPtrArray      *documents,
                        PlxNamings     *namings,
                        PlxCorrections *corrections,
                        PlxAsOf         as_of,
                        PlxDay          day)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *said = plx_namings_dup_digest (namings);
  g_autofree char *corrected = plx_corrections_dup_digest (corrections);
  g_autofree char *relations = plx_own_relations_dup_digest ();
  g_autofree char *settings = NULL;

  settings = g_strdup_printf ("%s/%s/%u/%u/%s/%s/%s", PACKAGE_VERSION, PLX_COMPARING_ENGINE,
                              as_of, day, said, corrected, relations);
  g_checksum_update (checksum, (const guchar *) settings, -1);
  for (guint i = 0; i < documents->len; i++)
    {
      g_autofree char *digest = plx_document_dup_digest (documents->pdata[i]);

      g_checksum_update (checksum, (const guchar *) digest, -1);
    }

  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * plx_comparison_run_async:
 * @library: the library that may have it
 * @story: the story
 * @documents: (element-type PlxDocument): its articles, in order
 * @namings: what the user has said of their names
 * @corrections: what the user has said of their claims
 * @as_of: for which day statements are checked
 * @day: that day, or 0
 * @progress: is told how far it is
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Finds what is in the articles of a story.
 */
void
plx_comparison_run_async (PlxLibrary          *library,
                          PlxStory            *story,
                          GPtrArray           *documents,
                          PlxNamings          *namings,
                          PlxCorrections      *corrections,
                          PlxAsOf              as_of,
                          PlxDay               day,
                          PlxProgress         *progress,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task = g_task_new (library, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  g_task_set_source_tag (task, plx_comparison_run_async);
  g_task_set_static_name (task, "[parallax] compare a story");

  work->library = g_object_ref (library);
  work->story = g_object_ref (story);
  work->documents = g_ptr_array_ref (documents);
  work->namings = plx_namings_ref (namings);
  work->corrections = plx_corrections_ref (corrections);
  work->as_of = as_of;
  work->day = day;
  work->progress = plx_progress_ref (progress);
  work->key = plx_comparison_dup_key (documents, namings, corrections, as_of, day);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);

  plx_library_load_analysis_async (library, story, work->key, documents, cancellable, loaded_cb,
                                   task);
}

/**
 * plx_comparison_run_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what was found, or `NULL` on error
 */
PlxAnalysis *
plx_comparison_run_finish (GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
