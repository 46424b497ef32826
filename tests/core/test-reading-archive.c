/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>
#include <sys/resource.h>

#include <archive.h>

#include "office-fixture.h"

/* Of our own writing. */
#define FERRY "Ferry is late again\n\nThe morning ferry left two hours late on Tuesday because " \
              "its captain had not come to work, the company said.\n"
#define LAMP "Lamp is lit again\n\nThe lamp of the old lighthouse was lit again on Monday after " \
             "eleven years in the dark, its keeper said.\n"
#define PAGE "<!doctype html><html><head><title>Tide</title></head><body><h1>Tide is high</h1>" \
             "<p>The tide was higher on Sunday than it has been for thirty years, the harbour " \
             "office said in a note.</p></body></html>"

#define GIGABYTE (G_GUINT64_CONSTANT (1) << 30)

static PlxReadingFailure *
get_failure (PlxReadingBatch *batch,
             guint            index)
{
  return batch->failures->pdata[index];
}

static void
test_archive_files (void)
{
  static const int formats[] = { ARCHIVE_FORMAT_ZIP, ARCHIVE_FORMAT_7ZIP,
                                 ARCHIVE_FORMAT_TAR_PAX_RESTRICTED };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GBytes) bytes = office_pack (formats[i], 0, NULL, "news/", "", "news/ferry.txt",
                                              FERRY, "news/tide.html", PAGE, NULL);
      g_autoptr (PlxReadingBatch) batch = office_read (bytes, "saved");

      g_assert_cmpuint (batch->failures->len, ==, 0);
      g_assert_cmpuint (batch->documents->len, ==, 2);
      g_assert_cmpstr (((PlxDocument *) batch->documents->pdata[0])->format, ==, "text");
      g_assert_cmpstr (((PlxDocument *) batch->documents->pdata[0])->source, ==,
                       "saved › news/ferry.txt");
      g_assert_cmpstr (((PlxDocument *) batch->documents->pdata[1])->format, ==, "html");
    }
}

static void
test_archive_packed (void)
{
  static const int filters[] = { ARCHIVE_FILTER_GZIP, ARCHIVE_FILTER_BZIP2, ARCHIVE_FILTER_XZ,
                                 ARCHIVE_FILTER_ZSTD };

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autoptr (GBytes) one = office_pack (ARCHIVE_FORMAT_RAW, filters[i], NULL, "ferry.txt",
                                            FERRY, NULL);
      g_autoptr (GBytes) tar = office_pack (ARCHIVE_FORMAT_TAR_USTAR, filters[i], NULL,
                                            "ferry.txt", FERRY, "lamp.txt", LAMP, NULL);
      g_autoptr (PlxDocument) document = office_read_one (one, "ferry.txt.gz");
      g_autoptr (PlxReadingBatch) batch = office_read (tar, "saved.tar.gz");

      g_assert_cmpstr (document->fields[PLX_FIELD_HEADLINE], ==, "Ferry is late again");
      g_assert_cmpuint (batch->failures->len, ==, 0);
      g_assert_cmpuint (batch->documents->len, ==, 2);
    }
}

static void
test_archive_members (void)
{
  g_autoptr (GBytes) first = office_pack (ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP, NULL, "a",
                                          "Ferry is late again\n\nThe morning ferry left two "
                                          "hours late on Tuesday because its captain ", NULL);
  g_autoptr (GBytes) second = office_pack (ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP, NULL, "b",
                                           "had not come to work, the company said.\n", NULL);
  GByteArray *both = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PlxDocument) document = NULL;

  g_byte_array_append (both, g_bytes_get_data (first, NULL), g_bytes_get_size (first));
  g_byte_array_append (both, g_bytes_get_data (second, NULL), g_bytes_get_size (second));
  bytes = g_byte_array_free_to_bytes (both);
  document = office_read_one (bytes, "two.gz");

  g_assert_nonnull (strstr (document->text->str, "its captain had not come to work"));
}

static void
test_archive_litter (void)
{
  g_autoptr (GBytes) bytes = office_zip ("__MACOSX/._ferry.txt", "\1\2\3\4", ".DS_Store", "\1\2",
                                         "ferry.txt", FERRY, "Tide_files/ad.html", PAGE,
                                         "Tide_files/run.js", "run ();", "Tide.html", PAGE,
                                         "my_files/lamp.txt", LAMP, NULL);
  g_autoptr (PlxReadingBatch) batch = office_read (bytes, "saved.zip");

  g_assert_cmpuint (batch->failures->len, ==, 0);
  g_assert_cmpuint (batch->documents->len, ==, 3);
}

