/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-matrix-bar"

#include "config.h"

#include "compare/plx-matrix-bar.h"

#include <glib/gi18n.h>

#include "compare/plx-matrix-menus.h"

/**
 * PlxMatrixBar:
 *
 * How the matrix is arranged, and how to arrange it otherwise: the order of its rows, which
 * columns and which claims are shown. Where there is little room it is one button.
 */
struct _PlxMatrixBar
{
  AdwBin            parent_instance;

  PlxMatrix        *matrix;  /* nullable while the view is being built */
  GSignalGroup     *signals; /* of matrix */
  gboolean          narrow;

  GtkToggleButton  *singles;
  GtkMenuButton    *sort;
  AdwButtonContent *sort_content;
  GtkMenuButton    *columns;
  AdwButtonContent *columns_content;
  GtkMenuButton    *more;
};

typedef enum
{
  PROP_MATRIX = 1,
  PROP_NARROW,
} PlxMatrixBarProperty;

static GParamSpec *props[PROP_NARROW + 1];

G_DEFINE_FINAL_TYPE (PlxMatrixBar, plx_matrix_bar, ADW_TYPE_BIN)

static char *
dup_order (PlxArrangement     *arrangement,
           const char * const *sources)
{
  switch (plx_arrangement_get_order (arrangement))
    {
    case PLX_ROW_ORDER_ARTICLE:
      /* Translators: the claims stand in the order in which an article tells them */
      return g_strdup_printf (_("As in %s"), sources[plx_arrangement_get_order_of (arrangement)]);

    case PLX_ROW_ORDER_DIFFERENCE:
      return g_strdup (_("Differences First"));

    case PLX_ROW_ORDER_AGREEMENT:
    default:
      return NULL;
    }
}

/* A label only tells what is not as it is at first. */
static void
show_sort (PlxMatrixBar   *self,
           PlxArrangement *arrangement)
{
  g_autofree char *order = dup_order (arrangement, plx_matrix_get_sources (self->matrix));
  /* Translators: the order of the claims follows, such as “Most Sources First” */
  g_autofree char *tooltip = g_strdup_printf (_("Order of the Claims: %s"),
                                              order != NULL ? order : _("Most Sources First"));

  adw_button_content_set_label (self->sort_content, order != NULL ? order : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->sort), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sort), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tooltip, -1);
}

static void
show_columns (PlxMatrixBar   *self,
              PlxArrangement *arrangement)
{
  guint n = plx_arrangement_get_n_columns (arrangement);
  guint n_offered = plx_arrangement_get_n_offered (arrangement);
  /* Translators: how many of the columns are shown: “4 of 5” */
  g_autofree char *some = g_strdup_printf (_("%u of %u"), n, n_offered);
  /* Translators: how many of the columns are shown: “4 of 5 columns” */
  g_autofree char *tooltip = g_strdup_printf (ngettext ("%u of %u column", "%u of %u columns",
                                                        n_offered), n, n_offered);

  adw_button_content_set_label (self->columns_content, n < n_offered ? some : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->columns), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->columns), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tooltip, -1);
}

static void
show_singles (PlxMatrixBar *self)
{
  guint n_single = plx_matrix_get_n_single (self->matrix);
  /* Translators: on a button; how many claims only one source makes */
  g_autofree char *label = g_strdup_printf (_("Only One Source: %u"), n_single);

  gtk_button_set_label (GTK_BUTTON (self->singles), label);
  gtk_widget_set_visible (GTK_WIDGET (self->singles), n_single > 0 && !self->narrow);
}

static void
refresh (PlxMatrixBar *self)
{
  PlxArrangement *arrangement;

  if (self->matrix == NULL)
    return;
  arrangement = plx_matrix_get_arrangement (self->matrix);
  if (arrangement == NULL)
    return;

  show_sort (self, arrangement);
  show_columns (self, arrangement);
  show_singles (self);
}

static void
sort_cb (GtkMenuButton *button,
         gpointer       data)
{
  PlxMatrixBar *self = data;
  g_autoptr (GMenuModel) menu =
    plx_matrix_menus_new_sort (plx_matrix_get_arrangement (self->matrix),
                               plx_matrix_get_sources (self->matrix));

  gtk_menu_button_set_menu_model (button, menu);
}

