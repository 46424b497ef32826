/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "countries/plx-countries.h"
#include "model/plx-difference-rules.h"
#include "model/plx-placement.h"
#include "sheet-stories.h"
#include "sheet-recorder.h"
#include "sheet/plx-sheet-cells.h"
#include "sheet/plx-sheet-pages.h"

static void
add_country (PlxAnalysis *analysis,
             guint        article,
             guint        sentence,
             const char  *word,
             const char  *code)
{
  PlxAnnotation *annotation = plx_analysis_get_annotation (analysis, article);
  const PlxSentenceSpan *span = &g_array_index (annotation->sentences, PlxSentenceSpan, sentence);
  const char *text = annotation->document->text->str;
  const guint32 start = strstr (text + span->start, word) - text;
  const PlxMentionSpan mention = {
    .start = start, .end = start + strlen (word), .sentence = sentence, .entity = PLX_NONE,
    .kind = PLX_KIND_COUNTRY, .country = plx_country_intern (code),
  };

  g_array_append_val (annotation->mentions, mention);
}

/* Three articles: all tell of the sinking, two of the rescued, each has a sentence of its own, and
 * the third has neither a name nor a day. */
static PlxAnalysis *
make_story (void)
{
  PlxAnalysis *analysis = plx_analysis_new ();
  PlxClaimRecord *claim;

  made_article (analysis, "The Harbour Ledger", "2024-03-05");
  made_paragraph (analysis, 0, "The ferry sank off Orle on Monday.|Forty passengers were saved.");
  made_paragraph (analysis, 0, "{Mina Torv} blamed the fog.");
  made_article (analysis, "The Valley Standard", "2024-03-06");
  made_paragraph (analysis, 1, "The ferry sank off Orle on Monday evening.|"
                  "Fifty passengers were saved.");
  made_paragraph (analysis, 1, "No pilot was aboard.");
  made_article (analysis, NULL, NULL);
  made_paragraph (analysis, 2, "The ferry sank off Orle on Monday.");
  made_paragraph (analysis, 2, "Kenya is no party to the court.");
  add_country (analysis, 2, 1, "Kenya", "KEN");

  claim = made_claim (analysis, "The ferry sank off Orle");
  for (guint i = 0; i < 3; i++)
    made_ref (claim, i, 0, PLX_NONE);
  claim = made_claim (analysis, "Forty passengers were saved");
  made_ref (claim, 0, 1, PLX_NONE);
  made_ref (claim, 1, 1, PLX_NONE);
  made_difference (claim, PLX_DIFFERENCE_NUMBER, PLX_RULE_NUMBER_EXACT, "how many passengers",
                   "Forty|Fifty");
  made_ref (made_claim (analysis, "The fog is blamed"), 0, 2, PLX_NONE);
  made_ref (made_claim (analysis, "No pilot was aboard"), 1, 2, PLX_NONE);
  made_ref (made_claim (analysis, "Kenya is no party"), 2, 1, PLX_NONE);
  made_statement (analysis, 2, 1, "KEN", PLX_SAYS_NON_MEMBER, PLX_STATUS_PARTY,
                  PLX_VERDICT_CONTRADICTS);

  return analysis;
}

static char *
write_section (PlxAnalysis *analysis,
               PlxPassages *passages,
               const char  *section,
               guint        n_columns)
{
  g_autoptr (PlxSheetMatter) matter = made_matter (analysis, passages);
  g_autoptr (PlxSheetPlan) plan = plx_sheet_plan_new ();

  return sheet_recorder_write (matter, plan, section, n_columns);
}

static char *
write_all (PlxAnalysis *analysis,
           const char  *section,
           guint        n_columns)
{
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);

  return write_section (analysis, passages, section, n_columns);
}

static void
assert_says (const char *sheet,
             const char *words)
{
  if (strstr (sheet, words) == NULL)
    g_test_message ("“%s” is not in:\n%s", words, sheet);
  g_assert_nonnull (strstr (sheet, words));
}

static void
assert_silent (const char *sheet,
               const char *words)
{
  if (strstr (sheet, words) != NULL)
    g_test_message ("“%s” is in:\n%s", words, sheet);
  g_assert_null (strstr (sheet, words));
}

static guint
count_words (const char *sheet,
             const char *words)
{
  guint n = 0;

  for (const char *p = strstr (sheet, words); p != NULL; p = strstr (p + 1, words))
    n++;

  return n;
}

