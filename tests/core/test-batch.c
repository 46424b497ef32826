/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "reading/tables/plx-tables.h"

/* A folder of our own; what is made in it goes with it. */
typedef struct
{
  char            *path;
  GPtrArray       *files; /* GFile: what is read */
  GMainLoop       *loop;
  PlxReadingBatch *batch; /* nullable until it is read */
  GError          *error; /* nullable */
  guint            n_reports;
  guint            n_rows;
  double           fraction;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->path = g_dir_make_tmp ("plx-batch-XXXXXX", NULL);
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  self->loop = g_main_loop_new (NULL, FALSE);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK) && (dir = g_dir_open (path, 0, NULL)) != NULL)
    while ((name = g_dir_read_name (dir)) != NULL)
      {
        g_autofree char *child = g_build_filename (path, name, NULL);

        remove_all (child);
      }

  g_remove (path);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  remove_all (self->path);
  g_free (self->path);
  g_ptr_array_unref (self->files);
  g_main_loop_unref (self->loop);
  g_clear_pointer (&self->batch, plx_reading_batch_free);
  g_clear_error (&self->error);
}

/* Writes a file, with the folders in which it lies. */
static void
make (Fixture    *self,
      const char *name,
      const char *content)
{
  g_autofree char *path = g_build_filename (self->path, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, content, -1, NULL));
}

/* An article that is like no other. */
static void
make_article (Fixture    *self,
              const char *name)
{
  g_autofree char *text = g_strdup_printf ("The story of %s\n\nThe old bridge of %s was opened on "
                                           "Monday, officials of the town said.\n", name, name);

  make (self, name, text);
}

static void
name_file (Fixture    *self,
           const char *name)
{
  g_ptr_array_add (self->files, g_file_new_build_filename (self->path, name, NULL));
}

static void
ready_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  Fixture *self = user_data;

  self->batch = plx_reading_read_files_finish (result, &self->error);
  g_main_loop_quit (self->loop);
}

static void
progress_cb (const PlxReadingProgress *progress,
             gpointer                  user_data)
{
  Fixture *self = user_data;

  g_assert_cmpuint (progress->n_done, <=, progress->n_found);
  g_assert_cmpfloat (progress->fraction, >=, self->fraction);
  self->fraction = progress->fraction;
  self->n_rows += progress->articles->len;
  g_assert_cmpuint (self->n_rows, ==, progress->n_articles);
  self->n_reports++;
}

static void
read_files (Fixture      *self,
            GCancellable *cancellable)
{
  plx_reading_read_files_async (self->files, NULL, progress_cb, self, cancellable, ready_cb, self);
  g_main_loop_run (self->loop);
}

static void
assert_documents (Fixture            *self,
                  const char * const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_assert_cmpuint (self->batch->documents->len, >, i);
      g_assert_cmpstr (((PlxDocument *) self->batch->documents->pdata[i])->source, ==, names[i]);
    }

  g_assert_cmpuint (self->batch->documents->len, ==, g_strv_length ((char **) names));
}

static const PlxReadingFailure *
assert_failure (Fixture    *self,
                const char *name,
                int         code)
{
  for (guint i = 0; i < self->batch->failures->len; i++)
    {
      const PlxReadingFailure *failure = self->batch->failures->pdata[i];

      if (g_str_equal (failure->name, name))
        {
          g_assert_error (failure->error, PLX_READING_ERROR, code);
          g_assert_nonnull (strstr (failure->error->message, name));
          return failure;
        }
    }

  g_assert_not_reached ();
}

