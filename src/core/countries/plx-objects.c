/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-objects"

#include "config.h"

#include "countries/plx-pass.h"

/* How far behind "the treaty" what it made may be named, in phrases. */
/* How many bodies of which we have no table may stand before one that we know. */
#define MOST_OTHERS 3

#define LONGEST_DESCRIPTION 8

static PlxTokenKind
kind_at (PlxPass *self,
         int      token)
{
  return plx_clause_kind (self->clause, token);
}

/**
 * plx_relation_is_vague:
 * @relation: a relation
 * @noun: a noun in small letters
 *
 * Returns: whether the noun can mean the relation where that was named before: "the court"
 */
gboolean
plx_relation_is_vague (const PlxRelationInfo *relation,
                       const char            *noun)
{
  return relation->vague != NULL && g_strv_contains (relation->vague, noun);
}

/**
 * plx_pass_coming:
 * @self: a pass
 * @index: the place of a phrase
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
  int token = plx_parse_at (self->parse, index)->start;

  for (; token >= 0 && token < (int) self->clause->tokens->len; token++)
    {
      const PlxRelationInfo *relation = plx_clause_at (self->clause, token)->relation;

      if (relation != NULL)
        return noun == NULL || plx_relation_is_vague (relation, noun) ? relation : NULL;
    }

  return NULL;
}

/**
 * plx_pass_fronted_topic:
 * @self: a pass
 * @end: the place behind a predicate
 *
 * Finds the relation that the main clause names, of which a clause at its front speaks: "because
 * Egypt is not a member, the ICC cannot".
 *
 * Returns: (nullable): the relation
 */
const PlxRelationInfo *
plx_pass_fronted_topic (PlxPass *self,
                        int      end)
{
  int first = end;

  while (plx_parse_kind (self->parse, first - 1) != PLX_PHRASE_END)
    first--;

  return plx_parse_is (self->parse, end, ",") &&
         plx_parse_kind (self->parse, first) == PLX_PHRASE_SUBORDINATOR
           ? plx_pass_coming (self, end, NULL) : NULL;
}

/* What "the court" at a token means: named before it, in the sentences before, or behind it. */
static const PlxRelationInfo *
resolve_noun (PlxPass *self,
              int      index,
              int      token)
{
  const char *noun = plx_clause_at (self->clause, token)->word;
  const PlxRelationInfo *relation;

  for (int at = token - 1; at >= 0; at--)
    {
      relation = plx_clause_at (self->clause, at)->relation;
      if (relation != NULL && plx_relation_is_vague (relation, noun))
        return relation;
    }

  relation = self->resolve (noun, self->user_data);

  return relation != NULL ? relation : plx_pass_coming (self, index + 1, noun);
}

/* Whether "the regional court" may be the one that was named: "the High Court", "Kenya's court" and
 * "a Turkish court" are others. */
static gboolean
is_bare_noun (PlxPass *self,
              int      index)
{
  static PlxWordSet articles = { "the", "that", "this", "its", "their", "a", "an", "same", "both",
                                 "either", "neither", NULL };
  static PlxWordSet names = { "hague", "western", "european", "african", "atlantic", "asian",
                              "eurasian", "transatlantic", "rome", "brussels", "arab", NULL };
  const PlxPhrase *noun = plx_parse_at (self->parse, index);
  gboolean compound = FALSE;

  if ((noun->senses & PLX_SENSE_BODY) == 0 ||
      (!plx_clause_in (self->clause, noun->start, articles) &&
       plx_parse_kind (self->parse, index - 1) != PLX_PHRASE_RELATIVE))
    return FALSE;

  for (int at = noun->start; at < noun->end - 1; at++)
    compound |= plx_clause_is (self->clause, at, "-");

  for (int at = noun->start; at < noun->end; at++)
    {
      const PlxToken *token = plx_clause_at (self->clause, at);

      if (compound && token->kind != PLX_TOKEN_RELATION && at < noun->end - 1)
        continue;
      if (token->kind == PLX_TOKEN_COUNTRY || token->kind == PLX_TOKEN_DEMONYM)
        return FALSE;
      if (token->is_capital && at > noun->start && token->kind == PLX_TOKEN_WORD &&
          !plx_clause_in (self->clause, at, names))
        return FALSE;
    }

  return TRUE;
}