static void
test_cover (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autoptr (PlxSheetMatter) matter = made_matter (analysis, passages);
  g_autoptr (PlxSheetPlan) plan = plx_sheet_plan_new ();
  g_autofree char *sheet = NULL;

  plx_sheet_matter_set_origin (matter, 0, 1709640000, "00112233445566778899aabbccddeeff"
                               "00112233445566778899aabbccddeeff", 2048, "ferry.html");
  plx_document_set_field (plx_analysis_get_document (analysis, 0), PLX_FIELD_AUTHOR, "Ida Vell",
                          "text");
  sheet = sheet_recorder_write (matter, plan, "cover", 3);

  assert_says (sheet, "# A ferry, told thrice\n");
  assert_says (sheet, "3 sources, published 5 March 2024 – 6 March 2024 · compared on 1 April "
               "2024");
  assert_says (sheet, "No filter: all 8 passages are shown.");
  assert_says (sheet, "1 [The Harbour Ledger]");
  assert_says (sheet, "Ida Vell · 5 March 2024");
  assert_says (sheet, "read from “ferry.html”, 2.0");
  assert_says (sheet, "SHA-256 00112233 44556677 8899aabb ccddeeff 00112233");
  assert_says (sheet, "no outlet named · no author named · no date known");
  assert_says (sheet, "table as of ");
  assert_says (sheet, "Made with Parallax ");
}

static void
test_summary (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autofree char *sheet = write_all (analysis, "summary", 3);

  assert_says (sheet, "2 claims are told by more than one source. On 1 they agree, on 1 they "
               "differ. 3 stand in one source only.");
  assert_says (sheet, "Forty passengers were saved (<claim 2|#claim-2>). [Number] – how many "
               "passengers: “Forty”^1¶1 · “Fifty”^2¶1\n");
  assert_says (sheet, "The ferry sank off Orle (<claim 1|#claim-1>: 3 sources, 3 origins)"
               "^1^2^3");
  assert_says (sheet, "“Kenya is no party to the court.”^3¶2 ≠ contradicts the record (Kenya, ICC: "
               "party on 5 March 2024)");
  assert_says (sheet, "How the countries stand that are mentioned (ICC): party – Kenya.");
  assert_says (sheet, "^3 leaves out 1 claim: Forty passengers were saved (<claim 2|#claim-2>)"
               "^1^2.");
  assert_silent (sheet, "filter");
}

static void
test_summary_of_one_origin (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  PlxClaimRecord *claim = g_ptr_array_index (analysis->claims, 0);
  const guint32 voice = PLX_VOICE_OUTLET;
  g_autofree char *sheet = NULL;

  g_test_summary ("Three sources of one agency are told as one origin, and the agency is named");
  g_strfreev (claim->origins);
  claim->origins = g_strsplit ("Coast Agency", "|", -1);
  g_array_append_val (claim->voices, voice);
  for (guint i = 0; i < 3; i++)
    g_array_index (claim->origin_of, guint32, i) = 0;
  claim->n_independent = 1;
  sheet = write_all (analysis, "summary", 3);

  assert_says (sheet, "<claim 1|#claim-1> (3 sources, 1 origin)^1^2^3");
  assert_says (sheet, "Named most often as the origin: Coast Agency^1^2^3.");
}

static void
test_summary_links_only_to_claims_that_are_there (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autoptr (PlxSheetMatter) matter = made_matter (analysis, passages);
  g_autoptr (PlxSheetPlan) plan = plx_sheet_plan_new ();
  g_autofree char *sheet = NULL;

  plx_sheet_plan_set_part (plan, "claims", FALSE);
  sheet = sheet_recorder_write (matter, plan, "summary", 3);

  assert_says (sheet, "(claim 2)");
  assert_silent (sheet, "#claim-2");
}

static void
test_claims_in_a_matrix (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autofree char *sheet = write_all (analysis, "claims", 3);

  assert_says (sheet, "|=The Harbour Ledger^1|=The Valley Standard^2|=made^3|\n");
  assert_says (sheet, "|[1. The ferry sank off Orle]");
  assert_says (sheet, "= agree · 3 sources, 3 origins");
  assert_says (sheet, "≠ differ: number · 2 sources, 2 origins");
  assert_says (sheet, "Silent: made^3");
  assert_says (sheet, "|{Forty} passengers were saved.^1¶1|{Fifty} passengers were saved.^2¶1|"
               "– silent –|\n");
  /* Words that only one has, where no difference says which of them matter. */
  assert_says (sheet, "Monday {evening}.^2¶1");
  assert_says (sheet, "◇ No pilot was aboard.^2¶2");
}

