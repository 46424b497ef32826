/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-label"

#include "config.h"

#include <string.h>

#include "comparing/plx-differences.h"
#include "comparing/plx-differing.h"
#include "comparing/plx-similarity.h"
#include "comparing/plx-stem.h"

/* A label is a headline: this many letters at most, this many words at least. */
#define MAX_LETTERS 60

/* So many sentences of a claim are looked at for the one to name it by. */
#define MOST_SENTENCES 40
#define MIN_WORDS 4

/* How many words may lead up to a sentence, and stand between two commas beside its subject. */
#define LEAD_WORDS 14
#define ASIDE_WORDS 24
#define DATELINE_WORDS 12
#define SAYING_WORDS 7
#define SAYING_DAYS 5

#define LEADS "according in on at during before after since for although though while " \
              "however despite nevertheless meanwhile earlier overall furthermore " \
              "additionally moreover ever besides as when if also still yet but and so or " \
              "later last late then instead asked speaking with by to under of behind back"
#define POINTERS "he she it they this these that those his her hers its their theirs both " \
                 "neither either which who whose here there such what"
#define SPOKEN "i i'm i've i'll we we're we've you you've my our"
#define PERSON_POINTERS "he she"
#define PERSON_OWNERS "his her"
#define ASIDES "which who whose whom a an the all both one once now then formerly including " \
               "like at in by of from with his her its their ever since after before " \
               "according despite however meanwhile though too also as"
#define SPANS "day week month year hour few couple moment"
#define HELPERS "is are was were has have had will would can could may might should must " \
                "does did do"
#define LOOSE_ENDS "a an the is are was were be been has have had will would that to of and " \
                   "or but in on at by for with from its his her their as not than who which"
#define CUTS "in on at by for with from to of after before since until as because while when " \
             "where who which that if although though and but or over under during despite " \
             "against into near about amid saying"
#define SAYING "said says reported reports announced told confirmed stated noted added " \
               "argued warned insisted"
#define QUOTES "“ ” \" ‘ ’"

typedef struct
{
  PlxWeave      *weave;
  PlxNode       *node;
  PlxAnnotation *annotation;
  GArray        *tokens;
  guint32        offset; /* where the sentence starts in the article */
} Source;

static void
source_init (Source   *self,
             PlxWeave *weave,
             PlxNode  *node)
{
  self->weave = weave;
  self->node = node;
  self->annotation = g_ptr_array_index (weave->annotations, node->ref.article);
  self->tokens = g_array_ref (node->tokens);
  self->offset = g_array_index (self->annotation->sentences, PlxSentenceSpan,
                                node->ref.sentence).start;
}

/* Whether a name goes on over the border before a token: "Belt and Road" is not cut. */
static gboolean
is_inside_name (Source *self,
                guint   token)
{
  guint32 byte = self->offset + plx_tokens_at (self->tokens, token)->start;
  guint next = plx_annotation_first_mention (self->annotation, byte);

  if (next > 0 &&
      g_array_index (self->annotation->mentions, PlxMentionSpan, next - 1).end > byte)
    return TRUE;

  /* Two capitals with a small word between them may be a name that nobody knows yet. */
  return token > 0 && token + 1 < self->tokens->len &&
         plx_tokens_among (self->tokens, token, "and of for the") &&
         plx_tokens_at (self->tokens, token - 1)->is_capital &&
         plx_tokens_at (self->tokens, token + 1)->is_capital;
}

static gboolean
is_mark (GArray     *tokens,
         guint       token,
         const char *marks)
{
  return token < tokens->len && !plx_tokens_at (tokens, token)->is_word &&
         plx_tokens_among (tokens, token, marks);
}

/* After "NAIROBI (Reuters) –", "However,", "In recent months,", "Two hours later" and what else
 * only leads up to a sentence. */
