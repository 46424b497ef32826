/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "comparing/plx-comparing.h"
#include "made-analysis.h"
#include "reading/plx-reading.h"

static const char * const ledger[] = {
  "The harbour mayor Ines Calder resigned on Tuesday after the ferry fire, the council said.",
  "Nineteen passengers were taken to hospital in Brightport.",
  "Engineers had warned about the fuel pumps in March.",
  NULL,
};

static const char * const courier[] = {
  "Mayor Ines Calder has resigned because of the fire on the ferry, according to the council.",
  "Twenty-one passengers were brought to the hospital in Brightport.",
  "The opposition wants an election before the winter.",
  NULL,
};

static const char * const review[] = {
  "Rescue boats reached the ferry within half an hour.",
  "In Brightport, nineteen ferry passengers went to hospital.",
  NULL,
};

static PlxDocument *
make_document (const char         *name,
               const char         *headline,
               const char * const *paragraphs)
{
  PlxDocument *document = plx_document_new (name, "text");

  plx_document_append (document, headline, -1, PLX_ROLE_HEADLINE, PLX_CUT_NONE);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    plx_document_append (document, paragraphs[i], -1, PLX_ROLE_BODY, PLX_CUT_NONE);
  plx_document_set_field (document, PLX_FIELD_PUBLISHED, "2019-05-14", "test");

  return document;
}

static GPtrArray *
make_documents (void)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);

  g_ptr_array_add (documents, make_document ("ledger.txt", "Harbour mayor goes", ledger));
  g_ptr_array_add (documents, make_document ("courier.txt", "Calder resigns", courier));
  g_ptr_array_add (documents, make_document ("review.txt", "Nineteen in hospital", review));

  return documents;
}

static PlxAnalysis *
analyse (GPtrArray *documents)
{
  g_autoptr (GError) error = NULL;
  PlxAnalysis *analysis = plx_comparing_analyse (documents, NULL, NULL, PLX_AS_OF_ARTICLE, 0, NULL,
                                                 &error);

  g_assert_no_error (error);

  return analysis;
}

/* Everything that an analysis says, with the articles by their file instead of their place. */
static char *
write_down (PlxAnalysis *analysis)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < analysis->entities->len; i++)
    {
      const PlxEntityRecord *entity = plx_analysis_get_entity (analysis, i);

      g_string_append_printf (all, "entity %s %d %s %u in %u\n", entity->name, entity->kind,
                              entity->country, entity->n_mentions, entity->n_articles);
    }

  for (guint i = 0; i < analysis->claims->len; i++)
    {
      const PlxClaimRecord *claim = plx_analysis_get_claim (analysis, i);

      g_string_append_printf (all, "claim %s of %u, %u\n", claim->label, claim->n_sources,
                              claim->n_independent);
      for (guint j = 0; j < claim->refs->len; j++)
        {
          PlxSentenceRef ref = g_array_index (claim->refs, PlxSentenceRef, j);
          guint32 origin = g_array_index (claim->origin_of, guint32, j);
          g_autofree char *text = plx_analysis_dup_sentence (analysis, ref);

          g_ptr_array_add (lines, g_strdup_printf (
            "%s: %s <- %s", plx_analysis_get_document (analysis, ref.article)->source, text,
            origin == PLX_NONE ? "-" : claim->origins[origin]));
        }
      for (guint j = 0; j < claim->differences->len; j++)
        {
          PlxDifferenceRecord *difference = g_ptr_array_index (claim->differences, j);

          for (guint k = 0; k < difference->refs->len; k++)
            {
              PlxSentenceRef ref = g_array_index (difference->refs, PlxSentenceRef, k);

              g_ptr_array_add (lines, g_strdup_printf (
                "%s: %d %s: %s", plx_analysis_get_document (analysis, ref.article)->source,
                difference->kind, difference->about, difference->says[k]));
            }
        }
      /* Within a claim the sentences stand by article, so their order may differ. */
      g_ptr_array_sort_values (lines, (GCompareFunc) strcmp);
      for (guint j = 0; j < lines->len; j++)
        g_string_append_printf (all, "  %s\n", (char *) g_ptr_array_index (lines, j));
      g_ptr_array_set_size (lines, 0);
    }

  return g_string_free_and_steal (all);
}