static void
test_claims_are_found_on_pages (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autoptr (PlxSheetMatter) matter = made_matter (analysis, passages);
  g_autoptr (GError) error = NULL;

  g_test_summary ("Links to claims lead to them, whether or not they share one table");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (PlxSheetPlan) plan = plx_sheet_plan_new ();
      g_autoptr (PlxSheetContent) content = NULL;
      g_autoptr (PlxSheetPages) pages = NULL;
      guint page;
      double y;

      plan->is_landscape = i == 0;
      plan->font_size = i == 0 ? 9 : PLX_SHEET_MAX_FONT;
      content = plx_sheet_content_new (matter, plan);
      pages = plx_sheet_pages_new (content, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (plx_sheet_pages_find (pages, "claim-1", &page, &y));
      g_assert_true (plx_sheet_pages_find (pages, "claim-2", &page, &y));
    }
}

static void
test_claims_in_tables (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autofree char *sheet = write_all (analysis, "claims", 2);

  g_test_summary ("Where all sources have no room, each claim has tables of those that tell it");
  assert_says (sheet, "####(claim-1) 1. The ferry sank off Orle\n");
  assert_says (sheet, "|=The Harbour Ledger^1|=The Valley Standard^2|\n");
  assert_says (sheet, "|=made^3|=|\n");
  assert_says (sheet, "|{Forty} passengers were saved.^1¶1|{Fifty} passengers were saved.^2¶1|\n");
  assert_says (sheet, "Silent: made^3\n");
  assert_silent (sheet, "– silent –");
}

static void
test_claims_without_a_column (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autoptr (PlxSheetMatter) matter = made_matter (analysis, passages);
  g_autoptr (PlxSheetPlan) plan = plx_sheet_plan_new ();
  g_autofree char *digest = plx_document_dup_digest (plx_analysis_get_document (analysis, 0));
  const char *hidden[] = { digest, NULL };
  g_autofree char *sheet = NULL;

  plan->hidden_columns = g_strdupv ((char **) hidden);
  sheet = sheet_recorder_write (matter, plan, "claims", 3);

  assert_says (sheet, "|=The Valley Standard^2|=made^3|\n");
  assert_says (sheet, "Without a column: The Harbour Ledger^1");
}

static void
test_sentence_of_several_claims (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autofree char *sheet = NULL;

  g_test_summary ("What one source has is told in its order, and once");
  made_ref (made_claim (analysis, "Nobody led it"), 1, 2, PLX_NONE);
  made_paragraph (analysis, 0, "It rained.");
  made_ref (made_claim (analysis, "It rained"), 0, 3, PLX_NONE);
  sheet = write_all (analysis, "claims", 3);

  g_assert_cmpuint (count_words (sheet, "◇ No pilot was aboard."), ==, 1);
  assert_says (sheet, "◇ Mina Torv blamed the fog.^1¶2\n◇ It rained.^1¶3\n");
}

static void
test_notes (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autoptr (PlxSheetMatter) matter = made_matter (analysis, passages);
  g_autoptr (PlxSheetPlan) plan = plx_sheet_plan_new ();
  const char *others[] = { "Ask the harbour office.", NULL };
  g_autofree char *claims = NULL, *notes = NULL;

  matter->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint i = 0; i < analysis->claims->len; i++)
    g_ptr_array_add (matter->notes, i == 1 ? g_strsplit ("Call both papers.", "|", -1) : NULL);
  matter->other_notes = g_strdupv ((char **) others);
  claims = sheet_recorder_write (matter, plan, "claims", 3);
  notes = sheet_recorder_write (matter, plan, "notes", 3);

  assert_says (claims, "Note: Call both papers.");
  assert_says (notes, "#### On “Forty passengers were saved”^1^2 (<claim 2|#claim-2>)\n"
               "Call both papers.\n");
  assert_says (notes, "#### On the story\nAsk the harbour office.\n");
}

