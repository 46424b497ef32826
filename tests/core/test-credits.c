/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "language/names/plx-agencies.h"
#include "reading/article/plx-credits.h"
#include "reading/article/plx-dateline.h"

static char *
join (GPtrArray *agencies)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < agencies->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? ", " : "", (char *) agencies->pdata[i]);

  return g_strdup (joined->str);
}

static void
test_datelines_are_read (void)
{
  static const struct
  {
    const char *text;
    const char *dateline;
    const char *agencies;
  } cases[] = {
    { "PRETORIA, June 14 (Reuters) — The court met.", "PRETORIA, June 14", "Reuters" },
    { "KYIV — The mayor said so.", "KYIV", "" },
    { "KYIV, Ukraine (AP) — The mayor said so.", "KYIV, Ukraine", "Associated Press" },
    { "Genève (ATS) Le conseil s’est réuni.", "Genève", "Keystone-SDA" },
    { "MOSKAU/BERLIN (dpa) - Der Minister kam.", "MOSKAU/BERLIN", "Deutsche Presse-Agentur" },
    { "Paris (AFP) – Le ministre est venu.", "Paris", "Agence France-Presse" },
    { "BEIJING, March 3 (Xinhua) -- The port opened.", "BEIJING, March 3",
      "Xinhua News Agency" },
    { "SEOUL, Sept. 2 (Yonhap) -- The port opened.", "SEOUL, Sept. 2", "Yonhap News Agency" },
    { "ANKARA (AA) - Bakan geldi.", "ANKARA", "Anadolu Agency" },
    { "(ANSA) - ROMA, 14 GIU - Il ministro è arrivato.", "ROMA, 14 GIU", "ANSA" },
    { "Madrid, 14 jun (EFE).- El ministro llegó.", "Madrid, 14 jun", "EFE" },
    { "NEW DELHI: The minister came.", "NEW DELHI", "" },
    { "Lagos, Aug. 30, 2023 (NAN) The minister came.", "Lagos, Aug. 30, 2023",
      "News Agency of Nigeria" },
    { "LONDON (Reuters/AP) - The minister came.", "LONDON", "Reuters, Associated Press" },
    { "MOSCOW, June 14 /TASS/. The minister came.", "MOSCOW, June 14", "TASS" },
    { "Aug 30 (Reuters) - The minister came.", "Aug 30", "Reuters" },
    { "UPDATE — The minister came.", NULL, NULL },
    { "BREAKING: The minister came.", NULL, NULL },
    { "The minister — a friend of boats — came to Gdynia.", NULL, NULL },
    { "Anna Nowak (48) lives by the port.", NULL, NULL },
    { "The World Health Organization (WHO) - a body of the United Nations - met.", NULL, NULL },
    { "However, the port – the largest – was shut.", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlxDateline) dateline = plx_dateline_read (cases[i].text);
      g_autofree char *agencies = dateline != NULL ? join (dateline->agencies) : NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (dateline != NULL ? dateline->text : NULL, ==, cases[i].dateline);
      g_assert_cmpstr (agencies, ==, cases[i].agencies);
    }
}

static void
test_datelines_tell_the_day (void)
{
  g_autoptr (PlxDateline) dateline = plx_dateline_read ("LAGOS, Aug. 30, 2023 (NAN) — It rained.");
  g_autoptr (PlxDateline) bare = plx_dateline_read ("LAGOS, Aug. 30 (NAN) — It rained.");

  g_assert_true (dateline->has_day);
  g_assert_cmpint (dateline->day.year, ==, 2023);
  g_assert_cmpint (dateline->day.month, ==, 8);
  g_assert_cmpint (dateline->day.day, ==, 30);
  g_assert_true (bare->has_day);
  g_assert_cmpint (bare->day.year, ==, 0);
}

static void
test_agencies_go_by_their_forms (void)
{
  g_autoptr (GPtrArray) agencies = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  g_assert_cmpstr (plx_agencies_find ("the associated press", -1), ==, "Associated Press");
  g_assert_cmpstr (plx_agencies_find ("(АП)", -1), ==, NULL);
  g_assert_cmpstr (plx_agencies_find ("ТАСС", -1), ==, "TASS");

  plx_agencies_find_all ("AP and AFP’s reporters, with Agence France-Presse; ap, Map, sana",
                         agencies);
  joined = join (agencies);
  g_assert_cmpstr (joined, ==, "Associated Press, Agence France-Presse");
}

/* Reads @lines, a block each, and gives the agencies that they credit. */
static char *
find_agency (const char *lines,
             const char *author)
{
  g_autoptr (PlxDocument) document = plx_document_new ("test", "text");
  g_autoptr (GPtrArray) drafts =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_draft_free);
  g_auto (GStrv) split = g_strsplit (lines, "\n", -1);

  for (guint i = 0; split[i] != NULL; i++)
    g_ptr_array_add (drafts, plx_draft_new (split[i], -1));
  plx_document_set_field (document, PLX_FIELD_AUTHOR, author, "text");
  plx_credits_find (drafts, document);

  return g_strdup (document->fields[PLX_FIELD_AGENCY]);
}

static void
test_credits_are_found (void)
{
  static const char prose[] = "The harbour master said on Monday that the ferry would not leave "
                              "the port before the storm had passed over the islands.";
  static const struct
  {
    const char *lines;
    const char *author;
    const char *agency;
  } cases[] = {
    { "%s", "Jane Doe, Reuters", "Reuters" },
    { "%s", "Staff and agencies", "agencies" },
    { "%s", "Jane Doe", NULL },
    { "%s\nWith files from The Canadian Press and AFP", NULL,
      "The Canadian Press, Agence France-Presse" },
    { "%s\nAgence France-Presse contributed to this report.", NULL, "Agence France-Presse" },
    { "%s\n(Reuters)", NULL, "Reuters" },
    { "%s\ndpa/lno", NULL, "Deutsche Presse-Agentur" },
    { "%s (PTI)", NULL, "Press Trust of India" },
    { "%s\n© 2020 AFP", NULL, "Agence France-Presse" },
    /* A source of the article is not where it is from. */
    { "%s\nThe port’s owner told Reuters that the ferry was old.", NULL, NULL },
    { "%s\nPhoto: Jane Doe / MTI", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) parts = g_strsplit (cases[i].lines, "%s", 2);
      g_autofree char *lines = g_strconcat (parts[0], prose, parts[1], NULL);
      g_autofree char *agency = find_agency (lines, cases[i].author);

      g_test_message ("%s", cases[i].lines);
      g_assert_cmpstr (agency, ==, cases[i].agency);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/credits/datelines-are-read", test_datelines_are_read);
  g_test_add_func ("/credits/datelines-tell-the-day", test_datelines_tell_the_day);
  g_test_add_func ("/credits/agencies-go-by-their-forms", test_agencies_go_by_their_forms);
  g_test_add_func ("/credits/credits-are-found", test_credits_are_found);

  return g_test_run ();
}
