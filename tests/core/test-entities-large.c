/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "language/plx-language.h"

#include <string.h>

/* So long may a story of hundreds of articles take, in seconds, on a slow machine that does much
 * else, and with sanitizers; what grows with the square of the names takes minutes. */
#define LONG_ENOUGH 20

static char *
make_word (GRand *rand)
{
  static const char *const starts[] = { "B", "D", "F", "G", "H", "K", "L",
                                        "M", "N", "P", "R", "S", "T", "V" };
  static const char *const middles[] = { "ab", "el", "in", "or", "ud", "an",
                                         "er", "il", "os", "um", "ak", "et" };
  static const char *const ends[] = { "a", "en", "ic", "o", "us", "berg",
                                      "son", "ov", "ez", "ini", "man", "ski" };

  return g_strconcat (starts[g_rand_int_range (rand, 0, G_N_ELEMENTS (starts))],
                      middles[g_rand_int_range (rand, 0, G_N_ELEMENTS (middles))],
                      middles[g_rand_int_range (rand, 0, G_N_ELEMENTS (middles))],
                      ends[g_rand_int_range (rand, 0, G_N_ELEMENTS (ends))], NULL);
}

static void
append_mention (PlxAnnotation *annotation,
                GString       *text,
                const char    *name,
                PlxKind        kind,
                guint32        sentence)
{
  const PlxMentionSpan mention = { .start = text->len, .end = text->len + strlen (name),
                                   .sentence = sentence, .entity = PLX_NONE, .kind = kind };

  g_string_append (text, name);
  g_array_append_val (annotation->mentions, mention);
}

/* An article with @n sentences, each with somebody, a body and its acronym. */
static PlxAnnotation *
make_article (GRand *rand,
              guint  n)
{
  g_autoptr (PlxDocument) document = plx_document_new ("large", "text");
  PlxAnnotation *annotation = plx_annotation_new (document);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      PlxSentenceSpan sentence = { .start = text->len };
      g_autofree char *given = make_word (rand);
      g_autofree char *family = make_word (rand);
      g_autofree char *first = make_word (rand);
      g_autofree char *second = make_word (rand);
      g_autofree char *person = g_strconcat (given, " ", family, NULL);
      g_autofree char *body = g_strconcat (first, " ", second, " Council", NULL);
      g_autofree char *acronym = g_strdup_printf ("%c%cC", *first, *second);

      g_string_append (text, "Minister ");
      append_mention (annotation, text, person, PLX_KIND_PERSON, i);
      g_string_append (text, " met the ");
      append_mention (annotation, text, body, PLX_KIND_ORGANIZATION, i);
      g_string_append (text, ", and the ");
      append_mention (annotation, text, acronym, PLX_KIND_ORGANIZATION, i);
      g_string_append (text, " met ");
      append_mention (annotation, text, family, PLX_KIND_PERSON, i);
      g_string_append (text, ". ");
      sentence.end = text->len - 1;
      g_array_append_val (annotation->sentences, sentence);
    }

  plx_document_append (document, text->str, -1, PLX_ROLE_BODY, PLX_CUT_NONE);

  return annotation;
}

static void
test_many_articles (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  g_autoptr (GPtrArray) annotations =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_annotation_free);
  g_autoptr (GPtrArray) entities = NULL;
  const gint64 before = g_get_monotonic_time ();
  double seconds;

  for (guint i = 0; i < 200; i++)
    g_ptr_array_add (annotations, make_article (rand, 20));
  entities = plx_language_resolve (annotations);
  seconds = (g_get_monotonic_time () - before) / 1e6;

  g_test_message ("%u entities in %.2f s", entities->len, seconds);
  g_assert_cmpuint (entities->len, >, 5000);
  g_assert_cmpfloat (seconds, <, LONG_ENOUGH);
}

/* All of one family: what is short for many must not be compared with each. */
static void
test_one_family (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (GPtrArray) annotations =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_annotation_free);
  g_autoptr (GPtrArray) entities = NULL;
  const gint64 before = g_get_monotonic_time ();

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (PlxDocument) document = plx_document_new ("large", "text");
      PlxAnnotation *annotation = plx_annotation_new (document);
      g_autoptr (GString) text = g_string_new (NULL);
      PlxSentenceSpan sentence = { 0 };

      for (guint j = 0; j < 100; j++)
        {
          g_autofree char *given = make_word (rand);
          g_autofree char *person = g_strconcat (given, " Holmberg", NULL);

          append_mention (annotation, text, person, PLX_KIND_PERSON, 0);
          g_string_append (text, " met ");
          append_mention (annotation, text, "Holmberg", PLX_KIND_PERSON, 0);
          g_string_append (text, ", ");
        }
      sentence.end = text->len;
      g_array_append_val (annotation->sentences, sentence);
      plx_document_append (document, text->str, -1, PLX_ROLE_BODY, PLX_CUT_NONE);
      g_ptr_array_add (annotations, annotation);
    }

  entities = plx_language_resolve (annotations);
  g_test_message ("%u entities in %.2f s", entities->len,
                  (g_get_monotonic_time () - before) / 1e6);
  g_assert_cmpuint (entities->len, >, 100);
  g_assert_cmpfloat ((g_get_monotonic_time () - before) / 1e6, <, LONG_ENOUGH);
}