static guint
skip_leads (GArray *tokens)
{
  guint start = 0;

  for (guint i = 1; i < tokens->len && i < DATELINE_WORDS; i++)
    {
      if (is_mark (tokens, i, "– — -- -") && plx_tokens_at (tokens, 0)->is_capital)
        start = i + 1;
    }
  while (start + MIN_WORDS < tokens->len && !plx_tokens_at (tokens, start)->is_word)
    start++;

  /* "UPDATE:" */
  if (is_mark (tokens, start + 1, ":"))
    start += 2;
  if (plx_tokens_among (tokens, start + 1, "hours days weeks months years minutes") &&
      plx_tokens_among (tokens, start + 2, "later earlier ago after before"))
    start += is_mark (tokens, start + 3, ",") ? 4 : 3;
  else if (plx_tokens_among (tokens, start, "but and yet so"))
    start++;
  if (!plx_tokens_among (tokens, start, LEADS) &&
      !g_str_has_suffix (plx_tokens_word (tokens, start), "ing") &&
      !(plx_tokens_among (tokens, start, "a") && plx_tokens_among (tokens, start + 1, SPANS)))
    return start;

  for (guint i = start + 1; i < tokens->len && i <= start + LEAD_WORDS; i++)
    {
      if (is_mark (tokens, i, ",") && i + MIN_WORDS < tokens->len)
        return i + 1;
    }

  return start;
}

/* "The minister said that it would …": the rest tells what it is about, unless it points back. */
static guint
skip_saying (GArray *tokens,
             guint   start)
{
  for (guint i = start + 1; i + MIN_WORDS < tokens->len && i < start + SAYING_WORDS; i++)
    {
      if (is_mark (tokens, i, ","))
        break;
      if (!plx_tokens_among (tokens, i, SAYING))
        continue;
      for (guint j = i + 1; j + MIN_WORDS < tokens->len && j < i + SAYING_DAYS; j++)
        {
          if (plx_tokens_among (tokens, j, "that"))
            return plx_tokens_among (tokens, j + 1, POINTERS) ? start : j + 1;
        }
    }

  return start;
}

/* Whether what starts after a comma only tells who or what the words before it are. */
static gboolean
is_aside (GArray *tokens,
          guint   comma,
          guint   end)
{
  guint first = comma + 1;

  if (plx_tokens_among (tokens, first, ASIDES " led known born held built") ||
      g_str_has_suffix (plx_tokens_word (tokens, first), "ed") ||
      plx_tokens_among (tokens, first + 1, "'s") ||
      plx_tokens_among (tokens, comma - 1, HELPERS))
    return TRUE;
  /* "Smith, 52," */
  if (end == first + 1 && g_ascii_isdigit (plx_tokens_word (tokens, first)[0]))
    return TRUE;

  /* "the mayor, Ann Smith," but not "France, Italy,". */
  if (plx_tokens_at (tokens, comma - 1)->is_capital)
    return FALSE;
  for (guint i = first; i < end; i++)
    {
      if (!plx_tokens_at (tokens, i)->is_capital)
        return FALSE;
    }

  return TRUE;
}

/* What stands between two commas, or in brackets: "Smith, the head of the board, left". Returns
 * the token after it, or @at where there is none. */
static guint
skip_aside (GArray *tokens,
            guint   at)
{
  gboolean brackets = is_mark (tokens, at, "(");

  for (guint i = at + 1; at > 0 && i < tokens->len && i < at + ASIDE_WORDS; i++)
    {
      if (brackets && is_mark (tokens, i, ")"))
        return i + 1;
      if (brackets || !is_mark (tokens, i, ","))
        continue;
      /* Of a list every part counts. */
      if (plx_tokens_among (tokens, i + 1, "and or") || i + 2 >= tokens->len)
        return at;

      return is_aside (tokens, at, i) ? i + 1 : at;
    }

  return at;
}

/* "Smith, 52, who heads the board, left": one comma ends an aside and starts the next. */
static guint
skip_asides (GArray *tokens,
             guint   at)
{
  guint next = is_mark (tokens, at, ", (") ? skip_aside (tokens, at) : at;

  while (next > at && next < tokens->len && skip_aside (tokens, next - 1) > next)
    next = skip_aside (tokens, next - 1);

  return next;
}

static void
append_token (Source  *self,
              GString *label,
              guint    token,
              guint    last)
{
  PlxToken *here = plx_tokens_at (self->tokens, token);

  if (label->len > 0 && (token != last + 1 ||
                         here->start > plx_tokens_at (self->tokens, last)->end))
    g_string_append_c (label, ' ');
  g_string_append_len (label, self->node->text + here->start, here->end - here->start);
}

