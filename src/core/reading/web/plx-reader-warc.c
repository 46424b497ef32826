/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-reader-warc"

#include "config.h"

#include "reading/plx-reader.h"

#include <string.h>

#include "reading/plx-charset.h"
#include "reading/article/plx-draft.h"
#include "reading/web/plx-http.h"
#include "reading/plx-part.h"
#include "reading/web/plx-warc.h"

/* The head of an answer is no longer; a page or a PDF file is not larger. */
#define HEAD_BYTES (64 * 1024)
#define MAX_PAGE (32 * 1024 * 1024)

/* More articles are no collection that somebody wants to compare. */
#define MAX_PAGES 20000

/* So many pages without an article are named one by one. */
#define MAX_NAMED 200

/* An article has two paragraphs or more, and not less than this in them. */
#define MIN_PARAGRAPHS 2
#define MIN_PROSE 250

/* A page with less on it is a frame for an advertisement, or nothing at all. */
#define MIN_PAGE 100

/**
 * Crawl:
 * @source: the archive
 * @batch: gets its articles
 * @by_address: address → place in the batch, one more
 * @by_text: digests of texts that are in the batch
 * @digests: digests of what was read, as the archive has them
 * @n_pages: articles so far
 * @n_empty: pages without one
 *
 * An archive while it is read.
 */
typedef struct
{
  const PlxSource *source;
  PlxReadingBatch *batch;
  GHashTable      *by_address;
  GHashTable      *by_text;
  GHashTable      *digests;
  guint            n_pages;
  guint            n_empty;
} Crawl;

static gboolean
reader_warc_accepts (const guint8 *data,
                     gsize         length)
{
  return length >= 9 && (memcmp (data, "WARC/0.1", 8) == 0 || memcmp (data, "WARC/1.", 7) == 0);
}

/* One address is written in many ways: “http://www.a.example/b/#c”, “https://a.example/b”. */
static char *
normalise_address (const char *address)
{
  const char *start = strstr (address, "://");
  char *plain;
  gsize length;

  start = start != NULL ? start + strlen ("://") : address;
  if (strncmp (start, "www.", 4) == 0)
    start += 4;
  plain = g_strndup (start, strcspn (start, "#"));
  length = strlen (plain);
  if (length > 0 && plain[length - 1] == '/')
    plain[length - 1] = '\0';

  return plain;
}

static char *
digest_text (PlxDocument *document)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < plx_document_get_n_blocks (document); i++)
    {
      const PlxBlockSpan *block = plx_document_get_block (document, i);

      if (block->kept)
        g_checksum_update (checksum, (const guchar *) document->text->str + block->start,
                           block->end - block->start);
    }

  return g_strdup (g_checksum_get_string (checksum));
}

static void
remember (Crawl       *self,
          PlxDocument *document,
          guint        place)
{
  const char *address = document->fields[PLX_FIELD_ADDRESS];

  g_hash_table_add (self->by_text, digest_text (document));
  if (address != NULL)
    g_hash_table_insert (self->by_address, normalise_address (address),
                         GUINT_TO_POINTER (place + 1));
}

/* A collection of archives is one crawl: what another file of it has brought in is known. */
static void
remember_others (Crawl *self)
{
  for (guint i = 0; i < self->batch->documents->len; i++)
    {
      PlxDocument *document = self->batch->documents->pdata[i];

      if (strcmp (document->format, "warc") == 0)
        remember (self, document, i);
    }
}

/* Of two captures of one address the later wins, unless they say the same. */
static void
add_document (Crawl       *self,
              PlxDocument *document,
              const char  *address)
{
  g_autofree char *digest = digest_text (document);
  g_autofree char *plain = normalise_address (address);
  guint place;

  if (g_hash_table_contains (self->by_text, digest))
    return;

  place = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_address, plain));
  if (place > 0)
    {
      plx_reading_batch_give_held (self->batch, document);
      plx_document_unref (self->batch->documents->pdata[place - 1]);
      self->batch->documents->pdata[place - 1] = plx_document_ref (document);
    }
  else
    {
      plx_reading_batch_add (self->batch, plx_document_ref (document));
      place = self->batch->documents->len;
      self->n_pages++;
    }

  g_hash_table_insert (self->by_address, g_steal_pointer (&plain), GUINT_TO_POINTER (place));
  remember (self, document, place - 1);
}

static gboolean
has_article (PlxDocument *document)
{
  guint n = 0;

  for (guint i = 0; i < plx_document_get_n_blocks (document) && n < MIN_PARAGRAPHS; i++)
    {
      const PlxBlockSpan *block = plx_document_get_block (document, i);
      g_autofree char *text = plx_document_dup_block (document, i);
      g_autoptr (PlxDraft) draft = plx_draft_new (text, -1);

      n += block->kept && plx_draft_is_prose (draft);
    }

  return n >= MIN_PARAGRAPHS && plx_part_count_prose (document) >= MIN_PROSE;
}

