/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-search"

#include "config.h"

#include "library/plx-search.h"

#include <string.h>

#include "library/plx-body.h"
#include "library/plx-index.h"
#include "library/plx-job.h"
#include "library/plx-query-private.h"

#define DOING "Searching"

/* To find is quick, to weigh is not: of more hits than these, only those are weighed that came in
 * last. Who looks for a word that half of the library has wants to look for another one, too. */
#define MAX_WEIGHED "8000"

/* A hit in the title weighs more than one in the outlet or the author, and that more than one in
 * the text. */
#define WEIGH_WORDS "bm25(article_fts, 4.0, 2.0, 2.0, 1.0)"
#define WEIGH_PAIRS "bm25(article_dense)"

void
plx_hit_free (PlxHit *self)
{
  g_free (self->title);
  g_free (self->outlet);
  g_free (self->snippet);
  g_free (self);
}

/**
 * plx_query_phrase_free:
 * @self: (transfer full): a phrase
 *
 * Frees a phrase.
 */
void
plx_query_phrase_free (PlxQueryPhrase *self)
{
  g_free (self->text);
  g_free (self);
}

static gboolean
has_word (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalnum (g_utf8_get_char (c)))
      return TRUE;

  return FALSE;
}

/* As a phrase of FTS5's: nothing in it can be taken for an operator. */
static void
append_phrase (GString    *query,
               const char *text,
               gboolean    prefix)
{
  g_string_append (query, query->len > 0 ? " \"" : "\"");
  for (; *text != '\0'; text++)
    if (*text == '"')
      g_string_append (query, "\"\"");
    else
      g_string_append_c (query, *text);
  g_string_append (query, prefix ? "\"*" : "\"");
}

/**
 * plx_search_dup_words_query:
 * @phrases: (element-type PlxQueryPhrase): what to look for
 *
 * Returns: (transfer full): an expression for `article_fts` that finds all of it which is written
 *   with spaces between words; empty where there is no such thing
 */
char *
plx_search_dup_words_query (GPtrArray *phrases)
{
  GString *query = g_string_new (NULL);

  for (guint i = 0; i < phrases->len; i++)
    {
      const PlxQueryPhrase *phrase = g_ptr_array_index (phrases, i);
      g_autofree char *spaced = plx_script_dup_spaced (phrase->text);

      if (has_word (spaced))
        append_phrase (query, spaced, phrase->prefix && !g_str_has_suffix (spaced, " "));
    }

  return g_string_free_and_steal (query);
}

/* Letters that stand beside each other are looked for by their pairs, a single one by the pairs
 * that it begins. */
static void
append_pairs (GString    *query,
              const char *letters)
{
  g_autoptr (GString) pairs = g_string_new (NULL);
  char *last;

  plx_script_append_pairs (pairs, letters);
  last = strrchr (pairs->str, ' ');
  if (last != NULL)
    *last = '\0';
  if (*pairs->str != '\0')
    append_phrase (query, pairs->str, last == NULL);
}

/**
 * plx_search_dup_pairs_query:
 * @phrases: (element-type PlxQueryPhrase): what to look for
 *
 * Returns: (transfer full): an expression for `article_dense` that finds all of it which is
 *   written without spaces between words; empty where there is no such thing
 */
char *
plx_search_dup_pairs_query (GPtrArray *phrases)
{
  GString *query = g_string_new (NULL);

  for (guint i = 0; i < phrases->len; i++)
    {
      const PlxQueryPhrase *phrase = g_ptr_array_index (phrases, i);
      g_autofree char *folded = g_utf8_normalize (phrase->text, -1, G_NORMALIZE_ALL_COMPOSE);
      g_autoptr (GString) letters = g_string_new (NULL);

      for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
        if (plx_script_is_dense (g_utf8_get_char (at)))
          {
            g_string_append_unichar (letters, g_utf8_get_char (at));
          }
        else
          {
            append_pairs (query, letters->str);
            g_string_truncate (letters, 0);
          }
      append_pairs (query, letters->str);
    }

  return g_string_free_and_steal (query);
}

