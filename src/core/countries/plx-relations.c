/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-relations"

#include "config.h"

#include "countries/plx-relations.h"

#include "countries/plx-countries.h"
#include "countries/plx-table.h"

typedef struct
{
  PlxRelationInfo *relations;
  gsize            n_relations;
} Relations;

/* The word that the tables use for a status is the one the rest of the program
 * uses, but a bloc has members and no parties. */
static PlxStatus
parse_status (const char *word)
{
  int status;

  if (g_str_equal (word, "member"))
    return PLX_STATUS_PARTY;

  if (*word == '\0' || !plx_enum_from_nick (PLX_TYPE_STATUS, word, &status))
    return PLX_STATUS_UNKNOWN;

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
      intervals[i].status = parse_status (plx_table_get (table, i, "status"));
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
      relation->rest = parse_status (plx_table_get (table, i, "rest"));
      relation->terms = plx_table_get_list (table, i, "terms");
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
 * plx_relations_list:
 * @n: (out): how many there are
 *
 * Returns: (array length=n) (transfer none): all relations, the International Criminal Court first
 */
const PlxRelationInfo *
plx_relations_list (gsize *n)
{
  const Relations *all = get_relations ();

  *n = all->n_relations;

  return all->relations;
}

/**
 * plx_relation_lookup:
 * @id: (nullable): an id, such as "icc"
 *
 * Returns: (nullable) (transfer none): the relation of that id
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

  return NULL;
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
