/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-search"

#include "config.h"

#include "library/plx-search.h"

#include <string.h>

#include "library/plx-index.h"

/* What stands around the words that were found. The index has no text, so it cannot tell; the text
 * is cut into words once more, by the same tokenizer, so that what is marked is what was found. */

/* So many letters are shown; one of a script without spaces takes the room of two. */
#define WIDTH 180

/* A sentence is shown from its beginning, if a hit is so near to that; else so much before it. */
#define NEAR_BEGINNING 90
#define LEAD 40

/* A better place is not looked for beyond so many hits. */
#define MAX_PLACES 64

/* What a word of the text may be is told by a bit each. */
#define MAX_WANTED 64

#define HIT_BEGIN '\002'
#define HIT_END '\003'

/* A word that is looked for, as the index has it; or a letter of a script without spaces. */
typedef struct
{
  char     *word;   /* NULL where it is a letter */
  gsize     length;
  gunichar  letter;
  gboolean  prefix;
} Wanted;

/* The bits from @first on are those of the words of a phrase, one after the other. */
typedef struct
{
  guint first;
  guint n;
} Sequence;

/* A word of the text. */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 column; /* how far in the line it stands, in letters */
  guint64 is;     /* which of the wanted it may be */
} Word;

/* A sequence that was found: its first and last word. */
typedef struct
{
  guint first;
  guint last;
  guint sequence;
} Place;

/* The words that are shown. */
typedef struct
{
  guint first;
  guint last;
} Window;

struct _PlxSnippets
{
  fts5_tokenizer  tokenizer;
  Fts5Tokenizer  *instance;
  GArray         *wanted;    /* Wanted */
  GArray         *sequences; /* Sequence */
  GArray         *words;     /* Word; of the text at hand */
  GArray         *places;    /* Place; in it */
  const char     *text;
  gsize           offset;    /* of the part of it that is cut into words */
};

static void
wanted_clear (gpointer data)
{
  g_free (((Wanted *) data)->word);
}

static int
wanted_cb (void       *data,
           int         flags,
           const char *word,
           int         length,
           int         start,
           int         end)
{
  PlxSnippets *self = data;
  Wanted wanted = { g_strndup (word, length), length };

  g_array_append_val (self->wanted, wanted);

  return SQLITE_OK;
}

/* One phrase of the user's may be several: letters without spaces are found by themselves. */
static void
close_sequence (PlxSnippets *self,
                guint        first,
                gboolean     prefix)
{
  Sequence sequence = { first, self->wanted->len - first };

  if (sequence.n == 0)
    return;

  /* What there are no bits for is not marked. */
  if (self->wanted->len > MAX_WANTED)
    {
      g_array_set_size (self->wanted, first);
      return;
    }

  g_array_index (self->wanted, Wanted, self->wanted->len - 1).prefix = prefix;
  g_array_append_val (self->sequences, sequence);
}

static void
want_phrase (PlxSnippets     *self,
             const PlxQueryPhrase *phrase)
{
  g_autofree char *spaced = plx_script_dup_spaced (phrase->text);
  g_autofree char *folded = g_utf8_normalize (phrase->text, -1, G_NORMALIZE_ALL_COMPOSE);
  guint first = self->wanted->len;

  self->tokenizer.xTokenize (self->instance, self, FTS5_TOKENIZE_QUERY, spaced, strlen (spaced),
                             wanted_cb);
  close_sequence (self, first, phrase->prefix && !g_str_has_suffix (spaced, " "));

  first = self->wanted->len;
  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      Wanted wanted = { .letter = g_utf8_get_char (at) };

      if (plx_script_is_dense (wanted.letter))
        {
          g_array_append_val (self->wanted, wanted);
          continue;
        }
      close_sequence (self, first, FALSE);
      first = self->wanted->len;
    }
  close_sequence (self, first, FALSE);
}

/**
 * plx_snippets_new:
 * @db: a connection
 * @phrases: (element-type PlxQueryPhrase): what was looked for
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what cuts snippets out of texts; or `NULL` on error
 */
PlxSnippets *
plx_snippets_new (PlxDb      *db,
                  GPtrArray  *phrases,
                  GError    **error)
{
  /* As in the schema. */
  static const char *options[] = { "remove_diacritics", "2" };
  g_autoptr (PlxSnippets) self = g_new0 (PlxSnippets, 1);
  fts5_api *api = plx_search_get_api (db, error);
  void *data = NULL;

  self->wanted = g_array_new (FALSE, TRUE, sizeof (Wanted));
  g_array_set_clear_func (self->wanted, wanted_clear);
  self->sequences = g_array_new (FALSE, FALSE, sizeof (Sequence));
  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  if (api == NULL)
    return NULL;

  if (api->xFindTokenizer (api, "unicode61", &data, &self->tokenizer) != SQLITE_OK ||
      self->tokenizer.xCreate (data, options, G_N_ELEMENTS (options), &self->instance) != SQLITE_OK)
    {
      plx_db_take_error (db, "Searching", error);
      return NULL;
    }

  for (guint i = 0; i < phrases->len; i++)
    want_phrase (self, g_ptr_array_index (phrases, i));

  return g_steal_pointer (&self);
}

