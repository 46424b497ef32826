/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-label"

#include "config.h"

#include <string.h>

#include "comparing/plx-differences.h"
#include "comparing/plx-similarity.h"
#include "comparing/plx-tokens.h"

#define LABEL_WORDS 12
#define ENOUGH_WORDS 6
#define LEAD_WORDS 9
#define LEADS "according in on at during before after since for although though while however " \
              "despite nevertheless meanwhile earlier overall furthermore additionally moreover " \
              "ever besides as when if also still yet but and later last"

/* "He did not attend" and "This country is a party" only tell something after what precedes. */
static gboolean
points_back (PlxNode *node)
{
  g_autoptr (GArray) tokens = plx_tokens_new (node->text, 0, strlen (node->text));

  return plx_tokens_among (tokens, 0, "he she it they this these that those his her their its both "
                           "neither");
}

/* The sentence that is closest to the others of its claim; of two that are as close, the
 * shorter one. */
static PlxNode *
central_node (GPtrArray *nodes)
{
  PlxNode *central = NULL;
  double best = -1;

  for (guint i = 0; i < nodes->len; i++)
    {
      PlxNode *node = g_ptr_array_index (nodes, i);
      double sum = 0;

      for (guint j = 0; j < nodes->len; j++)
        {
          PlxNode *other = g_ptr_array_index (nodes, j);

          if (i != j)
            sum += plx_similarity_in_story (node->terms, other->terms);
        }
      sum -= 0.02 * node->terms->n_words;
      if (points_back (node))
        sum -= 1;
      if (central == NULL || sum > best)
        {
          best = sum;
          central = node;
        }
    }

  return central;
}

/* Where the first part of the sentence that says something ends: at a comma or a word that
 * starts a side clause, when there are enough words before it. */
static guint
clause_end (GArray *tokens,
            guint   start)
{
  guint n = 0;

  for (guint i = start; i < tokens->len; i++)
    {
      PlxToken *token = plx_tokens_at (tokens, i);

      if (n >= ENOUGH_WORDS && (plx_tokens_among (tokens, i, ", ; : – — -") ||
                                plx_tokens_among (tokens, i, "which who while although because "
                                                  "though but whose where")))
        return i;
      if (n >= LABEL_WORDS)
        return i;
      n += token->is_word && token->folded[0] != '\'';
    }

  return tokens->len;
}

/* "In recent months, …": what comes before an early comma only leads up to the sentence. */
static guint
clause_start (GArray *tokens)
{
  guint first = plx_tokens_at (tokens, 0)->is_word ? 0 : 1;

  if (!plx_tokens_among (tokens, first, LEADS))
    return 0;

  for (guint i = 1; i < tokens->len && i <= LEAD_WORDS; i++)
    {
      if (g_str_equal (plx_tokens_word (tokens, i), ","))
        return tokens->len > i + 1 + ENOUGH_WORDS ? i + 1 : 0;
    }

  return 0;
}

/**
 * plx_differences_label:
 * @nodes: (element-type PlxNode): the sentences of a claim
 *
 * Returns: (transfer full): a few words that tell what the claim is about
 */
char *
plx_differences_label (GPtrArray *nodes)
{
  PlxNode *node = central_node (nodes);
  g_autoptr (GArray) tokens = plx_tokens_new (node->text, 0, strlen (node->text));
  g_autofree char *words = NULL;
  g_autofree char *first = NULL;
  guint start, end;

  if (tokens->len == 0)
    return g_strdup (node->text);

  start = clause_start (tokens);
  while (start + 1 < tokens->len && !plx_tokens_at (tokens, start)->is_word)
    start++;
  end = clause_end (tokens, start);
  while (end > start + 1 && end < tokens->len && !plx_tokens_at (tokens, end - 1)->is_content)
    end--;
  /* A word or two more are told rather than left out. */
  if (tokens->len - end <= 3)
    end = tokens->len;
  words = g_strndup (node->text + plx_tokens_at (tokens, start)->start,
                     plx_tokens_at (tokens, end - 1)->end - plx_tokens_at (tokens, start)->start);
  if (end == tokens->len)
    g_strdelimit (words + strlen (words) - 1, ".", '\0');

  first = g_utf8_strup (words, g_utf8_next_char (words) - words);

  return g_strconcat (first, g_utf8_next_char (words),
                      end < tokens->len && plx_tokens_at (tokens, end)->is_word ? " …" : NULL,
                      NULL);
}
