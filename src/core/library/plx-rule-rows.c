/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-rows"

#include "config.h"

#include "library/plx-rule-rows.h"

#include "library/plx-rows.h"

#define DOING "Reading the rules"

static gpointer
rule_from_row (PlxDbRequest *statement)
{
  g_autofree char *outlet = plx_statement_dup_text (statement, 1);
  g_autofree char *does = plx_statement_dup_text (statement, 2);
  g_autofree char *looks_at = plx_statement_dup_text (statement, 3);
  g_autofree char *pattern = plx_statement_dup_text (statement, 4);
  g_autofree char *sample = plx_statement_dup_text (statement, 5);
  PlxRule *rule;
  int match;

  if (outlet == NULL || pattern == NULL || sample == NULL ||
      !plx_enum_from_nick (PLX_TYPE_RULE_MATCH, looks_at, &match))
    return NULL;

  rule = plx_rule_new (outlet, g_strcmp0 (does, "keep") == 0, match, pattern, sample);
  rule->id = sqlite3_column_int64 (statement, 0);

  return rule;
}

/**
 * plx_rows_list_rules:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type PlxRule) (nullable): all rules, the oldest first; or
 *   `NULL` on error
 */
GPtrArray *
plx_rows_list_rules (PlxDb   *db,
                     GError **error)
{
  g_autoptr (PlxDbRequest) statement = NULL;

  statement = plx_db_prepare (db, DOING, "SELECT id, outlet, does, looks_at, pattern, sample"
                              " FROM rule ORDER BY id", error);
  if (statement == NULL)
    return NULL;

  return plx_db_list (db, DOING, statement, rule_from_row, (GDestroyNotify) plx_rule_free, error);
}

/* The articles of the outlets of some rules. Letters outside ASCII have cases that SQLite does
 * not know, so it is left to the rules to tell. */
static GArray *
list_articles (PlxDb       *db,
               GPtrArray   *rules,
               const char  *outlet,
               GError     **error)
{
  g_autoptr (GArray) articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (PlxRule) probe = NULL;
  g_autoptr (PlxDbRequest) statement = NULL;
  int rc;

  statement = plx_db_prepare (db, DOING, "SELECT id, outlet FROM article"
                              " WHERE outlet IS NOT NULL ORDER BY id", error);
  if (statement == NULL)
    return NULL;

  if (outlet != NULL)
    probe = plx_rule_new (outlet, FALSE, PLX_RULE_MATCH_TEXT, "", "");

  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gint64 article = sqlite3_column_int64 (statement, 0);
      const char *its = (const char *) sqlite3_column_text (statement, 1);
      gboolean is_wanted = probe != NULL && plx_rule_is_for (probe, its);

      for (guint i = 0; rules != NULL && i < rules->len && !is_wanted; i++)
        is_wanted = plx_rule_is_for (g_ptr_array_index (rules, i), its);
      if (is_wanted)
        g_array_append_val (articles, article);
    }

  if (rc != SQLITE_DONE)
    {
      plx_db_take_error (db, DOING, error);
      return NULL;
    }

  return g_steal_pointer (&articles);
}

/**
 * plx_rows_count_rules:
 * @db: a connection
 * @rules: (element-type PlxRule): all rules, the oldest first
 * @error: return location for an error
 *
 * Counts in how many articles each of the rules does something.
 *
 * Returns: whether it could be told
 */
gboolean
plx_rows_count_rules (PlxDb      *db,
                      GPtrArray  *rules,
                      GError    **error)
{
  g_autoptr (GArray) articles = list_articles (db, rules, NULL, error);

  if (articles == NULL)
    return FALSE;

  for (guint i = 0; i < articles->len; i++)
    {
      g_autoptr (PlxDocument) document =
        plx_rows_read_document (db, g_array_index (articles, gint64, i), error);

      if (document == NULL)
        return FALSE;

      plx_rules_count (rules, document);
    }

  return TRUE;
}

/**
 * plx_rows_add_rule:
 * @db: a connection in a transaction
 * @rule: a rule
 * @error: return location for an error
 *
 * Adds a rule in the place of an older one of the same blocks.
 *
 * Returns: whether it was written
 */
gboolean
plx_rows_add_rule (PlxDb    *db,
                   PlxRule  *rule,
                   GError  **error)
{
  const char *doing = "Remembering a rule";
  g_autoptr (GPtrArray) rules = plx_rows_list_rules (db, error);
  g_autoptr (PlxDbRequest) statement = NULL;

  if (rules == NULL)
    return FALSE;

  for (guint i = 0; i < rules->len; i++)
    {
      PlxRule *older = g_ptr_array_index (rules, i);

      if (plx_rule_replaces (rule, older) && !plx_rows_remove_rule (db, older->id, error))
        return FALSE;
    }

  statement = plx_db_prepare (db, doing,
                              "INSERT INTO rule (outlet, does, looks_at, pattern, sample)"
                              " VALUES (?1, ?2, ?3, ?4, ?5)", error);
  if (statement == NULL)
    return FALSE;

  plx_statement_bind_text (statement, 1, rule->outlet);
  plx_statement_bind_text (statement, 2, rule->keeps ? "keep" : "cut");
  plx_statement_bind_text (statement, 3, plx_enum_to_nick (PLX_TYPE_RULE_MATCH, rule->match));
  plx_statement_bind_text (statement, 4, rule->pattern);
  plx_statement_bind_text (statement, 5, rule->sample);

  return plx_db_finish (db, doing, statement, error);
}

/**
 * plx_rows_remove_rule:
 * @db: a connection in a transaction
 * @rule: a rule's number
 * @error: return location for an error
 *
 * Returns: whether it is not there any more
 */
gboolean
plx_rows_remove_rule (PlxDb   *db,
                      gint64   rule,
                      GError **error)
{
  return plx_db_delete_row (db, "Forgetting a rule", "rule", rule, error);
}

/**
 * plx_rows_apply_rules:
 * @db: a connection in a transaction
 * @outlet: an outlet
 * @except: an article that does not count, or 0
 * @n_changed: (out): how many articles were changed, besides @except
 * @error: return location for an error
 *
 * Brings all articles of an outlet into line with the rules as they are.
 *
 * Returns: whether it was written
 */
gboolean
plx_rows_apply_rules (PlxDb       *db,
                      const char  *outlet,
                      gint64       except,
                      guint       *n_changed,
                      GError     **error)
{
  g_autoptr (GPtrArray) rules = plx_rows_list_rules (db, error);
  g_autoptr (GArray) articles = list_articles (db, NULL, outlet, error);

  *n_changed = 0;
  if (rules == NULL || articles == NULL)
    return FALSE;

  for (guint i = 0; i < articles->len; i++)
    {
      gint64 article = g_array_index (articles, gint64, i);
      g_autoptr (PlxDocument) document = plx_rows_read_document (db, article, error);

      if (document == NULL)
        return FALSE;

      if (plx_rules_apply (rules, document) == 0)
        continue;

      if (!plx_rows_set_document (db, article, document, error))
        return FALSE;

      *n_changed += article != except;
    }

  return TRUE;
}
