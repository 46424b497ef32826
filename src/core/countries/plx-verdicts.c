/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-verdicts"

#include "config.h"

#include "countries/plx-standing.h"
#include "countries/plx-statements.h"

/* A year that is off by one is a matter of what counts: signing, ratifying, coming into force. */
#define NEAR 366

static PlxVerdict
judge_count (const PlxFinding *finding,
             PlxDay            on)
{
  guint parties = plx_relation_count (finding->relation, PLX_STATUS_PARTY, on);
  gboolean right = finding->count == parties;

  if (finding->hint == PLX_FINDING_AT_LEAST)
    right = finding->count <= parties;
  else if (finding->hint == PLX_FINDING_AT_MOST)
    right = MAX (finding->count, parties) - MIN (finding->count, parties) <= parties / 10;

  return right ? PLX_VERDICT_AGREES : PLX_VERDICT_CONTRADICTS;
}

/* Whether the record bears out that the country is a member. "A signatory" is
 * true, read word by word, of one that has signed and gone no further, also
 * where it has accepted the jurisdiction of the court since. */
static gboolean
is_borne_out (const PlxFinding *finding,
              PlxStatus         record,
              gboolean          signed_once)
{
  return record == PLX_STATUS_PARTY ||
         (finding->hint == PLX_FINDING_SIGNED &&
          (record == PLX_STATUS_SIGNATORY || (record == PLX_STATUS_ACCEPTED && signed_once)));
}

static PlxVerdict
judge_signing (const PlxFinding *finding,
               PlxStatus         record,
               gboolean          signed_once)
{
  /* "Signed but never ratified" against "signed", which parties have done too. */
  if (finding->hint == PLX_FINDING_PLAIN && record == PLX_STATUS_PARTY)
    return PLX_VERDICT_CONTRADICTS;

  if (signed_once)
    return PLX_VERDICT_AGREES;

  /* One that acceded has never signed, yet is bound: neither right nor wrong. */
  return record == PLX_STATUS_PARTY ? PLX_VERDICT_UNKNOWN : PLX_VERDICT_CONTRADICTS;
}

/* What happened between the two so that the words may be right in their own way: an event of the
 * kinds in `kinds` (bits 1 << kind), not before `from` nor after `to`. */
static gboolean
has_event (const PlxFinding *finding,
           guint             kinds,
           PlxDay            from,
           PlxDay            to)
{
  g_autoptr (GPtrArray) events = plx_relation_events (finding->relation, finding->country);

  for (guint i = 0; i < events->len; i++)
    {
      const PlxEvent *event = g_ptr_array_index (events, i);

      if ((kinds & (1u << event->kind)) != 0 && event->day >= from && event->day <= to)
        return TRUE;
    }

  return FALSE;
}

/* Whether it left before and came back: then "left" and "joined" are both true of some day. */
static gboolean
has_come_back (const PlxFinding *finding,
               PlxDay            on)
{
  guint n = 0;

  for (gsize i = 0; i < finding->relation->n_intervals; i++)
    {
      const PlxInterval *row = &finding->relation->intervals[i];

      n += row->country == finding->country && row->status == PLX_STATUS_PARTY && row->from <= on;
    }

  return n > 1;
}

static PlxVerdict
judge_leaving (const PlxFinding *finding,
               PlxStatus         record,
               gboolean          signed_once,
               PlxDay            on)
{
  /* Newspapers also say so of one that took back its signature, or its accession. */
  if ((record == PLX_STATUS_NON_PARTY && signed_once) ||
      has_event (finding, 1u << PLX_EVENT_ACCESSION_WITHDRAWN, 1, on) ||
      (record == PLX_STATUS_PARTY && has_come_back (finding, on)))
    return PLX_VERDICT_UNKNOWN;

  return record == PLX_STATUS_WITHDRAWN ? PLX_VERDICT_AGREES : PLX_VERDICT_CONTRADICTS;
}

