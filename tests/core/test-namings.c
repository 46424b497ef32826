/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "namings-fixture.h"

#include "comparing/plx-comparing.h"

static void
test_rename (void)
{
  g_auto (Case) self = make_case ("President Anders Holm spoke. Mr Holm left.",
                                  "Anders Holm met Ida Berg.", NULL);
  const PlxMendPlace place = in_story ();
  const char *typed = "  President  Holm";

  g_test_summary ("An entity is called what the user typed, with all that are it");

  say (&self, plx_mend_rename (self.analysis, get_entity (&self, "Anders Holm"), typed, &place));
  assert_n (&self, typed, 3);
  assert_none (&self, "Anders Holm");
  g_assert_true (get_record (&self, get_entity (&self, typed))->is_named_by_user);
  g_assert_false (get_record (&self, get_entity (&self, "Ida Berg"))->is_named_by_user);
  g_assert_cmpint (get_record (&self, get_entity (&self, typed))->kind, ==, PLX_KIND_PERSON);

  add_article (&self, "Mr Anders Emil Holm, who is called Holm, slept.");
  assert_n (&self, typed, 5);

  say (&self, plx_mend_rename (self.analysis, get_entity (&self, typed), "Holm", &place));
  assert_n (&self, "Holm", 5);
}

static guint
count_shown (Case      *self,
             PlxFilter *filter)
{
  g_autoptr (PlxPassages) passages = plx_comparing_filter (self->analysis, filter, 0);

  return passages->n_shown;
}

static void
test_filter_follows (void)
{
  g_auto (Case) self = make_case ("President Anders Holm spoke.\nIda Berg slept.\nMr Holm left.",
                                  NULL);
  const PlxMendPlace place = in_story ();
  g_autoptr (PlxFilter) filter = plx_filter_new ();

  g_test_summary ("A filter by a name goes on to let it through when it is called otherwise");

  filter->entities = g_strsplit ("Anders Holm", ",", -1);
  g_assert_cmpuint (count_shown (&self, filter), ==, 2);
  say (&self, plx_mend_rename (self.analysis, get_entity (&self, "Anders Holm"), "Boss", &place));
  g_assert_cmpuint (count_shown (&self, filter), ==, 2);
  say (&self, plx_mend_rename (self.analysis, get_entity (&self, "Ida Berg"), "Anders Holm",
                               &place));
  g_assert_cmpuint (count_shown (&self, filter), ==, 1);
}

static void
test_merge (void)
{
  g_auto (Case) self = make_case ("Anders Holm met Ida Berg. Mr Holm left.",
                                  "Mrs Vera Lund spoke. Anders Holm listened.", NULL);
  const PlxMendPlace place = in_story ();
  const guint32 entities[] = { get_entity (&self, "Vera Lund"), get_entity (&self, "Ida Berg"),
                               get_entity (&self, "Anders Holm") };

  g_test_summary ("What is merged is one, under the name of what it was merged into");

  say (&self, plx_mend_merge (self.analysis, entities, 3, entities[1], &place));
  assert_n (&self, "Ida Berg", 5);
  assert_none (&self, "Anders Holm");
  assert_none (&self, "Vera Lund");

  add_article (&self, "Ida Berg was seen with Emil Dahl.");
  assert_n (&self, "Ida Berg", 6);
  assert_n (&self, "Emil Dahl", 1);
}

static void
test_merge_in_one_article (void)
{
  g_auto (Case) self = make_case ("Mrs Vera Lund spoke. Ida Berg listened.",
                                  "Mrs Vera Lund slept.", "Ida Berg slept.", NULL);
  PlxMendPlace place = in_article (0);
  const guint32 lund = get_entity (&self, "Vera Lund");

  g_test_summary ("What is merged in one article is not in the others, until it is there, too");

  say (&self, plx_mend_merge (self.analysis, &lund, 1, get_entity (&self, "Ida Berg"), &place));
  assert_n (&self, "Ida Berg", 3);
  assert_n (&self, "Vera Lund", 1);

  place = in_article (1);
  say (&self, plx_mend_rename (self.analysis, get_entity (&self, "Vera Lund"), " ida  berg",
                               &place));
  g_assert_cmpuint (self.analysis->entities->len, ==, 1);
}

