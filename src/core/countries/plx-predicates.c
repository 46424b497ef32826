/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-predicates"

#include "config.h"

#include "countries/plx-predicates.h"

#include <string.h>

#include "countries/plx-own-relations.h"
#include "countries/plx-pass.h"

/* Bytes, and tokens, of the longest sentence that only takes up what was said of others. */
#define LONGEST_TAKER 80
#define MOST_TOKENS 12

/* Words that a text is searched for, those that begin with the same byte one after the other. */
typedef struct
{
  guint8 first[256]; /* by the byte, counted from 1 */
  guint8 next[64];
} Starts;

static void
starts_fill (Starts             *self,
             const char * const *words,
             guint               n)
{
  g_assert (n < G_N_ELEMENTS (self->next));
  for (guint i = 0; i < n; i++)
    {
      guint8 *first = &self->first[(guchar) words[i][0]];

      self->next[i] = *first;
      *first = i + 1;
    }
}

/* All words are looked for at once, since nearly every sentence has none of them. */
static gboolean
has_any (const Starts       *self,
         const char * const *words,
         const char         *text,
         gsize               length)
{
  for (gsize at = 0; at < length; at++)
    {
      for (guint i = self->first[(guchar) text[at]]; i != 0; i = self->next[i - 1])
        {
          const char *word = words[i - 1];
          gsize k = 1;

          while (at + k < length && word[k] != '\0' && text[at + k] == word[k])
            k++;
          if (word[k] == '\0')
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
starts_with_term (const char *text,
                  gsize       length)
{
  gsize n;
  const PlxRelationInfo *relations = plx_relations_list (&n);

  for (gsize i = 0; i < n; i++)
    {
      for (guint j = 0; relations[i].terms[j] != NULL; j++)
        {
          const char *term = relations[i].terms[j];

          if (*term == *text && strlen (term) <= length &&
              strncmp (term, text, strlen (term)) == 0)
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
has_own_term (const char *text,
              gsize       length)
{
  g_autoptr (GPtrArray) own = plx_own_relations_list ();

  for (guint i = 0; i < own->len; i++)
    {
      const PlxRelationInfo *relation = ((PlxRelationFile *) own->pdata[i])->relation;

      for (guint j = 0; relation->terms[j] != NULL; j++)
        {
          if (g_strstr_len (text, length, relation->terms[j]) != NULL)
            return TRUE;
        }
    }

  return FALSE;
}

/**
 * plx_predicates_possible:
 * @text: a sentence
 * @length: its length in bytes
 *
 * Tells quickly whether a sentence can say how a country stands, so that the
 * many that can't cost next to nothing.
 *
 * Returns: whether it has one of the words for it
 */
gboolean
plx_predicates_possible (const char *text,
                         gsize       length)
{
  static const char * const stems[] = {
    "ember", "party", "parties", "ignator", "igned", " sign ", "atif", "oin", "cced", "ntered",
    "elong", "leave", " left ", "quit", "xited", "ithdr", "pulled out", "walked out", "dropped out",
    "utside", "backed by", "countries", "states", "nation", " ally", "allies", "admitted",
    "expelled",
  };
  static const char * const takers[] = { " not.", "n't.", "n’t.", "So ", "Nor ", "Neither ",
                                         ", too.", " is.", " are.", " did so", " done so",
                                         " the same", " followed",
                                         " has.", " have.", " did.", " does.", " do." };
  static Starts stem_starts, taker_starts;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      starts_fill (&stem_starts, stems, G_N_ELEMENTS (stems));
      starts_fill (&taker_starts, takers, G_N_ELEMENTS (takers));
      g_once_init_leave (&once, 1);
    }

  if (has_any (&stem_starts, stems, text, length))
    return TRUE;

  /* "So is Ghana." */
  if (length <= LONGEST_TAKER && has_any (&taker_starts, takers, text, length))
    return TRUE;

  /* "Is in NATO". All terms are names, so that most words need no second look. */
  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_isupper (text[i]) && (i == 0 || !g_ascii_isalnum (text[i - 1])) &&
          starts_with_term (text + i, length - i))
        return TRUE;
    }

  return plx_own_relations_any () && has_own_term (text, length);
}

static void
run (PlxPass *self)
{
  for (int i = 0; i < (int) self->parse->phrases->len; i++)
    {
      const PlxPhrase *phrase = plx_parse_at (self->parse, i);

      for (int token = phrase->start; token < phrase->end; token++)
        plx_pass_count (self, token);

      plx_pass_noun (self, i);
      plx_pass_label (self, i);
      plx_pass_nominal (self, i);
      plx_pass_act (self, i);
      plx_pass_passive (self, i);
      plx_pass_place (self, i);
      plx_pass_roster (self, i);
      plx_pass_ellipsis (self, i);
      plx_pass_follow_up (self, i);
    }
}

static gboolean
has_relation (PlxClause *clause)
{
  for (int i = 0; i < (int) clause->tokens->len; i++)
    {
      if (plx_clause_kind (clause, i) == PLX_TOKEN_RELATION)
        return TRUE;
    }

  return FALSE;
}

/* "Kenya is a member of the court. So is Ghana.": what the sentence before said last. */
static void
take_up (PlxPass *self)
{
  g_autoptr (GArray) findings = g_array_new (FALSE, FALSE, sizeof (PlxFinding));
  g_autoptr (PlxParse) parse = plx_parse_new (self->previous);
  PlxPass before = *self;

  before.parse = parse;
  before.clause = self->previous;
  before.previous = NULL;
  before.findings = findings;
  run (&before);
  self->last = before.last;
  self->last.end = -1;
}

/**
 * plx_predicates_find:
 * @clause: a sentence
 * @previous: (nullable): the sentence before it
 * @resolve: asks for a relation named earlier
 * @user_data: for @resolve
 * @findings: (element-type PlxFinding): where what is found is added
 *
 * Finds what a sentence says of how countries stand to treaties and blocs.
 */
void
plx_predicates_find (PlxClause          *clause,
                     PlxClause          *previous,
                     PlxResolveRelation  resolve,
                     gpointer            user_data,
                     GArray             *findings)
{
  g_autoptr (PlxParse) parse = plx_parse_new (clause);
  PlxPass self = {
    .parse = parse,
    .clause = clause,
    .previous = previous,
    .resolve = resolve,
    .user_data = user_data,
    .findings = findings,
  };

  if (previous != NULL && clause->tokens->len <= MOST_TOKENS && !has_relation (clause))
    take_up (&self);
  run (&self);
}
