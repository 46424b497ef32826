/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-window"

#include "config.h"

#include "window/plx-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "window/plx-window-private.h"

/* What the window opens when the program starts: what was open last time, files that were named, or
 * the story that comes with the program. */

/**
 * plx_window_restore:
 * @self: a window
 *
 * Opens the story, the article and the view of last time.
 */
void
plx_window_restore (PlxWindow *self)
{
  g_autofree char *view = NULL;
  PlxStory *story = NULL;

  g_return_if_fail (PLX_IS_WINDOW (self));

  view = g_settings_get_string (self->settings, "view");
  plx_window_set_view (self, view);

  if (self->library != NULL)
    story = plx_library_find_story (self->library, g_settings_get_int64 (self->settings, "story"));
  if (story == NULL)
    return;

  self->wanted_article = g_settings_get_int64 (self->settings, "article");
  plx_session_set_story (self->session, story);
}

/**
 * plx_window_open_files:
 * @self: a window
 * @files: (element-type GFile): files
 *
 * Opens files as a story: the one that has their articles already, or else a new one.
 */
void
plx_window_open_files (PlxWindow *self,
                       GPtrArray *files)
{
  g_return_if_fail (PLX_IS_WINDOW (self));

  if (self->importer == NULL)
    return;

  self->quiet = TRUE;
  plx_importer_add_files (self->importer, files, NULL, NULL);
}

static int
compare_files (gconstpointer a,
               gconstpointer b)
{
  g_autofree char *name_a = g_file_get_basename (*(GFile * const *) a);
  g_autofree char *name_b = g_file_get_basename (*(GFile * const *) b);

  return strcmp (name_a, name_b);
}

static GPtrArray *
list_sample (GError **error)
{
  const char *path = g_getenv ("PARALLAX_SAMPLE_DIR");
  g_autoptr (GFile) folder = g_file_new_for_path (path != NULL ? path : PKGDATADIR "/sample");
  g_autoptr (GDir) dir = g_dir_open (g_file_peek_path (folder), 0, error);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  const char *name;

  if (dir == NULL)
    return NULL;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, ".txt") || g_str_has_suffix (name, ".html"))
        g_ptr_array_add (files, g_file_get_child (folder, name));
    }
  g_ptr_array_sort (files, compare_files);

  return g_steal_pointer (&files);
}

/**
 * plx_window_open_sample:
 * @self: a window
 *
 * Opens the story that comes with the program.
 */
void
plx_window_open_sample (PlxWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = NULL;

  g_return_if_fail (PLX_IS_WINDOW (self));

  if (self->importer == NULL)
    return;

  if ((files = list_sample (&error)) == NULL)
    {
      g_info ("There is no sample: %s", error->message);
      plx_window_say (self, _("The sample story is not installed"));
      return;
    }

  self->quiet = TRUE;
  plx_importer_add_files (self->importer, files, NULL, _("Omar al-Bashir in Johannesburg"));
}
