/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-versions"

#include "config.h"

#include "bundle/plx-versions.h"

#include <gio/gio.h>
#include <libxml/xmlversion.h>
#include <string.h>
#include <unicode/uversion.h>

#include "comparing/plx-comparing.h"
#include "language/names/plx-name-model.h"
#include "model/plx-json.h"

/* The folders of our own tables among the resources; the window has other resources besides. */
static const char * const folders[] = { "countries/", "language/", "outlets/" };

static void
list_tables (const char *folder,
             GPtrArray  *paths)
{
  g_autofree char *whole = g_strconcat (RESOURCE_PREFIX "/", folder, NULL);
  g_auto (GStrv) children = g_resources_enumerate_children (whole, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                                            NULL);

  for (gsize i = 0; children != NULL && children[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (folder, children[i], NULL);

      if (g_str_has_suffix (path, "/"))
        list_tables (path, paths);
      else
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
}

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static char *
dup_table_sha256 (const char *path)
{
  g_autofree char *whole = g_strconcat (RESOURCE_PREFIX "/", path, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (whole, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;
}

static void
add_tables (JsonBuilder *builder)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    list_tables (folders[i], paths);
  g_ptr_array_sort (paths, compare_paths);

  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *sha256 = dup_table_sha256 (paths->pdata[i]);

      plx_json_add_string (builder, paths->pdata[i], sha256);
    }
}

/* A program without it finds names by its tables alone, which is another version, too. */
static void
add_model (JsonBuilder *builder)
{
  const PlxNameModel *model = plx_name_model_get_default (NULL);
  g_autofree char *sha256 = model != NULL ? plx_name_model_dup_sha256 (model) : NULL;

  plx_json_add_string (builder, "language/en/names.model", sha256);
}

/**
 * plx_versions_build_json:
 * @builder: an object that has been begun
 *
 * Adds all on which it depends what is found in given articles: the program, the version of its
 * engines, the libraries that cut texts into sentences and pages into paragraphs, and the SHA-256
 * of each table and model.
 */
void
plx_versions_build_json (JsonBuilder *builder)
{
  plx_json_add_string (builder, "program", PACKAGE_VERSION);
  plx_json_add_string (builder, "engine", PLX_COMPARING_ENGINE);

  json_builder_set_member_name (builder, "libraries");
  json_builder_begin_object (builder);
  plx_json_add_string (builder, "icu", U_ICU_VERSION);
  plx_json_add_string (builder, "libxml2", LIBXML_DOTTED_VERSION);
  json_builder_end_object (builder);

  json_builder_set_member_name (builder, "tables");
  json_builder_begin_object (builder);
  add_tables (builder);
  add_model (builder);
  json_builder_end_object (builder);
}
