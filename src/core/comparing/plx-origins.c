/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-origins"

#include "config.h"

#include "comparing/plx-origins.h"

#include <string.h>

#include "language/facts/plx-attributions.h"
#include "language/facts/plx-quotations.h"
#include "language/names/plx-agencies.h"
#include "language/text/plx-words.h"

/* Who is told something stands right after the verb, with no more than "the" between. */
#define LISTENER_BYTES 5

/* Words that point back at whoever was named last: "the report added", "officials also said". */
#define BACK_POINTERS "report agency statement official officials sources spokesman spokeswoman " \
                      "spokesperson outlet newspaper document"

/* What can be read, and so says the same to everybody. */
#define PAPERS "report study document documents statement letter letters email emails transcript " \
               "transcripts filing filings papers records data figures file files memo reports " \
               "complaint indictment affidavit survey poll census"

/* Who speaks for a body, though the body is not named. */
#define BODIES "police authorities prosecutors ministry government army military navy court " \
               "committee commission agency company firm bank union party parliament cabinet " \
               "council hospital office department regulator watchdog"

/* People who may tell without a name. "The president" has one, that stands elsewhere. */
#define NAMELESS "official officials source sources people person persons aide aides adviser " \
                 "advisers advisor advisors diplomat diplomats insider insiders witness " \
                 "witnesses resident residents villager villagers survivor survivors spokesman " \
                 "spokeswoman spokesperson spokesmen spokespeople bystander bystanders " \
                 "neighbour neighbours neighbor neighbors relative relatives officer officers " \
                 "lawmaker lawmakers trader traders banker bankers medic medics doctors " \
                 "rescuers colleague colleagues employee employees worker workers"

/* Words in the names of those whose trade is to report. */
#define TITLES "Times Post Journal Herald Guardian Telegraph Tribune Gazette Observer Chronicle " \
               "Mail Mirror Standard Independent Daily News Press Radio TV Television " \
               "Broadcasting Courier Dispatch Examiner Inquirer Sentinel Bulletin Weekly Globe " \
               "Magazine Newspaper BBC CNN NBC CBS ABC NPR MSNBC CNBC ITV NHK RTL ZDF ARD"

typedef struct
{
  const char    *text;
  PlxAnnotation *annotation;
  GPtrArray     *entities;
  PlxLexemes    *lexemes;
  GArray        *attributions; /* (element-type PlxAttribution), of a block */
  GArray        *quotations;   /* (element-type PlxQuotation), of a block */
} Block;

static gboolean
is_written (const char *text,
            guint32     start,
            guint32     end,
            const char *words)
{
  gsize length = strlen (words);

  return end - start == length && g_ascii_strncasecmp (text + start, words, length) == 0;
}

/* A block may be as long as a book, so what stands in a part of it is looked up, not searched. */
static guint
first_lexeme (const Block *self,
              guint32      start)
{
  guint low = 0, high = self->lexemes->items->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (plx_lexemes_at (self->lexemes, middle)->start < start)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
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

/* Whose words an attribution gives, where a name tells. A country that says something is one that
 * is reported of; the capital or the palace that stands for its government speaks. */
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

  return mention->kind == PLX_KIND_PERSON || mention->kind == PLX_KIND_ORGANIZATION ||
         mention->form == PLX_FORM_METONYM ? mention : NULL;
}

/* "told Reuters": the organisation that stands right behind the verb. */
static const PlxMentionSpan *
listener_of (const Block          *self,
             const PlxAttribution *attribution)
{
  GArray *mentions = self->annotation->mentions;

  guint next = plx_annotation_first_mention (self->annotation, attribution->cue_end);
  const PlxMentionSpan *mention;

  if (next == mentions->len)
    return NULL;
  mention = &g_array_index (mentions, PlxMentionSpan, next);

  return mention->kind == PLX_KIND_ORGANIZATION &&
         mention->start <= attribution->cue_end + LISTENER_BYTES ? mention : NULL;
}

/**
 * plx_origins_dup_name:
 * @text: the text of an article
 * @entities: (element-type PlxEntityRecord): what its mentions name
 * @mention: one of them
 *
 * Returns: (transfer full): what is named is called, or the words of the mention where it names no
 *   entity
 */
char *
plx_origins_dup_name (const char           *text,
                      GPtrArray            *entities,
                      const PlxMentionSpan *mention)
{
  const PlxEntityRecord *entity;

  if (mention->entity == PLX_NONE)
    return g_strndup (text + mention->start, mention->end - mention->start);

  entity = g_ptr_array_index (entities, mention->entity);

  return g_strdup (entity->name);
}

static gboolean
has_title_word (const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  g_auto (GStrv) titles = g_strsplit (TITLES, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_strv_contains ((const char * const *) titles, words[i]))
        return TRUE;
    }

  return FALSE;
}

/* "the Daily Herald" is written by the Daily Herald itself. */
static gboolean
is_own_outlet (const Block *self,
               const char  *name)
{
  const char *outlet = self->annotation->document->fields[PLX_FIELD_OUTLET];

  return outlet != NULL && strstr (outlet, name) != NULL;
}

