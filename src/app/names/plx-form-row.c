/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-form-row"

#include "config.h"

#include "names/plx-form-row.h"

#include <glib/gi18n.h>

#include "window/plx-labels.h"

/**
 * PlxFormRow:
 *
 * One way in which a name is written, how often, and the way to each such place.
 *
 * Signals: `step (int by)`: the next such place is asked for, or with -1 the one before.
 */
struct _PlxFormRow
{
  GtkListBoxRow  parent_instance;

  GArray        *places; /* of PlxFormPlace */

  GtkLabel      *surface;
  GtkLabel      *form;
  GtkLabel      *count;
  GtkMenuButton *more;
};

enum
{
  SIGNAL_STEP,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxFormRow, plx_form_row, GTK_TYPE_LIST_BOX_ROW)

static void
previous_clicked_cb (PlxFormRow *self)
{
  g_signal_emit (self, signals[SIGNAL_STEP], 0, -1);
}

static void
next_clicked_cb (PlxFormRow *self)
{
  g_signal_emit (self, signals[SIGNAL_STEP], 0, 1);
}

/* Here it is this form that is no name, and not all of them. */
static gboolean
delete_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  return gtk_widget_activate_action (widget, "name.reject-form", "s",
                                     gtk_label_get_label (PLX_FORM_ROW (widget)->surface));
}

static void
plx_form_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_FORM_ROW);

  G_OBJECT_CLASS (plx_form_row_parent_class)->dispose (object);
}

static void
plx_form_row_finalize (GObject *object)
{
  PlxFormRow *self = PLX_FORM_ROW (object);

  g_clear_pointer (&self->places, g_array_unref);

  G_OBJECT_CLASS (plx_form_row_parent_class)->finalize (object);
}

static void
plx_form_row_class_init (PlxFormRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_form_row_dispose;
  object_class->finalize = plx_form_row_finalize;

  signals[SIGNAL_STEP] =
    g_signal_new ("step", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, delete_cb, NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-form-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxFormRow, surface);
  gtk_widget_class_bind_template_child (widget_class, PlxFormRow, form);
  gtk_widget_class_bind_template_child (widget_class, PlxFormRow, count);
  gtk_widget_class_bind_template_child (widget_class, PlxFormRow, more);
  gtk_widget_class_bind_template_callback (widget_class, previous_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
}

static void
plx_form_row_init (PlxFormRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GMenuModel *
make_menu (const char *surface,
           gboolean    can_split)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = can_split ? 0 : 1; i < 2; i++)
    {
      g_autoptr (GMenuItem) item = NULL;

      item = g_menu_item_new (i == 0 ? _("_Split Off") : _("_Not a Name"), NULL);
      g_menu_item_set_action_and_target (item, i == 0 ? "name.split-form" : "name.reject-form",
                                         "s", surface);
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/**
 * plx_form_row_new:
 * @form: a form of a name
 * @can_split: whether it can be made a name of its own
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
plx_form_row_new (PlxWrittenForm *form,
                  gboolean        can_split)
{
  PlxFormRow *self = g_object_new (PLX_TYPE_FORM_ROW, NULL);
  const char *words = plx_label_form (form->form);
  g_autofree char *count = g_strdup_printf ("%u", form->places->len);
  g_autofree char *mentions = NULL;
  g_autoptr (GMenuModel) menu = make_menu (form->surface, can_split);
  g_autofree char *label = NULL;

  self->places = g_array_ref (form->places);
  gtk_label_set_label (self->surface, form->surface);
  plx_label_follow (self->surface, form->surface);
  gtk_label_set_label (self->form, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->form), words != NULL);
  gtk_label_set_label (self->count, count);
  gtk_menu_button_set_menu_model (self->more, menu);

  mentions = g_strdup_printf (ngettext ("%u mention", "%u mentions", form->places->len),
                              form->places->len);
  label = g_strjoin (", ", form->surface, mentions, words, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}

/**
 * plx_form_row_get_places:
 * @self: a row
 *
 * Returns: (transfer none) (element-type PlxFormPlace): where it is written so
 */
GArray *
plx_form_row_get_places (PlxFormRow *self)
{
  g_return_val_if_fail (PLX_IS_FORM_ROW (self), NULL);

  return self->places;
}
