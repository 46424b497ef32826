/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-salvage"

#include "config.h"

#include "library/plx-salvage-rows.h"

#include "library/plx-history-private.h"

#define DOING "Salvaging the library"

/* Where no row tells how far the numbers go; doubling steps soon come there. */
#define FAR (G_GINT64_CONSTANT (1) << 40)

/* What is read from, and what it is written to. */
typedef struct
{
  PlxDb            *from;
  PlxDb            *to;
  PlxSalvagedTable *table;
  PlxDbRequest     *next;   /* the number of the row after one */
  PlxDbRequest     *row;    /* what is in a row */
  PlxDbRequest     *insert;
  gint64            last;   /* no row has a higher number */
} Reading;

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->next, sqlite3_finalize);
  g_clear_pointer (&self->row, sqlite3_finalize);
  g_clear_pointer (&self->insert, sqlite3_finalize);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* What SQLite says of the row after @position: that there is one, that there is none, or why it
 * cannot tell. */
static int
find_next (Reading *self,
           gint64   position,
           gint64  *id)
{
  int rc;

  sqlite3_bind_int64 (self->next, 1, position);
  rc = sqlite3_step (self->next);
  if (rc == SQLITE_ROW)
    *id = sqlite3_column_int64 (self->next, 0);
  sqlite3_reset (self->next);

  return rc;
}

static gboolean
is_answer (int rc)
{
  return rc == SQLITE_ROW || rc == SQLITE_DONE;
}

/* The smallest position after @position from which reading goes on: found in steps that double,
 * then by halving. A page that cannot be read has rows whose numbers follow each other. */
static gint64
find_end_of_gap (Reading *self,
                 gint64   position)
{
  gint64 bad = position, step = 1, good, id;

  while (!is_answer (find_next (self, position + step, &id)))
    {
      if (position + step >= self->last)
        return self->last;
      bad = position + step;
      step *= 2;
    }

  good = position + step;
  while (good - bad > 1)
    {
      gint64 middle = bad + (good - bad) / 2;

      if (is_answer (find_next (self, middle, &id)))
        good = middle;
      else
        bad = middle;
    }

  return good;
}

/* A row counts as saved when the new library took it: what is no text or no JSON any more does
 * not get in. */
static gboolean
copy_row (Reading *self,
          gint64   id)
{
  gboolean done = FALSE;

  sqlite3_bind_int64 (self->row, 1, id);
  if (sqlite3_step (self->row) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (self->row); i++)
        sqlite3_bind_value (self->insert, i + 1, sqlite3_column_value (self->row, i));
      done = sqlite3_step (self->insert) == SQLITE_DONE && sqlite3_changes (self->to->handle) == 1;
      sqlite3_reset (self->insert);
    }
  sqlite3_reset (self->row);

  return done;
}

/* The highest number, read from the end; where the end cannot be read it may be anything. */
static gint64
find_last (PlxDb      *from,
           const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s ORDER BY id DESC LIMIT 1", table);
  gint64 last;

  return plx_db_get_int (from, DOING, sql, &last, NULL) ? last : FAR;
}

/* A view or a virtual table in the place of a table would run what somebody else has put there. */
static gboolean
is_table (PlxDb      *from,
          const char *name)
{
  g_autofree char *sql = g_strdup_printf ("SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE"
                                          " type = 'table' AND name = '%s' AND rootpage > 0)",
                                          name);
  gint64 is;

  return plx_db_get_int (from, DOING, sql, &is, NULL) && is != 0;
}

/* The columns that both have. */
static char *
dup_columns (PlxDb       *from,
             PlxDb       *to,
             const char  *table,
             guint       *n,
             GError     **error)
{
  g_auto (GStrv) wanted = plx_history_list_columns (to, table, error);
  g_auto (GStrv) present = NULL;
  g_autoptr (GString) columns = g_string_new (NULL);

  *n = 0;
  if (wanted == NULL || !(present = plx_history_list_columns (from, table, error)))
    return NULL;

  for (gsize i = 0; wanted[i] != NULL; i++)
    if (g_strv_contains ((const char * const *) present, wanted[i]))
      g_string_append_printf (columns, "%s%s", (*n)++ > 0 ? ", " : "", wanted[i]);

  return g_string_free_and_steal (g_steal_pointer (&columns));
}

static gboolean
prepare (Reading     *self,
         const char  *columns,
         guint        n_columns,
         GError     **error)
{
  const char *table = self->table->name;
  g_autoptr (GString) places = g_string_new ("?");
  g_autofree char *next = g_strdup_printf ("SELECT id FROM %s WHERE id > ?1 ORDER BY id LIMIT 1",
                                           table);
  g_autofree char *row = g_strdup_printf ("SELECT %s FROM %s WHERE id = ?1", columns, table);
  g_autofree char *insert = NULL;

  for (guint i = 1; i < n_columns; i++)
    g_string_append (places, ", ?");
  insert = g_strdup_printf ("INSERT OR IGNORE INTO %s (%s) VALUES (%s)", table, columns,
                            places->str);

  return (self->next = plx_db_prepare (self->from, DOING, next, error)) &&
         (self->row = plx_db_prepare (self->from, DOING, row, error)) &&
         (self->insert = plx_db_prepare (self->to, DOING, insert, error));
}

/**
 * plx_salvage_table:
 * @from: a connection to a damaged library
 * @to: a connection to a new one, in a transaction
 * @table: a table; what became of it is added to its numbers
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Copies all rows of a table that can still be read. Where a place of the file cannot be read, it
 * goes on after it.
 *
 * Returns: whether the table was gone through
 */
gboolean
plx_salvage_table (PlxDb             *from,
                   PlxDb             *to,
                   PlxSalvagedTable  *table,
                   GCancellable      *cancellable,
                   GError           **error)
{
  g_auto (Reading) reading = { .from = from, .to = to, .table = table };
  g_autoptr (GError) why = NULL;
  guint n_columns = 0;
  g_autofree char *columns = is_table (from, table->name)
    ? dup_columns (from, to, table->name, &n_columns, &why) : NULL;
  gint64 position = -1, id = 0;
  int rc;

  /* The table itself cannot be found any more. */
  if (columns == NULL || n_columns == 0 || !prepare (&reading, columns, n_columns, &why))
    {
      table->n_gaps++;
      return TRUE;
    }

  reading.last = find_last (from, table->name);
  while ((rc = find_next (&reading, position, &id)) != SQLITE_DONE)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      if (rc != SQLITE_ROW)
        {
          table->n_gaps++;
          position = find_end_of_gap (&reading, position);
          if (position >= reading.last)
            break;
          continue;
        }

      if (id <= position)
        {
          table->n_gaps++;
          break;
        }

      if (copy_row (&reading, id))
        table->n_saved++;
      else
        table->n_lost++;
      position = id;
    }

  return TRUE;
}
