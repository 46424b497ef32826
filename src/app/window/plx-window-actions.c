/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-window"

#include "config.h"

#include "window/plx-window.h"

#include "window/plx-window-adding.h"
#include "window/plx-window-bundle.h"
#include "window/plx-window-library.h"
#include "window/plx-window-offers.h"
#include "window/plx-window-private.h"
#include "window/plx-window-rules.h"
#include "window/plx-window-safety.h"
#include "window/plx-window-story.h"

/* What can be asked of the window as a whole; what can be done with stories and articles is
 * elsewhere. */

static void
search_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  PlxWindow *self = PLX_WINDOW (widget);

  if (gtk_widget_get_visible (self->sidebar_button))
    adw_navigation_split_view_set_collapsed (self->split, FALSE);
  else
    adw_navigation_split_view_set_show_content (self->split, FALSE);
  plx_sidebar_start_search (self->sidebar);
}

static void
sidebar_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  AdwNavigationSplitView *split = PLX_WINDOW (widget)->split;
  gboolean collapsed = adw_navigation_split_view_get_collapsed (split);
  gboolean content = adw_navigation_split_view_get_show_content (split);

  if (gtk_widget_get_visible (PLX_WINDOW (widget)->sidebar_button))
    {
      adw_navigation_split_view_set_show_content (split, TRUE);
      adw_navigation_split_view_set_collapsed (split, !collapsed);
    }
  else
    {
      adw_navigation_split_view_set_show_content (split, !content);
    }
}

/* Under the name that GtkApplication gives it, which would build it with every window. */
static void
show_help_overlay_cb (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (RESOURCE_PREFIX
                                                                  "/ui/help-overlay.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (overlay, GTK_WINDOW (widget));
  gtk_window_present (overlay);
}

static void
print_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  PlxWindow *self = PLX_WINDOW (widget);

  plx_window_set_view (self, "sheet");
  gtk_widget_activate_action (self->sheet_view, "sheet.print", NULL);
}

/**
 * plx_window_install_actions:
 * @widget_class: the window's class
 *
 * Installs all that can be asked of the window.
 */
void
plx_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "win.view", "view");
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.sidebar", NULL, sidebar_cb);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL,
                                   show_help_overlay_cb);

  plx_window_install_places (widget_class);
  plx_window_install_story (widget_class);
  plx_window_install_adding (widget_class);
  plx_window_install_bundle (widget_class);
  plx_window_install_library (widget_class);
  plx_window_install_offers (widget_class);
  plx_window_install_rules (widget_class);
  plx_window_install_safety (widget_class);
}
