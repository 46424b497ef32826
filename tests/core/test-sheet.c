/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "sheet/plx-sheet.h"
#include "made-analysis.h"

#include <string.h>

#define LONG_WORD "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamte"

static PlxClaimRecord *
add_claim (PlxAnalysis *analysis,
           const char  *label,
           guint        sentence)
{
  PlxClaimRecord *claim = plx_claim_record_new ();
  guint32 none = PLX_NONE;

  claim->label = g_strdup (label);
  claim->n_sources = plx_analysis_get_n_articles (analysis);
  for (guint i = 0; i < claim->n_sources; i++)
    {
      PlxSentenceRef ref = { i, sentence };

      g_array_append_val (claim->refs, ref);
      g_array_append_val (claim->origin_of, none);
    }
  g_ptr_array_add (analysis->claims, claim);

  return claim;
}

static void
add_difference (PlxClaimRecord *claim,
                const char     *one,
                const char     *other)
{
  PlxDifferenceRecord *difference = plx_difference_record_new (PLX_DIFFERENCE_NUMBER);
  const char *says[] = { one, other, NULL };

  difference->about = g_strdup ("how many came");
  difference->says = g_strdupv ((char **) says);
  g_array_append_vals (difference->refs, claim->refs->data, 2);
  g_ptr_array_add (claim->differences, difference);
}

/* Two articles of @n sentences; the sentences of one number are one claim. */
static PlxAnalysis *
make_story (guint n)
{
  PlxAnalysis *analysis = plx_analysis_new ();
  PlxStatementRecord *statement = g_new0 (PlxStatementRecord, 1);
  guint32 zero = 0;

  for (guint i = 0; i < 2; i++)
    {
      guint article = made_article (analysis, i ? "The Second Paper" : "The First Paper",
                                    i ? "2024-01-03" : "2024-01-02");

      for (guint j = 0; j < n; j++)
        {
          g_autofree char *text =
            g_strdup_printf ("{Ann Able} told {Bob Best} of case %u in {Utopia}, and %s people "
                             "came to hear it, which took them the better part of a day.", j,
                             i ? "forty" : "fifty");

          made_paragraph (analysis, article, text);
        }
    }

  for (guint j = 0; j < n; j++)
    {
      g_autofree char *label = g_strdup_printf ("Claim number %u.", j);
      PlxClaimRecord *claim = add_claim (analysis, label, j);

      if (j % 2 == 0)
        add_difference (claim, "fifty", "forty");
      if (j == 0)
        {
          g_strfreev (claim->origins);
          claim->origins = g_strsplit ("Press Agency", "|", -1);
          g_array_index (claim->origin_of, guint32, 1) = zero;
        }
    }

  statement->country = "UTO";
  statement->relation = "icc";
  statement->on = plx_day_parse ("2024-01-02");
  statement->record = PLX_STATUS_NON_PARTY;
  statement->says = PLX_SAYS_MEMBER;
  statement->verdict = PLX_VERDICT_CONTRADICTS;
  g_ptr_array_add (analysis->statements, statement);

  return analysis;
}

static PlxSheet *
make_sheet (PlxAnalysis *analysis,
            PlxPassages *passages,
            double       width,
            double       font_size)
{
  g_autoptr (PlxFilter) filter = plx_filter_new ();
  const PlxGraphOptions readable = { .threshold = PLX_GRAPH_READABLE };
  g_autoptr (PlxGraph) graph = plx_graph_new (analysis, passages, &readable);
  PlxSheetOptions options;

  plx_graph_lay_out (graph, NULL, analysis, NULL, NULL, NULL);
  plx_sheet_options_init (&options, "A hearing, told twice");
  options.width = width;
  options.font_size = font_size;
  options.today = plx_day_parse ("2024-02-01");

  return plx_sheet_new (analysis, passages, filter, graph, &options);
}

static char *
dup_text (PlxSheet *sheet)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plx_sheet_get_n_pages (sheet); i++)
    {
      g_autofree char *page = plx_sheet_dup_page_text (sheet, i);

      g_string_append (text, page);
    }

  return g_string_free_and_steal (text);
}

static void
test_every_claim_stands_on_a_page (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story (40);
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autoptr (PlxSheet) sheet = make_sheet (analysis, passages, 595, 9.5);
  g_autofree char *text = dup_text (sheet);

  for (guint i = 0; i < analysis->claims->len; i++)
    {
      const PlxClaimRecord *claim = plx_analysis_get_claim (analysis, i);

      g_assert_nonnull (strstr (text, claim->label));
      for (guint j = 0; j < claim->refs->len; j++)
        {
          g_autofree char *sentence =
            plx_analysis_dup_sentence (analysis, g_array_index (claim->refs, PlxSentenceRef, j));

          g_assert_nonnull (strstr (text, sentence));
        }
    }
}