static void
test_goes_on (Fixture       *self,
              gconstpointer  data)
{
  const char *path;

  g_test_summary ("Of a batch the good files come in; of each other it is said why it does not");

  make_article (self, "one.txt");
  make (self, "empty.txt", "");
  make (self, "picture.png", "\x89PNG\r\n\x1A\n");
  make_article (self, "two.txt");
  make (self, "folder/.hidden.txt", "Nobody reads this.");
  for (const char * const *name = (const char * const []) { "one.txt", "folder", "empty.txt",
                                                            "picture.png", "two.txt",
                                                            "missing.txt", NULL };
       (path = *name) != NULL; name++)
    name_file (self, path);

  read_files (self, NULL);

  g_assert_no_error (self->error);
  assert_documents (self, (const char * const []) { "one.txt", "two.txt", NULL });
  g_assert_cmpuint (self->batch->failures->len, ==, 4);
  g_assert_cmpuint (self->batch->n_failures, ==, 4);
  assert_failure (self, "folder", PLX_READING_ERROR_EMPTY);
  assert_failure (self, "empty.txt", PLX_READING_ERROR_EMPTY);
  assert_failure (self, "missing.txt", PLX_READING_ERROR_NOT_FOUND);
  /* The user has named it, so it is not passed over. */
  assert_failure (self, "picture.png", PLX_READING_ERROR_NOT_TEXT);
  g_assert_cmpuint (self->batch->n_others, ==, 0);

  g_assert_cmpuint (self->n_reports, >, 0);
  g_assert_cmpuint (self->n_rows, ==, 2);
  g_assert_cmpfloat_with_epsilon (self->fraction, 1.0, 0.0001);
}

static void
test_cancelled (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  make_article (self, "one.txt");
  name_file (self, "one.txt");
  g_cancellable_cancel (cancellable);
  read_files (self, cancellable);

  g_assert_null (self->batch);
  g_assert_error (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (self->n_reports, ==, 0);
}

static void
cancel_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_cancelled_within_file (Fixture       *self,
                            gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) page = g_string_new ("<html><body>");
  gint64 start;

  g_test_summary ("Who cancels in the middle of a large page does not wait for its end");

  for (guint i = 0; i < 120000; i++)
    g_string_append_printf (page, "<div><p>The river %u rose by three metres, the mayor said.</p>"
                                  "<a href='%u'>More</a></div>", i, i);
  make (self, "large.html", page->str);
  name_file (self, "large.html");

  g_timeout_add_once (30, cancel_cb, cancellable);
  start = g_get_monotonic_time ();
  read_files (self, cancellable);

  g_assert_null (self->batch);
  g_assert_error (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 300 * G_TIME_SPAN_MILLISECOND);
}

static void
test_folder (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *link = g_build_filename (self->path, "all", "sub", "loop", NULL);

  g_test_summary ("A folder's files come in, and those of the folders in it, counted as people do");

  make_article (self, "all/part 10.txt");
  make_article (self, "all/part 2.txt");
  make_article (self, "all/sub/deep/far.txt");
  make (self, "all/sub/empty.txt", "");
  make (self, "all/.hidden/secret.txt", "Nobody is to read this.");
  make (self, "all/photo.jpg", "\xFF\xD8\xFF\xE0");
  make (self, "all/style.css", "body { color: red; }");
  make (self, "all/text.jpg", "The mayor writes\n\nThis is no picture but a letter of the mayor, "
                              "who saved it under a wrong name.\n");
  g_assert_cmpint (symlink (self->path, link), ==, 0);
  name_file (self, "all");

  read_files (self, NULL);

  g_assert_no_error (self->error);
  assert_documents (self, (const char * const []) { "part 2.txt", "part 10.txt", "far.txt",
                                                    "text.jpg", NULL });
  g_assert_cmpuint (self->batch->failures->len, ==, 1);
  g_assert_cmpstr (assert_failure (self, "empty.txt", PLX_READING_ERROR_EMPTY)->folder, ==,
                   "all/sub");
  g_assert_cmpuint (self->batch->n_others, ==, 2);
  g_assert_cmpuint (self->batch->n_links, ==, 1);
}

