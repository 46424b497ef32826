/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-passages"

#include "config.h"

#include "comparing/plx-comparing.h"

#include <string.h>

#include "comparing/plx-focus.h"
#include "comparing/plx-involved.h"
#include "comparing/plx-leaders.h"
#include "countries/plx-condition.h"
#include "countries/plx-relations.h"

/* What is asked of a country, made ready to be asked of many. */
typedef struct
{
  const PlxRelationInfo *relation;   /* nullable: no table of that name */
  guint                  statuses;
  char                 **countries;  /* nullable, unowned */
  PlxCondition          *condition;  /* nullable */
  gboolean               is_invalid; /* the condition can't be read, so that none meets it */
} Demand;

/* What the filter asks, made ready to be asked of each sentence. */
typedef struct
{
  PlxAnalysis *analysis;
  PlxFilter   *filter;
  PlxDay       today;
  Demand       country;
  Demand       outlet;
  guint        ties;
  GHashTable  *different; /* (owned guint64): keys of the sentences with a difference */
  gboolean    *entities;  /* for each entity, whether it is wanted */
  gboolean    *leaders;   /* nullable: for each entity, whether it leads a country */
  PlxFocus    *focus;     /* nullable */
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
source_is_wanted (Asking *self,
                  guint   article)
{
  PlxDocument *document = plx_analysis_get_document (self->analysis, article);
  g_autofree char *digest = NULL;

  if (!plx_filter_has_part (self->filter, PLX_FILTER_SOURCE))
    return TRUE;

  digest = plx_document_dup_digest (document);

  return !has_string (self->filter->hidden_sources, digest) &&
         !has_string (self->filter->hidden_sources, document->source);
}

static gboolean
day_is_wanted (Asking *self,
               guint   article)
{
  PlxDay day = plx_document_get_day (plx_analysis_get_document (self->analysis, article));

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

static void
demand_init (Demand     *self,
             const char *relation,
             guint       statuses,
             char      **countries,
             const char *condition)
{
  self->relation = plx_relation_lookup (relation);
  self->statuses = statuses;
  self->countries = countries != NULL && countries[0] != NULL ? countries : NULL;
  if (condition != NULL)
    self->condition = plx_condition_parse (condition, NULL);
  /* plx_comparing_check_filter () tells what is wrong with it. */
  self->is_invalid = condition != NULL && self->condition == NULL;
}

static gboolean
demand_is_met (const Demand *self,
               const char   *country,
               PlxDay        day)
{
  if (country == NULL || self->is_invalid)
    return FALSE;

  if (self->countries != NULL && !has_string (self->countries, country))
    return FALSE;

  if (self->statuses != 0 &&
      (self->relation == NULL ||
       !plx_status_is_among (self->statuses,
                             plx_relation_status (self->relation, country, day, NULL))))
    return FALSE;

  return self->condition == NULL || plx_condition_holds (self->condition, country, day);
}

/* Whether a mention ties its sentence to a country that meets what is asked. */
static gboolean
ties_country (Asking               *self,
              guint                 article,
              const PlxMentionSpan *mention,
              PlxDay                day)
{
  const PlxSentenceRef ref = { article, mention->sentence };
  const char *named = plx_involved_country (self->analysis, mention);
  const PlxEntityRecord *entity = mention->entity != PLX_NONE
                                    ? plx_analysis_get_entity (self->analysis, mention->entity)
                                    : NULL;
  const char *home = entity != NULL ? entity->country : NULL;

  if ((self->ties & PLX_TIE_MENTIONED) != 0 && demand_is_met (&self->country, named, day))
    return TRUE;

  if ((self->ties & PLX_TIE_PERSON) != 0 && mention->kind == PLX_KIND_PERSON &&
      demand_is_met (&self->country, home, day))
    return TRUE;

  if ((self->ties & PLX_TIE_LEADER) != 0 && mention->kind == PLX_KIND_PERSON && entity != NULL &&
      self->leaders[mention->entity] && demand_is_met (&self->country, home, day))
    return TRUE;

  if ((self->ties & PLX_TIE_BODY) != 0 && mention->kind == PLX_KIND_ORGANIZATION &&
      demand_is_met (&self->country, home, day))
    return TRUE;

  if ((self->ties & PLX_TIE_ABOUT) == 0)
    return FALSE;

  return (plx_focus_is_passage_about (self->focus, ref, named) &&
          demand_is_met (&self->country, named, day)) ||
         (named == NULL && plx_focus_is_passage_about (self->focus, ref, home) &&
          demand_is_met (&self->country, home, day));
}

/* Whether the article is about a country that meets what is asked. */
static gboolean
article_is_about (Asking *self,
                  guint   article,
                  PlxDay  day)
{
  const GArray *shares = plx_focus_get_shares (self->focus, article);

  for (guint i = 0; i < shares->len; i++)
    {
      const PlxFocusShare *share = &g_array_index (shares, PlxFocusShare, i);

      if (share->is_about && demand_is_met (&self->country, share->country, day))
        return TRUE;
    }

  return FALSE;
}

/* For each sentence of an article, a bit for each part of the filter that does not let it
 * through. */
static guint8 *
ask_mentions (Asking *self,
              guint   article)
{
  PlxAnnotation *annotation = plx_analysis_get_annotation (self->analysis, article);
  PlxDay day = plx_involved_day (self->analysis, article, self->filter, self->today);
  const gboolean asks_country = plx_filter_has_part (self->filter, PLX_FILTER_COUNTRY);
  const gboolean asks_name = plx_filter_has_part (self->filter, PLX_FILTER_NAME);
  const guint8 all = (asks_country ? 1u << PLX_FILTER_COUNTRY : 0) |
                     (asks_name ? 1u << PLX_FILTER_NAME : 0);
  guint8 *stops = g_malloc (annotation->sentences->len + 1);

  memset (stops, all, annotation->sentences->len + 1);
  if (asks_country && (self->ties & PLX_TIE_ARTICLE) != 0 && article_is_about (self, article, day))
    memset (stops, all & ~(1u << PLX_FILTER_COUNTRY), annotation->sentences->len + 1);

  for (guint i = 0; all != 0 && i < annotation->mentions->len; i++)
    {
      const PlxMentionSpan *mention = &g_array_index (annotation->mentions, PlxMentionSpan, i);
      guint8 *stop = &stops[mention->sentence];

      if ((*stop & (1u << PLX_FILTER_COUNTRY)) != 0 && ties_country (self, article, mention, day))
        *stop &= ~(1u << PLX_FILTER_COUNTRY);
      if (mention->entity != PLX_NONE && self->entities[mention->entity])
        *stop &= ~(1u << PLX_FILTER_NAME);
    }

  return stops;
}

static guint8
ask_article (Asking *self,
             guint   article)
{
  PlxDay day = plx_involved_day (self->analysis, article, self->filter, self->today);
  guint8 stops = 0;

  if (!source_is_wanted (self, article))
    stops |= 1u << PLX_FILTER_SOURCE;
  if (!day_is_wanted (self, article))
    stops |= 1u << PLX_FILTER_DAY;
  if (plx_filter_has_part (self->filter, PLX_FILTER_OUTLET) &&
      !demand_is_met (&self->outlet, plx_involved_home (self->analysis, article), day))
    stops |= 1u << PLX_FILTER_OUTLET;

  return stops;
}

static void
count_stops (PlxPassages *passages,
             guint8       stops)
{
  for (PlxFilterPart part = 0; part < PLX_N_FILTER_PARTS; part++)
    {
      passages->hides[part] += (stops & (1u << part)) != 0;
      passages->hides_alone[part] += stops == 1u << part;
    }
}

static void
filter_article (Asking      *self,
                guint        article,
                PlxPassages *passages)
{
  g_autofree guint8 *stops = ask_mentions (self, article);
  const guint8 whole = ask_article (self, article);
  guint n = plx_analysis_get_annotation (self->analysis, article)->sentences->len;

  for (guint i = 0; i < n; i++)
    {
      PlxSentenceRef ref = { article, i };
      guint64 key = ref_key (ref);

      stops[i] |= whole;
      if (self->different != NULL && !g_hash_table_contains (self->different, &key))
        stops[i] |= 1u << PLX_FILTER_DIFFERENCE;

      if (stops[i] == 0)
        plx_passages_set_shown (passages, ref, TRUE);
      else
        count_stops (passages, stops[i]);
    }
}

static void
asking_init (Asking *self)
{
  PlxFilter *filter = self->filter;

  demand_init (&self->country, filter->relation, filter->statuses, filter->countries,
               filter->condition);
  demand_init (&self->outlet, filter->relation, filter->outlet_statuses, filter->outlet_countries,
               filter->outlet_condition);

  self->ties = filter->ties != 0 ? filter->ties : PLX_TIE_MENTIONED;
  self->entities = find_wanted_entities (self->analysis, filter);
  if (filter->only_differences)
    self->different = find_different (self->analysis);
  if (plx_filter_has_part (filter, PLX_FILTER_COUNTRY) && (self->ties & PLX_TIE_LEADER) != 0)
    self->leaders = plx_leaders_find (self->analysis);
  if (plx_filter_has_part (filter, PLX_FILTER_COUNTRY) &&
      (self->ties & (PLX_TIE_ABOUT | PLX_TIE_ARTICLE)) != 0)
    self->focus = plx_focus_new (self->analysis);
}

static void
asking_clear (Asking *self)
{
  g_clear_pointer (&self->country.condition, plx_condition_free);
  g_clear_pointer (&self->outlet.condition, plx_condition_free);
  g_clear_pointer (&self->different, g_hash_table_unref);
  g_clear_pointer (&self->entities, g_free);
  g_clear_pointer (&self->leaders, g_free);
  g_clear_pointer (&self->focus, plx_focus_unref);
}

/**
 * plx_comparing_filter:
 * @analysis: an analysis
 * @filter: which passages are wanted
 * @today: the day on which it is asked
 *
 * Says which sentences a filter lets through, and how many each of its parts hides. All that the
 * filter asks must hold at once; what it asks of a country must hold of one and the same, to which
 * the sentence is tied in one of the ways that it names. A condition that can't be read hides all.
 *
 * Returns: (transfer full): the passages
 */
PlxPassages *
plx_comparing_filter (PlxAnalysis *analysis,
                      PlxFilter   *filter,
                      PlxDay       today)
{
  Asking asking = { .analysis = analysis, .filter = filter, .today = today };
  PlxPassages *passages;

  if (plx_filter_is_empty (filter))
    return plx_passages_new (analysis, TRUE);

  passages = plx_passages_new (analysis, FALSE);
  asking_init (&asking);
  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    filter_article (&asking, i, passages);
  asking_clear (&asking);

  return passages;
}

static gboolean
check_condition (const char  *text,
                 GError     **error)
{
  g_autoptr (PlxCondition) condition = NULL;

  if (text == NULL)
    return TRUE;

  condition = plx_condition_parse (text, error);

  return condition != NULL;
}

/**
 * plx_comparing_check_filter:
 * @filter: a filter
 * @error: return location for an error of the `G_IO_ERROR` domain
 *
 * Tells whether what a filter asks of countries can be read: a table of the user's own that it
 * names may have been removed.
 *
 * Returns: whether it can
 */
gboolean
plx_comparing_check_filter (PlxFilter  *filter,
                            GError    **error)
{
  return check_condition (filter->condition, error) &&
         check_condition (filter->outlet_condition, error);
}