static void
test_tells_who_says_what (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story (2);
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autoptr (PlxSheet) sheet = make_sheet (analysis, passages, 595, 9.5);
  g_autofree char *text = dup_text (sheet);

  g_assert_nonnull (strstr (text, "A hearing, told twice"));
  g_assert_nonnull (strstr (text, "all 4 passages"));
  g_assert_nonnull (strstr (text, "The First Paper"));
  g_assert_nonnull (strstr (text, "2 January 2024"));
  g_assert_nonnull (strstr (text, "Press Agency"));
  g_assert_nonnull (strstr (text, "how many came"));
  g_assert_nonnull (strstr (text, "A: “fifty” · B: “forty”"));
  g_assert_nonnull (strstr (text, "contradicts the record"));
  g_assert_nonnull (strstr (text, "1 of "));
  g_assert_null (strstr (text, "true"));
  g_assert_null (strstr (text, "false"));
}

static void
test_filter_hides_sentences (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story (3);
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autoptr (PlxSheet) sheet = NULL;
  g_autofree char *text = NULL;

  plx_passages_set_shown (passages, (PlxSentenceRef) { 0, 1 }, FALSE);
  plx_passages_set_shown (passages, (PlxSentenceRef) { 0, 2 }, FALSE);
  plx_passages_set_shown (passages, (PlxSentenceRef) { 1, 2 }, FALSE);
  sheet = make_sheet (analysis, passages, 595, 9.5);
  text = dup_text (sheet);

  g_assert_nonnull (strstr (text, "3 of 6 passages"));
  g_assert_nonnull (strstr (text, "Claim number 1."));
  g_assert_nonnull (strstr (text, "hidden by the filter"));
  g_assert_null (strstr (text, "Claim number 2."));
  g_assert_null (strstr (text, "case 1 in Utopia, and fifty"));
  g_assert_nonnull (strstr (text, "case 1 in Utopia, and forty"));
}

/* What a hidden sentence says is hidden with it, and one source alone does not differ. */
static void
test_filter_hides_differences (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story (1);
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autoptr (PlxSheet) sheet = NULL;
  g_autofree char *text = NULL;

  plx_passages_set_shown (passages, (PlxSentenceRef) { 1, 0 }, FALSE);
  sheet = make_sheet (analysis, passages, 595, 9.5);
  text = dup_text (sheet);

  g_assert_nonnull (strstr (text, "Claim number 0."));
  g_assert_null (strstr (text, "forty"));
  g_assert_null (strstr (text, "how many came"));
}

/* The status is that of the article's day, and the sheet says by which record. */
static void
test_countries_stand_by_the_record (void)
{
  g_autoptr (PlxAnalysis) analysis = plx_analysis_new ();
  g_autoptr (PlxPassages) passages = NULL;
  g_autoptr (PlxSheet) sheet = NULL;
  g_autofree char *text = NULL;

  made_article (analysis, "Paper", "2015-06-15");
  made_paragraph (analysis, 0, "{Sudan} and {South Africa} spoke.");
  for (guint i = 0; i < 2; i++)
    {
      GArray *mentions = plx_analysis_get_annotation (analysis, 0)->mentions;

      g_array_index (mentions, PlxMentionSpan, i).country = i ? "ZAF" : "SDN";
    }
  passages = plx_passages_new (analysis, TRUE);
  sheet = make_sheet (analysis, passages, 595, 9.5);
  text = dup_text (sheet);

  g_assert_nonnull (strstr (text, "South Africa party on 15 June 2015 ("));
  g_assert_nonnull (strstr (text, "Sudan not a party on 15 June 2015 ("));
  g_assert_nonnull (strstr (text, "A\u00a01"));
  g_assert_nonnull (strstr (text, "UN Treaty Collection"));
}

/* Draws on a surface without bounds and looks where ink is. */
static void
assert_within_margins (PlxSheet *sheet)
{
  double width, height;

  plx_sheet_get_page_size (sheet, &width, &height);

  for (guint i = 0; i < plx_sheet_get_n_pages (sheet); i++)
    {
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      double x, y, w, h;

      plx_sheet_draw_page (sheet, i, cr);
      cairo_recording_surface_ink_extents (surface, &x, &y, &w, &h);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);

      /* Letters may reach a point or two over the edge of their line: a slanted f does. */
      g_assert_cmpfloat (x, >=, 56 - 3);
      g_assert_cmpfloat (y, >=, 56 - 3);
      g_assert_cmpfloat (x + w, <=, width - 56 + 3);
      g_assert_cmpfloat (y + h, <=, height - 56 + 3);
    }
}

