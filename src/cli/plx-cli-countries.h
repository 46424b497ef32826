/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "countries/plx-condition.h"

#include "plx-cli.h"

G_BEGIN_DECLS

/**
 * PlxCliCountries:
 * @relation: the relation that is asked
 * @filter: which countries and passages are wanted
 * @condition: (nullable): that of the filter, read
 * @json: whether programs read the answer
 *
 * What `countries` was asked.
 */
typedef struct
{
  const PlxRelationInfo *relation;
  PlxFilter             *filter;
  PlxCondition          *condition;
  gboolean               json;
} PlxCliCountries;

/* plx-cli-standings.c: without articles */
void         plx_cli_standing_add    (JsonBuilder           *builder,
                                      const PlxRelationInfo *relation,
                                      const char            *code,
                                      PlxDay                 on);
const char  *plx_cli_status_word     (const PlxRelationInfo *relation,
                                      PlxStatus              status);
void         plx_cli_print_table     (const PlxCliCountries *self);
void         plx_cli_print_history   (const PlxCliCountries *self,
                                      const char            *country);
void         plx_cli_print_relations (gboolean               json);
PlxCliStatus plx_cli_check_table     (const char            *path,
                                      gboolean               json);
PlxCliStatus plx_cli_use_tables      (char                 **paths);

/* plx-cli-passages.c: with articles */
PlxCliStatus plx_cli_print_passages  (const PlxCliCountries *self,
                                      char                 **files);

G_END_DECLS
