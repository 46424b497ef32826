/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is taken from a page before it is parsed, and that hostile pages stay cheap. */

#include "config.h"

#include <string.h>

#include "reading/html/plx-html-strip.h"
#include "reading/plx-reading.h"

typedef struct
{
  const char *test;
  const char *page;
  const char *stripped;
} StripCase;

static const StripCase strip_cases[] = {
  { "/reading/strip/attributes", "<p class=\"a\" onclick=\"b('>')\" data-x='<p>' id=c>Text</p>",
    "<p class=\"a\" id=c>Text</p>" },
  { "/reading/strip/spaces", "<p>\n\t One \r\n two</p>\n\n", "<p> One two</p> " },
  { "/reading/strip/comments", "a<!-- b > <p> c -->d<!---->e<!-- f --!>g", "adeg" },
  { "/reading/strip/scripts", "a<script>if (b < c) '<p>';</script>d<style>p > a</style>e", "ade" },
  { "/reading/strip/linked-data",
    "<script type=\"application/ld+json\">{ \"a\":  \"<b>\" }</script>",
    "<script type=\"application/ld+json\">{ \"a\":  \"<b>\" }</script>" },
  { "/reading/strip/drawings", "a<svg><g><title>b</title></g></svg>c<select><option>d</select>e",
    "ace" },
  { "/reading/strip/plain-inline", "<b>a</b><i class=x>b</i><span>c</span>",
    "a<i class=x>b</i>c" },
  { "/reading/strip/lone-end-tags", "a</span></b>c", "a</span></b>c" },
  { "/reading/strip/no-tags", "1 < 2 and 3 > 2 & so on", "1 < 2 and 3 > 2 & so on" },
  { "/reading/strip/broken-off-tag", "a<p class=\"b", "a<p class=\"b>" },
  { "/reading/strip/broken-off-comment", "a<!-- b", "a" },
  { "/reading/strip/glued-attributes", "<p id=\"\"id=\"\"id=\"\"id=\"\">",
    "<p id=\"\" id=\"\" id=\"\" id=\"\">" },
};

static void
test_strip (gconstpointer data)
{
  const StripCase *one = data;
  gsize length;
  g_autofree char *stripped = plx_html_strip (one->page, strlen (one->page), &length);

  g_assert_cmpstr (stripped, ==, one->stripped);
  g_assert_cmpuint (length, ==, strlen (stripped));
}

typedef struct
{
  const char *test;
  const char *start;
  const char *piece;
  guint       n;
} HostileCase;

/* With any square of their length in it, these would take minutes. */
static const HostileCase hostile_cases[] = {
  { "/reading/hostile/nested", "", "<div>", 1000000 },
  { "/reading/hostile/nested-with-text", "", "<div>a", 300000 },
  { "/reading/hostile/side-by-side", "", "<div>a</div>", 300000 },
  { "/reading/hostile/unknown-nested", "", "<x>a</y>", 300000 },
  { "/reading/hostile/closed-by-others", "", "<b><div></b>a", 200000 },
  { "/reading/hostile/times", "", "<time class=date>1 May 2014", 100000 },
  { "/reading/hostile/paragraphs", "", "<p>", 1000000 },
  { "/reading/hostile/links", "", "<a href=b>a</a> ", 200000 },
  { "/reading/hostile/attributes", "<p", " a", 1000000 },
  { "/reading/hostile/same-attributes", "<p", " class=a", 500000 },
  { "/reading/hostile/attributes-after-a-quote", "<p title = \">\"", " a", 1000000 },
  { "/reading/hostile/comments", "", "<!-- -", 500000 },
  { "/reading/hostile/one-text", "", "word ", 800000 },
};

static void
test_hostile (gconstpointer data)
{
  const HostileCase *one = data;
  g_autoptr (GString) page = g_string_new ("<html><body>The lamp is out. ");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PlxDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start;

  g_string_append (page, one->start);
  for (guint i = 0; i < one->n; i++)
    g_string_append (page, one->piece);
  bytes = g_bytes_new (page->str, page->len);

  start = g_get_monotonic_time ();
  document = plx_reading_read_bytes (bytes, "page", NULL, &error);
  g_test_message ("%.2f s", (g_get_monotonic_time () - start) / 1e6);

  g_assert_true ((document == NULL) == (error != NULL));
  if (document != NULL)
    g_assert_nonnull (strstr (document->text->str, "The lamp is out."));
  /* Seconds, where it would be hours: enough for any machine under any load. */
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (strip_cases); i++)
    g_test_add_data_func (strip_cases[i].test, &strip_cases[i], test_strip);
  for (guint i = 0; i < G_N_ELEMENTS (hostile_cases); i++)
    g_test_add_data_func (hostile_cases[i].test, &hostile_cases[i], test_hostile);

  return g_test_run ();
}
