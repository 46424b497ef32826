/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "language/entities/plx-person-names.h"
#include "language/names/plx-names-again.h"
#include "language/plx-language.h"

#include <string.h>

typedef struct
{
  GPtrArray *annotations;
  GPtrArray *entities;
} Found;

static void
found_clear (Found *found)
{
  g_ptr_array_unref (found->annotations);
  g_ptr_array_unref (found->entities);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Found, found_clear)

/* Annotates and resolves articles of one paragraph each; the last argument is `NULL`. */
static Found
find_entities (const char *first,
               ...)
{
  Found found = { g_ptr_array_new_with_free_func ((GDestroyNotify) plx_annotation_free), NULL };
  va_list args;

  va_start (args, first);
  for (const char *text = first; text != NULL; text = va_arg (args, const char *))
    {
      g_autoptr (PlxDocument) document = plx_document_new ("a.txt", "text");

      plx_document_append (document, text, -1, PLX_ROLE_BODY, PLX_CUT_NONE);
      g_ptr_array_add (found.annotations, plx_language_annotate (document));
    }
  va_end (args);

  found.entities = plx_language_resolve (found.annotations);

  return found;
}

static const PlxEntityRecord *
get_entity (const Found *found,
            const char  *name)
{
  for (guint i = 0; i < found->entities->len; i++)
    {
      const PlxEntityRecord *record = g_ptr_array_index (found->entities, i);

      if (g_str_equal (record->name, name))
        return record;
    }

  g_test_fail_printf ("There is no entity “%s”", name);

  return NULL;
}

static void
test_one_person_of_several_names (void)
{
  g_auto (Found) found =
    find_entities ("President Anders Emil Holm spoke. Mr Holm left.",
                   "Norwegian President Anders Holm spoke. Then Holm left.", NULL);
  const PlxEntityRecord *holm = get_entity (&found, "Anders Emil Holm");

  g_assert_nonnull (holm);
  g_assert_cmpuint (holm->n_mentions, ==, 4);
  g_assert_cmpuint (holm->n_articles, ==, 2);
  g_assert_cmpint (holm->kind, ==, PLX_KIND_PERSON);
  g_assert_cmpstr (holm->country, ==, "NOR");
  g_assert_cmpuint (holm->country_from.article, ==, 1);
  g_assert_cmpuint (holm->country_from.sentence, ==, 0);
  g_assert_cmpstr (holm->names[0], ==, "Holm");
}

static void
test_two_people_of_one_family (void)
{
  g_auto (Found) found =
    find_entities ("Anders Holm met Berit Holm. Mrs Berit Holm spoke, and Holm left. "
                   "Anders Holm stayed. Mr Holm slept.", NULL);
  const PlxEntityRecord *anders = get_entity (&found, "Anders Holm");
  const PlxEntityRecord *berit = get_entity (&found, "Berit Holm");

  g_assert_nonnull (anders);
  g_assert_nonnull (berit);
  g_assert_cmpuint (anders->n_mentions, ==, 3);
  g_assert_cmpuint (berit->n_mentions, ==, 3);
}

static void
test_country_and_its_people (void)
{
  g_auto (Found) found = find_entities ("Norway voted. The Norwegian king did not.",
                                        "The Kingdom of Norway voted.", NULL);
  const PlxEntityRecord *norway = get_entity (&found, "Norway");

  g_assert_nonnull (norway);
  g_assert_cmpuint (norway->n_mentions, ==, 3);
  g_assert_cmpint (norway->kind, ==, PLX_KIND_COUNTRY);
  g_assert_cmpstr (norway->country, ==, "NOR");
  g_assert_cmpuint (norway->country_from.article, ==, PLX_NONE);
  g_assert_cmpuint (found.entities->len, ==, 1);
}

