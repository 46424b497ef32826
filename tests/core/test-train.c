/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "language/train/plx-train-example.h"
#include "language/train/plx-train-vary.h"

#include <string.h>

#include "train-fixture.h"

/* The words of a sentence with its names in brackets: "[PER Ida Berg] left". */
static char *
write_names (const PlxTrainSentence *sentence)
{
  static const char *const classes[] = { "PER", "ORG", "LOC", "MISC" };
  GString *out = g_string_new (NULL);
  guint32 last = 0;

  for (guint i = 0; i < sentence->words->len; i++)
    {
      const PlxTrainWord *word = &g_array_index (sentence->words, PlxTrainWord, i);

      if (last != 0 && word->name != last)
        g_string_append_c (out, ']');
      if (i > 0)
        g_string_append_c (out, ' ');
      if (word->name != 0 && word->name != last)
        g_string_append_printf (out, "[%s ", classes[word->klass]);
      g_string_append (out, word->text);
      last = word->name;
    }
  if (last != 0)
    g_string_append_c (out, ']');

  return g_string_free (out, FALSE);
}

typedef struct
{
  const char *path;
  const char *text;
  gssize      length;
  const char *names; /* sentences with a bar between them; NULL where it is refused */
} TextCase;

static const TextCase text_cases[] = {
  { "/train/text/names", "Ida\tB-PER\nBerg\tI-PER\nleft\tO\nOslo\tB-LOC\n\nIt\tO\nrained\tO\n", -1,
    "[PER Ida Berg] left [LOC Oslo]|It rained" },
  { "/train/text/side-by-side", "Ida\tB-PER\nBerg\tB-PER\nLofoten\tI-LOC\n", -1,
    "[PER Ida] [PER Berg] [LOC Lofoten]" },
  { "/train/text/name-ends-with-its-class", "Ida\tB-PER\nBank\tI-ORG\n", -1,
    "[PER Ida] [ORG Bank]" },
  { "/train/text/no-name-between", "Ida\tB-PER\n,\tO\nBerg\tI-PER\n", -1,
    "[PER Ida] , [PER Berg]" },
  { "/train/text/last-column", "Ida\tNNP\tB-PER\nleft\tVBD\tO\n", -1, "[PER Ida] left" },
  { "/train/text/many-empty-lines", "\n\n \nIda\tB-PER\r\n\r\n\n\nBerg\tB-PER", -1,
    "[PER Ida]|[PER Berg]" },
  { "/train/text/empty", "", -1, "" },
  { "/train/text/not-utf-8", "\xff\xfe\tO\nB\xe9la\tB-PER\n", -1, "\xef\xbf\xbd\xef\xbf\xbd "
    "[PER B\xef\xbf\xbdla]" },
  { "/train/text/no-word", "\tO\nIda\tB-PER\n", -1, "\xef\xbf\xbd [PER Ida]" },
  { "/train/text/no-tab", "Ida\tB-PER\nBerg\n", -1, NULL },
  { "/train/text/unknown-tag", "Ida\tB-GPE\n", -1, NULL },
  { "/train/text/unknown-part", "Ida\tS-PER\n", -1, NULL },
  { "/train/text/no-tag", "Ida\t\n", -1, NULL },
  { "/train/text/nul", "I\0da\tB-PER\n", 11, NULL },
};

static void
test_text (gconstpointer data)
{
  const TextCase *c = data;

  for (gboolean packed = FALSE; packed <= TRUE; packed++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) sentences =
        train_fixture_read_text (c->text, c->length, packed, &error);
      g_autoptr (GString) names = g_string_new (NULL);

      if (c->names == NULL)
        {
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
          g_assert_null (sentences);
          continue;
        }

      g_assert_no_error (error);
      for (guint i = 0; i < sentences->len; i++)
        {
          g_autofree char *written = write_names (g_ptr_array_index (sentences, i));

          g_string_append_printf (names, "%s%s", i > 0 ? "|" : "", written);
        }
      g_assert_cmpstr (names->str, ==, c->names);
    }
}

