/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-warc"

#include "config.h"

#include "reading/web/plx-warc.h"

#include <string.h>

#define BUFFER_BYTES (64 * 1024)

/* A field is no longer, and a head has no more fields. */
#define LINE_BYTES (32 * 1024)
#define MAX_FIELDS 200

struct _PlxWarc
{
  GInputStream *stream;
  GCancellable *cancellable; /* nullable */
  GString      *line;
  guint8       *buffer;
  gsize         start;
  gsize         end;
  guint64       left;        /* of the block that was told of last */
  gboolean      is_damaged;
  gboolean      at_record;   /* whether the line is one that opens a record */
};

/**
 * plx_warc_new:
 * @stream: an archive, not compressed
 * @cancellable: (nullable): stops the reading
 *
 * Returns: (transfer full): the archive, at its first record
 */
PlxWarc *
plx_warc_new (GInputStream *stream,
              GCancellable *cancellable)
{
  PlxWarc *self = g_new0 (PlxWarc, 1);

  self->stream = g_object_ref (stream);
  g_set_object (&self->cancellable, cancellable);
  self->line = g_string_new (NULL);
  self->buffer = g_malloc (BUFFER_BYTES);

  return self;
}

void
plx_warc_free (PlxWarc *self)
{
  g_clear_object (&self->stream);
  g_clear_object (&self->cancellable);
  g_string_free (self->line, TRUE);
  g_free (self->buffer);
  g_free (self);
}

void
plx_warc_record_clear (PlxWarcRecord *self)
{
  g_clear_pointer (&self->type, g_free);
  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->content_type, g_free);
  g_clear_pointer (&self->digest, g_free);
  self->length = 0;
}

/* Whether there are bytes to take; at the end of the file there are none, and no error. */
static gboolean
fill (PlxWarc  *self,
      GError  **error)
{
  gssize n;

  if (self->start < self->end)
    return TRUE;

  n = g_input_stream_read (self->stream, self->buffer, BUFFER_BYTES, self->cancellable, error);
  self->start = 0;
  self->end = MAX (n, 0);

  return n > 0;
}

/* A line without its end; of one that is too long, its beginning. `FALSE` where the file ends. */
static gboolean
read_line (PlxWarc  *self,
           GError  **error)
{
  gboolean any = FALSE;

  g_string_truncate (self->line, 0);
  while (fill (self, error))
    {
      const guint8 *data = self->buffer + self->start;
      const guint8 *stop = memchr (data, '\n', self->end - self->start);
      gsize n = stop != NULL ? (gsize) (stop - data) + 1 : self->end - self->start;

      any = TRUE;
      if (self->line->len < LINE_BYTES)
        g_string_append_len (self->line, (const char *) data, MIN (n, LINE_BYTES));
      self->start += n;
      if (stop != NULL)
        break;
    }

  while (self->line->len > 0 && strchr ("\r\n", self->line->str[self->line->len - 1]) != NULL)
    g_string_truncate (self->line, self->line->len - 1);

  return any;
}

static gboolean
skip_block (PlxWarc  *self,
            GError  **error)
{
  g_autoptr (GError) local = NULL;

  while (self->left > 0 && fill (self, &local))
    {
      gsize n = MIN (self->left, self->end - self->start);

      self->start += n;
      self->left -= n;
    }

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (self->left > 0)
    self->is_damaged = TRUE;
  self->left = 0;

  return error == NULL || *error == NULL;
}

static gboolean
is_opening (const char *line)
{
  return strncmp (line, "WARC/0.", 7) == 0 || strncmp (line, "WARC/1.", 7) == 0;
}

/* The line that opens the next record. What is neither that nor blank is damage. */
static gboolean
find_opening (PlxWarc  *self,
              GError  **error)
{
  if (self->at_record)
    {
      self->at_record = FALSE;
      return TRUE;
    }

  while (read_line (self, error))
    {
      if (is_opening (self->line->str))
        return TRUE;
      self->is_damaged |= self->line->len > 0;
    }

  return FALSE;
}

static char *
dup_value (const char *value)
{
  g_autofree char *stripped = g_utf8_make_valid (value, -1);

  g_strstrip (stripped);
  /* WARC 1.0 has addresses in angle brackets. */
  if (*stripped == '<' && g_str_has_suffix (stripped, ">"))
    return g_strndup (stripped + 1, strlen (stripped) - 2);

  return g_steal_pointer (&stripped);
}

