/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-involved"

#include "config.h"

#include "comparing/plx-involved.h"

#include "countries/plx-countries.h"
#include "countries/plx-country-labels.h"
#include "countries/plx-outlet-table.h"
#include "countries/plx-relations.h"

/**
 * plx_involved_day:
 * @analysis: an analysis
 * @article: one of its articles, by its place
 * @filter: for which day statuses are asked
 * @today: what day it is
 *
 * Returns: the day on which the article is to be judged; today, where its day is asked and no
 *   article of the story tells one
 */
PlxDay
plx_involved_day (PlxAnalysis *analysis,
                  guint        article,
                  PlxFilter   *filter,
                  PlxDay       today)
{
  PlxDay day = 0;

  if (filter->as_of == PLX_AS_OF_ARTICLE)
    day = plx_analysis_get_day (analysis, article);
  else if (filter->as_of == PLX_AS_OF_DAY)
    day = filter->day;

  return day != 0 ? day : today;
}

/**
 * plx_involved_country:
 * @analysis: an analysis
 * @mention: a mention of one of its articles
 *
 * Tells which country a mention speaks of: by its name, its people, its capital or its government.
 * A person’s country does not count: “Mandela” does not speak of South Africa.
 *
 * Returns: (nullable): the static code of the country, or `NULL`
 */
const char *
plx_involved_country (PlxAnalysis          *analysis,
                      const PlxMentionSpan *mention)
{
  const PlxEntityRecord *entity = NULL;

  if (mention->kind == PLX_KIND_PERSON)
    return NULL;

  if (mention->country != NULL &&
      (mention->kind == PLX_KIND_COUNTRY || mention->form != PLX_FORM_NAME))
    return mention->country;

  if (mention->entity != PLX_NONE)
    entity = plx_analysis_get_entity (analysis, mention->entity);

  return entity != NULL && entity->kind == PLX_KIND_COUNTRY ? entity->country : NULL;
}

typedef struct
{
  PlxAnalysis           *analysis;
  PlxPassages           *passages; /* nullable */
  PlxFilter             *filter;
  PlxDay                 today;
  const PlxRelationInfo *relation; /* nullable */
  GHashTable            *countries; /* by code, owned by found */
  GPtrArray             *found;
} Search;

static void
add_standing (Search     *search,
              PlxCountry *country,
              guint       article)
{
  PlxDay on = plx_involved_day (search->analysis, article, search->filter, search->today);
  const PlxInterval *interval = NULL;
  PlxStatus status;

  if (search->relation == NULL || on == plx_country_get_on (country))
    return;

  status = plx_relation_status (search->relation, plx_country_get_code (country), on, &interval);

  if (plx_country_get_on (country) != 0 && plx_country_get_status (country) != status)
    plx_country_set_mixed (country, TRUE);

  /* The latest article's day stands for all. */
  if (on > plx_country_get_on (country))
    plx_country_set_standing (country, status, on, interval != NULL ? interval->from : 0,
                              interval != NULL ? interval->source : NULL);
}

static PlxCountry *
get_country (Search     *search,
             const char *code)
{
  PlxCountry *country = g_hash_table_lookup (search->countries, code);
  const PlxCountryInfo *info;

  if (country != NULL)
    return country;

  info = plx_country_lookup (code);
  country = plx_country_new (code, info != NULL ? plx_country_get_label (code) : code,
                             plx_analysis_get_n_articles (search->analysis));
  g_hash_table_insert (search->countries, (gpointer) plx_country_get_code (country), country);
  g_ptr_array_add (search->found, country);

  return country;
}

static void
add_article (Search *search,
             guint   article)
{
  const PlxAnnotation *annotation = plx_analysis_get_annotation (search->analysis, article);
  const PlxMentionSpan *mentions = (const PlxMentionSpan *) annotation->mentions->data;

  for (guint i = 0; i < annotation->mentions->len; i++)
    {
      PlxSentenceRef ref = { article, mentions[i].sentence };
      const char *code = plx_involved_country (search->analysis, &mentions[i]);
      gboolean counted = FALSE;
      guint n = 1;

      if (code == NULL ||
          (search->passages != NULL && !plx_passages_is_shown (search->passages, ref)))
        continue;

      /* All mentions of one country in a sentence are one passage. */
      for (guint k = i; k > 0 && mentions[k - 1].sentence == ref.sentence; k--)
        counted |= plx_involved_country (search->analysis, &mentions[k - 1]) == code;
      for (guint k = i + 1; k < annotation->mentions->len &&
                            mentions[k].sentence == ref.sentence; k++)
        n += plx_involved_country (search->analysis, &mentions[k]) == code;

      if (!counted)
        {
          PlxCountry *country = get_country (search, code);

          plx_country_add_passage (country, ref, n);
          add_standing (search, country, article);
        }
    }
}

