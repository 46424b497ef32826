/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "made-pages.h"

#define PAGE(title, extra) \
  "<!DOCTYPE html><html><head><title>" title "</title></head><body><h1>" title "</h1>" PIER_HTML \
  extra "</body></html>"

#define HTML_HEAD "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=UTF-8\r\n\r\n"

static void
add_record (GString    *warc,
            const char *fields,
            const char *head,
            const char *body,
            gssize      length)
{
  gsize bytes = length < 0 ? strlen (body) : (gsize) length;

  g_string_append_printf (warc, "WARC/1.0\r\n%sWARC-Date: 2014-03-06T10:00:00Z\r\n"
                          "Content-Length: %" G_GSIZE_FORMAT "\r\n\r\n%s",
                          fields, strlen (head) + bytes, head);
  g_string_append_len (warc, body, bytes);
  g_string_append (warc, "\r\n\r\n");
}

static void
add_response (GString    *warc,
              const char *address,
              const char *head,
              const char *body,
              gssize      length)
{
  g_autofree char *fields = g_strdup_printf (
      "WARC-Type: response\r\nWARC-Target-URI: <%s>\r\n"
      "Content-Type: application/http; msgtype=response\r\n", address);

  add_record (warc, fields, head, body, length);
}

static GString *
new_archive (void)
{
  GString *warc = g_string_new (NULL);

  add_record (warc, "WARC-Type: warcinfo\r\nContent-Type: application/warc-fields\r\n", "",
              "software: made by hand\r\n", -1);

  return warc;
}

static PlxReadingBatch *
read_archive (GString *warc)
{
  return read_batch (warc->str, warc->len);
}

static GBytes *
deflate (const char            *text,
         GZlibCompressorFormat  format)
{
  g_autoptr (GConverter) converter = G_CONVERTER (g_zlib_compressor_new (format, 9));
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  GBytes *packed = g_converter_convert_bytes (converter, bytes, NULL);

  g_assert_nonnull (packed);

  return packed;
}

static void
test_pages (void)
{
  g_autoptr (GString) warc = new_archive ();
  g_autoptr (PlxReadingBatch) batch = NULL;
  PlxDocument *page;

  add_response (warc, "https://selwyn.example/1", HTML_HEAD, PAGE ("Ferry pier to close", ""), -1);
  add_record (warc, "WARC-Type: request\r\nWARC-Target-URI: https://selwyn.example/1\r\n",
              "GET /1 HTTP/1.1\r\n\r\n", "", -1);
  add_response (warc, "https://selwyn.example/gone", "HTTP/1.1 404 Not Found\r\n"
                "Content-Type: text/html\r\n\r\n", PAGE ("Not found", "<p>a</p>"), -1);
  add_response (warc, "https://selwyn.example/a.css", "HTTP/1.1 200 OK\r\nContent-Type: text/css"
                "\r\n\r\n", "p { color: red; }", -1);
  add_response (warc, "https://selwyn.example/links", HTML_HEAD,
                "<html><ul><li><a href=a>One article of ours about goats</a></li>"
                "<li><a href=b>Another article of ours, about boats and piers</a></li>"
                "<li><a href=c>A third article, about nothing in particular</a></li></ul>", -1);
  add_record (warc, "WARC-Type: resource\r\nWARC-Target-URI: https://selwyn.example/2\r\n"
              "Content-Type: text/html\r\n", "", PAGE ("Goats at sea", "<p>And a goat it was.</p>"),
              -1);
  batch = read_archive (warc);

  g_assert_cmpuint (batch->documents->len, ==, 2);
  g_assert_cmpuint (batch->failures->len, ==, 1);
  assert_failure (batch, PLX_READING_ERROR_EMPTY);
  page = batch->documents->pdata[0];
  assert_pier (page);
  g_assert_cmpstr (page->format, ==, "warc");
  g_assert_cmpstr (page->source, ==, "file › https://selwyn.example/1");
  assert_field (page, PLX_FIELD_ADDRESS, "https://selwyn.example/1", "warc: WARC-Target-URI");
  g_assert_null (page->fields[PLX_FIELD_PUBLISHED]);
  page = batch->documents->pdata[1];
  g_assert_cmpstr (page->fields[PLX_FIELD_HEADLINE], ==, "Goats at sea");
}

