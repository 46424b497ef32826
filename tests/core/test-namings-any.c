/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "namings-fixture.h"

#include "language/entities/plx-naming-match.h"

static char *
make_random_article (GRand *random)
{
  static const char *const names[] = {
    "Anders Holm", "Berit Holm", "Holm", "Norway", "Oslo", "Holm Bank", "Ida Berg", "Berg",
    "Northern Fisheries Council", "NFC", "the grey mill", "Norwegian minister Anders Holm",
  };
  static const char *const forms[] = {
    "Later %s spoke to %s at length. ", "In the morning %s had met %s. ",
    "It was said that %s left %s. ",
  };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 8; i++)
    {
      const char *a = names[g_rand_int_range (random, 0, G_N_ELEMENTS (names))];
      const char *b = names[g_rand_int_range (random, 0, G_N_ELEMENTS (names))];
      g_auto (GStrv) parts = g_strsplit (forms[g_rand_int_range (random, 0, 3)], "%s", -1);

      g_string_append_printf (text, "%s%s%s%s%s", parts[0], a, parts[1], b, parts[2]);
      if (i == 4)
        g_string_append_c (text, '\n');
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* That all who read an analysis may rely on its names. */
static void
check_names (Case *self)
{
  g_autofree guint *counts = g_new0 (guint, self->analysis->entities->len + 1);

  for (guint i = 0; i < self->documents->len; i++)
    {
      const PlxAnnotation *annotation = plx_analysis_get_annotation (self->analysis, i);
      guint32 end = 0;

      for (guint j = 0; j < annotation->mentions->len; j++)
        {
          const PlxMentionSpan *mention = &g_array_index (annotation->mentions, PlxMentionSpan, j);
          const PlxSentenceSpan *sentence =
            &g_array_index (annotation->sentences, PlxSentenceSpan, mention->sentence);

          g_assert_cmpuint (mention->start, >=, MAX (end, sentence->start));
          g_assert_cmpuint (mention->end, >, mention->start);
          g_assert_cmpuint (mention->end, <=, sentence->end);
          g_assert_cmpuint (mention->entity, <, self->analysis->entities->len);
          g_assert_cmpint (mention->kind, ==, get_record (self, mention->entity)->kind);
          counts[mention->entity]++;
          end = mention->end;
        }
    }

  for (guint i = 0; i < self->analysis->entities->len; i++)
    g_assert_cmpuint (counts[i], ==, get_record (self, i)->n_mentions);
}

/* A mention as it was before something was said. */
typedef struct
{
  guint    article;
  guint32  start;
  guint32  end;
  gboolean is_its;   /* it is of the entity of which something is said, in the place */
  gboolean is_split; /* it has the words that are split off */
  char    *name;     /* of its entity */
} Before;

static void
before_clear (gpointer data)
{
  g_free (((Before *) data)->name);
}

static GArray *
note_before (Case               *self,
             guint               entity,
             const char         *surface,
             const PlxMendPlace *place)
{
  GArray *noted = g_array_new (FALSE, TRUE, sizeof (Before));

  g_array_set_clear_func (noted, before_clear);
  for (guint i = 0; i < self->documents->len; i++)
    {
      const GArray *mentions = plx_analysis_get_annotation (self->analysis, i)->mentions;

      for (guint j = 0; j < mentions->len; j++)
        {
          const PlxMentionSpan *mention = &g_array_index (mentions, PlxMentionSpan, j);
          g_autofree char *its = plx_analysis_dup_text (self->analysis, i, mention->start,
                                                        mention->end);
          const gboolean is_here = place->scope >= PLX_SCOPE_STORY ||
                                   (place->article == i && (place->scope == PLX_SCOPE_ARTICLE ||
                                                            place->mention == j));
          Before before = { .article = i, .start = mention->start, .end = mention->end,
                            .is_its = is_here && mention->entity == entity,
                            .is_split = g_str_equal (its, surface),
                            .name = g_strdup (get_record (self, mention->entity)->name) };

          g_array_append_val (noted, before);
        }
    }

  return noted;
}

static const PlxMentionSpan *
find_again (Case         *self,
            const Before *before)
{
  const GArray *mentions = plx_analysis_get_annotation (self->analysis, before->article)->mentions;

  for (guint i = 0; i < mentions->len; i++)
    {
      const PlxMentionSpan *mention = &g_array_index (mentions, PlxMentionSpan, i);

      if (mention->start == before->start && mention->end == before->end)
        return mention;
    }

  return NULL;
}

static gboolean
is_covered (Case         *self,
            const Before *before)
{
  const GArray *mentions = plx_analysis_get_annotation (self->analysis, before->article)->mentions;

  for (guint i = 0; i < mentions->len; i++)
    {
      const PlxMentionSpan *mention = &g_array_index (mentions, PlxMentionSpan, i);

      if (mention->start <= before->start && mention->end >= before->end && mention->by_user)
        return TRUE;
    }

  return FALSE;
}

typedef enum
{
  MEND_RENAME,
  MEND_MERGE,
  MEND_SPLIT,
  MEND_RETYPE,
  MEND_COUNTRY,
  MEND_NOT_A_NAME,
  N_MENDS,
} Mend;

static void
check_mended (Case         *self,
              Mend          mend,
              const char   *name,
              const Before *before)
{
  const PlxMentionSpan *mention = find_again (self, before);
  const PlxEntityRecord *record = mention != NULL ? get_record (self, mention->entity) : NULL;

  /* Others stay what they are, unless a longer name has come over them; but without a name the
   * engine may see others in another light. */
  if (!before->is_its)
    {
      if (mention == NULL)
        g_assert_true (is_covered (self, before));
      else if (mend != MEND_NOT_A_NAME)
        g_assert_cmpstr (record->name, ==, before->name);
      return;
    }

  if (mend == MEND_NOT_A_NAME)
    {
      g_assert_null (mention);
      return;
    }

  g_assert_nonnull (mention);
  if (mend == MEND_RENAME || mend == MEND_MERGE || (mend == MEND_SPLIT && before->is_split))
    g_assert_cmpstr (record->name, ==, name);
  if (mend == MEND_SPLIT && !before->is_split)
    g_assert_cmpstr (record->name, !=, name);
  if (mend == MEND_RETYPE)
    g_assert_cmpint (record->kind, ==, PLX_KIND_LAW);
  if (mend == MEND_COUNTRY)
    g_assert_cmpstr (record->country, ==, "SWE");
}

static GPtrArray *
make_mend (Case               *self,
           Mend                mend,
           guint32             entity,
           const char         *surface,
           const char         *name,
           const PlxMendPlace *place)
{
  switch (mend)
    {
    case MEND_MERGE:
      return plx_mend_merge (self->analysis, &entity, 1, get_entity (self, name), place);

    case MEND_RENAME:
      return plx_mend_rename (self->analysis, entity, name, place);

    case MEND_SPLIT:
      return plx_mend_split (self->analysis, entity, surface, name, place);

    case MEND_RETYPE:
      return plx_mend_retype (self->analysis, entity, PLX_KIND_LAW, place);

    case MEND_COUNTRY:
      return plx_mend_set_country (self->analysis, entity, "SWE", place);

    case MEND_NOT_A_NAME:
    case N_MENDS:
    default:
      return plx_mend_not_a_name (self->analysis, entity, NULL, place);
    }
}

static void
mend_at_random (Case  *self,
                GRand *random,
                guint  number)
{
  const guint article = g_rand_int_range (random, 0, self->documents->len);
  const GArray *mentions = plx_analysis_get_annotation (self->analysis, article)->mentions;
  const Mend mend = g_rand_int_range (random, 0, N_MENDS);
  g_autofree char *name = g_strdup_printf ("Number %u", number);
  g_autofree char *surface = NULL;
  g_autoptr (GArray) noted = NULL;
  const PlxMentionSpan *mention;
  PlxMendPlace place = in_article (article);
  guint entity;

  if (mentions->len == 0)
    return;

  place.mention = g_rand_int_range (random, 0, mentions->len);
  place.scope = g_rand_int_range (random, PLX_SCOPE_MENTION, PLX_SCOPE_LIBRARY + 1);
  mention = &g_array_index (mentions, PlxMentionSpan, place.mention);
  entity = mention->entity;
  surface = plx_analysis_dup_text (self->analysis, article, mention->start, mention->end);
  noted = note_before (self, entity, surface, &place);
  if (mend == MEND_MERGE)
    g_set_str (&name, get_record (self, g_rand_int_range (random, 0,
                                                          self->analysis->entities->len))->name);
  g_test_message ("%u: mend %d, scope %d, “%s” of “%s”", number, mend, place.scope, surface,
                  get_record (self, entity)->name);

  say (self, make_mend (self, mend, entity, surface, name, &place));
  check_names (self);
  for (guint i = 0; i < noted->len; i++)
    check_mended (self, mend, name, &g_array_index (noted, Before, i));
}

static void
test_any (void)
{
  const guint n_rounds = g_test_slow () ? 4000 : 60;

  g_test_summary ("Whatever is mended in whatever order, it is as the user said, and all is whole");

  for (guint round = 0; round < n_rounds; round++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (round);
      g_autofree char *a = make_random_article (random);
      g_autofree char *b = make_random_article (random);
      g_autofree char *c = make_random_article (random);
      g_auto (Case) self = make_case (a, b, c, NULL);

      g_test_message ("round %u\n%s\n%s\n%s", round, a, b, c);
      for (guint i = 0; i < 8; i++)
        mend_at_random (&self, random, i);
    }
}

/* Words in a text: [ and ] stand around them where they are to be found. */
static void
test_whole_words (void)
{
  static const struct { const char *surface, *text; } cases[] = {
    { "Ruto", "[Ruto]’s men met [Ruto], Rutoland and Mac-Ruto; not xRuto." },
    { "O'Brien", "[O’Brien] and [O'Brien]'s, not O’Brienson" },
    { "Brien", "O’Brien is not [Brien]" },
    { "Iran", "l’[Iran], pro-[Iran], [Iran]-backed, [Iran]-, IRAN, Iranian" },
    { "Lvova", "Lvova-Belova is not [Lvova]" },
    { "Lvova-Belova", "Maria [Lvova-Belova]’s" },
    { "U.S.", "the [U.S.] and [U.S.]-led, not U.S.A." },
    { "U", "U.S. and [U]." },
    { "Amazon", "amazon.com, Amazon.com and [Amazon]." },
    { "G20", "the [G20] and G20s, pre-[G20]" },
    { "grey mill", "the [grey  mill], the [grey\u00a0mill], the greymill" },
    { "Zo\u00eb", "[Zo\u00eb], [Zoe\u0308], Zoe" },
    { "Zoe", "Zo\u00eb, Zoe\u0308, [Zoe]" },
    { "\u4e60\u8fd1\u5e73", "\u4e3b\u5e2d[\u4e60\u8fd1\u5e73]\u8bf4" },
    { "\ud478\ud2f4", "[\ud478\ud2f4]\uc740" },
    { "\u041f\u0443\u0442\u0438\u043d", "[\u041f\u0443\u0442\u0438\u043d], "
      "\u041f\u0443\u0442\u0438\u043d\u0430" },
    { "AT&T", "[AT&T]’s and AT&Tx" },
    { "Yahoo!", "[Yahoo!] and Yahoo" },
    { "Qur", "Qur’an" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (cases[i].text);
      g_autoptr (GString) found = g_string_new (NULL);
      g_autofree char *folded = plx_naming_fold (cases[i].surface);
      PlxNamingPattern pattern;

      g_string_replace (text, "[", "", 0);
      g_string_replace (text, "]", "", 0);
      plx_naming_pattern_init (&pattern, folded);
      for (gsize at = 0; at < text->len;)
        {
          gsize end = plx_naming_pattern_match (&pattern, text->str, at, text->len);
          const gboolean whole = end > 0 && plx_naming_starts_word (text->str, 0, at) &&
                                 plx_naming_ends_word (text->str, end, text->len);

          if (end == 0)
            end = g_utf8_next_char (text->str + at) - text->str;
          g_string_append (found, whole ? "[" : "");
          g_string_append_len (found, text->str + at, end - at);
          g_string_append (found, whole ? "]" : "");
          at = end;
        }
      plx_naming_pattern_clear (&pattern);
      g_assert_cmpstr (found->str, ==, cases[i].text);
    }
}

static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (Case) self = make_case ("Nothing.", NULL);
  g_autoptr (PlxDocument) document = plx_document_new ("a.txt", "text");
  g_autoptr (PlxAnnotation) annotation = NULL;
  g_autoptr (PlxNamings) namings = NULL;
  g_autoptr (GPtrArray) annotations = g_ptr_array_new ();
  g_autoptr (GPtrArray) entities = NULL;
  gint64 started;

  g_test_summary ("A long article and thousands of namings are no trouble");

  for (guint i = 0; i < 4000; i++)
    {
      g_autofree char *surface = g_strdup_printf ("mill%u", i);

      g_string_append_printf (text, "they met mill%u there. ", i);
      add_naming (&self, PLX_SCOPE_LIBRARY, surface, "Mill");
    }
  plx_document_append (document, text->str, -1, PLX_ROLE_BODY, PLX_CUT_NONE);
  annotation = plx_language_annotate (document);
  g_ptr_array_add (annotations, annotation);

  started = g_get_monotonic_time ();
  namings = plx_namings_new (self.namings, ids, 1, STORY);
  g_test_message ("looked up after %.0f ms", (g_get_monotonic_time () - started) / 1e3);
  plx_namings_apply (namings, 0, annotation);
  g_test_message ("applied after %.0f ms", (g_get_monotonic_time () - started) / 1e3);
  entities = plx_language_resolve_named (annotations, namings);
  g_test_message ("resolved after %.0f ms", (g_get_monotonic_time () - started) / 1e3);

  g_assert_cmpuint (entities->len, ==, 1);
  g_assert_cmpuint (((PlxEntityRecord *) g_ptr_array_index (entities, 0))->n_mentions, ==, 4000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/namings/any", test_any);
  g_test_add_func ("/namings/whole-words", test_whole_words);
  g_test_add_func ("/namings/many", test_many);

  return g_test_run ();
}
