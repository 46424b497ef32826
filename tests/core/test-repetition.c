/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the articles of one outlet have in common is cut, unless it is what they report. */

#include "config.h"

#include <string.h>

#include "reading/article/plx-repetition.h"

#define BACKGROUND                                                                                 \
  "The tide court was set up in 1911 by nine ports, and sits in Orlo, where it hears what ships "  \
  "and harbours have against each other; its judges are sailors."
#define ABOUT_US                                                                                   \
  "The Selwyn Herald is printed on the north pier every morning, and has been since its first "    \
  "editor came ashore there with a press and nothing else."

/* Paragraphs that no other article has: @n is in all of their words. */
static void
append_own (PlxDocument *document,
            guint        n)
{
  static const char *const subjects[] = { "ferry", "lamp", "court", "goat", "storm", "market",
                                          "bridge", "school", "pilot" };
  const char *subject = subjects[n % G_N_ELEMENTS (subjects)];

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *text = g_strdup_printf (
          "%c%u: the %s%c of day %c was seen by the %s%c keeper, who said on that morning that no "
          "other %s like it had been seen in all the years, and that it would be seen again.",
          'A' + i, n, subject, 'a' + n / 9 % 26, 'a' + i, subject, 'a' + n / 234 % 26, subject);

      plx_document_append (document, text, -1, PLX_ROLE_BODY, PLX_CUT_NONE);
    }
}

static PlxDocument *
make_article (const char *outlet)
{
  PlxDocument *document = plx_document_new ("page", "html");

  plx_document_set_field (document, PLX_FIELD_OUTLET, outlet, "og:site_name");
  plx_document_append (document, "News of the day", -1, PLX_ROLE_HEADLINE, PLX_CUT_NONE);

  return document;
}

static GPtrArray *
make_articles (guint n)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (documents, make_article ("Selwyn Herald"));

  return documents;
}

static void
append_to_each (GPtrArray  *documents,
                const char *text,
                PlxRole     role)
{
  for (guint i = 0; i < documents->len; i++)
    plx_document_append (documents->pdata[i], text, -1, role, PLX_CUT_NONE);
}

static void
append_own_to_each (GPtrArray *documents)
{
  for (guint i = 0; i < documents->len; i++)
    append_own (documents->pdata[i], i);
}

static guint
count_cut (GPtrArray *documents)
{
  guint n = 0;

  for (guint i = 0; i < documents->len; i++)
    for (guint k = 0; k < plx_document_get_n_blocks (documents->pdata[i]); k++)
      n += !plx_document_get_block (documents->pdata[i], k)->kept;

  return n;
}

static void
assert_cut (GPtrArray    *documents,
            guint         block,
            PlxCutReason  reason)
{
  for (guint i = 0; i < documents->len; i++)
    {
      const PlxBlockSpan *span = plx_document_get_block (documents->pdata[i], block);

      g_assert_false (span->kept);
      g_assert_cmpint (span->role, ==, PLX_ROLE_CHROME);
      g_assert_cmpint (span->reason, ==, reason);
    }
}

static void
test_chrome_is_cut (void)
{
  g_autoptr (GPtrArray) documents = make_articles (3);

  append_to_each (documents, "The harbour and its people", PLX_ROLE_BODY);
  append_own_to_each (documents);
  append_to_each (documents, "You can have our letter from the sea in your inbox each Friday.",
                  PLX_ROLE_BODY);
  append_to_each (documents, ABOUT_US, PLX_ROLE_BODY);

  plx_repetition_mark (documents);

  assert_cut (documents, 1, PLX_CUT_TEMPLATE);
  assert_cut (documents, 6, PLX_CUT_NEWSLETTER);
  assert_cut (documents, 7, PLX_CUT_TEMPLATE);
  g_assert_cmpuint (count_cut (documents), ==, 9);
}

/* Three copies of one report: two are whole, one has lost its end and has a sentence more. */
static void
test_copies_are_kept (void)
{
  g_autoptr (GPtrArray) documents = make_articles (3);

  for (guint i = 0; i < documents->len; i++)
    append_own (documents->pdata[i], 5);
  append_to_each (documents, "Our reporters in Orlo, on the pier", PLX_ROLE_BODY);
  plx_document_append (documents->pdata[2], "The keeper could not be reached on Tuesday.", -1,
                       PLX_ROLE_BODY, PLX_CUT_NONE);

  plx_repetition_mark (documents);

  g_assert_cmpuint (count_cut (documents), ==, 0);
}