/* The last relation named in a noun phrase, before its last word. */
static const PlxRelationInfo *
find_inside (PlxPass         *self,
             const PlxPhrase *noun,
             int             *token)
{
  for (int at = noun->end - 1; at >= noun->start; at--)
    {
      if (kind_at (self, at) == PLX_TOKEN_RELATION)
        {
          *token = at;
          return plx_clause_at (self->clause, at)->relation;
        }
    }

  return NULL;
}

/* "The treaty that created the ICC", "the statute on which the court rests": what it is described
 * by, where verbs stand between that say how a treaty and a body belong together. */
static const PlxRelationInfo *
find_described (PlxPass *self,
                int      index,
                int     *end)
{
  static PlxWordSet makers = { "created", "creating", "creates", "established", "establishing",
                               "establishes", "set", "founded", "founding", "governs", "governing",
                               "underpins", "underpinning", "rests", "brought", "made", "regulates",
                               "behind", "based", NULL };
  gboolean made = FALSE;

  for (int at = index + 1; at < index + LONGEST_DESCRIPTION; at++)
    {
      const PlxPhrase *phrase = plx_parse_at (self->parse, at);
      int token;

      if (phrase->kind == PLX_PHRASE_END ||
          (phrase->kind == PLX_PHRASE_MARK && at > index + 1))
        return NULL;
      if (phrase->kind == PLX_PHRASE_VERB || phrase->kind == PLX_PHRASE_PREPOSITION)
        {
          for (token = phrase->start; token < phrase->end; token++)
            made |= plx_clause_in (self->clause, token, makers);
        }
      if (phrase->kind != PLX_PHRASE_NOUN)
        continue;

      /* "On which the ICC rests": its verb comes behind. */
      made |= plx_clause_in (self->clause, plx_parse_at (self->parse, at + 1)->start, makers);
      if (made && kind_at (self, phrase->end - 1) == PLX_TOKEN_RELATION)
        {
          *end = at + 1;
          if (plx_clause_in (self->clause, plx_parse_at (self->parse, at + 1)->start, makers))
            *end = at + 2;
          return plx_clause_at (self->clause, phrase->end - 1)->relation;
        }
    }

  return NULL;
}

/* "The ranks of NATO", "the statute of the court": what the noun is of. */
static const PlxRelationInfo *
find_behind_of (PlxPass *self,
                int      index,
                int     *end)
{
  if (!plx_parse_is (self->parse, index + 1, "of"))
    return NULL;

  /* "The circle of BRICS states" */
  if ((plx_parse_at (self->parse, index + 2)->senses &
       (PLX_SENSE_STATES | PLX_SENSE_PLURAL)) != 0)
    {
      int token;

      *end = index + 3;
      return find_inside (self, plx_parse_at (self->parse, index + 2), &token);
    }

  return plx_pass_relation (self, index + 2, end);
}

