/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sameness"

#include "config.h"

#include "reading/article/plx-sameness.h"

#include <string.h>

#include "model/plx-values.h"
#include "reading/article/plx-outlets.h"

/* A zone, or midnight, moves a date by one day; more is another date. */
#define DAYS_APART 2

/* Two descriptions that start alike in so many letters are one, and one of them was cut. */
#define SAME_START 30

/* What another place says is shown to people: more than a few values tell nothing. */
#define MAX_OTHERS 3

/* Letters and digits only, in small letters. */
static char *
dup_plain (const char *text)
{
  GString *plain = g_string_new (NULL);
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (plain, g_utf8_get_char (p));

  return g_string_free (plain, FALSE);
}

/* One says what the other says, and perhaps more: “Ferry sinks | The Harbour Ledger”. */
static gboolean
is_contained (const char *one,
              const char *other)
{
  g_autofree char *a = dup_plain (one);
  g_autofree char *b = dup_plain (other);

  return *a == '\0' || *b == '\0' || strstr (a, b) != NULL || strstr (b, a) != NULL;
}

static gboolean
starts_alike (const char *one,
              const char *other)
{
  g_autofree char *a = dup_plain (one);
  g_autofree char *b = dup_plain (other);

  return strncmp (a, b, SAME_START) == 0 || strstr (a, b) != NULL || strstr (b, a) != NULL;
}

/* The names of a byline, each plain. */
static GStrv
split_names (const char *byline)
{
  static const char *const joints[] = { " and ", " & ", " und ", " et ", " y ", " i ", " og ",
                                        " och ", " e ", ";", "|", "/", "\n" };
  g_autoptr (GString) text = g_string_new (byline);
  GStrv names;

  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    g_string_replace (text, joints[i], ",", 0);
  names = g_strsplit (text->str, ",", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      char *plain = dup_plain (names[i]);

      g_free (names[i]);
      names[i] = plain;
    }

  return names;
}

/* Whether each of @some is among @all. */
static gboolean
are_among (char **some,
           char **all)
{
  for (guint i = 0; some[i] != NULL; i++)
    {
      gboolean found = *some[i] == '\0';

      for (guint k = 0; all[k] != NULL && !found; k++)
        found = *all[k] != '\0' && (strstr (all[k], some[i]) != NULL ||
                                    strstr (some[i], all[k]) != NULL);
      if (!found)
        return FALSE;
    }

  return TRUE;
}

static gboolean
are_same_authors (const char *one,
                  const char *other)
{
  g_auto (GStrv) a = split_names (one);
  g_auto (GStrv) b = split_names (other);

  return are_among (a, b) || are_among (b, a);
}

/* The outlet that we know by a name, or by its host where a site is called by that. */
static const char *
find_outlet (const char *name)
{
  const char *known = plx_outlets_find_by_name (name);
  g_autofree char *address = NULL;

  if (known != NULL || strchr (name, '.') == NULL || strchr (name, ' ') != NULL)
    return known;
  address = g_strconcat ("https://", name, NULL);

  return plx_outlets_find_by_address (address);
}

/* “Express.co.uk” without the end of a host. */
static char *
dup_outlet (const char *name)
{
  const char *dot = strchr (name, ' ') == NULL ? strrchr (name, '.') : NULL;

  if (dot == NULL || dot == name || strlen (dot) > 5)
    return g_strdup (name);
  if (g_str_has_suffix (name, ".co.uk") || g_str_has_suffix (name, ".com.au"))
    dot = strchr (name, '.');

  return g_strndup (name, dot - name);
}

static gboolean
are_same_outlets (const char *one,
                  const char *other)
{
  const char *a = find_outlet (one);
  const char *b = find_outlet (other);
  g_autofree char *bare_a = dup_outlet (one);
  g_autofree char *bare_b = dup_outlet (other);

  return (a != NULL && a == b) || is_contained (bare_a, bare_b) ||
         (a != NULL && is_contained (a, other)) || (b != NULL && is_contained (one, b));
}

static gboolean
are_same_days (const char *one,
               const char *other)
{
  PlxDay a = plx_day_parse (one);
  PlxDay b = plx_day_parse (other);

  /* A month, as the text may tell: “2023-09”. */
  if (a == 0 || b == 0)
    return strncmp (one, other, strlen ("2023-09")) == 0;

  return MAX (a, b) - MIN (a, b) < DAYS_APART;
}

/* “nb” and “nn” are “no”; a script or a country makes no other language. */
static char *
dup_language (const char *language)
{
  char *own = g_ascii_strdown (language, strcspn (language, "-_"));

  if (g_str_equal (own, "nb") || g_str_equal (own, "nn"))
    g_set_str (&own, "no");
  else if (g_str_equal (own, "sh") || g_str_equal (own, "hr") || g_str_equal (own, "bs"))
    g_set_str (&own, "sr");
  else if (g_str_equal (own, "in"))
    g_set_str (&own, "id");
  else if (g_str_equal (own, "iw"))
    g_set_str (&own, "he");

  return own;
}

static gboolean
are_same_languages (const char *one,
                    const char *other)
{
  g_autofree char *a = dup_language (one);
  g_autofree char *b = dup_language (other);

  return g_str_equal (a, b);
}

