/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-story-title"

#include "config.h"

#include "comparing/plx-story-title.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Longer ones do not fit into the sidebar. */
#define MAX_CHARS 72

/* Words of three letters and fewer ("the", "to", "in") tell nothing of the event. */
#define MIN_WORD 4

static GHashTable *
dup_words (const char *headline)
{
  g_auto (GStrv) words = g_str_tokenize_and_fold (headline, NULL, NULL);
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_utf8_strlen (words[i], -1) >= MIN_WORD)
        g_hash_table_add (set, g_strdup (words[i]));
    }

  return set;
}

/* How many of a headline's words the other headlines have too, each time counted. */
static double
weigh (GPtrArray *sets,
       guint      which)
{
  GHashTableIter iter;
  gpointer word;
  guint shared = 0;

  g_hash_table_iter_init (&iter, sets->pdata[which]);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    {
      for (guint i = 0; i < sets->len; i++)
        shared += i != which && g_hash_table_contains (sets->pdata[i], word);
    }

  /* Of two that share as much, the one that says less beside it. */
  return (double) shared / (g_hash_table_size (sets->pdata[which]) + 3);
}

static char *
shorten (const char *title)
{
  g_autofree char *start = NULL;
  char *space;

  if (g_utf8_strlen (title, -1) <= MAX_CHARS)
    return g_strdup (title);

  start = g_utf8_substring (title, 0, MAX_CHARS);
  space = strrchr (start, ' ');
  if (space != NULL)
    *space = '\0';

  return g_strconcat (start, "…", NULL);
}

/**
 * plx_story_title_propose:
 * @documents: (element-type PlxDocument): the articles of a new story
 *
 * Takes the headline that has most in common with the others.
 *
 * Returns: (transfer full): a title for the story
 */
char *
plx_story_title_propose (GPtrArray *documents)
{
  g_autoptr (GPtrArray) sets = NULL;
  const char *best = NULL;
  double best_weight = -1;

  g_return_val_if_fail (documents != NULL, NULL);

  sets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  for (guint i = 0; i < documents->len; i++)
    {
      PlxDocument *document = documents->pdata[i];
      const char *headline = document->fields[PLX_FIELD_HEADLINE];

      g_ptr_array_add (sets, dup_words (headline != NULL ? headline : ""));
    }

  for (guint i = 0; i < documents->len; i++)
    {
      PlxDocument *document = documents->pdata[i];
      double weight = document->fields[PLX_FIELD_HEADLINE] != NULL ? weigh (sets, i) : -0.5;

      if (weight > best_weight && plx_document_get_title (document) != NULL)
        {
          best = plx_document_get_title (document);
          best_weight = weight;
        }
    }

  return shorten (best != NULL ? best : _("New Story"));
}
