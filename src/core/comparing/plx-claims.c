/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-claims"

#include "config.h"

#include "comparing/plx-claims.h"

#include "comparing/plx-differences.h"
#include "comparing/plx-grouping.h"

static PlxNode *
node_at (PlxWeave *weave,
         guint     index)
{
  return g_ptr_array_index (weave->nodes, index);
}

static int
compare_refs (const void *x,
              const void *y)
{
  const PlxSentenceRef *a = x, *b = y;

  if (a->article != b->article)
    return a->article < b->article ? -1 : 1;

  return a->sentence < b->sentence ? -1 : a->sentence > b->sentence;
}

static void
set_origins (PlxWeave       *weave,
             PlxClaimRecord *claim)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GPtrArray) known = g_ptr_array_new ();

  for (guint i = 0; i < claim->refs->len; i++)
    {
      PlxNode *node = plx_weave_get_node (weave, g_array_index (claim->refs, PlxSentenceRef, i));
      guint32 place = PLX_NONE;

      if (node->origin != NULL &&
          !g_ptr_array_find_with_equal_func (known, node->origin, g_str_equal, &place))
        {
          place = known->len;
          g_ptr_array_add (known, node->origin);
          g_strv_builder_add (builder, node->origin);
        }
      g_array_append_val (claim->origin_of, place);
    }

  g_strfreev (claim->origins);
  claim->origins = g_strv_builder_end (builder);
}

static PlxClaimRecord *
make_claim (PlxWeave *weave,
            GArray   *group)
{
  PlxClaimRecord *claim = plx_claim_record_new ();
  guint32 last = PLX_NONE;

  for (guint i = 0; i < group->len; i++)
    g_array_append_val (claim->refs, node_at (weave, g_array_index (group, guint, i))->ref);
  g_array_sort (claim->refs, compare_refs);

  for (guint i = 0; i < claim->refs->len; i++)
    {
      guint32 article = g_array_index (claim->refs, PlxSentenceRef, i).article;

      claim->n_sources += article != last;
      last = article;
    }

  set_origins (weave, claim);
  claim->label = plx_differences_label (weave, claim);
  plx_differences_find (weave, claim);

  return claim;
}

static double
mean_place (PlxWeave             *weave,
            const PlxClaimRecord *claim)
{
  double sum = 0;

  for (guint i = 0; i < claim->refs->len; i++)
    sum += plx_weave_get_node (weave, g_array_index (claim->refs, PlxSentenceRef, i))->place;

  return sum / claim->refs->len;
}

static int
compare_claims (gconstpointer x,
                gconstpointer y,
                gpointer      weave)
{
  const PlxClaimRecord *a = *(PlxClaimRecord * const *) x, *b = *(PlxClaimRecord * const *) y;
  double place_a, place_b;

  if (a->n_sources != b->n_sources)
    return a->n_sources > b->n_sources ? -1 : 1;

  place_a = mean_place (weave, a);
  place_b = mean_place (weave, b);
  if (place_a != place_b)
    return place_a < place_b ? -1 : 1;

  return compare_refs (a->refs->data, b->refs->data);
}

/**
 * plx_weave_find_claims:
 * @self: the sentences of a story
 * @cancellable: (nullable): a cancellable
 *
 * Groups the sentences that report the same thing. Each sentence is in one claim at least.
 *
 * Returns: (transfer full) (nullable) (element-type PlxClaimRecord): the claims, those of most
 *   sources first, or `NULL` when cancelled
 */
GPtrArray *
plx_weave_find_claims (PlxWeave     *self,
                       GCancellable *cancellable)
{
  g_autoptr (GPtrArray) groups = plx_grouping_run (self, cancellable);
  g_autoptr (GPtrArray) claims =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_claim_record_free);

  if (groups == NULL)
    return NULL;

  for (guint i = 0; i < groups->len; i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return NULL;
      g_ptr_array_add (claims, make_claim (self, g_ptr_array_index (groups, i)));
    }
  g_ptr_array_sort_with_data (claims, compare_claims, self);

  return g_steal_pointer (&claims);
}