static void
test_order_does_not_matter (void)
{
  static const guint orders[][3] = {
    { 0, 2, 1 }, { 1, 0, 2 }, { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 },
  };
  g_autoptr (GPtrArray) documents = make_documents ();
  g_autoptr (PlxAnalysis) analysis = analyse (documents);
  g_autofree char *first = write_down (analysis);

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (GPtrArray) turned = g_ptr_array_new ();
      g_autoptr (PlxAnalysis) other = NULL;
      g_autofree char *second = NULL;

      for (guint j = 0; j < 3; j++)
        g_ptr_array_add (turned, g_ptr_array_index (documents, orders[i][j]));
      other = analyse (turned);
      second = write_down (other);
      g_assert_cmpstr (first, ==, second);
    }
}

/* Every article of a folder that reading can read. */
static GPtrArray *
read_folder (const char *path)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)))
    {
      g_autofree char *full = g_build_filename (path, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (full);
      PlxDocument *document = NULL;

      if (g_str_has_suffix (name, ".txt") || g_str_has_suffix (name, ".html"))
        document = plx_reading_read_file (file, NULL, NULL);
      if (document != NULL)
        g_ptr_array_add (documents, document);
    }

  return documents;
}

/* Turns the order about in several ways: backwards, and by steps that are prime to the number. */
static void
check_orders (GPtrArray *documents)
{
  g_autoptr (PlxAnalysis) analysis = analyse (documents);
  g_autofree char *first = write_down (analysis);

  for (guint step = 1; step < documents->len; step++)
    {
      g_autoptr (GPtrArray) turned = g_ptr_array_new ();
      g_autoptr (PlxAnalysis) other = NULL;
      g_autofree char *second = NULL;

      for (guint i = 0; i < documents->len; i++)
        {
          gpointer document = g_ptr_array_index (documents, (i * step + step) % documents->len);

          if (!g_ptr_array_find (turned, document, NULL))
            g_ptr_array_add (turned, document);
        }
      if (turned->len < documents->len)
        continue;
      other = analyse (turned);
      second = write_down (other);
      g_assert_cmpstr (first, ==, second);
    }
}

static void
test_order_of_real_articles (void)
{
  g_autofree char *sample = g_test_build_filename (G_TEST_DIST, "..", "data", "sample", NULL);
  g_autofree char *seeds = g_build_filename (g_getenv ("PARALLAX_SHARED"), "seeds", NULL);
  g_autoptr (GPtrArray) documents = read_folder (sample);
  g_autoptr (GPtrArray) more = NULL;

  g_assert_cmpuint (documents->len, >, 3);
  check_orders (documents);

  more = read_folder (seeds);
  if (more->len == 0)
    {
      g_test_skip ("There are no seed articles beside this checkout");
      return;
    }
  check_orders (more);
}

static void
test_every_sentence_in_a_claim (void)
{
  g_autoptr (GPtrArray) documents = make_documents ();
  g_autoptr (PlxAnalysis) analysis = analyse (documents);
  guint n = 0;

  for (guint article = 0; article < 3; article++)
    {
      for (guint i = 0; i < plx_analysis_get_annotation (analysis, article)->sentences->len; i++)
        {
          gboolean found = FALSE;

          for (guint j = 0; j < analysis->claims->len; j++)
            {
              GArray *refs = plx_analysis_get_claim (analysis, j)->refs;

              for (guint k = 0; k < refs->len; k++)
                {
                  PlxSentenceRef *ref = &g_array_index (refs, PlxSentenceRef, k);

                  found |= ref->article == article && ref->sentence == i;
                }
            }
          g_assert_true (found);
          n++;
        }
    }

  g_assert_cmpuint (n, ==, 8);
}

