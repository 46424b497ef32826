/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxDateFind:
 * @start: first byte of the date in the text
 * @end: the byte after the last, time and zone included
 * @year: the year, with its century; 0 where only a day is looked for and no year given
 * @month: 1 to 12
 * @day: 1 to 31
 * @hour: 0 to 23, or -1 where no time is given
 * @minute: 0 to 59
 * @second: 0 to 59, or -1
 * @has_offset: whether the zone is known
 * @offset: minutes east of UTC
 *
 * A date that a text gives.
 */
typedef struct
{
  gsize    start;
  gsize    end;
  int      year;
  int      month;
  int      day;
  int      hour;
  int      minute;
  int      second;
  gboolean has_offset;
  int      offset;
} PlxDateFind;

gboolean plx_dates_find      (const char        *text,
                              gboolean           month_first,
                              PlxDateFind       *found);
gboolean plx_dates_find_day  (const char        *text,
                              PlxDateFind       *found);
gboolean plx_dates_find_month (const char       *text,
                              PlxDateFind       *found);
char    *plx_dates_format    (const PlxDateFind *find);
char    *plx_dates_to_iso    (const char        *text,
                              gboolean           month_first);
gboolean plx_dates_is_line   (const char        *text,
                              gboolean           month_first,
                              PlxDateFind       *found);
gboolean plx_dates_is_change (const char        *text);
gboolean plx_dates_is_nothing (const char       *iso);
char    *plx_dates_from_path (const char        *address);

G_END_DECLS