static gboolean
take_field (PlxWarcRecord *record,
            const char    *line,
            gboolean      *has_length)
{
  static const struct
  {
    const char *name;
    gsize       at;
  } fields[] = {
    { "WARC-Type", G_STRUCT_OFFSET (PlxWarcRecord, type) },
    { "WARC-Target-URI", G_STRUCT_OFFSET (PlxWarcRecord, address) },
    { "Content-Type", G_STRUCT_OFFSET (PlxWarcRecord, content_type) },
    { "WARC-Payload-Digest", G_STRUCT_OFFSET (PlxWarcRecord, digest) },
  };
  const char *colon = strchr (line, ':');
  gsize length = colon != NULL ? (gsize) (colon - line) : 0;

  if (colon == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (strlen (fields[i].name) == length &&
        g_ascii_strncasecmp (line, fields[i].name, length) == 0)
      {
        char **field = G_STRUCT_MEMBER_P (record, fields[i].at);

        g_free (*field);
        *field = dup_value (colon + 1);
      }

  if (length == strlen ("Content-Length") &&
      g_ascii_strncasecmp (line, "Content-Length", length) == 0)
    {
      g_autofree char *value = dup_value (colon + 1);

      *has_length = g_ascii_string_to_unsigned (value, 10, 0, G_MAXINT64, &record->length, NULL);
    }

  return TRUE;
}

/* The fields up to the blank line; `FALSE` where they are no head of a record. */
static gboolean
read_head (PlxWarc        *self,
           PlxWarcRecord  *record,
           GError        **error)
{
  gboolean has_length = FALSE;

  for (guint n = 0; n < MAX_FIELDS; n++)
    {
      if (!read_line (self, error))
        return FALSE;
      if (self->line->len == 0)
        return has_length;

      self->at_record = is_opening (self->line->str);
      if (self->at_record)
        return FALSE;
      /* A line that goes on from the one before says nothing that we need. */
      if (*self->line->str != ' ' && *self->line->str != '\t' &&
          !take_field (record, self->line->str, &has_length))
        return FALSE;
    }

  return FALSE;
}

/**
 * plx_warc_next:
 * @self: an archive
 * @record: (out caller-allocates): the next record; clear it with [func@warc_record_clear]
 *
 * Skips what was not read of the record before, and whatever is no record.
 *
 * Returns: whether there is one; `FALSE` with @error set where the system does not let us read on
 */
gboolean
plx_warc_next (PlxWarc        *self,
               PlxWarcRecord  *record,
               GError        **error)
{
  g_autoptr (GError) local = NULL;

  memset (record, 0, sizeof *record);
  if (!skip_block (self, error))
    return FALSE;

  while (find_opening (self, &local))
    {
      if (read_head (self, record, &local))
        {
          self->left = record->length;
          return TRUE;
        }

      plx_warc_record_clear (record);
      self->is_damaged = TRUE;
    }

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

/**
 * plx_warc_read:
 * @self: an archive
 * @max: how many bytes at most
 *
 * Reads on in the block of the record that was told of last.
 *
 * Returns: (transfer full) (nullable): what comes next in it, which is less than @max where the
 *   block or the file ends; `NULL` with @error set where the system does not let us read on
 */
GByteArray *
plx_warc_read (PlxWarc  *self,
               gsize     max,
               GError  **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) local = NULL;

  while (bytes->len < max && self->left > 0 && fill (self, &local))
    {
      gsize n = MIN (MIN (self->left, self->end - self->start), max - bytes->len);

      g_byte_array_append (bytes, self->buffer + self->start, n);
      self->start += n;
      self->left -= n;
    }

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  /* The file ends before the block does. */
  if (bytes->len < max && self->left > 0)
    {
      self->is_damaged = TRUE;
      self->left = 0;
    }

  return g_steal_pointer (&bytes);
}

/* How much of the block of the record that was told of last is not read yet. */
guint64
plx_warc_get_left (PlxWarc *self)
{
  return self->left;
}

/**
 * plx_warc_is_damaged:
 * @self: an archive
 *
 * Returns: whether something in it so far was no record, or less than one
 */
gboolean
plx_warc_is_damaged (PlxWarc *self)
{
  return self->is_damaged;
}
