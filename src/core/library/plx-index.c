/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-index"

#include "config.h"

#include "library/plx-index.h"

#include <string.h>

#include "library/plx-body.h"

/* The index holds no text: what it is made of is unpacked when it is made. `article_fts` has what
 * is written with spaces between words, `article_dense` the rest.
 *
 * Triggers note which articles change, whatever changes them; they are the connection's and leave
 * nothing in the file that another program could not run. The index follows before the transaction
 * ends, and not with each row: a statement that may fail half-way makes FTS5 write all that it has
 * in memory, and of what is written in such small pieces most is merged again and again. */

#define DOING "Indexing the articles"

/* So much text is kept at hand until it is indexed. */
#define MAX_KEPT (32 * 1024 * 1024)

/**
 * PlxIndex:
 *
 * What a connection needs to index articles: those that have changed, and texts.
 */
struct _PlxIndex
{
  PlxDb      *db;
  GHashTable *touched; /* gint64: whether the index has had the article */
  GHashTable *kept;    /* gint64 of a body: its kept text */
  gsize       n_kept;  /* bytes of all of them */
};

/**
 * plx_index_expect:
 * @self: an index
 * @body: the number of a body
 * @kept: (transfer full): what of its text is kept
 *
 * Hands over a text that is about to be indexed, so that it need not be unpacked.
 */
void
plx_index_expect (PlxIndex *self,
                  gint64    body,
                  char     *kept)
{
  const gsize length = strlen (kept);

  if (self->n_kept + length > MAX_KEPT)
    {
      g_free (kept);
      return;
    }

  self->n_kept += length;
  g_hash_table_insert (self->kept, g_memdup2 (&body, sizeof body), kept);
}

/**
 * plx_index_forget:
 * @self: an index
 *
 * Forgets the texts at hand: their bodies may be gone, and others have their numbers.
 */
void
plx_index_forget (PlxIndex *self)
{
  g_hash_table_remove_all (self->kept);
  self->n_kept = 0;
}

static void
rolled_back_cb (gpointer data)
{
  PlxIndex *self = data;

  g_hash_table_remove_all (self->touched);
  plx_index_forget (self);
}

/* plx_touched(article, had): that an article is not what it was; and whether it was there */
static void
touched_func (sqlite3_context  *context,
              int               n_values,
              sqlite3_value   **values)
{
  PlxIndex *self = sqlite3_user_data (context);
  const gint64 article = sqlite3_value_int64 (values[0]);

  /* What counts is how it was when the transaction began. */
  if (!g_hash_table_contains (self->touched, &article))
    g_hash_table_insert (self->touched, g_memdup2 (&article, sizeof article),
                         GINT_TO_POINTER (sqlite3_value_int (values[1])));
}

/**
 * plx_index_new:
 * @db: a connection
 *
 * Gives a connection what it needs to index articles.
 *
 * Returns: (transfer full): that
 */
PlxIndex *
plx_index_new (PlxDb *db)
{
  PlxIndex *self = g_new0 (PlxIndex, 1);

  self->db = db;
  self->touched = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  sqlite3_create_function (db->handle, "plx_touched", 2, SQLITE_UTF8 | SQLITE_DIRECTONLY, self,
                           touched_func, NULL, NULL);
  sqlite3_rollback_hook (db->handle, rolled_back_cb, self);

  return self;
}

void
plx_index_free (PlxIndex *self)
{
  g_hash_table_unref (self->touched);
  g_hash_table_unref (self->kept);
  g_free (self);
}

/**
 * plx_index_watch:
 * @db: a connection for writing, to a library that is up to date
 * @error: return location for an error
 *
 * From now on whatever changes an article changes the index, when plx_db_commit() is called.
 *
 * Returns: whether the triggers stand
 */
gboolean
plx_index_watch (PlxDb   *db,
                 GError **error)
{
  return plx_db_exec (db, DOING,
                      "CREATE TEMP TRIGGER index_insert AFTER INSERT ON main.article"
                      " BEGIN SELECT plx_touched(NEW.id, 0); END;"
                      "CREATE TEMP TRIGGER index_delete AFTER DELETE ON main.article"
                      " BEGIN SELECT plx_touched(OLD.id, 1); END;"
                      "CREATE TEMP TRIGGER index_update"
                      " AFTER UPDATE OF headline, outlet, author, body ON main.article"
                      " WHEN (OLD.headline, OLD.outlet, OLD.author, OLD.body)"
                      "  IS NOT (NEW.headline, NEW.outlet, NEW.author, NEW.body)"
                      " BEGIN SELECT plx_touched(OLD.id, 1); END;", error);
}

/* The kept text of a body. One that is damaged has none: who opens the article is told, and
 * everything else can still be found. */
static char *
dup_kept (PlxIndex *self,
          gint64    body)
{
  const char *expected = g_hash_table_lookup (self->kept, &body);
  g_autoptr (PlxBody) read = NULL;
  g_autofree char *kept = NULL;

  if (expected != NULL)
    return g_utf8_make_valid (expected, -1);

  read = plx_rows_read_body (self->db, body, NULL);
  kept = read != NULL ? plx_body_dup_kept (read) : g_strdup ("");

  return g_utf8_make_valid (kept, -1);
}

/* What is indexed of an article, and how. */
enum
{
  PART_HEADLINE,
  PART_OUTLET,
  PART_AUTHOR,
  PART_KEPT,
  N_PARTS,
};

