/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-reader-mhtml"

#include "config.h"

#include "reading/plx-reader.h"

#include <string.h>

#include "reading/mail/plx-mail.h"
#include "reading/plx-part.h"

/* A saved page has a few frames, which have frames. */
#define MAX_DEPTH 16
#define MAX_PAGES 50

/* Less prose than this in the page itself: the article may be in one of its frames. */
#define MIN_PROSE 250

static gboolean
reader_mhtml_accepts (const guint8 *data,
                      gsize         length)
{
  PlxMailHead head;

  if (!plx_mail_head_measure (&head, data, length) || !head.is_page || head.is_box)
    return FALSE;

  /* A mail of one page with its pictures has the same form, but somebody sent it to somebody. */
  return head.is_saved || (head.has_location && !head.has_route) ||
         (head.has_mime && !head.has_route && !head.has_sender);
}

static gboolean
is_page (GMimeObject *part)
{
  GMimeContentType *type = g_mime_object_get_content_type (part);

  return GMIME_IS_PART (part) && type != NULL &&
         (g_mime_content_type_is_type (type, "text", "html") ||
          g_mime_content_type_is_type (type, "application", "xhtml+xml"));
}

static void
collect_pages (GPtrArray   *pages,
               GMimeObject *part,
               guint        depth)
{
  if (part == NULL || depth > MAX_DEPTH || pages->len >= MAX_PAGES)
    return;
  if (is_page (part))
    g_ptr_array_add (pages, part);
  else if (GMIME_IS_MULTIPART (part))
    for (int i = 0; i < g_mime_multipart_get_count (GMIME_MULTIPART (part)); i++)
      collect_pages (pages, g_mime_multipart_get_part (GMIME_MULTIPART (part), i), depth + 1);
}

/* The page that the `start` parameter names comes first; without it, the first is the page. */
static void
put_root_first (GPtrArray   *pages,
                GMimeObject *whole)
{
  const char *start = g_mime_object_get_content_type_parameter (whole, "start");
  g_autofree char *id = start != NULL ? g_mime_utils_decode_message_id (start) : NULL;

  for (guint i = 1; i < pages->len && id != NULL; i++)
    {
      const char *own = g_mime_object_get_content_id (pages->pdata[i]);

      if (own != NULL && strcmp (own, id) == 0)
        {
          GMimeObject *root = g_ptr_array_steal_index (pages, i);

          g_ptr_array_insert (pages, 0, root);
          return;
        }
    }
}

static gboolean
is_web_address (const char *address)
{
  return address != NULL && (g_str_has_prefix (address, "http://") ||
                             g_str_has_prefix (address, "https://"));
}

static char *
find_address (GMimeMessage *message,
              GMimeObject  *root)
{
  GMimeObject *const objects[] = { GMIME_OBJECT (message), GMIME_OBJECT (message), root };
  const char *const names[] = { "Snapshot-Content-Location", "Content-Location",
                                "Content-Location" };

  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    {
      g_autofree char *address = plx_mail_dup_header (objects[i], names[i]);

      if (is_web_address (address))
        return g_steal_pointer (&address);
    }

  return NULL;
}

static PlxReadingBatch *
read_page (const PlxSource *source,
           GMimeObject     *page,
           const char      *address)
{
  const char *charset = g_mime_object_get_content_type_parameter (page, "charset");
  g_autofree char *text = charset != NULL ? plx_mail_dup_text (page) : NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *data;
  gsize length;

  if (text != NULL)
    return plx_part_read_text (source, &plx_reader_html, text, address);

  bytes = plx_mail_dup_bytes (page);
  data = g_bytes_get_data (bytes, &length);

  return plx_part_read_with (source, &plx_reader_html, data, length, address);
}

static gsize
measure (PlxReadingBatch *batch)
{
  return batch->documents->len > 0 ? plx_part_count_prose (batch->documents->pdata[0]) : 0;
}

/* The page or, where it has no text of its own, the frame that has most. */
static PlxReadingBatch *
read_pages (const PlxSource *source,
            GPtrArray       *pages,
            const char      *address)
{
  g_autoptr (PlxReadingBatch) best = read_page (source, pages->pdata[0], address);

  for (guint i = 1; i < pages->len && measure (best) < MIN_PROSE; i++)
    {
      g_autofree char *own = plx_mail_dup_header (pages->pdata[i], "Content-Location");
      g_autoptr (PlxReadingBatch) frame = read_page (source, pages->pdata[i],
                                                     is_web_address (own) ? own : address);

      if (measure (frame) > measure (best))
        {
          plx_reading_batch_free (g_steal_pointer (&best));
          best = g_steal_pointer (&frame);
        }
    }

  return g_steal_pointer (&best);
}

static void
set_fields (PlxDocument  *document,
            GMimeMessage *message)
{
  g_autofree char *subject = plx_mail_dup_header (GMIME_OBJECT (message), "Subject");

  g_set_str (&document->format, "mhtml");
  if (document->found[PLX_FIELD_ADDRESS] != NULL &&
      strcmp (document->found[PLX_FIELD_ADDRESS], "source") == 0)
    g_set_str (&document->found[PLX_FIELD_ADDRESS], "mhtml: Content-Location");
  if (document->fields[PLX_FIELD_HEADLINE] == NULL)
    plx_document_set_field (document, PLX_FIELD_HEADLINE, subject, "mhtml: Subject");
}

static void
fail_broken (const PlxSource *source,
             PlxReadingBatch *batch)
{
  plx_reading_batch_fail (batch, source->name,
                          g_error_new (PLX_READING_ERROR, PLX_READING_ERROR_DAMAGED,
                                       "“%s” breaks off. What is left of it was read.",
                                       source->name));
}

static gboolean
reader_mhtml_read (const PlxSource  *source,
                   PlxReadingBatch  *batch,
                   GError          **error)
{
  GBytes *loaded = plx_source_load (source, PLX_MAIL_MAX_BYTES, error);
  g_autoptr (GByteArray) bytes = loaded != NULL ? g_bytes_unref_to_array (loaded) : NULL;
  g_autoptr (GMimeMessage) message = NULL;
  g_autoptr (GPtrArray) pages = g_ptr_array_new ();
  g_autoptr (PlxReadingBatch) read = NULL;
  g_autofree char *address = NULL;

  if (bytes == NULL)
    return FALSE;

  message = plx_mail_parse (bytes);
  if (message != NULL)
    collect_pages (pages, g_mime_message_get_mime_part (message), 0);
  if (pages->len == 0)
    {
      g_set_error (error, PLX_READING_ERROR, PLX_READING_ERROR_DAMAGED,
                   "“%s” should be a saved page, and there is no page in it.", source->name);
      return FALSE;
    }

  put_root_first (pages, g_mime_message_get_mime_part (message));
  address = find_address (message, pages->pdata[0]);
  read = read_pages (source, pages, address != NULL ? address : source->address);
  for (guint i = 0; i < read->documents->len; i++)
    set_fields (read->documents->pdata[i], message);
  plx_part_move (read, batch);
  if (!plx_mail_is_whole (message, bytes))
    fail_broken (source, batch);

  return TRUE;
}

const PlxReader plx_reader_mhtml = {
  .format = "mhtml",
  .accepts = reader_mhtml_accepts,
  .read = reader_mhtml_read,
};