static int
compare_countries (gconstpointer a,
                   gconstpointer b)
{
  PlxCountry *left = *(PlxCountry * const *) a;
  PlxCountry *right = *(PlxCountry * const *) b;
  guint n_left = plx_country_get_n_mentions (left);
  guint n_right = plx_country_get_n_mentions (right);

  if (n_left != n_right)
    return n_left > n_right ? -1 : 1;

  return g_strcmp0 (plx_country_get_name (left), plx_country_get_name (right));
}

/**
 * plx_involved_countries:
 * @analysis: an analysis
 * @passages: (nullable): which passages count; `NULL` for all
 * @filter: which relation is asked, and for which day
 * @today: what day it is
 *
 * Finds the countries that the shown passages speak of, and how each stands. With the filter
 * as of the article, a country is told as of the latest article that speaks of it, and is mixed
 * where it stood differently on the day of another.
 *
 * Returns: (transfer container) (element-type PlxCountry): the countries, most mentioned first
 */
GPtrArray *
plx_involved_countries (PlxAnalysis *analysis,
                        PlxPassages *passages,
                        PlxFilter   *filter,
                        PlxDay       today)
{
  g_autoptr (GHashTable) countries = g_hash_table_new (g_str_hash, g_str_equal);
  Search search = {
    .analysis = analysis,
    .passages = passages,
    .filter = filter,
    .today = today,
    .relation = plx_relation_lookup (filter->relation),
    .countries = countries,
    .found = g_ptr_array_new_with_free_func (g_object_unref),
  };

  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    add_article (&search, i);

  g_ptr_array_sort (search.found, compare_countries);

  return search.found;
}

/**
 * plx_involved_home:
 * @analysis: an analysis
 * @article: one of its articles, by its place
 *
 * Tells which country the outlet of an article is from: by its address, or else by its name.
 *
 * Returns: (nullable): the static code of the country, or `NULL`
 */
const char *
plx_involved_home (PlxAnalysis *analysis,
                   guint        article)
{
  PlxDocument *document = plx_analysis_get_document (analysis, article);
  const char *code = plx_outlets_find_country (document->fields[PLX_FIELD_ADDRESS]);

  if (code == NULL)
    code = plx_outlets_find_country_by_name (document->fields[PLX_FIELD_OUTLET]);

  return plx_country_intern (code);
}

typedef struct
{
  guint entity;
  guint n;
} Person;

static int
compare_people (gconstpointer a,
                gconstpointer b)
{
  const Person *left = a, *right = b;

  if (left->n != right->n)
    return left->n > right->n ? -1 : 1;

  return left->entity < right->entity ? -1 : 1;
}

static guint *
count_mentions (PlxAnalysis *analysis,
                PlxPassages *passages)
{
  guint *counts = g_new0 (guint, analysis->entities->len + 1);

  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    {
      GArray *mentions = plx_analysis_get_annotation (analysis, i)->mentions;

      for (guint j = 0; j < mentions->len; j++)
        {
          const PlxMentionSpan *mention = &g_array_index (mentions, PlxMentionSpan, j);
          PlxSentenceRef ref = { i, mention->sentence };

          if (mention->entity != PLX_NONE &&
              (passages == NULL || plx_passages_is_shown (passages, ref)))
            counts[mention->entity]++;
        }
    }

  return counts;
}

/**
 * plx_involved_people:
 * @analysis: an analysis
 * @passages: (nullable): which passages count; `NULL` for all
 * @country: code of a country
 *
 * Returns: (transfer full) (element-type guint): the people of that country whom the passages name,
 *   as places of entities, those named most often first
 */
GArray *
plx_involved_people (PlxAnalysis *analysis,
                     PlxPassages *passages,
                     const char  *country)
{
  g_autofree guint *counts = count_mentions (analysis, passages);
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (Person));
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  country = plx_country_intern (country);
  for (guint i = 0; i < analysis->entities->len; i++)
    {
      const PlxEntityRecord *entity = plx_analysis_get_entity (analysis, i);

      if (entity->kind == PLX_KIND_PERSON && counts[i] > 0 && country != NULL &&
          entity->country == country)
        g_array_append_val (people, ((Person) { i, counts[i] }));
    }

  g_array_sort (people, compare_people);
  for (guint i = 0; i < people->len; i++)
    g_array_append_val (found, g_array_index (people, Person, i).entity);

  return found;
}
