/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-source-head"

#include "config.h"

#include "compare/plx-source-head.h"

#include <glib/gi18n.h>

#include "compare/plx-matrix-menus.h"
#include "window/plx-labels.h"

/**
 * PlxSourceHead:
 *
 * The head of a column of the matrix: which article it is, of which day, and how many claims it
 * has. It can be dragged to another place, by its edge it is made wider or narrower, and it has a
 * menu with everything that can be done to the column.
 */
struct _PlxSourceHead
{
  AdwBin          parent_instance;

  PlxArrangement *arrangement; /* nullable until it shows something */
  guint           article;
  guint           column;

  GtkDropTarget  *drop;
  GtkImage       *pin;
  GtkLabel       *source;
  GtkLabel       *headline;
  GtkLabel       *day;
  GtkMenuButton  *menu;
  PlxColumnEdge  *edge;
};

G_DEFINE_FINAL_TYPE (PlxSourceHead, plx_source_head, ADW_TYPE_BIN)

static void
create_popup_cb (GtkMenuButton *button,
                 gpointer       data)
{
  PlxSourceHead *self = data;
  g_autoptr (GMenuModel) menu = plx_matrix_menus_new_head (self->arrangement, self->article);

  gtk_menu_button_set_menu_model (button, menu);
}

static void
menu_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  gtk_menu_button_popup (PLX_SOURCE_HEAD (widget)->menu);
}

static void
move_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  PlxSourceHead *self = PLX_SOURCE_HEAD (widget);
  int direction = g_variant_get_int32 (parameter);

  /* Left is where left is, whichever way the line runs. */
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    direction = -direction;

  if (plx_arrangement_can_move (self->arrangement, self->article, direction))
    plx_arrangement_move_by (self->arrangement, self->article, direction);
  else
    gtk_widget_error_bell (widget);
}

static void
resize_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  PlxSourceHead *self = PLX_SOURCE_HEAD (widget);
  gboolean wider = g_variant_get_int32 (parameter) > 0;

  /* The edge that moves is at the end of the line. */
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    wider = !wider;
  gtk_widget_activate_action (widget, wider ? "matrix.wider" : "matrix.narrower", "u",
                              self->article);
}

static GdkContentProvider *
drag_prepare_cb (PlxSourceHead *self,
                 double         x,
                 double         y)
{
  /* The base stands first. */
  if (self->article == plx_arrangement_get_base (self->arrangement))
    return NULL;

  return gdk_content_provider_new_typed (PLX_TYPE_SOURCE_HEAD, self);
}

static void
drag_begin_cb (PlxSourceHead *self,
               GdkDrag       *drag,
               GtkDragSource *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

/* Whether what is dropped comes to stand at the end of the line from here. */
static gboolean
is_after (PlxSourceHead *self,
          double         x)
{
  gboolean right = x > gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;

  return (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL) != right;
}

static void
drop_leave_cb (PlxSourceHead *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "plx-drop-before");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "plx-drop-after");
}

static GdkDragAction
drop_motion_cb (PlxSourceHead *self,
                double         x,
                double         y)
{
  drop_leave_cb (self);
  gtk_widget_add_css_class (GTK_WIDGET (self), is_after (self, x) ? "plx-drop-after"
                                                                  : "plx-drop-before");

  return GDK_ACTION_MOVE;
}

static gboolean
drop_cb (PlxSourceHead *self,
         const GValue  *value,
         double         x,
         double         y)
{
  PlxSourceHead *other = g_value_get_object (value);

  drop_leave_cb (self);
  if (other == NULL || other == self || other->arrangement != self->arrangement)
    return FALSE;

  plx_arrangement_move (self->arrangement, other->article, self->article, is_after (self, x));

  return TRUE;
}