static void
test_same_report_is_one_claim (void)
{
  g_autoptr (GPtrArray) documents = make_documents ();
  g_autoptr (PlxAnalysis) analysis = analyse (documents);
  const PlxClaimRecord *first = plx_analysis_get_claim (analysis, 0);
  const PlxClaimRecord *second = plx_analysis_get_claim (analysis, 1);

  g_assert_cmpuint (first->n_sources, ==, 3);
  g_assert_cmpuint (g_array_index (first->refs, PlxSentenceRef, 0).sentence, ==, 1);
  g_assert_cmpuint (second->n_sources, ==, 2);
  g_assert_cmpuint (g_array_index (second->refs, PlxSentenceRef, 0).sentence, ==, 0);
  g_assert_cmpuint (plx_analysis_get_claim (analysis, 2)->n_sources, ==, 1);
}

static void
test_similarity_orders_pairs (void)
{
  gboolean same = FALSE, other = TRUE;
  double close = plx_comparing_similarity (ledger[0], courier[0], &same);
  double back = plx_comparing_similarity (courier[0], ledger[0], NULL);
  double far = plx_comparing_similarity (ledger[0], courier[2], &other);

  g_assert_cmpfloat_with_epsilon (close, back, 1e-12);
  g_assert_cmpfloat (close, >, far);
  g_assert_true (same);
  g_assert_false (other);
  g_assert_cmpfloat (plx_comparing_similarity ("", "", NULL), <, 0.5);
}

static char *
spans_in_brackets (const char *text,
                   GArray     *spans)
{
  GString *out = g_string_new (NULL);
  guint32 at = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      PlxWordSpan *span = &g_array_index (spans, PlxWordSpan, i);

      g_assert_cmpuint (span->start, ==, at);
      g_assert_cmpuint (span->end, >, span->start);
      at = span->end;
      g_string_append (out, span->differs ? "[" : "");
      g_string_append_len (out, text + span->start, span->end - span->start);
      g_string_append (out, span->differs ? "]" : "");
    }
  g_assert_cmpuint (at, ==, strlen (text));

  return g_string_free_and_steal (out);
}

typedef struct
{
  const char *a;
  const char *b;
  const char *marked_a;
  const char *marked_b;
} DiffCase;

static const DiffCase diff_cases[] = {
  { "He left on Monday.", "He left on Tuesday.", "He left on [Monday].", "He left on [Tuesday]." },
  { "The “big” boat", "the \"big\" boat", "The “big” boat", "the \"big\" boat" },
  { "Ten people died", "People died", "[Ten] people died", "People died" },
  { "one two three", "four five", "[one two three]", "[four five]" },
  { "", "word", "", "[word]" },
  { "a, b and c", "a and c", "a, [b] and c", "a and c" },
};

static void
test_word_diff_marks_what_differs (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (diff_cases); i++)
    {
      const DiffCase *c = &diff_cases[i];
      const PlxWordText text_a = plx_word_text (c->a), text_b = plx_word_text (c->b);
      g_autoptr (GArray) spans_a = NULL;
      g_autoptr (GArray) spans_b = NULL;
      g_autofree char *a = NULL;
      g_autofree char *b = NULL;

      plx_comparing_word_diff (&text_a, &text_b, &spans_a, &spans_b);
      a = spans_in_brackets (c->a, spans_a);
      b = spans_in_brackets (c->b, spans_b);
      g_assert_cmpstr (a, ==, c->marked_a);
      g_assert_cmpstr (b, ==, c->marked_b);
    }
}

