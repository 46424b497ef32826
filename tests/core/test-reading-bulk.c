/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "bulk-fixture.h"
#include "reading/tables/plx-bulk.h"

static void
assert_field (PlxDocument *document,
              PlxField     field,
              const char  *value,
              const char  *found)
{
  g_assert_cmpstr (document->fields[field], ==, value);
  g_assert_cmpstr (document->found[field], ==, found);
}

static void
assert_ferry (PlxDocument *document,
              const char  *format)
{
  g_autofree char *kept = dup_kept (document);

  g_assert_cmpstr (document->format, ==, format);
  assert_field (document, PLX_FIELD_HEADLINE, "Ferry is late, again", "column Title");
  assert_field (document, PLX_FIELD_PUBLISHED, "2014-04-25", "column Date");
  assert_field (document, PLX_FIELD_OUTLET, "Selwyn Herald", "column Newspaper");
  g_assert_cmpstr (kept, ==, "Ferry is late, again|" FERRY "|" PASSENGERS);
}

static void
test_csv (void)
{
  g_autoptr (PlxReadingBatch) batch =
    read_text ("id,Title,Date,Newspaper,Text\r\n"
               "1,\"Ferry is late, again\",4/25/2014,Selwyn Herald,\"" FERRY "\r\n\r\n"
               PASSENGERS "\r\n\r\nRead also: Why the lighthouse is painted green\"\r\n"
               "2,\"Office to \"\"close\"\"\",3/6/2014,Selwyn Herald," "\"" OFFICE "\"\r\n");

  g_assert_cmpuint (batch->failures->len, ==, 0);
  g_assert_cmpuint (batch->documents->len, ==, 2);
  assert_ferry (get (batch, 0), "csv");
  g_assert_cmpstr (get (batch, 0)->source, ==, "file › row 2");
  assert_field (get (batch, 1), PLX_FIELD_HEADLINE, "Office to \"close\"", "column Title");
  /* The first row shows that the month stands first in all. */
  assert_field (get (batch, 1), PLX_FIELD_PUBLISHED, "2014-03-06", "column Date");
}

static void
test_dialects (void)
{
  static const struct
  {
    const char *text;
    const char *format;
  } tables[] = {
    { "Title;Date;Newspaper;Text\n"
      "Ferry is late, again;25.04.2014;Selwyn Herald;\"" FERRY "\n" PASSENGERS "\"\n", "csv" },
    { "\xEF\xBB\xBFsep=;\r\nTitle;Date;Newspaper;Text\r\n"
      "Ferry is late, again;2014-04-25;Selwyn Herald;\"" FERRY "\n" PASSENGERS "\"\r\n", "csv" },
    { "Title\tDate\tNewspaper\tText\n"
      "Ferry is late, again\t2014-04-25\tSelwyn Herald\t\"" FERRY "\n" PASSENGERS "\"\n", "tsv" },
    { "Title|Date|Newspaper|Text\n"
      "Ferry is late, again|2014-04-25|Selwyn Herald|\"" FERRY "\n" PASSENGERS "\"\n", "csv" },
    { "\"Title\" , \"Date\", \"Newspaper\", \"Text\"\r"
      "\"Ferry is late, again\", \"2014-04-25\", \"Selwyn Herald\", \"" FERRY "\r" PASSENGERS
      "\"\r", "csv" },
    { "Title,Date,Newspaper,Text\n"
      "\"Ferry is late, again\",2014-04-25,Selwyn Herald," FERRY "\\n" PASSENGERS "\\n\n", "csv" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (PlxReadingBatch) batch = read_text (tables[i].text);

      g_test_message ("%u", i);
      g_assert_cmpuint (batch->failures->len, ==, 0);
      g_assert_cmpuint (batch->documents->len, ==, 1);
      assert_ferry (get (batch, 0), tables[i].format);
    }
}

static void
test_encodings (void)
{
  static const char *const charsets[] = { "UTF-16LE", "UTF-16BE", "windows-1251", "KOI8-R" };
  const char *table =
    "Заголовок;Дата;Текст\n"
    "Паром опоздал;25.04.2014;\"Утренний паром в Остраву вышел во вторник на два часа позже, "
    "потому что капитан не пришёл на работу, сообщила компания.\"\n"
    "Контора закрыта;06.03.2014;\"Портовая контора будет закрываться в полдень, сказано в записке "
    "на её двери. Почему, никто сказать не захотел.\"\n";

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      gsize length;
      g_autofree char *converted = g_convert (table, -1, charsets[i], "UTF-8", NULL, &length, NULL);
      g_autoptr (GString) whole = g_string_new (NULL);
      g_autoptr (PlxReadingBatch) batch = NULL;

      if (i < 2)
        g_string_append_len (whole, i == 0 ? "\xFF\xFE" : "\xFE\xFF", 2);
      g_string_append_len (whole, converted, length);
      batch = read_with (whole->str, whole->len, NULL);

      g_test_message ("%s", charsets[i]);
      g_assert_cmpuint (batch->documents->len, ==, 2);
      assert_field (get (batch, 0), PLX_FIELD_HEADLINE, "Паром опоздал", "column Заголовок");
      assert_field (get (batch, 0), PLX_FIELD_PUBLISHED, "2014-04-25", "column Дата");
    }
}

