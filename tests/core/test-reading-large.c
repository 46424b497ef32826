/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "reading/plx-reading.h"

/* What nobody writes, and somebody sends. Nothing here is timed: a test that does not end is one
 * that has failed. */

#define MEGABYTES(n) ((n) * 1024 * 1024)

static GString *
repeat (const char *before,
        const char *text,
        gsize       n)
{
  GString *string = g_string_sized_new (n * strlen (text) + 256);

  g_string_append (string, before);
  for (gsize i = 0; i < n; i++)
    g_string_append (string, text);

  return string;
}

static PlxDocument *
read_string (GString  *string,
             GError  **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (string->str, string->len);

  return plx_reading_read_bytes (bytes, "large", NULL, error);
}

/* Pages that are all structure. What text there is comes in. */
static void
test_structure (void)
{
  static const struct
  {
    const char *before;
    const char *text;
    gsize       n;
  } pages[] = {
    { "<html><body>", "<div>", 1000000 },
    { "<html><body>", "<b>", 200000 },
    { "<html><body>", "<ul><li>", 50000 },
    { "<html><body>", "<table><tr><td>", 50000 },
    { "<html><body>", "<p></p>", 100000 },
    { "<html><body><p>The ferry", "<!--", 200000 },
    { "<html><body><p", " a=\"1\"", 100000 },
    { "<html><head><title>", "x ", 200000 },
    { "<html><head><script type='application/ld+json'>", "{\"a\":", 100000 },
    { "<html><head><script type='application/ld+json'>", "[", 200000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (GString) page = repeat (pages[i].before, pages[i].text, pages[i].n);
      g_autoptr (PlxDocument) document = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s%s…", pages[i].before, pages[i].text);
      if (strstr (pages[i].before, "head") != NULL)
        g_string_append (page, pages[i].before[13] == 't' ? "</title>" : "</script>");
      g_string_append (page, "<p>The morning ferry left two hours late on Tuesday.");
      document = read_string (page, &error);
      g_assert_true (document != NULL || error->domain == PLX_READING_ERROR);
    }
}

static void
test_too_many_blocks (void)
{
  static const char *const texts[] = { "a\n\n", "THE FERRY LEFT\n", "<p>a", "- a\n" };
  static const char *const starts[] = { "", "", "<html><body>", "# A\n[b](http://c.example)\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) text = repeat (starts[i], texts[i], 110000);
      g_autoptr (PlxDocument) document = NULL;
      g_autoptr (GError) error = NULL;

      document = read_string (text, &error);
      g_assert_null (document);
      g_assert_error (error, PLX_READING_ERROR, PLX_READING_ERROR_TOO_LARGE);
    }
}

/* A page of a gigabyte is refused by its size, and costs nothing. */
static void
test_gigabyte (void)
{
  static const char *const starts[] = { "The ferry left late.\n", "<html><body><p>The ferry",
                                        "# Ferry\n\n[late](http://a.example)\n" };
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "large.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autoptr (GString) start = repeat ("", starts[i], 1000);
      g_autoptr (PlxDocument) document = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, start->str, start->len, NULL));
      g_assert_cmpint (truncate (path, MEGABYTES (1024)), ==, 0);
      document = plx_reading_read_file (file, NULL, &error);
      g_assert_null (document);
      g_assert_error (error, PLX_READING_ERROR, PLX_READING_ERROR_TOO_LARGE);
    }

  /* Nothing but zeros is not text, however much there is of it. */
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_cmpint (truncate (path, MEGABYTES (1024)), ==, 0);
  {
    g_autoptr (GError) error = NULL;

    g_assert_null (plx_reading_read_file (file, NULL, &error));
    g_assert_error (error, PLX_READING_ERROR, PLX_READING_ERROR_NOT_TEXT);
  }
  g_assert_cmpint (g_remove (path), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/reading/large/structure", test_structure);
  g_test_add_func ("/reading/large/too-many-blocks", test_too_many_blocks);
  g_test_add_func ("/reading/large/gigabyte", test_gigabyte);

  return g_test_run ();
}
