/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-mail-message"

#include "config.h"

#include "reading/mail/plx-mail-message.h"

#include <string.h>

#include "reading/mail/plx-mail-fields.h"
#include "reading/mail/plx-mail-text.h"
#include "reading/mail/plx-mail.h"
#include "reading/plx-part.h"

/* No mail program nests its parts deeper, or makes more of them. */
#define MAX_DEPTH 64
#define MAX_PARTS 2000

/**
 * Group:
 * @html: (element-type GMimeObject): its pages
 * @plain: (element-type GMimeObject): the same as plain text
 *
 * A stretch of the mail's text, in one form or in two.
 */
typedef struct
{
  GPtrArray *html;
  GPtrArray *plain;
} Group;

/**
 * Parts:
 * @groups: (element-type Group): the mail's text
 * @files: (element-type GMimeObject): what is attached
 * @n: parts so far
 * @encrypted: whether some of it is
 * @too_many: whether there are more than anybody has, or deeper
 *
 * What a mail is made of.
 */
typedef struct
{
  GPtrArray *groups;
  GPtrArray *files;
  guint      n;
  gboolean   encrypted;
  gboolean   too_many;
} Parts;

static void
group_free (gpointer data)
{
  Group *group = data;

  g_ptr_array_unref (group->html);
  g_ptr_array_unref (group->plain);
  g_free (group);
}

static Group *
add_group (Parts *self)
{
  Group *group = g_new0 (Group, 1);

  group->html = g_ptr_array_new ();
  group->plain = g_ptr_array_new ();
  g_ptr_array_add (self->groups, group);

  return group;
}

static gboolean
is_type (GMimeObject *part,
         const char  *type,
         const char  *subtype)
{
  GMimeContentType *content = g_mime_object_get_content_type (part);

  return content != NULL && g_mime_content_type_is_type (content, type, subtype);
}

/* What hangs on mails and is nothing to read: pictures, signatures, business cards, invitations. */
static gboolean
is_trimming (GMimeObject *part,
             const char  *name)
{
  static const char *const subtypes[] = { "pgp-signature", "pgp-keys", "pkcs7-signature",
                                          "x-pkcs7-signature", "ics", "pgp-encrypted" };

  if (is_type (part, "image", "*") || is_type (part, "audio", "*") ||
      is_type (part, "video", "*") || is_type (part, "font", "*") ||
      is_type (part, "text", "calendar") || is_type (part, "text", "vcard") ||
      is_type (part, "text", "x-vcard") || is_type (part, "text", "css") ||
      is_type (part, "text", "rfc822-headers") ||
      is_type (part, "message", "delivery-status"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (subtypes); i++)
    if (is_type (part, "application", subtypes[i]))
      return TRUE;

  /* What Exchange makes of a list's footer. */
  return name != NULL && g_str_has_prefix (name, "ATT0") &&
         (g_str_has_suffix (name, ".txt") || g_str_has_suffix (name, ".htm"));
}

static void
collect_leaf (Parts       *self,
              GMimeObject *part,
              Group       *group)
{
  const char *name = GMIME_IS_PART (part) ? g_mime_part_get_filename (GMIME_PART (part)) : NULL;
  gboolean attached = g_strcmp0 (g_mime_object_get_disposition (part), "attachment") == 0;
  gboolean html = is_type (part, "text", "html") || is_type (part, "application", "xhtml+xml");

  if (is_trimming (part, name))
    return;

  if (is_type (part, "application", "pkcs7-mime") || is_type (part, "application", "x-pkcs7-mime"))
    self->encrypted = TRUE;
  else if (!attached && name == NULL && (html || is_type (part, "text", "plain")))
    {
      if (group == NULL)
        group = add_group (self);
      g_ptr_array_add (html ? group->html : group->plain, part);
    }
  else if (GMIME_IS_PART (part) || GMIME_IS_MESSAGE_PART (part))
    g_ptr_array_add (self->files, part);
}

static void
collect (Parts       *self,
         GMimeObject *part,
         Group       *group,
         guint        depth)
{
  GMimeMultipart *multipart;

  if (depth > MAX_DEPTH || self->n++ > MAX_PARTS)
    {
      self->too_many = TRUE;
      return;
    }

  if (!GMIME_IS_MULTIPART (part))
    {
      collect_leaf (self, part, group);
      return;
    }

  if (is_type (part, "multipart", "encrypted"))
    {
      self->encrypted = TRUE;
      return;
    }

  if (group == NULL && is_type (part, "multipart", "alternative"))
    group = add_group (self);
  multipart = GMIME_MULTIPART (part);
  for (int i = 0; i < g_mime_multipart_get_count (multipart) && !self->too_many; i++)
    collect (self, g_mime_multipart_get_part (multipart, i), group, depth + 1);
}

static void
append_text (GString     *text,
             GMimeObject *part)
{
  g_autofree char *more = plx_mail_dup_text (part);

  if (more == NULL || text->len > PLX_READING_MAX_BYTES)
    return;
  if (text->len > 0)
    g_string_append (text, "\n\n");
  g_string_append (text, more);
}

/* Plain text between pages, such as what a list adds: its lines as paragraphs. */
static void
append_as_html (GString     *html,
                GMimeObject *part)
{
  g_autofree char *text = plx_mail_dup_text (part);
  g_auto (GStrv) lines = text != NULL ? g_strsplit (text, "\n", -1) : NULL;

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      g_autofree char *escaped = g_markup_escape_text (lines[i], -1);

      g_string_append_printf (html, "<p>%s</p>\n", escaped);
    }
}

