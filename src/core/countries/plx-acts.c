/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-acts"

#include "config.h"

#include <string.h>

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
  ACT_IN,
  ACT_OUT,
  ACT_BOUND,
  ACT_ADMIT,
  ACT_EXPEL,
  ACT_FORM,
  ACT_RENOUNCE,
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
  { "rejoined", NULL, ACT_JOIN, FALSE },
  { "founded", NULL, ACT_JOIN, FALSE },
  { "returned", "to", ACT_JOIN, FALSE },
  { "belonged", "to", ACT_BELONG, FALSE },
  { "in", NULL, ACT_IN, FALSE },
  { "part", "of", ACT_IN, FALSE },
  { "out", "of", ACT_OUT, FALSE },
  { "bound", "by", ACT_BOUND, FALSE },
  { "admitted", "to", ACT_ADMIT, FALSE },
  { "admitted", "into", ACT_ADMIT, FALSE },
  { "readmitted", "to", ACT_ADMIT, FALSE },
  { "accepted", "into", ACT_ADMIT, FALSE },
  { "welcomed", "into", ACT_ADMIT, FALSE },
  { "taken", "into", ACT_ADMIT, FALSE },
  { "inducted", "into", ACT_ADMIT, FALSE },
  { "expelled", "from", ACT_EXPEL, FALSE },
  { "ejected", "from", ACT_EXPEL, FALSE },
  { "excluded", "from", ACT_EXPEL, FALSE },
  { "ousted", "from", ACT_EXPEL, FALSE },
  { "kicked", "out", ACT_EXPEL, FALSE },
  { "thrown", "out", ACT_EXPEL, FALSE },
  { "make", "up", ACT_FORM, FALSE },
  { "form", NULL, ACT_FORM, FALSE },
  { "comprise", NULL, ACT_FORM, FALSE },
  { "joining", NULL, ACT_JOIN, TRUE },
  { "signing", NULL, ACT_SIGN, TRUE },
  { "leaving", NULL, ACT_LEAVE, TRUE },
  { "quitting", NULL, ACT_LEAVE, TRUE },
  { "cancelled", "its", ACT_RENOUNCE, FALSE },
  { "canceled", "its", ACT_RENOUNCE, FALSE },
  { "ended", "its", ACT_RENOUNCE, FALSE },
  { "terminated", "its", ACT_RENOUNCE, FALSE },
  { "renounced", "its", ACT_RENOUNCE, FALSE },
  { "relinquished", "its", ACT_RENOUNCE, FALSE },
};

/* "Belongs to", "belongs *both* to", "withdrew *in 2019* from". */
static gboolean
has_particle (PlxPass    *self,
              int         index,
              const char *particle)
{
  static PlxWordSet between = { "both", "either", "neither", "formally", "officially", "in", "last",
                                "this", "year", "month", "week", "entirely", "finally", NULL };
  int at = index + 1;

  while (at < index + 4 && !plx_clause_is (self->clause, at, particle) &&
         (plx_clause_in (self->clause, at, between) ||
          plx_clause_kind (self->clause, at) == PLX_TOKEN_NUMBER))
    at++;

  return plx_clause_is (self->clause, at, particle);
}

static int
find_act (PlxPass *self,
          int      index)
{
  for (guint i = 0; i < G_N_ELEMENTS (act_words); i++)
    {
      if (plx_clause_is (self->clause, index, act_words[i].word) &&
          (act_words[i].particle == NULL || has_particle (self, index, act_words[i].particle)))
        return i;
    }

  return -1;
}

/* "Its signature", "its membership": what was taken back. Returns the token behind it, or -1. */
static int
find_possession (PlxPass *self,
                 int      index,
                 Act      act)
{
  static PlxWordSet signatures = { "signature", "signatures", NULL };
  static PlxWordSet memberships = { "membership", NULL };

  return plx_clause_in (self->clause, index + 2, act == ACT_UNSIGN ? signatures : memberships)
           ? index + 3 : -1;
}

/* "Withdrew in 2019 from the court", "signed in 2000 the treaty", "joined last year the bloc". */
static const PlxRelationInfo *
relation_behind_time (PlxPass *self,
                      int      index,
                      int     *end)
{
  static PlxWordSet times = { "in", "last", "this", "on", "year", "month", "week", "from", "to",
                              NULL };
  int at = index;

  while (at < index + 5 && (plx_clause_in (self->clause, at, times) ||
                            plx_clause_kind (self->clause, at) == PLX_TOKEN_NUMBER))
    at++;

  return at > index + 1 ? plx_pass_object (self, at, end) : NULL;
}

