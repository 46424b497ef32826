/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-claim-choice"

#include "config.h"

#include "corrections/plx-claim-choice.h"

#include <glib/gi18n.h>

/* Of more sentences than these nobody waits for the likeliest to be found. */
#define MAX_RANKED 600

struct _PlxClaimChoice
{
  GObject         parent_instance;

  guint           claim;
  PlxSentenceRef  ref;
  char           *title;
  char           *subtitle;
  double          likeness; /* to what it is chosen for */
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_SUBTITLE,
  PROP_LABEL,
} PlxClaimChoiceProperty;

static GParamSpec *props[PROP_LABEL + 1];

G_DEFINE_FINAL_TYPE (PlxClaimChoice, plx_claim_choice, G_TYPE_OBJECT)

static void
plx_claim_choice_finalize (GObject *object)
{
  PlxClaimChoice *self = PLX_CLAIM_CHOICE (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->subtitle, g_free);

  G_OBJECT_CLASS (plx_claim_choice_parent_class)->finalize (object);
}

static void
plx_claim_choice_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  PlxClaimChoice *self = PLX_CLAIM_CHOICE (object);

  switch ((PlxClaimChoiceProperty) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;

    case PROP_LABEL:
      g_value_take_string (value, g_strdup_printf ("%s, %s", self->title, self->subtitle));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_claim_choice_class_init (PlxClaimChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = plx_claim_choice_finalize;
  object_class->get_property = plx_claim_choice_get_property;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
plx_claim_choice_init (PlxClaimChoice *self)
{
}

static PlxClaimChoice *
choice_new (guint           claim,
            PlxSentenceRef  ref,
            char           *title,
            char           *subtitle)
{
  PlxClaimChoice *self = g_object_new (PLX_TYPE_CLAIM_CHOICE, NULL);

  self->claim = claim;
  self->ref = ref;
  self->title = title;
  self->subtitle = subtitle;

  return self;
}

static int
compare_likeness (gconstpointer a,
                  gconstpointer b)
{
  const PlxClaimChoice *x = *(PlxClaimChoice * const *) a, *y = *(PlxClaimChoice * const *) b;

  return (x->likeness < y->likeness) - (x->likeness > y->likeness);
}

/* The likeliest first; of equals those of most sources, as they stand in the analysis. */
static void
rank (GPtrArray      *choices,
      PlxClaimTarget *target)
{
  const PlxClaimRecord *claim = plx_claim_target_get_record (target);
  const PlxSentenceRef ref = plx_claim_target_has_sentence (target)
                               ? target->ref : g_array_index (claim->refs, PlxSentenceRef, 0);
  g_autofree char *text = plx_claim_target_dup_sentence (target, ref);

  if (choices->len > MAX_RANKED)
    return;

  for (guint i = 0; i < choices->len; i++)
    {
      PlxClaimChoice *choice = g_ptr_array_index (choices, i);
      g_autofree char *other = plx_claim_target_dup_sentence (target, choice->ref);

      choice->likeness = plx_comparing_similarity (text, other, NULL);
    }
  g_ptr_array_sort (choices, compare_likeness);
}

/**
 * plx_claim_choices_new_claims:
 * @target: a claim
 *
 * Returns: (transfer full) (element-type PlxClaimChoice): the other claims, the likeliest first
 */
GPtrArray *
plx_claim_choices_new_claims (PlxClaimTarget *target)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < target->analysis->claims->len; i++)
    {
      const PlxClaimRecord *claim = plx_analysis_get_claim (target->analysis, i);
      const PlxSentenceRef first = g_array_index (claim->refs, PlxSentenceRef, 0);
      g_autofree char *text = plx_claim_target_dup_sentence (target, first);
      g_autofree char *sources = NULL;

      if (i == target->claim)
        continue;

      sources = claim->n_sources == 1
                  ? g_strdup (target->sources[first.article])
                  : g_strdup_printf (ngettext ("%u source", "%u sources", claim->n_sources),
                                     claim->n_sources);
      g_ptr_array_add (choices,
                       choice_new (i, first, g_strdup (claim->label),
                                   /* Translators: of a claim: “3 sources · The mayor …” */
                                   g_strdup_printf (_("%1$s · %2$s"), sources, text)));
    }
  rank (choices, target);

  return choices;
}

static gboolean
claim_has (const PlxClaimRecord *claim,
           const PlxSentenceRef *ref)
{
  for (guint i = 0; i < claim->refs->len; i++)
    if (plx_sentence_ref_is (&g_array_index (claim->refs, PlxSentenceRef, i), ref))
      return TRUE;

  return FALSE;
}

static gboolean
has_choice (GPtrArray            *choices,
            const PlxSentenceRef *ref)
{
  for (guint i = 0; i < choices->len; i++)
    if (plx_sentence_ref_is (&((PlxClaimChoice *) choices->pdata[i])->ref, ref))
      return TRUE;

  return FALSE;
}

/**
 * plx_claim_choices_new_sentences:
 * @target: a sentence of a claim
 *
 * Returns: (transfer full) (element-type PlxClaimChoice): the sentences of the other claims, the
 *   likeliest first
 */
GPtrArray *
plx_claim_choices_new_sentences (PlxClaimTarget *target)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func (g_object_unref);
  const PlxClaimRecord *mine = plx_claim_target_get_record (target);

  for (guint i = 0; i < target->analysis->claims->len; i++)
    {
      const PlxClaimRecord *claim = plx_analysis_get_claim (target->analysis, i);

      for (guint k = 0; i != target->claim && k < claim->refs->len; k++)
        {
          const PlxSentenceRef ref = g_array_index (claim->refs, PlxSentenceRef, k);

          /* A long sentence may be in several claims, also in this one. */
          if (claim_has (mine, &ref) || has_choice (choices, &ref))
            continue;
          g_ptr_array_add (choices,
                           choice_new (i, ref, plx_claim_target_dup_sentence (target, ref),
                                       g_strdup_printf (_("%1$s · %2$s"),
                                                        target->sources[ref.article],
                                                        claim->label)));
        }
    }
  rank (choices, target);

  return choices;
}

guint
plx_claim_choice_get_claim (PlxClaimChoice *self)
{
  g_return_val_if_fail (PLX_IS_CLAIM_CHOICE (self), PLX_NONE);

  return self->claim;
}

/**
 * plx_claim_choice_get_ref:
 * @self: what can be chosen
 *
 * Returns: the sentence; of a claim the first
 */
PlxSentenceRef
plx_claim_choice_get_ref (PlxClaimChoice *self)
{
  g_return_val_if_fail (PLX_IS_CLAIM_CHOICE (self), ((PlxSentenceRef) { PLX_NONE, PLX_NONE }));

  return self->ref;
}

/**
 * plx_claim_choice_matches:
 * @self: what can be chosen
 * @words: what the user looks for
 *
 * Returns: whether it has words that begin so
 */
gboolean
plx_claim_choice_matches (PlxClaimChoice *self,
                          const char     *words)
{
  g_return_val_if_fail (PLX_IS_CLAIM_CHOICE (self), FALSE);

  return *words == '\0' || g_str_match_string (words, self->title, TRUE) ||
         g_str_match_string (words, self->subtitle, TRUE);
}