static void
test_pair_ties_what_tells_the_same (void)
{
  g_autoptr (GPtrArray) documents = make_documents ();
  g_autoptr (PlxAnalysis) analysis = analyse (documents);
  g_autoptr (GArray) ties = plx_comparing_pair (analysis, 0, 1);
  g_autoptr (GArray) turned = plx_comparing_pair (analysis, 1, 0);

  g_assert_cmpuint (ties->len, ==, 2);
  g_assert_cmpuint (turned->len, ==, 2);

  for (guint i = 0; i < ties->len; i++)
    {
      PlxPairTie *tie = &g_array_index (ties, PlxPairTie, i);
      gboolean found = FALSE;

      if (i > 0)
        g_assert_cmpuint (g_array_index (ties, PlxPairTie, i - 1).left, <=, tie->left);
      for (guint j = 0; j < turned->len; j++)
        {
          PlxPairTie *other = &g_array_index (turned, PlxPairTie, j);

          found |= other->left == tie->right && other->right == tie->left &&
                   other->claim == tie->claim;
        }
      g_assert_true (found);
    }
}

static void
add_claim (PlxAnalysis          *analysis,
           guint                 n,
           const PlxSentenceRef *refs)
{
  PlxClaimRecord *claim = plx_claim_record_new ();

  g_array_append_vals (claim->refs, refs, n);
  g_ptr_array_add (analysis->claims, claim);
}

/* A claim that one article tells in one sentence and another in two has two ties; where both have
 * two, each has the one that it resembles. What two claims tie is tied once. */
static void
test_pair_ties_many_to_many (void)
{
  g_autoptr (PlxAnalysis) analysis = plx_analysis_new ();
  static const guint32 expected[][3] = { { 0, 0, 0 }, { 0, 1, 0 }, { 1, 3, 1 }, { 2, 2, 1 } };
  g_autoptr (GArray) ties = NULL;

  made_article (analysis, "Ledger", "2019-05-14");
  made_article (analysis, "Courier", "2019-05-14");
  made_paragraph (analysis, 0, "The baker sold bread and the smith mended a plough.|"
                               "Snow fell on the northern hills.|"
                               "A fox crossed the frozen pond.");
  made_paragraph (analysis, 1, "The baker sold bread.|The smith mended a plough.|"
                               "Over the frozen pond went a fox.|"
                               "The hills in the north had snow.");
  add_claim (analysis, 3, (PlxSentenceRef[]) { { 0, 0 }, { 1, 0 }, { 1, 1 } });
  add_claim (analysis, 4, (PlxSentenceRef[]) { { 0, 1 }, { 0, 2 }, { 1, 2 }, { 1, 3 } });
  add_claim (analysis, 2, (PlxSentenceRef[]) { { 0, 0 }, { 1, 0 } });

  ties = plx_comparing_pair (analysis, 0, 1);
  g_assert_cmpuint (ties->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < ties->len; i++)
    {
      PlxPairTie *tie = &g_array_index (ties, PlxPairTie, i);

      g_assert_cmpuint (tie->left, ==, expected[i][0]);
      g_assert_cmpuint (tie->right, ==, expected[i][1]);
      g_assert_cmpuint (tie->claim, ==, expected[i][2]);
    }
}

static void
test_pair_of_one_article (void)
{
  g_autoptr (GPtrArray) documents = make_documents ();
  g_autoptr (PlxAnalysis) analysis = analyse (documents);
  g_autoptr (GArray) ties = plx_comparing_pair (analysis, 0, 0);

  g_assert_cmpuint (ties->len, ==, 3);
  for (guint i = 0; i < ties->len; i++)
    {
      g_assert_cmpuint (g_array_index (ties, PlxPairTie, i).left, ==, i);
      g_assert_cmpuint (g_array_index (ties, PlxPairTie, i).right, ==, i);
    }
}

static void
test_filter_hides (void)
{
  g_autoptr (GPtrArray) documents = make_documents ();
  g_autoptr (PlxAnalysis) analysis = analyse (documents);
  g_autoptr (PlxFilter) filter = plx_filter_new ();
  g_autoptr (PlxPassages) all = plx_comparing_filter (analysis, filter, 0);
  g_autoptr (PlxPassages) fewer = NULL;
  g_autoptr (PlxPassages) none = NULL;
  const char *hidden[] = { "review.txt", NULL };

  g_assert_cmpuint (all->n_shown, ==, 8);

  filter->hidden_sources = g_strdupv ((char **) hidden);
  fewer = plx_comparing_filter (analysis, filter, 0);
  g_assert_cmpuint (fewer->n_shown, ==, 6);
  g_assert_cmpuint (fewer->n_all, ==, 8);
  g_assert_false (plx_passages_is_shown (fewer, (PlxSentenceRef) { 2, 0 }));

  filter->from = plx_day_parse ("2019-05-15");
  none = plx_comparing_filter (analysis, filter, 0);
  g_assert_cmpuint (none->n_shown, ==, 0);
}

