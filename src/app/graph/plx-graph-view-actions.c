/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-view"

#include "config.h"

#include "graph/plx-graph-view-private.h"

#include <glib/gi18n.h>

#define ZOOM_STEP 1.25

/* What can be done in the view, by key, button and menu. */

static void
zoom_in_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  plx_graph_canvas_zoom (PLX_GRAPH_VIEW (widget)->canvas, ZOOM_STEP);
}

static void
zoom_out_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  plx_graph_canvas_zoom (PLX_GRAPH_VIEW (widget)->canvas, 1 / ZOOM_STEP);
}

static void
fit_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  plx_graph_canvas_fit (PLX_GRAPH_VIEW (widget)->canvas);
}

static void
find_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  PlxGraphView *self = PLX_GRAPH_VIEW (widget);

  if (gtk_widget_get_mapped (GTK_WIDGET (self->find_button)))
    gtk_menu_button_popup (self->find_button);
}

static void
evidence_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  PlxGraphView *self = PLX_GRAPH_VIEW (widget);

  adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->inspector), GTK_DIR_TAB_FORWARD);
}

static void
focus_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  PlxGraphView *self = PLX_GRAPH_VIEW (widget);

  plx_graph_canvas_focus_on (self->canvas, plx_graph_canvas_get_node (self->canvas),
                             g_str_equal (action, "graph.focus") ? 1 : 2);
  plx_graph_view_tell (self);
}

static void
expand_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  PlxGraphView *self = PLX_GRAPH_VIEW (widget);

  plx_graph_canvas_expand (self->canvas, plx_graph_canvas_get_node (self->canvas));
  plx_graph_view_tell (self);
}

static void
select_near_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  plx_graph_canvas_select_near (PLX_GRAPH_VIEW (widget)->canvas);
}

static void
pin_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  plx_graph_view_keep_places (PLX_GRAPH_VIEW (widget), g_str_equal (action, "graph.pin"));
}

static void
hide_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  plx_graph_view_keep_hidden (PLX_GRAPH_VIEW (widget), TRUE);
}

static void
show_all_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  PlxGraphView *self = PLX_GRAPH_VIEW (widget);

  plx_graph_canvas_focus_on (self->canvas, PLX_NONE, 0);
  plx_graph_view_keep_hidden (self, FALSE);
  plx_graph_view_tell (self);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (PlxGraphView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = plx_graph_saving_finish (result, &error);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  AdwToast *toast;

  if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED) ||
      self->session == NULL)
    return;

  if (file == NULL)
    {
      g_signal_emit_by_name (self->session, "failed", error);
      return;
    }

  name = g_file_get_basename (file);
  /* Translators: the name of a file */
  text = g_strdup_printf (_("Saved as “%s”"), name);
  toast = adw_toast_new (text);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * plx_graph_view_create_saving:
 * @self: a view that shows a graph
 *
 * Returns: (transfer full): the graph as it is seen, to be saved
 */
PlxGraphSaving *
plx_graph_view_create_saving (PlxGraphView *self)
{
  PlxGraphComparing *comparing = plx_graph_bar_get_comparing (self->bar);
  PlxGraphScene *scene = plx_graph_canvas_get_scene (self->canvas);
  PlxGraphSaving *saving = g_new0 (PlxGraphSaving, 1);
  PlxStory *story = plx_session_get_story (self->session);

  saving->analysis = plx_analysis_ref (self->analysis);
  saving->graph = plx_graph_copy (self->graph);
  saving->difference = self->difference != NULL ? plx_graph_difference_ref (self->difference)
                                                : NULL;
  saving->title = g_strdup (story != NULL ? plx_story_get_title (story) : _("Graph"));
  saving->here = plx_graph_comparing_dup_name (comparing, PLX_GRAPH_SIDE_HERE);
  saving->there = plx_graph_comparing_dup_name (comparing, PLX_GRAPH_SIDE_THERE);
  saving->hidden = g_new0 (guint8, scene->n + 1);

  /* As its nodes have been put since it was made. */
  for (guint i = 0; i < scene->n; i++)
    {
      PlxGraphNode *node = &g_array_index (saving->graph->nodes, PlxGraphNode, i);

      node->x = scene->at[i].x;
      node->y = scene->at[i].y;
      saving->hidden[i] = !plx_graph_scene_shows_node (scene, i);
    }

  return saving;
}

static void
stop_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  plx_graph_view_stop (PLX_GRAPH_VIEW (widget));
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  PlxGraphView *self = PLX_GRAPH_VIEW (widget);
  PlxGraphScene *scene = plx_graph_canvas_get_scene (self->canvas);
  PlxGraphFormat format;

  if (self->graph == NULL || scene == NULL || scene->graph != self->graph ||
      !plx_graph_format_from_name (g_variant_get_string (parameter, NULL), &format))
    return;

  plx_graph_saving_ask_async (plx_graph_view_create_saving (self), format,
                              GTK_WINDOW (gtk_widget_get_root (widget)), saved_cb,
                              g_object_ref (self));
}