static PlxVoice
voice_of_mention (const PlxMentionSpan *mention,
                  const char           *name)
{
  if (mention->kind == PLX_KIND_PERSON)
    return PLX_VOICE_PERSON;

  return plx_agencies_find (name, -1) != NULL || has_title_word (name) ? PLX_VOICE_OUTLET
                                                                       : PLX_VOICE_BODY;
}

/* How far an origin stands from what is told: who has told the outlet comes before who is
 * only quoted by them. */
typedef enum
{
  RANK_NONE,
  RANK_UNNAMED,
  RANK_PAPER,
  RANK_SPEAKER,
  RANK_ACCORDING,
  RANK_OUTLET,
} Rank;

static void
take_origin (PlxSourcing *sourcing,
             Rank        *rank,
             Rank         own,
             PlxVoice     voice,
             char        *name)
{
  if (own <= *rank)
    {
      g_free (name);
      return;
    }

  g_free (sourcing->origin);
  sourcing->origin = name;
  sourcing->voice = voice;
  *rank = own;
}

static gboolean
has_word_of (const Block          *self,
             const PlxAttribution *attribution,
             const char           *words)
{
  for (guint k = first_lexeme (self, attribution->source_start);
       k < self->lexemes->items->len &&
       plx_lexemes_at (self->lexemes, k)->end <= attribution->source_end; k++)
    {
      if (plx_lexemes_has_word (self->lexemes, k, words))
        return TRUE;
    }

  return FALSE;
}

/* The words that name somebody without a name, without the article before them. */
static char *
dup_source (const Block          *self,
            const PlxAttribution *attribution)
{
  guint32 start = attribution->source_start;
  static const char * const articles[] = { "the ", "a ", "an " };

  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      if (g_ascii_strncasecmp (self->text + start, articles[i], strlen (articles[i])) == 0)
        {
          start += strlen (articles[i]);
          break;
        }
    }

  return g_strndup (self->text + start, attribution->source_end - MIN (start,
                                                                       attribution->source_end));
}

static void
take_described (const Block          *self,
                const PlxAttribution *attribution,
                PlxSourcing          *sourcing,
                Rank                 *rank)
{
  if (attribution->source_end == 0)
    return;
  if (has_word_of (self, attribution, PAPERS))
    {
      take_origin (sourcing, rank, RANK_PAPER, PLX_VOICE_DOCUMENT, dup_source (self, attribution));
      return;
    }
  if (has_word_of (self, attribution, BODIES))
    {
      take_origin (sourcing, rank, RANK_PAPER, PLX_VOICE_BODY, dup_source (self, attribution));
      return;
    }
  if (!has_word_of (self, attribution, NAMELESS))
    return;
  sourcing->is_unnamed = TRUE;
  take_origin (sourcing, rank, RANK_UNNAMED, PLX_VOICE_UNNAMED, dup_source (self, attribution));
}

static void
take_attribution (const Block          *self,
                  const PlxAttribution *attribution,
                  PlxSourcing          *sourcing,
                  Rank                 *rank)
{
  const PlxMentionSpan *speaker = speaker_of (self, attribution);
  guint32 start = attribution->cue_start, end = attribution->cue_end;
  const PlxMentionSpan *listener = is_written (self->text, start, end, "told")
                                   ? listener_of (self, attribution) : NULL;
  Rank before = *rank;

  sourcing->is_attributed = TRUE;
  if (listener != NULL)
    {
      g_autofree char *name = plx_origins_dup_name (self->text, self->entities, listener);

      if (!is_own_outlet (self, name))
        take_origin (sourcing, rank, RANK_OUTLET, PLX_VOICE_OUTLET, g_steal_pointer (&name));
    }
  if (speaker != NULL)
    {
      g_autofree char *name = plx_origins_dup_name (self->text, self->entities, speaker);
      PlxVoice voice = voice_of_mention (speaker, name);
      gboolean is_according = is_written (self->text, start, end, "according to") ||
                              is_written (self->text, start, end, "citing");

      if (!is_own_outlet (self, name))
        take_origin (sourcing, rank, voice == PLX_VOICE_OUTLET ? RANK_OUTLET
                                     : is_according ? RANK_ACCORDING : RANK_SPEAKER,
                     voice, g_steal_pointer (&name));
    }
  else if (attribution->kind == PLX_SOURCE_DESCRIBED)
    {
      take_described (self, attribution, sourcing, rank);
    }

  if (*rank != before || sourcing->cue_end == 0)
    {
      sourcing->scope_start = attribution->scope_start;
      sourcing->scope_end = attribution->scope_end;
      sourcing->cue_start = attribution->cue_start;
      sourcing->cue_end = attribution->cue_end;
    }
}

