/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-rows"

#include "config.h"

#include "library/plx-tag-rows.h"

#define TAGGING "Tagging"
#define LISTING "Listing the tags"

static const char * const columns[] = {
  [PLX_TAGGED_ARTICLE] = "article",
  [PLX_TAGGED_STORY] = "story",
};

/**
 * plx_tag_fold:
 * @name: a tag as the user writes it
 *
 * Returns: (transfer full): the same for any way to write it: without regard to case, to how its
 *   letters are put together, and to space around and inside
 */
char *
plx_tag_fold (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_autofree char *normal = g_utf8_normalize (folded, -1, G_NORMALIZE_NFKC);
  g_auto (GStrv) words = g_strsplit_set (normal != NULL ? normal : folded, " \t\n\r\v\f", -1);
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (string, "%s%s", string->len > 0 ? " " : "", words[i]);

  return g_string_free_and_steal (g_steal_pointer (&string));
}

static gpointer
name_from_row (PlxDbRequest *statement)
{
  return plx_statement_dup_text (statement, 0);
}

/**
 * plx_rows_list_tags:
 * @db: a connection
 * @tagged: what @id is
 * @id: an article or a story; 0 for all tags that are on something outside the trash
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its tags by their names, or `NULL` on error
 */
GStrv
plx_rows_list_tags (PlxDb       *db,
                    PlxTagged    tagged,
                    gint64       id,
                    GError     **error)
{
  g_autofree char *sql = NULL;
  g_autoptr (PlxDbRequest) statement = NULL;
  g_autoptr (GPtrArray) names = NULL;
  gsize n;

  sql = g_strdup_printf ("SELECT name FROM tag WHERE id IN (SELECT tag FROM tagged WHERE %s %s)"
                         " ORDER BY folded", columns[tagged],
                         id != 0 ? "= ?1" : "IS NOT NULL");
  if (id == 0)
    g_set_str (&sql, "SELECT name FROM tag WHERE id IN (SELECT tag FROM tagged) ORDER BY folded");
  if (!(statement = plx_db_prepare (db, LISTING, sql, error)))
    return NULL;

  if (id != 0)
    sqlite3_bind_int64 (statement, 1, id);
  if (!(names = plx_db_list (db, LISTING, statement, name_from_row, g_free, error)))
    return NULL;

  g_ptr_array_set_free_func (names, NULL);
  g_ptr_array_add (names, NULL);

  return (GStrv) g_ptr_array_steal (names, &n);
}

static gboolean
run (PlxDb       *db,
     const char  *sql,
     const char  *folded,
     const char  *name,
     gint64       id,
     GError     **error)
{
  g_autoptr (PlxDbRequest) statement = plx_db_prepare (db, TAGGING, sql, error);

  if (statement == NULL)
    return FALSE;

  plx_statement_bind_text (statement, 1, folded);
  if (name != NULL)
    plx_statement_bind_text (statement, 2, name);
  if (id != 0)
    sqlite3_bind_int64 (statement, 3, id);

  return plx_db_finish (db, TAGGING, statement, error);
}

/**
 * plx_rows_tag:
 * @db: a connection in a transaction
 * @tagged: what @id is
 * @id: an article or a story
 * @name: a tag, which is made where there is none so called
 * @add: whether to add it, and not to remove it
 * @error: return location for an error
 *
 * Adds a tag to an article or story, or removes it. A tag that is on nothing any more is none.
 *
 * Returns: whether it was written
 */
gboolean
plx_rows_tag (PlxDb       *db,
              PlxTagged    tagged,
              gint64       id,
              const char  *name,
              gboolean     add,
              GError     **error)
{
  g_autofree char *folded = plx_tag_fold (name);
  g_autofree char *sql = NULL;

  if (!plx_db_has_row (db, TAGGING, columns[tagged], id, error))
    return FALSE;

  if (add)
    {
      sql = g_strdup_printf ("INSERT INTO tagged (tag, %s) SELECT id, ?3 FROM tag"
                             " WHERE folded = ?1 AND NOT EXISTS (SELECT 1 FROM tagged t"
                             "  WHERE t.tag = tag.id AND t.%s = ?3)",
                             columns[tagged], columns[tagged]);

      return run (db, "INSERT INTO tag (folded, name) VALUES (?1, ?2)"
                  " ON CONFLICT (folded) DO NOTHING", folded, name, 0, error) &&
             run (db, sql, folded, NULL, id, error);
    }

  sql = g_strdup_printf ("DELETE FROM tagged WHERE %s = ?3 AND tag ="
                         " (SELECT id FROM tag WHERE folded = ?1)", columns[tagged]);

  return run (db, sql, folded, NULL, id, error) &&
         run (db, "DELETE FROM tag WHERE folded = ?1 AND id NOT IN (SELECT tag FROM tagged)",
              folded, NULL, 0, error);
}