static void
plx_source_head_dispose (GObject *object)
{
  PlxSourceHead *self = PLX_SOURCE_HEAD (object);

  if (self->menu != NULL)
    gtk_menu_button_set_create_popup_func (self->menu, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_SOURCE_HEAD);
  g_clear_object (&self->arrangement);

  G_OBJECT_CLASS (plx_source_head_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "head.menu", NULL, menu_cb);
  gtk_widget_class_install_action (widget_class, "head.move", "i", move_cb);
  gtk_widget_class_install_action (widget_class, "head.resize", "i", resize_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "head.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "head.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "head.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "head.menu",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_CONTROL_MASK, "head.move",
                                       "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_CONTROL_MASK, "head.move",
                                       "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "head.resize", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "head.resize", "i", 1);
}

static void
plx_source_head_class_init (PlxSourceHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (PLX_TYPE_COLUMN_EDGE);

  G_OBJECT_CLASS (klass)->dispose = plx_source_head_dispose;

  add_keys (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-source-head.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxSourceHead, drop);
  gtk_widget_class_bind_template_child (widget_class, PlxSourceHead, pin);
  gtk_widget_class_bind_template_child (widget_class, PlxSourceHead, source);
  gtk_widget_class_bind_template_child (widget_class, PlxSourceHead, headline);
  gtk_widget_class_bind_template_child (widget_class, PlxSourceHead, day);
  gtk_widget_class_bind_template_child (widget_class, PlxSourceHead, menu);
  gtk_widget_class_bind_template_child (widget_class, PlxSourceHead, edge);
  gtk_widget_class_bind_template_callback (widget_class, drag_prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_motion_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
}

static void
plx_source_head_init (PlxSourceHead *self)
{
  GType types[] = { PLX_TYPE_SOURCE_HEAD };

  gtk_widget_init_template (GTK_WIDGET (self));
  self->article = self->column = PLX_NONE;
  gtk_drop_target_set_gtypes (self->drop, types, G_N_ELEMENTS (types));
  gtk_menu_button_set_create_popup_func (self->menu, create_popup_cb, self, NULL);
}

GtkWidget *
plx_source_head_new (void)
{
  return g_object_new (PLX_TYPE_SOURCE_HEAD, NULL);
}

static void
show_sort (PlxSourceHead *self)
{
  gboolean is_order = plx_arrangement_get_order_of (self->arrangement) == self->article;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_SORT,
                                  is_order ? GTK_ACCESSIBLE_SORT_ASCENDING
                                           : GTK_ACCESSIBLE_SORT_NONE, -1);
}

static void
show_label (PlxSourceHead *self,
            const char    *source,
            const char    *note)
{
  gboolean is_base = plx_arrangement_get_base (self->arrangement) == self->article;
  g_autofree char *label = g_strdup_printf ("%s, %s%s%s", source, note, is_base ? ", " : "",
                                            /* Translators: said of the article that others are
                                             * laid beside */
                                            is_base ? _("the base") : "");

  gtk_widget_set_visible (GTK_WIDGET (self->pin), is_base);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_COL_INDEX,
                                  (int) self->column + 2, -1);
}

/**
 * plx_source_head_show:
 * @self: a head
 * @arrangement: how the matrix is arranged
 * @column: the column whose head it is
 * @document: the article in it
 * @source: what the article is called
 * @n_claims: how many claims it has
 */
void
plx_source_head_show (PlxSourceHead  *self,
                      PlxArrangement *arrangement,
                      guint           column,
                      PlxDocument    *document,
                      const char     *source,
                      guint           n_claims)
{
  PlxDay day = plx_document_get_day (document);
  const char *headline = document->fields[PLX_FIELD_HEADLINE];
  g_autofree char *date = day != 0 ? plx_label_day (day) : NULL;
  g_autofree char *claims = g_strdup_printf (ngettext ("%u claim", "%u claims", n_claims),
                                             n_claims);
  g_autofree char *note = NULL;

  g_return_if_fail (PLX_IS_SOURCE_HEAD (self));

  g_set_object (&self->arrangement, arrangement);
  self->column = column;
  self->article = plx_arrangement_get_column (arrangement, column);
  /* Translators: the day of an article, and how many claims it has: “30 August · 14 claims” */
  note = g_strdup_printf (_("%s · %s"), date != NULL ? date : _("No date"), claims);

  gtk_label_set_label (self->source, source);
  /* Without an outlet the headline may already stand above. */
  gtk_label_set_label (self->headline, headline != NULL ? headline : "");
  gtk_widget_set_visible (GTK_WIDGET (self->headline),
                          headline != NULL && plx_document_get_source_field (document) !=
                                              PLX_FIELD_HEADLINE);
  gtk_label_set_label (self->day, note);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), plx_document_get_title (document));
  show_label (self, source, note);
  show_sort (self);
}

guint
plx_source_head_get_article (PlxSourceHead *self)
{
  g_return_val_if_fail (PLX_IS_SOURCE_HEAD (self), PLX_NONE);

  return self->article;
}

guint
plx_source_head_get_column (PlxSourceHead *self)
{
  g_return_val_if_fail (PLX_IS_SOURCE_HEAD (self), PLX_NONE);

  return self->column;
}

/**
 * plx_source_head_get_edge:
 * @self: a head
 *
 * Returns: (transfer none): what its column is made wider and narrower by
 */
PlxColumnEdge *
plx_source_head_get_edge (PlxSourceHead *self)
{
  g_return_val_if_fail (PLX_IS_SOURCE_HEAD (self), NULL);

  return self->edge;
}
