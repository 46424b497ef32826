/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-db"

#include "config.h"

#include "library/plx-db-guard.h"

#include <string.h>

#include "library/plx-schema.h"

/* A file that calls itself a library may be made to do harm by what stands in it: a view in the
 * place of a table, a trigger that runs on our changes, a virtual table of another module, a
 * column that is computed. So before anything of it is used its schema is held against the one
 * that this program makes for a library of that version. */

#define DOING "Opening the library"

/* What plx_db_guard_dup_digest() gives for a library of this release. It saves making one to hold
 * the file against each time that a program starts, which takes longer than opening the file; a
 * test tells where a new step makes it another one. */
#define DIGEST "b41af383108d5de64454c3faf888ca77a96755d14e436b6ae779875b65f866c1"

/* Virtual tables, triggers and indexes say in SQL what they do, so that their SQL is compared. The
 * SQL of a table depends on which release of SQLite has added its last columns; with schemas not
 * trusted, columns can do no harm that are not computed. */
#define OBJECTS \
  "SELECT type, name, sql FROM sqlite_schema ORDER BY name"


typedef struct
{
  char *type;
  char *name;
  char *sql;     /* without what does not matter; empty where there is none */
  char *columns; /* nullable: of a table */
} Object;

static void
object_free (Object *self)
{
  g_free (self->type);
  g_free (self->name);
  g_free (self->sql);
  g_free (self->columns);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Object, object_free)

/* Without spaces and quotation marks around names: releases of SQLite differ in them. Texts in
 * single quotation marks stay as they are. */
static char *
dup_bare_sql (const char *sql)
{
  g_autoptr (GString) bare = g_string_new (NULL);
  gboolean in_text = FALSE;

  for (; sql != NULL && *sql != '\0'; sql++)
    {
      if (*sql == '\'')
        in_text = !in_text;
      if (in_text || (!g_ascii_isspace (*sql) && *sql != '"'))
        g_string_append_c (bare, in_text ? *sql : g_ascii_tolower (*sql));
    }

  return g_string_free_and_steal (g_steal_pointer (&bare));
}

/* Tables and indexes that SQLite makes by itself, which have no SQL of ours. */
static gboolean
is_of_sqlite (const Object *object)
{
  static const char * const tables[] = { "sqlite_sequence", "sqlite_stat1", "sqlite_stat4", NULL };

  if (g_str_equal (object->type, "index"))
    return g_str_has_prefix (object->name, "sqlite_autoindex_") && *object->sql == '\0';

  return g_str_equal (object->type, "table") && g_strv_contains (tables, object->name) &&
         g_str_has_prefix (object->sql, "createtable");
}

static gboolean
is_virtual (const Object *object)
{
  return g_str_has_prefix (object->sql, "createvirtualtable");
}

/* The names of a table's columns; of one that is computed or hidden also that it is. */
static char *
dup_columns (PlxDb       *db,
             const char  *table,
             GError     **error)
{
  g_autoptr (PlxDbRequest) statement = NULL;
  g_autoptr (GString) columns = g_string_new (NULL);
  int rc;

  statement = plx_db_prepare (db, DOING, "SELECT name, hidden FROM pragma_table_xinfo(?)"
                              " ORDER BY cid", error);
  if (statement == NULL)
    return NULL;

  plx_statement_bind_text (statement, 1, table);
  while ((rc = sqlite3_step (statement)) == SQLITE_ROW)
    g_string_append_printf (columns, "%s %d\n", (const char *) sqlite3_column_text (statement, 0),
                            sqlite3_column_int (statement, 1));

  if (rc == SQLITE_DONE)
    return g_string_free_and_steal (g_steal_pointer (&columns));

  plx_db_take_error (db, DOING, error);

  return NULL;
}

