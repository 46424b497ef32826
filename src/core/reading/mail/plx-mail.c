/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-mail"

#include "config.h"

#include "reading/mail/plx-mail.h"

#include <string.h>

#include "reading/plx-charset.h"
#include "reading/article/plx-dates.h"

/* RFC 5322 has names of 76 characters at most, and nobody has one half as long. */
#define FIELD_BYTES 76

enum
{
  KNOWN_SENDER = 1 << 0,
  KNOWN_TRACE = 1 << 1,
  KNOWN_ROUTE = 1 << 2,
  KNOWN_MIME = 1 << 3,
  KNOWN_LOCATION = 1 << 4,
};

static const struct
{
  const char *name;
  guint       what;
} known[] = {
  { "From", KNOWN_SENDER },        { "Sender", KNOWN_SENDER },
  { "Date", KNOWN_TRACE },         { "Received", KNOWN_TRACE | KNOWN_ROUTE },
  { "Message-ID", KNOWN_TRACE | KNOWN_ROUTE },
  { "Return-Path", KNOWN_ROUTE },  { "Delivered-To", KNOWN_ROUTE },
  { "To", KNOWN_ROUTE },           { "Cc", KNOWN_ROUTE },
  { "Newsgroups", KNOWN_ROUTE },   { "MIME-Version", KNOWN_MIME },
  { "Content-Type", 0 },           { "Content-Transfer-Encoding", 0 },
  { "Subject", 0 },                { "Reply-To", 0 },
  { "In-Reply-To", 0 },            { "References", 0 },
  { "DKIM-Signature", 0 },         { "List-Id", 0 },
  { "List-Unsubscribe", 0 },       { "User-Agent", 0 },
  { "X-Mailer", 0 },               { "Snapshot-Content-Location", KNOWN_LOCATION },
  { "Content-Location", KNOWN_LOCATION },
};

/* The bytes of a field's name at the start of a line, or 0 where it is no field. */
static gsize
measure_field (const char *line,
               gsize       length)
{
  gsize n = 0;

  while (n < length && n <= FIELD_BYTES &&
         (g_ascii_isalnum (line[n]) || line[n] == '-' || line[n] == '_' || line[n] == '.'))
    n++;

  return n > 0 && n < length && line[n] == ':' ? n : 0;
}

static gboolean
line_contains (const char *line,
               gsize       length,
               const char *part)
{
  g_autofree char *copy = g_ascii_strdown (line, length);

  return strstr (copy, part) != NULL;
}

static void
take_field (PlxMailHead *self,
            const char  *line,
            gsize        name,
            gsize        length,
            guint       *seen)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      if (strlen (known[i].name) != name || g_ascii_strncasecmp (line, known[i].name, name) != 0)
        continue;

      self->n_known += (*seen & (1u << i)) == 0;
      *seen |= 1u << i;
      self->has_sender |= (known[i].what & KNOWN_SENDER) != 0;
      self->has_trace |= (known[i].what & KNOWN_TRACE) != 0;
      self->has_route |= (known[i].what & KNOWN_ROUTE) != 0;
      self->has_mime |= (known[i].what & KNOWN_MIME) != 0;
      self->has_location |= (known[i].what & KNOWN_LOCATION) != 0;
    }

  if (name == 4 && g_ascii_strncasecmp (line, "From", 4) == 0)
    self->is_saved |= line_contains (line, length, "saved by");
  if (name == 12 && g_ascii_strncasecmp (line, "Content-Type", 12) == 0)
    self->is_page |= line_contains (line, length, "multipart/related") ||
                     line_contains (line, length, "text/html");
}

/**
 * plx_mail_is_box_line:
 * @line: a line, not ended by a NUL
 * @length: bytes in it
 *
 * Returns: whether it begins a mail in a mailbox: “From jane@example.org Mon Mar  3 16:05:00 2014”
 */
