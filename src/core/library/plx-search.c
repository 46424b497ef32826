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
#define MAX_WEIGHED 4000

/* A hit in the title weighs more than one in the outlet or the author, and that more than one in
 * the text. */
#define WEIGH_WORDS "plx_weigh(article_fts, 4.0, 2.0, 2.0, 1.0)"
#define WEIGH_PAIRS "plx_weigh(article_dense, 1.0)"

/* A word of few letters finds what it begins only where that does not take long, which depends on
 * how many articles there are: up to so many, words of this many letters do. */
static const struct
{
  gint64 n_articles;
  guint  n_letters;
} prefixes[] = {
  { 4000, 2 },
  { 20000, 3 },
  { 60000, 4 },
  { G_MAXINT64, 5 },
};

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

/* An expression of FTS5's in which no phrase of less than @n_letters is a prefix. */
static char *
dup_limited (const char *words,
             guint       n_letters)
{
  g_autoptr (GString) limited = g_string_new (NULL);
  const char *at = words;

  while (*at != '\0')
    {
      const char *end = *at == '"' ? strchr (at + 1, '"') : NULL;
      const char *next = end != NULL ? end + 1 : g_utf8_next_char (at);

      /* Two of them are one within a phrase: then it is no shorter than it looks. */
      g_string_append_len (limited, at, next - at);
      if (end != NULL && *next == '*' && g_utf8_strlen (at + 1, end - at - 1) < n_letters)
        next++;
      at = next;
    }

  return g_string_free_and_steal (g_steal_pointer (&limited));
}

/* What was found, and how well it fits: less is better. */
typedef struct
{
  gint64 article;
  double weight;
} Found;

/* A search under way. */
typedef struct
{
  PlxDb       *db;
  PlxQuery    *query;
  char        *words;   /* what is looked for in article_fts */
  GPtrArray   *phrases; /* PlxQueryPhrase; what a hit is shown by */
  char        *hits; /* where they are, as the end of a statement */
  PlxSnippets *snippets;
  GArray      *found; /* Found; those that are weighed */
  guint        n_found;
} Search;

static void
search_clear (Search *self)
{
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->phrases, g_ptr_array_unref);
  g_clear_pointer (&self->hits, g_free);
  g_clear_pointer (&self->snippets, plx_snippets_free);
  g_clear_pointer (&self->found, g_array_unref);
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

  plx_statement_bind_text (statement, 1, self->words);
  plx_statement_bind_text (statement, 2, self->query->pairs);
  for (guint i = 0; i < self->query->values->len; i++)
    plx_statement_bind_text (statement, PLX_QUERY_FIRST_VALUE + i,
                             self->query->values->pdata[i]);

  return statement;
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

/* plx_wanted(): whether the hit at hand is to be weighed */
static void
wanted_func (sqlite3_context  *context,
             int               n_values,
             sqlite3_value   **values)
{
  const Search *self = sqlite3_user_data (context);

  sqlite3_result_int (context, self->n_found < MAX_WEIGHED);
}

/* The latest come first, and are weighed as they are found: so all is found and counted in one go.
 * Without words there is nothing to weigh. */
static char *
dup_question (const Search *self)
{
  if (!has_text (self->query))
    return g_strdup_printf ("SELECT a.id FROM %s ORDER BY a.day DESC, a.id DESC", self->hits);

  return g_strdup_printf ("SELECT rowid, iif(plx_wanted(), %s, NULL) FROM %s ORDER BY rowid DESC",
                          *self->query->words != '\0' ? WEIGH_WORDS : WEIGH_PAIRS, self->hits);
}

static gboolean
find (Search        *self,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autofree char *sql = dup_question (self);
  g_autoptr (PlxDbRequest) statement = ask (self, sql, error);
  int rc;

  if (statement == NULL)
    return FALSE;

  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      Found found = { sqlite3_column_int64 (statement, 0), 0 };

      if (has_text (self->query))
        found.weight = sqlite3_column_double (statement, 1);
      if (self->n_found++ < MAX_WEIGHED)
        g_array_append_val (self->found, found);
      else if (self->n_found % 1024 == 0 &&
               g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }

  if (rc == SQLITE_DONE)
    return TRUE;

  plx_db_take_error (self->db, DOING, error);

  return FALSE;
}

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const Found *one = a;
  const Found *two = b;

  if (one->weight != two->weight)
    return one->weight < two->weight ? -1 : 1;

  return (one->article < two->article) - (one->article > two->article);
}

static gboolean
search (Search        *self,
        PlxJob        *job,
        GCancellable  *cancellable,
        GError       **error)
{
  if (!find (self, cancellable, error))
    return FALSE;

  if (has_text (self->query))
    g_array_sort (self->found, compare_found);

  for (guint i = 0; i < MIN (self->found->len, job->limit); i++)
    {
      PlxHit *hit;

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !(hit = read_hit (self, g_array_index (self->found, Found, i).article, error)))
        return FALSE;

      g_ptr_array_add (job->items, hit);
    }

  job->n_found = self->n_found;

  return TRUE;
}

static gboolean
limit_prefixes (Search  *self,
                GError **error)
{
  gint64 n_articles;
  guint k = 0;

  if (!plx_db_get_int (self->db, DOING, "SELECT max(id) FROM article", &n_articles, error))
    return FALSE;

  while (n_articles > prefixes[k].n_articles)
    k++;
  self->words = dup_limited (self->query->words, prefixes[k].n_letters);
  self->phrases = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_query_phrase_free);
  for (guint i = 0; i < self->query->phrases->len; i++)
    {
      const PlxQueryPhrase *phrase = g_ptr_array_index (self->query->phrases, i);
      PlxQueryPhrase *copy = g_memdup2 (phrase, sizeof *phrase);

      copy->text = g_strdup (phrase->text);
      copy->prefix = phrase->prefix && g_utf8_strlen (phrase->text, -1) >= prefixes[k].n_letters;
      g_ptr_array_add (self->phrases, copy);
    }

  return TRUE;
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
  self.found = g_array_new (FALSE, FALSE, sizeof (Found));
  sqlite3_create_function (db->handle, "plx_wanted", 0, SQLITE_UTF8 | SQLITE_DIRECTONLY, &self,
                           wanted_func, NULL, NULL);

  /* All that is asked is asked of one moment. */
  if (!plx_search_prepare (db, error) || !limit_prefixes (&self, error) ||
      !(self.snippets = plx_snippets_new (db, self.phrases, error)) ||
      !plx_db_exec (db, DOING, "BEGIN", error))
    return FALSE;

  done = search (&self, job, cancellable, error);
  plx_db_rollback (db);

  return done;
}
