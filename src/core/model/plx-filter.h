/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-analysis.h"

G_BEGIN_DECLS

#define PLX_TYPE_FILTER (plx_filter_get_type ())
#define PLX_TYPE_PASSAGES (plx_passages_get_type ())

/**
 * PlxAsOf:
 * @PLX_AS_OF_ARTICLE: on the day of the article
 * @PLX_AS_OF_TODAY: today
 * @PLX_AS_OF_DAY: on a chosen day
 *
 * For which day the status of a country is asked.
 */
typedef enum
{
  PLX_AS_OF_ARTICLE,
  PLX_AS_OF_TODAY,
  PLX_AS_OF_DAY,
} PlxAsOf;

/**
 * PlxTies:
 * @PLX_TIE_MENTIONED: the passage names the country, its people, its capital or its government
 * @PLX_TIE_ABOUT: the passage is about the country, and does not only mention it
 * @PLX_TIE_ARTICLE: the article is about it, whatever the passage says
 * @PLX_TIE_PERSON: the passage names a person of it
 * @PLX_TIE_BODY: the passage names a body of it: a ministry, a company, a court
 * @PLX_TIE_LEADER: the passage names its head of state or of government, as one whom an article
 *   of the story introduces so
 *
 * In which ways a passage may have to do with a country.
 */
typedef enum
{
  PLX_TIE_MENTIONED = 1 << 0,
  PLX_TIE_ABOUT = 1 << 1,
  PLX_TIE_ARTICLE = 1 << 2,
  PLX_TIE_PERSON = 1 << 3,
  PLX_TIE_BODY = 1 << 4,
  PLX_TIE_LEADER = 1 << 5,
} PlxTies;

/**
 * PlxFilterPart:
 * @PLX_FILTER_COUNTRY: what is asked of the countries of a passage
 * @PLX_FILTER_OUTLET: what is asked of the outlet's own country
 * @PLX_FILTER_SOURCE: articles left out one by one
 * @PLX_FILTER_DAY: the days of publication
 * @PLX_FILTER_NAME: names of which one must be there
 * @PLX_FILTER_DIFFERENCE: only passages with a difference
 *
 * The parts of a filter, of which all that are set must hold.
 */
typedef enum
{
  PLX_FILTER_COUNTRY,
  PLX_FILTER_OUTLET,
  PLX_FILTER_SOURCE,
  PLX_FILTER_DAY,
  PLX_FILTER_NAME,
  PLX_FILTER_DIFFERENCE,
} PlxFilterPart;

#define PLX_N_FILTER_PARTS (PLX_FILTER_DIFFERENCE + 1)

/**
 * PlxFilter:
 * @relation: id of the relation that statuses are asked of, never `NULL`
 * @statuses: a bit (1 << [enum@Status]) for each status wanted; 0 wants all, also passages
 *   that speak of no country
 * @as_of: for which day
 * @day: the chosen day, where @as_of is `PLX_AS_OF_DAY`
 * @hidden_sources: digests or file names of the articles left out; ends with `NULL`, may be `NULL`
 * @entities: names of entities of which a passage must mention one; ends with `NULL`, may be `NULL`
 * @from: first day of publication wanted, or 0
 * @to: last day of publication wanted, or 0
 * @only_differences: whether only passages with a difference are wanted
 * @ties: bits of [flags@Ties]: how a passage may have to do with the country that is asked for; 0
 *   is `PLX_TIE_MENTIONED`
 * @countries: codes of the countries wanted; ends with `NULL`, may be `NULL` for any
 * @condition: (nullable): what is asked of how the country stands beyond @statuses, as
 *   `plx_condition_parse ()` reads it. One and the same country must satisfy @countries, @statuses
 *   and @condition
 * @outlet_countries: codes of the countries of which an outlet may be; ends with `NULL`, may be
 *   `NULL` for any
 * @outlet_statuses: as @statuses, of the outlet's country
 * @outlet_condition: (nullable): as @condition, of the outlet's country
 *
 * Which passages are shown. Like a document it is not changed once shared.
 */
typedef struct
{
  char      *relation;
  guint      statuses;
  PlxAsOf    as_of;
  PlxDay     day;
  char     **hidden_sources;
  char     **entities;
  PlxDay     from;
  PlxDay     to;
  gboolean   only_differences;
  guint      ties;
  char     **countries;
  char      *condition;
  char     **outlet_countries;
  guint      outlet_statuses;
  char      *outlet_condition;
} PlxFilter;

/**
 * PlxPassages:
 * @shown: (element-type GByteArray): for each article, a byte a sentence: whether it is shown
 * @n_shown: how many are shown
 * @n_all: of how many
 * @hides: for each part of the filter, how many passages it does not let through
 * @hides_alone: for each part of the filter, how many passages are hidden by it and by no other
 *   part: what would be shown besides if it were not set
 *
 * What a filter lets through. A passage is a sentence of a kept block.
 */
typedef struct
{
  GPtrArray *shown;
  guint      n_shown;
  guint      n_all;
  guint      hides[PLX_N_FILTER_PARTS];
  guint      hides_alone[PLX_N_FILTER_PARTS];
} PlxPassages;

GType        plx_filter_get_type     (void);
PlxFilter   *plx_filter_new          (void);
PlxFilter   *plx_filter_copy         (PlxFilter   *self);
PlxFilter   *plx_filter_ref          (PlxFilter   *self);
void         plx_filter_unref        (PlxFilter   *self);
gboolean     plx_filter_is_empty     (PlxFilter   *self);
gboolean     plx_filter_has_part     (PlxFilter     *self,
                                      PlxFilterPart  part);
gboolean     plx_filter_equal        (PlxFilter   *a,
                                      PlxFilter   *b);
char        *plx_filter_to_string    (PlxFilter   *self);
PlxFilter   *plx_filter_from_string  (const char  *string,
                                      GError     **error);

GType        plx_passages_get_type   (void);
PlxPassages *plx_passages_new        (PlxAnalysis *analysis,
                                      gboolean     shown);
PlxPassages *plx_passages_ref        (PlxPassages *self);
void         plx_passages_unref      (PlxPassages *self);
gboolean     plx_passages_is_shown   (PlxPassages    *self,
                                      PlxSentenceRef  ref);
void         plx_passages_set_shown  (PlxPassages    *self,
                                      PlxSentenceRef  ref,
                                      gboolean        shown);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxFilter, plx_filter_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxPassages, plx_passages_unref)

G_END_DECLS
