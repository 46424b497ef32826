/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-shingles"

#include "config.h"

#include "comparing/plx-shingles.h"

#include <stdlib.h>

#include "language/text/plx-word-runs.h"

#define FNV_START G_GUINT64_CONSTANT (0xcbf29ce484222325)
#define FNV_PRIME G_GUINT64_CONSTANT (0x100000001b3)
#define WORD_PRIME G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

/* The last words of a text, as they come. */
typedef struct
{
  guint64  word;                        /* hash of the word so far, FNV_START where none is open */
  guint64  words[PLX_SHINGLE_WORDS];    /* the oldest first */
  guint    n_words;
  GArray  *shingles;
} Shingler;

/* The last steps of MurmurHash3 (A. Appleby, public domain): every bit depends on every other. */
static inline guint64
mix (guint64 x)
{
  x ^= x >> 33;
  x *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  x ^= x >> 33;
  x *= G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);

  return x ^ x >> 33;
}

/* The last @n words. */
static inline guint64
hash_words (const Shingler *self,
            guint           n)
{
  guint64 hash = n;

  for (guint i = PLX_SHINGLE_WORDS - n; i < PLX_SHINGLE_WORDS; i++)
    hash = hash * WORD_PRIME + self->words[i];

  return mix (hash);
}

static inline void
end_word (Shingler *self)
{
  if (self->word == FNV_START)
    return;

  for (guint i = 1; i < PLX_SHINGLE_WORDS; i++)
    self->words[i - 1] = self->words[i];
  self->words[PLX_SHINGLE_WORDS - 1] = self->word;
  self->n_words++;
  self->word = FNV_START;

  if (self->n_words >= PLX_SHINGLE_WORDS)
    {
      guint64 shingle = hash_words (self, PLX_SHINGLE_WORDS);

      g_array_append_val (self->shingles, shingle);
    }
}

static inline void
add_byte (Shingler *self,
          guchar    byte)
{
  self->word = (self->word ^ byte) * FNV_PRIME;
}

/* Anything beyond ASCII. What has no spaces between its words goes by characters. */
static void
add_character (Shingler *self,
               gunichar  c)
{
  gboolean is_spaceless = plx_word_runs_is_spaceless (c);

  if (is_spaceless || (!g_unichar_isalnum (c) && !g_unichar_ismark (c)))
    end_word (self);
  if (!g_unichar_isalnum (c) && !g_unichar_ismark (c))
    return;

  for (c = g_unichar_tolower (c); c != 0; c >>= 8)
    add_byte (self, c & 0xff);
  if (is_spaceless)
    end_word (self);
}

static void
add_text (Shingler   *self,
          const char *text,
          gsize       length)
{
  for (gsize i = 0; i < length;)
    {
      guint64 word = self->word;
      guchar c;

      /* Most of a text goes through here, so that the hash had better stay in a register. */
      while (i < length && g_ascii_isalnum (text[i]))
        word = (word ^ (text[i++] | 0x20)) * FNV_PRIME;
      self->word = word;
      if (i == length)
        break;

      c = text[i];
      if (c < 0x80)
        {
          end_word (self);
          i++;
        }
      else
        {
          add_character (self, g_utf8_get_char (text + i));
          i += g_utf8_skip[c];
        }
    }
  end_word (self);
}

/**
 * plx_shingles_collect:
 * @document: an article
 * @shingles: (element-type guint64): replaced by a hash of each of its shingles, in their order
 *
 * Cuts the text of an article into shingles: all its runs of [const@SHINGLE_WORDS] words. Marks,
 * white space and capitals are taken for trifles. The headline is left out, which every outlet
 * writes itself. A text of fewer words is one shingle; one without words has none.
 */
void
plx_shingles_collect (PlxDocument *document,
                      GArray      *shingles)
{
  Shingler self = { .word = FNV_START, .shingles = shingles };

  g_array_set_size (shingles, 0);
  for (guint i = 0; i < plx_document_get_n_blocks (document); i++)
    {
      const PlxBlockSpan *block = plx_document_get_block (document, i);

      if (block->kept && (block->role == PLX_ROLE_BODY || block->role == PLX_ROLE_STANDFIRST ||
                          block->role == PLX_ROLE_QUOTE || block->role == PLX_ROLE_LIST))
        add_text (&self, document->text->str + block->start, block->end - block->start);
    }

  if (self.n_words > 0 && self.n_words < PLX_SHINGLE_WORDS)
    {
      guint64 shingle = hash_words (&self, self.n_words);

      g_array_append_val (shingles, shingle);
    }
}

static int
compare_shingles (const void *x,
                  const void *y)
{
  guint64 a = *(const guint64 *) x, b = *(const guint64 *) y;

  return (a > b) - (a < b);
}

/**
 * plx_shingles_sort:
 * @shingles: (element-type guint64): the shingles of a text
 *
 * Puts shingles in the order that plx_shingles_overlap() needs.
 */
void
plx_shingles_sort (GArray *shingles)
{
  if (shingles->len > 1)
    qsort (shingles->data, shingles->len, sizeof (guint64), compare_shingles);
}

/**
 * plx_shingles_overlap:
 * @a: (element-type guint64): the shingles of a text, sorted
 * @b: (element-type guint64): those of another
 *
 * Says exactly how far two texts are the same. A shingle that a text has several times counts as
 * often. Texts without words have nothing in common.
 *
 * Returns: the overlap
 */
PlxOverlap
plx_shingles_overlap (GArray *a,
                      GArray *b)
{
  guint common = 0;

  if (a->len == 0 || b->len == 0)
    return (PlxOverlap) { 0, 0 };

  for (guint i = 0, j = 0; i < a->len && j < b->len;)
    {
      guint64 x = g_array_index (a, guint64, i), y = g_array_index (b, guint64, j);

      common += x == y;
      i += x <= y;
      j += y <= x;
    }

  return (PlxOverlap) {
    common / ((double) a->len + b->len - common),
    common / (double) MIN (a->len, b->len),
  };
}
