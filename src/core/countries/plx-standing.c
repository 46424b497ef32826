/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-standing"

#include "config.h"

#include "countries/plx-standing.h"

#include <glib/gi18n-lib.h>

#include "countries/plx-countries.h"
#include "countries/plx-table.h"

G_DEFINE_ENUM_TYPE (PlxEventKind, plx_event_kind,
                    G_DEFINE_ENUM_VALUE (PLX_EVENT_INVITED, "invited"),
                    G_DEFINE_ENUM_VALUE (PLX_EVENT_SIGNED, "signed"),
                    G_DEFINE_ENUM_VALUE (PLX_EVENT_JURISDICTION_ACCEPTED,
                                         "jurisdiction-accepted"),
                    G_DEFINE_ENUM_VALUE (PLX_EVENT_RATIFIED, "ratified"),
                    G_DEFINE_ENUM_VALUE (PLX_EVENT_ACCEDED, "acceded"),
                    G_DEFINE_ENUM_VALUE (PLX_EVENT_SUCCEEDED, "succeeded"),
                    G_DEFINE_ENUM_VALUE (PLX_EVENT_IN_FORCE, "in-force"),
                    G_DEFINE_ENUM_VALUE (PLX_EVENT_JOINED, "joined"),
                    G_DEFINE_ENUM_VALUE (PLX_EVENT_ACCESSION_WITHDRAWN, "accession-withdrawn"),
                    G_DEFINE_ENUM_VALUE (PLX_EVENT_UNSIGNED, "un-signed"),
                    G_DEFINE_ENUM_VALUE (PLX_EVENT_WITHDRAWAL_ANNOUNCED, "withdrawal-announced"),
                    G_DEFINE_ENUM_VALUE (PLX_EVENT_WITHDRAWAL_NOTIFIED, "withdrawal-notified"),
                    G_DEFINE_ENUM_VALUE (PLX_EVENT_WITHDRAWAL_RESCINDED, "withdrawal-rescinded"),
                    G_DEFINE_ENUM_VALUE (PLX_EVENT_WITHDRAWN, "withdrawn"),
                    G_DEFINE_ENUM_VALUE (PLX_EVENT_DECLINED, "declined"))

typedef struct
{
  PlxEvent *events;
  gsize     n_events;
} Events;

static Events *
load_events (void)
{
  PlxTable *table = plx_table_load ("events.csv");
  Events *all = g_new0 (Events, 1);

  all->n_events = plx_table_get_n_rows (table);
  all->events = g_new0 (PlxEvent, all->n_events);

  for (gsize i = 0; i < all->n_events; i++)
    {
      PlxEvent *event = &all->events[i];
      gboolean known;
      int kind = 0;

      known = plx_enum_from_nick (PLX_TYPE_EVENT_KIND, plx_table_get (table, i, "kind"), &kind);
      g_assert (known);
      event->kind = kind;
      event->relation = plx_table_get (table, i, "relation");
      event->country = plx_country_intern (plx_table_get (table, i, "iso3"));
      event->day = plx_day_parse (plx_table_get (table, i, "day"));
      event->effective = plx_day_parse (plx_table_get (table, i, "effective"));
      event->source = plx_table_get (table, i, "source");
      event->note = plx_table_get (table, i, "note");
    }

  return all;
}

static const Events *
get_events (void)
{
  static Events *events;

  if (g_once_init_enter_pointer (&events))
    g_once_init_leave_pointer (&events, load_events ());

  return events;
}

static gboolean
has_joined_before (const PlxRelationInfo *relation,
                   const PlxInterval     *interval)
{
  return interval > relation->intervals && interval[-1].country == interval->country &&
         interval[-1].status == interval->status && interval[-1].to == interval->from;
}

/* The rows of a bloc are its events too: who is listed from a day on has joined on it. */
static void
add_rows (const PlxRelationInfo *relation,
          const char            *country,
          GPtrArray             *events)
{
  for (gsize i = 0; i < relation->n_intervals; i++)
    {
      const PlxInterval *row = &relation->intervals[i];
      PlxEvent event = { relation->id, row->country, PLX_EVENT_JOINED, row->from, 0, row->source,
                         row->note };

      if (row->status == PLX_STATUS_WITHDRAWN)
        event.kind = PLX_EVENT_WITHDRAWN;
      else if (row->status != PLX_STATUS_PARTY)
        continue;

      if ((country == NULL || row->country == country) && !has_joined_before (relation, row))
        g_ptr_array_add (events, g_memdup2 (&event, sizeof event));
    }
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const PlxEvent *left = *(const PlxEvent * const *) a;
  const PlxEvent *right = *(const PlxEvent * const *) b;
  int order = g_strcmp0 (left->country, right->country);

  if (order != 0)
    return order;
  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;

  return (int) left->kind - (int) right->kind;
}