static gpointer
read_object (PlxDbRequest *statement)
{
  Object *self = g_new0 (Object, 1);

  self->type = plx_statement_dup_text (statement, 0);
  self->name = plx_statement_dup_text (statement, 1);
  self->sql = dup_bare_sql ((const char *) sqlite3_column_text (statement, 2));
  if (self->type == NULL)
    self->type = g_strdup ("");
  if (self->name == NULL)
    self->name = g_strdup ("");

  return self;
}

static GPtrArray *
list_without_columns (PlxDb   *db,
                      GError **error)
{
  g_autoptr (PlxDbRequest) statement = plx_db_prepare (db, DOING, OBJECTS, error);

  return statement != NULL ? plx_db_list (db, DOING, statement, read_object,
                                          (GDestroyNotify) object_free, error)
                           : NULL;
}

/* The module of a foreign virtual table is not to be asked anything. */
static gboolean
read_columns (PlxDb      *db,
              GPtrArray  *objects,
              GError    **error)
{
  for (guint i = 0; i < objects->len; i++)
    {
      Object *object = g_ptr_array_index (objects, i);

      if (g_str_equal (object->type, "table") && !is_virtual (object) &&
          !(object->columns = dup_columns (db, object->name, error)))
        return FALSE;
    }

  return TRUE;
}

static GPtrArray *
list_objects (PlxDb   *db,
              GError **error)
{
  g_autoptr (GPtrArray) objects = list_without_columns (db, error);

  return objects != NULL && read_columns (db, objects, error) ? g_steal_pointer (&objects) : NULL;
}

/* Of all that a library's schema says, whatever SQLite itself may have added to it. */
static char *
dup_digest (GPtrArray *objects)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < objects->len; i++)
    {
      const Object *object = g_ptr_array_index (objects, i);

      if (is_of_sqlite (object))
        continue;

      /* With their ends, so that nothing goes from one into the next. */
      g_checksum_update (checksum, (const guchar *) object->type, strlen (object->type) + 1);
      g_checksum_update (checksum, (const guchar *) object->name, strlen (object->name) + 1);
      g_checksum_update (checksum, (const guchar *) object->sql, strlen (object->sql) + 1);
    }

  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * plx_db_guard_dup_digest:
 * @self: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the SHA-256 of the schema of a file; or `NULL` on error
 */
char *
plx_db_guard_dup_digest (PlxDb   *self,
                         GError **error)
{
  g_autoptr (GPtrArray) objects = list_without_columns (self, error);

  return objects != NULL ? dup_digest (objects) : NULL;
}

/**
 * plx_db_guard_get_digest:
 *
 * Returns: the SHA-256 of the schema of a library of this release
 */
const char *
plx_db_guard_get_digest (void)
{
  return DIGEST;
}

static Object *
find (GPtrArray  *objects,
      const char *name)
{
  for (guint i = 0; i < objects->len; i++)
    {
      Object *object = g_ptr_array_index (objects, i);

      if (g_ascii_strcasecmp (object->name, name) == 0)
        return object;
    }

  return NULL;
}

static gboolean
refuse (PlxDb         *db,
        const Object  *object,
        const char    *what,
        GError       **error)
{
  g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_CORRUPT,
               "Opening the library: %s %s the %s “%s”, which may do harm; it was left as it is",
               db->path, what, object->type, object->name);

  return FALSE;
}

/* Whether an object of the file is one of ours, and does what ours does. */
static gboolean
check_object (PlxDb         *db,
              const Object  *object,
              GPtrArray     *ours,
              GError       **error)
{
  const Object *own = find (ours, object->name);

  if (is_of_sqlite (object))
    return TRUE;

  if (own == NULL || !g_str_equal (own->type, object->type))
    return refuse (db, object, "has in its schema", error);

  if (g_str_equal (object->type, "table") && !is_virtual (object) && !is_virtual (own))
    return g_strcmp0 (own->columns, object->columns) == 0 ||
           refuse (db, object, "has other columns than a library in", error);

  return g_str_equal (own->sql, object->sql) ||
         refuse (db, object, "has its own", error);
}

