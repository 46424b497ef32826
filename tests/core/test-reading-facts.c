/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reading/article/plx-cues.h"
#include "reading/article/plx-dates.h"
#include "reading/article/plx-head.h"
#include "reading/article/plx-outlets.h"

static void
test_dates_are_understood (void)
{
  static const struct
  {
    const char *text;
    const char *iso;
  } dates[] = {
    { "April 28, 2021", "2021-04-28" },
    { "Thursday 9 June 2022 17:31 EDT", "2022-06-09T17:31-04:00" },
    { "14 June 2015, 18:05 SAST", "2015-06-14T18:05+02:00" },
    { "Published June 15, 2015, 6:12 p.m. EDT", "2015-06-15T18:12-04:00" },
    { "12:05 a.m. GMT, Fri May 3, 2019", "2019-05-03T00:05Z" },
    { "2023-11-09T01:49:09Z", "2023-11-09T01:49:09Z" },
    { "2023-11-09T01:49:09.123+0530", "2023-11-09T01:49:09+05:30" },
    { "3rd of March 2001", "2001-03-03" },
    { "Sept. 20th, 2023", "2023-09-20" },
    { "30. August 2023, 14.05 Uhr", "2023-08-30T14:05" },
    { "le 1er février 2020", "2020-02-01" },
    { "5 de mayo de 2019", "2019-05-05" },
    { "12 września 2018", "2018-09-12" },
    { "9 мая 2015", "2015-05-09" },
    { "9 травня 2015 р.", "2015-05-09" },
    { "2023. augusztus 30.", "2023-08-30" },
    { "2023 m. rugpjūčio 30 d.", "2023-08-30" },
    { "30. elokuuta 2023", "2023-08-30" },
    { "1. června 2021", "2021-06-01" },
    { "1. července 2021", "2021-07-01" },
    { "7. lipnja 2021.", "2021-06-07" },
    { "30 iulie 2020", "2020-07-30" },
    { "3 Ιουλίου 2019", "2019-07-03" },
    { "٣", NULL },
    { "12 أغسطس 2022", "2022-08-12" },
    { "30 Agustus 2023", "2023-08-30" },
    { "2023年8月30日", "2023-08-30" },
    { "2023년 8월 30일 14:05", "2023-08-30T14:05" },
    { "31.12.1999", "1999-12-31" },
    { "25/12/2010", "2010-12-25" },
    { "12/25/2010", "2010-12-25" },
    { "20230830", "2023-08-30" },
    /* Summer time in Ireland, India or Israel: nobody knows. */
    { "9 June 2022 17:31 IST", "2022-06-09T17:31" },
    { "31 February 2020", NULL },
    { "May we come in on 4 of 2020 days", NULL },
    { "In August 2023", NULL },
    { "Call 555-1234-2020", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *iso = plx_dates_to_iso (dates[i].text, FALSE);

      g_test_message ("%s", dates[i].text);
      g_assert_cmpstr (iso, ==, dates[i].iso);
    }
}

static void
test_dates_of_months_only (void)
{
  static const struct
  {
    const char *text;
    const char *iso;
  } dates[] = {
    { "The court has 12 separate 2019 filings", NULL },
    { "5 magazine 2019 covers hung there", NULL },
    { "He sold 3 outlets 2018 was the last", NULL },
    { "They married, 30 marriage 2016 was it", NULL },
    { "the 2 general 2015 votes", NULL },
    { "12. travnja 2019.", "2019-04-12" },
    { "3. marta 2021.", "2021-03-03" },
    { "5 gener 2018", "2018-01-05" },
    { "7. elokuuta 2020", "2020-08-07" },
    { "15. studenoga 2017.", "2017-11-15" },
    { "4 lipiec 2012", "2012-07-04" },
    { "9 Setiembre 2011", "2011-09-09" },
  };

  g_test_summary ("What only begins as a month does, in one language or another, is none");

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *iso = plx_dates_to_iso (dates[i].text, FALSE);

      g_assert_cmpstr (iso, ==, dates[i].iso);
    }
}

static void
test_dates_month_first (void)
{
  g_autofree char *american = plx_dates_to_iso ("4/5/2020", TRUE);
  g_autofree char *european = plx_dates_to_iso ("4/5/2020", FALSE);
  g_autofree char *dotted = plx_dates_to_iso ("4.5.2020", TRUE);

  g_assert_cmpstr (american, ==, "2020-04-05");
  g_assert_cmpstr (european, ==, "2020-05-04");
  g_assert_cmpstr (dotted, ==, "2020-05-04");
}

static void
test_dates_lines (void)
{
  PlxDateFind find;

  g_assert_true (plx_dates_is_line ("Last updated: 3 May 2019", FALSE, &find));
  g_assert_false (plx_dates_is_line ("The ferry that sank on 3 May 2019 was built in Gdynia by a "
                                     "company that no longer exists", FALSE, &find));
}

