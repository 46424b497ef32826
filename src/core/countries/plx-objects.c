/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-objects"

#include "config.h"

#include <string.h>

#include "countries/plx-pass.h"

/* Between a predicate and the relation it speaks of, in tokens. */
#define LONGEST_OBJECT 12

/* What may stand before the noun: "to *the Hague-based* court". */
static PlxWordSet before_nouns = { "the", "that", "this", "its", "their", "a", "an", "both",
                                   "either", "neither", "western", "military", "regional",
                                   "transatlantic", "defence", "defense", "trade", "economic",
                                   "founding", "based", "-", "permanent", "global", "world",
                                   "'s", "world's", "international", "so", "called", "same",
                                   "whole", "hague", "member", NULL };
/* How a treaty is tied to the body it made: "the treaty *that created the* ICC". */
static PlxWordSet connectors = { "that", "which", "created", "creating", "establishes",
                                 "established", "establishing", "set", "setting", "up", "founded",
                                 "founding", "governs", "governing", "underpins", "underpinning",
                                 "behind", "of", "for", "the", "on", "rests", "made",
                                 "has", "brought", "into", "being", "court", "'s", "treaty",
                                 "statute", "convention", NULL };
/* Where one of these follows, the relation only tells what kind of thing it is. */
static PlxWordSet modified = { "prosecutor", "prosecutors", "judge", "judges", "warrant",
                               "warrants", "arrest", "summit", "summits", "meeting", "meetings",
                               "trial", "trials", "investigation", "investigations", "probe",
                               "inquiry", "case", "cases", "charge", "charges", "indictment",
                               "indictments", "chief", "president", "registrar", "spokesman",
                               "spokeswoman", "spokesperson", "official", "officials", "decision",
                               "ruling", "order", "statement", "leader", "leaders", "foreign",
                               "ministers", "talks", "troops", "forces", "mission", "membership",
                               "detention", "jurisdiction", "headquarters", "chamber", "panel",
                               "lawyers", "team", "bid", "referral", "request", "process",
                               "investigators", "appeals", "pre", "member", "members", "signatory",
                               "signatories", "state", "states", "commission", "parliament",
                               "council", "peacekeepers", "envoy", "allies", "partners", "law",
                               "boss", "secretary", "general", "budget", "bureau", "room", "no",
                               "building", "intervention", "delegation",
                               "delegations", "assembly", "presidency", "staff", "lawyer",
                               "prosecution", "custody", "source", "sources", "observers",
                               "diplomats", "enlargement", "accession", "rules", "laws",
                               "funding", "aid", "flag", "soldiers", "sanctions", "candidate",
                               "base", "bases", "market", "citizens", "citizen", "country",
                               "countries", "nations", "customs", NULL };

static gboolean
names_vaguely (const PlxRelationInfo *relation,
               const char            *noun)
{
  return g_strv_contains (relation->vague, noun);
}

static gboolean
is_vague_noun (const char *noun)
{
  gsize n;
  const PlxRelationInfo *relations = plx_relations_list (&n);

  for (gsize i = 0; i < n; i++)
    {
      if (names_vaguely (&relations[i], noun))
        return TRUE;
    }

  return FALSE;
}

/* Whether what stands before `index` only tells which "summit", "Customs Union"
 * … is meant. Headlines in capitals must not hide what they say. */
static gboolean
is_modifier (PlxPass *self,
             int      index)
{
  static PlxWordSet small = { "and", "or", "but", "either", "too", "since", "in", "after", "amid",
                              "despite", "for", "as", "to", "says", "said", "on", "by", "with",
                              "over", "at", "last", "this", "when", "while", "yet", NULL };

  if (plx_clause_in (self->clause, index, modified))
    return TRUE;

  return plx_clause_kind (self->clause, index) == PLX_TOKEN_WORD &&
         plx_clause_at (self->clause, index)->is_capital &&
         !plx_clause_in (self->clause, index, small);
}

/* "The High Court" is a court of its own. */
static gboolean
is_bare_noun (PlxPass *self,
              int      index)
{
  const char *noun = plx_clause_at (self->clause, index)->word;

  return *noun != '\0' && plx_clause_kind (self->clause, index) == PLX_TOKEN_WORD &&
         is_vague_noun (noun) && plx_clause_in (self->clause, index - 1, before_nouns);
}

/**
 * plx_pass_coming:
 * @self: a pass
 * @index: a token
 * @noun: (nullable): a noun that stands for a relation
 *
 * Returns: (nullable): the first relation that the sentence names from @index on, where the noun
 *   can stand for it
 */
const PlxRelationInfo *
plx_pass_coming (PlxPass    *self,
                 int         index,
                 const char *noun)
{
  for (int at = index; at < (int) self->clause->tokens->len; at++)
    {
      const PlxRelationInfo *relation = plx_clause_at (self->clause, at)->relation;

      if (relation != NULL)
        return noun == NULL || names_vaguely (relation, noun) ? relation : NULL;
    }

  return NULL;
}

static const PlxRelationInfo *
resolve_noun (PlxPass *self,
              int      index)
{
  const char *noun = plx_clause_at (self->clause, index)->word;

  for (int i = index - 1; i >= 0; i--)
    {
      const PlxRelationInfo *relation = plx_clause_at (self->clause, i)->relation;

      if (relation != NULL && names_vaguely (relation, noun))
        return relation;
    }

  /* Named further on: "who joined the court in 2015 asked the ICC". */
  if (self->resolve (noun, self->user_data) == NULL)
    return plx_pass_coming (self, index + 1, noun);

  return self->resolve (noun, self->user_data);
}

