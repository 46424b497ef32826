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
} PlxFilter;

/**
 * PlxPassages:
 * @shown: (element-type GByteArray): for each article, a byte a sentence: whether it is shown
 * @n_shown: how many are shown
 * @n_all: of how many
 *
 * What a filter lets through. A passage is a sentence of a kept block.
 */
typedef struct
{
  GPtrArray *shown;
  guint      n_shown;
  guint      n_all;
} PlxPassages;

GType        plx_filter_get_type     (void);
PlxFilter   *plx_filter_new          (void);
PlxFilter   *plx_filter_copy         (PlxFilter   *self);
PlxFilter   *plx_filter_ref          (PlxFilter   *self);
void         plx_filter_unref        (PlxFilter   *self);
gboolean     plx_filter_is_empty     (PlxFilter   *self);
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
