/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-delimited"

#include "config.h"

#include "reading/tables/plx-delimited.h"

#include <string.h>

#define READ_CHUNK (64 * 1024)

/*
 * After so many quotation marks that never close, they are taken for letters: to look for the end
 * of each through megabytes would take for ever.
 */
#define MAX_RECOVERIES 3

/* So many lines show whether they are rows. */
#define MAX_LINES_TRIED 50

typedef enum
{
  STATE_START,  /* nothing of the cell yet */
  STATE_PLAIN,  /* in a cell without quotation marks */
  STATE_QUOTED, /* between the marks */
  STATE_CLOSED, /* behind the second mark */
} State;

/**
 * PlxDelimited:
 * @window: what was read and is not yet used up
 * @ended: whether the stream is at its end
 * @base: where the row starts in @window
 * @at: how far it was looked at
 * @state: where in a cell that is
 * @cells: the text of the row's cells, a NUL after each
 * @starts: (element-type gsize): where each cell starts in @cells
 * @n_dropped: cells that there was no room for
 * @quoted: whether a cell of the row stood in quotation marks
 * @literal: whether quotation marks mean nothing any more
 * @n_recoveries: how many quotation marks never closed
 * @row: the number of the row, the first being 1
 * @width: cells of the first row
 *
 * Takes rows of cells from a stream (RFC 4180 and what is written in its name), with no more in
 * memory than a row.
 */
struct _PlxDelimited
{
  GInputStream *stream;
  GCancellable *cancellable; /* may be NULL */
  PlxDialect    dialect;
  GString      *window;
  gboolean      ended;
  gsize         base;
  gsize         at;
  State         state;
  GString      *cells;
  GArray       *starts;
  guint         n_dropped;
  gboolean      quoted;
  gboolean      literal;
  guint         n_recoveries;
  guint64       row;
  guint         width;
};

/**
 * plx_delimited_new:
 * @stream: text in an encoding in which ASCII is ASCII
 * @dialect: how it is written
 * @cancellable: (nullable): stops it
 *
 * Returns: (transfer full): a reader of rows
 */
PlxDelimited *
plx_delimited_new (GInputStream     *stream,
                   const PlxDialect *dialect,
                   GCancellable     *cancellable)
{
  PlxDelimited *self = g_new0 (PlxDelimited, 1);

  self->stream = g_object_ref (stream);
  g_set_object (&self->cancellable, cancellable);
  self->dialect = *dialect;
  self->window = g_string_new (NULL);
  self->cells = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));

  return self;
}

void
plx_delimited_free (PlxDelimited *self)
{
  g_object_unref (self->stream);
  g_clear_object (&self->cancellable);
  g_string_free (self->window, TRUE);
  g_string_free (self->cells, TRUE);
  g_array_unref (self->starts);
  g_free (self);
}

static gboolean
fill (PlxDelimited  *self,
      GError       **error)
{
  gsize before;
  gssize n;

  g_string_erase (self->window, 0, self->base);
  self->at -= self->base;
  self->base = 0;
  before = self->window->len;

  g_string_set_size (self->window, before + READ_CHUNK);
  n = g_input_stream_read (self->stream, self->window->str + before, READ_CHUNK, self->cancellable,
                           error);
  g_string_set_size (self->window, before + MAX (n, 0));
  self->ended = n <= 0;

  return n >= 0;
}

static void
start_row (PlxDelimited *self)
{
  self->base = self->at;
  self->state = STATE_START;
  self->quoted = FALSE;
  self->n_dropped = 0;
  g_string_truncate (self->cells, 0);
  g_array_set_size (self->starts, 0);
}

static void
start_cell (PlxDelimited *self)
{
  gsize start = self->cells->len;

  self->state = STATE_START;
  g_array_append_val (self->starts, start);
}

static void
end_cell (PlxDelimited *self)
{
  if (self->starts->len > PLX_DELIMITED_MAX_CELLS)
    {
      g_string_truncate (self->cells, g_array_index (self->starts, gsize, self->starts->len - 1));
      g_array_set_size (self->starts, self->starts->len - 1);
      self->n_dropped++;
      return;
    }

  g_string_append_c (self->cells, '\0');
}

