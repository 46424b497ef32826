/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "countries/plx-country-names.h"
#include "language/plx-language.h"
#include "language/text/plx-words.h"

#include <string.h>

/* Of our own writing. Sentences have a bar between them; names are those that must be found, with a
 * country where they name one. */
static const struct
{
  const char *language;
  const char *sentences;
  guint       n_words;
  const char *names;
} cases[] = {
  { "de", "Am 3. Oktober traf Präsident Anders Holm in Südafrika Dr. Berg.|Die Türkei und die "
          "USA waren z. B. "
          "nicht dabei.|Holm sprach von Russlands Häfen.", 26,
    "Anders Holm|Südafrika=ZAF|Berg|Türkei=TUR|USA=USA|Holm|Russlands=RUS" },
  { "fr", "M. Anders Holm a quitté l’Afrique du Sud lundi.|Le président Holm ira en Côte "
          "d’Ivoire, etc., puis aux "
          "États-Unis.|Pourquoi ?", 21,
    "Anders Holm|Afrique du Sud=ZAF|Holm|Côte d’Ivoire=CIV|États-Unis=USA" },
  { "es", "El Sr. Anders Holm llegó a Turquía.|¿Irá después a los EE. UU.?|Nadie en Gran Bretaña "
          "lo sabe.", 19,
    "Anders Holm|Turquía=TUR|EE. UU.=USA|Gran Bretaña=GBR" },
  { "it", "Il sig. Anders Holm è arrivato in Germania.|Poi andrà nei Paesi Bassi.", 13,
    "Anders Holm|Germania=DEU|Paesi Bassi=NLD" },
  { "pt", "O Sr. Anders Holm chegou à Alemanha.|Depois irá à África do Sul com Ida de Berg.", 17,
    "Anders Holm|Alemanha=DEU|África do Sul=ZAF|Ida de Berg" },
  { "nl", "Gisteren sprak dhr. Anders van Holm in Duitsland.|Hij reist naar Zuid-Afrika.", 12,
    "Anders van Holm|Duitsland=DEU|Zuid-Afrika=ZAF" },
  { "sv", "I går talade Anders Holm i Tyskland, bl.a. om fisk.|Sedan for han till Sydafrika.", 16,
    "Anders Holm|Tyskland=DEU|Sydafrika=ZAF" },
  { "pl", "Wczoraj prof. Anders Holm mówił w Rosji.|Dnia 3. maja pojedzie do Wielkiej Brytanii.",
    14,
    "Anders Holm|Rosji=RUS|Wielkiej Brytanii=GBR" },
  { "cs", "Včera mluvil Anders Holm v Německu.|Potom pojede 5. května do Číny.", 12,
    "Anders Holm|Německu=DEU|Číny=CHN" },
  { "ru", "Вчера А. С. Холмов был в России.|Потом Иван Холмов уехал в Китай, т. е. "
          "далеко.|Холмов вернётся в "
          "Саудовскую Аравию?", 21,
    "А. С. Холмов|России=RUS|Иван Холмов|Китай=CHN|Холмов|Саудовскую Аравию=SAU" },
  { "uk", "Учора Іван Холмов був у Польщі.|Потім він поїхав до Німеччини.", 11,
    "Іван Холмов|Польщі=POL|Німеччини=DEU" },
  { "el", "Χθες ο Άντερς Χολμ μίλησε στη Ρωσία.|Πού πάει μετά;|Στην Κίνα.", 12,
    "Άντερς Χολμ|Ρωσία=RUS|Κίνα=CHN" },
  { "tr", "Dün Anders Holm Rusya'da konuştu.|Sonra ABD ve Güney Afrika ile görüşecek.", 12,
    "Anders Holm|Rusya=RUS|ABD=USA|Güney Afrika=ZAF" },
  { "hu", "Tegnap Anders Holm Oroszországban beszélt.|Utána Németországba megy.", 8,
    "Anders Holm|Oroszországban=RUS|Németországba=DEU" },
  { "fi", "Eilen Anders Holm puhui Venäjällä.|Sitten hän lähti Saksaan.", 9,
    "Anders Holm|Venäjällä=RUS|Saksaan=DEU" },
  { "ro", "Ieri Anders Holm a vorbit în Rusia.|Apoi a plecat în Germania.", 12,
    "Anders Holm|Rusia=RUS|Germania=DEU" },
  { "ar", "وصل الوزير إلى روسيا أمس.|هل يذهب إلى الصين؟|لا، سيعود إلى مصر.", 13,
    "روسيا=RUS|الصين=CHN|مصر=EGY" },
  { "he", "השר הגיע לרוסיה אתמול.|האם יגיע לגרמניה?|לא.", 8, "לרוסיה=RUS|לגרמניה=DEU" },
  { "fa", "وزیر دیروز به روسیه رفت.|آیا به آمریکا می‌رود؟", 9, "روسیه=RUS|آمریکا=USA" },
  { "hi", "मंत्री कल रूस गए।|क्या वे चीन जाएँगे?", 8, "रूस=RUS|चीन=CHN" },
  { "zh", "部长昨天访问了俄罗斯。|他会去南非吗？|没有人知道。", 13, "俄罗斯=RUS|南非=ZAF" },
  { "zh-TW", "部長昨天訪問了俄羅斯。|他會去法國嗎？", 10, "俄羅斯=RUS|法國=FRA" },
  { "ja", "大臣は昨日ロシアを訪れた。|次は米国に行くのか？|誰も知らない。", 18, "ロシア=RUS|米国=USA" },
  { "ko", "장관은 어제 러시아를 방문했다.|다음에는 중국에 갈까?", 7, "러시아=RUS|중국=CHN" },
};