static void
test_archive_unsafe (void)
{
  static const char *const names[] = { "../ferry.txt", "/etc/ferry.txt", "a/../../ferry.txt",
                                       "..\\ferry.txt", "C:\\ferry.txt" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GBytes) bytes = office_zip (names[i], FERRY, "lamp.txt", LAMP, NULL);
      g_autoptr (PlxReadingBatch) batch = office_read (bytes, "bad.zip");

      g_assert_cmpuint (batch->documents->len, ==, 1);
      g_assert_cmpuint (batch->failures->len, ==, 1);
      g_assert_error (get_failure (batch, 0)->error, PLX_READING_ERROR, PLX_READING_ERROR_UNSAFE);
    }
}

static void
test_archive_password (void)
{
  g_autoptr (GBytes) bytes = office_pack (ARCHIVE_FORMAT_ZIP, 0, "secret", "ferry.txt", FERRY,
                                          NULL);

  office_assert_fails (bytes, PLX_READING_ERROR_PASSWORD);
}

/* A bomb fails before it has gone off: in a moment, and in little memory. */
static void
test_archive_bombs (void)
{
  g_autoptr (GBytes) zip = office_pack_zeros (ARCHIVE_FORMAT_ZIP, 0, GIGABYTE / 10);
  g_autoptr (GBytes) packed = office_pack_zeros (ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP,
                                                 GIGABYTE / 10);
  g_autoptr (GBytes) tar = office_pack_zeros (ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_ZSTD,
                                              GIGABYTE);
  GBytes *const bombs[] = { zip, packed, tar };
  struct rusage before, after;

  getrusage (RUSAGE_SELF, &before);
  g_test_timer_start ();
  for (guint i = 0; i < G_N_ELEMENTS (bombs); i++)
    {
      g_autoptr (PlxReadingBatch) batch = office_read (bombs[i], "bomb");

      g_assert_cmpuint (batch->documents->len, ==, 0);
      g_assert_cmpuint (batch->failures->len, >, 0);
    }
  g_assert_cmpfloat (g_test_timer_elapsed (), <, 3);
  getrusage (RUSAGE_SELF, &after);
  /* KiB */
  g_assert_cmpint (after.ru_maxrss - before.ru_maxrss, <, 64 * 1024);
}

static void
test_archive_in_archive (void)
{
  g_autoptr (GBytes) bytes = office_zip ("ferry.txt", FERRY, NULL);

  for (guint depth = 1; depth < 20; depth++)
    {
      GByteArray *array = g_byte_array_new ();
      g_autoptr (PlxReadingBatch) batch = office_read (bytes, "nested.zip");
      const guint8 *data = g_bytes_get_data (bytes, NULL);

      if (depth <= 8)
        g_assert_cmpuint (batch->documents->len, ==, 1);
      else
        g_assert_error (get_failure (batch, 0)->error, PLX_READING_ERROR,
                        PLX_READING_ERROR_TOO_DEEP);

      /* A TAR by hand, since the content has NULs: its head, the content, and zeros. */
      g_byte_array_set_size (array, 512);
      memset (array->data, 0, 512);
      g_snprintf ((char *) array->data, 100, "inner.zip");
      g_snprintf ((char *) array->data + 100, 8, "0000644");
      g_snprintf ((char *) array->data + 124, 12, "%011" G_GINT64_MODIFIER "o",
                  (guint64) g_bytes_get_size (bytes));
      memcpy (array->data + 257, "ustar\0" "00", 8);
      memset (array->data + 148, ' ', 8);
      array->data[156] = '0';
      {
        guint sum = 0;

        for (guint i = 0; i < 512; i++)
          sum += array->data[i];
        g_snprintf ((char *) array->data + 148, 8, "%06o", sum);
      }
      g_byte_array_append (array, data, g_bytes_get_size (bytes));
      g_byte_array_set_size (array, (array->len + 511) / 512 * 512);

      g_bytes_unref (bytes);
      bytes = g_byte_array_free_to_bytes (array);
    }
}

