/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-failures-dialog"

#include "config.h"

#include "window/plx-failures-dialog.h"

#include <glib/gi18n.h>

#include "window/plx-failure-item.h"
#include "window/plx-failure-words.h"

/* A list that fits on a screen needs no order but its own. */
#define MANY 8

/**
 * PlxFailuresDialog:
 *
 * Lists the files that did not come in, each with the reason; many by their reasons.
 *
 * The list can be copied as text (*Ctrl+C*). Where other files did come in, it offers to take them
 * out again.
 */
struct _PlxFailuresDialog
{
  AdwDialog         parent_instance;

  char             *text;

  AdwWindowTitle   *heading;
  AdwToastOverlay  *toasts;
  GtkListView      *list;
  GtkWidget        *foot;
  GtkLabel         *others;
  GtkWidget        *added_box;
  GtkLabel         *added;
};

G_DEFINE_FINAL_TYPE (PlxFailuresDialog, plx_failures_dialog, ADW_TYPE_DIALOG)

static char *
format_folder (GtkListItem *item,
               const char  *folder)
{
  /* Translators: %s is a folder, such as “Clippings/2023” */
  return folder != NULL ? g_strdup_printf (_("In %s"), folder) : NULL;
}

static gboolean
has_folder (GtkListItem *item,
            const char  *folder)
{
  return folder != NULL;
}

/* Under a heading that tells the reason, no row has to. */
static gboolean
is_ungrouped (GtkListItem    *item,
              PlxFailureItem *failure)
{
  return failure != NULL && !plx_failure_item_is_grouped (failure);
}

static void
copy_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlxFailuresDialog *self = PLX_FAILURES_DIALOG (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), self->text);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("The list was copied")));
}

static void
undo_clicked_cb (PlxFailuresDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.undo", NULL);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
bind_header_cb (PlxFailuresDialog *self,
                GtkListHeader     *header)
{
  PlxFailureItem *item = gtk_list_header_get_item (header);
  GtkWidget *label = gtk_list_header_get_child (header);
  g_autofree char *reason = NULL;
  g_autofree char *text = NULL;

  g_object_get (item, "reason", &reason, NULL);
  /* Translators: why files did not come in, and how many did not for that reason */
  text = g_strdup_printf (_("%s (%u)"), reason, gtk_list_header_get_n_items (header));
  gtk_label_set_label (GTK_LABEL (label), text);
}

static void
setup_header_cb (PlxFailuresDialog *self,
                 GtkListHeader     *header)
{
  gtk_list_header_set_child (header, g_object_new (GTK_TYPE_LABEL,
                                                   "xalign", 0.0f,
                                                   "wrap", TRUE,
                                                   "natural-wrap-mode", GTK_NATURAL_WRAP_NONE,
                                                   "css-classes",
                                                   (const char *[]) { "heading", NULL },
                                                   NULL));
}

/* The list puts its first row at the top, and the heading above that out of sight. */
static gboolean
show_first_heading_cb (GtkWidget     *list,
                       GdkFrameClock *clock,
                       gpointer       user_data)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));

  if (gtk_adjustment_get_upper (adjustment) <= 0)
    return G_SOURCE_CONTINUE;

  gtk_adjustment_set_value (adjustment, 0);

  return G_SOURCE_REMOVE;
}

