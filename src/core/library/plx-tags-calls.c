/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-library"

#include "config.h"

#include "library/plx-library-tags.h"

#include <glib/gi18n-lib.h>

#include "library/plx-library-private.h"
#include "library/plx-tag-rows.h"

/* What is asked of the library about tags. */

gboolean
plx_work_tag (PlxDb         *db,
              PlxJob        *job,
              GCancellable  *cancellable,
              GError       **error)
{
  for (guint i = 0; i < job->articles->len; i++)
    if (!plx_rows_tag (db, job->tagged, g_array_index (job->articles, gint64, i), job->text,
                       job->after, error))
      return FALSE;

  return TRUE;
}

static void
keep_common (PlxJob *job,
             GStrv   tags)
{
  g_autoptr (GStrvBuilder) common = g_strv_builder_new ();

  for (guint i = 0; tags[i] != NULL; i++)
    if (job->tags == NULL || g_strv_contains ((const char * const *) job->tags, tags[i]))
      g_strv_builder_add (common, tags[i]);

  g_strfreev (job->tags);
  job->tags = g_strv_builder_end (common);
}

gboolean
plx_work_list_tags (PlxDb         *db,
                    PlxJob        *job,
                    GCancellable  *cancellable,
                    GError       **error)
{
  if (job->articles == NULL || job->articles->len == 0)
    return (job->tags = plx_rows_list_tags (db, job->tagged, 0, error)) != NULL;

  for (guint i = 0; i < job->articles->len && (i == 0 || job->tags[0] != NULL); i++)
    {
      g_auto (GStrv) tags = plx_rows_list_tags (db, job->tagged,
                                                g_array_index (job->articles, gint64, i), error);

      if (tags == NULL)
        return FALSE;
      keep_common (job, tags);
    }

  return TRUE;
}

/**
 * plx_library_tag_async:
 * @self: a library
 * @tagged: what @ids are
 * @ids: (element-type gint64): articles, or stories
 * @tag: a tag
 * @add: whether to add it, and not to remove it
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Tags articles or stories, or takes a tag off them, as one step of the history.
 */
void
plx_library_tag_async (PlxLibrary          *self,
                       PlxTagged            tagged,
                       GArray              *ids,
                       const char          *tag,
                       gboolean             add,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autofree char *folded = NULL;
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (ids != NULL);
  g_return_if_fail (tag != NULL);

  folded = plx_tag_fold (tag);
  g_return_if_fail (*folded != '\0');

  job = plx_job_new (plx_work_tag);
  job->tagged = tagged;
  job->articles = g_array_copy (ids);
  job->text = g_strstrip (g_strdup (tag));
  job->after = add;
  /* Translators: an entry of the history; %s is a tag */
  job->label = g_strdup_printf (add ? _("Add Tag “%s”") : _("Remove Tag “%s”"), job->text);
  plx_library_push (self, self->writer, job, NULL, callback, user_data, plx_library_tag_async,
                    "[parallax] tag");
}

/**
 * plx_library_list_tags_async:
 * @self: a library
 * @tagged: what @ids are
 * @ids: (nullable) (element-type gint64): articles or stories, for the tags that all of them have;
 *   or `NULL` for all tags that there are
 * @cancellable: (nullable): gives up
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Asks for tags. It does not wait for what is being written.
 */
void
plx_library_list_tags_async (PlxLibrary          *self,
                             PlxTagged            tagged,
                             GArray              *ids,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));

  job = plx_job_new (plx_work_list_tags);
  job->tagged = tagged;
  job->articles = ids != NULL ? g_array_copy (ids) : NULL;
  plx_library_push (self, self->reader, job, cancellable, callback, user_data,
                    plx_library_list_tags_async, "[parallax] list tags");
}

/**
 * plx_library_list_tags_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the tags by their names, or `NULL` on error
 */
GStrv
plx_library_list_tags_finish (PlxLibrary    *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  const PlxJob *job;

  if (!plx_library_change_finish (self, result, error))
    return NULL;

  job = g_task_get_task_data (G_TASK (result));

  return g_strdupv (job->tags);
}
