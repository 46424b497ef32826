/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-insertions"

#include "config.h"

#include "countries/plx-pass.h"

/* How far back an insertion may reach, in phrases. */
#define LONGEST_INSERTION 24

/* Whether the verb can stand in a clause of its own. */
static gboolean
is_finite (PlxPass *self,
           int      index)
{
  const PlxPhrase *phrase = plx_parse_at (self->parse, index);

  return phrase->kind == PLX_PHRASE_VERB && !phrase->verb.gerund && !phrase->verb.infinitive &&
         !phrase->verb.participle;
}

/**
 * plx_pass_is_attribution:
 * @self: a pass
 * @start: the place behind a mark
 * @end: the place of the mark behind it
 *
 * Returns: whether what stands between them only tells who says so: "officials said", "the minister
 *   added"
 */
gboolean
plx_pass_is_attribution (PlxPass *self,
                         int      start,
                         int      end)
{
  static PlxWordSet sayings = { "said", "says", "added", "adds", "noted", "notes", "argued",
                                "argues", "insisted", "insists", "announced", "reported", "reports",
                                "confirmed", "wrote", "writes", "explained", "recalled", "stressed",
                                "told", "claimed", "conceded", "admitted", NULL };
  const PlxPhrase *verb = plx_parse_at (self->parse, end - 1);

  if (end - start < 2 || plx_parse_kind (self->parse, start) != PLX_PHRASE_NOUN ||
      verb->kind != PLX_PHRASE_VERB || verb->verb.negated ||
      !plx_clause_in (self->clause, verb->verb.main, sayings))
    return FALSE;

  for (int at = start + 1; at < end - 1; at++)
    {
      if (plx_parse_kind (self->parse, at) != PLX_PHRASE_NOUN &&
          plx_parse_kind (self->parse, at) != PLX_PHRASE_PREPOSITION)
        return FALSE;
    }

  return TRUE;
}

/* Whether what stands between `start` and `end` only adds to what stands before it: "which …",
 * "like …", "a member …", "both of …", "however". */
static gboolean
is_addition (PlxPass *self,
             int      start,
             int      end)
{
  switch ((guint) plx_parse_kind (self->parse, start))
    {
    case PLX_PHRASE_RELATIVE:
    case PLX_PHRASE_PREPOSITION:
    case PLX_PHRASE_SUBORDINATOR:
    case PLX_PHRASE_ADVERB:
    case PLX_PHRASE_NEGATION:
    case PLX_PHRASE_JOINT:
      return TRUE;

    case PLX_PHRASE_VERB:
      return !is_finite (self, start);

    case PLX_PHRASE_NOUN:
      if (plx_pass_is_attribution (self, start, end))
        return TRUE;
      /* "Both of which are" */
      for (int at = start; at < end; at++)
        {
          if (plx_parse_kind (self->parse, at) == PLX_PHRASE_RELATIVE ||
              plx_parse_kind (self->parse, at) == PLX_PHRASE_SUBORDINATOR)
            return TRUE;
          if (is_finite (self, at))
            return FALSE;
        }
      return TRUE;

    case PLX_PHRASE_MARK:
    case PLX_PHRASE_END:
    default:
      return FALSE;
    }
}

static gboolean
is_country (PlxPass *self,
            int      index)
{
  const PlxPhrase *noun = plx_parse_at (self->parse, index);

  return noun->kind == PLX_PHRASE_NOUN && noun->end > noun->start &&
         plx_clause_kind (self->clause, noun->end - 1) == PLX_TOKEN_COUNTRY;
}

/* "Among them the United States, China and India,": the comma only goes on with the list. */
static gboolean
is_within_list (PlxPass *self,
                int      start,
                int      end)
{
  if (!is_country (self, start - 1))
    return FALSE;

  for (int at = start + 1; at < end; at++)
    {
      if (!is_country (self, at) && plx_parse_kind (self->parse, at) != PLX_PHRASE_JOINT &&
          !plx_parse_is (self->parse, at, ","))
        return FALSE;
    }

  return TRUE;
}

/**
 * plx_pass_opening:
 * @self: a pass
 * @index: the place of a mark
 *
 * Finds where an insertion opens that a comma, a dash or a bracket closes: "China, the world's
 * second economy, is".
 *
 * Returns: the place of the mark that opens it, or -1
 */
int
plx_pass_opening (PlxPass *self,
                  int      index)
{
  const char *opener = NULL;
  int within = -1;

  if (plx_parse_is (self->parse, index, ")"))
    opener = "(";
  else if (plx_parse_is (self->parse, index, ","))
    opener = ",";
  else if (plx_parse_is (self->parse, index, "--"))
    opener = "--";
  else
    return -1;

  for (int at = index - 1; at > 0 && at > index - LONGEST_INSERTION; at--)
    {
      if (plx_parse_kind (self->parse, at) == PLX_PHRASE_END)
        return -1;
      if (!plx_parse_is (self->parse, at, opener) ||
          (*opener != '(' && !is_addition (self, at + 1, index)))
        continue;
      if (!is_within_list (self, at, index))
        return at;
      if (within < 0)
        within = at;
    }

  return within;
}

