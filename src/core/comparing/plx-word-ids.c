/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-word-ids"

#include "config.h"

#include "comparing/plx-word-ids.h"

#include <string.h>

#include "language/text/plx-words.h"

#define FIRST_SLOTS 256
#define PLAIN_BYTES 32

typedef struct
{
  guint32 key;    /* where it begins in the keys */
  guint32 length;
  guint64 hash;
} Known;

struct _PlxWordIds
{
  GString *keys;  /* one after the other, each with its end */
  GArray  *known; /* Known, by id */
  guint32 *slots; /* ids, from 1; 0 where nothing is */
  gsize    mask;
};

/**
 * plx_word_ids_new:
 *
 * Returns: (transfer full): ids of no words yet
 */
PlxWordIds *
plx_word_ids_new (void)
{
  PlxWordIds *self = g_new0 (PlxWordIds, 1);

  self->keys = g_string_new (NULL);
  self->known = g_array_new (FALSE, FALSE, sizeof (Known));
  self->slots = g_new0 (guint32, FIRST_SLOTS);
  self->mask = FIRST_SLOTS - 1;

  return self;
}

void
plx_word_ids_free (PlxWordIds *self)
{
  g_string_free (self->keys, TRUE);
  g_array_unref (self->known);
  g_free (self->slots);
  g_free (self);
}

/* What a mark counts as, or the character itself: quotes, apostrophes and dashes of all styles
 * are one. */
static gunichar
plain_mark (gunichar c)
{
  static const gunichar single[] = {
    0x2018, 0x2019, 0x201a, 0x201b, 0x2032, 0x02bc, 0x2039, 0x203a,
  };
  static const gunichar twofold[] = { 0x201c, 0x201d, 0x201e, 0x201f, 0x2033, 0x00ab, 0x00bb };
  static const gunichar dashes[] = { 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212 };

  for (guint i = 0; i < G_N_ELEMENTS (single); i++)
    if (c == single[i])
      return '\'';
  for (guint i = 0; i < G_N_ELEMENTS (twofold); i++)
    if (c == twofold[i])
      return '"';
  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    if (c == dashes[i])
      return '-';

  return c;
}

static char *
fold (const char *word,
      gsize       length)
{
  g_autofree char *lower = plx_words_dup_lower (word, length);
  GString *key = g_string_new (NULL);

  for (const char *at = lower; *at != '\0'; at = g_utf8_next_char (at))
    g_string_append_unichar (key, plain_mark (g_utf8_get_char (at)));

  return g_string_free_and_steal (key);
}

/* Nearly all words are plain letters and short. Returns whether this one is; its key is then in
 * @key. */
static inline gboolean
fold_plain (const char *word,
            gsize       length,
            char        key[PLAIN_BYTES])
{
  guchar all = 0;

  if (length > PLAIN_BYTES)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      guchar c = word[i];

      all |= c;
      key[i] = (guint) c - 'A' < 26 ? c + ('a' - 'A') : c;
    }

  return all < 0x80;
}

static guint64
hash_key (const char *key,
          gsize       length)
{
  guint64 hash = length;

  for (; length >= 8; length -= 8, key += 8)
    {
      guint64 part;

      memcpy (&part, key, 8);
      hash = (hash ^ part) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      hash ^= hash >> 32;
    }
  for (; length > 0; length--, key++)
    hash = (hash ^ (guchar) *key) * G_GUINT64_CONSTANT (0x9fb21c651e98df25);

  return hash ^ hash >> 29;
}

static void
grow (PlxWordIds *self)
{
  self->mask = self->mask * 2 + 1;
  g_free (self->slots);
  self->slots = g_new0 (guint32, self->mask + 1);
  for (guint32 id = 0; id < self->known->len; id++)
    {
      gsize at = g_array_index (self->known, Known, id).hash & self->mask;

      while (self->slots[at] != 0)
        at = (at + 1) & self->mask;
      self->slots[at] = id + 1;
    }
}

/**
 * plx_word_ids_add:
 * @self: words
 * @word: UTF-8; case, and the style of quotes, apostrophes and dashes, do not matter
 * @length: its bytes
 *
 * Returns: the number of the word, which is a new one if the word is
 */
guint32
plx_word_ids_add (PlxWordIds *self,
                  const char *word,
                  gsize       length)
{
  char plain[PLAIN_BYTES];
  g_autofree char *folded = NULL;
  const char *key = plain;
  Known new = { .key = self->keys->len, .length = length };
  gsize at;

  if (!fold_plain (word, length, plain))
    {
      key = folded = fold (word, length);
      new.length = strlen (folded);
    }
  new.hash = hash_key (key, new.length);

  for (at = new.hash & self->mask; self->slots[at] != 0; at = (at + 1) & self->mask)
    {
      const Known *known = &g_array_index (self->known, Known, self->slots[at] - 1);

      if (known->hash == new.hash && known->length == new.length &&
          memcmp (self->keys->str + known->key, key, new.length) == 0)
        return self->slots[at] - 1;
    }

  g_string_append_len (self->keys, key, new.length);
  g_string_append_c (self->keys, '\0');
  g_array_append_val (self->known, new);
  self->slots[at] = self->known->len;
  if (self->known->len > self->mask / 2)
    grow (self);

  return self->known->len - 1;
}

/**
 * plx_word_ids_add_text:
 * @self: words
 * @text: UTF-8
 * @words: (element-type PlxWord): words of it
 * @ids: (element-type guint32): where to add their numbers
 *
 * Adds all words of a text.
 */
void
plx_word_ids_add_text (PlxWordIds *self,
                       const char *text,
                       GArray     *words,
                       GArray     *ids)
{
  guint from = ids->len;

  g_array_set_size (ids, from + words->len);
  for (guint i = 0; i < words->len; i++)
    {
      const PlxWord *word = &g_array_index (words, PlxWord, i);

      g_array_index (ids, guint32, from + i) =
        plx_word_ids_add (self, text + word->start, word->end - word->start);
    }
}

guint32
plx_word_ids_count (PlxWordIds *self)
{
  return self->known->len;
}

/**
 * plx_word_ids_get_key:
 * @self: words
 * @id: one of them
 *
 * Returns: (transfer none): the word in small letters and plain marks, until a word is added
 */
const char *
plx_word_ids_get_key (PlxWordIds *self,
                      guint32     id)
{
  return self->keys->str + g_array_index (self->known, Known, id).key;
}
