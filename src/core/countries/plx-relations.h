/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-values.h"

G_BEGIN_DECLS

/**
 * PlxInterval:
 * @country: static code of the country
 * @status: how it stands
 * @from: the first day
 * @to: the day after the last, or 0 where it still stands so
 * @source: who says so
 * @note: what else is to be known, may be empty
 *
 * A row of a relation: how one country stands, and from when to when.
 */
typedef struct
{
  const char *country;
  PlxStatus   status;
  PlxDay      from;
  PlxDay      to;
  const char *source;
  const char *note;
} PlxInterval;

/**
 * PlxRelationInfo:
 * @id: "icc", "eu" …; the one pointer that stands for it everywhere
 * @title: its name in full, in English
 * @short_title: its name for tight places
 * @is_treaty: whether countries sign and ratify it; otherwise they are members of a bloc
 * @is_own: whether the user has brought it
 * @since: the first day for which the table speaks
 * @rest: the status on a day without an interval
 * @terms: the words by which sentences name it; ends with `NULL`
 * @adjective: a word that must stand before "member" for the relation to be meant, may be empty
 * @vague: nouns that mean it only where it was named just before; ends with `NULL`
 * @as_of: the day on which the table was last gone over
 * @note: what else is to be known, may be empty
 * @intervals: (array length=n_intervals): its rows, by country and day
 * @n_intervals: how many
 *
 * A dated table of how countries stand to a treaty or a bloc.
 */
typedef struct
{
  const char         *id;
  const char         *title;
  const char         *short_title;
  gboolean            is_treaty;
  gboolean            is_own;
  PlxDay              since;
  PlxStatus           rest;
  const char * const *terms;
  const char         *adjective;
  const char * const *vague;
  PlxDay              as_of;
  const char         *note;
  const PlxInterval  *intervals;
  gsize               n_intervals;
} PlxRelationInfo;

gboolean               plx_status_parse        (const char             *word,
                                                PlxStatus              *status);

gboolean               plx_status_is_among     (guint                   statuses,
                                                PlxStatus               status);

const PlxRelationInfo *plx_relations_list      (gsize                  *n);
const PlxRelationInfo *plx_relation_lookup     (const char             *id);
GPtrArray             *plx_relations_list_all  (void);

PlxStatus              plx_relation_status     (const PlxRelationInfo  *relation,
                                                const char             *country,
                                                PlxDay                  day,
                                                const PlxInterval     **interval);
gboolean               plx_relation_had_status (const PlxRelationInfo  *relation,
                                                const char             *country,
                                                PlxStatus               status,
                                                PlxDay                  day);
guint                  plx_relation_count      (const PlxRelationInfo  *relation,
                                                PlxStatus               status,
                                                PlxDay                  day);

G_END_DECLS