/**
 * plx_relation_events:
 * @relation: a relation
 * @country: (nullable): code of a country; `NULL` for all
 *
 * Tells each step on the way in and out: signed, ratified, in force, notice given, taken back …
 *
 * Returns: (transfer container) (element-type PlxEvent): the events, by country and day
 */
GPtrArray *
plx_relation_events (const PlxRelationInfo *relation,
                     const char            *country)
{
  const Events *all = get_events ();
  GPtrArray *events = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (relation != NULL, events);

  if (country != NULL && (country = plx_country_intern (country)) == NULL)
    return events;

  for (gsize i = 0; i < all->n_events; i++)
    {
      const PlxEvent *event = &all->events[i];

      if ((country == NULL || event->country == country) &&
          g_str_equal (event->relation, relation->id))
        g_ptr_array_add (events, g_memdup2 (event, sizeof *event));
    }

  /* What a treaty's rows say stands there as "in force" and "withdrawn". */
  if (!relation->is_treaty || relation->is_own)
    add_rows (relation, country, events);
  g_ptr_array_sort (events, compare_events);

  return events;
}

static gboolean
takes_back (const PlxEvent *event,
            const PlxEvent *other)
{
  if (other->day < event->day)
    return FALSE;

  if (event->kind == PLX_EVENT_WITHDRAWAL_NOTIFIED)
    return other->kind == PLX_EVENT_WITHDRAWAL_RESCINDED;
  if (event->kind == PLX_EVENT_INVITED)
    return other->kind == PLX_EVENT_DECLINED;

  return other->kind == PLX_EVENT_ACCESSION_WITHDRAWN;
}

/**
 * plx_relation_pending:
 * @relation: a relation
 * @country: code of a country
 * @day: a day
 *
 * Tells what was under way on a day, by what was known then: a notice to leave that had not taken
 * effect, a ratification that was not yet in force.
 *
 * Returns: (nullable) (transfer none): the event, or `NULL`
 */
const PlxEvent *
plx_relation_pending (const PlxRelationInfo *relation,
                      const char            *country,
                      PlxDay                 day)
{
  const Events *all = get_events ();
  const PlxEvent *pending = NULL;

  g_return_val_if_fail (relation != NULL, NULL);

  country = plx_country_intern (country);

  for (gsize i = 0; country != NULL && i < all->n_events; i++)
    {
      const PlxEvent *event = &all->events[i];

      if (event->country != country || event->day > day ||
          !g_str_equal (event->relation, relation->id))
        continue;

      if (pending != NULL && takes_back (pending, event))
        pending = NULL;
      else if (event->effective != 0 && event->effective > day)
        pending = event;
    }

  return pending;
}

/* Since when it has stood so without a break, though rows may change. */
static PlxDay
find_since (const PlxRelationInfo *relation,
            const PlxInterval     *interval)
{
  if (interval == NULL)
    return 0;

  while (has_joined_before (relation, interval))
    interval--;

  return interval->from;
}

static PlxDay
find_until (const PlxRelationInfo *relation,
            const char            *country,
            PlxStatus              status,
            PlxDay                 day)
{
  PlxDay until = 0;

  for (gsize i = 0; i < relation->n_intervals; i++)
    {
      const PlxInterval *row = &relation->intervals[i];

      if (row->country != country)
        continue;

      /* A row ends, or one begins where none was. */
      if (row->from > day && row->status != status && (until == 0 || row->from < until))
        until = row->from;
      if (row->to > day && row->from <= day && (until == 0 || row->to < until) &&
          plx_relation_status (relation, country, row->to, NULL) != status)
        until = row->to;
    }

  return until;
}

/**
 * plx_standing_find:
 * @relation: a relation
 * @country: code of a country
 * @on: the day that is asked for
 * @today: what day it is
 * @standing: (out caller-allocates): how it stood then, and what has become of that
 *
 * Tells both: how a country stood on a day, and how it stands today.
 */
void
plx_standing_find (const PlxRelationInfo *relation,
                   const char            *country,
                   PlxDay                 on,
                   PlxDay                 today,
                   PlxStanding           *standing)
{
  g_return_if_fail (relation != NULL);

  *standing = (PlxStanding) { .on = on, .today = today };
  country = plx_country_intern (country);

  standing->status = plx_relation_status (relation, country, on, &standing->interval);
  standing->since = find_since (relation, standing->interval);
  standing->until = country != NULL && on != 0
                      ? find_until (relation, country, standing->status, on) : 0;
  standing->pending = plx_relation_pending (relation, country, on);

  standing->now = plx_relation_status (relation, country, today, &standing->now_interval);
  standing->now_since = find_since (relation, standing->now_interval);
  standing->now_pending = plx_relation_pending (relation, country, today);
  standing->changed = on != 0 && standing->until != 0 && standing->until <= today;
}

