/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-salvage"

#include "config.h"

#include "library/plx-salvage.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "library/plx-copy.h"
#include "library/plx-index.h"
#include "library/plx-salvage-head.h"
#include "library/plx-salvage-rows.h"
#include "library/plx-schema.h"

#define DOING "Salvaging the library"

/* The tables that are told of. What nobody has written is not: it is computed again. */
static const char * const told[] = {
  "article", "story", "story_article", "note", "correction", "naming", "rule", "placement",
  "original", "change",
};

static void
salvaged_table_free (PlxSalvagedTable *self)
{
  g_free (self->name);
  g_free (self);
}

void
plx_salvage_free (PlxSalvage *self)
{
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_free (self);
}

static gpointer
read_table (PlxDbRequest *statement)
{
  PlxSalvagedTable *self = g_new0 (PlxSalvagedTable, 1);

  self->name = plx_statement_dup_text (statement, 0);

  return self;
}

/* All tables of a library but those that FTS5 keeps for itself, which are made anew. */
static GPtrArray *
list_tables (PlxDb   *db,
             GError **error)
{
  g_autoptr (PlxDbRequest) statement = NULL;

  statement = plx_db_prepare (db, DOING,
                              "SELECT name FROM pragma_table_list WHERE schema = 'main'"
                              " AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
                              " AND name IN (SELECT m.name FROM sqlite_schema AS m,"
                              "  pragma_table_info(m.name) AS c WHERE c.name = 'id' AND c.pk = 1)",
                              error);

  return statement != NULL ? plx_db_list (db, DOING, statement, read_table,
                                          (GDestroyNotify) salvaged_table_free, error)
                           : NULL;
}

static PlxSalvagedTable *
find_table (PlxSalvage *self,
            const char *name)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      PlxSalvagedTable *table = g_ptr_array_index (self->tables, i);

      if (g_str_equal (table->name, name))
        return table;
    }

  return NULL;
}

typedef struct
{
  char  *table;
  gint64 id;
} Dangling;

static void
dangling_free (Dangling *self)
{
  g_free (self->table);
  g_free (self);
}

static gpointer
read_dangling (PlxDbRequest *statement)
{
  Dangling *self = g_new0 (Dangling, 1);

  self->table = plx_statement_dup_text (statement, 0);
  self->id = sqlite3_column_int64 (statement, 1);

  return self;
}

/* Rows that speak of a row that is lost: they say nothing any more, and no library may have them.
 * Taking one away can leave others behind. */
static gboolean
drop_dangling (PlxSalvage  *self,
               PlxDb       *to,
               GError     **error)
{
  while (TRUE)
    {
      g_autoptr (PlxDbRequest) statement = plx_db_prepare (to, DOING, "SELECT DISTINCT"
                                                           " \"table\", rowid"
                                                           " FROM pragma_foreign_key_check",
                                                           error);
      g_autoptr (GPtrArray) rows = NULL;

      if (statement == NULL ||
          !(rows = plx_db_list (to, DOING, statement, read_dangling,
                                (GDestroyNotify) dangling_free, error)))
        return FALSE;

      if (rows->len == 0)
        return TRUE;

      for (guint i = 0; i < rows->len; i++)
        {
          const Dangling *row = g_ptr_array_index (rows, i);
          PlxSalvagedTable *table = find_table (self, row->table);

          if (!plx_db_delete_row (to, DOING, row->table, row->id, error))
            return FALSE;
          if (table != NULL)
            {
              table->n_saved--;
              table->n_lost++;
            }
        }
    }
}

/**
 * plx_salvage_is_whole:
 * @self: what was saved
 *
 * Returns: whether nothing was lost
 */
gboolean
plx_salvage_is_whole (const PlxSalvage *self)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      const PlxSalvagedTable *table = g_ptr_array_index (self->tables, i);

      if (table->n_lost > 0 || table->n_gaps > 0)
        return FALSE;
    }

  return TRUE;
}

/* Undo writes back rows as they were. Where some are missing it would bring the others into a
 * state that never was, so that a history is taken along as a whole, with all it speaks of, or not
 * at all. */
static gboolean
keep_or_drop_history (PlxSalvage  *self,
                      PlxDb       *to,
                      GError     **error)
{
  self->has_history = plx_salvage_is_whole (self);

  return self->has_history ||
         plx_db_exec (to, DOING, "DELETE FROM change_row; DELETE FROM change", error);
}

