/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-country-counts"

#include "config.h"

#include "model/plx-country-counts.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (PlxCountryCounts, plx_country_counts, plx_country_counts_ref,
                     plx_country_counts_unref)

/**
 * plx_country_counts_new:
 * @engine: the version of what counts
 *
 * Returns: (transfer full): new counts, of no country
 */
PlxCountryCounts *
plx_country_counts_new (guint engine)
{
  PlxCountryCounts *self;

  g_return_val_if_fail (engine > 0, NULL);

  self = g_atomic_rc_box_new0 (PlxCountryCounts);
  self->engine = engine;
  self->counts = g_array_new (FALSE, TRUE, sizeof (PlxCountryCount));

  return self;
}

PlxCountryCounts *
plx_country_counts_ref (PlxCountryCounts *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
country_counts_clear (gpointer data)
{
  PlxCountryCounts *self = data;

  g_array_unref (self->counts);
}

void
plx_country_counts_unref (PlxCountryCounts *self)
{
  g_atomic_rc_box_release_full (self, country_counts_clear);
}

/**
 * plx_country_counts_add:
 * @self: counts
 * @country: ISO 3166-1 alpha-3 code
 *
 * Counts one more mention of a country.
 */
void
plx_country_counts_add (PlxCountryCounts *self,
                        const char       *country)
{
  PlxCountryCount count = { .n = 1 };
  guint i = 0;

  g_return_if_fail (self != NULL);
  g_return_if_fail (country != NULL && strlen (country) == 3);

  for (; i < self->counts->len; i++)
    {
      PlxCountryCount *other = &g_array_index (self->counts, PlxCountryCount, i);
      const int order = strcmp (other->country, country);

      if (order == 0)
        {
          other->n++;
          return;
        }
      if (order > 0)
        break;
    }

  memcpy (count.country, country, 3);
  g_array_insert_val (self->counts, i, count);
}
