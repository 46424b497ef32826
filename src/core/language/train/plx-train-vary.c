/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-train-vary"

#include "config.h"

#include "language/train/plx-train-vary.h"

#include <string.h>

/* What half of all outlets write small in their headlines. */
static const char *const small_words[] = {
  "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "is", "nor", "of", "on", "or",
  "per", "the", "to", "via", "with", "'s", "’s", "n't", "n’t", NULL
};

/**
 * plx_train_vary_title:
 * @sentence: a sentence
 * @random: decides whether small words stay small, as they do in half of all outlets
 *
 * Writes a sentence as a headline, with a capital at the beginning of each word.
 *
 * Returns: (transfer full): the headline
 */
PlxTrainSentence *
plx_train_vary_title (const PlxTrainSentence *sentence,
                      PlxTrainRandom         *random)
{
  const gboolean keeps_small = plx_train_random_next (random) & 1;
  PlxTrainSentence *title = plx_train_sentence_new ();

  for (guint i = 0; i < sentence->words->len; i++)
    {
      const PlxTrainWord *word = &g_array_index (sentence->words, PlxTrainWord, i);
      const gunichar first = g_utf8_get_char (word->text);
      g_autoptr (GString) text = g_string_new (NULL);

      if (g_unichar_islower (first) &&
          !(keeps_small && i > 0 && g_strv_contains (small_words, word->text)))
        {
          g_string_append_unichar (text, g_unichar_toupper (first));
          g_string_append (text, g_utf8_next_char (word->text));
        }
      else
        g_string_append (text, word->text);
      plx_train_sentence_add (title, text->str, -1, word->name, word->klass);
    }
  plx_train_sentence_join (title);

  return title;
}

/**
 * plx_train_vary_capitals:
 * @sentence: a sentence
 *
 * Returns: (transfer full): the sentence, written in capitals
 */
PlxTrainSentence *
plx_train_vary_capitals (const PlxTrainSentence *sentence)
{
  PlxTrainSentence *capitals = plx_train_sentence_new ();

  for (guint i = 0; i < sentence->words->len; i++)
    {
      const PlxTrainWord *word = &g_array_index (sentence->words, PlxTrainWord, i);
      g_autofree char *text = g_utf8_strup (word->text, -1);

      plx_train_sentence_add (capitals, text, -1, word->name, word->klass);
    }
  plx_train_sentence_join (capitals);

  return capitals;
}

/* Whether a word is one of several with hyphens between them; an address is none. */
static gboolean
is_hyphened (const char *text)
{
  const char *hyphen = strchr (text, '-');

  return hyphen != NULL && hyphen > text && g_unichar_isalnum (g_utf8_get_char (hyphen + 1)) &&
         strstr (text, "://") == NULL;
}

static void
add_torn (PlxTrainSentence   *sentence,
          const PlxTrainWord *word)
{
  g_auto (GStrv) parts = g_strsplit (word->text, "-", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (i > 0)
        plx_train_sentence_add (sentence, "-", -1, word->name, word->klass);
      if (*parts[i] != '\0')
        plx_train_sentence_add (sentence, parts[i], -1, word->name, word->klass);
    }
}

/**
 * plx_train_vary_spelling:
 * @sentence: a sentence
 * @random: decides which apostrophes are torn
 *
 * Tears words apart at their hyphens, and some endings off at their apostrophes: so are they
 * written in texts that went through a program that takes words apart.
 *
 * Returns: (transfer full) (nullable): the sentence, or `NULL` where it has nothing to tear
 */
