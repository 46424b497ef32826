/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "comparing/plx-comparing.h"

/* Three articles; a sentence is called by the letter of its article and its number. Without a word
 * of the user's each claim of three sources is C0 L0 R0 or C1 L1 R1, and the rest stands alone. */
static const char * const texts[][4] = {
  { "The harbour mayor Ines Calder resigned on Tuesday after the fire on the ferry.",
    "Nineteen passengers were taken to the hospital in Brightport.",
    "A brass band played on the pier.", NULL },
  { "The harbour mayor Ines Calder resigned on Tuesday after the ferry fire.",
    "Nineteen passengers were taken to hospital in Brightport.",
    "Engineers had warned about worn fuel pumps in March.", NULL },
  { "Harbour mayor Ines Calder resigned on Tuesday after the ferry fire.",
    "Twenty-one passengers were taken to hospital in Brightport.",
    "Three gulls slept under a green roof.", NULL },
  { "Forty passengers were taken to hospital in Brightport.", NULL },
};
static const char letters[] = "CLRF";

#define FIRST_ID 11
#define STORY 7
#define UNTOUCHED "C0 L0 R0|C1 L1 R1|C2|L2|R2"

static const guint orders[][3] = {
  { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 }, { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 },
};

static PlxDocument *
make_document (const char * const *paragraphs,
               int                 without)
{
  PlxDocument *document = plx_document_new ("file.txt", "text");

  for (int i = 0; paragraphs[i] != NULL; i++)
    if (i != without)
      plx_document_append (document, paragraphs[i], -1, PLX_ROLE_BODY, PLX_CUT_NONE);
  plx_document_set_field (document, PLX_FIELD_PUBLISHED, "2019-05-14", "test");

  return document;
}

/* The articles in an order; the ids tell which is which. */
static GPtrArray *
make_documents (const guint *order,
                guint        n,
                gint64      *ids)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (documents, make_document (texts[order[i]], -1));
      ids[i] = FIRST_ID + order[i];
    }

  return documents;
}

/* “C0” */
static PlxAnchor *
make_anchor (const char *name)
{
  const guint article = strchr (letters, name[0]) - letters;

  return plx_anchor_new (FIRST_ID + article, texts[article][name[1] - '0'], 0);
}

/* “together C0 > L0”, “apart C0 / L0 R0” */
static PlxCorrection *
make_correction (const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);
  PlxCorrection *correction;
  guint side = 0;
  int kind;

  g_assert_true (plx_enum_from_nick (PLX_TYPE_CORRECTION_KIND, parts[0], &kind));
  correction = plx_correction_new (kind, STORY);
  for (guint i = 1; parts[i] != NULL; i++)
    {
      if (*parts[i] == '>' || *parts[i] == '/')
        side = 1;
      else
        plx_correction_add (correction, side, make_anchor (parts[i]));
    }

  return correction;
}

static GPtrArray *
make_corrections (const char *words)
{
  GPtrArray *corrections =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_correction_free);
  g_auto (GStrv) parts = g_strsplit (words, "; ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_ptr_array_add (corrections, make_correction (parts[i]));

  return corrections;
}

static PlxAnalysis *
analyse (GPtrArray    *documents,
         GPtrArray    *said,
         const gint64 *ids,
         gint64        story)
{
  g_autoptr (PlxCorrections) corrections =
    plx_corrections_new (said, ids, documents->len, story);
  g_autoptr (GError) error = NULL;
  PlxAnalysis *analysis = plx_comparing_analyse (documents, NULL, corrections, PLX_AS_OF_ARTICLE,
                                                 0, NULL, &error);

  g_assert_no_error (error);

  return analysis;
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static char *
join_sorted (GPtrArray  *strings,
             const char *separator)
{
  g_ptr_array_sort (strings, compare_strings);
  g_ptr_array_add (strings, NULL);

  return g_strjoinv (separator, (char **) strings->pdata);
}

/* The claims by the names of their sentences, whatever their order. */
static char *
describe (PlxAnalysis  *analysis,
          const gint64 *ids)
{
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < analysis->claims->len; i++)
    {
      GArray *refs = plx_analysis_get_claim (analysis, i)->refs;
      g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

      for (guint k = 0; k < refs->len; k++)
        {
          const PlxSentenceRef ref = g_array_index (refs, PlxSentenceRef, k);

          g_ptr_array_add (names, g_strdup_printf ("%c%u", letters[ids[ref.article] - FIRST_ID],
                                                   ref.sentence));
        }
      g_ptr_array_add (claims, join_sorted (names, " "));
    }

  return join_sorted (claims, "|");
}

