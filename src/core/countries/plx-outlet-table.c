/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-outlet-table"

#include "config.h"

#include "countries/plx-outlet-table.h"

#include <gio/gio.h>
#include <string.h>

#define TABLE "/io/github/parallaxapp/Parallax/outlets/outlets.tsv"

/**
 * Table:
 * @names: a name or alias as it is written → the outlet's name
 * @domains: a host → the outlet's name
 * @countries: a host → the code of the country that the outlet is from
 * @homes: the outlet's name → that code, `NULL` where outlets of several countries share the name
 *
 * The outlets that we know. Built once and kept until the program ends.
 */
typedef struct
{
  GHashTable *names;
  GHashTable *domains;
  GHashTable *countries;
  GHashTable *homes;
} Table;

static gboolean
is_listed (const char *name,
           char      **list)
{
  return g_strv_contains ((const char *const *) list, name);
}

static void
add_home (Table      *table,
          const char *name,
          const char *country)
{
  const char *code = *country != '\0' ? g_intern_string (country) : NULL;
  gpointer known;

  if (g_hash_table_lookup_extended (table->homes, name, NULL, &known) && known != code)
    code = NULL;
  g_hash_table_replace (table->homes, (char *) name, (char *) code);
}

static void
table_add (Table *table,
           char **row)
{
  g_auto (GStrv) domains = g_strsplit (row[1], "|", -1);
  g_auto (GStrv) aliases = g_strsplit (row[2], "|", -1);
  g_auto (GStrv) ambiguous = g_strsplit (row[5], "|", -1);
  /* Lives as long as the table. */
  char *name = g_strdup (row[0]);

  for (guint i = 0; domains[i] != NULL; i++)
    if (*domains[i] != '\0')
      {
        g_hash_table_insert (table->domains, g_strdup (domains[i]), name);
        if (*row[3] != '\0')
          g_hash_table_insert (table->countries, g_strdup (domains[i]),
                               (char *) g_intern_string (row[3]));
      }

  add_home (table, name, row[3]);
  if (!is_listed (name, ambiguous) && !g_hash_table_contains (table->names, name))
    g_hash_table_insert (table->names, name, name);
  for (guint i = 0; aliases[i] != NULL; i++)
    if (*aliases[i] != '\0' && !is_listed (aliases[i], ambiguous) &&
        !g_hash_table_contains (table->names, aliases[i]))
      g_hash_table_insert (table->names, g_strdup (aliases[i]), name);
}

static Table *
get_table (void)
{
  static gsize once = 0;
  static Table table;

  if (g_once_init_enter (&once))
    {
      g_autoptr (GBytes) bytes = g_resources_lookup_data (TABLE, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                                           NULL);
      g_auto (GStrv) lines = NULL;

      table.names = g_hash_table_new (g_str_hash, g_str_equal);
      table.domains = g_hash_table_new (g_str_hash, g_str_equal);
      table.countries = g_hash_table_new (g_str_hash, g_str_equal);
      table.homes = g_hash_table_new (g_str_hash, g_str_equal);
      g_assert (bytes != NULL);
      lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);

      for (guint i = 1; lines[i] != NULL; i++)
        {
          g_auto (GStrv) row = g_strsplit (lines[i], "\t", -1);

          if (g_strv_length (row) >= 6)
            table_add (&table, row);
        }
      g_once_init_leave (&once, 1);
    }

  return &table;
}

/* “www-ledger-example.cdn.ampproject.org”: dots are hyphens there, and hyphens are two. */
static char *
dup_cached_host (const char *host)
{
  g_autoptr (GString) plain = g_string_new_len (host, strcspn (host, "."));

  g_string_replace (plain, "--", "\n", 0);
  g_string_replace (plain, "-", ".", 0);
  g_string_replace (plain, "\n", "-", 0);

  return g_string_free (g_steal_pointer (&plain), FALSE);
}

/*
 * The host of an address in small letters. Caches and archives keep the pages of others: theirs
 * is the host that stands inside.
 */
static char *
dup_host (const char *address)
{
  static const char *const keepers[] = { "google.com/amp/s/", "bing.com/amp/s/",
                                         "cdn.ampproject.org/c/s/", "cdn.ampproject.org/v/s/",
                                         "web.archive.org/web/", "archive.ph/", "archive.is/",
                                         "archive.today/", "outline.com/" };
  const char *host = address != NULL ? strstr (address, "://") : NULL;

  if (host == NULL)
    return NULL;

  host += strlen ("://");
  for (guint i = 0; i < G_N_ELEMENTS (keepers); i++)
    {
      const char *kept = strstr (host, keepers[i]);
      const char *inner;

      if (kept == NULL)
        continue;
      kept += strlen (keepers[i]);
      inner = strstr (kept, "://");
      if (inner != NULL)
        host = inner + strlen ("://");
      else if (strchr (kept, '.') != NULL && strchr (kept, '/') != NULL)
        host = kept;
      break;
    }

  if (strstr (host, ".cdn.ampproject.org") != NULL)
    {
      g_autofree char *cached = dup_cached_host (host);

      return g_ascii_strdown (cached, -1);
    }

  return g_ascii_strdown (host, strcspn (host, "/:?#"));
}

/* What a table of hosts says of the host of an address, or of the longest end of it. */
static const char *
find_host (GHashTable *table,
           const char *address)
{
  g_autofree char *host = dup_host (address);

  for (const char *p = host; p != NULL && strchr (p, '.') != NULL;)
    {
      const char *value = g_hash_table_lookup (table, p);

      if (value != NULL)
        return value;
      p = strchr (p, '.');
      p = p != NULL ? p + 1 : NULL;
    }

  return NULL;
}

/**
 * plx_outlets_find_by_address:
 * @address: (nullable): an address
 *
 * Returns: (nullable): the outlet whose host it is, as a static string
 */
const char *
plx_outlets_find_by_address (const char *address)
{
  return find_host (get_table ()->domains, address);
}

/**
 * plx_outlets_find_country:
 * @address: (nullable): an address
 *
 * Returns: (nullable): the ISO 3166-1 alpha-3 code of the country that the outlet whose host it
 *   is is from, as a static string
 */
const char *
plx_outlets_find_country (const char *address)
{
  return find_host (get_table ()->countries, address);
}

/**
 * plx_outlets_find_by_name:
 * @name: a name
 *
 * Returns: (nullable): the outlet that is called so, as a static string
 */
const char *
plx_outlets_find_by_name (const char *name)
{
  g_autofree char *with_article = NULL;
  const char *found = g_hash_table_lookup (get_table ()->names, name);

  if (found != NULL)
    return found;

  /* “the Irish Times” is The Irish Times. */
  if (g_str_has_prefix (name, "the "))
    {
      with_article = g_strdup (name);
      with_article[0] = 'T';
      return g_hash_table_lookup (get_table ()->names, with_article);
    }

  return NULL;
}

/**
 * plx_outlets_find_country_by_name:
 * @name: (nullable): the name of an outlet
 *
 * Returns: (nullable): the ISO 3166-1 alpha-3 code of the country that the outlet of that name is
 *   from, as a static string; `NULL` where outlets of several countries bear it
 */
const char *
plx_outlets_find_country_by_name (const char *name)
{
  const char *known = name != NULL ? plx_outlets_find_by_name (name) : NULL;

  return known != NULL ? g_hash_table_lookup (get_table ()->homes, known) : NULL;
}
