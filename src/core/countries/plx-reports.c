/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-reports"

#include "config.h"

#include "countries/plx-pass.h"

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

/* "Signed it, and later withdrew its signature", "signed and ratified", "was twice a member and
 * twice left", "is suspended but remains a member": what is said last counts. */
static gboolean
replaces (PlxPass          *self,
          const PlxFinding *other,
          const PlxFinding *finding)
{
  if (self->last.is_taken_back)
    return TRUE;
  if (finding->says == PLX_SAYS_MEMBER)
    return other->says == PLX_SAYS_SIGNATORY || other->says == PLX_SAYS_SUSPENDED;

  return finding->says == PLX_SAYS_WITHDRAWN && other->says == PLX_SAYS_MEMBER && other->is_past &&
         self->last.is_event;
}

static void
add_finding (PlxPass          *self,
             const PlxFinding *finding)
{
  /* One sentence says one thing of a country; the first words are the plainest. */
  for (guint i = 0; i < self->findings->len; i++)
    {
      PlxFinding *other = &g_array_index (self->findings, PlxFinding, i);

      if (other->country != finding->country || other->relation != finding->relation)
        continue;

      if (replaces (self, other, finding))
        *other = *finding;
      /* "A signatory but not a party" */
      else if (other->says == PLX_SAYS_MEMBER && other->hint == PLX_FINDING_SIGNED &&
               finding->says == PLX_SAYS_NON_MEMBER && finding->hint == PLX_FINDING_PLAIN)
        {
          other->says = PLX_SAYS_SIGNATORY;
          other->hint = PLX_FINDING_PLAIN;
        }
      /* "Signed it, yet is not a member": and no more than that. */
      else if (other->says == PLX_SAYS_SIGNATORY && finding->says == PLX_SAYS_NON_MEMBER)
        other->hint = PLX_FINDING_PLAIN;
      return;
    }

  g_array_append_vals (self->findings, finding, 1);
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

/* "…, unlike Chile and Mexico", "…, but not China", "…, as well as Peru": of whom the opposite, or
 * the same, is said by that. Returns whether there are any. */
static gboolean
find_others (PlxPass    *self,
             int         index,
             PlxSubject *others,
             gboolean   *opposite)
{
  static PlxWordSet companions = { "as", "together", "along", NULL };
  int at = plx_pass_skip_aside (self, index), end;
  gboolean denied = FALSE, joined = FALSE, same = FALSE;

  for (;; at++)
    {
      const PlxPhrase *phrase = plx_parse_at (self->parse, at);

      if (phrase->kind == PLX_PHRASE_NEGATION || (phrase->senses & PLX_SENSE_UNLIKE) != 0)
        denied = TRUE;
      else if (phrase->kind == PLX_PHRASE_JOINT)
        joined = TRUE;
      else if ((phrase->senses & PLX_SENSE_LIKE) != 0 && phrase->kind == PLX_PHRASE_PREPOSITION)
        {
          /* "But not, like France, in NATO" goes on with something else. */
          if (denied)
            return FALSE;
          same = TRUE;
        }
      else if (!(phrase->kind == PLX_PHRASE_MARK || phrase->kind == PLX_PHRASE_ADVERB ||
                 (denied && plx_parse_is (self->parse, at, "by"))))
        break;
    }

  *opposite = denied;
  /* "…, and Chad", without a verb, and "… and Chad is" look alike up to here. */
  if (!denied && !same && !(joined && plx_clause_in (self->clause,
                                                     plx_parse_at (self->parse, at - 1)->start,
                                                     companions)))
    return FALSE;

  end = plx_subject_list_ahead (self, at, others);
  if (end == at)
    return FALSE;

  /* What goes on behind the list has a verb of its own: "unlike Chile, Peru is". */
  return plx_parse_kind (self->parse, end) == PLX_PHRASE_END ||
         plx_parse_is (self->parse, end, ".") || plx_parse_is (self->parse, end, ")") ||
         plx_parse_is (self->parse, end, "--") ||
         (plx_parse_is (self->parse, end, ",") &&
          plx_parse_kind (self->parse, end + 1) != PLX_PHRASE_NOUN);
}

/* "Joined in 2017 and North Macedonia in 2020": the verb is left out, the time is its own. */
static void
report_gapped (PlxPass            *self,
               const PlxPredicate *predicate,
               PlxFinding          finding)
{
  int at = plx_pass_skip_aside (self, predicate->end), end, behind;
  PlxSubject others = { 0 };

  if (!predicate->is_event || at == predicate->end)
    return;
  /* "…, Namibia in 2002" */
  if (!plx_parse_is (self->parse, at, ",") && !plx_parse_is (self->parse, at, "and"))
    return;
  if (plx_parse_is (self->parse, at, ",") && plx_parse_is (self->parse, at + 1, "and"))
    at++;

  end = plx_subject_list_ahead (self, at + 1, &others);
  behind = plx_pass_skip_aside (self, end);
  if (end == at + 1 || behind == end ||
      (plx_parse_kind (self->parse, behind) != PLX_PHRASE_MARK &&
       plx_parse_kind (self->parse, behind) != PLX_PHRASE_END))
    return;

  finding.time = PLX_FINDING_NOW;
  finding.from = finding.to = 0;
  add_for_all (self, &others, finding);
}

/* "Jordan, not Egypt, is": of whom the opposite is said before the verb. */
static void
report_denied (PlxPass            *self,
               const PlxPredicate *predicate,
               PlxFinding          finding)
{
  PlxSubject others = { 0 };
  int mark = predicate->start - 1, opening;

  while (plx_parse_kind (self->parse, mark) == PLX_PHRASE_VERB ||
         plx_parse_kind (self->parse, mark) == PLX_PHRASE_ADVERB)
    mark--;
  opening = plx_pass_opening (self, mark);
  if (opening < 0 || plx_parse_kind (self->parse, opening + 1) != PLX_PHRASE_NEGATION ||
      plx_subject_list_ahead (self, opening + 2, &others) != mark)
    return;

  finding.says = plx_pass_invert (finding.says, TRUE);
  add_for_all (self, &others, finding);
}

static void
report_others (PlxPass            *self,
               const PlxPredicate *predicate,
               PlxFinding          finding)
{
  PlxSubject others = { 0 };
  gboolean opposite;

  if (predicate->says != PLX_SAYS_MEMBER && predicate->says != PLX_SAYS_NON_MEMBER)
    return;
  report_denied (self, predicate, finding);
  if (!find_others (self, predicate->end, &others, &opposite))
    return;

  finding.says = plx_pass_invert (finding.says, opposite);
  add_for_all (self, &others, finding);
}

/* "Of the EU since 2013 and of NATO since 2009": the time of each, where it has one. */
static void
read_own_moment (PlxPass            *self,
                 const PlxPredicate *predicate,
                 guint               i,
                 PlxFinding         *finding)
{
  PlxPredicate own = *predicate;
  PlxFinding found = *finding;

  if (i + 1 >= predicate->objects.n_relations || predicate->objects.ends[i] <= 0)
    return;

  own.end = predicate->objects.ends[i];
  plx_pass_moment (self, &own, &found);
  if (found.from != 0)
    *finding = found;
}

/**
 * plx_pass_report:
 * @self: a pass
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
  PlxFinding finding, whole = {
    .hint = predicate->hint,
    .is_past = predicate->is_past || predicate->is_event,
  };

  self->last = *predicate;
  self->last_subject = *subject;
  self->is_last_said = TRUE;

  plx_pass_moment (self, predicate, &whole);
  for (guint i = 0; i < predicate->objects.n_relations; i++)
    {
      gboolean denied = predicate->objects.negated[i];

      finding = whole;
      read_own_moment (self, predicate, i, &finding);
      finding.relation = predicate->objects.relations[i];
      /* Of such a body one is a member by nouns only: "a permanent member". */
      if (*finding.relation->adjective != '\0' && !predicate->is_by_noun)
        continue;
      /* "Left neither": nothing is said of when it came. */
      if (denied && predicate->says != PLX_SAYS_MEMBER && predicate->says != PLX_SAYS_NON_MEMBER)
        continue;
      finding.says = plx_pass_invert (predicate->says, denied);
      add_for_all (self, subject, finding);
      report_others (self, predicate, finding);
      report_gapped (self, predicate, finding);
    }
}
