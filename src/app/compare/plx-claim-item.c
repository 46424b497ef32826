/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-claim-item"

#include "config.h"

#include "compare/plx-claim-item.h"

#include "comparing/plx-comparing.h"

/**
 * PlxClaimItem:
 *
 * A row of the matrix: a claim with those of its sentences that the filter lets through, and
 * whether it is unfolded. Rows of the list are recycled, so what must last is kept here.
 */
struct _PlxClaimItem
{
  GObject         parent_instance;

  PlxAnalysis    *analysis; /* never NULL */
  PlxPassages    *passages; /* never NULL */
  GStrv           sources;  /* what its articles are called */
  guint           claim;
  GArray         *refs;     /* PlxSentenceRef: those shown */
  PlxSentenceRef  central;  /* the one that the others are laid beside; found when first asked */
  gboolean        expanded;
};

typedef enum
{
  PROP_EXPANDED = 1,
} PlxClaimItemProperty;

static GParamSpec *props[PROP_EXPANDED + 1];

G_DEFINE_FINAL_TYPE (PlxClaimItem, plx_claim_item, G_TYPE_OBJECT)

static PlxSentenceRef
ref_at (GArray *refs,
        guint   i)
{
  return g_array_index (refs, PlxSentenceRef, i);
}

static gboolean
is_same (PlxSentenceRef a,
         PlxSentenceRef b)
{
  return a.article == b.article && a.sentence == b.sentence;
}

/* The sentence that is most like the others. */
static void
find_central (PlxClaimItem *self)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  double best = -1;

  for (guint i = 0; i < self->refs->len; i++)
    g_ptr_array_add (texts, plx_analysis_dup_sentence (self->analysis, ref_at (self->refs, i)));

  for (guint i = 0; i < texts->len; i++)
    {
      double sum = 0;

      for (guint j = 0; j < texts->len; j++)
        {
          if (i != j)
            sum += plx_comparing_similarity (g_ptr_array_index (texts, i),
                                             g_ptr_array_index (texts, j), NULL);
        }
      if (sum > best)
        {
          best = sum;
          self->central = ref_at (self->refs, i);
        }
    }
}

static void
plx_claim_item_finalize (GObject *object)
{
  PlxClaimItem *self = PLX_CLAIM_ITEM (object);

  g_clear_pointer (&self->analysis, plx_analysis_unref);
  g_clear_pointer (&self->passages, plx_passages_unref);
  g_clear_pointer (&self->sources, g_strfreev);
  g_clear_pointer (&self->refs, g_array_unref);

  G_OBJECT_CLASS (plx_claim_item_parent_class)->finalize (object);
}