static void
test_codings (void)
{
  static const struct
  {
    const char            *name;
    GZlibCompressorFormat  format;
  } codings[] = {
    { "gzip", G_ZLIB_COMPRESSOR_FORMAT_GZIP },
    { "deflate", G_ZLIB_COMPRESSOR_FORMAT_ZLIB },
    { "deflate", G_ZLIB_COMPRESSOR_FORMAT_RAW },
  };

  for (guint i = 0; i < G_N_ELEMENTS (codings); i++)
    {
      g_autoptr (GString) warc = new_archive ();
      g_autoptr (GBytes) packed = deflate (PAGE ("Pier", ""), codings[i].format);
      g_autoptr (GString) body = g_string_new (NULL);
      g_autofree char *head = g_strdup_printf (
          "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n"
          "Content-Encoding: %s\r\n\r\n", codings[i].name);
      const char *data = g_bytes_get_data (packed, NULL);
      gsize length = g_bytes_get_size (packed);
      g_autoptr (PlxReadingBatch) batch = NULL;

      g_string_append (body, "0064;x=y\r\n");
      g_string_append_len (body, data, 100);
      g_string_append_printf (body, "\r\n%lX\r\n", (unsigned long) length - 100);
      g_string_append_len (body, data + 100, length - 100);
      g_string_append (body, "\r\n0\r\n\r\n");
      add_response (warc, "https://selwyn.example/1", head, body->str, body->len);
      batch = read_archive (warc);

      assert_pier (only_document (batch));
      g_assert_cmpuint (batch->failures->len, ==, 0);
    }
}

/* Programs that make archives undo what the head still says. */
static void
test_head_lies (void)
{
  g_autoptr (GString) warc = new_archive ();
  g_autoptr (PlxReadingBatch) batch = NULL;

  add_response (warc, "https://selwyn.example/1", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
                "Transfer-Encoding: chunked\r\nContent-Encoding: br\r\n\r\n", PAGE ("Pier", ""),
                -1);
  add_response (warc, "https://selwyn.example/2", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
                "Content-Encoding: br\r\n\r\n", "\x8B\x01\x80\xFF\x02", -1);
  batch = read_archive (warc);

  assert_pier (only_document (batch));
  assert_failure (batch, PLX_READING_ERROR_UNSUPPORTED);
}

static void
test_twice (void)
{
  g_autoptr (GString) warc = new_archive ();
  g_autoptr (PlxReadingBatch) batch = NULL;

  add_response (warc, "http://selwyn.example/1", HTML_HEAD, PAGE ("Pier", ""), -1);
  add_response (warc, "https://www.selwyn.example/1/", HTML_HEAD, PAGE ("Pier", ""), -1);
  add_response (warc, "https://selwyn.example/1?print", HTML_HEAD, PAGE ("Pier", "<!-- 2 -->"), -1);
  add_response (warc, "https://selwyn.example/2", HTML_HEAD, PAGE ("Goats", ""), -1);
  add_response (warc, "https://selwyn.example/2", HTML_HEAD,
                PAGE ("Goats", "<p>This article was mended later, after the goats had landed at "
                      "Port Selwyn and nobody had come to meet them.</p>"), -1);
  add_record (warc, "WARC-Type: revisit\r\nWARC-Target-URI: https://selwyn.example/2\r\n",
              HTML_HEAD, "", -1);
  batch = read_archive (warc);

  g_assert_cmpuint (batch->documents->len, ==, 2);
  assert_kept (batch->documents->pdata[1], "This article was mended");
}

static void
test_broken_off (void)
{
  g_autoptr (GString) warc = new_archive ();
  g_autoptr (PlxReadingBatch) batch = NULL;

  add_response (warc, "https://selwyn.example/1", HTML_HEAD, PAGE ("Pier", ""), -1);
  add_response (warc, "https://selwyn.example/2", HTML_HEAD, PAGE ("Goats", "<p>b</p>"), -1);
  batch = read_batch (warc->str, warc->len - 600);

  assert_pier (batch->documents->pdata[0]);
  assert_failure (batch, PLX_READING_ERROR_DAMAGED);
}

