/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-train-example"

#include "config.h"

#include "language/train/plx-train-example.h"

#include <stdlib.h>
#include <string.h>

/* The name to which a token belongs: a number that its tokens share, or 0. */
typedef struct
{
  guint32      name;
  PlxNameClass klass;
} Owner;

/* Whether a word is the whole of a name, or of none. */
static gboolean
stands_alone (const PlxTrainSentence *sentence,
              guint                   at)
{
  const PlxTrainWord *words = &g_array_index (sentence->words, PlxTrainWord, 0);
  const guint32 name = words[at].name;

  return name == 0 || ((at == 0 || words[at - 1].name != name) &&
                       (at + 1 == sentence->words->len || words[at + 1].name != name));
}

/* The name of the first word with one that a token overlaps; @first is the first word that it
 * overlaps, or the number of words. */
static Owner
find_owner (const PlxTrainSentence *sentence,
            const PlxToken         *token,
            guint                  *first)
{
  Owner owner = { 0, PLX_NAME_CLASS_OTHER };
  guint n = sentence->words->len;

  while (*first < n && g_array_index (sentence->words, PlxTrainWord, *first).end <= token->start)
    (*first)++;

  for (guint i = *first; i < n && owner.name == 0; i++)
    {
      const PlxTrainWord *word = &g_array_index (sentence->words, PlxTrainWord, i);

      if (word->start >= token->end)
        break;
      owner.name = word->name;
      owner.klass = word->klass;
    }

  return owner;
}

/* The texts do not agree whether "Norwegian" is a place, something else or no name. We have a table
 * for peoples, and the model has to keep out of its way. */
static gboolean
is_people (const PlxTrainSentence *sentence,
           const PlxToken         *token,
           const Owner            *owner,
           guint                   first)
{
  if (token->known_tokens != 1 || token->form != PLX_FORM_DEMONYM)
    return FALSE;

  return owner->name == 0 ||
         (owner->klass == PLX_NAME_CLASS_PLACE && stands_alone (sentence, first));
}

static guint8
get_label (const Owner *owners,
           guint        n,
           guint        at)
{
  const guint32 name = owners[at].name;
  const gboolean is_first = at == 0 || owners[at - 1].name != name;
  const gboolean is_last = at + 1 == n || owners[at + 1].name != name;
  PlxNamePart part = PLX_NAME_PART_INNER;

  if (name == 0)
    return 0;

  if (is_first && is_last)
    part = PLX_NAME_PART_ALONE;
  else if (is_first)
    part = PLX_NAME_PART_FIRST;
  else if (is_last)
    part = PLX_NAME_PART_LAST;

  return PLX_NAME_LABEL (owners[at].klass, part);
}

/**
 * plx_train_find_labels:
 * @sentence: a sentence in which the names are marked
 * @tokens: (array length=n_tokens): its tokens as the tagger sees them
 * @sights: (array length=n_tokens): what is seen of them
 * @n_tokens: how many they are
 * @labels: (out caller-allocates) (array length=n_tokens): the label of each token
 *
 * Tells what the tagger should find. Tokens that it does not look at are no part of a name, so that
 * a name ends before them; peoples that our tables know are other names.
 */
void
plx_train_find_labels (const PlxTrainSentence *sentence,
                       const PlxToken         *tokens,
                       const PlxNameSight     *sights,
                       guint                   n_tokens,
                       guint8                 *labels)
{
  g_autofree Owner *owners = g_new0 (Owner, n_tokens + 1);
  guint first = 0;

  for (guint i = 0; i < n_tokens; i++)
    {
      owners[i] = find_owner (sentence, &tokens[i], &first);
      if (is_people (sentence, &tokens[i], &owners[i], first))
        {
          /* A number that no other has: those of the sentence are not above its words. */
          owners[i].name = sentence->words->len + 1 + i;
          owners[i].klass = PLX_NAME_CLASS_OTHER;
        }
      if (sights[i].end == sights[i].first)
        owners[i].name = 0;
    }

  for (guint i = 0; i < n_tokens; i++)
    labels[i] = get_label (owners, n_tokens, i);
}

/**
 * plx_train_example_new:
 * @sentence: a sentence in which the names are marked
 * @words: the words that the model will know
 * @weight: how much it counts
 *
 * Reads a sentence as the tagger will.
 *
 * Returns: (transfer full) (nullable): the example, or `NULL` where the sentence has no token
 */
