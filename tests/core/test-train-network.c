/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "language/names/plx-name-tagger.h"
#include "language/train/plx-train-score.h"
#include "language/train/plx-train-writer.h"
#include "language/train/plx-train.h"

#include <math.h>
#include <string.h>

#include "train-fixture.h"

/* Our own, with names that are made up or common. */
static const char *const sentences[] = {
  "We/O met/O Ida/B-PER Berg/I-PER in/O Oslo/B-LOC ./O",
  "Anders/B-PER Holm/I-PER left/O Bergen/B-LOC on/O foot/O ./O",
  "The/O Harbour/B-ORG Bank/I-ORG closed/O its/O doors/O in/O Tromso/B-LOC ./O",
  "She/O wrote/O to/O Kari/B-PER Lund/I-PER about/O the/O ferry/O ./O",
  "Nobody/O in/O Molde/B-LOC had/O heard/O of/O Per/B-PER Dahl/I-PER ./O",
  "The/O Seamen/B-ORG 's/I-ORG Union/I-ORG asked/O for/O higher/O pay/O ./O",
  "Our/O train/O to/O Bodo/B-LOC was/O late/O again/O ./O",
  "Mayor/O Liv/B-PER Strand/I-PER opened/O the/O bridge/O ./O",
  "It/O rained/O all/O night/O ,/O and/O the/O road/O was/O gone/O ./O",
  "They/O sold/O the/O boat/O to/O Fjord/B-ORG Lines/I-ORG last/O year/O ./O",
  "In/O Narvik/B-LOC the/O snow/O lay/O until/O June/O ./O",
  "Ida/B-PER Berg/I-PER laughed/O and/O shook/O her/O head/O ./O",
  "He/O works/O for/O the/O Harbour/B-ORG Bank/I-ORG ,/O she/O for/O Fjord/B-ORG Lines/I-ORG ./O",
  "From/O Oslo/B-LOC to/O Bergen/B-LOC it/O takes/O a/O day/O ./O",
  "Old/O Anders/B-PER Holm/I-PER never/O learned/O to/O swim/O ./O",
  "The/O council/O of/O Tromso/B-LOC voted/O against/O the/O plan/O ./O",
  "A/O letter/O from/O Per/B-PER Dahl/I-PER came/O too/O late/O ./O",
  "The/O Northern/B-ORG Trading/I-ORG Company/I-ORG built/O ten/O ships/O ./O",
  "Liv/B-PER Strand/I-PER and/O Kari/B-PER Lund/I-PER went/O to/O school/O in/O Molde/B-LOC ./O",
  "Workers/O at/O the/O Northern/B-ORG Trading/I-ORG Company/I-ORG struck/O ./O",
  "No/O ship/O reached/O Bodo/B-LOC that/O week/O ./O",
  "The/O Midsummer/B-MISC Race/I-MISC was/O won/O by/O Per/B-PER Dahl/I-PER ./O",
  "We/O stayed/O in/O Narvik/B-LOC with/O friends/O ./O",
  "The/O Seamen/B-ORG 's/I-ORG Union/I-ORG and/O the/O Harbour/B-ORG Bank/I-ORG agreed/O ./O",
  "Somebody/O saw/O Kari/B-PER Lund/I-PER in/O Bergen/B-LOC ./O",
  "It/O was/O cold/O ,/O but/O the/O sun/O shone/O ./O",
  "Her/O uncle/O ran/O the/O Midsummer/B-MISC Race/I-MISC twice/O ./O",
  "Then/O Anders/B-PER Holm/I-PER sold/O his/O house/O in/O Oslo/B-LOC ./O",
  "Fjord/B-ORG Lines/I-ORG has/O three/O ferries/O ./O",
  "The/O fire/O in/O Molde/B-LOC was/O put/O out/O by/O noon/O ./O",
};

static const char *const known_words[] = {
  "ida", "berg", "oslo", "bank", "union", "the", "in", "of", "bergen", "lines", "met", "we",
};