static void
test_pair (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autofree char *sheet = write_all (analysis, "pair", 3);

  assert_says (sheet, "= 0 the same · ≈ 1 in other words · ≠ 1 different · ◇ only The Harbour "
               "Ledger^1: 1 · ◇ only The Valley Standard^2: 1");
  assert_says (sheet, "|The ferry sank off Orle on Monday.^1¶1|≈|The ferry sank off Orle on Monday "
               "{evening}.^2¶1\u2028≈ The Valley Standard says “Monday evening” where the other "
               "says “Monday”.|\n");
  assert_says (sheet, "|{Forty} passengers were saved.^1¶1|≠|{Fifty} passengers were saved.^2¶1"
               "\u2028≠ [Number] – how many passengers: “Forty”^1¶1 · “Fifty”^2¶1|\n");
  assert_says (sheet, "|Mina Torv blamed the fog.^1¶2|◇||\n");
  assert_says (sheet, "||◇|No pilot was aboard.^2¶2|\n");
}

static void
test_pair_of_the_plan (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autoptr (PlxSheetMatter) matter = made_matter (analysis, passages);
  g_autoptr (PlxSheetPlan) plan = plx_sheet_plan_new ();
  g_autofree char *sheet = NULL;

  plan->pair[0] = plx_document_dup_digest (plx_analysis_get_document (analysis, 2));
  plan->pair[1] = plx_document_dup_digest (plx_analysis_get_document (analysis, 0));
  sheet = sheet_recorder_write (matter, plan, "pair", 3);

  assert_says (sheet, "|=made^3|=|=The Harbour Ledger^1|\n");
  assert_says (sheet, "|The ferry sank off Orle on Monday.^3¶1|=|The ferry sank off Orle on "
               "Monday.^1¶1|\n");
}

/* Two articles that tell three things, the second in another order, and one of them twice. */
static PlxAnalysis *
make_moved (void)
{
  PlxAnalysis *analysis = plx_analysis_new ();
  static const guint order[] = { 2, 0, 1 };

  made_article (analysis, "North", "2024-03-05");
  made_paragraph (analysis, 0, "Alpha came first.|Beta was second.|Gamma ended it.|Beta again.");
  made_article (analysis, "South", "2024-03-05");
  made_paragraph (analysis, 1, "Gamma it was that ended.|At first Alpha came.|Then came Beta.");
  for (guint i = 0; i < 3; i++)
    {
      PlxClaimRecord *claim = made_claim (analysis, "Something");

      made_ref (claim, 0, i, PLX_NONE);
      if (i == 1)
        made_ref (claim, 0, 3, PLX_NONE);
      for (guint j = 0; j < 3; j++)
        {
          if (order[j] == i)
            made_ref (claim, 1, j, PLX_NONE);
        }
    }

  return analysis;
}

static void
test_pair_has_each_sentence_once (void)
{
  g_autoptr (PlxAnalysis) analysis = make_moved ();
  g_autofree char *marked = write_all (analysis, "pair", 3);
  g_auto (GStrv) words = g_strsplit_set (marked, "{}", -1);
  g_autofree char *sheet = g_strjoinv ("", words);

  for (guint article = 0; article < 2; article++)
    {
      const guint n = plx_analysis_get_annotation (analysis, article)->sentences->len;

      for (guint i = 0; i < n; i++)
        {
          g_autofree char *sentence =
            plx_analysis_dup_sentence (analysis, (PlxSentenceRef) { article, i });

          g_assert_cmpuint (count_words (sheet, sentence), ==, 1);
        }
    }
  assert_says (sheet, "|Gamma ended it.^1¶1|≈|Gamma it was that ended.^2¶1");
  assert_says (sheet, "⇅ told in another place");
  assert_says (sheet, "|Beta again.^1¶1|≈|↑ tied to what stands above^2¶1");
}

static void
test_differences (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  PlxClaimRecord *claim = g_ptr_array_index (analysis->claims, 0);
  g_autofree char *sheet = NULL;

  made_difference (claim, PLX_DIFFERENCE_DATE, PLX_RULE_DATE_CLOCK, "when on Monday",
                   "Monday|Monday evening|Monday");
  sheet = write_all (analysis, "differences", 3);

  g_test_summary ("Numbers come before days, and who says the same stands together");
  assert_says (sheet, "|[Number]|\n");
  assert_says (sheet, "|how many passengers (<claim 2|#claim-2>)|“Forty”^1¶1 · “Fifty”^2¶1|They "
               "give different figures for the same thing.|\n");
  assert_says (sheet, "|“Monday”^1¶1^3¶1 · “Monday evening”^2¶1|");
  g_assert_true (strstr (sheet, "[Number]") < strstr (sheet, "[Date]"));
}

