/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-phrase"

#include "config.h"

#include "language/entities/plx-phrase.h"

#include <string.h>

#include "language/names/plx-gazetteer.h"
#include "language/text/plx-words.h"

/* What people are called by what they do mostly ends so: "banker", "sailor", "violinist". */
static const char *const endings[] = {
  "er", "or", "ist", "ian", "man", "woman", "person", "eer", "yst", "ant", NULL
};

/* What our lists of titles and roles lack, since it is no title of anybody. */
static const char *const holders[] = {
  "boss", "chief", "citizen", "counterpart", "expert", "graduate", "guest", "head", "heir",
  "hostage",
  "militant", "monk", "mother", "national", "native", "nun", "patriot", "pilot", "priest",
  "refugee",
  "rebel", "scholar", "soldier", "spy", "student", "tourist", "troubadour", "tycoon", NULL
};

/* Frequent words that end so and are nobody. */
static const char *const nobody[] = {
  "after", "another", "border", "center", "chapter", "charter", "cover", "december", "disorder",
  "distant", "earlier", "either", "enter", "error", "ever", "factor", "favor", "floor",
  "former", "further", "german", "harbor", "however", "human", "important", "instant", "interior",
  "labor", "latter", "later", "letter", "major", "matter", "minor", "motor", "never",
  "november", "number", "october", "offer", "order", "other", "over", "paper", "plant", "power",
  "prior", "proper", "quarter", "rather", "relevant", "restaurant", "river", "rumor", "sector",
  "september", "significant", "summer", "super", "superior", "terror", "than", "together", "tower",
  "tutor", "under", "water", "weather", "whether", "winter", "yesterday", NULL
};

/* No word has all of them. */
#define UNKNOWN_CUES G_MAXUINT

/* Keeps a word in small letters: behind the others where it is plain, and @at goes on. */
static const char *
keep_lower (PlxPhrase     *self,
            const PlxWord *word,
            char         **at)
{
  char *lower = *at;
  const gsize length = word->end - word->start;
  gsize n;

  if (plx_words_fold_plain (self->text + word->start, length, lower))
    {
      *at += length + 1;
    }
  else
    {
      g_autofree char *folded = plx_words_dup_folded (self->text + word->start, length);

      if (self->chunk == NULL)
        self->chunk = g_string_chunk_new (256);
      lower = g_string_chunk_insert (self->chunk, folded);
    }

  n = strlen (lower);
  if (n > 1 && word->is_word && lower[n - 1] == '.')
    lower[n - 1] = '\0';

  return lower;
}

static void
find_words_of_mentions (PlxPhrase *self)
{
  guint m = 0;

  for (guint i = 0; i < self->n_mentions; i++)
    self->firsts[i] = self->lasts[i] = PLX_NONE;

  for (guint i = 0; i < self->words->len; i++)
    {
      const PlxWord *word = &g_array_index (self->words, PlxWord, i);

      self->mention_at[i] = PLX_NONE;
      while (m < self->n_mentions && self->mentions[m].end <= word->start)
        m++;

      /* Two names in a hyphened word: it belongs to the first. */
      for (guint k = m; k < self->n_mentions && self->mentions[k].start < word->end; k++)
        {
          if (self->mention_at[i] == PLX_NONE)
            self->mention_at[i] = k;
          if (self->firsts[k] == PLX_NONE)
            self->firsts[k] = i;
          self->lasts[k] = i;
        }
    }
}

/* Most words are never asked for theirs. */
static guint
get_cues (PlxPhrase *self,
          guint      at)
{
  if (self->cues[at] == UNKNOWN_CUES)
    self->cues[at] = plx_gazetteer_get_cues (self->lower[at]);

  return self->cues[at];
}

