/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-origins"

#include "config.h"

#include "comparing/plx-origins.h"

#include <string.h>

#include "language/plx-words.h"

/* How many words may stand between a name and the verb of saying that goes with it, as in
 * "Kyiv’s mayor Vitali Klitschko later said". */
#define REACH 3

/* The same for what stands before the verb, where "’s" is a word too: "the Kremlin’s own press
 * service said". */
#define REACH_BACK 5

/* A dateline is short, and stands before the first thing that is reported. */
#define DATELINE_WORDS 12
#define CREDIT_SENTENCES 4

static const char * const saying_verbs[] = {
  "said", "says", "reported", "reports", "announced", "confirmed", "stated", "claimed", "wrote",
  "added", "revealed", "warned", "argued", "suggested", "noted", "insisted", "tweeted",
  "explained", "denied", "estimates", "estimated", "acknowledged", "testified", "argues",
  "alleges", "insists", "warns",
};

/* Words that point back at whoever was named last: "it also said", "the report added". */
static const char * const back_pointers[] = {
  "he", "she", "it", "they", "report", "agency", "statement", "official", "officials", "sources",
  "spokesman", "spokeswoman", "spokesperson", "outlet", "newspaper", "document",
};

typedef struct
{
  const char    *text;
  PlxAnnotation *annotation;
  GPtrArray     *entities;
  guint32        sentence;
  GArray        *words;  /* PlxWord */
  GPtrArray     *folded; /* char * for each word */
} Reading;

static const char * const pronouns[] = { "he", "she", "it", "they", "i", "we", "you", "who" };

static gboolean
is_among (const char         *word,
          const char * const *list,
          gsize               n)
{
  for (gsize i = 0; i < n; i++)
    {
      if (g_str_equal (word, list[i]))
        return TRUE;
    }

  return FALSE;
}

static const char *
word_at (Reading *self,
         guint    i)
{
  return i < self->folded->len ? g_ptr_array_index (self->folded, i) : "";
}

static gboolean
can_speak (const PlxMentionSpan *mention)
{
  if (mention->form == PLX_FORM_DEMONYM || mention->form == PLX_FORM_TITLE)
    return FALSE;

  return mention->kind == PLX_KIND_PERSON || mention->kind == PLX_KIND_ORGANIZATION ||
         mention->form == PLX_FORM_METONYM;
}

/* In "a spokeswoman in Moscow said" Moscow does not speak. */
static gboolean
is_place_told (Reading              *self,
               const PlxMentionSpan *mention)
{
  if (mention->form != PLX_FORM_METONYM)
    return FALSE;

  for (guint i = 1; i < self->words->len; i++)
    {
      if (g_array_index (self->words, PlxWord, i).start >= mention->start)
        return g_str_equal (word_at (self, i - 1), "in") ||
               g_str_equal (word_at (self, i - 1), "at");
    }

  return FALSE;
}

/* The first mention of the sentence that starts within REACH words after the word at @from, or
 * the last that ends so before it. */
static const PlxMentionSpan *
mention_near (Reading *self,
              guint    from,
              gboolean after)
{
  const PlxWord *here = &g_array_index (self->words, PlxWord, from);
  guint last = self->words->len - 1;
  guint far = after ? MIN (from + REACH + 1, last) : (from > REACH_BACK ? from - REACH_BACK : 0);
  const PlxWord *edge = &g_array_index (self->words, PlxWord, far);
  const PlxMentionSpan *found = NULL;
  GArray *mentions = self->annotation->mentions;

  for (guint i = 0; i < mentions->len; i++)
    {
      const PlxMentionSpan *mention = &g_array_index (mentions, PlxMentionSpan, i);

      if (mention->sentence != self->sentence || !can_speak (mention) ||
          is_place_told (self, mention))
        continue;
      if (after && mention->start >= here->end && mention->start <= edge->start)
        return mention;
      if (!after && mention->end <= here->start && mention->end > edge->start)
        found = mention;
    }

  return found;
}

static gboolean
is_person (const PlxMentionSpan *mention)
{
  return mention != NULL && mention->kind == PLX_KIND_PERSON;
}

