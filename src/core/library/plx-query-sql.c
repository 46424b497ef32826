/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-query"

#include "config.h"

#include "library/plx-index.h"
#include "library/plx-query-private.h"

/* A query in the words of SQLite. What has only words in it is an expression of FTS5's, which is
 * quick and can be weighed; whatever else has to hold is a condition on the article. */

/* Whether there is nothing in it but words that `article_fts` has. */
static gboolean
is_words (const PlxQueryNode *node)
{
  guint n_positive = 0;

  switch (node->kind)
    {
    case PLX_QUERY_PHRASE:
      return !plx_script_has_dense (node->phrase->text, -1);

    case PLX_QUERY_FACT:
    case PLX_QUERY_NOT:
      return FALSE;

    case PLX_QUERY_NEAR:
    case PLX_QUERY_AND:
    case PLX_QUERY_OR:
    default:
      /* FTS5 has no “not” but of something that is there. */
      for (guint i = 0; i < node->parts->len; i++)
        {
          const PlxQueryNode *part = node->parts->pdata[i];
          gboolean is_not = part->kind == PLX_QUERY_NOT && node->kind == PLX_QUERY_AND;

          if (!is_words (is_not ? part->parts->pdata[0] : part))
            return FALSE;
          n_positive += !is_not;
        }
      return n_positive > 0;
    }
}

static void append_words (GString            *query,
                          const PlxQueryNode *node);

static void
append_joined (GString            *query,
               const PlxQueryNode *node,
               const char         *joint)
{
  guint n = 0;

  g_string_append_c (query, '(');
  for (guint i = 0; i < node->parts->len; i++)
    {
      const PlxQueryNode *part = node->parts->pdata[i];

      if (part->kind == PLX_QUERY_NOT)
        continue;
      if (n++ > 0)
        g_string_append (query, joint);
      append_words (query, part);
    }
  g_string_append_c (query, ')');
}

static void
append_all (GString            *query,
            const PlxQueryNode *node)
{
  g_string_append_c (query, '(');
  append_joined (query, node, " AND ");
  for (guint i = 0; i < node->parts->len; i++)
    {
      const PlxQueryNode *part = node->parts->pdata[i];

      if (part->kind == PLX_QUERY_NOT)
        {
          g_string_append (query, " NOT ");
          append_words (query, part->parts->pdata[0]);
        }
    }
  g_string_append_c (query, ')');
}

/* As an expression of FTS5's: in quotation marks, nothing in a phrase is taken for an operator. */
static void
append_words (GString            *query,
              const PlxQueryNode *node)
{
  switch (node->kind)
    {
    case PLX_QUERY_PHRASE:
      if (node->column != NULL)
        g_string_append_printf (query, "%s : ", node->column);
      g_string_append_c (query, '"');
      for (const char *c = node->phrase->text; *c != '\0'; c++)
        g_string_append_len (query, *c == '"' ? "\"\"" : c, *c == '"' ? 2 : 1);
      g_string_append (query, node->phrase->prefix ? "\"*" : "\"");
      break;

    case PLX_QUERY_NEAR:
      g_string_append (query, "NEAR(");
      for (guint i = 0; i < node->parts->len; i++)
        {
          if (i > 0)
            g_string_append_c (query, ' ');
          append_words (query, node->parts->pdata[i]);
        }
      g_string_append_printf (query, ", %u)", node->distance);
      break;

    case PLX_QUERY_AND:
      append_all (query, node);
      break;

    case PLX_QUERY_OR:
      append_joined (query, node, " OR ");
      break;

    case PLX_QUERY_FACT:
    case PLX_QUERY_NOT:
    default:
      g_assert_not_reached ();
    }
}

static void
append_value (PlxQuery   *self,
              GString    *sql,
              const char *value)
{
  g_string_append_printf (sql, "?%u", PLX_QUERY_FIRST_VALUE + self->values->len);
  g_ptr_array_add (self->values, g_strdup (value));
}

static void
append_fact (PlxQuery           *self,
             GString            *sql,
             const PlxQueryNode *node)
{
  guint n = 0;

  g_string_append_c (sql, '(');
  for (const char *c = node->fact; *c != '\0'; c++)
    if (*c == '?')
      append_value (self, sql, node->values[n++]);
    else
      g_string_append_c (sql, *c);
  g_string_append_c (sql, ')');
}

static void
append_match (PlxQuery   *self,
              GString    *sql,
              const char *table,
              const char *query)
{
  g_string_append_printf (sql, "a.id IN (SELECT rowid FROM %s WHERE %s MATCH ", table, table);
  append_value (self, sql, query);
  g_string_append_c (sql, ')');
}

/* A phrase of which some, or all, is written without spaces between words. */
static void
append_dense (PlxQuery           *self,
              GString            *sql,
              const PlxQueryNode *node)
{
  g_autoptr (GPtrArray) phrases = g_ptr_array_new ();
  g_autofree char *words = NULL;
  g_autofree char *pairs = NULL;

  g_ptr_array_add (phrases, node->phrase);
  words = plx_search_dup_words_query (phrases);
  pairs = plx_search_dup_pairs_query (phrases);

  append_match (self, sql, "article_dense", pairs);
  if (*words != '\0')
    {
      g_string_append (sql, " AND ");
      append_match (self, sql, "article_fts", words);
    }
}

