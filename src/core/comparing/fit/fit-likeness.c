/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fit-likeness FOLDER OUT.h: fits the weights of plx-ties.c on stories whose claims were judged by
 * hand (tests/data/claims; only those that `sets.tsv` calls tuned) and writes
 * plx-likeness-weights.h. Two logistic models come out, one above the other: how likely two
 * sentences report the same by themselves, and how likely beside all the others. The second is
 * fitted on what the first says of stories that it was not fitted on, and what is printed is
 * measured on such stories too.
 */

#include "config.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "comparing/plx-likeness.h"
#include "language/plx-language.h"
#include "reading/plx-reading.h"

#define MAX_WEIGHTS (PLX_N_LIKENESS + 1)
#define FOLDS 5
#define ROUNDS 12

/* How much large weights of features of one spread cost. The first model is to hold for articles
 * that are written otherwise than those of the stories, so it is to lean on many features a
 * little rather than on a few much. */
#define RIDGE_ALONE 100.0
#define RIDGE_BESIDE 10.0

typedef struct
{
  double   x[MAX_WEIGHTS]; /* the first is 1 */
  gboolean same;
} Row;

typedef struct
{
  guint  n; /* with the bias, which is the first */
  double weights[MAX_WEIGHTS];
} Model;

typedef struct
{
  char       *name;
  GPtrArray  *annotations;
  GPtrArray  *entities;
  PlxWeave   *weave;
  GPtrArray  *claims; /* (element-type GHashTable), by node */
  GArray     *alone;  /* Row */
  GArray     *beside; /* Row */
} Story;

static double
predict (const Model  *model,
         const double *x)
{
  double sum = 0;

  for (guint i = 0; i < model->n; i++)
    sum += model->weights[i] * x[i];

  return 1 / (1 + exp (-sum));
}

/* Gaussian elimination; what comes in is used up. */
static void
solve (guint  n,
       double matrix[][MAX_WEIGHTS],
       double *vector)
{
  for (guint i = 0; i < n; i++)
    {
      for (guint r = i + 1; r < n; r++)
        {
          double k = matrix[r][i] / matrix[i][i];

          for (guint c = i; c < n; c++)
            matrix[r][c] -= k * matrix[i][c];
          vector[r] -= k * vector[i];
        }
    }
  for (guint i = n; i-- > 0;)
    {
      for (guint c = i + 1; c < n; c++)
        vector[i] -= matrix[i][c] * vector[c];
      vector[i] /= matrix[i][i];
    }
}

/* How much a feature spreads, so that the cost of a weight does not depend on its unit. */
static void
find_spreads (GPtrArray *rows,
              guint      n,
              double    *spreads)
{
  for (guint k = 0; k < n; k++)
    {
      double sum = 0, square = 0;

      for (guint i = 0; i < rows->len; i++)
        {
          double x = ((Row *) g_ptr_array_index (rows, i))->x[k];

          sum += x;
          square += x * x;
        }
      spreads[k] = k == 0 ? 0 : MAX (square / rows->len - sum * sum / rows->len / rows->len, 0);
    }
}

/* Newton's method. */
static Model
fit (GPtrArray *rows,
     guint      n,
     double     ridge)
{
  static double hessian[MAX_WEIGHTS][MAX_WEIGHTS];
  double spreads[MAX_WEIGHTS];
  Model model = { n, { 0 } };

  find_spreads (rows, n, spreads);
  for (guint round = 0; round < ROUNDS; round++)
    {
      double gradient[MAX_WEIGHTS];

      for (guint k = 0; k < n; k++)
        {
          gradient[k] = -ridge * spreads[k] * model.weights[k];
          memset (hessian[k], 0, sizeof hessian[k]);
          /* A feature that never speaks gets no weight. */
          hessian[k][k] = ridge * spreads[k] + (k > 0 && spreads[k] == 0);
        }
      for (guint i = 0; i < rows->len; i++)
        {
          const Row *row = g_ptr_array_index (rows, i);
          double p = predict (&model, row->x), v = p * (1 - p);

          for (guint k = 0; k < n; k++)
            {
              gradient[k] += (row->same - p) * row->x[k];
              for (guint c = 0; row->x[k] != 0 && c < n; c++)
                hessian[k][c] += v * row->x[k] * row->x[c];
            }
        }
      solve (n, hessian, gradient);
      for (guint k = 0; k < n; k++)
        model.weights[k] += gradient[k];
    }

  return model;
}