static void
plx_claim_item_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  PlxClaimItem *self = PLX_CLAIM_ITEM (object);

  switch ((PlxClaimItemProperty) prop_id)
    {
    case PROP_EXPANDED:
      g_value_set_boolean (value, self->expanded);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_claim_item_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  PlxClaimItem *self = PLX_CLAIM_ITEM (object);

  switch ((PlxClaimItemProperty) prop_id)
    {
    case PROP_EXPANDED:
      plx_claim_item_set_expanded (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_claim_item_class_init (PlxClaimItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = plx_claim_item_finalize;
  object_class->get_property = plx_claim_item_get_property;
  object_class->set_property = plx_claim_item_set_property;

  props[PROP_EXPANDED] =
    g_param_spec_boolean ("expanded", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
plx_claim_item_init (PlxClaimItem *self)
{
  self->refs = g_array_new (FALSE, FALSE, sizeof (PlxSentenceRef));
  self->central.article = PLX_NONE;
}

/**
 * plx_claim_item_new:
 * @analysis: an analysis
 * @passages: what of it is shown
 * @sources: what its articles are called
 * @claim: one of its claims, by its place
 *
 * Returns: (transfer full) (nullable): the row, or `NULL` where nothing of the claim is shown
 */
PlxClaimItem *
plx_claim_item_new (PlxAnalysis *analysis,
                    PlxPassages *passages,
                    GStrv        sources,
                    guint        claim)
{
  g_autoptr (PlxClaimItem) self = g_object_new (PLX_TYPE_CLAIM_ITEM, NULL);
  GArray *refs = plx_analysis_get_claim (analysis, claim)->refs;

  self->analysis = plx_analysis_ref (analysis);
  self->passages = plx_passages_ref (passages);
  self->sources = g_strdupv (sources);
  self->claim = claim;

  for (guint i = 0; i < refs->len; i++)
    {
      if (plx_passages_is_shown (passages, ref_at (refs, i)))
        g_array_append_val (self->refs, g_array_index (refs, PlxSentenceRef, i));
    }

  return self->refs->len > 0 ? g_steal_pointer (&self) : NULL;
}

PlxAnalysis *
plx_claim_item_get_analysis (PlxClaimItem *self)
{
  g_return_val_if_fail (PLX_IS_CLAIM_ITEM (self), NULL);

  return self->analysis;
}

const PlxClaimRecord *
plx_claim_item_get_record (PlxClaimItem *self)
{
  g_return_val_if_fail (PLX_IS_CLAIM_ITEM (self), NULL);

  return plx_analysis_get_claim (self->analysis, self->claim);
}

const char * const *
plx_claim_item_get_sources (PlxClaimItem *self)
{
  g_return_val_if_fail (PLX_IS_CLAIM_ITEM (self), NULL);

  return (const char * const *) self->sources;
}

guint
plx_claim_item_get_index (PlxClaimItem *self)
{
  g_return_val_if_fail (PLX_IS_CLAIM_ITEM (self), PLX_NONE);

  return self->claim;
}

/**
 * plx_claim_item_get_n_sources:
 * @self: a row
 *
 * Returns: of how many articles a sentence is shown
 */
guint
plx_claim_item_get_n_sources (PlxClaimItem *self)
{
  guint n = 0;

  g_return_val_if_fail (PLX_IS_CLAIM_ITEM (self), 0);

  for (guint i = 0; i < self->refs->len; i++)
    n += i == 0 || ref_at (self->refs, i).article != ref_at (self->refs, i - 1).article;

  return n;
}

/**
 * plx_claim_item_get_n_origins:
 * @self: a row
 *
 * An article that names nobody from whom it has its report counts as an origin of its own.
 *
 * Returns: from how many origins the claim is, as far as the articles say
 */
guint
plx_claim_item_get_n_origins (PlxClaimItem *self)
{
  g_autoptr (GHashTable) origins = NULL;

  g_return_val_if_fail (PLX_IS_CLAIM_ITEM (self), 0);

  origins = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < plx_analysis_get_n_articles (self->analysis); i++)
    {
      g_autoptr (GArray) refs = plx_claim_item_dup_refs (self, i);
      gboolean has_origin = FALSE;

      for (guint j = 0; j < refs->len; j++)
        {
          const char *origin = plx_claim_item_get_origin (self, ref_at (refs, j));

          if (origin == NULL)
            continue;
          has_origin = TRUE;
          g_hash_table_add (origins, g_strdup (origin));
        }
      /* No name begins with a bar. */
      if (refs->len > 0 && !has_origin)
        g_hash_table_add (origins, g_strdup_printf ("|%u", i));
    }

  return g_hash_table_size (origins);
}

/**
 * plx_claim_item_dup_refs:
 * @self: a row
 * @article: an article, by its place
 *
 * Returns: (transfer full) (element-type PlxSentenceRef): its sentences that are shown
 */
GArray *
plx_claim_item_dup_refs (PlxClaimItem *self,
                         guint         article)
{
  GArray *refs;

  g_return_val_if_fail (PLX_IS_CLAIM_ITEM (self), NULL);

  refs = g_array_new (FALSE, FALSE, sizeof (PlxSentenceRef));
  for (guint i = 0; i < self->refs->len; i++)
    {
      if (ref_at (self->refs, i).article == article)
        g_array_append_val (refs, g_array_index (self->refs, PlxSentenceRef, i));
    }

  return refs;
}

/**
 * plx_claim_item_dup_beside:
 * @self: a row
 * @ref: a sentence of it
 *
 * Returns: (transfer full) (nullable): the sentence of another article that this one is laid
 *   beside: the one most like all others
 */
char *
plx_claim_item_dup_beside (PlxClaimItem   *self,
                           PlxSentenceRef  ref)
{
  g_return_val_if_fail (PLX_IS_CLAIM_ITEM (self), NULL);

  if (self->central.article == PLX_NONE)
    find_central (self);

  if (!is_same (ref, self->central))
    return plx_analysis_dup_sentence (self->analysis, self->central);

  for (guint i = 0; i < self->refs->len; i++)
    {
      if (ref_at (self->refs, i).article != ref.article)
        return plx_analysis_dup_sentence (self->analysis, ref_at (self->refs, i));
    }

  return NULL;
}

/**
 * plx_claim_item_get_origin:
 * @self: a row
 * @ref: a sentence of it
 *
 * Returns: (nullable): whom the sentence takes its report from
 */
const char *
plx_claim_item_get_origin (PlxClaimItem   *self,
                           PlxSentenceRef  ref)
{
  const PlxClaimRecord *record = plx_claim_item_get_record (self);

  for (guint i = 0; i < record->refs->len && i < record->origin_of->len; i++)
    {
      guint32 origin = g_array_index (record->origin_of, guint32, i);

      if (is_same (ref_at (record->refs, i), ref))
        return origin != PLX_NONE ? record->origins[origin] : NULL;
    }

  return NULL;
}

gboolean
plx_claim_item_is_expanded (PlxClaimItem *self)
{
  g_return_val_if_fail (PLX_IS_CLAIM_ITEM (self), FALSE);

  return self->expanded;
}

void
plx_claim_item_set_expanded (PlxClaimItem *self,
                             gboolean      expanded)
{
  g_return_if_fail (PLX_IS_CLAIM_ITEM (self));

  if (self->expanded == !!expanded)
    return;

  self->expanded = !!expanded;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EXPANDED]);
}