/* Whether the clause is told: at a comma or a stop, when there are enough words before it, or
 * where a quote that started the sentence is closed. */
static gboolean
is_end (Source *self,
        guint   i,
        guint   n)
{
  gboolean quoted = is_mark (self->tokens, 0, QUOTES);

  if (n >= MIN_WORDS && is_mark (self->tokens, i, ", ; : – — -- ("))
    return TRUE;
  if (n >= MIN_WORDS - 1 && is_mark (self->tokens, i, QUOTES) && quoted)
    return TRUE;

  /* The stop in "example.org" is none. */
  return is_mark (self->tokens, i, ". ! ? ...") &&
         (i + 1 == self->tokens->len || is_mark (self->tokens, i + 1, QUOTES) ||
          plx_tokens_at (self->tokens, i + 1)->start > plx_tokens_at (self->tokens, i)->end);
}

/* A quote that is opened and not closed goes. */
static void
balance_quotes (GString *label)
{
  static const char * const marks[] = { "“", "”", "\"" };
  guint counts[G_N_ELEMENTS (marks)] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      for (const char *at = strstr (label->str, marks[i]); at != NULL;
           at = strstr (at + 1, marks[i]))
        counts[i]++;
    }

  if (counts[0] == counts[1] && counts[2] % 2 == 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    g_string_replace (label, marks[i], "", 0);
}

/* No label ends in "of the". */
static void
drop_loose_end (GString *label)
{
  while (label->len > 0)
    {
      g_autoptr (GArray) tokens = plx_tokens_new (label->str, 0, label->len);
      guint last = tokens->len - 1;

      if (tokens->len < 2 || (!plx_tokens_among (tokens, last, LOOSE_ENDS) &&
                              !is_mark (tokens, last, ", ; : – — -- (")))
        return;
      g_string_truncate (label, plx_tokens_at (tokens, last - 1)->end);
    }
}

/* The clause from @start on, cut where something that can be left out begins. @done gets whether
 * it came to the end of what it says. */
static GString *
take_clause (Source   *self,
             guint     start,
             gboolean *done)
{
  GString *label = g_string_new (NULL);
  gsize cut = 0, rough_cut = 0;
  guint n = 0, last = start;
  glong letters = 0;

  for (guint i = start; i < self->tokens->len && letters <= MAX_LETTERS; i++)
    {
      i = skip_asides (self->tokens, i);
      if (i >= self->tokens->len || is_end (self, i, n) ||
          (n >= MIN_WORDS && i > last + 1 && plx_tokens_among (self->tokens, i, "which who whose")))
        break;
      if (n >= MIN_WORDS && plx_tokens_at (self->tokens, i - 1)->is_content &&
          !is_inside_name (self, i))
        {
          if (!plx_tokens_at (self->tokens, i)->is_content)
            rough_cut = label->len;
          if (plx_tokens_among (self->tokens, i, CUTS))
            cut = label->len;
        }

      append_token (self, label, i, last);
      last = i;
      n += plx_tokens_at (self->tokens, i)->is_word;
      letters = g_utf8_strlen (label->str, -1);
    }

  *done = letters <= MAX_LETTERS;
  if (!*done)
    g_string_truncate (label, cut > 0 ? cut : rough_cut);
  balance_quotes (label);
  drop_loose_end (label);

  return label;
}

/* "The minister said on Friday" does not tell what. */
static gboolean
ends_in_saying (const char *label)
{
  g_autoptr (GArray) tokens = plx_tokens_new (label, 0, strlen (label));

  for (guint i = tokens->len; i-- > 1 && tokens->len - i <= SAYING_DAYS;)
    {
      if (plx_tokens_among (tokens, i, SAYING))
        return TRUE;
    }

  return FALSE;
}

