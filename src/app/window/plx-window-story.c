/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-window-story"

#include "config.h"

#include "window/plx-window-story.h"

#include <glib/gi18n.h>

#include "window/plx-rename-dialog.h"

/* What the user does to the open story as a whole, and how it is taken back. */

static PlxLibrary *
get_library (PlxWindow *self)
{
  return plx_session_get_library (plx_window_get_session (self));
}

/* The story that an action is about: the one it names, else the open one. */
static PlxStory *
get_story (PlxWindow *self,
           GVariant  *parameter)
{
  if (parameter == NULL)
    return plx_session_get_story (plx_window_get_session (self));

  return plx_library_find_story (get_library (self), g_variant_get_int64 (parameter));
}

static void
changed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (PlxWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!plx_library_change_finish (PLX_LIBRARY (object), result, &error))
    plx_window_show_error (self, error);
}

static void
removed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (PlxWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (plx_library_change_finish (PLX_LIBRARY (object), result, &error))
    plx_window_say_with_undo (self, _("Story moved to the trash"));
  else
    plx_window_show_error (self, error);
}

/* What is undone, or done again, and what is told when it is. */
typedef struct
{
  PlxWindow *window;
  char      *text;
} Step;

static void
stepped_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autofree Step *step = user_data;
  g_autoptr (PlxWindow) self = step->window;
  g_autofree char *text = step->text;
  g_autoptr (GError) error = NULL;

  if (plx_library_change_finish (PLX_LIBRARY (object), result, &error))
    plx_window_say (self, text);
  else
    plx_window_show_error (self, error);
}

static void
history_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  PlxWindow *self = PLX_WINDOW (widget);
  gboolean undo = g_str_equal (action_name, "win.undo");
  const char *label = undo ? plx_library_get_undo_label (get_library (self))
                           : plx_library_get_redo_label (get_library (self));
  Step *step = g_new0 (Step, 1);

  step->window = g_object_ref (self);
  /* Translators: %s is a change, such as “Add 5 articles” */
  step->text = g_strdup_printf (undo ? _("Undone: %s") : _("Redone: %s"), label);

  if (undo)
    plx_library_undo_async (get_library (self), stepped_cb, step);
  else
    plx_library_redo_async (get_library (self), stepped_cb, step);
}

static void
rename_response_cb (PlxWindow       *self,
                    const char      *response,
                    PlxRenameDialog *dialog)
{
  PlxStory *story = g_object_get_data (G_OBJECT (dialog), "story");
  g_autofree char *title = g_strstrip (g_strdup (plx_rename_dialog_get_name (dialog)));

  if (!g_str_equal (response, "rename") || g_str_equal (title, plx_story_get_title (story)))
    return;

  plx_library_rename_story_async (get_library (self), story, title, changed_cb,
                                  g_object_ref (self));
}

static void
rename_story_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  PlxWindow *self = PLX_WINDOW (widget);
  PlxStory *story = get_story (self, parameter);
  AdwDialog *dialog;

  if (story == NULL)
    return;

  dialog = plx_rename_dialog_new (plx_story_get_title (story));
  g_object_set_data_full (G_OBJECT (dialog), "story", g_object_ref (story), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (rename_response_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
remove_story_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  PlxWindow *self = PLX_WINDOW (widget);
  PlxStory *story = get_story (self, parameter);

  if (story != NULL)
    plx_library_remove_story_async (get_library (self), story, removed_cb, g_object_ref (self));
}

static void
remove_article_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  PlxSession *session = plx_window_get_session (PLX_WINDOW (widget));

  plx_session_leave_story (session, plx_session_get_article (session));
}

static void
compare_again_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  plx_session_compare_again (plx_window_get_session (PLX_WINDOW (widget)));
}

/**
 * plx_window_install_story:
 * @widget_class: the window's class
 *
 * Installs the actions on stories, and undo and redo.
 */
void
plx_window_install_story (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, history_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, history_cb);
  gtk_widget_class_install_action (widget_class, "win.rename-story", NULL, rename_story_cb);
  gtk_widget_class_install_action (widget_class, "win.remove-story", NULL, remove_story_cb);
  /* The same on a story of the sidebar, named by its number. */
  gtk_widget_class_install_action (widget_class, "win.rename-one", "x", rename_story_cb);
  gtk_widget_class_install_action (widget_class, "win.remove-one", "x", remove_story_cb);
  gtk_widget_class_install_action (widget_class, "win.remove-article", NULL, remove_article_cb);
  gtk_widget_class_install_action (widget_class, "win.compare-again", NULL, compare_again_cb);

  /* Bindings and no accelerators of the application, so that text fields come first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
}
