/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How well the model that ships finds the names of texts that it has not learned from, without what
 * the tables add. The texts are not part of the repository. */

#include "config.h"

#include "language/train/plx-train-score.h"

typedef struct
{
  const char *path;
  const char *file;
  double      least;
} MeasuredCase;

static const MeasuredCase cases[] = {
  { "/names-measured/worldwide", "worldwide.dev.conll.gz", 0.78 },
  { "/names-measured/conll03", "conll03.dev.conll.gz", 0.77 },
  { "/names-measured/politics", "crossner_politics.dev.conll.gz", 0.82 },
};

static void
test_measured (gconstpointer data)
{
  const MeasuredCase *c = data;
  const char *shared = g_getenv ("PARALLAX_SHARED");
  g_autofree char *path = g_build_filename (shared != NULL ? shared : "", "eval", "names", "dev",
                                            c->file, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sentences = NULL;
  const PlxNameModel *model = plx_name_model_get_default (&error);
  PlxTrainScore score;

  g_assert_no_error (error);
  if (shared == NULL || !g_file_query_exists (file, NULL))
    {
      g_test_skip ("the evaluation data is not beside the checkout");
      return;
    }

  sentences = plx_train_text_read (file, &error);
  g_assert_no_error (error);
  score = plx_train_score_measure (model, sentences);
  g_test_message ("F1 %.4f, persons %.3f, organizations %.3f, places %.3f",
                  plx_train_score_get_f1 (&score.all),
                  plx_train_score_get_f1 (&score.classes[PLX_NAME_CLASS_PERSON]),
                  plx_train_score_get_f1 (&score.classes[PLX_NAME_CLASS_ORGANIZATION]),
                  plx_train_score_get_f1 (&score.classes[PLX_NAME_CLASS_PLACE]));
  g_assert_cmpfloat (plx_train_score_get_f1 (&score.all), >=, c->least);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_measured);

  return g_test_run ();
}
