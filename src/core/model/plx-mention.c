/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-mention"

#include "config.h"

#include "model/plx-mention.h"

/**
 * PlxMention:
 *
 * A stretch of a sentence that names an entity.
 *
 * A [class@Record]: it belongs to the main thread and looks its values up in the analysis.
 */
struct _PlxMention
{
  PlxRecord parent_instance;
};

typedef enum
{
  PROP_KIND = 1,
  PROP_FORM,
  PROP_COUNTRY,
  PROP_TEXT,
} PlxMentionProperty;

static GParamSpec *props[PROP_TEXT + 1];

G_DEFINE_FINAL_TYPE (PlxMention, plx_mention, PLX_TYPE_RECORD)

static void
plx_mention_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  PlxAnalysis *analysis = plx_record_get_analysis (PLX_RECORD (object));
  const PlxMentionSpan *record = plx_mention_get_record (PLX_MENTION (object));
  guint group = plx_record_get_group (PLX_RECORD (object));

  switch ((PlxMentionProperty) prop_id)
    {
    case PROP_KIND:
      g_value_set_enum (value, record->kind);
      break;

    case PROP_FORM:
      g_value_set_enum (value, record->form);
      break;

    case PROP_COUNTRY:
      g_value_set_string (value, record->country);
      break;

    case PROP_TEXT:
      g_value_take_string (value,
                           plx_analysis_dup_text (analysis, group, record->start, record->end));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_mention_class_init (PlxMentionClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = plx_mention_get_property;

  props[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, PLX_TYPE_KIND, PLX_KIND_OTHER, flags);
  props[PROP_FORM] =
    g_param_spec_enum ("form", NULL, NULL, PLX_TYPE_FORM, PLX_FORM_NAME, flags);
  props[PROP_COUNTRY] =
    g_param_spec_string ("country", NULL, NULL, NULL, flags);
  props[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
plx_mention_init (PlxMention *self)
{
}

/**
 * plx_mention_get_record:
 * @self: an object
 *
 * Returns: (transfer none): what the analysis holds of it
 */
const PlxMentionSpan *
plx_mention_get_record (PlxMention *self)
{
  PlxAnalysis *analysis = plx_record_get_analysis (PLX_RECORD (self));
  guint group = plx_record_get_group (PLX_RECORD (self));
  guint index = plx_record_get_index (PLX_RECORD (self));

  return &g_array_index (plx_analysis_get_annotation (analysis, group)->mentions,
                         PlxMentionSpan, index);
}

/**
 * plx_mention_list_new:
 * @analysis: an analysis
 * @article: the place of one of its articles
 *
 * Returns: (transfer full): all mentions of the article, as [class@Mention]
 */
GListModel *
plx_mention_list_new (PlxAnalysis *analysis,
                      guint        article)
{
  return plx_record_list_new_all (PLX_TYPE_MENTION, analysis, article,
                                  plx_analysis_get_annotation (analysis, article)->mentions->len);
}