static void
test_acronyms (void)
{
  g_auto (Found) found =
    find_entities ("The Northern Fisheries Council (NFC) met. The NFC rose.",
                   "The North Atlantic Treaty Organization met.", "They joined NATO.", NULL);
  const PlxEntityRecord *council = get_entity (&found, "Northern Fisheries Council");
  const PlxEntityRecord *nato = get_entity (&found, "North Atlantic Treaty Organization");

  g_assert_nonnull (council);
  g_assert_nonnull (nato);
  g_assert_cmpuint (council->n_mentions, ==, 3);
  g_assert_cmpint (council->kind, ==, PLX_KIND_ORGANIZATION);
  g_assert_cmpuint (nato->n_mentions, ==, 2);
}

static void
test_articles_and_datelines (void)
{
  g_auto (Found) found = find_entities ("JOHANNESBURG. Omar al-Holm spoke. Bill Roe did not.",
                                        "In Johannesburg Mr Holm slept. William Roe did too.",
                                        NULL);
  const PlxEntityRecord *city = get_entity (&found, "Johannesburg");
  const PlxEntityRecord *holm = get_entity (&found, "Omar al-Holm");

  g_assert_nonnull (city);
  g_assert_nonnull (holm);
  g_assert_cmpuint (city->n_mentions, ==, 2);
  g_assert_cmpuint (holm->n_mentions, ==, 2);
  g_assert_cmpuint (found.entities->len, ==, 3);
}

static char *
write_entities (const Found *found)
{
  GString *written = g_string_new (NULL);

  for (guint i = 0; i < found->entities->len; i++)
    {
      const PlxEntityRecord *record = g_ptr_array_index (found->entities, i);
      g_autofree char *names = g_strjoinv ("/", record->names);

      g_string_append_printf (written, "%s %d %s %u %u %s\n", record->name, record->kind,
                              record->country, record->n_mentions, record->n_articles, names);
    }

  return g_string_free (written, FALSE);
}

static void
test_order_of_articles_makes_no_difference (void)
{
  const char *a = "Russian official Anders Holm met Yevgeny Roe of Roe Inc. Holm left.";
  const char *b = "Norwegian officer Anders Holm and Evgeny Roe met. Roe spoke of Oslo.";
  const char *c = "Berit Holm spoke in Oslo. Holm and Roe listened. Roe Group closed.";
  g_auto (Found) first = find_entities (a, b, c, NULL);
  g_auto (Found) second = find_entities (c, a, b, NULL);
  g_auto (Found) third = find_entities (b, c, a, NULL);
  g_autofree char *written = write_entities (&first);
  g_autofree char *again = write_entities (&second);
  g_autofree char *once_more = write_entities (&third);

  g_assert_cmpuint (first.entities->len, >, 4);
  g_assert_cmpstr (written, ==, again);
  g_assert_cmpstr (written, ==, once_more);
}

static void
test_every_mention_has_its_entity (void)
{
  g_auto (Found) found = find_entities ("Anders Holm met Ida Berg in Oslo, Norway.",
                                        "The Norwegian court heard Berg.", NULL);
  g_autofree guint *counts = g_new0 (guint, found.entities->len);

  for (guint i = 0; i < found.annotations->len; i++)
    {
      const PlxAnnotation *annotation = g_ptr_array_index (found.annotations, i);

      for (guint j = 0; j < annotation->mentions->len; j++)
        {
          const PlxMentionSpan *mention =
            &g_array_index (annotation->mentions, PlxMentionSpan, j);

          g_assert_cmpuint (mention->entity, <, found.entities->len);
          counts[mention->entity]++;
        }
    }

  for (guint i = 0; i < found.entities->len; i++)
    {
      const PlxEntityRecord *record = g_ptr_array_index (found.entities, i);

      g_assert_cmpuint (counts[i], ==, record->n_mentions);
      if (i > 0)
        g_assert_cmpuint (record->n_mentions, <=,
                          ((PlxEntityRecord *) found.entities->pdata[i - 1])->n_mentions);
    }
}

static void
test_nothing_has_no_entities (void)
{
  g_auto (Found) found = find_entities ("It rained.", NULL);

  g_assert_cmpuint (found.entities->len, ==, 0);
}

