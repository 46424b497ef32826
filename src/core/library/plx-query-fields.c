/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-query"

#include "config.h"

#include <stdio.h>
#include <string.h>

#include "library/plx-query-private.h"
#include "library/plx-tag-rows.h"
#include "model/plx-json.h"

/* What a query can ask of an article besides its words: its fields. */

#define HAS_DAY "a.day BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER)"
#define HAS_LANGUAGE "a.language = ? COLLATE NOCASE OR a.language LIKE ? || '-%'"

/* From the countries to the articles: there are few of the first, and an index leads on. */
#define HAS_COUNTRY \
  "a.id IN (SELECT x.id FROM json_each(?) r CROSS JOIN body_country c" \
  " ON c.country = r.value ->> 0 CROSS JOIN article x ON x.body = c.body" \
  " WHERE x.day BETWEEN r.value ->> 1 AND r.value ->> 2)"

#define IN_STORY \
  "a.id IN (SELECT sa.article FROM story s JOIN story_article sa ON sa.story = s.id" \
  " WHERE s.title LIKE '%' || ? || '%')"

/* What a story is called is true of its articles. */
#define HAS_TAG \
  "a.id IN (SELECT t.article FROM tag g JOIN tagged t ON t.tag = g.id WHERE g.folded = ?" \
  " UNION ALL SELECT sa.article FROM tag g JOIN tagged t ON t.tag = g.id" \
  " JOIN story_article sa ON sa.story = t.story WHERE g.folded = ?)"

/* What stands in a column of the index. */
static const struct
{
  const char *field;
  const char *column;
} columns[] = {
  { "headline", "headline" },
  { "title", "headline" },
  { "outlet", "outlet" },
  { "author", "author" },
  { "text", "body" },
};

/* The days from one to another of what is written as a year, a month or a day. */
static gboolean
read_days (const char *text,
           gsize       length,
           PlxDay     *first,
           PlxDay     *last)
{
  g_autofree char *copy = g_strndup (text, length);
  int year = 0, month = 0, day = 0, n = 0;
  int n_read = sscanf (copy, "%4d%n-%2d%n-%2d%n", &year, &n, &month, &n, &day, &n);
  GDate date;

  if (n_read < 1 || copy[n] != '\0' || year < 1 || month < 0 || day < 0 ||
      !g_date_valid_dmy (n_read > 2 ? day : 1, n_read > 1 ? month : 1, year))
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, n_read > 2 ? day : 1, n_read > 1 ? month : 1, year);
  *first = g_date_get_julian (&date);
  if (n_read == 1)
    g_date_add_years (&date, 1);
  else if (n_read == 2)
    g_date_add_months (&date, 1);
  else
    g_date_add_days (&date, 1);
  *last = g_date_get_julian (&date) - 1;

  return TRUE;
}

/* One, or two with two dots between, of which either may be missing. */
static PlxQueryNode *
make_date (const char  *value,
           GError     **error)
{
  const char *dots = strstr (value, "..");
  const char *end = value + strlen (value);
  PlxDay first = 1, last = G_MAXINT32;
  PlxDay other;
  gboolean is_read;

  if (dots == NULL)
    is_read = read_days (value, end - value, &first, &last);
  else
    is_read = (dots > value || dots + 2 < end) &&
              (dots == value || read_days (value, dots - value, &first, &other)) &&
              (dots + 2 == end || read_days (dots + 2, end - dots - 2, &other, &last));

  if (is_read)
    {
      g_autofree char *from = g_strdup_printf ("%u", first);
      g_autofree char *to = g_strdup_printf ("%u", last);

      return plx_query_node_new_fact (HAS_DAY, from, to);
    }

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               "“%s” is no date. Write 2023, 2023-08 or 2023-08-14, or two of them with two dots "
               "between.", value);

  return NULL;
}

static PlxQueryNode *
make_countries (GArray *spans)
{
  g_autoptr (GString) json = g_string_new ("[");

  for (guint i = 0; i < spans->len; i++)
    {
      const PlxCountrySpan *of = &g_array_index (spans, PlxCountrySpan, i);

      g_string_append_printf (json, "%s[\"%s\",%u,%u]", i > 0 ? "," : "", of->country, of->first,
                              of->last);
    }
  g_string_append_c (json, ']');

  return plx_query_node_new_fact (HAS_COUNTRY, json->str, NULL);
}

/* The days that are asked for are the article's own. */
static PlxQueryNode *
make_fact (const char  *field,
           const char  *value,
           GError     **error)
{
  if (g_str_equal (field, "date"))
    return make_date (value, error);
  if (g_str_equal (field, "language"))
    return plx_query_node_new_fact (HAS_LANGUAGE, value, value);
  if (g_str_equal (field, "tag"))
    {
      g_autofree char *folded = plx_tag_fold (value);

      return plx_query_node_new_fact (HAS_TAG, folded, folded);
    }

  return plx_query_node_new_fact (IN_STORY, value, NULL);
}

static gboolean
is_fact (const char *field)
{
  static const char * const facts[] = { "date", "language", "story", "tag", NULL };

  return g_strv_contains (facts, field);
}

/**
 * plx_query_read_field:
 * @field: what stands before the colon, in small letters
 * @value: what stands after it
 * @is_quoted: whether it stands in quotation marks
 * @find_countries: (nullable): knows the fields that ask for countries
 * @user_data: data for @find_countries
 * @node: (out) (transfer full) (nullable): what is asked for; `NULL` on error, and where nothing is
 *   asked for yet
 * @error: return location for an error, where there is such a field and the value means nothing
 *
 * Returns: whether there is such a field
 */
gboolean
plx_query_read_field (const char             *field,
                      const char             *value,
                      gboolean                is_quoted,
                      PlxQueryCountriesFunc   find_countries,
                      gpointer                user_data,
                      PlxQueryNode          **node,
                      GError                **error)
{
  g_autoptr (GArray) spans = NULL;

  *node = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_str_equal (columns[i].field, field))
      {
        if (plx_query_has_word (value))
          *node = plx_query_node_new_phrase (g_strdup (value), !is_quoted, columns[i].column);
        return TRUE;
      }

  if (is_fact (field))
    {
      if (*value != '\0')
        *node = make_fact (field, value, error);
      return TRUE;
    }

  if (find_countries == NULL)
    return FALSE;

  /* One is still typing. */
  if (*value == '\0')
    return find_countries (field, "", &spans, user_data, NULL);
  if (!find_countries (field, value, &spans, user_data, error))
    return FALSE;
  if (spans != NULL)
    *node = make_countries (spans);

  return TRUE;
}
