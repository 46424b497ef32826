/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-statement"

#include "config.h"

#include "model/plx-statement.h"

/**
 * PlxStatement:
 *
 * A sentence that itself says how a country stands, and what the record says.
 *
 * A [class@Record]: it belongs to the main thread and looks its values up in the analysis.
 */
struct _PlxStatement
{
  PlxRecord parent_instance;
};

typedef enum
{
  PROP_COUNTRY = 1,
  PROP_SAYS,
  PROP_RECORD,
  PROP_VERDICT,
  PROP_TEXT,
} PlxStatementProperty;

static GParamSpec *props[PROP_TEXT + 1];

G_DEFINE_FINAL_TYPE (PlxStatement, plx_statement, PLX_TYPE_RECORD)

static void
plx_statement_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  PlxAnalysis *analysis = plx_record_get_analysis (PLX_RECORD (object));
  const PlxStatementRecord *record = plx_statement_get_record (PLX_STATEMENT (object));

  switch ((PlxStatementProperty) prop_id)
    {
    case PROP_COUNTRY:
      g_value_set_string (value, record->country);
      break;

    case PROP_SAYS:
      g_value_set_enum (value, record->says);
      break;

    case PROP_RECORD:
      g_value_set_enum (value, record->record);
      break;

    case PROP_VERDICT:
      g_value_set_enum (value, record->verdict);
      break;

    case PROP_TEXT:
      g_value_take_string (value, plx_analysis_dup_sentence (analysis, record->ref));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_statement_class_init (PlxStatementClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = plx_statement_get_property;

  props[PROP_COUNTRY] =
    g_param_spec_string ("country", NULL, NULL, NULL, flags);
  props[PROP_SAYS] =
    g_param_spec_enum ("says", NULL, NULL, PLX_TYPE_SAYS, PLX_SAYS_MEMBER, flags);
  props[PROP_RECORD] =
    g_param_spec_enum ("record", NULL, NULL, PLX_TYPE_STATUS, PLX_STATUS_UNKNOWN, flags);
  props[PROP_VERDICT] =
    g_param_spec_enum ("verdict", NULL, NULL, PLX_TYPE_VERDICT, PLX_VERDICT_UNKNOWN, flags);
  props[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
plx_statement_init (PlxStatement *self)
{
}

/**
 * plx_statement_get_record:
 * @self: an object
 *
 * Returns: (transfer none): what the analysis holds of it
 */
const PlxStatementRecord *
plx_statement_get_record (PlxStatement *self)
{
  PlxAnalysis *analysis = plx_record_get_analysis (PLX_RECORD (self));
  guint index = plx_record_get_index (PLX_RECORD (self));

  return plx_analysis_get_statement (analysis, index);
}

/**
 * plx_statement_list_new:
 * @analysis: an analysis
 *
 * Returns: (transfer full): all statements, as [class@Statement]
 */
GListModel *
plx_statement_list_new (PlxAnalysis *analysis)
{
  return plx_record_list_new_all (PLX_TYPE_STATEMENT, analysis, 0,
                                  analysis->statements->len);
}
