/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library-fixture.h"

#define OUTLET "The Harbour Gazette"

/* Places of the blocks below. */
enum
{
  HEADLINE,
  BODY,
  ASIDE,
  SIGN_OFF,
  SHARE,
};

/* An article of an outlet: a paragraph in `aside.more` that was taken for text, a sign-off that
 * only its words tell, and a share bar that was cut. */
static PlxDocument *
make_article (guint       number,
              const char *outlet)
{
  g_autofree char *source = g_strdup_printf ("%u.html", number);
  g_autofree char *body = g_strdup_printf ("The %uth ferry of the day was late again, and those "
                                           "who waited on the quay said so.", number);
  g_autofree char *aside = g_strdup_printf ("Our dossier of ferries, part %u", number);
  g_autofree char *sign_off = g_strdup_printf ("Posted by  THE DESK at %u:15", number);
  g_autofree char *place = g_strdup_printf ("div#post-%u > p", number);
  PlxDocument *document = plx_document_new (source, "html");

  plx_document_append (document, "A headline", -1, PLX_ROLE_HEADLINE, PLX_CUT_NONE);
  plx_document_append (document, body, -1, PLX_ROLE_BODY, PLX_CUT_NONE);
  plx_document_append (document, aside, -1, PLX_ROLE_BODY, PLX_CUT_NONE);
  plx_document_append (document, sign_off, -1, PLX_ROLE_BODY, PLX_CUT_NONE);
  plx_document_append (document, "Share this", -1, PLX_ROLE_CHROME, PLX_CUT_SHARE);
  plx_document_set_place (document, BODY, place);
  plx_document_set_place (document, ASIDE, "aside.more > p");
  plx_document_set_place (document, SIGN_OFF, place);
  plx_document_set_place (document, SHARE, "div.share");
  plx_document_set_field (document, PLX_FIELD_OUTLET, outlet, "og:site_name");

  return document;
}

typedef struct
{
  char       *path;
  PlxLibrary *library;
  PlxStory   *story;
} Fixture;

static void
add_article (Fixture    *fixture,
             guint       number,
             const char *outlet)
{
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  g_autoptr (GError) error = NULL;
  PlxStory *story;

  g_ptr_array_add (documents, make_article (number, outlet));
  story = fixture_add (fixture->library, fixture->story, "Ferries", documents, &error);
  g_assert_no_error (error);
  g_set_object (&fixture->story, story);
  g_object_unref (story);
}

/* Three articles of the outlet, the third of which writes its name otherwise, and another's. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static guint n = 0;
  g_autofree char *name = g_strdup_printf ("rules-%u.sqlite", n++);

  fixture->path = fixture_dup_path (name);
  fixture->library = fixture_open (fixture->path);
  add_article (fixture, 1, OUTLET);
  add_article (fixture, 2, OUTLET);
  add_article (fixture, 3, "THE HARBOUR GAZETTE");
  add_article (fixture, 4, "Another Paper");
  g_assert_true (fixture_load (fixture->library, fixture->story, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->story);
  g_clear_object (&fixture->library);
  fixture_check_file (fixture->path);
  g_clear_pointer (&fixture->path, g_free);
}

static void
reopen (Fixture *fixture)
{
  gint64 id = plx_story_get_id (fixture->story);

  g_clear_object (&fixture->story);
  g_clear_object (&fixture->library);
  fixture->library = fixture_open (fixture->path);
  g_set_object (&fixture->story, plx_library_find_story (fixture->library, id));
  g_assert_true (fixture_load (fixture->library, fixture->story, NULL));
}

static PlxDocument *
get_document (Fixture *fixture,
              guint    article)
{
  g_autoptr (PlxArticle) item = fixture_dup_article (fixture->story, article);

  return plx_article_get_document (item);
}

/* What of a block stands in each article: “-++” is cut in the first and kept in the others. */
static char *
describe (Fixture *fixture,
          guint    block)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < plx_story_get_n_articles (fixture->story); i++)
    {
      const PlxBlockSpan *span = plx_document_get_block (get_document (fixture, i), block);

      g_assert_true (span->kept == (span->reason == PLX_CUT_NONE));
      g_string_append_c (text, span->kept ? '+' : '-');
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

#define assert_block(fixture, block, expected) \
  G_STMT_START { \
    g_autofree char *described_ = describe (fixture, block); \
    g_assert_cmpstr (described_, ==, expected); \
  } G_STMT_END

static void
decide (Fixture  *fixture,
        guint     article,
        guint     block,
        gboolean  kept)
{
  g_autoptr (PlxArticle) item = fixture_dup_article (fixture->story, article);
  g_autoptr (PlxDocument) document = plx_document_copy (plx_article_get_document (item));
  g_autoptr (GAsyncResult) result = NULL;

  plx_document_decide (document, block, PLX_DECIDER_USER, kept);
  plx_library_set_document_async (fixture->library, item, document, "By hand", fixture_keep_cb,
                                  &result);
  g_assert_true (fixture_finish (fixture->library, &result, NULL));
}

static guint
remember (Fixture  *fixture,
          guint     article,
          guint     block,
          gboolean  keeps)
{
  g_autoptr (PlxArticle) item = fixture_dup_article (fixture->story, article);
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_rule_free);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_ptr_array_add (rules, plx_rule_new_for_block (plx_article_get_document (item), block, keeps));
  plx_library_remember_async (fixture->library, item, NULL, rules, "Always", fixture_keep_cb,
                              &result);
  g_assert_true (plx_library_rules_finish (fixture->library, fixture_wait (&result), &n, &error));
  g_assert_no_error (error);

  return n;
}

