/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The target of libFuzzer for what users write of countries: a table of their own, and what they
 * ask of relations. Whatever it is, a table that is made has rows that do not overlap, each problem
 * is told in words, no byte is lost, and a condition that can be read is written so that it is
 * read again as the same. */

#include "config.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "countries/plx-condition.h"
#include "countries/plx-relation-file.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
check_table (const uint8_t *data,
             size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (PlxRelationFile) file = plx_relation_file_new ("fuzz.csv", bytes, 738000);

  g_assert_true (g_bytes_equal (file->bytes, bytes));
  g_assert_true (file->relation != NULL || file->n_errors > 0 || file->problems->len > 0);
  g_assert_cmpuint (file->n_taken, <=, file->n_rows);

  for (guint i = 0; i < file->problems->len; i++)
    {
      const PlxRelationProblem *problem = g_ptr_array_index (file->problems, i);

      g_assert_true (g_utf8_validate (problem->message, -1, NULL));
      g_assert_cmpstr (problem->message, !=, "");
    }

  for (gsize i = 1; file->relation != NULL && i < file->relation->n_intervals; i++)
    {
      const PlxInterval *row = &file->relation->intervals[i];

      if (row->country == row[-1].country)
        {
          g_assert_cmpuint (row[-1].to, !=, 0);
          g_assert_cmpuint (row[-1].to, <=, row->from);
        }
    }
}

static void
check_condition (const uint8_t *data,
                 size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxCondition) condition = plx_condition_parse (text, &error);
  g_autoptr (PlxCondition) again = NULL;
  g_autofree char *written = NULL;
  g_autofree char *rewritten = NULL;
  g_autofree char *words = NULL;

  g_assert_true ((condition == NULL) == (error != NULL));
  if (condition == NULL)
    return;

  written = plx_condition_to_string (condition);
  again = plx_condition_parse (written, NULL);
  g_assert_nonnull (again);
  rewritten = plx_condition_to_string (again);
  g_assert_cmpstr (written, ==, rewritten);
  words = plx_condition_to_words (condition);
  g_assert_cmpstr (words, !=, "");
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  check_table (data, size);
  check_condition (data, size);

  return 0;
}
