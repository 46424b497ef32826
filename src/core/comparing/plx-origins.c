/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-origins"

#include "config.h"

#include "comparing/plx-origins.h"

#include <string.h>

#include "language/facts/plx-attributions.h"
#include "language/text/plx-words.h"

/* Who is told something stands right after the verb, with no more than "the" between. */
#define LISTENER_BYTES 5

/* A dateline is short, and stands before the first thing that is reported. */
#define DATELINE_WORDS 12
#define CREDIT_SENTENCES 4

/* Words that point back at whoever was named last: "the report added", "officials also said". */
#define BACK_POINTERS "report agency statement official officials sources spokesman spokeswoman " \
                      "spokesperson outlet newspaper document"

typedef struct
{
  const char    *text;
  PlxAnnotation *annotation;
  GPtrArray     *entities;
  PlxLexemes    *lexemes;
  GArray        *attributions; /* (element-type PlxAttribution), of a block */
} Block;

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

static gboolean
is_written (const char *text,
            guint32     start,
            guint32     end,
            const char *words)
{
  gsize length = strlen (words);

  return end - start == length && g_ascii_strncasecmp (text + start, words, length) == 0;
}

/* In "a spokeswoman in Moscow said" Moscow does not speak. */
static gboolean
is_place_told (const Block          *self,
               const PlxMentionSpan *mention)
{
  const char *before = self->text + mention->start;

  return mention->form == PLX_FORM_METONYM && mention->start > 4 &&
         (memcmp (before - 4, " in ", 4) == 0 || memcmp (before - 4, " at ", 4) == 0);
}

/* Whose words an attribution gives, where a name tells: "The United States said" too. */
static const PlxMentionSpan *
speaker_of (const Block          *self,
            const PlxAttribution *attribution)
{
  const PlxMentionSpan *mention;

  if (attribution->mention == PLX_NONE)
    return NULL;
  mention = &g_array_index (self->annotation->mentions, PlxMentionSpan, attribution->mention);
  if (mention->form == PLX_FORM_DEMONYM || mention->form == PLX_FORM_TITLE ||
      is_place_told (self, mention))
    return NULL;
  if (mention->kind == PLX_KIND_COUNTRY && mention->form == PLX_FORM_NAME)
    return attribution->kind == PLX_SOURCE_NAMED ? mention : NULL;

  return mention->kind == PLX_KIND_PERSON || mention->kind == PLX_KIND_ORGANIZATION ||
         mention->form == PLX_FORM_METONYM ? mention : NULL;
}

/* "told Reuters": the organisation that stands right behind the verb. */
static const PlxMentionSpan *
listener_of (const Block          *self,
             const PlxAttribution *attribution)
{
  GArray *mentions = self->annotation->mentions;

  for (guint i = 0; i < mentions->len; i++)
    {
      const PlxMentionSpan *mention = &g_array_index (mentions, PlxMentionSpan, i);

      if (mention->start < attribution->cue_end)
        continue;
      return mention->kind == PLX_KIND_ORGANIZATION &&
             mention->start <= attribution->cue_end + LISTENER_BYTES ? mention : NULL;
    }

  return NULL;
}

static char *
dup_name (const char           *text,
          GPtrArray            *entities,
          const PlxMentionSpan *mention)
{
  const PlxEntityRecord *entity;

  if (mention->entity == PLX_NONE)
    return g_strndup (text + mention->start, mention->end - mention->start);

  entity = g_ptr_array_index (entities, mention->entity);

  return g_strdup (entity->name);
}

/* Whom a sentence names as the one it has its report from. Who was told comes before who spoke
 * without a name: "three people told Bloomberg" is Bloomberg's. */
static char *
named_origin (const Block           *self,
              const PlxSentenceSpan *sentence)
{
  const PlxMentionSpan *speaker = NULL;

  for (guint i = 0; i < self->attributions->len; i++)
    {
      const PlxAttribution *attribution = &g_array_index (self->attributions, PlxAttribution, i);
      const PlxMentionSpan *mention = speaker_of (self, attribution);
      guint32 start = attribution->cue_start, end = attribution->cue_end;

      if (attribution->start < sentence->start || attribution->start >= sentence->end)
        continue;
      if (is_written (self->text, start, end, "told"))
        {
          if (mention == NULL || mention->kind != PLX_KIND_PERSON)
            mention = listener_of (self, attribution) != NULL ? listener_of (self, attribution)
                                                              : mention;
          if (mention != NULL)
            return dup_name (self->text, self->entities, mention);
        }
      if (mention != NULL && (is_written (self->text, start, end, "according to") ||
                              is_written (self->text, start, end, "citing")))
        return dup_name (self->text, self->entities, mention);
      if (speaker == NULL)
        speaker = mention;
    }

  return speaker != NULL ? dup_name (self->text, self->entities, speaker) : NULL;
}

/* Whether a sentence goes on with what the one before it reports: whoever speaks in it is only
 * pointed back at. */
static gboolean
points_back (const Block           *self,
             const PlxSentenceSpan *sentence)
{
  for (guint i = 0; i < self->attributions->len; i++)
    {
      const PlxAttribution *attribution = &g_array_index (self->attributions, PlxAttribution, i);

      if (attribution->start < sentence->start || attribution->start >= sentence->end)
        continue;
      if (attribution->kind == PLX_SOURCE_POINTER)
        return TRUE;
      for (guint k = 0; attribution->kind == PLX_SOURCE_DESCRIBED && k < self->lexemes->items->len;
           k++)
        {
          const PlxLexeme *lexeme = plx_lexemes_at (self->lexemes, k);

          if (lexeme->start >= attribution->source_start &&
              lexeme->end <= attribution->source_end &&
              plx_lexemes_has_word (self->lexemes, k, BACK_POINTERS))
            return TRUE;
        }
    }

  return FALSE;
}

static void
block_init (Block         *self,
            PlxAnnotation *annotation,
            GPtrArray     *entities,
            guint          first,
            guint          past)
{
  GArray *sentences = annotation->sentences;

  self->text = annotation->document->text->str;
  self->annotation = annotation;
  self->entities = entities;
  self->lexemes = plx_lexemes_new (self->text,
                                   g_array_index (sentences, PlxSentenceSpan, first).start,
                                   g_array_index (sentences, PlxSentenceSpan, past - 1).end);
  self->attributions = plx_attributions_find (self->lexemes, annotation->mentions);
}

static void
block_clear (Block *self)
{
  plx_lexemes_free (self->lexemes);
  g_array_unref (self->attributions);
}

static void
find_in_block (const Block *self,
               guint        first,
               guint        past,
               GPtrArray   *origins)
{
  const char *last = NULL;

  for (guint i = first; i < past; i++)
    {
      const PlxSentenceSpan *sentence = &g_array_index (self->annotation->sentences,
                                                        PlxSentenceSpan, i);
      char *origin = named_origin (self, sentence);

      if (origin == NULL && last != NULL && points_back (self, sentence))
        origin = g_strdup (last);
      g_ptr_array_add (origins, origin);
      if (origin != NULL)
        last = origin;
    }
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
  GArray *sentences = annotation->sentences;

  for (guint first = 0, past; first < sentences->len; first = past)
    {
      guint32 block_of_first = g_array_index (sentences, PlxSentenceSpan, first).block;
      Block block;

      past = first + 1;
      while (past < sentences->len &&
             g_array_index (sentences, PlxSentenceSpan, past).block == block_of_first)
        past++;
      block_init (&block, annotation, entities, first, past);
      find_in_block (&block, first, past, origins);
      block_clear (&block);
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
            return whole_name (self, dup_name (self->text, self->entities, mention));
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
