/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "bulk-fixture.h"
#include "reading/tables/plx-bulk.h"

#define HEADER "Title,Date,Text\n"

static void
add_row (GString *table,
         guint    number)
{
  g_string_append_printf (table, "Ferry number %u is late,2014-04-25,\"%s The number was %u.\"\n",
                          number, FERRY, number);
}

static GString *
make_table (guint n)
{
  GString *table = g_string_new (HEADER);

  for (guint i = 0; i < n; i++)
    add_row (table, i + 1);

  return table;
}

/* A mark that never closes costs its own row, and no other. */
static void
test_open_quote (void)
{
  g_autoptr (GString) table = make_table (20);
  g_autoptr (PlxReadingBatch) batch = NULL;

  g_string_append (table, "Office to close,2014-04-26,\"" OFFICE "\n");
  for (guint i = 20; i < 40; i++)
    add_row (table, i + 1);
  batch = read_text (table->str);

  /* The next mark closes it: two rows become one. */
  g_assert_cmpuint (batch->documents->len, >=, 39);

  g_string_truncate (table, 0);
  g_string_append (table, HEADER);
  for (guint i = 0; i < 20; i++)
    g_string_append_printf (table, "Ferry %u,2014-04-25,\"" FERRY " It was number %u.\"\n", i, i);
  g_string_append (table, "Office to close,2014-04-26,\"" OFFICE "\n");
  for (guint i = 20; i < 40; i++)
    g_string_append_printf (table, "Ferry %u,2014-04-25,It was number %u on that day.\n", i, i);
  g_clear_pointer (&batch, plx_reading_batch_free);
  batch = read_text (table->str);

  g_assert_cmpuint (batch->documents->len, ==, 40);
  g_assert_cmpuint (batch->failures->len, ==, 1);
  g_assert_cmpstr (get_failed (batch, 0), ==, "file › row 22");
  g_assert_error (get_error (batch, 0), PLX_READING_ERROR, PLX_READING_ERROR_DAMAGED);
  g_assert_nonnull (strstr (get_error (batch, 0)->message, "quotation mark"));
}

/* Megabytes in which each line opens a mark: neither memory nor time may grow with their square. */
static void
test_open_quotes_in_large_file (void)
{
  g_autoptr (GString) table = g_string_new (HEADER);
  g_autoptr (PlxReadingBatch) batch = NULL;
  char space[4000] = { 0 };
  gint64 start = g_get_monotonic_time ();

  add_row (table, 1);
  memset (space, '\n', sizeof space - 1);
  while (table->len < 20 * 1024 * 1024)
    g_string_append_printf (table, "\"x,a\"b ,c\"d\n\"" FERRY "\n%s", space);
  batch = read_text (table->str);

  g_test_message ("%.2f s", (g_get_monotonic_time () - start) / 1e6);
  g_assert_cmpuint (batch->documents->len, >=, 1);
  g_assert_cmpuint (batch->failures->len, >=, 1);
  g_assert_cmpuint (batch->failures->len, <=, 102);
  g_assert_error (get_error (batch, 0), PLX_READING_ERROR, PLX_READING_ERROR_DAMAGED);
}

static void
test_large_row (void)
{
  g_autoptr (GString) table = make_table (2);
  g_autoptr (PlxReadingBatch) batch = NULL;
  gsize before = table->len;

  g_string_append (table, "Long,2014-04-25,");
  g_string_set_size (table, before + 17 * 1024 * 1024);
  memset (table->str + before + 16, 'a', table->len - before - 16);
  g_string_append_c (table, '\n');
  add_row (table, 4);
  batch = read_text (table->str);

  g_assert_cmpuint (batch->documents->len, ==, 3);
  g_assert_cmpuint (batch->failures->len, ==, 1);
  g_assert_error (get_error (batch, 0), PLX_READING_ERROR, PLX_READING_ERROR_TOO_LARGE);
  g_assert_cmpstr (get_failed (batch, 0), ==, "file › row 4");
}

static PlxReadingBatch *
read_columns (guint n)
{
  g_autoptr (GString) table = g_string_new ("Title,Text");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (table, ",c%u", i);
  g_string_append (table, "\nFerry is late,\"" FERRY "\"");
  for (guint i = 0; i < n; i++)
    g_string_append (table, ",1");
  g_string_append (table, "\nOffice to close,\"" OFFICE "\"");
  for (guint i = 0; i < n; i++)
    g_string_append (table, ",2");

  return read_text (table->str);
}

static void
test_many_columns (void)
{
  g_autoptr (PlxReadingBatch) some = read_columns (1500);
  g_autoptr (PlxReadingBatch) many = read_columns (100000);

  g_assert_cmpuint (some->documents->len, ==, 2);
  g_assert_cmpstr (get (some, 1)->fields[PLX_FIELD_HEADLINE], ==, "Office to close");
  /* Whose names alone are longer than what shows that it is a table; its text is not lost. */
  g_assert_cmpuint (many->documents->len, >=, 1);
}

static void
test_many_failures (void)
{
  g_autoptr (GString) table = make_table (3);
  g_autoptr (PlxReadingBatch) batch = NULL;

  for (guint i = 0; i < 250; i++)
    g_string_append (table, ",2014-04-25,\n");
  batch = read_text (table->str);

  g_assert_cmpuint (batch->documents->len, ==, 3);
  g_assert_cmpuint (batch->failures->len, ==, 101);
  g_assert_nonnull (strstr (get_error (batch, 100)->message, " 150 more rows "));
}

