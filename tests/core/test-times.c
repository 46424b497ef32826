/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "language/facts/plx-times.h"

#include "facts-table.h"

static const char * const precisions[] = {
  "clock", "day", "week", "month", "quarter", "season", "year", "decade", "century",
};

static const char * const relations[] = { "", " since", " until", " before", " after" };

static void
append_day (GString *fields,
            PlxDay   day)
{
  g_autofree char *iso = day != 0 ? plx_day_format (day) : NULL;

  if (iso != NULL)
    g_string_append (fields, iso);
}

static char *
describe (const PlxTime *time)
{
  GString *fields = g_string_new (NULL);

  if (time->precision == PLX_PRECISION_CLOCK)
    {
      g_string_append_printf (fields, "%02d:%02d", time->low_minute / 60, time->low_minute % 60);
      if (time->high_minute != time->low_minute)
        g_string_append_printf (fields, "..%02d:%02d", time->high_minute / 60,
                                time->high_minute % 60);
    }
  else if (time->low == 0 && time->high == 0)
    {
      g_string_append (fields, "?");
    }
  else
    {
      append_day (fields, time->low);
      if (time->low != time->high)
        g_string_append (fields, "..");
      if (time->low != time->high)
        append_day (fields, time->high);
    }
  g_string_append_printf (fields, " %s%s%s", precisions[time->precision],
                          relations[time->relation], time->is_rough ? " ~" : "");

  return g_string_free_and_steal (fields);
}

static void
find_times (const char *text,
            PlxDay      day,
            GPtrArray  *found)
{
  g_autoptr (PlxLexemes) lexemes = plx_lexemes_new (text, 0, strlen (text));
  g_autoptr (GArray) times = plx_times_find (lexemes, day);
  guint32 last = 0;

  for (guint i = 0; i < times->len; i++)
    {
      const PlxTime *time = &g_array_index (times, PlxTime, i);

      g_assert_cmpuint (time->start, >=, last);
      if (time->low != 0 && time->high != 0)
        g_assert_cmpuint (time->low, <=, time->high);
      g_assert_cmpint (time->low_minute, >=, 0);
      g_assert_cmpint (time->high_minute, <, 24 * 60);
      facts_table_add (found, text, time->start, time->end, describe (time));
      last = time->end;
    }
}

static void
test_table (void)
{
  facts_table_check ("times", find_times);
}

static void
test_bytes (void)
{
  facts_check_bytes (find_times);
}

/* Without the day of the article, only what the calendar names is known. */
static void
test_no_day (void)
{
  const char *text = "It closed in October and opened on Tuesday, last week and on 3 May 2020.";
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  find_times (text, 0, found);

  g_assert_cmpuint (found->len, ==, 4);
  g_assert_cmpstr (found->pdata[0], ==, "13: October|? month");
  g_assert_cmpstr (found->pdata[1], ==, "35: Tuesday|? day");
  g_assert_cmpstr (found->pdata[2], ==, "44: last week|? week");
  g_assert_cmpstr (found->pdata[3], ==, "61: 3 May 2020|2020-05-03 day");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/times/of-many-sentences", test_table);
  g_test_add_func ("/times/of-any-bytes", test_bytes);
  g_test_add_func ("/times/without-a-day", test_no_day);

  return g_test_run ();
}
