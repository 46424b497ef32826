/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-countries"

#include "config.h"

#include "countries/plx-country-days.h"

#include <glib/gi18n-lib.h>

#include "countries/plx-condition.h"
#include "countries/plx-countries.h"
#include "countries/plx-country-search.h"

static void
add_span (GArray     *spans,
          const char *country,
          PlxDay      first,
          PlxDay      last)
{
  PlxCountrySpan span = { .first = first, .last = last };

  g_strlcpy (span.country, country, sizeof span.country);
  g_array_append_val (spans, span);
}

static GArray *
find_country (const char  *name,
              GError     **error)
{
  g_autoptr (GArray) spans = NULL;
  gboolean several = FALSE;
  const PlxCountryInfo *country = plx_country_search (name, &several);

  if (country == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   several ? _("“%s” may be several countries.")
                           : _("No country is called “%s”."), name);
      return NULL;
    }

  spans = g_array_new (FALSE, FALSE, sizeof (PlxCountrySpan));
  add_span (spans, country->iso3, 0, G_MAXUINT32);

  return g_steal_pointer (&spans);
}

static const PlxRelationInfo *
find_relation (const char *name)
{
  g_autoptr (GPtrArray) all = plx_relations_list_all ();

  for (guint i = 0; i < all->len; i++)
    {
      const PlxRelationInfo *relation = g_ptr_array_index (all, i);

      if (g_ascii_strcasecmp (relation->id, name) == 0 ||
          g_ascii_strcasecmp (relation->short_title, name) == 0)
        return relation;
    }

  return NULL;
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  PlxDay x = *(const PlxDay *) a;
  PlxDay y = *(const PlxDay *) b;

  return (x > y) - (x < y);
}

/* The days on which a country's way to stand may change, in order. */
static GArray *
list_turns (const PlxRelationInfo *relation,
            const char            *country)
{
  GArray *turns = g_array_new (FALSE, FALSE, sizeof (PlxDay));
  PlxDay beginning = MAX (relation->since, 1);

  g_array_append_val (turns, beginning);
  for (gsize i = 0; i < relation->n_intervals; i++)
    {
      const PlxInterval *interval = &relation->intervals[i];

      if (!g_str_equal (interval->country, country))
        continue;

      g_array_append_val (turns, interval->from);
      if (interval->to != 0)
        g_array_append_val (turns, interval->to);
    }
  g_array_sort (turns, compare_days);

  return turns;
}

static GArray *
find_standing (const PlxRelationInfo  *relation,
               const char             *statuses,
               GError                **error)
{
  g_autofree char *text = g_strdup_printf ("%s:%s", relation->id, statuses);
  g_autoptr (PlxCondition) condition = plx_condition_parse (text, error);
  g_autoptr (GArray) spans = NULL;
  const PlxCountryInfo *countries;
  gsize n;

  if (condition == NULL)
    return NULL;

  spans = g_array_new (FALSE, FALSE, sizeof (PlxCountrySpan));
  countries = plx_countries_list (&n);
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GArray) turns = list_turns (relation, countries[i].iso3);

      for (guint j = 0; j < turns->len; j++)
        {
          PlxDay first = g_array_index (turns, PlxDay, j);
          PlxDay next = j + 1 < turns->len ? g_array_index (turns, PlxDay, j + 1) : 0;

          if (first != next && plx_condition_holds (condition, countries[i].iso3, first))
            add_span (spans, countries[i].iso3, first, next != 0 ? next - 1 : G_MAXUINT32);
        }
    }

  return g_steal_pointer (&spans);
}

/**
 * plx_country_days_find:
 * @field: `country`, or the id or short title of a treaty or bloc
 * @value: the name of a country; or how countries stand, as plx_condition_parse() reads it
 * @spans: (out) (transfer full) (nullable) (element-type PlxCountrySpan): the country; or all
 *   countries that stood so, with the days on which they did
 * @user_data: nothing
 * @error: return location for an error of the `G_IO_ERROR` domain, where the value means nothing
 *
 * Tells which countries a search means that asks for one by its name, or for all that stand in
 * some way to a treaty.
 *
 * Returns: whether the field is one of those; on error and where it is none, there are no spans
 */
gboolean
plx_country_days_find (const char  *field,
                       const char  *value,
                       GArray     **spans,
                       gpointer     user_data,
                       GError     **error)
{
  const PlxRelationInfo *relation;

  *spans = NULL;
  if (g_str_equal (field, "country"))
    {
      *spans = find_country (value, error);
      return TRUE;
    }

  relation = find_relation (field);
  if (relation == NULL)
    return FALSE;

  *spans = find_standing (relation, value, error);

  return TRUE;
}