/**
 * plx_subject_add_companions:
 * @self: a pass
 * @opening: the place of the mark that opens an insertion
 * @subject: those to whom are added
 *
 * Adds those of whom the same is said by an insertion: "China, like Russia, is", "Kenya, along with
 * Chad, has".
 */
void
plx_subject_add_companions (PlxPass    *self,
                            int         opening,
                            PlxSubject *subject)
{
  const PlxPhrase *first = plx_parse_at (self->parse, opening + 1);
  int at = opening + 1;

  if (first->kind == PLX_PHRASE_ADVERB)
    first = plx_parse_at (self->parse, ++at);

  if ((first->kind == PLX_PHRASE_PREPOSITION && (first->senses & PLX_SENSE_LIKE) != 0) ||
      (first->kind == PLX_PHRASE_JOINT && !plx_parse_is (self->parse, at, "but")) ||
      plx_parse_is (self->parse, at, "as"))
    plx_subject_list_ahead (self, at + 1, subject);
}

/**
 * plx_subject_add_fronted:
 * @self: a pass
 * @first: the place of the subject
 * @subject: those to whom are added
 *
 * Adds those of whom the same is said by what stands before the comma before the subject: "like
 * Russia, China is".
 */
void
plx_subject_add_fronted (PlxPass    *self,
                         int         first,
                         PlxSubject *subject)
{
  int at = first - 1;

  if (!plx_parse_is (self->parse, at, ","))
    return;

  for (at--; at >= 0 && plx_parse_kind (self->parse, at) != PLX_PHRASE_END; at--)
    {
      const PlxPhrase *phrase = plx_parse_at (self->parse, at);

      if (((phrase->kind == PLX_PHRASE_PREPOSITION && (phrase->senses & PLX_SENSE_LIKE) != 0) ||
           (phrase->kind == PLX_PHRASE_JOINT && at == 0)) &&
          (at == 0 || plx_parse_kind (self->parse, at - 1) != PLX_PHRASE_NOUN))
        {
          PlxSubject all = { .negated = subject->negated };

          plx_subject_list_ahead (self, at + 1, &all);
          for (guint i = 0; i < subject->n_countries; i++)
            plx_subject_add (&all, subject->countries[i]);
          *subject = all;
          return;
        }
      if (phrase->kind != PLX_PHRASE_NOUN && phrase->kind != PLX_PHRASE_JOINT &&
          !plx_parse_is (self->parse, at, ","))
        return;
    }
}

/**
 * plx_subject_of_examples:
 * @self: a pass
 * @index: the place of a noun in the plural
 * @start: the place where those may be named whom it means
 * @end: the place of the verb behind them
 * @subject: filled with what is found
 *
 * Takes those that are named of many: "most African countries, including Chad and Kenya, are",
 * "powers such as China have", "two more, Egypt and Ethiopia, belong".
 *
 * Returns: whether any are
 */
gboolean
plx_subject_of_examples (PlxPass    *self,
                         int         index,
                         int         start,
                         int         end,
                         PlxSubject *subject)
{
  const PlxPhrase *noun = plx_parse_at (self->parse, index);
  int at = start;

  if (noun->kind != PLX_PHRASE_NOUN ||
      ((noun->senses & (PLX_SENSE_STATES | PLX_SENSE_PLURAL | PLX_SENSE_QUANTITY)) == 0 &&
       !plx_clause_is (self->clause, noun->end - 1, "others") &&
       plx_clause_kind (self->clause, noun->end - 1) != PLX_TOKEN_NUMBER))
    return FALSE;

  while (at < end && (plx_parse_kind (self->parse, at) == PLX_PHRASE_MARK ||
                      plx_parse_kind (self->parse, at) == PLX_PHRASE_ADVERB))
    at++;
  if (plx_parse_is (self->parse, at, "among") && plx_parse_is (self->parse, at + 1, "them"))
    at += 2;
  else if (plx_parse_kind (self->parse, at) == PLX_PHRASE_PREPOSITION &&
           (plx_parse_at (self->parse, at)->senses & PLX_SENSE_LIKE) != 0)
    at++;
  else if (plx_parse_is (self->parse, at, "from"))
    at++;
  else if (at == start)
    return FALSE;

  if (plx_subject_list_ahead (self, at, subject) == at)
    return FALSE;
  /* "From Honduras to Mauritius" */
  if (plx_parse_is (self->parse, at - 1, "from") && plx_parse_is (self->parse, at + 1, "to"))
    plx_subject_list_ahead (self, at + 2, subject);
  /* "None of the three, A, B and C" */
  subject->negated ^= noun->negative ||
                      (plx_parse_is (self->parse, index - 1, "of") &&
                       plx_parse_at (self->parse, index - 2)->negative);

  return TRUE;
}
