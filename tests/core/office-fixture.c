/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "office-fixture.h"

#include <string.h>

#include <archive.h>
#include <archive_entry.h>

#define CHUNK (64 * 1024)

static la_ssize_t
write_cb (struct archive *archive,
          void           *data,
          const void     *buffer,
          size_t          length)
{
  g_byte_array_append (data, buffer, length);

  return length;
}

static struct archive *
open_writer (GByteArray *bytes,
             int         format,
             int         filter,
             const char *password)
{
  struct archive *archive = archive_write_new ();

  archive_write_set_format (archive, format);
  if (filter != 0)
    archive_write_add_filter (archive, filter);
  if (password != NULL)
    {
      g_assert_cmpint (archive_write_set_options (archive, "zip:encryption=traditional"), ==,
                       ARCHIVE_OK);
      archive_write_set_passphrase (archive, password);
    }
  /* No zeros behind the end. */
  archive_write_set_bytes_in_last_block (archive, 1);
  archive_write_open (archive, bytes, NULL, write_cb, NULL);

  return archive;
}

static void
write_head (struct archive *archive,
            const char     *name,
            guint64         size)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, size);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_filetype (entry, g_str_has_suffix (name, "/") ? AE_IFDIR : AE_IFREG);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  archive_entry_free (entry);
}

static void
write_files (struct archive *archive,
             const char     *name,
             va_list         list)
{
  for (; name != NULL; name = va_arg (list, const char *))
    {
      const char *text = va_arg (list, const char *);

      write_head (archive, name, strlen (text));
      archive_write_data (archive, text, strlen (text));
    }
}

/**
 * office_pack:
 * @format: a format of libarchive
 * @filter: how it is compressed as a whole, or 0
 * @password: (nullable): what locks it
 * @...: names and texts
 *
 * Returns: (transfer full): an archive
 */
GBytes *
office_pack (int         format,
             int         filter,
             const char *password,
             ...)
{
  GByteArray *bytes = g_byte_array_new ();
  struct archive *archive = open_writer (bytes, format, filter, password);
  va_list list;

  va_start (list, password);
  write_files (archive, va_arg (list, const char *), list);
  va_end (list);
  archive_write_free (archive);

  return g_byte_array_free_to_bytes (bytes);
}

GBytes *
office_zip (const char *name,
            ...)
{
  GByteArray *bytes = g_byte_array_new ();
  struct archive *archive = open_writer (bytes, ARCHIVE_FORMAT_ZIP, 0, NULL);
  va_list list;

  va_start (list, name);
  write_files (archive, name, list);
  va_end (list);
  archive_write_free (archive);

  return g_byte_array_free_to_bytes (bytes);
}

/**
 * office_pack_zeros:
 * @size: bytes
 *
 * Returns: (transfer full): an archive with one file, which is nothing but zeros
 */
GBytes *
office_pack_zeros (int     format,
                   int     filter,
                   guint64 size)
{
  GByteArray *bytes = g_byte_array_new ();
  struct archive *archive = open_writer (bytes, format, filter, NULL);
  g_autofree char *zeros = g_malloc0 (CHUNK);

  write_head (archive, "zeros.txt", size);
  for (guint64 done = 0; done < size; done += CHUNK)
    archive_write_data (archive, zeros, MIN (CHUNK, size - done));
  archive_write_free (archive);

  return g_byte_array_free_to_bytes (bytes);
}

GBytes *
office_cut (GBytes *bytes,
            gsize   length)
{
  return g_bytes_new_from_bytes (bytes, 0, MIN (length, g_bytes_get_size (bytes)));
}

PlxReadingBatch *
office_read (GBytes     *bytes,
             const char *name)
{
  PlxReadingBatch *batch = plx_reading_batch_new ();

  plx_reading_batch_read_bytes (batch, bytes, name, NULL, NULL, NULL);

  return batch;
}

PlxDocument *
office_read_one (GBytes     *bytes,
                 const char *name)
{
  g_autoptr (PlxReadingBatch) batch = office_read (bytes, name);

  for (guint i = 0; i < batch->failures->len; i++)
    g_assert_no_error (((PlxReadingFailure *) batch->failures->pdata[i])->error);
  g_assert_cmpuint (batch->documents->len, ==, 1);
  for (guint i = 0; i < plx_document_get_n_blocks (batch->documents->pdata[0]); i++)
    {
      const PlxBlockSpan *block = plx_document_get_block (batch->documents->pdata[0], i);
      g_autofree char *text = plx_document_dup_block (batch->documents->pdata[0], i);

      g_test_message ("%s %s | %s", plx_enum_to_nick (PLX_TYPE_ROLE, block->role),
                      plx_enum_to_nick (PLX_TYPE_CUT_REASON, block->reason), text);
    }

  return plx_document_ref (batch->documents->pdata[0]);
}

const PlxBlockSpan *
office_find_block (PlxDocument *document,
                   const char  *start)
{
  for (guint i = 0; i < plx_document_get_n_blocks (document); i++)
    {
      const PlxBlockSpan *block = plx_document_get_block (document, i);

      if (strncmp (document->text->str + block->start, start, strlen (start)) == 0)
        return block;
    }

  return NULL;
}

/* That nothing of @bytes comes in, and that this is why. */
void
office_assert_fails (GBytes *bytes,
                     int     code)
{
  g_autoptr (PlxReadingBatch) batch = office_read (bytes, "bad");

  g_assert_cmpuint (batch->documents->len, ==, 0);
  g_assert_cmpuint (batch->failures->len, ==, 1);
  g_assert_error (((PlxReadingFailure *) batch->failures->pdata[0])->error, PLX_READING_ERROR,
                  code);
}

/* Whatever is wrong in a file, it comes in or there is a reason, and nothing breaks. */
void
office_flip (GBytes *bytes,
             guint   times)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20140304);
  gsize length = g_bytes_get_size (bytes);

  for (guint i = 0; i < times; i++)
    {
      guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), length);
      g_autoptr (PlxReadingBatch) batch = plx_reading_batch_new ();
      g_autoptr (GBytes) broken = NULL;

      for (guint k = g_rand_int_range (random, 1, 4); k > 0; k--)
        copy[g_rand_int_range (random, 0, length)] ^= 1 << g_rand_int_range (random, 0, 8);
      broken = g_bytes_new_take (copy, length);
      plx_reading_batch_read_bytes (batch, broken, "flipped", NULL, NULL, NULL);
      g_assert_cmpuint (batch->documents->len + batch->failures->len, >, 0);
    }
}