/* A search under way. */
typedef struct
{
  PlxDb       *db;
  PlxQuery    *query;
  char        *hits; /* where they are, as the end of a statement */
  PlxSnippets *snippets;
} Search;

static void
search_clear (Search *self)
{
  g_clear_pointer (&self->hits, g_free);
  g_clear_pointer (&self->snippets, plx_snippets_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static gboolean
has_text (const PlxQuery *query)
{
  return *query->words != '\0' || *query->pairs != '\0';
}

/* Where the hits are: ?1 is what is looked for in article_fts, ?2 in article_dense. The plus sign
 * has SQLite look through what has the words, and not ask FTS5 once for each article. */
static char *
dup_hits (const PlxQuery *query)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  if (!has_text (query))
    return g_strdup_printf ("article a WHERE a.trashed IS NULL AND (%s)", query->condition);

  if (*query->words != '\0')
    g_string_append (sql, "article_fts WHERE article_fts MATCH ?1");
  else
    g_string_append (sql, "article_dense WHERE article_dense MATCH ?2");
  if (*query->words != '\0' && *query->pairs != '\0')
    g_string_append (sql, " AND +rowid IN (SELECT rowid FROM article_dense"
                          " WHERE article_dense MATCH ?2)");
  g_string_append (sql, " AND +rowid NOT IN (SELECT id FROM article WHERE trashed IS NOT NULL)");
  if (*query->condition != '\0')
    g_string_append_printf (sql, " AND +rowid IN (SELECT a.id FROM article a WHERE %s)",
                            query->condition);

  return g_string_free_and_steal (g_steal_pointer (&sql));
}

/* The parameters that a statement does not have are refused quietly. */
static PlxDbRequest *
ask (Search      *self,
     const char  *sql,
     GError     **error)
{
  PlxDbRequest *statement = plx_db_prepare (self->db, DOING, sql, error);

  if (statement == NULL)
    return NULL;

  plx_statement_bind_text (statement, 1, self->query->words);
  plx_statement_bind_text (statement, 2, self->query->pairs);
  for (guint i = 0; i < self->query->values->len; i++)
    plx_statement_bind_text (statement, PLX_QUERY_FIRST_VALUE + i,
                             self->query->values->pdata[i]);

  return statement;
}

static gboolean
ask_number (Search      *self,
            const char  *before,
            const char  *after,
            gint64      *number,
            GError     **error)
{
  g_autofree char *sql = g_strconcat (before, self->hits, after, NULL);
  g_autoptr (PlxDbRequest) statement = ask (self, sql, error);
  int rc;

  if (statement == NULL)
    return FALSE;

  rc = sqlite3_step (statement);
  *number = rc == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : 0;
  if (rc == SQLITE_ROW || rc == SQLITE_DONE)
    return TRUE;

  plx_db_take_error (self->db, DOING, error);

  return FALSE;
}

/* Where there is no word to show it by, an article is shown by how it begins after its headline. */
static const char *
skip_headline (const char *kept,
               const char *headline)
{
  gsize length = headline != NULL ? strlen (headline) : 0;

  return length > 0 && g_str_has_prefix (kept, headline) && kept[length] == '\n' ? kept + length + 1
                                                                               : kept;
}

static char *
dup_snippet (Search       *self,
             PlxDbRequest *statement,
             int           column,
             const char   *headline)
{
  g_autoptr (PlxBody) body =
    plx_body_new_unpacked (sqlite3_column_blob (statement, column),
                           sqlite3_column_bytes (statement, column), NULL);
  g_autofree char *kept = body != NULL ? plx_body_dup_kept (body) : NULL;
  g_autofree char *valid = kept != NULL ? g_utf8_make_valid (kept, -1) : NULL;

  if (valid == NULL)
    return g_strdup ("");

  return plx_snippets_dup (self->snippets, self->query->phrases->len > 0
                           ? valid : skip_headline (valid, headline));
}

static PlxHit *
read_hit (Search  *self,
          gint64   article,
          GError **error)
{
  g_autoptr (PlxDbRequest) statement = NULL;
  PlxHit *hit;

  statement = plx_db_prepare (self->db, DOING,
                              "SELECT coalesce((SELECT max(s.id) FROM story_article sa"
                              "  JOIN story s ON s.id = sa.story AND s.trashed IS NULL"
                              "  WHERE sa.article = a.id), 0),"
                              " coalesce(a.headline, a.source, ''), a.outlet, b.packed"
                              " FROM article a LEFT JOIN body b ON b.id = a.body WHERE a.id = ?",
                              error);
  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, article);
  if (sqlite3_step (statement) != SQLITE_ROW)
    {
      plx_db_take_error (self->db, DOING, error);
      return NULL;
    }

  hit = g_new0 (PlxHit, 1);
  hit->article = article;
  hit->story = sqlite3_column_int64 (statement, 0);
  hit->title = plx_statement_dup_text (statement, 1);
  hit->outlet = plx_statement_dup_text (statement, 2);
  hit->snippet = dup_snippet (self, statement, 3, hit->title);

  return hit;
}

