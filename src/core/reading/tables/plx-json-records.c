/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-json-records"

#include "config.h"

#include "reading/tables/plx-json-records.h"

#include <string.h>

#define READ_CHUNK (64 * 1024)

/**
 * PlxJsonRecords:
 * @window: what was read and is not yet used up
 * @ended: whether the stream is at its end
 * @base: where the record starts in @window
 * @at: how far it was looked at
 * @in_array: whether the records are the items of an array
 * @n_records: records so far
 * @line: the line in which the record starts
 * @next_line: the line of @at
 * @depth: values that @at lies within
 * @deepest: the most that was so in the record
 * @in_string: whether @at lies in a string
 * @skipped: whether a part of the record was let go, since it is too large
 *
 * Takes the records of a file in JSON one by one: the items of its array, the objects on its
 * lines. It only counts brackets, so nothing that a file can say overflows anything.
 */
struct _PlxJsonRecords
{
  GInputStream *stream;
  GCancellable *cancellable; /* may be NULL */
  GString      *window;
  gboolean      ended;
  gsize         base;
  gsize         at;
  gboolean      in_array;
  guint64       n_records;
  guint64       line;
  guint64       next_line;
  guint         depth;
  guint         deepest;
  gboolean      in_string;
  gboolean      skipped;
};