gboolean
plx_mail_is_box_line (const char *line,
                      gsize       length)
{
  gboolean has_time = FALSE;
  gboolean has_year = FALSE;

  if (length < 15 || length > 300 || strncmp (line, "From ", 5) != 0)
    return FALSE;

  for (gsize i = 5; i + 4 < length; i++)
    {
      has_time |= line[i + 2] == ':' && g_ascii_isdigit (line[i]) &&
                  g_ascii_isdigit (line[i + 1]) && g_ascii_isdigit (line[i + 3]) &&
                  g_ascii_isdigit (line[i + 4]);
      has_year |= line[i] == ' ' && (line[i + 1] == '1' || line[i + 1] == '2') &&
                  g_ascii_isdigit (line[i + 2]) && g_ascii_isdigit (line[i + 3]) &&
                  g_ascii_isdigit (line[i + 4]);
    }

  return has_time && has_year;
}

/**
 * plx_mail_head_measure:
 * @self: (out caller-allocates): what they are
 * @data: the first bytes of a file
 * @length: how many there are
 *
 * Returns: whether all lines up to the first blank one are such as a mail's head has
 */
gboolean
plx_mail_head_measure (PlxMailHead  *self,
                       const guint8 *data,
                       gsize         length)
{
  const char *p = (const char *) data;
  const char *end = p + length;
  guint seen = 0;

  memset (self, 0, sizeof *self);
  if (length >= 3 && memcmp (p, "\xEF\xBB\xBF", 3) == 0)
    p += 3;
  while (p < end && (*p == '\n' || *p == '\r'))
    p++;

  for (gboolean first = TRUE; p < end; first = FALSE)
    {
      const char *stop = memchr (p, '\n', end - p);
      gsize bytes = (stop != NULL ? stop : end) - p;
      gsize name;

      while (bytes > 0 && p[bytes - 1] == '\r')
        bytes--;
      if (bytes == 0)
        break;

      name = measure_field (p, bytes);
      if (name > 0)
        take_field (self, p, name, bytes, &seen);
      else if (first && plx_mail_is_box_line (p, bytes))
        self->is_box = TRUE;
      else if (!first && *p != ' ' && *p != '\t' && strncmp (p, ">From ", MIN (bytes, 6)) != 0 &&
               stop != NULL)
        return FALSE;
      else if (first)
        return FALSE;
      else
        self->is_page |= line_contains (p, bytes, "type=\"text/html\"") && self->is_page;

      p = stop != NULL ? stop + 1 : end;
    }

  return self->n_known > 0;
}

static gpointer
init_once (gpointer data)
{
  g_mime_init ();

  return NULL;
}

/* Threads may come here at once, and GMime is to be set up once. */
static void
init (void)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, init_once, NULL);
}

/**
 * plx_mail_parse:
 * @bytes: a mail; the caller keeps it as long as what is given back
 *
 * Returns: (transfer full) (nullable): the mail, or `NULL` where it has no head
 */
GMimeMessage *
plx_mail_parse (GByteArray *bytes)
{
  g_autoptr (GMimeStream) stream = NULL;
  g_autoptr (GMimeParser) parser = NULL;

  init ();
  stream = g_mime_stream_mem_new_with_byte_array (bytes);
  g_mime_stream_mem_set_owner (GMIME_STREAM_MEM (stream), FALSE);
  parser = g_mime_parser_new_with_stream (stream);

  return g_mime_parser_construct_message (parser, NULL);
}

/**
 * plx_mail_dup_bytes:
 * @part: a part, or a mail within a mail
 *
 * Returns: (transfer full): its content, with its transfer encoding undone
 */
GBytes *
plx_mail_dup_bytes (GMimeObject *part)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GMimeStream) stream = g_mime_stream_mem_new_with_byte_array (bytes);

  g_mime_stream_mem_set_owner (GMIME_STREAM_MEM (stream), FALSE);
  if (GMIME_IS_MESSAGE_PART (part))
    {
      GMimeMessage *message = g_mime_message_part_get_message (GMIME_MESSAGE_PART (part));

      if (message != NULL)
        g_mime_object_write_to_stream (GMIME_OBJECT (message), NULL, stream);
    }
  else if (GMIME_IS_PART (part) && g_mime_part_get_content (GMIME_PART (part)) != NULL)
    g_mime_data_wrapper_write_to_stream (g_mime_part_get_content (GMIME_PART (part)), stream);

  g_mime_stream_flush (stream);
  g_clear_object (&stream);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * plx_mail_dup_text:
 * @part: a part that says that it is text
 *
 * Returns: (transfer full) (nullable): the text in UTF-8, or `NULL` where it is none
 */
