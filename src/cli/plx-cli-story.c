/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-cli"

#include "config.h"

#include "plx-cli-story.h"

#include "comparing/plx-story-title.h"
#include "countries/plx-country-labels.h"
#include "countries/plx-own-relations.h"

void
plx_cli_source_clear (PlxCliSource *self)
{
  g_free (self->library);
  g_free (self->bundle);
  g_strfreev (self->files);
  g_free (self->title);
  if (self->opened != NULL)
    plx_library_close (self->opened);
  g_clear_object (&self->opened);
}

/* Whether just one story is named; complains where not. */
gboolean
plx_cli_source_check (PlxCliSource *self)
{
  const guint n = (self->story != 0) + (self->bundle != NULL) + (self->files != NULL);

  if (n > 1)
    {
      plx_cli_usage ("files, “--story” and “--bundle” go without each other");
      return FALSE;
    }

  return n == 1 ? self->files == NULL || plx_cli_parse_files (self->files)
                : plx_cli_parse_files (NULL);
}

/**
 * plx_cli_load_tables:
 * @error: return location for an error
 *
 * Loads what the user calls countries, and relations of his own, as the window knows them.
 *
 * Returns: whether all could be read
 */
gboolean
plx_cli_load_tables (GError **error)
{
  g_autofree char *relations_path = plx_own_relations_dup_default_path ();
  g_autofree char *labels_path = plx_country_labels_dup_default_path ();
  g_autoptr (GFile) relations = g_file_new_for_path (relations_path);
  g_autoptr (GFile) labels = g_file_new_for_path (labels_path);

  return plx_own_relations_load (relations, plx_cli_today (), NULL, error) &&
         plx_country_labels_load (labels, NULL, error);
}

/* A story of files that are in no library. */
static PlxParcel *
read_parcel (PlxCliSource *self,
             PlxCliStatus *status)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) documents = plx_cli_read_originals (self->files, names, status);
  g_autofree char *title = NULL;
  PlxParcel *parcel;

  if (documents->len == 0)
    return NULL;

  title = self->title != NULL ? g_strdup (self->title) : plx_story_title_propose (documents);
  parcel = plx_parcel_new (title);
  for (guint i = 0; i < documents->len; i++)
    plx_parcel_add (parcel, documents->pdata[i], NULL);

  return parcel;
}

static PlxParcel *
load_parcel (PlxCliSource *self)
{
  g_autofree char *path = self->library != NULL ? g_strdup (self->library)
                                                : plx_library_dup_default_path ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  PlxCliLibraryRequest request = { 0 };
  PlxParcel *parcel;
  PlxStory *story;

  if (!(request.library = self->opened = plx_library_open (path, &error)))
    {
      plx_cli_complain (error);
      return NULL;
    }

  if (!(story = plx_cli_library_find_story (&request, self->story)))
    return NULL;

  plx_library_load_parcel_async (request.library, story, NULL, plx_cli_library_keep_cb, &result);
  parcel = plx_library_load_parcel_finish (request.library, plx_cli_library_wait (&result),
                                           &error);
  if (parcel == NULL)
    plx_cli_complain (error);

  return parcel;
}

static PlxBundle *
read_bundle (PlxCliSource *self)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (self->bundle);
  g_autoptr (GError) error = NULL;
  PlxBundle *bundle = plx_bundle_read (file, NULL, &error);

  if (bundle == NULL)
    {
      plx_cli_complain (error);
      return NULL;
    }

  for (guint i = 0; i < bundle->relations->len; i++)
    plx_own_relations_add (bundle->relations->pdata[i]);

  return bundle;
}

/**
 * plx_cli_source_open:
 * @self: where to take a story from
 * @status: set to `PLX_CLI_FAILED` where not all of it can be read
 *
 * Opens a story. Complains on standard error about what can't be read.
 *
 * Returns: (transfer full) (nullable): the story with its originals
 */
PlxBundle *
plx_cli_source_open (PlxCliSource *self,
                     PlxCliStatus *status)
{
  g_autoptr (PlxParcel) parcel = NULL;
  g_autoptr (GError) error = NULL;
  PlxBundle *bundle;

  /* One that was made elsewhere has tables of its own. */
  if (self->bundle != NULL)
    return read_bundle (self);

  if (!plx_cli_load_tables (&error))
    plx_cli_complain (error);

  parcel = self->story != 0 ? load_parcel (self) : read_parcel (self, status);
  if (parcel == NULL)
    return NULL;

  bundle = plx_bundle_new (parcel, plx_cli_today ());
  plx_bundle_take_tables (bundle);
  g_set_object (&bundle->library, self->opened);

  return bundle;
}
