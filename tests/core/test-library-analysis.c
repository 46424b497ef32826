/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "library-fixture.h"

#include <string.h>

#include "comparing/plx-comparing.h"
#include "library/plx-analysis-variant.h"
#include "library/plx-library-trash.h"
#include "model/plx-difference-rules.h"

static GPtrArray *
some_documents (void)
{
  static const char * const bodies[] = {
    "Omar al-Bashir left South Africa on Monday. A court had ordered him to stay, officials said. "
    "South Africa is a member of the International Criminal Court.",
    "On Monday Omar al-Bashir left South Africa. The court had ordered that he stay. "
    "Sudan is not a party to the Rome Statute. About 20 journalists waited.",
    "President Bashir flew home to Khartoum. The government declined to comment.",
  };
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++)
    g_ptr_array_add (documents, fixture_document ("made.txt", "Bashir leaves Johannesburg",
                                                  "2015-06-15", bodies[i]));

  return documents;
}

static void
add_annotations (PlxAnalysis *analysis,
                 GPtrArray   *documents)
{
  for (guint i = 0; i < documents->len; i++)
    {
      PlxDocument *document = g_ptr_array_index (documents, i);
      PlxAnnotation *annotation = plx_annotation_new (document);
      const PlxBlockSpan *block = plx_document_get_block (document, 1);
      PlxMentionSpan mention = { .start = block->start, .end = block->start + 4, .sentence = 0,
                                 .entity = i == 2 ? PLX_NONE : 0, .kind = PLX_KIND_PERSON,
                                 .form = PLX_FORM_NAME, .country = i == 0 ? "SDN" : NULL,
                                 .by_user = i == 1, .said_in = PLX_SCOPE_STORY,
                                 .named_in = PLX_SCOPE_LIBRARY };

      for (guint k = 0; k < 3; k++)
        {
          PlxSentenceSpan span = { block->start + 10 * k, block->start + 10 * k + 9, 1 };

          g_array_append_val (annotation->sentences, span);
        }
      g_array_append_val (annotation->mentions, mention);
      g_ptr_array_add (analysis->annotations, annotation);
    }
}

/* With every record that there is, whatever the engines find in the text above. */
static PlxAnalysis *
full_analysis (GPtrArray *documents)
{
  PlxAnalysis *analysis = plx_analysis_new ();
  PlxEntityRecord *entity = plx_entity_record_new ();
  PlxClaimRecord *claim = plx_claim_record_new ();
  PlxDifferenceRecord *difference = plx_difference_record_new (PLX_DIFFERENCE_NAME);
  PlxStatementRecord statement = { .ref = { 0, 2 }, .country = "ZAF", .relation = "icc",
                                   .says = PLX_SAYS_MEMBER, .on = 2457189,
                                   .record = PLX_STATUS_PARTY, .verdict = PLX_VERDICT_AGREES };
  const guint32 origins[] = { 0, PLX_NONE };
  const guint32 voice = PLX_VOICE_UNNAMED;
  PlxCopyRecord copy = { .article = 1, .start = 30, .end = 40, .other = 0, .other_start = 28,
                         .other_end = 38, .n_words = 2, .is_later = TRUE };
  const PlxSentenceRef refs[] = { { 0, 0 }, { 1, 1 } };

  add_annotations (analysis, documents);
  entity->name = g_strdup ("Omar al-Bashir");
  entity->names = g_strsplit ("Omar al-Bashir|Bashir", "|", -1);
  entity->country = "SDN";
  entity->country_from = (PlxSentenceRef) { 1, 2 };
  entity->n_mentions = 2;
  entity->n_articles = 2;
  entity->is_named_by_user = TRUE;
  entity->country_by_user = TRUE;
  g_ptr_array_add (analysis->entities, entity);

  claim->label = g_strdup ("Bashir leaves");
  g_array_append_vals (claim->refs, refs, G_N_ELEMENTS (refs));
  claim->n_sources = 2;
  claim->n_independent = 2;
  g_strfreev (claim->origins);
  claim->origins = g_strsplit ("officials", "|", -1);
  g_array_append_val (claim->voices, voice);
  g_array_append_vals (claim->origin_of, origins, G_N_ELEMENTS (origins));
  difference->rule = PLX_RULE_NAME_ROLE;
  difference->about = g_strdup ("who left");
  g_array_append_vals (difference->refs, refs, G_N_ELEMENTS (refs));
  difference->says = g_strsplit ("Omar al-Bashir|he", "|", -1);
  g_ptr_array_add (claim->differences, difference);
  g_ptr_array_add (analysis->claims, claim);

  g_ptr_array_add (analysis->statements, g_memdup2 (&statement, sizeof statement));
  g_ptr_array_add (analysis->copies, g_memdup2 (&copy, sizeof copy));

  return analysis;
}

