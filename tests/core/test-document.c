/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-document.h"
#include "model/plx-field.h"
#include "model/plx-filter.h"

static void
test_blocks_keep_their_text (void)
{
  g_autoptr (PlxDocument) document = plx_document_new ("a.txt", "text");
  g_autofree char *second = NULL;

  plx_document_append (document, "One thing.", -1, PLX_ROLE_BODY, PLX_CUT_NONE);
  plx_document_append (document, "Leave a Reply", -1, PLX_ROLE_CHROME, PLX_CUT_COMMENTS);

  g_assert_cmpuint (plx_document_get_n_blocks (document), ==, 2);
  g_assert_true (plx_document_get_block (document, 0)->kept);
  g_assert_false (plx_document_get_block (document, 1)->kept);

  second = plx_document_dup_block (document, 1);
  g_assert_cmpstr (second, ==, "Leave a Reply");
}

static void
test_digest_follows_the_content (void)
{
  g_autoptr (PlxDocument) a = plx_document_new ("a.txt", "text");
  g_autoptr (PlxDocument) b = NULL;
  g_autofree char *first = NULL;
  g_autofree char *same = NULL;
  g_autofree char *other = NULL;

  plx_document_append (a, "One thing.", -1, PLX_ROLE_BODY, PLX_CUT_NONE);
  b = plx_document_copy (a);
  first = plx_document_dup_digest (a);
  same = plx_document_dup_digest (b);
  plx_document_set_field (b, PLX_FIELD_OUTLET, "The Paper", "user");
  other = plx_document_dup_digest (b);

  g_assert_cmpstr (first, ==, same);
  g_assert_cmpstr (first, !=, other);
}

static void
test_decisions_remember (void)
{
  g_autoptr (PlxDocument) document = plx_document_new ("a.html", "html");
  const PlxBlockSpan *block;

  g_test_summary ("Whoever decides on a block, what the reader had found can be gone back to");

  plx_document_append (document, "Subscribe", -1, PLX_ROLE_CHROME, PLX_CUT_NEWSLETTER);
  plx_document_decide (document, 0, PLX_DECIDER_USER, TRUE);
  block = plx_document_get_block (document, 0);
  g_assert_true (block->kept);
  g_assert_cmpint (block->role, ==, PLX_ROLE_BODY);
  g_assert_cmpint (block->reason, ==, PLX_CUT_NONE);

  /* Cut again it is what it was, and not just anything that the user did not want. */
  plx_document_decide (document, 0, PLX_DECIDER_USER, FALSE);
  g_assert_cmpint (block->reason, ==, PLX_CUT_NEWSLETTER);

  plx_document_decide (document, 0, PLX_DECIDER_RULE, TRUE);
  plx_document_decide (document, 0, PLX_DECIDER_READER, FALSE);
  g_assert_false (block->kept);
  g_assert_cmpint (block->role, ==, PLX_ROLE_CHROME);
}

static void
test_choices_lose_nothing (void)
{
  g_autoptr (PlxDocument) document = plx_document_new ("a.html", "html");
  const PlxOtherValue *other;

  g_test_summary ("A field that the user changes keeps what was found, to be chosen again");

  plx_document_set_field (document, PLX_FIELD_AUTHOR, "By Ana Sol", "meta author");
  plx_document_add_other (document, PLX_FIELD_AUTHOR, "Ana Sol", "JSON-LD");
  plx_document_choose (document, PLX_FIELD_AUTHOR, "Ana Sol");
  g_assert_cmpstr (document->found[PLX_FIELD_AUTHOR], ==, "user: JSON-LD");
  g_assert_cmpuint (document->others->len, ==, 1);
  other = &g_array_index (document->others, PlxOtherValue, 0);
  g_assert_cmpstr (other->value, ==, "By Ana Sol");
  g_assert_cmpstr (other->found, ==, "meta author");

  plx_document_choose (document, PLX_FIELD_AUTHOR, "A. Sol");
  plx_document_choose (document, PLX_FIELD_AUTHOR, "Anna Sol");
  g_assert_cmpstr (document->found[PLX_FIELD_AUTHOR], ==, "user");
  g_assert_cmpuint (document->others->len, ==, 2);

  plx_document_choose (document, PLX_FIELD_AUTHOR, "Ana Sol");
  g_assert_cmpstr (document->found[PLX_FIELD_AUTHOR], ==, "user: JSON-LD");
  g_assert_cmpuint (document->others->len, ==, 1);
}