static char *
compare_in_order (const char  *words,
                  const guint *order)
{
  gint64 ids[3];
  g_autoptr (GPtrArray) documents = make_documents (order, 3, ids);
  g_autoptr (GPtrArray) said = make_corrections (words);
  g_autoptr (PlxAnalysis) analysis = analyse (documents, said, ids, STORY);

  return describe (analysis, ids);
}

typedef struct
{
  const char *path;
  const char *said;
  const char *claims;
} ObeyCase;

static const ObeyCase obey_cases[] = {
  { "/corrections/none", "", UNTOUCHED },
  { "/corrections/pin-two-alone", "together L2 > C2", "C0 L0 R0|C1 L1 R1|C2 L2|R2" },
  { "/corrections/pin-comes-to-the-other", "together L0 > C2", "C0 R0|C1 L1 R1|C2 L0|L2|R2" },
  { "/corrections/pin-into-a-claim", "together L2 > C1", "C0 L0 R0|C1 L1 L2 R1|C2|R2" },
  { "/corrections/join", "together C0 L0 R0 > C1 L1 R1", "C0 C1 L0 L1 R0 R1|C2|L2|R2" },
  { "/corrections/join-takes-newcomers", "together C0 L0 > C1 L1", "C0 C1 L0 L1 R0 R1|C2|L2|R2" },
  { "/corrections/split-one-off", "apart L0 / C0 R0", "C0 R0|C1 L1 R1|C2|L0|L2|R2" },
  { "/corrections/split-two-off", "apart L0 R0 / C0", "C0|C1 L1 R1|C2|L0 R0|L2|R2" },
  { "/corrections/forbid-two", "apart L0 / C0", "C0|C1 L1 R1|C2|L0 R0|L2|R2" },
  { "/corrections/forbid-all", "apart L0 / C0; apart C0 / R0; apart R0 / L0",
    "C0|C1 L1 R1|C2|L0|L2|R0|R2" },
  { "/corrections/forbid-those-apart-already", "apart L2 / C2", UNTOUCHED },
  { "/corrections/pin-those-together-already", "together L0 > C0", UNTOUCHED },
  { "/corrections/later-pin-wins", "apart L0 / C0 R0; together L0 > C0", UNTOUCHED },
  { "/corrections/later-split-wins", "together L0 > C0; apart L0 / C0 R0",
    "C0 R0|C1 L1 R1|C2|L0|L2|R2" },
  { "/corrections/later-forbid-undoes-a-join",
    "together C0 L0 R0 > C1 L1 R1; apart C0 L0 R0 / C1 L1 R1", UNTOUCHED },
  { "/corrections/one-changes-sides", "apart C0 L0 / R0; together C0 > R0",
    "C0 R0|C1 L1 R1|C2|L0|L2|R2" },
  { "/corrections/pinned-one-stays-when-the-other-goes", "together L2 > C1; apart C1 / L1 L2 R1",
    "C0 L0 R0|C1|C2|L1 L2 R1|R2" },
  { "/corrections/rest-is-not-joined", "apart C0 / L0 R0 C1 L1 R1",
    "C0|C1 L1 R1|C2|L0 R0|L2|R2" },
  { "/corrections/chain-of-pins", "together L2 > C2; together R2 > L2",
    "C0 L0 R0|C1 L1 R1|C2 L2 R2" },
  { "/corrections/long-sentence-in-two-claims",
    "together L2 > C2; together L2 > R2; apart C2 / R2", "C0 L0 R0|C1 L1 R1|C2 L2|L2 R2" },
  { "/corrections/same-article", "together L0 > L1", "C0 R0|C1 L0 L1 R1|C2|L2|R2" },
};

static void
test_obey (gconstpointer data)
{
  const ObeyCase *c = data;

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autofree char *claims = compare_in_order (c->said, orders[i]);

      g_assert_cmpstr (claims, ==, c->claims);
    }
}

static void
test_of_another_story (void)
{
  gint64 ids[3];
  g_autoptr (GPtrArray) documents = make_documents (orders[0], 3, ids);
  g_autoptr (GPtrArray) said = make_corrections ("together L2 > C2");
  g_autoptr (PlxAnalysis) analysis = analyse (documents, said, ids, STORY + 1);
  g_autofree char *claims = describe (analysis, ids);

  g_test_summary ("What was said in one story is not obeyed in another of the same articles");

  g_assert_cmpstr (claims, ==, UNTOUCHED);
}

