/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-names-pane"

#include "config.h"

#include "names/plx-names-pane.h"

#include "names/plx-name-item.h"
#include "names/plx-name-row.h"
#include "names/plx-name-selection.h"
#include "names/plx-names-pane-private.h"

/* The rows of the list of names: what they show, what can be dropped on them, and their menu. */

/* The menu opens on what is under the hand: on all that is selected where that is among it. */
static void
open_menu (PlxNamesPane *self,
           GtkWidget    *row,
           double        x,
           double        y)
{
  graphene_point_t point;

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (self->row_menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }

  if (!gtk_widget_compute_point (row, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (x, y), &point))
    return;

  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle) { .x = point.x, .y = point.y,
                                                 .width = 1, .height = 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_requested_cb (PlxNamesPane *self,
                   double        x,
                   double        y,
                   PlxNameRow   *row)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->selection);
  const PlxEntityRecord *record = plx_name_item_get_record (plx_name_row_get_item (row));
  guint position = plx_name_selection_find (model, record->name);

  if (position != GTK_INVALID_LIST_POSITION && !gtk_selection_model_is_selected (model, position))
    gtk_selection_model_select_item (model, position, TRUE);
  open_menu (self, GTK_WIDGET (row), x, y);
}

/* A name that was dropped on another becomes one with it. */
static void
name_dropped_cb (PlxNamesPane *self,
                 PlxNameItem  *dropped,
                 PlxNameRow   *row)
{
  g_autoptr (PlxNameTarget) target = NULL;
  PlxFormPlace place = { .article = self->article, .mention = PLX_NONE };
  guint kept = plx_name_item_get_entity (plx_name_row_get_item (row));

  if (self->shown != plx_session_get_analysis (plx_mender_get_session (self->mender)) ||
      plx_name_item_get_entity (dropped) == kept)
    return;

  target = plx_name_target_new (self->shown, place);
  plx_name_target_add (target, kept);
  plx_name_target_add (target, plx_name_item_get_entity (dropped));
  plx_mender_merge (self->mender, target, kept);
}

static void
setup_row_cb (PlxNamesPane *self,
              GtkListItem  *list_item)
{
  GtkWidget *row = plx_name_row_new ();

  plx_name_row_add_hand (PLX_NAME_ROW (row));
  g_signal_connect_object (row, "menu-requested", G_CALLBACK (menu_requested_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "name-dropped", G_CALLBACK (name_dropped_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_row_cb (PlxNamesPane *self,
             GtkListItem  *list_item)
{
  PlxNameItem *item = gtk_list_item_get_item (list_item);
  g_autofree char *label = NULL;

  g_object_get (item, "label", &label, NULL);
  gtk_list_item_set_accessible_label (list_item, label);
  plx_name_row_set_item (PLX_NAME_ROW (gtk_list_item_get_child (list_item)), item);
}

static void
unbind_row_cb (PlxNamesPane *self,
               GtkListItem  *list_item)
{
  plx_name_row_set_item (PLX_NAME_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
menu_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlxNamesPane *self = PLX_NAMES_PANE (widget);
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->selection);
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  if (row != NULL && plx_name_selection_get_first (model) != GTK_INVALID_LIST_POSITION)
    open_menu (self, row, gtk_widget_get_width (row) / 2.0, gtk_widget_get_height (row));
}

/**
 * plx_names_pane_install_rows:
 * @widget_class: the class of the pane, which has its template
 *
 * Installs what rows call, and the action that opens their menu.
 */
void
plx_names_pane_install_rows (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
  gtk_widget_class_install_action (widget_class, "names.menu", NULL, menu_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "names.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "names.menu",
                                       NULL);
}