static void
test_propose_finds_the_event (void)
{
  static const char * const elsewhere[] = {
    "Glaciologists drilled a new ice core on the Varn plateau.",
    "The core reaches back eleven thousand years, the institute reported.",
    NULL,
  };
  g_autoptr (GPtrArray) documents = make_documents ();
  g_autoptr (GPtrArray) proposals = NULL;
  PlxProposal *proposal;

  g_ptr_array_insert (documents, 1, make_document ("ice.txt", "Ice on the lake", elsewhere));
  proposals = plx_comparing_propose (documents);

  g_assert_cmpuint (proposals->len, ==, 1);
  proposal = g_ptr_array_index (proposals, 0);
  g_assert_cmpuint (proposal->articles->len, ==, 3);
  g_assert_cmpuint (g_array_index (proposal->articles, guint32, 1), ==, 2);
  g_assert_nonnull (proposal->why[0]);
}

typedef struct
{
  GMainLoop   *loop;
  PlxAnalysis *analysis;
  GError      *error;
} AsyncResult;

static void
analysed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  AsyncResult *async = data;

  async->analysis = plx_comparing_analyse_finish (result, &async->error);
  g_main_loop_quit (async->loop);
}

static void
test_async_can_be_cancelled (void)
{
  g_autoptr (GPtrArray) documents = make_documents ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (PlxProgress) progress = plx_progress_new ();
  AsyncResult async = { loop, NULL, NULL };

  plx_comparing_analyse_async (documents, NULL, NULL, PLX_AS_OF_TODAY, 0, progress, cancellable,
                               analysed_cb, &async);
  g_main_loop_run (loop);
  g_assert_cmpfloat (plx_progress_get (progress), ==, 1);
  g_assert_no_error (async.error);
  g_assert_cmpuint (plx_analysis_get_n_articles (async.analysis), ==, 3);
  g_clear_pointer (&async.analysis, plx_analysis_unref);

  g_cancellable_cancel (cancellable);
  plx_comparing_analyse_async (documents, NULL, NULL, PLX_AS_OF_TODAY, 0, NULL, cancellable,
                               analysed_cb, &async);
  g_main_loop_run (loop);
  g_assert_error (async.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (async.analysis);
  g_clear_error (&async.error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/comparing/claims/order-does-not-matter", test_order_does_not_matter);
  g_test_add_func ("/comparing/claims/order-of-real-articles", test_order_of_real_articles);
  g_test_add_func ("/comparing/claims/take-every-sentence", test_every_sentence_in_a_claim);
  g_test_add_func ("/comparing/claims/join-the-same-report", test_same_report_is_one_claim);
  g_test_add_func ("/comparing/similarity/orders-pairs", test_similarity_orders_pairs);
  g_test_add_func ("/comparing/word-diff/marks-what-differs", test_word_diff_marks_what_differs);
  g_test_add_func ("/comparing/pair/ties-what-tells-the-same", test_pair_ties_what_tells_the_same);
  g_test_add_func ("/comparing/pair/ties-many-to-many", test_pair_ties_many_to_many);
  g_test_add_func ("/comparing/pair/of-one-article", test_pair_of_one_article);
  g_test_add_func ("/comparing/filter/hides", test_filter_hides);
  g_test_add_func ("/comparing/propose/finds-the-event", test_propose_finds_the_event);
  g_test_add_func ("/comparing/async/can-be-cancelled", test_async_can_be_cancelled);

  return g_test_run ();
}
