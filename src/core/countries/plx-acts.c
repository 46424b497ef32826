/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-acts"

#include "config.h"

#include "countries/plx-pass.h"

/* How far behind "signed" a "but never ratified" may follow, in tokens. */
#define LONGEST_SEQUEL 14

typedef enum
{
  ACT_SIGN,
  ACT_RATIFY,
  ACT_JOIN,
  ACT_BELONG,
  ACT_LEAVE,
  ACT_OUTSIDE,
  ACT_UNSIGN,
} Act;

static const struct
{
  const char *word;
  const char *particle; /* a word that has to follow */
  Act         act;
  gboolean    base;     /* needs "did", "failed to", "the first to" … before it */
} act_words[] = {
  { "signed", NULL, ACT_SIGN, FALSE },
  { "sign", NULL, ACT_SIGN, TRUE },
  { "ratified", NULL, ACT_RATIFY, FALSE },
  { "ratify", NULL, ACT_RATIFY, TRUE },
  { "ratifying", NULL, ACT_RATIFY, TRUE },
  { "joined", NULL, ACT_JOIN, FALSE },
  { "join", NULL, ACT_JOIN, TRUE },
  { "acceded", "to", ACT_JOIN, FALSE },
  { "accede", "to", ACT_JOIN, TRUE },
  { "entered", NULL, ACT_JOIN, FALSE },
  { "belongs", "to", ACT_BELONG, FALSE },
  { "belong", "to", ACT_BELONG, FALSE },
  { "withdrew", "its", ACT_UNSIGN, FALSE },
  { "withdrew", "their", ACT_UNSIGN, FALSE },
  { "withdrawn", "its", ACT_UNSIGN, FALSE },
  { "revoked", "its", ACT_UNSIGN, FALSE },
  { "removed", "its", ACT_UNSIGN, FALSE },
  { "pulled", "its", ACT_UNSIGN, FALSE },
  { "left", NULL, ACT_LEAVE, FALSE },
  { "leave", NULL, ACT_LEAVE, TRUE },
  { "withdraw", "from", ACT_LEAVE, TRUE },
  { "pull", "out", ACT_LEAVE, TRUE },
  { "quit", NULL, ACT_LEAVE, FALSE },
  { "exited", NULL, ACT_LEAVE, FALSE },
  { "withdrew", "from", ACT_LEAVE, FALSE },
  { "withdrawn", "from", ACT_LEAVE, FALSE },
  { "pulled", "out", ACT_LEAVE, FALSE },
  { "walked", "out", ACT_LEAVE, FALSE },
  { "dropped", "out", ACT_LEAVE, FALSE },
  { "outside", NULL, ACT_OUTSIDE, FALSE },
};

static int
find_act (PlxPass *self,
          int      index)
{
  for (guint i = 0; i < G_N_ELEMENTS (act_words); i++)
    {
      if (plx_clause_is (self->clause, index, act_words[i].word) &&
          (act_words[i].particle == NULL ||
           plx_clause_is (self->clause, index + 1, act_words[i].particle)))
        return i;
    }

  return -1;
}

/* "Its signature": what was taken back. Returns the token behind it, or -1. */
static int
find_signature (PlxPass *self,
                int      index)
{
  static PlxWordSet words = { "signature", "signatures", NULL };

  return plx_clause_in (self->clause, index + 2, words) ? index + 3 : -1;
}

/* The relation behind a verb, or, where the verb stands alone ("which joined in
 * 2002", "ratified it"), the one that the sentence is about. */
static const PlxRelationInfo *
relation_of_verb (PlxPass *self,
                  int      index,
                  int     *end)
{
  static PlxWordSet particles = { "up", "on", "onto", "to", "from", "out", "of", "off", NULL };
  static PlxWordSet alone = { "in", "it", "after", "only", "last", "this", "on", "but", "and",
                              "since", NULL };
  const PlxRelationInfo *relation;
  int at = index;

  while (plx_clause_in (self->clause, at, particles))
    at++;

  relation = plx_pass_object (self, at, end);
  if (relation != NULL)
    return relation;

  *end = index;
  if (at == index && (plx_clause_in (self->clause, index, alone) ||
                      plx_clause_kind (self->clause, index) == PLX_TOKEN_MARK))
    return plx_pass_topic (self, index);

  return NULL;
}