static void
fail (Crawl           *self,
      const char      *name,
      PlxReadingError  code,
      const char      *what)
{
  plx_reading_batch_fail (self->batch, name,
                          g_error_new (PLX_READING_ERROR, code, "“%s” %s", name, what));
}

static void
fail_empty (Crawl       *self,
            PlxDocument *document,
            const char  *name)
{
  if (document->text->len < MIN_PAGE)
    return;

  if (self->n_empty++ < MAX_NAMED)
    fail (self, name, PLX_READING_ERROR_EMPTY,
          "has no article in it: it is a page of links, lines or forms.");
}

static void
take_documents (Crawl           *self,
                PlxReadingBatch *read,
                const char      *name,
                const char      *address,
                gboolean         page)
{
  for (guint i = 0; i < read->documents->len; i++)
    {
      PlxDocument *document = read->documents->pdata[i];

      if (page && !has_article (document))
        {
          fail_empty (self, document, name);
          continue;
        }

      g_set_str (&document->format, "warc");
      if (document->found[PLX_FIELD_ADDRESS] != NULL &&
          strcmp (document->found[PLX_FIELD_ADDRESS], "source") == 0)
        g_set_str (&document->found[PLX_FIELD_ADDRESS], "warc: WARC-Target-URI");
      add_document (self, document, address);
    }

  /* A page that has nothing in it is no loss; a file that can't be read is. */
  g_ptr_array_set_size (read->documents, 0);
  if (!page)
    plx_part_move (read, self->batch);
}

static gboolean
is_one_of (const char        *text,
           const char *const *list)
{
  return text != NULL && g_strv_contains (list, text);
}

static gboolean
is_html (PlxHttpHead *head,
         GByteArray  *content)
{
  static const char *const types[] = { "text/html", "application/xhtml+xml",
                                       "application/vnd.wap.xhtml+xml", NULL };
  gsize length = MIN (content->len, 512);

  return is_one_of (head->content_type, types) ||
         (head->content_type == NULL && plx_reader_html.accepts (content->data, length));
}

static void
read_page (Crawl       *self,
           PlxHttpHead *head,
           GByteArray  *content,
           const char  *name,
           const char  *address)
{
  gboolean html = is_html (head, content);
  const PlxReader *reader = html ? &plx_reader_html : &plx_reader_text;
  g_autoptr (PlxReadingBatch) read = NULL;
  g_autofree char *text = NULL;
  PlxSource part = *self->source;

  part.name = name;
  part.depth++;
  if (self->source->keeper != NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (content->data, content->len);

      plx_source_keep (self->source, bytes, FALSE);
    }
  if (head->charset != NULL)
    text = plx_charset_decode ((const char *) content->data, content->len, head->charset, NULL,
                               NULL);
  if (text != NULL)
    read = plx_part_read_text (&part, reader, text, address);
  else
    read = plx_part_read_with (&part, reader, (const char *) content->data, content->len, address);

  take_documents (self, read, name, address, TRUE);
}

static void
read_file (Crawl      *self,
           GByteArray *content,
           const char *name,
           const char *address)
{
  g_autoptr (PlxReadingBatch) read = plx_reading_batch_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (content->data, content->len);

  plx_source_read_bytes (self->source, read, bytes, address, address);
  take_documents (self, read, name, address, FALSE);
}

/* Whether a record of this kind can be an article at all; an unknown kind has to be looked at. */
static gboolean
is_wanted (PlxHttpHead *head,
           const char  *address)
{
  static const char *const types[] = { "text/html", "application/xhtml+xml", "text/plain",
                                       "application/pdf", "application/vnd.wap.xhtml+xml", NULL };

  if (g_str_has_suffix (address, "/robots.txt") || g_str_has_suffix (address, "/ads.txt"))
    return FALSE;

  return head->content_type == NULL || is_one_of (head->content_type, types);
}

static void
read_content (Crawl       *self,
              PlxHttpHead *head,
              GByteArray  *sent,
              const char  *address)
{
  g_autofree char *name = g_strdup_printf ("%s › %s", self->source->name, address);
  g_autoptr (GByteArray) content = g_byte_array_new ();
  PlxHttpResult result = plx_http_undo (head, sent, MAX_PAGE, content);

  if (result == PLX_HTTP_TOO_LARGE)
    fail (self, name, PLX_READING_ERROR_TOO_LARGE, "is too large for an article.");
  else if (result == PLX_HTTP_UNKNOWN)
    fail (self, name, PLX_READING_ERROR_UNSUPPORTED,
          "is compressed in a way that Parallax does not know.");
  else if (result == PLX_HTTP_BROKEN && content->len == 0)
    fail (self, name, PLX_READING_ERROR_DAMAGED, "is damaged: its content can't be unpacked.");
  else if (content->len > 0 && g_strcmp0 (head->content_type, "application/pdf") == 0)
    read_file (self, content, name, address);
  else if (content->len > 0 &&
           (is_html (head, content) || g_strcmp0 (head->content_type, "text/plain") == 0))
    read_page (self, head, content, name, address);
}

