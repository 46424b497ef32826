/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-http"

#include "config.h"

#include "reading/web/plx-http.h"

#include <string.h>

#define OUT_CHUNK (64 * 1024)

void
plx_http_head_clear (PlxHttpHead *self)
{
  g_clear_pointer (&self->content_type, g_free);
  g_clear_pointer (&self->charset, g_free);
  g_clear_pointer (&self->coding, g_free);
}

/**
 * plx_http_head_set_type:
 * @self: a head
 * @value: a `Content-Type`: “text/html; charset=utf-8”
 */
void
plx_http_head_set_type (PlxHttpHead *self,
                        const char  *value)
{
  g_autofree char *lower = g_ascii_strdown (value, -1);
  const char *charset = strstr (lower, "charset=");

  g_clear_pointer (&self->content_type, g_free);
  g_clear_pointer (&self->charset, g_free);
  self->content_type = g_strstrip (g_strndup (lower, strcspn (lower, ";,")));
  if (charset != NULL)
    {
      charset += strlen ("charset=");
      charset += strspn (charset, "\"' ");
      self->charset = g_strndup (charset, strcspn (charset, "\"' ;,"));
    }
}

static void
take_field (PlxHttpHead *self,
            char        *line)
{
  char *colon = strchr (line, ':');
  char *value;

  if (colon == NULL)
    return;
  *colon = '\0';
  value = g_strstrip (colon + 1);
  g_strchomp (line);

  if (g_ascii_strcasecmp (line, "Content-Type") == 0)
    plx_http_head_set_type (self, value);
  else if (g_ascii_strcasecmp (line, "Content-Encoding") == 0 && *value != '\0')
    {
      g_free (self->coding);
      self->coding = g_ascii_strdown (value, -1);
    }
  else if (g_ascii_strcasecmp (line, "Transfer-Encoding") == 0)
    {
      g_autofree char *lower = g_ascii_strdown (value, -1);

      self->chunked = strstr (lower, "chunked") != NULL;
    }
}

/**
 * plx_http_head_read:
 * @self: (out caller-allocates): the head; clear it with [func@http_head_clear]
 * @data: the start of an answer
 * @length: bytes of it
 *
 * Returns: whether it has the head of an answer, with its end
 */
gboolean
plx_http_head_read (PlxHttpHead *self,
                    const char  *data,
                    gsize        length)
{
  const char *p = data;
  const char *end = data + length;
  gboolean first = TRUE;

  memset (self, 0, sizeof *self);
  while (p < end)
    {
      const char *stop = memchr (p, '\n', end - p);
      g_autofree char *line = stop != NULL ? g_strchomp (g_strndup (p, stop - p)) : NULL;

      if (line == NULL)
        break;
      p = stop + 1;

      if (first)
        {
          const char *space = strchr (line, ' ');

          if (strncmp (line, "HTTP/", 5) != 0 || space == NULL)
            break;
          self->status = g_ascii_strtoull (space, NULL, 10);
        }
      else if (*line == '\0')
        {
          self->length = p - data;
          return TRUE;
        }
      else
        take_field (self, line);
      first = FALSE;
    }

  plx_http_head_clear (self);

  return FALSE;
}

/* The size that opens a chunk; `FALSE` where the line is none. Gives where its content begins. */
static gboolean
read_size (const guint8  *data,
           gsize          length,
           guint64       *size,
           gsize         *start)
{
  const guint8 *stop = memchr (data, '\n', MIN (length, 200));
  gsize digits = 0;

  *size = 0;
  while (digits < length && digits < 15 && g_ascii_isxdigit (data[digits]))
    *size = *size * 16 + g_ascii_xdigit_value (data[digits++]);
  if (digits == 0 || stop == NULL || strchr (" ;\r\n", data[digits]) == NULL)
    return FALSE;

  *start = stop - data + 1;

  return TRUE;
}

