/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-query"

#include "config.h"

#include "library/plx-query.h"

#include <string.h>

#include "library/plx-query-private.h"

/* Who nests deeper does not know any more what he asks; and SQLite has its limits. */
#define MAX_DEPTH 40

/* How many words may lie between those that are near, where nothing is said. */
#define NEAR_DISTANCE 10
#define MAX_NEAR_DISTANCE 1000

/* What is read, and how far. */
typedef struct
{
  const char            *at;
  guint                  depth;
  PlxQueryCountriesFunc  find_countries;
  gpointer               user_data;
} Parser;

static PlxQueryNode *parse_any (Parser  *parser,
                                GError **error);

PlxQueryNode *
plx_query_node_new_phrase (char       *text,
                           gboolean    prefix,
                           const char *column)
{
  PlxQueryNode *self = g_new0 (PlxQueryNode, 1);

  self->kind = PLX_QUERY_PHRASE;
  self->phrase = g_new0 (PlxQueryPhrase, 1);
  self->phrase->text = text;
  self->phrase->prefix = prefix;
  self->column = column;

  return self;
}

PlxQueryNode *
plx_query_node_new_fact (const char *fact,
                         const char *value,
                         const char *second)
{
  PlxQueryNode *self = g_new0 (PlxQueryNode, 1);
  const char *values[] = { value, second, NULL };

  self->kind = PLX_QUERY_FACT;
  self->fact = fact;
  self->values = g_strdupv ((char **) values);

  return self;
}

/* Either may be NULL: nothing is joined to the other by that. Parts of the same kind are joined
 * flat. */
PlxQueryNode *
plx_query_node_join (PlxQueryKind  kind,
                     PlxQueryNode *first,
                     PlxQueryNode *second)
{
  PlxQueryNode *self;

  if (first == NULL || (second == NULL && kind != PLX_QUERY_NOT))
    return first != NULL ? first : second;

  if (first->kind == kind && kind != PLX_QUERY_NOT)
    {
      g_ptr_array_add (first->parts, second);
      return first;
    }

  self = g_new0 (PlxQueryNode, 1);
  self->kind = kind;
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_query_node_free);
  g_ptr_array_add (self->parts, first);
  if (second != NULL)
    g_ptr_array_add (self->parts, second);

  return self;
}

void
plx_query_node_free (PlxQueryNode *self)
{
  if (self->phrase != NULL)
    g_free (self->phrase->text);
  g_free (self->phrase);
  g_strfreev (self->values);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_free (self);
}

static void
skip_spaces (Parser *parser)
{
  while (g_unichar_isspace (g_utf8_get_char (parser->at)))
    parser->at = g_utf8_next_char (parser->at);
}

/* Bytes up to where a word ends: at a space, a bracket or a quotation mark. */
static gsize
measure_word (const char *at)
{
  const char *end = at;

  while (*end != '\0' && !g_unichar_isspace (g_utf8_get_char (end)) && !strchr ("()\"", *end))
    end = g_utf8_next_char (end);

  return end - at;
}

/* Whether a word in capitals comes next, and skips it. */
static gboolean
take_keyword (Parser     *parser,
              const char *keyword)
{
  gsize length = strlen (keyword);

  skip_spaces (parser);
  if (measure_word (parser->at) != length || strncmp (parser->at, keyword, length) != 0)
    return FALSE;

  parser->at += length;

  return TRUE;
}

/* A quotation mark that is never closed closes at the end: the user is still typing. */
static char *
take_quoted (Parser *parser)
{
  const char *end = strchr (++parser->at, '"');
  char *text;

  end = end != NULL ? end : parser->at + strlen (parser->at);
  text = g_strndup (parser->at, end - parser->at);
  parser->at = *end == '"' ? end + 1 : end;

  return text;
}

/* Of marks alone there is nothing in the index. */
gboolean
plx_query_has_word (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalnum (g_utf8_get_char (c)))
      return TRUE;

  return FALSE;
}

/* Takes the text. A word of more than a letter also finds those that it begins: half of all words
 * begin with one letter or another. */
static PlxQueryNode *
make_phrase (char     *text,
             gboolean  is_quoted)
{
  if (!plx_query_has_word (text))
    {
      g_free (text);
      return NULL;
    }

  return plx_query_node_new_phrase (text, !is_quoted && g_utf8_strlen (text, -1) > 1, NULL);
}

