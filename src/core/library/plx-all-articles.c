/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-rows"

#include "config.h"

#include "library/plx-job.h"
#include "library/plx-rows.h"
#include "library/plx-tag-rows.h"

/* All articles of the library, for a list that may be very long: their numbers are read at once,
 * what is told of them only for those that are looked at. */

#define LISTING "Listing all articles"

/* One article on its way to its place. */
typedef struct
{
  gint64  id;
  gint64  day;
  char   *key;  /* nullable: it has none, and comes last */
} Entry;

static void
entry_clear (gpointer data)
{
  g_free (((Entry *) data)->key);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *one = a, *other = b;
  int order;

  if ((one->key == NULL) != (other->key == NULL))
    return one->key == NULL ? 1 : -1;

  order = g_strcmp0 (one->key, other->key);
  if (order != 0)
    return order;
  if (one->day != other->day)
    return one->day > other->day ? -1 : 1;

  return one->id > other->id ? -1 : one->id < other->id;
}

static char *
dup_key (const char *text)
{
  g_autofree char *folded = NULL;

  if (text == NULL || *text == '\0')
    return NULL;

  folded = g_utf8_casefold (text, -1);

  return g_utf8_collate_key (folded, -1);
}

/* SQLite does not know how the user's language is sorted. */
static GArray *
sort_by_words (PlxDb         *db,
               PlxDbRequest  *statement,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  int rc;

  g_array_set_clear_func (entries, entry_clear);
  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      g_autofree char *text = plx_statement_dup_text (statement, 2);
      Entry entry = {
        .id = sqlite3_column_int64 (statement, 0),
        .day = sqlite3_column_int64 (statement, 1),
        .key = dup_key (text),
      };

      g_array_append_val (entries, entry);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
    }

  if (rc != SQLITE_DONE)
    {
      plx_db_take_error (db, LISTING, error);
      return NULL;
    }

  g_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len; i++)
    g_array_append_val (ids, g_array_index (entries, Entry, i).id);

  return g_steal_pointer (&ids);
}

/* An index has them in their order; only those without a day stand at the wrong end. */
static GArray *
take_in_order (PlxDb         *db,
               PlxDbRequest  *statement,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) without = g_array_new (FALSE, FALSE, sizeof (gint64));
  int rc;

  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const gint64 id = sqlite3_column_int64 (statement, 0);

      if (sqlite3_column_int64 (statement, 1) != 0)
        g_array_append_val (ids, id);
      else
        g_array_append_val (without, id);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
    }

  if (rc != SQLITE_DONE)
    {
      plx_db_take_error (db, LISTING, error);
      return NULL;
    }

  g_array_append_vals (ids, without->data, without->len);

  return g_steal_pointer (&ids);
}

static const struct
{
  const char *columns;
  const char *order;  /* nullable: it is sorted here */
} orders[PLX_N_ARTICLE_ORDERS] = {
  [PLX_ARTICLE_ORDER_NEWEST] = { "id, day", " ORDER BY day DESC, id DESC" },
  [PLX_ARTICLE_ORDER_OLDEST] = { "id, day", " ORDER BY day, id" },
  [PLX_ARTICLE_ORDER_OUTLET] = { "id, day, outlet", NULL },
  [PLX_ARTICLE_ORDER_HEADLINE] = { "id, day, coalesce(headline, source)", NULL },
  [PLX_ARTICLE_ORDER_ADDED] = { "id, 1", " ORDER BY added DESC, id DESC" },
};

gboolean
plx_work_list_ids (PlxDb         *db,
                   PlxJob        *job,
                   GCancellable  *cancellable,
                   GError       **error)
{
  const char *order = orders[job->order].order;
  g_autoptr (PlxDbRequest) statement = NULL;
  g_autofree char *sql = NULL;

  sql = g_strdup_printf ("SELECT %s FROM article WHERE trashed IS NULL%s%s",
                         orders[job->order].columns,
                         job->text != NULL ? " AND id IN (SELECT article FROM tagged WHERE tag ="
                                             " (SELECT id FROM tag WHERE folded = ?1))" : "",
                         order != NULL ? order : "");
  if (!(statement = plx_db_prepare (db, LISTING, sql, error)))
    return FALSE;

  if (job->text != NULL)
    {
      g_autofree char *folded = plx_tag_fold (job->text);

      plx_statement_bind_text (statement, 1, folded);
    }

  job->articles = order != NULL ? take_in_order (db, statement, cancellable, error)
                                : sort_by_words (db, statement, cancellable, error);

  return job->articles != NULL;
}

static PlxArticleLine *
read_line (PlxDb         *db,
           PlxDbRequest  *statement,
           gint64         id,
           GError       **error)
{
  PlxArticleLine *line;
  int rc;

  sqlite3_bind_int64 (statement, 1, id);
  rc = sqlite3_step (statement);
  if (rc != SQLITE_ROW && rc != SQLITE_DONE)
    {
      plx_db_take_error (db, LISTING, error);
      return NULL;
    }

  /* One that has gone since it was listed is told as nothing, until the list is read anew. */
  line = g_new0 (PlxArticleLine, 1);
  line->id = id;
  line->title = rc == SQLITE_ROW ? plx_statement_dup_text (statement, 0) : g_strdup ("");
  if (rc == SQLITE_ROW)
    {
      line->outlet = plx_statement_dup_text (statement, 1);
      line->day = sqlite3_column_int64 (statement, 2);
      line->added = sqlite3_column_int64 (statement, 3);
      line->story = sqlite3_column_int64 (statement, 4);
      line->n_stories = sqlite3_column_int (statement, 5);
    }
  sqlite3_reset (statement);

  return line;
}

gboolean
plx_work_read_lines (PlxDb         *db,
                     PlxJob        *job,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr (GPtrArray) lines =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_article_line_free);
  g_autoptr (PlxDbRequest) statement = NULL;

  statement = plx_db_prepare (db, LISTING,
                              "SELECT coalesce(a.headline, a.source, ''), a.outlet, a.day,"
                              " a.added, max(s.id), count(s.id) FROM article a"
                              " LEFT JOIN story_article sa ON sa.article = a.id"
                              " LEFT JOIN story s ON s.id = sa.story AND s.trashed IS NULL"
                              " WHERE a.id = ?1 GROUP BY a.id", error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < job->articles->len; i++)
    {
      PlxArticleLine *line = read_line (db, statement, g_array_index (job->articles, gint64, i),
                                        error);

      if (line == NULL)
        return FALSE;
      g_ptr_array_add (lines, line);
      if (!(line->tags = plx_rows_list_tags (db, PLX_TAGGED_ARTICLE, line->id, error)))
        return FALSE;
    }

  job->items = g_steal_pointer (&lines);

  return TRUE;
}

gboolean
plx_work_gather (PlxDb         *db,
                 PlxJob        *job,
                 GCancellable  *cancellable,
                 GError       **error)
{
  if (job->story == 0 && !(job->story = plx_rows_add_story (db, job->text, error)))
    return FALSE;

  for (guint i = 0; i < job->articles->len; i++)
    if (!plx_rows_join (db, job->story, g_array_index (job->articles, gint64, i), error))
      return FALSE;

  return TRUE;
}

gboolean
plx_work_load_loose (PlxDb         *db,
                     PlxJob        *job,
                     GCancellable  *cancellable,
                     GError       **error)
{
  return (job->report = plx_report_new_for_article (db, job->article, error)) != NULL;
}