static void
test_merge_back (void)
{
  g_auto (Case) self = make_case ("President Anders Holm spoke. Holm left.", NULL);
  const PlxMendPlace place = in_library ();
  guint32 holm;

  g_test_summary ("What was split can be merged again");

  say (&self, plx_mend_split (self.analysis, get_entity (&self, "Anders Holm"), "Holm", "Dog",
                              &place));
  assert_n (&self, "Dog", 1);
  holm = get_entity (&self, "Dog");
  say (&self, plx_mend_merge (self.analysis, &holm, 1, get_entity (&self, "Anders Holm"), &place));
  assert_n (&self, "Anders Holm", 2);
}

static void
test_rename_country (void)
{
  g_auto (Case) self = make_case ("Norway voted.", NULL);
  const PlxMendPlace place = in_library ();

  g_test_summary ("Other words for a country that was renamed follow, in articles to come");

  say (&self, plx_mend_rename (self.analysis, get_entity (&self, "Norway"), "Norge", &place));
  add_article (&self, "The Norwegian king slept.");
  assert_n (&self, "Norge", 2);
  g_assert_cmpint (get_record (&self, 0)->kind, ==, PLX_KIND_COUNTRY);
  g_assert_cmpstr (get_record (&self, 0)->country, ==, "NOR");
}

static void
test_merge_into_country (void)
{
  g_auto (Case) self = make_case ("The Norwegian king slept. Norwegian ships sailed.",
                                  "Mr Emil Dahl spoke.", NULL);
  const PlxMendPlace place = in_story ();
  const guint32 dahl = get_entity (&self, "Emil Dahl");

  g_test_summary ("What is merged into a country is it, also where no article spells its name");

  say (&self, plx_mend_merge (self.analysis, &dahl, 1, get_entity (&self, "Norway"), &place));
  assert_n (&self, "Norway", 3);
  g_assert_cmpint (get_record (&self, 0)->kind, ==, PLX_KIND_COUNTRY);
  g_assert_cmpstr (get_record (&self, 0)->country, ==, "NOR");
}

static void
test_split (void)
{
  g_auto (Case) self = make_case ("President Anders Holm spoke. Holm left.",
                                  "Anders Holm slept. Holm did not.", NULL);
  const PlxMendPlace place = in_story ();

  g_test_summary ("What is split off is not found to be one with the rest again");

  assert_n (&self, "Anders Holm", 4);
  say (&self, plx_mend_split (self.analysis, get_entity (&self, "Anders Holm"), "Holm", NULL,
                              &place));
  assert_n (&self, "Anders Holm", 2);
  assert_n (&self, "Holm", 2);
  assert_mentions (&self, 0, "Anders Holm=Anders Holm | Holm=Holm");

  add_article (&self, "Mr Anders Holm spoke, and Holm heard him.");
  assert_n (&self, "Anders Holm", 3);
  assert_n (&self, "Holm", 3);
}

static void
test_split_off_its_own_name (void)
{
  g_auto (Case) self = make_case ("President Anders Holm spoke. Holm left. Holm slept.", NULL);
  const PlxMendPlace place = in_story ();

  say (&self, plx_mend_split (self.analysis, get_entity (&self, "Anders Holm"), "Anders Holm",
                              NULL, &place));
  assert_n (&self, "Anders Holm", 1);
  assert_n (&self, "Holm", 2);
}