static PlxVerdict
judge_on (const PlxFinding *finding,
          PlxDay            on)
{
  gboolean signed_once;
  PlxStatus record;

  if (on == 0 || on < finding->relation->since)
    return PLX_VERDICT_UNKNOWN;
  if (finding->says == PLX_SAYS_COUNT)
    return judge_count (finding, on);

  record = plx_relation_status (finding->relation, finding->country, on, NULL);
  if (record == PLX_STATUS_UNKNOWN)
    return PLX_VERDICT_UNKNOWN;

  signed_once = plx_relation_had_status (finding->relation, finding->country,
                                         PLX_STATUS_SIGNATORY, on);

  switch (finding->says)
    {
    case PLX_SAYS_MEMBER:
      return is_borne_out (finding, record, signed_once) ? PLX_VERDICT_AGREES
                                                         : PLX_VERDICT_CONTRADICTS;

    case PLX_SAYS_NON_MEMBER:
      return record != PLX_STATUS_PARTY &&
             !(finding->hint == PLX_FINDING_NEVER_SIGNED && signed_once)
               ? PLX_VERDICT_AGREES : PLX_VERDICT_CONTRADICTS;

    case PLX_SAYS_SIGNATORY:
      return judge_signing (finding, record, signed_once);

    case PLX_SAYS_WITHDRAWN:
      return judge_leaving (finding, record, signed_once, on);

    case PLX_SAYS_SUSPENDED:
      /* The tables do not tell of suspensions; one that is suspended stays a member. */
      return record == PLX_STATUS_PARTY       ? PLX_VERDICT_UNKNOWN
             : record == PLX_STATUS_WITHDRAWN ? PLX_VERDICT_AGREES
                                              : PLX_VERDICT_CONTRADICTS;

    case PLX_SAYS_COUNT:
    default:
      g_return_val_if_reached (PLX_VERDICT_UNKNOWN);
    }
}

/* The events that make true what a sentence says. */
static guint
get_kinds (const PlxFinding *finding)
{
  switch (finding->says)
    {
    case PLX_SAYS_MEMBER:
      return 1u << PLX_EVENT_RATIFIED | 1u << PLX_EVENT_ACCEDED | 1u << PLX_EVENT_SUCCEEDED |
             1u << PLX_EVENT_IN_FORCE | 1u << PLX_EVENT_JOINED |
             (finding->hint == PLX_FINDING_SIGNED ? 1u << PLX_EVENT_SIGNED : 0);

    case PLX_SAYS_SIGNATORY:
      return 1u << PLX_EVENT_SIGNED;

    case PLX_SAYS_WITHDRAWN:
      return 1u << PLX_EVENT_WITHDRAWN | 1u << PLX_EVENT_WITHDRAWAL_NOTIFIED |
             1u << PLX_EVENT_WITHDRAWAL_ANNOUNCED;

    case PLX_SAYS_NON_MEMBER:
      return 1u << PLX_EVENT_UNSIGNED | 1u << PLX_EVENT_DECLINED;

    case PLX_SAYS_SUSPENDED:
    case PLX_SAYS_COUNT:
    default:
      return 0;
    }
}

