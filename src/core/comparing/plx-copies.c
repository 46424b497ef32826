/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-copies"

#include "config.h"

#include "comparing/plx-copies.h"

#include <string.h>

#include "comparing/plx-claims.h"
#include "comparing/plx-word-table.h"
#include "language/text/plx-words.h"

/* So many words in a row are looked up at once. */
#define SHINGLE 8

/* So many words that are nobody's quoted words, and no names, do not come twice by chance. Fixed
 * phrases are shorter. */
#define LEAST_WORDS 10

/* A word of an article. */
typedef struct
{
  guint32  hash;
  guint32  start;
  guint32  end;
  gboolean is_free;  /* neither quoted nor part of a name */
} Word;

/* Where a row of words stands first. */
typedef struct
{
  guint64 shingle; /* its hash; 0 where nothing is */
  guint32 article;
  guint32 word;
} Stand;

/* A table of them by their hashes, which are spread evenly. */
typedef struct
{
  Stand *slots;
  gsize  mask;
} Stands;

typedef struct
{
  GPtrArray  *annotations;
  GPtrArray  *words;  /* (element-type GArray of Word), for each annotation */
  Stands      stands;
  GPtrArray  *copies;
} Search;

/* The hash of a word in small letters. */
static guint32
hash_word (const char *word,
           gsize       length)
{
  g_autofree char *lower = NULL;
  char plain[64];

  /* An apostrophe is kept as it is written. */
  if (length < sizeof plain && memchr (word, '\xe2', length) == NULL &&
      plx_words_fold_plain (word, length, plain))
    return plx_word_hash (plain, length);

  lower = plx_words_dup_lower (word, length);

  return plx_word_hash (lower, strlen (lower));
}

/* What somebody has said stands in many articles, and none has it from the other. */
static void
take_sentence (const char            *text,
               const PlxSentenceSpan *sentence,
               gboolean              *is_quoted,
               GArray                *words)
{
  g_autoptr (GArray) split = plx_words_split (text, sentence->start, sentence->end);

  for (guint i = 0; i < split->len; i++)
    {
      const PlxWord *word = &g_array_index (split, PlxWord, i);
      gunichar first = g_utf8_get_char (text + word->start);
      Word own = { 0, word->start, word->end, !*is_quoted && !g_unichar_isupper (first) };

      if (text[word->start] == '"')
        *is_quoted = !*is_quoted;
      else if (strncmp (text + word->start, "“", strlen ("“")) == 0)
        *is_quoted = TRUE;
      else if (strncmp (text + word->start, "”", strlen ("”")) == 0)
        *is_quoted = FALSE;
      if (!word->is_word)
        continue;

      own.hash = hash_word (text + word->start, word->end - word->start);
      g_array_append_val (words, own);
    }
}

static GArray *
words_of (PlxAnnotation *annotation)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  guint32 block = PLX_NONE;
  gboolean is_quoted = FALSE;

  for (guint i = 0; i < annotation->sentences->len; i++)
    {
      const PlxSentenceSpan *sentence = &g_array_index (annotation->sentences, PlxSentenceSpan, i);

      if (!plx_weave_takes (plx_document_get_block (annotation->document, sentence->block)->role))
        continue;
      /* A mark that is never closed must not swallow the rest. */
      if (sentence->block != block)
        is_quoted = FALSE;
      block = sentence->block;
      take_sentence (annotation->document->text->str, sentence, &is_quoted, words);
    }

  return words;
}

static const Word *
word_at (Search *self,
         guint   article,
         guint   i)
{
  return &g_array_index ((GArray *) g_ptr_array_index (self->words, article), Word, i);
}

static guint
n_words (Search *self,
         guint   article)
{
  return ((GArray *) g_ptr_array_index (self->words, article))->len;
}

/* A table in which half of the slots stay free. */
static void
stands_init (Stands *self,
             gsize   n)
{
  self->mask = 15;
  while (self->mask < 2 * n)
    self->mask = self->mask * 2 + 1;
  self->slots = g_new0 (Stand, self->mask + 1);
}

/* The slot of a shingle, or the free one where it belongs. */
static Stand *
find_stand (const Stands *self,
            guint64       shingle)
{
  gsize at = (shingle ^ shingle >> 32) & self->mask;

  while (self->slots[at].shingle != 0 && self->slots[at].shingle != shingle)
    at = (at + 1) & self->mask;

  return &self->slots[at];
}

