/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "comparing/plx-comparing.h"
#include "comparing/plx-origins.h"
#include "language/plx-language.h"

static PlxDocument *
make (const char *outlet,
      const char *published,
      const char *body)
{
  PlxDocument *document = plx_document_new (outlet, "text");
  g_auto (GStrv) paragraphs = g_strsplit (body, "\n", -1);

  plx_document_set_field (document, PLX_FIELD_OUTLET, outlet, "text");
  plx_document_set_field (document, PLX_FIELD_PUBLISHED, published, "text");
  for (guint i = 0; paragraphs[i] != NULL; i++)
    plx_document_append (document, paragraphs[i], strlen (paragraphs[i]), PLX_ROLE_BODY,
                         PLX_CUT_NONE);

  return document;
}

typedef struct
{
  const char *path;
  const char *text;
  const char *origin; /* nullable */
  PlxVoice    voice;
} OriginCase;

static const OriginCase origin_cases[] = {
  { "/origins/voice/agency-that-reported", "The quarry was sold, Reuters reported.", "Reuters",
    PLX_VOICE_OUTLET },
  { "/origins/voice/newspaper", "The quarry was sold, according to the Wall Street Journal.",
    "Wall Street Journal", PLX_VOICE_OUTLET },
  { "/origins/voice/unnamed-to-an-outlet",
    "The quarry was sold, three people familiar with the matter told Bloomberg.", "Bloomberg",
    PLX_VOICE_OUTLET },
  { "/origins/voice/person-to-an-outlet", "The quarry was sold, Karin Holm told Reuters.",
    "Reuters", PLX_VOICE_OUTLET },
  { "/origins/voice/person", "The quarry was sold, Karin Holm said.", "Karin Holm",
    PLX_VOICE_PERSON },
  { "/origins/voice/body", "The quarry was sold, the World Bank said.", "World Bank",
    PLX_VOICE_BODY },
  { "/origins/voice/government-by-its-seat", "The Kremlin said that the quarry was sold.",
    "Kremlin", PLX_VOICE_BODY },
  { "/origins/voice/body-without-a-name", "The police said that the quarry had been robbed.",
    "police", PLX_VOICE_BODY },
  { "/origins/voice/document", "The quarry was sold in 2011, according to court documents.",
    "court documents", PLX_VOICE_DOCUMENT },
  { "/origins/voice/unnamed", "Two officials said that the quarry was sold.", "Two officials",
    PLX_VOICE_UNNAMED },
  { "/origins/voice/country-is-none", "The United States said that it would buy the quarry.", NULL,
    0 },
  { "/origins/voice/own-outlet-is-none", "The quarry was sold, Karin Holm told the Harbour Times.",
    "Karin Holm", PLX_VOICE_PERSON },
  { "/origins/voice/title-is-none", "The president said that the quarry was sold.", NULL, 0 },
  { "/origins/voice/plain-is-none", "The quarry was sold on Friday.", NULL, 0 },
};

static void
test_voice (gconstpointer data)
{
  const OriginCase *c = data;
  g_autoptr (PlxDocument) document = make ("Harbour Times", "2024-03-06", c->text);
  g_autoptr (GPtrArray) annotations =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_annotation_free);
  g_autoptr (GPtrArray) entities = NULL;
  g_autoptr (GPtrArray) origins = NULL;
  const PlxSourcing *sourcing;

  g_ptr_array_add (annotations, plx_language_annotate (document));
  entities = plx_language_resolve (annotations);
  origins = plx_origins_find (g_ptr_array_index (annotations, 0), entities);
  sourcing = g_ptr_array_index (origins, 0);

  g_assert_cmpstr (sourcing->origin, ==, c->origin);
  if (c->origin != NULL)
    g_assert_cmpint (sourcing->voice, ==, c->voice);
}

static PlxAnalysis *
analyse (const char * const articles[][3],
         guint              n)
{
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  g_autoptr (GError) error = NULL;
  PlxAnalysis *analysis;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (documents, make (articles[i][0], articles[i][1], articles[i][2]));
  analysis = plx_comparing_analyse (documents, NULL, NULL, PLX_AS_OF_ARTICLE, 0, NULL, &error);
  g_assert_no_error (error);

  return analysis;
}