/* The head of what the record holds; `FALSE` where that is no article. */
static gboolean
read_head (PlxHttpHead         *head,
           const PlxWarcRecord *record,
           GByteArray          *start)
{
  memset (head, 0, sizeof *head);
  if (strcmp (record->type, "resource") == 0)
    {
      if (record->content_type != NULL)
        plx_http_head_set_type (head, record->content_type);
      head->status = 200;
      return TRUE;
    }

  return plx_http_head_read (head, (const char *) start->data, start->len) && head->status == 200;
}

static gboolean
is_web_page (const PlxWarcRecord *record)
{
  static const char *const types[] = { "response", "resource", NULL };

  return is_one_of (record->type, types) && record->address != NULL &&
         (strncmp (record->address, "http://", 7) == 0 ||
          strncmp (record->address, "https://", 8) == 0);
}

static gboolean
read_record (Crawl                *self,
             PlxWarc              *warc,
             const PlxWarcRecord  *record,
             GError              **error)
{
  g_autoptr (GByteArray) block = NULL;
  g_autoptr (GByteArray) rest = NULL;
  PlxHttpHead head;
  gboolean wanted;

  if (!is_web_page (record))
    return TRUE;
  /* The same page under two addresses, or sent twice. */
  if (record->digest != NULL &&
      !g_hash_table_add (self->digests, g_strconcat (record->digest, " ", record->type, NULL)))
    return TRUE;

  block = plx_warc_read (warc, HEAD_BYTES, error);
  if (block == NULL)
    return FALSE;

  wanted = read_head (&head, record, block) && is_wanted (&head, record->address);
  if (wanted && plx_warc_get_left (warc) > MAX_PAGE)
    {
      g_autofree char *name = g_strdup_printf ("%s › %s", self->source->name, record->address);

      fail (self, name, PLX_READING_ERROR_TOO_LARGE, "is too large for an article.");
      wanted = FALSE;
    }
  if (wanted)
    {
      rest = plx_warc_read (warc, MAX_PAGE, error);
      if (rest != NULL)
        {
          g_byte_array_remove_range (block, 0, head.length);
          g_byte_array_append (block, rest->data, rest->len);
          read_content (self, &head, block, record->address);
        }
    }
  plx_http_head_clear (&head);

  return !wanted || rest != NULL;
}

static void
tell_faults (Crawl   *self,
             PlxWarc *warc)
{
  const char *name = self->source->name;

  if (self->n_empty > MAX_NAMED)
    {
      g_autofree char *what = g_strdup_printf ("has %u more pages without an article in them.",
                                               self->n_empty - MAX_NAMED);

      fail (self, name, PLX_READING_ERROR_EMPTY, what);
    }
  if (self->n_pages >= MAX_PAGES)
    fail (self, name, PLX_READING_ERROR_TOO_LARGE,
          "has more articles in it than Parallax takes from one file.");
  if (plx_warc_is_damaged (warc))
    fail (self, name, PLX_READING_ERROR_DAMAGED,
          "is damaged, or breaks off. What could be read of it was read.");
}

static gboolean
read_records (Crawl    *self,
              PlxWarc  *warc,
              GError  **error)
{
  g_autoptr (GError) system = NULL;
  PlxWarcRecord record;

  while (self->n_pages < MAX_PAGES && plx_warc_next (warc, &record, &system))
    {
      gboolean done = read_record (self, warc, &record, &system);

      plx_warc_record_clear (&record);
      if (!done)
        break;
    }

  if (system == NULL)
    return TRUE;
  plx_reading_set_system_error (self->source->name, system, error);

  return FALSE;
}

static gboolean
reader_warc_read (const PlxSource  *source,
                  PlxReadingBatch  *batch,
                  GError          **error)
{
  g_autoptr (PlxWarc) warc = plx_warc_new (source->stream, source->cancellable);
  Crawl crawl = { .source = source, .batch = batch };
  gboolean done;

  crawl.by_address = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  crawl.by_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  crawl.digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  remember_others (&crawl);

  done = read_records (&crawl, warc, error);
  if (done)
    tell_faults (&crawl, warc);

  g_hash_table_unref (crawl.by_address);
  g_hash_table_unref (crawl.by_text);
  g_hash_table_unref (crawl.digests);

  return done;
}

const PlxReader plx_reader_warc = {
  .format = "warc",
  .accepts = reader_warc_accepts,
  .read = reader_warc_read,
};