static guint64
shingle_at (Search *self,
            guint   article,
            guint   i)
{
  guint64 hash = 14695981039346656037u;

  for (guint k = 0; k < SHINGLE; k++)
    hash = (hash ^ word_at (self, article, i + k)->hash) * 1099511628211u;

  return MAX (hash, 1);
}

/* How many words from two places on are the same. */
static guint
length_of_run (Search *self,
               guint   a,
               guint   at_a,
               guint   b,
               guint   at_b)
{
  guint n = 0;

  while (at_a + n < n_words (self, a) && at_b + n < n_words (self, b) &&
         word_at (self, a, at_a + n)->hash == word_at (self, b, at_b + n)->hash)
    n++;

  return n;
}

static void
add_copy (Search      *self,
          guint        article,
          guint        at,
          const Stand *stand,
          guint        n)
{
  PlxDay day = plx_document_get_day (((PlxAnnotation *)
                                      g_ptr_array_index (self->annotations, article))->document);
  PlxDay other = plx_document_get_day (((PlxAnnotation *)
                                        g_ptr_array_index (self->annotations,
                                                           stand->article))->document);
  PlxCopyRecord copy = {
    .article = article,
    .start = word_at (self, article, at)->start,
    .end = word_at (self, article, at + n - 1)->end,
    .other = stand->article,
    .other_start = word_at (self, stand->article, stand->word)->start,
    .other_end = word_at (self, stand->article, stand->word + n - 1)->end,
    .n_words = n,
    .is_later = day != 0 && other != 0 && day > other,
  };
  guint n_own = 0;

  for (guint i = at; i < at + n; i++)
    n_own += word_at (self, article, i)->is_free;
  if (n_own >= LEAST_WORDS)
    g_ptr_array_add (self->copies, g_memdup2 (&copy, sizeof copy));
}

/* Each word of an article is a copy of one earlier article at most, which keeps the time and the
 * number of copies in proportion to the text, however many articles have the same. */
static void
find_in_article (Search *self,
                 guint   article)
{
  guint at = 0;

  while (at + SHINGLE <= n_words (self, article))
    {
      const Stand *stand = find_stand (&self->stands, shingle_at (self, article, at));
      guint n = stand->shingle != 0
                ? length_of_run (self, article, at, stand->article, stand->word) : 0;

      if (n >= SHINGLE)
        add_copy (self, article, at, stand, n);
      at += MAX (n, 1);
    }
}

static void
remember_article (Search *self,
                  guint   article)
{
  for (guint at = 0; at + SHINGLE <= n_words (self, article); at++)
    {
      guint64 shingle = shingle_at (self, article, at);
      Stand *stand = find_stand (&self->stands, shingle);

      if (stand->shingle == 0)
        *stand = (Stand) { shingle, article, at };
    }
}

/* The order in which the articles came out; one without a day comes after those with one. */
static int
compare_days (gconstpointer x,
              gconstpointer y,
              gpointer      data)
{
  guint i = *(const guint *) x, k = *(const guint *) y;
  GPtrArray *annotations = data;
  PlxDay a = plx_document_get_day (((PlxAnnotation *)
                                    g_ptr_array_index (annotations, i))->document);
  PlxDay b = plx_document_get_day (((PlxAnnotation *)
                                    g_ptr_array_index (annotations, k))->document);

  if (a != b)
    return a - 1 < b - 1 ? -1 : 1;

  return i < k ? -1 : i > k;
}

/**
 * plx_copies_find:
 * @annotations: (element-type PlxAnnotation): articles, in an order that depends on nothing but
 *   what they say
 *
 * Finds the passages that an article has word for word from another one: ten words in a row at
 * least, without names and what somebody is quoted with. Each is told of the later article, and
 * of those that have it before, the first one is named.
 *
 * Returns: (transfer full) (element-type PlxCopyRecord): the passages
 */
GPtrArray *
plx_copies_find (GPtrArray *annotations)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  Search search = { annotations, words, { NULL, 0 }, g_ptr_array_new_with_free_func (g_free) };
  gsize n = 0;

  for (guint i = 0; i < annotations->len; i++)
    {
      g_ptr_array_add (words, words_of (g_ptr_array_index (annotations, i)));
      g_array_append_val (order, i);
      n += n_words (&search, i);
    }
  stands_init (&search.stands, n);
  g_array_sort_with_data (order, compare_days, annotations);

  for (guint i = 0; i < order->len; i++)
    {
      find_in_article (&search, g_array_index (order, guint, i));
      remember_article (&search, g_array_index (order, guint, i));
    }

  g_free (search.stands.slots);

  return search.copies;
}