static PlxCorrectionState
get_state (GPtrArray *documents,
           GPtrArray *said,
           guint      which)
{
  const gint64 ids[] = { FIRST_ID, FIRST_ID + 1, FIRST_ID + 2 };
  g_autoptr (PlxCorrections) corrections = plx_corrections_new (said, ids, documents->len, STORY);
  g_autoptr (PlxAnalysis) analysis = analyse (documents, said, ids, STORY);
  g_autoptr (GArray) states = plx_corrections_list_states (corrections, analysis->annotations);

  g_assert_cmpuint (states->len, ==, said->len);

  return g_array_index (states, PlxCorrectionState, which);
}

static void
test_gone_and_back (void)
{
  gint64 ids[3];
  g_autoptr (GPtrArray) documents = make_documents (orders[0], 3, ids);
  g_autoptr (GPtrArray) fewer = make_documents (orders[0], 3, ids);
  g_autoptr (GPtrArray) said = make_corrections ("together L2 > C2; apart L1 / C1 R1");
  g_autoptr (PlxAnalysis) without = NULL;
  g_autoptr (PlxAnalysis) with = NULL;
  g_autofree char *claims = NULL;

  g_test_summary ("A correction of a sentence that is gone says nothing until it is there again");

  plx_document_unref (fewer->pdata[1]);
  fewer->pdata[1] = make_document (texts[1], 2);
  g_assert_cmpint (get_state (fewer, said, 0), ==, PLX_CORRECTION_GONE);
  g_assert_cmpint (get_state (fewer, said, 1), ==, PLX_CORRECTION_OBEYED);
  without = analyse (fewer, said, ids, STORY);
  claims = describe (without, ids);
  g_assert_cmpstr (claims, ==, "C0 L0 R0|C1 R1|C2|L1|R2");

  g_assert_cmpint (get_state (documents, said, 0), ==, PLX_CORRECTION_OBEYED);
  with = analyse (documents, said, ids, STORY);
  g_clear_pointer (&claims, g_free);
  claims = describe (with, ids);
  g_assert_cmpstr (claims, ==, "C0 L0 R0|C1 R1|C2 L2|L1|R2");
}

static void
test_overruled (void)
{
  gint64 ids[3];
  g_autoptr (GPtrArray) documents = make_documents (orders[0], 3, ids);
  g_autoptr (GPtrArray) said = make_corrections ("together L0 > C0; apart L0 / C0 R0; "
                                                 "together L2 > C2");

  g_test_summary ("It is told which correction a later one has overruled");

  g_assert_cmpint (get_state (documents, said, 0), ==, PLX_CORRECTION_OVERRULED);
  g_assert_cmpint (get_state (documents, said, 1), ==, PLX_CORRECTION_OBEYED);
  g_assert_cmpint (get_state (documents, said, 2), ==, PLX_CORRECTION_OBEYED);
}

static PlxDifferenceRecord *
find_difference (PlxAnalysis       *analysis,
                 PlxDifferenceKind  kind)
{
  for (guint i = 0; i < analysis->claims->len; i++)
    {
      GPtrArray *differences = plx_analysis_get_claim (analysis, i)->differences;

      for (guint k = 0; k < differences->len; k++)
        if (((PlxDifferenceRecord *) differences->pdata[k])->kind == kind)
          return differences->pdata[k];
    }

  return NULL;
}

static PlxCorrection *
make_dismissal (PlxAnalysis         *analysis,
                PlxDifferenceRecord *difference,
                const gint64        *ids)
{
  PlxCorrection *correction = plx_correction_new (PLX_CORRECTION_DISMISS, STORY);

  correction->difference = difference->kind;
  correction->about = g_strdup (difference->about);
  for (guint i = 0; i < difference->refs->len; i++)
    {
      const PlxSentenceRef ref = g_array_index (difference->refs, PlxSentenceRef, i);
      PlxAnchor *anchor = plx_anchor_new_at (plx_analysis_get_annotation (analysis, ref.article),
                                             ref.sentence, ids[ref.article]);

      anchor->says = g_strdup (difference->says[i]);
      plx_correction_add (correction, 0, anchor);
    }

  return correction;
}

