/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reading/plx-charset.h"

#include <string.h>

/* Of our own writing. Each is in a language that the encodings below were made for. */
static const char german[] = "Der Bürgermeister sagte am Dienstag, die Fähre müsse künftig "
                             "pünktlich ablegen; “schön wäre es”, fügte er hinzu.";
static const char polish[] = "Burmistrz powiedział we wtorek, że prom będzie odpływał później, "
                             "ponieważ kapitan zachorował, a załoga jest zmęczona.";
static const char russian[] = "Мэр сказал во вторник, что паром будет отходить позже, потому что "
                              "капитан заболел, а команда устала.";
static const char greek[] = "Ο δήμαρχος είπε την Τρίτη ότι το πλοίο θα φεύγει αργότερα, επειδή ο "
                            "καπετάνιος αρρώστησε και το πλήρωμα είναι κουρασμένο.";
static const char turkish[] = "Belediye başkanı salı günü yaptığı açıklamada, kaptan "
                              "hastalandığı için vapurun daha geç kalkacağını söyledi.";
static const char arabic[] = "قال رئيس البلدية يوم الثلاثاء إن العبارة ستغادر في وقت "
                             "لاحق لأن القبطان مريض والطاقم متعب.";
static const char hebrew[] = "ראש העיר אמר ביום שלישי שהמעבורת תצא מאוחר יותר כי הקברניט חלה "
                             "והצוות עייף.";
static const char japanese[] = "市長は火曜日、船長が病気で乗組員も疲れているため、フェリーの出発が遅れると述べた。"
                               "港の事務所は正午に閉まる。";
static const char chinese[] = "市长星期二说，因为船长生病而且船员疲惫，渡轮将推迟出发。港口办公室将在中午关门，"
                              "旅客可以在码头等候。";
static const char traditional[] = "市長星期二說，因為船長生病而且船員疲憊，渡輪將延後出發。港口辦公室將在中午關門，"
                                  "旅客可以在碼頭等候。";
static const char korean[] = "시장은 화요일 선장이 아프고 선원들이 지쳐서 여객선이 늦게 출발할 것이라고 말했다. "
                             "항구 사무소는 정오에 문을 닫는다.";

static const struct
{
  const char *text;
  const char *charset;
} cases[] = {
  { german, "windows-1252" },  { polish, "windows-1250" },   { polish, "ISO-8859-2" },
  { russian, "windows-1251" }, { russian, "KOI8-R" },        { russian, "ISO-8859-5" },
  { greek, "windows-1253" },   { turkish, "windows-1254" },  { arabic, "windows-1256" },
  { hebrew, "windows-1255" },  { japanese, "Shift_JIS" },    { japanese, "EUC-JP" },
  { japanese, "ISO-2022-JP" }, { chinese, "GB18030" },       { traditional, "BIG5" },
  { korean, "EUC-KR" },        { german, "UTF-16LE" },       { german, "UTF-16BE" },
  { german, "UTF-16" },        { russian, "UTF-16" },        { german, "UTF-32" },
  { german, "UTF-8" },         { japanese, "UTF-8" },
};

static void
check (const char *text,
       const char *charset,
       const char *hint)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *decoded = NULL;
  gsize length, out_length;

  bytes = g_convert (text, -1, charset, "UTF-8", NULL, &length, &error);
  g_assert_no_error (error);
  decoded = plx_charset_decode (bytes, length, hint, NULL, &out_length);
  g_assert_cmpstr (decoded, ==, text);
  g_assert_cmpuint (out_length, ==, strlen (text));
}

static void
test_detected (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].charset);
      check (cases[i].text, cases[i].charset, NULL);
    }
}

static void
test_hinted (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].charset);
      check (cases[i].text, cases[i].charset, cases[i].charset);
    }

  /* Too short for a guess. */
  check ("Быть", "KOI8-R", "koi8-r");
  check ("Õhtu", "windows-1257", "windows-1257");
}

/* A page that says one encoding and is another. */
static void
test_lied_to (void)
{
  static const char *const lies[] = { "utf-8", "iso-8859-1", "us-ascii", "utf-16", "martian" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint k = 0; k < G_N_ELEMENTS (lies); k++)
      {
        g_test_message ("%s, said to be %s", cases[i].charset, lies[k]);
        check (cases[i].text, cases[i].charset, lies[k]);
      }
}

/* One bad byte does not make another encoding of a page. */
static void
test_spoilt (void)
{
  static const char spoilt[] = "Die F\xC3\xA4hre m\xC3\xBCsse p\xC3\xBCnktlich ablegen, sagte der "
                               "B\xC3\xBCrgermeister von Pl\xC3\xB6n; sp\xC3\xA4ter wurde es "
                               "sch\xC3\xB6ner. K\xC3\xBC\xC3ste \xC3\xBC\xC3\xA4\xC3\xB6";
  const char *charset = NULL;
  g_autofree char *decoded = plx_charset_decode (spoilt, strlen (spoilt), NULL, &charset, NULL);

  g_assert_cmpstr (charset, ==, "UTF-8");
  g_assert_nonnull (strstr (decoded, "Bürgermeister"));
  g_assert_nonnull (strstr (decoded, "\xEF\xBF\xBD"));
}

static void
test_no_text (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1986);
  g_autofree char *noise = g_malloc (4000);
  g_autofree char *decoded = NULL;

  for (guint i = 0; i < 4000; i++)
    noise[i] = (char) g_rand_int_range (random, 1, 256);

  decoded = plx_charset_decode (noise, 4000, NULL, NULL, NULL);
  g_assert_null (decoded);

  decoded = plx_charset_decode ("", 0, NULL, NULL, NULL);
  g_assert_cmpstr (decoded, ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/charset/detected", test_detected);
  g_test_add_func ("/charset/hinted", test_hinted);
  g_test_add_func ("/charset/lied-to", test_lied_to);
  g_test_add_func ("/charset/spoilt", test_spoilt);
  g_test_add_func ("/charset/no-text", test_no_text);

  return g_test_run ();
}
