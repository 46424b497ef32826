/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-relations"

#include "config.h"

#include "countries/plx-relations.h"

#include "countries/plx-countries.h"
#include "countries/plx-own-relations.h"
#include "countries/plx-table.h"

typedef struct
{
  PlxRelationInfo *relations;
  gsize            n_relations;
} Relations;

static PlxStatus
read_status (const char *word)
{
  PlxStatus status = PLX_STATUS_UNKNOWN;

  /* An empty "rest" stands for not known. */
  plx_status_parse (word, &status);

  return status;
}

static void
load_intervals (PlxRelationInfo *relation)
{
  g_autofree char *name = g_strdup_printf ("relations/%s.csv", relation->id);
  PlxTable *table = plx_table_load (name);
  gsize n = plx_table_get_n_rows (table);
  PlxInterval *intervals = g_new0 (PlxInterval, n);

  for (gsize i = 0; i < n; i++)
    {
      intervals[i].country = plx_country_intern (plx_table_get (table, i, "iso3"));
      intervals[i].status = read_status (plx_table_get (table, i, "status"));
      intervals[i].from = plx_day_parse (plx_table_get (table, i, "from"));
      intervals[i].to = plx_day_parse (plx_table_get (table, i, "to"));
      intervals[i].source = plx_table_get (table, i, "source");
      intervals[i].note = plx_table_get (table, i, "note");
    }

  relation->intervals = intervals;
  relation->n_intervals = n;
}

static Relations *
load_relations (void)
{
  PlxTable *table = plx_table_load ("relations.csv");
  Relations *all = g_new0 (Relations, 1);

  all->n_relations = plx_table_get_n_rows (table);
  all->relations = g_new0 (PlxRelationInfo, all->n_relations);

  for (gsize i = 0; i < all->n_relations; i++)
    {
      PlxRelationInfo *relation = &all->relations[i];

      relation->id = plx_table_get (table, i, "id");
      relation->title = plx_table_get (table, i, "title");
      relation->short_title = plx_table_get (table, i, "short");
      relation->is_treaty = g_str_equal (plx_table_get (table, i, "kind"), "treaty");
      relation->since = plx_day_parse (plx_table_get (table, i, "since"));
      relation->rest = read_status (plx_table_get (table, i, "rest"));
      relation->terms = plx_table_get_list (table, i, "terms");
      relation->adjective = plx_table_get (table, i, "adjective");
      relation->vague = plx_table_get_list (table, i, "vague");
      relation->as_of = plx_day_parse (plx_table_get (table, i, "as_of"));
      relation->note = plx_table_get (table, i, "note");
      load_intervals (relation);
    }

  return all;
}

static const Relations *
get_relations (void)
{
  static Relations *relations;

  if (g_once_init_enter_pointer (&relations))
    g_once_init_leave_pointer (&relations, load_relations ());

  return relations;
}

static gboolean
holds_on (const PlxInterval *interval,
          PlxDay             day)
{
  return interval->from <= day && (interval->to == 0 || day < interval->to);
}

/**
 * plx_status_parse:
 * @word: a word for how a country stands: the status's own, or "member", "party", "signed",
 *   "not-a-party", "accepted"
 * @status: (out): the status
 *
 * Reads a status as tables, files of the user and the command line write it. A bloc has members
 * and no parties, which is the same status.
 *
 * Returns: whether there is such a status
 */
gboolean
plx_status_parse (const char *word,
                  PlxStatus  *status)
{
  static const struct
  {
    const char *word;
    PlxStatus   status;
  } others[] = {
    { "member", PLX_STATUS_PARTY },
    { "party", PLX_STATUS_PARTY },
    { "signed", PLX_STATUS_SIGNATORY },
    { "non-member", PLX_STATUS_NON_PARTY },
    { "not-a-party", PLX_STATUS_NON_PARTY },
    { "not-a-member", PLX_STATUS_NON_PARTY },
    { "accepted", PLX_STATUS_ACCEPTED },
  };
  g_autofree char *folded = g_utf8_strdown (word, -1);
  int value;

  /* "State party" is "state-party". */
  g_strdelimit (folded, " _", '-');
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      if (g_str_equal (folded, others[i].word))
        {
          *status = others[i].status;
          return TRUE;
        }
    }

  if (*folded == '\0' || !plx_enum_from_nick (PLX_TYPE_STATUS, folded, &value))
    return FALSE;

  *status = value;

  return TRUE;
}