static void
test_saved_pages (Fixture       *self,
                  gconstpointer  data)
{
  static const char * const passed[] = { "news_files", "Die Brücke-Dateien", "la une_fichiers",
                                         "report.fld", "odd-stuff" };
  static const char page[] =
    "<html><body><article><h1>The bridge of %s</h1><p>The old bridge of %s was opened on Monday, "
    "officials of the town said, and the mayor was there.</p><img src='./odd%%2Dstuff/a.png'>"
    "</article></body></html>";
  static const char * const pages[] = { "news.html", "Die Brücke.htm", "la une.html",
                                        "report.html", "odd.html" };

  g_test_summary ("What browsers put beside a saved page is passed over; a folder that only has a "
                  "name like a page is not");

  for (guint i = 0; i < G_N_ELEMENTS (passed); i++)
    {
      g_autofree char *name = g_build_filename ("all", pages[i], NULL);
      g_autofree char *frame = g_build_filename ("all", passed[i], "frame.html", NULL);
      g_autofree char *script = g_build_filename ("all", passed[i], "x.js", NULL);
      g_autofree char *text = g_strdup_printf (page, pages[i], pages[i]);
      g_autofree char *framed = g_strdup_printf (page, passed[i], passed[i]);

      if (g_str_has_prefix (passed[i], "odd"))
        {
          g_autoptr (GString) plain = g_string_new (text);

          g_string_replace (plain, "%2D", "-", 0);
          make (self, name, plain->str);
        }
      else
        {
          make (self, name, text);
        }
      make (self, frame, framed);
      make (self, script, "var a;");
    }
  make_article (self, "all/news-2023/more.txt");
  make_article (self, "all/lone_files/some.txt");
  name_file (self, "all");

  read_files (self, NULL);

  g_assert_no_error (self->error);
  assert_documents (self, (const char * const []) { "Die Brücke.htm", "la une.html", "some.txt",
                                                    "news.html", "more.txt", "odd.html",
                                                    "report.html", NULL });
  g_assert_cmpuint (self->batch->failures->len, ==, 0);
  g_assert_cmpuint (self->batch->n_others, ==, 2 * G_N_ELEMENTS (passed));
}

static void
test_saved_page_named (Fixture       *self,
                       gconstpointer  data)
{
  g_test_summary ("Who selects a page and the folder beside it gets the page");

  make (self, "news.html", "<html><body><article><h1>The bridge</h1><p>The old bridge was opened "
                           "on Monday, officials of the town said.</p></article></body></html>");
  make_article (self, "news_files/frame.txt");
  name_file (self, "news_files");
  name_file (self, "news.html");

  read_files (self, NULL);

  assert_documents (self, (const char * const []) { "news.html", NULL });
  g_assert_cmpuint (self->batch->failures->len, ==, 0);
  g_assert_cmpuint (self->batch->n_others, ==, 1);
}

static void
test_twice (Fixture       *self,
            gconstpointer  data)
{
  const char *text = "The bridge opens\n\nThe old bridge was opened on Monday, officials said.\n";

  make (self, "all/one.txt", text);
  make (self, "all/two.txt", text);
  name_file (self, "all");

  read_files (self, NULL);

  g_assert_cmpuint (self->batch->documents->len, ==, 1);
  g_assert_cmpuint (self->batch->n_same, ==, 1);
  g_assert_cmpuint (self->batch->failures->len, ==, 0);
}

static void
taker_cb (PlxReadingBatch         *batch,
          PlxDocument             *document,
          const PlxReadingFailure *failure,
          gpointer                 user_data)
{
  GString *order = user_data;

  g_assert_true ((document == NULL) != (failure == NULL));
  g_string_append_printf (order, "%s,", document != NULL ? document->source : failure->name);
}

static void
test_taker (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (PlxReadingBatch) batch = plx_reading_batch_new ();
  g_autoptr (GString) order = g_string_new (NULL);

  g_test_summary ("Who takes the articles as they come gets all of them in order, and the batch "
                  "keeps none");

  make_article (self, "a/1.txt");
  make (self, "a/2.txt", "");
  make_article (self, "a/3.txt");
  name_file (self, "a");

  batch->taker = taker_cb;
  batch->taker_data = order;
  plx_reading_batch_read_files (batch, self->files, NULL, NULL, NULL, NULL);

  g_assert_cmpstr (order->str, ==, "1.txt,2.txt,3.txt,");
  g_assert_cmpuint (batch->documents->len, ==, 0);
  g_assert_cmpuint (batch->failures->len, ==, 0);
  g_assert_cmpuint (batch->n_documents, ==, 2);
  g_assert_cmpuint (batch->n_failures, ==, 1);
}

static void
count_cb (PlxReadingBatch         *batch,
          PlxDocument             *document,
          const PlxReadingFailure *failure,
          gpointer                 user_data)
{
  guint *counts = user_data;

  counts[document != NULL]++;
  counts[2] = MAX (counts[2], batch->documents->len);
}