/* A headline has a verb. */
static gboolean
has_verb (const char *label)
{
  g_autoptr (GArray) tokens = plx_tokens_new (label, 0, strlen (label));

  for (guint i = 1; i < tokens->len; i++)
    {
      PlxToken *token = plx_tokens_at (tokens, i);

      if (plx_tokens_among (tokens, i, HELPERS))
        return TRUE;
      if (token->is_content && !token->is_capital &&
          (g_str_has_suffix (token->folded, "ed") || g_str_has_suffix (token->folded, "n't") ||
           plx_stem_is_irregular (token->folded) || g_str_has_suffix (token->folded, "s")))
        return TRUE;
    }

  return FALSE;
}

/* Who "he" is: the first person of the nearest sentence before that names one. */
static const char *
person_before (Source *self)
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
name_pointer (Source  *self,
              guint    start,
              GString *label)
{
  gboolean owner = plx_tokens_among (self->tokens, start, PERSON_OWNERS);
  PlxToken *token = plx_tokens_at (self->tokens, start);
  gsize length = token->end - token->start;
  const char *name;

  if ((!owner && !plx_tokens_among (self->tokens, start, PERSON_POINTERS)) || label->len < length)
    return NULL;

  name = person_before (self);
  if (name == NULL ||
      g_utf8_strlen (label->str, -1) + g_utf8_strlen (name, -1) > MAX_LETTERS + (glong) length)
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
name_speaker (Source  *self,
              guint    start,
              GString *label)
{
  const char *speaker = self->node->is_credited ? NULL : self->node->origin;
  const char *last = speaker != NULL ? strrchr (speaker, ' ') : NULL;
  glong room = MAX_LETTERS - 4 - g_utf8_strlen (label->str, -1);

  if (!is_mark (self->tokens, 0, QUOTES) && !plx_tokens_among (self->tokens, start, SPOKEN))
    return NULL;

  if (speaker != NULL && g_utf8_strlen (speaker, -1) <= room)
    return g_strdup_printf ("%s: “%s”", speaker, label->str);
  if (last != NULL && g_utf8_strlen (last + 1, -1) <= room)
    return g_strdup_printf ("%s: “%s”", last + 1, label->str);

  return g_strdup_printf ("“%s”", label->str);
}

/* The label that a sentence gives; @cost gets what speaks against it. */
static char *
label_of (PlxWeave *weave,
          PlxNode  *node,
          double   *cost)
{
  Source source;
  g_autoptr (GString) label = NULL;
  g_autofree char *named = NULL;
  gboolean done = FALSE;
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
  label = take_clause (&source, start, &done);
  /* Headlines do without the article where room is short. */
  if (!done && plx_tokens_among (source.tokens, start, "the a an"))
    {
      GString *shorter = take_clause (&source, start + 1, &done);

      /* It is only worth it where a word more fits. */
      if (shorter->len > label->len)
        {
          start++;
          g_string_assign (label, shorter->str);
        }
      g_string_free (shorter, TRUE);
    }
  named = name_pointer (&source, start, label);
  if (named == NULL && label->len > 0 && strchr (label->str, '"') == NULL &&
      strstr (label->str, "“") == NULL)
    named = name_speaker (&source, start, label);

  *cost = done ? 0 : 0.3;
  if (label->len == 0)
    *cost += 5;
  else if (!has_verb (label->str) || ends_in_saying (label->str))
    *cost += 0.6;
  if (plx_tokens_among (source.tokens, start, POINTERS))
    *cost += named != NULL ? 0.4 : 1;
  if (is_mark (source.tokens, 0, QUOTES) || plx_tokens_among (source.tokens, start, SPOKEN) ||
      strchr (node->text, '?') != NULL)
    *cost += 0.5;
  g_array_unref (source.tokens);

  if (label->len == 0)
    return g_strdup (node->text);

  return capitalise (named != NULL ? named : label->str);
}

/* How close a sentence is to the @n first of its claim. */
static double
closeness (PlxNode   *node,
           GPtrArray *nodes,
           guint      n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    {
      PlxNode *other = g_ptr_array_index (nodes, i);

      if (other != node)
        sum += plx_similarity_in_story (node->terms, other->terms);
    }

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

  for (guint i = 0; i < n; i++)
    {
      PlxNode *node = g_ptr_array_index (nodes, i);
      double cost;
      char *label = label_of (weave, node, &cost);

      cost += 0.01 * node->terms->n_words - closeness (node, nodes, n);
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