static GPtrArray *
list_rules (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *rules;

  plx_library_list_rules_async (fixture->library, NULL, fixture_keep_cb, &result);
  rules = plx_library_list_rules_finish (fixture->library, fixture_wait (&result), &error);
  g_assert_no_error (error);

  return rules;
}

static void
forget (Fixture *fixture,
        guint    which)
{
  g_autoptr (GPtrArray) rules = list_rules (fixture);
  g_autoptr (GAsyncResult) result = NULL;

  plx_library_forget_async (fixture->library, g_ptr_array_index (rules, which), "Forget",
                            fixture_keep_cb, &result);
  g_assert_true (plx_library_rules_finish (fixture->library, fixture_wait (&result), NULL, NULL));
}

static void
undo (Fixture *fixture)
{
  g_assert_true (fixture_undo (fixture->library, NULL));
}

static void
redo (Fixture *fixture)
{
  g_assert_true (fixture_redo (fixture->library, NULL));
}

static void
test_rules_place (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (PlxRule) rule = NULL;

  g_test_summary ("A place that tells something is what is remembered, and holds for the outlet");

  rule = plx_rule_new_for_block (get_document (fixture, 0), ASIDE, FALSE);
  g_assert_cmpint (rule->match, ==, PLX_RULE_MATCH_PLACE);
  decide (fixture, 0, ASIDE, FALSE);
  g_assert_cmpuint (remember (fixture, 0, ASIDE, FALSE), ==, 2);

  assert_block (fixture, ASIDE, "---+");
  assert_block (fixture, BODY, "++++");
  g_assert_cmpint (plx_document_get_block (get_document (fixture, 1), ASIDE)->reason, ==,
                   PLX_CUT_RULE);
  g_assert_cmpint (plx_document_get_block (get_document (fixture, 0), ASIDE)->reason, ==,
                   PLX_CUT_USER);
}

static void
test_rules_text (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (PlxRule) rule = NULL;

  g_test_summary ("Where the place holds text too, the words are remembered, not their numbers");

  rule = plx_rule_new_for_block (get_document (fixture, 0), SIGN_OFF, FALSE);
  g_assert_cmpint (rule->match, ==, PLX_RULE_MATCH_TEXT);
  g_assert_cmpuint (remember (fixture, 0, SIGN_OFF, FALSE), ==, 2);
  assert_block (fixture, SIGN_OFF, "---+");
  assert_block (fixture, BODY, "++++");
}

static void
test_rules_keep (Fixture       *fixture,
                 gconstpointer  data)
{
  g_test_summary ("What is put back for an outlet is text in all its articles");

  g_assert_cmpuint (remember (fixture, 0, SHARE, TRUE), ==, 2);
  assert_block (fixture, SHARE, "+++-");
  g_assert_cmpint (plx_document_get_block (get_document (fixture, 2), SHARE)->role, ==,
                   PLX_ROLE_BODY);
}

