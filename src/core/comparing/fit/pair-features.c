/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * pair-features alone|story: reads pairs of sentences as `gold TAB group TAB a TAB b` and writes
 * `gold TAB group TAB feature …`, for fit-similarity.py. With `story` the group is read as
 * `topic|id|id`, and words are weighed within the sentences of the topic.
 */

#include "config.h"

#include <stdio.h>
#include <string.h>

#include "comparing/plx-similarity.h"

typedef struct
{
  char     *gold;
  char     *group;
  char     *topic;
  PlxTerms *a;
  PlxTerms *b;
} Pair;

static void
pair_free (gpointer data)
{
  Pair *pair = data;

  g_free (pair->gold);
  g_free (pair->group);
  g_free (pair->topic);
  plx_terms_free (pair->a);
  plx_terms_free (pair->b);
  g_free (pair);
}

static GPtrArray *
read_pairs (FILE          *file,
            PlxVocabulary *vocabulary)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (pair_free);
  char line[65536];

  while (fgets (line, sizeof line, file) != NULL)
    {
      g_auto (GStrv) fields = g_strsplit (g_strchomp (line), "\t", 0);
      Pair *pair;

      if (g_strv_length (fields) < 4 || g_str_equal (fields[0], "gold"))
        continue;

      pair = g_new0 (Pair, 1);
      pair->gold = g_strdup (fields[0]);
      pair->group = g_strdup (fields[1]);
      pair->topic = g_strndup (fields[1], strcspn (fields[1], "|"));
      pair->a = plx_terms_new (fields[2], 0, strlen (fields[2]), NULL, NULL, vocabulary);
      pair->b = plx_terms_new (fields[3], 0, strlen (fields[3]), NULL, NULL, vocabulary);
      g_ptr_array_add (pairs, pair);
    }

  return g_steal_pointer (&pairs);
}

/* Counts each sentence of a topic once, however many pairs it is in. */
static void
weigh_by_topic (GPtrArray *pairs)
{
  g_autoptr (GHashTable) topics =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) plx_term_stats_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < pairs->len; i++)
    {
      Pair *pair = g_ptr_array_index (pairs, i);
      g_auto (GStrv) ids = g_strsplit (pair->group, "|", 0);
      PlxTermStats *stats = g_hash_table_lookup (topics, pair->topic);

      if (stats == NULL)
        {
          stats = plx_term_stats_new ();
          g_hash_table_insert (topics, pair->topic, stats);
        }
      for (guint j = 1; j < g_strv_length (ids) && j < 3; j++)
        {
          if (g_hash_table_add (seen, g_strconcat (pair->topic, ids[j], NULL)))
            plx_term_stats_add (stats, j == 1 ? pair->a : pair->b);
        }
    }

  for (guint i = 0; i < pairs->len; i++)
    {
      Pair *pair = g_ptr_array_index (pairs, i);

      plx_terms_weigh (pair->a, g_hash_table_lookup (topics, pair->topic));
      plx_terms_weigh (pair->b, g_hash_table_lookup (topics, pair->topic));
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (PlxVocabulary) vocabulary = plx_vocabulary_new ();
  g_autoptr (GPtrArray) pairs = read_pairs (stdin, vocabulary);

  if (argc > 1 && g_str_equal (argv[1], "story"))
    weigh_by_topic (pairs);

  for (guint i = 0; i < pairs->len; i++)
    {
      Pair *pair = g_ptr_array_index (pairs, i);
      double features[PLX_N_FEATURES];

      plx_similarity_features (pair->a, pair->b, PLX_N_FEATURES, features);
      printf ("%s\t%s", pair->gold, pair->group);
      for (guint j = 0; j < PLX_N_FEATURES; j++)
        printf ("\t%.5f", features[j]);
      printf ("\n");
    }

  return 0;
}