static char *
name_of (Reading              *self,
         const PlxMentionSpan *mention)
{
  const PlxEntityRecord *entity;

  if (mention->entity == PLX_NONE)
    return g_strndup (self->text + mention->start, mention->end - mention->start);

  entity = g_ptr_array_index (self->entities, mention->entity);

  return g_strdup (entity->name);
}

/* Who is told something stands right after the verb, with no more than "the" between. */
static const PlxMentionSpan *
listener_of (Reading *self,
             guint    verb)
{
  const PlxMentionSpan *mention = mention_near (self, verb, TRUE);
  guint next = verb + 1;

  if (mention == NULL || mention->kind != PLX_KIND_ORGANIZATION)
    return NULL;
  if (g_str_equal (word_at (self, next), "the"))
    next++;

  return next < self->words->len &&
         mention->start <= g_array_index (self->words, PlxWord, next).start ? mention : NULL;
}

/* In "Smith, the head of the committee, said" it is not the committee: what stands between the
 * commas only tells who Smith is. */
static const PlxMentionSpan *
head_of_apposition (Reading *self,
                    guint    verb)
{
  GArray *mentions = self->annotation->mentions;
  guint32 end = g_array_index (self->words, PlxWord, verb).start;
  const PlxMentionSpan *head = NULL;

  for (guint i = 0; i < mentions->len; i++)
    {
      const PlxMentionSpan *mention = &g_array_index (mentions, PlxMentionSpan, i);

      if (mention->sentence != self->sentence || mention->end > end)
        continue;
      if (can_speak (mention) && mention->kind == PLX_KIND_PERSON)
        return mention;
      if (head == NULL && self->text[mention->end] == ',')
        head = mention;
    }

  return head;
}

/* "The United States said": a country speaks where its name starts the sentence. */
static const PlxMentionSpan *
speaking_country (Reading *self)
{
  GArray *mentions = self->annotation->mentions;
  guint start = 0;

  while (start + 1 < self->words->len && g_str_equal (word_at (self, start), "the"))
    start++;

  for (guint i = 0; i < mentions->len; i++)
    {
      const PlxMentionSpan *mention = &g_array_index (mentions, PlxMentionSpan, i);

      if (mention->sentence == self->sentence && mention->kind == PLX_KIND_COUNTRY &&
          mention->form == PLX_FORM_NAME &&
          mention->start == g_array_index (self->words, PlxWord, start).start)
        return mention;
    }

  return NULL;
}

static gboolean
is_loose (const char *word)
{
  static const char * const words[] = {
    "just", "also", "later", "has", "have", "had", "then", "now", "again",
  };

  return is_among (word, words, G_N_ELEMENTS (words)) || g_str_has_suffix (word, "ly");
}

/* In "As for Smith, the report said" somebody else speaks. */
static gboolean
has_comma_between (Reading              *self,
                   const PlxMentionSpan *mention,
                   guint                 verb)
{
  for (guint i = verb; i-- > 0;)
    {
      if (g_array_index (self->words, PlxWord, i).start < mention->end)
        return FALSE;
      if (i + 1 < verb && g_str_equal (word_at (self, i), ","))
        return TRUE;
    }

  return FALSE;
}

/* Who speaks: the name before the verb, or after it where a quote precedes. */
static const PlxMentionSpan *
speaker_of (Reading *self,
            guint    verb)
{
  const PlxMentionSpan *speaker = NULL;

  /* "just said", "later said". */
  while (verb > 1 && is_loose (word_at (self, verb - 1)))
    verb--;

  if (verb > 0 && is_among (word_at (self, verb - 1), pronouns, G_N_ELEMENTS (pronouns)))
    return NULL;

  if (verb > 0 && g_str_equal (word_at (self, verb - 1), ","))
    speaker = head_of_apposition (self, verb);
  if (speaker == NULL)
    {
      speaker = mention_near (self, verb, FALSE);
      if (speaker != NULL && has_comma_between (self, speaker, verb))
        speaker = NULL;
    }
  if (speaker == NULL && verb <= REACH_BACK)
    speaker = speaking_country (self);
  if (speaker == NULL && verb > 0 && !g_array_index (self->words, PlxWord, verb - 1).is_word)
    speaker = mention_near (self, verb, TRUE);

  return speaker;
}