/**
 * plx_status_to_words:
 * @relation: (nullable): a relation
 * @status: how a country stands to it
 *
 * Returns: (transfer none): that in words, translated: one is a party to a treaty, and a member
 *   of a bloc
 */
const char *
plx_status_to_words (const PlxRelationInfo *relation,
                     PlxStatus              status)
{
  gboolean treaty = relation == NULL || relation->is_treaty;

  switch (status)
    {
    case PLX_STATUS_PARTY:
      return treaty ? _("party") : _("member");
    case PLX_STATUS_SIGNATORY:
      return _("signed, not ratified");
    case PLX_STATUS_WITHDRAWN:
      return treaty ? _("withdrawn") : _("has left");
    case PLX_STATUS_NON_PARTY:
      return treaty ? _("not a party") : _("not a member");
    case PLX_STATUS_ACCEPTED:
      return _("accepted jurisdiction");
    case PLX_STATUS_UNKNOWN:
    default:
      return _("not known");
    }
}

/**
 * plx_event_kind_to_words:
 * @kind: what happened
 *
 * Returns: (transfer none): that in words, translated, to stand beside a country and a day
 */
const char *
plx_event_kind_to_words (PlxEventKind kind)
{
  static const char * const words[] = {
    [PLX_EVENT_INVITED] = N_("invited"),
    [PLX_EVENT_SIGNED] = N_("signed"),
    [PLX_EVENT_JURISDICTION_ACCEPTED] = N_("accepted jurisdiction"),
    [PLX_EVENT_RATIFIED] = N_("ratified"),
    [PLX_EVENT_ACCEDED] = N_("acceded"),
    [PLX_EVENT_SUCCEEDED] = N_("succeeded to a party"),
    [PLX_EVENT_IN_FORCE] = N_("in force"),
    [PLX_EVENT_JOINED] = N_("joined"),
    [PLX_EVENT_ACCESSION_WITHDRAWN] = N_("took its accession back"),
    [PLX_EVENT_UNSIGNED] = N_("said that it won’t ratify"),
    [PLX_EVENT_WITHDRAWAL_ANNOUNCED] = N_("announced that it leaves"),
    [PLX_EVENT_WITHDRAWAL_NOTIFIED] = N_("gave notice that it leaves"),
    [PLX_EVENT_WITHDRAWAL_RESCINDED] = N_("took its notice back"),
    [PLX_EVENT_WITHDRAWN] = N_("left"),
    [PLX_EVENT_DECLINED] = N_("declined"),
  };

  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (words), "");

  return _(words[kind]);
}

/* “party since 2002-07-01” */
static char *
describe (const PlxRelationInfo *relation,
          PlxStatus              status,
          PlxDay                 since)
{
  g_autofree char *day = plx_day_format (since);

  if (since == 0 || status == PLX_STATUS_NON_PARTY || status == PLX_STATUS_UNKNOWN)
    return g_strdup (plx_status_to_words (relation, status));

  /* Translators: %1$s is how a country stands (“party”), %2$s a day */
  return g_strdup_printf (_("%1$s since %2$s"), plx_status_to_words (relation, status), day);
}

static void
append_pending (GString        *text,
                const PlxEvent *pending)
{
  g_autofree char *day = NULL, *effective = NULL;

  if (pending == NULL)
    return;

  day = plx_day_format (pending->day);
  effective = plx_day_format (pending->effective);
  /* Translators: %1$s is something done (“gave notice that it leaves”), %2$s and %3$s are days */
  g_string_append_printf (text, _("; %1$s on %2$s, with effect from %3$s"),
                          plx_event_kind_to_words (pending->kind), day, effective);
}

/**
 * plx_standing_to_words:
 * @relation: a relation
 * @standing: how a country stands to it
 *
 * Tells a standing in words, translated: “not a party then, party since 2024-02-01”.
 *
 * Returns: (transfer full): the words
 */
char *
plx_standing_to_words (const PlxRelationInfo *relation,
                       const PlxStanding     *standing)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *then = NULL, *now = NULL;

  if (!standing->changed)
    {
      then = describe (relation, standing->status, standing->since);
      g_string_append (text, then);
      append_pending (text, standing->pending != NULL ? standing->pending
                                                      : standing->now_pending);
      return g_string_free_and_steal (g_steal_pointer (&text));
    }

  now = describe (relation, standing->now, standing->now_since);
  /* Translators: %1$s is how a country stood on a day of the past, %2$s how it stands today:
   * “not a party then, party since 2024-02-01” */
  g_string_append_printf (text, _("%1$s then, %2$s"),
                          plx_status_to_words (relation, standing->status), now);
  append_pending (text, standing->now_pending);

  return g_string_free_and_steal (g_steal_pointer (&text));
}
