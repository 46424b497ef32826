/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-difference"

#include "config.h"

#include "model/plx-difference.h"

/**
 * PlxDifference:
 *
 * What sentences of one claim say differently; its group is the claim.
 *
 * A [class@Record]: it belongs to the main thread and looks its values up in the analysis.
 */
struct _PlxDifference
{
  PlxRecord parent_instance;
};

typedef enum
{
  PROP_KIND = 1,
  PROP_RULE,
  PROP_ABOUT,
} PlxDifferenceProperty;

static GParamSpec *props[PROP_ABOUT + 1];

G_DEFINE_FINAL_TYPE (PlxDifference, plx_difference, PLX_TYPE_RECORD)

static void
plx_difference_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  const PlxDifferenceRecord *record = plx_difference_get_record (PLX_DIFFERENCE (object));

  switch ((PlxDifferenceProperty) prop_id)
    {
    case PROP_KIND:
      g_value_set_enum (value, record->kind);
      break;

    case PROP_RULE:
      g_value_set_string (value, record->rule);
      break;

    case PROP_ABOUT:
      g_value_set_string (value, record->about);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_difference_class_init (PlxDifferenceClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = plx_difference_get_property;

  props[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, PLX_TYPE_DIFFERENCE_KIND, PLX_DIFFERENCE_WORDING, flags);
  props[PROP_RULE] =
    g_param_spec_string ("rule", NULL, NULL, NULL, flags);
  props[PROP_ABOUT] =
    g_param_spec_string ("about", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
plx_difference_init (PlxDifference *self)
{
}

/**
 * plx_difference_get_record:
 * @self: an object
 *
 * Returns: (transfer none): what the analysis holds of it
 */
const PlxDifferenceRecord *
plx_difference_get_record (PlxDifference *self)
{
  PlxAnalysis *analysis = plx_record_get_analysis (PLX_RECORD (self));
  guint group = plx_record_get_group (PLX_RECORD (self));
  guint index = plx_record_get_index (PLX_RECORD (self));

  return g_ptr_array_index (plx_analysis_get_claim (analysis, group)->differences, index);
}

/**
 * plx_difference_list_new:
 * @analysis: an analysis
 * @claim: the place of one of its claims
 *
 * Returns: (transfer full): all differences of the claim, as [class@Difference]
 */
GListModel *
plx_difference_list_new (PlxAnalysis *analysis,
                         guint        claim)
{
  return plx_record_list_new_all (PLX_TYPE_DIFFERENCE, analysis, claim,
                                  plx_analysis_get_claim (analysis, claim)->differences->len);
}
