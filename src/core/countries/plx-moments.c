/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-moments"

#include "config.h"

#include "countries/plx-pass.h"

/* How far behind a predicate its time may be told, in tokens. */
#define LONGEST_GAP 8

static PlxWordSet months = { "january", "february", "march", "april", "may", "june", "july",
                             "august", "september", "october", "november", "december", NULL };

static PlxDay
make_day (guint year,
          guint month,
          guint day)
{
  g_autofree char *text = g_strdup_printf ("%04u-%02u-%02u", year, month, day);

  return plx_day_parse (text);
}

/* "2017", "March 2019", "27 October 2017", "October 27, 2017": the first and last day. */
static gboolean
read_date (PlxPass *self,
           int      token,
           PlxDay  *from,
           PlxDay  *to)
{
  PlxClause *clause = self->clause;
  guint month = 0, day = 0, year;
  int at = token;

  if (plx_clause_is (clause, at, "the"))
    at++;
  while (plx_clause_is (clause, at, "early") || plx_clause_is (clause, at, "late") ||
         plx_clause_is (clause, at, "mid") || plx_clause_is (clause, at, "-") ||
         plx_clause_is (clause, at, "year"))
    at++;
  if (plx_clause_kind (clause, at) == PLX_TOKEN_NUMBER && plx_clause_at (clause, at)->number < 32)
    day = plx_clause_at (clause, at++)->number;
  for (guint i = 0; months[i] != NULL && month == 0; i++)
    {
      if (plx_clause_is (clause, at, months[i]))
        month = i + 1;
    }
  if (month > 0)
    at++;
  if (month > 0 && day == 0 && plx_clause_kind (clause, at) == PLX_TOKEN_NUMBER &&
      plx_clause_at (clause, at)->number < 32)
    day = plx_clause_at (clause, at++)->number;
  if (month > 0 && (plx_clause_is (clause, at, ",") || plx_clause_is (clause, at, "of")))
    at++;

  year = plx_clause_kind (clause, at) == PLX_TOKEN_NUMBER ? plx_clause_at (clause, at)->number : 0;
  if (year < 1900 || year > 2100)
    return FALSE;

  *from = make_day (year, month > 0 ? month : 1, month > 0 && day > 0 ? day : 1);
  if (month == 0)
    *to = make_day (year, 12, 31);
  else if (day > 0)
    *to = *from;
  else
    *to = (month == 12 ? make_day (year + 1, 1, 1) : make_day (year, month + 1, 1)) - 1;

  return *from != 0 && *to != 0;
}

/* The token of "in", "since" … that tells the time of a predicate: behind it, in the same part of
 * the sentence. -1 where none does. */
static int
find_behind (PlxPass *self,
             int      token,
             PlxDay  *from,
             PlxDay  *to)
{
  static PlxWordSet openers = { "in", "on", "since", "until", "till", "from", "after", "of",
                                "during", "by", "back", "as", NULL };

  for (int at = token; at < token + LONGEST_GAP; at++)
    {
      const PlxWordInfo *info = plx_parse_word (self->parse, at);

      if (plx_clause_is_end (self->clause, at) ||
          info->word_class == PLX_WORD_JOINT || info->word_class == PLX_WORD_RELATIVE ||
          info->word_class == PLX_WORD_VERB || info->word_class == PLX_WORD_BE ||
          info->word_class == PLX_WORD_HAVE)
        return -1;
      if (plx_clause_in (self->clause, at, openers) && read_date (self, at + 1, from, to))
        return at;
      /* ", in 2004," */
      if (plx_clause_is (self->clause, at, ",") && at > token)
        return -1;
    }

  return -1;
}

/* "In 2017 Burundi", "in 2015, when Burundi": at the front of its clause. */
static int
find_front (PlxPass *self,
            int      index,
            PlxDay  *from,
            PlxDay  *to)
{
  int at = index, front;

  while (plx_parse_kind (self->parse, at - 1) == PLX_PHRASE_VERB ||
         plx_parse_kind (self->parse, at - 1) == PLX_PHRASE_ADVERB ||
         plx_parse_kind (self->parse, at - 1) == PLX_PHRASE_NEGATION)
    at--;
  index = at;
  while (plx_parse_kind (self->parse, at - 1) != PLX_PHRASE_END &&
         plx_parse_kind (self->parse, at - 1) != PLX_PHRASE_RELATIVE &&
         plx_parse_kind (self->parse, at - 1) != PLX_PHRASE_VERB)
    at--;
  front = plx_parse_kind (self->parse, at - 1) == PLX_PHRASE_VERB ? -1 : at;
  /* "Burundi in 2017 left" */
  for (; at < index; at++)
    {
      int token = plx_parse_at (self->parse, at)->start;

      while (at == front && plx_parse_kind (self->parse, at) == PLX_PHRASE_ADVERB)
        front++;
      if (at != front && at != index - 2)
        continue;

      if ((plx_parse_is (self->parse, at, "in") || plx_parse_is (self->parse, at, "on") ||
           plx_parse_is (self->parse, at, "since") || plx_parse_is (self->parse, at, "until")) &&
          read_date (self, token + 1, from, to))
        return token;
    }

  return -1;
}

