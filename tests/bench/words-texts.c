/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "words-texts"

#include "config.h"

#include "words-texts.h"

#include <string.h>

/* A paragraph is dropped as a whole. */
#define PARAGRAPH_WORDS 90

static void
add_sentences (WordsPool  *self,
               const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n\t", -1);
  GPtrArray *sentence = g_ptr_array_new ();

  for (gsize i = 0; words[i] != NULL; i++)
    {
      char *word;

      if (*words[i] == '\0')
        continue;
      word = g_strdup (words[i]);
      g_ptr_array_add (self->words, word);
      g_ptr_array_add (sentence, word);
      if (sentence->len > 4 && strchr (".!?", word[strlen (word) - 1]) != NULL)
        {
          g_ptr_array_add (self->sentences, sentence);
          sentence = g_ptr_array_new ();
        }
    }
  g_ptr_array_unref (sentence);
}

/**
 * words_pool_new:
 * @files: names of text files
 * @n_files: how many
 *
 * Returns: (transfer full): their sentences
 */
WordsPool *
words_pool_new (char  **files,
                guint   n_files)
{
  WordsPool *self = g_new0 (WordsPool, 1);

  self->words = g_ptr_array_new_with_free_func (g_free);
  self->sentences = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      if (!g_file_get_contents (files[i], &text, NULL, &error))
        g_error ("%s", error->message);
      add_sentences (self, text);
    }
  if (self->sentences->len == 0)
    g_error ("There is no sentence in the files.");

  return self;
}

void
words_pool_free (WordsPool *self)
{
  g_ptr_array_unref (self->sentences);
  g_ptr_array_unref (self->words);
  g_free (self);
}

static WordsWitness *
witness_new (void)
{
  WordsWitness *self = g_new0 (WordsWitness, 1);

  self->words = g_ptr_array_new ();
  self->origins = g_array_new (FALSE, FALSE, sizeof (guint32));

  return self;
}

static void
witness_add (WordsWitness *self,
             char         *word,
             guint32       origin)
{
  g_ptr_array_add (self->words, word);
  g_array_append_val (self->origins, origin);
}

static char *
draw_word (WordsPool *self,
           GRand     *random)
{
  return self->words->pdata[g_rand_int_range (random, 0, self->words->len)];
}

/**
 * words_pool_draw:
 * @self: sentences
 * @random: where chance comes from
 * @n_bytes: about how long the text is to be
 * @noise: which part of the words is replaced by others
 *
 * Returns: (transfer full): a text of sentences drawn by chance, whose words are its own origins
 */
WordsWitness *
words_pool_draw (WordsPool *self,
                 GRand     *random,
                 gsize      n_bytes,
                 double     noise)
{
  WordsWitness *text = witness_new ();
  gsize length = 0;

  while (length < n_bytes)
    {
      GPtrArray *sentence =
        self->sentences->pdata[g_rand_int_range (random, 0, self->sentences->len)];

      for (guint i = 0; i < sentence->len && length < n_bytes; i++)
        {
          char *word = g_rand_double (random) < noise ? draw_word (self, random)
                                                      : sentence->pdata[i];

          length += strlen (word) + 1;
          witness_add (text, word, text->words->len);
        }
    }

  return text;
}

/**
 * words_witness_edit:
 * @text: a text
 * @pool: where other words come from
 * @random: where chance comes from
 * @edits: at which part of its words something is changed: a third is replaced, a third gets two
 *   words after it, a third is dropped with up to two after it
 * @dropped: which part of its paragraphs is left out
 *
 * Returns: (transfer full): another state of the text
 */
WordsWitness *
words_witness_edit (WordsWitness *text,
                    WordsPool    *pool,
                    GRand        *random,
                    double        edits,
                    double        dropped)
{
  WordsWitness *edited = witness_new ();

  for (guint i = 0; i < text->words->len; i++)
    {
      char *word = text->words->pdata[i];
      guint32 origin = g_array_index (text->origins, guint32, i);
      double chance = g_rand_double (random);

      if (i % PARAGRAPH_WORDS == 0 && g_rand_double (random) < dropped)
        {
          i += PARAGRAPH_WORDS - 1;
          continue;
        }

      if (chance < edits / 3)
        {
          witness_add (edited, draw_word (pool, random), G_MAXUINT32);
        }
      else if (chance < edits / 3 * 2)
        {
          witness_add (edited, word, origin);
          witness_add (edited, draw_word (pool, random), G_MAXUINT32);
          witness_add (edited, draw_word (pool, random), G_MAXUINT32);
        }
      else if (chance < edits)
        {
          i += g_rand_int_range (random, 0, 3);
        }
      else
        {
          witness_add (edited, word, origin);
        }
    }

  return edited;
}

/**
 * words_witness_first:
 * @text: a text
 * @n_words: how many words of it
 *
 * Returns: (transfer full): the beginning of the text
 */
WordsWitness *
words_witness_first (WordsWitness *text,
                     guint         n_words)
{
  WordsWitness *first = witness_new ();

  for (guint i = 0; i < n_words && i < text->words->len; i++)
    witness_add (first, text->words->pdata[i], g_array_index (text->origins, guint32, i));

  return first;
}

/**
 * words_witness_write:
 * @self: a text
 *
 * Returns: (transfer full): its words with a space between them
 */
char *
words_witness_write (WordsWitness *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->words->len; i++)
    {
      g_string_append (out, self->words->pdata[i]);
      g_string_append_c (out, ' ');
    }

  return g_string_free_and_steal (out);
}

void
words_witness_free (WordsWitness *self)
{
  g_ptr_array_unref (self->words);
  g_array_unref (self->origins);
  g_free (self);
}