static void
assert_no_article (const char      *text,
                   PlxReadingError  code)
{
  g_autoptr (PlxReadingBatch) batch = read_text (text);

  g_assert_cmpuint (batch->documents->len, ==, 0);
  g_assert_error (get_error (batch, 0), PLX_READING_ERROR, (int) code);
}

/* json-glib calls itself for each bracket; a million would overflow the stack. */
static void
test_deep_json (void)
{
  static const char *const starts[] = { "[{\"title\": \"a\", \"text\": ", "{\"text\": ",
                                        "{\"title\": \"Late\"}\n{\"text\": " };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    for (guint closed = 0; closed < 2; closed++)
      {
        g_autoptr (GString) text = g_string_new (starts[i]);
        g_autoptr (PlxReadingBatch) batch = NULL;
        gsize length = text->len;

        g_string_set_size (text, length + (1 + closed) * 1000000);
        memset (text->str + length, '[', 1000000);
        if (closed)
          memset (text->str + length + 1000000, ']', 1000000);
        if (closed)
          g_string_append (text, i == 0 ? "}]" : "}");
        batch = read_text (text->str);

        g_assert_cmpuint (batch->documents->len, ==, i == 2);
        if (closed)
          g_assert_error (get_error (batch, 0), PLX_READING_ERROR, PLX_READING_ERROR_TOO_DEEP);
        else
          g_assert_error (get_error (batch, 0), PLX_READING_ERROR, PLX_READING_ERROR_DAMAGED);
      }
}

static void
test_broken_json (void)
{
  g_autoptr (PlxReadingBatch) lines =
    read_text ("{\"title\": \"One\", \"text\": \"" FERRY "\"}\n"
               "{\"title\": \"Two\", \"text\": \"The harbour off\n"
               "{\"title\": \"Three\", \"text\": \"" OFFICE "\"}\n"
               "{\"title\": \"Four\", \"text\": }\n"
               "{\"title\": \"Five\", \"text\": \"" PASSENGERS "\"}\n");
  g_autoptr (PlxReadingBatch) array =
    read_text ("[{\"title\": \"One\", \"text\": \"" FERRY "\"},"
               "{\"title\": \"Two\", \"text\": \"The harbour off");

  g_assert_cmpuint (lines->documents->len, ==, 3);
  g_assert_cmpuint (lines->failures->len, ==, 2);
  g_assert_cmpstr (get_failed (lines, 0), ==, "file › line 2");
  g_assert_cmpstr (get_failed (lines, 1), ==, "file › line 4");
  g_assert_error (get_error (lines, 0), PLX_READING_ERROR, PLX_READING_ERROR_DAMAGED);

  g_assert_cmpuint (array->documents->len, ==, 1);
  g_assert_cmpuint (array->failures->len, ==, 1);
  g_assert_error (get_error (array, 0), PLX_READING_ERROR, PLX_READING_ERROR_DAMAGED);

  assert_no_article ("{\"name\": 1, \"size\": 2}", PLX_READING_ERROR_EMPTY);
  assert_no_article ("[{\"a\": 1}, {}]", PLX_READING_ERROR_EMPTY);
}

/* Whatever is cut off or changed, each article that comes out is one that can be kept. */
static void
check (const char *data,
       gsize       length)
{
  g_autoptr (PlxReadingBatch) batch = read_with (data, length, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (PlxBulkTable) table = plx_bulk_inspect_bytes (bytes);

  g_assert_cmpuint (batch->documents->len + batch->failures->len, >, 0);
  for (guint i = 0; i < batch->documents->len; i++)
    g_assert_true (g_utf8_validate (get (batch, i)->text->str, get (batch, i)->text->len, NULL));
  for (guint i = 0; table != NULL && i < table->rows->len; i++)
    g_assert_cmpuint (g_strv_length (table->rows->pdata[i]), ==,
                      plx_columns_get_n (table->columns));
}

static void
test_damage (void)
{
  g_autoptr (GString) csv = make_table (4);
  g_autoptr (GString) json = g_string_new ("[");
  g_autoptr (GRand) rand = g_rand_new_with_seed (17);
  GString *files[2] = { csv, json };

  for (guint i = 0; i < 4; i++)
    g_string_append_printf (json, "%s{\"title\": \"Ferry %u\", \"a\": {\"b\": [1, 2.5, null]}, "
                            "\"text\": \"" FERRY "\\n" PASSENGERS "\"}", i > 0 ? "," : "", i);
  g_string_append_c (json, ']');

  for (guint k = 0; k < G_N_ELEMENTS (files); k++)
    for (guint i = 0; i < 150; i++)
      {
        g_autofree char *copy = g_memdup2 (files[k]->str, files[k]->len);
        gsize length = i % 3 == 0 ? (gsize) g_rand_int_range (rand, 1, files[k]->len)
                                  : files[k]->len;

        for (guint flips = i % 3 * 4; flips > 0; flips--)
          copy[g_rand_int_range (rand, 0, length)] = g_rand_int_range (rand, 0, 256);
        check (copy, length);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bulk/bad/open-quote", test_open_quote);
  g_test_add_func ("/bulk/bad/open-quotes-in-large-file", test_open_quotes_in_large_file);
  g_test_add_func ("/bulk/bad/large-row", test_large_row);
  g_test_add_func ("/bulk/bad/many-columns", test_many_columns);
  g_test_add_func ("/bulk/bad/many-failures", test_many_failures);
  g_test_add_func ("/bulk/bad/deep-json", test_deep_json);
  g_test_add_func ("/bulk/bad/broken-json", test_broken_json);
  g_test_add_func ("/bulk/bad/damage", test_damage);

  return g_test_run ();
}