static void
test_without_header (void)
{
  g_autoptr (PlxReadingBatch) batch =
    read_text ("17,2014-04-25,Ferry is late for the third time,\"" FERRY " " PASSENGERS "\"\n"
               "18,2014-03-06,Harbour office to close at noon,\"" OFFICE " " PASSENGERS "\"\n"
               "19,2014-03-07,Mayor wants a bridge instead,\"" OFFICE " " FERRY "\"\n");

  g_assert_cmpuint (batch->documents->len, ==, 3);
  assert_field (get (batch, 0), PLX_FIELD_HEADLINE, "Ferry is late for the third time",
                "column column 3");
  assert_field (get (batch, 0), PLX_FIELD_PUBLISHED, "2014-04-25", "column column 2");
  g_assert_cmpstr (get (batch, 2)->source, ==, "file › row 3");
}

/* What has commas or brackets and is no table stays an article. */
static void
test_prose_is_no_table (void)
{
  static const char *const texts[] = {
    "Ferry, captain, company\n\n" FERRY "\n\n" PASSENGERS "\n",
    FERRY "\n" FERRY "\n" FERRY "\n" FERRY "\n",
    "Red, white\nGreen, blue\nBlack, grey\nPink, brown\n",
    "[Update: the ferry has left.]\n\n" FERRY "\n\n" PASSENGERS "\n",
    "{{ article.header }}\n\n" FERRY "\n",
    "Port Selwyn, 25 April 2014\nBy Mirela Tandy, Ada Lund\n\n" FERRY "\n",
    "| Day | Ferries |\n|---|---|\n| Monday | 3 |\n| Tuesday | 2 |\n\n" FERRY "\n",
    "Title, date and text\n" FERRY "\n",
    "\tFerry is late\n\t" FERRY "\n\t" PASSENGERS "\n\t" OFFICE "\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PlxReadingBatch) batch = read_text (texts[i]);
      g_autoptr (GBytes) bytes = g_bytes_new (texts[i], strlen (texts[i]));

      g_test_message ("%s", texts[i]);
      g_assert_cmpuint (batch->documents->len, ==, 1);
      g_assert_null (strstr ("csv tsv json jsonl", get (batch, 0)->format));
      g_assert_null (plx_bulk_inspect_bytes (bytes));
    }
}

#define JSON_FERRY                                                                                \
  "{\"id\": 1, \"Title\": \"Ferry is late, again\", \"Date\": \"2014-04-25\", "                   \
  "\"Newspaper\": \"Selwyn Herald\", \"Text\": \"" FERRY "\\n\\n" PASSENGERS "\", \"n\": NaN}"
#define JSON_OFFICE                                                                               \
  "{\"id\": 2, \"Title\": \"Office to close\", \"Newspaper\": \"Selwyn Herald\", "                \
  "\"Text\": [\"" OFFICE "\", \"" PASSENGERS "\"], \"Date\": null}"