/* "on condition of anonymity" and "citing unnamed sources" tell it, wherever they stand. */
static gboolean
tells_unnamed (const Block           *self,
               const PlxSentenceSpan *sentence)
{
  for (guint k = first_lexeme (self, sentence->start);
       k < self->lexemes->items->len &&
       plx_lexemes_at (self->lexemes, k)->end <= sentence->end; k++)
    {
      if (plx_lexemes_has_word (self->lexemes, k, "anonymous anonymously anonymity unnamed "
                                "unidentified"))
        return TRUE;
    }

  return FALSE;
}

static void
take_quotes (const Block           *self,
             const PlxSentenceSpan *sentence,
             PlxSourcing           *sourcing)
{
  for (guint i = 0; i < self->quotations->len; i++)
    {
      const PlxQuotation *quotation = &g_array_index (self->quotations, PlxQuotation, i);
      PlxQuoted quoted = { MAX (quotation->start, sentence->start),
                           MIN (quotation->end, sentence->end), PLX_NONE,
                           quotation->speaker_start, quotation->speaker_end };

      if (quoted.start >= quoted.end || quotation->depth > 0)
        continue;
      if (quotation->mention != PLX_NONE)
        quoted.speaker = g_array_index (self->annotation->mentions, PlxMentionSpan,
                                        quotation->mention).entity;
      g_array_append_val (sourcing->quotes, quoted);
    }
}

/* "hours before a court ruled that …" tells of a ruling, and has nothing from the court. */
static gboolean
is_aside (const Block           *self,
          const PlxSentenceSpan *sentence,
          const PlxAttribution  *attribution)
{
  gboolean is_inside = FALSE;

  for (guint k = first_lexeme (self, sentence->start); k < self->lexemes->items->len; k++)
    {
      const PlxLexeme *lexeme = plx_lexemes_at (self->lexemes, k);

      if (lexeme->start >= attribution->start)
        break;
      if (lexeme->mark == ',' || lexeme->mark == ';')
        is_inside = FALSE;
      is_inside |= plx_lexemes_has_word (self->lexemes, k, "before after since when until while");
    }

  return is_inside;
}

static PlxSourcing *
read_sourcing (const Block           *self,
               const PlxSentenceSpan *sentence)
{
  PlxSourcing *sourcing = g_new0 (PlxSourcing, 1);
  Rank rank = RANK_NONE;

  sourcing->quotes = g_array_new (FALSE, FALSE, sizeof (PlxQuoted));
  for (guint i = 0; i < self->attributions->len; i++)
    {
      const PlxAttribution *attribution = &g_array_index (self->attributions, PlxAttribution, i);

      if (attribution->start >= sentence->start && attribution->start < sentence->end &&
          !is_aside (self, sentence, attribution))
        take_attribution (self, attribution, sourcing, &rank);
    }
  sourcing->is_unnamed |= tells_unnamed (self, sentence);
  take_quotes (self, sentence, sourcing);

  return sourcing;
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
      if (attribution->kind == PLX_SOURCE_DESCRIBED &&
          has_word_of (self, attribution, BACK_POINTERS))
        return TRUE;
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
  self->quotations = plx_quotations_find (self->lexemes, annotation->mentions);
}

static void
block_clear (Block *self)
{
  plx_lexemes_free (self->lexemes);
  g_array_unref (self->attributions);
  g_array_unref (self->quotations);
}

static void
find_in_block (const Block *self,
               guint        first,
               guint        past,
               GPtrArray   *origins)
{
  const PlxSourcing *last = NULL;

  for (guint i = first; i < past; i++)
    {
      const PlxSentenceSpan *sentence = &g_array_index (self->annotation->sentences,
                                                        PlxSentenceSpan, i);
      PlxSourcing *sourcing = read_sourcing (self, sentence);

      if ((sourcing->origin == NULL || sourcing->voice == PLX_VOICE_UNNAMED ||
           sourcing->voice == PLX_VOICE_DOCUMENT) &&
          last != NULL && points_back (self, sentence))
        {
          g_free (sourcing->origin);
          sourcing->origin = g_strdup (last->origin);
          sourcing->voice = last->voice;
        }
      g_ptr_array_add (origins, sourcing);
      if (sourcing->origin != NULL && sourcing->voice != PLX_VOICE_UNNAMED)
        last = sourcing;
    }
}

void
plx_sourcing_free (PlxSourcing *self)
{
  g_free (self->origin);
  g_array_unref (self->quotes);
  g_free (self);
}

/**
 * plx_origins_find:
 * @annotation: an article
 * @entities: (element-type PlxEntityRecord): what its mentions name
 *
 * Finds whom each sentence takes what it reports from: an agency or an outlet that has reported
 * it or was told it, a person or a body on the record, a document, people without a name. Where
 * several are told, those who report come before those who speak to them.
 *
 * Returns: (transfer full) (element-type PlxSourcing): for each sentence on whose word it reports
 */
GPtrArray *
plx_origins_find (PlxAnnotation *annotation,
                  GPtrArray     *entities)
{
  GPtrArray *origins = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_sourcing_free);
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