static void
assert_same (PlxAnalysis *a,
             PlxAnalysis *b)
{
  g_autoptr (GVariant) first = g_variant_ref_sink (plx_analysis_to_variant (a));
  g_autoptr (GVariant) second = g_variant_ref_sink (plx_analysis_to_variant (b));
  g_autofree char *seen = g_variant_print (second, FALSE);
  g_autofree char *wanted = g_variant_print (first, FALSE);

  g_assert_cmpstr (seen, ==, wanted);
}

static void
test_round_trip (void)
{
  g_autoptr (GPtrArray) documents = some_documents ();
  g_autoptr (PlxAnalysis) analysis = full_analysis (documents);
  g_autoptr (GBytes) bytes = plx_analysis_to_bytes (analysis);
  g_autoptr (PlxAnalysis) again = plx_analysis_from_bytes (bytes, documents);
  const PlxEntityRecord *entity;
  const PlxClaimRecord *claim;
  const PlxDifferenceRecord *difference;
  const PlxMentionSpan *mention;
  const PlxCopyRecord *copy;

  g_assert_nonnull (again);
  assert_same (analysis, again);

  entity = plx_analysis_get_entity (again, 0);
  g_assert_cmpstr (entity->names[1], ==, "Bashir");
  g_assert_cmpstr (entity->country, ==, "SDN");
  g_assert_cmpuint (entity->country_from.sentence, ==, 2);
  g_assert_true (entity->is_named_by_user && entity->country_by_user && !entity->kind_by_user);
  claim = plx_analysis_get_claim (again, 0);
  g_assert_cmpuint (g_array_index (claim->origin_of, guint32, 1), ==, PLX_NONE);
  g_assert_cmpuint (claim->n_independent, ==, 2);
  g_assert_cmpuint (g_array_index (claim->voices, guint32, 0), ==, PLX_VOICE_UNNAMED);
  difference = g_ptr_array_index (claim->differences, 0);
  g_assert_cmpstr (difference->rule, ==, PLX_RULE_NAME_ROLE);
  g_assert_cmpstr (difference->says[1], ==, "he");
  g_assert_cmpint (difference->kind, ==, PLX_DIFFERENCE_NAME);
  mention = &g_array_index (plx_analysis_get_annotation (again, 1)->mentions, PlxMentionSpan, 0);
  copy = g_ptr_array_index (again->copies, 0);
  g_assert_cmpuint (copy->other_end, ==, 38);
  g_assert_true (copy->is_later);
  g_assert_true (mention->by_user);
  g_assert_cmpint (mention->said_in, ==, PLX_SCOPE_STORY);
  g_assert_cmpint (mention->named_in, ==, PLX_SCOPE_LIBRARY);
  g_assert_null (mention->country);
  g_assert_true (plx_analysis_get_document (again, 2) == g_ptr_array_index (documents, 2));
}

static void
test_round_trip_of_what_the_engines_find (void)
{
  g_autoptr (GPtrArray) documents = some_documents ();
  g_autoptr (PlxAnalysis) analysis = plx_comparing_analyse (documents, NULL, NULL,
                                                            PLX_AS_OF_ARTICLE, 0, NULL, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PlxAnalysis) again = NULL;

  g_assert_nonnull (analysis);
  g_assert_cmpuint (analysis->claims->len, >, 0);
  bytes = plx_analysis_to_bytes (analysis);
  again = plx_analysis_from_bytes (bytes, documents);
  g_assert_nonnull (again);
  assert_same (analysis, again);
}