#define COPIED "The owners of the slate quarry near Orle have sold it to a group of former " \
               "workers for one crown, and the buyers want to reopen the upper pit before the " \
               "winter. "
#define OWN "Former workers have bought the slate quarry near Orle from its owners for one crown " \
            "and want to reopen its upper pit before the winter comes."

static const char * const copying[][3] = {
  { "Plateau Review", "2024-03-06", "Good news from the hills. " COPIED
    "Nobody had hoped for it." },
  { "Harbour Ledger", "2024-03-04", COPIED "The village will celebrate on Sunday." },
  { "Valley Standard", "2024-03-06", COPIED "A brass band will play at the gate." },
  { "Northern Courier", "2024-03-05", OWN },
};

/* The claim with that sentence of an article. */
static const PlxClaimRecord *
find_claim (PlxAnalysis *analysis,
            guint        article,
            const char  *words,
            guint       *place)
{
  for (guint i = 0; i < analysis->claims->len; i++)
    {
      const PlxClaimRecord *claim = plx_analysis_get_claim (analysis, i);

      for (guint k = 0; k < claim->refs->len; k++)
        {
          PlxSentenceRef ref = g_array_index (claim->refs, PlxSentenceRef, k);
          g_autofree char *text = plx_analysis_dup_sentence (analysis, ref);

          if (ref.article == article && strstr (text, words) != NULL)
            {
              if (place != NULL)
                *place = i;
              return claim;
            }
        }
    }

  g_test_message ("no claim has: %s", words);
  g_test_fail ();

  return NULL;
}

static void
test_copies (void)
{
  g_autoptr (PlxAnalysis) analysis = analyse (copying, G_N_ELEMENTS (copying));

  g_test_summary ("What is word for word the same is told of the later article, with the first");
  g_assert_cmpuint (analysis->copies->len, ==, 2);
  for (guint i = 0; i < analysis->copies->len; i++)
    {
      const PlxCopyRecord *copy = g_ptr_array_index (analysis->copies, i);
      g_autofree char *text = plx_analysis_dup_text (analysis, copy->article, copy->start,
                                                     copy->end);
      g_autofree char *same = plx_analysis_dup_text (analysis, copy->other, copy->other_start,
                                                     copy->other_end);

      g_assert_cmpuint (copy->article, ==, i == 0 ? 0 : 2);
      g_assert_cmpuint (copy->other, ==, 1);
      g_assert_true (copy->is_later);
      g_assert_cmpstr (text, ==, same);
      g_assert_true (g_str_has_prefix (text, "The owners of") &&
                     g_str_has_suffix (text, "the winter"));
      g_assert_cmpuint (copy->n_words, ==, 32);
    }
}

static void
test_quotations_are_no_copies (void)
{
  static const char * const articles[][3] = {
    { "Plateau Review", "2024-03-06", "In the hall Karin Holm said: \"We have waited nine years "
      "for this day and nobody will take the quarry from us again.\"" },
    { "Harbour Ledger", "2024-03-06", "\"We have waited nine years for this day and nobody will "
      "take the quarry from us again,\" the buyer told her neighbours." },
  };
  g_autoptr (PlxAnalysis) analysis = analyse (articles, G_N_ELEMENTS (articles));

  g_assert_cmpuint (analysis->copies->len, ==, 0);
}

static void
test_copies_count_once (void)
{
  g_autoptr (PlxAnalysis) analysis = analyse (copying, G_N_ELEMENTS (copying));
  const PlxClaimRecord *claim = find_claim (analysis, 1, "sold it to a group", NULL);

  g_assert_nonnull (claim);
  g_assert_cmpuint (claim->n_sources, ==, 4);
  g_assert_cmpuint (claim->n_independent, ==, 2);
}

#define NEWS "the slate quarry near Orle was sold to a group of its former workers on Friday"

