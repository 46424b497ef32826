/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-country-search"

#include "config.h"

#include "countries/plx-country-search.h"

#include <string.h>

/* Longer than any name, in letters; what is longer is not looked at. */
#define LONGEST 80

/* In small letters, without accents, and without "the". */
static char *
fold (const char *text)
{
  g_autofree char *plain = g_str_to_ascii (text, "C");
  g_autofree char *folded = g_ascii_strdown (plain, -1);

  g_strdelimit (folded, "-_.,'", ' ');
  g_strstrip (folded);

  return g_strdup (g_str_has_prefix (folded, "the ") ? folded + strlen ("the ") : folded);
}

/* Stands in the table for a name that several countries bear. */
static const PlxCountryInfo several_countries;

static void
add_name (GHashTable           *names,
          const PlxCountryInfo *country,
          const char           *name)
{
  g_autofree char *folded = fold (name);
  const PlxCountryInfo *known = g_hash_table_lookup (names, folded);

  if (known == country || *folded == '\0')
    return;

  g_hash_table_replace (names, g_steal_pointer (&folded),
                        (gpointer) (known != NULL ? &several_countries : country));
}

static GHashTable *
load_names (void)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gsize n;
  const PlxCountryInfo *countries = plx_countries_list (&n);

  for (gsize i = 0; i < n; i++)
    {
      add_name (names, &countries[i], countries[i].iso3);
      add_name (names, &countries[i], countries[i].iso2);
      add_name (names, &countries[i], countries[i].official_name);
      for (gsize j = 0; countries[i].aliases[j] != NULL; j++)
        add_name (names, &countries[i], countries[i].aliases[j]);
    }

  /* Its plain name is its own, though another may bear it too. */
  for (gsize i = 0; i < n; i++)
    g_hash_table_replace (names, fold (countries[i].name), (gpointer) &countries[i]);

  return names;
}

static GHashTable *
get_names (void)
{
  static GHashTable *names;

  if (g_once_init_enter_pointer (&names))
    g_once_init_leave_pointer (&names, load_names ());

  return names;
}

/**
 * plx_country_search:
 * @text: a code or a name, as a person types it
 * @several: (out) (optional): whether it names several countries
 *
 * Looks for a country by its codes and all its names, in capitals or not, with accents or without.
 *
 * Returns: (nullable) (transfer none): the country; `NULL` where none or several are called so
 */
const PlxCountryInfo *
plx_country_search (const char *text,
                    gboolean   *several)
{
  g_autofree char *folded = fold (text);
  const PlxCountryInfo *found = g_hash_table_lookup (get_names (), folded);

  if (several != NULL)
    *several = found == &several_countries;

  return found != &several_countries ? found : NULL;
}

/* How many letters one must add, drop, change or swap to make `b` of `a`. */
static guint
measure_edits (const char *a,
               const char *b)
{
  guint rows[3][LONGEST + 1];
  gsize n_a = strlen (a), n_b = strlen (b);

  if (n_a > LONGEST || n_b > LONGEST)
    return G_MAXUINT;

  for (gsize j = 0; j <= n_b; j++)
    rows[0][j] = j;

  for (gsize i = 1; i <= n_a; i++)
    {
      guint *row = rows[i % 3], *above = rows[(i + 2) % 3], *two_above = rows[(i + 1) % 3];

      row[0] = i;
      for (gsize j = 1; j <= n_b; j++)
        {
          row[j] = MIN (MIN (above[j], row[j - 1]) + 1, above[j - 1] + (a[i - 1] != b[j - 1]));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], two_above[j - 2] + 1);
        }
    }

  return rows[n_a % 3][n_b];
}

static void
try_name (const char  *name,
          const char  *folded,
          guint       *best,
          const char **nearest)
{
  g_autofree char *other = fold (name);
  guint edits = measure_edits (folded, other);

  /* A third of the letters may be wrong, not more; short words are too much alike for that. */
  if (edits < *best && edits * 3 <= MIN (strlen (folded), strlen (other)))
    {
      *best = edits;
      *nearest = name;
    }
}

static void
try_names (const char * const  *names,
           const char          *folded,
           guint               *best,
           const char         **nearest)
{
  for (gsize i = 0; names[i] != NULL; i++)
    try_name (names[i], folded, best, nearest);
}

/**
 * plx_country_suggest:
 * @text: what somebody typed for a country
 * @name: (out) (optional) (nullable): the name of it that is most alike
 *
 * Returns: (nullable) (transfer none): the country that may have been meant
 */
const PlxCountryInfo *
plx_country_suggest (const char  *text,
                     const char **name)
{
  g_autofree char *folded = fold (text);
  const PlxCountryInfo *found = NULL;
  const char *nearest = NULL;
  guint best = G_MAXUINT;
  gsize n;
  const PlxCountryInfo *countries = plx_countries_list (&n);

  for (gsize i = 0; i < n; i++)
    {
      guint before = best;

      try_name (countries[i].name, folded, &best, &nearest);
      try_name (countries[i].official_name, folded, &best, &nearest);
      try_names (countries[i].aliases, folded, &best, &nearest);
      try_names (countries[i].demonyms, folded, &best, &nearest);
      try_names (countries[i].metonyms, folded, &best, &nearest);
      if (best < before)
        found = &countries[i];
    }

  if (name != NULL)
    *name = nearest;

  return found;
}