static gboolean
is_spaceless (const char *language)
{
  return g_str_has_prefix (language, "zh") || g_str_equal (language, "ja");
}

static PlxAnnotation *
annotate (const char *language,
          const char *marked)
{
  g_autoptr (PlxDocument) document = plx_document_new ("test", "text");
  g_autoptr (GString) text = g_string_new (marked);

  /* Chinese and Japanese put nothing between sentences. */
  g_string_replace (text, "|", is_spaceless (language) ? "" : " ", 0);
  plx_document_set_field (document, PLX_FIELD_LANGUAGE, language, "test");
  plx_document_append (document, text->str, -1, PLX_ROLE_BODY, PLX_CUT_NONE);

  return plx_language_annotate (document);
}

static void
test_sentences (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlxAnnotation) annotation = annotate (cases[i].language, cases[i].sentences);
      g_autoptr (GString) written = g_string_new (NULL);

      for (guint j = 0; j < annotation->sentences->len; j++)
        {
          const PlxSentenceSpan *s = &g_array_index (annotation->sentences, PlxSentenceSpan, j);

          g_string_append_printf (written, "%s%.*s", j > 0 ? "|" : "", (int) (s->end - s->start),
                                  annotation->document->text->str + s->start);
        }

      g_assert_cmpstr (written->str, ==, cases[i].sentences);
    }
}

static void
test_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlxAnnotation) annotation = annotate (cases[i].language, cases[i].sentences);
      const char *text = annotation->document->text->str;
      g_autoptr (GArray) words = plx_words_split (text, 0, strlen (text));
      /* How its dictionaries cut the scripts without spaces differs between versions of ICU. */
      const guint give = is_spaceless (cases[i].language) ? 2 : 0;
      guint n = 0;

      for (guint j = 0; j < words->len; j++)
        n += g_array_index (words, PlxWord, j).is_word;

      g_test_message ("%s", cases[i].sentences);
      g_assert_cmpuint (n, <=, cases[i].n_words + give);
      g_assert_cmpuint (n + give, >=, cases[i].n_words);
    }
}

static void
test_names (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlxAnnotation) annotation = annotate (cases[i].language, cases[i].sentences);
      g_autoptr (GString) written = g_string_new (NULL);

      for (guint j = 0; j < annotation->mentions->len; j++)
        {
          const PlxMentionSpan *m = &g_array_index (annotation->mentions, PlxMentionSpan, j);

          g_string_append_printf (written, "%s%.*s", j > 0 ? "|" : "", (int) (m->end - m->start),
                                  annotation->document->text->str + m->start);
          if (m->kind == PLX_KIND_COUNTRY)
            g_string_append_printf (written, "=%s", m->country);
          g_assert_cmpuint (m->sentence, <, annotation->sentences->len);
        }

      g_test_message ("%s: %s", cases[i].language, cases[i].sentences);
      g_assert_cmpstr (written->str, ==, cases[i].names);
    }
}

/* Words that begin as a country does, or that are only alike. */
static void
test_no_countries (void)
{
  static const struct { const char *language, *text; } others[] = {
    { "ru", "Российский" }, { "ru", "Китайский" }, { "ru", "Иранец" }, { "ru", "россия" },
    { "ru", "Индивид" }, { "pl", "Polak" }, { "de", "Russisch" }, { "de", "Chinesisch" },
    { "ko", "인도적" }, { "fr", "Françoise" }, { "es", "Chilena" }, { "tr", "Rus" },
    { "xx", "Norwegen" }, { "de", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      const PlxCountryNames *names = plx_country_names_get (others[i].language);
      gsize end;

      g_test_message ("%s", others[i].text);
      g_assert_null (plx_country_names_match (names, others[i].text, 0, strlen (others[i].text),
                                              &end));
      g_assert_cmpuint (end, ==, 0);
    }
}

static gpointer
match_in_thread (gpointer data)
{
  gsize end;

  return (gpointer) plx_country_names_match (plx_country_names_get (data), "Brasil", 0, 6, &end);
}

static void
test_tags_and_threads (void)
{
  GThread *threads[8];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("match", match_in_thread, (gpointer) (i % 2 ? "pt-BR" : "ca"));
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpstr (g_thread_join (threads[i]), ==, "BRA");

  g_assert_true (plx_country_names_get ("de-AT") == plx_country_names_get ("de"));
  g_assert_null (plx_country_names_get (NULL));
  g_assert_null (plx_country_names_get (""));
  g_assert_null (plx_country_names_get ("d"));
  g_assert_null (plx_country_names_get ("../de"));
  g_assert_null (plx_country_names_get ("german"));
}

static void
test_full_treatment (void)
{
  g_assert_true (plx_language_is_full (NULL));
  g_assert_true (plx_language_is_full (""));
  g_assert_true (plx_language_is_full ("en"));
  g_assert_true (plx_language_is_full ("en-GB"));
  g_assert_true (plx_language_is_full ("EN_us"));
  g_assert_false (plx_language_is_full ("eng-lish"));
  g_assert_false (plx_language_is_full ("de"));
  g_assert_false (plx_language_is_full ("enm"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/other-languages/sentences", test_sentences);
  g_test_add_func ("/other-languages/words", test_words);
  g_test_add_func ("/other-languages/names", test_names);
  g_test_add_func ("/other-languages/no-countries", test_no_countries);
  g_test_add_func ("/other-languages/tags-and-threads", test_tags_and_threads);
  g_test_add_func ("/other-languages/full-treatment", test_full_treatment);

  return g_test_run ();
}