static void
test_split_in_one_article (void)
{
  g_auto (Case) self = make_case ("President Anders Holm spoke. Holm left.",
                                  "Anders Holm slept. Holm did not.", NULL);
  const PlxMendPlace place = in_article (0);

  g_test_summary ("What is split in one article is one in the others, and with the rest of it");

  say (&self, plx_mend_split (self.analysis, get_entity (&self, "Anders Holm"), "Holm",
                              "Berit Holm", &place));
  assert_mentions (&self, 0, "Anders Holm=Anders Holm | Holm=Berit Holm");
  assert_mentions (&self, 1, "Anders Holm=Anders Holm | Holm=Anders Holm");
  g_assert_cmpuint (self.analysis->entities->len, ==, 2);
}

static void
test_one_mention (void)
{
  g_auto (Case) self = make_case ("President Anders Holm met Berit Berg. Holm left. Holm slept.",
                                  NULL);
  PlxMendPlace place = at_mention (&self, 0, "Holm", 1);

  g_test_summary ("What is said of one mention is said of no other");

  say (&self, plx_mend_rename (self.analysis, get_entity (&self, "Anders Holm"), "The Dog",
                               &place));
  assert_mentions (&self, 0, "Anders Holm=Anders Holm | Berit Berg=Berit Berg | "
                             "Holm=Anders Holm | Holm=The Dog");

  place = at_mention (&self, 0, "Holm", 1);
  say (&self, plx_mend_rename (self.analysis, get_entity (&self, "The Dog"), "berit BERG",
                               &place));
  assert_n (&self, "berit BERG", 2);

  place = at_mention (&self, 0, "Holm", 0);
  say (&self, plx_mend_not_a_name (self.analysis, get_entity (&self, "Anders Holm"), NULL,
                                   &place));
  assert_n (&self, "Anders Holm", 1);
  assert_n (&self, "berit BERG", 2);
}

static void
test_retype_and_country (void)
{
  g_auto (Case) self = make_case ("President Anders Holm spoke in Oslo. Holm left.",
                                  "Norwegian President Anders Holm slept.", NULL);
  const PlxMendPlace place = in_story ();
  const PlxEntityRecord *holm;

  g_test_summary ("A kind and a country are those of the whole entity, and each keeps the other");

  say (&self, plx_mend_retype (self.analysis, get_entity (&self, "Anders Holm"), PLX_KIND_EVENT,
                               &place));
  say (&self, plx_mend_set_country (self.analysis, get_entity (&self, "Anders Holm"), "SWE",
                                    &place));
  assert_n (&self, "Anders Holm", 3);
  holm = get_record (&self, get_entity (&self, "Anders Holm"));
  g_assert_cmpint (holm->kind, ==, PLX_KIND_EVENT);
  g_assert_cmpstr (holm->country, ==, "SWE");
  g_assert_true (holm->kind_by_user);
  g_assert_true (holm->country_by_user);
  g_assert_cmpuint (holm->country_from.article, ==, PLX_NONE);

  say (&self, plx_mend_set_country (self.analysis, get_entity (&self, "Anders Holm"), "", &place));
  g_assert_null (get_record (&self, get_entity (&self, "Anders Holm"))->country);
  g_assert_cmpint (get_record (&self, get_entity (&self, "Anders Holm"))->kind, ==, PLX_KIND_EVENT);
}

static void
test_retype_in_one_article (void)
{
  g_auto (Case) self = make_case ("Norway voted. Norway slept.", "Norway voted too.", NULL);
  const PlxMendPlace place = in_article (1);
  guint n_places = 0;

  g_test_summary ("A country that is none in one article is another thing there");

  say (&self, plx_mend_retype (self.analysis, get_entity (&self, "Norway"), PLX_KIND_PLACE,
                               &place));
  g_assert_cmpuint (self.analysis->entities->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const PlxEntityRecord *record = get_record (&self, i);

      n_places += record->kind == PLX_KIND_PLACE;
      g_assert_cmpstr (record->name, ==,
                       record->kind == PLX_KIND_PLACE ? "Norway (2)" : "Norway");
      g_assert_cmpuint (record->n_mentions, ==, record->kind == PLX_KIND_PLACE ? 1 : 2);
      g_assert_cmpstr (record->country, ==, record->kind == PLX_KIND_PLACE ? NULL : "NOR");
    }
  g_assert_cmpuint (n_places, ==, 1);
}