/* The relation behind a verb, or, where the verb stands alone ("which joined in
 * 2002", "ratified it"), the one that the sentence is about. */
static const PlxRelationInfo *
relation_of_verb (PlxPass *self,
                  int      index,
                  int     *end)
{
  static PlxWordSet particles = { "up", "on", "onto", "to", "from", "out", "of", "off", "by", "in",
                                  "both", "either", "into", "formally", "officially", NULL };
  static PlxWordSet alone = { "in", "it", "after", "only", "last", "this", "on", "but", "and",
                              "since", NULL };
  const PlxRelationInfo *relation;
  int at = index;

  while (plx_clause_in (self->clause, at, particles))
    at++;

  relation = plx_pass_object (self, at, end);
  if (relation == NULL)
    relation = relation_behind_time (self, at, end);
  if (relation != NULL)
    return relation;

  *end = index;
  if (at == index && (plx_clause_in (self->clause, index, alone) ||
                      plx_clause_kind (self->clause, index) == PLX_TOKEN_MARK))
    return plx_pass_topic (self, index);

  return NULL;
}

/**
 * plx_pass_sequel:
 * @self: a pass
 * @index: a token behind "signed" or "signatory"
 * @ratified: (out): whether it has ratified too, or is said not to have
 * @relation: (inout): the relation, where it is not known yet
 * @end: (inout): the token behind all that was read
 *
 * Reads what follows on signing: "but never ratified it", "and ratified the treaty".
 *
 * Returns: whether something does
 */