static void
test_taker_of_table (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr (PlxReadingBatch) batch = plx_reading_batch_new ();
  g_autoptr (GString) table = g_string_new ("Title,Text\n");
  guint counts[3] = { 0 };

  g_test_summary ("The rows of a long table are given away one after another");

  for (guint i = 0; i < 500; i++)
    g_string_append_printf (table, "The bridge number %u opens,\"The old bridge number %u was "
                                   "opened on Monday, officials of the town said.\"\n", i, i);
  make (self, "table.csv", table->str);
  name_file (self, "table.csv");

  batch->taker = count_cb;
  batch->taker_data = counts;
  plx_reading_batch_read_files (batch, self->files, NULL, NULL, NULL, NULL);

  g_assert_cmpuint (counts[FALSE], ==, 0);
  g_assert_cmpuint (counts[TRUE], ==, 500);
  g_assert_cmpuint (counts[2], ==, 1);
}

static void
tables_ready_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  GAsyncResult **out = user_data;

  *out = g_object_ref (result);
}

static void
test_tables (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (PlxColumns) columns = NULL;
  g_autoptr (PlxDocument) document = NULL;
  g_autoptr (PlxDocument) bare = NULL;
  const PlxTables *tables;

  g_test_summary ("Among files the tables are found, those with the same columns together; a row "
                  "can be looked at as the article that it will be");

  make (self, "a/one.csv", "Title,Text\nBridge opens,\"The old bridge was opened on Monday.\"\n"
                           "Bridge closes,\"The new bridge was closed on Friday.\"\n");
  make (self, "a/two.csv", "Text,Title\n\"The mayor was there and spoke.\",Mayor speaks\n"
                           "\"The mayor was not there.\",Mayor silent\n");
  make (self, "a/three.json", "[{\"headline\": \"Rain\", \"body\": \"It rained on Monday.\"},"
                              " {\"headline\": \"Sun\", \"body\": \"The sun shone on Friday.\"}]");
  make_article (self, "a/four.txt");
  make (self, "a/five.html", "<html><body><p>One, two, three\nfour, five, six</p></body></html>");
  name_file (self, "a");

  plx_tables_find_async (self->files, NULL, tables_ready_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  found = plx_tables_find_finish (result, NULL);

  g_assert_cmpuint (found->len, ==, 2);
  tables = found->pdata[0];
  g_assert_cmpstr (tables->name, ==, "one.csv");
  g_assert_cmpuint (tables->n_files, ==, 2);
  g_assert_cmpstr (((PlxTables *) found->pdata[1])->name, ==, "three.json");

  document = plx_tables_preview (tables, tables->table->columns, 1);
  g_assert_cmpstr (document->fields[PLX_FIELD_HEADLINE], ==, "Bridge closes");
  columns = plx_columns_copy (tables->table->columns);
  plx_columns_set (columns, 0, PLX_COLUMN_UNUSED, 0);
  plx_columns_set (columns, 1, PLX_COLUMN_UNUSED, 0);
  bare = plx_tables_preview (tables, columns, 1);
  g_assert_null (bare);
}

static void
test_unreadable_folder (Fixture       *self,
                        gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->path, "all", "closed", NULL);

  if (geteuid () == 0)
    {
      g_test_skip ("nothing is closed to root");
      return;
    }

  make_article (self, "all/closed/in.txt");
  make_article (self, "all/out.txt");
  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  name_file (self, "all");
  read_files (self, NULL);
  g_assert_cmpint (g_chmod (path, 0700), ==, 0);

  assert_documents (self, (const char * const []) { "out.txt", NULL });
  assert_failure (self, "all/closed", PLX_READING_ERROR_UNREADABLE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

  ADD ("/batch/goes-on", test_goes_on);
  ADD ("/batch/is-cancelled", test_cancelled);
  ADD ("/batch/is-cancelled-within-a-file", test_cancelled_within_file);
  ADD ("/batch/folder", test_folder);
  ADD ("/batch/saved-pages", test_saved_pages);
  ADD ("/batch/saved-page-named", test_saved_page_named);
  ADD ("/batch/twice", test_twice);
  ADD ("/batch/taker", test_taker);
  ADD ("/batch/taker-of-table", test_taker_of_table);
  ADD ("/batch/tables", test_tables);
  ADD ("/batch/unreadable-folder", test_unreadable_folder);

  return g_test_run ();
}
