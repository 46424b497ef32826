/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-vocabulary"

#include "config.h"

#include "comparing/plx-vocabulary.h"

#include <string.h>

#include "language/text/plx-lanes.h"

#define FIRST_SLOTS 1024

/* A group of letters that a sentence has more often counts no further. */
#define MOST_TIMES 255

/* For more words than this it is too much to keep for each which others are used alike. */
#define MOST_NEAR (16 * 1024)

#define BITS 64

/* Numbers for keys, from 0, in the order in which they came. */
typedef struct
{
  guint32 *keys;  /* 0 where nothing is */
  guint32 *ids;
  guint32  mask;
  guint32  n;
} Numbers;

/* A group of letters: in which sentence it stood last, and how often there. */
typedef struct
{
  guint32 sentence;
  guint32 times;
} Group;

struct _PlxVocabulary
{
  Numbers    letters;
  GArray    *groups; /* Group, by number */
  guint32    n_sentences;

  Numbers    forms;  /* of all words */

  const PlxParts *marked; /* a sentence, borrowed; NULL where none is */
  GArray    *marks;       /* guint8, by number: 1 for the letters of the marked sentence */
  GArray    *standing;    /* PlxPlaces, by form: where in the marked sentence it stands */

  Numbers    words;
  GArray    *places; /* PlxWordPlace, by number */
  GArray    *known;  /* gboolean, by number: whether its place is known */

  guint64   *near;   /* which words are used alike: a row for each, with a bit for each */
  guint32    n_near; /* of how many words it was found */
  guint32    stride;
  GArray    *near_marked;     /* guint64: the rows of the words of the marked sentence in one */
  gboolean   has_near_marked; /* whether it is that of this sentence */
};

static void
numbers_init (Numbers *self)
{
  self->keys = g_new0 (guint32, FIRST_SLOTS);
  self->ids = g_new (guint32, FIRST_SLOTS);
  self->mask = FIRST_SLOTS - 1;
}

static void
numbers_clear (Numbers *self)
{
  g_free (self->keys);
  g_free (self->ids);
}

/* The slot of a key, or the free one where it belongs. */
static inline guint32
find_slot (const Numbers *self,
           guint32        key)
{
  guint32 i = key * 0x9e3779b1u;

  for (i = (i ^ i >> 15) & self->mask; self->keys[i] != 0 && self->keys[i] != key;)
    i = (i + 1) & self->mask;

  return i;
}

static void
grow (Numbers *self)
{
  Numbers wider = { .mask = self->mask * 2 + 1, .n = self->n };

  wider.keys = g_new0 (guint32, wider.mask + 1);
  wider.ids = g_new (guint32, wider.mask + 1);
  for (guint32 i = 0; i <= self->mask; i++)
    {
      if (self->keys[i] != 0)
        {
          guint32 slot = find_slot (&wider, self->keys[i]);

          wider.keys[slot] = self->keys[i];
          wider.ids[slot] = self->ids[i];
        }
    }
  numbers_clear (self);
  *self = wider;
}

/* The number of a key, which is not 0; a new one has that of how many there were. */
static inline guint32
number_of (Numbers *self,
           guint32  key)
{
  guint32 slot = find_slot (self, key);

  if (self->keys[slot] == 0)
    {
      if (self->n > self->mask / 2)
        {
          grow (self);
          slot = find_slot (self, key);
        }
      self->keys[slot] = key;
      self->ids[slot] = self->n++;
    }

  return self->ids[slot];
}

PlxVocabulary *
plx_vocabulary_new (void)
{
  PlxVocabulary *self = g_new0 (PlxVocabulary, 1);

  numbers_init (&self->letters);
  numbers_init (&self->forms);
  numbers_init (&self->words);
  self->groups = g_array_new (FALSE, TRUE, sizeof (Group));
  self->marks = g_array_new (FALSE, TRUE, 1);
  self->standing = g_array_new (FALSE, TRUE, sizeof (PlxPlaces));
  self->near_marked = g_array_new (FALSE, TRUE, sizeof (guint64));
  self->places = g_array_new (FALSE, FALSE, sizeof (PlxWordPlace));
  self->known = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->n_sentences = 1;

  return self;
}

void
plx_vocabulary_free (PlxVocabulary *self)
{
  numbers_clear (&self->letters);
  numbers_clear (&self->forms);
  numbers_clear (&self->words);
  g_array_unref (self->groups);
  g_array_unref (self->marks);
  g_array_unref (self->standing);
  g_array_unref (self->near_marked);
  g_array_unref (self->places);
  g_array_unref (self->known);
  g_free (self->near);
  g_free (self);
}