/* Whom a sentence names as the one it has its report from. Who was told comes before who spoke
 * without a name: "three people told Bloomberg" is Bloomberg's. */
static char *
named_origin (Reading *self)
{
  const PlxMentionSpan *speaker = NULL;

  for (guint i = 0; i < self->words->len; i++)
    {
      const char *word = word_at (self, i);
      const PlxMentionSpan *mention = NULL;
      gboolean cited = g_str_equal (word, "citing") ||
                       (g_str_equal (word, "cited") && g_str_equal (word_at (self, i + 1), "by"));

      if (cited || (g_str_equal (word, "according") && g_str_equal (word_at (self, i + 1), "to")))
        {
          mention = mention_near (self, MIN (i + 1, self->words->len - 1), TRUE);
        }
      else if (g_str_equal (word, "told"))
        {
          mention = speaker_of (self, i);
          if (!is_person (mention))
            mention = listener_of (self, i) != NULL ? listener_of (self, i) : mention;
        }
      else if (speaker == NULL && is_among (word, saying_verbs, G_N_ELEMENTS (saying_verbs)))
        {
          speaker = speaker_of (self, i);
        }

      if (mention != NULL)
        return name_of (self, mention);
    }

  return speaker != NULL ? name_of (self, speaker) : NULL;
}

/* Whether a sentence goes on with what the one before it reports: it has a verb of saying whose
 * subject only points back. */
static gboolean
points_back (Reading *self)
{
  for (guint i = 1; i < self->words->len; i++)
    {
      if (!is_among (word_at (self, i), saying_verbs, G_N_ELEMENTS (saying_verbs)))
        continue;
      for (guint j = i; j-- > 0 && i - j <= REACH;)
        {
          if (is_among (word_at (self, j), back_pointers, G_N_ELEMENTS (back_pointers)))
            return TRUE;
        }
    }

  return FALSE;
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
                       g_utf8_strdown (self->text + word->start, word->end - word->start));
    }
}

static void
reading_clear (Reading *self)
{
  g_array_unref (self->words);
  g_ptr_array_unref (self->folded);
}

/**
 * plx_origins_find:
 * @annotation: an article
 * @entities: (element-type PlxEntityRecord): what its mentions name
 *
 * Finds whom each sentence takes what it reports from: an agency, a spokesman, a document.
 *
 * Returns: (transfer full) (element-type utf8): for each sentence a name, or `NULL`
 */
GPtrArray *
plx_origins_find (PlxAnnotation *annotation,
                  GPtrArray     *entities)
{
  GPtrArray *origins = g_ptr_array_new_with_free_func (g_free);
  const char *last = NULL;
  guint32 last_block = PLX_NONE;

  for (guint i = 0; i < annotation->sentences->len; i++)
    {
      guint32 block = g_array_index (annotation->sentences, PlxSentenceSpan, i).block;
      Reading reading;
      char *origin;

      reading_init (&reading, annotation, entities, i);
      origin = named_origin (&reading);
      if (origin == NULL && block == last_block && last != NULL && points_back (&reading))
        origin = g_strdup (last);
      reading_clear (&reading);

      g_ptr_array_add (origins, origin);
      if (origin != NULL || block != last_block)
        last = origin;
      last_block = block;
    }

  return origins;
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
            return whole_name (self, name_of (self, mention));
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
 * Finds the agency that an article as a whole is from, told in the dateline: what it reports
 * without naming anybody is the agency's.
 *
 * Returns: (transfer full) (nullable): its name, or `NULL`
 */
char *
plx_origins_credit (PlxAnnotation *annotation,
                    GPtrArray     *entities)
{
  char *credit = NULL;

  for (guint i = 0; i < annotation->sentences->len && i < CREDIT_SENTENCES && credit == NULL; i++)
    {
      Reading reading;

      reading_init (&reading, annotation, entities, i);
      credit = credit_of_sentence (&reading);
      reading_clear (&reading);
    }

  return credit;
}