/*
 * An address without what does not change the page: the protocol, “www.”, “m.” and “amp.”, what
 * follows the path, and the name of an index.
 */
static char *
dup_address (const char *address)
{
  static const char *const hosts[] = { "www.", "m.", "amp.", "mobile.", "edition.", "www1.",
                                       "www2." };
  static const char *const tails[] = { "/", "/amp", "/index.html", "/index.php", ".amp",
                                       ".amp.html", "/outputtype/amp" };
  const char *start = strstr (address, "://");
  char *own;

  start = start != NULL ? start + strlen ("://") : address;
  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    if (g_ascii_strncasecmp (start, hosts[i], strlen (hosts[i])) == 0)
      start += strlen (hosts[i]);

  own = g_ascii_strdown (start, strcspn (start, "?#"));
  for (guint i = 0; i < 2 * G_N_ELEMENTS (tails); i++)
    if (g_str_has_suffix (own, tails[i % G_N_ELEMENTS (tails)]))
      own[strlen (own) - strlen (tails[i % G_N_ELEMENTS (tails)])] = '\0';

  return own;
}

/* The parts of a query that name the page: `id=4`, and not `utm_source=x`. */
static char *
dup_query (const char *address)
{
  static const char *const names[] = { "id", "p", "article", "aid", "articleid", "story", "storyid",
                                       "newsid", "nid", "news_id", "a", "n", "idart", "page_id",
                                       NULL };
  const char *query = strchr (address, '?');
  g_autoptr (GString) kept = g_string_new (NULL);
  g_auto (GStrv) parts = NULL;

  if (query == NULL)
    return g_strdup ("");

  parts = g_strsplit_set (query + 1, "&;#", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *name = g_ascii_strdown (parts[i], strcspn (parts[i], "="));

      if (g_strv_contains (names, name))
        g_string_append_printf (kept, "%s;", parts[i]);
    }

  return g_string_free (g_steal_pointer (&kept), FALSE);
}

/* One path under two hosts of one name: “social.ledger.example/a” and “ledger.example/a”. */
static gboolean
are_cousins (const char *one,
             const char *other)
{
  const char *path_one = strchr (one, '/');
  const char *path_other = strchr (other, '/');
  const char *longer = strlen (one) > strlen (other) ? one : other;
  const char *shorter = longer == one ? other : one;
  gsize more = strlen (longer) - strlen (shorter);

  return path_one != NULL && path_other != NULL && path_one[1] != '\0' &&
         g_str_equal (path_one, path_other) && more > 0 && longer[more - 1] == '.' &&
         g_str_has_suffix (longer, shorter);
}

static gboolean
are_same_addresses (const char *one,
                    const char *other)
{
  g_autofree char *a = dup_address (one);
  g_autofree char *b = dup_address (other);
  g_autofree char *query_a = dup_query (one);
  g_autofree char *query_b = dup_query (other);

  return (g_str_equal (a, b) || are_cousins (a, b)) &&
         (*query_a == '\0' || *query_b == '\0' || g_str_equal (query_a, query_b));
}

/**
 * plx_sameness_judge:
 * @field: a field of the metadata
 * @one: what one place says of it
 * @other: what another place says
 *
 * Returns: whether the two mean the same, so that nobody needs to be told of both
 */
gboolean
plx_sameness_judge (PlxField    field,
                    const char *one,
                    const char *other)
{
  switch (field)
    {
    case PLX_FIELD_STANDFIRST:
      return starts_alike (one, other);

    case PLX_FIELD_AUTHOR:
      return are_same_authors (one, other);

    case PLX_FIELD_OUTLET:
      return are_same_outlets (one, other);

    case PLX_FIELD_PUBLISHED:
      return are_same_days (one, other);

    case PLX_FIELD_LANGUAGE:
      return are_same_languages (one, other);

    case PLX_FIELD_ADDRESS:
      return are_same_addresses (one, other);

    case PLX_FIELD_HEADLINE:
    case PLX_FIELD_SECTION:
    case PLX_FIELD_AGENCY:
    case PLX_FIELD_DATELINE:
    default:
      return is_contained (one, other);
    }
}

/**
 * plx_sameness_add:
 * @document: a document whose fields are filled
 * @field: a field of the metadata
 * @value: (nullable): what another place says of it
 * @found: (nullable): where
 *
 * Keeps @value as an other value of the document, where the document has one and it means
 * something else than that, and than all others that are kept.
 */
void
plx_sameness_add (PlxDocument *document,
                  PlxField     field,
                  const char  *value,
                  const char  *found)
{
  guint n = 0;

  if (value == NULL || *value == '\0' || document->fields[field] == NULL ||
      plx_sameness_judge (field, document->fields[field], value))
    return;

  for (guint i = 0; i < document->others->len; i++)
    {
      const PlxOtherValue *known = &g_array_index (document->others, PlxOtherValue, i);

      if (known->field != field)
        continue;
      if (++n >= MAX_OTHERS || plx_sameness_judge (field, known->value, value))
        return;
    }

  plx_document_add_other (document, field, value, found);
}