static void
test_retype_to_country (void)
{
  g_auto (Case) self = make_case ("Anders Holm spoke of Erewhonia at length. Erewhonia voted.",
                                  NULL);
  const PlxMendPlace place = in_library ();

  g_test_summary ("A country that no table knows is one without a code");

  mark (&self, "Erewhonia", NULL, PLX_KIND_COUNTRY, &place);
  assert_n (&self, "Erewhonia", 2);
  g_assert_cmpint (get_record (&self, get_entity (&self, "Erewhonia"))->kind, ==,
                   PLX_KIND_COUNTRY);
  g_assert_null (get_record (&self, get_entity (&self, "Erewhonia"))->country);
}

static void
test_not_a_name (void)
{
  g_auto (Case) self = make_case ("Anders Holm spoke. Ida Berg listened. Holm left.",
                                  "Anders Holm Bank failed. Mr Anders Holm did not.", NULL);
  const PlxMendPlace place = in_story ();

  g_test_summary ("What is no name is none, and longer names that have its words stay");

  say (&self, plx_mend_not_a_name (self.analysis, get_entity (&self, "Anders Holm"), NULL,
                                   &place));
  assert_none (&self, "Anders Holm");
  assert_mentions (&self, 0, "Ida Berg=Ida Berg");
  assert_mentions (&self, 1, "Anders Holm Bank=Anders Holm Bank");
}

static void
test_missed (void)
{
  g_auto (Case) self = make_case ("They call it the quiet lantern in the valley. Everybody knows "
                                  "the quiet lantern’s light.",
                                  "A quiet lantern is none, but the quiet lantern is.", NULL);
  PlxMendPlace place = in_article (0);

  g_test_summary ("What is marked as a name is one wherever it stands in the scope");

  mark (&self, " the quiet lantern ", "Quiet Lantern", PLX_KIND_ORGANIZATION, &place);
  assert_mentions (&self, 0, "the quiet lantern=Quiet Lantern | the quiet lantern=Quiet Lantern");
  assert_mentions (&self, 1, "");
  g_assert_cmpint (get_record (&self, 0)->kind, ==, PLX_KIND_ORGANIZATION);

  place = in_story ();
  say (&self, plx_mend_rename (self.analysis, 0, "The Lantern", &place));
  assert_none (&self, "Quiet Lantern");
  assert_mentions (&self, 0, "the quiet lantern=The Lantern | the quiet lantern=The Lantern");
  assert_mentions (&self, 1, "");

  mark (&self, "the quiet lantern", "The Lantern", -1, &place);
  assert_mentions (&self, 1, "the quiet lantern=The Lantern");
  assert_n (&self, "The Lantern", 3);

  say (&self, plx_mend_not_a_name (self.analysis, 0, NULL, &place));
  g_assert_cmpuint (self.analysis->entities->len, ==, 0);
  add_article (&self, "Nobody knows the quiet lantern.");
  assert_mentions (&self, 2, "");
}

static void
test_missed_where_no_name_can_be (void)
{
  g_auto (Case) self = make_case ("They left the mill. The end came.", NULL);
  const PlxMendPlace place = in_story ();
  const guint start = find_words (&self, 0, "mill. The end");
  g_autoptr (GPtrArray) blank = plx_mend_missed (self.analysis, start - 1, start, "Mill", -1, NULL,
                                                 &place);
  g_autoptr (GPtrArray) two = plx_mend_missed (self.analysis, start, start + 13, "Mill", -1, NULL,
                                               &place);

  g_test_summary ("Of a space, or of two sentences, no name can be made");

  g_assert_cmpuint (blank->len, ==, 0);
  g_assert_cmpuint (two->len, ==, 0);
}

