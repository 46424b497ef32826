/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>

#include "language/train/plx-train-score.h"
#include "language/train/plx-train-vary.h"
#include "language/train/plx-train.h"

/* What is asked for on the command line. */
typedef struct
{
  char    *vectors;
  char    *clusters;
  char    *out;
  char   **dev;
  char   **texts;
  gint64   seed;
  int      n_epochs;
  int      n_words;
  int      least_count;
} Arguments;

static void
arguments_clear (Arguments *self)
{
  g_free (self->vectors);
  g_free (self->clusters);
  g_free (self->out);
  g_strfreev (self->dev);
  g_strfreev (self->texts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, arguments_clear)

static void
print_line (const char *line,
            gpointer    user_data)
{
  g_print ("%s\n", line);
}

static void
text_clear (gpointer data)
{
  PlxTrainText *self = data;

  g_ptr_array_unref (self->sentences);
}

static gboolean
parse (Arguments *self,
       int        argc,
       char     **argv,
       GError   **error)
{
  const PlxTrainOptions defaults = PLX_TRAIN_OPTIONS_DEFAULT;
  g_autoptr (GOptionContext) context = g_option_context_new ("TEXT[=WEIGHT]…");
  const GOptionEntry entries[] = {
    { "vectors", 0, 0, G_OPTION_ARG_FILENAME, &self->vectors,
      "Where words stand among all words (JSON)", "FILE" },
    { "clusters", 0, 0, G_OPTION_ARG_FILENAME, &self->clusters,
      "Which words are used alike (TSV)", "FILE" },
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &self->out, "Where to write the model", "FILE" },
    { "dev", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->dev,
      "A text to measure the model with, and not to learn from", "TEXT" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &self->seed, "Where chance begins", "N" },
    { "epochs", 0, 0, G_OPTION_ARG_INT, &self->n_epochs, "How often to see each sentence", "N" },
    { "words", 0, 0, G_OPTION_ARG_INT, &self->n_words, "How many words to know", "N" },
    { "least-count", 0, 0, G_OPTION_ARG_INT, &self->least_count,
      "How often a feature has to be seen to be known", "N" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->texts, NULL, NULL },
    { NULL }
  };

  self->seed = defaults.seed;
  self->n_epochs = defaults.n_epochs;
  self->n_words = defaults.n_words;
  self->least_count = defaults.least_count;

  g_option_context_set_summary (context, "Trains the model of English names.");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, error))
    return FALSE;

  if (self->vectors != NULL && self->clusters != NULL && self->out != NULL &&
      self->texts != NULL && self->n_epochs > 0 && self->n_words > 0 && self->least_count > 0)
    return TRUE;

  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       "Training takes --vectors, --clusters, --out and a text at least, and no "
                       "number below 1. Try --help.");

  return FALSE;
}

/* Reads "FILE" or "FILE=WEIGHT". */
static gboolean
read_text (const char  *argument,
           GArray      *texts,
           GError     **error)
{
  const char *sign = strrchr (argument, '=');
  g_autofree char *path = sign != NULL ? g_strndup (argument, sign - argument)
                                       : g_strdup (argument);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  PlxTrainText text = { .weight = 1 };
  char *end = NULL;

  if (sign != NULL)
    text.weight = g_ascii_strtod (sign + 1, &end);
  if (end != NULL && (*end != '\0' || !(text.weight > 0 && text.weight <= 1000)))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   "The weight in “%s” is no number from above 0 to 1000.", argument);
      return FALSE;
    }

  text.sentences = plx_train_text_read (file, error);
  if (text.sentences == NULL)
    return FALSE;
  g_array_append_val (texts, text);

  return TRUE;
}

static GBytes *
train (const Arguments *arguments,
       GError         **error)
{
  PlxTrainOptions options = PLX_TRAIN_OPTIONS_DEFAULT;
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (PlxTrainText));
  g_autoptr (GFile) vectors = g_file_new_for_path (arguments->vectors);
  g_autoptr (GFile) clusters = g_file_new_for_path (arguments->clusters);
  g_autoptr (PlxTrainWords) words = NULL;

  options.seed = arguments->seed;
  options.n_epochs = arguments->n_epochs;
  options.n_words = arguments->n_words;
  options.least_count = arguments->least_count;

  g_array_set_clear_func (texts, text_clear);
  for (guint i = 0; arguments->texts[i] != NULL; i++)
    if (!read_text (arguments->texts[i], texts, error))
      return NULL;

  words = plx_train_words_load (vectors, clusters, options.n_words, error);
  if (words == NULL)
    return NULL;

  return plx_train_run (words, &g_array_index (texts, PlxTrainText, 0), texts->len, &options,
                        print_line, NULL, error);
}

static void
print_score (const char         *name,
             const PlxNameModel *model,
             GPtrArray          *sentences)
{
  const PlxTrainScore score = plx_train_score_measure (model, sentences);
  const PlxTrainCounts *all = &score.all;

  g_print ("%-48s F1 %.4f, precision %.3f, recall %.3f; persons %.3f, organizations %.3f, "
           "places %.3f\n", name, plx_train_score_get_f1 (all),
           all->right / (double) MAX (all->right + all->wrong, 1),
           all->right / (double) MAX (all->right + all->missed, 1),
           plx_train_score_get_f1 (&score.classes[PLX_NAME_CLASS_PERSON]),
           plx_train_score_get_f1 (&score.classes[PLX_NAME_CLASS_ORGANIZATION]),
           plx_train_score_get_f1 (&score.classes[PLX_NAME_CLASS_PLACE]));
}

/* Measures the model as it was written, on a text as it is and as headlines. */
static gboolean
measure (const PlxNameModel *model,
         const char         *path,
         GError            **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) sentences = plx_train_text_read (file, error);
  g_autoptr (GPtrArray) titles =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_train_sentence_free);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *title_name = g_strconcat (name, ", as headlines", NULL);
  PlxTrainRandom random;

  if (sentences == NULL)
    return FALSE;

  /* The same headlines, whatever the seed. */
  plx_train_random_init (&random, 0);
  for (guint i = 0; i < sentences->len; i++)
    g_ptr_array_add (titles, plx_train_vary_title (g_ptr_array_index (sentences, i), &random));

  print_score (name, model, sentences);
  print_score (title_name, model, titles);

  return TRUE;
}

static gboolean
run (int      argc,
     char   **argv,
     GError **error)
{
  g_auto (Arguments) arguments = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PlxNameModel) model = NULL;
  gsize size;
  const char *data;

  if (!parse (&arguments, argc, argv, error))
    return FALSE;

  bytes = train (&arguments, error);
  if (bytes == NULL)
    return FALSE;

  data = g_bytes_get_data (bytes, &size);
  if (!g_file_set_contents (arguments.out, data, size, error))
    return FALSE;
  g_print ("%s: %" G_GSIZE_FORMAT " bytes\n", arguments.out, size);

  model = plx_name_model_load (arguments.out, error);
  for (guint i = 0; model != NULL && arguments.dev != NULL && arguments.dev[i] != NULL; i++)
    if (!measure (model, arguments.dev[i], error))
      return FALSE;

  return model != NULL;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;

  if (run (argc, argv, &error))
    return EXIT_SUCCESS;

  g_printerr ("%s\n", error->message);

  return EXIT_FAILURE;
}
