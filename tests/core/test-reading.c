/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "reading/plx-reading.h"

/* Of our own writing; every name in it is invented. */
static const char page[] =
    "Skip to content\n"
    "\n"
    "Home › News › Harbour\n"
    "\n"
    "Ferry to Ostrava Bay is late for the third time this week\n"
    "\n"
    "Passengers waited on the quay while the company looked for a captain\n"
    "\n"
    "Mirela Tandy in Port Selwyn\n"
    "Tuesday 4 March 2014 17:20 CET\n"
    "Comments\n"
    "The ferry Aurelia at the quay on Tuesday morning (Selwyn Herald)\n"
    "\n"
    "Your support keeps the harbour office open\n"
    "\n"
    "We have no owner but our readers. If you can, please consider making a donation today.\n"
    "\n"
    "The morning ferry to Ostrava Bay left Port Selwyn two hours late on Tuesday because its "
    "captain had "
    "not come to work, the company said.\n"
    "\n"
    "About ninety passengers had donated their blankets to families with children, and some ate "
    "cookies "
    "from the harbour bakery while they waited.\n"
    "\n"
    "MAYOR OF PORT SELWYN WANTS A BRIDGE INSTEAD OF FERRIES\n"
    "\n"
    "What Will the Company Do Now?\n"
    "\n"
    "“We will look for a second captain,” said its spokesman, who asked that passengers be "
    "patient until "
    "the summer begins.\n"
    "\n"
    "Read also: Why the lighthouse is painted green\n"
    "\n"
    "{{ article.footer }}\n"
    "\n"
    "3 comments\n"
    "\n"
    "Leave a reply\n"
    "\n"
    "© 2014 Selwyn Herald. All rights reserved.\n";

/* Another make of page: its standfirst is a sentence, and its appeal has no heading. */
static const char other_page[] =
    "Harbour office to close at noon\n"
    "\n"
    "The harbour office of Port Selwyn will close at noon from Monday, and nobody there will say "
    "why.\n"
    "\n"
    "Joost Perrin\n"
    "Thu 6 Mar 2014 10.01 GMT\n"
    "Last modified on Thu 6 Mar 2014 11.30 GMT\n"
    "Share\n"
    "The harbour office of Port Selwyn will close at noon from Monday on, a note on its door "
    "said on "
    "Thursday morning.\n"
    "\n"
    "Image caption,\n"
    "The door of the office has been green since it was built\n"
    "\n"
    "“We are as surprised as you are,” said its clerk, who had come to work as usual and read "
    "the note "
    "from outside.\n"
    "\n"
    "Sign up to The Morning Tide\n"
    "Free daily newsletter\n"
    "\n"
    "The mayor said that the office was not hers, and that the sea was open all day.\n"
    "\n"
    "Reporting by Joost Perrin; Editing by Mirela Tandy\n"
    "\n"
    "We have written about this harbour for a hundred years, and our pages were never for sale.\n"
    "\n"
    "If you can, please consider supporting us with a small amount each month.\n";

static PlxDocument *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  PlxDocument *document = plx_reading_read_bytes (bytes, "page.txt", NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);

  return document;
}

/* The block that starts with @start. */
static const PlxBlockSpan *
find_block (PlxDocument *document,
            const char  *start)
{
  for (guint i = 0; i < plx_document_get_n_blocks (document); i++)
    if (g_str_has_prefix (document->text->str + plx_document_get_block (document, i)->start, start))
      return plx_document_get_block (document, i);

  g_error ("no block starts with “%s”", start);
}

static void
test_text_roles (void)
{
  static const struct
  {
    const char   *start;
    PlxRole       role;
    PlxCutReason  reason;
  } blocks[] = {
    { "Skip to", PLX_ROLE_CHROME, PLX_CUT_NAVIGATION },
    { "Home ›", PLX_ROLE_CHROME, PLX_CUT_BREADCRUMB },
    { "Ferry to", PLX_ROLE_HEADLINE, PLX_CUT_NONE },
    { "Passengers waited", PLX_ROLE_STANDFIRST, PLX_CUT_NONE },
    { "Mirela", PLX_ROLE_AUTHOR, PLX_CUT_NONE },
    { "Tuesday", PLX_ROLE_DATE, PLX_CUT_NONE },
    { "Comments", PLX_ROLE_CHROME, PLX_CUT_COMMENTS },
    { "The ferry Aurelia", PLX_ROLE_CAPTION, PLX_CUT_CAPTION },
    { "Your support", PLX_ROLE_CHROME, PLX_CUT_DONATION },
    { "We have no owner", PLX_ROLE_CHROME, PLX_CUT_DONATION },
    { "The morning ferry", PLX_ROLE_BODY, PLX_CUT_NONE },
    { "About ninety", PLX_ROLE_BODY, PLX_CUT_NONE },
    { "MAYOR", PLX_ROLE_CHROME, PLX_CUT_PROMO },
    { "What Will", PLX_ROLE_HEADING, PLX_CUT_NONE },
    { "“We will look", PLX_ROLE_BODY, PLX_CUT_NONE },
    { "Read also", PLX_ROLE_CHROME, PLX_CUT_RELATED_LINK },
    { "{{", PLX_ROLE_CHROME, PLX_CUT_TEMPLATE },
    { "3 comments", PLX_ROLE_CHROME, PLX_CUT_COMMENTS },
    { "Leave a", PLX_ROLE_CHROME, PLX_CUT_COMMENTS },
    { "©", PLX_ROLE_CHROME, PLX_CUT_LEGAL },
  };
  g_autoptr (PlxDocument) document = read_text (page);

  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      const PlxBlockSpan *block = find_block (document, blocks[i].start);

      g_test_message ("%s", blocks[i].start);
      g_assert_cmpint (block->role, ==, blocks[i].role);
      g_assert_cmpint (block->reason, ==, blocks[i].reason);
      g_assert_cmpint (block->kept, ==, blocks[i].reason == PLX_CUT_NONE);
    }
  g_assert_cmpuint (plx_document_get_n_blocks (document), ==, G_N_ELEMENTS (blocks));
}