/**
 * plx_status_is_among:
 * @statuses: bits (1 << [enum@Status])
 * @status: how a country stands
 *
 * Tells whether a country that stands so is meant where some statuses are asked for. Who has only
 * signed, and who has left, is not a party either: `PLX_STATUS_NON_PARTY` asks for them too. Who
 * has accepted the jurisdiction is not bound by the whole treaty, but not free of it: that is
 * asked for by its own status only.
 *
 * Returns: whether it is
 */
gboolean
plx_status_is_among (guint     statuses,
                     PlxStatus status)
{
  if ((statuses & (1u << PLX_STATUS_NON_PARTY)) != 0)
    statuses |= 1u << PLX_STATUS_SIGNATORY | 1u << PLX_STATUS_WITHDRAWN;

  return (statuses & (1u << status)) != 0;
}

/**
 * plx_relations_list:
 * @n: (out): how many there are
 *
 * Returns: (array length=n) (transfer none): the relations that are compiled in, the International
 *   Criminal Court first
 */
const PlxRelationInfo *
plx_relations_list (gsize *n)
{
  const Relations *all = get_relations ();

  *n = all->n_relations;

  return all->relations;
}

/**
 * plx_relations_list_all:
 *
 * Returns: (transfer container) (element-type PlxRelationInfo): all relations, those of the user's
 *   own at the end
 */
GPtrArray *
plx_relations_list_all (void)
{
  const Relations *all = get_relations ();
  g_autoptr (GPtrArray) own = plx_own_relations_list ();
  GPtrArray *list = g_ptr_array_new ();

  for (gsize i = 0; i < all->n_relations; i++)
    g_ptr_array_add (list, &all->relations[i]);
  for (guint i = 0; i < own->len; i++)
    g_ptr_array_add (list, ((PlxRelationFile *) g_ptr_array_index (own, i))->relation);

  return list;
}

/**
 * plx_relation_lookup:
 * @id: (nullable): an id, such as "icc"
 *
 * Returns: (nullable) (transfer none): the relation of that id, which may be one of the user's own
 */
const PlxRelationInfo *
plx_relation_lookup (const char *id)
{
  const Relations *all = get_relations ();

  for (gsize i = 0; id != NULL && i < all->n_relations; i++)
    {
      if (g_str_equal (all->relations[i].id, id))
        return &all->relations[i];
    }

  return plx_own_relations_lookup (id);
}

/**
 * plx_relation_status:
 * @relation: a relation
 * @country: (nullable): static code of a country
 * @day: a day, or 0
 * @interval: (out) (optional) (nullable): the row that says so, `NULL` where none does
 *
 * Tells how a country stands on a day.
 *
 * Returns: its status; `PLX_STATUS_UNKNOWN` without a country or a day, before the table's first
 *   day, and for a day on which the country did not exist
 */
PlxStatus
plx_relation_status (const PlxRelationInfo  *relation,
                     const char             *country,
                     PlxDay                  day,
                     const PlxInterval     **interval)
{
  g_return_val_if_fail (relation != NULL, PLX_STATUS_UNKNOWN);

  if (interval != NULL)
    *interval = NULL;

  country = plx_country_intern (country);
  if (country == NULL || day == 0 || day < relation->since)
    return PLX_STATUS_UNKNOWN;

  for (gsize i = 0; i < relation->n_intervals; i++)
    {
      const PlxInterval *row = &relation->intervals[i];

      if (row->country == country && holds_on (row, day))
        {
          if (interval != NULL)
            *interval = row;
          return row->status;
        }
    }

  return relation->rest;
}

/**
 * plx_relation_had_status:
 * @relation: a relation
 * @country: static code of a country
 * @status: a status
 * @day: a day
 *
 * Returns: whether the country ever stood so up to and on that day
 */
gboolean
plx_relation_had_status (const PlxRelationInfo *relation,
                         const char            *country,
                         PlxStatus              status,
                         PlxDay                 day)
{
  g_return_val_if_fail (relation != NULL, FALSE);

  country = plx_country_intern (country);

  for (gsize i = 0; i < relation->n_intervals; i++)
    {
      const PlxInterval *row = &relation->intervals[i];

      if (row->country == country && row->status == status && row->from <= day)
        return TRUE;
    }

  return FALSE;
}

/**
 * plx_relation_count:
 * @relation: a relation
 * @status: a status
 * @day: a day
 *
 * Returns: how many countries stand so on that day by a row of the table
 */
guint
plx_relation_count (const PlxRelationInfo *relation,
                    PlxStatus              status,
                    PlxDay                 day)
{
  guint n = 0;

  g_return_val_if_fail (relation != NULL, 0);

  for (gsize i = 0; i < relation->n_intervals; i++)
    n += relation->intervals[i].status == status && holds_on (&relation->intervals[i], day);

  return n;
}
