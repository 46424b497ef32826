/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "language/names/plx-name-model.h"

#include <gio/gio.h>
#include <string.h>

#include "train-fixture.h"

static const char text[] = "We\tO\nmet\tO\nIda\tB-PER\nBerg\tI-PER\nin\tO\nOslo\tB-LOC\n.\tO\n\n"
                           "Oslo\tB-LOC\nslept\tO\n.\tO\n";

/* The files that a training takes, all of them sound. */
typedef struct
{
  GFile *vectors;
  GFile *clusters;
  GFile *text;
  GFile *out;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GString) vectors = g_string_new ("{\"words\":[\"oslo\"],\"vectors\":{\"oslo\":[");

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (vectors, "%s0.%u", i > 0 ? "," : "", i);
  g_string_append (vectors, "]}}");

  fixture->vectors = train_fixture_write ("vectors.json", vectors->str, -1, FALSE);
  fixture->clusters = train_fixture_write ("clusters.tsv", "oslo\t1\t2\n", -1, FALSE);
  fixture->text = train_fixture_write ("text.conll.gz", text, -1, TRUE);
  fixture->out = train_fixture_write ("names.model", "old", -1, FALSE);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_object_unref (fixture->vectors);
  g_object_unref (fixture->clusters);
  g_object_unref (fixture->text);
  g_object_unref (fixture->out);
}

/* Trains with @weight behind the name of the text. Returns what the program says. */
static char *
run (Fixture    *fixture,
     const char *weight,
     int         wanted)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "..", "src", "core", "language",
                                                    "train", "train-names", NULL);
  g_autofree char *weighted = g_strconcat (g_file_peek_path (fixture->text), weight, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child = g_subprocess_new (
    G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE, &error, program,
    "--vectors", g_file_peek_path (fixture->vectors),
    "--clusters", g_file_peek_path (fixture->clusters), "--out", g_file_peek_path (fixture->out),
    "--dev", g_file_peek_path (fixture->text), "--least-count", "1", "--epochs", "2", weighted,
    NULL);
  char *said = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (child, NULL, NULL, &said, NULL, &error);
  g_assert_no_error (error);
  g_test_message ("%s", said);
  g_assert_cmpint (g_subprocess_get_exit_status (child), ==, wanted);

  return said;
}

static void
test_writes_a_model (Fixture      *fixture,
                     gconstpointer data)
{
  g_autofree char *said = run (fixture, "=0.5", 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxNameModel) model =
    plx_name_model_load (g_file_peek_path (fixture->out), &error);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (said, "\nepoch 2: loss "));
  g_assert_nonnull (strstr (said, "\ntext.conll.gz "));
  g_assert_nonnull (strstr (said, "\ntext.conll.gz, as headlines "));
}

/* A training that fails says why, and leaves the model that was there. */
static void
assert_refused (Fixture    *fixture,
                const char *weight,
                const char *reason)
{
  g_autofree char *said = run (fixture, weight, 1);
  g_autofree char *kept = NULL;

  g_assert_nonnull (strstr (said, reason));
  g_assert_true (g_file_load_contents (fixture->out, NULL, &kept, NULL, NULL, NULL));
  g_assert_cmpstr (kept, ==, "old");
}

static void
test_refuses_weights (Fixture      *fixture,
                      gconstpointer data)
{
  assert_refused (fixture, "=", "is no number from above 0 to 1000.");
  assert_refused (fixture, "=0", "is no number from above 0 to 1000.");
  assert_refused (fixture, "=-1", "is no number from above 0 to 1000.");
  assert_refused (fixture, "=nan", "is no number from above 0 to 1000.");
  assert_refused (fixture, "=2x", "is no number from above 0 to 1000.");
}

static void
test_refuses_texts (Fixture      *fixture,
                    gconstpointer data)
{
  g_object_unref (fixture->text);
  fixture->text = train_fixture_write ("empty.conll.gz", "", -1, TRUE);
  assert_refused (fixture, "", "There is no sentence to learn names from.");

  g_object_unref (fixture->text);
  fixture->text = train_fixture_write ("bad.conll", "Ida B-PER\n", -1, FALSE);
  assert_refused (fixture, "", "bad.conll: line 1 is not a word, a tab and one of the tags");
}

static void
test_refuses_vectors (Fixture      *fixture,
                      gconstpointer data)
{
  g_object_unref (fixture->vectors);
  fixture->vectors = train_fixture_write ("cut.json", "{\"words\":[\"os", -1, FALSE);
  assert_refused (fixture, "", "cut.json: it ends too early");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/train-names/writes-a-model", Fixture, NULL, set_up, test_writes_a_model,
              tear_down);
  g_test_add ("/train-names/refuses-weights", Fixture, NULL, set_up, test_refuses_weights,
              tear_down);
  g_test_add ("/train-names/refuses-texts", Fixture, NULL, set_up, test_refuses_texts, tear_down);
  g_test_add ("/train-names/refuses-vectors", Fixture, NULL, set_up, test_refuses_vectors,
              tear_down);

  return g_test_run ();
}
