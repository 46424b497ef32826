/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-involved"

#include "config.h"

#include "comparing/plx-involved.h"

#include "countries/plx-countries.h"
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
  country = plx_country_new (code, info != NULL ? info->name : code,
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