/* "Joined in 2004": it is so at the end of that time, and was not before it. */
static PlxVerdict
judge_event (const PlxFinding *finding,
             PlxDay            on)
{
  guint kinds = get_kinds (finding);
  /* Whoever leaves on a day is out of it on the next. */
  PlxDay end = MIN (finding->to + 1, on);
  PlxVerdict before, after = judge_on (finding, end), now = judge_on (finding, on);

  if (has_event (finding, kinds, finding->from, end))
    return finding->says == PLX_SAYS_WITHDRAWN && now == PLX_VERDICT_CONTRADICTS
             ? PLX_VERDICT_UNKNOWN : PLX_VERDICT_AGREES;

  before = judge_on (finding, finding->from - 1);
  /* "Did not join in 2004", "suspended" */
  if (kinds == 0 || finding->says == PLX_SAYS_NON_MEMBER)
    return after;
  if (after == PLX_VERDICT_UNKNOWN ||
      has_event (finding, kinds, finding->from - NEAR, finding->to + NEAR))
    return PLX_VERDICT_UNKNOWN;
  if (after == PLX_VERDICT_AGREES && before == PLX_VERDICT_CONTRADICTS)
    return PLX_VERDICT_AGREES;
  if (before == PLX_VERDICT_UNKNOWN)
    return after;

  /* It was so long before, or is not so yet. A year more or less may be a matter of what counts. */
  return judge_on (finding, finding->from - NEAR) != judge_on (finding, end + NEAR)
           ? PLX_VERDICT_UNKNOWN : PLX_VERDICT_CONTRADICTS;
}

/* "Since 2002": it is so now, and was at the end of that year. */
static PlxVerdict
judge_since (const PlxFinding *finding,
             PlxDay            on)
{
  PlxVerdict now = judge_on (finding, on);
  PlxDay end = MIN (finding->to, on);

  if (now != PLX_VERDICT_AGREES || judge_on (finding, end) != PLX_VERDICT_CONTRADICTS ||
      has_event (finding, get_kinds (finding), finding->from, end))
    return now;

  return judge_on (finding, end + NEAR) == PLX_VERDICT_AGREES ? PLX_VERDICT_UNKNOWN
                                                             : PLX_VERDICT_CONTRADICTS;
}

/**
 * plx_statements_day:
 * @finding: what a sentence says
 * @on: the day of the article, or one that was chosen; 0 where none is known
 *
 * Returns: the day on which the statement is to be held against the record: the last of the time
 *   that it names, or @on
 */
PlxDay
plx_statements_day (const PlxFinding *finding,
                    PlxDay            on)
{
  if ((finding->time == PLX_FINDING_THEN || finding->time == PLX_FINDING_HAPPENED) &&
      finding->to != 0 && (on == 0 || finding->to < on))
    return finding->to;

  return on;
}

/**
 * plx_statements_judge:
 * @finding: what a sentence says
 * @on: the day of the article, or one that was chosen; 0 where none is known
 *
 * Holds what a sentence says against the record: of the day, or of the time that it names.
 *
 * Returns: whether the two agree; unknown where the table does not tell, or where the words can be
 *   read either way
 */
PlxVerdict
plx_statements_judge (const PlxFinding *finding,
                      PlxDay            on)
{
  PlxVerdict first;

  if (on == 0 && finding->to != 0)
    on = finding->to;
  if (on == 0)
    return PLX_VERDICT_UNKNOWN;

  switch (finding->time)
    {
    case PLX_FINDING_ONCE:
      return PLX_VERDICT_UNKNOWN;

    case PLX_FINDING_THEN:
      if (finding->from > on)
        return judge_on (finding, on);
      first = judge_on (finding, finding->from);
      return first == PLX_VERDICT_AGREES ? first : judge_on (finding, MIN (finding->to, on));

    case PLX_FINDING_SINCE:
      return finding->from > on ? judge_on (finding, on) : judge_since (finding, on);

    case PLX_FINDING_HAPPENED:
      if (finding->from > on)
        return judge_on (finding, on);
      return finding->says == PLX_SAYS_COUNT ? judge_on (finding, MIN (finding->to, on))
                                             : judge_event (finding, on);

    case PLX_FINDING_NOW:
    default:
      first = judge_on (finding, on);
      /* "Burundi joined the court", of one that has left since. */
      if (first == PLX_VERDICT_CONTRADICTS && finding->is_past &&
          finding->says == PLX_SAYS_MEMBER &&
          plx_relation_had_status (finding->relation, finding->country, PLX_STATUS_PARTY, on))
        return PLX_VERDICT_UNKNOWN;
      return first;
    }
}
