/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define PLX_TYPE_COUNTRY_COUNTS (plx_country_counts_get_type ())

/**
 * PlxCountryCount:
 * @country: ISO 3166-1 alpha-3 code
 * @n: how often it is mentioned
 *
 * How often an article mentions a country.
 */
typedef struct
{
  char  country[4];
  guint n;
} PlxCountryCount;

/**
 * PlxCountryCounts:
 * @engine: the version of what has counted; never 0
 * @counts: (element-type PlxCountryCount): the countries, by code
 *
 * Which countries the kept text of an article mentions.
 *
 * They are filled by whoever counts and never changed once a second holder has a reference.
 */
typedef struct
{
  guint   engine;
  GArray *counts;
} PlxCountryCounts;

GType             plx_country_counts_get_type (void);

PlxCountryCounts *plx_country_counts_new      (guint             engine);
PlxCountryCounts *plx_country_counts_ref      (PlxCountryCounts *self);
void              plx_country_counts_unref    (PlxCountryCounts *self);
void              plx_country_counts_add      (PlxCountryCounts *self,
                                               const char       *country);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxCountryCounts, plx_country_counts_unref)

G_END_DECLS
