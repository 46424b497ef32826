/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-counts"

#include "config.h"

#include "countries/plx-pass.h"

/* Between a number and the relation whose parties it counts, in tokens. */
#define LONGEST_LINK 9

/* Between the commas of an insertion, in tokens. */
#define LONGEST_INSERTION 16

static PlxWordSet unit_nouns = { "members", "parties", "signatories", "countries", "states",
                                 "nations", "governments", NULL };
static PlxWordSet member_nouns = { "members", "parties", "signatories", NULL };
static PlxWordSet before_units = { "member", "state", "states", "signatory", "other", "party",
                                   "permanent", NULL };
/* "The ICC *has* 123 members", "the court *is supported by* 120 states". */
static PlxWordSet links_before = { "whose", "has", "have", "now", "currently", "backed", "by", "is",
                                   "was", "which", "that", "counts", "comprises", "grown",
                                   "grew", "grows", "expanded", "shrank", "shrunk", "had",
                                   "membership", "stands", "stood", "at", "rose", "to",
                                   "supported", "of", "made", "up", "with", ",", "today",
                                   "counted", "numbers", "numbering", "a", "total", "more",
                                   "than", "over", "nearly", "almost", "about", "some", "around",
                                   "least", "consists", "includes", "the", "ratified", "signed",
                                   "been", "treaty", "statute", "'s", "its", "still", "just",
                                   "only", "already", "groups", "unites", "alliance", "bloc",
                                   "organisation", "organization", "group", "grouping", "club",
                                   "an", "from", "all", "among", "-", "led", "are", "there",
                                   "embraces", "brings", "together", "consisting", "comprising",
                                   NULL };
/* "123 countries *that have ratified* the treaty". */
static PlxWordSet links_behind = { "of", "to", "in", "the", "that", "which", "are", "is", "have",
                                   "has", "had", "were", "members", "parties", "party", "member",
                                   "signatories", "ratified", "joined", "belong", "belonging",
                                   "acceded", "a", "state", "states", "now", "world",
                                   "worldwide", "signed", "up", "on", "who", "currently",
                                   "already", "make", "so", "far", "thus", "formally", "also",
                                   "since", "form", NULL };
static PlxWordSet proofs = { "members", "parties", "party", "member", "signatories", "ratified",
                             "joined", "belong", "belonging", "acceded", "signed", "make",
                             "form", NULL };

static PlxFindingHint
read_approximation (PlxPass *self,
                    int      index)
{
  static PlxWordSet least = { "over", "than", "least", NULL };
  static PlxWordSet most = { "nearly", "almost", NULL };
  static PlxWordSet about = { "about", "some", "around", "roughly", NULL };

  if (plx_clause_in (self->clause, index - 1, least))
    return PLX_FINDING_AT_LEAST;
  if (plx_clause_in (self->clause, index - 1, most) ||
      plx_clause_in (self->clause, index - 1, about))
    return PLX_FINDING_AT_MOST;

  return PLX_FINDING_PLAIN;
}

/* The relation that a noun names which begins at a token, or whose article or adjective stands
 * there. */
static const PlxRelationInfo *
relation_at (PlxPass *self,
             int      token,
             int     *end)
{
  int index = plx_parse_find (self->parse, token), behind;
  const PlxPhrase *noun = plx_parse_at (self->parse, index);
  const PlxRelationInfo *relation = plx_pass_relation (self, index, &behind);

  *end = plx_parse_at (self->parse, behind - 1)->end;

  return noun->kind == PLX_PHRASE_NOUN ? relation : NULL;
}

/* "The Council of Europe, not to be confused with the EU, has": what stands before the insertion
 * that the comma at `index` closes. */
static const PlxRelationInfo *
before_insertion (PlxPass *self,
                  int      index)
{
  for (int at = index - 1; at > 0 && at > index - LONGEST_INSERTION; at--)
    {
      if (plx_clause_is (self->clause, at, ","))
        return plx_clause_at (self->clause, at - 1)->relation;
    }

  return NULL;
}

