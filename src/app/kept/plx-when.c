/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-when"

#include "config.h"

#include "kept/plx-when.h"

#include <glib/gi18n.h>

#include "window/plx-labels.h"

/**
 * plx_when_get_day:
 * @at: a time, in seconds since 1970
 *
 * Returns: the day on which that was where the user is, as a Julian day; 0 where there is none
 */
gint
plx_when_get_day (gint64 at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (at);
  GDate date;

  if (time == NULL)
    return 0;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, g_date_time_get_day_of_month (time), g_date_time_get_month (time),
                  g_date_time_get_year (time));

  return g_date_get_julian (&date);
}

/**
 * plx_when_dup_day:
 * @at: a time, in seconds since 1970
 *
 * Returns: (transfer full): the day on which that was, as people call it: “Today”, “3 May 2023”
 */
char *
plx_when_dup_day (gint64 at)
{
  const gint today = plx_when_get_day (g_get_real_time () / G_USEC_PER_SEC);
  const gint day = plx_when_get_day (at);

  if (day == today)
    return g_strdup (_("Today"));
  if (day == today - 1)
    return g_strdup (_("Yesterday"));

  return plx_label_day (day);
}

/**
 * plx_when_dup_time:
 * @at: a time, in seconds since 1970
 *
 * Returns: (transfer full): the time of day, such as “14:05”
 */
char *
plx_when_dup_time (gint64 at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (at);

  /* Translators: a time of day, such as “14:05” */
  return time != NULL ? g_date_time_format (time, _("%H:%M")) : g_strdup ("");
}