PlxTrainSentence *
plx_train_vary_spelling (const PlxTrainSentence *sentence,
                         PlxTrainRandom         *random)
{
  g_autoptr (PlxTrainSentence) torn = plx_train_sentence_new ();
  gboolean is_torn = FALSE;

  for (guint i = 0; i < sentence->words->len; i++)
    {
      const PlxTrainWord *word = &g_array_index (sentence->words, PlxTrainWord, i);
      const gboolean is_ending = i > 0 && (g_str_equal (word->text, "'s") ||
                                           g_str_equal (word->text, "’s"));

      if (is_hyphened (word->text))
        add_torn (torn, word);
      else if (is_ending && (plx_train_random_next (random) & 1))
        {
          plx_train_sentence_add (torn, "’", -1, word->name, word->klass);
          plx_train_sentence_add (torn, "s", -1, word->name, word->klass);
        }
      else
        {
          plx_train_sentence_add (torn, word->text, -1, word->name, word->klass);
          continue;
        }
      is_torn = TRUE;
    }
  if (!is_torn)
    return NULL;

  plx_train_sentence_join (torn);

  return g_steal_pointer (&torn);
}

/* The word behind the name that begins at @first. */
static guint
find_end (const PlxTrainSentence *sentence,
          guint                   first)
{
  const PlxTrainWord *words = (const PlxTrainWord *) sentence->words->data;
  guint end = first + 1;

  while (end < sentence->words->len && words[end].name == words[first].name)
    end++;

  return end;
}

/**
 * plx_train_vary_collect:
 * @sentence: a sentence
 * @names: (element-type PlxTrainName) (array fixed-size=4): the names known so far, by their class
 *
 * Adds the names of a sentence to those that may stand in the place of others. They are gone when
 * the sentence is.
 */
void
plx_train_vary_collect (const PlxTrainSentence *sentence,
                        GArray                **names)
{
  guint end;

  for (guint i = 0; i < sentence->words->len; i = end)
    {
      const PlxTrainWord *word = &g_array_index (sentence->words, PlxTrainWord, i);
      PlxTrainName name = { .sentence = sentence, .first = i };

      end = i + 1;
      if (word->name == 0)
        continue;

      name.end = end = find_end (sentence, i);
      g_array_append_val (names[word->klass], name);
    }
}

static void
add_words (PlxTrainSentence       *self,
           const PlxTrainSentence *from,
           guint                   first,
           guint                   end,
           guint32                 name,
           PlxNameClass            klass)
{
  for (guint i = first; i < end; i++)
    plx_train_sentence_add (self, g_array_index (from->words, PlxTrainWord, i).text, -1, name,
                            klass);
}

/**
 * plx_train_vary_names:
 * @sentence: a sentence
 * @names: (element-type PlxTrainName) (array fixed-size=4): names that may stand in the place of
 *   others, by their class
 * @random: decides which
 *
 * Puts other people, bodies and places in the place of two of three of those that a sentence names,
 * so that what stands around a name is learned from, and not the name alone.
 *
 * Returns: (transfer full) (nullable): the sentence; `NULL` where it names none
 */
PlxTrainSentence *
plx_train_vary_names (const PlxTrainSentence *sentence,
                      GArray                **names,
                      PlxTrainRandom         *random)
{
  g_autoptr (PlxTrainSentence) varied = plx_train_sentence_new ();
  gboolean is_varied = FALSE;
  guint end;

  for (guint i = 0; i < sentence->words->len; i = end)
    {
      const PlxTrainWord *word = &g_array_index (sentence->words, PlxTrainWord, i);
      const GArray *others = names[word->klass];

      end = word->name != 0 ? find_end (sentence, i) : i + 1;
      if (word->name != 0 && word->klass != PLX_NAME_CLASS_OTHER && others->len > 0 &&
          plx_train_random_next (random) % 3 != 0)
        {
          const PlxTrainName *other = &g_array_index (others, PlxTrainName,
                                                      plx_train_random_next (random) % others->len);

          add_words (varied, other->sentence, other->first, other->end, word->name, word->klass);
          is_varied = TRUE;
        }
      else
        add_words (varied, sentence, i, end, word->name, word->klass);
    }

  if (!is_varied)
    return NULL;

  plx_train_sentence_join (varied);

  return g_steal_pointer (&varied);
}
