/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-train-json"

#include "config.h"

#include "language/train/plx-train-json.h"

#include <string.h>

/* Longer strings and deeper values than these have no place in a file of vectors. */
#define LONGEST_STRING 4096
#define DEEPEST 32

#define LONGEST_NUMBER 40

/* No byte is below 0. */
#define END -1

/**
 * plx_train_json_new:
 * @stream: where to read
 *
 * Returns: (transfer full): a reader that stands at the beginning
 */
PlxTrainJson *
plx_train_json_new (GInputStream *stream)
{
  PlxTrainJson *self = g_new0 (PlxTrainJson, 1);

  self->stream = g_object_ref (stream);
  self->word = g_string_new (NULL);

  return self;
}

void
plx_train_json_free (PlxTrainJson *self)
{
  g_object_unref (self->stream);
  g_clear_error (&self->error);
  g_string_free (self->word, TRUE);
  g_free (self);
}

/**
 * plx_train_json_refuse:
 * @self: the reader
 * @reason: what is wrong, in plain words
 *
 * Stops reading, unless it has stopped before.
 *
 * Returns: `FALSE`, for the caller to return
 */
gboolean
plx_train_json_refuse (PlxTrainJson *self,
                       const char   *reason)
{
  if (self->error == NULL)
    g_set_error_literal (&self->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, reason);

  return FALSE;
}

/* The next byte, which stays where it is. */
static int
peek (PlxTrainJson *self)
{
  if (self->at == self->n && self->error == NULL)
    {
      const gssize n =
        g_input_stream_read (self->stream, self->bytes, sizeof self->bytes, NULL, &self->error);

      self->at = 0;
      self->n = MAX (n, 0);
    }

  return self->at < self->n && self->error == NULL ? self->bytes[self->at] : END;
}

static int
next (PlxTrainJson *self)
{
  const int c = peek (self);

  if (c != END)
    self->at++;

  return c;
}

/* The next byte that is no space, which stays where it is. */
static int
peek_sign (PlxTrainJson *self)
{
  int c;

  while ((c = peek (self)) == ' ' || c == '\t' || c == '\n' || c == '\r')
    self->at++;

  return c;
}

static gboolean
refuse_end (PlxTrainJson *self)
{
  return plx_train_json_refuse (self, peek (self) == END ? "it ends too early"
                                                         : "it is no sound JSON");
}

/**
 * plx_train_json_take:
 * @self: the reader
 * @sign: a bracket, comma or colon
 *
 * Returns: whether @sign was next; it is behind the reader then
 */
gboolean
plx_train_json_take (PlxTrainJson *self,
                     char          sign)
{
  if (peek_sign (self) != sign)
    return refuse_end (self);

  self->at++;

  return TRUE;
}

/**
 * plx_train_json_take_or_end:
 * @self: the reader
 * @sign: what stands before the next item
 * @end: what stands behind the last
 * @is_end: (out): which of the two it was
 *
 * Returns: whether one of both was next
 */
gboolean
plx_train_json_take_or_end (PlxTrainJson *self,
                            char          sign,
                            char          end,
                            gboolean     *is_end)
{
  *is_end = peek_sign (self) == end;

  return plx_train_json_take (self, *is_end ? end : sign);
}

/* The number of four hexadecimal digits, or -1. */
static int
read_hex (PlxTrainJson *self)
{
  int value = 0;

  for (guint i = 0; i < 4; i++)
    {
      const int c = next (self);

      if (c == END || !g_ascii_isxdigit (c))
        return -1;
      value = value * 16 + g_ascii_xdigit_value (c);
    }

  return value;
}

/* What stands behind "\u"; two halves make one sign. */
static gboolean
read_unicode (PlxTrainJson *self)
{
  int c = read_hex (self);

  if (c >= 0xd800 && c < 0xdc00 && next (self) == '\\' && next (self) == 'u')
    {
      const int low = read_hex (self);

      c = low >= 0xdc00 && low < 0xe000 ? 0x10000 + ((c - 0xd800) << 10) + low - 0xdc00 : -1;
    }
  if (c < 0 || !g_unichar_validate (c))
    return refuse_end (self);

  g_string_append_unichar (self->word, c);

  return TRUE;
}

static gboolean
read_escape (PlxTrainJson *self)
{
  static const char written[] = "\"\\/bfnrt";
  static const char meant[] = "\"\\/\b\f\n\r\t";
  const int c = next (self);
  const char *at = c > 0 ? strchr (written, c) : NULL;

  if (c == 'u')
    return read_unicode (self);
  if (at == NULL)
    return refuse_end (self);

  g_string_append_c (self->word, meant[at - written]);

  return TRUE;
}

/**
 * plx_train_json_read_string:
 * @self: the reader
 *
 * Reads a string into `word`.
 *
 * Returns: whether one was next
 */
gboolean
plx_train_json_read_string (PlxTrainJson *self)
{
  int c;

  g_string_truncate (self->word, 0);
  if (!plx_train_json_take (self, '"'))
    return FALSE;

  while ((c = next (self)) != '"')
    {
      if (c == END || c < ' ' || self->word->len > LONGEST_STRING)
        return refuse_end (self);
      if (c == '\\' && !read_escape (self))
        return FALSE;
      if (c != '\\')
        g_string_append_c (self->word, c);
    }

  return TRUE;
}

/**
 * plx_train_json_read_number:
 * @self: the reader
 * @number: (out): the number
 *
 * Returns: whether a number was next
 */
gboolean
plx_train_json_read_number (PlxTrainJson *self,
                            double       *number)
{
  char text[LONGEST_NUMBER + 1];
  guint length = 0;
  char *end;

  for (int c = peek_sign (self); c > 0 && length < LONGEST_NUMBER; c = peek (self))
    {
      if (!g_ascii_isdigit (c) && strchr ("+-.eE", c) == NULL)
        break;
      text[length++] = c;
      self->at++;
    }
  text[length] = '\0';

  *number = g_ascii_strtod (text, &end);
  if (length == 0 || *end != '\0')
    return refuse_end (self);

  return TRUE;
}

/* Passes over a string, a number or a word such as `null`. */
static gboolean
skip_scalar (PlxTrainJson *self)
{
  guint length = 0;

  if (peek_sign (self) == '"')
    return plx_train_json_read_string (self);

  for (int c = peek (self); c != END && (g_ascii_isalnum (c) || c == '-' || c == '+' || c == '.');
       c = peek (self))
    {
      self->at++;
      length++;
    }

  return length > 0 || refuse_end (self);
}

/**
 * plx_train_json_skip:
 * @self: the reader
 *
 * Passes over a value of any kind.
 *
 * Returns: whether there was one
 */
gboolean
plx_train_json_skip (PlxTrainJson *self)
{
  guint depth = 0;

  do
    {
      const int c = peek_sign (self);

      if (c == '[' || c == '{')
        depth++;
      else if (depth > 0 && (c == ']' || c == '}'))
        depth--;
      else if (depth > 0 && (c == ',' || c == ':'))
        ;
      else if (skip_scalar (self))
        continue;
      else
        return FALSE;

      if (depth > DEEPEST)
        return refuse_end (self);
      self->at++;
    }
  while (depth > 0);

  return TRUE;
}
