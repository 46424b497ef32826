/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "language/names/plx-name-features.h"
#include "language/train/plx-train-words.h"

#include <math.h>
#include <string.h>

#include "train-fixture.h"

/* Writes the vector of which all numbers are @number, with two more behind it. */
static char *
write_vector (const char *number)
{
  GString *out = g_string_new ("[");

  for (guint i = 0; i < PLX_TRAIN_VECTOR_SIZE; i++)
    g_string_append_printf (out, "%s,", number);
  g_string_append (out, "7.5,3]");

  return g_string_free (out, FALSE);
}

/* Where @written has "#0.5", the vector of which all numbers are 0.5. */
static char *
write_vectors (const char *written)
{
  GString *out = g_string_new (NULL);
  g_auto (GStrv) parts = g_strsplit (written, "#", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const gsize length = i > 0 ? strspn (parts[i], "0123456789.e-") : 0;
      g_autofree char *number = g_strndup (parts[i], length);
      g_autofree char *vector = write_vector (number);

      if (i > 0)
        g_string_append (out, vector);
      g_string_append (out, parts[i] + length);
    }

  return g_string_free (out, FALSE);
}

static gboolean
want_all (const char *word,
          gpointer    user_data)
{
  return TRUE;
}

static PlxTrainVectors *
read_vectors (const char  *written,
              guint        n_words,
              GError     **error)
{
  g_autofree char *json = write_vectors (written);
  g_autoptr (GInputStream) stream =
    g_memory_input_stream_new_from_data (json, strlen (json), NULL);

  return plx_train_vectors_read (stream, n_words, want_all, NULL, error);
}

static void
test_vectors (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxTrainVectors) vectors = read_vectors (
    "{ \"size\": 4, \"more\": [1, {\"a\": null}, \"]\"],\n"
    "  \"words\": [\"the\", \"caf\\u00e9\", \"\\ud83d\\ude00\", \"a\\\"b\", \"rare\"],\n"
    "  \"vectors\": {\"rare\": #9, \"a\\\"b\": #-2.5e-1, \"the\" : #0.5, \"caf\xc3\xa9\": #2,"
    "\"\xf0\x9f\x98\x80\":#3}, \"unkVector\": [0, 0] }", 4, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (vectors->words->len, ==, 4);
  g_assert_cmpstr (g_ptr_array_index (vectors->words, 0), ==, "the");
  g_assert_cmpstr (g_ptr_array_index (vectors->words, 1), ==, "caf\xc3\xa9");
  g_assert_cmpstr (g_ptr_array_index (vectors->words, 2), ==, "\xf0\x9f\x98\x80");
  g_assert_cmpstr (g_ptr_array_index (vectors->words, 3), ==, "a\"b");
  g_assert_cmpfloat (vectors->numbers[0], ==, 0.5f);
  g_assert_cmpfloat (vectors->numbers[99], ==, 0.5f);
  g_assert_cmpfloat (vectors->numbers[100], ==, 2.0f);
  g_assert_cmpfloat (vectors->numbers[399], ==, -0.25f);
}

/* More than what is read at once, so that everything stands across a border somewhere. */
static void
test_vectors_large (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) json = g_string_new ("{\"words\":[");
  g_autoptr (PlxTrainVectors) vectors = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (json, "%s\"w%u\"", i > 0 ? "," : "", i);
  g_string_append (json, "],\"vectors\":{");
  for (guint i = 3000; i > 0; i--)
    g_string_append_printf (json, "\"w%u\":#0.%04u%s", i - 1, i - 1, i > 1 ? "," : "}}");

  vectors = read_vectors (json->str, 2000, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (vectors->words->len, ==, 2000);
  for (guint i = 0; i < 2000; i++)
    g_assert_cmpfloat_with_epsilon (vectors->numbers[i * PLX_TRAIN_VECTOR_SIZE + 50], i / 10000.0,
                                    1e-6);
}

typedef struct
{
  const char *path;
  const char *json;
  const char *message;
} BrokenCase;

static const BrokenCase broken_cases[] = {
  { "/train/vectors/empty", "", "it ends too early" },
  { "/train/vectors/other-file", "the 0.1 0.2\nof 0.3 0.4\n", "it is no sound JSON" },
  { "/train/vectors/list", "[1, 2]", "it is no sound JSON" },
  { "/train/vectors/other-json", "{\"name\": \"x\", \"files\": [true]}", "it has no vectors" },
  { "/train/vectors/no-vectors", "{\"words\": [\"the\"]}", "it has no vectors" },
  { "/train/vectors/no-words", "{\"vectors\": {\"the\": #1}}",
    "its vectors stand before their words" },
  { "/train/vectors/word-without", "{\"words\": [\"the\", \"of\"], \"vectors\": {\"the\": #1}}",
    "a word has no vector" },
  { "/train/vectors/word-twice",
    "{\"words\": [\"the\", \"of\"], \"vectors\": {\"the\": #1, \"the\": #1}}",
    "a word has no vector" },
  { "/train/vectors/short", "{\"words\": [\"the\"], \"vectors\": {\"the\": [1, 2, 3]}}",
    "a vector has too few numbers" },
  { "/train/vectors/huge", "{\"words\": [\"the\"], \"vectors\": {\"the\": #1e300}}",
    "a number of a vector is out of all bounds" },
  { "/train/vectors/no-number", "{\"words\": [\"the\"], \"vectors\": {\"the\": [1, null]}}",
    "it is no sound JSON" },
  { "/train/vectors/cut-in-word", "{\"words\": [\"th", "it ends too early" },
  { "/train/vectors/cut-in-vector", "{\"words\": [\"the\"], \"vectors\": {\"the\": [0.1, 0.",
    "it ends too early" },
  { "/train/vectors/cut-in-skipped", "{\"more\": [[1, 2], {", "it ends too early" },
  { "/train/vectors/half-letter", "{\"words\": [\"\\ud83d\"], \"vectors\": {}}",
    "it is no sound JSON" },
  { "/train/vectors/bad-escape", "{\"words\": [\"\\x\"]}", "it is no sound JSON" },
  { "/train/vectors/no-colon", "{\"words\" [\"the\"]}", "it is no sound JSON" },
  { "/train/vectors/deep",
    "{\"more\": [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "it is no sound JSON" },
};

static void
test_broken (gconstpointer data)
{
  const BrokenCase *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxTrainVectors) vectors = read_vectors (c->json, 10, &error);

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_cmpstr (error->message, ==, c->message);
  g_assert_null (vectors);
}