static char *
squash (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n\r", 0);
  GString *out = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (words[i][0] != '\0')
        g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", words[i]);
    }

  return g_string_free_and_steal (out);
}

static void
add_claim (Story      *self,
           guint       article,
           const char *start,
           const char *claim)
{
  g_autofree char *wanted = squash (start);

  for (guint i = 0; i < self->weave->nodes->len; i++)
    {
      PlxNode *node = g_ptr_array_index (self->weave->nodes, i);
      g_autofree char *text = squash (node->text);

      if (node->ref.article == article && g_str_has_prefix (text, wanted))
        g_hash_table_add (g_ptr_array_index (self->claims, i), g_strdup (claim));
    }
}

static void
read_claims (Story      *self,
             const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "claims.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < self->weave->nodes->len; i++)
    g_ptr_array_add (self->claims, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL));
  if (!g_file_get_contents (path, &text, NULL, NULL))
    g_error ("%s cannot be read", path);

  lines = g_strsplit (text, "\n", 0);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", 0);

      if (g_strv_length (fields) >= 3)
        add_claim (self, fields[1][0] - 'a', fields[2], fields[0]);
    }
}

static Story *
read_story (const char *folder,
            const char *name)
{
  Story *self = g_new0 (Story, 1);

  self->name = g_strdup (name);
  self->annotations = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_annotation_free);
  self->claims = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  self->alone = g_array_new (FALSE, TRUE, sizeof (Row));
  self->beside = g_array_new (FALSE, TRUE, sizeof (Row));

  for (char letter = 'a'; letter <= 'z'; letter++)
    {
      g_autoptr (PlxReadingBatch) batch = plx_reading_batch_new ();
      g_autofree char *file = g_strdup_printf ("%s/%c.txt", folder, letter);
      g_autoptr (GBytes) bytes = NULL;
      char *text;
      gsize length;

      if (!g_file_get_contents (file, &text, &length, NULL))
        break;
      bytes = g_bytes_new_take (text, length);
      plx_reading_batch_read_bytes (batch, bytes, file, NULL, NULL, NULL);
      g_assert (batch->documents->len == 1);
      g_ptr_array_add (self->annotations,
                       plx_language_annotate (g_ptr_array_index (batch->documents, 0)));
    }

  self->entities = plx_language_resolve (self->annotations);
  self->weave = plx_weave_new (self->annotations, self->entities);
  read_claims (self, folder);

  return self;
}

static gboolean
report_the_same (Story *self,
                 guint  a,
                 guint  b)
{
  GHashTableIter iter;
  gpointer claim;

  g_hash_table_iter_init (&iter, g_ptr_array_index (self->claims, a));
  while (g_hash_table_iter_next (&iter, &claim, NULL))
    {
      if (g_hash_table_contains (g_ptr_array_index (self->claims, b), claim))
        return TRUE;
    }

  return FALSE;
}

static double
judge_all (const double *features,
           gpointer      data)
{
  return 1;
}

static double
judge_by_model (const double *features,
                gpointer      data)
{
  double x[MAX_WEIGHTS] = { 1 };

  memcpy (x + 1, features, PLX_N_LIKENESS * sizeof *x);

  return predict (data, x);
}

static guint32
article_of (Story *self,
            guint  node)
{
  return ((PlxNode *) g_ptr_array_index (self->weave->nodes, node))->ref.article;
}

/* A row for each tie between two articles. */
static void
add_rows (Story    *self,
          PlxTies  *ties,
          GArray   *rows,
          gboolean  beside)
{
  for (guint i = 0; i < ties->of->len; i++)
    {
      GArray *of = g_ptr_array_index (ties->of, i);

      for (guint j = 0; j < of->len; j++)
        {
          guint other = g_array_index (of, PlxTie, j).other;
          Row row = { { 1 }, FALSE };

          if (other <= i || article_of (self, i) == article_of (self, other))
            continue;
          row.same = report_the_same (self, i, other);
          if (beside)
            plx_likeness_relations (ties, i, other, row.x + 1);
          else
            plx_likeness_features (g_ptr_array_index (self->weave->nodes, i),
                                   g_ptr_array_index (self->weave->nodes, other), row.x + 1);
          g_array_append_val (rows, row);
        }
    }
}

static Model
fit_stories (GPtrArray *stories,
             gboolean   beside,
             guint      left_out)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < stories->len; i++)
    {
      Story *story = g_ptr_array_index (stories, i);
      GArray *own = beside ? story->beside : story->alone;

      for (guint j = 0; i % FOLDS != left_out && j < own->len; j++)
        g_ptr_array_add (rows, &g_array_index (own, Row, j));
    }

  return beside ? fit (rows, PLX_N_RELATIVE + 1, RIDGE_BESIDE)
                : fit (rows, PLX_N_LIKENESS + 1, RIDGE_ALONE);
}