/* Between two records stands something else: the second is found again. */
static void
test_rubbish (void)
{
  g_autoptr (GString) warc = new_archive ();
  g_autoptr (PlxReadingBatch) batch = NULL;

  g_string_append (warc, "WARC/1.0\r\nContent-Length: 99999999999999999999999\r\n\r\n");
  g_string_append (warc, "WARC/1.0\r\nContent-Length: -1\r\n\r\nxyz\r\nWARC/1.0\r\nnonsense\r\n");
  add_response (warc, "https://selwyn.example/1", HTML_HEAD, PAGE ("Pier", ""), -1);
  batch = read_archive (warc);

  assert_pier (only_document (batch));
  assert_failure (batch, PLX_READING_ERROR_DAMAGED);
}

static void
test_lengths_lie (void)
{
  static const char *const chunks[] = { "FFFFFFFFFFFFFFFF\r\n" PIER_HTML,
                                        "7FFFFFFFFFFFFFF\r\n<html>" PIER_HTML,
                                        "ffffffff\r\n", "5\r\n" };

  for (guint i = 0; i < G_N_ELEMENTS (chunks); i++)
    {
      g_autoptr (GString) warc = new_archive ();
      g_autoptr (PlxReadingBatch) batch = NULL;

      add_response (warc, "https://selwyn.example/1", "HTTP/1.1 200 OK\r\n"
                    "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n", chunks[i],
                    -1);
      add_response (warc, "https://selwyn.example/2", HTML_HEAD, PAGE ("Pier", ""), -1);
      g_string_append (warc, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/"
                       "\r\nContent-Length: 9223372036854775807\r\n\r\n" HTML_HEAD "<p>x</p>");
      batch = read_archive (warc);

      g_assert_cmpuint (batch->documents->len, >=, 1);
      assert_failure (batch, PLX_READING_ERROR_DAMAGED);
    }
}

static void
test_bomb (void)
{
  g_autoptr (GString) warc = new_archive ();
  g_autofree char *zeros = g_strnfill (60 * 1024 * 1024, ' ');
  g_autoptr (GBytes) packed = deflate (zeros, G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (PlxReadingBatch) batch = NULL;

  add_response (warc, "https://selwyn.example/1", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
                "Content-Encoding: gzip\r\n\r\n", g_bytes_get_data (packed, NULL),
                g_bytes_get_size (packed));
  batch = read_archive (warc);

  assert_failure (batch, PLX_READING_ERROR_TOO_LARGE);
  g_assert_cmpuint (batch->documents->len, ==, 0);
}

static void
test_abused (void)
{
  g_autoptr (GString) warc = new_archive ();
  g_autoptr (GBytes) packed = deflate (PAGE ("Pier", ""), G_ZLIB_COMPRESSOR_FORMAT_GZIP);

  add_response (warc, "https://selwyn.example/1", HTML_HEAD, PAGE ("Pier", ""), -1);
  add_response (warc, "https://selwyn.example/2", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
                "Content-Encoding: gzip\r\n\r\n", g_bytes_get_data (packed, NULL),
                g_bytes_get_size (packed));
  abuse (warc->str, warc->len);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reading-warc/pages", test_pages);
  g_test_add_func ("/reading-warc/codings", test_codings);
  g_test_add_func ("/reading-warc/head-lies", test_head_lies);
  g_test_add_func ("/reading-warc/twice", test_twice);
  g_test_add_func ("/reading-warc/broken-off", test_broken_off);
  g_test_add_func ("/reading-warc/rubbish", test_rubbish);
  g_test_add_func ("/reading-warc/lengths-lie", test_lengths_lie);
  g_test_add_func ("/reading-warc/bomb", test_bomb);
  g_test_add_func ("/reading-warc/abused", test_abused);

  return g_test_run ();
}