static PlxTrainWords *
load_words (const char  *vectors,
            const char  *clusters,
            GError     **error)
{
  g_autofree char *json = write_vectors (vectors);
  g_autoptr (GFile) vectors_file = train_fixture_write ("vectors.json", json, -1, FALSE);
  g_autoptr (GFile) clusters_file = train_fixture_write ("clusters.tsv", clusters, -1, FALSE);

  return plx_train_words_load (vectors_file, clusters_file, 3, error);
}

static guint32
find (PlxTrainWords *words,
      const char    *word)
{
  return plx_train_words_find (words, plx_name_features_hash_word (word, strlen (word)));
}

static void
test_words (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxTrainWords) words = load_words (
    "{\"words\": [\"oslo\", \"1999\", \"2003\", \"bank\", \"rare\"], \"vectors\": "
    "{\"oslo\": #1, \"1999\": #2, \"2003\": #-3, \"bank\": #-4, \"rare\": #5}}",
    "oslo\t3\t40\nrare\t1\t2\n2003\t5\t6\n1999\t7\t8\n", &error);
  guint32 fine;
  guint32 coarse;
  double square = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (words->facts->len, ==, 3);
  g_assert_cmpuint (find (words, "oslo"), ==, 1);
  g_assert_cmpuint (find (words, "1999"), ==, 2);
  g_assert_cmpuint (find (words, "2003"), ==, 2);
  g_assert_cmpuint (find (words, "bank"), ==, 3);
  g_assert_cmpuint (find (words, "rare"), ==, 0);

  g_assert_cmpfloat (plx_train_words_get (words, 2)->vector[0], >, 0);
  g_assert_cmpfloat (plx_train_words_get (words, 3)->vector[0], <, 0);
  for (guint i = 0; i < PLX_TRAIN_VECTOR_SIZE; i++)
    square += pow (plx_train_words_get (words, 3)->vector[i], 2);
  g_assert_cmpfloat_with_epsilon (square, 10, 1e-3);

  plx_train_words_find_clusters (plx_name_features_hash_word ("oslo", 4), &fine, &coarse, words);
  g_assert_cmpuint (coarse, ==, 4);
  g_assert_cmpuint (fine, ==, 41);
  plx_train_words_find_clusters (plx_name_features_hash_word ("2003", 4), &fine, &coarse, words);
  g_assert_cmpuint (coarse, ==, 6);
  g_assert_cmpuint (fine, ==, 7);
  plx_train_words_find_clusters (plx_name_features_hash_word ("rare", 4), &fine, &coarse, words);
  g_assert_cmpuint (coarse, ==, 0);
  g_assert_cmpuint (fine, ==, 0);
}

static void
test_words_errors (void)
{
  static const char good[] = "{\"words\": [\"oslo\"], \"vectors\": {\"oslo\": #1}}";
  static const char *const bad_clusters[] = {
    "oslo\t1\n", "oslo\t1\t2\t3\n", "oslo\tone\t2\n", "oslo\t1\t-2\n", "oslo\t1\t65535\n"
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) missing = g_file_new_for_path ("/nowhere/vectors.json");

  g_assert_null (load_words ("{\"words\": [", "", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_true (g_str_has_prefix (error->message, "Reading the vectors of words from "));
  g_assert_true (g_str_has_suffix (error->message, "vectors.json: it ends too early"));

  for (guint i = 0; i < G_N_ELEMENTS (bad_clusters); i++)
    {
      g_clear_error (&error);
      g_assert_null (load_words (good, bad_clusters[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_nonnull (strstr (error->message, "clusters.tsv: line 1 is not a word and two"));
    }

  g_clear_error (&error);
  g_assert_null (plx_train_words_load (missing, missing, 3, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/train/vectors", test_vectors);
  g_test_add_func ("/train/vectors/large", test_vectors_large);
  for (gsize i = 0; i < G_N_ELEMENTS (broken_cases); i++)
    g_test_add_data_func (broken_cases[i].path, &broken_cases[i], test_broken);
  g_test_add_func ("/train/words", test_words);
  g_test_add_func ("/train/words/errors", test_words_errors);

  return g_test_run ();
}