static void
test_nothing_is_drawn_beyond_the_margins (void)
{
  static const double widths[] = { 595.28, 612, 300 };
  static const double sizes[] = { 8, 9.5, 14 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (PlxAnalysis) analysis = make_story (12);
      g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
      g_autoptr (PlxSheet) sheet = make_sheet (analysis, passages, widths[i], sizes[i]);

      assert_within_margins (sheet);
    }
}

static void
test_long_words_do_not_overflow (void)
{
  g_autoptr (PlxAnalysis) analysis = plx_analysis_new ();
  g_autoptr (PlxPassages) passages = NULL;
  g_autoptr (PlxSheet) sheet = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 2; i++)
    {
      made_article (analysis, LONG_WORD LONG_WORD, "2024-01-02");
      made_paragraph (analysis, i, "The {" LONG_WORD LONG_WORD "} and the " LONG_WORD LONG_WORD
                      LONG_WORD " met {" LONG_WORD "}.|هذا نص من اليمين إلى اليسار مع {عمر}.");
    }
  add_difference (add_claim (analysis, LONG_WORD LONG_WORD, 0), LONG_WORD LONG_WORD, "x");
  add_claim (analysis, "عمر", 1);
  passages = plx_passages_new (analysis, TRUE);
  sheet = make_sheet (analysis, passages, 420, 12);
  text = dup_text (sheet);

  assert_within_margins (sheet);
  g_assert_nonnull (strstr (text, LONG_WORD LONG_WORD LONG_WORD));
  g_assert_nonnull (strstr (text, "اليسار"));
}

static void
test_page_count_is_stable (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story (30);
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autoptr (PlxSheet) a = make_sheet (analysis, passages, 595, 9.5);
  g_autoptr (PlxSheet) b = make_sheet (analysis, passages, 595, 9.5);
  g_autoptr (PlxSheet) large = make_sheet (analysis, passages, 595, 14);

  g_assert_cmpuint (plx_sheet_get_n_pages (a), >, 2);
  g_assert_cmpuint (plx_sheet_get_n_pages (a), ==, plx_sheet_get_n_pages (b));
  g_assert_cmpuint (plx_sheet_get_n_pages (large), >, plx_sheet_get_n_pages (a));
}

static void
test_notes_stand_with_their_claims (void)
{
  const char *notes[] = { "Ask the clerk.", "Asked: she agrees.", NULL };
  g_autoptr (PlxAnalysis) analysis = make_story (3);
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autoptr (PlxFilter) filter = plx_filter_new ();
  g_autoptr (GPtrArray) by_claim = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (PlxSheet) sheet = NULL;
  g_autofree char *text = NULL;
  const char *first, *second, *next;
  PlxSheetOptions options;

  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (by_claim, g_strdupv ((char **) (i == 1 ? notes : notes + 2)));
  plx_sheet_options_init (&options, "A hearing, told twice");
  options.notes = by_claim;
  sheet = plx_sheet_new (analysis, passages, filter, NULL, &options);
  text = dup_text (sheet);

  first = strstr (text, "Note: Ask the clerk.");
  second = strstr (text, "Note: Asked: she agrees.");
  next = strstr (text, "Claim number 2.");
  g_assert_nonnull (first);
  g_assert_nonnull (second);
  g_assert_nonnull (next);
  g_assert_true (strstr (text, "Claim number 1.") < first);
  g_assert_true (first < second);
  g_assert_true (second < next);
}

/* No page ends with the label of a claim, and none of these short claims is torn apart. */
static void
test_claims_are_not_torn_apart (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story (40);
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autoptr (PlxSheet) sheet = make_sheet (analysis, passages, 595, 9.5);

  for (guint i = 0; i < plx_sheet_get_n_pages (sheet); i++)
    {
      g_autofree char *text = plx_sheet_dup_page_text (sheet, i);

      for (guint j = 0; j < 40; j++)
        {
          g_autofree char *label = g_strdup_printf ("Claim number %u.", j);
          g_autofree char *first = g_strdup_printf ("case %u in Utopia, and fifty", j);
          g_autofree char *second = g_strdup_printf ("case %u in Utopia, and forty", j);
          gboolean here = strstr (text, label) != NULL;

          /* The sentence of the statement, which stands once more below, is that of case 0. */
          if (j == 0)
            continue;
          g_assert_cmpint (strstr (text, first) != NULL, ==, here);
          g_assert_cmpint (strstr (text, second) != NULL, ==, here);
        }
    }
}

