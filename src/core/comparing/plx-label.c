/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-label"

#include "config.h"

#include <string.h>

#include "comparing/plx-differences.h"
#include "comparing/plx-differing.h"
#include "comparing/plx-label-clause.h"
#include "comparing/plx-similarity.h"

/* So many sentences of a claim are looked at for the one to name it by. */
#define MOST_SENTENCES 40

/* How many words may lead up to a sentence. */
#define LEAD_WORDS 14
#define DATELINE_WORDS 12
#define SAYING_WORDS 7
#define SAYING_DAYS 5

#define LEADS "according in on at during before after since for although though while " \
              "however despite nevertheless meanwhile earlier overall furthermore " \
              "additionally moreover ever besides as when if also still yet but and so or " \
              "later last late then once because unless given instead asked speaking with by to " \
              "under of behind back"
#define POINTERS "he she it they this these that those his her hers its their theirs both " \
                 "neither either which who whose here there such what"
#define SPOKEN "i i'm i've i'll we we're we've you you've my our"
#define PERSON_POINTERS "he she"
#define PERSON_OWNERS "his her"
#define SPANS "day week month year hour few couple moment"
#define SAYING "said says reported reports announced told confirmed stated noted added " \
               "argued warned insisted"

static void
source_init (PlxLabelSource *self,
             PlxWeave       *weave,
             PlxNode        *node)
{
  self->weave = weave;
  self->node = node;
  self->annotation = g_ptr_array_index (weave->annotations, node->ref.article);
  self->tokens = g_array_ref (node->tokens);
  self->offset = g_array_index (self->annotation->sentences, PlxSentenceSpan,
                                node->ref.sentence).start;
}

/* In "Of “no limits,” Smith" the mark goes with the comma. */
static gboolean
is_closed_after (GArray *tokens,
                 guint   comma)
{
  return plx_label_is_mark (tokens, comma + 1, "” \"") &&
         plx_tokens_at (tokens, comma + 1)->start == plx_tokens_at (tokens, comma)->end;
}

/* After "In recent months," and what else only leads up to a sentence. */
static guint
skip_lead (GArray *tokens,
           guint   start)
{
  gboolean is_even = plx_tokens_among (tokens, start, "even only especially");

  if (!plx_tokens_among (tokens, start, LEADS) &&
      !(is_even && plx_tokens_among (tokens, start + 1, LEADS)) &&
      !(plx_tokens_among (tokens, start, "now") && plx_tokens_among (tokens, start + 1, "that")) &&
      !g_str_has_suffix (plx_tokens_word (tokens, start), "ing") &&
      !(plx_tokens_among (tokens, start, "a") && plx_tokens_among (tokens, start + 1, SPANS)))
    return start;

  for (guint i = start + 1; i < tokens->len && i <= start + LEAD_WORDS; i++)
    {
      if (plx_label_is_mark (tokens, i, ",") && i + PLX_LABEL_WORDS < tokens->len &&
          !plx_tokens_among (tokens, i + 1, "but and or"))
        return i + 1 + is_closed_after (tokens, i);
    }

  return start;
}

/* After "NAIROBI (Reuters) –": the words before the dash are names and days. */
static guint
skip_dateline (GArray *tokens)
{
  for (guint i = 0; i < tokens->len && i < DATELINE_WORDS; i++)
    {
      PlxToken *token = plx_tokens_at (tokens, i);

      if (i > 0 && plx_label_is_mark (tokens, i, "– — -- -"))
        return i + 1;
      if (token->is_word && !token->is_capital && !g_ascii_isdigit (token->folded[0]))
        break;
    }

  return 0;
}

/* After a dateline, "However,", "Two hours later" and the like. */
static guint
skip_leads (GArray *tokens)
{
  guint start = skip_dateline (tokens);

  while (start + PLX_LABEL_WORDS < tokens->len && !plx_tokens_at (tokens, start)->is_word)
    start++;

  /* "UPDATE:" */
  if (plx_label_is_mark (tokens, start + 1, ":"))
    start += 2;
  if (plx_tokens_among (tokens, start + 1, "hours days weeks months years minutes") &&
      plx_tokens_among (tokens, start + 2, "later earlier ago after before"))
    start += plx_label_is_mark (tokens, start + 3, ",") ? 4 : 3;
  else if (plx_tokens_among (tokens, start, "but and yet so indeed"))
    start += plx_label_is_mark (tokens, start + 1, ",") ? 2 : 1;

  return skip_lead (tokens, start);
}

