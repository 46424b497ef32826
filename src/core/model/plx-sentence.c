/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sentence"

#include "config.h"

#include "model/plx-sentence.h"

/**
 * PlxSentence:
 *
 * A sentence of a kept block of one article.
 *
 * A [class@Record]: it belongs to the main thread and looks its values up in the analysis.
 */
struct _PlxSentence
{
  PlxRecord parent_instance;
};

typedef enum
{
  PROP_TEXT = 1,
} PlxSentenceProperty;

static GParamSpec *props[PROP_TEXT + 1];

G_DEFINE_FINAL_TYPE (PlxSentence, plx_sentence, PLX_TYPE_RECORD)

static void
plx_sentence_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  PlxAnalysis *analysis = plx_record_get_analysis (PLX_RECORD (object));
  guint group = plx_record_get_group (PLX_RECORD (object));
  guint index = plx_record_get_index (PLX_RECORD (object));

  switch ((PlxSentenceProperty) prop_id)
    {
    case PROP_TEXT:
      g_value_take_string (value,
                           plx_analysis_dup_sentence (analysis, (PlxSentenceRef) { group, index }));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_sentence_class_init (PlxSentenceClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = plx_sentence_get_property;

  props[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
plx_sentence_init (PlxSentence *self)
{
}

/**
 * plx_sentence_get_record:
 * @self: an object
 *
 * Returns: (transfer none): what the analysis holds of it
 */
const PlxSentenceSpan *
plx_sentence_get_record (PlxSentence *self)
{
  PlxAnalysis *analysis = plx_record_get_analysis (PLX_RECORD (self));
  guint group = plx_record_get_group (PLX_RECORD (self));
  guint index = plx_record_get_index (PLX_RECORD (self));

  return plx_analysis_get_sentence (analysis, (PlxSentenceRef) { group, index });
}

/**
 * plx_sentence_list_new:
 * @analysis: an analysis
 * @article: the place of one of its articles
 *
 * Returns: (transfer full): all sentences of the article, as [class@Sentence]
 */
GListModel *
plx_sentence_list_new (PlxAnalysis *analysis,
                       guint        article)
{
  return plx_record_list_new_all (PLX_TYPE_SENTENCE, analysis, article,
                                  plx_analysis_get_annotation (analysis, article)->sentences->len);
}