static void
test_text_errors (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) missing = g_file_new_for_path ("/nowhere/text.conll");
  g_autoptr (GFile) not_packed = train_fixture_write ("plain.conll.gz", "It\tO\n", -1, FALSE);

  g_assert_null (plx_train_text_read (missing, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_null (plx_train_text_read (not_packed, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_nonnull (strstr (error->message, "plain.conll.gz: "));
  g_clear_error (&error);

  g_assert_null (train_fixture_read_text ("It\tO\nrained\n", -1, FALSE, &error));
  g_assert_nonnull (strstr (error->message, "line 2 is not a word, a tab and one of the tags"));
}

typedef struct
{
  const char *path;
  const char *words;
  const char *text;
} JoinCase;

static const JoinCase join_cases[] = {
  { "/train/join/marks", "Well , he left ; why ?", "Well, he left; why?" },
  { "/train/join/brackets", "Ida ( 40 % ) won £ 5 .", "Ida (40%) won £5." },
  { "/train/join/endings", "Ida 's dog did n't bark , we 're told ...",
    "Ida's dog didn't bark, we're told..." },
  { "/train/join/curly", "“ Go ” , said Ida ’s dog", "“Go”, said Ida’s dog" },
  { "/train/join/straight-quotes", "He said \" go on \" and \" stop \" .",
    "He said \"go on\" and \"stop\"." },
  { "/train/join/quote-first", "\" Go \" , she said", "\"Go\", she said" },
  { "/train/join/hyphens-stay", "Park Yun - myung", "Park Yun - myung" },
};

static void
test_join (gconstpointer data)
{
  const JoinCase *c = data;
  g_autoptr (PlxTrainSentence) sentence = plx_train_sentence_new ();
  g_auto (GStrv) words = g_strsplit (c->words, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    plx_train_sentence_add (sentence, words[i], -1, 0, PLX_NAME_CLASS_OTHER);
  plx_train_sentence_join (sentence);

  g_assert_cmpstr (sentence->text, ==, c->text);
  for (guint i = 0; i < sentence->words->len; i++)
    {
      const PlxTrainWord *word = &g_array_index (sentence->words, PlxTrainWord, i);

      g_assert_cmpmem (sentence->text + word->start, word->end - word->start, words[i],
                       strlen (words[i]));
    }
}

static void
test_vary_title (void)
{
  g_autoptr (PlxTrainSentence) sentence = train_fixture_read_sentence (
    "the/O mayor/O of/O Oslo/B-LOC met/O émile/B-PER Berg/I-PER 's/O dog/O");
  PlxTrainRandom random;
  gboolean seen[2] = { FALSE, FALSE };

  plx_train_random_init (&random, 1);
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (PlxTrainSentence) title = plx_train_vary_title (sentence, &random);
      g_autofree char *names = write_names (title);

      if (strstr (names, "Mayor of") != NULL)
        g_assert_cmpstr (names, ==, "The Mayor of [LOC Oslo] Met [PER Émile Berg] 's Dog");
      else
        g_assert_cmpstr (names, ==, "The Mayor Of [LOC Oslo] Met [PER Émile Berg] 's Dog");
      seen[strstr (names, "Mayor of") != NULL] = TRUE;
    }
  g_assert_true (seen[0] && seen[1]);
}

static void
test_vary_capitals (void)
{
  g_autoptr (PlxTrainSentence) sentence =
    train_fixture_read_sentence ("we/O met/O Ida/B-PER Groß/I-PER");
  g_autoptr (PlxTrainSentence) capitals = plx_train_vary_capitals (sentence);
  g_autofree char *names = write_names (capitals);

  g_assert_cmpstr (names, ==, "WE MET [PER IDA GROSS]");
  g_assert_cmpstr (capitals->text, ==, "WE MET IDA GROSS");
}

static void
test_vary_names (void)
{
  g_autoptr (PlxTrainSentence) sentence =
    train_fixture_read_sentence ("Ida/B-PER Berg/I-PER left/O Oslo/B-LOC for/O the/O Cup/B-MISC");
  g_autoptr (PlxTrainSentence) none = train_fixture_read_sentence ("He/O left/O");
  g_autoptr (PlxTrainSentence) other =
    train_fixture_read_sentence ("Kofi/B-PER saw/O Lake/B-LOC Volta/I-LOC and/O the/O Bowl/B-MISC");
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GArray *names[PLX_NAME_N_CLASSES];
  PlxTrainRandom random;

  for (guint i = 0; i < PLX_NAME_N_CLASSES; i++)
    names[i] = g_array_new (FALSE, FALSE, sizeof (PlxTrainName));
  plx_train_random_init (&random, 1);
  plx_train_vary_collect (other, names);
  g_assert_cmpuint (names[PLX_NAME_CLASS_PERSON]->len, ==, 1);
  g_assert_cmpuint (names[PLX_NAME_CLASS_PLACE]->len, ==, 1);
  g_assert_null (plx_train_vary_names (none, names, &random));

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (PlxTrainSentence) varied = plx_train_vary_names (sentence, names, &random);

      if (varied != NULL)
        g_hash_table_add (seen, write_names (varied));
    }

  /* Either name, or both; what is no person, body or place stays. */
  g_assert_cmpuint (g_hash_table_size (seen), ==, 3);
  g_assert_true (g_hash_table_contains (seen, "[PER Kofi] left [LOC Oslo] for the [MISC Cup]"));
  g_assert_true (g_hash_table_contains (seen, "[PER Ida Berg] left [LOC Lake Volta] for the "
                                              "[MISC Cup]"));
  g_assert_true (g_hash_table_contains (seen, "[PER Kofi] left [LOC Lake Volta] for the "
                                              "[MISC Cup]"));
  for (guint i = 0; i < PLX_NAME_N_CLASSES; i++)
    g_array_unref (names[i]);
}

static void
test_vary_spelling (void)
{
  g_autoptr (PlxTrainSentence) plain =
    train_fixture_read_sentence ("Ida/B-PER left/O -/O at/O last/O");
  g_autoptr (PlxTrainSentence) hyphened =
    train_fixture_read_sentence ("Yun-myung/B-PER Berg/I-PER met/O a/O co-worker/O");
  g_autoptr (PlxTrainSentence) ending = train_fixture_read_sentence ("Ida/B-PER 's/O dog/O");
  g_autoptr (PlxTrainSentence) torn = NULL;
  g_autofree char *names = NULL;
  PlxTrainRandom random;
  guint n_torn = 0;

  plx_train_random_init (&random, 1);
  g_assert_null (plx_train_vary_spelling (plain, &random));

  torn = plx_train_vary_spelling (hyphened, &random);
  g_assert_nonnull (torn);
  names = write_names (torn);
  g_assert_cmpstr (names, ==, "[PER Yun - myung Berg] met a co - worker");

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (PlxTrainSentence) split = plx_train_vary_spelling (ending, &random);
      g_autofree char *written = split != NULL ? write_names (split) : NULL;

      n_torn += split != NULL;
      if (split != NULL)
        g_assert_cmpstr (written, ==, "[PER Ida] ’ s dog");
    }
  g_assert_cmpuint (n_torn, >, 5);
  g_assert_cmpuint (n_torn, <, 35);
}

typedef struct
{
  const char *path;
  const char *sentence;
  const char *labels; /* a letter for each token: F, I, L, A as parts of a name, - for none */
  const char *classes;
} LabelsCase;

static const LabelsCase labels_cases[] = {
  { "/train/labels/parts", "We/O met/O Ida/B-PER Maria/I-PER Berg/I-PER of/O Oslo/B-LOC",
    "--FIL-A", "  PPP L" },
  { "/train/labels/side-by-side", "Then/O Ida/B-PER Berg/B-PER Bank/B-ORG left/O", "-AAA-",
    " PPO " },
  { "/train/labels/possessive", "They/O read/O Ida/B-PER Berg/I-PER 's/O book/O", "--FL--",
    "  PP  " },
  { "/train/labels/peoples-are-other", "We/O met/O Norwegian/B-LOC sailors/O from/O Oslo/B-LOC",
    "--A--A", "  M  L" },
  { "/train/labels/unmarked-peoples-too", "We/O met/O Norwegian/O sailors/O", "--A-", "  M " },
  { "/train/labels/peoples-in-names-stay", "The/O Norwegian/B-ORG Bank/I-ORG closed/O", "-FL-",
    " OO " },
  { "/train/labels/out-of-sight", "they/O say/O that/O it/O went/B-PER on/O too/O long/O",
    "--------", "        " },
};

static void
test_labels (gconstpointer data)
{
  const LabelsCase *c = data;
  g_autoptr (PlxTrainSentence) sentence = train_fixture_read_sentence (c->sentence);
  g_autoptr (PlxTrainWords) words = plx_train_words_new ();
  g_autoptr (PlxTrainExample) example = plx_train_example_new (sentence, words, 1);
  g_autoptr (GString) labels = g_string_new (NULL);
  g_autoptr (GString) classes = g_string_new (NULL);

  for (guint i = 0; i < example->n; i++)
    {
      const guint label = example->tokens[i].label;

      g_string_append_c (labels, label > 0 ? "FILA"[PLX_NAME_LABEL_PART (label)] : '-');
      g_string_append_c (classes, label > 0 ? "POLM"[PLX_NAME_LABEL_CLASS (label)] : ' ');
    }
  g_assert_cmpstr (labels->str, ==, c->labels);
  g_assert_cmpstr (classes->str, ==, c->classes);
}

static void
test_no_tokens (void)
{
  g_autoptr (PlxTrainSentence) sentence = plx_train_sentence_new ();
  g_autoptr (PlxTrainWords) words = plx_train_words_new ();

  plx_train_sentence_join (sentence);
  g_assert_null (plx_train_example_new (sentence, words, 1));
}

/* Counts the features of an example. */
static void
count_features (const PlxTrainExample *example,
                GHashTable            *counts)
{
  for (guint i = 0; i < example->tokens[example->n - 1].end; i++)
    {
      gpointer key = GUINT_TO_POINTER (example->features[i]);
      const guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

      g_hash_table_insert (counts, key, GUINT_TO_POINTER (count + 1));
    }
}

static void
test_rows (void)
{
  static const char *const sentences[] = { "We/O met/O Ida/B-PER", "Then/O Berg/B-PER left/O" };
  g_autoptr (GPtrArray) examples =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_train_example_free);
  g_autoptr (PlxTrainWords) words = plx_train_words_new ();
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) keys = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autoptr (PlxTrainSentence) sentence = train_fixture_read_sentence (sentences[i]);

      g_ptr_array_add (examples, plx_train_example_new (sentence, words, 1));
      count_features (g_ptr_array_index (examples, i), counts);
    }
  keys = plx_train_rows_number (examples, 2);

  g_assert_cmpuint (keys->len, >, 1);
  g_assert_cmpuint (keys->len, <, g_hash_table_size (counts));
  for (guint i = 0; i < keys->len; i++)
    {
      gpointer key = GUINT_TO_POINTER (g_array_index (keys, guint32, i));

      g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)), >=, 2);
      if (i > 0)
        g_assert_cmpuint (g_array_index (keys, guint32, i), >,
                          g_array_index (keys, guint32, i - 1));
    }
  for (guint i = 0; i < examples->len; i++)
    {
      const PlxTrainExample *example = g_ptr_array_index (examples, i);

      g_assert_cmpuint (example->tokens[example->n - 1].end, >, 0);
      for (guint j = 0; j < example->tokens[example->n - 1].end; j++)
        g_assert_cmpuint (example->features[j], <, keys->len);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (text_cases); i++)
    g_test_add_data_func (text_cases[i].path, &text_cases[i], test_text);
  for (gsize i = 0; i < G_N_ELEMENTS (join_cases); i++)
    g_test_add_data_func (join_cases[i].path, &join_cases[i], test_join);
  for (gsize i = 0; i < G_N_ELEMENTS (labels_cases); i++)
    g_test_add_data_func (labels_cases[i].path, &labels_cases[i], test_labels);
  g_test_add_func ("/train/text/errors", test_text_errors);
  g_test_add_func ("/train/vary/title", test_vary_title);
  g_test_add_func ("/train/vary/capitals", test_vary_capitals);
  g_test_add_func ("/train/vary/names", test_vary_names);
  g_test_add_func ("/train/vary/spelling", test_vary_spelling);
  g_test_add_func ("/train/example/no-tokens", test_no_tokens);
  g_test_add_func ("/train/rows", test_rows);

  return g_test_run ();
}
