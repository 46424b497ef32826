/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stands in for libFuzzer in the tests: gives a target the files of its corpus, whole, cut off and
 * with bytes changed. The changes are the same each time. */

#include "config.h"

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

#define N_CUTS 24
#define N_CHANGES 40
#define MAX_CHANGED 6

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
test_file (gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20170406);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (data, &contents, &size, &error);
  g_assert_no_error (error);
  LLVMFuzzerTestOneInput ((const uint8_t *) contents, size);

  for (guint i = 0; i < N_CUTS; i++)
    LLVMFuzzerTestOneInput ((const uint8_t *) contents, size * i / N_CUTS);

  for (guint i = 0; i < N_CHANGES && size > 0; i++)
    {
      g_autofree char *changed = g_memdup2 (contents, size);
      guint n = g_rand_int_range (random, 1, MAX_CHANGED + 1);

      for (guint k = 0; k < n; k++)
        changed[g_rand_int_range (random, 0, (gint32) size)] = (char) g_rand_int (random);
      LLVMFuzzerTestOneInput ((const uint8_t *) changed, size);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GDir) folder = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);

  folder = g_dir_open (argv[1], 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_strdup_printf ("/fuzz/%s", name);
      char *file = g_build_filename (argv[1], name, NULL);

      g_ptr_array_add (files, file);
      g_test_add_data_func (path, file, test_file);
    }

  return g_test_run ();
}
