/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stories that nobody would put together: what is found in them is sane, and found at once. */

#include "config.h"

#include "comparing/plx-comparing.h"

#include <string.h>

static PlxDocument *
make_document (const char *name,
               const char *language)
{
  PlxDocument *document = plx_document_new (name, "text");

  plx_document_set_field (document, PLX_FIELD_LANGUAGE, language, "test");
  plx_document_set_field (document, PLX_FIELD_PUBLISHED, "2020-02-11", "test");

  return document;
}

static void
add_article (GPtrArray  *story,
             const char *language,
             const char *text)
{
  g_autofree char *name = g_strdup_printf ("%u.txt", story->len);
  PlxDocument *document = make_document (name, language);

  plx_document_append (document, text, -1, PLX_ROLE_BODY, PLX_CUT_NONE);
  g_ptr_array_add (story, document);
}

static GPtrArray *
new_story (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
}

static guint
count_compared (PlxAnalysis *analysis)
{
  guint n = 0;

  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    n += plx_analysis_get_annotation (analysis, i)->sentences->len;

  return n;
}

static void
check_claim (PlxAnalysis          *analysis,
             const PlxClaimRecord *claim,
             GHashTable           *seen)
{
  g_autoptr (GHashTable) articles = g_hash_table_new (NULL, NULL);

  g_assert_cmpuint (claim->refs->len, >, 0);
  g_assert_cmpuint (claim->refs->len, ==, claim->origin_of->len);
  g_assert_true (g_utf8_validate (claim->label, -1, NULL));
  g_assert_cmpstr (claim->label, !=, "");

  for (guint i = 0; i < claim->refs->len; i++)
    {
      PlxSentenceRef ref = g_array_index (claim->refs, PlxSentenceRef, i);

      g_assert_cmpuint (ref.article, <, plx_analysis_get_n_articles (analysis));
      g_assert_cmpuint (ref.sentence, <,
                        plx_analysis_get_annotation (analysis, ref.article)->sentences->len);
      g_hash_table_add (articles, GUINT_TO_POINTER (ref.article + 1));
      g_hash_table_add (seen, GUINT_TO_POINTER (ref.article * 100000 + ref.sentence + 1));
    }
  g_assert_cmpuint (claim->n_sources, ==, g_hash_table_size (articles));
  g_assert_cmpuint (claim->n_independent, >=, 1);
  g_assert_cmpuint (claim->n_independent, <=, claim->n_sources);

  for (guint i = 0; i < claim->differences->len; i++)
    {
      const PlxDifferenceRecord *difference = g_ptr_array_index (claim->differences, i);

      g_assert_cmpuint (difference->refs->len, >=, 2);
      for (guint k = 0; k < difference->refs->len; k++)
        g_assert_true (g_utf8_validate (difference->says[k], -1, NULL));
    }
}

/* Compares them, and checks what must hold of any analysis: each sentence is in a claim. */
static PlxAnalysis *
compare (GPtrArray *story)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  PlxAnalysis *analysis = plx_comparing_analyse (story, NULL, NULL, PLX_AS_OF_ARTICLE, 0, NULL,
                                                 &error);

  g_assert_no_error (error);
  g_assert_nonnull (analysis);
  g_assert_cmpuint (plx_analysis_get_n_articles (analysis), ==, story->len);
  for (guint i = 0; i < analysis->claims->len; i++)
    check_claim (analysis, plx_analysis_get_claim (analysis, i), seen);
  g_assert_cmpuint (g_hash_table_size (seen), ==, count_compared (analysis));

  return analysis;
}

static void
test_none (void)
{
  g_autoptr (GPtrArray) story = new_story ();
  g_autoptr (PlxAnalysis) analysis = compare (story);

  g_assert_cmpuint (analysis->claims->len, ==, 0);
  g_assert_cmpuint (analysis->entities->len, ==, 0);
}

