/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-window-drop"

#include "config.h"

#include <glib/gi18n.h>

#include "window/plx-story-row.h"
#include "window/plx-window-adding.h"

/* What is dropped on the window: on its content for the story that is open, on a story at the side
 * for that one, and beside them for a new one. */

/* Where the user would drop. */
typedef struct
{
  PlxWindow   *window;  /* not owned: what is around us */
  GtkRevealer *hint;    /* not owned */
  GtkWidget   *sidebar; /* not owned */
  GtkWidget   *row;     /* nullable, weak: the story's row under the pointer */
} Place;

/* What is being dropped while it is read. */
typedef struct
{
  PlxWindow *window;
  PlxStory  *story; /* nullable */
} Dropped;

static void
set_row (Place     *self,
         GtkWidget *row)
{
  if (self->row == row)
    return;

  if (self->row != NULL)
    gtk_widget_remove_css_class (self->row, "plx-drop-here");
  g_set_weak_pointer (&self->row, row);
  if (row != NULL)
    gtk_widget_add_css_class (row, "plx-drop-here");
}

static void
place_free (gpointer data)
{
  Place *self = data;

  g_clear_weak_pointer (&self->row);
  g_free (self);
}

static Place *
get_place (GtkDropTargetAsync *target)
{
  return g_object_get_data (G_OBJECT (target), "place");
}

static void
show_place (Place    *self,
            gboolean  shown)
{
  PlxStory *story = plx_window_get_shown_story (self->window);
  AdwStatusPage *page = ADW_STATUS_PAGE (gtk_revealer_get_child (self->hint));
  g_autofree char *text = NULL;

  /* Translators: %s is the title of a story */
  text = story != NULL ? g_markup_printf_escaped (_("To the story “%s”"),
                                                  plx_story_get_title (story))
                       : g_strdup (_("As a new story"));
  adw_status_page_set_description (page, text);
  gtk_revealer_set_reveal_child (self->hint, shown);

  if (shown)
    gtk_widget_add_css_class (self->sidebar, "plx-dropping");
  else
    gtk_widget_remove_css_class (self->sidebar, "plx-dropping");
  if (!shown)
    set_row (self, NULL);
}

/* The list puts a widget of its own around each row. */
static GtkWidget *
find_row (Place  *self,
          double  x,
          double  y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->window), x, y, GTK_PICK_DEFAULT);

  for (; widget != NULL && widget != self->sidebar; widget = gtk_widget_get_parent (widget))
    {
      GtkWidget *child = gtk_widget_get_first_child (widget);

      if (child != NULL && PLX_IS_STORY_ROW (child))
        return child;
    }

  return NULL;
}

static gboolean
is_in_sidebar (Place  *self,
               double  x,
               double  y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->window), x, y, GTK_PICK_DEFAULT);

  return widget != NULL && (widget == self->sidebar ||
                            gtk_widget_is_ancestor (widget, self->sidebar));
}

static PlxStory *
find_story (Place  *self,
            double  x,
            double  y)
{
  GtkWidget *row = find_row (self, x, y);

  if (row != NULL)
    return plx_story_row_get_story (PLX_STORY_ROW (row));
  if (is_in_sidebar (self, x, y))
    return NULL;

  return plx_window_get_shown_story (self->window);
}

static void
dropped_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autofree Dropped *dropped = user_data;
  g_autoptr (PlxWindow) self = dropped->window;
  g_autoptr (PlxStory) story = dropped->story;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxClip) clip = plx_clipboard_read_finish (result, &error);

  gdk_drop_finish (GDK_DROP (object), clip != NULL ? GDK_ACTION_COPY : 0);
  if (clip != NULL)
    {
      plx_window_add_clip (self, clip, story);
      return;
    }

  g_debug ("Nothing is dropped: %s", error->message);
  plx_window_say (self, _("What was dropped is neither a file nor a text"));
}

/* Words that are dragged out of an article of ours, be it by mistake, are no new article. */
static gboolean
is_wanted (Place   *self,
           GdkDrop *drop)
{
  return plx_window_get_importer (self->window) != NULL && gdk_drop_get_drag (drop) == NULL;
}

static gboolean
drop_cb (GtkDropTargetAsync *target,
         GdkDrop            *drop,
         double              x,
         double              y,
         PlxWindow          *window)
{
  Place *self = get_place (target);
  Dropped *dropped;

  if (!is_wanted (self, drop))
    return FALSE;

  dropped = g_new0 (Dropped, 1);
  dropped->window = g_object_ref (self->window);
  g_set_object (&dropped->story, find_story (self, x, y));
  show_place (self, FALSE);
  plx_clipboard_read_async (drop, NULL, dropped_cb, dropped);

  return TRUE;
}

static GdkDragAction
drag_motion_cb (GtkDropTargetAsync *target,
                GdkDrop            *drop,
                double              x,
                double              y,
                PlxWindow          *window)
{
  Place *self = get_place (target);

  if (!is_wanted (self, drop))
    return 0;

  show_place (self, TRUE);
  set_row (self, find_row (self, x, y));
  /* At the side it would go elsewhere than the hint says. */
  if (is_in_sidebar (self, x, y))
    gtk_revealer_set_reveal_child (self->hint, FALSE);

  return GDK_ACTION_COPY;
}

static void
drag_leave_cb (GtkDropTargetAsync *target,
               GdkDrop            *drop,
               PlxWindow          *window)
{
  show_place (get_place (target), FALSE);
}

/**
 * plx_window_init_drop:
 * @self: a window
 * @hint: shown over the open story while something is held over the window
 * @sidebar: the stories
 *
 * Lets files, folders, pages and texts be dropped anywhere in the window.
 */
void
plx_window_init_drop (PlxWindow   *self,
                      GtkRevealer *hint,
                      GtkWidget   *sidebar)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();
  GtkDropTargetAsync *target;
  Place *place = g_new0 (Place, 1);

  place->window = self;
  place->hint = hint;
  place->sidebar = sidebar;

  gdk_content_formats_builder_add_gtype (builder, GDK_TYPE_FILE_LIST);
  gdk_content_formats_builder_add_mime_type (builder, "text/html");
  gdk_content_formats_builder_add_gtype (builder, G_TYPE_STRING);
  target = gtk_drop_target_async_new (gdk_content_formats_builder_free_to_formats (builder),
                                      GDK_ACTION_COPY);

  /* The target goes with the window, and what it knows of it goes with the target. */
  g_object_set_data_full (G_OBJECT (target), "place", place, place_free);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (target, "drag-enter", G_CALLBACK (drag_motion_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (target, "drag-motion", G_CALLBACK (drag_motion_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (target, "drag-leave", G_CALLBACK (drag_leave_cb), self,
                           G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
