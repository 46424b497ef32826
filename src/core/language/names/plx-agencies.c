/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-agencies"

#include "config.h"

#include "language/names/plx-agencies.h"

#include <gio/gio.h>
#include <string.h>

#define TABLE "/io/github/parallaxapp/Parallax/language/agencies.tsv"

/* No form of a name is longer, in words and in bytes. */
#define NAME_WORDS 6
#define NAME_BYTES 80

/* Where two agencies meet, as in “AFP/Reuters”. */
#define JOINTS "/,;+&|"

/**
 * Table:
 * @exact: a form as it is written → the agency's name
 * @folded: the same without regard to case
 *
 * The agencies that we know. Built once and kept until the program ends.
 */
typedef struct
{
  GHashTable *exact;
  GHashTable *folded;
} Table;

static void
table_add (Table      *table,
           const char *form,
           const char *name)
{
  g_hash_table_insert (table->exact, g_strdup (form), (char *) name);
  g_hash_table_insert (table->folded, g_utf8_casefold (form, -1), (char *) name);
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

      g_assert (bytes != NULL);
      table.exact = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      table.folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);

      for (guint i = 1; lines[i] != NULL; i++)
        {
          g_auto (GStrv) row = g_strsplit_set (lines[i], "\t|", -1);
          /* Lives as long as the table. */
          const char *name = *lines[i] != '\0' ? g_strdup (row[0]) : NULL;

          for (guint k = 0; name != NULL && row[k] != NULL; k++)
            table_add (&table, row[k], name);
        }
      g_once_init_leave (&once, 1);
    }

  return &table;
}

static void
add_once (GPtrArray  *agencies,
          const char *name)
{
  /* Names of the table: the same name is the same pointer. */
  if (!g_ptr_array_find (agencies, name, NULL))
    g_ptr_array_add (agencies, (gpointer) name);
}

/* Drops what may stand around a name: spaces, marks, “the”. */
static char *
dup_bare (const char *name,
          gsize       length)
{
  g_autofree char *copy = g_strndup (name, length);
  char *start = copy + strspn (copy, " \t\n\"'([{*_.-/");
  gsize end = strlen (start);

  if (g_str_has_prefix (start, "©"))
    start += strlen ("©");
  if (g_ascii_strncasecmp (start, "the ", 4) == 0)
    start += 4;
  start += strspn (start, " ");
  end = strlen (start);
  while (end > 0 && strchr (" \t\n\"')]}*_.-/:;,", start[end - 1]) != NULL)
    end--;

  return g_strndup (start, end);
}

static const char *
lookup (const char *name,
        gssize      length,
        gboolean    any_case)
{
  g_autofree char *bare = NULL;
  g_autofree char *folded = NULL;

  if (length < 0)
    length = strlen (name);
  if (length > NAME_BYTES)
    return NULL;

  bare = dup_bare (name, length);
  if (!any_case)
    return g_hash_table_lookup (get_table ()->exact, bare);
  folded = g_utf8_casefold (bare, -1);

  return g_hash_table_lookup (get_table ()->folded, folded);
}

/**
 * plx_agencies_find:
 * @name: a name
 * @length: bytes in it, or -1
 *
 * Returns: (nullable): the agency that is called so, in capitals or not, as a static string
 */
const char *
plx_agencies_find (const char *name,
                   gssize      length)
{
  return lookup (name, length, TRUE);
}

/**
 * plx_agencies_read_credit:
 * @credit: what stands where a credit stands, such as “AFP/Reuters” or “dpa, Lusa”
 * @length: bytes in it, or -1
 * @any_case: whether nothing but a credit can stand there, so that capitals tell nothing
 * @agencies: (element-type utf8): where to add the names, as static strings, each once
 *
 * Returns: how many of its parts are agencies
 */
guint
plx_agencies_read_credit (const char *credit,
                          gssize      length,
                          gboolean    any_case,
                          GPtrArray  *agencies)
{
  g_autofree char *copy = g_strndup (credit, length < 0 ? strlen (credit) : (gsize) length);
  const char *whole = lookup (copy, -1, any_case);
  g_auto (GStrv) parts = NULL;
  guint n = 0;

  if (whole != NULL)
    {
      add_once (agencies, whole);
      return 1;
    }

  parts = g_strsplit_set (copy, JOINTS, -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) halves = g_strsplit (parts[i], " and ", 2);

      for (guint k = 0; halves[k] != NULL; k++)
        {
          const char *name = lookup (halves[k], -1, any_case);

          if (name != NULL)
            add_once (agencies, name);
          n += name != NULL;
        }
    }

  return n;
}

static gboolean
is_letter (const char *p)
{
  return g_unichar_isalnum (g_utf8_get_char (p));
}

/* The longest name that starts at @start, written as its agency writes it; gives its length. */
static const char *
match_name (const char *start,
            gsize      *length)
{
  gsize ends[NAME_WORDS];
  guint n = 0;
  const char *p = start;

  while (n < NAME_WORDS && *p != '\0' && p - start <= NAME_BYTES)
    {
      while (*p != '\0' && (is_letter (p) || strncmp (p, "’", strlen ("’")) == 0 || *p == '\''))
        p = g_utf8_next_char (p);
      ends[n++] = p - start;
      if ((*p != ' ' && *p != '-') || !is_letter (p + 1))
        break;
      p++;
    }

  while (n-- > 0)
    {
      g_autofree char *name = g_strndup (start, ends[n]);
      const char *found;

      if (g_str_has_suffix (name, "’s") || g_str_has_suffix (name, "'s"))
        *g_strrstr (name, g_str_has_suffix (name, "'s") ? "'" : "’") = '\0';
      found = g_hash_table_lookup (get_table ()->exact, name);
      /* Two letters are the initials of somebody more often. */
      if (found != NULL && (strlen (name) > 2 || strcmp (name, "AP") == 0))
        {
          *length = ends[n];
          return found;
        }
    }

  return NULL;
}

/**
 * plx_agencies_find_all:
 * @text: a line that credits somebody, such as “With files from AFP and Reuters”
 * @agencies: (element-type utf8): where to add the names, as static strings, each once
 *
 * Finds the agencies that are named in a line. Since their short forms are words too, they have
 * to be written as the agencies write them.
 */
void
plx_agencies_find_all (const char *text,
                       GPtrArray  *agencies)
{
  gboolean inside = FALSE;

  for (const char *p = text; *p != '\0';)
    {
      gboolean letter = is_letter (p);
      gsize length = 0;
      const char *found = letter && !inside ? match_name (p, &length) : NULL;

      inside = letter;
      if (found == NULL)
        {
          p = g_utf8_next_char (p);
          continue;
        }

      add_once (agencies, found);
      p += length;
      inside = FALSE;
    }
}
