/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-claim-item"

#include "config.h"

#include "compare/plx-claim-item.h"

#include <string.h>

#include "comparing/plx-comparing.h"

/**
 * PlxClaimItem:
 *
 * A row of the matrix: a claim with those of its sentences that the filter lets through, whether
 * it is unfolded, and which of its differences is pointed at. Rows of the list are recycled, so
 * what must last is kept here, also how high the row was when it was last measured.
 */
struct _PlxClaimItem
{
  GObject       parent_instance;

  PlxAnalysis  *analysis; /* never NULL */
  PlxPassages  *passages; /* never NULL */
  GPtrArray    *sources;  /* what its articles are called; all items of a matrix share it */
  guint         claim;
  GArray       *refs;     /* PlxSentenceRef: those shown, by article and place */
  guint         n_sources;
  guint         n_origins; /* G_MAXUINT until it is asked for */
  guint         n_kinds;
  char         *folded;    /* nullable: label and sentences in one case, for searching */
  gboolean      expanded;
  guint         difference; /* the one pointed at, or PLX_NONE */
  guint         stamp;      /* of the measuring by which height is */
  int           height;     /* 0 where it is not known */
};

typedef enum
{
  PROP_EXPANDED = 1,
  PROP_DIFFERENCE,
} PlxClaimItemProperty;

static GParamSpec *props[PROP_DIFFERENCE + 1];

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

static guint
count_kinds (const PlxClaimRecord *record)
{
  guint n = 0;

  for (guint i = 0; i < record->differences->len; i++)
    {
      const PlxDifferenceRecord *difference = g_ptr_array_index (record->differences, i);
      gboolean is_new = TRUE;

      for (guint j = 0; j < i; j++)
        {
          const PlxDifferenceRecord *other = g_ptr_array_index (record->differences, j);

          is_new = is_new && other->kind != difference->kind;
        }
      n += is_new;
    }

  return n;
}