static void
test_text_other_page (void)
{
  static const struct
  {
    const char   *start;
    PlxRole       role;
    PlxCutReason  reason;
  } blocks[] = {
    { "Harbour office to close", PLX_ROLE_HEADLINE, PLX_CUT_NONE },
    { "The harbour office of Port Selwyn will close at noon from Monday, and", PLX_ROLE_STANDFIRST,
      PLX_CUT_NONE },
    { "Joost Perrin", PLX_ROLE_AUTHOR, PLX_CUT_NONE },
    { "Thu 6", PLX_ROLE_DATE, PLX_CUT_NONE },
    { "Last modified", PLX_ROLE_DATE, PLX_CUT_NONE },
    { "Share", PLX_ROLE_CHROME, PLX_CUT_SHARE },
    { "The harbour office of Port Selwyn will close at noon from Monday on", PLX_ROLE_BODY,
      PLX_CUT_NONE },
    { "The door of", PLX_ROLE_CAPTION, PLX_CUT_CAPTION },
    { "“We are as", PLX_ROLE_BODY, PLX_CUT_NONE },
    { "Sign up to", PLX_ROLE_CHROME, PLX_CUT_NEWSLETTER },
    { "Free daily", PLX_ROLE_CHROME, PLX_CUT_NEWSLETTER },
    { "The mayor said", PLX_ROLE_BODY, PLX_CUT_NONE },
    { "Reporting by", PLX_ROLE_AUTHOR, PLX_CUT_NONE },
    { "We have written", PLX_ROLE_CHROME, PLX_CUT_DONATION },
    { "If you can", PLX_ROLE_CHROME, PLX_CUT_DONATION },
  };
  g_autoptr (PlxDocument) document = read_text (other_page);

  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      const PlxBlockSpan *block = find_block (document, blocks[i].start);

      g_test_message ("%s", blocks[i].start);
      g_assert_cmpint (block->role, ==, blocks[i].role);
      g_assert_cmpint (block->reason, ==, blocks[i].reason);
    }
  g_assert_cmpstr (document->fields[PLX_FIELD_AUTHOR], ==, "Joost Perrin");
  g_assert_cmpstr (document->fields[PLX_FIELD_PUBLISHED], ==, "2014-03-06T10:01Z");
}

static void
test_text_fields (void)
{
  g_autoptr (PlxDocument) document = read_text (page);

  g_assert_cmpstr (document->format, ==, "text");
  g_assert_cmpstr (document->fields[PLX_FIELD_HEADLINE], ==,
                   "Ferry to Ostrava Bay is late for the third time this week");
  g_assert_cmpstr (document->fields[PLX_FIELD_AUTHOR], ==, "Mirela Tandy");
  g_assert_cmpstr (document->fields[PLX_FIELD_PUBLISHED], ==, "2014-03-04T17:20+01:00");
  g_assert_cmpstr (document->found[PLX_FIELD_PUBLISHED], ==, "text");
}

static void
test_text_joins_wrapped_lines (void)
{
  g_autoptr (PlxDocument) document =
      read_text ("The harbour master of Port Selwyn has written a letter to all of\n"
                 "the captains on the coast. In it he asks them to sound their horns\n"
                 "twice before they enter the bay, and once when they leave it again,\n"
                 "so that the swimmers know.\n"
                 "\n"
                 "The captains have answered that they always did. The swimmers, for\n"
                 "their part, say that they have never heard a horn in the bay before\n"
                 "eight in the morning, and that they would rather not.\n");

  g_assert_cmpuint (plx_document_get_n_blocks (document), ==, 2);
  g_assert_nonnull (strstr (document->text->str, "letter to all of the captains"));
}

