/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-report"

#include "config.h"

#include "library/plx-report.h"

#include "library/plx-history.h"
#include "library/plx-saying-rows.h"

/* Of more articles than these, only those are read again that are in a story: the rest are in no
 * list. */
#define MANY "1000"

/* A row that was put in or taken out is in the table or in an image, depending on the direction. */
#define STORIES_OF_CHANGES \
  "SELECT row FROM change_row WHERE change BETWEEN ?1 AND ?2 AND tbl = 'story'" \
  " UNION SELECT json_extract(coalesce(before, after), '$.story') FROM change_row" \
  "  WHERE change BETWEEN ?1 AND ?2 AND tbl = 'story_article'" \
  " UNION SELECT sa.story FROM change_row r JOIN story_article sa ON sa.id = r.row" \
  "  WHERE r.change BETWEEN ?1 AND ?2 AND r.tbl = 'story_article'" \
  " UNION SELECT sa.story FROM change_row r JOIN story_article sa ON sa.article = r.row" \
  "  WHERE r.change BETWEEN ?1 AND ?2 AND r.tbl = 'article'"

/* Nobody looks at those in the trash. */
#define ARTICLES_OF_CHANGES \
  "SELECT a.id FROM change_row r JOIN article a ON a.id = r.row" \
  "  WHERE r.change BETWEEN ?1 AND ?2 AND r.tbl = 'article' AND a.trashed IS NULL" \
  "  AND ((SELECT count(*) FROM change_row WHERE change BETWEEN ?1 AND ?2) <= " MANY \
  "   OR EXISTS (SELECT 1 FROM story_article WHERE article = a.id))" \
  " UNION SELECT sa.article FROM change_row r JOIN story_article sa ON sa.id = r.row" \
  "  WHERE r.change BETWEEN ?1 AND ?2 AND r.tbl = 'story_article'"

static const char * const count_sql[PLX_N_COUNTS] = {
  [PLX_COUNT_ARTICLES] = "SELECT count(*) FROM article WHERE trashed IS NULL",
  [PLX_COUNT_NOTES] = "SELECT count(*) FROM note WHERE"
    " (story IS NULL OR story IN (SELECT id FROM story WHERE trashed IS NULL)) AND"
    " (article IS NULL OR article NOT IN (SELECT id FROM article WHERE trashed IS NOT NULL))",
  [PLX_COUNT_TRASHED] = "SELECT (SELECT count(*) FROM story WHERE trashed IS NOT NULL) +"
    " (SELECT count(*) FROM article WHERE trashed IS NOT NULL AND trashed_with IS NULL)",
};

static PlxReport *
report_new (void)
{
  PlxReport *self = g_new0 (PlxReport, 1);

  self->stories = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_story_row_free);
  self->documents = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                           (GDestroyNotify) plx_document_unref);

  return self;
}

void
plx_report_free (PlxReport *self)
{
  g_ptr_array_unref (self->stories);
  g_hash_table_unref (self->documents);
  g_free (self->undo_label);
  g_free (self->redo_label);
  g_free (self);
}

static gboolean
add_labels (PlxReport  *self,
            PlxDb      *db,
            GError    **error)
{
  self->has_labels = TRUE;
  for (guint i = 0; i < PLX_N_COUNTS; i++)
    {
      gint64 n;

      if (!plx_db_get_int (db, "Counting what there is", count_sql[i], &n, error))
        return FALSE;

      self->counts[i] = n;
    }

  return plx_history_dup_label (db, PLX_HISTORY_UNDO, &self->undo_label, error) &&
         plx_history_dup_label (db, PLX_HISTORY_REDO, &self->redo_label, error);
}

static gboolean
add_story (PlxReport  *self,
           PlxDb      *db,
           gint64      story,
           GError    **error)
{
  PlxStoryRow *row = plx_rows_read_story (db, story, error);

  if (row == NULL)
    return FALSE;

  g_ptr_array_add (self->stories, row);

  return TRUE;
}

static gboolean
add_document (PlxReport  *self,
              PlxDb      *db,
              gint64      article,
              GError    **error)
{
  PlxDocument *document = plx_rows_read_document (db, article, error);

  if (document == NULL)
    return FALSE;

  g_hash_table_insert (self->documents, g_memdup2 (&article, sizeof article), document);

  return TRUE;
}