static void
test_json (void)
{
  static const struct
  {
    const char *text;
    const char *format;
  } files[] = {
    { "[" JSON_FERRY ", " JSON_OFFICE "]", "json" },
    { "{\"status\": \"ok\", \"reply\": {\"n\": 2, \"docs\": [" JSON_FERRY ",\n" JSON_OFFICE "]}}",
      "json" },
    { "{\"0\": " JSON_FERRY ", \"1\":" JSON_OFFICE "}\n", "json" },
    { "{\"Title\": {\"0\": \"Ferry is late, again\", \"1\": \"Office to close\"}, "
      "\"Date\": {\"0\": \"2014-04-25\"}, \"Newspaper\": {\"0\": \"Selwyn Herald\"}, "
      "\"Text\": {\"0\": [\"" FERRY "\", \"" PASSENGERS "\"], "
      "\"1\": \"" OFFICE "\\n\\n" PASSENGERS "\"}}", "json" },
    { JSON_FERRY "\n" JSON_OFFICE "\n", "jsonl" },
    { "\xEF\xBB\xBF" JSON_FERRY "\r\n\r\n" JSON_OFFICE, "jsonl" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (PlxReadingBatch) batch = read_text (files[i].text);
      g_autofree char *kept = NULL;

      g_test_message ("%s", files[i].text);
      g_assert_cmpuint (batch->failures->len, ==, 0);
      g_assert_cmpuint (batch->documents->len, ==, 2);
      assert_ferry (get (batch, 0), files[i].format);
      kept = dup_kept (get (batch, 1));
      g_assert_cmpstr (kept, ==, "Office to close|" OFFICE "|" PASSENGERS);
    }
}

static void
test_linked_data (void)
{
  g_autoptr (PlxReadingBatch) batch =
    read_text ("{\"@context\": \"https://schema.org\", \"@type\": \"NewsArticle\", "
               "\"headline\": \"Ferry is late\", \"author\": [{\"@type\": \"Person\", "
               "\"name\": \"Mirela Tandy\"}, {\"@type\": \"Person\", \"name\": \"Ada Lund\"}], "
               "\"publisher\": {\"name\": \"Selwyn Herald\", "
               "\"logo\": {\"url\": \"https://a/b.png\"}}, "
               "\"datePublished\": \"2014-04-25T10:00:00+02:00\", \"articleBody\": \"" FERRY "\"}");
  PlxDocument *document = get (batch, 0);

  g_assert_cmpuint (batch->documents->len, ==, 1);
  g_assert_cmpstr (document->source, ==, "file");
  assert_field (document, PLX_FIELD_AUTHOR, "Mirela Tandy, Ada Lund", "column author.name");
  assert_field (document, PLX_FIELD_OUTLET, "Selwyn Herald", "column publisher.name");
  assert_field (document, PLX_FIELD_PUBLISHED, "2014-04-25T10:00:00+02:00", "column datePublished");
  g_assert_null (document->fields[PLX_FIELD_ADDRESS]);
}

/* A text with tags is read as a page is; the columns go before what that says. */
static void
test_html_in_cells (void)
{
  g_autoptr (PlxReadingBatch) batch =
    read_text ("title,content,url\n"
               "Ferry is late,\"<p>" FERRY "</p><p>" PASSENGERS "</p><p>" OFFICE "</p>"
               "<div class=\"\"share\"\"><a href=\"\"/x\"\">Share on Facebook</a></div>\","
               "https://selwyn.example/a\n");
  g_autofree char *kept = dup_kept (get (batch, 0));

  g_assert_cmpstr (kept, ==, "Ferry is late|" FERRY "|" PASSENGERS "|" OFFICE);
  g_assert_cmpstr (get (batch, 0)->format, ==, "csv");
  assert_field (get (batch, 0), PLX_FIELD_HEADLINE, "Ferry is late", "column title");
}

static void
test_columns_go_first (void)
{
  g_autoptr (PlxReadingBatch) batch =
    read_text ("title,author,date,text\n"
               "Ferry is late,Ada Lund,someday,\"By Mirela Tandy\n25 April 2014\n\n" FERRY "\n\n"
               PASSENGERS "\"\n"
               "Office to close,,6 March 2014,\"" OFFICE "\"\n");
  PlxDocument *document = get (batch, 0);
  g_autoptr (GString) others = g_string_new (NULL);

  for (guint i = 0; i < document->others->len; i++)
    {
      const PlxOtherValue *other = &g_array_index (document->others, PlxOtherValue, i);

      g_string_append_printf (others, "%s (%s);", other->value, other->found);
    }

  assert_field (document, PLX_FIELD_AUTHOR, "Ada Lund", "column author");
  assert_field (document, PLX_FIELD_PUBLISHED, "2014-04-25", "text");
  g_assert_nonnull (strstr (others->str, "someday (column date);"));
  g_assert_nonnull (strstr (others->str, "Mirela Tandy (text);"));
}

static void
test_rows_without_text (void)
{
  g_autoptr (PlxReadingBatch) batch =
    read_text ("title,description,text,url\n"
               "Ferry is late,Nobody knows why it is,,https://selwyn.example/a\n"
               ",,,\n"
               ",,,https://selwyn.example/b\n"
               "Office to close,,\"" OFFICE "\",https://selwyn.example/c\n"
               "Office to close,,\"" OFFICE "\",https://selwyn.example/d\n");
  g_autofree char *kept = dup_kept (get (batch, 0));

  g_assert_cmpuint (batch->documents->len, ==, 2);
  g_assert_cmpstr (kept, ==, "Ferry is late|Nobody knows why it is");
  g_assert_cmpuint (batch->failures->len, ==, 1);
  g_assert_cmpstr (get_failed (batch, 0), ==, "file › row 4");
  g_assert_error (get_error (batch, 0), PLX_READING_ERROR, PLX_READING_ERROR_EMPTY);
  g_assert_cmpuint (batch->n_same, ==, 1);
}

static void
test_chosen_columns (void)
{
  const char *table = "title,text,note\nFerry is late,\"" FERRY "\",\"" OFFICE "\"\n";
  g_autoptr (PlxReadingBatch) chosen = read_with (table, -1, "body=Note,standfirst=text");
  g_autoptr (PlxReadingBatch) wrong = read_with (table, -1, "body=Nota");
  g_autofree char *kept = dup_kept (get (chosen, 0));

  g_assert_cmpstr (kept, ==, "Ferry is late|" FERRY "|" OFFICE);
  g_assert_cmpuint (wrong->documents->len, ==, 0);
  g_assert_error (get_error (wrong, 0), PLX_READING_ERROR, PLX_READING_ERROR_UNSUPPORTED);
  g_assert_nonnull (strstr (get_error (wrong, 0)->message, "“Nota”"));
}

static void
test_table_without_articles (void)
{
  g_autoptr (PlxReadingBatch) batch =
    read_text ("country,year,count\nA,1990,17\nB,1991,18\nC,1992,19\nD,1993,20\n");

  g_assert_cmpuint (batch->documents->len, ==, 0);
  g_assert_error (get_error (batch, 0), PLX_READING_ERROR, PLX_READING_ERROR_EMPTY);
  g_assert_nonnull (strstr (get_error (batch, 0)->message, "“country”"));
}

static void
test_inspect (void)
{
  const char *text = "Title,Date,Text\n\"Ferry is late, again\",2014-04-25,\"" FERRY "\"\n"
                     "Office to close,2014-03-06,\"" OFFICE "\"\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (PlxBulkTable) table = plx_bulk_inspect_bytes (bytes);
  g_autofree char *columns = NULL;

  g_assert_nonnull (table);
  columns = plx_columns_to_string (table->columns);
  g_assert_cmpstr (table->format, ==, "csv");
  g_assert_cmpstr (columns, ==, "headline=Title,published=Date,body=Text");
  g_assert_true (table->has_header);
  g_assert_cmpint (table->n_rows, ==, 2);
  g_assert_cmpuint (table->rows->len, ==, 2);
  g_assert_cmpstr (((char **) table->rows->pdata[0])[0], ==, "Ferry is late, again");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bulk/csv/rows-become-articles", test_csv);
  g_test_add_func ("/bulk/csv/in-any-dialect", test_dialects);
  g_test_add_func ("/bulk/csv/in-any-encoding", test_encodings);
  g_test_add_func ("/bulk/csv/without-header", test_without_header);
  g_test_add_func ("/bulk/csv/prose-is-no-table", test_prose_is_no_table);
  g_test_add_func ("/bulk/json/records-become-articles", test_json);
  g_test_add_func ("/bulk/json/linked-data-is-an-article", test_linked_data);
  g_test_add_func ("/bulk/rows/with-tags-are-pages", test_html_in_cells);
  g_test_add_func ("/bulk/rows/columns-go-first", test_columns_go_first);
  g_test_add_func ("/bulk/rows/without-text", test_rows_without_text);
  g_test_add_func ("/bulk/columns/as-chosen", test_chosen_columns);
  g_test_add_func ("/bulk/columns/without-articles", test_table_without_articles);
  g_test_add_func ("/bulk/inspect/shows-table", test_inspect);

  return g_test_run ();
}