/* @from is read as it is; nothing is written to it. */
static PlxSalvage *
copy_tables (PlxDb         *from,
             PlxDb         *to,
             gint64         version,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (PlxSalvage) self = g_new0 (PlxSalvage, 1);

  if (!plx_db_exec (to, DOING, "PRAGMA synchronous = OFF", error) ||
      !plx_db_begin (to, error) ||
      !plx_schema_make (to, version, error) ||
      !(self->tables = list_tables (to, error)))
    return NULL;

  for (guint i = 0; i < self->tables->len; i++)
    if (!plx_salvage_table (from, to, g_ptr_array_index (self->tables, i), cancellable, error))
      return NULL;

  if (!drop_dangling (self, to, error) ||
      !keep_or_drop_history (self, to, error) ||
      !plx_db_commit (to, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* A damaged file may tell any version; one that this program does not know is taken for its
 * own. */
static gint64
guess_version (PlxDb *from)
{
  gint64 version;

  if (plx_db_get_int (from, DOING, "PRAGMA user_version", &version, NULL) &&
      version > 0 && version <= plx_schema_get_newest ())
    return version;

  return plx_schema_get_newest ();
}

/* What was computed is computed again: the index, and what is counted in texts. */
static gboolean
compute_again (PlxDb   *db,
               GError **error)
{
  if (!plx_db_begin (db, error))
    return FALSE;

  if (plx_index_rebuild (db, error) &&
      plx_db_exec (db, DOING, "DELETE FROM body_country; UPDATE body SET analysed = 0", error))
    return plx_db_commit (db, error);

  plx_db_rollback (db);

  return FALSE;
}

/* Opens what was made as every library is opened: it is brought up to date, and checked. */
static gboolean
finish (const char  *part,
        GError     **error)
{
  g_autoptr (PlxDb) db = plx_db_open_new (part, error);

  return db != NULL && compute_again (db, error) && plx_copy_check (db, error) &&
         plx_db_exec (db, DOING, "PRAGMA wal_checkpoint(TRUNCATE)", error);
}

static PlxSalvage *
salvage_into (const char    *from,
              const char    *part,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (PlxDb) source = plx_salvage_open (from, part, error);
  g_autoptr (PlxDb) to = source != NULL ? plx_db_open_plain (part, error) : NULL;
  g_autoptr (PlxSalvage) self = NULL;

  if (to == NULL ||
      !(self = copy_tables (source, to, guess_version (source), cancellable, error)))
    return NULL;

  g_clear_pointer (&to, plx_db_close);
  g_clear_pointer (&source, plx_db_close);
  plx_salvage_tidy (part);

  return finish (part, error) ? g_steal_pointer (&self) : NULL;
}

static gboolean
has_saved_anything (const PlxSalvage  *self,
                    const char        *from,
                    GError           **error)
{
  for (guint i = 0; i < self->tables->len; i++)
    if (((PlxSalvagedTable *) g_ptr_array_index (self->tables, i))->n_saved > 0)
      return TRUE;

  g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_CORRUPT,
               "Salvaging the library: nothing of %s can be read any more; it was left as it is",
               from);

  return FALSE;
}

/**
 * plx_salvage_make:
 * @from: (type filename): a damaged library; it is only read
 * @to: (type filename): the new library, a file that is not there yet
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Makes a new library of all that can still be read of a damaged one. It blocks on the disk.
 *
 * Returns: (transfer full) (nullable): what was saved and lost; or `NULL` on error, and then there
 *   is no new file
 */
PlxSalvage *
plx_salvage_make (const char    *from,
                  const char    *to,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autofree char *part = NULL;
  g_autoptr (PlxSalvage) self = NULL;

  g_return_val_if_fail (from != NULL, NULL);
  g_return_val_if_fail (to != NULL, NULL);

  if (g_file_test (to, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_STORAGE,
                   "Salvaging the library: there is a file %s already", to);
      return NULL;
    }

  part = g_strconcat (to, ".part", NULL);
  plx_copy_remove (part);
  self = salvage_into (from, part, cancellable, error);
  if (self == NULL || !has_saved_anything (self, from, error) ||
      !plx_copy_sync_file (part, error) || !plx_copy_rename (part, to, error))
    {
      plx_copy_remove (part);
      plx_salvage_tidy (part);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/* The damaged file keeps all that stood beside it, under a name that tells what it is. */
static char *
put_aside (const char  *library,
           GDateTime   *now,
           GError     **error)
{
  static const char * const ends[] = { "-wal", "-shm", "-journal", "" };
  g_autofree char *when = g_date_time_format (now, "%Y%m%d-%H%M%S");
  g_autofree char *aside = g_strdup_printf ("%s.damaged-%s", library, when);

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *from = g_strconcat (library, ends[i], NULL);
      g_autofree char *to = g_strconcat (aside, ends[i], NULL);

      if (g_file_test (from, G_FILE_TEST_EXISTS) && !plx_copy_rename (from, to, error))
        return NULL;
    }

  return g_steal_pointer (&aside);
}

/**
 * plx_salvage_in_place:
 * @library: (type filename): a damaged library that nobody has open
 * @now: the time
 * @damaged: (out) (transfer full) (type filename): where the damaged file is now
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Puts in the place of a damaged library what can still be read of it, and the damaged file beside
 * it. It blocks on the disk.
 *
 * Returns: (transfer full) (nullable): what was saved and lost; or `NULL` on error
 */
PlxSalvage *
plx_salvage_in_place (const char    *library,
                      GDateTime     *now,
                      char         **damaged,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autofree char *made = NULL;
  g_autofree char *aside = NULL;
  g_autoptr (PlxSalvage) self = NULL;

  g_return_val_if_fail (library != NULL, NULL);
  g_return_val_if_fail (damaged != NULL, NULL);

  made = g_strconcat (library, ".salvaged", NULL);
  plx_copy_remove (made);
  if (!(self = plx_salvage_make (library, made, cancellable, error)) ||
      !(aside = put_aside (library, now, error)) ||
      !plx_copy_rename (made, library, error))
    return NULL;

  *damaged = g_steal_pointer (&aside);

  return g_steal_pointer (&self);
}

/* How many of one of the tables told of, in words. */
static char *
dup_count (guint i,
           guint n)
{
  switch (i)
    {
    case 0:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u article", "%u articles", n), n);
    case 1:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u story", "%u stories", n), n);
    case 2:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u article in its story",
                                           "%u articles in their stories", n), n);
    case 3:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u note", "%u notes", n), n);
    case 4:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u correction of a claim",
                                           "%u corrections of claims", n), n);
    case 5:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u correction of a name",
                                           "%u corrections of names", n), n);
    case 6:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u rule for an outlet",
                                           "%u rules for outlets", n), n);
    case 7:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u node placed in a graph",
                                           "%u nodes placed in graphs", n), n);
    case 8:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u original file",
                                           "%u original files", n), n);
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u step of the history",
                                           "%u steps of the history", n), n);
    }
}

