/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-bulk-rows"

#include "config.h"

#include "reading/tables/plx-bulk-rows-private.h"

/* Rows of cells: tables with commas, tabs or other marks between the values. */

/* A byte here and there may be in another encoding than the start of the file. */
static char *
dup_valid (const char *text)
{
  return g_utf8_validate (text, -1, NULL) ? g_strdup (text) : g_utf8_make_valid (text, -1);
}

static void
fill_from_cells (PlxBulkRows *self,
                 PlxBulkRow  *row)
{
  guint n_cells = plx_delimited_get_n (self->delimited);
  guint n = self->names->len;

  row->values = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    row->values[i] = i < n_cells ? dup_valid (plx_delimited_get (self->delimited, i))
                                 : g_strdup ("");

  /* A text without quotation marks has commas of its own. */
  if (n_cells > n && n > 0)
    {
      g_autoptr (GString) last = g_string_new (row->values[n - 1]);

      for (guint i = n; i < n_cells; i++)
        {
          g_autofree char *valid = dup_valid (plx_delimited_get (self->delimited, i));

          if (*valid != '\0')
            g_string_append_printf (last, "%s%s", self->format[0] == 't' ? " " : ", ",
                                    g_strstrip (valid));
        }
      g_set_str (&row->values[n - 1], last->str);
    }
}

static PlxBulkStep
read_cells (PlxBulkRows  *self,
            PlxBulkRow  **row,
            GError      **error)
{
  g_autoptr (GError) system = NULL;
  PlxDelimitedStep step = plx_delimited_next (self->delimited, &system);
  g_autofree char *label = g_strdup_printf ("row %" G_GUINT64_FORMAT,
                                            plx_delimited_get_row (self->delimited));

  *row = plx_bulk_row_new (label);
  switch (step)
    {
    case PLX_DELIMITED_ROW:
      return PLX_BULK_ROW;
    case PLX_DELIMITED_TOO_LARGE:
      plx_bulk_rows_set_damaged (self, *row, PLX_READING_ERROR_TOO_LARGE,
                                 "has more than 16 MB: no article is as long.", error);
      return PLX_BULK_BAD;
    case PLX_DELIMITED_OPEN_QUOTE:
      plx_bulk_rows_set_damaged (self, *row, PLX_READING_ERROR_DAMAGED,
                                 "has a quotation mark that opens and never closes.", error);
      return PLX_BULK_BAD;
    case PLX_DELIMITED_FAILED:
      plx_reading_set_system_error (self->source->name, system, error);
      return PLX_BULK_FAILED;
    case PLX_DELIMITED_END:
    default:
      return PLX_BULK_END;
    }
}

/**
 * plx_bulk_rows_next_cells:
 * @self: rows of a table of cells
 * @row: (out) (transfer full): the next row
 * @error: return location for an error
 *
 * Returns: what came of it
 */
PlxBulkStep
plx_bulk_rows_next_cells (PlxBulkRows  *self,
                          PlxBulkRow  **row,
                          GError      **error)
{
  PlxBulkStep step = read_cells (self, row, error);

  if (step == PLX_BULK_ROW)
    fill_from_cells (self, *row);

  return step;
}

static void
number_names (PlxBulkRows *self,
              guint        n)
{
  g_ptr_array_set_size (self->names, 0);
  g_hash_table_remove_all (self->index);
  while (self->names->len < n)
    plx_bulk_rows_add_name (self, "");
}

/**
 * plx_bulk_rows_open_cells:
 * @self: rows of a table of cells
 * @stream: the table, in UTF-8
 * @dialect: how it is written
 * @error: return location for an error
 *
 * Reads the start of the table. Its first row has the names, or is a row as the others are.
 *
 * Returns: whether it could be read
 */
gboolean
plx_bulk_rows_open_cells (PlxBulkRows   *self,
                          GInputStream  *stream,
                          PlxDialect    *dialect,
                          GError       **error)
{
  g_autoptr (PlxBulkRow) first = NULL;

  self->format = dialect->delimiter == '\t' ? "tsv" : "csv";
  self->delimited = plx_delimited_new (stream, dialect, self->source->cancellable);
  for (;;)
    {
      GError *local = NULL;
      PlxBulkStep step = read_cells (self, &first, &local);

      if (step == PLX_BULK_ROW)
        break;
      if (step == PLX_BULK_FAILED)
        g_propagate_error (error, local);
      if (step == PLX_BULK_FAILED || step == PLX_BULK_END)
        return step == PLX_BULK_END;
      g_ptr_array_add (self->ahead, plx_bulk_ahead_new (step, g_steal_pointer (&first), local));
    }

  number_names (self, plx_delimited_get_n (self->delimited));
  fill_from_cells (self, first);
  plx_bulk_rows_read_ahead (self);
  plx_bulk_rows_make_sample (self);

  self->has_header = plx_dialect_has_header (first->values, self->sample);
  if (self->has_header)
    {
      g_ptr_array_set_size (self->names, 0);
      g_hash_table_remove_all (self->index);
      for (guint i = 0; first->values[i] != NULL; i++)
        plx_bulk_rows_add_name (self, first->values[i]);
      return TRUE;
    }

  g_ptr_array_insert (self->sample, 0, first->values);
  g_ptr_array_insert (self->ahead, 0,
                      plx_bulk_ahead_new (PLX_BULK_ROW, g_steal_pointer (&first), NULL));

  return TRUE;
}