static void
test_person_names (void)
{
  static const struct { const char *a, *b; PlxAlike alike; } cases[] = {
    { "yevgeniy roe", "yevgeny roe", PLX_ALIKE_SAME },
    { "anders emil holm", "anders holm", PLX_ALIKE_SAME },
    { "anders holm", "emil anders holm", PLX_ALIKE_SAME },
    { "anders holm", "berit holm", PLX_ALIKE_NOT },
    { "anders holm", "anders berg", PLX_ALIKE_NOT },
    { "maria santos", "mario santos", PLX_ALIKE_NOT },
    { "jan roe", "jon roe", PLX_ALIKE_NOT },
    { "holm", "holm", PLX_ALIKE_NOT },
    { "nikita petrenkova", "nikita petrencova", PLX_ALIKE_SAME },
    { "nikita petrenkova", "nikita petrenjova", PLX_ALIKE_MAYBE },
    { "bill roe", "william roe", PLX_ALIKE_SAME },
    { "evgeny kholin", "yevgeniy holin", PLX_ALIKE_SAME },
    { "volodymyr holm", "vladimir holm", PLX_ALIKE_SAME },
    { "moammar qadduri", "muammar gadduri", PLX_ALIKE_MAYBE },
    { "muhammad roe", "mohamed roe", PLX_ALIKE_MAYBE },
    { "george w roe", "george h roe", PLX_ALIKE_NOT },
    { "holm anders", "anders holm", PLX_ALIKE_SAME },
    { "rodrigo pereda quiroz", "rodrigo pereda", PLX_ALIKE_SAME },
    { "karin lind-borg", "karin lind", PLX_ALIKE_SAME },
    { "anders holm", "andreas holm", PLX_ALIKE_MAYBE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) a = g_strsplit (cases[i].a, " ", -1);
      g_auto (GStrv) b = g_strsplit (cases[i].b, " ", -1);

      g_test_message ("%s, %s", cases[i].a, cases[i].b);
      g_assert_cmpint (plx_person_name_compare ((const char *const *) a, (const char *const *) b),
                       ==, cases[i].alike);
      g_assert_cmpint (plx_person_name_compare ((const char *const *) b, (const char *const *) a),
                       ==, cases[i].alike);
    }
}

static void
test_short_names (void)
{
  static const struct { const char *part, *full; PlxShortName way; } cases[] = {
    { "zelensky", "volodymyr zelenskyy", PLX_SHORT_NAME_FAMILY },
    { "holm", "anders holm", PLX_SHORT_NAME_FAMILY },
    { "bin roe", "omar bin roe", PLX_SHORT_NAME_FAMILY },
    { "xu", "xu lanqing", PLX_SHORT_NAME_GIVEN },
    { "anders holm", "anders holm", PLX_SHORT_NAME_NONE },
    { "holm", "anders berg", PLX_SHORT_NAME_NONE },
    { "li", "anders ly", PLX_SHORT_NAME_NONE },
    { "pereda", "rodrigo pereda quiroz", PLX_SHORT_NAME_INNER },
    { "borg", "karin lind-borg", PLX_SHORT_NAME_FAMILY },
    { "al zayani", "rashid hamad zayani", PLX_SHORT_NAME_FAMILY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) part = g_strsplit (cases[i].part, " ", -1);
      g_auto (GStrv) full = g_strsplit (cases[i].full, " ", -1);

      g_assert_cmpint (plx_person_name_is_short ((const char *const *) part,
                                                 (const char *const *) full), ==, cases[i].way);
    }
}

/* An article of one sentence that is a name, found as somebody's. */
static PlxAnnotation *
annotate_name (const char *name,
               const char *language)
{
  g_autoptr (PlxDocument) document = plx_document_new ("a.txt", "text");
  PlxAnnotation *annotation = plx_annotation_new (document);
  const PlxSentenceSpan sentence = { .start = 0, .end = strlen (name) };
  const PlxMentionSpan mention = { .start = 0, .end = strlen (name), .entity = PLX_NONE,
                                   .kind = PLX_KIND_PERSON };

  plx_document_set_field (document, PLX_FIELD_LANGUAGE, language, "test");
  plx_document_append (document, name, -1, PLX_ROLE_BODY, PLX_CUT_NONE);
  g_array_append_val (annotation->sentences, sentence);
  g_array_append_val (annotation->mentions, mention);

  return annotation;
}