/* Uses everything in the way in which views do: whatever is off is found by the sanitizers. */
static void
walk (PlxAnalysis *analysis)
{
  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    {
      PlxAnnotation *annotation = plx_analysis_get_annotation (analysis, i);

      for (guint k = 0; k < annotation->sentences->len; k++)
        {
          g_autofree char *text = plx_analysis_dup_sentence (analysis, (PlxSentenceRef) { i, k });
          const PlxSentenceSpan *span = plx_analysis_get_sentence (analysis,
                                                                   (PlxSentenceRef) { i, k });

          g_assert_true (g_utf8_validate (text, -1, NULL));
          g_assert_nonnull (plx_document_get_block (annotation->document, span->block));
        }
      for (guint k = 0; k < annotation->mentions->len; k++)
        {
          const PlxMentionSpan *m = &g_array_index (annotation->mentions, PlxMentionSpan, k);

          if (m->entity != PLX_NONE)
            g_assert_nonnull (plx_analysis_get_entity (analysis, m->entity)->name);
          g_assert_nonnull (plx_enum_to_nick (PLX_TYPE_KIND, m->kind));
        }
    }

  for (guint i = 0; i < analysis->claims->len; i++)
    {
      const PlxClaimRecord *claim = plx_analysis_get_claim (analysis, i);

      for (guint k = 0; k < claim->refs->len; k++)
        {
          guint32 origin = g_array_index (claim->origin_of, guint32, k);

          g_assert_nonnull (plx_analysis_get_sentence (analysis, g_array_index (claim->refs,
                                                                                PlxSentenceRef,
                                                                                k)));
          if (origin != PLX_NONE)
            g_assert_nonnull (claim->origins[origin]);
        }
    }
}

static void
test_damage_is_noticed (void)
{
  g_autoptr (GPtrArray) documents = some_documents ();
  g_autoptr (GPtrArray) fewer = g_ptr_array_new ();
  g_autoptr (PlxAnalysis) analysis = full_analysis (documents);
  g_autoptr (GBytes) bytes = plx_analysis_to_bytes (analysis);
  g_autoptr (PlxAnalysis) misplaced = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (1815);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  guint n_refused = 0;

  g_ptr_array_add (fewer, g_ptr_array_index (documents, 0));
  misplaced = plx_analysis_from_bytes (bytes, fewer);
  g_assert_null (misplaced);

  for (gsize length = 0; length < size; length += 7)
    {
      g_autoptr (GBytes) cut = g_bytes_new (data, length);
      g_autoptr (PlxAnalysis) seen = plx_analysis_from_bytes (cut, documents);

      g_assert_null (seen);
    }

  for (guint i = 0; i < 4 * size; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (PlxAnalysis) seen = NULL;

      copy[i % size] ^= i < size ? 0xff : 1 << g_rand_int_range (random, 0, 8);
      damaged = g_bytes_new (copy, size);
      seen = plx_analysis_from_bytes (damaged, documents);
      if (seen != NULL)
        walk (seen);
      else
        n_refused++;
    }

  g_assert_cmpuint (n_refused, >, 2 * size);
}

static gboolean
save (PlxLibrary   *library,
      PlxStory     *story,
      const char   *key,
      PlxAnalysis  *analysis,
      GError      **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  plx_library_save_analysis_async (library, story, key, analysis, fixture_keep_cb, &result);

  return fixture_finish (library, &result, error);
}

static PlxAnalysis *
load (PlxLibrary  *library,
      PlxStory    *story,
      const char  *key,
      GPtrArray   *documents,
      GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  plx_library_load_analysis_async (library, story, key, documents, NULL, fixture_keep_cb,
                                   &result);

  return plx_library_load_analysis_finish (library, fixture_wait (&result), error);
}

static void
test_kept_under_its_key (void)
{
  g_autofree char *path = fixture_dup_path ("analysis.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GPtrArray) documents = some_documents ();
  g_autoptr (PlxStory) story = fixture_add (library, NULL, "A story", documents, NULL);
  g_autoptr (PlxAnalysis) analysis = full_analysis (documents);
  g_autoptr (PlxAnalysis) again = NULL;
  g_autoptr (PlxAnalysis) other = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (save (library, story, "key", analysis, &error));
  g_assert_no_error (error);
  g_assert_true (save (library, story, "key", analysis, &error));
  g_assert_no_error (error);

  plx_library_close (library);
  g_clear_object (&library);
  g_clear_object (&story);
  library = fixture_open (path);
  story = g_list_model_get_item (plx_library_get_stories (library), 0);

  again = load (library, story, "key", documents, &error);
  g_assert_no_error (error);
  assert_same (analysis, again);

  other = load (library, story, "another key", documents, &error);
  g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_NOT_FOUND);
  g_assert_null (other);

  /* It is no change: what can be undone is still the import. */
  g_assert_cmpstr (plx_library_get_undo_label (library), ==, "Add 3 Articles");
}