/* The relation named before the number, with nothing but a link between. */
static const PlxRelationInfo *
relation_before (PlxPass *self,
                 int      index)
{
  /* "The ICC counts all members of the EU among its 124": those of whom the sentence tells. */
  if (plx_clause_is (self->clause, index - 1, "its"))
    {
      for (int at = 0; at < plx_parse_find (self->parse, index); at++)
        {
          const PlxRelationInfo *relation;
          int end;

          if ((relation = plx_pass_relation (self, at, &end)) != NULL)
            return relation;
        }
    }

  for (int at = index - 1; at >= 0 && at >= index - LONGEST_LINK; at--)
    {
      const PlxRelationInfo *relation;
      int end = 0;

      if (plx_clause_kind (self->clause, at) == PLX_TOKEN_RELATION)
        return plx_clause_at (self->clause, at)->relation;

      if (plx_clause_is (self->clause, at, ",") && (relation = before_insertion (self, at)) != NULL)
        return relation;

      /* "Has grown from five to nine", "a Russian-led alliance of six" */
      if (plx_clause_kind (self->clause, at) == PLX_TOKEN_NUMBER ||
          plx_clause_kind (self->clause, at) == PLX_TOKEN_DEMONYM)
        continue;

      if (!plx_clause_in (self->clause, at, links_before))
        {
          relation = relation_at (self, at, &end);
          return relation != NULL && end == at + 1 ? relation : NULL;
        }
    }

  return NULL;
}

/* The relation named behind the unit; `proven` starts as whether the unit is one
 * of members, and not of any countries. */
static const PlxRelationInfo *
relation_behind (PlxPass  *self,
                 int       index,
                 gboolean  proven)
{
  for (int at = index; at < index + LONGEST_LINK; at++)
    {
      const PlxRelationInfo *relation;
      int end;

      proven |= plx_clause_in (self->clause, at, proofs);
      relation = proven ? relation_at (self, at, &end) : NULL;
      if (relation != NULL)
        return relation;

      if (!plx_clause_in (self->clause, at, links_behind))
        return NULL;
    }

  return NULL;
}

/* "China, Russia and France, three permanent members": some of them. */
static gboolean
is_part (PlxPass *self,
         int      token,
         int      index)
{
  return plx_parse_at (self->parse, index)->start == token &&
         plx_parse_kind (self->parse, index + 1) != PLX_PHRASE_VERB &&
         (plx_parse_is (self->parse, index - 1, ",") ||
          plx_parse_is (self->parse, index - 1, "--")) &&
         plx_subject_before_mark (self, index - 1, TRUE, &(PlxSubject) { 0 });
}

/* "Had 28 members": of which day, nobody says. */
static gboolean
is_past (PlxPass *self,
         int      index)
{
  static PlxWordSet pasts = { "had", "was", "were", "grew", "shrank", NULL };
  int at = index - 1;

  while (plx_parse_kind (self->parse, at) == PLX_PHRASE_ADVERB ||
         plx_parse_kind (self->parse, at) == PLX_PHRASE_PREPOSITION)
    at--;

  return plx_parse_kind (self->parse, at) == PLX_PHRASE_VERB &&
         plx_clause_in (self->clause, plx_parse_at (self->parse, at)->start, pasts);
}

/* "Would have 33 members", "will grow to 30 states". */
static gboolean
is_coming (PlxPass *self,
           int      index)
{
  static PlxWordSet definite = { "the", "its", "their", "all", NULL };
  int at = index - 1;

  while (plx_parse_kind (self->parse, at) == PLX_PHRASE_ADVERB ||
         plx_parse_kind (self->parse, at) == PLX_PHRASE_PREPOSITION)
    at--;

  return plx_parse_kind (self->parse, at) == PLX_PHRASE_VERB &&
         plx_parse_at (self->parse, at)->verb.unreal &&
         !plx_clause_in (self->clause, plx_parse_at (self->parse, index)->start, definite);
}

/* "Made up of 27 countries, among them Spain": some of those that are counted. Nouns that say by
 * themselves how one stands are read with those of whom they are said. */
static void
report_examples (PlxPass               *self,
                 int                    phrase,
                 const PlxRelationInfo *relation)
{
  PlxPredicate predicate = { .says = PLX_SAYS_MEMBER, .start = phrase, .is_by_noun = TRUE };
  PlxSubject subject = { 0 };
  PlxAct act = plx_parse_at (self->parse, phrase + 1)->verb.act;
  int at = phrase + 1, end;

  /* "Ten countries make up ASEAN:" */
  if (act == PLX_ACT_FORM || act == PLX_ACT_LET || act == PLX_ACT_BELONG)
    {
      while (plx_parse_kind (self->parse, at) == PLX_PHRASE_VERB ||
             plx_parse_kind (self->parse, at) == PLX_PHRASE_PREPOSITION)
        at++;
      if (plx_pass_relation (self, at, &end) == NULL)
        return;
      at = end;
    }
  if ((plx_parse_at (self->parse, phrase)->senses & PLX_SENSE_STATES) == 0 ||
      !plx_pass_list_behind (self, at, &predicate.end, &subject))
    return;

  plx_objects_add (&predicate.objects, relation, FALSE);
  predicate.objects.end = predicate.end;
  plx_pass_report (self, &subject, &predicate);
}

/* "Two countries that are members" counts some of the parties, and not all: a
 * number that means all of them is of their order. */
