/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-matrix"

#include "config.h"

#include "compare/plx-matrix.h"

#include "compare/plx-matrix-menus.h"
#include "compare/plx-matrix-private.h"

/* The context menu of a column, a claim or a sentence, opened by hand or by key. */

/* What a menu was opened on has the keys afterwards. */
static void
menu_closed_cb (PlxMatrix *self)
{
  if (self->pointed != NULL && gtk_widget_get_mapped (self->pointed))
    gtk_widget_grab_focus (self->pointed);
}

static void
keep_place (PlxMatrix *self,
            GtkWidget *widget)
{
  while (widget != GTK_WIDGET (self) && !gtk_widget_get_focusable (widget))
    widget = gtk_widget_get_parent (widget);

  g_set_weak_pointer (&self->pointed, widget != GTK_WIDGET (self) ? widget : NULL);
}

static gboolean
popup (PlxMatrix *self,
       GtkWidget *widget,
       double     x,
       double     y)
{
  g_autoptr (GMenuModel) menu = NULL;

  if (widget != NULL)
    menu = plx_matrix_menus_new_for (widget, self->arrangement);
  if (menu == NULL)
    return FALSE;

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  keep_place (self, widget);
  self->popover = gtk_popover_menu_new_from_model (menu);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (menu_closed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle) { x, y, 1, 1 });
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_popover_popup (GTK_POPOVER (self->popover));

  return TRUE;
}

/* Where a finger stayed. */
static void
long_pressed_cb (PlxMatrix  *self,
                 double      x,
                 double      y,
                 GtkGesture *gesture)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (popup (self, widget, x, y))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

/* Where the second button of the mouse was pressed. */
static void
pressed_cb (PlxMatrix  *self,
            int         n_press,
            double      x,
            double      y,
            GtkGesture *gesture)
{
  long_pressed_cb (self, x, y, gesture);
}

/* Of what has the focus. */
static void
menu_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  if (focus != NULL && gtk_widget_is_ancestor (focus, widget) &&
      gtk_widget_compute_bounds (focus, widget, &bounds))
    popup (PLX_MATRIX (widget), focus, bounds.origin.x + bounds.size.width / 2,
           CLAMP (bounds.origin.y + bounds.size.height / 2, 0, gtk_widget_get_height (widget)));
}

/**
 * plx_matrix_install_popup:
 * @widget_class: the class of the matrix, which has its template
 *
 * Installs all that opens the menu.
 */
void
plx_matrix_install_popup (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);
  gtk_widget_class_install_action (widget_class, "claims.menu", NULL, menu_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "claims.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "claims.menu",
                                       NULL);
}
