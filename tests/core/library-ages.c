/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library-ages.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

#include "library/plx-rows.h"
#include "library/plx-schema.h"

/* The version from which on texts are in bodies. */
#define WITH_BODIES 8

/* Since when there is what. */
static const struct
{
  const char *table;
  guint       since;
  const char *columns;
} copied[] = {
  { "story", 1, "id, title, filter" },
  { "rule", 3, "*" },
  { "naming", 4, "*" },
  { "correction", 5, "*" },
  { "note", 5, "id, story, article, subject, sentences, entity, body, changed" },
  { "placement", 6, "*" },
  { "change", 1, "id, label, at, undone" },
};

static const struct
{
  const char *column;
  const char *value;
  guint       since;
} columns[] = {
  { "id", "a.id", 1 },
  { "digest", "a.digest", 1 },
  { "day", "a.day", 1 },
  { "source", "a.source", 1 },
  { "format", "a.format", 1 },
  { "headline", "a.headline", 1 },
  { "standfirst", "a.standfirst", 1 },
  { "author", "a.author", 1 },
  { "outlet", "a.outlet", 1 },
  { "published", "a.published", 1 },
  { "language", "a.language", 1 },
  { "address", "a.address", 1 },
  { "found", "part(a.body, 0)", 1 },
  { "blocks", "part(a.body, 1)", 1 },
  { "text", "part(a.body, 3)", 1 },
  { "section", "a.section", 2 },
  { "agency", "a.agency", 2 },
  { "dateline", "a.dateline", 2 },
  { "others", "part(a.body, 2)", 2 },
  { "added", "a.added", 7 },
  { "original", "(SELECT lower(hex(sha256)) FROM original WHERE id = a.origin)", 7 },
  { "original_size", "(SELECT size FROM original WHERE id = a.origin)", 7 },
  { "original_is_record", "a.original_is_record", 7 },
};

static PlxBody *
read_body (PlxDb *db,
           gint64 id)
{
  g_autoptr (GError) error = NULL;
  PlxBody *body = plx_rows_read_body (db, id, &error);

  g_assert_no_error (error);

  return body;
}

static const char *
get_part (const PlxBody *body,
          guint          part)
{
  const char *parts[] = { body->found, body->blocks, body->others, NULL };

  return parts[part];
}

static char *
dup_part (PlxDb  *db,
          gint64  id,
          guint   part)
{
  g_autoptr (PlxBody) body = read_body (db, id);

  return part == 3 ? g_strndup (body->text, body->text_length) : g_strdup (get_part (body, part));
}

/* part(body, which) */
static void
part_func (sqlite3_context  *context,
           int               n_values,
           sqlite3_value   **values)
{
  sqlite3_result_text (context, dup_part (sqlite3_user_data (context),
                                          sqlite3_value_int64 (values[0]),
                                          sqlite3_value_int (values[1])), -1, g_free);
}

/* old_packed(sha256) */
static void
packed_func (sqlite3_context  *context,
             int               n_values,
             sqlite3_value   **values)
{
  PlxDb *db = sqlite3_user_data (context);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = plx_rows_read_original (db, (char *) sqlite3_value_text (values[0]),
                                                     &error);
  g_autoptr (GZlibCompressor) zlib = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 1);
  g_autoptr (GBytes) packed = NULL;

  g_assert_no_error (error);
  packed = g_converter_convert_bytes (G_CONVERTER (zlib), bytes, &error);
  g_assert_no_error (error);
  sqlite3_result_blob64 (context, g_bytes_get_data (packed, NULL), g_bytes_get_size (packed),
                         SQLITE_TRANSIENT);
}

static void
run (PlxDb      *db,
     const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (plx_db_exec (db, "Ageing", sql, &error));
  g_assert_no_error (error);
}

/* What an old release would have written of a body: all of it, or what is other in @beside. */
static void
age_body (PlxDb      *db,
          JsonObject *image,
          gint64      beside,
          guint       version)
{
  static const char * const names[] = { "found", "blocks", "others", "text" };
  const gint64 body = json_object_get_int_member (image, "body");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *part = dup_part (db, body, i);
      g_autofree char *other = beside != 0 ? dup_part (db, beside, i) : NULL;

      if ((beside == 0 || g_strcmp0 (part, other) != 0) && !(i == 2 && version < 2))
        json_object_set_member (image, names[i],
                                part != NULL ? json_node_init_string (json_node_alloc (), part)
                                             : json_node_init_null (json_node_alloc ()));
    }
  json_object_remove_member (image, "body");
}

static void
age_origin (PlxDb      *db,
            JsonObject *image)
{
  g_autofree char *sql = NULL;
  g_autoptr (PlxDbRequest) statement = NULL;

  if (!json_object_has_member (image, "origin"))
    return;

  sql = g_strdup_printf ("SELECT lower(hex(sha256)), size FROM original WHERE id = %"
                         G_GINT64_FORMAT,
                         json_object_get_int_member_with_default (image, "origin", 0));
  statement = plx_db_prepare (db, "Ageing", sql, NULL);
  json_object_set_null_member (image, "original");
  json_object_set_null_member (image, "original_size");
  if (sqlite3_step (statement) == SQLITE_ROW)
    {
      json_object_set_string_member (image, "original",
                                     (const char *) sqlite3_column_text (statement, 0));
      json_object_set_int_member (image, "original_size", sqlite3_column_int64 (statement, 1));
    }
  json_object_remove_member (image, "origin");
}