/* A NUL would end the cell early; nobody can see one anyway. */
static void
add_letter (PlxDelimited *self,
            char          c)
{
  g_string_append_c (self->cells, c != '\0' ? c : ' ');
}

static gboolean
ends_cell (PlxDelimited *self,
           char          c)
{
  return c == self->dialect.delimiter || c == '\n' || c == '\r';
}

/*
 * A mark in a cell within marks closes it, is doubled, or was forgotten to be doubled. It closes
 * where a delimiter or the end of the line follows, perhaps after some space.
 */
static void
take_mark (PlxDelimited *self)
{
  const char *text = self->window->str;
  gsize next = self->at + 1;
  gsize after = next;

  if (next < self->window->len && text[next] == '"')
    {
      add_letter (self, '"');
      self->at++;
      return;
    }

  while (after < self->window->len && text[after] == ' ' && after - next < 8)
    after++;
  if (after >= self->window->len || ends_cell (self, text[after]))
    self->state = STATE_CLOSED;
  else
    add_letter (self, '"');
}

static void
take_quoted (PlxDelimited *self,
             char          c)
{
  gboolean more = self->at + 1 < self->window->len;

  if (c == '"')
    {
      take_mark (self);
    }
  else if (c == '\\' && self->dialect.backslash && more)
    {
      char next = self->window->str[++self->at];

      if (next != '"' && next != '\\')
        add_letter (self, '\\');
      add_letter (self, next);
    }
  else if (c != '\r' || !more || self->window->str[self->at + 1] != '\n')
    {
      add_letter (self, c == '\r' ? '\n' : c);
    }
}

/* Takes the byte at @at; says whether the row ends with it. */
static gboolean
take (PlxDelimited *self)
{
  char c = self->window->str[self->at];

  if (self->state == STATE_QUOTED)
    {
      take_quoted (self, c);
      return FALSE;
    }

  if (c == '\r' || c == '\n')
    {
      if (c == '\r' && self->at + 1 < self->window->len && self->window->str[self->at + 1] == '\n')
        self->at++;
      end_cell (self);
      return TRUE;
    }

  if (c == self->dialect.delimiter)
    {
      end_cell (self);
      start_cell (self);
    }
  else if (self->state == STATE_START && c == '"' && !self->literal)
    {
      self->state = STATE_QUOTED;
      self->quoted = TRUE;
    }
  else if (self->state == STATE_PLAIN || (self->state == STATE_START && c != ' '))
    {
      self->state = STATE_PLAIN;
      add_letter (self, c);
    }

  return FALSE;
}

/* Where the line after the row's first starts, or where what was read ends. */
static gsize
find_next_line (PlxDelimited *self)
{
  const char *start = self->window->str + self->base;
  const char *end = memchr (start, '\n', self->window->len - self->base);

  return end != NULL ? (gsize) (end + 1 - self->window->str) : self->window->len;
}

/* Whether the lines from @from on are rows too, and not the paragraphs of a cell. */
static gboolean
are_rows (PlxDelimited *self,
          gsize         from)
{
  guint n_lines = 0;
  guint n_rows = 0;

  while (from < self->window->len && n_lines < MAX_LINES_TRIED)
    {
      const char *line = self->window->str + from;
      const char *end = memchr (line, '\n', self->window->len - from);
      gsize length = end != NULL ? (gsize) (end - line) : self->window->len - from;
      guint cells = 1;

      for (gsize i = 0; i < length; i++)
        cells += line[i] == self->dialect.delimiter;
      n_lines += length > 1;
      n_rows += length > 1 && cells >= self->width;
      from += length + 1;
    }

  return n_rows * 2 > n_lines;
}

/*
 * The mark that opened swallowed the rows after it: they are given back, all but the first line.
 * Where they are no rows, the file was broken off within a cell.
 */
static PlxDelimitedStep
give_back (PlxDelimited *self)
{
  gsize next = find_next_line (self);

  self->n_recoveries++;
  self->literal = self->n_recoveries >= MAX_RECOVERIES;
  self->at = are_rows (self, next) ? next : self->window->len;

  return PLX_DELIMITED_OPEN_QUOTE;
}

