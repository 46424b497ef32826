/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library-ages.h"

#include <sqlite3.h>
#include <string.h>

#include "reading/plx-reading.h"

#define PAGE \
  "<html><head><title>Snow closes the pass</title></head><body><article><h1>Snow closes the pass" \
  "</h1><p>Snow closed the pass over the Grauhorn on Friday, the police of the canton said, and " \
  "nobody could tell for how long.</p><p>Forty drivers spent the night in a school.</p></article>" \
  "</body></html>"

#define MAIL \
  "From: Desk <desk@paper.example>\r\nTo: All <all@paper.example>\r\n" \
  "Date: Fri, 12 Jan 2024 10:00:00 +0000\r\nMessage-ID: <1@paper.example>\r\n" \
  "Subject: Snow closes the pass\r\n\r\nSnow closed the pass over the Grauhorn on Friday.\r\n\r\n" \
  "Forty drivers spent the night in a school, the police said.\r\n"

static PlxReadingBatch *
read_content (const char *name,
              GBytes     *bytes)
{
  const PlxReadingOptions options = { .keep_originals = TRUE };
  PlxReadingBatch *batch = plx_reading_batch_new ();

  plx_reading_batch_read_bytes (batch, bytes, name, NULL, &options, NULL);
  g_assert_cmpuint (batch->failures->len, ==, 0);

  return batch;
}

static PlxDocument *
get_document (PlxReadingBatch *batch,
              guint            place)
{
  g_assert_cmpuint (place, <, batch->documents->len);

  return batch->documents->pdata[place];
}

static GBytes *
unpack (PlxDocument *document)
{
  PlxProvenance *provenance = document->provenance;
  g_autoptr (GError) error = NULL;
  g_autofree char *sha256 = NULL;
  GBytes *bytes;

  g_assert_nonnull (provenance);
  bytes = plx_original_unpack (provenance->packed, provenance->size, &error);
  g_assert_no_error (error);
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_assert_cmpstr (sha256, ==, provenance->sha256);

  return bytes;
}

typedef struct
{
  const char *path;
  const char *name;
  const char *content;
} WholeCase;

static const WholeCase whole_cases[] = {
  { "/originals/whole/page", "page.html", PAGE },
  { "/originals/whole/text", "note.txt", "Snow closes the pass\n\nSnow closed it on Friday.\n" },
  { "/originals/whole/markdown", "note.md", "# Snow closes the pass\n\nSnow closed it, *at last*, "
    "on Friday.\n\n- one\n- two\n" },
  { "/originals/whole/mail", "note.eml", MAIL },
  { "/originals/whole/rtf", "note.rtf", "{\\rtf1\\ansi Snow closes the pass\\par Snow closed the "
    "pass over the Grauhorn on Friday, the police said.\\par}" },
  { "/originals/whole/table", "table.csv", "title,text\r\nSnow closes the pass,Snow closed the "
    "pass over the Grauhorn on Friday and nobody could tell for how long.\r\n"
    "Pass open again,The pass over the Grauhorn was open again on Sunday.\r\n" },
  { "/originals/whole/feed", "feed.xml", "<?xml version='1.0'?><rss version='2.0'><channel><title>"
    "The Paper</title><item><title>Snow closes the pass</title><description>Snow closed the pass "
    "over the Grauhorn on Friday, the police said.</description></item></channel></rss>" },
};

static void
test_whole (gconstpointer data)
{
  const WholeCase *the_case = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (the_case->content, strlen (the_case->content));
  g_autoptr (PlxReadingBatch) batch = read_content (the_case->name, bytes);
  g_autoptr (GBytes) plain = NULL;

  g_test_summary ("A file is kept byte for byte, once for all articles in it");

  g_assert_cmpuint (batch->documents->len, >, 0);
  for (guint i = 0; i < batch->documents->len; i++)
    {
      PlxDocument *document = get_document (batch, i);
      g_autoptr (GBytes) original = unpack (document);

      g_assert_true (g_bytes_equal (original, bytes));
      g_assert_false (document->provenance->is_record);
      g_assert_true (document->provenance == get_document (batch, 0)->provenance);
    }
}