static void
columns_cb (GtkMenuButton *button,
            gpointer       data)
{
  PlxMatrixBar *self = data;
  g_autoptr (GMenuModel) menu =
    plx_matrix_menus_new_columns (plx_matrix_get_arrangement (self->matrix),
                                  plx_matrix_get_sources (self->matrix));

  gtk_menu_button_set_menu_model (button, menu);
}

static GMenuModel *
new_more (PlxMatrixBar *self)
{
  PlxArrangement *arrangement = plx_matrix_get_arrangement (self->matrix);
  const char * const *sources = plx_matrix_get_sources (self->matrix);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) fold = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();

  g_menu_append (fold, _("Unfold All"), "matrix.unfold-all");
  g_menu_append (fold, _("Fold All"), "matrix.fold-all");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (fold));

  if (self->narrow)
    {
      g_autoptr (GMenuModel) sort = plx_matrix_menus_new_sort (arrangement, sources);
      g_autoptr (GMenuModel) columns = plx_matrix_menus_new_columns (arrangement, sources);

      g_menu_append (rest, _("What Only One Source Says"), "matrix.singles");
      g_menu_append_submenu (rest, _("Order of the Claims"), sort);
      g_menu_append_submenu (rest, _("Sources"), columns);
      g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
    }

  return G_MENU_MODEL (menu);
}

static void
more_cb (GtkMenuButton *button,
         gpointer       data)
{
  g_autoptr (GMenuModel) menu = new_more (data);

  gtk_menu_button_set_menu_model (button, menu);
}

static void
plx_matrix_bar_dispose (GObject *object)
{
  PlxMatrixBar *self = PLX_MATRIX_BAR (object);

  if (self->sort != NULL)
    {
      gtk_menu_button_set_create_popup_func (self->sort, NULL, NULL, NULL);
      gtk_menu_button_set_create_popup_func (self->columns, NULL, NULL, NULL);
      gtk_menu_button_set_create_popup_func (self->more, NULL, NULL, NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_MATRIX_BAR);
  g_clear_object (&self->signals);
  g_clear_object (&self->matrix);

  G_OBJECT_CLASS (plx_matrix_bar_parent_class)->dispose (object);
}

static void
plx_matrix_bar_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  PlxMatrixBar *self = PLX_MATRIX_BAR (object);

  switch ((PlxMatrixBarProperty) prop_id)
    {
    case PROP_MATRIX:
      g_value_set_object (value, self->matrix);
      break;

    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_matrix_bar_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  PlxMatrixBar *self = PLX_MATRIX_BAR (object);

  switch ((PlxMatrixBarProperty) prop_id)
    {
    case PROP_MATRIX:
      if (!g_set_object (&self->matrix, g_value_get_object (value)))
        return;
      g_signal_group_set_target (self->signals, self->matrix);
      refresh (self);
      g_object_notify_by_pspec (object, props[PROP_MATRIX]);
      break;

    case PROP_NARROW:
      if (self->narrow == g_value_get_boolean (value))
        return;
      self->narrow = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, props[PROP_NARROW]);
      refresh (self);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_matrix_bar_class_init (PlxMatrixBarClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_matrix_bar_dispose;
  object_class->get_property = plx_matrix_bar_get_property;
  object_class->set_property = plx_matrix_bar_set_property;

  props[PROP_MATRIX] = g_param_spec_object ("matrix", NULL, NULL, PLX_TYPE_MATRIX, flags);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-matrix-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxMatrixBar, singles);
  gtk_widget_class_bind_template_child (widget_class, PlxMatrixBar, sort);
  gtk_widget_class_bind_template_child (widget_class, PlxMatrixBar, sort_content);
  gtk_widget_class_bind_template_child (widget_class, PlxMatrixBar, columns);
  gtk_widget_class_bind_template_child (widget_class, PlxMatrixBar, columns_content);
  gtk_widget_class_bind_template_child (widget_class, PlxMatrixBar, more);
}

static void
plx_matrix_bar_init (PlxMatrixBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_menu_button_set_create_popup_func (self->sort, sort_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->columns, columns_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->more, more_cb, self, NULL);

  self->signals = g_signal_group_new (PLX_TYPE_MATRIX);
  g_signal_group_connect_swapped (self->signals, "arranged", G_CALLBACK (refresh), self);
}