static PlxDocument *
take_document (PlxReadingBatch *batch)
{
  return batch->documents->len > 0 ? g_ptr_array_steal_index (batch->documents, 0) : NULL;
}

static PlxDocument *
read_html (const PlxSource *source,
           Parts           *parts,
           PlxMailText     *text)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (PlxReadingBatch) batch = NULL;
  PlxDocument *document;
  gboolean any = FALSE;

  for (guint i = 0; i < parts->groups->len; i++)
    {
      Group *group = parts->groups->pdata[i];

      for (guint k = 0; k < group->html->len; k++)
        append_text (html, group->html->pdata[k]);
      for (guint k = 0; k < group->plain->len && group->html->len == 0; k++)
        append_as_html (html, group->plain->pdata[k]);
      any |= group->html->len > 0;
    }
  if (!any)
    return NULL;

  batch = plx_part_read_text (source, &plx_reader_html, html->str, source->address);
  document = take_document (batch);
  if (document != NULL)
    {
      plx_mail_page_mark (text, document);
      plx_mail_foot_mark (document);
    }

  return document;
}

static gboolean
has_parameter (GMimeObject *part,
               const char  *name,
               const char  *value)
{
  const char *is = g_mime_object_get_content_type_parameter (part, name);

  return is != NULL && g_ascii_strcasecmp (is, value) == 0;
}

static PlxDocument *
read_plain (const PlxSource *source,
            Parts           *parts,
            PlxMailText     *text)
{
  g_autoptr (PlxReadingBatch) batch = plx_reading_batch_new ();
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autoptr (GPtrArray) drafts = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *unix_text = NULL;
  PlxDocument *document;

  for (guint i = 0; i < parts->groups->len; i++)
    {
      Group *group = parts->groups->pdata[i];

      for (guint k = 0; k < group->plain->len; k++)
        {
          text->flowed |= has_parameter (group->plain->pdata[k], "format", "flowed");
          text->delete_space |= has_parameter (group->plain->pdata[k], "delsp", "yes");
          append_text (plain, group->plain->pdata[k]);
        }
    }
  if (plain->len == 0 || plain->len > PLX_READING_MAX_BYTES)
    return NULL;

  lines = g_strsplit (plain->str, "\r\n", -1);
  unix_text = g_strjoinv ("\n", lines);
  drafts = plx_mail_text_split (text, unix_text);
  plx_reader_finish_text (source, batch, plx_document_new (source->name, "mail"), drafts, NULL);
  document = take_document (batch);
  if (document != NULL)
    plx_mail_foot_mark (document);

  return document;
}

/* The one of two forms that has the article; the page if both have, for it tells more. */
static gboolean
prefers_plain (PlxDocument *html,
               PlxDocument *plain)
{
  if (html == NULL || plain == NULL)
    return html == NULL;

  return plx_part_count_prose (html) * 2 < plx_part_count_prose (plain);
}

static PlxDocument *
read_body (const PlxSource *source,
           GMimeMessage    *message,
           Parts           *parts)
{
  gboolean forward = plx_mail_fields_is_forward (message);
  PlxMailText html_text = { .is_forward = forward };
  PlxMailText plain_text = { .is_forward = forward };
  g_autoptr (PlxDocument) html = read_html (source, parts, &html_text);
  g_autoptr (PlxDocument) plain = read_plain (source, parts, &plain_text);
  gboolean use_plain = prefers_plain (html, plain);
  PlxDocument *document = use_plain ? plain : html;

  if (document != NULL)
    {
      g_set_str (&document->format, "mail");
      plx_mail_fields_set (document, message, use_plain ? &plain_text : &html_text);
      plx_document_ref (document);
    }
  plx_mail_header_clear (&html_text.forwarded);
  plx_mail_header_clear (&plain_text.forwarded);

  return document;
}

static char *
dup_part_name (GMimeObject *part)
{
  const char *name = GMIME_IS_PART (part) ? g_mime_part_get_filename (GMIME_PART (part)) : NULL;
  g_autofree char *type = NULL;

  if (name != NULL && *name != '\0')
    return g_utf8_make_valid (name, -1);
  if (GMIME_IS_MESSAGE_PART (part))
    {
      GMimeMessage *message = g_mime_message_part_get_message (GMIME_MESSAGE_PART (part));
      g_autofree char *subject = message != NULL ? plx_mail_dup_header (GMIME_OBJECT (message),
                                                                        "Subject")
                                                 : NULL;

      if (subject != NULL && *subject != '\0')
        return g_steal_pointer (&subject);
    }

  type = g_mime_content_type_get_mime_type (g_mime_object_get_content_type (part));

  return g_utf8_make_valid (type, -1);
}

