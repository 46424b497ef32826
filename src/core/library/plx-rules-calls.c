/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-library"

#include "config.h"

#include "library/plx-library.h"

#include "library/plx-library-private.h"

/* What is asked of the library about its rules. */

/**
 * plx_library_remember_async:
 * @self: a library
 * @article: (nullable): the article in which the correction was made
 * @document: (nullable): its text from now on, where it changes with it
 * @rules: (element-type PlxRule): what to remember, of one outlet; at least one
 * @label: what the user does, in words, for undo; the number of other articles is added
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Remembers corrections for an outlet and makes them in all its articles, as one step of the
 * history. What the user has decided in an article by hand stays. Ends with
 * plx_library_rules_finish().
 */
void
plx_library_remember_async (PlxLibrary          *self,
                            PlxArticle          *article,
                            PlxDocument         *document,
                            GPtrArray           *rules,
                            const char          *label,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (PLX_IS_ARTICLE (article) || (article == NULL && document == NULL));
  g_return_if_fail (rules != NULL && rules->len > 0);
  g_return_if_fail (label != NULL);

  job = plx_job_new (plx_work_remember);
  job->article = article != NULL ? plx_article_get_id (article) : 0;
  job->items = plx_items_copy (rules, (GBoxedCopyFunc) plx_rule_copy,
                               (GDestroyNotify) plx_rule_free);
  job->label = g_strdup (label);
  if (document != NULL)
    {
      job->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
      g_ptr_array_add (job->documents, plx_document_ref (plx_article_get_document (article)));
      g_ptr_array_add (job->documents, plx_document_ref (document));
    }
  plx_library_push (self, self->writer, job, NULL, callback, user_data,
                    plx_library_remember_async, "[parallax] remember rules");
}

/**
 * plx_library_forget_async:
 * @self: a library
 * @rule: one of its rules
 * @label: what the user does, in words, for undo; the number of articles is added
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Forgets a rule and takes back what it did in the articles of its outlet, as one step of the
 * history. Ends with plx_library_rules_finish().
 */
void
plx_library_forget_async (PlxLibrary          *self,
                          PlxRule             *rule,
                          const char          *label,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  PlxJob *job;

  g_return_if_fail (PLX_IS_LIBRARY (self));
  g_return_if_fail (rule != NULL);
  g_return_if_fail (label != NULL);

  job = plx_job_new (plx_work_forget);
  job->rule = rule->id;
  job->text = g_strdup (rule->outlet);
  job->label = g_strdup (label);
  plx_library_push (self, self->writer, job, NULL, callback, user_data,
                    plx_library_forget_async, "[parallax] forget rule");
}

/**
 * plx_library_rules_finish:
 * @self: a library
 * @result: what the callback was given
 * @n_articles: (out) (optional): how many articles were changed, without the one in which the
 *   correction was made
 * @error: return location for an error
 *
 * Returns: whether it was done
 */
gboolean
plx_library_rules_finish (PlxLibrary    *self,
                          GAsyncResult  *result,
                          guint         *n_articles,
                          GError       **error)
{
  const PlxJob *job;

  if (!plx_library_change_finish (self, result, error))
    return FALSE;

  job = g_task_get_task_data (G_TASK (result));
  if (n_articles != NULL)
    *n_articles = job->n_changed;

  return TRUE;
}

/**
 * plx_library_list_rules_async:
 * @self: a library
 * @cancellable: (nullable): gives up
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Asks for all rules. It reads the articles of their outlets, and does not wait for what is
 * being written.
 */
void
plx_library_list_rules_async (PlxLibrary          *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (PLX_IS_LIBRARY (self));

  plx_library_push (self, self->reader, plx_job_new (plx_work_list_rules), cancellable, callback,
                    user_data, plx_library_list_rules_async, "[parallax] list rules");
}

/**
 * plx_library_list_rules_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type PlxRule) (nullable): the rules, the oldest first; or
 *   `NULL` on error
 */
GPtrArray *
plx_library_list_rules_finish (PlxLibrary    *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return plx_library_items_finish (self, result, error);
}