static const char * const citing[][3] = {
  { "Plateau Review", "2024-03-06", "According to Reuters, " NEWS "." },
  { "Harbour Ledger", "2024-03-06", "On Friday the slate quarry near Orle was sold to a group of "
    "its former workers, Reuters reported." },
  { "Valley Standard", "2024-03-06", "A group of former workers was sold the slate quarry near "
    "Orle on Friday, two people told Reuters." },
  { "Reuters", "2024-03-05", "The slate quarry near Orle was sold on Friday, and a group of its "
    "former workers has bought it." },
  { "Northern Courier", "2024-03-06", "The Orle slate quarry was sold on Friday; its former "
    "workers, a group of them, bought the quarry." },
  { "Daily Compass", "2024-03-06", "The circus will come to the lake in summer." },
};

static void
test_one_origin_counts_once (void)
{
  g_autoptr (PlxAnalysis) analysis = analyse (citing, G_N_ELEMENTS (citing));
  const PlxClaimRecord *claim = find_claim (analysis, 0, "slate quarry", NULL);

  g_test_summary ("Who cites an agency, and the agency itself, are one voice");
  g_assert_nonnull (claim);
  g_assert_cmpuint (claim->n_sources, ==, 5);
  g_assert_cmpuint (claim->n_independent, ==, 2);
  g_assert_cmpstr (claim->origins[0], ==, "Reuters");
  g_assert_null (claim->origins[1]);
  g_assert_cmpuint (g_array_index (claim->voices, guint32, 0), ==, PLX_VOICE_OUTLET);
}

static gboolean
leaves_out (PlxAnalysis *analysis,
            guint        article,
            guint        least,
            guint        claim)
{
  g_autoptr (GArray) left_out = plx_comparing_left_out (analysis, article, least);

  for (guint i = 0; i < left_out->len; i++)
    {
      const PlxLeftOut *one = &g_array_index (left_out, PlxLeftOut, i);

      if (one->claim == claim)
        {
          g_assert_cmpuint (one->n_independent, >=, least);
          return TRUE;
        }
    }

  return FALSE;
}

static void
test_left_out (void)
{
  g_autoptr (PlxAnalysis) analysis = analyse (citing, G_N_ELEMENTS (citing));
  guint claim = 0;

  find_claim (analysis, 0, "slate quarry", &claim);
  g_test_summary ("What two voices report is left out by who does not; five with one are not five");
  g_assert_true (leaves_out (analysis, 5, 2, claim));
  g_assert_false (leaves_out (analysis, 5, 3, claim));
  g_assert_false (leaves_out (analysis, 4, 1, claim));
}

static void
test_left_out_of_what_it_credits (void)
{
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  g_autoptr (PlxAnalysis) analysis = NULL;
  guint claim = 0;

  for (guint i = 0; i < G_N_ELEMENTS (citing); i++)
    g_ptr_array_add (documents, make (citing[i][0], citing[i][1], citing[i][2]));
  plx_document_set_field (g_ptr_array_index (documents, 5), PLX_FIELD_AGENCY, "Reuters", "text");
  analysis = plx_comparing_analyse (documents, NULL, NULL, PLX_AS_OF_ARTICLE, 0, NULL, NULL);
  find_claim (analysis, 0, "slate quarry", &claim);

  g_test_summary ("Those who have it from the agency that an article credits are no voice more");
  g_assert_true (leaves_out (analysis, 5, 1, claim));
  g_assert_false (leaves_out (analysis, 5, 2, claim));
}

static void
test_voices_that_are_shown (void)
{
  g_autoptr (PlxAnalysis) analysis = analyse (citing, G_N_ELEMENTS (citing));
  g_autoptr (PlxPassages) all = plx_passages_new (analysis, TRUE);
  g_autoptr (PlxPassages) some = plx_passages_new (analysis, FALSE);
  guint claim = 0;
  const GArray *refs = find_claim (analysis, 0, "slate quarry", &claim)->refs;

  g_test_summary ("Of voices only those count that are shown");
  for (guint i = 0; i < refs->len; i++)
    {
      const PlxSentenceRef ref = g_array_index (refs, PlxSentenceRef, i);

      plx_passages_set_shown (some, ref, ref.article < 3);
    }

  g_assert_cmpuint (plx_comparing_count_voices (analysis, all, claim, PLX_NONE), ==, 2);
  g_assert_cmpuint (plx_comparing_count_voices (analysis, some, claim, PLX_NONE), ==, 1);
  g_assert_cmpuint (plx_comparing_count_voices (analysis, all, claim, 4), ==, 1);
  g_assert_cmpuint (plx_comparing_count_voices (analysis, all, claim, 5), ==, 2);
}