/* What can be done with what is selected. */
void
plx_graph_view_update_actions (PlxGraphView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  PlxGraphScene *scene = plx_graph_canvas_get_scene (self->canvas);
  guint node = plx_graph_canvas_get_node (self->canvas);
  gboolean any = scene != NULL && plx_graph_scene_has_selection (scene);
  gboolean nodes = scene != NULL && scene->n_selected > 0;
  gboolean pinned = FALSE, loose = FALSE;

  for (guint i = 0; nodes && i < scene->n; i++)
    if (scene->flags[i] & PLX_GRAPH_SELECTED)
      {
        pinned |= (scene->flags[i] & PLX_GRAPH_PINNED) != 0;
        loose |= (scene->flags[i] & PLX_GRAPH_PINNED) == 0;
      }

  gtk_widget_action_set_enabled (widget, "graph.evidence", any);
  gtk_widget_action_set_enabled (widget, "graph.focus", node != PLX_NONE);
  gtk_widget_action_set_enabled (widget, "graph.focus-far", node != PLX_NONE);
  gtk_widget_action_set_enabled (widget, "graph.expand", node != PLX_NONE);
  gtk_widget_action_set_enabled (widget, "graph.select-near", nodes);
  gtk_widget_action_set_enabled (widget, "graph.pin", loose);
  gtk_widget_action_set_enabled (widget, "graph.unpin", pinned);
  gtk_widget_action_set_enabled (widget, "graph.hide", nodes);
  gtk_widget_action_set_enabled (widget, "graph.show-all",
                                 plx_graph_canvas_get_n_hidden (self->canvas) > 0);
}

static const struct
{
  guint            key;
  GdkModifierType  state;
  const char      *action;
} keys[] = {
  { GDK_KEY_plus, 0, "graph.zoom-in" }, { GDK_KEY_equal, 0, "graph.zoom-in" },
  { GDK_KEY_KP_Add, 0, "graph.zoom-in" }, { GDK_KEY_minus, 0, "graph.zoom-out" },
  { GDK_KEY_KP_Subtract, 0, "graph.zoom-out" }, { GDK_KEY_0, 0, "graph.fit" },
  { GDK_KEY_KP_0, 0, "graph.fit" },
  { GDK_KEY_plus, GDK_CONTROL_MASK, "graph.zoom-in" },
  { GDK_KEY_equal, GDK_CONTROL_MASK, "graph.zoom-in" },
  { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "graph.zoom-in" },
  { GDK_KEY_minus, GDK_CONTROL_MASK, "graph.zoom-out" },
  { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "graph.zoom-out" },
  { GDK_KEY_0, GDK_CONTROL_MASK, "graph.fit" }, { GDK_KEY_KP_0, GDK_CONTROL_MASK, "graph.fit" },
  { GDK_KEY_slash, 0, "graph.find" }, { GDK_KEY_e, 0, "graph.expand" },
  { GDK_KEY_n, 0, "graph.select-near" }, { GDK_KEY_p, 0, "graph.pin" },
  { GDK_KEY_u, 0, "graph.unpin" }, { GDK_KEY_h, 0, "graph.hide" },
  { GDK_KEY_Delete, 0, "graph.hide" }, { GDK_KEY_a, 0, "graph.show-all" },
  { GDK_KEY_g, 0, "graph.groups" }, { GDK_KEY_l, 0, "graph.lasso" },
  { GDK_KEY_f, 0, "graph.focus" }, { GDK_KEY_f, GDK_SHIFT_MASK, "graph.focus-far" },
};

static void
bind_keys (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].state, keys[i].action,
                                         NULL);
}

/* A key whose action cannot be done now would go on to the window, which begins to search. */
static gboolean
key_pressed_cb (PlxGraphView    *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  const GdkModifierType held = state & gtk_accelerator_get_default_mod_mask ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == gdk_keyval_to_lower (key) && keys[i].state == held)
      {
        if (!gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, NULL))
          gtk_widget_error_bell (GTK_WIDGET (self));
        return GDK_EVENT_STOP;
      }

  return GDK_EVENT_PROPAGATE;
}

/**
 * plx_graph_view_follow_keys:
 * @self: a view that is being made
 *
 * Lets no key of the view mean anything else as long as the view has the focus.
 */
void
plx_graph_view_follow_keys (PlxGraphView *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* Makes the actions of the view and binds their keys. */
void
plx_graph_view_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char                  *name;
    const char                  *type;
    GtkWidgetActionActivateFunc  activate;
  } actions[] = {
    { "graph.zoom-in", NULL, zoom_in_cb }, { "graph.zoom-out", NULL, zoom_out_cb },
    { "graph.fit", NULL, fit_cb }, { "graph.find", NULL, find_cb },
    { "graph.evidence", NULL, evidence_cb }, { "graph.focus", NULL, focus_cb },
    { "graph.focus-far", NULL, focus_cb },
    { "graph.expand", NULL, expand_cb }, { "graph.select-near", NULL, select_near_cb },
    { "graph.pin", NULL, pin_cb }, { "graph.unpin", NULL, pin_cb },
    { "graph.hide", NULL, hide_cb }, { "graph.show-all", NULL, show_all_cb },
    { "graph.save", "s", save_cb }, { "graph.stop", NULL, stop_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type,
                                     actions[i].activate);
  gtk_widget_class_install_property_action (widget_class, "graph.groups", "groups");
  gtk_widget_class_install_property_action (widget_class, "graph.lasso", "lasso");
  gtk_widget_class_install_property_action (widget_class, "graph.size-by", "size-by");
  bind_keys (widget_class);
}