static void
test_not_asked (void)
{
  g_autoptr (PlxReadingBatch) batch = plx_reading_batch_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (PAGE, strlen (PAGE));

  g_test_summary ("Who does not want originals does not pay for them");

  plx_reading_batch_read_bytes (batch, bytes, "page.html", NULL, NULL, NULL);
  g_assert_null (get_document (batch, 0)->provenance);
}

/* More than is kept whole. */
static GBytes *
make_table (void)
{
  g_autoptr (GString) table = g_string_new ("title,text,desk\r\n");

  for (guint i = 0; table->len < 5 * 1024 * 1024; i++)
    {
      g_string_append_printf (table, "Report number %u,\"Number %u", i, i);
      for (guint k = 0; k < 40; k++)
        g_string_append (table, ", which nobody had asked for but somebody had written down");
      g_string_append_printf (table, ".\",desk %u\r\n", i % 7);
    }

  return g_string_free_to_bytes (g_steal_pointer (&table));
}

static void
test_record (void)
{
  g_autoptr (GBytes) bytes = make_table ();
  g_autoptr (PlxReadingBatch) batch = read_content ("large.csv", bytes);

  g_test_summary ("Of a large table, the row is kept that an article is read from");

  g_assert_cmpuint (batch->documents->len, >, 1000);
  for (guint i = 0; i < batch->documents->len; i += 500)
    {
      PlxDocument *document = get_document (batch, i);
      g_autofree char *wanted = g_strdup_printf ("\"title\" : \"Report number %u\"", i);
      g_autoptr (GBytes) original = unpack (document);
      g_autofree char *text = g_strndup (g_bytes_get_data (original, NULL),
                                         g_bytes_get_size (original));

      g_assert_true (document->provenance->is_record);
      g_assert_nonnull (strstr (text, wanted));
      g_assert_nonnull (strstr (document->source, "large.csv › row"));
    }
}

static void
test_mailbox (void)
{
  g_autoptr (GString) box = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PlxReadingBatch) batch = NULL;
  g_autoptr (GBytes) original = NULL;

  g_test_summary ("Of a large mailbox, the mail is kept");

  for (guint i = 0; box->len < 5 * 1024 * 1024; i++)
    {
      g_string_append (box, "From desk@paper.example Fri Jan 12 10:00:00 2024\n" MAIL);
      g_string_append_printf (box, "Mail number %u.\n", i);
      for (guint k = 0; k < 2000; k++)
        g_string_append (box, "A line that says as little as all the lines before it.\n");
      g_string_append (box, "\n");
    }
  bytes = g_string_free_to_bytes (g_steal_pointer (&box));
  batch = read_content ("box.mbox", bytes);
  g_assert_cmpuint (batch->documents->len, >, 10);
  original = unpack (get_document (batch, 3));
  g_assert_true (get_document (batch, 3)->provenance->is_record);
  g_assert_cmpuint (g_bytes_get_size (original), <, 200 * 1024);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (original, NULL), g_bytes_get_size (original),
                                  "Mail number 3."));
}