static void
test_dates_in_addresses (void)
{
  static const struct
  {
    const char *address;
    const char *iso;
  } addresses[] = {
    { "https://selwyn.example/2014/03/05/goats", "2014-03-05" },
    { "https://selwyn.example/news/2014-3-5-goats", "2014-03-05" },
    { "https://selwyn.example/a/20140305.html", "2014-03-05" },
    { "https://selwyn.example/2014/13/05/goats", NULL },
    { "https://selwyn.example/id/2014030512345", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autofree char *iso = plx_dates_from_path (addresses[i].address);

      g_assert_cmpstr (iso, ==, addresses[i].iso);
    }
}

static void
test_bylines (void)
{
  static const struct
  {
    const char *line;
    const char *names;
  } bylines[] = {
    { "By Mirela Tandy in Port Selwyn", "Mirela Tandy" },
    { "By Mirela Tandy, Herald Writer", "Mirela Tandy" },
    { "by Mirela Tandy and Joost van der Perrin", "Mirela Tandy and Joost van der Perrin" },
    { "By Mirela Tandy | May 3, 2019", "Mirela Tandy" },
    { "By the time it was over, nobody cared", NULL },
    { "Mirela Tandy", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bylines); i++)
    {
      g_autofree char *names = plx_head_find_byline (bylines[i].line);

      g_assert_cmpstr (names, ==, bylines[i].names);
    }
}

static void
test_outlets_by_address (void)
{
  g_assert_cmpstr (plx_outlets_find_by_address ("https://www.timesofisrael.com/x"), ==,
                   "The Times of Israel");
  g_assert_cmpstr (plx_outlets_find_by_address ("http://edition.independent.co.uk:80/"), ==,
                   "The Independent");
  g_assert_null (plx_outlets_find_by_address ("https://notindependent.co.uk/"));
  g_assert_null (plx_outlets_find_by_address ("independent.co.uk"));
}

static void
test_outlets_in_text (void)
{
  /* The longer name wins over the one at its end. */
  g_assert_cmpstr (plx_outlets_find_in_text ("Please support the Irish Times today."), ==,
                   "The Irish Times");
  g_assert_cmpstr (plx_outlets_find_in_text ("Thank you for reading The Independent"), ==,
                   "The Independent");
  g_assert_null (plx_outlets_find_in_text ("We are independent, and we take our time"));
}

/* An article about donations and cookies is an article. */
static void
test_cues_keep_articles (void)
{
  static const char *const kept[] = {
    "The charity said that a donation of two million crowns had been made by a reader of the "
    "newspaper, and that it would pay for a new roof.",
    "Regulators fined the company for setting cookies without consent, and told it to change its "
    "privacy policy within a month, the ministry said.",
    "Thousands subscribed to the appeal.",
    "He declined to comment.",
    "The minister shared the photograph on Facebook and Twitter before deleting it.",
  };
  static const struct
  {
    const char   *text;
    PlxCutReason  reason;
  } cut[] = {
    { "Share", PLX_CUT_SHARE },
    { "Donate now", PLX_CUT_DONATION },
    { "Sign up for our newsletter", PLX_CUT_NEWSLETTER },
    { "We use cookies to give you the best experience on our site.", PLX_CUT_COOKIES },
    { "Log in or register to go on", PLX_CUT_ACCOUNT },
    { "12 Comments", PLX_CUT_COMMENTS },
    { "${article.related}", PLX_CUT_TEMPLATE },
    { "[%item_teaser%]", PLX_CUT_TEMPLATE },
    { "ADVERTISEMENT", PLX_CUT_ADVERTISEMENT },
    { "All rights reserved.", PLX_CUT_LEGAL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autoptr (PlxDraft) draft = plx_draft_new (kept[i], -1);

      g_test_message ("%s", kept[i]);
      g_assert_cmpint (plx_cues_judge_draft (draft), ==, PLX_CUT_NONE);
    }

  for (guint i = 0; i < G_N_ELEMENTS (cut); i++)
    {
      g_autoptr (PlxDraft) draft = plx_draft_new (cut[i].text, -1);

      g_test_message ("%s", cut[i].text);
      g_assert_cmpint (plx_cues_judge_draft (draft), ==, cut[i].reason);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reading/dates/are-understood", test_dates_are_understood);
  g_test_add_func ("/reading/dates/of-months-only", test_dates_of_months_only);
  g_test_add_func ("/reading/dates/month-first-where-told", test_dates_month_first);
  g_test_add_func ("/reading/dates/lines-hold-little-else", test_dates_lines);
  g_test_add_func ("/reading/dates/stand-in-addresses", test_dates_in_addresses);
  g_test_add_func ("/reading/bylines/give-names", test_bylines);
  g_test_add_func ("/reading/outlets/by-address", test_outlets_by_address);
  g_test_add_func ("/reading/outlets/in-text", test_outlets_in_text);
  g_test_add_func ("/reading/cues/keep-articles", test_cues_keep_articles);

  return g_test_run ();
}
