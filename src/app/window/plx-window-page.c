/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-window"

#include "config.h"

#include "window/plx-window.h"

#include <glib/gi18n.h>

#include "window/plx-window-library.h"
#include "window/plx-window-private.h"
#include "window/plx-window-safety.h"

/* What the window shows beside the stories: the views, or why there are none. */

/**
 * plx_window_update_title:
 * @self: a window
 *
 * Names the window after the open story, and says of how many sources that is.
 */
void
plx_window_update_title (PlxWindow *self)
{
  const char *place = plx_window_get_place_title (self);
  PlxStory *story = place == NULL ? plx_session_get_story (self->session) : NULL;
  guint n = story != NULL ? plx_story_get_n_articles (story) : 0;
  g_autofree char *library = plx_window_dup_library_name (self);
  g_autofree char *sources = NULL;
  g_autofree char *both = NULL;

  if (n > 0)
    sources = g_strdup_printf (ngettext ("%u source", "%u sources", n), n);
  if (sources != NULL && library != NULL)
    /* Translators: %1$s is such as “5 sources”, %2$s the name of a library */
    both = g_strdup_printf (_("%1$s · %2$s"), sources, library);

  if (place == NULL)
    place = library != NULL ? library : _("Parallax");
  gtk_widget_set_visible (self->story_button, story != NULL);
  gtk_window_set_title (GTK_WINDOW (self), story != NULL ? plx_story_get_title (story) : place);
  adw_window_title_set_subtitle (self->start_title, both != NULL ? both
                                                    : sources != NULL ? sources : "");
}

static const char *
find_page (PlxWindow *self)
{
  PlxStory *story = plx_session_get_story (self->session);

  if (self->library == NULL)
    return "error";

  if (self->place != NULL)
    return self->place;

  if (story == NULL)
    {
      if (plx_importer_is_busy (self->importer))
        return plx_importer_is_slow (self->importer) ? "incoming" : "busy";

      return g_list_model_get_n_items (plx_library_get_stories (self->library)) > 0 ? "choose"
                                                                                   : "empty";
    }

  if (plx_session_get_analysis (self->session) != NULL)
    return "views";

  if (plx_session_is_busy (self->session))
    return "busy";

  return plx_story_get_n_articles (story) > 0 ? "stopped" : "no-articles";
}

/**
 * plx_window_update_page:
 * @self: a window
 *
 * Shows the page that fits what there is, and allows what can be done on it.
 */
void
plx_window_update_page (PlxWindow *self)
{
  const char *page = find_page (self);
  PlxStory *story = self->place == NULL ? plx_session_get_story (self->session) : NULL;
  gboolean has_story = story != NULL && plx_story_get_id (story) != 0 &&
                       plx_window_can_change (self);
  gboolean has_views = g_str_equal (page, "views");

  gtk_stack_set_visible_child_name (self->body, page);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_bar), has_views);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add-here", has_story);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add-folder-here", has_story);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.rename-story", has_story);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.remove-story", has_story);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.remove-article", has_views && has_story);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.tag-story", has_story);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.print", has_views);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.corrections", has_views && has_story);
}
