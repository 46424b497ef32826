/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reading/text/plx-markdown.h"
#include "reading/plx-reading.h"

#include <string.h>

/* Of our own writing; every name in it is invented. */
static const char clipped[] =
  "---\n"
  "title: \"The bridge of Orlen opens again\"\n"
  "author:\n"
  "  - \"Mirela Tandy\"\n"
  "  - Jonas Weir\n"
  "source: https://selwyn.example/2014/03/bridge\n"
  "published: 2014-03-05\n"
  "tags: [bridges, towns]\n"
  "---\n"
  "\n"
  "![The bridge on Tuesday](https://selwyn.example/bridge.jpg)\n"
  "\n"
  "The old bridge of **Orlen** opened again on [Tuesday](https://selwyn.example/tue \"a day\"), a "
  "week\n"
  "late, and the mayor \\*walked\\* over it with `snake_case` flags in his_own_hands.\n"
  "\n"
  "## What was mended ##\n"
  "\n"
  "- The two stone piers in the middle of the river were built anew by masons.\n"
  "- The railings are *old ones*, painted ~~red~~ green.\n"
  "\n"
  "> “It will stand for a hundred years,” said the engineer who\n"
  "> had drawn the plans for the town.\n"
  "\n"
  "Crossing it\n"
  "-----------\n"
  "\n"
  "| Who | Toll |\n"
  "| --- | ---: |\n"
  "| Carts | 2 |\n"
  "\n"
  "Carts pay two crowns from Monday on, and those who walk over the bridge pay nothing at all.\n"
  "\n"
  "* [A ferry is late for the third time](https://selwyn.example/ferry)\n"
  "* [The lighthouse is painted green again](https://selwyn.example/light)\n"
  "* [Home](https://selwyn.example/)\n";

static PlxDocument *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  PlxDocument *document = plx_reading_read_bytes (bytes, "page.md", NULL, &error);

  g_assert_no_error (error);

  return document;
}

static guint
find (PlxDocument *document,
      const char  *text)
{
  for (guint i = 0; i < plx_document_get_n_blocks (document); i++)
    {
      g_autofree char *block = plx_document_dup_block (document, i);

      if (strstr (block, text) != NULL)
        return i;
    }

  g_error ("There is no “%s”", text);
}

static void
test_fields (void)
{
  g_autoptr (PlxDocument) document = read_text (clipped);

  g_assert_cmpstr (document->format, ==, "markdown");
  g_assert_cmpstr (document->fields[PLX_FIELD_HEADLINE], ==, "The bridge of Orlen opens again");
  g_assert_cmpstr (document->found[PLX_FIELD_HEADLINE], ==, "front matter: title");
  g_assert_cmpstr (document->fields[PLX_FIELD_AUTHOR], ==, "Mirela Tandy, Jonas Weir");
  g_assert_cmpstr (document->fields[PLX_FIELD_PUBLISHED], ==, "2014-03-05");
  g_assert_cmpstr (document->fields[PLX_FIELD_ADDRESS], ==,
                   "https://selwyn.example/2014/03/bridge");
}

static void
test_blocks (void)
{
  static const struct
  {
    const char *text;
    PlxRole     role;
    gboolean    kept;
  } blocks[] = {
    { "title: \"The bridge", PLX_ROLE_CHROME, FALSE },
    { "The bridge on Tuesday", PLX_ROLE_CAPTION, FALSE },
    { "The old bridge of Orlen opened again on Tuesday, a week late, and the mayor *walked* over "
      "it with snake_case flags in his_own_hands.", PLX_ROLE_BODY, TRUE },
    { "What was mended", PLX_ROLE_HEADING, TRUE },
    { "The railings are old ones, painted red green.", PLX_ROLE_LIST, TRUE },
    { "engineer who had drawn", PLX_ROLE_QUOTE, TRUE },
    { "Crossing it", PLX_ROLE_HEADING, TRUE },
    { "Carts | 2", PLX_ROLE_TABLE, TRUE },
    { "Carts pay two crowns", PLX_ROLE_BODY, TRUE },
    { "A ferry is late", PLX_ROLE_CHROME, FALSE },
    { "Home", PLX_ROLE_CHROME, FALSE },
  };
  g_autoptr (PlxDocument) document = read_text (clipped);

  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      guint at = find (document, blocks[i].text);

      g_test_message ("%s", blocks[i].text);
      g_assert_cmpint (plx_document_get_block (document, at)->role, ==, blocks[i].role);
      g_assert_cmpint (plx_document_get_block (document, at)->kept, ==, blocks[i].kept);
    }
}

/* A heading is enough of a headline where there is no front matter. */
static void
test_headline (void)
{
  g_autoptr (PlxDocument) document =
    read_text ("# Ferry late\n\nBy Mirela Tandy, 4 March 2014\n\nThe ferry to the islands was "
               "**two hours** late on Tuesday, the company that runs it said.\n\n## More\n\nSee "
               "[the timetable](https://selwyn.example/t).\n");

  g_assert_cmpstr (document->format, ==, "markdown");
  g_assert_cmpstr (document->fields[PLX_FIELD_HEADLINE], ==, "Ferry late");
  g_assert_cmpstr (document->fields[PLX_FIELD_AUTHOR], ==, "Mirela Tandy");
  g_assert_cmpstr (document->fields[PLX_FIELD_PUBLISHED], ==, "2014-03-04");
}

/* What may stand in any text does not make it Markdown. */
static void
test_plain_text (void)
{
  static const char *const texts[] = {
    "The ferry\n\n- It was late.\n- It was full.\n\n* * *\n\nNobody said why [sic].\n",
    "> The ferry was late,\n> he wrote.\n\nIt was not.\n",
    "#ferry is what people wrote\n\nThe ferry was late (see [1]).\n\n[1] The timetable\n",
    "--- \n\nThe ferry was late: two hours.\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PlxDocument) document = read_text (texts[i]);

      g_assert_cmpstr (document->format, ==, "text");
    }
}

/* Marks that never close take no longer than others. */
static void
test_open_marks (void)
{
  static const char *const marks[] = { "[", "![", "[](", "<a", "<!--", "*", "`", "\\", "[[](",
                                       "_a", "|", "- ", "> ", "> > ", "~~" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr (GString) text = g_string_new ("# T\n\n[a](http://b.example)\n\n");
      g_autoptr (PlxDocument) document = NULL;

      while (text->len < 100000)
        g_string_append (text, marks[i]);
      document = read_text (text->str);
      g_assert_cmpstr (document->format, ==, "markdown");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reading/markdown/fields", test_fields);
  g_test_add_func ("/reading/markdown/blocks", test_blocks);
  g_test_add_func ("/reading/markdown/headline", test_headline);
  g_test_add_func ("/reading/markdown/plain-text", test_plain_text);
  g_test_add_func ("/reading/markdown/open-marks", test_open_marks);

  return g_test_run ();
}