static void
test_statements (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autofree char *sheet = NULL;

  made_statement (analysis, 0, 2, NULL, PLX_SAYS_COUNT, PLX_STATUS_UNKNOWN, PLX_VERDICT_AGREES);
  made_statement (analysis, 2, 1, "KEN", PLX_SAYS_MEMBER, PLX_STATUS_PARTY,
                  PLX_VERDICT_CONTRADICTS);
  sheet = write_all (analysis, "statements", 3);

  g_test_summary ("What contradicts the record comes first; a sentence is printed once a part");
  assert_says (sheet, "|Kenya is no party to the court.^3¶2|Kenya, ICC: is not a party|party on 5 "
               "March 2024, since 1 June 2005 (a)|\n");
  assert_says (sheet, "|– the same sentence –|Kenya, ICC: is a party|");
  assert_says (sheet, "\n(a) ");
  g_assert_true (strstr (sheet, "≠ Contradict") < strstr (sheet, "= Agree"));
}

static void
test_countries (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autoptr (PlxSheetMatter) matter = made_matter (analysis, passages);
  g_autoptr (PlxSheetPlan) plan = plx_sheet_plan_new ();
  g_autofree char *sheet = NULL;

  matter->country_names = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_insert (matter->country_names, (gpointer) "KEN", (gpointer) "Republic of Kenya");
  plx_document_set_field (plx_analysis_get_document (analysis, 2), PLX_FIELD_PUBLISHED,
                          "2024-03-07", "text");
  sheet = sheet_recorder_write (matter, plan, "countries", 3);

  assert_says (sheet, "FIGURE Map of the world. party: Republic of Kenya.\n");
  assert_says (sheet, "|=Country|=ICC, by the record|=Since|=Mentions|=1|=2|=3|\n");
  assert_says (sheet, "|Republic of Kenya|party on 7 March 2024 (a)|1 June 2005|1|–|–|1|\n");
}

static void
test_graph (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autofree char *sheet = NULL;

  made_paragraph (analysis, 0, "{Mina Torv} met {Jon Hale} twice.");
  made_paragraph (analysis, 1, "{Jon Hale} knows {Mina Torv}.");
  sheet = write_all (analysis, "graph", 3);

  assert_says (sheet, "FIGURE Graph of names. ");
  assert_says (sheet, "CAPTION A line joins names that stand in one sentence.");
  assert_says (sheet, "|Mina Torv|Person|1|3|2|\n");
  assert_says (sheet, "|Mina Torv – Jon Hale|2|^1¶3^2¶3|\n");
}

static PlxPlacement *
make_placement (PlxAnalysis *analysis,
                const char  *name)
{
  for (guint i = 0; i < analysis->entities->len; i++)
    if (g_str_equal (plx_analysis_get_entity (analysis, i)->name, name))
      return plx_placement_new (1, plx_analysis_get_entity (analysis, i));

  g_assert_not_reached ();
}

static void
test_graph_is_as_arranged (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autoptr (PlxPassages) passages = NULL;
  g_autoptr (PlxSheetMatter) matter = NULL;
  g_autoptr (PlxSheetPlan) plan = plx_sheet_plan_new ();
  g_autofree char *sheet = NULL;
  PlxPlacement *placement;

  g_test_summary ("Names that the user has hidden in the graph are not on the sheet, and counted");
  made_paragraph (analysis, 0, "{Mina Torv} met {Jon Hale} and {Ida Krog} twice.");
  made_paragraph (analysis, 1, "{Jon Hale} knows {Mina Torv} and {Ida Krog}.");
  passages = plx_passages_new (analysis, TRUE);
  matter = made_matter (analysis, passages);
  matter->placements = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_placement_free);
  placement = make_placement (analysis, "Ida Krog");
  placement->hidden = TRUE;
  g_ptr_array_add (matter->placements, placement);
  placement = make_placement (analysis, "Jon Hale");
  plx_placement_move (placement, 3, 4, TRUE);
  g_ptr_array_add (matter->placements, placement);
  sheet = sheet_recorder_write (matter, plan, "graph", 3);

  assert_says (sheet, "1 name was left out by hand.");
  assert_says (sheet, "|Mina Torv – Jon Hale|2|");
  assert_silent (sheet, "|Ida Krog");
  assert_silent (sheet, "– Ida Krog");
}