/* Finders may take "the" and titles into a name; what stands before a name begins with them. */
static void
drop_titles (PlxPhrase *self,
             guint      mention)
{
  guint32 *first = &self->firsts[mention];
  const guint32 last = self->lasts[mention];
  const gboolean is_person = self->mentions[mention].kind == PLX_KIND_PERSON;

  while (*first != PLX_NONE && *first < last &&
         (plx_phrase_is (self, *first, "the") ||
          (is_person && (get_cues (self, *first) & PLX_CUE_HONORIFIC)) ||
          (is_person && *first + 1 < last &&
           (get_cues (self, *first) & (PLX_CUE_TITLE | PLX_CUE_RANK)))))
    self->mention_at[(*first)++] = PLX_NONE;
}

/**
 * plx_phrase_new:
 * @text: UTF-8
 * @start: where the sentence begins
 * @end: the byte after its last
 * @mentions: (array length=n_mentions): the names in it; they must outlive the phrase
 * @n_mentions: how many they are
 *
 * Returns: (transfer full): the sentence, word by word
 */
PlxPhrase *
plx_phrase_new (const char     *text,
                gsize           start,
                gsize           end,
                PlxMentionSpan *mentions,
                guint           n_mentions)
{
  PlxPhrase *self = g_new0 (PlxPhrase, 1);
  char *at;
  const guint n = (self->words = plx_words_split (text, start, end))->len;

  self->text = text;
  self->plain = at = g_malloc (end - start + n + 1);
  self->lower = g_new0 (const char *, n + 1);
  self->cues = g_new (guint, n + 1);
  self->mention_at = g_new0 (guint32, n + 1);
  self->mentions = mentions;
  self->n_mentions = n_mentions;
  self->firsts = g_new0 (guint32, n_mentions + 1);
  self->lasts = g_new0 (guint32, n_mentions + 1);

  for (guint i = 0; i < n; i++)
    {
      const PlxWord *word = &g_array_index (self->words, PlxWord, i);

      self->lower[i] = keep_lower (self, word, &at);
      self->cues[i] = word->is_word ? UNKNOWN_CUES : 0;
    }

  find_words_of_mentions (self);
  for (guint i = 0; i < n_mentions; i++)
    {
      if (mentions[i].kind != PLX_KIND_COUNTRY)
        drop_titles (self, i);
    }

  return self;
}

void
plx_phrase_free (PlxPhrase *self)
{
  g_array_unref (self->words);
  g_clear_pointer (&self->chunk, g_string_chunk_free);
  g_free (self->plain);
  g_free (self->lower);
  g_free (self->cues);
  g_free (self->mention_at);
  g_free (self->firsts);
  g_free (self->lasts);
  g_free (self);
}

static gboolean
is_inside (PlxPhrase *self,
           gint       at)
{
  return at >= 0 && (guint) at < self->words->len;
}

/**
 * plx_phrase_is:
 * @self: a sentence
 * @at: a place in it, or beside it
 * @word: a word in small letters, or a mark
 *
 * Returns: whether this word stands there
 */
gboolean
plx_phrase_is (PlxPhrase  *self,
               gint        at,
               const char *word)
{
  return is_inside (self, at) && g_str_equal (self->lower[at], word);
}

/**
 * plx_phrase_is_one_of:
 * @self: a sentence
 * @at: a place in it, or beside it
 * @words: words in small letters; ends with `NULL`
 *
 * Returns: whether one of these words stands there
 */
gboolean
plx_phrase_is_one_of (PlxPhrase          *self,
                      gint                at,
                      const char * const *words)
{
  return is_inside (self, at) && g_strv_contains (words, self->lower[at]);
}

/**
 * plx_phrase_has:
 * @self: a sentence
 * @at: a place in it, or beside it
 * @cues: bits of [flags@Cue]
 *
 * Returns: whether a word with one of these cues stands there
 */
gboolean
plx_phrase_has (PlxPhrase *self,
                gint       at,
                guint      cues)
{
  return is_inside (self, at) && (get_cues (self, at) & cues) != 0;
}

/**
 * plx_phrase_get_mention:
 * @self: a sentence
 * @at: a place in it, or beside it
 *
 * Returns: the mention of which the word there is part, or `PLX_NONE`
 */
