/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-index"

#include "config.h"

#include "library/plx-index.h"

#include "library/plx-body.h"

/* The index holds no text: what it is made of is unpacked when it is made, by functions of ours.
 * `article_fts` has what is written with spaces between words, `article_dense` the rest. Triggers
 * keep both true to `article`, whatever changes it; they are the connection's and leave nothing in
 * the file that another program could not run. */

#define DOING "Indexing the articles"

#define ADD_WORDS(row) \
  "INSERT INTO article_fts (rowid, headline, outlet, author, body)" \
  " SELECT " row ".id, plx_spaced(" row ".headline), plx_spaced(" row ".outlet)," \
  "  plx_spaced(" row ".author), plx_kept(" row ".body)"

#define ADD_PAIRS(row) \
  "INSERT INTO article_dense (rowid, pairs)" \
  " SELECT id, pairs FROM (SELECT " row ".id AS id," \
  "  plx_pairs(" row ".headline, " row ".outlet, " row ".body) AS pairs"

#define HAS_PAIRS ") WHERE pairs IS NOT NULL"

#define ADD ADD_WORDS ("NEW") ";" ADD_PAIRS ("NEW") HAS_PAIRS ";"

#define REMOVE \
  "DELETE FROM article_fts WHERE rowid = OLD.id;" \
  "DELETE FROM article_dense WHERE rowid = OLD.id;"

/**
 * PlxIndex:
 *
 * What a connection needs to index articles: the text of one body at a time.
 */
struct _PlxIndex
{
  PlxDb  *db;
  gint64  body; /* the body of which kept is, or 0 */
  char   *kept; /* nullable */
};

/**
 * plx_index_expect:
 * @self: (nullable): an index
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
  if (self == NULL)
    {
      g_free (kept);
      return;
    }

  g_free (self->kept);
  self->kept = kept;
  self->body = body;
}

/**
 * plx_index_forget:
 * @self: (nullable): an index
 *
 * Forgets the text at hand: its body may be gone, and another one have its number.
 */
void
plx_index_forget (PlxIndex *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->kept, g_free);
  self->body = 0;
}

static void
rolled_back_cb (gpointer data)
{
  plx_index_forget (data);
}

/* The kept text of a body, valid until the next one is asked for. One that is damaged has none: who
 * opens the article is told, and everything else can still be found. */
static const char *
get_kept (PlxIndex *self,
          gint64    body)
{
  g_autoptr (PlxBody) read = NULL;

  if (self->kept != NULL && self->body == body)
    return self->kept;

  read = plx_rows_read_body (self->db, body, NULL);
  plx_index_expect (self, body, read != NULL ? plx_body_dup_kept (read) : g_strdup (""));

  return self->kept;
}

static char *
dup_valid (const char *text)
{
  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

static void
return_spaced (sqlite3_context *context,
               const char      *text)
{
  g_autofree char *valid = dup_valid (text);

  if (valid == NULL)
    sqlite3_result_null (context);
  else if (plx_script_has_dense (valid, -1))
    sqlite3_result_text (context, plx_script_dup_spaced (valid), -1, g_free);
  else
    sqlite3_result_text (context, g_steal_pointer (&valid), -1, g_free);
}

/* plx_spaced(text): what of a text is written with spaces between words */
static void
spaced_func (sqlite3_context  *context,
             int               n_values,
             sqlite3_value   **values)
{
  return_spaced (context, (const char *) sqlite3_value_text (values[0]));
}

/* plx_kept(body): what of the kept text of a body is written with spaces between words */
static void
kept_func (sqlite3_context  *context,
           int               n_values,
           sqlite3_value   **values)
{
  PlxIndex *self = sqlite3_user_data (context);

  return_spaced (context, get_kept (self, sqlite3_value_int64 (values[0])));
}

/* plx_pairs(headline, outlet, body): the pairs of letters of what is written without; NULL for
 * none */
static void
pairs_func (sqlite3_context  *context,
            int               n_values,
            sqlite3_value   **values)
{
  PlxIndex *self = sqlite3_user_data (context);
  g_autofree char *headline = dup_valid ((const char *) sqlite3_value_text (values[0]));
  g_autofree char *outlet = dup_valid ((const char *) sqlite3_value_text (values[1]));
  g_autofree char *kept = dup_valid (get_kept (self, sqlite3_value_int64 (values[2])));
  const char *texts[] = { headline, outlet, kept };
  g_autoptr (GString) pairs = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL && plx_script_has_dense (texts[i], -1))
      plx_script_append_pairs (pairs, texts[i]);

  if (pairs->len > 0)
    sqlite3_result_text (context, g_string_free_and_steal (g_steal_pointer (&pairs)), -1, g_free);
  else
    sqlite3_result_null (context);
}

/**
 * plx_index_new:
 * @db: a connection
 *
 * Gives a connection the functions by which articles are indexed.
 *
 * Returns: (transfer full): what they share
 */
PlxIndex *
plx_index_new (PlxDb *db)
{
  static const struct
  {
    const char *name;
    int         n_values;
    void      (*func) (sqlite3_context *, int, sqlite3_value **);
  } functions[] = {
    { "plx_spaced", 1, spaced_func },
    { "plx_kept", 1, kept_func },
    { "plx_pairs", 3, pairs_func },
  };
  PlxIndex *self = g_new0 (PlxIndex, 1);

  self->db = db;
  for (gsize i = 0; i < G_N_ELEMENTS (functions); i++)
    sqlite3_create_function (db->handle, functions[i].name, functions[i].n_values,
                             SQLITE_UTF8 | SQLITE_DIRECTONLY, self, functions[i].func, NULL, NULL);
  sqlite3_rollback_hook (db->handle, rolled_back_cb, self);

  return self;
}

void
plx_index_free (PlxIndex *self)
{
  g_free (self->kept);
  g_free (self);
}

/**
 * plx_index_watch:
 * @db: a connection for writing, to a library that is up to date
 * @error: return location for an error
 *
 * From now on whatever changes an article changes the index.
 *
 * Returns: whether the triggers stand
 */
gboolean
plx_index_watch (PlxDb   *db,
                 GError **error)
{
  return plx_db_exec (db, DOING,
                      "CREATE TEMP TRIGGER index_insert AFTER INSERT ON main.article"
                      " BEGIN " ADD " END;"
                      "CREATE TEMP TRIGGER index_delete AFTER DELETE ON main.article"
                      " BEGIN " REMOVE " END;"
                      "CREATE TEMP TRIGGER index_update"
                      " AFTER UPDATE OF headline, outlet, author, body ON main.article"
                      " WHEN (OLD.headline, OLD.outlet, OLD.author, OLD.body)"
                      "  IS NOT (NEW.headline, NEW.outlet, NEW.author, NEW.body)"
                      " BEGIN " REMOVE ADD " END;", error);
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
  return plx_db_exec (db, DOING,
                      "INSERT INTO article_fts (article_fts) VALUES ('delete-all');"
                      "INSERT INTO article_dense (article_dense) VALUES ('delete-all');"
                      ADD_WORDS ("article") " FROM article ORDER BY id;"
                      ADD_PAIRS ("article") " FROM article ORDER BY id" HAS_PAIRS ";", error);
}