static const PlxRelationInfo *
read_body (PlxPass *self,
           int      index,
           int     *end)
{
  static PlxWordSet papers = { "pact", "treaty", "charter", "convention", "statute", NULL };
  const PlxPhrase *noun = plx_parse_at (self->parse, index);
  const PlxRelationInfo *relation;
  gboolean another = FALSE;
  int token;

  *end = index + 1;
  relation = find_inside (self, noun, &token);
  if (relation != NULL)
    {
      /* "The EU Customs Union" is another, "the NATO alliance" is not. */
      for (int at = token + 1; at < noun->end; at++)
        {
          if (plx_clause_at (self->clause, at)->is_capital)
            return NULL;
          another |= *plx_clause_at (self->clause, at)->word != '\0' && at < noun->end - 1 &&
                     plx_parse_word (self->parse, at)->senses == 0;
        }
      /* "The EU trade pact" is one that the EU has, "the NATO treaty" its own. */
      if (another && !relation->is_treaty && plx_clause_in (self->clause, noun->end - 1, papers))
        return NULL;
      return relation;
    }

  if ((relation = find_behind_of (self, index, end)) != NULL ||
      (relation = find_described (self, index, end)) != NULL)
    return relation;

  *end = index + 1;
  /* "The Western alliance, NATO" */
  if (plx_parse_is (self->parse, index + 1, ",") &&
      plx_parse_at (self->parse, index + 2)->end - plx_parse_at (self->parse, index + 2)->start
      <= 2 &&
      kind_at (self, plx_parse_at (self->parse, index + 2)->end - 1) == PLX_TOKEN_RELATION &&
      plx_parse_kind (self->parse, index + 3) != PLX_PHRASE_VERB)
    {
      *end = index + 3;
      return plx_clause_at (self->clause, plx_parse_at (self->parse, index + 2)->end - 1)->relation;
    }

  return is_bare_noun (self, index) ? resolve_noun (self, index, noun->end - 1) : NULL;
}

/**
 * plx_pass_relation:
 * @self: a pass
 * @index: the place of a noun
 * @end: (out): the place behind it and what belongs to it
 *
 * Reads the relation that a noun names: "the ICC's Rome Statute", "the court", "the treaty that
 * created it", "the ranks of NATO". A noun that only has it before its last word is something
 * else: "a NATO summit".
 *
 * Returns: (nullable): the relation, `NULL` where something else stands there
 */
const PlxRelationInfo *
plx_pass_relation (PlxPass *self,
                   int      index,
                   int     *end)
{
  const PlxPhrase *noun = plx_parse_at (self->parse, index);

  *end = index + 1;
  if (noun->kind != PLX_PHRASE_NOUN || noun->end <= noun->start)
    return NULL;

  if (kind_at (self, noun->end - 1) == PLX_TOKEN_RELATION)
    {
      /* "The European Union's High Representative" has its owner elsewhere, "the ICC (1998)" not.
       * */
      return plx_clause_at (self->clause, noun->end - 1)->relation;
    }
  if ((noun->senses & PLX_SENSE_BODY) != 0)
    return read_body (self, index, end);

  /* "Its membership of NATO", "NATO membership": the object of those that gain or lose it */
  return NULL;
}

/**
 * plx_objects_add:
 * @self: objects
 * @relation: a relation
 * @negated: whether it is denied
 *
 * Adds a relation, once.
 *
 * Returns: whether there was room for it
 */
gboolean
plx_objects_add (PlxObjects            *self,
                 const PlxRelationInfo *relation,
                 gboolean               negated)
{
  if (self->n_relations == PLX_OBJECTS_MAX)
    return FALSE;

  self->relations[self->n_relations] = relation;
  self->ends[self->n_relations] = 0;
  self->negated[self->n_relations++] = negated;

  return TRUE;
}

/* "A member of both": the last two that were named. */
static gboolean
take_both (PlxPass    *self,
           int         index,
           PlxObjects *objects)
{
  static PlxWordSet pairs = { "both", "neither", "either", NULL };
  const PlxPhrase *noun = plx_parse_at (self->parse, index);
  const PlxRelationInfo *last = NULL;

  if (!plx_clause_in (self->clause, noun->start, pairs) || noun->end - noun->start > 2 ||
      (noun->end - noun->start == 2 && (noun->senses & PLX_SENSE_BODY) == 0 &&
       !plx_clause_is (self->clause, noun->end - 1, "organisations") &&
       !plx_clause_is (self->clause, noun->end - 1, "blocs")))
    return FALSE;

  for (int at = noun->start - 1; at >= 0; at--)
    {
      const PlxRelationInfo *relation = plx_clause_at (self->clause, at)->relation;

      if (relation == NULL || relation == last)
        continue;
      plx_objects_add (objects, relation, noun->negative);
      if (last != NULL)
        return TRUE;
      last = relation;
    }

  objects->n_relations = 0;

  return FALSE;
}