/* Whoever has hundreds of failures looks for what they have in common. */
static void
group_by_reason (PlxFailuresDialog *self,
                 GtkSortListModel  *sorted)
{
  g_autoptr (GtkListItemFactory) headers = gtk_signal_list_item_factory_new ();
  GtkExpression *reason = gtk_property_expression_new (PLX_TYPE_FAILURE_ITEM, NULL, "reason");
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_string_sorter_new (reason));

  g_signal_connect_object (headers, "setup", G_CALLBACK (setup_header_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (headers, "bind", G_CALLBACK (bind_header_cb), self, G_CONNECT_SWAPPED);

  gtk_sort_list_model_set_section_sorter (sorted, sorter);
  gtk_list_view_set_header_factory (self->list, headers);
  gtk_widget_add_tick_callback (GTK_WIDGET (self->list), show_first_heading_cb, NULL, NULL);
}

static void
fill_list (PlxFailuresDialog *self,
           GPtrArray         *failures)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_full (failures->len, g_object_unref);
  GListStore *store = g_list_store_new (PLX_TYPE_FAILURE_ITEM);
  GtkSortListModel *sorted = gtk_sort_list_model_new (G_LIST_MODEL (store), NULL);
  g_autoptr (GtkSelectionModel) model = NULL;
  gboolean grouped = failures->len > MANY;

  for (guint i = 0; i < failures->len; i++)
    g_ptr_array_add (items, plx_failure_item_new (failures->pdata[i], grouped));
  g_list_store_splice (store, 0, 0, items->pdata, items->len);
  if (grouped)
    group_by_reason (self, sorted);

  model = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (sorted)));
  gtk_list_view_set_model (self->list, model);
}

static void
plx_failures_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_FAILURES_DIALOG);

  G_OBJECT_CLASS (plx_failures_dialog_parent_class)->dispose (object);
}

static void
plx_failures_dialog_finalize (GObject *object)
{
  PlxFailuresDialog *self = PLX_FAILURES_DIALOG (object);

  g_free (self->text);

  G_OBJECT_CLASS (plx_failures_dialog_parent_class)->finalize (object);
}

static void
plx_failures_dialog_class_init (PlxFailuresDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_failures_dialog_dispose;
  object_class->finalize = plx_failures_dialog_finalize;

  g_type_ensure (PLX_TYPE_FAILURE_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-failures-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxFailuresDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, PlxFailuresDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, PlxFailuresDialog, list);
  gtk_widget_class_bind_template_child (widget_class, PlxFailuresDialog, foot);
  gtk_widget_class_bind_template_child (widget_class, PlxFailuresDialog, others);
  gtk_widget_class_bind_template_child (widget_class, PlxFailuresDialog, added_box);
  gtk_widget_class_bind_template_child (widget_class, PlxFailuresDialog, added);
  gtk_widget_class_bind_template_callback (widget_class, format_folder);
  gtk_widget_class_bind_template_callback (widget_class, has_folder);
  gtk_widget_class_bind_template_callback (widget_class, is_ungrouped);
  gtk_widget_class_bind_template_callback (widget_class, undo_clicked_cb);

  gtk_widget_class_install_action (widget_class, "failures.copy", NULL, copy_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "failures.copy",
                                       NULL);
}

static void
plx_failures_dialog_init (PlxFailuresDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plx_failures_dialog_new:
 * @failures: (element-type PlxReadingFailure): what did not come in
 * @others: (nullable): what else there is to say of the folders, such as how many pictures were
 *   passed over
 * @added: (nullable): what did come in, such as “5 articles added”, where undo takes it back, else
 *   `NULL`
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
plx_failures_dialog_new (GPtrArray  *failures,
                         const char *others,
                         const char *added)
{
  PlxFailuresDialog *self = g_object_new (PLX_TYPE_FAILURES_DIALOG, NULL);
  g_autofree char *title = NULL;

  title = g_strdup_printf (ngettext ("%u file could not be read", "%u files could not be read",
                                     failures->len),
                           failures->len);
  adw_window_title_set_subtitle (self->heading, title);

  fill_list (self, failures);

  self->text = plx_failures_to_text (failures, others);
  gtk_label_set_label (self->others, others != NULL ? others : "");
  gtk_widget_set_visible (GTK_WIDGET (self->others), others != NULL);
  gtk_label_set_label (self->added, added != NULL ? added : "");
  gtk_widget_set_visible (self->added_box, added != NULL);
  gtk_widget_set_visible (self->foot, others != NULL || added != NULL);

  return ADW_DIALOG (self);
}