static void
test_scripts (void)
{
  static const struct { const char *latin, *other, *language; guint n; } cases[] = {
    { "Bai Xinghua", "白兴华", "zh", 1 },
    { "Bai Xinghua", "王兴国", "zh", 2 },
    { "Han Seung-min", "한승민", "ko", 1 },
    { "Han Seung-min", "박지훈", "ko", 2 },
    { "Salim al-Tamimi", "سالم التميمي", "ar", 1 },
    { "Mohammed bin Nasser", "محمد بن ناصر", "ar", 1 },
    { "Salim al-Tamimi", "سالم الهاشمي", "ar", 2 },
    { "Daniel Bernstein", "דניאל ברנשטיין", "he", 1 },
    { "Daniel Bernstein", "דוד ברנשטיין", "he", 2 },
    { "Nikos Papadimitriou", "Νίκος Παπαδημητρίου", "el", 1 },
    { "Andrei Gorchakov", "Андреем Горчаковым", "ru", 1 },
    { "Anastasia Shcherbina", "Анастасию Щербину", "ru", 1 },
    { "Andrei Gorchakov", "Алексей Горчаков", "ru", 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) annotations =
        g_ptr_array_new_with_free_func ((GDestroyNotify) plx_annotation_free);
      g_autoptr (GPtrArray) entities = NULL;

      g_ptr_array_add (annotations, annotate_name (cases[i].latin, "en"));
      g_ptr_array_add (annotations, annotate_name (cases[i].other, cases[i].language));
      entities = plx_language_resolve (annotations);

      g_test_message ("%s, %s", cases[i].latin, cases[i].other);
      g_assert_cmpuint (entities->len, ==, cases[i].n);
    }
}

static void
test_names_again (void)
{
  const char *text = "Ida Kjeldgaard spoke, and then Kjeldgaard left. On Kjeldgaard Street it "
                     "rained. They met the G20. Will Ida be there?";
  g_autoptr (PlxAnnotation) annotation = annotate_name (text, "en");
  PlxMentionSpan *mentions = (PlxMentionSpan *) annotation->mentions->data;
  g_autoptr (GString) written = g_string_new (NULL);

  mentions[0].end = strlen ("Ida Kjeldgaard");
  plx_names_again_find (annotation);
  for (guint i = 0; i < annotation->mentions->len; i++)
    {
      const PlxMentionSpan *m = &g_array_index (annotation->mentions, PlxMentionSpan, i);

      g_string_append_printf (written, "%.*s=%s ", (int) (m->end - m->start), text + m->start,
                              plx_enum_to_nick (PLX_TYPE_KIND, m->kind));
    }

  g_assert_cmpstr (written->str, ==,
                   "Ida Kjeldgaard=person Kjeldgaard=person G20=organization ");
}

static void
test_folding (void)
{
  g_autofree char *folded = plx_spelling_fold ("  José  María O’Higgins Jr. ");

  g_assert_cmpstr (folded, ==, "jose maria ohiggins jr");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/entities/one-person-of-several-names", test_one_person_of_several_names);
  g_test_add_func ("/entities/two-people-of-one-family", test_two_people_of_one_family);
  g_test_add_func ("/entities/country-and-its-people", test_country_and_its_people);
  g_test_add_func ("/entities/acronyms", test_acronyms);
  g_test_add_func ("/entities/articles-and-datelines", test_articles_and_datelines);
  g_test_add_func ("/entities/order-of-articles-makes-no-difference",
                   test_order_of_articles_makes_no_difference);
  g_test_add_func ("/entities/every-mention-has-one", test_every_mention_has_its_entity);
  g_test_add_func ("/entities/nothing-has-none", test_nothing_has_no_entities);
  g_test_add_func ("/entities/names-again", test_names_again);
  g_test_add_func ("/person-names/variants", test_person_names);
  g_test_add_func ("/person-names/short-names", test_short_names);
  g_test_add_func ("/person-names/scripts", test_scripts);
  g_test_add_func ("/person-names/folding", test_folding);

  return g_test_run ();
}