/* "It", where a treaty or a bloc is what the sentence is about. */
static const PlxRelationInfo *
read_it (PlxPass *self,
         int      index)
{
  const PlxRelationInfo *topic;

  if (!plx_parse_is (self->parse, index, "it"))
    return NULL;

  topic = plx_pass_topic (self, index);

  /* "Where China has not signed up to it, the ICC": named further on. */
  return topic != NULL ? topic : plx_pass_coming (self, index, NULL);
}

/* What joins one object to the next: "and", "nor of", ", but not to". Returns where the next may
 * stand, or `index`. */
static int
skip_joint (PlxPass  *self,
            int       index,
            gboolean *but,
            gboolean *denied)
{
  static PlxWordSet links = { "of", "to", "in", "inside", "from", "by", NULL };
  int at = index;
  gboolean joined = FALSE;

  for (;; at++)
    {
      const PlxPhrase *phrase = plx_parse_at (self->parse, at);

      if (phrase->kind == PLX_PHRASE_JOINT)
        {
          *but |= plx_parse_is (self->parse, at, "but");
          joined = TRUE;
        }
      else if (phrase->kind == PLX_PHRASE_NEGATION)
        {
          *denied = TRUE;
          joined = TRUE;
        }
      else if (phrase->kind == PLX_PHRASE_SUBORDINATOR &&
               (plx_parse_is (self->parse, at, "though") ||
                plx_parse_is (self->parse, at, "although")))
        {
          *but = TRUE;
        }
      /* "And since last year of" */
      else if (joined && plx_pass_skip_aside (self, at) > at)
        {
          at = plx_pass_skip_aside (self, at) - 1;
        }
      else if (phrase->kind != PLX_PHRASE_ADVERB && !plx_parse_is (self->parse, at, ","))
        {
          break;
        }
    }

  /* "It joined the EU, NATO says": a comma alone joins where the preposition stands again, or more
   * follow. */
  if (at == index)
    return index;
  if (plx_clause_in (self->clause, plx_parse_at (self->parse, at)->start, links) ||
      (plx_parse_kind (self->parse, at) == PLX_PHRASE_PREPOSITION && joined))
    return at + 1;
  if (!joined)
    {
      int next = at + 1 + plx_parse_is (self->parse, at + 1, ",");

      /* "The CSTO, the SCO and, since 2025, a partner of" */
      return plx_parse_kind (self->parse, next) == PLX_PHRASE_JOINT &&
             plx_parse_is (self->parse, next + 1, ",")
               ? at :
             plx_parse_kind (self->parse, next) == PLX_PHRASE_JOINT &&
             plx_parse_kind (self->parse, next + 1) == PLX_PHRASE_NOUN &&
             kind_at (self, plx_parse_at (self->parse, next + 1)->end - 1) == PLX_TOKEN_RELATION
               ? at : index;
    }

  return at;
}

/* "The UN, the EU and NATO": goes over names of which we have no table. */
static int
skip_others (PlxPass *self,
             int      index)
{
  int at = index;

  for (guint n = 0; n < MOST_OTHERS; n++)
    {
      const PlxPhrase *noun = plx_parse_at (self->parse, at);
      gboolean but = FALSE, not = FALSE;
      int next;

      if (noun->kind != PLX_PHRASE_NOUN || noun->end == noun->start ||
          kind_at (self, noun->end - 1) != PLX_TOKEN_WORD ||
          !plx_clause_at (self->clause, noun->end - 1)->is_capital || noun->senses != 0)
        break;
      next = skip_joint (self, at + 1, &but, &not);
      if (next == at + 1 || but || not)
        break;
      at = next;
      if (kind_at (self, plx_parse_at (self->parse, at)->end - 1) == PLX_TOKEN_RELATION)
        return at;
    }

  return index;
}

