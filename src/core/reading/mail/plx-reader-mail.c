/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-reader-mail"

#include "config.h"

#include "reading/plx-reader.h"

#include <string.h>

#include "reading/mail/plx-mail-message.h"
#include "reading/mail/plx-mail.h"

#define READ_CHUNK (256 * 1024)

/* So much of a file tells whether it is a mailbox. */
#define HEAD_BYTES (16 * 1024)

/* A text that happens to open with “From: …” has not as many fields of a mail's head. */
#define MIN_FIELDS 3

/**
 * Box:
 * @source: the mailbox
 * @batch: gets its mails
 * @mail: the mail that is being gathered
 * @line: the line that is being gathered
 * @begun: whether some of it was read
 * @is_box: whether it is a mailbox, and not a mail
 * @after_blank: whether the line before it was blank, or there was none
 * @too_large: whether the mail is longer than we read
 *
 * A mailbox while it is read.
 */
typedef struct
{
  const PlxSource *source;
  PlxReadingBatch *batch;
  GByteArray      *mail;
  GByteArray      *line;
  gboolean         begun;
  gboolean         is_box;
  gboolean         after_blank;
  gboolean         too_large;
} Box;

static gboolean
reader_mail_accepts (const guint8 *data,
                     gsize         length)
{
  PlxMailHead head;

  if (!plx_mail_head_measure (&head, data, length))
    return FALSE;

  return head.n_known >= MIN_FIELDS && (head.has_sender || head.has_route || head.is_box) &&
         head.has_trace;
}

static void
tell_too_large (const PlxSource *source,
                PlxReadingBatch *batch)
{
  GError *error = NULL;

  g_set_error (&error, PLX_READING_ERROR, PLX_READING_ERROR_TOO_LARGE,
               "A mail in “%s” is larger than %d MB. What stands after that in it was not read.",
               source->name, PLX_MAIL_MAX_BYTES / (1024 * 1024));
  plx_reading_batch_fail (batch, source->name, error);
}

static void
finish_mail (Box *self)
{
  if (self->mail->len > 0 && !plx_source_is_kept (self->source))
    {
      g_autoptr (GBytes) bytes = g_bytes_new (self->mail->data, self->mail->len);

      plx_source_keep (self->source, bytes, self->is_box);
    }
  if (self->mail->len > 0)
    plx_mail_message_read (self->source, self->batch, self->mail, self->is_box);
  if (self->too_large)
    tell_too_large (self->source, self->batch);

  g_byte_array_set_size (self->mail, 0);
  self->too_large = FALSE;
}

static void
add_bytes (Box          *self,
           const guint8 *data,
           gsize         length)
{
  if (self->mail->len + length > PLX_MAIL_MAX_BYTES)
    self->too_large = TRUE;
  if (!self->too_large)
    g_byte_array_append (self->mail, data, length);
}

/* A line of a mail may not begin with “From ”: mailboxes put “>” before it. */
static void
add_line (Box *self)
{
  const char *line = (const char *) self->line->data;
  gsize length = self->line->len;
  gsize marks = 0;

  if (self->after_blank && plx_mail_is_box_line (line, length))
    finish_mail (self);
  else
    {
      while (marks < length && line[marks] == '>')
        marks++;
      if (marks > 0 && length - marks >= 5 && memcmp (line + marks, "From ", 5) == 0)
        add_bytes (self, self->line->data + 1, length - 1);
      else
        add_bytes (self, self->line->data, length);
    }

  self->after_blank = length <= 2 && (line[0] == '\n' || line[0] == '\r');
  g_byte_array_set_size (self->line, 0);
}

static void
add_chunk (Box          *self,
           const guint8 *data,
           gsize         length)
{
  while (length > 0)
    {
      const guint8 *stop = memchr (data, '\n', length);
      gsize n = stop != NULL ? (gsize) (stop - data) + 1 : length;

      g_byte_array_append (self->line, data, n);
      /* A line without an end is handed on in pieces. */
      if (stop != NULL || self->line->len > READ_CHUNK)
        add_line (self);
      data += n;
      length -= n;
    }
}

/* Whether a mailbox starts so: the lines that begin its mails are no part of them. */
static gboolean
begins_box (const guint8 *data,
            gsize         length)
{
  PlxMailHead head;

  return plx_mail_head_measure (&head, data, MIN (length, HEAD_BYTES)) && head.is_box;
}

static gboolean
read_all (Box       *self,
          GError   **error)
{
  g_autofree guint8 *chunk = g_malloc (READ_CHUNK);
  g_autoptr (GError) system = NULL;
  gssize n;

  while ((n = g_input_stream_read (self->source->stream, chunk, READ_CHUNK,
                                   self->source->cancellable, &system)) > 0)
    {
      if (!self->begun)
        self->is_box = begins_box (chunk, n);
      self->begun = TRUE;
      if (self->is_box)
        add_chunk (self, chunk, n);
      else
        add_bytes (self, chunk, n);
      /* The rest of a mail that is too large is of no use. */
      if (!self->is_box && self->too_large)
        break;
    }

  if (n < 0)
    {
      plx_reading_set_system_error (self->source->name, system, error);
      return FALSE;
    }
  if (self->line->len > 0)
    add_line (self);

  return TRUE;
}

static gboolean
reader_mail_read (const PlxSource  *source,
                  PlxReadingBatch  *batch,
                  GError          **error)
{
  g_autoptr (GInputStream) stream = plx_source_hold (source, PLX_KEPT_WHOLE_BYTES, error);
  PlxSource held = *source;
  Box box = { .source = &held, .batch = batch, .after_blank = TRUE };
  gboolean done;

  if (stream == NULL)
    return FALSE;

  held.stream = stream;

  box.mail = g_byte_array_new ();
  box.line = g_byte_array_new ();
  done = read_all (&box, error);
  if (done)
    finish_mail (&box);

  g_byte_array_unref (box.mail);
  g_byte_array_unref (box.line);

  return done;
}

const PlxReader plx_reader_mail = {
  .format = "mail",
  .accepts = reader_mail_accepts,
  .read = reader_mail_read,
};
