/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-separated"

#include "config.h"

#include "countries/plx-separated.h"

#include <string.h>

/* The mark that is most frequent in the first line that is no remark, not counting quoted cells. */
static char
guess_separator (const char *text)
{
  static const char marks[] = { ',', ';', '\t' };
  guint counts[G_N_ELEMENTS (marks)] = { 0 };
  gboolean quoted = FALSE;
  guint best = 0;

  while (*text == '#' || *text == '\r' || *text == '\n')
    text += *text == '#' ? strcspn (text, "\r\n") : 1;

  for (; *text != '\0' && (quoted || (*text != '\n' && *text != '\r')); text++)
    {
      if (*text == '"')
        quoted = !quoted;
      for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
        counts[i] += !quoted && *text == marks[i];
    }

  for (guint i = 1; i < G_N_ELEMENTS (marks); i++)
    {
      if (counts[i] > counts[best])
        best = i;
    }

  return marks[best];
}

/**
 * plx_separated_new:
 * @text: a table, which must outlive the reader
 *
 * Returns: (transfer full): a reader that stands before its first row, which tells the separator
 */
PlxSeparated *
plx_separated_new (const char *text)
{
  PlxSeparated *self = g_new0 (PlxSeparated, 1);

  self->text = text;
  self->separator = guess_separator (text);
  self->line = 1;
  self->cells = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
plx_separated_free (PlxSeparated *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/* The end of a line, which may be written in three ways, counts once. */
static const char *
skip_line_end (PlxSeparated *self,
               const char   *at)
{
  if (at[0] == '\r' && at[1] == '\n')
    at++;
  if (*at != '\0')
    {
      at++;
      self->line++;
    }

  return at;
}

static const char *
read_quoted (PlxSeparated *self,
             const char   *at,
             GString      *cell)
{
  while (*at != '\0')
    {
      if (at[0] == '"' && at[1] == '"')
        {
          g_string_append_c (cell, '"');
          at += 2;
        }
      else if (*at == '"')
        {
          return at + 1;
        }
      else if (*at == '\n' || *at == '\r')
        {
          at = skip_line_end (self, at);
          g_string_append_c (cell, '\n');
        }
      else
        {
          g_string_append_c (cell, *at++);
        }
    }

  self->is_open = TRUE;

  return at;
}

static const char *
read_cell (PlxSeparated *self,
           const char   *at)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  if (*at == '"')
    at = read_quoted (self, at + 1, cell);

  while (*at != '\0' && *at != self->separator && *at != '\n' && *at != '\r')
    g_string_append_c (cell, *at++);

  g_ptr_array_add (self->cells, g_strstrip (g_string_free_and_steal (g_steal_pointer (&cell))));

  return at;
}

/**
 * plx_separated_next:
 * @self: a reader
 *
 * Reads the next row, empty ones too. A row whose quotes are never closed takes all that follows.
 *
 * Returns: whether there was one
 */
gboolean
plx_separated_next (PlxSeparated *self)
{
  const char *at = self->text;

  g_ptr_array_set_size (self->cells, 0);
  self->is_open = FALSE;
  self->row_line = self->line;
  if (*at == '\0')
    return FALSE;

  for (at = read_cell (self, at); *at == self->separator; )
    at = read_cell (self, at + 1);
  self->text = skip_line_end (self, at);

  return TRUE;
}

/**
 * plx_separated_get:
 * @self: a reader
 * @column: a column, from 0, or -1
 *
 * Returns: the cell of the row that was read last, without space around it; empty where the row is
 *   shorter, or without a column
 */
const char *
plx_separated_get (PlxSeparated *self,
                   int           column)
{
  return column >= 0 && (guint) column < self->cells->len
           ? g_ptr_array_index (self->cells, column) : "";
}
