/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-block.h"
#include "model/plx-claim.h"
#include "model/plx-difference-rules.h"
#include "model/plx-difference.h"
#include "model/plx-entity.h"
#include "model/plx-mention.h"
#include "model/plx-sentence.h"
#include "model/plx-statement.h"

/* One article of one sentence, “Sudan is no member.”, with one of each thing. */
static PlxAnalysis *
make_analysis (void)
{
  g_autoptr (PlxDocument) document = plx_document_new ("a.txt", "text");
  PlxAnalysis *analysis = plx_analysis_new ();
  PlxSentenceSpan sentence = { 0, 19, 0 };
  PlxMentionSpan mention = { 0, 5, 0, 0, PLX_KIND_COUNTRY, PLX_FORM_NAME, "SDN" };
  PlxSentenceRef ref = { 0, 0 };
  PlxAnnotation *annotation;
  PlxEntityRecord *entity = plx_entity_record_new ();
  PlxClaimRecord *claim = plx_claim_record_new ();
  PlxDifferenceRecord *difference = plx_difference_record_new (PLX_DIFFERENCE_NEGATION);
  PlxStatementRecord *statement = g_new0 (PlxStatementRecord, 1);

  plx_document_append (document, "Sudan is no member.", -1, PLX_ROLE_BODY, PLX_CUT_NONE);
  annotation = plx_annotation_new (document);
  g_array_append_val (annotation->sentences, sentence);
  g_array_append_val (annotation->mentions, mention);
  g_ptr_array_add (analysis->annotations, annotation);

  entity->name = g_strdup ("Sudan");
  entity->kind = PLX_KIND_COUNTRY;
  entity->n_mentions = 1;
  g_ptr_array_add (analysis->entities, entity);

  claim->label = g_strdup ("Membership");
  claim->n_sources = 1;
  g_array_append_val (claim->refs, ref);
  difference->rule = PLX_RULE_NEGATION;
  difference->about = g_strdup ("whether it is one");
  g_ptr_array_add (claim->differences, difference);
  g_ptr_array_add (analysis->claims, claim);

  statement->country = "SDN";
  statement->says = PLX_SAYS_NON_MEMBER;
  statement->verdict = PLX_VERDICT_AGREES;
  g_ptr_array_add (analysis->statements, statement);

  return analysis;
}

typedef struct
{
  GListModel *(*list) (PlxAnalysis *analysis);
  const char  *path;
  const char  *property;
  const char  *expected;
} RecordCase;

static GListModel *
list_blocks (PlxAnalysis *analysis)
{
  return plx_block_list_new (analysis, 0);
}

static GListModel *
list_sentences (PlxAnalysis *analysis)
{
  return plx_sentence_list_new (analysis, 0);
}

static GListModel *
list_mentions (PlxAnalysis *analysis)
{
  return plx_mention_list_new (analysis, 0);
}

static GListModel *
list_differences (PlxAnalysis *analysis)
{
  return plx_difference_list_new (analysis, 0);
}

static const RecordCase cases[] = {
  { list_blocks, "/record/block", "text", "Sudan is no member." },
  { list_blocks, "/record/block-role", "role", "body" },
  { list_sentences, "/record/sentence", "text", "Sudan is no member." },
  { list_mentions, "/record/mention", "text", "Sudan" },
  { list_mentions, "/record/mention-form", "form", "name" },
  { plx_entity_list_new, "/record/entity", "name", "Sudan" },
  { plx_entity_list_new, "/record/entity-kind", "kind", "country" },
  { plx_claim_list_new, "/record/claim", "label", "Membership" },
  { list_differences, "/record/difference", "about", "whether it is one" },
  { list_differences, "/record/difference-kind", "kind", "negation" },
  { list_differences, "/record/difference-rule", "rule", "negation-denied" },
  { plx_statement_list_new, "/record/statement", "country", "SDN" },
  { plx_statement_list_new, "/record/statement-verdict", "verdict", "agrees" },
};

static void
test_record_tells_its_values (gconstpointer data)
{
  const RecordCase *test = data;
  g_autoptr (PlxAnalysis) analysis = make_analysis ();
  g_autoptr (GListModel) list = test->list (analysis);
  g_autoptr (GObject) item = NULL;
  g_auto (GValue) value = G_VALUE_INIT;

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  item = g_list_model_get_item (list, 0);
  g_assert_true (g_type_is_a (G_OBJECT_TYPE (item), g_list_model_get_item_type (list)));

  g_object_get_property (item, test->property, &value);
  if (G_VALUE_HOLDS_ENUM (&value))
    g_assert_cmpstr (plx_enum_to_nick (G_VALUE_TYPE (&value), g_value_get_enum (&value)), ==,
                     test->expected);
  else
    g_assert_cmpstr (g_value_get_string (&value), ==, test->expected);

  g_assert_finalize_object (g_steal_pointer (&item));
}

static void
test_claim_counts (void)
{
  g_autoptr (PlxAnalysis) analysis = make_analysis ();
  g_autoptr (GListModel) list = plx_claim_list_new (analysis);
  g_autoptr (GObject) claim = g_list_model_get_item (list, 0);
  guint n_sources = 0, n_independent = 0, n_differences = 0;

  g_object_get (claim, "n-sources", &n_sources, "n-independent", &n_independent,
                "n-differences", &n_differences, NULL);
  g_assert_cmpuint (n_sources, ==, 1);
  g_assert_cmpuint (n_independent, ==, 1);
  g_assert_cmpuint (n_differences, ==, 1);
}

static void
test_rules_have_words (void)
{
  static const char * const ids[] = {
    PLX_RULE_NUMBER_BOUND, PLX_RULE_DATE_CLOCK, PLX_RULE_ORDER, PLX_RULE_PLACE,
    PLX_RULE_ACTOR_SWAPPED, PLX_RULE_QUOTE_TRIMMED, PLX_RULE_ATTRIBUTION_NONE,
    PLX_RULE_CERTAINTY_PLANNED, PLX_RULE_OPPOSITE, PLX_RULE_WORDING_LOADED,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const char *words = plx_difference_rule_words (ids[i]);

      g_assert_true (g_str_has_suffix (words, "."));
      g_assert_cmpstr (plx_difference_rule_find (ids[i]), ==, ids[i]);
    }
  g_assert_cmpint (plx_difference_rule_kind (PLX_RULE_ORDER), ==, PLX_DIFFERENCE_ORDER);
  g_assert_null (plx_difference_rule_find ("no-such-rule"));
  g_assert_cmpstr (plx_difference_rule_words (NULL), ==, "");
}

static void
test_list_ends (void)
{
  g_autoptr (PlxAnalysis) analysis = make_analysis ();
  g_autoptr (GListModel) list = plx_sentence_list_new (analysis, 0);

  g_assert_null (g_list_model_get_item (list, 1));
  g_assert_finalize_object (g_steal_pointer (&list));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_record_tells_its_values);
  g_test_add_func ("/record/claim-counts", test_claim_counts);
  g_test_add_func ("/record/rules-have-words", test_rules_have_words);
  g_test_add_func ("/record/list-ends", test_list_ends);

  return g_test_run ();
}
