/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-names-again"

#include "config.h"

#include "language/names/plx-names-again.h"

#include <string.h>

#include "language/names/plx-gazetteer.h"
#include "language/text/plx-words.h"

/* Longer names are not sought again. */
#define MOST_WORDS 4

/* A word that is written small at most this often is hardly anything but a name. */
#define SELDOM_SMALL 1

/* An article while it is read again. */
typedef struct
{
  PlxAnnotation *annotation;
  const char    *text;
  GHashTable    *names; /* as they are written => place of a mention, or G_MAXUINT where unsure */
  GArray        *words; /* PlxWord: those of one sentence */
  GArray        *added; /* PlxMentionSpan */
} Reader;

static const PlxMentionSpan *
get_mention (const Reader *self,
             guint         at)
{
  return &g_array_index (self->annotation->mentions, PlxMentionSpan, at);
}

static const PlxWord *
get_word (const Reader *self,
          guint         at)
{
  return &g_array_index (self->words, PlxWord, at);
}

static gboolean
is_acronym (const char *word)
{
  guint n_capitals = 0;

  for (const char *at = word; *at != '\0'; at++)
    {
      if (g_ascii_isupper (*at))
        n_capitals++;
      else if (!g_ascii_isdigit (*at))
        return FALSE;
    }

  return n_capitals > 0 && strlen (word) >= 3;
}

/* Whether a word is nothing but a name wherever it has a capital. */
static gboolean
is_clear (const char *word,
          gboolean    at_start)
{
  g_autofree char *lower = plx_words_dup_lower (word, strlen (word));
  PlxWordUse use;

  if (is_acronym (word))
    return TRUE;
  if (strlen (word) < 3 || plx_gazetteer_get_cues (lower) != 0)
    return FALSE;

  return !plx_gazetteer_get_use (lower, &use) || use.small <= (at_start ? 0 : SELDOM_SMALL);
}

static void
note (Reader *self,
      char   *name,
      guint   mention)
{
  gpointer other;

  if (g_hash_table_lookup_extended (self->names, name, NULL, &other) &&
      (GPOINTER_TO_UINT (other) == G_MAXUINT ||
       get_mention (self, GPOINTER_TO_UINT (other))->kind != get_mention (self, mention)->kind))
    mention = G_MAXUINT;

  g_hash_table_replace (self->names, name, GUINT_TO_POINTER (mention));
}

/* Somebody is sought by the last word of the name, anything else by the whole of it. */
static void
note_names (Reader *self)
{
  for (guint i = 0; i < self->annotation->mentions->len; i++)
    {
      const PlxMentionSpan *mention = get_mention (self, i);
      g_autofree char *name =
        g_strndup (self->text + mention->start, mention->end - mention->start);
      const char *last = strrchr (name, ' ');

      if (mention->form == PLX_FORM_DEMONYM)
        continue;
      if (last != NULL && mention->kind == PLX_KIND_PERSON && is_clear (last + 1, FALSE))
        note (self, g_strdup (last + 1), i);
      if (last != NULL || is_clear (name, FALSE))
        note (self, g_steal_pointer (&name), i);
    }
}

static gboolean
is_capital (const Reader *self,
            guint         at)
{
  return at < self->words->len && get_word (self, at)->is_word &&
         g_unichar_isupper (g_utf8_get_char (self->text + get_word (self, at)->start));
}

/* "Holm Street", of which we know no "Holm Street": a capital beside it makes it another name,
 * if it is no title. */
static gboolean
stands_alone (const Reader *self,
              guint         at)
{
  const PlxWord *before = at > 0 ? get_word (self, at - 1) : NULL;
  g_autofree char *plain = NULL;
  g_autofree char *lower = NULL;

  if (is_capital (self, at + 1))
    return FALSE;
  if (at < 2 || !is_capital (self, at - 1))
    return TRUE;

  plain = g_strndup (self->text + before->start, before->end - before->start);
  lower = plx_words_dup_lower (plain, strlen (plain));
  if (g_str_has_suffix (lower, "."))
    lower[strlen (lower) - 1] = '\0';

  return (plx_gazetteer_get_cues (lower) & (PLX_CUE_TITLE | PLX_CUE_HONORIFIC)) != 0;
}