static gboolean
look_for (PlxDb       *db,
          gint64       first,
          gint64       last,
          const char  *tables,
          gboolean    *touched,
          GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT EXISTS (SELECT 1 FROM change_row"
                                          " WHERE change BETWEEN %" G_GINT64_FORMAT
                                          " AND %" G_GINT64_FORMAT " AND tbl IN (%s))",
                                          first, last, tables);
  gint64 exists;

  if (!plx_db_get_int (db, "Reading what was changed", sql, &exists, error))
    return FALSE;

  *touched = exists != 0;

  return TRUE;
}

/* All namings and all notes are listed but those on what is in the trash. */
static gboolean
look_for_trash (PlxReport  *self,
                PlxDb      *db,
                gint64      first,
                gint64      last,
                GError    **error)
{
  g_autofree char *sql = g_strdup_printf (
    "SELECT EXISTS (SELECT 1 FROM change_row WHERE change BETWEEN %" G_GINT64_FORMAT
    " AND %" G_GINT64_FORMAT " AND tbl IN ('article', 'story') AND what = 'update'"
    " AND json_type(before, '$.trashed') IS NOT NULL)", first, last);
  gint64 exists;

  if (!plx_db_get_int (db, "Reading what was changed", sql, &exists, error))
    return FALSE;

  if (exists != 0)
    self->said[PLX_SAYING_NAMING] = self->said[PLX_SAYING_NOTE] = TRUE;

  return TRUE;
}

static gboolean
look_for_said (PlxReport  *self,
               PlxDb      *db,
               gint64      first,
               gint64      last,
               GError    **error)
{
  for (guint i = 0; i < PLX_N_SAYINGS; i++)
    {
      g_autofree char *table = g_strdup_printf ("'%s'", plx_saying_rows (i)->table);

      if (!look_for (db, first, last, table, &self->said[i], error))
        return FALSE;
    }

  return look_for_trash (self, db, first, last, error) &&
         look_for (db, first, last, "'article', 'story', 'story_article', 'tag', 'tagged'",
                   &self->articles, error) &&
         look_for (db, first, last, "'article', 'story'", &self->trash, error);
}

typedef gboolean (*AddFunc) (PlxReport  *self,
                             PlxDb      *db,
                             gint64      id,
                             GError    **error);

static gboolean
add_each (PlxReport   *self,
          PlxDb       *db,
          const char  *sql,
          gint64       first,
          gint64       last,
          AddFunc      add,
          GError     **error)
{
  const char *doing = "Reading what was changed";
  g_autoptr (PlxDbRequest) statement = plx_db_prepare (db, doing, sql, error);
  int rc;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, first);
  sqlite3_bind_int64 (statement, 2, last);
  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      if (id != 0 && !add (self, db, id, error))
        return FALSE;
    }

  if (rc == SQLITE_DONE)
    return TRUE;

  plx_db_take_error (db, doing, error);

  return FALSE;
}

/**
 * plx_report_new_for_changes:
 * @db: a connection
 * @first: the oldest of the changes that were just made, undone or redone; 0 for none
 * @last: the newest of them
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): all that they touched, or `NULL` on error
 */
