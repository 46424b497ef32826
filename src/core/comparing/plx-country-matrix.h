/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-analysis.h"
#include "model/plx-filter.h"

G_BEGIN_DECLS

/**
 * PlxCountryMatrix:
 * @homes: (element-type utf8): the countries of the outlets, those with most articles first; static
 *   codes, `NULL` for outlets whose country is not known, which come last
 * @countries: (element-type utf8): the countries that are spoken of, most passages first
 * @n_articles: (element-type guint): for each of @homes, how many articles
 * @passages: (element-type guint): row by row, how many passages of outlets of that home speak of
 *   that country
 *
 * How often outlets of one country write of another.
 */
typedef struct
{
  GPtrArray *homes;
  GPtrArray *countries;
  GArray    *n_articles;
  GArray    *passages;
} PlxCountryMatrix;

PlxCountryMatrix *plx_country_matrix_new  (PlxAnalysis      *analysis,
                                           PlxPassages      *passages);
void              plx_country_matrix_free (PlxCountryMatrix *self);
guint             plx_country_matrix_get  (PlxCountryMatrix *self,
                                           guint             home,
                                           guint             country);
GArray           *plx_country_matrix_refs (PlxCountryMatrix *self,
                                           PlxAnalysis      *analysis,
                                           PlxPassages      *passages,
                                           guint             home,
                                           guint             country);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxCountryMatrix, plx_country_matrix_free)

G_END_DECLS