/* "At the time", "then a member", "back then". */
static gboolean
is_once (PlxPass            *self,
         const PlxPredicate *predicate)
{
  static PlxWordSet times = { "time", "moment", NULL };
  int start = plx_parse_at (self->parse, predicate->start)->start;
  int end = plx_parse_at (self->parse, predicate->end - 1)->end;

  if (plx_clause_is (self->clause, start - 1, "then") ||
      plx_clause_is (self->clause, start - 1, "once"))
    return TRUE;

  for (int at = end; at < end + 3; at++)
    {
      if (plx_clause_is (self->clause, at, "at") &&
          (plx_clause_is (self->clause, at + 1, "the") ||
           plx_clause_is (self->clause, at + 1, "that")) &&
          plx_clause_in (self->clause, at + 2, times))
        return TRUE;
      if (plx_clause_is (self->clause, at, "then") && at == end)
        return TRUE;
    }

  return FALSE;
}

static gboolean
read_end (PlxPass    *self,
          int         token,
          PlxFinding *finding)
{
  for (int at = token + 2; at < token + LONGEST_GAP; at++)
    {
      if (plx_clause_is (self->clause, at, "to") || plx_clause_is (self->clause, at, "until"))
        return read_date (self, at + 1, &finding->from, &finding->to);
    }

  return FALSE;
}

/**
 * plx_pass_is_scheduled:
 * @self: a pass
 * @end: the place behind a predicate in the present
 *
 * Tells whether it speaks of what is still to come: "joins only in February", "becomes a member on
 * 1 July". A year may be one of the past: "in 1995 Austria joins".
 *
 * Returns: whether a month is named behind it, and no year
 */
gboolean
plx_pass_is_scheduled (PlxPass *self,
                       int      end)
{
  static PlxWordSet openers = { "in", "on", "from", "only", NULL };
  int at = plx_parse_at (self->parse, end - 1)->end;
  PlxDay from, to;

  while (plx_clause_in (self->clause, at, openers))
    at++;
  if (at == plx_parse_at (self->parse, end - 1)->end || read_date (self, at, &from, &to))
    return FALSE;

  if (plx_clause_kind (self->clause, at) == PLX_TOKEN_NUMBER)
    at++;

  return plx_clause_in (self->clause, at, months);
}

/**
 * plx_pass_moment:
 * @self: a pass
 * @predicate: what is said
 * @finding: what is found goes there
 *
 * Finds the time of which a statement speaks: "withdrew in 2017", "a member since March 2004", "in
 * 2015 it was".
 */
void
plx_pass_moment (PlxPass            *self,
                 const PlxPredicate *predicate,
                 PlxFinding         *finding)
{
  int token = find_behind (self, plx_parse_at (self->parse, predicate->end - 1)->end,
                           &finding->from, &finding->to);

  finding->time = PLX_FINDING_NOW;
  if (token < 0)
    token = find_front (self, predicate->start, &finding->from, &finding->to);
  if (token < 0)
    {
      if (is_once (self, predicate) && !predicate->is_event &&
          predicate->says != PLX_SAYS_WITHDRAWN)
        finding->time = PLX_FINDING_ONCE;
      return;
    }

  /* "From 1996 to 2022": when it ended. */
  if (plx_clause_is (self->clause, token, "from") && predicate->says == PLX_SAYS_WITHDRAWN)
    finding->time = read_end (self, token, finding) ? PLX_FINDING_HAPPENED : PLX_FINDING_NOW;
  /* "Have joined since 2009" tells no day. */
  else if (plx_clause_is (self->clause, token, "since") ||
           plx_clause_is (self->clause, token, "from"))
    finding->time = predicate->is_event ? PLX_FINDING_NOW : PLX_FINDING_SINCE;
  else if (plx_clause_is (self->clause, token, "until") ||
           plx_clause_is (self->clause, token, "till"))
    finding->time = predicate->says == PLX_SAYS_WITHDRAWN ? PLX_FINDING_HAPPENED : PLX_FINDING_NOW;
  else if (predicate->is_event)
    finding->time = PLX_FINDING_HAPPENED;
  else if (predicate->is_past)
    finding->time = PLX_FINDING_THEN;

  if (finding->time == PLX_FINDING_NOW)
    finding->from = finding->to = 0;
}