/* "The minister said that it would …": the rest tells what it is about, unless it points back. */
static guint
skip_saying (GArray *tokens,
             guint   start)
{
  for (guint i = start + 1; i + PLX_LABEL_WORDS < tokens->len && i < start + SAYING_WORDS; i++)
    {
      if (plx_label_is_mark (tokens, i, ","))
        break;
      if (!plx_tokens_among (tokens, i, SAYING))
        continue;
      for (guint j = i + 1; j + PLX_LABEL_WORDS < tokens->len && j < i + SAYING_DAYS; j++)
        {
          if (plx_tokens_among (tokens, j, "that"))
            return plx_tokens_among (tokens, j + 1, POINTERS) ? start
                                                              : skip_lead (tokens, j + 1);
        }
    }

  return start;
}

/* Who "he" is: the first person of the nearest sentence before that names one. */
static const char *
person_before (PlxLabelSource *self)
{
  GArray *mentions = self->annotation->mentions;
  guint32 sentence = self->node->ref.sentence;
  const PlxMentionSpan *found = NULL;
  guint32 from = g_array_index (self->annotation->sentences, PlxSentenceSpan,
                                sentence - MIN (sentence, 2)).start;

  for (guint i = plx_annotation_first_mention (self->annotation, from); i < mentions->len; i++)
    {
      const PlxMentionSpan *mention = &g_array_index (mentions, PlxMentionSpan, i);

      if (mention->sentence >= sentence)
        break;
      if (mention->kind != PLX_KIND_PERSON || mention->entity == PLX_NONE ||
          mention->form != PLX_FORM_NAME)
        continue;
      if (found == NULL || mention->sentence > found->sentence)
        found = mention;
    }

  if (found == NULL)
    return NULL;

  return ((PlxEntityRecord *) g_ptr_array_index (self->weave->entities, found->entity))->name;
}

/* "He left" and "His jet left" are told with the name. Returns the label, with the person named
 * where one is known. */
static char *
name_pointer (PlxLabelSource *self,
              guint           start,
              GString        *label)
{
  gboolean owner = plx_tokens_among (self->tokens, start, PERSON_OWNERS);
  PlxToken *token = plx_tokens_at (self->tokens, start);
  gsize length = token->end - token->start;
  const char *name;

  /* Within somebody's words "he" is none that the writer has named just before. */
  if ((!owner && !plx_tokens_among (self->tokens, start, PERSON_POINTERS)) ||
      label->len < length || plx_label_is_mark (self->tokens, 0, PLX_LABEL_QUOTES))
    return NULL;

  /* Who it is that "she said" has been found already. */
  if (!owner && plx_tokens_use (self->tokens, start + 1, PLX_LEX (SAY) | PLX_LEX (SAY_THAT) |
                                                         PLX_LEX (UTTER)))
    name = self->node->is_credited ? NULL : self->node->origin;
  else
    name = person_before (self);
  if (name == NULL || g_utf8_strlen (label->str, -1) + g_utf8_strlen (name, -1) >
                      PLX_LABEL_LETTERS + (glong) length)
    return NULL;

  return g_strconcat (name, owner ? "’s" : "", label->str + length, NULL);
}

static char *
capitalise (const char *label)
{
  const char *rest = g_utf8_next_char (label);
  g_autofree char *first = g_utf8_strup (label, rest - label);

  return g_strconcat (first, rest, NULL);
}

/* Somebody's own words are told with who spoke them, where that is known. */
static char *
name_speaker (PlxLabelSource *self,
              guint           start,
              GString        *label)
{
  const char *speaker = self->node->is_credited ? NULL : self->node->origin;
  const char *last = speaker != NULL ? strrchr (speaker, ' ') : NULL;
  glong room = PLX_LABEL_LETTERS - 4 - g_utf8_strlen (label->str, -1);

  if (!plx_label_is_mark (self->tokens, 0, PLX_LABEL_QUOTES) &&
      !plx_tokens_among (self->tokens, start, SPOKEN))
    return NULL;

  if (speaker != NULL && g_utf8_strlen (speaker, -1) <= room)
    return g_strdup_printf ("%s: “%s”", speaker, label->str);
  if (last != NULL && g_utf8_strlen (last + 1, -1) <= room)
    return g_strdup_printf ("%s: “%s”", last + 1, label->str);

  return g_strdup_printf ("“%s”", label->str);
}