static void
test_left_out_of_few (void)
{
  g_autoptr (PlxAnalysis) none = analyse (citing, 0);
  g_autoptr (PlxAnalysis) one = analyse (citing, 1);
  g_autoptr (GArray) left_out = plx_comparing_left_out (one, 0, 1);

  g_assert_cmpuint (none->copies->len, ==, 0);
  g_assert_cmpuint (one->copies->len, ==, 0);
  g_assert_cmpuint (left_out->len, ==, 0);
  g_assert_cmpuint (plx_analysis_get_claim (one, 0)->n_independent, ==, 1);
}

static void
test_place (void)
{
  g_autoptr (PlxDocument) document = plx_document_new ("made.txt", "text");
  g_autoptr (PlxAnalysis) analysis = plx_analysis_new ();
  PlxAnnotation *annotation = NULL;
  static const struct
  {
    PlxRole      role;
    PlxCutReason cut;
    PlxPlace     place;
    guint        paragraph;
  } rows[] = {
    { PLX_ROLE_HEADLINE, PLX_CUT_NONE, PLX_PLACE_HEADLINE, 0 },
    { PLX_ROLE_STANDFIRST, PLX_CUT_NONE, PLX_PLACE_STANDFIRST, 0 },
    { PLX_ROLE_BODY, PLX_CUT_ADVERTISEMENT, PLX_PLACE_LEAD, 1 },
    { PLX_ROLE_BODY, PLX_CUT_NONE, PLX_PLACE_LEAD, 1 },
    { PLX_ROLE_HEADING, PLX_CUT_NONE, PLX_PLACE_PARAGRAPH, 2 },
    { PLX_ROLE_BODY, PLX_CUT_NONE, PLX_PLACE_PARAGRAPH, 2 },
    { PLX_ROLE_LIST, PLX_CUT_NONE, PLX_PLACE_PARAGRAPH, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    plx_document_append (document, "It rained.", 10, rows[i].role, rows[i].cut);
  annotation = plx_annotation_new (document);
  g_ptr_array_add (analysis->annotations, annotation);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const PlxBlockSpan *block = plx_document_get_block (document, i);
      PlxSentenceSpan span = { block->start, block->end, i };

      g_array_append_val (annotation->sentences, span);
    }

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint paragraph = 99;

      g_assert_cmpint (plx_analysis_get_place (analysis, (PlxSentenceRef) { 0, i }, &paragraph),
                       ==, rows[i].place);
      g_assert_cmpuint (paragraph, ==, rows[i].paragraph);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (origin_cases); i++)
    g_test_add_data_func (origin_cases[i].path, &origin_cases[i], test_voice);
  g_test_add_func ("/origins/copies/of-the-later-article", test_copies);
  g_test_add_func ("/origins/copies/quotations-are-none", test_quotations_are_no_copies);
  g_test_add_func ("/origins/independent/copies-count-once", test_copies_count_once);
  g_test_add_func ("/origins/independent/one-origin-counts-once", test_one_origin_counts_once);
  g_test_add_func ("/origins/left-out/what-two-voices-report", test_left_out);
  g_test_add_func ("/origins/left-out/not-of-what-it-credits", test_left_out_of_what_it_credits);
  g_test_add_func ("/origins/left-out/one-article-and-none", test_left_out_of_few);
  g_test_add_func ("/origins/voices/of-what-is-shown", test_voices_that_are_shown);
  g_test_add_func ("/origins/place", test_place);

  return g_test_run ();
}