static void
test_fields_are_checked (void)
{
  static const struct
  {
    PlxField    field;
    const char *text;
    const char *value;
  } cases[] = {
    { PLX_FIELD_PUBLISHED, " 2023-08-30 ", "2023-08-30" },
    { PLX_FIELD_PUBLISHED, "2023-08-30 14:05", "2023-08-30T14:05" },
    { PLX_FIELD_PUBLISHED, "2023-08-30 14:05 +02:00", "2023-08-30T14:05+02:00" },
    { PLX_FIELD_PUBLISHED, "2023-08-30T14:05:09.123-0430", "2023-08-30T14:05:09-04:30" },
    { PLX_FIELD_PUBLISHED, "2023-08-30 14:05 UTC", "2023-08-30T14:05Z" },
    { PLX_FIELD_PUBLISHED, "2023-02-30", NULL },
    { PLX_FIELD_PUBLISHED, "2023-08-30 25:00", NULL },
    { PLX_FIELD_PUBLISHED, "2023-08-30 14:05 +", NULL },
    { PLX_FIELD_PUBLISHED, "2023-08-30 +02:00", NULL },
    { PLX_FIELD_PUBLISHED, "30 August 2023", NULL },
    { PLX_FIELD_LANGUAGE, "RU", "ru" },
    { PLX_FIELD_LANGUAGE, "pt_BR", "pt-BR" },
    { PLX_FIELD_LANGUAGE, "Swahili", "sw" },
    { PLX_FIELD_LANGUAGE, "zh-hant", "zh-Hant" },
    { PLX_FIELD_LANGUAGE, "qqx", NULL },
    { PLX_FIELD_LANGUAGE, "no such tongue", NULL },
    { PLX_FIELD_ADDRESS, "example.org/a?b=c", "https://example.org/a?b=c" },
    { PLX_FIELD_ADDRESS, "http://example.org", "http://example.org" },
    { PLX_FIELD_ADDRESS, "ftp://example.org", NULL },
    { PLX_FIELD_ADDRESS, "javascript:alert(1)", NULL },
    { PLX_FIELD_ADDRESS, "not an address", NULL },
    { PLX_FIELD_ADDRESS, "word", NULL },
    { PLX_FIELD_AUTHOR, " Ana\tSol ", "Ana Sol" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *value = plx_field_parse (cases[i].field, cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (value, ==, cases[i].value);
    }
}

static void
test_day_is_the_one_written (void)
{
  g_autofree char *day = plx_day_format (plx_day_parse ("2023-08-30T23:49-04:00"));

  g_assert_cmpstr (day, ==, "2023-08-30");
  g_assert_cmpuint (plx_day_parse ("2023-02-30"), ==, 0);
  g_assert_cmpuint (plx_day_parse ("yesterday"), ==, 0);
  g_assert_cmpuint (plx_day_parse (NULL), ==, 0);
}

static void
test_filter_survives_writing (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxFilter) filter = plx_filter_new ();
  g_autoptr (PlxFilter) again = NULL;
  g_autofree char *written = NULL;

  filter->statuses = 1 << PLX_STATUS_NON_PARTY;
  filter->as_of = PLX_AS_OF_DAY;
  filter->day = plx_day_parse ("2015-06-14");
  filter->entities = g_strsplit ("Omar al-Bashir|it's", "|", -1);
  filter->only_differences = TRUE;

  written = plx_filter_to_string (filter);
  again = plx_filter_from_string (written, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (again->statuses, ==, filter->statuses);
  g_assert_cmpint (again->as_of, ==, filter->as_of);
  g_assert_cmpuint (again->day, ==, filter->day);
  g_assert_cmpstrv (again->entities, filter->entities);
  g_assert_true (again->only_differences);
  g_assert_false (plx_filter_is_empty (again));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/document/blocks-keep-their-text", test_blocks_keep_their_text);
  g_test_add_func ("/document/digest-follows-the-content", test_digest_follows_the_content);
  g_test_add_func ("/document/decisions-remember", test_decisions_remember);
  g_test_add_func ("/document/choices-lose-nothing", test_choices_lose_nothing);
  g_test_add_func ("/document/fields-are-checked", test_fields_are_checked);
  g_test_add_func ("/day/is-the-one-written", test_day_is_the_one_written);
  g_test_add_func ("/filter/survives-writing", test_filter_survives_writing);

  return g_test_run ();
}