/* The longest known name that begins at a word; how many words it has, or 0. */
static guint
match (Reader *self,
       guint   at,
       gsize   limit,
       guint  *mention)
{
  const gsize start = get_word (self, at)->start;

  for (guint n = MIN (MOST_WORDS, self->words->len - at); n > 0; n--)
    {
      const gsize end = get_word (self, at + n - 1)->end;
      g_autofree char *name = g_strndup (self->text + start, end - start);
      gpointer found;

      if (end > limit || !g_hash_table_lookup_extended (self->names, name, NULL, &found) ||
          GPOINTER_TO_UINT (found) == G_MAXUINT)
        continue;
      if (n == 1 && (!is_clear (name, at == 0) || !stands_alone (self, at)))
        continue;

      *mention = GPOINTER_TO_UINT (found);
      return n;
    }

  return 0;
}

/* What our tables know: a body, a law or an event whose name is hardly anything else. */
static guint
match_known (Reader             *self,
             guint               at,
             gsize               limit,
             const PlxKnownName **known)
{
  const gsize start = get_word (self, at)->start;

  for (guint n = MIN (MOST_WORDS, self->words->len - at); n > 0; n--)
    {
      const gsize end = get_word (self, at + n - 1)->end;
      g_autofree char *name = g_strndup (self->text + start, end - start);

      *known = end <= limit ? plx_gazetteer_lookup (name, FALSE) : NULL;
      if (*known != NULL && (*known)->kind != PLX_KIND_PLACE && (*known)->kind != PLX_KIND_PERSON &&
          (n > 1 || is_clear (name, at == 0)))
        return n;
    }

  return 0;
}

static void
add (Reader         *self,
     PlxMentionSpan  mention,
     guint           first,
     guint           n,
     guint32         sentence)
{
  mention.start = get_word (self, first)->start;
  mention.end = get_word (self, first + n - 1)->end;
  mention.sentence = sentence;
  g_array_append_val (self->added, mention);
}

/* Looks between the names of a sentence, of which @next is the first. */
static void
read_sentence (Reader  *self,
               guint32  sentence,
               guint   *next)
{
  const PlxSentenceSpan *span =
    &g_array_index (self->annotation->sentences, PlxSentenceSpan, sentence);
  const guint n_mentions = self->annotation->mentions->len;
  g_autoptr (GArray) words = plx_words_split (self->text, span->start, span->end);

  self->words = words;
  for (guint i = 0; i < words->len; i++)
    {
      const PlxWord *word = get_word (self, i);
      gsize limit = span->end;
      const PlxKnownName *known;
      guint found, n;

      while (*next < n_mentions && get_mention (self, *next)->end <= word->start)
        (*next)++;
      if (*next < n_mentions)
        limit = MIN (limit, get_mention (self, *next)->start);
      if (word->end > limit || !is_capital (self, i))
        continue;

      if ((n = match (self, i, limit, &found)) > 0)
        {
          PlxMentionSpan mention = *get_mention (self, found);

          mention.country = mention.kind == PLX_KIND_PERSON ? NULL : mention.country;
          add (self, mention, i, n, sentence);
        }
      else if ((n = match_known (self, i, limit, &known)) > 0)
        {
          add (self, (PlxMentionSpan) { .entity = PLX_NONE, .kind = known->kind,
                                        .country = known->country }, i, n, sentence);
        }
      i += n > 0 ? n - 1 : 0;
    }
}

static int
compare_mentions (gconstpointer a,
                  gconstpointer b)
{
  const guint32 first = ((const PlxMentionSpan *) a)->start;
  const guint32 second = ((const PlxMentionSpan *) b)->start;

  return first < second ? -1 : first > second;
}

/**
 * plx_names_again_find:
 * @annotation: an English article with the names that were found in its sentences
 *
 * Looks once more for the names of an article: what is a name in one sentence is one in another,
 * where the finder saw none, and so is what our tables know. Only words that are hardly anything
 * but names are sought, and somebody by the last word of the name too. No mention that is there
 * is changed.
 */
void
plx_names_again_find (PlxAnnotation *annotation)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (PlxMentionSpan));
  Reader self = { .annotation = annotation, .text = annotation->document->text->str,
                  .names = names, .added = added };
  guint next = 0;

  note_names (&self);
  for (guint32 i = 0; i < annotation->sentences->len; i++)
    read_sentence (&self, i, &next);
  if (added->len == 0)
    return;

  g_array_append_vals (annotation->mentions, added->data, added->len);
  g_array_sort (annotation->mentions, compare_mentions);
}
