/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-window"

#include "config.h"

#include "window/plx-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "window/plx-window-adding.h"
#include "window/plx-window-bundle.h"
#include "window/plx-window-private.h"

/* What the window opens: what was open last time, files that were named, the story that comes with
 * the program, and what was found. */

void
plx_window_show_wanted_article (PlxWindow *self)
{
  PlxArticle *article;

  for (guint i = 0; (article = plx_session_find_article (self->session, i)) != NULL; i++)
    {
      if (plx_article_get_id (article) == self->wanted_article)
        plx_session_set_article (self->session, i);
    }

  self->wanted_article = 0;
}

void
plx_window_open_story (PlxWindow *self,
                       PlxStory  *story)
{
  plx_window_set_place (self, NULL);
  plx_session_set_story (self->session, story);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

/**
 * plx_window_open_found:
 * @self: a window
 * @story_id: the number of a story
 * @article_id: that of an article in it, or 0
 *
 * Opens what was found in the library: the article where it is read, by itself where no story has
 * it, or else the story. Does nothing where the library has no such story any more.
 */
void
plx_window_open_found (PlxWindow *self,
                       gint64     story_id,
                       gint64     article_id)
{
  PlxStory *story;

  g_return_if_fail (PLX_IS_WINDOW (self));

  story = self->library != NULL ? plx_library_find_story (self->library, story_id) : NULL;
  if (story == NULL)
    {
      if (self->library != NULL && story_id == 0 && article_id != 0)
        plx_window_open_loose (self, article_id);
      return;
    }

  if (article_id != 0)
    plx_window_set_view (self, "read");
  self->wanted_article = article_id;
  plx_window_open_story (self, story);
  if (article_id != 0 && plx_session_get_analysis (self->session) != NULL)
    plx_window_show_wanted_article (self);
}

/**
 * plx_window_search:
 * @self: a window
 * @words: what to look for
 *
 * Shows what all articles have of some words.
 */
void
plx_window_search (PlxWindow  *self,
                   const char *words)
{
  g_return_if_fail (PLX_IS_WINDOW (self));
  g_return_if_fail (words != NULL);

  if (self->library == NULL)
    return;

  adw_navigation_split_view_set_show_content (self->split, FALSE);
  plx_sidebar_search (self->sidebar, words);
}

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
 * Opens files as a story: the one that has their articles already, or else a new one. A table of
 * countries is offered as a relation.
 */
void
plx_window_open_files (PlxWindow *self,
                       GPtrArray *files)
{
  g_return_if_fail (PLX_IS_WINDOW (self));

  if (self->importer == NULL || plx_window_offer_bundle (self, files, NULL))
    return;

  self->quiet = TRUE;
  if (!plx_window_offer_relation (self, files, NULL))
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
