/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-naming-row"

#include "config.h"

#include "names/plx-naming-row.h"

#include <glib/gi18n.h>

#include "names/plx-naming-words.h"

/**
 * PlxNamingRow:
 *
 * What the user has said of a name, and how far that reaches.
 *
 * Signals: `take-back ()`.
 */
struct _PlxNamingRow
{
  GtkListBoxRow  parent_instance;

  PlxNaming     *naming;

  GtkLabel      *title;
  GtkLabel      *where;
  GtkWidget     *take_back;
};

enum
{
  SIGNAL_TAKE_BACK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxNamingRow, plx_naming_row, GTK_TYPE_LIST_BOX_ROW)

static void
take_back_clicked_cb (PlxNamingRow *self)
{
  g_signal_emit (self, signals[SIGNAL_TAKE_BACK], 0);
}

static gboolean
plx_naming_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PLX_NAMING_ROW (widget)->take_back);
}

static void
plx_naming_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_NAMING_ROW);

  G_OBJECT_CLASS (plx_naming_row_parent_class)->dispose (object);
}

static void
plx_naming_row_finalize (GObject *object)
{
  g_clear_pointer (&PLX_NAMING_ROW (object)->naming, plx_naming_free);

  G_OBJECT_CLASS (plx_naming_row_parent_class)->finalize (object);
}

static void
plx_naming_row_class_init (PlxNamingRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_naming_row_dispose;
  object_class->finalize = plx_naming_row_finalize;

  widget_class->grab_focus = plx_naming_row_grab_focus;

  signals[SIGNAL_TAKE_BACK] =
    g_signal_new ("take-back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Delete, 0, "take-back", NULL);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_KP_Delete, 0, "take-back", NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-naming-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxNamingRow, title);
  gtk_widget_class_bind_template_child (widget_class, PlxNamingRow, where);
  gtk_widget_class_bind_template_child (widget_class, PlxNamingRow, take_back);
  gtk_widget_class_bind_template_callback (widget_class, take_back_clicked_cb);
}

static void
plx_naming_row_init (PlxNamingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plx_naming_row_new:
 * @naming: a naming of the library
 * @session: a session on it
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
plx_naming_row_new (const PlxNaming *naming,
                    PlxSession      *session)
{
  PlxNamingRow *self = g_object_new (PLX_TYPE_NAMING_ROW, NULL);
  g_autofree char *title = plx_naming_dup_title (naming);
  g_autofree char *where = plx_naming_dup_where (naming, session);
  g_autofree char *label = NULL;

  self->naming = plx_naming_copy (naming);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->where, where);
  /* Translators: %s is what the user has said of a name, such as “Putin” is a name */
  label = g_strdup_printf (_("Take back: %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->take_back),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}

/**
 * plx_naming_row_get_naming:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
PlxNaming *
plx_naming_row_get_naming (PlxNamingRow *self)
{
  g_return_val_if_fail (PLX_IS_NAMING_ROW (self), NULL);

  return self->naming;
}