/* How many words there are beside those; the steps of the numbers in a model are found by them. */
#define N_OTHER_WORDS 400

static void
add_word (PlxTrainWords  *words,
          const char     *word,
          PlxTrainRandom *random)
{
  float vector[PLX_TRAIN_VECTOR_SIZE];

  for (guint i = 0; i < PLX_TRAIN_VECTOR_SIZE; i++)
    vector[i] = plx_train_random_share (random) - 0.5;
  g_assert_true (plx_train_words_add (words, word, vector));
}

/* Words with vectors and clusters that mean nothing. */
static PlxTrainWords *
make_words (void)
{
  PlxTrainWords *words = plx_train_words_new ();
  PlxTrainRandom random;

  plx_train_random_init (&random, 7);
  for (guint i = 0; i < G_N_ELEMENTS (known_words); i++)
    add_word (words, known_words[i], &random);
  for (guint i = 0; i < N_OTHER_WORDS; i++)
    {
      const char word[] = { 'q', 'a' + i / 26, 'a' + i % 26, '\0' };

      add_word (words, word, &random);
    }
  g_assert_true (plx_train_words_read_clusters (words, "oslo\t1\t10\nbergen\t1\t10\n", NULL));

  return words;
}

static GPtrArray *
make_sentences (void)
{
  GPtrArray *made = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_train_sentence_free);

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    g_ptr_array_add (made, train_fixture_read_sentence (sentences[i]));

  return made;
}

static const PlxTrainOptions small_options = {
  .seed = 1,
  .n_epochs = 30,
  .least_count = 1,
  .title_share = 0.2f,
  .capitals_share = 0.1f,
  .varied_weight = 0.7f,
  .torn_share = 0.5f,
  .rates = {
    .step = 0.04f,
    .transition_step = 0.08f,
    .feature_dropout = 0.3f,
    .word_dropout = 0.1f,
    .hidden_dropout = 0.1f,
    .least_gradient = 0.01f,
  },
};

static GBytes *
train (const PlxTrainOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxTrainWords) words = make_words ();
  g_autoptr (GPtrArray) text = make_sentences ();
  const PlxTrainText texts[] = { { text, 1 } };
  GBytes *bytes = plx_train_run (words, texts, 1, options, NULL, NULL, &error);

  g_assert_no_error (error);

  return bytes;
}

typedef struct
{
  PlxTrainWords   *words;
  GPtrArray       *examples;
  GArray          *row_keys;
  PlxTrainNetwork *network;
  PlxTrainExample *example;
} NetworkFixture;

static void
set_up (NetworkFixture *fixture,
        gconstpointer   data)
{
  g_autoptr (PlxTrainSentence) sentence = train_fixture_read_sentence (
    "We/O met/O Ida/B-PER Berg/I-PER of/O the/O Oslo/B-ORG Boatmen/I-ORG Union/I-ORG in/O "
    "Bergen/B-LOC ,/O as/O so/O many/O had/O done/O ./O");
  PlxTrainRandom random;

  plx_train_random_init (&random, 3);
  fixture->words = make_words ();
  fixture->examples = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_train_example_free);
  fixture->example = plx_train_example_new (sentence, fixture->words, 2);
  g_ptr_array_add (fixture->examples, fixture->example);
  fixture->row_keys = plx_train_rows_number (fixture->examples, 1);
  fixture->network = plx_train_network_new (fixture->words, fixture->row_keys->len, &random);

  /* At the beginning they are all 0, and the bias too: nothing could go wrong with them. */
  for (guint i = 0; i <= PLX_NAME_N_LABELS; i++)
    for (guint j = 0; j < PLX_NAME_N_LABELS; j++)
      fixture->network->parameters->dense.transitions[i][j] =
        2 * plx_train_random_share (&random) - 1;
  for (guint i = 0; i < PLX_NAME_HIDDEN; i++)
    fixture->network->parameters->dense.hidden_bias[i] = plx_train_random_share (&random) - 0.5;
}