/* "The treaty that created the ICC": from the noun on to the relation itself. */
static const PlxRelationInfo *
follow_connectors (PlxPass *self,
                   int      index,
                   int     *end)
{
  int at = index + 1;

  while (at < index + 8 && plx_clause_in (self->clause, at, connectors))
    at++;

  if (plx_clause_kind (self->clause, at) != PLX_TOKEN_RELATION)
    return NULL;

  *end = at + 1;

  return plx_clause_at (self->clause, at)->relation;
}

/* The relation token at `index`, and what it owns: "the ICC's Rome Statute". */
static const PlxRelationInfo *
read_relation (PlxPass *self,
               int      index,
               int     *end)
{
  static PlxWordSet own = { "founding", "treaty", "statute", "charter", NULL };
  PlxClause *clause = self->clause;

  *end = index + 1;

  if (plx_clause_is (clause, *end, "'s"))
    {
      (*end)++;
      if (plx_clause_kind (clause, *end) != PLX_TOKEN_RELATION &&
          !plx_clause_in (clause, *end, own))
        return NULL;
    }

  while (plx_clause_kind (clause, *end) == PLX_TOKEN_RELATION || plx_clause_in (clause, *end, own))
    (*end)++;

  return is_modifier (self, *end) ? NULL : plx_clause_at (clause, index)->relation;
}

/**
 * plx_pass_object:
 * @self: a pass
 * @index: the token behind a verb or a preposition
 * @end: (out): the token behind the object
 *
 * Reads the relation of which something is said: "the ICC's Rome Statute", "the
 * court", "the treaty that created it".
 *
 * Returns: (nullable): the relation, `NULL` where something else stands there
 */
const PlxRelationInfo *
plx_pass_object (PlxPass *self,
                 int      index,
                 int     *end)
{
  self->object_denied = plx_clause_is (self->clause, index, "neither");
  for (int at = index; at < index + LONGEST_OBJECT; at++)
    {
      if (plx_clause_kind (self->clause, at) == PLX_TOKEN_RELATION)
        return read_relation (self, at, end);

      if (is_bare_noun (self, at))
        {
          const PlxRelationInfo *relation = follow_connectors (self, at, end);

          if (relation != NULL)
            return relation;

          /* "The Western alliance, NATO" */
          if (plx_clause_is (self->clause, at + 1, ",") &&
              plx_clause_kind (self->clause, at + 2) == PLX_TOKEN_RELATION)
            return read_relation (self, at + 2, end);

          *end = at + 1;
          return is_modifier (self, at + 1) ? NULL : resolve_noun (self, at);
        }

      if (!plx_clause_in (self->clause, at, before_nouns))
        return NULL;
    }

  return NULL;
}

static gboolean
is_superlative (const char *word)
{
  return strlen (word) > 4 && g_str_has_suffix (word, "est");
}

/* "Thirtieth", "first": of what one of a row is. */
static gboolean
is_ordinal (const char *word)
{
  static const char * const others[] = { "first", "second", "third", NULL };

  return g_str_has_suffix (word, "eth") || g_str_has_suffix (word, "enth") ||
         g_str_has_suffix (word, "fth") || g_str_has_suffix (word, "ixth") ||
         g_str_has_suffix (word, "nth") || g_str_has_suffix (word, "ghth") ||
         g_strv_contains (others, word);
}

/**
 * plx_pass_modifier:
 * @self: a pass
 * @index: a noun such as "member"
 * @start: (out): the first token of what stands before it
 *
 * Reads the relation before a noun: "an *ICC* member", "*the court's* 123 member
 * states".
 *
 * Returns: (nullable): the relation
 */
const PlxRelationInfo *
plx_pass_modifier (PlxPass *self,
                   int      index,
                   int     *start)
{
  static PlxWordSet between = { "'s", "-", "founding", "full", "fellow", "current", "newest",
                                "latest", "own", "other", "treaty", "long", "standing", NULL };
  int at = index - 1;

  while (plx_clause_in (self->clause, at, between) ||
         plx_clause_kind (self->clause, at) == PLX_TOKEN_NUMBER ||
         is_superlative (plx_clause_at (self->clause, at)->word) ||
         is_ordinal (plx_clause_at (self->clause, at)->word) ||
         g_ascii_isdigit (*plx_clause_at (self->clause, at)->word))
    at--;

  if (plx_clause_kind (self->clause, at) == PLX_TOKEN_RELATION)
    {
      *start = at;
      while (plx_clause_kind (self->clause, *start - 1) == PLX_TOKEN_RELATION)
        (*start)--;
      return plx_clause_at (self->clause, at)->relation;
    }

  if (plx_clause_is (self->clause, at + 1, "'s") && is_bare_noun (self, at))
    {
      *start = at;
      return resolve_noun (self, at);
    }

  return NULL;
}

/**
 * plx_pass_topic:
 * @self: a pass
 * @index: a token
 *
 * Tells which relation the sentence has spoken of before @index: that of "a
 * court of which China is not a member".
 *
 * Returns: (nullable): the relation
 */
const PlxRelationInfo *
plx_pass_topic (PlxPass *self,
                int      index)
{
  for (int at = index - 1; at >= 0; at--)
    {
      if (plx_clause_kind (self->clause, at) == PLX_TOKEN_RELATION)
        return plx_clause_at (self->clause, at)->relation;

      if (is_bare_noun (self, at))
        return resolve_noun (self, at);
    }

  return NULL;
}
