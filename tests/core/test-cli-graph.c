/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* The files of the sample story, as one would name them. */
static const char * const files[] = {
  "01-harbour-ledger.txt", "02-northern-courier.txt", "03-plateau-review.txt",
};

/* Runs `parallax-cli graph` over them; what it complains about goes to @complaints. */
static char *
run_graph (int                 wanted,
           char              **complaints,
           const char * const *options)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "..", "src", "cli",
                                                    "parallax-cli", NULL);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GError) error = NULL;
  char *answer = NULL;

  g_strv_builder_add_many (words, program, "graph", NULL);
  g_strv_builder_addv (words, (const char **) options);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_strv_builder_take (words, g_test_build_filename (G_TEST_DIST, "..", "data", "sample",
                                                       files[i], NULL));
  argv = g_strv_builder_end (words);
  child = g_subprocess_newv ((const char * const *) argv,
                             G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                             &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (child, NULL, NULL, &answer, complaints, &error);
  g_assert_no_error (error);
  g_test_message ("%s", *complaints);
  g_assert_cmpint (g_subprocess_get_exit_status (child), ==, wanted);

  return answer;
}

#define RUN(complaints, ...) run_graph (0, complaints, (const char *[]) { __VA_ARGS__, NULL })

static JsonNode *
run_json (const char * const *options)
{
  g_autofree char *complaints = NULL;
  g_autofree char *answer = run_graph (0, &complaints, options);
  g_autoptr (GError) error = NULL;
  JsonNode *root = json_from_string (answer, &error);

  g_assert_no_error (error);

  return root;
}

#define RUN_JSON(...) run_json ((const char *[]) { "--json", __VA_ARGS__, NULL })

static guint
count (JsonNode   *root,
       const char *member)
{
  return json_array_get_length (json_object_get_array_member (json_node_get_object (root),
                                                              member));
}

static void
test_windows (void)
{
  g_autoptr (JsonNode) sentence = RUN_JSON ("--window", "sentence");
  g_autoptr (JsonNode) neighbours = RUN_JSON ("--window", "neighbours");
  g_autoptr (JsonNode) paragraph = RUN_JSON ("--scope", "paragraph");
  g_autoptr (JsonNode) article = RUN_JSON ("--window", "article");

  g_test_summary ("The wider the window, the more ties, and never another name");

  g_assert_cmpuint (count (sentence, "articles"), ==, 3);
  g_assert_cmpuint (count (sentence, "edges"), >, 10);
  g_assert_cmpuint (count (neighbours, "edges"), >, count (sentence, "edges"));
  g_assert_cmpuint (count (paragraph, "edges"), >, count (sentence, "edges"));
  g_assert_cmpuint (count (article, "edges"), >, count (neighbours, "edges"));
  g_assert_cmpuint (count (article, "nodes"), ==, count (sentence, "nodes"));
}

static void
test_thresholds (void)
{
  g_autoptr (JsonNode) all = RUN_JSON ("--threshold", "0");
  g_autoptr (JsonNode) some = RUN_JSON ("--threshold", "2");
  g_autoptr (JsonNode) same = RUN_JSON ("--min-weight", "2");
  g_autoptr (JsonNode) jaccard = RUN_JSON ("--weight", "jaccard", "--threshold", "0.5");
  g_autoptr (JsonNode) readable = RUN_JSON ("--threshold", "readable", "--weight", "likelihood");
  JsonArray *edges = json_object_get_array_member (json_node_get_object (jaccard), "edges");

  g_test_summary ("A threshold hides, and what it hides is told");

  g_assert_cmpuint (count (some, "edges"), <, count (all, "edges"));
  g_assert_cmpuint (count (some, "edges"), ==, count (same, "edges"));
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (all), "hidden"), ==, 0);
  g_assert_cmpuint (json_object_get_int_member (json_node_get_object (some), "hidden") +
                    count (some, "nodes"), ==, count (all, "nodes"));
  g_assert_cmpuint (json_object_get_int_member (json_node_get_object (some), "hidden_edges") +
                    count (some, "edges"), ==, count (all, "edges"));
  for (guint i = 0; i < json_array_get_length (edges); i++)
    g_assert_cmpfloat (json_object_get_double_member (json_array_get_object_element (edges, i),
                                                      "strength"), >=, 0.5);
  g_assert_cmpfloat (json_object_get_double_member (json_node_get_object (readable), "threshold"),
                     >, 0);
}