static void
test_one (void)
{
  g_autoptr (GPtrArray) story = new_story ();
  g_autoptr (PlxAnalysis) analysis = NULL;

  add_article (story, "en", "The lighthouse keeper Edda Moen lost her job. A lamp replaces her.");
  analysis = compare (story);
  g_assert_cmpuint (analysis->claims->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpuint (plx_analysis_get_claim (analysis, i)->n_sources, ==, 1);
}

static const char * const blanks[] = {
  "", " ", "\n\n\n", ".", "…", "?!?!", "-- --", "\xe2\x80\x8b", "\xef\xbb\xbf", "\"", "“”", "7",
};

/* Articles that hold nothing, beside one that does. */
static void
test_empty (void)
{
  g_autoptr (GPtrArray) story = new_story ();
  g_autoptr (PlxAnalysis) analysis = NULL;

  g_ptr_array_add (story, make_document ("bare.txt", "en"));
  for (guint i = 0; i < G_N_ELEMENTS (blanks); i++)
    add_article (story, "en", blanks[i]);
  add_article (story, "en", "The lighthouse keeper Edda Moen lost her job.");
  analysis = compare (story);
  for (guint i = 0; i < analysis->claims->len; i++)
    g_assert_cmpuint (plx_analysis_get_claim (analysis, i)->differences->len, ==, 0);
}

static void
test_identical (void)
{
  g_autoptr (GPtrArray) story = new_story ();
  g_autoptr (PlxAnalysis) analysis = NULL;

  for (guint i = 0; i < 20; i++)
    add_article (story, "en", "The lighthouse keeper Edda Moen lost her job on Friday. A lamp that "
                 "was made in Bergen by 40 workers replaces her from now on. The union wants to go "
                 "to court, and the ministry said that it knew of nothing.");
  analysis = compare (story);
  g_assert_cmpuint (analysis->claims->len, ==, 3);
  g_assert_cmpuint (analysis->copies->len, >=, 19);
  for (guint i = 0; i < 3; i++)
    {
      const PlxClaimRecord *claim = plx_analysis_get_claim (analysis, i);

      g_assert_cmpuint (claim->n_sources, ==, 20);
      g_assert_cmpuint (claim->n_independent, <=, 2);
      g_assert_cmpuint (claim->differences->len, ==, 0);
    }
}

/* Each in words of its own: nothing is held to be the same. */
static const char * const unrelated[] = {
  "The lighthouse keeper Edda Moen lost her job on Friday.",
  "A comet will pass between two planets before sunrise.",
  "Bakers in Lyon raise the price of bread again.",
  "Our correspondent tasted nineteen kinds of seaweed soup.",
  "Goalkeeper Tunde Abiola signs for a club in Portugal.",
  "Why do cats purr when nobody listens?",
  "Interest rates stay where they have been since March.",
  "Children planted eight hundred oaks behind the quarry.",
};

static void
test_unrelated (void)
{
  g_autoptr (GPtrArray) story = new_story ();
  g_autoptr (PlxAnalysis) analysis = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (unrelated); i++)
    add_article (story, "en", unrelated[i]);
  analysis = compare (story);
  g_assert_cmpuint (analysis->claims->len, ==, G_N_ELEMENTS (unrelated));
  g_assert_cmpuint (analysis->copies->len, ==, 0);
}

typedef struct
{
  const char *path;
  const char *language;
  const char *first;
  const char *second;
} LanguageCase;

static const LanguageCase languages[] = {
  { "/comparing-bad/language/arabic", "ar",
    "استقال رئيس البلدية يوم الثلاثاء بعد الحريق. لم يصب أحد.",
    "بعد الحريق استقال رئيس البلدية. تطالب المعارضة بانتخابات." },
  { "/comparing-bad/language/chinese", "zh", "市长星期二在火灾后辞职。没有人受伤。",
    "火灾之后市长宣布辞职。反对派要求选举。" },
  { "/comparing-bad/language/russian", "ru",
    "Мэр города ушёл в отставку после пожара. Никто не пострадал.",
    "После пожара мэр города ушёл в отставку. Оппозиция требует выборов." },
  { "/comparing-bad/language/hindi", "hi",
    "आग के बाद महापौर ने इस्तीफा दिया। कोई घायल नहीं हुआ।",
    "महापौर ने आग के बाद इस्तीफा दिया। विपक्ष चुनाव चाहता है।" },
  { "/comparing-bad/language/thai", "th",
    "นายกเทศมนตรีลาออกหลังเกิดไฟไหม้ ไม่มีผู้ได้รับบาดเจ็บ",
    "หลังเกิดไฟไหม้นายกเทศมนตรีลาออก ฝ่ายค้านต้องการการเลือกตั้ง" },
  { "/comparing-bad/language/japanese", "ja", "市長は火曜日、火災を受けて辞任した。けが人はいなかった。",
    "火災のあと市長が辞任した。野党は選挙を求めている。" },
  { "/comparing-bad/language/unknown", "xx-bogus", "Qar tol miven dasa. Brel!",
    "Qar tol miven dasa. Urm?" },
};