/* Many programs that make archives undo the chunks and leave the head as it was. */
static PlxHttpResult
join_chunks (const guint8 *data,
             gsize         length,
             GByteArray   *out)
{
  gsize at = 0;
  gsize start;
  guint64 size;

  if (!read_size (data, length, &size, &start))
    {
      g_byte_array_append (out, data, length);
      return PLX_HTTP_DONE;
    }

  while (at < length && read_size (data + at, length - at, &size, &start))
    {
      gsize n = MIN (size, length - at - start);

      if (size == 0)
        return PLX_HTTP_DONE;
      g_byte_array_append (out, data + at + start, n);
      at += start + n;
      if (n < size)
        return PLX_HTTP_BROKEN;
      while (at < length && (data[at] == '\r' || data[at] == '\n'))
        at++;
    }

  return PLX_HTTP_BROKEN;
}

static PlxHttpResult
inflate (const guint8          *data,
         gsize                  length,
         GZlibCompressorFormat  format,
         gsize                  max,
         GByteArray            *out)
{
  g_autoptr (GConverter) converter = G_CONVERTER (g_zlib_decompressor_new (format));
  g_autofree guint8 *chunk = g_malloc (OUT_CHUNK);
  gsize at = 0;

  while (out->len <= max)
    {
      gsize read = 0;
      gsize written = 0;
      GConverterResult result = g_converter_convert (converter, data + at, length - at, chunk,
                                                     OUT_CHUNK, G_CONVERTER_INPUT_AT_END, &read,
                                                     &written, NULL);

      if (result == G_CONVERTER_ERROR)
        return PLX_HTTP_BROKEN;
      at += read;
      g_byte_array_append (out, chunk, written);
      if (result == G_CONVERTER_FINISHED)
        return PLX_HTTP_DONE;
    }

  return PLX_HTTP_TOO_LARGE;
}

static gboolean
is_plain (const guint8 *data,
          gsize         length)
{
  for (gsize i = 0; i < MIN (length, 64); i++)
    if (data[i] == 0 || (data[i] < ' ' && strchr ("\t\r\n\f", data[i]) == NULL))
      return FALSE;

  return length == 0 || data[0] < 0x80;
}

static PlxHttpResult
unpack (const char *coding,
        GByteArray *packed,
        gsize       max,
        GByteArray *out)
{
  const guint8 *data = packed->data;
  gsize length = packed->len;

  if (length >= 2 && data[0] == 0x1F && data[1] == 0x8B &&
      (strcmp (coding, "gzip") == 0 || strcmp (coding, "x-gzip") == 0))
    return inflate (data, length, G_ZLIB_COMPRESSOR_FORMAT_GZIP, max, out);

  /* Here too the content may be unpacked already, and the head not know. */
  if (is_plain (data, length) || strcmp (coding, "identity") == 0)
    {
      g_byte_array_append (out, data, length);
      return PLX_HTTP_DONE;
    }

  if (strcmp (coding, "deflate") != 0)
    return PLX_HTTP_UNKNOWN;

  /* What is called deflate should have a head of its own, and often has none. */
  if ((data[0] & 0x0F) == 8 && length >= 2 && (data[0] * 256 + data[1]) % 31 == 0)
    return inflate (data, length, G_ZLIB_COMPRESSOR_FORMAT_ZLIB, max, out);

  return inflate (data, length, G_ZLIB_COMPRESSOR_FORMAT_RAW, max, out);
}

/**
 * plx_http_undo:
 * @head: the head of an answer
 * @content: what comes after it
 * @max: how many bytes may become of it
 * @out: gets the content as it was meant
 *
 * Undoes chunks and compression.
 *
 * Returns: what came of it
 */
PlxHttpResult
plx_http_undo (PlxHttpHead *head,
               GByteArray  *content,
               gsize        max,
               GByteArray  *out)
{
  g_autoptr (GByteArray) joined = g_byte_array_new ();
  PlxHttpResult result = PLX_HTTP_DONE;
  PlxHttpResult unpacked;

  if (head->chunked)
    result = join_chunks (content->data, content->len, joined);
  else if (content->len > 0)
    g_byte_array_append (joined, content->data, content->len);

  if (head->coding == NULL || joined->len == 0)
    {
      if (joined->len > max)
        return PLX_HTTP_TOO_LARGE;
      if (joined->len > 0)
        g_byte_array_append (out, joined->data, joined->len);
      return result;
    }

  unpacked = unpack (head->coding, joined, max, out);

  return unpacked == PLX_HTTP_DONE ? result : unpacked;
}