char *
plx_mail_dup_text (GMimeObject *part)
{
  g_autoptr (GBytes) bytes = plx_mail_dup_bytes (part);
  const char *charset = g_mime_object_get_content_type_parameter (part, "charset");
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length == 0)
    return g_strdup ("");

  return plx_charset_decode (data, length, charset, NULL, NULL);
}

/* Whether @raw has bytes that no mail may have in its head, but that many have. */
static gboolean
is_raw (const char *raw)
{
  for (; *raw != '\0'; raw++)
    if ((guchar) *raw >= 0x80)
      return TRUE;

  return FALSE;
}

/**
 * plx_mail_dup_header:
 * @object: a mail or a part
 * @name: a field of its head
 *
 * Returns: (transfer full) (nullable): its value, decoded, on one line
 */
char *
plx_mail_dup_header (GMimeObject *object,
                     const char  *name)
{
  GMimeHeaderList *headers = g_mime_object_get_header_list (object);
  GMimeHeader *header = g_mime_header_list_get_header (headers, name);
  const char *raw = header != NULL ? g_mime_header_get_raw_value (header) : NULL;
  g_autofree char *unfolded = NULL;
  g_autofree char *decoded = NULL;

  if (raw == NULL)
    return NULL;

  unfolded = g_mime_utils_header_unfold (raw);
  if (is_raw (unfolded))
    decoded = plx_charset_decode (unfolded, strlen (unfolded), NULL, NULL, NULL);
  if (decoded == NULL || strstr (decoded, "=?") != NULL)
    {
      g_autofree char *plain = g_steal_pointer (&decoded);

      decoded = g_mime_utils_header_decode_text (NULL, plain != NULL ? plain : unfolded);
    }

  return g_utf8_make_valid (g_strstrip (decoded), -1);
}

static gboolean
contains (GByteArray *bytes,
          const char *part)
{
  const char *p = (const char *) bytes->data;
  const char *end = p + bytes->len;
  gsize length = strlen (part);

  while (p < end && (p = memchr (p, *part, end - p)) != NULL)
    {
      if ((gsize) (end - p) >= length && memcmp (p, part, length) == 0)
        return TRUE;
      p++;
    }

  return FALSE;
}

/**
 * plx_mail_is_whole:
 * @message: a mail
 * @bytes: what it was read from
 *
 * Returns: whether its last part is closed; where it is not, the file breaks off
 */
gboolean
plx_mail_is_whole (GMimeMessage *message,
                   GByteArray   *bytes)
{
  GMimeObject *part = g_mime_message_get_mime_part (message);
  const char *boundary = part != NULL && GMIME_IS_MULTIPART (part)
                             ? g_mime_multipart_get_boundary (GMIME_MULTIPART (part))
                             : NULL;
  g_autofree char *close = NULL;

  if (boundary == NULL)
    return TRUE;
  close = g_strdup_printf ("--%s--", boundary);

  return contains (bytes, close);
}

/**
 * plx_mail_dup_date:
 * @value: a date in the manner of mails (RFC 5322): “Tue, 04 Mar 2014 18:30:05 +0100”
 *
 * Returns: (transfer full) (nullable): the date in ISO 8601
 */
char *
plx_mail_dup_date (const char *value)
{
  g_autoptr (GDateTime) date = NULL;
  PlxDateFind find = { 0 };

  init ();
  date = g_mime_utils_header_decode_date (value);
  if (date == NULL || g_date_time_get_year (date) < 1970)
    return NULL;

  find.hour = g_date_time_get_hour (date);
  find.minute = g_date_time_get_minute (date);
  find.second = g_date_time_get_second (date);
  find.has_offset = TRUE;
  find.offset = g_date_time_get_utc_offset (date) / G_TIME_SPAN_MINUTE;
  g_date_time_get_ymd (date, &find.year, &find.month, &find.day);

  return plx_dates_format (&find);
}