static void
tear_down (NetworkFixture *fixture,
           gconstpointer   data)
{
  plx_train_network_free (fixture->network);
  g_array_unref (fixture->row_keys);
  g_ptr_array_unref (fixture->examples);
  plx_train_words_free (fixture->words);
}

/* What is left out is the same each time. */
static double
compute (NetworkFixture *fixture,
         float           dropout)
{
  const PlxTrainRates rates = {
    .feature_dropout = dropout, .word_dropout = dropout, .hidden_dropout = dropout,
  };
  PlxTrainRandom random;

  plx_train_random_init (&random, 11);

  return plx_train_network_compute (fixture->network, fixture->example, &rates,
                                    dropout > 0 ? &random : NULL);
}

/* How gradients that were computed agree with what a small change does to the loss. */
typedef struct
{
  guint n;
  guint n_wrong;
  guint n_large;
} Agreement;

static void
check_gradient (NetworkFixture *fixture,
                float           dropout,
                float          *parameter,
                double          gradient,
                Agreement      *agreement)
{
  const float gap = 0.0005f;
  const float before = *parameter;
  double above;
  double below;
  double measured;

  *parameter = before + gap;
  above = compute (fixture, dropout);
  *parameter = before - gap;
  below = compute (fixture, dropout);
  *parameter = before;
  measured = (above - below) / (2.0 * gap);

  agreement->n++;
  agreement->n_large += fabs (gradient) > 0.05;
  if (!(fabs (measured - gradient) <= 0.004 + 0.02 * fabs (gradient)))
    agreement->n_wrong++;
}

/* Where a part of the hidden layer is about to go out, a small change has two slopes: a few may
 * differ for that. */
static void
assert_agreement (const Agreement *agreement,
                  guint            least_large)
{
  g_test_message ("%u gradients, %u of them large, %u differ", agreement->n, agreement->n_large,
                  agreement->n_wrong);
  g_assert_cmpuint (agreement->n_large, >=, least_large);
  g_assert_cmpuint (agreement->n_wrong * 25, <=, agreement->n);
}

/* Of a part of the parameters, every @step-th number. */
static void
check_part (NetworkFixture *fixture,
            float           dropout,
            gsize           offset,
            gsize           size,
            guint           step,
            guint           least_large)
{
  g_autofree PlxTrainParameters *gradient = NULL;
  Agreement agreement = { 0 };

  compute (fixture, dropout);
  gradient = g_memdup2 (fixture->network->gradient, sizeof *gradient);

  for (gsize i = 0; i < size / sizeof (float); i += step)
    check_gradient (fixture, dropout,
                    (float *) fixture->network->parameters + offset / sizeof (float) + i,
                    ((float *) gradient)[offset / sizeof (float) + i], &agreement);
  assert_agreement (&agreement, least_large);
}

#define CHECK_PART(fixture, dropout, part, step, least)                                            \
  check_part (fixture, dropout, G_STRUCT_OFFSET (PlxTrainParameters, part),                        \
              sizeof ((PlxTrainParameters *) NULL)->part, step, least)

static void
test_gradients (NetworkFixture *fixture,
                gconstpointer   data)
{
  const float dropout = GPOINTER_TO_UINT (data) / 100.0f;

  g_test_summary ("The gradients are those that finite differences have");

  CHECK_PART (fixture, dropout, dense.forms, 1, 5);
  CHECK_PART (fixture, dropout, dense.hidden, 131, 15);
  CHECK_PART (fixture, dropout, dense.hidden_bias, 2, 10);
  CHECK_PART (fixture, dropout, dense.output, 9, 20);
  CHECK_PART (fixture, dropout, dense.transitions, 3, 8);
  CHECK_PART (fixture, dropout, projection, 91, 10);
}