/* The second time that a sentence has a group is another one, so that what two sentences have in
 * common is counted as often as both have it. There is room for one more in @letters. */
static inline void
add_group (PlxVocabulary *self,
           guint32        three,
           GArray        *letters)
{
  guint32 number = number_of (&self->letters, three);
  Group *group;

  if (number >= self->groups->len)
    g_array_set_size (self->groups, number + 1);
  group = &g_array_index (self->groups, Group, number);
  if (group->sentence != self->n_sentences)
    *group = (Group) { self->n_sentences, 0 };
  else if (++group->times <= MOST_TIMES)
    number = number_of (&self->letters, three | group->times << 24);
  else
    return;

  g_array_index (letters, guint32, letters->len++) = number;
}

/**
 * plx_vocabulary_add_letters:
 * @self: a vocabulary
 * @folded: a word in lower case
 * @length: its length in bytes
 * @letters: (element-type guint32): where the numbers of its groups of letters are added
 *
 * Adds the groups of three letters of a word, with a mark before it and one behind, so that how it
 * begins and ends counts too.
 */
void
plx_vocabulary_add_letters (PlxVocabulary *self,
                            const char    *folded,
                            gsize          length,
                            GArray        *letters)
{
  guint n = letters->len;
  guint32 before = '_';

  /* Makes room for all of them. */
  g_array_set_size (letters, n + length);
  letters->len = n;
  for (gsize i = 0; i < length; i++)
    {
      guint32 letter = (guchar) folded[i];
      guint32 after = i + 1 < length ? (guchar) folded[i + 1] : '_';

      add_group (self, before << 16 | letter << 8 | after, letters);
      before = letter;
    }
}

/**
 * plx_vocabulary_end_letters:
 * @self: a vocabulary
 *
 * Says that all words of a sentence have been added.
 */
void
plx_vocabulary_end_letters (PlxVocabulary *self)
{
  self->n_sentences++;
}

static void
set_marks (PlxVocabulary *self,
           gboolean       is_marked)
{
  const GArray *letters = self->marked->letters, *words = self->marked->words;
  guint8 *marks = (guint8 *) (gpointer) self->marks->data;
  PlxPlaces *standing = (PlxPlaces *) (gpointer) self->standing->data;

  for (guint i = 0; i < letters->len; i++)
    marks[g_array_index (letters, guint32, i)] = is_marked;
  for (guint i = 0; i < MIN (words->len, PLX_VOCABULARY_MOST_WORDS); i++)
    {
      PlxPlaces *places = &standing[g_array_index (words, guint32, i)];

      if (is_marked)
        places->bits[i / BITS] |= 1ull << i % BITS;
      else
        *places = (PlxPlaces) { { 0 } };
    }
}

/* What has come since gets room too, and has no marks. */
static inline void
make_room (PlxVocabulary *self)
{
  if (self->marks->len < self->letters.n)
    g_array_set_size (self->marks, self->letters.n);
  if (self->standing->len < self->forms.n)
    g_array_set_size (self->standing, self->forms.n);
}

/**
 * plx_vocabulary_mark:
 * @self: a vocabulary
 * @parts: what a sentence is made of
 *
 * Tells with which sentence the next ones are compared. It must be forgotten before it is freed.
 */
void
plx_vocabulary_mark (PlxVocabulary  *self,
                     const PlxParts *parts)
{
  if (self->marked != NULL)
    set_marks (self, FALSE);
  make_room (self);
  self->marked = parts;
  self->has_near_marked = FALSE;
  set_marks (self, TRUE);
}

/**
 * plx_vocabulary_forget:
 * @self: a vocabulary
 * @parts: what a sentence is made of, which may be freed now
 */
void
plx_vocabulary_forget (PlxVocabulary  *self,
                       const PlxParts *parts)
{
  if (self->marked != parts)
    return;
  set_marks (self, FALSE);
  self->marked = NULL;
}

/**
 * plx_vocabulary_mark_one_of:
 * @self: a vocabulary
 * @a: what a sentence is made of
 * @b: what another is
 *
 * Sees to it that one of them is marked, which takes time where neither was.
 *
 * Returns: the one that is not
 */
const PlxParts *
plx_vocabulary_mark_one_of (PlxVocabulary  *self,
                            const PlxParts *a,
                            const PlxParts *b)
{
  if (self->marked != a && self->marked != b)
    plx_vocabulary_mark (self, a);
  make_room (self);

  return self->marked == b ? a : b;
}

