/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-country-labels"

#include "config.h"

#include "countries/plx-country-labels.h"

#include <glib/gi18n-lib.h>

#include "countries/plx-countries.h"

#define GROUP "Countries"

/* What the user calls countries: code → interned name. Names that were given out stay good. */
static GHashTable *labels;
G_LOCK_DEFINE_STATIC (labels);

/**
 * plx_country_get_label:
 * @country: (nullable): code of a country
 *
 * Tells what a country is called wherever it is shown: as the user wants it, or as our table does.
 * In texts, it is found by all its names, whatever it is called here. May be called from any
 * thread.
 *
 * Returns: (nullable) (transfer none): the name, good for ever; `NULL` without a country
 */
const char *
plx_country_get_label (const char *country)
{
  const PlxCountryInfo *info = plx_country_lookup (country);
  const char *label = NULL;

  if (info == NULL)
    return NULL;

  G_LOCK (labels);
  if (labels != NULL)
    label = g_hash_table_lookup (labels, info->iso3);
  G_UNLOCK (labels);

  return label != NULL ? label : info->name;
}

/**
 * plx_country_set_label:
 * @country: code of a country
 * @label: (nullable): what to call it; `NULL` or an empty name for the one of our table
 */
void
plx_country_set_label (const char *country,
                       const char *label)
{
  const PlxCountryInfo *info = plx_country_lookup (country);
  g_autofree char *stripped = label != NULL ? g_strstrip (g_strdup (label)) : NULL;

  g_return_if_fail (info != NULL);

  G_LOCK (labels);
  if (labels == NULL)
    labels = g_hash_table_new (g_str_hash, g_str_equal);
  if (stripped == NULL || *stripped == '\0' || g_str_equal (stripped, info->name))
    g_hash_table_remove (labels, info->iso3);
  else
    g_hash_table_insert (labels, (gpointer) info->iso3, (gpointer) g_intern_string (stripped));
  G_UNLOCK (labels);
}

/**
 * plx_country_labels_dup_default_path:
 *
 * Returns: (transfer full) (type filename): the file in which the user's names of countries are
 *   kept
 */
char *
plx_country_labels_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "parallax", "country-names.ini", NULL);
}

/**
 * plx_country_labels_load:
 * @file: where names were saved; need not be there
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error of the `G_IO_ERROR` or `G_KEY_FILE_ERROR` domain
 *
 * Reads what the user calls countries. Codes that are none are passed over.
 *
 * Returns: whether the file could be read, or was not there
 */
gboolean
plx_country_labels_load (GFile         *file,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autoptr (GError) local = NULL;
  g_autofree char *data = NULL;
  g_auto (GStrv) codes = NULL;
  gsize length;

  if (!g_file_load_contents (file, cancellable, &data, &length, NULL, &local))
    {
      if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        return TRUE;
      g_propagate_prefixed_error (error, g_steal_pointer (&local),
                                  _("Reading the names of countries: "));
      return FALSE;
    }

  if (!g_key_file_load_from_data (keys, data, length, G_KEY_FILE_NONE, error))
    {
      g_prefix_error_literal (error, _("Reading the names of countries: "));
      return FALSE;
    }

  codes = g_key_file_get_keys (keys, GROUP, NULL, NULL);
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      g_autofree char *label = g_key_file_get_string (keys, GROUP, codes[i], NULL);

      if (label != NULL && plx_country_lookup (codes[i]) != NULL)
        plx_country_set_label (codes[i], label);
    }

  return TRUE;
}

/**
 * plx_country_labels_save:
 * @file: where to save names; its folder must be there
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error of the `G_IO_ERROR` domain
 *
 * Writes down what the user calls countries.
 *
 * Returns: whether it is written
 */
gboolean
plx_country_labels_save (GFile         *file,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *data = NULL;
  GHashTableIter iter;
  gpointer code, label;
  gsize length;

  G_LOCK (labels);
  if (labels != NULL)
    {
      g_hash_table_iter_init (&iter, labels);
      while (g_hash_table_iter_next (&iter, &code, &label))
        g_key_file_set_string (keys, GROUP, code, label);
    }
  G_UNLOCK (labels);

  data = g_key_file_to_data (keys, &length, NULL);
  if (g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                               cancellable, error))
    return TRUE;

  g_prefix_error_literal (error, _("Saving the names of countries: "));

  return FALSE;
}