static void
test_row_gradients (NetworkFixture *fixture,
                    gconstpointer   data)
{
  const float dropout = GPOINTER_TO_UINT (data) / 100.0f;
  Agreement agreement = { 0 };

  for (guint row = 0; row < fixture->network->n_rows; row += 23)
    {
      PlxTrainHidden gradient;

      compute (fixture, dropout);
      plx_train_network_get_row_gradient (fixture->network, fixture->example, row, gradient);
      for (guint i = 0; i < PLX_NAME_HIDDEN; i += 5)
        check_gradient (fixture, dropout, &fixture->network->rows[row][i], gradient[i],
                        &agreement);
    }
  assert_agreement (&agreement, 20);
}

static void
test_loss_is_a_likelihood (NetworkFixture *fixture,
                           gconstpointer   data)
{
  PlxTrainScores scores[2] = { 0 };
  PlxTrainScores score_gradient[2];
  PlxTrainScores transitions[PLX_NAME_N_LABELS + 1] = { 0 };
  PlxTrainScores transition_gradient[PLX_NAME_N_LABELS + 1];
  guint n_rows = 0;
  double sum = 0;

  g_test_summary ("The likelihoods of all rows of labels that may be add up to 1");

  for (guint i = 0; i < PLX_NAME_N_LABELS; i++)
    {
      scores[0][i] = i % 3;
      scores[1][i] = i % 5 * -0.5f;
      for (guint j = 0; j < PLX_NAME_N_LABELS; j++)
        transitions[i][j] = (i + j) % 4 * 0.25f;
    }

  for (guint8 i = 0; i < PLX_NAME_N_LABELS; i++)
    for (guint8 j = 0; j < PLX_NAME_N_LABELS; j++)
      {
        const guint8 labels[] = { i, j };

        if (!plx_name_label_may_follow (PLX_NAME_N_LABELS, i) ||
            !plx_name_label_may_follow (i, j) || !plx_name_label_may_end (j))
          continue;

        sum += exp (-plx_train_chain_compute (transitions, scores, labels, 2, score_gradient,
                                              transition_gradient));
        n_rows++;
      }
  g_assert_cmpuint (n_rows, >, PLX_NAME_N_LABELS);
  g_assert_cmpfloat_with_epsilon (sum, 1, 1e-5);
}

static void
test_steps_lower_the_loss (NetworkFixture *fixture,
                           gconstpointer   data)
{
  const PlxTrainRates rates = { .step = 0.02f, .transition_step = 0.02f };
  const double first = compute (fixture, 0);

  g_assert_cmpfloat (first, >, 1);
  for (guint i = 0; i < 30; i++)
    {
      compute (fixture, 0);
      plx_train_network_step (fixture->network, fixture->example, &rates);
    }
  g_assert_cmpfloat (compute (fixture, 0), <, first / 20);
}

static void
test_writer (NetworkFixture *fixture,
             gconstpointer   data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = plx_train_writer_write (fixture->network, fixture->row_keys);
  g_autoptr (PlxNameModel) model = plx_name_model_new (bytes, &error);
  const PlxNameDense *dense;
  const PlxNameWord *word;

  g_assert_no_error (error);
  dense = plx_name_model_get_dense (model);
  for (guint i = 0; i < fixture->row_keys->len; i++)
    {
      const gint8 *row =
        plx_name_model_find_row (model, g_array_index (fixture->row_keys, guint32, i));

      g_assert_nonnull (row);
      for (guint j = 0; j < PLX_NAME_HIDDEN; j++)
        g_assert_cmpfloat_with_epsilon (row[j] * dense->row_scale, fixture->network->rows[i][j],
                                        dense->row_scale * 0.51f);
    }
  g_assert_cmpmem (dense->output, sizeof dense->output,
                   fixture->network->parameters->dense.output, sizeof dense->output);
  g_assert_cmpfloat (dense->transitions[0][PLX_NAME_LABEL (0, PLX_NAME_PART_LAST)], <, -1e8);
  g_assert_cmpfloat (dense->transitions[0][0], ==,
                     fixture->network->parameters->dense.transitions[0][0]);

  word = plx_name_model_find_word (model, plx_name_features_hash_word ("oslo", 4));
  g_assert_nonnull (word);
  g_assert_cmpuint (word->fine, ==, 11);
  g_assert_cmpuint (word->coarse, ==, 2);
  g_assert_null (plx_name_model_find_word (model, plx_name_features_hash_word ("rare", 4)));
}

