/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-weave"

#include "config.h"

#include "comparing/plx-claims.h"

#include "comparing/plx-facts.h"
#include "comparing/plx-origins.h"
#include "countries/plx-statements.h"

/* So many terms of the headlines make up what the story is about. */
#define HEADLINE_TERMS 8
#define MOST_OF_HEADLINE 1.5

static void
node_free (gpointer data)
{
  PlxNode *node = data;

  plx_terms_free (node->terms);
  g_free (node->origin);
  g_array_unref (node->quotes);
  g_array_unref (node->standings);
  g_array_unref (node->tokens);
  g_array_unref (node->facts);
  g_free (node->text);
  g_free (node);
}

/**
 * plx_weave_takes:
 * @role: what a block is
 *
 * A headline repeats what the article says, and a byline reports nothing.
 *
 * Returns: whether the sentences of such a block are compared
 */
gboolean
plx_weave_takes (PlxRole role)
{
  switch (role)
    {
    case PLX_ROLE_STANDFIRST:
    case PLX_ROLE_BODY:
    case PLX_ROLE_QUOTE:
    case PLX_ROLE_LIST:
      return TRUE;

    case PLX_ROLE_HEADLINE:
    case PLX_ROLE_AUTHOR:
    case PLX_ROLE_DATE:
    case PLX_ROLE_HEADING:
    case PLX_ROLE_TABLE:
    case PLX_ROLE_CAPTION:
    case PLX_ROLE_CHROME:
    default:
      return FALSE;
    }
}

/* The mentions of an annotation are in order, so those of a sentence are a slice. @next is where
 * those of the sentence before end. */
static GArray *
mentions_of (PlxAnnotation *annotation,
             guint32        sentence,
             guint         *next)
{
  GArray *slice = g_array_new (FALSE, FALSE, sizeof (PlxMentionSpan));

  for (; *next < annotation->mentions->len; (*next)++)
    {
      PlxMentionSpan *mention = &g_array_index (annotation->mentions, PlxMentionSpan, *next);

      if (mention->sentence > sentence)
        break;
      if (mention->sentence == sentence)
        g_array_append_val (slice, *mention);
    }

  return slice;
}

/* What is said is in order, so that of a sentence is a slice. @next is where that of the sentence
 * before ends. */
static GArray *
standings_of (GArray         *said,
              PlxSentenceRef  ref,
              guint          *next)
{
  GArray *standings = g_array_new (FALSE, FALSE, sizeof (PlxStanding));

  for (; *next < said->len; (*next)++)
    {
      const PlxStated *one = &g_array_index (said, PlxStated, *next);
      const PlxFinding *finding = &one->finding;
      PlxStanding standing = { finding->country, finding->relation->id, finding->says,
                               finding->count };

      if (one->ref.article != ref.article || one->ref.sentence > ref.sentence)
        break;
      if (one->ref.sentence == ref.sentence)
        g_array_append_val (standings, standing);
    }

  return standings;
}

/* What nobody else is told to say is the agency's whose name stands over or under it all. */
static void
set_sourcing (PlxNode     *node,
              guint32      offset,
              PlxSourcing *sourcing,
              const char  *credit)
{
  node->is_credited = sourcing->origin == NULL && credit != NULL;
  node->origin = node->is_credited ? g_strdup (credit) : g_steal_pointer (&sourcing->origin);
  node->voice = node->is_credited ? PLX_VOICE_OUTLET : sourcing->voice;
  node->is_unnamed = sourcing->is_unnamed;
  node->is_attributed = sourcing->is_attributed;
  node->quotes = g_array_ref (sourcing->quotes);
  if (sourcing->cue_end == 0)
    return;
  node->scope_start = sourcing->scope_start - MIN (offset, sourcing->scope_start);
  node->scope_end = sourcing->scope_end - MIN (offset, sourcing->scope_end);
  node->cue_start = sourcing->cue_start - MIN (offset, sourcing->cue_start);
  node->cue_end = sourcing->cue_end - MIN (offset, sourcing->cue_end);
}

static void
add_article (PlxWeave *self,
             guint     article)
{
  PlxAnnotation *annotation = g_ptr_array_index (self->annotations, article);
  g_autoptr (GPtrArray) origins = plx_origins_find (annotation, self->entities);
  g_autofree char *credit = plx_origins_credit (annotation, self->entities);
  const char *text = annotation->document->text->str;
  PlxDay day = plx_document_get_day (annotation->document);
  guint next = 0, next_said = self->said->len;

  plx_statements_search (annotation, article, self->said);
  for (guint i = 0; i < annotation->sentences->len; i++)
    {
      PlxSentenceSpan *span = &g_array_index (annotation->sentences, PlxSentenceSpan, i);
      g_autoptr (GArray) mentions = NULL;
      PlxNode *node;

      if (!plx_weave_takes (plx_document_get_block (annotation->document, span->block)->role))
        continue;

      mentions = mentions_of (annotation, i, &next);
      node = g_new0 (PlxNode, 1);
      node->ref = (PlxSentenceRef) { article, i };
      node->terms = plx_terms_new (text, span->start, span->end, mentions, self->entities,
                                   self->vocabulary);
      set_sourcing (node, span->start, g_ptr_array_index (origins, i), credit);
      node->text = g_strndup (text + span->start, span->end - span->start);
      node->standings = standings_of (self->said, node->ref, &next_said);
      node->facts = plx_facts_find_with_tokens (node->text, day, &node->tokens);
      node->place = (double) i / annotation->sentences->len;
      g_ptr_array_add (self->nodes, node);
    }
}

