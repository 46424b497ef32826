/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "countries/plx-relations.h"

G_BEGIN_DECLS

#define PLX_TYPE_EVENT_KIND (plx_event_kind_get_type ())

/**
 * PlxEventKind:
 * @PLX_EVENT_INVITED: was asked to join a bloc
 * @PLX_EVENT_SIGNED: signed the treaty
 * @PLX_EVENT_JURISDICTION_ACCEPTED: declared that it accepts the jurisdiction of the court
 * @PLX_EVENT_RATIFIED: deposited that it ratifies or accepts what it had signed
 * @PLX_EVENT_ACCEDED: deposited that it accedes, without having signed
 * @PLX_EVENT_SUCCEEDED: declared that it succeeds to a state that was a party
 * @PLX_EVENT_IN_FORCE: the treaty came into force for it
 * @PLX_EVENT_JOINED: became a member of a bloc
 * @PLX_EVENT_ACCESSION_WITHDRAWN: took its accession back before that counted
 * @PLX_EVENT_UNSIGNED: told that it won't ratify what it has signed
 * @PLX_EVENT_WITHDRAWAL_ANNOUNCED: said that it will leave, which has no effect in law
 * @PLX_EVENT_WITHDRAWAL_NOTIFIED: gave notice that it leaves
 * @PLX_EVENT_WITHDRAWAL_RESCINDED: took that notice back
 * @PLX_EVENT_WITHDRAWN: its leaving took effect
 * @PLX_EVENT_DECLINED: declined to join after all
 *
 * A step on a country's way into a treaty or a bloc, or out of it.
 */
typedef enum
{
  PLX_EVENT_INVITED,
  PLX_EVENT_SIGNED,
  PLX_EVENT_JURISDICTION_ACCEPTED,
  PLX_EVENT_RATIFIED,
  PLX_EVENT_ACCEDED,
  PLX_EVENT_SUCCEEDED,
  PLX_EVENT_IN_FORCE,
  PLX_EVENT_JOINED,
  PLX_EVENT_ACCESSION_WITHDRAWN,
  PLX_EVENT_UNSIGNED,
  PLX_EVENT_WITHDRAWAL_ANNOUNCED,
  PLX_EVENT_WITHDRAWAL_NOTIFIED,
  PLX_EVENT_WITHDRAWAL_RESCINDED,
  PLX_EVENT_WITHDRAWN,
  PLX_EVENT_DECLINED,
} PlxEventKind;

/**
 * PlxEvent:
 * @relation: id of the relation, as the table has it
 * @country: static code of the country
 * @kind: what happened
 * @day: on which day
 * @effective: when it takes effect, or 0 where that is the same day or it has none
 * @source: who says so
 * @note: what else is to be known, may be empty
 *
 * Something that happened between a country and a treaty or a bloc.
 */
typedef struct
{
  const char   *relation;
  const char   *country;
  PlxEventKind  kind;
  PlxDay        day;
  PlxDay        effective;
  const char   *source;
  const char   *note;
} PlxEvent;

/**
 * PlxStanding:
 * @on: the day that was asked for
 * @status: how the country stood then
 * @since: since when it had stood so, or 0 where no row of the table says
 * @until: the first day on which it stood otherwise, or 0
 * @interval: (nullable): the row that says so
 * @pending: (nullable): what had been done by that day and would take effect later
 * @today: the day on which it is asked
 * @changed: whether it has stood otherwise on any day from @on to @today
 * @now: how it stands today
 * @now_since: since when, or 0
 * @now_interval: (nullable): the row that says so
 * @now_pending: (nullable): what has been done by today and will take effect later
 *
 * How a country stood on a day, and what has become of that since.
 */
typedef struct
{
  PlxDay             on;
  PlxStatus          status;
  PlxDay             since;
  PlxDay             until;
  const PlxInterval *interval;
  const PlxEvent    *pending;
  PlxDay             today;
  gboolean           changed;
  PlxStatus          now;
  PlxDay             now_since;
  const PlxInterval *now_interval;
  const PlxEvent    *now_pending;
} PlxStanding;

GType           plx_event_kind_get_type (void);

GPtrArray      *plx_relation_events     (const PlxRelationInfo *relation,
                                         const char            *country);
const PlxEvent *plx_relation_pending    (const PlxRelationInfo *relation,
                                         const char            *country,
                                         PlxDay                 day);

void            plx_standing_find       (const PlxRelationInfo *relation,
                                         const char            *country,
                                         PlxDay                 on,
                                         PlxDay                 today,
                                         PlxStanding           *standing);
char           *plx_standing_to_words   (const PlxRelationInfo *relation,
                                         const PlxStanding     *standing);
const char     *plx_status_to_words     (const PlxRelationInfo *relation,
                                         PlxStatus              status);
const char     *plx_event_kind_to_words (PlxEventKind           kind);

G_END_DECLS