static gboolean
add_words (PlxDb         *db,
           gint64         article,
           char * const  *parts,
           GError       **error)
{
  PlxDbRequest *statement;

  statement = plx_db_borrow (db, DOING,
                             "INSERT INTO article_fts (rowid, headline, outlet, author, body)"
                             " VALUES (?1, ?2, ?3, ?4, ?5)", error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, article);
  for (guint i = 0; i < N_PARTS; i++)
    if (parts[i] != NULL && plx_script_has_dense (parts[i], -1))
      sqlite3_bind_text (statement, 2 + i, plx_script_dup_spaced (parts[i]), -1, g_free);
    else
      sqlite3_bind_text (statement, 2 + i, parts[i], -1, SQLITE_STATIC);

  return plx_db_finish (db, DOING, statement, error);
}

static gboolean
add_pairs (PlxDb         *db,
           gint64         article,
           char * const  *parts,
           GError       **error)
{
  g_autoptr (GString) pairs = NULL;
  PlxDbRequest *statement;

  for (guint i = 0; i < N_PARTS; i++)
    if (parts[i] != NULL && plx_script_has_dense (parts[i], -1))
      {
        pairs = pairs != NULL ? pairs : g_string_new (NULL);
        plx_script_append_pairs (pairs, parts[i]);
      }

  if (pairs == NULL)
    return TRUE;

  statement = plx_db_borrow (db, DOING, "INSERT INTO article_dense (rowid, pairs) VALUES (?1, ?2)",
                             error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, article);
  sqlite3_bind_text (statement, 2, pairs->str, pairs->len, SQLITE_STATIC);

  return plx_db_finish (db, DOING, statement, error);
}

/* An article that is not there any more is not indexed. */
static gboolean
add_article (PlxDb   *db,
             gint64   article,
             GError **error)
{
  char *parts[N_PARTS] = { NULL };
  gboolean done = TRUE;
  PlxDbRequest *statement;
  int rc;

  statement = plx_db_borrow (db, DOING, "SELECT headline, outlet, author, body FROM article"
                             " WHERE id = ?", error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, article);
  rc = sqlite3_step (statement);
  if (rc == SQLITE_ROW)
    {
      for (int i = 0; i < PART_KEPT; i++)
        parts[i] = plx_statement_dup_text (statement, i);
      parts[PART_KEPT] = dup_kept (db->index, sqlite3_column_int64 (statement, PART_KEPT));
    }
  else if (rc != SQLITE_DONE)
    {
      plx_db_take_error (db, DOING, error);
      done = FALSE;
    }
  sqlite3_reset (statement);

  if (rc == SQLITE_ROW)
    done = add_words (db, article, parts, error) && add_pairs (db, article, parts, error);
  for (guint i = 0; i < N_PARTS; i++)
    g_free (parts[i]);

  return done;
}

static gboolean
remove_article (PlxDb   *db,
                gint64   article,
                GError **error)
{
  static const char * const statements[] = {
    "DELETE FROM article_fts WHERE rowid = ?",
    "DELETE FROM article_dense WHERE rowid = ?",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      PlxDbRequest *statement = plx_db_borrow (db, DOING, statements[i], error);

      if (statement == NULL)
        return FALSE;

      sqlite3_bind_int64 (statement, 1, article);
      if (!plx_db_finish (db, DOING, statement, error))
        return FALSE;
    }

  return TRUE;
}

static int
compare_articles (gconstpointer a,
                  gconstpointer b)
{
  const gint64 one = *(const gint64 *) a;
  const gint64 two = *(const gint64 *) b;

  return (one > two) - (one < two);
}

/* In their order, as FTS5 wants it; all that goes before all that comes. */
static gboolean
follow (PlxIndex  *self,
        GArray    *articles,
        GError   **error)
{
  for (guint i = 0; i < articles->len; i++)
    {
      const gint64 article = g_array_index (articles, gint64, i);

      if (g_hash_table_lookup (self->touched, &article) != NULL &&
          !remove_article (self->db, article, error))
        return FALSE;
    }

  for (guint i = 0; i < articles->len; i++)
    if (!add_article (self->db, g_array_index (articles, gint64, i), error))
      return FALSE;

  return TRUE;
}

/**
 * plx_index_follow:
 * @db: a connection in a transaction
 * @error: return location for an error
 *
 * Brings the index up to what the transaction has made of the articles.
 *
 * Returns: whether it is; where not, the transaction must be rolled back
 */
gboolean
plx_index_follow (PlxDb   *db,
                  GError **error)
{
  PlxIndex *self = db->index;
  g_autoptr (GArray) articles = NULL;
  GHashTableIter iter;
  gpointer key;

  if (self == NULL || g_hash_table_size (self->touched) == 0)
    return TRUE;

  articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_hash_table_iter_init (&iter, self->touched);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_val (articles, *(gint64 *) key);
  g_array_sort (articles, compare_articles);

  if (!follow (self, articles, error))
    return FALSE;

  g_hash_table_remove_all (self->touched);
  plx_index_forget (self);

  return TRUE;
}

/**
 * plx_index_rebuild:
 * @db: a connection in a transaction
 * @error: return location for an error
 *
 * Makes the index anew from the articles.
 *
 * Returns: whether it was made
 */
gboolean
plx_index_rebuild (PlxDb   *db,
                   GError **error)
{
  g_autoptr (PlxDbRequest) statement = NULL;
  int rc;

  if (!plx_db_exec (db, DOING, "INSERT INTO article_fts (article_fts) VALUES ('delete-all');"
                    "INSERT INTO article_dense (article_dense) VALUES ('delete-all');", error) ||
      !(statement = plx_db_prepare (db, DOING, "SELECT id FROM article ORDER BY id", error)))
    return FALSE;

  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    if (!add_article (db, sqlite3_column_int64 (statement, 0), error))
      return FALSE;

  g_hash_table_remove_all (db->index->touched);
  plx_index_forget (db->index);
  if (rc == SQLITE_DONE)
    return TRUE;

  plx_db_take_error (db, DOING, error);

  return FALSE;
}
