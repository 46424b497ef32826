/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-claims"

#include "config.h"

#include "comparing/plx-claims.h"

#include "comparing/plx-differences.h"
#include "comparing/plx-grouping.h"
#include "comparing/plx-rulings.h"

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
      guint32 voice = node->voice;

      if (node->origin != NULL &&
          !g_ptr_array_find_with_equal_func (known, node->origin, g_str_equal, &place))
        {
          place = known->len;
          g_ptr_array_add (known, node->origin);
          g_strv_builder_add (builder, node->origin);
          g_array_append_val (claim->voices, voice);
        }
      g_array_append_val (claim->origin_of, place);
    }

  g_strfreev (claim->origins);
  claim->origins = g_strv_builder_end (builder);
}

static guint
count_articles (GPtrArray *nodes)
{
  guint n = 0;

  for (guint i = 0; i < nodes->len; i++)
    {
      guint32 article = ((PlxNode *) g_ptr_array_index (nodes, i))->ref.article;
      gboolean seen = FALSE;

      for (guint j = 0; j < i && !seen; j++)
        seen = ((PlxNode *) g_ptr_array_index (nodes, j))->ref.article == article;
      n += !seen;
    }

  return n;
}

/* What the order of the claims depends on. */
typedef struct
{
  PlxClaimRecord *claim;
  guint           n_own; /* articles with a sentence that has no other claim before this one */
  double          place; /* where in their articles these stand on the average */
} Ranked;

static Ranked
make_claim (PlxWeave       *weave,
            PlxRulings     *rulings,
            const PlxGroup *group)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  Ranked ranked = { plx_claim_record_new (), 0, 0 };

  for (guint i = 0; i < group->nodes->len; i++)
    {
      PlxNode *node = node_at (weave, g_array_index (group->nodes, guint, i));

      g_array_append_val (ranked.claim->refs, node->ref);
      g_ptr_array_add (all, node);
      if (i < group->n_own)
        {
          g_ptr_array_add (own, node);
          ranked.place += node->place / group->n_own;
        }
    }

  g_array_sort (ranked.claim->refs, compare_refs);
  ranked.claim->n_sources = count_articles (all);
  ranked.n_own = count_articles (own);
  ranked.claim->label = plx_differences_label (weave, own);
  set_origins (weave, ranked.claim);
  plx_differences_find (weave, ranked.claim);
  if (rulings != NULL)
    plx_rulings_drop_differences (rulings, ranked.claim);

  return ranked;
}

static int
compare_ranked (const void *x,
                const void *y)
{
  const Ranked *a = x, *b = y;

  if (a->claim->n_sources != b->claim->n_sources)
    return a->claim->n_sources > b->claim->n_sources ? -1 : 1;
  if (a->n_own != b->n_own)
    return a->n_own > b->n_own ? -1 : 1;
  if (a->place != b->place)
    return a->place < b->place ? -1 : 1;

  return compare_refs (a->claim->refs->data, b->claim->refs->data);
}

/**
 * plx_weave_find_claims:
 * @self: the sentences of a story
 * @corrections: (nullable): what the user has said of its claims
 * @given: (array): the place of each article among those of @corrections
 * @cancellable: (nullable): a cancellable
 *
 * Groups the sentences that report the same thing. Each sentence is in one claim at least.
 *
 * Returns: (transfer full) (nullable) (element-type PlxClaimRecord): the claims, those of most
 *   sources first, or `NULL` when cancelled
 */
GPtrArray *
plx_weave_find_claims (PlxWeave       *self,
                       PlxCorrections *corrections,
                       const guint    *given,
                       GCancellable   *cancellable)
{
  g_autoptr (GPtrArray) groups = plx_grouping_run (self, cancellable);
  g_autoptr (PlxRulings) rulings = NULL;
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  g_autoptr (GPtrArray) claims =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_claim_record_free);

  if (corrections != NULL && groups != NULL)
    {
      rulings = plx_rulings_new (corrections, self->annotations, given);
      plx_rulings_apply (rulings, self, groups);
    }

  plx_progress_enter (self->progress, PLX_DONE_BEFORE_CLAIMS, PLX_DONE_BEFORE_CHECKS);
  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      Ranked one;

      if (g_cancellable_is_cancelled (cancellable))
        break;
      plx_progress_report (self->progress, i, groups->len);
      one = make_claim (self, rulings, g_ptr_array_index (groups, i));
      g_array_append_val (ranked, one);
    }

  g_array_sort (ranked, compare_ranked);
  for (guint i = 0; i < ranked->len; i++)
    g_ptr_array_add (claims, g_array_index (ranked, Ranked, i).claim);

  return g_cancellable_is_cancelled (cancellable) ? NULL : g_steal_pointer (&claims);
}
