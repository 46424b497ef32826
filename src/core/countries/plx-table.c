/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-table"

#include "config.h"

#include "countries/plx-table.h"

#include <gio/gio.h>

#include <string.h>

#include "countries/plx-countries-resources.h"

struct _PlxTable
{
  const char **cells; /* row by row, the header first; never freed, nor is the text they are in */
  guint        n_cells;
  guint        n_columns;
  PlxTable    *next;  /* nullable */
};

/* Keeps hold of all tables: they are there for the life of the program. */
static PlxTable *tables;
G_LOCK_DEFINE_STATIC (tables);

/* Reads the cell that starts at `in`, undoes its quotes in place and ends it.
 * Returns where the next one starts; `end_of_row` tells whether that is in
 * another row. */
static char *
cut_cell (char     *in,
          gboolean *end_of_row)
{
  char *out = in;
  gboolean quoted = *in == '"';

  if (quoted)
    in++;

  while (*in != '\0' && (quoted || (*in != ',' && *in != '\n')))
    {
      if (quoted && in[0] == '"' && in[1] != '"')
        {
          quoted = FALSE;
          in++;
          continue;
        }

      if (quoted && *in == '"')
        in++;

      *out++ = *in++;
    }

  *end_of_row = *in != ',';
  if (*in != '\0')
    in++;
  *out = '\0';

  return in;
}

/**
 * plx_table_load:
 * @name: file name under `data/countries`
 *
 * Reads a table that is compiled in. It is never freed.
 *
 * Returns: (transfer none): the table
 */
PlxTable *
plx_table_load (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCE_PREFIX "/countries/", name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  PlxTable *self = g_new0 (PlxTable, 1);
  GPtrArray *cells = g_ptr_array_new ();
  const char *data;
  gsize length;
  char *text;

  bytes = g_resource_lookup_data (plx_countries_get_resource (), path,
                                  G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  /* The tables are part of the program: without them it was built wrongly. */
  g_assert (bytes != NULL);

  data = g_bytes_get_data (bytes, &length);
  text = g_strndup (data, length);

  for (char *at = text; *at != '\0';)
    {
      char *cell = at;
      gboolean end_of_row;

      at = cut_cell (at, &end_of_row);
      g_ptr_array_add (cells, cell);

      if (end_of_row && self->n_columns == 0)
        self->n_columns = cells->len;
      if (end_of_row)
        g_assert (cells->len % self->n_columns == 0);
    }

  self->n_cells = cells->len;
  self->cells = (const char **) g_ptr_array_free (cells, FALSE);

  G_LOCK (tables);
  self->next = tables;
  tables = self;
  G_UNLOCK (tables);

  return self;
}

/**
 * plx_table_get_n_rows:
 * @self: a table
 *
 * Returns: the number of rows, not counting the header
 */
guint
plx_table_get_n_rows (PlxTable *self)
{
  return self->n_cells / self->n_columns - 1;
}

/**
 * plx_table_get:
 * @self: a table
 * @row: a row, 0 for the one under the header
 * @column: a column of the header
 *
 * Returns: what stands there, which is empty where nothing does
 */
const char *
plx_table_get (PlxTable   *self,
               guint       row,
               const char *column)
{
  g_assert (row < plx_table_get_n_rows (self));

  for (guint i = 0; i < self->n_columns; i++)
    {
      if (g_str_equal (self->cells[i], column))
        return self->cells[(row + 1) * self->n_columns + i];
    }

  g_assert_not_reached ();
}

/**
 * plx_table_get_list:
 * @self: a table
 * @row: a row
 * @column: a column whose cells are lists, parted by `|`
 *
 * Returns: the items; ends with `NULL`
 */
const char * const *
plx_table_get_list (PlxTable   *self,
                    guint       row,
                    const char *column)
{
  const char *cell = plx_table_get (self, row, column);

  /* Kept for ever, like the table. An empty cell gives an empty list. */
  return (const char * const *) g_strsplit (cell, "|", -1);
}