static void
test_nothing_gives_one_page_that_says_so (void)
{
  g_autoptr (PlxAnalysis) analysis = plx_analysis_new ();
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autoptr (PlxSheet) sheet = make_sheet (analysis, passages, 595, 9.5);
  g_autofree char *text = dup_text (sheet);

  g_assert_cmpuint (plx_sheet_get_n_pages (sheet), ==, 1);
  g_assert_nonnull (strstr (text, "nothing to compare"));
  assert_within_margins (sheet);
}

static void
test_pdf_is_one (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story (20);
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autoptr (PlxSheet) sheet = make_sheet (analysis, passages, 595, 9.5);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  const char *data;
  gsize size;

  g_assert_true (plx_sheet_write_pdf (sheet, stream, NULL, &error));
  g_assert_no_error (error);

  data = g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream));
  size = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream));
  g_assert_cmpuint (size, >, 1000);
  g_assert_cmpint (memcmp (data, "%PDF", 4), ==, 0);
  g_assert_nonnull (g_strrstr_len (data + size - 16, 16, "%%EOF"));
}

static void
test_pdf_tells_of_errors (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story (3);
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autoptr (PlxSheet) sheet = make_sheet (analysis, passages, 595, 9.5);
  char small[64];
  g_autoptr (GOutputStream) full = g_memory_output_stream_new (small, sizeof small, NULL, NULL);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) no_space = NULL;
  g_autoptr (GError) cancelled = NULL;

  g_assert_false (plx_sheet_write_pdf (sheet, full, NULL, &no_space));
  g_assert_error (no_space, G_IO_ERROR, G_IO_ERROR_NO_SPACE);

  g_cancellable_cancel (cancellable);
  g_assert_false (plx_sheet_write_pdf (sheet, stream, cancellable, &cancelled));
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
keep_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_made_and_saved_in_a_thread (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story (5);
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autoptr (PlxFilter) filter = plx_filter_new ();
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "sheet.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) made = NULL;
  g_autoptr (GAsyncResult) saved = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxSheet) sheet = NULL;
  g_autofree char *data = NULL;
  PlxSheetOptions options;

  plx_sheet_options_init (&options, "In a thread");
  plx_sheet_make_async (analysis, passages, filter, &options, NULL, keep_cb, &made);
  while (made == NULL)
    g_main_context_iteration (NULL, TRUE);
  sheet = plx_sheet_make_finish (made, &error);
  g_assert_no_error (error);

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  plx_sheet_save_async (sheet, file, NULL, keep_cb, &saved);
  while (saved == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (plx_sheet_save_finish (sheet, saved, &error));
  g_assert_no_error (error);

  g_assert_true (g_file_get_contents (path, &data, NULL, &error));
  g_assert_true (g_str_has_prefix (data, "%PDF"));
}

/* Whoever gives up keeps the file that was there. */
static void
test_cancelled_saving_keeps_the_file (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story (1);
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autoptr (PlxSheet) sheet = make_sheet (analysis, passages, 595, 9.5);
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "kept.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nonexistent/sheet.pdf");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) cancelled = NULL;
  g_autoptr (GError) missing = NULL;
  g_autofree char *data = NULL;

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  g_assert_true (g_file_set_contents (path, "before", -1, NULL));
  g_cancellable_cancel (cancellable);

  g_assert_false (plx_sheet_save (sheet, file, cancellable, &cancelled));
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (path, &data, NULL, NULL));
  g_assert_cmpstr (data, ==, "before");

  g_assert_false (plx_sheet_save (sheet, nowhere, NULL, &missing));
  g_assert_error (missing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/sheet/every-claim", test_every_claim_stands_on_a_page);
  g_test_add_func ("/sheet/who-says-what", test_tells_who_says_what);
  g_test_add_func ("/sheet/notes", test_notes_stand_with_their_claims);
  g_test_add_func ("/sheet/filter", test_filter_hides_sentences);
  g_test_add_func ("/sheet/filter-differences", test_filter_hides_differences);
  g_test_add_func ("/sheet/countries", test_countries_stand_by_the_record);
  g_test_add_func ("/sheet/margins", test_nothing_is_drawn_beyond_the_margins);
  g_test_add_func ("/sheet/long-words", test_long_words_do_not_overflow);
  g_test_add_func ("/sheet/stable", test_page_count_is_stable);
  g_test_add_func ("/sheet/not-torn-apart", test_claims_are_not_torn_apart);
  g_test_add_func ("/sheet/nothing", test_nothing_gives_one_page_that_says_so);
  g_test_add_func ("/sheet/pdf", test_pdf_is_one);
  g_test_add_func ("/sheet/pdf-errors", test_pdf_tells_of_errors);

  g_test_add_func ("/sheet/thread", test_made_and_saved_in_a_thread);
  g_test_add_func ("/sheet/keeps-the-file", test_cancelled_saving_keeps_the_file);

  return g_test_run ();
}