PlxReport *
plx_report_new_for_changes (PlxDb   *db,
                            gint64   first,
                            gint64   last,
                            GError **error)
{
  g_autoptr (PlxReport) self = report_new ();

  if (!add_each (self, db, STORIES_OF_CHANGES, first, last, add_story, error) ||
      !add_each (self, db, ARTICLES_OF_CHANGES, first, last, add_document, error) ||
      !look_for_said (self, db, first, last, error) ||
      !add_labels (self, db, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * plx_report_new_for_intake:
 * @db: a connection
 * @story: the story that articles have come into, or 0
 * @articles: (element-type gint64): those that have come in now, some of them once more
 * @error: return location for an error
 *
 * Articles without a story are in no list that somebody looks at, so nothing is told of them.
 *
 * Returns: (transfer full) (nullable): what was touched, or `NULL` on error
 */
PlxReport *
plx_report_new_for_intake (PlxDb   *db,
                           gint64   story,
                           GArray  *articles,
                           GError **error)
{
  g_autoptr (PlxReport) self = report_new ();

  self->articles = TRUE;
  self->trash = TRUE;
  if (!add_labels (self, db, error) || (story != 0 && !add_story (self, db, story, error)))
    return NULL;

  for (guint i = 0; story != 0 && i < articles->len; i++)
    if (!add_document (self, db, g_array_index (articles, gint64, i), error))
      return NULL;

  return g_steal_pointer (&self);
}

/**
 * plx_report_new_for_purge:
 * @db: a connection on which things in the trash have just been deleted
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what that means for those who look on, or `NULL` on error
 */
PlxReport *
plx_report_new_for_purge (PlxDb   *db,
                          GError **error)
{
  g_autoptr (PlxReport) self = report_new ();

  self->articles = TRUE;
  self->trash = TRUE;

  return add_labels (self, db, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * plx_report_new_for_article:
 * @db: a connection
 * @article: an article
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the article, or `NULL` on error
 */
PlxReport *
plx_report_new_for_article (PlxDb   *db,
                            gint64   article,
                            GError **error)
{
  g_autoptr (PlxReport) self = report_new ();

  return add_document (self, db, article, error) ? g_steal_pointer (&self) : NULL;
}

static gboolean
add_articles (PlxReport          *self,
              PlxDb              *db,
              const PlxStoryRow  *row,
              GError            **error)
{
  for (guint i = 0; i < row->articles->len; i++)
    if (!add_document (self, db, g_array_index (row->articles, gint64, i), error))
      return FALSE;

  return TRUE;
}

/**
 * plx_report_new_for_story:
 * @db: a connection
 * @story: a story
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the story with all its articles, or `NULL` on error
 */
PlxReport *
plx_report_new_for_story (PlxDb   *db,
                          gint64   story,
                          GError **error)
{
  g_autoptr (PlxReport) self = report_new ();
  const PlxStoryRow *row;

  self->load = TRUE;
  if (!add_story (self, db, story, error))
    return NULL;

  row = g_ptr_array_index (self->stories, 0);
  if (!row->exists)
    {
      g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_NOT_FOUND,
                   "Reading a story: the library has no story %" G_GINT64_FORMAT, story);
      return NULL;
    }

  if (!add_articles (self, db, row, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* Puts a story with its articles in the place of the one without. */
static gboolean
complete_story (PlxReport  *self,
                PlxDb      *db,
                gint64      story,
                GError    **error)
{
  for (guint i = 0; i < self->stories->len; i++)
    {
      PlxStoryRow *row = g_ptr_array_index (self->stories, i);

      if (row->id != story)
        continue;

      if (!(row = plx_rows_read_story (db, story, error)))
        return FALSE;

      plx_story_row_free (g_steal_pointer (&g_ptr_array_index (self->stories, i)));
      g_ptr_array_index (self->stories, i) = row;

      return add_articles (self, db, row, error);
    }

  return TRUE;
}

/**
 * plx_report_new_for_all:
 * @db: a connection
 * @loaded: (nullable) (element-type gint64): stories of which the articles are wanted, too
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): every story, newest first; or `NULL` on error
 */
PlxReport *
plx_report_new_for_all (PlxDb   *db,
                        GArray  *loaded,
                        GError **error)
{
  g_autoptr (PlxReport) self = report_new ();

  self->all = TRUE;
  self->articles = TRUE;
  self->trash = TRUE;
  for (guint i = 0; i < PLX_N_SAYINGS; i++)
    self->said[i] = TRUE;
  g_ptr_array_unref (self->stories);
  if (!(self->stories = plx_rows_list_stories (db, error)))
    {
      self->stories = g_ptr_array_new ();
      return NULL;
    }

  for (guint i = 0; loaded != NULL && i < loaded->len; i++)
    if (!complete_story (self, db, g_array_index (loaded, gint64, i), error))
      return NULL;

  if (!add_labels (self, db, error))
    return NULL;

  return g_steal_pointer (&self);
}