static void
test_dismiss (void)
{
  static const guint with_fourth[] = { 3, 0, 1, 2 };
  gint64 ids[4];
  g_autoptr (GPtrArray) more = make_documents (with_fourth, 4, ids);
  g_autoptr (GPtrArray) documents = make_documents (orders[0], 3, ids);
  g_autoptr (GPtrArray) said = make_corrections ("");
  g_autoptr (PlxAnalysis) before = analyse (documents, said, ids, STORY);
  g_autoptr (PlxAnalysis) after = NULL;
  g_autoptr (PlxAnalysis) with = NULL;
  g_autoptr (PlxAnalysis) anew = NULL;
  PlxDifferenceRecord *difference = find_difference (before, PLX_DIFFERENCE_NUMBER);
  PlxCorrection *correction;

  g_test_summary ("A dismissed difference is not told again, until another source takes part");

  g_assert_nonnull (difference);
  correction = make_dismissal (before, difference, ids);
  g_ptr_array_add (said, correction);
  after = analyse (documents, said, ids, STORY);
  g_assert_null (find_difference (after, PLX_DIFFERENCE_NUMBER));

  /* A later release calls it something else. */
  g_set_str (&correction->about, "in other words");
  anew = analyse (documents, said, ids, STORY);
  g_assert_null (find_difference (anew, PLX_DIFFERENCE_NUMBER));

  for (guint i = 0; i < 4; i++)
    ids[i] = FIRST_ID + with_fourth[i];
  with = analyse (more, said, ids, STORY);
  g_assert_nonnull (find_difference (with, PLX_DIFFERENCE_NUMBER));
}

static void
test_digest (void)
{
  static const char * const different[] = {
    "together L2 > C2", "together C2 > L2", "apart L2 / C2", "together L2 > C2; apart L0 / C0",
    "apart L0 / C0; together L2 > C2", "together L2 > R2",
  };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const gint64 ids[] = { FIRST_ID };
  g_autoptr (PlxCorrections) none = plx_corrections_new (NULL, ids, 1, STORY);
  g_autofree char *empty = plx_corrections_dup_digest (none);

  g_test_summary ("What is kept of an analysis is told apart by what was said");

  g_assert_cmpstr (empty, ==, "");
  for (guint i = 0; i < G_N_ELEMENTS (different); i++)
    {
      g_autoptr (GPtrArray) said = make_corrections (different[i]);
      g_autoptr (PlxCorrections) corrections = plx_corrections_new (said, ids, 1, STORY);
      g_autoptr (PlxCorrections) again = plx_corrections_new (said, ids, 1, STORY);
      char *digest = plx_corrections_dup_digest (corrections);
      g_autofree char *same = plx_corrections_dup_digest (again);

      g_assert_cmpstr (digest, ==, same);
      g_assert_true (g_hash_table_add (seen, digest));
    }
}

static void
test_anchors (void)
{
  static const char * const paragraphs[] = {
    "It rained.", "They said it’s late.", "It rained.", "It  rained.", NULL,
  };
  g_autoptr (PlxDocument) document = make_document (paragraphs, -1);
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  g_autoptr (PlxAnalysis) analysis = NULL;
  g_autoptr (PlxAnchorIndex) index = NULL;
  g_autoptr (PlxAnchor) other = plx_anchor_new (5, "They said it's  late.", 0);
  g_autoptr (PlxAnchor) gone = plx_anchor_new (5, "It snowed.", 0);
  g_autoptr (PlxAnchor) elsewhere = plx_anchor_new (6, "It rained.", 0);
  g_autoptr (PlxAnchor) fifth = plx_anchor_new (5, "It rained.", 4);
  const gint64 id = 5;
  PlxSentenceRef ref;

  g_test_summary ("A sentence is found by its words, and which of several that read the same");

  g_ptr_array_add (documents, document);
  analysis = plx_comparing_analyse (documents, NULL, NULL, PLX_AS_OF_ARTICLE, 0, NULL, NULL);
  index = plx_anchor_index_new (analysis->annotations, &id);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (PlxAnchor) anchor =
        plx_anchor_new_at (plx_analysis_get_annotation (analysis, 0), i, id);

      g_assert_true (plx_anchor_index_find (index, anchor, &ref));
      g_assert_cmpuint (ref.article, ==, 0);
      g_assert_cmpuint (ref.sentence, ==, i);
    }

  g_assert_true (plx_anchor_index_find (index, other, &ref));
  g_assert_cmpuint (ref.sentence, ==, 1);
  g_assert_true (plx_anchor_index_find (index, fifth, &ref));
  g_assert_cmpuint (ref.sentence, ==, 3);
  g_assert_false (plx_anchor_index_find (index, gone, &ref));
  g_assert_false (plx_anchor_index_find (index, elsewhere, &ref));
}