static void
test_rules_undo (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GPtrArray) rules = NULL;
  g_autoptr (GPtrArray) none = NULL;

  g_test_summary ("One step takes a rule back everywhere, one brings it back, over a restart too");

  decide (fixture, 0, ASIDE, FALSE);
  remember (fixture, 0, ASIDE, FALSE);
  g_assert_cmpstr (plx_library_get_undo_label (fixture->library), ==, "Always (2 Articles)");

  reopen (fixture);
  assert_block (fixture, ASIDE, "---+");
  undo (fixture);
  assert_block (fixture, ASIDE, "-+++");
  none = list_rules (fixture);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpstr (plx_library_get_undo_label (fixture->library), ==, "By hand");

  reopen (fixture);
  redo (fixture);
  assert_block (fixture, ASIDE, "---+");
  rules = list_rules (fixture);
  g_assert_cmpuint (rules->len, ==, 1);
  g_assert_cmpuint (((PlxRule *) g_ptr_array_index (rules, 0))->n_articles, ==, 2);
}

static void
test_rules_later (Fixture       *fixture,
                  gconstpointer  data)
{
  g_test_summary ("What comes in later follows the rules, and is the same article when it comes "
                  "again");

  remember (fixture, 0, ASIDE, FALSE);
  add_article (fixture, 5, OUTLET);
  add_article (fixture, 6, "Another Paper");
  assert_block (fixture, ASIDE, "---+-+");

  reopen (fixture);
  assert_block (fixture, ASIDE, "---+-+");
  add_article (fixture, 5, OUTLET);
  g_assert_cmpuint (plx_story_get_n_articles (fixture->story), ==, 6);
}

static void
test_rules_hand (Fixture       *fixture,
                 gconstpointer  data)
{
  g_test_summary ("What is decided by hand in an article stays, before a rule and after it");

  decide (fixture, 1, ASIDE, FALSE);
  decide (fixture, 1, ASIDE, TRUE);
  remember (fixture, 0, ASIDE, FALSE);
  assert_block (fixture, ASIDE, "-+-+");

  decide (fixture, 2, ASIDE, TRUE);
  assert_block (fixture, ASIDE, "-+++");
  remember (fixture, 0, SIGN_OFF, FALSE);
  assert_block (fixture, ASIDE, "-+++");

  forget (fixture, 0);
  assert_block (fixture, ASIDE, "++++");
}

static void
test_rules_forget (Fixture       *fixture,
                   gconstpointer  data)
{
  g_test_summary ("A rule that is forgotten gives back what was found, and other rules hold");

  remember (fixture, 0, ASIDE, FALSE);
  remember (fixture, 0, SHARE, TRUE);
  forget (fixture, 1);
  assert_block (fixture, SHARE, "----");
  assert_block (fixture, ASIDE, "---+");
  g_assert_cmpint (plx_document_get_block (get_document (fixture, 1), SHARE)->reason, ==,
                   PLX_CUT_SHARE);
  g_assert_cmpint (plx_document_get_block (get_document (fixture, 1), SHARE)->role, ==,
                   PLX_ROLE_CHROME);

  undo (fixture);
  assert_block (fixture, SHARE, "+++-");
}

static void
test_rules_opposite (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GPtrArray) rules = NULL;

  g_test_summary ("Of two rules of the same blocks the later stands and the earlier is gone");

  remember (fixture, 0, ASIDE, FALSE);
  remember (fixture, 0, ASIDE, TRUE);
  assert_block (fixture, ASIDE, "++++");
  rules = list_rules (fixture);
  g_assert_cmpuint (rules->len, ==, 1);

  undo (fixture);
  assert_block (fixture, ASIDE, "---+");
}

static void
set_outlet (Fixture    *fixture,
            guint       article,
            const char *outlet)
{
  g_autoptr (PlxArticle) item = fixture_dup_article (fixture->story, article);
  g_autoptr (PlxDocument) document = plx_document_copy (plx_article_get_document (item));
  g_autoptr (GAsyncResult) result = NULL;

  plx_document_choose (document, PLX_FIELD_OUTLET, outlet);
  plx_library_set_document_async (fixture->library, item, document, "Outlet", fixture_keep_cb,
                                  &result);
  g_assert_true (fixture_finish (fixture->library, &result, NULL));
}

