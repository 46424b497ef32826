/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-verbs"

#include "config.h"

#include "countries/plx-pass.h"

static PlxWordSet be_words = { "is", "are", "was", "were", "be", "been", "being", "'re", "am",
                               "remain", "remains", "remained", "become", "becomes", "became",
                               "stay", "stays", "stayed", NULL };
static PlxWordSet singular_verbs = { "is", "was", "has", "does", "remains", "becomes", "belongs",
                                     "'s", "stays", NULL };
static PlxWordSet auxiliaries = { "has", "have", "had", "having", "'ve", "do", "does", "did",
                                  NULL };
static PlxWordSet adverbs = { "also", "either", "still", "currently", "already", "itself", "too",
                              "both", "all", "yet", "even", "now", "therefore", "thus", "indeed",
                              "actually", "technically", "formally", "legally", "officially",
                              "only", "just", "since", "recently", "long", "ever", "first",
                              "later", "subsequently", "originally", "finally", "eventually",
                              "themselves", "simply", "however", "today", "fully", "merely",
                              "once", "longer", "each", "repeatedly", "so", "far", "consistently",
                              "reportedly", "apparently", "instead", NULL };
static PlxWordSet negations = { "not", "n't", "never", "no", "nor", "neither", "hardly", "without",
                                NULL };
static PlxWordSet modals = { "would", "could", "should", "may", "might", "must", "will", "shall",
                             "can", "ca", "wo", "cannot", "if", NULL };
static PlxWordSet failures = { "failed", "refused", "declined", "yet", "refuses", "declines",
                               "fails", "refuse", "decline", "refusing", "failing", "neglected",
                               "unwilling", NULL };
static PlxWordSet endings = { "ceased", "ceases", "stopped", "used", NULL };
static PlxWordSet openers = { ",", "--", "(", NULL };

/* "Became the first country to", from the noun back to before its article; -1
 * where something else stands there. */
static int
skip_first_country (PlxPass *self,
                    int      index)
{
  static PlxWordSet nouns = { "country", "nation", "state", "member", "one", "government", NULL };
  static PlxWordSet ranks = { "first", "second", "third", "only", "last", "latest", "newest",
                              NULL };
  static PlxWordSet articles = { "the", "a", NULL };
  int at = index;
  gboolean ranked = FALSE;

  if (!plx_clause_in (self->clause, at, nouns))
    return -1;

  for (at--; at > index - 5 && !plx_clause_in (self->clause, at, articles); at--)
    ranked |= plx_clause_in (self->clause, at, ranks);

  return ranked && plx_clause_in (self->clause, at, articles) ? at - 1 : -1;
}

/* "Failed to", "has yet to", "used to", "wants to": what `to` at `index` makes of
 * the verb behind it. Returns the token up to which it was read. */
static int
read_infinitive (PlxPass *self,
                 int      index,
                 PlxVerb *verb)
{
  int first = skip_first_country (self, index - 1);

  if (first >= 0)
    {
      verb->first_to = TRUE;
      return first + 1;
    }

  if (plx_clause_in (self->clause, index - 1, failures))
    verb->negated = !verb->negated;
  else if (plx_clause_in (self->clause, index - 1, endings))
    verb->former = TRUE;
  else
    verb->unreal = TRUE;

  return index - 1;
}

/* "'s" is "is" before "not" and "a", and a genitive elsewhere. */
static gboolean
is_short_copula (PlxPass *self,
                 int      index)
{
  static PlxWordSet behind = { "not", "never", "also", "still", "now", "a", "an", NULL };

  return plx_clause_is (self->clause, index, "'s") &&
         plx_clause_in (self->clause, index + 1, behind);
}

/* The comma that opens ", however," where `index` is the one that closes it. */
static int
skip_enclosed_adverb (PlxPass *self,
                      int      index)
{
  int at = index - 1;

  while (plx_pass_is_adverb (self, at))
    at--;

  return plx_clause_is (self->clause, index, ",") && at < index - 1 &&
         plx_clause_is (self->clause, at, ",") ? at : -1;
}

/**
 * plx_pass_is_adverb:
 * @self: a pass
 * @index: a token
 *
 * Returns: whether an adverb stands there that changes nothing
 */
gboolean
plx_pass_is_adverb (PlxPass *self,
                    int      index)
{
  return plx_clause_in (self->clause, index, adverbs);
}

/**
 * plx_pass_is_negation:
 * @self: a pass
 * @index: a token
 *
 * Returns: whether a word that denies stands there
 */
gboolean
plx_pass_is_negation (PlxPass *self,
                      int      index)
{
  return plx_clause_in (self->clause, index, negations);
}

/* Takes the word at `index`, and those that it needs, into the verb. Returns the
 * last of them, or -1 where the word belongs to something else. */
