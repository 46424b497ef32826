/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-search"

#include "config.h"

#include "library/plx-job.h"

#include <string.h>

/* A hit in the title weighs more than one in the outlet, and that more than one in the text. The
 * best are found first, since cutting out the words around a hit costs more than finding it; the
 * plus keeps SQLite from asking the index anew for each of them. */
#define SEARCH \
  "WITH best AS MATERIALIZED (" \
  "  SELECT rowid AS id, bm25(article_fts, 4.0, 2.0, 1.0) AS score FROM article_fts" \
  "  WHERE article_fts MATCH ?1 ORDER BY score, rowid DESC LIMIT ?2)" \
  " SELECT a.id," \
  "  coalesce((SELECT max(story) FROM story_article WHERE article = a.id), 0)," \
  "  coalesce(a.headline, a.source, ''), a.outlet," \
  "  snippet(article_fts, 2, char(2), char(3), '…', 16)" \
  " FROM article_fts CROSS JOIN best ON best.id = +article_fts.rowid" \
  " CROSS JOIN article a ON a.id = best.id" \
  " WHERE article_fts MATCH ?1 ORDER BY best.score, a.id DESC"

void
plx_hit_free (PlxHit *self)
{
  g_free (self->title);
  g_free (self->outlet);
  g_free (self->snippet);
  g_free (self);
}

static gboolean
has_word (const char *text,
          gsize       length)
{
  for (const char *c = text; c < text + length; c = g_utf8_next_char (c))
    if (g_unichar_isalnum (g_utf8_get_char (c)))
      return TRUE;

  return FALSE;
}

/* As a phrase of FTS5's: nothing in it can be taken for an operator. */
static void
append_phrase (GString    *query,
               const char *text,
               gsize       length,
               gboolean    prefix)
{
  if (!has_word (text, length))
    return;

  g_string_append (query, query->len > 0 ? " \"" : "\"");
  for (gsize i = 0; i < length; i++)
    if (text[i] == '"')
      g_string_append (query, "\"\"");
    else
      g_string_append_c (query, text[i]);
  g_string_append (query, prefix ? "\"*" : "\"");
}

/**
 * plx_search_dup_query:
 * @words: what the user typed
 *
 * Makes an expression of FTS5's that looks for all of the words. A word of more
 * than a letter also finds those that it begins; what stands in quotation marks is
 * looked for as it is.
 *
 * Returns: (transfer full): the expression; empty where there is nothing to look for
 */
char *
plx_search_dup_query (const char *words)
{
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  g_autoptr (GString) query = g_string_new (NULL);
  const char *at = valid;

  while (*at != '\0')
    {
      gboolean quoted = *at == '"';
      gsize length;

      if (quoted)
        at++;

      length = quoted ? strcspn (at, "\"") : strcspn (at, " \t\n\r\v\f\"");
      /* Half of all words begin with one letter or another: it finds nothing but itself. */
      append_phrase (query, at, length, !quoted && length > 1);
      at += length;

      if (quoted ? *at == '"' : *at != '\0' && *at != '"')
        at++;
    }

  return g_string_free_and_steal (g_steal_pointer (&query));
}

static PlxHit *
hit_from_row (PlxDbRequest *statement)
{
  PlxHit *hit = g_new0 (PlxHit, 1);

  hit->article = sqlite3_column_int64 (statement, 0);
  hit->story = sqlite3_column_int64 (statement, 1);
  hit->title = plx_statement_dup_text (statement, 2);
  hit->outlet = plx_statement_dup_text (statement, 3);
  hit->snippet = plx_statement_dup_text (statement, 4);
  if (hit->snippet == NULL)
    hit->snippet = g_strdup ("");

  return hit;
}

gboolean
plx_work_search (PlxDb         *db,
                 PlxJob        *job,
                 GCancellable  *cancellable,
                 GError       **error)
{
  const char *doing = "Searching";
  g_autofree char *query = plx_search_dup_query (job->text);
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_hit_free);
  g_autoptr (PlxDbRequest) statement = NULL;
  int rc = SQLITE_DONE;

  if (*query != '\0')
    {
      if (!(statement = plx_db_prepare (db, doing, SEARCH, error)))
        return FALSE;

      plx_statement_bind_text (statement, 1, query);
      sqlite3_bind_int64 (statement, 2, job->limit);
      while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          g_ptr_array_add (hits, hit_from_row (statement));
        }
    }

  if (rc != SQLITE_DONE)
    {
      plx_db_take_error (db, doing, error);
      return FALSE;
    }

  job->items = g_steal_pointer (&hits);

  return TRUE;
}
