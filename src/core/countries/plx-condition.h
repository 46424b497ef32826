/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "countries/plx-relations.h"

G_BEGIN_DECLS

/**
 * PlxConditionKind:
 * @PLX_CONDITION_TEST: a country stands in one of some ways to a relation
 * @PLX_CONDITION_NOT: its one part does not hold
 * @PLX_CONDITION_AND: all of its parts hold
 * @PLX_CONDITION_OR: one of its parts holds
 */
typedef enum
{
  PLX_CONDITION_TEST,
  PLX_CONDITION_NOT,
  PLX_CONDITION_AND,
  PLX_CONDITION_OR,
} PlxConditionKind;

/**
 * PlxCondition:
 * @kind: what it is
 * @relation: (nullable): of a test, the id of the relation
 * @statuses: of a test, a bit (1 << [enum@Status]) for each status of which one must hold
 * @parts: (nullable) (element-type PlxCondition): what it joins; `NULL` of a test
 *
 * What is asked of how a country stands: “NATO but not ICC”.
 */
typedef struct
{
  PlxConditionKind  kind;
  char             *relation;
  guint             statuses;
  GPtrArray        *parts;
} PlxCondition;

PlxCondition *plx_condition_new_test  (const char        *relation,
                                       guint              statuses);
PlxCondition *plx_condition_new_join  (PlxConditionKind   kind,
                                       PlxCondition      *first,
                                       PlxCondition      *second);
PlxCondition *plx_condition_new_not   (PlxCondition      *part);
PlxCondition *plx_condition_parse     (const char        *text,
                                       GError           **error);
PlxCondition *plx_condition_copy      (const PlxCondition *self);
void          plx_condition_free      (PlxCondition       *self);

char         *plx_condition_to_string (const PlxCondition *self);
char         *plx_condition_to_words  (const PlxCondition *self);
gboolean      plx_condition_holds     (const PlxCondition *self,
                                       const char         *country,
                                       PlxDay              day);
GPtrArray    *plx_condition_countries (const PlxCondition *self,
                                       PlxDay              day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxCondition, plx_condition_free)

G_END_DECLS
