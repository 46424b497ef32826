/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "countries/plx-predicates.h"

G_BEGIN_DECLS

/**
 * PlxReader:
 * @clause: the sentence
 * @previous: (nullable): the sentence before it
 * @resolve: asks for a relation named earlier
 * @user_data: for @resolve
 * @findings: (element-type PlxFinding): what was found
 * @done: tokens up to this one belong to a predicate that was read already
 *
 * A pass of the rules over one sentence.
 */
typedef struct
{
  PlxClause          *clause;
  PlxClause          *previous;
  PlxResolveRelation  resolve;
  gpointer            user_data;
  GArray             *findings;
  int                 done;
} PlxReader;

const PlxRelationInfo *plx_reader_object   (PlxReader *self,
                                            int        index,
                                            int       *end);
const PlxRelationInfo *plx_reader_modifier (PlxReader *self,
                                            int        index,
                                            int       *start);
const PlxRelationInfo *plx_reader_topic    (PlxReader *self,
                                            int        index);

G_END_DECLS
