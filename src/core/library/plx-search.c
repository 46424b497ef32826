/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-search"

#include "config.h"

#include "library/plx-search.h"

#include <string.h>

#include "library/plx-body.h"
#include "library/plx-index.h"
#include "library/plx-job.h"

#define DOING "Searching"

/* To find is quick, to weigh is not: of more hits than these, only those are weighed that came in
 * last. Who looks for a word that half of the library has wants to look for another one, too. */
#define MAX_WEIGHED "8000"

/* A hit in the title weighs more than one in the outlet, and that more than one in the text. */
#define WEIGH_WORDS "bm25(article_fts, 4.0, 2.0, 1.0)"
#define WEIGH_PAIRS "bm25(article_dense)"

/* Where the hits are: ?1 is what is looked for in article_fts, ?2 in article_dense. */
#define IN_WORDS "article_fts WHERE article_fts MATCH ?1"
#define IN_PAIRS "article_dense WHERE article_dense MATCH ?2"
#define IN_BOTH IN_WORDS " AND rowid IN (SELECT rowid FROM " IN_PAIRS ")"

#define COUNT(in) "SELECT count(*) FROM " in
#define FIRST_WEIGHED(in) \
  "SELECT rowid FROM " in " ORDER BY rowid DESC LIMIT 1 OFFSET " MAX_WEIGHED " - 1"
#define BEST(in, weigh) \
  "SELECT rowid, " weigh " AS score FROM " in " AND rowid >= ?3 ORDER BY score, rowid DESC" \
  " LIMIT ?4"

/* What is asked, by where the words are. */
typedef struct
{
  const char *count;
  const char *first_weighed;
  const char *best;
} Question;

static const Question in_words = { COUNT (IN_WORDS), FIRST_WEIGHED (IN_WORDS),
                                   BEST (IN_WORDS, WEIGH_WORDS) };
static const Question in_pairs = { COUNT (IN_PAIRS), FIRST_WEIGHED (IN_PAIRS),
                                   BEST (IN_PAIRS, WEIGH_PAIRS) };
static const Question in_both = { COUNT (IN_BOTH), FIRST_WEIGHED (IN_BOTH),
                                  BEST (IN_BOTH, WEIGH_WORDS) };

void
plx_hit_free (PlxHit *self)
{
  g_free (self->title);
  g_free (self->outlet);
  g_free (self->snippet);
  g_free (self);
}

static void
phrase_free (gpointer data)
{
  PlxPhrase *self = data;

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

static void
add_phrase (GPtrArray *phrases,
            char      *text,
            gboolean   prefix)
{
  PlxPhrase *phrase;

  if (!has_word (text))
    {
      g_free (text);
      return;
    }

  phrase = g_new0 (PlxPhrase, 1);
  phrase->text = text;
  phrase->prefix = prefix;
  g_ptr_array_add (phrases, phrase);
}

/**
 * plx_search_parse:
 * @words: what the user typed
 *
 * Tells what it is that all of is to be found. A word of more than a letter also finds those that
 * it begins; what stands in quotation marks is looked for as it is.
 *
 * Returns: (transfer full) (element-type PlxPhrase): the words and phrases; empty where there is
 *   nothing to look for
 */
GPtrArray *
plx_search_parse (const char *words)
{
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  GPtrArray *phrases = g_ptr_array_new_with_free_func (phrase_free);
  const char *at = valid;

  while (*at != '\0')
    {
      gboolean quoted = *at == '"';
      gsize length;

      if (quoted)
        at++;

      length = quoted ? strcspn (at, "\"") : strcspn (at, " \t\n\r\v\f\"");
      /* Half of all words begin with one letter or another: it finds nothing but itself. */
      add_phrase (phrases, g_strndup (at, length), !quoted && length > 1);
      at += length;

      if (quoted ? *at == '"' : *at != '\0' && *at != '"')
        at++;
    }

  return phrases;
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
 * @phrases: (element-type PlxPhrase): what to look for
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
      const PlxPhrase *phrase = g_ptr_array_index (phrases, i);
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
 * @phrases: (element-type PlxPhrase): what to look for
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
      const PlxPhrase *phrase = g_ptr_array_index (phrases, i);
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
  PlxDb          *db;
  const Question *question;
  char           *words; /* what is looked for in article_fts */
  char           *pairs; /* and in article_dense */
  PlxSnippets    *snippets;
} Search;

static void
search_clear (Search *self)
{
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->pairs, g_free);
  g_clear_pointer (&self->snippets, plx_snippets_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

/* The parameters that a statement does not have are refused quietly. */
static PlxDbRequest *
ask (Search      *self,
     const char  *sql,
     GError     **error)
{
  PlxDbRequest *statement = plx_db_prepare (self->db, DOING, sql, error);

  if (statement != NULL)
    {
      plx_statement_bind_text (statement, 1, self->words);
      plx_statement_bind_text (statement, 2, self->pairs);
    }

  return statement;
}

static gboolean
ask_number (Search      *self,
            const char  *sql,
            gint64      *number,
            GError     **error)
{
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

static char *
dup_snippet (Search       *self,
             PlxDbRequest *statement,
             int           column)
{
  g_autoptr (PlxBody) body =
    plx_body_new_unpacked (sqlite3_column_blob (statement, column),
                           sqlite3_column_bytes (statement, column), NULL);
  g_autofree char *kept = body != NULL ? plx_body_dup_kept (body) : NULL;
  g_autofree char *valid = kept != NULL ? g_utf8_make_valid (kept, -1) : NULL;

  return valid != NULL ? plx_snippets_dup (self->snippets, valid) : g_strdup ("");
}

static PlxHit *
read_hit (Search  *self,
          gint64   article,
          GError **error)
{
  g_autoptr (PlxDbRequest) statement = NULL;
  PlxHit *hit;

  statement = plx_db_prepare (self->db, DOING,
                              "SELECT coalesce((SELECT max(story) FROM story_article"
                              "  WHERE article = a.id), 0),"
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
  hit->snippet = dup_snippet (self, statement, 3);

  return hit;
}

static gboolean
add_hits (Search        *self,
          PlxJob        *job,
          gint64         first_weighed,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (PlxDbRequest) statement = ask (self, self->question->best, error);
  int rc;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 3, first_weighed);
  sqlite3_bind_int64 (statement, 4, job->limit);
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
  if (!ask_number (self, self->question->count, &n_found, error) ||
      !ask_number (self, self->question->first_weighed, &first_weighed, error))
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
  g_autoptr (GPtrArray) phrases = plx_search_parse (job->text);
  g_auto (Search) self = { .db = db };
  gboolean done;

  job->items = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_hit_free);
  self.words = plx_search_dup_words_query (phrases);
  self.pairs = plx_search_dup_pairs_query (phrases);
  if (*self.words == '\0' && *self.pairs == '\0')
    return TRUE;

  self.question = *self.pairs == '\0' ? &in_words : *self.words == '\0' ? &in_pairs : &in_both;

  /* All that is asked is asked of one moment. */
  if (!(self.snippets = plx_snippets_new (db, phrases, error)) ||
      !plx_db_exec (db, DOING, "BEGIN", error))
    return FALSE;

  done = search (&self, job, cancellable, error);
  plx_db_rollback (db);

  return done;
}
