/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "countries/plx-clause.h"

G_BEGIN_DECLS

#define PLX_SUBJECT_MAX 24

/**
 * PlxSubject:
 * @countries: static codes of the countries
 * @n_countries: how many
 * @negated: whether it denies what is said of them: "neither A nor B"
 * @is_generic: whether it is "the countries that", which a list may tell later on
 *
 * Of which countries a sentence says something.
 */
typedef struct
{
  const char *countries[PLX_SUBJECT_MAX];
  guint       n_countries;
  gboolean    negated;
  gboolean    is_generic;
} PlxSubject;

void     plx_subject_add           (PlxSubject *self,
                                    const char *country);

gboolean plx_subject_before        (PlxClause  *clause,
                                    PlxClause  *previous,
                                    int         index,
                                    gboolean    singular,
                                    PlxSubject *subject);
gboolean plx_subject_of_apposition (PlxClause  *clause,
                                    PlxClause  *previous,
                                    int         index,
                                    gboolean    singular,
                                    PlxSubject *subject);
gboolean plx_subject_list          (PlxClause  *clause,
                                    int         index,
                                    gboolean    singular,
                                    PlxSubject *subject);
gboolean plx_subject_first         (PlxClause  *clause,
                                    int         index,
                                    PlxSubject *subject);

/* plx-chains.c: countries that a list joins */
int      plx_chain_collect         (PlxClause  *clause,
                                    int         index,
                                    int        *places,
                                    guint      *n_places,
                                    gboolean   *conjunction);
gboolean plx_chain_take            (PlxClause  *clause,
                                    int         index,
                                    PlxSubject *subject);
gboolean plx_chain_is_companion    (PlxClause  *clause,
                                    int         index);
gboolean plx_chain_is_preposition  (PlxClause  *clause,
                                    int         index);

G_END_DECLS
