/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-lexicon"

#include "config.h"

#include "language/text/plx-lexicon.h"

#include <string.h>

#include "language/text/plx-lexicon-words.h"

/* A power of two, and enough for four times as many words as there are. */
#define N_SLOTS 8192
#define N_WORDS 2000

typedef struct
{
  PlxLexWord words[N_WORDS];
  guint      n_words;
  guint16    slots[N_SLOTS]; /* a place in words, counted from 1 */
} Lexicon;

static guint
hash (const char *word,
      gsize       length)
{
  guint32 h = 2166136261u;

  for (gsize i = 0; i < length; i++)
    h = (h ^ (guchar) word[i]) * 16777619u;

  return (h ^ (h >> 15)) & (N_SLOTS - 1);
}

/* The slot of a word, or the free one where it belongs. */
static guint16 *
find_slot (Lexicon    *self,
           const char *word,
           gsize       length)
{
  guint i = hash (word, length);

  while (self->slots[i] != 0)
    {
      const char *other = self->words[self->slots[i] - 1].word;

      if (strncmp (other, word, length) == 0 && other[length] == '\0')
        break;
      i = (i + 1) & (N_SLOTS - 1);
    }

  return &self->slots[i];
}

static PlxLexWord *
add_word (Lexicon    *self,
          const char *word,
          gsize       length)
{
  guint16 *slot = find_slot (self, word, length);

  if (*slot == 0)
    {
      g_assert (self->n_words < N_WORDS && length <= PLX_LEX_BYTES);
      /* Lives as long as the lexicon. */
      self->words[self->n_words].word = g_strndup (word, length);
      *slot = ++self->n_words;
    }

  return &self->words[*slot - 1];
}

static void
add_list (Lexicon        *self,
          const WordList *list)
{
  double value = list->value;

  for (const char *at = list->words; *at != '\0';)
    {
      gsize length = strcspn (at, " ");
      PlxLexWord *word = add_word (self, at, length);

      word->uses |= list->uses;
      if (list->value != 0)
        word->value = value;
      value += list->step;
      at += length + (at[length] == ' ');
    }
}

static void
add_units (Lexicon        *self,
           const UnitWord *unit)
{
  for (const char *at = unit->words; *at != '\0';)
    {
      gsize length = strcspn (at, " ");
      PlxLexWord *word = add_word (self, at, length);

      word->uses |= PLX_LEX (UNIT);
      word->unit = &unit->unit;
      at += length + (at[length] == ' ');
    }
}

static Lexicon *
get_lexicon (void)
{
  static gsize once = 0;
  static Lexicon lexicon;

  if (g_once_init_enter (&once))
    {
      for (guint i = 0; i < G_N_ELEMENTS (word_lists); i++)
        add_list (&lexicon, &word_lists[i]);
      for (guint i = 0; i < G_N_ELEMENTS (unit_words); i++)
        add_units (&lexicon, &unit_words[i]);
      g_once_init_leave (&once, 1);
    }

  return &lexicon;
}

/**
 * plx_lexicon_look_up:
 * @folded: a word in small letters, with plain apostrophes
 * @length: bytes in it
 *
 * Returns: (nullable) (transfer none): what is known of the word, for as long as the program
 *   runs, or `NULL`
 */
const PlxLexWord *
plx_lexicon_look_up (const char *folded,
                     gsize       length)
{
  Lexicon *lexicon = get_lexicon ();
  guint16 slot = length <= PLX_LEX_BYTES ? *find_slot (lexicon, folded, length) : 0;

  return slot != 0 ? &lexicon->words[slot - 1] : NULL;
}

/**
 * plx_lexicon_get_currency:
 * @mark: a character
 *
 * Returns: (nullable) (transfer none): the currency that it is the mark of
 */
const PlxUnit *
plx_lexicon_get_currency (gunichar mark)
{
  for (guint i = 0; i < G_N_ELEMENTS (currency_marks); i++)
    {
      if (currency_marks[i].mark == mark)
        return &currency_marks[i].unit;
    }

  return NULL;
}