static void
test_rules_outlet (Fixture       *fixture,
                   gconstpointer  data)
{
  g_test_summary ("An article that turns out to be of an outlet follows its rules, and no others");

  remember (fixture, 0, ASIDE, FALSE);
  set_outlet (fixture, 3, OUTLET);
  assert_block (fixture, ASIDE, "----");

  undo (fixture);
  assert_block (fixture, ASIDE, "---+");

  set_outlet (fixture, 0, "Nobody’s");
  assert_block (fixture, ASIDE, "+--+");
}

static void
test_rules_most (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_rule_free);
  g_autoptr (PlxDocument) document = make_article (7, OUTLET);
  g_autoptr (PlxDocument) unknown = make_article (8, NULL);

  g_test_summary ("A place that holds most of an article is not cut, and without an outlet "
                  "nothing is remembered");

  g_ptr_array_add (rules, plx_rule_new (OUTLET, FALSE, PLX_RULE_MATCH_PLACE, "div#post-0 > p",
                                        "The ferry"));
  g_assert_cmpuint (plx_rules_apply (rules, document), ==, 0);
  g_assert_null (plx_rule_new_for_block (unknown, ASIDE, FALSE));

  plx_document_set_place (document, BODY, "div#text > p");
  g_assert_cmpuint (plx_rules_apply (rules, document), ==, 1);
  g_assert_false (plx_document_get_block (document, SIGN_OFF)->kept);
  g_assert_cmpuint (plx_rules_apply (rules, document), ==, 0);
}

static void
test_rules_written (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_rule_free);
  g_autoptr (GAsyncResult) result = NULL;
  guint n = 0;

  g_test_summary ("A rule can be made of a text without an article that has it");

  g_assert_null (plx_rule_new_for (OUTLET, FALSE, PLX_RULE_MATCH_TEXT, " \n"));
  g_ptr_array_add (rules, plx_rule_new_for (OUTLET, FALSE, PLX_RULE_MATCH_TEXT,
                                            "POSTED by the desk  at 9:45"));
  plx_library_remember_async (fixture->library, NULL, NULL, rules, "Always", fixture_keep_cb,
                              &result);
  g_assert_true (plx_library_rules_finish (fixture->library, fixture_wait (&result), &n, NULL));
  g_assert_cmpuint (n, ==, 3);
  assert_block (fixture, SIGN_OFF, "---+");
}

static void
test_rules_quick (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (PlxArticle) item = fixture_dup_article (fixture->story, 1);
  g_autoptr (PlxDocument) document = plx_document_copy (plx_article_get_document (item));
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_rule_free);
  g_autoptr (PlxArticle) first = fixture_dup_article (fixture->story, 0);
  g_autoptr (GAsyncResult) remembered = NULL;
  g_autoptr (GAsyncResult) edited = NULL;

  g_test_summary ("A correction made while a rule is being applied takes nothing of it back");

  g_ptr_array_add (rules, plx_rule_new_for_block (plx_article_get_document (first), ASIDE, FALSE));
  plx_document_choose (document, PLX_FIELD_AUTHOR, "Ines Varga");
  plx_library_remember_async (fixture->library, first, NULL, rules, "Always", fixture_keep_cb,
                              &remembered);
  plx_library_set_document_async (fixture->library, item, document, "Author", fixture_keep_cb,
                                  &edited);
  g_assert_true (fixture_finish (fixture->library, &remembered, NULL));
  g_assert_true (fixture_finish (fixture->library, &edited, NULL));
  assert_block (fixture, ASIDE, "---+");
  g_assert_cmpstr (get_document (fixture, 1)->fields[PLX_FIELD_AUTHOR], ==, "Ines Varga");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

  ADD ("/library/rules/place", test_rules_place);
  ADD ("/library/rules/text", test_rules_text);
  ADD ("/library/rules/keep", test_rules_keep);
  ADD ("/library/rules/undo", test_rules_undo);
  ADD ("/library/rules/later", test_rules_later);
  ADD ("/library/rules/hand", test_rules_hand);
  ADD ("/library/rules/forget", test_rules_forget);
  ADD ("/library/rules/opposite", test_rules_opposite);
  ADD ("/library/rules/outlet", test_rules_outlet);
  ADD ("/library/rules/most", test_rules_most);
  ADD ("/library/rules/written", test_rules_written);
  ADD ("/library/rules/quick", test_rules_quick);

  return g_test_run ();
}
