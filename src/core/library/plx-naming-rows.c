/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-rows"

#include "config.h"

#include "library/plx-naming-rows.h"

#define DOING "Reading what was said of names"

#define SELECT_NAMING \
  "SELECT id, scope, article, story, surface, start, is_name, entity, kind, country," \
  " text_before, text_after FROM naming"

static PlxNaming *
naming_from_row (PlxDbRequest *statement)
{
  g_autofree char *scope_nick = plx_statement_dup_text (statement, 1);
  g_autofree char *surface = plx_statement_dup_text (statement, 4);
  g_autofree char *kind_nick = plx_statement_dup_text (statement, 8);
  PlxNaming *naming;
  int scope, kind;

  if (surface == NULL || !plx_enum_from_nick (PLX_TYPE_SCOPE, scope_nick, &scope))
    return NULL;

  naming = plx_naming_new (scope, surface);
  naming->id = sqlite3_column_int64 (statement, 0);
  naming->article = sqlite3_column_int64 (statement, 2);
  naming->story = sqlite3_column_int64 (statement, 3);
  naming->start = CLAMP (sqlite3_column_int64 (statement, 5), 0, G_MAXUINT32);
  naming->is_name = sqlite3_column_int (statement, 6) != 0;
  naming->entity = plx_statement_dup_text (statement, 7);
  naming->country = plx_statement_dup_text (statement, 9);
  naming->before = plx_statement_dup_text (statement, 10);
  naming->after = plx_statement_dup_text (statement, 11);
  if (kind_nick != NULL && plx_enum_from_nick (PLX_TYPE_KIND, kind_nick, &kind))
    {
      naming->has_kind = TRUE;
      naming->kind = kind;
    }

  return naming;
}

static GPtrArray *
list_namings (PlxDb         *db,
              PlxDbRequest  *statement,
              GError       **error)
{
  g_autoptr (GPtrArray) namings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_naming_free);
  int rc;

  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    {
      PlxNaming *naming = naming_from_row (statement);

      /* What cannot be read says nothing, and nothing is lost with it. */
      if (naming != NULL)
        g_ptr_array_add (namings, naming);
    }

  if (rc != SQLITE_DONE)
    {
      plx_db_take_error (db, DOING, error);
      return NULL;
    }

  return g_steal_pointer (&namings);
}

/**
 * plx_rows_list_namings:
 * @db: a connection
 * @story: a story, or 0 for all namings
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type PlxNaming) (nullable): the namings that bear on the story,
 *   the oldest first; or `NULL` on error
 */
GPtrArray *
plx_rows_list_namings (PlxDb   *db,
                       gint64   story,
                       GError **error)
{
  g_autoptr (PlxDbRequest) statement = NULL;

  statement = plx_db_prepare (db, DOING, story == 0 ? SELECT_NAMING " ORDER BY id"
                              : SELECT_NAMING
                                " WHERE scope = 'library' OR story = ?1 OR article IN"
                                " (SELECT article FROM story_article WHERE story = ?1)"
                                " ORDER BY id", error);
  if (statement == NULL)
    return NULL;

  if (story != 0)
    sqlite3_bind_int64 (statement, 1, story);

  return list_namings (db, statement, error);
}

static void
bind_id (PlxDbRequest *statement,
         int           index,
         gint64        id)
{
  if (id != 0)
    sqlite3_bind_int64 (statement, index, id);
}

/* Those of the same scope and place; which of them speak of the same words is for the model. */
static GPtrArray *
list_beside (PlxDb            *db,
             const PlxNaming  *naming,
             GError          **error)
{
  g_autoptr (PlxDbRequest) statement = NULL;

  statement = plx_db_prepare (db, DOING, SELECT_NAMING
                              " WHERE scope = ?1 AND article IS ?2 AND story IS ?3 ORDER BY id",
                              error);
  if (statement == NULL)
    return NULL;

  plx_statement_bind_text (statement, 1, plx_enum_to_nick (PLX_TYPE_SCOPE, naming->scope));
  bind_id (statement, 2, naming->article);
  bind_id (statement, 3, naming->story);

  return list_namings (db, statement, error);
}

static gboolean
take_place (PlxDb      *db,
            PlxNaming  *naming,
            GError    **error)
{
  g_autoptr (GPtrArray) others = list_beside (db, naming, error);

  if (others == NULL)
    return FALSE;

  for (guint i = others->len; i > 0; i--)
    {
      const PlxNaming *other = g_ptr_array_index (others, i - 1);

      if (!plx_naming_replaces (naming, other))
        continue;

      plx_naming_inherit (naming, other);
      if (!plx_rows_remove_naming (db, other->id, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_row (PlxDb       *db,
         const char  *table,
         gint64       id,
         GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT EXISTS (SELECT 1 FROM %s WHERE id = %"
                                          G_GINT64_FORMAT ")", table, id);
  gint64 exists;

  if (id == 0)
    return TRUE;
  if (!plx_db_get_int (db, DOING, sql, &exists, error))
    return FALSE;

  if (exists == 0)
    g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_NOT_FOUND,
                 "Remembering a name: the library has no %s %" G_GINT64_FORMAT, table, id);

  return exists != 0;
}

/**
 * plx_rows_add_naming:
 * @db: a connection in a transaction
 * @naming: what the user says; what an older one says besides is added to it
 * @error: return location for an error
 *
 * Adds a naming in the place of an older one of the same words.
 *
 * Returns: whether it was written
 */
gboolean
plx_rows_add_naming (PlxDb      *db,
                     PlxNaming  *naming,
                     GError    **error)
{
  const char *doing = "Remembering a name";
  g_autoptr (PlxDbRequest) statement = NULL;

  if (!has_row (db, "article", naming->article, error) ||
      !has_row (db, "story", naming->story, error) || !take_place (db, naming, error))
    return FALSE;

  statement = plx_db_prepare (db, doing,
                              "INSERT INTO naming (scope, article, story, surface, start, is_name,"
                              " entity, kind, country, text_before, text_after)"
                              " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)", error);
  if (statement == NULL)
    return FALSE;

  plx_statement_bind_text (statement, 1, plx_enum_to_nick (PLX_TYPE_SCOPE, naming->scope));
  bind_id (statement, 2, naming->article);
  bind_id (statement, 3, naming->story);
  plx_statement_bind_text (statement, 4, naming->surface);
  sqlite3_bind_int64 (statement, 5, naming->start);
  sqlite3_bind_int (statement, 6, naming->is_name);
  plx_statement_bind_text (statement, 7, naming->entity);
  plx_statement_bind_text (statement, 8, naming->has_kind
                                           ? plx_enum_to_nick (PLX_TYPE_KIND, naming->kind) : NULL);
  plx_statement_bind_text (statement, 9, naming->country);
  plx_statement_bind_text (statement, 10, naming->before);
  plx_statement_bind_text (statement, 11, naming->after);

  return plx_db_finish (db, doing, statement, error);
}

/**
 * plx_rows_remove_naming:
 * @db: a connection in a transaction
 * @naming: a naming's number
 * @error: return location for an error
 *
 * Returns: whether it is not there any more
 */
gboolean
plx_rows_remove_naming (PlxDb   *db,
                        gint64   naming,
                        GError **error)
{
  const char *doing = "Forgetting what was said of a name";
  g_autoptr (PlxDbRequest) statement = NULL;

  statement = plx_db_prepare (db, doing, "DELETE FROM naming WHERE id = ?", error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, naming);

  return plx_db_finish (db, doing, statement, error);
}
