/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-reader-ole"

#include "config.h"

#include "reading/plx-reader.h"

#include <string.h>

#define CHUNK (64 * 1024)

/* The list of a file's parts is at most this far into it, where someone writes it by the book. */
#define MAX_SEARCHED (64 * 1024 * 1024)

static gboolean
reader_ole_accepts (const guint8 *data,
                    gsize         length)
{
  return length >= 8 && memcmp (data, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) == 0;
}

/*
 * Whether a part of that name is in the file. Its names are in UTF-16, and begin where a list of
 * 128 bytes each does, so none is cut in two by how we read.
 */
static gboolean
has_part (const guint8 *data,
          gsize         length,
          const char   *name)
{
  gsize n = strlen (name);

  for (gsize at = 0; at + 2 * n <= length; at += 64)
    {
      gsize i = 0;

      while (i < n && data[at + 2 * i] == name[i] && data[at + 2 * i + 1] == 0)
        i++;
      if (i == n)
        return TRUE;
    }

  return FALSE;
}

/* An old file of Word, Excel …; or a new one that is locked, which is put into an old one. */
static gboolean
reader_ole_read (const PlxSource  *source,
                 PlxReadingBatch  *batch,
                 GError          **error)
{
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  g_autoptr (GError) system = NULL;
  gsize searched = 0;
  gsize n = CHUNK;

  while (n == CHUNK && searched < MAX_SEARCHED)
    {
      if (!g_input_stream_read_all (source->stream, chunk, CHUNK, &n, source->cancellable, &system))
        {
          plx_reading_set_system_error (source->name, system, error);
          return FALSE;
        }

      if (has_part (chunk, n, "EncryptedPackage"))
        {
          g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_PASSWORD,
                       "“%s” is protected by a password. Save it without one.", source->name);
          return FALSE;
        }
      searched += n;
    }

  g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_UNSUPPORTED,
               "“%s” is in the format of old office programs. Open it in one and save it as DOCX, "
               "then Parallax can read it.", source->name);

  return FALSE;
}

const PlxReader plx_reader_ole = {
  .format = "ole",
  .accepts = reader_ole_accepts,
  .read = reader_ole_read,
};
