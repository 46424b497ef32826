/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-block"

#include "config.h"

#include "model/plx-block.h"

/**
 * PlxBlock:
 *
 * A paragraph, heading, caption or piece of page chrome of one article.
 *
 * A [class@Record]: it belongs to the main thread and looks its values up in the analysis.
 */
struct _PlxBlock
{
  PlxRecord parent_instance;
};

typedef enum
{
  PROP_ROLE = 1,
  PROP_REASON,
  PROP_KEPT,
  PROP_TEXT,
} PlxBlockProperty;

static GParamSpec *props[PROP_TEXT + 1];

G_DEFINE_FINAL_TYPE (PlxBlock, plx_block, PLX_TYPE_RECORD)

static void
plx_block_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  PlxAnalysis *analysis = plx_record_get_analysis (PLX_RECORD (object));
  const PlxBlockSpan *record = plx_block_get_record (PLX_BLOCK (object));
  guint group = plx_record_get_group (PLX_RECORD (object));

  switch ((PlxBlockProperty) prop_id)
    {
    case PROP_ROLE:
      g_value_set_enum (value, record->role);
      break;

    case PROP_REASON:
      g_value_set_enum (value, record->reason);
      break;

    case PROP_KEPT:
      g_value_set_boolean (value, record->kept);
      break;

    case PROP_TEXT:
      g_value_take_string (value, plx_analysis_dup_text (analysis, group,
                                                         record->start, record->end));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_block_class_init (PlxBlockClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = plx_block_get_property;

  props[PROP_ROLE] =
    g_param_spec_enum ("role", NULL, NULL, PLX_TYPE_ROLE, PLX_ROLE_BODY, flags);
  props[PROP_REASON] =
    g_param_spec_enum ("reason", NULL, NULL, PLX_TYPE_CUT_REASON, PLX_CUT_NONE, flags);
  props[PROP_KEPT] =
    g_param_spec_boolean ("kept", NULL, NULL, FALSE, flags);
  props[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
plx_block_init (PlxBlock *self)
{
}

/**
 * plx_block_get_record:
 * @self: an object
 *
 * Returns: (transfer none): what the analysis holds of it
 */
const PlxBlockSpan *
plx_block_get_record (PlxBlock *self)
{
  PlxAnalysis *analysis = plx_record_get_analysis (PLX_RECORD (self));
  guint group = plx_record_get_group (PLX_RECORD (self));
  guint index = plx_record_get_index (PLX_RECORD (self));

  return plx_document_get_block (plx_analysis_get_document (analysis, group), index);
}

/**
 * plx_block_list_new:
 * @analysis: an analysis
 * @article: the place of one of its articles
 *
 * Returns: (transfer full): all blocks of the article, as [class@Block]
 */
GListModel *
plx_block_list_new (PlxAnalysis *analysis,
                    guint        article)
{
  return plx_record_list_new_all (PLX_TYPE_BLOCK, analysis, article,
                                  plx_analysis_get_document (analysis, article)->blocks->len);
}