static void
test_articles (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autofree char *sheet = NULL;

  plx_document_append (plx_analysis_get_document (analysis, 0), "Please give.", -1,
                       PLX_ROLE_CHROME, PLX_CUT_DONATION);
  sheet = write_all (analysis, "articles", 3);

  g_test_summary ("Paragraphs bear the numbers by which they are cited");
  assert_says (sheet, "¶ 1 The ferry sank off Orle on Monday. Forty passengers were saved.\n"
               "¶ 2 Mina Torv blamed the fog.\n");
  assert_says (sheet, "Cut, since it belongs to the page and not to the article: Donation appeal "
               "(1).");
  assert_silent (sheet, "Please give.");
}

static void
test_chosen_articles (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autoptr (PlxSheetMatter) matter = made_matter (analysis, passages);
  g_autoptr (PlxSheetPlan) plan = plx_sheet_plan_new ();
  g_autofree char *digest = plx_document_dup_digest (plx_analysis_get_document (analysis, 1));
  const char *chosen[] = { digest, NULL };
  g_autofree char *sheet = NULL;

  plan->articles = g_strdupv ((char **) chosen);
  sheet = sheet_recorder_write (matter, plan, "articles", 3);

  assert_says (sheet, "No pilot was aboard.");
  assert_silent (sheet, "Mina Torv");
}

static void
hide (PlxPassages *passages,
      guint        article,
      guint        sentence)
{
  plx_passages_set_shown (passages, (PlxSentenceRef) { article, sentence }, FALSE);
}

static void
test_nothing_hidden_is_printed (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);

  g_test_summary ("No section prints a word of a sentence that the filter hides");
  hide (passages, 0, 1);
  hide (passages, 1, 2);
  hide (passages, 2, 1);

  for (guint i = 0; i < plx_sheet_sections_get_n (); i++)
    {
      g_autofree char *sheet = write_section (analysis, passages,
                                              plx_sheet_sections_get (i)->id, 3);

      assert_silent (sheet, "Forty");
      assert_silent (sheet, "pilot");
      assert_silent (sheet, "Kenya");
    }
}

static void
test_what_is_hidden_is_told (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autofree char *summary = NULL, *claims = NULL, *cover = NULL, *articles = NULL;

  hide (passages, 1, 0);
  hide (passages, 0, 1);
  summary = write_section (analysis, passages, "summary", 3);
  claims = write_section (analysis, passages, "claims", 3);
  cover = write_section (analysis, passages, "cover", 3);
  articles = write_section (analysis, passages, "articles", 3);

  assert_says (cover, "The filter lets 6 of 8 passages through; 2 are hidden");
  assert_says (summary, "1 claim is told by more than one source. They agree on it. 3 stand in "
               "one source only.");
  assert_says (summary, "the filter leaves out 2 passages of 8");
  assert_says (claims, "|The ferry sank off Orle on Monday.^1¶1|– hidden by the filter –|The ferry "
               "sank off Orle on Monday.^3¶1|\n");
  assert_says (claims, "1 sentence is hidden by the filter.");
  assert_says (claims, "= agree · 2 sources, 2 origins");
  assert_silent (claims, "Silent: The Valley Standard");
  assert_says (claims, "◇ Fifty passengers were saved.^2¶1 – others tell it too; the filter hides "
               "them");
  assert_says (articles, "¶ 1 The ferry sank off Orle on Monday. […]\n");
}

static void
test_source_that_is_hidden (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autofree char *claims = NULL, *cover = NULL;

  for (guint i = 0; i < 3; i++)
    hide (passages, 0, i);
  claims = write_section (analysis, passages, "claims", 3);
  cover = write_section (analysis, passages, "cover", 3);

  g_test_summary ("A source of which all is hidden has no column, and the cover says so");
  assert_says (claims, "|=The Valley Standard^2|=made^3|\n");
  assert_silent (claims, "The Harbour Ledger");
  assert_says (cover, "All its passages are hidden by the filter.");
}