static int
take_verb_word (PlxPass *self,
                int      index,
                PlxVerb *verb)
{
  PlxClause *clause = self->clause;

  if (plx_clause_is (clause, index, "longer") && plx_clause_is (clause, index - 1, "no"))
    verb->former = TRUE;
  verb->singular |= plx_clause_in (clause, index, singular_verbs);

  if (plx_clause_in (clause, index, be_words) || is_short_copula (self, index))
    verb->is_copula = TRUE;
  else if (plx_clause_in (clause, index, negations))
    verb->negated = !verb->negated;
  else if (plx_clause_in (clause, index, modals))
    verb->unreal = TRUE;
  else if (plx_clause_is (clause, index, "to"))
    return read_infinitive (self, index, verb);
  else if (!plx_clause_in (clause, index, auxiliaries) && !plx_clause_in (clause, index, adverbs))
    return skip_enclosed_adverb (self, index);

  return index;
}

/**
 * plx_pass_verb:
 * @self: a pass
 * @index: the last token that may belong to it
 * @verb: filled with what is found
 *
 * Reads backwards what belongs to a verb: auxiliaries, negations, adverbs. Where
 * there is no verb, as in an apposition, its start is behind @index or at an
 * adverb.
 */
void
plx_pass_verb (PlxPass *self,
               int      index,
               PlxVerb *verb)
{
  int at = index;
  int taken;

  while (at >= 0 && (taken = take_verb_word (self, at, verb)) >= 0)
    at = taken - 1;

  verb->start = at + 1;

  /* "A and B both are": the subject's word. */
  while (plx_clause_is (self->clause, verb->start, "both") && verb->start < index &&
         plx_clause_kind (self->clause, at) != PLX_TOKEN_COUNTRY)
    verb->start++;
}

/**
 * plx_pass_invert:
 * @says: what is said
 * @negated: whether it is denied
 *
 * Returns: what is said then
 */
PlxSays
plx_pass_invert (PlxSays  says,
                 gboolean negated)
{
  if (!negated)
    return says;

  return says == PLX_SAYS_NON_MEMBER ? PLX_SAYS_MEMBER : PLX_SAYS_NON_MEMBER;
}

static void
add_finding (PlxPass          *self,
             const PlxFinding *finding)
{
  /* One sentence says one thing of a country; the first words are the plainest. */
  for (guint i = 0; i < self->findings->len; i++)
    {
      const PlxFinding *other = &g_array_index (self->findings, PlxFinding, i);

      if (other->country == finding->country && other->relation == finding->relation)
        return;
    }

  g_array_append_vals (self->findings, finding, 1);
}

/* "Is in both BRICS *and the SCO*": the same of another relation. */
static const PlxRelationInfo *
read_another_object (PlxPass *self)
{
  static PlxWordSet joints = { "and", "or", "nor", NULL };
  int at = self->done;
  const PlxRelationInfo *relation;

  if (!plx_clause_in (self->clause, at, joints))
    return NULL;

  at++;
  if (plx_clause_is (self->clause, at, "of") || plx_clause_is (self->clause, at, "to"))
    at++;
  if (plx_clause_is (self->clause, at, "the"))
    at++;
  if (plx_clause_kind (self->clause, at) != PLX_TOKEN_RELATION)
    return NULL;

  relation = plx_pass_object (self, at, &at);
  if (relation != NULL)
    self->done = at;

  return relation;
}

/**
 * plx_pass_report:
 * @self: a pass, whose @done is behind the predicate
 * @subject: of whom something is said
 * @predicate: what is said
 *
 * Adds what was found, and keeps it for what the sentence may say on.
 */
void
plx_pass_report (PlxPass            *self,
                 const PlxSubject   *subject,
                 const PlxPredicate *predicate)
{
  PlxFinding finding = {
    .relation = predicate->relation,
    .says = predicate->says,
    .hint = predicate->hint,
  };

  self->last = *predicate;
  self->last_subject = *subject;

  while (finding.relation != NULL)
    {
      for (guint i = 0; i < subject->n_countries; i++)
        {
          finding.country = subject->countries[i];
          add_finding (self, &finding);
        }

      finding.relation = read_another_object (self);
    }
}

/**
 * plx_pass_list_behind:
 * @self: a pass
 * @noun: a noun, such as "members"
 * @generic: whether the noun is the subject of the sentence
 * @subject: filled with what is found
 *
 * Reads the list behind a noun: "ICC members such as Kenya and Chad", "ICC member
 * Kenya".
 *
 * Returns: whether there is one
 */
gboolean
plx_pass_list_behind (PlxPass       *self,
                      const PlxNoun *noun,
                      gboolean       generic,
                      PlxSubject    *subject)
{
  static PlxWordSet introductions = { ",", "--", "(", "such", "as", "like", "including", "include",
                                      "includes", "included", "namely", ":", "are", "among",
                                      "them", "notably", "which", "that", NULL };
  int at = noun->end;

  while (plx_clause_in (self->clause, at, introductions))
    at++;

  /* A comma alone joins two clauses: "…members, China said". */
  if (at == noun->end + 1 && plx_clause_in (self->clause, noun->end, openers))
    return FALSE;
  if (at == noun->end && generic)
    return FALSE;
  /* "ICC members that China criticised" */
  if (plx_clause_is (self->clause, at - 1, "that") || plx_clause_is (self->clause, at - 1, "which"))
    return FALSE;

  return plx_subject_list (self->clause, at, !noun->plural && at == noun->end, subject);
}