/* Without words there is nothing to weigh: the latest come first. */
static PlxDbRequest *
ask_best (Search  *self,
          gint64   first_weighed,
          gint64   limit,
          GError **error)
{
  PlxDbRequest *statement;
  g_autofree char *sql = NULL;

  if (has_text (self->query))
    sql = g_strdup_printf ("SELECT rowid, %s AS score FROM %s AND rowid >= ?3"
                           " ORDER BY score, rowid DESC LIMIT ?4",
                           *self->query->words != '\0' ? WEIGH_WORDS : WEIGH_PAIRS, self->hits);
  else
    sql = g_strdup_printf ("SELECT a.id FROM %s ORDER BY a.day DESC, a.id DESC LIMIT ?4",
                           self->hits);

  statement = ask (self, sql, error);
  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 3, first_weighed);
  sqlite3_bind_int64 (statement, 4, limit);

  return statement;
}

static gboolean
add_hits (Search        *self,
          PlxJob        *job,
          gint64         first_weighed,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (PlxDbRequest) statement = ask_best (self, first_weighed, job->limit, error);
  int rc;

  if (statement == NULL)
    return FALSE;

  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      PlxHit *hit;

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !(hit = read_hit (self, sqlite3_column_int64 (statement, 0), error)))
        return FALSE;

      g_ptr_array_add (job->items, hit);
    }

  if (rc == SQLITE_DONE)
    return TRUE;

  plx_db_take_error (self->db, DOING, error);

  return FALSE;
}

static gboolean
search (Search        *self,
        PlxJob        *job,
        GCancellable  *cancellable,
        GError       **error)
{
  gint64 n_found = 0;
  gint64 first_weighed = 0;

  /* There is no hit before the first one where there are not so many. */
  if (!ask_number (self, "SELECT count(*) FROM ", NULL, &n_found, error) ||
      (has_text (self->query) &&
       !ask_number (self, "SELECT rowid FROM ",
                    " ORDER BY rowid DESC LIMIT 1 OFFSET " MAX_WEIGHED " - 1", &first_weighed,
                    error)))
    return FALSE;

  job->n_found = n_found;

  return add_hits (self, job, first_weighed, cancellable, error);
}

gboolean
plx_work_search (PlxDb         *db,
                 PlxJob        *job,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_auto (Search) self = { .db = db, .query = job->query };
  gboolean done;

  job->items = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_hit_free);
  if (plx_query_is_empty (job->query))
    return TRUE;

  self.hits = dup_hits (job->query);

  /* All that is asked is asked of one moment. */
  if (!(self.snippets = plx_snippets_new (db, job->query->phrases, error)) ||
      !plx_db_exec (db, DOING, "BEGIN", error))
    return FALSE;

  done = search (&self, job, cancellable, error);
  plx_db_rollback (db);

  return done;
}