/* Bytes changed and cut off: a text is read or refused, and nothing breaks. */
static void
test_text_survives_changes (void)
{
  for (guint round = 0; round < 400; round++)
    {
      g_autofree char *copy = g_memdup2 (page, sizeof page);
      gsize length = (gsize) g_test_rand_int_range (1, sizeof page);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (PlxDocument) document = NULL;

      for (guint i = 0; i < round % 5; i++)
        copy[g_test_rand_int_range (0, length)] = g_test_rand_int_range (1, 128);

      bytes = g_bytes_new (copy + round % 7, length - MIN (length, round % 7));
      document = plx_reading_read_bytes (bytes, "changed", NULL, &error);

      g_assert_true ((document == NULL) == (error != NULL));
      if (document != NULL)
        g_assert_true (g_utf8_validate (document->text->str, document->text->len, NULL));
    }
}

static void
test_text_guesses_language (void)
{
  g_autoptr (PlxDocument) english = read_text (page);
  g_autoptr (PlxDocument) german =
      read_text ("Die Fähre nach Ostrava ist am Dienstag nicht gefahren, weil der Kapitän sich auf "
                 "dem Weg in den Hafen verlaufen hatte und auch mit der Karte nicht zurechtkam.");

  g_assert_cmpstr (english->fields[PLX_FIELD_LANGUAGE], ==, "en");
  g_assert_cmpstr (german->fields[PLX_FIELD_LANGUAGE], ==, "de");
}

static void
check_error (const char      *data,
             gsize            length,
             PlxReadingError  code,
             const char      *nick)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;

  g_assert_null (plx_reading_read_bytes (bytes, "x.txt", NULL, &error));
  g_assert_error (error, PLX_READING_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, "“x.txt”"));
  g_assert_cmpstr (plx_reading_error_to_nick (error), ==, nick);
}

static void
test_errors_bytes (void)
{
  g_autofree char *large = g_malloc (PLX_READING_MAX_BYTES + 1);

  memset (large, 'a', PLX_READING_MAX_BYTES + 1);
  check_error ("", 0, PLX_READING_ERROR_EMPTY, "empty");
  check_error (" \n\n\t \n", 6, PLX_READING_ERROR_EMPTY, "empty");
  check_error ("\x89PNG\r\n\x1A\n....", 12, PLX_READING_ERROR_NOT_TEXT, "not-text");
  check_error ("some\0thing", 10, PLX_READING_ERROR_NOT_TEXT, "not-text");
  for (gsize i = 0; i < 4000; i++)
    large[i] = (char) g_test_rand_int_range (1, 256);
  check_error (large, 4000, PLX_READING_ERROR_ENCODING, "encoding");
  memset (large, 'a', 4000);
  check_error (large, PLX_READING_MAX_BYTES + 1, PLX_READING_ERROR_TOO_LARGE, "too-large");
}

/* A text with a spoilt byte is still read, and shows where it is spoilt. */
static void
test_spoilt_byte (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\xEF\xBB\xBF" "four\xFF", 8);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxDocument) document = plx_reading_read_bytes (bytes, "x.txt", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (document->text->str, ==, "four\xEF\xBF\xBD");
}

static void
test_byte_order_marks (void)
{
  static const char utf16[] = "\xFF\xFEH\0i\0!\0";
  g_autoptr (GBytes) bytes = g_bytes_new_static (utf16, sizeof utf16 - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxDocument) document = plx_reading_read_bytes (bytes, "x.txt", NULL, &error);
  g_autoptr (PlxDocument) marked = read_text ("\xEF\xBB\xBFHi!");

  g_assert_no_error (error);
  g_assert_cmpstr (document->text->str, ==, "Hi!");
  g_assert_cmpstr (marked->text->str, ==, "Hi!");
}

static void
test_large_file_is_refused_early (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  int fd = g_file_open_tmp ("plx-reading-XXXXXX", &path, NULL);
  FILE *stream = fdopen (fd, "w");
  static char line[4096];

  memset (line, 'a', sizeof line);
  for (guint i = 0; i < 50 * 256; i++)
    g_assert_cmpuint (fwrite (line, sizeof line, 1, stream), ==, 1);
  fclose (stream);

  file = g_file_new_for_path (path);
  g_assert_null (plx_reading_read_file (file, NULL, &error));
  g_assert_error (error, PLX_READING_ERROR, PLX_READING_ERROR_TOO_LARGE);
  g_unlink (path);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reading/text/finds-roles-and-reasons", test_text_roles);
  g_test_add_func ("/reading/text/reads-other-makes-of-pages", test_text_other_page);
  g_test_add_func ("/reading/text/finds-fields", test_text_fields);
  g_test_add_func ("/reading/text/joins-wrapped-lines", test_text_joins_wrapped_lines);
  g_test_add_func ("/reading/text/knows-byte-order-marks", test_byte_order_marks);
  g_test_add_func ("/reading/text/survives-changes", test_text_survives_changes);
  g_test_add_func ("/reading/text/guesses-language", test_text_guesses_language);
  g_test_add_func ("/reading/errors/have-a-code", test_errors_bytes);
  g_test_add_func ("/reading/spoilt-byte", test_spoilt_byte);
  g_test_add_func ("/reading/errors/large-file-is-refused", test_large_file_is_refused_early);

  return g_test_run ();
}
