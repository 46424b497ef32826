/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-predicates"

#include "config.h"

#include "countries/plx-predicates.h"

#include <string.h>

#include "countries/plx-counts.h"
#include "countries/plx-objects.h"
#include "countries/plx-subjects.h"

/* How far behind "signed" a "but never ratified" may follow, in tokens. */
#define LONGEST_SEQUEL 14

/* What stands around a verb or before a predicate noun. */
typedef struct
{
  int      start;    /* its first token */
  gboolean is_copula;
  gboolean negated;
  gboolean former;   /* "no longer", "used to", "ceased to" */
  gboolean unreal;   /* "would", "may", "wants to" */
  gboolean singular;
} Verb;

typedef struct
{
  const PlxRelationInfo *relation;
  PlxSays                says;
  PlxFindingHint         hint;
} Predicate;

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
static PlxWordSet noun_adjectives = { "a", "an", "the", "one", "of", "its", "their", "full",
                                      "founding", "fellow", "among", "original", "active", "such",
                                      "committed", "newest", "latest", "-", "longstanding",
                                      "early", "enthusiastic", "loyal", "other", "only", "few",
                                      NULL };
static PlxWordSet formers = { "former", "one-time", "erstwhile", "ex", NULL };
static PlxWordSet openers = { ",", "--", "(", NULL };

/* ---- the words around --------------------------------------------------- */

/* "Failed to", "has yet to", "used to", "wants to": what `to` at `index` makes of
 * the verb behind it. Returns the token to go on from. */
