/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-origins"

#include "config.h"

#include "comparing/plx-origins.h"

#include <string.h>

#include "language/text/plx-words.h"

/* A dateline is short, and stands before the first thing that is reported. */
#define DATELINE_WORDS 12
#define CREDIT_SENTENCES 4

/* The front of an article, where it may tell which agency it is from. */
typedef struct
{
  const char    *text;
  PlxAnnotation *annotation;
  GPtrArray     *entities;
  guint32        sentence;
  GArray        *words;  /* PlxWord */
  GPtrArray     *folded; /* char * for each word */
} Reading;

static const char *
word_at (Reading *self,
         guint    i)
{
  return i < self->folded->len ? g_ptr_array_index (self->folded, i) : "";
}

static void
reading_init (Reading       *self,
              PlxAnnotation *annotation,
              GPtrArray     *entities,
              guint32        sentence)
{
  PlxSentenceSpan *span = &g_array_index (annotation->sentences, PlxSentenceSpan, sentence);

  self->text = annotation->document->text->str;
  self->annotation = annotation;
  self->entities = entities;
  self->sentence = sentence;
  self->words = plx_words_split (self->text, span->start, span->end);
  self->folded = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->words->len; i++)
    {
      PlxWord *word = &g_array_index (self->words, PlxWord, i);

      g_ptr_array_add (self->folded,
                       plx_words_dup_lower (self->text + word->start, word->end - word->start));
    }
}

static void
reading_clear (Reading *self)
{
  g_array_unref (self->words);
  g_ptr_array_unref (self->folded);
}

/* The word that a dateline ends with, as in "NAIROBI (Reuters) – …"; 0 for none. */
static guint
dateline_dash (Reading *self)
{
  for (guint i = 1; i < self->words->len && i < DATELINE_WORDS; i++)
    {
      const char *word = word_at (self, i);

      if (g_str_equal (word, "–") || g_str_equal (word, "—") || g_str_equal (word, "-") ||
          g_str_equal (word, "--"))
        return i;
    }

  return 0;
}

/* "Reuters" and "Reuters News Agency" are one agency, by the longer name. */
static char *
whole_name (Reading *self,
            char    *name)
{
  g_autofree char *start = g_strconcat (name, " ", NULL);

  for (guint i = 0; i < self->entities->len; i++)
    {
      const PlxEntityRecord *entity = g_ptr_array_index (self->entities, i);

      if (entity->kind == PLX_KIND_ORGANIZATION && g_str_has_prefix (entity->name, start))
        {
          g_free (name);
          return g_strdup (entity->name);
        }
    }

  return name;
}

static char *
credit_of_sentence (Reading *self)
{
  guint dash = dateline_dash (self);
  GArray *mentions = self->annotation->mentions;

  /* The place is in capitals, and the agency stands in brackets before the dash. */
  if (dash < 4 || !g_str_equal (word_at (self, dash - 1), ")"))
    return NULL;

  for (guint i = 0; i < dash; i++)
    {
      const PlxWord *word = &g_array_index (self->words, PlxWord, i);
      const PlxWord *last = &g_array_index (self->words, PlxWord, dash - 2);

      if (!g_str_equal (word_at (self, i), "("))
        continue;
      for (guint j = 0; j < mentions->len; j++)
        {
          const PlxMentionSpan *mention = &g_array_index (mentions, PlxMentionSpan, j);

          if (mention->sentence == self->sentence && mention->start == word->end &&
              mention->end == last->end)
            return whole_name (self, plx_origins_dup_name (self->text, self->entities,
                                                           mention));
        }
      return whole_name (self, g_strndup (self->text + word->end, last->end - word->end));
    }

  return NULL;
}

/**
 * plx_origins_credit:
 * @annotation: an article
 * @entities: (element-type PlxEntityRecord): what its mentions name
 *
 * Finds the agency that an article as a whole is from, told in the dateline or in a credit: what
 * it reports without naming anybody is the agency's.
 *
 * Returns: (transfer full) (nullable): its name, or `NULL`
 */
char *
plx_origins_credit (PlxAnnotation *annotation,
                    GPtrArray     *entities)
{
  const char *agency = annotation->document->fields[PLX_FIELD_AGENCY];
  char *credit = NULL;

  for (guint i = 0; i < annotation->sentences->len && i < CREDIT_SENTENCES && credit == NULL; i++)
    {
      Reading reading;

      reading_init (&reading, annotation, entities, i);
      credit = credit_of_sentence (&reading);
      reading_clear (&reading);
    }

  /* Of two agencies nobody can tell which has which sentence. */
  if (credit == NULL && agency != NULL && strchr (agency, ',') == NULL)
    credit = g_strdup (agency);

  return credit;
}
