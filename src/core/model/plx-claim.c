/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-claim"

#include "config.h"

#include "model/plx-claim.h"

/**
 * PlxClaim:
 *
 * Sentences of several articles that report the same thing, or what one says alone.
 *
 * A [class@Record]: it belongs to the main thread and looks its values up in the analysis.
 */
struct _PlxClaim
{
  PlxRecord parent_instance;
};

typedef enum
{
  PROP_LABEL = 1,
  PROP_N_SOURCES,
  PROP_N_INDEPENDENT,
  PROP_N_ORIGINS,
  PROP_N_DIFFERENCES,
} PlxClaimProperty;

static GParamSpec *props[PROP_N_DIFFERENCES + 1];

G_DEFINE_FINAL_TYPE (PlxClaim, plx_claim, PLX_TYPE_RECORD)

static void
plx_claim_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  const PlxClaimRecord *record = plx_claim_get_record (PLX_CLAIM (object));

  switch ((PlxClaimProperty) prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, record->label);
      break;

    case PROP_N_SOURCES:
      g_value_set_uint (value, record->n_sources);
      break;

    case PROP_N_INDEPENDENT:
      g_value_set_uint (value, record->n_independent);
      break;

    case PROP_N_ORIGINS:
      g_value_set_uint (value, g_strv_length (record->origins));
      break;

    case PROP_N_DIFFERENCES:
      g_value_set_uint (value, record->differences->len);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_claim_class_init (PlxClaimClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = plx_claim_get_property;

  props[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL, NULL, flags);
  props[PROP_N_SOURCES] =
    g_param_spec_uint ("n-sources", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_INDEPENDENT] =
    g_param_spec_uint ("n-independent", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_ORIGINS] =
    g_param_spec_uint ("n-origins", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_DIFFERENCES] =
    g_param_spec_uint ("n-differences", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
plx_claim_init (PlxClaim *self)
{
}

/**
 * plx_claim_get_record:
 * @self: an object
 *
 * Returns: (transfer none): what the analysis holds of it
 */
const PlxClaimRecord *
plx_claim_get_record (PlxClaim *self)
{
  PlxAnalysis *analysis = plx_record_get_analysis (PLX_RECORD (self));
  guint index = plx_record_get_index (PLX_RECORD (self));

  return plx_analysis_get_claim (analysis, index);
}

/**
 * plx_claim_list_new:
 * @analysis: an analysis
 *
 * Returns: (transfer full): all claims, as [class@Claim]
 */
GListModel *
plx_claim_list_new (PlxAnalysis *analysis)
{
  return plx_record_list_new_all (PLX_TYPE_CLAIM, analysis, 0,
                                  analysis->claims->len);
}