/* What an outlet tells each time of what happened before is part of what it reports. */
static void
test_background_is_kept (void)
{
  g_autoptr (GPtrArray) documents = make_articles (5);

  append_own_to_each (documents);
  append_to_each (documents, BACKGROUND, PLX_ROLE_BODY);

  plx_repetition_mark (documents);

  g_assert_cmpuint (count_cut (documents), ==, 0);
}

static void
test_two_articles (void)
{
  g_autoptr (GPtrArray) documents = make_articles (2);

  append_own_to_each (documents);
  append_to_each (documents, "What is known so far", PLX_ROLE_HEADING);
  append_to_each (documents, "Ships and their captains", PLX_ROLE_LIST);
  for (guint i = 0; i < documents->len; i++)
    append_own (documents->pdata[i], i + 4);
  append_to_each (documents, "The harbour in pictures", PLX_ROLE_BODY);

  plx_repetition_mark (documents);

  assert_cut (documents, 11, PLX_CUT_TEMPLATE);
  g_assert_cmpuint (count_cut (documents), ==, 2);
}

static void
test_numbers_are_alike (void)
{
  g_autoptr (GPtrArray) documents = make_articles (3);

  append_own_to_each (documents);
  for (guint i = 0; i < documents->len; i++)
    {
      g_autofree char *line = g_strdup_printf ("Seen by %u people, liked by %u", i * 70 + 3, i * 7);

      plx_document_append (documents->pdata[i], line, -1, PLX_ROLE_BODY, PLX_CUT_NONE);
    }

  plx_repetition_mark (documents);

  assert_cut (documents, 5, PLX_CUT_TEMPLATE);
}

static void
test_outlets_are_apart (void)
{
  static const char *const outlets[] = { "Selwyn Herald", "Orlo Mail", NULL };
  g_autoptr (GPtrArray) documents =
      g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);

  for (guint i = 0; i < G_N_ELEMENTS (outlets); i++)
    g_ptr_array_add (documents, make_article (outlets[i]));
  append_own_to_each (documents);
  append_to_each (documents, "The harbour in pictures", PLX_ROLE_BODY);

  plx_repetition_mark (documents);

  g_assert_cmpuint (count_cut (documents), ==, 0);
}

/* A refrain belongs to the one article that has it. */
static void
test_refrain_is_kept (void)
{
  g_autoptr (GPtrArray) documents = make_articles (3);

  append_own_to_each (documents);
  for (guint i = 0; i < 4; i++)
    plx_document_append (documents->pdata[0], "And the sea went on", -1, PLX_ROLE_BODY,
                         PLX_CUT_NONE);

  plx_repetition_mark (documents);

  g_assert_cmpuint (count_cut (documents), ==, 0);
}

/* What the user or a rule has decided stays decided. */
static void
test_decisions_stay (void)
{
  g_autoptr (GPtrArray) documents = make_articles (3);

  append_own_to_each (documents);
  append_to_each (documents, "The harbour in pictures", PLX_ROLE_BODY);
  plx_document_decide (documents->pdata[1], 5, PLX_DECIDER_USER, TRUE);

  plx_repetition_mark (documents);

  g_assert_true (plx_document_get_block (documents->pdata[1], 5)->kept);
}

/* A library of one outlet, with as many copies of one report in it: no square of time. */
static void
test_many (void)
{
  g_autoptr (GPtrArray) documents = make_articles (6000);
  gint64 start;

  for (guint i = 0; i < documents->len; i++)
    append_own (documents->pdata[i], i % 2 == 0 ? i : 7);
  append_to_each (documents, ABOUT_US, PLX_ROLE_BODY);

  start = g_get_monotonic_time ();
  plx_repetition_mark (documents);
  g_test_message ("%.2f s", (g_get_monotonic_time () - start) / 1e6);

  assert_cut (documents, 5, PLX_CUT_TEMPLATE);
  g_assert_cmpuint (count_cut (documents), ==, documents->len);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/repetition/chrome-is-cut", test_chrome_is_cut);
  g_test_add_func ("/repetition/copies-are-kept", test_copies_are_kept);
  g_test_add_func ("/repetition/background-is-kept", test_background_is_kept);
  g_test_add_func ("/repetition/two-articles", test_two_articles);
  g_test_add_func ("/repetition/numbers-are-alike", test_numbers_are_alike);
  g_test_add_func ("/repetition/outlets-are-apart", test_outlets_are_apart);
  g_test_add_func ("/repetition/refrain-is-kept", test_refrain_is_kept);
  g_test_add_func ("/repetition/decisions-stay", test_decisions_stay);
  g_test_add_func ("/repetition/many", test_many);

  return g_test_run ();
}