gboolean
plx_pass_sequel (PlxPass                *self,
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
      /* "Signed, but did not ratify, the treaty" */
      if (own == NULL && plx_clause_is (self->clause, behind, ","))
        own = plx_pass_object (self, behind + 1, end);
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

  if (plx_pass_sequel (self, *end, &ratified, &predicate->relation, end))
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

/* "The EU, which Britain left in 2020" */
static const PlxRelationInfo *
relation_before_relative (PlxPass *self,
                          int      index)
{
  static PlxWordSet relatives = { "which", "that", NULL };
  int at = index - 1;

  while (plx_pass_is_adverb (self, at) || plx_clause_is (self->clause, at, "has"))
    at--;
  if (plx_clause_kind (self->clause, at) != PLX_TOKEN_COUNTRY ||
      !plx_clause_in (self->clause, at - 1, relatives))
    return NULL;

  at -= 2;
  if (plx_clause_is (self->clause, at, ","))
    at--;

  return plx_clause_at (self->clause, at)->relation;
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
  gboolean has_object, negated;

  if ((act == ACT_UNSIGN || act == ACT_RENOUNCE) &&
      (index = find_possession (self, index, act) - 1) < 0)
    return FALSE;

  *end = index + 1;
  predicate->relation = relation_of_verb (self, index + 1, end);
  has_object = *end > index + 1;
  if (!has_object && (predicate->relation = relation_before_relative (self, index)) != NULL)
    has_object = TRUE;
  else if (!has_object)
    predicate->relation = relation_of_verb (self, index + 1, end);
  negated = verb->negated ^ (has_object && self->object_denied);

  switch (act)
    {
    case ACT_IN:
    case ACT_FORM:
    case ACT_ADMIT:
    case ACT_BOUND:
      if (!has_object)
        return FALSE;
      G_GNUC_FALLTHROUGH;

    case ACT_RATIFY:
    case ACT_JOIN:
    case ACT_BELONG:
      predicate->says = plx_pass_invert (PLX_SAYS_MEMBER, negated);
      if (verb->former)
        predicate->says = PLX_SAYS_WITHDRAWN;
      return predicate->relation != NULL;

    case ACT_EXPEL:
    case ACT_RENOUNCE:
    case ACT_LEAVE:
      /* Not to have left says nothing of the day on which one came. */
      predicate->says = PLX_SAYS_WITHDRAWN;
      return predicate->relation != NULL && has_object && !negated;

    case ACT_UNSIGN:
      predicate->says = PLX_SAYS_NON_MEMBER;
      return predicate->relation != NULL && !negated;

    case ACT_OUT:
    case ACT_OUTSIDE:
      predicate->says = PLX_SAYS_NON_MEMBER;
      return predicate->relation != NULL && has_object && !negated;

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
    return act_words[entry].base || verb->perfect;

  if (act_words[entry].base && !verb->negated)
    return FALSE;

  switch (act_words[entry].act)
    {
    case ACT_IN:
      /* "Was in" may be no more. */
      return verb->is_copula && !verb->past;

    case ACT_OUT:
    case ACT_OUTSIDE:
    case ACT_BOUND:
    case ACT_ADMIT:
    case ACT_EXPEL:
      return verb->is_copula;

    case ACT_BELONG:
      /* "Belonged to it for years" */
      return !verb->is_copula && (verb->perfect || verb->negated ||
                                  !g_str_equal (act_words[entry].word, "belonged"));

    case ACT_SIGN:
    case ACT_RATIFY:
    case ACT_JOIN:
    case ACT_LEAVE:
    case ACT_UNSIGN:
    case ACT_FORM:
    case ACT_RENOUNCE:
    default:
      return !verb->is_copula || verb->yet || verb->first_to;
    }
}

/* "Kept out of", "stayed in": these verbs leave one where one is. */
static int
skip_keeping (PlxPass *self,
              int      index,
              PlxVerb *verb)
{
  static PlxWordSet keepers = { "kept", "keeps", "keep", "shut", "left", "stands", "stand", "stood",
                                "sits", "lies", NULL };

  if (!plx_clause_in (self->clause, index, keepers))
    return index;

  verb->is_copula = TRUE;

  return index - 1;
}

/* "Is *an integral* part of it" */
static int
skip_article (PlxPass *self,
              int      index,
              PlxVerb *verb)
{
  static PlxWordSet words = { "a", "an", "integral", "full", "firm", "the", NULL };

  if (!plx_clause_is (self->clause, index + 1, "part"))
    return index;

  while (plx_clause_in (self->clause, index, words))
    index--;

  /* "Does not form part of it" */
  if (plx_clause_is (self->clause, index, "form") || plx_clause_is (self->clause, index, "forms"))
    {
      verb->is_copula = TRUE;
      index--;
    }

  return index;
}

/* Whether what stands between the commas only tells in what a country is, and since when. */
static gboolean
is_whole_insertion (PlxPass *self,
                    int      index)
{
  static PlxWordSet behind = { ",", "since", "and", NULL };
  int end;

  return plx_clause_is (self->clause, index, "in") &&
         plx_pass_object (self, index + 1, &end) != NULL &&
         plx_clause_in (self->clause, end, behind);
}

/* "Tehran, now in BRICS, hopes": an adverb stands for the verb. */
static gboolean
find_bare_subject (PlxPass    *self,
                   int         index,
                   PlxVerb    *verb,
                   PlxSubject *subject)
{
  static PlxWordSet adverbs = { "now", "still", "already", "not", "never", "also", "once", "all",
                                "both", "each", NULL };
  static PlxWordSet openers = { ",", "--", "(", NULL };
  static PlxWordSet countries = { "countries", "states", "nations", NULL };
  int at = index - 1;

  if (verb->is_copula || verb->unreal)
    return FALSE;

  /* "European countries outside NATO, such as Ireland" */
  if (plx_clause_in (self->clause, at, countries) && plx_clause_is (self->clause, index, "outside"))
    {
      subject->is_generic = TRUE;
      return TRUE;
    }

  if (plx_clause_is (self->clause, index, "outside") && plx_clause_in (self->clause, at, openers))
    return plx_subject_of_apposition (self->clause, self->previous, at - 1, FALSE, subject);

  /* "Slovenia, in NATO since 2004," */
  if (plx_clause_in (self->clause, at, openers) && is_whole_insertion (self, index))
    return plx_subject_of_apposition (self->clause, self->previous, at - 1, FALSE, subject);

  if (!plx_clause_in (self->clause, at, adverbs))
    return FALSE;

  while (plx_clause_in (self->clause, at, adverbs))
    at--;

  return !plx_clause_is (self->clause, index - 1, "once") &&
         plx_clause_in (self->clause, at, openers) &&
         plx_subject_of_apposition (self->clause, self->previous, at - 1, FALSE, subject);
}

/* "Is not a member of one but belongs to the other": of whom the first was said. */
static gboolean
find_shared_subject (PlxPass       *self,
                     const PlxVerb *verb,
                     PlxSubject    *subject)
{
  static PlxWordSet joints = { "and", "but", "yet", NULL };

  if (self->last.relation == NULL || !plx_clause_in (self->clause, verb->start - 1, joints) ||
      self->done + 2 < verb->start)
    return FALSE;

  *subject = self->last_subject;
  subject->negated = FALSE;

  return subject->n_countries > 0;
}

/* "Burundi, the first country to leave it," */
static gboolean
find_first_of_all (PlxPass       *self,
                   const PlxVerb *verb,
                   PlxSubject    *subject)
{
  static PlxWordSet openers = { ",", "--", "(", NULL };

  return verb->first_to && plx_clause_in (self->clause, verb->start - 1, openers) &&
         plx_subject_of_apposition (self->clause, self->previous, verb->start - 2, TRUE, subject);
}

static gboolean
find_subject (PlxPass    *self,
              int         index,
              guint       entry,
              PlxVerb    *verb,
              PlxSubject *subject)
{
  static PlxWordSet joints = { "and", "but", ",", NULL };
  int before = index - 1;

  if (act_words[entry].act == ACT_OUT || act_words[entry].act == ACT_OUTSIDE)
    before = skip_keeping (self, before, verb);
  else if (act_words[entry].act == ACT_IN)
    before = skip_article (self, before, verb);
  plx_pass_verb (self, before, verb);

  if ((act_words[entry].act == ACT_IN || act_words[entry].act == ACT_OUTSIDE) &&
      find_bare_subject (self, index, verb, subject))
    return TRUE;

  /* "Is neutral and not part of it" */
  if (act_words[entry].act == ACT_IN && verb->negated && !verb->is_copula && !verb->unreal &&
      plx_clause_in (self->clause, verb->start - 1, joints))
    return plx_subject_first (self->clause, verb->start - 1, subject);

  if (!is_said (verb, entry))
    return FALSE;

  if (!plx_subject_before (self->clause, self->previous, verb->start, verb->singular, subject) &&
      !find_shared_subject (self, verb, subject) && !find_first_of_all (self, verb, subject))
    return FALSE;

  return act_words[entry].act != ACT_FORM || subject->n_countries > 1 ||
         plx_clause_is (self->clause, verb->start - 1, "that");
}

/* "Since joining NATO, Finland", "Finland, having joined it,", "after leaving the EU, Britain": who
 * did it stands behind the comma or before it. */
static gboolean
read_participle (PlxPass      *self,
                 int           index,
                 guint         entry,
                 PlxSubject   *subject,
                 PlxPredicate *predicate,
                 int          *end)
{
  static PlxWordSet before_gerunds = { "since", "after", "upon", "by", "on", "before", NULL };
  static PlxWordSet openers = { ",", "--", "(", NULL };
  gboolean having = plx_clause_is (self->clause, index - 1, "having");
  gboolean gerund = g_str_has_suffix (act_words[entry].word, "ing") &&
                    plx_clause_in (self->clause, index - 1, before_gerunds) &&
                    !plx_clause_is (self->clause, index - 1, "before");
  const PlxVerb plain = { 0 };
  int at;

  if (!having && !gerund)
    return FALSE;

  if (act_words[entry].act == ACT_SIGN
        ? !read_signing (self, index, FALSE, predicate, end)
        : !read_plain_act (self, index, act_words[entry].act, &plain, predicate, end))
    return FALSE;

  if (plx_clause_in (self->clause, index - 2, openers) &&
      plx_subject_of_apposition (self->clause, self->previous, index - 3, FALSE, subject))
    return TRUE;

  for (at = *end; at < *end + 4 && !plx_clause_is (self->clause, at, ","); at++)
    {
    }

  return plx_clause_is (self->clause, at, ",") &&
         plx_subject_list (self->clause, at + 1, FALSE, subject);
}

/* "Took Spain into NATO", "pulled the country out of the court": whom another one moved. */
static gboolean
read_causative (PlxPass *self,
                int      index)
{
  static PlxWordSet movers = { "took", "taken", "pulled", "led", "brought", "dragged", "withdrew",
                               "withdrawn", "steered", "guided", NULL };
  static PlxWordSet countries = { "country", "nation", "kingdom", "republic", NULL };
  static PlxWordSet determiners = { "the", "his", "her", "their", "its", NULL };
  PlxPredicate predicate = { .says = PLX_SAYS_MEMBER };
  PlxSubject subject = { 0 };
  PlxVerb verb = { 0 };
  int object = index - 1, mover = index - 2, end;

  if (plx_clause_is (self->clause, index, "out") || plx_clause_is (self->clause, index, "from"))
    predicate.says = PLX_SAYS_WITHDRAWN;
  else if (!plx_clause_is (self->clause, index, "into"))
    return FALSE;

  if (plx_clause_in (self->clause, mover, determiners))
    mover--;
  if (!plx_clause_in (self->clause, mover, movers) || plx_pass_is_disclaimed (self, mover))
    return FALSE;

  plx_pass_verb (self, mover - 1, &verb);
  if (verb.unreal || verb.negated)
    return FALSE;

  if (plx_clause_kind (self->clause, object) == PLX_TOKEN_COUNTRY)
    plx_subject_add (&subject, plx_clause_at (self->clause, object)->country);
  else if (!plx_clause_in (self->clause, object, countries) ||
           !plx_subject_before (self->clause, self->previous, verb.start, FALSE, &subject))
    return FALSE;

  end = index + 1 + plx_clause_is (self->clause, index + 1, "of");
  predicate.relation = plx_pass_object (self, end, &end);
  if (predicate.relation == NULL || *predicate.relation->adjective != '\0')
    return FALSE;

  self->done = end;
  plx_pass_report (self, &subject, &predicate);

  return TRUE;
}

/* "The statute was signed by Iran but never ratified", "has been ratified by Peru". */
static gboolean
read_passive (PlxPass *self,
              int      index,
              Act      act)
{
  PlxPredicate predicate = { .says = PLX_SAYS_MEMBER };
  PlxSubject subject = { 0 };
  PlxVerb verb = { 0 };
  gboolean ratified = FALSE;
  int end;

  plx_pass_verb (self, index - 1, &verb);
  if (!verb.is_copula || verb.unreal || !plx_clause_is (self->clause, index + 1, "by") ||
      plx_clause_kind (self->clause, verb.start - 1) != PLX_TOKEN_RELATION ||
      !plx_subject_list (self->clause, index + 2, FALSE, &subject))
    return FALSE;

  predicate.relation = plx_clause_at (self->clause, verb.start - 1)->relation;
  for (end = index + 2; plx_clause_kind (self->clause, end) == PLX_TOKEN_COUNTRY ||
                        plx_clause_is (self->clause, end, ",") ||
                        plx_clause_is (self->clause, end, "and"); end++)
    {
    }

  if (act == ACT_SIGN)
    {
      const PlxRelationInfo *relation = predicate.relation;
      int sequel_end = end;

      predicate.says = PLX_SAYS_SIGNATORY;
      predicate.hint = PLX_FINDING_SIGNED;
      if (plx_pass_sequel (self, end, &ratified, &relation, &sequel_end))
        {
          predicate.hint = PLX_FINDING_PLAIN;
          predicate.says = ratified ? PLX_SAYS_MEMBER : PLX_SAYS_SIGNATORY;
          end = sequel_end;
        }
    }
  if (verb.negated)
    predicate.says = PLX_SAYS_NON_MEMBER;

  self->done = end;
  plx_pass_report (self, &subject, &predicate);

  return TRUE;
}

/* "Signed it under one president and withdrew its signature under the next": what counts is the
 * last. */
static void
drop_signatures (PlxPass               *self,
                 const PlxSubject      *subject,
                 const PlxRelationInfo *relation)
{
  for (guint i = self->findings->len; i > 0; i--)
    {
      const PlxFinding *finding = &g_array_index (self->findings, PlxFinding, i - 1);

      for (guint j = 0; j < subject->n_countries; j++)
        {
          if (finding->country == subject->countries[j] && finding->relation == relation &&
              finding->says == PLX_SAYS_SIGNATORY)
            {
              g_array_remove_index (self->findings, i - 1);
              break;
            }
        }
    }
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

  if (read_causative (self, index) || entry < 0 || plx_pass_is_disclaimed (self, index))
    return;

  if ((act_words[entry].act == ACT_SIGN || act_words[entry].act == ACT_RATIFY) &&
      read_passive (self, index, act_words[entry].act))
    return;

  if (!find_subject (self, index, entry, &verb, &subject))
    {
      memset (&subject, 0, sizeof subject);
      if (!read_participle (self, index, entry, &subject, &predicate, &end))
        return;
    }
  else if (act_words[entry].act == ACT_SIGN
             ? !read_signing (self, index, verb.negated, &predicate, &end)
             : !read_plain_act (self, index, act_words[entry].act, &verb, &predicate, &end))
    return;

  /* Of such a body one is a member by nouns only: "a permanent member". */
  if (*predicate.relation->adjective != '\0')
    return;

  if (subject.n_countries == 0 && subject.is_generic)
    {
      const PlxNoun noun = { .end = end, .plural = TRUE };

      if (!plx_pass_list_behind (self, &noun, TRUE, &subject))
        return;
    }

  if (subject.negated)
    predicate.says = plx_pass_invert (predicate.says, TRUE);

  if (act_words[entry].act == ACT_UNSIGN)
    drop_signatures (self, &subject, predicate.relation);
  self->done = end;
  plx_pass_report (self, &subject, &predicate);
}