static int
compare_sums (const void *x,
              const void *y)
{
  double a = *(const double *) x, b = *(const double *) y;

  return (a < b) - (a > b);
}

/* What the headlines tell: by the stem of a word, how many of them have it, times how much it
 * tells anywhere. */
static GHashTable *
profile_headlines (PlxWeave *self,
                   double   *most)
{
  GHashTable *profile = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (double));
  GHashTableIter iter;
  gpointer sum;

  for (guint i = 0; i < self->annotations->len; i++)
    {
      PlxAnnotation *annotation = g_ptr_array_index (self->annotations, i);
      PlxDocument *document = annotation->document;

      for (guint j = 0; j < plx_document_get_n_blocks (document); j++)
        {
          const PlxBlockSpan *block = plx_document_get_block (document, j);
          g_autoptr (PlxTerms) terms = NULL;

          if (block->role != PLX_ROLE_HEADLINE)
            continue;
          terms = plx_terms_new (document->text->str, block->start, block->end, NULL, NULL,
                                 self->vocabulary);
          plx_terms_add_rarity (terms, profile);
        }
    }

  g_hash_table_iter_init (&iter, profile);
  while (g_hash_table_iter_next (&iter, NULL, &sum))
    g_array_append_vals (sums, sum, 1);
  g_array_sort (sums, compare_sums);
  *most = 0;
  for (guint i = 0; i < MIN (sums->len, HEADLINE_TERMS); i++)
    *most += g_array_index (sums, double, i);

  return profile;
}

/* Much of what a sentence of the main event says is in every second sentence of the story, which
 * therefore weighs little; but the headlines have it. */
static void
hold_against_headlines (PlxWeave *self)
{
  double most;
  g_autoptr (GHashTable) profile = profile_headlines (self, &most);

  for (guint i = 0; i < self->nodes->len && most > 0; i++)
    {
      PlxNode *node = g_ptr_array_index (self->nodes, i);

      node->headline = MIN (MOST_OF_HEADLINE, plx_terms_sum_of (node->terms, profile) / most);
    }
}

/**
 * plx_weave_new:
 * @annotations: (element-type PlxAnnotation): the articles
 * @entities: (element-type PlxEntityRecord): what they name
 *
 * Takes the articles of a story apart into sentences that can be compared.
 *
 * Both arrays must outlive the weave.
 *
 * Returns: (transfer full): the sentences
 */
PlxWeave *
plx_weave_new (GPtrArray *annotations,
               GPtrArray *entities)
{
  PlxWeave *self = g_new0 (PlxWeave, 1);
  g_autoptr (PlxTermStats) stats = plx_term_stats_new ();

  self->annotations = g_ptr_array_ref (annotations);
  self->entities = g_ptr_array_ref (entities);
  self->nodes = g_ptr_array_new_with_free_func (node_free);
  self->said = g_array_new (FALSE, FALSE, sizeof (PlxStated));
  self->vocabulary = plx_vocabulary_new ();

  for (guint i = 0; i < annotations->len; i++)
    add_article (self, i);

  for (guint i = 0; i < self->nodes->len; i++)
    plx_term_stats_add (stats, ((PlxNode *) g_ptr_array_index (self->nodes, i))->terms);
  for (guint i = 0; i < self->nodes->len; i++)
    plx_terms_weigh (((PlxNode *) g_ptr_array_index (self->nodes, i))->terms, stats);
  hold_against_headlines (self);

  return self;
}

void
plx_weave_free (PlxWeave *self)
{
  g_ptr_array_unref (self->annotations);
  g_ptr_array_unref (self->entities);
  g_ptr_array_unref (self->nodes);
  g_array_unref (self->said);
  plx_vocabulary_free (self->vocabulary);
  g_free (self);
}

/**
 * plx_weave_get_node:
 * @self: a weave
 * @ref: a sentence
 *
 * Returns: (nullable): what stands for the sentence, or `NULL` where it is not compared
 */
PlxNode *
plx_weave_get_node (PlxWeave       *self,
                    PlxSentenceRef  ref)
{
  guint low = 0, high = self->nodes->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      PlxNode *node = g_ptr_array_index (self->nodes, middle);

      if (node->ref.article == ref.article && node->ref.sentence == ref.sentence)
        return node;
      if (node->ref.article < ref.article ||
          (node->ref.article == ref.article && node->ref.sentence < ref.sentence))
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}

/**
 * plx_nodes_share_standing:
 * @a: a sentence
 * @b: another
 *
 * Returns: whether both tell how the same country stands to the same treaty
 */
gboolean
plx_nodes_share_standing (const PlxNode *a,
                          const PlxNode *b)
{
  for (guint i = 0; i < a->standings->len; i++)
    {
      const PlxStanding *x = &g_array_index (a->standings, PlxStanding, i);

      for (guint j = 0; j < b->standings->len; j++)
        {
          const PlxStanding *y = &g_array_index (b->standings, PlxStanding, j);

          if (x->relation == y->relation && x->country == y->country)
            return TRUE;
        }
    }

  return FALSE;
}