static void
test_writer_keeps_vectors (NetworkFixture *fixture,
                           gconstpointer   data)
{
  g_autoptr (GBytes) bytes = plx_train_writer_write (fixture->network, fixture->row_keys);
  g_autoptr (PlxNameModel) model = plx_name_model_new (bytes, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (known_words); i++)
    {
      const PlxTrainWordFacts *facts = plx_train_words_get (fixture->words, i + 1);
      float vector[PLX_NAME_DIMS];
      double product = 0;
      double square = 0;
      double kept = 0;

      plx_name_model_read_vector (model, plx_name_model_find_word (model, facts->key), vector);
      for (guint j = 0; j < PLX_NAME_DIMS; j++)
        {
          double whole = 0;

          for (guint k = 0; k < PLX_TRAIN_VECTOR_SIZE; k++)
            whole += fixture->network->parameters->projection[k][j] * facts->vector[k];
          product += whole * vector[j];
          square += whole * whole;
          kept += vector[j] * vector[j];
        }
      g_assert_cmpfloat (product / sqrt (square * kept), >, 0.95);
    }
}

static void
test_learns (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = train (&small_options);
  g_autoptr (PlxNameModel) model = plx_name_model_new (bytes, &error);
  g_autoptr (GPtrArray) text = make_sentences ();
  PlxTrainScore score;

  g_assert_no_error (error);
  score = plx_train_score_measure (model, text);
  g_assert_cmpuint (score.all.right + score.all.missed, ==, 38);
  g_assert_cmpfloat (plx_train_score_get_f1 (&score.all), >=, 0.97);
  for (guint i = 0; i < PLX_NAME_N_CLASSES; i++)
    g_assert_cmpfloat (plx_train_score_get_f1 (&score.classes[i]), >=, 0.9);

  /* Where they stand otherwise too. */
  g_ptr_array_set_size (text, 0);
  g_ptr_array_add (text, train_fixture_read_sentence (
    "Last/O week/O Kari/B-PER Lund/I-PER saw/O Anders/B-PER Holm/I-PER in/O Narvik/B-LOC ./O"));
  score = plx_train_score_measure (model, text);
  g_assert_cmpuint (score.all.right, ==, 3);
  g_assert_cmpuint (score.all.wrong, ==, 0);
}

static void
test_score_wants_all_words (void)
{
  g_autoptr (GBytes) bytes = train (&small_options);
  g_autoptr (PlxNameModel) model = plx_name_model_new (bytes, NULL);
  g_autoptr (GPtrArray) text =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_train_sentence_free);
  PlxTrainScore score;

  g_ptr_array_add (text, train_fixture_read_sentence (
    "We/O met/O Ida/B-PER Berg/I-PER in/O Oslo/B-LOC ./O"));
  g_ptr_array_add (text, train_fixture_read_sentence (
    "We/O met/O Ida/B-PER Berg/O in/O Oslo/B-ORG ./O"));
  score = plx_train_score_measure (model, text);

  g_assert_cmpuint (score.classes[PLX_NAME_CLASS_PERSON].right, ==, 1);
  g_assert_cmpuint (score.classes[PLX_NAME_CLASS_PERSON].wrong, ==, 1);
  g_assert_cmpuint (score.classes[PLX_NAME_CLASS_PERSON].missed, ==, 1);
  g_assert_cmpuint (score.classes[PLX_NAME_CLASS_PLACE].right, ==, 1);
  g_assert_cmpuint (score.classes[PLX_NAME_CLASS_PLACE].wrong, ==, 1);
  g_assert_cmpuint (score.classes[PLX_NAME_CLASS_ORGANIZATION].missed, ==, 1);
  g_assert_cmpuint (score.all.right, ==, 2);
  g_assert_cmpuint (score.all.wrong, ==, 2);
  g_assert_cmpuint (score.all.missed, ==, 2);
  g_assert_cmpfloat_with_epsilon (plx_train_score_get_f1 (&score.all), 0.5, 1e-9);
}