static void
plx_claim_item_finalize (GObject *object)
{
  PlxClaimItem *self = PLX_CLAIM_ITEM (object);

  g_clear_pointer (&self->analysis, plx_analysis_unref);
  g_clear_pointer (&self->passages, plx_passages_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->refs, g_array_unref);
  g_clear_pointer (&self->folded, g_free);

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

    case PROP_DIFFERENCE:
      g_value_set_uint (value, self->difference);
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

    case PROP_DIFFERENCE:
      plx_claim_item_set_difference (self, g_value_get_uint (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_claim_item_class_init (PlxClaimItemClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = plx_claim_item_finalize;
  object_class->get_property = plx_claim_item_get_property;
  object_class->set_property = plx_claim_item_set_property;

  props[PROP_EXPANDED] = g_param_spec_boolean ("expanded", NULL, NULL, FALSE, flags);
  props[PROP_DIFFERENCE] = g_param_spec_uint ("difference", NULL, NULL, 0, PLX_NONE, PLX_NONE,
                                              flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
plx_claim_item_init (PlxClaimItem *self)
{
  self->refs = g_array_new (FALSE, FALSE, sizeof (PlxSentenceRef));
  self->n_origins = G_MAXUINT;
  self->difference = PLX_NONE;
}

/**
 * plx_claim_item_new:
 * @analysis: an analysis
 * @passages: what of it is shown
 * @sources: (element-type utf8): what its articles are called; ends with `NULL`
 * @claim: one of its claims, by its place
 *
 * Returns: (transfer full) (nullable): the row, or `NULL` where nothing of the claim is shown
 */
PlxClaimItem *
plx_claim_item_new (PlxAnalysis *analysis,
                    PlxPassages *passages,
                    GPtrArray   *sources,
                    guint        claim)
{
  g_autoptr (PlxClaimItem) self = g_object_new (PLX_TYPE_CLAIM_ITEM, NULL);
  GArray *refs = plx_analysis_get_claim (analysis, claim)->refs;

  self->analysis = plx_analysis_ref (analysis);
  self->passages = plx_passages_ref (passages);
  self->sources = g_ptr_array_ref (sources);
  self->claim = claim;

  for (guint i = 0; i < refs->len; i++)
    {
      if (plx_passages_is_shown (passages, ref_at (refs, i)))
        g_array_append_val (self->refs, g_array_index (refs, PlxSentenceRef, i));
    }
  for (guint i = 0; i < self->refs->len; i++)
    self->n_sources += i == 0 || ref_at (self->refs, i).article != ref_at (self->refs,
                                                                           i - 1).article;
  self->n_kinds = self->n_sources > 1 ? count_kinds (plx_claim_item_get_record (self)) : 0;

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

  return (const char * const *) self->sources->pdata;
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
  g_return_val_if_fail (PLX_IS_CLAIM_ITEM (self), 0);

  return self->n_sources;
}

static guint
count_origins (PlxClaimItem *self)
{
  g_autoptr (GHashTable) origins = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->refs->len;)
    {
      guint article = ref_at (self->refs, i).article;
      gboolean has_origin = FALSE;

      for (; i < self->refs->len && ref_at (self->refs, i).article == article; i++)
        {
          const char *origin = plx_claim_item_get_origin (self, ref_at (self->refs, i));

          if (origin == NULL)
            continue;
          has_origin = TRUE;
          g_hash_table_add (origins, g_strdup (origin));
        }
      /* No name begins with a bar. */
      if (!has_origin)
        g_hash_table_add (origins, g_strdup_printf ("|%u", article));
    }

  return g_hash_table_size (origins);
}

/**
 * plx_claim_item_get_n_origins:
 * @self: a row
 *
 * Articles that have it from one origin, or have copied it from each other, count once. While
 * the filter hides some of them, only what the others name is counted, and an article that names
 * nobody from whom it has its report is an origin of its own.
 *
 * Returns: from how many origins the claim is, as far as the articles say
 */
guint
plx_claim_item_get_n_origins (PlxClaimItem *self)
{
  g_return_val_if_fail (PLX_IS_CLAIM_ITEM (self), 0);

  if (self->n_origins == G_MAXUINT)
    {
      const PlxClaimRecord *record = plx_claim_item_get_record (self);
      gboolean is_whole = self->refs->len == record->refs->len && record->n_independent > 0;

      self->n_origins = is_whole ? record->n_independent : count_origins (self);
    }

  return self->n_origins;
}

/**
 * plx_claim_item_get_n_kinds:
 * @self: a row
 *
 * Returns: of how many kinds its differences are; none where only one source is shown
 */
guint
plx_claim_item_get_n_kinds (PlxClaimItem *self)
{
  g_return_val_if_fail (PLX_IS_CLAIM_ITEM (self), 0);

  return self->n_kinds;
}

/**
 * plx_claim_item_get_refs:
 * @self: a row
 * @article: an article, by its place
 * @n_refs: (out): how many there are
 *
 * Returns: (array length=n_refs) (nullable): its sentences that are shown, in their order
 */
const PlxSentenceRef *
plx_claim_item_get_refs (PlxClaimItem *self,
                         guint         article,
                         guint        *n_refs)
{
  guint first = 0, end;

  g_return_val_if_fail (PLX_IS_CLAIM_ITEM (self), NULL);

  while (first < self->refs->len && ref_at (self->refs, first).article != article)
    first++;
  for (end = first; end < self->refs->len && ref_at (self->refs, end).article == article;)
    end++;

  *n_refs = end - first;

  return end > first ? &g_array_index (self->refs, PlxSentenceRef, first) : NULL;
}

/**
 * plx_claim_item_is_filtered:
 * @self: a row
 * @article: an article, by its place
 *
 * Returns: whether the article has a sentence of the claim that the filter hides: it must not be
 *   called silent
 */
gboolean
plx_claim_item_is_filtered (PlxClaimItem *self,
                            guint         article)
{
  GArray *refs;

  g_return_val_if_fail (PLX_IS_CLAIM_ITEM (self), FALSE);

  refs = plx_claim_item_get_record (self)->refs;
  for (guint i = 0; i < refs->len; i++)
    {
      if (ref_at (refs, i).article == article &&
          !plx_passages_is_shown (self->passages, ref_at (refs, i)))
        return TRUE;
    }

  return FALSE;
}

/**
 * plx_claim_item_find_beside:
 * @self: a row
 * @ref: a sentence of it
 * @beside: the article that others are laid beside, or `PLX_NONE`
 * @other: (out): the sentence of that article that this one is laid beside: where it has several,
 *   the one most like it
 *
 * Returns: whether there is one
 */
gboolean
plx_claim_item_find_beside (PlxClaimItem   *self,
                            PlxSentenceRef  ref,
                            guint           beside,
                            PlxSentenceRef *other)
{
  g_autofree char *text = NULL;
  double most = -1;
  const PlxSentenceRef *refs;
  guint n_refs;

  g_return_val_if_fail (PLX_IS_CLAIM_ITEM (self), FALSE);

  refs = plx_claim_item_get_refs (self, beside, &n_refs);
  if (ref.article == beside || n_refs == 0)
    return FALSE;

  *other = refs[0];
  if (n_refs > 1)
    text = plx_analysis_dup_sentence (self->analysis, ref);
  for (guint i = 0; i < n_refs && n_refs > 1; i++)
    {
      g_autofree char *said = plx_analysis_dup_sentence (self->analysis, refs[i]);
      double alike = plx_comparing_similarity (text, said, NULL);

      if (alike <= most)
        continue;
      most = alike;
      *other = refs[i];
    }

  return TRUE;
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

/**
 * plx_claim_item_get_saying:
 * @self: a row
 * @ref: a sentence of it
 *
 * Returns: (nullable): what the sentence says of the difference that is pointed at
 */
const char *
plx_claim_item_get_saying (PlxClaimItem   *self,
                           PlxSentenceRef  ref)
{
  const PlxClaimRecord *record = plx_claim_item_get_record (self);
  const PlxDifferenceRecord *difference;

  if (self->difference >= record->differences->len)
    return NULL;

  difference = g_ptr_array_index (record->differences, self->difference);
  for (guint i = 0; i < difference->refs->len; i++)
    {
      if (is_same (ref_at (difference->refs, i), ref))
        return difference->says[i];
    }

  return NULL;
}

static void
append_folded (GString    *out,
               const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (composed != NULL ? composed : text, -1);

  g_string_append (out, folded);
  g_string_append_c (out, '\n');
}

/**
 * plx_claim_item_matches:
 * @self: a row
 * @words: words in one case, as [func@GLib.utf8_casefold] makes them; ends with `NULL`
 *
 * Returns: whether each of them stands in its label or in a sentence of it
 */
gboolean
plx_claim_item_matches (PlxClaimItem  *self,
                        char         **words)
{
  g_return_val_if_fail (PLX_IS_CLAIM_ITEM (self), FALSE);

  if (self->folded == NULL)
    {
      GString *out = g_string_new (NULL);

      append_folded (out, plx_claim_item_get_record (self)->label);
      for (guint i = 0; i < self->refs->len; i++)
        {
          g_autofree char *text = plx_analysis_dup_sentence (self->analysis, ref_at (self->refs,
                                                                                     i));
          append_folded (out, text);
        }
      self->folded = g_string_free_and_steal (out);
    }

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strstr (self->folded, words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
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
  self->height = 0;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EXPANDED]);
}

/**
 * plx_claim_item_get_difference:
 * @self: a row
 *
 * Returns: the difference that is pointed at, by its place, or `PLX_NONE`
 */
guint
plx_claim_item_get_difference (PlxClaimItem *self)
{
  g_return_val_if_fail (PLX_IS_CLAIM_ITEM (self), PLX_NONE);

  return self->difference;
}

void
plx_claim_item_set_difference (PlxClaimItem *self,
                               guint         difference)
{
  g_return_if_fail (PLX_IS_CLAIM_ITEM (self));

  if (self->difference == difference)
    return;

  self->difference = difference;
  self->height = 0;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DIFFERENCE]);
}

/**
 * plx_claim_item_get_height:
 * @self: a row
 * @stamp: what the height depends on beside the row: another width has another stamp
 *
 * Returns: how high the row is, or 0 where that has not been measured
 */
int
plx_claim_item_get_height (PlxClaimItem *self,
                           guint         stamp)
{
  g_return_val_if_fail (PLX_IS_CLAIM_ITEM (self), 0);

  return self->stamp == stamp ? self->height : 0;
}

void
plx_claim_item_set_height (PlxClaimItem *self,
                           guint         stamp,
                           int           height)
{
  g_return_if_fail (PLX_IS_CLAIM_ITEM (self));

  self->stamp = stamp;
  self->height = height;
}