void
plx_snippets_free (PlxSnippets *self)
{
  if (self->instance != NULL)
    self->tokenizer.xDelete (self->instance);
  g_array_unref (self->wanted);
  g_array_unref (self->sequences);
  g_array_unref (self->words);
  g_array_unref (self->places);
  g_free (self);
}

/* A letter as the index has it, wide or narrow. */
static gunichar
fold_letter (gunichar letter)
{
  char utf8[8] = { 0 };
  g_autofree char *folded = NULL;

  if (letter < 0xf900)
    return letter;

  g_unichar_to_utf8 (letter, utf8);
  folded = g_utf8_normalize (utf8, -1, G_NORMALIZE_ALL_COMPOSE);

  return folded != NULL ? g_utf8_get_char (folded) : letter;
}

static guint64
find_wanted (PlxSnippets *self,
             const char  *word,
             gsize        length,
             gunichar     letter)
{
  guint64 is = 0;

  for (guint i = 0; i < self->wanted->len; i++)
    {
      const Wanted *wanted = &g_array_index (self->wanted, Wanted, i);

      if (wanted->word == NULL ? letter != 0 && letter == wanted->letter
          : word != NULL && length >= wanted->length &&
            (wanted->prefix || length == wanted->length) &&
            memcmp (word, wanted->word, wanted->length) == 0)
        is |= G_GUINT64_CONSTANT (1) << i;
    }

  return is;
}

static int
word_cb (void       *data,
         int         flags,
         const char *text,
         int         length,
         int         start,
         int         end)
{
  PlxSnippets *self = data;
  Word word = { self->offset + start, self->offset + end, 0, find_wanted (self, text, length, 0) };

  g_array_append_val (self->words, word);

  return SQLITE_OK;
}

static void
cut_part (PlxSnippets *self,
          const char  *part,
          const char  *end)
{
  self->offset = part - self->text;
  if (end > part)
    self->tokenizer.xTokenize (self->instance, self, FTS5_TOKENIZE_DOCUMENT, part, end - part,
                               word_cb);
}

/* Each letter of a script without spaces is a word by itself here. */
static void
cut_words (PlxSnippets *self)
{
  const char *part = self->text;
  const char *at = part;
  const char *last = self->text;
  guint column = 0;

  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = (guchar) *at >= 0xe0 ? g_utf8_get_char (at) : 0;
      Word word = { at - self->text, g_utf8_next_char (at) - self->text };

      if (!plx_script_is_dense (c))
        continue;

      cut_part (self, part, at);
      word.is = find_wanted (self, NULL, 0, fold_letter (c));
      g_array_append_val (self->words, word);
      part = g_utf8_next_char (at);
    }
  cut_part (self, part, at);

  for (guint i = 0; i < self->words->len; i++)
    {
      Word *word = &g_array_index (self->words, Word, i);

      column += g_utf8_pointer_to_offset (last, self->text + word->start);
      word->column = column;
      last = self->text + word->start;
      if (plx_script_is_dense (g_utf8_get_char (last)))
        column++;
    }
}

static gboolean
is_sequence_at (PlxSnippets    *self,
                const Sequence *sequence,
                guint           first)
{
  if (first + sequence->n > self->words->len)
    return FALSE;

  for (guint i = 0; i < sequence->n; i++)
    if (!(g_array_index (self->words, Word, first + i).is >> (sequence->first + i) & 1))
      return FALSE;

  return TRUE;
}

static void
find_places (PlxSnippets *self)
{
  for (guint i = 0; i < self->words->len; i++)
    for (guint k = 0; g_array_index (self->words, Word, i).is != 0 && k < self->sequences->len; k++)
      {
        const Sequence *sequence = &g_array_index (self->sequences, Sequence, k);
        Place place = { i, i + sequence->n - 1, k };

        if (is_sequence_at (self, sequence, i))
          g_array_append_val (self->places, place);
      }
}

/* Whether a sentence, or a line, ends between a word and the one before it. */
static gboolean
begins_sentence (PlxSnippets *self,
                 guint        i)
{
  const char *at, *end;

  if (i == 0)
    return TRUE;

  at = self->text + g_array_index (self->words, Word, i - 1).end;
  end = self->text + g_array_index (self->words, Word, i).start;
  for (; at < end; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (c == '\n' || c == 0x3002 || c == 0xff01 || c == 0xff1f || c == 0x0964)
        return TRUE;
      /* Within “3.5” and “example.org” it ends nothing. */
      if ((c == '.' || c == '!' || c == '?' || c == 0x2026) && at + 1 < end)
        return TRUE;
    }

  return FALSE;
}

static guint
get_column (PlxSnippets *self,
            guint        i)
{
  return g_array_index (self->words, Word, i).column;
}