static void
test_filter_in_words (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autoptr (PlxFilter) filter = plx_filter_new ();
  g_autoptr (PlxSheetMatter) matter = NULL;
  g_autoptr (PlxSheetPlan) plan = plx_sheet_plan_new ();
  g_autofree char *digest = plx_document_dup_digest (plx_analysis_get_document (analysis, 0));
  const char *hidden[] = { digest, NULL };
  g_autofree char *sheet = NULL;

  filter->statuses = 1u << PLX_STATUS_PARTY | 1u << PLX_STATUS_SIGNATORY;
  filter->ties = PLX_TIE_ABOUT | PLX_TIE_LEADER;
  filter->as_of = PLX_AS_OF_DAY;
  filter->day = plx_day_parse ("2023-05-03");
  filter->countries = g_strsplit ("KEN|BRA|PER", "|", -1);
  filter->outlet_countries = g_strsplit ("GBR", "|", -1);
  filter->hidden_sources = g_strdupv ((char **) hidden);
  filter->entities = g_strsplit ("Mina Torv|Jon Hale", "|", -1);
  filter->from = plx_day_parse ("2024-03-01");
  filter->only_differences = TRUE;
  hide (passages, 0, 0);
  matter = plx_sheet_matter_new ("A ferry", analysis, passages, filter);
  sheet = sheet_recorder_write (matter, plan, "cover", 3);

  assert_says (sheet, "ICC: party or signed, not ratified, as of 3 May 2023 and Kenya or Brazil or "
               "Peru (the passage is about it or the passage names its head of state or "
               "government).");
  assert_says (sheet, "Outlets of a country of which this holds: United Kingdom.");
  assert_says (sheet, "Without these sources: The Harbour Ledger^1.");
  assert_says (sheet, "Passages that mention Mina Torv or Jon Hale.");
  assert_says (sheet, "Published on 1 March 2024 or later.");
  assert_says (sheet, "Only passages with a difference.");
}

static void
test_one_article (void)
{
  g_autoptr (PlxAnalysis) analysis = plx_analysis_new ();
  g_autofree char *summary = NULL, *pair = NULL, *claims = NULL, *differences = NULL;

  made_article (analysis, "The Harbour Ledger", "2024-03-05");
  made_paragraph (analysis, 0, "The ferry sank.|Nobody was hurt.");
  made_ref (made_claim (analysis, "The ferry sank"), 0, 0, PLX_NONE);
  made_ref (made_claim (analysis, "Nobody was hurt"), 0, 1, PLX_NONE);
  summary = write_all (analysis, "summary", 3);
  claims = write_all (analysis, "claims", 3);
  pair = write_all (analysis, "pair", 3);
  differences = write_all (analysis, "differences", 3);

  assert_says (summary, "There is one source, and nothing to compare it with: it tells 2 claims.");
  assert_silent (summary, "leaves out");
  assert_says (claims, "◇ Nobody was hurt.^1¶1");
  g_assert_cmpstr (pair, ==, "");
  g_assert_cmpstr (differences, ==, "");
}

static void
test_nothing (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, FALSE);

  g_test_summary ("A filter that lets nothing through leaves a cover and nothing else");
  for (guint i = 0; i < plx_sheet_sections_get_n (); i++)
    {
      const char *id = plx_sheet_sections_get (i)->id;
      g_autofree char *sheet = write_section (analysis, passages, id, 3);

      if (g_str_equal (id, "cover"))
        assert_says (sheet, "The filter lets 0 of 8 passages through; 8 are hidden");
      assert_silent (sheet, "ferry sank");
    }
}

static void
test_right_to_left (void)
{
  g_autoptr (PlxAnalysis) analysis = make_story ();
  g_autoptr (PlxPassages) passages = plx_passages_new (analysis, TRUE);
  g_autoptr (PlxSheetMatter) matter = made_matter (analysis, passages);
  g_autoptr (PlxSheetPlan) plan = plx_sheet_plan_new ();
  g_autoptr (PlxSheetTelling) telling = NULL;
  g_autoptr (PlxSheetText) cell = NULL;
  g_autofree char *sheet = NULL;
  PlxClaimRecord *claim;

  made_article (analysis, "עיתון", "2024-03-05");
  made_paragraph (analysis, 3, "המעבורת טבעה.");
  plx_document_set_field (plx_analysis_get_document (analysis, 3), PLX_FIELD_LANGUAGE, "he",
                          "text");
  g_ptr_array_set_size (passages->shown, 3);
  g_clear_pointer (&matter, plx_sheet_matter_unref);
  g_clear_pointer (&passages, plx_passages_unref);
  passages = plx_passages_new (analysis, TRUE);
  claim = g_ptr_array_index (analysis->claims, 0);
  made_ref (claim, 3, 0, PLX_NONE);
  made_difference (claim, PLX_DIFFERENCE_WORDING, NULL, "how it went down", "sank|sank|sank|טבעה");
  matter = made_matter (analysis, passages);
  telling = plx_telling_new (matter, plan);
  cell = plx_cell_of_article (telling, plx_sheet_tally_find (telling->tally, 0), 3);
  sheet = sheet_recorder_write (matter, plan, "differences", 4);

  g_test_summary ("A sentence keeps its language, and quoted words their place among ours");
  g_assert_cmpstr (cell->language, ==, "he");
  assert_says (sheet, "“\u200e\u2068טבעה\u2069”^4¶1");
}