static void
test_missed_inside_another (void)
{
  g_auto (Case) self = make_case ("We saw Anders Holm Bank close. We saw Anders Holm Bank open.",
                                  NULL);
  PlxMendPlace place = in_story ();
  const PlxMentionSpan *mentions;

  g_test_summary ("The stretch that is marked wins; elsewhere a longer name stays");

  assert_mentions (&self, 0, "Anders Holm Bank=Anders Holm Bank | "
                             "Anders Holm Bank=Anders Holm Bank");
  mark (&self, "Holm Bank", "Holm", -1, &place);
  g_assert_cmpuint (find_mention (&self, 0, "Holm Bank", 0), ==, 0);
  g_assert_cmpuint (find_mention (&self, 0, "Anders Holm Bank", 0), ==, 1);

  mentions = (PlxMentionSpan *) plx_analysis_get_annotation (self.analysis, 0)->mentions->data;
  g_assert_true (mentions[0].by_user);
  g_assert_false (mentions[1].by_user);
  g_assert_cmpuint (mentions[0].entity, ==, get_entity (&self, "Holm"));

  say (&self, plx_mend_rename (self.analysis, get_entity (&self, "Holm"), "The Bank", &place));
  mentions = (PlxMentionSpan *) plx_analysis_get_annotation (self.analysis, 0)->mentions->data;
  g_assert_cmpuint (mentions[0].entity, ==, get_entity (&self, "The Bank"));
  g_assert_cmpuint (find_mention (&self, 0, "Anders Holm Bank", 0), ==, 1);
}

static void
test_longest_first (void)
{
  g_auto (Case) self = make_case ("we met the grey mill and the grey mill trust there.", NULL);

  g_test_summary ("Of words inside others the longer are the name, whatever their scopes");

  add_naming (&self, PLX_SCOPE_ARTICLE, "grey mill", "Mill");
  add_naming (&self, PLX_SCOPE_LIBRARY, "grey mill trust", "Trust");
  analyse (&self, STORY);
  assert_mentions (&self, 0, "grey mill=Mill | grey mill trust=Trust");
}

static void
test_scopes (void)
{
  g_auto (Case) self = make_case ("we met the grey mill there.", "we met the grey mill too.", NULL);

  g_test_summary ("The narrowest scope decides, then the newest; a story’s word stays in it");

  add_naming (&self, PLX_SCOPE_ARTICLE, "grey mill", "Of the article");
  add_naming (&self, PLX_SCOPE_STORY, "grey mill", "Of the story");
  add_naming (&self, PLX_SCOPE_LIBRARY, "grey mill", "Older");
  add_naming (&self, PLX_SCOPE_LIBRARY, "grey mill", "Newer");
  analyse (&self, STORY);
  assert_mentions (&self, 0, "grey mill=Of the article");
  assert_mentions (&self, 1, "grey mill=Of the story");

  analyse (&self, STORY + 1);
  assert_mentions (&self, 0, "grey mill=Of the article");
  assert_mentions (&self, 1, "grey mill=Newer");

  add_naming (&self, PLX_SCOPE_ARTICLE, "grey mill", NULL);
  analyse (&self, STORY);
  assert_mentions (&self, 0, "");
  assert_mentions (&self, 1, "grey mill=Of the story");
}

static void
test_kind_goes_with_its_entity (void)
{
  g_auto (Case) self = make_case ("we met the grey mill there.", NULL);
  PlxNaming *wide = add_naming (&self, PLX_SCOPE_LIBRARY, "grey mill", "Mill");

  g_test_summary ("What a wider naming says of its entity is not said of another");

  wide->has_kind = TRUE;
  wide->kind = PLX_KIND_LAW;
  wide->country = g_strdup ("NOR");
  analyse (&self, STORY);
  g_assert_cmpint (get_record (&self, 0)->kind, ==, PLX_KIND_LAW);

  add_naming (&self, PLX_SCOPE_STORY, "grey mill", "Other");
  analyse (&self, STORY);
  g_assert_cmpint (get_record (&self, 0)->kind, ==, PLX_KIND_OTHER);
  g_assert_null (get_record (&self, 0)->country);
}