static void
test_sources (void)
{
  g_autoptr (JsonNode) all = RUN_JSON ("--threshold", "0");
  g_autoptr (JsonNode) one = RUN_JSON ("--source", "02-northern-courier.txt");
  g_autoptr (JsonNode) named = RUN_JSON ("--source", "northern COURIER");
  JsonArray *nodes = json_object_get_array_member (json_node_get_object (one), "nodes");

  g_test_summary ("One source, by its file or its outlet");

  g_assert_cmpuint (count (one, "nodes"), <, count (all, "nodes"));
  g_assert_cmpuint (count (one, "nodes"), ==, count (named, "nodes"));
  for (guint i = 0; i < json_array_get_length (nodes); i++)
    g_assert_cmpint (json_object_get_int_member (json_array_get_object_element (nodes, i),
                                                 "sources"), ==, 1);
}

static guint
count_contrasts (JsonNode   *root,
                 const char *wanted)
{
  JsonArray *edges = json_object_get_array_member (json_node_get_object (root), "edges");
  guint n = 0;

  for (guint i = 0; i < json_array_get_length (edges); i++)
    n += g_str_equal (json_object_get_string_member (json_array_get_object_element (edges, i),
                                                     "contrast"), wanted);

  return n;
}

static void
test_difference (void)
{
  g_autoptr (JsonNode) one = RUN_JSON ("--here", "01-harbour-ledger.txt");
  g_autoptr (JsonNode) other = RUN_JSON ("--there", "01-harbour-ledger.txt");
  JsonObject *here = json_object_get_object_member (json_node_get_object (one), "here");

  g_test_summary ("What is compared with all others can be turned round");

  g_assert_cmpint (json_object_get_int_member (here, "articles"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (here, "scopes"), >, 3);
  g_assert_cmpuint (count (one, "edges"), ==, count (other, "edges"));
  g_assert_cmpuint (count_contrasts (one, "here"), >, 0);
  g_assert_cmpuint (count_contrasts (one, "there"), >, 0);
  g_assert_cmpuint (count_contrasts (one, "here"), ==, count_contrasts (other, "there"));
  g_assert_cmpuint (count_contrasts (one, "there"), ==, count_contrasts (other, "here"));
  g_assert_cmpuint (count_contrasts (one, "both"), ==, count_contrasts (other, "both"));
}

static void
test_before (void)
{
  g_autofree char *complaints = NULL;
  g_autofree char *answer = RUN (&complaints, "--before", "2100-01-01");
  g_auto (GStrv) lines = g_strsplit (answer, "\n", -1);

  g_test_summary ("Where all was written before the day, nothing is only there");

  g_assert_cmpuint (g_strv_length (lines), >, 3);
  for (guint i = 0; lines[i + 1] != NULL; i++)
    g_assert_nonnull (strstr (lines[i], "   0  here  "));
}

typedef struct
{
  const char *format;
  const char *start;
} FormatCase;

static const FormatCase formats[] = {
  { "text", "   " }, { "graphml", "<?xml " }, { "dot", "graph \"People\" {" },
  { "csv-edges", "source,target," }, { "svg", "<?xml " },
};

static void
test_formats (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *complaints = NULL;
      g_autofree char *answer = RUN (&complaints, "--format", formats[i].format, "--title",
                                     "People");

      g_assert_true (g_str_has_prefix (answer, formats[i].start));

      /* Fontconfig has complaints of its own, where it cannot keep what it knows. */
      g_assert_null (strstr (complaints, "parallax-cli"));
    }
}