static void
test_only_the_last_few_are_kept (void)
{
  g_autofree char *path = fixture_dup_path ("few.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GPtrArray) documents = some_documents ();
  g_autoptr (PlxStory) story = fixture_add (library, NULL, "A story", documents, NULL);
  g_autoptr (PlxAnalysis) analysis = full_analysis (documents);
  g_autoptr (PlxAnalysis) first = NULL;
  g_autoptr (PlxAnalysis) last = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", i);

      g_assert_true (save (library, story, key, analysis, &error));
    }

  last = load (library, story, "11", documents, &error);
  g_assert_no_error (error);
  first = load (library, story, "0", documents, &error);
  g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_NOT_FOUND);
}

static void
test_goes_with_its_story (void)
{
  g_autofree char *path = fixture_dup_path ("goes.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GPtrArray) documents = some_documents ();
  g_autoptr (PlxStory) story = fixture_add (library, NULL, "A story", documents, NULL);
  g_autoptr (PlxAnalysis) analysis = full_analysis (documents);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (save (library, story, "key", analysis, &error));
  plx_library_remove_story_async (library, story, fixture_keep_cb, &result);
  g_assert_true (fixture_finish (library, &result, &error));
  g_assert_no_error (error);
  plx_library_purge_async (library, NULL, NULL, fixture_keep_cb, &result);
  g_assert_true (fixture_finish (library, &result, &error));
  g_assert_no_error (error);

  g_assert_false (save (library, story, "key", analysis, &error));
  g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_NOT_FOUND);
  plx_library_close (library);
  fixture_check_file (path);
}

static char *
load_state (PlxLibrary *library,
            PlxStory   *story,
            const char *view)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *state;

  plx_library_load_state_async (library, story, view, NULL, fixture_keep_cb, &result);
  state = plx_library_load_state_finish (library, fixture_wait (&result), &error);
  if (state == NULL)
    g_assert_error (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_NOT_FOUND);

  return state;
}

static void
save_state (PlxLibrary *library,
            PlxStory   *story,
            const char *state)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  plx_library_save_state_async (library, story, "matrix", state, fixture_keep_cb, &result);
  g_assert_true (fixture_finish (library, &result, &error));
  g_assert_no_error (error);
}

/* How a view shows a story is there again later, and no analysis drives it out. */
static void
test_state_is_kept (void)
{
  g_autofree char *path = fixture_dup_path ("state.sqlite");
  g_autoptr (PlxLibrary) library = fixture_open (path);
  g_autoptr (GPtrArray) documents = some_documents ();
  g_autoptr (PlxStory) story = fixture_add (library, NULL, "A story", documents, NULL);
  g_autoptr (PlxStory) other = fixture_add (library, NULL, "Another", documents, NULL);
  g_autoptr (PlxAnalysis) analysis = full_analysis (documents);
  g_autofree char *none = load_state (library, story, "matrix");
  g_autofree char *kept = NULL;
  g_autofree char *of_other_view = NULL;
  g_autofree char *of_other_story = NULL;
  g_autofree char *undo_label = g_strdup (plx_library_get_undo_label (library));

  g_assert_null (none);
  save_state (library, story, "first");
  save_state (library, story, "“second”");
  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *key = g_strdup_printf ("key %u", i);
      g_autoptr (GError) error = NULL;

      g_assert_true (save (library, story, key, analysis, &error));
      g_assert_no_error (error);
    }

  kept = load_state (library, story, "matrix");
  of_other_view = load_state (library, story, "pair");
  of_other_story = load_state (library, other, "matrix");
  g_assert_cmpstr (kept, ==, "“second”");
  g_assert_null (of_other_view);
  g_assert_null (of_other_story);
  g_assert_cmpstr (plx_library_get_undo_label (library), ==, undo_label);
  plx_library_close (library);
  fixture_check_file (path);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/library/analysis/round-trip", test_round_trip);
  g_test_add_func ("/library/analysis/round-trip-of-what-the-engines-find",
                   test_round_trip_of_what_the_engines_find);
  g_test_add_func ("/library/analysis/damage-is-noticed", test_damage_is_noticed);
  g_test_add_func ("/library/analysis/kept-under-its-key", test_kept_under_its_key);
  g_test_add_func ("/library/analysis/only-the-last-few-are-kept",
                   test_only_the_last_few_are_kept);
  g_test_add_func ("/library/analysis/goes-with-its-story", test_goes_with_its_story);
  g_test_add_func ("/library/analysis/state-is-kept", test_state_is_kept);

  return g_test_run ();
}