static void
replace_text (Case       *self,
              const char *text)
{
  g_ptr_array_set_size (self->documents, 0);
  g_ptr_array_set_size (self->found, 0);
  add_article (self, text);
}

static void
test_text_shifts (void)
{
  g_auto (Case) self = make_case ("we met at the mill. we left the mill at noon.\n"
                                  "they saw the mill burn.", NULL);
  PlxMendPlace place = in_article (0);
  const guint start = find_words (&self, 0, "mill at noon");

  g_test_summary ("A mention is found again where the text has shifted, and not where it is gone");

  place.scope = PLX_SCOPE_MENTION;
  say (&self, plx_mend_missed (self.analysis, start, start + 4, "Noon", -1, NULL, &place));
  assert_mentions (&self, 0, "mill=Noon");

  replace_text (&self, "A long paragraph was put back here, and it speaks of another mill.\n"
                       "we met at the mill. we left the mill at noon.\nthey saw the mill burn.");
  assert_mentions (&self, 0, "mill=Noon");
  g_assert_cmpuint (g_array_index (plx_analysis_get_annotation (self.analysis, 0)->mentions,
                                   PlxMentionSpan, 0).start, ==,
                    find_words (&self, 0, "mill at noon"));

  replace_text (&self, "we met at the mill.\nthey saw the mill burn.");
  assert_mentions (&self, 0, "");
  g_assert_cmpuint (self.namings->len, ==, 1);

  replace_text (&self, "we met at the mill. we left the mill at noon.\nthey saw it burn.");
  assert_mentions (&self, 0, "mill=Noon");
}

static void
test_shared_words (void)
{
  g_auto (Case) self = make_case ("Anders Holm slept. Holm woke.",
                                  "Berit Holm slept. Mrs Holm woke.", NULL);
  const PlxMendPlace place = in_story ();

  g_test_summary ("Who renames one of a family renames no other");

  assert_n (&self, "Anders Holm", 2);
  assert_n (&self, "Berit Holm", 2);
  say (&self, plx_mend_rename (self.analysis, get_entity (&self, "Anders Holm"), "Uncle",
                               &place));
  assert_n (&self, "Uncle", 2);
  assert_n (&self, "Berit Holm", 2);
}

static void
test_order_of_articles (void)
{
  const char *a = "President Anders Holm spoke. Holm left. we met the grey mill.";
  const char *b = "Ida Berg met Holm at the grey mill. Berg left.";
  g_auto (Case) forth = make_case (a, b, NULL);
  g_auto (Case) back = make_case (b, a, NULL);

  g_test_summary ("What the user has said means the same in whatever order the articles come");

  for (guint i = 0; i < 2; i++)
    {
      Case *self = i == 0 ? &forth : &back;

      always (self, "grey mill", "Zed");
      always (self, "Berg", "Holm’s friend");
      always (self, "Holm", "Zed’s friend");
    }

  g_assert_cmpuint (forth.analysis->entities->len, ==, back.analysis->entities->len);
  for (guint i = 0; i < forth.analysis->entities->len; i++)
    {
      g_assert_cmpstr (get_record (&forth, i)->name, ==, get_record (&back, i)->name);
      g_assert_cmpuint (get_record (&forth, i)->n_mentions, ==, get_record (&back, i)->n_mentions);
    }
}