static JsonNode *
parse (PlxDbRequest *statement,
       int           column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL ? json_from_string (text, NULL) : NULL;
}

static gint64
get_body (JsonNode *image)
{
  return image != NULL ? json_object_get_int_member_with_default (json_node_get_object (image),
                                                                  "body", 0) : 0;
}

static char *
dup_aged (PlxDb    *db,
          JsonNode *image,
          gint64    beside,
          guint     version)
{
  JsonObject *object;

  if (image == NULL)
    return NULL;

  object = json_node_get_object (image);
  if (json_object_has_member (object, "body"))
    age_body (db, object, beside, version);
  age_origin (db, object);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].since > version)
      json_object_remove_member (object, columns[i].column);

  return json_to_string (image, FALSE);
}

static void
age_history (PlxDb *db,
             guint  version)
{
  g_autoptr (PlxDbRequest) read = NULL;
  g_autoptr (PlxDbRequest) write = NULL;

  read = plx_db_prepare (db, "Ageing", "SELECT id, change, what, tbl, row, before, after"
                         " FROM main.change_row", NULL);
  write = plx_db_prepare (db, "Ageing", "INSERT INTO old.change_row VALUES (?,?,?,?,?,?,?)", NULL);
  while (sqlite3_step (read) == SQLITE_ROW)
    {
      const gboolean is_article =
        g_str_equal ((const char *) sqlite3_column_text (read, 3), "article");
      g_autoptr (JsonNode) before = parse (read, 5);
      g_autoptr (JsonNode) after = parse (read, 6);
      const gint64 body_before = get_body (before);
      const gint64 body_after = get_body (after);
      g_autofree char *aged_before = is_article ? dup_aged (db, before, body_after, version) : NULL;
      g_autofree char *aged_after = is_article ? dup_aged (db, after, body_before, version) : NULL;

      for (int i = 0; i < 7; i++)
        sqlite3_bind_value (write, i + 1, sqlite3_column_value (read, i));
      if (aged_before != NULL)
        plx_statement_bind_text (write, 6, aged_before);
      if (aged_after != NULL)
        plx_statement_bind_text (write, 7, aged_after);
      g_assert_true (plx_db_finish (db, "Ageing", write, NULL));
    }
}

static void
copy_articles (PlxDb *db,
               guint  version)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);
  g_autofree char *sql = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].since <= version)
      {
        g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", columns[i].column);
        g_string_append_printf (values, "%s%s", i > 0 ? ", " : "", columns[i].value);
      }

  sql = g_strdup_printf ("INSERT INTO old.article (%s) SELECT %s FROM main.article a", names->str,
                         values->str);
  run (db, sql);
  run (db, "INSERT INTO old.story_article SELECT * FROM main.story_article;"
       "UPDATE old.sqlite_sequence SET seq = (SELECT seq FROM main.sqlite_sequence AS s"
       " WHERE s.name = sqlite_sequence.name)");
}

static void
copy_all (PlxDb *db,
          guint  version)
{
  run (db, "BEGIN; PRAGMA defer_foreign_keys = ON;");
  if (version >= 7)
    run (db, "INSERT INTO old.original (id, sha256, size, packed)"
         " SELECT id, lower(hex(sha256)), size, old_packed(lower(hex(sha256))) FROM main.original");
  for (guint i = 0; i < G_N_ELEMENTS (copied); i++)
    if (copied[i].since <= version)
      {
        g_autofree char *sql = g_strdup_printf ("INSERT INTO old.%s SELECT %s FROM main.%s",
                                                copied[i].table, copied[i].columns,
                                                copied[i].table);

        run (db, sql);
      }
  copy_articles (db, version);
  age_history (db, version);
  run (db, "COMMIT");
}

/* Makes of a closed library one that an earlier release has left behind. What that did not know of
 * is not in it; what users did is. */
void
library_age (const char *path,
             guint       version)
{
  g_autofree char *old_path = g_strconcat (path, ".old", NULL);
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS old", old_path);
  PlxDb old = { .path = old_path };
  g_autoptr (PlxDb) db = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (version, <, WITH_BODIES);
  g_assert_cmpint (sqlite3_open (old_path, &old.handle), ==, SQLITE_OK);
  g_assert_true (plx_db_migrate_to (&old, version, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_close (old.handle), ==, SQLITE_OK);

  db = plx_db_open (path, &error);
  g_assert_no_error (error);
  sqlite3_create_function (db->handle, "part", 2, SQLITE_UTF8, db, part_func, NULL,
                           NULL);
  sqlite3_create_function (db->handle, "old_packed", 1, SQLITE_UTF8, db, packed_func, NULL,
                           NULL);
  run (db, attach);
  copy_all (db, version);
  run (db, "DETACH old");
  g_clear_pointer (&db, plx_db_close);

  g_assert_cmpint (g_rename (old_path, path), ==, 0);
}
