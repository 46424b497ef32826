/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-claim-items"

#include "config.h"

#include "compare/plx-claim-items.h"

/* The first claim, that of most sources, is unfolded at first: enough to see what a row is, while
 * the others can be seen below. */
#define UNFOLDED 1

static gint64
key_of (PlxSentenceRef ref)
{
  return ((gint64) ref.article << 32) | ref.sentence;
}

/* Claims may have been joined, or split, since: a claim is told again by most of its sentences. */
static GHashTable *
find_expanded (GListModel *items)
{
  GHashTable *expanded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint n = items != NULL ? g_list_model_get_n_items (items) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxClaimItem) item = g_list_model_get_item (items, i);
      GArray *refs = plx_claim_item_get_record (item)->refs;

      for (guint k = 0; k < refs->len && plx_claim_item_is_expanded (item); k++)
        {
          gint64 key = key_of (g_array_index (refs, PlxSentenceRef, k));

          g_hash_table_add (expanded, g_memdup2 (&key, sizeof key));
        }
    }

  return expanded;
}

static gboolean
was_expanded (PlxClaimItem *item,
              GHashTable   *expanded)
{
  GArray *refs = plx_claim_item_get_record (item)->refs;
  guint n = 0;

  for (guint i = 0; i < refs->len; i++)
    {
      gint64 key = key_of (g_array_index (refs, PlxSentenceRef, i));

      n += g_hash_table_contains (expanded, &key);
    }

  return 2 * n > refs->len;
}

/* One for all rows: a story may have thousands of claims and hundreds of sources. */
static GPtrArray *
copy_names (GStrv sources)
{
  GPtrArray *names = g_ptr_array_new_null_terminated (g_strv_length (sources), g_free, TRUE);

  for (guint i = 0; sources[i] != NULL; i++)
    g_ptr_array_add (names, g_strdup (sources[i]));

  return names;
}

/**
 * plx_claim_items_new:
 * @analysis: an analysis
 * @passages: what of it is shown
 * @sources: what its articles are called
 * @before: (nullable): of [class@ClaimItem]: the rows of an earlier analysis of the same story
 *
 * Makes the rows of the matrix. Those that were unfolded before are so again.
 *
 * Returns: (transfer full) (element-type PlxClaimItem): those of which something is shown, in the
 *   order of the analysis
 */
GPtrArray *
plx_claim_items_new (PlxAnalysis *analysis,
                     PlxPassages *passages,
                     GStrv        sources,
                     GListModel  *before)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) expanded = find_expanded (before);
  g_autoptr (GPtrArray) names = copy_names (sources);

  for (guint i = 0; i < analysis->claims->len; i++)
    {
      PlxClaimItem *item = plx_claim_item_new (analysis, passages, names, i);

      if (item == NULL)
        continue;
      plx_claim_item_set_expanded (item, before != NULL ? was_expanded (item, expanded)
                                                        : items->len < UNFOLDED);
      g_ptr_array_add (items, item);
    }

  return items;
}