static char *
take_value (Parser   *parser,
            gboolean *is_quoted)
{
  gsize length;

  *is_quoted = *parser->at == '"';
  if (*is_quoted)
    return take_quoted (parser);

  length = measure_word (parser->at);
  parser->at += length;

  return g_strndup (parser->at - length, length);
}

/* A word with a colon in it is a field where there is such a field, and a word otherwise. */
static gboolean
parse_field (Parser        *parser,
             PlxQueryNode **node,
             GError       **error)
{
  const char *before = parser->at;
  const char *colon = memchr (before, ':', measure_word (before));
  g_autofree char *field = NULL;
  g_autofree char *value = NULL;
  gboolean is_quoted;

  if (colon == NULL || colon == before)
    return FALSE;

  field = g_ascii_strdown (before, colon - before);
  parser->at = colon + 1;
  value = take_value (parser, &is_quoted);
  if (plx_query_read_field (field, value, is_quoted, parser->find_countries, parser->user_data,
                            node, error))
    return TRUE;

  parser->at = before;

  return FALSE;
}

static PlxQueryNode *
parse_word (Parser  *parser,
            GError **error)
{
  gsize length = measure_word (parser->at);
  PlxQueryNode *node = NULL;
  char *word;

  if (parse_field (parser, &node, error))
    return node;

  word = g_strndup (parser->at, length);
  parser->at += length;
  if (length > 1 && word[length - 1] == '*')
    {
      word[length - 1] = '\0';
      if (plx_query_has_word (word))
        return plx_query_node_new_phrase (word, TRUE, NULL);
    }

  return make_phrase (word, FALSE);
}

static guint
take_distance (Parser *parser)
{
  guint64 distance = g_ascii_strtoull (parser->at + 1, (char **) &parser->at, 10);

  return CLAMP (distance, 1, MAX_NEAR_DISTANCE);
}

/* NEAR(one two, 5): all words and phrases in the brackets, the number of words that may lie
 * between. */
static PlxQueryNode *
parse_near (Parser *parser)
{
  PlxQueryNode *near = g_new0 (PlxQueryNode, 1);

  near->kind = PLX_QUERY_NEAR;
  near->distance = NEAR_DISTANCE;
  near->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_query_node_free);
  parser->at += strlen ("NEAR(");

  for (skip_spaces (parser); *parser->at != '\0' && *parser->at != ')'; skip_spaces (parser))
    {
      gsize length = strcspn (parser->at, " \t\n,()\"");
      PlxQueryNode *part = NULL;

      if (*parser->at == '"')
        part = make_phrase (take_quoted (parser), TRUE);
      else if (*parser->at == ',')
        near->distance = take_distance (parser);
      else if (length == 0)
        parser->at++;
      else
        {
          part = make_phrase (g_strndup (parser->at, length), FALSE);
          parser->at += length;
        }
      if (part != NULL)
        g_ptr_array_add (near->parts, part);
    }
  if (*parser->at == ')')
    parser->at++;

  if (near->parts->len > 0)
    return near;

  plx_query_node_free (near);

  return NULL;
}

static PlxQueryNode *
parse_brackets (Parser  *parser,
                GError **error)
{
  PlxQueryNode *node;

  parser->at++;
  if (++parser->depth > MAX_DEPTH)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           "There are too many brackets in each other.");
      return NULL;
    }

  node = parse_any (parser, error);
  parser->depth--;
  skip_spaces (parser);
  if (*parser->at == ')')
    parser->at++;

  return node;
}

static PlxQueryNode *
parse_one (Parser  *parser,
           GError **error)
{
  skip_spaces (parser);

  if (*parser->at == '(')
    return parse_brackets (parser, error);
  if (*parser->at == '"')
    return make_phrase (take_quoted (parser), TRUE);
  if (g_str_has_prefix (parser->at, "NEAR("))
    return parse_near (parser);

  return parse_word (parser, error);
}

/* Whether what comes next must not be there: “NOT word” or “-word”. */
static gboolean
take_not (Parser *parser)
{
  if (take_keyword (parser, "NOT"))
    return TRUE;
  if (*parser->at != '-' || g_unichar_isspace (g_utf8_get_char (parser->at + 1)) ||
      parser->at[1] == '\0')
    return FALSE;

  parser->at++;

  return TRUE;
}

