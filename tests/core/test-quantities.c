/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "language/facts/plx-quantities.h"
#include "language/facts/plx-times.h"

#include "facts-table.h"

static const char * const kinds[] = {
  "count", "money", "percent", "share", "measure", "duration", "age", "rank", "score",
};

/* As a mathematician would write them; "?" is for vague ones. */
static const char * const hedges[] = { "", "~", "<~", ">~", ">=", ">", "<=", "<", "", "?" };

static char *
describe (const char        *text,
          const PlxQuantity *quantity)
{
  GString *fields = g_string_new (NULL);

  g_string_append_printf (fields, "%s %s%.15g", kinds[quantity->kind], hedges[quantity->hedge],
                          quantity->low);
  if (quantity->kind == PLX_QUANTITY_SHARE)
    {
      g_string_truncate (fields, strlen ("share "));
      g_string_append_printf (fields, "%s%.6g", hedges[quantity->hedge], quantity->low);
    }
  if (quantity->kind == PLX_QUANTITY_SCORE)
    g_string_append_printf (fields, "-%.15g", quantity->high);
  else if (quantity->high > quantity->low)
    g_string_append_printf (fields, "..%.15g", quantity->high);
  if (quantity->unit != NULL)
    g_string_append_printf (fields, " %s", quantity->unit);
  if (quantity->counted_end > 0)
    g_string_append_printf (fields, " %.*s",
                            (int) (quantity->counted_end - quantity->counted_start),
                            text + quantity->counted_start);

  return g_string_free_and_steal (fields);
}

static void
find_quantities (const char *text,
                 PlxDay      day,
                 GPtrArray  *found)
{
  g_autoptr (PlxLexemes) lexemes = plx_lexemes_new (text, 0, strlen (text));
  g_autoptr (GArray) times = plx_times_find (lexemes, day);
  g_autoptr (GArray) quantities = plx_quantities_find (lexemes, times);
  guint32 last = 0;

  for (guint i = 0; i < quantities->len; i++)
    {
      const PlxQuantity *quantity = &g_array_index (quantities, PlxQuantity, i);

      g_assert_cmpuint (quantity->start, >=, last);
      g_assert_cmpuint (quantity->number_start, >=, quantity->start);
      g_assert_cmpuint (quantity->number_start, <, quantity->number_end);
      g_assert_cmpuint (quantity->number_end, <=, quantity->end);
      g_assert_cmpuint (quantity->counted_end, <=, quantity->end);
      facts_table_add (found, text, quantity->start, quantity->end, describe (text, quantity));
      last = quantity->end;
    }
}

static void
test_table (void)
{
  facts_table_check ("quantities", find_quantities);
}

static void
test_bytes (void)
{
  facts_check_bytes (find_quantities);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quantities/of-many-sentences", test_table);
  g_test_add_func ("/quantities/of-any-bytes", test_bytes);

  return g_test_run ();
}