/**
 * plx_vocabulary_count:
 * @self: a vocabulary
 * @a: what a sentence is made of
 * @b: what another is
 *
 * It is fastest where one of them was marked.
 *
 * Returns: how many groups of letters both have
 */
guint
plx_vocabulary_count (PlxVocabulary  *self,
                      const PlxParts *a,
                      const PlxParts *b)
{
  const GArray *other = plx_vocabulary_mark_one_of (self, a, b)->letters;
  const guint32 *letters = (const guint32 *) (gpointer) other->data;
  const guint8 *marks = (const guint8 *) (gpointer) self->marks->data;
  guint n = 0, i = 0;

  for (; i + 4 <= other->len; i += 4)
    n += marks[letters[i]] + marks[letters[i + 1]] + marks[letters[i + 2]] +
         marks[letters[i + 3]];
  for (; i < other->len; i++)
    n += marks[letters[i]];

  return n;
}

/**
 * plx_vocabulary_get_places:
 * @self: a vocabulary, with a marked sentence
 *
 * Returns: (transfer none): for each word, by the number that plx_vocabulary_add_form() gave it,
 *   where in the marked sentence it stands
 */
const PlxPlaces *
plx_vocabulary_get_places (PlxVocabulary *self)
{
  return (const PlxPlaces *) (gpointer) self->standing->data;
}

/**
 * plx_vocabulary_add_form:
 * @self: a vocabulary
 * @hash: the hash of any word in lower case
 *
 * Returns: its number among all words
 */
guint32
plx_vocabulary_add_form (PlxVocabulary *self,
                         guint32        hash)
{
  /* No key may be 0. */
  return number_of (&self->forms, MAX (hash, 1));
}

/**
 * plx_vocabulary_add_word:
 * @self: a vocabulary
 * @hash: the hash of a word in lower case
 * @word: (out): its number
 *
 * Returns: whether it is known where the word stands among all others; otherwise it gets no number
 */
gboolean
plx_vocabulary_add_word (PlxVocabulary *self,
                         guint32        hash,
                         guint32       *word)
{
  /* No key may be 0. */
  *word = number_of (&self->words, MAX (hash, 1));
  if (*word == self->places->len)
    {
      PlxWordPlace place = { { 0 } };
      gboolean is_known = plx_word_place (hash, &place);

      g_array_append_val (self->places, place);
      g_array_append_val (self->known, is_known);
    }

  return g_array_index (self->known, gboolean, *word);
}

/* Words that are held against another at once. */
#define BLOCK 16

/* A sum of products of two bytes holds that of two words, whose vectors have a length of about 127,
 * and that of any part of them. */
typedef gint16 BlockLanes __attribute__ ((vector_size (BLOCK * sizeof (gint16)),
                                          aligned (sizeof (gint16)), may_alias));
typedef guint64 WideLanes __attribute__ ((vector_size (BLOCK * sizeof (gint16))));

G_STATIC_ASSERT (PLX_WORD_AXES % 4 == 0);

/* Puts the axes of all words side by side, sixteen words in a block. */
static gint16 *
line_up (PlxVocabulary *self)
{
  guint32 n = self->places->len;
  gint16 *axes = g_new0 (gint16, (gsize) (n / BLOCK + 1) * PLX_WORD_AXES * BLOCK);

  for (guint32 i = 0; i < n; i++)
    {
      const PlxWordPlace *place = &g_array_index (self->places, PlxWordPlace, i);
      gint16 *block = axes + (gsize) (i / BLOCK) * PLX_WORD_AXES * BLOCK;

      for (guint k = 0; k < PLX_WORD_AXES; k++)
        block[k * BLOCK + i % BLOCK] = place->axes[k];
    }

  return axes;
}

/* The greatest sum of two words that are not used alike. */
static gint16
find_most_of_strangers (void)
{
  gint16 sum = 0;

  while (plx_word_cosine_of_sum (sum + 1) <= PLX_VOCABULARY_LEAST_COSINE)
    sum++;

  return sum;
}