/* An article of one sentence with two names, both of one kind. */
static PlxAnnotation *
make_pair (const char *first,
           const char *second,
           PlxKind     kind,
           const char *language)
{
  g_autoptr (PlxDocument) document = plx_document_new ("strange", "text");
  PlxAnnotation *annotation = plx_annotation_new (document);
  g_autoptr (GString) text = g_string_new ("Norwegian President ");
  PlxSentenceSpan sentence = { 0 };

  append_mention (annotation, text, first, kind, 0);
  g_string_append (text, " (");
  append_mention (annotation, text, second, kind, 0);
  g_string_append (text, ")");
  sentence.end = text->len;
  g_array_append_val (annotation->sentences, sentence);
  plx_document_set_field (document, PLX_FIELD_LANGUAGE, language, "test");
  plx_document_append (document, text->str, -1, PLX_ROLE_BODY, PLX_CUT_NONE);

  return annotation;
}

static char *
repeat (const char *text,
        guint       n)
{
  GString *repeated = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (repeated, text);

  return g_string_free (repeated, FALSE);
}

static void
check_strange_names (const char *const *names,
                     gsize              n,
                     PlxKind            kind)
{
  static const char *const languages[] = { "en", "de", "ru", "ar", "zh", "" };
  g_autoptr (GPtrArray) annotations =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_annotation_free);
  g_autoptr (GPtrArray) entities = NULL;

  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (annotations, make_pair (names[i], names[(i + 1) % n], kind,
                                             languages[i % G_N_ELEMENTS (languages)]));

  entities = plx_language_resolve (annotations);
  g_assert_cmpuint (entities->len, >, 0);
  for (gsize i = 0; i < annotations->len; i++)
    {
      const PlxAnnotation *annotation = g_ptr_array_index (annotations, i);

      for (guint j = 0; j < annotation->mentions->len; j++)
        g_assert_cmpuint (g_array_index (annotation->mentions, PlxMentionSpan, j).entity, <,
                          entities->len);
    }
}

/* Names as nobody writes them: each must leave every mention with an entity. */
static void
test_strange_names (void)
{
  g_autofree char *long_name = g_strnfill (10000, 'A');
  g_autofree char *long_words = repeat ("Roe ", 3000);
  g_autofree char *long_han = repeat ("習", 3000);
  g_autofree char *marks = repeat ("A\u0301\u0302", 3000);
  const char *names[] = {
    long_name, long_words, long_han, marks, "\u202eRoe\u202c Holm", "\u0301", "’", "...", "-",
    "( )", "\u2066Anders\u2069", "\U000e0041 Roe", "\u0378 \u0379", "A.B.C.D.E.F.G.H.I.J. Roe",
    "Ａｎｄｅｒｓ Ｈｏｌｍ", "the", "The The", "G", "G-", "G999", "Group of", "Ministry", "Al",
    "Ministry of", "of of of", "al-al-al", "محمد بن سلمان", "بنيامين", "김정은", "Ἀνδρέας", "ａ", "ﷺ",
    "Jr", "Mr Mr Mr", "Inc.", "ʼ", "\u00adRoe",
  };

  for (guint k = 0; k <= PLX_KIND_OTHER; k++)
    check_strange_names (names, G_N_ELEMENTS (names), k);
}

/* Texts as nobody writes them, in every language that is read in a way of its own. */
static void
test_strange_texts (void)
{
  static const char *const languages[] = { "de", "fr", "ru", "ar", "he", "zh", "ja", "ko",
                                           "th", "el", "xx",
                                           "pl", "q", "-", "german" };
  static const char *const texts[] = {
    "", " ", "...", "А.", "A. B. C. D.", "١٢٣", "。。。", "習習習", "ل", "لل", "ول", "한", "’’’", "d’",
    "L’", "-A-",
    "\u0301\u0301", "\u202e\u202e", "\u0378\u0379", "É.-U.", "EE.", "UU.", "Ａ", "3. ", "z. B.",
    "مصر", "و", "ʼA",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (texts); j++)
        {
          g_autoptr (PlxDocument) document = plx_document_new ("strange", "text");
          g_autoptr (PlxAnnotation) annotation = NULL;

          plx_document_set_field (document, PLX_FIELD_LANGUAGE, languages[i], "test");
          plx_document_append (document, texts[j], -1, PLX_ROLE_BODY, PLX_CUT_NONE);
          annotation = plx_language_annotate (document);
          for (guint k = 0; k < annotation->mentions->len; k++)
            {
              const PlxMentionSpan *m = &g_array_index (annotation->mentions, PlxMentionSpan, k);

              g_assert_cmpuint (m->start, <, m->end);
              g_assert_cmpuint (m->end, <=, document->text->len);
              g_assert_true (k == 0 || m[-1].end <= m->start);
            }
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/entities-large/many-articles", test_many_articles);
  g_test_add_func ("/entities-large/one-family", test_one_family);
  g_test_add_func ("/entities-large/strange-names", test_strange_names);
  g_test_add_func ("/entities-large/strange-texts", test_strange_texts);

  return g_test_run ();
}