static void
test_same_seed (void)
{
  PlxTrainOptions options = small_options;
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) same = NULL;
  g_autoptr (GBytes) other = NULL;

  options.n_epochs = 2;
  one = train (&options);
  same = train (&options);
  options.seed = 2;
  other = train (&options);

  g_assert_true (g_bytes_equal (one, same));
  g_assert_false (g_bytes_equal (one, other));
}

static void
test_nothing_to_learn_from (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxTrainWords) words = make_words ();
  g_autoptr (GPtrArray) text = g_ptr_array_new ();
  const PlxTrainText texts[] = { { text, 1 } };

  g_assert_null (plx_train_run (words, texts, 1, &small_options, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_cmpstr (error->message, ==, "There is no sentence to learn names from.");
}

static void
test_steps_too_long (void)
{
  PlxTrainOptions options = small_options;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxTrainWords) words = make_words ();
  g_autoptr (GPtrArray) text = make_sentences ();
  const PlxTrainText texts[] = { { text, 1 } };

  options.rates.step = 1e30f;
  g_assert_null (plx_train_run (words, texts, 1, &options, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_true (g_str_has_prefix (error->message, "The network learned nothing"));
}

static void
count_line (const char *line,
            gpointer    user_data)
{
  guint *n = user_data;

  g_assert_cmpint (strlen (line), >, 10);
  (*n)++;
}

static void
test_tells (void)
{
  PlxTrainOptions options = small_options;
  g_autoptr (PlxTrainWords) words = make_words ();
  g_autoptr (GPtrArray) text = make_sentences ();
  g_autoptr (GBytes) bytes = NULL;
  const PlxTrainText texts[] = { { text, 1 } };
  guint n = 0;

  options.n_epochs = 3;
  bytes = plx_train_run (words, texts, 1, &options, count_line, &n, NULL);
  g_assert_nonnull (bytes);
  g_assert_cmpuint (n, ==, 1 + options.n_epochs);
}

static void
add_network_test (const char *path,
                  guint       dropout,
                  void      (*test) (NetworkFixture *fixture,
                                     gconstpointer   data))
{
  g_test_add (path, NetworkFixture, GUINT_TO_POINTER (dropout), set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add_network_test ("/train/network/likelihood", 0, test_loss_is_a_likelihood);
  add_network_test ("/train/network/gradients", 0, test_gradients);
  add_network_test ("/train/network/gradients-with-dropout", 20, test_gradients);
  add_network_test ("/train/network/row-gradients", 0, test_row_gradients);
  add_network_test ("/train/network/row-gradients-with-dropout", 20, test_row_gradients);
  add_network_test ("/train/network/steps-lower-the-loss", 0, test_steps_lower_the_loss);
  add_network_test ("/train/writer/is-read-back", 0, test_writer);
  add_network_test ("/train/writer/keeps-vectors", 0, test_writer_keeps_vectors);
  g_test_add_func ("/train/learns-names", test_learns);
  g_test_add_func ("/train/score-wants-all-words", test_score_wants_all_words);
  g_test_add_func ("/train/same-seed-same-model", test_same_seed);
  g_test_add_func ("/train/nothing-to-learn-from", test_nothing_to_learn_from);
  g_test_add_func ("/train/steps-too-long", test_steps_too_long);
  g_test_add_func ("/train/tells-how-far-it-is", test_tells);

  return g_test_run ();
}
