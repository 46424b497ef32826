/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-window"

#include "config.h"

#include "window/plx-window.h"

#include <glib/gi18n.h>

#include "kept/plx-history-dialog.h"
#include "kept/plx-tag-dialog.h"
#include "library/plx-library-articles.h"
#include "window/plx-window-private.h"

/* What the window shows of the whole library, and not of one story: all articles, the trash, the
 * history. */

static const char * const places[] = { "articles", "notes", "trash" };

/**
 * plx_window_set_place:
 * @self: a window
 * @place: (nullable): `articles`, `notes` or `trash`, or `NULL` for the open story
 *
 * Shows what there is of the whole library. The open story stays open behind it.
 */
void
plx_window_set_place (PlxWindow  *self,
                      const char *place)
{
  const char *known = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_strcmp0 (places[i], place) == 0)
      known = places[i];

  if (self->place == known)
    return;

  self->place = known;
  plx_sidebar_set_place (self->sidebar, known);
  plx_window_update_title (self);
  plx_window_update_page (self);
}

/**
 * plx_window_get_shown_story:
 * @self: a window
 *
 * Returns: (nullable): the story that the user sees, to which something may be added; `NULL` where
 *   what he sees is the whole library, or an article by itself
 */
PlxStory *
plx_window_get_shown_story (PlxWindow *self)
{
  PlxStory *story;

  g_return_val_if_fail (PLX_IS_WINDOW (self), NULL);

  story = self->place == NULL ? plx_session_get_story (self->session) : NULL;

  return story != NULL && plx_story_get_id (story) != 0 ? story : NULL;
}

/**
 * plx_window_get_place_title:
 * @self: a window
 *
 * Returns: (nullable): what the place that it shows is called; `NULL` where it shows a story
 */
const char *
plx_window_get_place_title (PlxWindow *self)
{
  if (self->place == NULL)
    return NULL;

  if (g_str_equal (self->place, "articles"))
    return _("All Articles");

  return g_str_equal (self->place, "notes") ? _("Notes") : _("Trash");
}

static void
show_place (PlxWindow  *self,
            const char *place)
{
  plx_window_set_place (self, place);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

static void
place_activated_cb (PlxWindow  *self,
                    const char *place)
{
  show_place (self, place);
}

static void
place_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  show_place (PLX_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (PlxWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxStory) story =
    plx_library_load_loose_finish (PLX_LIBRARY (object), result, &error);

  /* The window may be closed by now. */
  if (self->session == NULL)
    return;

  if (story == NULL)
    {
      plx_window_show_error (self, error);
      return;
    }

  plx_window_set_view (self, "read");
  plx_window_open_story (self, story);
}

/**
 * plx_window_open_loose:
 * @self: a window
 * @article: an article of the library
 *
 * Opens an article that no story has, to be read by itself.
 */
void
plx_window_open_loose (PlxWindow *self,
                       gint64     article)
{
  plx_library_load_loose_async (self->library, article, NULL, loaded_cb, g_object_ref (self));
}

/**
 * plx_window_show_wanted_note:
 * @self: a window in which a story was compared
 *
 * Shows what the note is on that was to be shown, if any.
 */
void
plx_window_show_wanted_note (PlxWindow *self)
{
  g_autoptr (PlxNote) note = g_steal_pointer (&self->wanted_note);

  if (note == NULL || plx_session_show_note (self->session, note))
    return;

  if (note->subject != PLX_NOTE_ON_ENTITY)
    plx_window_say (self, _("What the note is on is not there any more"));
}

static void
open_note_cb (PlxWindow     *self,
              const PlxNote *note,
              gint64         story_id)
{
  PlxStory *story = plx_library_find_story (self->library, story_id);

  g_clear_pointer (&self->wanted_note, plx_note_free);
  self->wanted_note = plx_note_copy (note);
  if (story == NULL)
    {
      plx_window_open_loose (self, note->article);
      return;
    }

  plx_window_open_story (self, story);
  if (plx_session_get_analysis (self->session) != NULL)
    plx_window_show_wanted_note (self);
}

static void
history_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  adw_dialog_present (plx_history_dialog_new (PLX_WINDOW (widget)->library), widget);
}

static void
tag_story_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  PlxWindow *self = PLX_WINDOW (widget);
  PlxStory *story = parameter != NULL
    ? plx_library_find_story (self->library, g_variant_get_int64 (parameter))
    : plx_session_get_story (self->session);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id;

  if (story == NULL)
    return;

  id = plx_story_get_id (story);
  g_array_append_val (ids, id);
  adw_dialog_present (plx_tag_dialog_new (self->session, PLX_TAGGED_STORY, ids), widget);
}

/**
 * plx_window_bind_places:
 * @widget_class: the window's class
 *
 * Binds what the window's template asks for here.
 */
void
plx_window_bind_places (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, place_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_note_cb);
}

/**
 * plx_window_install_places:
 * @widget_class: the window's class
 *
 * Installs the actions on the whole library.
 */
void
plx_window_install_places (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.place", "s", place_cb);
  gtk_widget_class_install_action (widget_class, "win.history", NULL, history_cb);
  gtk_widget_class_install_action (widget_class, "win.tag-story", NULL, tag_story_cb);
  gtk_widget_class_install_action (widget_class, "win.tag-one", "x", tag_story_cb);

  /* A binding and no accelerator of the application, so that text fields come first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, GDK_CONTROL_MASK, "win.history",
                                       NULL);
}
