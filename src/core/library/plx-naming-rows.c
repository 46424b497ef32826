/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-rows"

#include "config.h"

#include "library/plx-saying-rows.h"

#define READING "Reading what was said of names"
#define REMEMBERING "Remembering a name"
#define FORGETTING "Forgetting what was said of a name"

#define SELECT_NAMING \
  "SELECT id, scope, article, story, surface, start, is_name, entity, kind, country," \
  " text_before, text_after FROM naming"

static gpointer
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

  statement = plx_db_prepare (db, READING, SELECT_NAMING
                              " WHERE scope = ?1 AND article IS ?2 AND story IS ?3 ORDER BY id",
                              error);
  if (statement == NULL)
    return NULL;

  plx_statement_bind_text (statement, 1, plx_enum_to_nick (PLX_TYPE_SCOPE, naming->scope));
  bind_id (statement, 2, naming->article);
  bind_id (statement, 3, naming->story);

  return plx_db_list (db, READING, statement, naming_from_row, (GDestroyNotify) plx_naming_free,
                      error);
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
      if (!plx_db_delete_row (db, FORGETTING, "naming", other->id, error))
        return FALSE;
    }

  return TRUE;
}

/* What it speaks of may have been removed meanwhile. */
static gboolean
has_place (PlxDb            *db,
           const PlxNaming  *naming,
           GError          **error)
{
  return (naming->article == 0 ||
          plx_db_has_row (db, REMEMBERING, "article", naming->article, error)) &&
         (naming->story == 0 ||
          plx_db_has_row (db, REMEMBERING, "story", naming->story, error));
}

/* Adds a naming in the place of an older one of the same words; what that says besides is added to
 * it. */
static gboolean
add_naming (PlxDb     *db,
            gpointer   item,
            GError   **error)
{
  PlxNaming *naming = item;
  g_autoptr (PlxDbRequest) statement = NULL;

  if (!has_place (db, naming, error) || !take_place (db, naming, error))
    return FALSE;

  statement = plx_db_prepare (db, REMEMBERING,
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

  return plx_db_finish (db, REMEMBERING, statement, error);
}

/* Those of a story, of its articles and their mentions, and of the whole library; or all. */
const PlxSayingRows plx_naming_rows = {
  .table = "naming",
  .signal = "namings-changed",
  .reading = READING,
  .removing = FORGETTING,
  .select = SELECT_NAMING
            " WHERE (?1 = 0 AND"
            "  (story IS NULL OR story IN (SELECT id FROM story WHERE trashed IS NULL)) AND"
            "  (article IS NULL OR article IN (SELECT id FROM article WHERE trashed IS NULL)))"
            " OR scope = 'library' OR story = ?1 OR article IN"
            " (SELECT article FROM story_article WHERE story = ?1) ORDER BY id",
  .read_row = naming_from_row,
  .write = add_naming,
  .copy = (GBoxedCopyFunc) plx_naming_copy,
  .free = (GDestroyNotify) plx_naming_free,
  .id_offset = G_STRUCT_OFFSET (PlxNaming, id),
};