static void
append_condition (PlxQuery           *self,
                  GString            *sql,
                  const PlxQueryNode *node)
{
  g_autoptr (GString) words = NULL;

  if (is_words (node))
    {
      words = g_string_new (NULL);
      append_words (words, node);
      append_match (self, sql, "article_fts", words->str);
      return;
    }

  switch (node->kind)
    {
    case PLX_QUERY_PHRASE:
      append_dense (self, sql, node);
      break;

    case PLX_QUERY_FACT:
      append_fact (self, sql, node);
      break;

    case PLX_QUERY_NOT:
      g_string_append (sql, "NOT (");
      append_condition (self, sql, node->parts->pdata[0]);
      g_string_append_c (sql, ')');
      break;

    case PLX_QUERY_NEAR:
    case PLX_QUERY_AND:
    case PLX_QUERY_OR:
    default:
      g_string_append_c (sql, '(');
      for (guint i = 0; i < node->parts->len; i++)
        {
          if (i > 0)
            g_string_append (sql, node->kind == PLX_QUERY_OR ? " OR " : " AND ");
          append_condition (self, sql, node->parts->pdata[i]);
        }
      g_string_append_c (sql, ')');
    }
}

/* What a hit is shown by: what has to stand in it, wherever. */
static void
collect_phrases (PlxQuery           *self,
                 const PlxQueryNode *node)
{
  if (node->kind == PLX_QUERY_PHRASE)
    {
      if (node->column == NULL || g_str_equal (node->column, "body"))
        {
          PlxQueryPhrase *phrase = g_memdup2 (node->phrase, sizeof *node->phrase);

          phrase->text = g_strdup (node->phrase->text);
          g_ptr_array_add (self->phrases, phrase);
        }
      return;
    }

  if (node->kind == PLX_QUERY_NOT || node->parts == NULL)
    return;
  for (guint i = 0; i < node->parts->len; i++)
    collect_phrases (self, node->parts->pdata[i]);
}

/* What is written without spaces between words can be weighed too, where all hits have it. */
static gboolean
is_dense (const PlxQueryNode *node)
{
  return node->kind == PLX_QUERY_PHRASE && node->column == NULL && !is_words (node);
}

static void
append_and (GString    *query,
            const char *more)
{
  if (*more != '\0')
    g_string_append_printf (query, "%s%s", query->len > 0 ? " AND " : "", more);
}

/* The words and pairs of letters that all hits have. */
static void
compile_text (PlxQuery     *self,
              GPtrArray    *parts,
              GString      *words)
{
  g_autoptr (GPtrArray) dense = g_ptr_array_new ();
  g_autofree char *dense_words = NULL;

  for (guint i = 0; i < parts->len; i++)
    {
      const PlxQueryNode *part = parts->pdata[i];
      g_autoptr (GString) query = g_string_new (NULL);

      if (is_words (part))
        append_words (query, part);
      else if (is_dense (part))
        g_ptr_array_add (dense, part->phrase);
      append_and (words, query->str);
    }

  dense_words = plx_search_dup_words_query (dense);
  append_and (words, dense_words);
  self->pairs = plx_search_dup_pairs_query (dense);
}

/* What they must not have goes with the words where there are any; all else is a condition. */
static void
compile_rest (PlxQuery  *self,
              GPtrArray *parts,
              GString   *words)
{
  g_autoptr (GString) condition = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const PlxQueryNode *part = parts->pdata[i];

      if (is_words (part) || is_dense (part))
        continue;

      if (words->len > 0 && part->kind == PLX_QUERY_NOT && is_words (part->parts->pdata[0]))
        {
          g_string_prepend_c (words, '(');
          g_string_append (words, ") NOT ");
          append_words (words, part->parts->pdata[0]);
          continue;
        }

      if (condition->len > 0)
        g_string_append (condition, " AND ");
      append_condition (self, condition, part);
    }

  self->condition = g_string_free_and_steal (g_steal_pointer (&condition));
}

/**
 * plx_query_compile:
 * @self: a query of which nothing is known
 * @root: (nullable): what is looked for
 *
 * Says it in the words of SQLite.
 */
void
plx_query_compile (PlxQuery     *self,
                   PlxQueryNode *root)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autoptr (GString) words = g_string_new (NULL);

  self->values = g_ptr_array_new_with_free_func (g_free);
  self->phrases = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_query_phrase_free);

  if (root != NULL && root->kind == PLX_QUERY_AND)
    g_ptr_array_extend (parts, root->parts, NULL, NULL);
  else if (root != NULL)
    g_ptr_array_add (parts, root);

  compile_text (self, parts, words);
  compile_rest (self, parts, words);
  self->words = g_string_free_and_steal (g_steal_pointer (&words));
  if (root != NULL)
    collect_phrases (self, root);
}