static void
test_packing (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autofree guint8 *noise = g_malloc (200000);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) packed = NULL;
  g_autoptr (GBytes) back = NULL;
  g_autoptr (GBytes) nothing = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 200000; i++)
    noise[i] = g_rand_int_range (random, 0, 256);
  bytes = g_bytes_new (noise, 200000);
  packed = plx_original_pack (bytes);
  back = plx_original_unpack (packed, 200000, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, back));
  g_assert_cmpuint (g_bytes_get_size (packed), <, 201000);

  g_assert_null (plx_original_unpack (packed, 199999, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_clear_error (&error);
  g_assert_null (plx_original_unpack (packed, 200001, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_clear_error (&error);
  g_assert_null (plx_original_unpack (bytes, 200000, &error));
  g_assert_nonnull (error);

  g_clear_pointer (&packed, g_bytes_unref);
  packed = plx_original_pack (empty);
  nothing = plx_original_unpack (packed, 0, NULL);
  g_assert_cmpuint (g_bytes_get_size (nothing), ==, 0);
}

static int
count_originals (const char *path)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;
  int n;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT count(*) FROM original", -1, &statement, NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  n = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (db);

  return n;
}

static void
test_library (void)
{
  g_autofree char *path = fixture_dup_path ("originals.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GBytes) table = g_bytes_new_static (whole_cases[5].content,
                                                 strlen (whole_cases[5].content));
  g_autoptr (PlxReadingBatch) batch = read_content ("table.csv", table);
  const gint64 before = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (PlxStory) story = fixture_add (library, NULL, "Snow", batch->documents, NULL);
  g_autofree char *sha256 = g_strdup (get_document (batch, 0)->provenance->sha256);
  g_autoptr (GBytes) read = NULL;
  g_autoptr (GError) error = NULL;

  g_test_summary ("A library keeps an original once, tells when its articles came, and undoes it");

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (PlxArticle) article = fixture_dup_article (story, i);
      PlxProvenance *provenance = plx_article_get_document (article)->provenance;

      g_assert_cmpstr (provenance->sha256, ==, sha256);
      g_assert_cmpuint (provenance->size, ==, g_bytes_get_size (table));
      g_assert_cmpint (provenance->added, >=, before);
    }
  g_assert_cmpint (count_originals (path), ==, 1);

  g_assert_true (fixture_undo (library, NULL));
  g_assert_true (fixture_redo (library, NULL));
  read = plx_library_read_original (library, sha256, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (read, table));

  g_clear_pointer (&read, g_bytes_unref);
  g_assert_null (plx_library_read_original (library, "0123", &error));
  g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_NOT_FOUND);
  g_clear_error (&error);

  fixture_exec (path, "UPDATE original SET packed = zeroblob(length(packed))");
  g_assert_null (plx_library_read_original (library, sha256, &error));
  g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_CORRUPT);
  plx_library_close (library);
}

static void
test_older_library (void)
{
  g_autofree char *path = fixture_dup_path ("older.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GBytes) page = g_bytes_new_static (PAGE, strlen (PAGE));
  g_autoptr (PlxReadingBatch) batch = read_content ("page.html", page);
  g_autoptr (PlxStory) story = fixture_add (library, NULL, "Snow", batch->documents, NULL);
  g_autoptr (PlxStory) again = NULL;
  g_autoptr (PlxArticle) article = NULL;

  g_test_summary ("Articles of an older library tell nothing, until their file comes in again");

  g_clear_object (&story);
  plx_library_close (library);
  g_clear_object (&library);
  library_age (path, 6);

  library = fixture_open (path);
  story = g_object_ref (plx_library_find_story (library, 1));
  g_assert_true (fixture_load (library, story, NULL));
  article = fixture_dup_article (story, 0);
  g_assert_null (plx_article_get_document (article)->provenance);

  again = fixture_add (library, NULL, "Snow again", batch->documents, NULL);
  g_assert_nonnull (again);
  g_assert_nonnull (plx_article_get_document (article)->provenance);
  g_assert_cmpstr (plx_article_get_document (article)->provenance->sha256, ==,
                   get_document (batch, 0)->provenance->sha256);
  g_assert_cmpint (plx_article_get_document (article)->provenance->added, ==, 0);

  g_assert_true (fixture_undo (library, NULL));
  g_assert_null (plx_article_get_document (article)->provenance);
  g_assert_true (fixture_undo (library, NULL));
  g_assert_cmpuint (fixture_n_stories (library), ==, 0);
  g_assert_true (fixture_redo (library, NULL));
  plx_library_close (library);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (whole_cases); i++)
    g_test_add_data_func (whole_cases[i].path, &whole_cases[i], test_whole);
  g_test_add_func ("/originals/not-asked", test_not_asked);
  g_test_add_func ("/originals/record", test_record);
  g_test_add_func ("/originals/mailbox", test_mailbox);
  g_test_add_func ("/originals/packing", test_packing);
  g_test_add_func ("/originals/library", test_library);
  g_test_add_func ("/originals/older-library", test_older_library);

  return g_test_run ();
}