/* What follows on "signed": "but never ratified it", "and ratified the treaty". */
static gboolean
read_sequel (PlxPass                *self,
             int                     index,
             gboolean               *ratified,
             const PlxRelationInfo **relation,
             int                    *end)
{
  static PlxWordSet ratify = { "ratified", "ratify", "ratifying", NULL };

  for (int at = index; at < index + LONGEST_SEQUEL && !plx_clause_is_end (self->clause, at); at++)
    {
      const PlxRelationInfo *own;
      PlxVerb verb = { 0 };
      int behind = at + 1;

      /* Another country's doings are not the sequel. */
      if (plx_clause_kind (self->clause, at) == PLX_TOKEN_COUNTRY)
        return FALSE;

      if (!plx_clause_in (self->clause, at, ratify))
        continue;

      plx_pass_verb (self, at - 1, &verb);
      if (verb.unreal)
        return FALSE;

      *ratified = !verb.negated;
      own = relation_of_verb (self, behind, end);
      if (*relation == NULL)
        *relation = own;
      *end = MAX (*end, behind);
      return TRUE;
    }

  return FALSE;
}

static gboolean
read_signing (PlxPass      *self,
              int           index,
              gboolean      negated,
              PlxPredicate *predicate,
              int          *end)
{
  gboolean ratified = FALSE;

  predicate->relation = relation_of_verb (self, index + 1, end);
  predicate->hint = PLX_FINDING_SIGNED;
  predicate->says = PLX_SAYS_SIGNATORY;

  if (read_sequel (self, *end, &ratified, &predicate->relation, end))
    {
      predicate->hint = PLX_FINDING_PLAIN;
      if (ratified)
        predicate->says = PLX_SAYS_MEMBER;
    }

  if (negated)
    {
      predicate->says = PLX_SAYS_NON_MEMBER;
      predicate->hint = PLX_FINDING_NEVER_SIGNED;
    }

  return predicate->relation != NULL;
}

/* Verbs that say the whole by themselves. */
static gboolean
read_plain_act (PlxPass       *self,
                int            index,
                Act            act,
                const PlxVerb *verb,
                PlxPredicate  *predicate,
                int           *end)
{
  gboolean has_object;

  if (act == ACT_UNSIGN && (index = find_signature (self, index) - 1) < 0)
    return FALSE;

  *end = index + 1;
  predicate->relation = relation_of_verb (self, index + 1, end);
  has_object = *end > index + 1;

  switch (act)
    {
    case ACT_RATIFY:
    case ACT_JOIN:
    case ACT_BELONG:
      predicate->says = plx_pass_invert (PLX_SAYS_MEMBER, verb->negated);
      if (verb->former)
        predicate->says = PLX_SAYS_WITHDRAWN;
      return predicate->relation != NULL;

    case ACT_LEAVE:
      /* Not to have left says nothing of the day on which one came. */
      predicate->says = PLX_SAYS_WITHDRAWN;
      return predicate->relation != NULL && has_object && !verb->negated;

    case ACT_UNSIGN:
      predicate->says = PLX_SAYS_NON_MEMBER;
      return predicate->relation != NULL && !verb->negated;

    case ACT_OUTSIDE:
      predicate->says = PLX_SAYS_NON_MEMBER;
      return predicate->relation != NULL && has_object && !verb->negated && verb->is_copula;

    case ACT_SIGN:
    default:
      g_assert_not_reached ();
    }
}

/* Whether the words around the verb make it say what is: "was joined by", "would
 * sign" and "to join" do not, "the first to join" does. */
static gboolean
is_said (const PlxVerb *verb,
         guint          entry)
{
  if (verb->unreal)
    return FALSE;

  if (verb->first_to)
    return act_words[entry].base;

  if (act_words[entry].base && !verb->negated)
    return FALSE;

  return !verb->is_copula || act_words[entry].act == ACT_OUTSIDE;
}

/**
 * plx_pass_act:
 * @self: a pass
 * @index: a token
 *
 * Reads what is said with a verb, where the token at @index is one: "has signed
 * but not ratified", "joined", "left".
 */
void
plx_pass_act (PlxPass *self,
              int      index)
{
  int entry = find_act (self, index);
  PlxPredicate predicate = { 0 };
  PlxSubject subject = { 0 };
  PlxVerb verb = { 0 };
  int end = index + 1;

  if (entry < 0)
    return;

  plx_pass_verb (self, index - 1, &verb);
  if (!is_said (&verb, entry) ||
      !plx_subject_before (self->clause, self->previous, verb.start, verb.singular, &subject))
    return;

  if (act_words[entry].act == ACT_SIGN
        ? !read_signing (self, index, verb.negated, &predicate, &end)
        : !read_plain_act (self, index, act_words[entry].act, &verb, &predicate, &end))
    return;

  if (subject.n_countries == 0 && subject.is_generic)
    {
      const PlxNoun noun = { .end = end, .plural = TRUE };

      if (!plx_pass_list_behind (self, &noun, TRUE, &subject))
        return;
    }

  if (subject.negated)
    predicate.says = plx_pass_invert (predicate.says, TRUE);

  self->done = end;
  plx_pass_report (self, &subject, &predicate);
}