static int
read_infinitive (PlxReader *self,
                 int        index,
                 Verb      *verb)
{
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
is_short_copula (PlxReader *self,
                 int        index)
{
  static PlxWordSet behind = { "not", "never", "also", "still", "now", "a", "an", NULL };

  return plx_clause_is (self->clause, index, "'s") &&
         plx_clause_in (self->clause, index + 1, behind);
}

/* Goes back from `index` over what belongs to the verb. Where it is a copula
 * that is looked for, adverbs without one are left to an apposition. */
static void
read_verb (PlxReader *self,
           int        index,
           Verb      *verb)
{
  PlxClause *clause = self->clause;
  int at = index;

  for (;; at--)
    {
      if (plx_clause_in (clause, at, be_words) || is_short_copula (self, at))
        verb->is_copula = TRUE;
      else if (plx_clause_in (clause, at, negations))
        verb->negated = !verb->negated;
      else if (plx_clause_in (clause, at, modals))
        verb->unreal = TRUE;
      else if (plx_clause_is (clause, at, "to"))
        at = read_infinitive (self, at, verb);
      else if (!plx_clause_in (clause, at, auxiliaries) && !plx_clause_in (clause, at, adverbs))
        break;

      if (plx_clause_is (clause, at, "longer") && plx_clause_is (clause, at - 1, "no"))
        verb->former = TRUE;
      if (plx_clause_in (clause, at, singular_verbs))
        verb->singular = TRUE;
    }

  verb->start = at + 1;

  /* "Neither" and "both" may belong to the subject: "A and B both are". */
  while (plx_clause_in (clause, verb->start, adverbs) && verb->start < index &&
         plx_clause_kind (clause, at) != PLX_TOKEN_COUNTRY)
    {
      if (!plx_clause_is (clause, verb->start, "both"))
        break;
      verb->start++;
    }
}

static PlxSays
invert (PlxSays  says,
        gboolean negated)
{
  if (!negated)
    return says;

  return says == PLX_SAYS_MEMBER ? PLX_SAYS_NON_MEMBER : PLX_SAYS_MEMBER;
}

static void
report (PlxReader        *self,
        const PlxSubject *subject,
        const Predicate  *predicate)
{
  for (guint i = 0; i < subject->n_countries; i++)
    {
      PlxFinding finding = {
        .country = subject->countries[i],
        .relation = predicate->relation,
        .says = predicate->says,
        .hint = predicate->hint,
      };
      gboolean known = FALSE;

      /* One sentence says one thing of a country; the first words are the plainest. */
      for (guint j = 0; j < self->findings->len; j++)
        {
          const PlxFinding *other = &g_array_index (self->findings, PlxFinding, j);

          known |= other->country == finding.country && other->relation == finding.relation;
        }

      if (!known)
        g_array_append_val (self->findings, finding);
    }
}

/* ---- nouns: a member, a party, a signatory ------------------------------ */

typedef struct
{
  int      start;
  int      end;      /* the token behind */
  gboolean plural;
  gboolean signatory;
  gboolean denied;   /* "non-member" */
  gboolean complete; /* needs no "of …" to be understood: "state party", "signatory" */
} Noun;

/* "Member state", "states parties", "signatory", "non-member". */
static gboolean
read_noun (PlxReader *self,
           int        index,
           Noun      *noun)
{
  static PlxWordSet singulars = { "member", "party", "signatory", "nonmember", NULL };
  static PlxWordSet plurals = { "members", "parties", "signatories", "nonmembers", NULL };
  static PlxWordSet one = { "state", "country", "nation", NULL };
  static PlxWordSet many = { "states", "countries", "nations", NULL };
  static PlxWordSet signatories = { "signatory", "signatories", NULL };
  static PlxWordSet states = { "state", "states", NULL };
  PlxClause *clause = self->clause;

  memset (noun, 0, sizeof *noun);
  noun->plural = plx_clause_in (clause, index, plurals);
  if (!noun->plural && !plx_clause_in (clause, index, singulars))
    return FALSE;

  noun->start = index;
  noun->end = index + 1;
  noun->signatory = plx_clause_in (clause, index, signatories);
  noun->complete = noun->signatory;
  noun->denied = g_str_has_prefix (plx_clause_at (clause, index)->word, "non");

  if (plx_clause_in (clause, index - 1, states))
    {
      noun->start--;
      noun->complete = TRUE;
    }
  else if (plx_clause_in (clause, index + 1, many) || plx_clause_in (clause, index + 1, one))
    {
      noun->plural = plx_clause_in (clause, index + 1, many);
      noun->end++;
    }

  if (plx_clause_is (clause, noun->start - 1, "-") &&
      plx_clause_is (clause, noun->start - 2, "non"))
    {
      noun->denied = TRUE;
      noun->start -= 2;
    }

  return TRUE;
}

/* The relation of the noun: before it, behind it, or the one the sentence is about. */
static const PlxRelationInfo *
relation_of_noun (PlxReader *self,
                  Noun      *noun)
{
  static PlxWordSet links = { "of", "to", "in", NULL };
  static PlxWordSet behind = { "and", "but", "either", "while", "so", "or", "yet", "too", "itself",
                               "which", "although", "though", "because", "since", "such",
                               "including", "include", "like", NULL };
  const PlxRelationInfo *relation;
  int start = noun->start, end = noun->end;

  relation = plx_reader_modifier (self, noun->start, &start);
  if (relation != NULL)
    {
      noun->start = start;
      return relation;
    }

  if (plx_clause_in (self->clause, noun->end, links))
    {
      relation = plx_reader_object (self, noun->end + 1, &end);
      if (relation != NULL)
        noun->end = end;
      return relation;
    }

  if (plx_clause_kind (self->clause, noun->end) != PLX_TOKEN_MARK &&
      !plx_clause_in (self->clause, noun->end, behind))
    return NULL;

  relation = plx_reader_topic (self, noun->start);
  if (relation == NULL && noun->complete)
    relation = self->resolve (noun->signatory ? "treaty" : "statute", self->user_data);

  return relation;
}

/* A list behind the noun: "ICC members such as Kenya and Chad", "ICC member Kenya". */
static gboolean
read_list_behind (PlxReader  *self,
                  const Noun *noun,
                  gboolean    generic,
                  PlxSubject *subject)
{
  static PlxWordSet introductions = { ",", "--", "(", "such", "as", "like", "including", "include",
                                      "includes", "included", "namely", ":", "are", "among",
                                      "them", "notably", "e.g", NULL };
  int at = noun->end;

  while (plx_clause_in (self->clause, at, introductions))
    at++;

  /* A comma alone joins two clauses: "…members, China said". */
  if (at == noun->end + 1 && plx_clause_in (self->clause, noun->end, openers))
    return FALSE;
  if (at == noun->end && generic)
    return FALSE;

  return plx_subject_list (self->clause, at, !noun->plural && at == noun->end, subject);
}

/* "As a party to the statute, Kenya must": the country behind the comma. */
static gboolean
read_fronted (PlxReader  *self,
              const Noun *noun,
              PlxSubject *subject)
{
  return plx_clause_is (self->clause, noun->end, ",") &&
         plx_subject_list (self->clause, noun->end + 1, !noun->plural, subject);
}

/* "Kenya, a member of the court", "(both signatories)", "though not a party". */
static gboolean
read_apposition (PlxReader  *self,
                 const Noun *noun,
                 int         index,
                 Verb       *verb,
                 PlxSubject *subject)
{
  static PlxWordSet concessions = { "though", "although", "while", "as", "despite", "being", NULL };
  static PlxWordSet pronouns = { "of", "them", "which", "whom", "these", NULL };
  PlxClause *clause = self->clause;
  gboolean as = FALSE;

  while (plx_clause_in (clause, index, pronouns))
    index--;
  while (plx_clause_in (clause, index, adverbs) || plx_clause_in (clause, index, negations))
    {
      verb->negated ^= plx_clause_in (clause, index, negations);
      index--;
    }
  while (plx_clause_in (clause, index, concessions))
    {
      as |= plx_clause_is (clause, index, "as");
      index--;
    }

  if (plx_clause_in (clause, index, openers) &&
      plx_subject_of_apposition (clause, index - 1, !noun->plural, subject))
    return TRUE;

  if ((index < 0 || plx_clause_kind (clause, index) == PLX_TOKEN_MARK || as) &&
      read_fronted (self, noun, subject))
    return TRUE;

  return as && plx_subject_first (clause, index + 1, subject);
}

static int
skip_noun_adjectives (PlxReader *self,
                      int        index,
                      gboolean  *former)
{
  while (plx_clause_in (self->clause, index, noun_adjectives) ||
         plx_clause_in (self->clause, index, formers) ||
         plx_clause_kind (self->clause, index) == PLX_TOKEN_NUMBER)
    {
      *former |= plx_clause_in (self->clause, index, formers);
      index--;
    }

  return index;
}

static void
read_noun_predicate (PlxReader *self,
                     int        index)
{
  Noun noun;
  Verb verb = { 0 };
  Predicate predicate = { 0 };
  PlxSubject subject = { 0 };
  gboolean found;
  int before;

  if (!read_noun (self, index, &noun))
    return;

  predicate.relation = relation_of_noun (self, &noun);
  if (predicate.relation == NULL)
    return;

  before = skip_noun_adjectives (self, noun.start - 1, &verb.former);
  read_verb (self, before, &verb);
  if (verb.unreal)
    return;

  if (verb.is_copula)
    {
      found = plx_subject_before (self->clause, self->previous, verb.start, verb.singular,
                                  &subject);
    }
  else
    {
      verb.negated = FALSE;
      found = read_apposition (self, &noun, before, &verb, &subject);
    }

  if (subject.n_countries == 0 && (!verb.is_copula || subject.is_generic))
    found = read_list_behind (self, &noun, subject.is_generic, &subject);

  if (!found)
    return;

  predicate.says = invert (PLX_SAYS_MEMBER, noun.denied ^ verb.negated ^ subject.negated);
  predicate.hint = noun.signatory ? PLX_FINDING_SIGNED : PLX_FINDING_PLAIN;
  if (verb.former)
    predicate.says = PLX_SAYS_WITHDRAWN;

  report (self, &subject, &predicate);
  self->done = noun.end;
}

/* ---- verbs: signed, ratified, joined, left, belongs --------------------- */

typedef enum
{
  ACT_SIGN,
  ACT_RATIFY,
  ACT_JOIN,
  ACT_BELONG,
  ACT_LEAVE,
  ACT_OUTSIDE,
} Act;

static const struct
{
  const char *word;
  const char *particle; /* a word that has to follow */
  Act         act;
  gboolean    base;     /* needs "did", "has failed to" … before it */
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
  { "left", NULL, ACT_LEAVE, FALSE },
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
find_act (PlxReader *self,
          int        index)
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

/* The relation behind a verb, or, where the verb stands alone ("which joined in
 * 2002", "ratified it"), the one that the sentence is about. */
static const PlxRelationInfo *
relation_of_verb (PlxReader *self,
                  int        index,
                  int       *end)
{
  static PlxWordSet particles = { "up", "on", "onto", "to", "from", "out", "of", "off", NULL };
  static PlxWordSet alone = { "in", "it", "after", "only", "last", "this", "on", "but", "and",
                              "since", NULL };
  const PlxRelationInfo *relation;
  int at = index;

  while (plx_clause_in (self->clause, at, particles))
    at++;

  relation = plx_reader_object (self, at, end);
  if (relation != NULL)
    return relation;

  *end = index;
  if (at == index && (plx_clause_in (self->clause, index, alone) ||
                      plx_clause_kind (self->clause, index) == PLX_TOKEN_MARK))
    return plx_reader_topic (self, index);

  return NULL;
}

/* What follows on "signed": "but never ratified it", "and ratified the treaty". */
static gboolean
read_sequel (PlxReader              *self,
             int                     index,
             gboolean               *ratified,
             const PlxRelationInfo **relation,
             int                    *end)
{
  static PlxWordSet ratify = { "ratified", "ratify", "ratifying", NULL };

  for (int at = index; at < index + LONGEST_SEQUEL && !plx_clause_is_end (self->clause, at); at++)
    {
      const PlxRelationInfo *own;
      Verb verb = { 0 };
      int behind = at + 1;

      /* Another country's doings are not the sequel. */
      if (plx_clause_kind (self->clause, at) == PLX_TOKEN_COUNTRY)
        return FALSE;

      if (!plx_clause_in (self->clause, at, ratify))
        continue;

      read_verb (self, at - 1, &verb);
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

static void
read_signing (PlxReader *self,
              int        index,
              gboolean   negated,
              Predicate *predicate)
{
  gboolean ratified = FALSE;
  int end = index + 1;

  predicate->relation = relation_of_verb (self, index + 1, &end);
  predicate->hint = PLX_FINDING_SIGNED;
  predicate->says = PLX_SAYS_SIGNATORY;

  if (read_sequel (self, end, &ratified, &predicate->relation, &end))
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

  self->done = end;
}

static gboolean
read_act (PlxReader  *self,
          int         index,
          int         entry,
          const Verb *verb,
          Predicate  *predicate)
{
  int end = index + 1;

  if (act_words[entry].act == ACT_SIGN)
    {
      read_signing (self, index, verb->negated, predicate);
      return predicate->relation != NULL;
    }

  predicate->relation = relation_of_verb (self, index + 1, &end);

  switch (act_words[entry].act)
    {
    case ACT_RATIFY:
    case ACT_JOIN:
    case ACT_BELONG:
      predicate->says = invert (PLX_SAYS_MEMBER, verb->negated);
      if (verb->former)
        predicate->says = PLX_SAYS_WITHDRAWN;
      break;

    case ACT_LEAVE:
      /* Not to have left says nothing of the day on which one came. */
      if (verb->negated || end == index + 1)
        return FALSE;
      predicate->says = PLX_SAYS_WITHDRAWN;
      break;

    case ACT_OUTSIDE:
      if (verb->negated || !verb->is_copula || end == index + 1)
        return FALSE;
      predicate->says = PLX_SAYS_NON_MEMBER;
      break;

    case ACT_SIGN:
    default:
      g_assert_not_reached ();
    }

  self->done = end;

  return predicate->relation != NULL;
}

static void
read_verb_predicate (PlxReader *self,
                     int        index)
{
  int entry = find_act (self, index);
  Predicate predicate = { 0 };
  PlxSubject subject = { 0 };
  Verb verb = { 0 };
  int done = self->done;

  if (entry < 0)
    return;

  read_verb (self, index - 1, &verb);
  /* "Was joined by", "is left", "would sign", "to join" say nothing of the kind. */
  if (verb.unreal || (verb.is_copula && act_words[entry].act != ACT_OUTSIDE))
    return;
  if (act_words[entry].base && !verb.negated)
    return;

  if (!plx_subject_before (self->clause, self->previous, verb.start, verb.singular, &subject))
    return;

  if (!read_act (self, index, entry, &verb, &predicate))
    {
      self->done = done;
      return;
    }

  if (subject.n_countries == 0 && subject.is_generic)
    {
      const Noun noun = { .end = self->done, .plural = TRUE };

      if (!read_list_behind (self, &noun, TRUE, &subject))
        return;
    }

  if (subject.negated)
    predicate.says = invert (predicate.says == PLX_SAYS_SIGNATORY ? PLX_SAYS_MEMBER
                                                                  : predicate.says, TRUE);
  report (self, &subject, &predicate);
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
    "elong", " left ", "quit ", "xited", "ithdr", "pulled out", "walked out", "dropped out",
    "utside", "backed by", "countries", "states",
  };

  for (guint i = 0; i < G_N_ELEMENTS (stems); i++)
    {
      if (g_strstr_len (text, length, stems[i]) != NULL)
        return TRUE;
    }

  return FALSE;
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
  PlxReader self = {
    .clause = clause,
    .previous = previous,
    .resolve = resolve,
    .user_data = user_data,
    .findings = findings,
  };

  for (int i = 0; i < (int) clause->tokens->len; i++)
    {
      plx_reader_count (&self, i);

      if (i < self.done || plx_clause_kind (clause, i) != PLX_TOKEN_WORD)
        continue;

      read_noun_predicate (&self, i);
      read_verb_predicate (&self, i);
    }
}
