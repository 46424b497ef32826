/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-source-names"

#include "config.h"

#include "model/plx-source-names.h"

#include <glib/gi18n-lib.h>

static char *
dup_name (PlxDocument *document,
          guint        place)
{
  g_autofree char *name = plx_document_dup_source (document);

  if (*name != '\0')
    return g_steal_pointer (&name);

  /* Translators: what an article is called that does not tell what it is; its place follows */
  return g_strdup_printf (_("Source %u"), place + 1);
}

/**
 * plx_source_names_new:
 * @documents: (element-type PlxDocument): the articles of a story
 *
 * What to call the articles of a story beside each other: above a column, in a legend, in a list.
 * Each is called as [method@Document.dup_source] says, or by its place where that says nothing;
 * those that would be called the same are numbered.
 *
 * Returns: (transfer full): a name for each, no two of them the same
 */
GStrv
plx_source_names_new (GPtrArray *documents)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GHashTable) totals = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) plain = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < documents->len; i++)
    {
      char *name = dup_name (g_ptr_array_index (documents, i), i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (totals, name));

      g_ptr_array_add (plain, name);
      g_hash_table_insert (totals, name, GUINT_TO_POINTER (n + 1));
    }

  for (guint i = 0; i < plain->len; i++)
    {
      char *name = g_ptr_array_index (plain, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, name)) + 1;

      g_hash_table_insert (counts, name, GUINT_TO_POINTER (n));
      if (GPOINTER_TO_UINT (g_hash_table_lookup (totals, name)) == 1)
        g_strv_builder_add (names, name);
      else
        /* Translators: one of several articles of an outlet, and which of them it is */
        g_strv_builder_take (names, g_strdup_printf (_("%s (%u)"), name, n));
    }

  return g_strv_builder_end (names);
}

/**
 * plx_source_names_new_for_analysis:
 * @analysis: an analysis
 *
 * Returns: (transfer full): what to call each of its articles; see [func@source_names_new]
 */
GStrv
plx_source_names_new_for_analysis (PlxAnalysis *analysis)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();

  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    g_ptr_array_add (documents, plx_analysis_get_document (analysis, i));

  return plx_source_names_new (documents);
}