/* A row without marks that is too large ends where its line does. */
static PlxDelimitedStep
skip_line (PlxDelimited  *self,
           GError       **error)
{
  do
    {
      self->base = self->at = self->window->len;
      if (!fill (self, error))
        return PLX_DELIMITED_FAILED;
      self->at = find_next_line (self);
    }
  while (!self->ended && (self->at == 0 || self->window->str[self->at - 1] != '\n'));

  return PLX_DELIMITED_TOO_LARGE;
}

/* Takes the letters that mean nothing but themselves, all at once. */
static void
take_run (PlxDelimited *self)
{
  const char *text = self->window->str;
  gsize end = self->at;

  if (self->state != STATE_QUOTED && self->state != STATE_PLAIN)
    return;

  while (end < self->window->len && text[end] != '"' && text[end] != '\\' && text[end] != '\r' &&
         text[end] != '\n' && text[end] != '\0' && text[end] != self->dialect.delimiter)
    end++;
  g_string_append_len (self->cells, text + self->at, end - self->at);
  self->at = end;
}

static PlxDelimitedStep
read_row (PlxDelimited  *self,
          GError       **error)
{
  for (;;)
    {
      take_run (self);
      /* Two marks, or the two bytes of a line's end, may lie to both sides of what is read. */
      while (!self->ended && self->at + 16 > self->window->len)
        if (!fill (self, error))
          return PLX_DELIMITED_FAILED;

      if (self->at >= self->window->len)
        break;
      if (take (self))
        {
          self->at++;
          return PLX_DELIMITED_ROW;
        }
      self->at++;

      if (self->at - self->base > PLX_DELIMITED_MAX_ROW)
        return self->state == STATE_QUOTED ? give_back (self) : skip_line (self, error);
    }

  if (self->state == STATE_QUOTED && find_next_line (self) < self->window->len)
    return give_back (self);

  end_cell (self);

  return PLX_DELIMITED_ROW;
}

/**
 * plx_delimited_next:
 * @self: a reader of rows
 *
 * Reads the next row; an empty line is none.
 *
 * Returns: what came of it; @error is set where that is `PLX_DELIMITED_FAILED`
 */
PlxDelimitedStep
plx_delimited_next (PlxDelimited  *self,
                    GError       **error)
{
  for (;;)
    {
      PlxDelimitedStep step;

      start_row (self);
      if (self->at >= self->window->len && !self->ended && !fill (self, error))
        return PLX_DELIMITED_FAILED;
      if (self->at >= self->window->len && self->ended)
        return PLX_DELIMITED_END;

      start_cell (self);
      self->row++;
      step = read_row (self, error);
      if (step != PLX_DELIMITED_ROW)
        return step;

      if (self->row <= self->dialect.skip_lines)
        continue;
      if (self->width == 0)
        self->width = self->starts->len;
      if (self->starts->len > 1 || *plx_delimited_get (self, 0) != '\0')
        return PLX_DELIMITED_ROW;
    }
}

guint
plx_delimited_get_n (PlxDelimited *self)
{
  return self->starts->len;
}

/**
 * plx_delimited_get:
 * @self: a reader that has a row
 * @index: which cell
 *
 * Returns: its text, which lasts until the next row is read
 */
const char *
plx_delimited_get (PlxDelimited *self,
                   guint         index)
{
  g_return_val_if_fail (index < self->starts->len, NULL);

  return self->cells->str + g_array_index (self->starts, gsize, index);
}

/**
 * plx_delimited_has_quotes:
 * @self: a reader that has a row
 *
 * Returns: whether a cell of the row stands in quotation marks
 */
gboolean
plx_delimited_has_quotes (PlxDelimited *self)
{
  return self->quoted;
}

/**
 * plx_delimited_at_end:
 * @self: a reader that has a row
 *
 * Returns: whether nothing comes after the row, which then may have been broken off
 */
gboolean
plx_delimited_at_end (PlxDelimited *self)
{
  return self->ended && self->at >= self->window->len;
}

/**
 * plx_delimited_get_row:
 * @self: a reader that has a row
 *
 * Returns: the row's number, as a spreadsheet shows it
 */
guint64
plx_delimited_get_row (PlxDelimited *self)
{
  return self->row;
}