/* For each block of words a bit for each that is used like the one at @axes. */
PLX_WIDE_REGISTERS static void
find_near (const gint16 *axes,
           const gint16 *blocks,
           guint32       n_blocks,
           gint16        most_of_strangers,
           guint16      *near)
{
  for (guint32 i = 0; i < n_blocks; i++)
    {
      const BlockLanes *block = (const BlockLanes *) (blocks + (gsize) i * PLX_WORD_AXES * BLOCK);
      BlockLanes a = { 0 }, b = { 0 }, c = { 0 }, d = { 0 }, is_near;
      WideLanes any;

      /* Four sums, none of which waits for another. */
      for (guint k = 0; k < PLX_WORD_AXES; k += 4)
        {
          a += axes[k] * block[k];
          b += axes[k + 1] * block[k + 1];
          c += axes[k + 2] * block[k + 2];
          d += axes[k + 3] * block[k + 3];
        }

      is_near = a + b + c + d > most_of_strangers;
      any = (WideLanes) is_near;
      near[i] = 0;
      if ((any[0] | any[1] | any[2] | any[3]) == 0)
        continue;
      for (guint k = 0; k < BLOCK; k++)
        near[i] |= (is_near[k] & 1) << k;
    }
}

/* Each word is held against those behind it. */
static void
find_all_near (PlxVocabulary *self)
{
  guint32 n = self->places->len;
  guint32 n_blocks = n / BLOCK + 1;
  gint16 most_of_strangers = find_most_of_strangers ();
  g_autofree gint16 *blocks = line_up (self);
  g_autofree guint16 *near = g_new (guint16, n_blocks);

  self->has_near_marked = FALSE;
  self->n_near = n;
  self->stride = n / BITS + 1;
  g_free (self->near);
  self->near = g_new0 (guint64, (gsize) n * self->stride);

  for (guint32 i = 0; i < n; i++)
    {
      guint32 first = i / BLOCK;

      find_near (g_array_index (self->places, PlxWordPlace, i).axes,
                 blocks + (gsize) first * PLX_WORD_AXES * BLOCK, n_blocks - first,
                 most_of_strangers, near);
      for (guint32 block = first; block < n_blocks; block++)
        {
          for (guint bits = near[block - first]; bits != 0; bits &= bits - 1)
            {
              guint32 other = block * BLOCK + g_bit_nth_lsf (bits, -1);

              self->near[(gsize) i * self->stride + other / BITS] |= 1ull << other % BITS;
              self->near[(gsize) other * self->stride + i / BITS] |= 1ull << i % BITS;
            }
        }
    }
}

/**
 * plx_vocabulary_get_near:
 * @self: a vocabulary to which all words have been added
 * @word: one of its words
 *
 * Returns: (nullable) (transfer none): a bit for each word, by its number: whether both are used
 *   alike; `NULL` where there are too many words
 */
const guint64 *
plx_vocabulary_get_near (PlxVocabulary *self,
                         guint32        word)
{
  if (self->places->len > MOST_NEAR)
    return NULL;
  if (self->n_near < self->places->len)
    find_all_near (self);

  return self->near + (gsize) word * self->stride;
}

/**
 * plx_vocabulary_get_near_marked:
 * @self: a vocabulary to which all words have been added
 * @parts: what a sentence is made of
 *
 * Returns: (nullable) (transfer none): a bit for each word, by its number: whether it is used like
 *   any of the sentence; `NULL` where that is not the marked one, or there are too many words
 */
const guint64 *
plx_vocabulary_get_near_marked (PlxVocabulary  *self,
                                const PlxParts *parts)
{
  if (self->marked != parts || self->places->len > MOST_NEAR)
    return NULL;

  if (!self->has_near_marked || self->n_near < self->places->len)
    {
      guint n = self->places->len / BITS + 1;

      g_array_set_size (self->near_marked, 0);
      g_array_set_size (self->near_marked, n);
      for (guint i = 0; i < parts->placed->len; i++)
        {
          const guint64 *near =
            plx_vocabulary_get_near (self, g_array_index (parts->placed, guint32, i));

          for (guint k = 0; k < n; k++)
            g_array_index (self->near_marked, guint64, k) |= near[k];
        }
      self->has_near_marked = TRUE;
    }

  return (const guint64 *) (gpointer) self->near_marked->data;
}

/**
 * plx_vocabulary_get_cosine:
 * @self: a vocabulary
 * @a: one of its words
 * @b: another
 *
 * Returns: how alike both are used
 */
float
plx_vocabulary_get_cosine (PlxVocabulary *self,
                           guint32        a,
                           guint32        b)
{
  return plx_word_places_cosine (&g_array_index (self->places, PlxWordPlace, a),
                                 &g_array_index (self->places, PlxWordPlace, b));
}