static gsize
skip_space (const char *text,
            gsize       length,
            gsize       at)
{
  if (at == 0 && length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    at = 3;
  while (at < length && g_ascii_isspace (text[at]))
    at++;

  return at;
}

/**
 * plx_json_looks_so:
 * @text: the start of a file
 * @length: its bytes
 *
 * Returns: whether it is an object or an array of objects in JSON; an article may start with a
 *   bracket, too
 */
gboolean
plx_json_looks_so (const char *text,
                   gsize       length)
{
  gsize at = skip_space (text, length, 0);
  const char *end;

  if (at < length && text[at] == '[')
    at = skip_space (text, length, at + 1);
  if (at >= length || text[at] != '{')
    return FALSE;

  at = skip_space (text, length, at + 1);
  if (at >= length || text[at] != '"')
    return FALSE;

  end = memchr (text + at + 1, '"', length - at - 1);
  if (end == NULL)
    return FALSE;
  at = skip_space (text, length, end + 1 - text);

  return at < length && text[at] == ':';
}

/**
 * plx_json_records_new:
 * @stream: JSON, in an encoding in which ASCII is ASCII
 * @cancellable: (nullable): stops it
 *
 * Returns: (transfer full): a reader of records
 */
PlxJsonRecords *
plx_json_records_new (GInputStream *stream,
                      GCancellable *cancellable)
{
  PlxJsonRecords *self = g_new0 (PlxJsonRecords, 1);

  self->stream = g_object_ref (stream);
  g_set_object (&self->cancellable, cancellable);
  self->window = g_string_new (NULL);
  self->next_line = 1;

  return self;
}

void
plx_json_records_free (PlxJsonRecords *self)
{
  g_object_unref (self->stream);
  g_clear_object (&self->cancellable);
  g_string_free (self->window, TRUE);
  g_free (self);
}

static gboolean
fill (PlxJsonRecords  *self,
      GError         **error)
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

/* Moves to what is no space; says through @found whether there is such. */
static gboolean
find_start (PlxJsonRecords  *self,
            gboolean        *found,
            GError         **error)
{
  for (;;)
    {
      for (; self->at < self->window->len; self->at++)
        {
          char c = self->window->str[self->at];

          self->next_line += c == '\n';
          if (!g_ascii_isspace (c) && c != ',' && c != '\x1E' && (guint8) c != 0xEF &&
              (guint8) c != 0xBB && (guint8) c != 0xBF)
            {
              *found = TRUE;
              return TRUE;
            }
        }

      self->base = self->at;
      *found = FALSE;
      if (self->ended)
        return TRUE;
      if (!fill (self, error))
        return FALSE;
    }
}

/* Whether a record on a line of its own was broken off, and the next one starts at @at. */
static gboolean
starts_anew (PlxJsonRecords *self)
{
  const char *text = self->window->str;
  gsize last = self->at;

  if (self->in_array || self->at + 2 > self->window->len || text[self->at + 1] != '{' ||
      self->at + 2 >= self->window->len || text[self->at + 2] != '"')
    return FALSE;
  if (self->in_string)
    return TRUE;

  while (last > self->base && g_ascii_isspace (text[last]))
    last--;

  return strchr ("[{,:", text[last]) == NULL;
}

/* Takes the byte at @at, which is in a record; says whether the record ends with it. */
static gboolean
take (PlxJsonRecords *self)
{
  char c = self->window->str[self->at];

  if (self->in_string)
    {
      if (c == '\\')
        self->at++;
      else if (c == '"')
        self->in_string = FALSE;
      return FALSE;
    }

  if (c == '"')
    self->in_string = TRUE;
  else if (c == '{' || c == '[')
    self->depth++;
  else if ((c == '}' || c == ']') && self->depth > 0)
    self->depth--;

  self->deepest = MAX (self->deepest, self->depth);
  if (self->depth > 0)
    return FALSE;

  /* What is neither object, array nor string ends before what comes after it. */
  return c == '}' || c == ']' || self->at + 1 >= self->window->len ||
         strchr (",]}\n", self->window->str[self->at + 1]) != NULL;
}

static PlxJsonStep
scan (PlxJsonRecords  *self,
      GError         **error)
{
  /* The first object of a file may have all the others in it. */
  gsize max = self->in_array || self->n_records > 1 ? PLX_JSON_MAX_RECORD : PLX_JSON_MAX_WHOLE;

  self->depth = self->deepest = 0;
  self->in_string = self->skipped = FALSE;

  for (;; self->at++)
    {
      while (!self->ended && self->at + 4 > self->window->len)
        if (!fill (self, error))
          return PLX_JSON_FAILED;
      if (self->at >= self->window->len)
        return PLX_JSON_DAMAGED;

      if (self->window->str[self->at] == '\n')
        {
          self->next_line++;
          if (starts_anew (self))
            {
              self->at++;
              return PLX_JSON_DAMAGED;
            }
        }

      if (take (self))
        break;
      if (self->at - self->base > max)
        {
          self->skipped = TRUE;
          self->base = self->at;
        }
    }

  self->at++;
  if (self->skipped)
    return PLX_JSON_TOO_LARGE;

  return self->deepest > PLX_JSON_MAX_DEPTH ? PLX_JSON_TOO_DEEP : PLX_JSON_RECORD;
}

/**
 * plx_json_records_next:
 * @self: a reader of records
 *
 * Reads the next record.
 *
 * Returns: what came of it; @error is set where that is `PLX_JSON_FAILED`
 */
PlxJsonStep
plx_json_records_next (PlxJsonRecords  *self,
                       GError         **error)
{
  PlxJsonStep step;
  gboolean found;

  if (!find_start (self, &found, error))
    return PLX_JSON_FAILED;

  if (found && self->n_records == 0 && !self->in_array && self->window->str[self->at] == '[')
    {
      self->in_array = TRUE;
      self->at++;
      if (!find_start (self, &found, error))
        return PLX_JSON_FAILED;
    }

  if (!found && self->in_array)
    {
      /* The array never closes: what is missing can't be known. */
      self->in_array = FALSE;
      self->n_records++;
      return PLX_JSON_DAMAGED;
    }
  if (!found || (self->in_array && self->window->str[self->at] == ']'))
    return PLX_JSON_END;

  self->base = self->at;
  self->n_records++;
  self->line = self->next_line;
  step = scan (self, error);
  if (step == PLX_JSON_DAMAGED && self->at >= self->window->len)
    self->in_array = FALSE;

  return step;
}

/**
 * plx_json_records_get:
 * @self: a reader that has a record
 * @length: (out): the bytes of the record
 *
 * Returns: the record's text, which lasts until this reader is asked for something else
 */
const char *
plx_json_records_get (PlxJsonRecords *self,
                      gsize          *length)
{
  *length = self->at - self->base;

  return self->window->str + self->base;
}

/**
 * plx_json_records_rewind:
 * @self: a reader that has its first record
 *
 * Has the next call read that record again.
 */
void
plx_json_records_rewind (PlxJsonRecords *self)
{
  self->at = self->base;
  self->next_line = self->line;
  self->n_records--;
}

/**
 * plx_json_records_is_last:
 * @self: a reader that has a record; its text may move
 *
 * Returns: whether nothing comes after the record; `FALSE` also where the system does not let us
 *   see, which the next call tells
 */
gboolean
plx_json_records_is_last (PlxJsonRecords *self)
{
  for (;;)
    {
      gsize at = skip_space (self->window->str, self->window->len, self->at);

      if (at < self->window->len || self->ended)
        return at >= self->window->len;
      if (!fill (self, NULL))
        return FALSE;
    }
}

/**
 * plx_json_records_get_number:
 * @self: a reader that has a record
 * @is_line: (out): whether that is the number of a line; else of an item of the array
 *
 * Returns: where the record stands, the first being 1
 */
guint64
plx_json_records_get_number (PlxJsonRecords *self,
                             gboolean       *is_line)
{
  *is_line = !self->in_array;

  return self->in_array ? self->n_records : self->line;
}