guint32
plx_phrase_get_mention (PlxPhrase *self,
                        gint       at)
{
  return is_inside (self, at) ? self->mention_at[at] : PLX_NONE;
}

/**
 * plx_phrase_is_capital:
 * @self: a sentence
 * @at: a place in it, or beside it
 *
 * Returns: whether a word with a capital stands there
 */
gboolean
plx_phrase_is_capital (PlxPhrase *self,
                       gint       at)
{
  return is_inside (self, at) &&
         g_unichar_isupper (g_utf8_get_char (
           self->text + g_array_index (self->words, PlxWord, at).start));
}

/* Whether a word says what somebody is, or several are, by its form. */
static gboolean
is_somebody (const char *word)
{
  const gsize n = strlen (word);

  if (g_strv_contains (holders, word))
    return TRUE;
  if (n < 5 || g_strv_contains (nobody, word))
    return FALSE;
  if (word[n - 1] == 's' && word[n - 2] != 's')
    {
      g_autofree char *one = g_strndup (word, n - 1);

      return is_somebody (one) ||
             (plx_gazetteer_get_cues (one) & (PLX_CUE_TITLE | PLX_CUE_ROLE)) != 0;
    }

  for (gsize i = 0; endings[i] != NULL; i++)
    {
      if (g_str_has_suffix (word, endings[i]))
        return TRUE;
    }

  return FALSE;
}

/**
 * plx_phrase_is_holder:
 * @self: a sentence
 * @at: a place in it, or beside it
 *
 * Returns: whether the word there tells what somebody is: a title, or what they do
 */
gboolean
plx_phrase_is_holder (PlxPhrase *self,
                      gint       at)
{
  if (!is_inside (self, at) || !g_array_index (self->words, PlxWord, at).is_word)
    return FALSE;
  if (plx_phrase_has (self, at, PLX_CUE_TITLE | PLX_CUE_ROLE))
    return TRUE;

  return !plx_phrase_has (self, at, PLX_CUE_RANK) && is_somebody (self->lower[at]);
}

/**
 * plx_phrase_is_joined:
 * @self: a sentence
 * @mention: one of its names
 *
 * Returns: whether a hyphen ties the name to another word: “Oslo-based”, “pro-Norwegian”
 */
gboolean
plx_phrase_is_joined (PlxPhrase *self,
                      guint      mention)
{
  const PlxMentionSpan *m = &self->mentions[mention];
  const char *text = self->text;

  return text[m->end] == '-' || strncmp (text + m->end, "‐", 3) == 0 ||
         strncmp (text + m->end, "‑", 3) == 0 ||
         (m->start > 1 && text[m->start - 1] == '-' && text[m->start - 2] != ' ') ||
         (m->start > 3 && (strncmp (text + m->start - 3, "‐", 3) == 0 ||
                           strncmp (text + m->start - 3, "‑", 3) == 0));
}

/**
 * plx_phrase_is_plain:
 * @self: a sentence
 * @at: a place in it, or beside it
 *
 * Returns: whether the word there may be part of an apposition although our lists do not know it,
 *   such as an adjective; a verb would end it
 */
gboolean
plx_phrase_is_plain (PlxPhrase *self,
                     gint       at)
{
  const char *word;

  if (at < 0 || (guint) at >= self->words->len)
    return FALSE;

  word = self->lower[at];

  return g_ascii_isalpha (word[0]) && strlen (word) > 2 && !g_str_has_suffix (word, "ed") &&
         !plx_phrase_has (self, at, PLX_CUE_PERSON_VERB | PLX_CUE_ACT | PLX_CUE_PLACE_BEFORE);
}

/**
 * plx_phrase_tells_country:
 * @self: a sentence
 * @mention: one of its names
 *
 * Returns: whether the name can say of which country somebody beside it is
 */
gboolean
plx_phrase_tells_country (PlxPhrase *self,
                          guint      mention)
{
  return self->mentions[mention].country != NULL &&
         self->mentions[mention].kind != PLX_KIND_PERSON && !plx_phrase_is_joined (self, mention);
}