/* Of each kind how many, as a list; empty where there is none. */
static char *
dup_list (const PlxSalvage *self,
          gboolean          of_lost)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      const PlxSalvagedTable *table = find_table ((PlxSalvage *) self, told[i]);
      guint n = table == NULL ? 0 : of_lost ? table->n_lost : table->n_saved;
      g_autofree char *count = NULL;

      /* Of the history it is told whether it is there, not what of it could be read. */
      if (n == 0 || (g_str_equal (told[i], "change") && !self->has_history))
        continue;

      count = dup_count (i, n);
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", count);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * plx_salvage_describe:
 * @self: what was saved of a library
 *
 * Returns: (transfer full): the report in words: what was saved, what is lost, and what follows
 */
char *
plx_salvage_describe (const PlxSalvage *self)
{
  g_autofree char *saved = dup_list (self, FALSE);
  g_autofree char *lost = dup_list (self, TRUE);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_gaps = 0;

  for (guint i = 0; i < self->tables->len; i++)
    n_gaps += ((PlxSalvagedTable *) g_ptr_array_index (self->tables, i))->n_gaps;

  /* Translators: %s is a list such as “12 articles, 3 stories” */
  g_string_append_printf (text, _("Saved: %s."), saved);
  if (*lost != '\0')
    {
      g_string_append_c (text, '\n');
      /* Translators: %s is a list such as “12 articles, 3 stories” */
      g_string_append_printf (text, _("Lost: %s."), lost);
    }
  if (n_gaps > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE,
                                                 "In %u place nothing could be read; whatever "
                                                 "was there is lost as well.",
                                                 "In %u places nothing could be read; whatever "
                                                 "was there is lost as well.", n_gaps), n_gaps);
    }
  if (plx_salvage_is_whole (self))
    g_string_append_printf (text, "\n%s", _("Nothing is lost."));
  if (!self->has_history)
    g_string_append_printf (text, "\n%s", _("What was done before cannot be undone any more."));

  return g_string_free_and_steal (g_steal_pointer (&text));
}