/**
 * plx_pass_objects:
 * @self: a pass
 * @index: the place behind a verb or a preposition
 * @objects: filled with what is found
 *
 * Reads the relations of which something is said: "NATO and the EU", "neither NATO nor the EU",
 * "the EU but not NATO".
 *
 * Returns: whether there are any
 */
gboolean
plx_pass_objects (PlxPass    *self,
                  int         index,
                  PlxObjects *objects)
{
  const PlxRelationInfo *relation;
  gboolean denied = plx_parse_at (self->parse, index)->negative;
  gboolean neither = denied;
  int at = index, end = index;

  objects->n_relations = 0;
  objects->end = index;
  if (take_both (self, index, objects))
    {
      objects->end = index + 1;
      return TRUE;
    }
  /* "What is now the European Union" */
  if (plx_parse_is (self->parse, index, "what") &&
      plx_parse_kind (self->parse, index + 1) == PLX_PHRASE_VERB &&
      plx_parse_at (self->parse, index + 1)->verb.is_copula)
    at = index + 2;
  else
    at = skip_others (self, index);

  while ((relation = plx_pass_relation (self, at, &end)) != NULL ||
         (relation = read_it (self, at)) != NULL)
    {
      gboolean but = FALSE, not = FALSE;

      if (!plx_objects_add (objects, relation, denied))
        break;
      objects->end = end = MAX (end, at + 1);
      objects->ends[objects->n_relations - 1] = end;
      int aside = plx_pass_skip_aside (self, end);

      at = skip_joint (self, aside, &but, &not);
      if (at == aside)
        break;
      /* "Neither the EU nor NATO" denies both; "the EU but not NATO" one. "Not in the EU but in
       * NATO" has its "not" before, which is the verb's. */
      denied = neither ? !but : not;
      if (but && !not && !neither)
        denied = TRUE;
    }

  return objects->n_relations > 0;
}

/**
 * plx_pass_modifier:
 * @self: a pass
 * @index: the place of a noun such as "member"
 * @token: (out): the token of the relation
 *
 * Reads the relation in a noun phrase before its last word: "an *ICC* member", "*the court's* 123
 * member states".
 *
 * Returns: (nullable): the relation
 */
const PlxRelationInfo *
plx_pass_modifier (PlxPass *self,
                   int      index,
                   int     *token)
{
  const PlxPhrase *noun = plx_parse_at (self->parse, index);
  const PlxRelationInfo *relation = find_inside (self, noun, token);

  if (relation != NULL)
    return relation;

  for (int at = noun->start; at + 1 < noun->end; at++)
    {
      const PlxWordInfo *info = plx_parse_word (self->parse, at);

      if ((info->senses & PLX_SENSE_BODY) == 0)
        continue;
      *token = at;
      if (plx_clause_is (self->clause, at + 1, "'s") ||
          !plx_clause_at (self->clause, at)->is_capital)
        {
          relation = resolve_noun (self, index, at);
          if (relation != NULL)
            return relation;
        }
    }

  return NULL;
}

/**
 * plx_pass_topic:
 * @self: a pass
 * @index: the place of a phrase
 *
 * Tells which relation the sentence has spoken of before @index: that of "a court of which China is
 * not a member".
 *
 * Returns: (nullable): the relation
 */
const PlxRelationInfo *
plx_pass_topic (PlxPass *self,
                int      index)
{
  for (int at = index - 1; at >= 0; at--)
    {
      const PlxPhrase *phrase = plx_parse_at (self->parse, at);
      const PlxRelationInfo *relation;
      int token;

      if (phrase->kind != PLX_PHRASE_NOUN)
        continue;
      if ((relation = find_inside (self, phrase, &token)) != NULL)
        return relation;
      if (is_bare_noun (self, at) &&
          (relation = resolve_noun (self, at, phrase->end - 1)) != NULL)
        return relation;
    }

  return NULL;
}
