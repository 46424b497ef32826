/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-find-entry"

#include "config.h"

#include "names/plx-find-entry.h"

/* GtkSearchEntry has the like, which takes *Delete* as well. */
static gboolean
key_pressed_cb (GtkEditable           *entry,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  const GdkModifierType others =
    GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_HYPER_MASK | GDK_META_MASK;

  if ((state & others) != 0 || !g_unichar_isgraph (gdk_keyval_to_unicode (key)))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (GTK_WIDGET (entry));
  /* Behind what is there, and not over it. */
  gtk_editable_set_position (entry, -1);

  return gtk_event_controller_key_forward (controller,
                                           GTK_WIDGET (gtk_editable_get_delegate (entry)));
}

/**
 * plx_find_entry_follow:
 * @entry: a search entry
 * @list: a widget
 *
 * Lets letters that are typed while @list has the keys go to the entry.
 */
void
plx_find_entry_follow (GtkEditable *entry,
                       GtkWidget   *list)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_return_if_fail (GTK_IS_SEARCH_ENTRY (entry));

  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_pressed_cb), entry,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (list, controller);
}