static void
test_output (void)
{
  static const char * const made[] = {
    "a-nodes.csv", "a-edges.csv", "a-evidence.csv", "b.png", "c.pdf", "d.svg",
  };
  g_autofree char *folder = g_dir_make_tmp ("parallax-XXXXXX", NULL);

  g_test_summary ("The name of a file tells what it is to be");

  for (guint i = 0; i < 4; i++)
    {
      static const char * const names[] = { "a.csv", "b.png", "c.pdf", "d.svg" };
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autofree char *complaints = NULL;
      g_autofree char *answer = RUN (&complaints, "-o", path, "--threshold", "readable");

      g_assert_cmpstr (answer, ==, "");
    }

  for (guint i = 0; i < G_N_ELEMENTS (made); i++)
    {
      g_autofree char *path = g_build_filename (folder, made[i], NULL);

      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_unwritable (void)
{
  g_autofree char *complaints = NULL;
  g_autofree char *answer =
    run_graph (1, &complaints, (const char *[]) { "-o", "/nowhere/at/all.svg", NULL });

  g_assert_cmpstr (answer, ==, "");
  g_assert_nonnull (strstr (complaints, "The graph could not be written: "));
}

typedef struct
{
  const char *path;
  const char *words[5];
  const char *complaint;
} UsageCase;

static const UsageCase usage_cases[] = {
  { "/cli-graph/usage/window", { "--window", "page" }, "“page”" },
  { "/cli-graph/usage/weight", { "--weight", "heavy" }, "“heavy”" },
  { "/cli-graph/usage/threshold", { "--threshold", "much" }, "“much”" },
  { "/cli-graph/usage/negative", { "--threshold", "-1" }, "“-1”" },
  { "/cli-graph/usage/no-number", { "--threshold", "nan" }, "“nan”" },
  { "/cli-graph/usage/min-weight", { "--min-weight", "0" }, "smallest" },
  { "/cli-graph/usage/two-thresholds", { "--min-weight", "2", "--threshold", "1" }, "one and" },
  { "/cli-graph/usage/no-such", { "--here", "The Void" }, "“The Void”" },
  { "/cli-graph/usage/both-sides",
    { "--here", "02-northern-courier.txt", "--there", "02-northern-courier.txt" }, "both sides" },
  { "/cli-graph/usage/day", { "--before", "2015-02-30" }, "“2015-02-30”" },
  { "/cli-graph/usage/day-and-sides", { "--before", "2015-06-14", "--here", "x" }, "without" },
  { "/cli-graph/usage/format", { "--format", "doc" }, "“doc”" },
  { "/cli-graph/usage/two-formats", { "--json", "--format", "svg" }, "without" },
  { "/cli-graph/usage/name", { "--output", "people.doc" }, "“people.doc”" },
  { "/cli-graph/usage/three-tables", { "--format", "csv" }, "three tables" },
  { "/cli-graph/usage/text", { "--format", "text", "-o", "people.txt" }, "standard output" },
};

static void
test_usage (gconstpointer data)
{
  const UsageCase *c = data;
  g_autofree char *complaints = NULL;
  g_autofree char *answer = run_graph (2, &complaints, c->words);

  g_assert_cmpstr (answer, ==, "");
  g_assert_nonnull (strstr (complaints, c->complaint));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/cli-graph/windows", test_windows);
  g_test_add_func ("/cli-graph/thresholds", test_thresholds);
  g_test_add_func ("/cli-graph/sources", test_sources);
  g_test_add_func ("/cli-graph/difference", test_difference);
  g_test_add_func ("/cli-graph/before", test_before);
  g_test_add_func ("/cli-graph/formats", test_formats);
  g_test_add_func ("/cli-graph/output", test_output);
  g_test_add_func ("/cli-graph/unwritable", test_unwritable);
  for (gsize i = 0; i < G_N_ELEMENTS (usage_cases); i++)
    g_test_add_data_func (usage_cases[i].path, &usage_cases[i], test_usage);

  return g_test_run ();
}
