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
static PlxWordSet refusals = { "turned", "rejected", "declined", "refused", "spurned", "snubbed",
                               NULL };
static PlxWordSet decisions = { "decided", "chosen", "chose", "opted", "voted", "preferred",
                                "resolved", "elected", "choosing", "deciding", NULL };
static PlxWordSet choices = { "chosen", "chose", "opted", "preferred", NULL };
static PlxWordSet stays = { "stay", "remain", NULL };
static PlxWordSet pasts = { "was", "were", NULL };
static PlxWordSet perfects = { "has", "have", "'ve", NULL };

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
    ranked |= plx_clause_in (self->clause, at, ranks) ||
              g_ascii_isdigit (*plx_clause_at (self->clause, at)->word);

  return ranked && plx_clause_in (self->clause, at, articles) ? at - 1 : -1;
}

/* "Turned down the invitation to". */
static gboolean
is_refused_offer (PlxPass *self,
                  int      index)
{
  static PlxWordSet offers = { "invitation", "offer", "invitations", "chance", NULL };
  static PlxWordSet between = { "the", "an", "its", "their", "this", "down", NULL };
  int at = index - 1;

  if (!plx_clause_in (self->clause, index, offers))
    return FALSE;

  while (plx_clause_in (self->clause, at, between))
    at--;

  return plx_clause_in (self->clause, at, refusals);
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

  verb->yet |= plx_clause_is (self->clause, index - 1, "yet");
  if (plx_clause_in (self->clause, index - 1, failures) || is_refused_offer (self, index - 1))
    verb->negated = !verb->negated;
  /* "Has chosen to stay" */
  else if (plx_clause_in (self->clause, index - 1, choices) &&
           plx_clause_in (self->clause, index + 1, stays))
    return index - 1;
  else if (plx_clause_is (self->clause, index - 1, "not") &&
           plx_clause_in (self->clause, index - 2, decisions))
    {
      verb->negated = !verb->negated;
      return index - 2;
    }
  else if (plx_clause_in (self->clause, index - 1, endings))
    verb->former = TRUE;
  else
    verb->unreal = TRUE;

  /* The subject stands before the whole: "turned down the invitation". */
  for (int at = index - 1; at > index - 6 && is_refused_offer (self, index - 1); at--)
    {
      if (plx_clause_in (self->clause, at, refusals))
        return at;
    }

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

  if (plx_clause_is (self->clause, index, ",") && at < index - 1 &&
      plx_clause_is (self->clause, at, ","))
    return at;

  /* "Is, since 2011, a party" */
  for (at = index - 1; plx_clause_is (self->clause, index, ",") && at > index - 8; at--)
    {
      if (plx_clause_is (self->clause, at, ",") && plx_clause_in (self->clause, at - 1, be_words))
        return at;
    }

  return -1;
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

  /* "Decided against joining" */
  if (plx_clause_is (clause, index, "against") && plx_clause_in (clause, index - 1, decisions))
    {
      verb->negated = !verb->negated;
      return index - 1;
    }

  if (plx_clause_is (clause, index, "longer") && plx_clause_is (clause, index - 1, "no"))
    verb->former = TRUE;
  verb->singular |= plx_clause_in (clause, index, singular_verbs);
  verb->past |= plx_clause_in (clause, index, pasts);
  verb->perfect |= plx_clause_in (clause, index, perfects);

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

  /* "Neither has joined" */
  if (plx_clause_is (self->clause, verb->start, "neither") && verb->start < index &&
      plx_clause_kind (self->clause, at) == PLX_TOKEN_MARK)
    {
      verb->start++;
      verb->negated = !verb->negated;
    }

  /* "A and B both are": the subject's word. */
  while (plx_clause_is (self->clause, verb->start, "both") && verb->start < index &&
         plx_clause_kind (self->clause, at) != PLX_TOKEN_COUNTRY)
    verb->start++;
}

/**
 * plx_pass_is_disclaimed:
 * @self: a pass
 * @index: where a predicate starts
 *
 * Tells whether the sentence only tells what somebody wrongly says, denies or doubts: "denied that
 * Sudan is a member", "it is wrong that", "rumours that".
 *
 * Returns: whether it is no statement
 */