/* What is shown where the word @at is to be in it. */
static Window
open_window (PlxSnippets *self,
             guint        at)
{
  Window window = { at, at };
  guint near = at;
  guint end;

  while (near > 0 && get_column (self, at) - get_column (self, near - 1) <= NEAR_BEGINNING &&
         !begins_sentence (self, near))
    near--;

  if (begins_sentence (self, near))
    window.first = near;
  else
    while (window.first > 0 &&
           get_column (self, at) - get_column (self, window.first - 1) <= LEAD)
      window.first--;

  end = get_column (self, window.first) + WIDTH;
  while (window.last + 1 < self->words->len && get_column (self, window.last + 1) < end)
    window.last++;

  return window;
}

/* All of what was looked for is better than much of it, and much is better than little. */
static guint
rate_window (PlxSnippets  *self,
             const Window *window,
             guint         first_place)
{
  guint64 seen = 0;
  guint n_places = 0;
  guint n_sequences = 0;

  for (guint i = first_place; i < self->places->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);
      const guint64 bit = G_GUINT64_CONSTANT (1) << place->sequence;

      if (place->first > window->last)
        break;
      if (place->last > window->last)
        continue;

      n_sequences += (seen & bit) == 0;
      n_places++;
      seen |= bit;
    }

  return n_sequences * 16 + MIN (n_places, 15);
}

static Window
find_best_window (PlxSnippets *self)
{
  Window best = { 0, 0 };
  guint best_rate = 0;

  if (self->places->len == 0)
    return open_window (self, 0);

  for (guint i = 0; i < MIN (self->places->len, MAX_PLACES); i++)
    {
      Window window = open_window (self, g_array_index (self->places, Place, i).first);
      guint rate = rate_window (self, &window, i);

      if (i == 0 || rate > best_rate)
        {
          best = window;
          best_rate = rate;
        }
    }

  return best;
}

/* Where the text that is shown ends: with its sentence, if the next one begins after the window. */
static guint32
get_end (PlxSnippets  *self,
         const Window *window,
         gboolean     *cut)
{
  const guint next = window->last + 1;
  const gboolean is_last = next >= self->words->len;
  const guint32 end = is_last ? strlen (self->text)
                              : g_array_index (self->words, Word, next).start;

  *cut = !is_last && !begins_sentence (self, next);

  return *cut ? g_array_index (self->words, Word, window->last).end : end;
}

/* From one place in the text to another, on one line. */
static void
append_text (PlxSnippets *self,
             GString     *snippet,
             guint32      from,
             guint32      to)
{
  for (const char *at = self->text + from; at < self->text + to; at++)
    if (*at == '\n' || *at == '\t')
      g_string_append_c (snippet, ' ');
    else if (*at != HIT_BEGIN && *at != HIT_END)
      g_string_append_c (snippet, *at);
}

static char *
write_window (PlxSnippets  *self,
              const Window *window)
{
  g_autoptr (GString) snippet = g_string_new (NULL);
  gboolean cut;
  const guint32 end = get_end (self, window, &cut);
  guint32 at = window->first == 0 ? 0 : g_array_index (self->words, Word, window->first).start;

  if (!begins_sentence (self, window->first))
    g_string_append (snippet, "…");

  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);
      const guint32 start = g_array_index (self->words, Word, place->first).start;
      guint last = place->last;

      if (start < at || last > window->last)
        continue;

      /* What begins in the middle of it is in it. */
      for (guint k = i + 1; k < self->places->len; k++)
        if (g_array_index (self->places, Place, k).first <= last)
          last = MAX (last, MIN (g_array_index (self->places, Place, k).last, window->last));

      append_text (self, snippet, at, start);
      at = g_array_index (self->words, Word, last).end;
      g_string_append_c (snippet, HIT_BEGIN);
      append_text (self, snippet, start, at);
      g_string_append_c (snippet, HIT_END);
    }

  append_text (self, snippet, at, end);
  g_strchomp (snippet->str);
  snippet->len = strlen (snippet->str);
  if (cut)
    g_string_append (snippet, "…");

  return g_string_free_and_steal (g_steal_pointer (&snippet));
}

/**
 * plx_snippets_dup:
 * @self: what cuts snippets
 * @text: valid UTF-8
 *
 * Finds the place of a text that has most of what was looked for, and cuts it out: a sentence from
 * its beginning where that is near, whole words in any case. Each hit stands between U+0002 and
 * U+0003; where the text goes on before or after, there is an ellipsis.
 *
 * Returns: (transfer full): the place, on one line; the beginning of the text where nothing of
 *   it was looked for
 */
char *
plx_snippets_dup (PlxSnippets *self,
                  const char  *text)
{
  Window window;

  g_array_set_size (self->words, 0);
  g_array_set_size (self->places, 0);
  self->text = text;
  cut_words (self);
  if (self->words->len == 0)
    return g_strdup ("");

  find_places (self);
  window = find_best_window (self);

  return write_window (self, &window);
}
