/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-passages"

#include "config.h"

#include "comparing/plx-comparing.h"

#include "comparing/plx-involved.h"
#include "countries/plx-relations.h"

/* What the filter asks, made ready to be asked of each sentence. */
typedef struct
{
  PlxAnalysis           *analysis;
  PlxFilter             *filter;
  PlxDay                 today;
  const PlxRelationInfo *relation;  /* nullable: no table of that name */
  GHashTable            *different; /* (owned guint64): keys of the sentences with a difference */
  gboolean              *entities;  /* for each entity, whether it is wanted */
} Asking;

static guint64
ref_key (PlxSentenceRef ref)
{
  return (guint64) ref.article << 32 | ref.sentence;
}

static void
add_refs (GHashTable *set,
          GArray     *refs)
{
  for (guint i = 0; i < refs->len; i++)
    {
      guint64 *key = g_new (guint64, 1);

      *key = ref_key (g_array_index (refs, PlxSentenceRef, i));
      g_hash_table_add (set, key);
    }
}

static GHashTable *
find_different (PlxAnalysis *analysis)
{
  GHashTable *set = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < analysis->claims->len; i++)
    {
      const PlxClaimRecord *claim = plx_analysis_get_claim (analysis, i);

      for (guint j = 0; j < claim->differences->len; j++)
        add_refs (set, ((PlxDifferenceRecord *) g_ptr_array_index (claim->differences, j))->refs);
    }

  return set;
}

static gboolean
has_string (char       **strv,
            const char  *string)
{
  return strv != NULL && string != NULL && g_strv_contains ((const char * const *) strv, string);
}

static gboolean
article_is_wanted (Asking *self,
                   guint   article)
{
  PlxDocument *document = plx_analysis_get_document (self->analysis, article);
  PlxDay day = plx_document_get_day (document);

  if (self->filter->hidden_sources != NULL && self->filter->hidden_sources[0] != NULL)
    {
      g_autofree char *digest = plx_document_dup_digest (document);

      if (has_string (self->filter->hidden_sources, digest) ||
          has_string (self->filter->hidden_sources, document->source))
        return FALSE;
    }

  /* An article without a date may be of any day. */
  if (day == 0)
    return TRUE;

  return (self->filter->from == 0 || day >= self->filter->from) &&
         (self->filter->to == 0 || day <= self->filter->to);
}

static gboolean
is_called (PlxAnalysis *analysis,
           const char  *name)
{
  for (guint i = 0; i < analysis->entities->len; i++)
    {
      if (g_str_equal (plx_analysis_get_entity (analysis, i)->name, name))
        return TRUE;
    }

  return FALSE;
}

/* Those that are called as the filter says. Where nothing is any more, since it was renamed or
 * merged, those that bear the name. */
static gboolean *
find_wanted_entities (PlxAnalysis *analysis,
                      PlxFilter   *filter)
{
  gboolean *wanted = g_new0 (gboolean, analysis->entities->len + 1);

  for (guint i = 0; filter->entities != NULL && filter->entities[i] != NULL; i++)
    {
      const char *name = filter->entities[i];
      const gboolean is_current = is_called (analysis, name);

      for (guint j = 0; j < analysis->entities->len; j++)
        {
          const PlxEntityRecord *entity = plx_analysis_get_entity (analysis, j);

          if (is_current ? g_str_equal (entity->name, name) : has_string (entity->names, name))
            wanted[j] = TRUE;
        }
    }

  return wanted;
}

/* Whether the mentions of each sentence of an article satisfy the filter: bit 1 for a country of
 * a wanted status, bit 2 for a wanted entity. */
static guint8 *
ask_mentions (Asking *self,
              guint   article)
{
  PlxAnnotation *annotation = plx_analysis_get_annotation (self->analysis, article);
  guint8 *answers = g_new0 (guint8, annotation->sentences->len + 1);
  PlxDay day = plx_involved_day (self->analysis, article, self->filter, self->today);

  for (guint i = 0; i < annotation->mentions->len; i++)
    {
      const PlxMentionSpan *mention = &g_array_index (annotation->mentions, PlxMentionSpan, i);
      const char *country = plx_involved_country (self->analysis, mention);

      if (self->filter->statuses != 0 && country != NULL && self->relation != NULL &&
          (self->filter->statuses & (1u << plx_relation_status (self->relation, country, day,
                                                                NULL))) != 0)
        answers[mention->sentence] |= 1;
      if (mention->entity != PLX_NONE && self->entities[mention->entity])
        answers[mention->sentence] |= 2;
    }

  return answers;
}

static void
filter_article (Asking      *self,
                guint        article,
                PlxPassages *passages)
{
  g_autofree guint8 *answers = NULL;
  guint8 wanted = 0;
  guint n = plx_analysis_get_annotation (self->analysis, article)->sentences->len;

  if (!article_is_wanted (self, article))
    return;

  if (self->filter->statuses != 0)
    wanted |= 1;
  if (self->filter->entities != NULL && self->filter->entities[0] != NULL)
    wanted |= 2;
  if (wanted != 0)
    answers = ask_mentions (self, article);

  for (guint i = 0; i < n; i++)
    {
      PlxSentenceRef ref = { article, i };
      guint64 key = ref_key (ref);

      if (answers != NULL && (answers[i] & wanted) != wanted)
        continue;
      if (self->different != NULL && !g_hash_table_contains (self->different, &key))
        continue;
      plx_passages_set_shown (passages, ref, TRUE);
    }
}

/**
 * plx_comparing_filter:
 * @analysis: an analysis
 * @filter: which passages are wanted
 * @today: the day on which it is asked
 *
 * Says which sentences a filter lets through. All that the filter asks must hold at once; a
 * status holds where one country that the sentence mentions has one of those wanted.
 *
 * Returns: (transfer full): the passages
 */
PlxPassages *
plx_comparing_filter (PlxAnalysis *analysis,
                      PlxFilter   *filter,
                      PlxDay       today)
{
  g_autofree gboolean *entities = find_wanted_entities (analysis, filter);
  Asking asking = { analysis, filter, today, plx_relation_lookup (filter->relation), NULL,
                    entities };
  PlxPassages *passages;

  if (plx_filter_is_empty (filter))
    return plx_passages_new (analysis, TRUE);

  passages = plx_passages_new (analysis, FALSE);
  if (filter->only_differences)
    asking.different = find_different (analysis);
  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    filter_article (&asking, i, passages);
  g_clear_pointer (&asking.different, g_hash_table_unref);

  return passages;
}