gboolean
plx_pass_is_disclaimed (PlxPass *self,
                        int      index)
{
  static PlxWordSet disclaimers = { "denied", "denies", "deny", "denying", "falsely", "wrong",
                                    "wrongly", "untrue", "false", "myth", "mistakenly",
                                    "incorrect", "incorrectly", "erroneously", "rumours", "rumors",
                                    "rumour", "rumor", "doubt", "doubts", "doubted", "disputed",
                                    "disputes", "pretended", "pretends", "impression", "mistaken",
                                    "imagine", "suppose", "supposing", "fake", NULL };
  static PlxWordSet tales = { "reports", "claims", "suggestions", "allegations", "claim", "report",
                              "suggestion", "speculation", "belief", "idea", "notion", NULL };
  gboolean that = FALSE;

  for (int at = index - 1; !plx_clause_is_end (self->clause, at); at--)
    {
      if (plx_clause_is (self->clause, at, "that"))
        that = TRUE;
      else if (that && plx_clause_in (self->clause, at, disclaimers))
        return TRUE;
      else if (that && plx_clause_is (self->clause, at, "true") &&
               plx_pass_is_negation (self, at - 1))
        return TRUE;
      else if (plx_clause_in (self->clause, at, tales) &&
               plx_clause_is (self->clause, at + 1, "that"))
        return TRUE;
    }

  return FALSE;
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

/* "The EU or NATO": the last of a list and what joins it. */
static gboolean
is_list_of_objects (PlxClause *clause,
                    int        index)
{
  static PlxWordSet joints = { "and", "or", NULL };
  int at = index + plx_clause_is (clause, index, "the");

  if (plx_clause_kind (clause, at) != PLX_TOKEN_RELATION)
    return FALSE;

  at++;
  if (plx_clause_is (clause, at, ","))
    return is_list_of_objects (clause, at + 1 + plx_clause_in (clause, at + 1, joints));
  if (!plx_clause_in (clause, at, joints))
    return FALSE;

  at += 1 + plx_clause_is (clause, at + 1, "the");

  return plx_clause_kind (clause, at) == PLX_TOKEN_RELATION;
}

/* "Is in both BRICS *and the SCO*", "is in the EU *but not in NATO*", "belongs to the G7, *to the
 * OECD*": the same, or the opposite, of another relation. */
static const PlxRelationInfo *
read_another_object (PlxPass  *self,
                     PlxSays   says,
                     gboolean *negated)
{
  static PlxWordSet joints = { "and", "or", "nor", "but", "as", "well", "though", "although",
                               NULL };
  static PlxWordSet nots = { "not", "neither", "nor", NULL };
  static PlxWordSet links = { "of", "to", "in", "inside", "part", "a", "member", "also", "is",
                              "it", NULL };
  PlxClause *clause = self->clause;
  gboolean joined = FALSE, denied = FALSE, but = FALSE;
  const PlxRelationInfo *relation;
  int at = self->done;

  for (; plx_clause_is (clause, at, ",") || plx_clause_in (clause, at, joints) ||
         plx_clause_in (clause, at, nots); at++)
    {
      joined = TRUE;
      denied |= plx_clause_in (clause, at, nots);
      but |= plx_clause_is (clause, at, "but");
    }
  /* "…, NATO said": without "and" the little word must stand there again, or a list go on. */
  if (!joined || (plx_clause_is (clause, at - 1, ",") && !plx_clause_in (clause, at, links) &&
                  !is_list_of_objects (clause, at)))
    return NULL;

  while (plx_clause_in (clause, at, links))
    at++;
  if (plx_clause_is (clause, at, "the"))
    at++;
  if (plx_clause_kind (clause, at) != PLX_TOKEN_RELATION)
    return NULL;

  relation = plx_pass_object (self, at, &at);
  if (relation != NULL)
    {
      self->done = at;
      /* "Neither in the EU nor in NATO" denies both, "not in NATO but in the EU" one. */
      *negated = says == PLX_SAYS_NON_MEMBER ? but && !denied : denied;
    }

  return relation;
}

static void
add_for_all (PlxPass          *self,
             const PlxSubject *subject,
             PlxFinding        finding)
{
  for (guint i = 0; i < subject->n_countries; i++)
    {
      finding.country = subject->countries[i];
      add_finding (self, &finding);
    }
}

/* "…, unlike Chile and Mexico", "…, but not China", "…, as well as Peru": what is said by that of
 * others. */
static void
read_others (PlxPass    *self,
             PlxFinding  finding)
{
  static PlxWordSet links = { ",", "--", "but", "(", NULL };
  static PlxWordSet lists = { "include", "includes", "including", "are", "such", "as", "like",
                              "and", "the", NULL };
  static PlxWordSet opposites = { "unlike", "not", NULL };
  static PlxWordSet behind = { ",", ".", ";", ")", "--", "", NULL };
  PlxSubject others = { 0 };
  PlxClause *clause = self->clause;
  int at = self->done;

  if (finding.says != PLX_SAYS_MEMBER && finding.says != PLX_SAYS_NON_MEMBER)
    return;

  /* "Include Japan and Peru, but not" */
  while (plx_clause_in (clause, at, links) || plx_clause_in (clause, at, lists) ||
         plx_clause_kind (clause, at) == PLX_TOKEN_COUNTRY)
    at++;
  if (at == self->done || !plx_clause_in (clause, at, opposites))
    return;

  at++;
  if (plx_clause_is (clause, at, "by"))
    at++;
  if (!plx_subject_list (clause, at, FALSE, &others))
    return;

  /* What goes on behind the list has a verb of its own: "unlike Chile, Peru is". */
  while (plx_clause_kind (clause, at) != PLX_TOKEN_MARK ||
         (plx_clause_is (clause, at, ",") &&
          plx_clause_kind (clause, at + 1) == PLX_TOKEN_COUNTRY &&
          plx_clause_kind (clause, at - 1) == PLX_TOKEN_COUNTRY))
    {
      if (plx_clause_is_end (clause, at))
        break;
      at++;
    }
  if (plx_clause_kind (clause, at) == PLX_TOKEN_MARK &&
      !g_strv_contains (behind, plx_clause_at (clause, at)->word))
    return;

  finding.says = plx_pass_invert (finding.says, TRUE);
  add_for_all (self, &others, finding);
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
  gboolean negated = FALSE;

  self->last = *predicate;
  self->last_subject = *subject;

  add_for_all (self, subject, finding);
  read_others (self, finding);

  while ((finding.relation = read_another_object (self, predicate->says, &negated)) != NULL)
    {
      finding.says = negated ? plx_pass_invert (predicate->says, TRUE) : predicate->says;
      add_for_all (self, subject, finding);
    }
}

/* "Ireland and Malta among them" */
static gboolean
is_among_them (PlxClause *clause,
               int        index)
{
  static PlxWordSet pronouns = { "them", "these", NULL };

  while (plx_clause_kind (clause, index) == PLX_TOKEN_COUNTRY ||
         plx_clause_is (clause, index, ",") || plx_clause_is (clause, index, "and"))
    index++;

  return plx_clause_is (clause, index, "among") && plx_clause_in (clause, index + 1, pronouns);
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

  if (noun->is_state && plx_clause_is (self->clause, at, "of"))
    at++;

  /* A comma alone joins two clauses: "…members, China said". But "…, China among them". */
  if (at == noun->end + 1 && plx_clause_is (self->clause, noun->end, ",") &&
      is_among_them (self->clause, at))
    return plx_subject_list (self->clause, at, FALSE, subject);
  if (at == noun->end + 1 && plx_clause_in (self->clause, noun->end, openers))
    return FALSE;
  if (at == noun->end && generic)
    return FALSE;
  /* "ICC members that China criticised" */
  if (plx_clause_is (self->clause, at - 1, "that") || plx_clause_is (self->clause, at - 1, "which"))
    return FALSE;

  return plx_subject_list (self->clause, at, !noun->plural && at == noun->end, subject);
}