PlxTrainExample *
plx_train_example_new (const PlxTrainSentence *sentence,
                       const PlxTrainWords    *words,
                       float                   weight)
{
  PlxCase letter_case;
  g_autoptr (GArray) tokens =
    plx_tokens_read (sentence->text, 0, strlen (sentence->text), &letter_case);
  g_autoptr (PlxNameFeatures) features = plx_name_features_new ();
  g_autofree guint8 *labels = g_new0 (guint8, tokens->len + 1);
  PlxTrainExample *self;

  if (tokens->len == 0)
    return NULL;

  plx_name_features_read (features, sentence->text, &g_array_index (tokens, PlxToken, 0),
                          tokens->len, letter_case, plx_train_words_find_clusters,
                          (gpointer) words);
  plx_train_find_labels (sentence, &g_array_index (tokens, PlxToken, 0),
                         &g_array_index (features->sights, PlxNameSight, 0), tokens->len, labels);

  self = g_new0 (PlxTrainExample, 1);
  self->n = tokens->len;
  self->weight = weight;
  self->features = g_memdup2 (features->hashes->data, features->hashes->len * sizeof (guint32));
  self->tokens = g_new0 (PlxTrainToken, self->n);
  for (guint i = 0; i < self->n; i++)
    {
      const PlxNameSight *sight = &g_array_index (features->sights, PlxNameSight, i);
      PlxTrainToken *token = &self->tokens[i];

      token->word = plx_train_words_find (words, sight->word);
      token->form = sight->form;
      token->label = labels[i];
      token->is_seen = sight->end > sight->first;
      token->end = sight->end;
    }

  return self;
}

void
plx_train_example_free (PlxTrainExample *self)
{
  g_free (self->tokens);
  g_free (self->features);
  g_free (self);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const guint32 x = *(const guint32 *) a;
  const guint32 y = *(const guint32 *) b;

  return (x > y) - (x < y);
}

/* The keys of the features that are seen @least_count times or more. */
static GArray *
find_keys (GPtrArray *examples,
           guint      least_count)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (guint32));
  GHashTableIter iter;
  gpointer key;
  gpointer count;

  for (guint i = 0; i < examples->len; i++)
    {
      const PlxTrainExample *example = g_ptr_array_index (examples, i);

      for (guint j = 0; j < example->tokens[example->n - 1].end; j++)
        {
          key = GUINT_TO_POINTER (example->features[j]);
          count = g_hash_table_lookup (counts, key);
          g_hash_table_insert (counts, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (count) + 1));
        }
    }

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &count))
    {
      const guint32 hash = GPOINTER_TO_UINT (key);

      if (GPOINTER_TO_UINT (count) >= least_count)
        g_array_append_val (keys, hash);
    }

  return keys;
}

/* Makes the features of an example rows; those that have none are gone. */
static void
number_features (PlxTrainExample *example,
                 GHashTable      *rows)
{
  guint32 from = 0;
  guint32 to = 0;

  for (guint i = 0; i < example->n; i++)
    {
      for (; from < example->tokens[i].end; from++)
        {
          gpointer row;

          if (g_hash_table_lookup_extended (rows, GUINT_TO_POINTER (example->features[from]),
                                            NULL, &row))
            example->features[to++] = GPOINTER_TO_UINT (row);
        }
      example->tokens[i].end = to;
    }
  example->features = g_renew (guint32, example->features, MAX (to, 1));
}

/**
 * plx_train_rows_number:
 * @examples: (element-type PlxTrainExample): all there are
 * @least_count: how often a feature has to be seen to become part of the model
 *
 * Decides which features the model will know, gives each a row, and writes the rows into the
 * examples in place of the hashes.
 *
 * Returns: (transfer full) (element-type guint32): the hash of each row, in ascending order
 */
GArray *
plx_train_rows_number (GPtrArray *examples,
                       guint      least_count)
{
  GArray *keys = find_keys (examples, least_count);
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);

  /* A hash table has an order that nobody promises. */
  g_array_sort (keys, compare_keys);
  for (guint i = 0; i < keys->len; i++)
    g_hash_table_insert (rows, GUINT_TO_POINTER (g_array_index (keys, guint32, i)),
                         GUINT_TO_POINTER (i));

  for (guint i = 0; i < examples->len; i++)
    number_features (g_ptr_array_index (examples, i), rows);

  return keys;
}