static void
test_find (void)
{
  g_auto (Case) self = make_case ("President Anders Holm spoke. Holm left.",
                                  "Anders Holm met Ida Berg.", NULL);
  const PlxMendPlace story = in_story ();
  const PlxMendPlace article = in_article (1);
  g_autoptr (GPtrArray) narrow = NULL;
  g_autoptr (GPtrArray) wide = NULL;

  g_test_summary ("What was said of an entity can be found, and taken back");

  say (&self, plx_mend_rename (self.analysis, get_entity (&self, "Anders Holm"), "A", &story));
  say (&self, plx_mend_rename (self.analysis, get_entity (&self, "A"), "B", &article));
  say (&self, plx_mend_rename (self.analysis, get_entity (&self, "Ida Berg"), "C", &story));
  narrow = plx_mend_find (self.namings, self.analysis, get_entity (&self, "B"), &article);
  wide = plx_mend_find (self.namings, self.analysis, get_entity (&self, "A"), &story);
  g_assert_cmpuint (narrow->len, ==, 1);
  g_assert_cmpint (((PlxNaming *) g_ptr_array_index (narrow, 0))->scope, ==, PLX_SCOPE_ARTICLE);
  g_assert_cmpuint (wide->len, ==, 3);
}

static void
test_digest (void)
{
  g_auto (Case) self = make_case ("Nothing.", NULL);
  g_autoptr (PlxNamings) none = plx_namings_new (self.namings, ids, 1, STORY);
  g_autoptr (PlxNamings) some = NULL;
  g_autoptr (PlxNamings) other = NULL;
  g_autoptr (PlxNamings) elsewhere = NULL;
  g_autofree char *a = plx_namings_dup_digest (none);
  g_autofree char *b = NULL;
  g_autofree char *c = NULL;
  g_autofree char *d = NULL;

  g_test_summary ("What was found depends on what was said of these articles, and on nothing else");

  add_naming (&self, PLX_SCOPE_STORY, "mill", "Mill");
  some = plx_namings_new (self.namings, ids, 1, STORY);
  elsewhere = plx_namings_new (self.namings, ids, 1, STORY + 1);
  add_naming (&self, PLX_SCOPE_ARTICLE, "mill", NULL);
  other = plx_namings_new (self.namings, ids, 1, STORY);
  b = plx_namings_dup_digest (some);
  c = plx_namings_dup_digest (other);
  d = plx_namings_dup_digest (elsewhere);
  g_assert_cmpstr (a, ==, "");
  g_assert_cmpstr (a, ==, d);
  g_assert_cmpstr (a, !=, b);
  g_assert_cmpstr (b, !=, c);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/namings/rename", test_rename);
  g_test_add_func ("/namings/filter-follows", test_filter_follows);
  g_test_add_func ("/namings/merge", test_merge);
  g_test_add_func ("/namings/merge-in-one-article", test_merge_in_one_article);
  g_test_add_func ("/namings/merge-back", test_merge_back);
  g_test_add_func ("/namings/rename-country", test_rename_country);
  g_test_add_func ("/namings/merge-into-country", test_merge_into_country);
  g_test_add_func ("/namings/split", test_split);
  g_test_add_func ("/namings/split-off-its-own-name", test_split_off_its_own_name);
  g_test_add_func ("/namings/split-in-one-article", test_split_in_one_article);
  g_test_add_func ("/namings/one-mention", test_one_mention);
  g_test_add_func ("/namings/retype-and-country", test_retype_and_country);
  g_test_add_func ("/namings/retype-in-one-article", test_retype_in_one_article);
  g_test_add_func ("/namings/retype-to-country", test_retype_to_country);
  g_test_add_func ("/namings/not-a-name", test_not_a_name);
  g_test_add_func ("/namings/missed", test_missed);
  g_test_add_func ("/namings/missed-where-no-name-can-be", test_missed_where_no_name_can_be);
  g_test_add_func ("/namings/missed-inside-another", test_missed_inside_another);
  g_test_add_func ("/namings/longest-first", test_longest_first);
  g_test_add_func ("/namings/scopes", test_scopes);
  g_test_add_func ("/namings/kind-goes-with-its-entity", test_kind_goes_with_its_entity);
  g_test_add_func ("/namings/text-shifts", test_text_shifts);
  g_test_add_func ("/namings/shared-words", test_shared_words);
  g_test_add_func ("/namings/order-of-articles", test_order_of_articles);
  g_test_add_func ("/namings/find", test_find);
  g_test_add_func ("/namings/digest", test_digest);

  return g_test_run ();
}