static void
read_files (const PlxSource *source,
            PlxReadingBatch *batch,
            Parts           *parts)
{
  for (guint i = 0; i < parts->files->len; i++)
    {
      g_autoptr (GBytes) bytes = plx_mail_dup_bytes (parts->files->pdata[i]);
      g_autofree char *name = dup_part_name (parts->files->pdata[i]);

      if (g_cancellable_is_cancelled (source->cancellable))
        return;
      if (g_bytes_get_size (bytes) > 0)
        plx_source_read_bytes (source, batch, bytes, name, NULL);
    }
}

/* A few lines over an attached article are no article: they become its first blocks, cut. */
static gboolean
is_note (PlxDocument *document)
{
  return document->text->len <= PLX_MAIL_OWN_BYTES;
}

static PlxDocument *
put_before (PlxDocument *note,
            PlxDocument *article)
{
  PlxDocument *whole = plx_part_dup_fields (article);
  PlxDocument *both[] = { note, article };

  for (guint k = 0; k < G_N_ELEMENTS (both); k++)
    for (guint i = 0; i < plx_document_get_n_blocks (both[k]); i++)
      {
        const PlxBlockSpan *block = plx_document_get_block (both[k], i);
        gboolean said = both[k] == note;

        plx_document_append (whole, both[k]->text->str + block->start, block->end - block->start,
                             said ? PLX_ROLE_CHROME : block->role,
                             said ? PLX_CUT_COMMENTS : block->reason);
        plx_document_set_place (whole, plx_document_get_n_blocks (whole) - 1, block->place);
      }

  return whole;
}

/* What is wrong with the mail, in words that follow its name. */
static void
fail (const PlxSource *source,
      PlxReadingBatch *batch,
      PlxReadingError  code,
      const char      *what)
{
  GError *error = g_error_new (PLX_READING_ERROR, code, "“%s” %s", source->name, what);

  plx_reading_batch_fail (batch, source->name, error);
}

static void
tell_faults (const PlxSource *source,
             PlxReadingBatch *batch,
             Parts           *parts,
             gboolean         whole)
{
  if (parts->encrypted)
    fail (source, batch, PLX_READING_ERROR_PASSWORD,
          "is encrypted. Decrypt it in your mail program and save it again.");
  if (parts->too_many)
    fail (source, batch, PLX_READING_ERROR_TOO_DEEP,
          "has too many parts, or parts within parts. Those after the first thousands were "
          "left out.");
  if (!whole)
    fail (source, batch, PLX_READING_ERROR_DAMAGED,
          "breaks off. What is left of it was read.");
}

static void
read_parts (const PlxSource *source,
            PlxReadingBatch *batch,
            GMimeMessage    *message,
            Parts           *parts)
{
  g_autoptr (PlxReadingBatch) files = plx_reading_batch_new ();
  g_autoptr (PlxDocument) body = read_body (source, message, parts);

  read_files (source, files, parts);
  if (body != NULL && files->documents->len > 0 && is_note (body))
    {
      PlxDocument *whole = put_before (body, files->documents->pdata[0]);

      plx_document_unref (files->documents->pdata[0]);
      files->documents->pdata[0] = whole;
    }
  else if (body != NULL)
    plx_reading_batch_add (batch, g_steal_pointer (&body));

  plx_part_move (files, batch);
}

/**
 * plx_mail_message_read:
 * @source: the mail, or the mailbox that it is in
 * @batch: gets its text and the articles attached to it
 * @bytes: the mail
 * @in_box: whether it is one of several, so that its name has to tell which
 *
 * Returns: whether it is a mail
 */
gboolean
plx_mail_message_read (const PlxSource *source,
                       PlxReadingBatch *batch,
                       GByteArray      *bytes,
                       gboolean         in_box)
{
  g_autoptr (GMimeMessage) message = plx_mail_parse (bytes);
  g_autofree char *subject = NULL;
  g_autofree char *name = NULL;
  g_autofree char *address = NULL;
  PlxSource part = *source;
  Parts parts = { 0 };

  if (message == NULL)
    return FALSE;

  subject = plx_mail_dup_header (GMIME_OBJECT (message), "Subject");
  name = g_strdup_printf ("%s › %s", source->name,
                          subject != NULL && *subject != '\0' ? subject : "?");
  address = plx_mail_fields_dup_address (message);
  if (in_box)
    {
      part.name = name;
      part.depth++;
    }
  if (address != NULL)
    part.address = address;

  parts.groups = g_ptr_array_new_with_free_func (group_free);
  parts.files = g_ptr_array_new ();
  if (g_mime_message_get_mime_part (message) != NULL)
    collect (&parts, g_mime_message_get_mime_part (message), NULL, 0);

  read_parts (&part, batch, message, &parts);
  tell_faults (&part, batch, &parts, plx_mail_is_whole (message, bytes));

  g_ptr_array_unref (parts.groups);
  g_ptr_array_unref (parts.files);

  return TRUE;
}