static void
test_archive_truncated (void)
{
  g_autoptr (GBytes) zip = office_zip ("ferry.txt", FERRY, "lamp.txt", LAMP, NULL);
  g_autoptr (GBytes) packed = office_pack (ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP, NULL,
                                           "ferry.txt", FERRY, "lamp.txt", LAMP, NULL);
  g_autoptr (GBytes) seven = office_pack (ARCHIVE_FORMAT_7ZIP, 0, NULL, "ferry.txt", FERRY, NULL);
  GBytes *const whole[] = { zip, packed, seven };

  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    for (gsize length = 8; length + 40 < g_bytes_get_size (whole[i]); length += 7)
      {
        g_autoptr (GBytes) bytes = office_cut (whole[i], length);
        g_autoptr (PlxReadingBatch) batch = office_read (bytes, "cut");

        /* What is missing may be no more than the table at the end. */
        g_assert_true (batch->failures->len > 0 || batch->documents->len == (i < 2 ? 2 : 1));
        for (guint k = 0; k < batch->failures->len; k++)
          g_assert_cmpint (get_failure (batch, k)->error->domain, ==, PLX_READING_ERROR);
      }
}

static void
test_archive_flipped (void)
{
  g_autoptr (GBytes) zip = office_zip ("ferry.txt", FERRY, "tide.html", PAGE, NULL);
  g_autoptr (GBytes) tar = office_pack (ARCHIVE_FORMAT_TAR_USTAR, 0, NULL, "a", FERRY, NULL);
  g_autoptr (GBytes) seven = office_pack (ARCHIVE_FORMAT_7ZIP, 0, NULL, "ferry.txt", FERRY, NULL);
  g_autoptr (GBytes) packed = office_pack (ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP, NULL, "a",
                                           FERRY, NULL);

  office_flip (zip, 700);
  office_flip (tar, 200);
  office_flip (seven, 500);
  office_flip (packed, 300);
}

#define RECORD(address, length, text) \
  "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: " address "\r\n" \
  "Content-Length: " length "\r\n\r\n" \
  "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>" text "\r\n\r\n"
#define HTML_FERRY \
  "Ferry is late again</title><h1>Ferry is late again</h1><p>The morning ferry left two hours " \
  "late on Tuesday because its captain had not come to work, said the company.</p><p>About " \
  "ninety passengers waited on the quay, and some ate cake from the harbour bakery until the " \
  "company had found another captain on the beach.</p>"

/* Of a web archive, the pages are read, and not the tables about them. */
static void
test_archive_wacz (void)
{
  g_autofree char *length = g_strdup_printf ("%" G_GSIZE_FORMAT,
                                             strlen (HTML_FERRY) + 51);
  g_autofree char *record = g_strdup_printf (RECORD ("https://selwyn.example/ferry", "%s", "%s"),
                                             length, HTML_FERRY);
  g_autoptr (GBytes) packed = office_pack (ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP, NULL,
                                           "data.warc", record, NULL);
  g_autoptr (GBytes) bytes = office_zip ("pages/pages.jsonl", "{\"format\": \"pages\"}\n",
                                         "archive/data.warc", record, "datapackage.json",
                                         "{\"profile\": \"data-package\"}", NULL);
  GBytes *const files[] = { bytes, packed };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (PlxDocument) document = office_read_one (files[i], "web");

      g_assert_cmpstr (document->fields[PLX_FIELD_HEADLINE], ==, "Ferry is late again");
      g_assert_cmpstr (document->fields[PLX_FIELD_ADDRESS], ==, "https://selwyn.example/ferry");
    }
}

static void
test_archive_other_office (void)
{
  g_autoptr (GBytes) sheet = office_zip ("[Content_Types].xml", "<Types/>", "xl/workbook.xml",
                                         "<workbook/>", NULL);

  office_assert_fails (sheet, PLX_READING_ERROR_UNSUPPORTED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reading/archive/files", test_archive_files);
  g_test_add_func ("/reading/archive/packed", test_archive_packed);
  g_test_add_func ("/reading/archive/members", test_archive_members);
  g_test_add_func ("/reading/archive/litter", test_archive_litter);
  g_test_add_func ("/reading/archive/unsafe", test_archive_unsafe);
  g_test_add_func ("/reading/archive/password", test_archive_password);
  g_test_add_func ("/reading/archive/bombs", test_archive_bombs);
  g_test_add_func ("/reading/archive/in-archive", test_archive_in_archive);
  g_test_add_func ("/reading/archive/truncated", test_archive_truncated);
  g_test_add_func ("/reading/archive/flipped", test_archive_flipped);
  g_test_add_func ("/reading/archive/wacz", test_archive_wacz);
  g_test_add_func ("/reading/archive/other-office", test_archive_other_office);

  return g_test_run ();
}