static void
test_language (gconstpointer data)
{
  const LanguageCase *c = data;
  g_autoptr (GPtrArray) story = new_story ();
  g_autoptr (PlxAnalysis) analysis = NULL;

  add_article (story, c->language, c->first);
  add_article (story, c->language, c->second);
  analysis = compare (story);
  g_assert_cmpuint (analysis->claims->len, >=, 1);
}

static void
test_mix_of_languages (void)
{
  g_autoptr (GPtrArray) story = new_story ();
  g_autoptr (PlxAnalysis) analysis = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      add_article (story, languages[i].language, languages[i].first);
      /* A wrong language must do no harm either. */
      add_article (story, "en", languages[i].second);
    }
  analysis = compare (story);
  g_assert_cmpuint (analysis->claims->len, >=, G_N_ELEMENTS (languages));
}

/* @piece over and over, in one block, each # a number that grows. */
static void
add_long (GPtrArray  *story,
          const char *piece,
          gsize       size)
{
  g_autoptr (GString) text = g_string_sized_new (size + 100);

  for (guint i = 0; text->len < size; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      gsize start = text->len;

      g_string_append (text, piece);
      for (char *mark = strchr (text->str + start, '#'); mark != NULL;
           mark = strchr (text->str + start, '#'))
        {
          gsize at = mark - text->str;

          g_string_erase (text, at, 1);
          g_string_insert (text, at, number);
        }
    }
  add_article (story, "en", text->str);
}

typedef struct
{
  const char *path;
  const char *piece;
} LongCase;

static const LongCase longs[] = {
  { "/comparing-bad/long/one-block", "Keeper Edda Moen counted # ships off Bergen, she said. " },
  { "/comparing-bad/long/no-ends", "Keeper Edda Moen counted # ships off Bergen with # lamps " },
  { "/comparing-bad/long/quotes", "“The # ships" },
  { "/comparing-bad/long/attributions", "according to Reuters, " },
  { "/comparing-bad/long/no-spaces", "#ships#" },
  { "/comparing-bad/long/brackets", "(((\"" },
};

/* A block as long as a book takes a time that goes with its length. */
static void
test_long (gconstpointer data)
{
  const LongCase *c = data;
  g_autoptr (GPtrArray) story = new_story ();
  g_autoptr (PlxAnalysis) analysis = NULL;

  add_article (story, "en", "Keeper Edda Moen counted 12 ships off Bergen on Friday.");
  add_long (story, c->piece, 60 * 1000);
  analysis = compare (story);
  g_assert_cmpuint (analysis->claims->len, >=, 1);
}

/* The same sentence, many times in each article. */
static void
test_same_sentence (void)
{
  g_autoptr (GPtrArray) story = new_story ();
  g_autoptr (PlxAnalysis) analysis = NULL;

  for (guint i = 0; i < 4; i++)
    {
      PlxDocument *document = make_document ("same.txt", "en");

      for (guint k = 0; k < 5; k++)
        plx_document_append (document, "The lighthouse keeper Edda Moen lost her job on Friday.",
                             -1, PLX_ROLE_BODY, PLX_CUT_NONE);
      g_ptr_array_add (story, document);
    }
  analysis = compare (story);
  g_assert_cmpuint (plx_analysis_get_claim (analysis, 0)->n_sources, ==, 4);
  for (guint i = 0; i < analysis->claims->len; i++)
    g_assert_cmpuint (plx_analysis_get_claim (analysis, i)->differences->len, ==, 0);
}

static void
test_cancelled (void)
{
  g_autoptr (GPtrArray) story = new_story ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  add_article (story, "en", unrelated[0]);
  g_cancellable_cancel (cancellable);
  g_assert_null (plx_comparing_analyse (story, NULL, NULL, PLX_AS_OF_ARTICLE, 0, cancellable,
                                        &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/comparing-bad/none", test_none);
  g_test_add_func ("/comparing-bad/one", test_one);
  g_test_add_func ("/comparing-bad/empty", test_empty);
  g_test_add_func ("/comparing-bad/identical", test_identical);
  g_test_add_func ("/comparing-bad/unrelated", test_unrelated);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    g_test_add_data_func (languages[i].path, &languages[i], test_language);
  g_test_add_func ("/comparing-bad/language/mix", test_mix_of_languages);
  for (guint i = 0; i < G_N_ELEMENTS (longs); i++)
    g_test_add_data_func (longs[i].path, &longs[i], test_long);
  g_test_add_func ("/comparing-bad/same-sentence", test_same_sentence);
  g_test_add_func ("/comparing-bad/cancelled", test_cancelled);

  return g_test_run ();
}
