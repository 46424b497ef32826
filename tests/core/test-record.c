/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/plx-statement.h"

/* One article of one sentence, and the statement that it makes. */
static PlxAnalysis *
make_analysis (void)
{
  g_autoptr (PlxDocument) document = plx_document_new ("a.txt", "text");
  PlxAnalysis *analysis = plx_analysis_new ();
  PlxSentenceSpan sentence = { 0, 19, 0 };
  PlxAnnotation *annotation;
  PlxStatementRecord *statement = g_new0 (PlxStatementRecord, 1);

  plx_document_append (document, "Sudan is no member.", -1, PLX_ROLE_BODY, PLX_CUT_NONE);
  annotation = plx_annotation_new (document);
  g_array_append_val (annotation->sentences, sentence);
  g_ptr_array_add (analysis->annotations, annotation);

  statement->country = "SDN";
  statement->says = PLX_SAYS_NON_MEMBER;
  statement->verdict = PLX_VERDICT_AGREES;
  g_ptr_array_add (analysis->statements, statement);

  return analysis;
}

typedef struct
{
  const char *path;
  const char *property;
  const char *expected;
} RecordCase;

static const RecordCase cases[] = {
  { "/record/text", "text", "Sudan is no member." },
  { "/record/country", "country", "SDN" },
  { "/record/says", "says", "non-member" },
  { "/record/verdict", "verdict", "agrees" },
};

static void
test_record_tells_its_values (gconstpointer data)
{
  const RecordCase *test = data;
  g_autoptr (PlxAnalysis) analysis = make_analysis ();
  g_autoptr (GListModel) list = plx_statement_list_new (analysis);
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
test_list_ends (void)
{
  g_autoptr (PlxAnalysis) analysis = make_analysis ();
  g_autoptr (GListModel) list = plx_statement_list_new (analysis);

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
  g_test_add_func ("/record/list-ends", test_list_ends);

  return g_test_run ();
}