static void
report (PlxPass    *self,
        int         index,
        PlxFinding *finding)
{
  int phrase = plx_parse_find (self->parse, index);
  const PlxPredicate predicate = { .start = phrase, .end = phrase + 1, .is_past = TRUE };
  guint parties;

  if (finding->relation == NULL || is_coming (self, phrase) || is_part (self, index, phrase) ||
      plx_pass_is_disclaimed (self, phrase))
    return;

  parties = plx_relation_count (finding->relation, PLX_STATUS_PARTY, finding->relation->as_of);
  plx_pass_moment (self, &predicate, finding);
  if (finding->time == PLX_FINDING_NOW || finding->time == PLX_FINDING_ONCE)
    finding->time = is_past (self, phrase) ? PLX_FINDING_ONCE : PLX_FINDING_NOW;
  if (finding->count * 2 < parties)
    return;

  g_array_append_val (self->findings, *finding);
  report_examples (self, phrase, finding->relation);
}

/* "The ten countries of ASEAN are", "there are 27 countries in the EU": all of them, where nothing
 * tells which. */
static gboolean
is_whole (PlxPass *self,
          int      index,
          int      unit)
{
  int of = plx_parse_find (self->parse, unit + 1), end;

  if (!(plx_clause_is (self->clause, index - 1, "the") ||
        (plx_clause_is (self->clause, index - 1, "are") &&
         plx_clause_is (self->clause, index - 2, "there"))) ||
      plx_pass_relation (self, of + 1, &end) == NULL)
    return FALSE;

  return plx_parse_kind (self->parse, end) == PLX_PHRASE_END ||
         plx_parse_is (self->parse, end, ".") || plx_parse_is (self->parse, end, ",") ||
         (plx_parse_kind (self->parse, end) == PLX_PHRASE_VERB &&
          !plx_parse_at (self->parse, end)->verb.gerund &&
          !plx_parse_at (self->parse, end)->verb.infinitive);
}

/* The last word of "member states", "ICC members", "states parties"; -1 where
 * something else is counted. */
static int
find_unit (PlxPass  *self,
           int       index,
           gboolean *members)
{
  int unit = index;

  if (plx_clause_kind (self->clause, unit) == PLX_TOKEN_RELATION)
    unit++;

  while (plx_clause_in (self->clause, unit, before_units) &&
         (!plx_clause_in (self->clause, unit, unit_nouns) ||
          plx_clause_in (self->clause, unit + 1, unit_nouns)))
    {
      *members = TRUE;
      unit++;
    }

  *members |= plx_clause_in (self->clause, unit, member_nouns);

  return plx_clause_in (self->clause, unit, unit_nouns) ? unit : -1;
}

/* "The 123-member court". */
static gboolean
read_compound (PlxPass    *self,
               int         index,
               PlxFinding *finding)
{
  static PlxWordSet units = { "member", "nation", "country", "state", "strong", NULL };
  int end;

  if (!plx_clause_is (self->clause, index + 1, "-") ||
      !plx_clause_in (self->clause, index + 2, units))
    return FALSE;

  finding->relation = relation_at (self, index + 3, &end);

  return TRUE;
}

/**
 * plx_pass_count:
 * @self: a pass
 * @index: a token
 *
 * Reads how many parties a relation has, where the token at @index is that
 * number: "the ICC, which has 123 members", "one of 123 states that ratified the
 * treaty", "the 123-member court".
 */
void
plx_pass_count (PlxPass *self,
                int      index)
{
  PlxFinding finding = { .says = PLX_SAYS_COUNT };
  gboolean members = FALSE;
  int unit;

  if (plx_clause_kind (self->clause, index) != PLX_TOKEN_NUMBER)
    return;

  finding.count = plx_clause_at (self->clause, index)->number;
  finding.hint = read_approximation (self, index);

  if (!read_compound (self, index, &finding))
    {
      unit = find_unit (self, index + 1, &members);
      if (unit < 0)
        return;

      if (plx_clause_kind (self->clause, index + 1) == PLX_TOKEN_RELATION)
        finding.relation = plx_clause_at (self->clause, index + 1)->relation;
      else if (plx_clause_is (self->clause, unit + 1, "of") ||
               plx_clause_is (self->clause, unit + 1, "in"))
        finding.relation = relation_behind (self, unit + 1,
                                            members || is_whole (self, index, unit));

      if (finding.relation == NULL)
        finding.relation = relation_before (self, index);

      if (finding.relation == NULL)
        finding.relation = relation_behind (self, unit + 1, members);
    }

  /* "The five permanent members" are no others. */
  if (finding.relation != NULL && *finding.relation->adjective != '\0' &&
      !plx_clause_is (self->clause, index + 1, finding.relation->adjective))
    return;

  report (self, index, &finding);
}