typedef struct
{
  double   p;
  gboolean same;
} Said;

static int
compare_said (const void *x,
              const void *y)
{
  const Said *a = x, *b = y;

  return (a->p < b->p) - (a->p > b->p);
}

static guint
count_same (GArray *said)
{
  guint n = 0;

  for (guint i = 0; i < said->len; i++)
    n += g_array_index (said, Said, i).same;

  return n;
}

static double
average_precision (GArray *said)
{
  double sum = 0;
  guint hits = 0;

  g_array_sort (said, compare_said);
  for (guint i = 0; i < said->len; i++)
    {
      if (!g_array_index (said, Said, i).same)
        continue;
      hits++;
      sum += hits / (i + 1.0);
    }

  return sum / MAX (hits, 1);
}

static void
say (GArray      *rows,
     const Model *model,
     GArray      *said)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      Said one = { predict (model, row->x), row->same };

      g_array_append_val (said, one);
    }
}

static void
write_model (FILE        *file,
             const char  *name,
             const Model *model)
{
  fprintf (file, "static const double %s_bias = %.4f;\nstatic const double %s_weights[] = {", name,
           model->weights[0], name);
  for (guint i = 1; i < model->n; i++)
    fprintf (file, "%s%.4f,", i % 9 == 1 ? "\n  " : " ", model->weights[i]);
  fprintf (file, "\n};\n");
}

static GPtrArray *
read_stories (const char *folder)
{
  GPtrArray *stories = g_ptr_array_new ();
  g_autofree char *path = g_build_filename (folder, "sets.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    g_error ("%s cannot be read", path);
  lines = g_strsplit (text, "\n", 0);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", 0);
      g_autofree char *story = NULL;

      if (g_strv_length (fields) < 2 || !g_str_equal (fields[1], "tuned"))
        continue;
      story = g_build_filename (folder, fields[0], NULL);
      g_ptr_array_add (stories, read_story (story, fields[0]));
    }

  return stories;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GPtrArray) stories = NULL;
  g_autoptr (GArray) alone = g_array_new (FALSE, FALSE, sizeof (Said));
  g_autoptr (GArray) beside = g_array_new (FALSE, FALSE, sizeof (Said));
  Model first, second;
  FILE *file;

  if (argc != 3)
    g_error ("fit-likeness FOLDER OUT.h");
  stories = read_stories (argv[1]);

  for (guint i = 0; i < stories->len; i++)
    {
      Story *story = g_ptr_array_index (stories, i);
      g_autoptr (PlxTies) ties = plx_ties_find_by (story->weave, judge_all, NULL, NULL);

      add_rows (story, ties, story->alone, FALSE);
    }
  for (guint fold = 0; fold < FOLDS; fold++)
    {
      Model model = fit_stories (stories, FALSE, fold);

      for (guint i = fold; i < stories->len; i += FOLDS)
        {
          Story *story = g_ptr_array_index (stories, i);
          g_autoptr (PlxTies) ties = plx_ties_find_by (story->weave, judge_by_model, &model, NULL);

          say (story->alone, &model, alone);
          add_rows (story, ties, story->beside, TRUE);
        }
    }
  for (guint fold = 0; fold < FOLDS; fold++)
    {
      Model model = fit_stories (stories, TRUE, fold);

      for (guint i = fold; i < stories->len; i += FOLDS)
        say (((Story *) g_ptr_array_index (stories, i))->beside, &model, beside);
    }
  printf ("%u pairs meet, of which %u report the same\n", alone->len, count_same (alone));
  printf ("average precision alone %.3f, beside the others %.3f\n", average_precision (alone),
          average_precision (beside));

  first = fit_stories (stories, FALSE, FOLDS);
  second = fit_stories (stories, TRUE, FOLDS);
  file = fopen (argv[2], "w");
  if (file == NULL)
    g_error ("%s cannot be written", argv[2]);
  fprintf (file, "/* SPDX-License-Identifier: GPL-3.0-or-later */\n"
           "/* Written by fit/fit-likeness.c. */\n\n#pragma once\n\n");
  write_model (file, "likeness", &first);
  fprintf (file, "\n");
  write_model (file, "relative", &second);

  return fclose (file) == 0 ? 0 : 1;
}