static double
cost_of_end (PlxClauseEnd end)
{
  switch (end)
    {
    case PLX_CLAUSE_WHOLE:
      return 0;

    case PLX_CLAUSE_CUT:
      return 0.2;

    case PLX_CLAUSE_BROKEN:
      return 1;

    default:
      g_return_val_if_reached (1);
    }
}

/* The label that a sentence gives; @cost gets what speaks against it. */
static char *
label_of (PlxWeave *weave,
          PlxNode  *node,
          double   *cost)
{
  PlxLabelSource source;
  g_autoptr (GString) label = NULL;
  g_autofree char *named = NULL;
  PlxClauseEnd end;
  guint start;

  source_init (&source, weave, node);
  if (source.tokens->len == 0)
    {
      g_array_unref (source.tokens);
      *cost = 9;
      return g_strdup (node->text);
    }

  start = skip_leads (source.tokens);
  start = MIN (skip_saying (source.tokens, start), source.tokens->len - 1);
  label = plx_label_take (&source, start, &end);
  named = name_pointer (&source, start, label);
  if (named == NULL && label->len > 0 && strchr (label->str, '"') == NULL &&
      strstr (label->str, "“") == NULL)
    named = name_speaker (&source, start, label);

  *cost = cost_of_end (end);
  if (label->len == 0)
    *cost += 5;
  if (plx_tokens_among (source.tokens, start, POINTERS))
    *cost += named != NULL ? 0.4 : 1;
  if (plx_label_is_mark (source.tokens, 0, PLX_LABEL_QUOTES) ||
      plx_tokens_among (source.tokens, start, SPOKEN) || strchr (node->text, '?') != NULL)
    *cost += 0.5;
  g_array_unref (source.tokens);

  if (label->len == 0)
    return g_strdup (node->text);

  return capitalise (named != NULL ? named : label->str);
}

/* How alike the @n first sentences of a claim are, each with each: they are the same whichever of
 * two comes first. */
static double *
find_similarities (GPtrArray *nodes,
                   guint      n)
{
  double *similar = g_new0 (double, n * n);

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        const PlxNode *a = g_ptr_array_index (nodes, i), *b = g_ptr_array_index (nodes, j);

        similar[i * n + j] = similar[j * n + i] = plx_similarity_in_story (a->terms, b->terms);
      }

  return similar;
}

/* How close a sentence is to the others, on the average. */
static double
closeness (const double *similar,
           guint         n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += similar[i];

  return sum / MAX (1, n - 1);
}

/**
 * plx_differences_label:
 * @weave: the sentences of a story
 * @nodes: (element-type PlxNode): the sentences of a claim that have no other claim before it
 *
 * Chooses the sentence that is closest to the others of its claim and takes its first clause that
 * tells something. Of a claim that very many sentences report, the first ones stand for all.
 *
 * Returns: (transfer full): a few words that tell what the claim is about
 */
char *
plx_differences_label (PlxWeave  *weave,
                       GPtrArray *nodes)
{
  char *best = NULL;
  double least = 0;
  const guint n = MIN (nodes->len, MOST_SENTENCES);
  g_autofree double *similar = find_similarities (nodes, n);

  for (guint i = 0; i < n; i++)
    {
      PlxNode *node = g_ptr_array_index (nodes, i);
      double cost;
      char *label = label_of (weave, node, &cost);

      cost += 0.01 * node->terms->n_words - closeness (similar + i * n, n);
      /* What one article denies is not what the claim is called. */
      cost += node->terms->n_negations > 0 ? 0.15 : 0;
      if (best == NULL || cost < least)
        {
          g_free (best);
          best = label;
          least = cost;
        }
      else
        {
          g_free (label);
        }
    }

  return best;
}