static PlxQueryNode *
parse_all (Parser  *parser,
           GError **error)
{
  g_autoptr (PlxQueryNode) all = NULL;
  g_autoptr (GError) problem = NULL;

  for (skip_spaces (parser); *parser->at != '\0' && *parser->at != ')'; skip_spaces (parser))
    {
      const char *before = parser->at;
      PlxQueryNode *node;
      gboolean is_not;

      if (take_keyword (parser, "OR"))
        {
          parser->at = before;
          break;
        }

      take_keyword (parser, "AND");
      is_not = take_not (parser);
      node = parse_one (parser, &problem);
      if (problem != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return NULL;
        }

      if (node != NULL && is_not)
        node = plx_query_node_join (PLX_QUERY_NOT, node, NULL);
      all = plx_query_node_join (PLX_QUERY_AND, g_steal_pointer (&all), node);
    }

  return g_steal_pointer (&all);
}

static PlxQueryNode *
parse_any (Parser  *parser,
           GError **error)
{
  g_autoptr (PlxQueryNode) any = NULL;
  g_autoptr (GError) problem = NULL;

  do
    {
      PlxQueryNode *all = parse_all (parser, &problem);

      if (problem != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return NULL;
        }
      any = plx_query_node_join (PLX_QUERY_OR, g_steal_pointer (&any), all);
    }
  while (take_keyword (parser, "OR"));

  return g_steal_pointer (&any);
}

/**
 * plx_query_parse:
 * @text: what the user typed
 * @find_countries: (nullable) (scope call): knows the fields that ask for countries
 * @user_data: data for @find_countries
 * @error: return location for an error of the `G_IO_ERROR` domain
 *
 * Reads what is looked for. All words have to be there; what stands in quotation marks is looked
 * for as it is, and any other word of more than a letter also finds those that it begins. `OR`,
 * `AND` and `NOT` in capitals join them, as brackets do; a minus sign before a word is a `NOT`.
 * `NEAR(one two, 5)` wants words with at most so many between them. Fields are written before a
 * colon: `headline:`, `text:`, `outlet:`, `author:`, `date:` (a year, month or day, or two of them
 * with two dots between), `language:`, `story:`, `tag:`, and those that @find_countries knows.
 *
 * Brackets and quotation marks may be left open, since one searches while one types.
 *
 * Returns: (transfer full) (nullable): what is looked for, or `NULL` where a field says nothing
 *   that can be understood
 */
PlxQuery *
plx_query_parse (const char             *text,
                 PlxQueryCountriesFunc   find_countries,
                 gpointer                user_data,
                 GError                **error)
{
  g_autofree char *valid = NULL;
  g_autoptr (PlxQueryNode) root = NULL;
  g_autoptr (GError) problem = NULL;
  Parser parser = { 0 };
  PlxQuery *self;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  parser.at = valid;
  parser.find_countries = find_countries;
  parser.user_data = user_data;

  /* A bracket that closes what none has opened means nothing. */
  while (*parser.at != '\0' && problem == NULL)
    {
      root = plx_query_node_join (PLX_QUERY_AND, g_steal_pointer (&root),
                                  parse_any (&parser, &problem));
      if (*parser.at == ')')
        parser.at++;
    }
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }

  self = g_new0 (PlxQuery, 1);
  g_atomic_ref_count_init (&self->ref_count);
  plx_query_compile (self, root);

  return self;
}

G_DEFINE_BOXED_TYPE (PlxQuery, plx_query, plx_query_ref, plx_query_unref)

PlxQuery *
plx_query_ref (PlxQuery *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
plx_query_unref (PlxQuery *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->words);
  g_free (self->pairs);
  g_free (self->condition);
  g_ptr_array_unref (self->values);
  g_ptr_array_unref (self->phrases);
  g_free (self);
}

/**
 * plx_query_is_empty:
 * @self: a query
 *
 * Returns: whether nothing is looked for
 */
gboolean
plx_query_is_empty (PlxQuery *self)
{
  return *self->words == '\0' && *self->pairs == '\0' && *self->condition == '\0';
}

/**
 * plx_query_quote:
 * @field: a field, without the colon
 * @value: what it is to be
 *
 * Writes a field so that plx_query_parse() reads it, whatever the value is.
 *
 * Returns: (transfer full): such as `outlet:"The Lantern"`
 */
char *
plx_query_quote (const char *field,
                 const char *value)
{
  g_autofree char *plain = g_strdup (value);

  g_strdelimit (plain, "\"", ' ');

  return g_strdup_printf ("%s:\"%s\"", field, plain);
}