static void
test_finds_claim (void)
{
  gint64 ids[3];
  g_autoptr (GPtrArray) documents = make_documents (orders[0], 3, ids);
  g_autoptr (PlxAnalysis) analysis = analyse (documents, NULL, ids, STORY);
  g_autoptr (PlxAnchorIndex) index = plx_anchor_index_new (analysis->annotations, ids);
  g_autoptr (GPtrArray) anchors = plx_anchors_new ();
  const PlxClaimRecord *claim;
  guint found;

  g_test_summary ("The claim of a note is the one that has most of its sentences");

  g_assert_cmpuint (plx_anchor_index_find_claim (index, analysis, anchors), ==, PLX_NONE);
  g_ptr_array_add (anchors, make_anchor ("F0"));
  g_assert_cmpuint (plx_anchor_index_find_claim (index, analysis, anchors), ==, PLX_NONE);
  g_ptr_array_add (anchors, make_anchor ("C2"));
  g_ptr_array_add (anchors, make_anchor ("L1"));
  g_ptr_array_add (anchors, make_anchor ("R1"));
  found = plx_anchor_index_find_claim (index, analysis, anchors);
  g_assert_cmpuint (found, !=, PLX_NONE);
  claim = plx_analysis_get_claim (analysis, found);
  g_assert_cmpuint (claim->refs->len, ==, 3);
  g_assert_cmpuint (g_array_index (claim->refs, PlxSentenceRef, 0).sentence, ==, 1);
}

static const char *
pick_sentence (GRand *rand)
{
  static const char * const names[] = { "C0", "C1", "C2", "L0", "L1", "L2", "R0", "R1", "R2" };

  return names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))];
}

/* Two to four sentences, none of them twice. */
static char *
make_random (GRand *rand)
{
  const gboolean together = g_rand_boolean (rand);
  const guint n = g_rand_int_range (rand, 2, 5);
  const guint turn = g_rand_int_range (rand, 1, n);
  g_autoptr (GString) words = g_string_new (together ? "together" : "apart");

  for (guint i = 0; i < n;)
    {
      const char *name = pick_sentence (rand);

      if (strstr (words->str, name) != NULL)
        continue;
      if (i == turn)
        g_string_append (words, together ? " >" : " /");
      g_string_append_printf (words, " %s", name);
      i++;
    }

  return g_string_free_and_steal (g_steal_pointer (&words));
}

static gboolean
share_claim (char       **claims,
             const char  *a,
             const char  *b)
{
  for (guint i = 0; claims[i] != NULL; i++)
    if (strstr (claims[i], a) != NULL && strstr (claims[i], b) != NULL)
      return TRUE;

  return FALSE;
}

static void
check_obeyed (const char *claims,
              const char *newest)
{
  g_auto (GStrv) claim = g_strsplit (claims, "|", -1);
  g_auto (GStrv) words = g_strsplit (newest, " ", -1);
  const gboolean together = g_str_equal (words[0], "together");
  guint turn = 1;

  while (*words[turn] != '>' && *words[turn] != '/')
    turn++;

  for (guint i = 1; i < turn; i++)
    for (guint k = turn + 1; words[k] != NULL; k++)
      g_assert_cmpint (share_claim (claim, words[i], words[k]), ==, together);
}

static void
test_any (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20190514);

  g_test_summary ("Whatever is said in whichever order, the newest is obeyed, no sentence is lost, "
                  "and the order of the sources is of no account");

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (GString) said = g_string_new (NULL);
      g_autofree char *newest = NULL;
      g_autofree char *claims = NULL;
      g_autofree char *turned = NULL;

      for (guint i = 0; i <= round % 7; i++)
        {
          g_free (newest);
          newest = make_random (rand);
          g_string_append_printf (said, "%s%s", i > 0 ? "; " : "", newest);
        }
      g_test_message ("%s", said->str);
      claims = compare_in_order (said->str, orders[0]);
      turned = compare_in_order (said->str, orders[1 + round % 5]);
      g_assert_cmpstr (claims, ==, turned);
      check_obeyed (claims, newest);
      for (const char *letter = "CLR"; *letter != '\0'; letter++)
        for (guint i = 0; i < 3; i++)
          {
            g_autofree char *name = g_strdup_printf ("%c%u", *letter, i);

            g_assert_nonnull (strstr (claims, name));
          }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (obey_cases); i++)
    g_test_add_data_func (obey_cases[i].path, &obey_cases[i], test_obey);
  g_test_add_func ("/corrections/of-another-story", test_of_another_story);
  g_test_add_func ("/corrections/gone-and-back", test_gone_and_back);
  g_test_add_func ("/corrections/overruled", test_overruled);
  g_test_add_func ("/corrections/dismiss", test_dismiss);
  g_test_add_func ("/corrections/digest", test_digest);
  g_test_add_func ("/corrections/anchors", test_anchors);
  g_test_add_func ("/corrections/finds-claim", test_finds_claim);
  g_test_add_func ("/corrections/any", test_any);

  return g_test_run ();
}