/* A story of many articles that all tell one thing, and each a few of its own. */
static void
test_many_articles (void)
{
  g_autoptr (PlxAnalysis) analysis = plx_analysis_new ();
  g_autofree char *summary = NULL, *claims = NULL;
  PlxClaimRecord *shared;

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *outlet = g_strdup_printf ("Paper %u", i + 1);

      made_article (analysis, outlet, "2024-03-05");
      made_paragraph (analysis, i, "The ferry sank.|Nobody was hurt.|It rained.");
    }
  shared = made_claim (analysis, "The ferry sank");
  for (guint i = 0; i < 200; i++)
    {
      made_ref (shared, i, 0, PLX_NONE);
      made_ref (made_claim (analysis, "It rained"), i, 2, PLX_NONE);
    }
  summary = write_all (analysis, "summary", 3);
  claims = write_all (analysis, "claims", 3);

  assert_says (summary, "200 sources, 200 origins)^1^2^3^4^5^6^7^8 and 192 more");
  g_assert_cmpuint (count_words (summary, "\n"), <, 30);
  assert_says (claims, "|=Paper 199^199|=Paper 200^200|=|\n");
  g_assert_cmpuint (count_words (claims, "The ferry sank.^"), ==, 200);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/sheet/cover", test_cover);
  g_test_add_func ("/sheet/summary", test_summary);
  g_test_add_func ("/sheet/summary/one-origin", test_summary_of_one_origin);
  g_test_add_func ("/sheet/summary/links", test_summary_links_only_to_claims_that_are_there);
  g_test_add_func ("/sheet/claims/matrix", test_claims_in_a_matrix);
  g_test_add_func ("/sheet/claims/found-on-pages", test_claims_are_found_on_pages);
  g_test_add_func ("/sheet/claims/tables", test_claims_in_tables);
  g_test_add_func ("/sheet/claims/without-a-column", test_claims_without_a_column);
  g_test_add_func ("/sheet/claims/sentence-of-several", test_sentence_of_several_claims);
  g_test_add_func ("/sheet/notes", test_notes);
  g_test_add_func ("/sheet/pair", test_pair);
  g_test_add_func ("/sheet/pair/of-the-plan", test_pair_of_the_plan);
  g_test_add_func ("/sheet/pair/each-sentence-once", test_pair_has_each_sentence_once);
  g_test_add_func ("/sheet/differences", test_differences);
  g_test_add_func ("/sheet/statements", test_statements);
  g_test_add_func ("/sheet/countries", test_countries);
  g_test_add_func ("/sheet/graph", test_graph);
  g_test_add_func ("/sheet/graph/arranged", test_graph_is_as_arranged);
  g_test_add_func ("/sheet/articles", test_articles);
  g_test_add_func ("/sheet/articles/chosen", test_chosen_articles);
  g_test_add_func ("/sheet/hidden/not-printed", test_nothing_hidden_is_printed);
  g_test_add_func ("/sheet/hidden/told", test_what_is_hidden_is_told);
  g_test_add_func ("/sheet/hidden/source", test_source_that_is_hidden);
  g_test_add_func ("/sheet/filter-in-words", test_filter_in_words);
  g_test_add_func ("/sheet/one-article", test_one_article);
  g_test_add_func ("/sheet/nothing", test_nothing);
  g_test_add_func ("/sheet/right-to-left", test_right_to_left);
  g_test_add_func ("/sheet/many-articles", test_many_articles);

  return g_test_run ();
}