static gboolean
check_present (PlxDb         *db,
               const Object  *own,
               GPtrArray     *objects,
               GError       **error)
{
  if (is_of_sqlite (own) || find (objects, own->name) != NULL)
    return TRUE;

  g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_CORRUPT,
               "Opening the library: %s is damaged, it lacks the %s “%s”; it was left as it is",
               db->path, own->type, own->name);

  return FALSE;
}

static GPtrArray *
list_ours (gint64   version,
           GError **error)
{
  g_autoptr (PlxDb) reference = plx_db_open_in_memory (error);

  if (reference == NULL || !plx_schema_make (reference, version, error))
    return NULL;

  return list_objects (reference, error);
}

/**
 * plx_db_guard:
 * @self: a connection to a library that has just been opened
 * @version: the version that it says it has, one that this program knows
 * @error: return location for an error, `PLX_LIBRARY_ERROR_CORRUPT` where it is not as it should be
 *
 * Looks whether the schema of the file is that of a library of its version: nothing in it may run
 * or compute anything that ours does not.
 *
 * Returns: whether it may be used
 */
gboolean
plx_db_guard (PlxDb   *self,
              gint64   version,
              GError **error)
{
  g_autoptr (GPtrArray) objects = list_without_columns (self, error);
  g_autoptr (GPtrArray) ours = NULL;
  g_autofree char *digest = NULL;

  if (objects == NULL)
    return FALSE;

  if (objects->len == 0 && version == 0)
    return TRUE;

  digest = dup_digest (objects);
  if (version == plx_schema_get_newest () && g_str_equal (digest, DIGEST))
    return TRUE;

  if (!read_columns (self, objects, error) || !(ours = list_ours (version, error)))
    return FALSE;

  for (guint i = 0; i < objects->len; i++)
    if (!check_object (self, g_ptr_array_index (objects, i), ours, error))
      return FALSE;

  for (guint i = 0; i < ours->len; i++)
    if (!check_present (self, g_ptr_array_index (ours, i), objects, error))
      return FALSE;

  return TRUE;
}

/* Whether all columns of a table of ours are in the file's, whatever others that has. */
static gboolean
has_columns (const Object *object,
             const Object *own)
{
  g_auto (GStrv) wanted = g_strsplit (own->columns, "\n", -1);
  g_auto (GStrv) present = g_strsplit (object->columns, "\n", -1);

  for (gsize i = 0; wanted[i] != NULL; i++)
    if (!g_strv_contains ((const char * const *) present, wanted[i]))
      return FALSE;

  return TRUE;
}

static gboolean
is_readable_as (const Object *object,
                const Object *own)
{
  if (object == NULL || !g_str_equal (object->type, "table"))
    return FALSE;

  if (is_virtual (own) || is_virtual (object))
    return g_str_equal (own->sql, object->sql);

  return has_columns (object, own);
}

/**
 * plx_db_guard_newer:
 * @self: a connection, for reading only, to a library of a later release
 * @error: return location for an error, `PLX_LIBRARY_ERROR_TOO_NEW` where it cannot be read
 *
 * Looks whether all that this release reads of a library is in this one, too.
 *
 * Returns: whether it may be read
 */
gboolean
plx_db_guard_newer (PlxDb   *self,
                    GError **error)
{
  g_autoptr (GPtrArray) objects = list_objects (self, error);
  g_autoptr (GPtrArray) ours = NULL;

  if (objects == NULL || !(ours = list_ours (plx_schema_get_newest (), error)))
    return FALSE;

  for (guint i = 0; i < ours->len; i++)
    {
      const Object *own = g_ptr_array_index (ours, i);

      if (!is_of_sqlite (own) && g_str_equal (own->type, "table") &&
          !is_readable_as (find (objects, own->name), own))
        {
          g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_TOO_NEW,
                       "Opening the library: a later release of Parallax wrote %s, and keeps its "
                       "articles in another way; it was left as it is", self->path);
          return FALSE;
        }
    }

  return TRUE;
}
