/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-namings-dialog"

#include "config.h"

#include "names/plx-namings-dialog.h"

#include "names/plx-find-entry.h"
#include "names/plx-mender.h"
#include "names/plx-naming-words.h"

/**
 * PlxNamingsDialog:
 *
 * Lists all that the user has said of names, in whichever story, to be taken back again.
 */
struct _PlxNamingsDialog
{
  AdwDialog     parent_instance;

  PlxMender    *mender;      /* nullable once it was closed */
  GCancellable *cancellable; /* of what is being asked, or NULL */

  GtkWidget    *bar;
  GtkEditable  *search_entry;
  GtkDropDown  *order;
  GtkStack     *stack;
  GtkListBox   *list;
};

typedef enum
{
  ORDER_NEWEST,
  ORDER_NAME,
  ORDER_REACH,
} Order;

G_DEFINE_FINAL_TYPE (PlxNamingsDialog, plx_namings_dialog, ADW_TYPE_DIALOG)

static gboolean
filter_row_cb (GtkListBoxRow *row,
               gpointer       user_data)
{
  PlxNamingsDialog *self = user_data;

  return plx_naming_matches (plx_said_row_get_said (PLX_SAID_ROW (row)),
                             gtk_editable_get_text (self->search_entry));
}

static int
sort_rows_cb (GtkListBoxRow *row_a,
              GtkListBoxRow *row_b,
              gpointer       user_data)
{
  PlxNamingsDialog *self = user_data;
  const PlxNaming *a = plx_said_row_get_said (PLX_SAID_ROW (row_a));
  const PlxNaming *b = plx_said_row_get_said (PLX_SAID_ROW (row_b));
  int result = 0;

  switch ((Order) gtk_drop_down_get_selected (self->order))
    {
    case ORDER_NAME:
      result = g_utf8_collate (a->surface, b->surface);
      break;

    case ORDER_REACH:
      result = (int) b->scope - (int) a->scope;
      break;

    case ORDER_NEWEST:
    default:
      break;
    }

  return result != 0 ? result : (a->id < b->id) - (a->id > b->id);
}

static void
search_changed_cb (PlxNamingsDialog *self)
{
  gtk_list_box_invalidate_filter (self->list);
}

static void
stop_search_cb (PlxNamingsDialog *self)
{
  if (*gtk_editable_get_text (self->search_entry) != '\0')
    gtk_editable_set_text (self->search_entry, "");
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static void
order_changed_cb (PlxNamingsDialog *self)
{
  if (self->list != NULL)
    gtk_list_box_invalidate_sort (self->list);
}

static void
take_back_cb (PlxNamingsDialog *self,
              PlxSaidRow       *row)
{
  g_autoptr (GPtrArray) namings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_naming_free);

  g_ptr_array_add (namings, plx_naming_copy (plx_said_row_get_said (row)));
  plx_mender_take_back (self->mender, namings);
}

/* Who takes back one after the other with the keys goes on where the last one was. */
static void
restore_focus (PlxNamingsDialog *self,
               int               index,
               int               n)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, MIN (index, n - 1));

  if (index >= 0 && row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
show (PlxNamingsDialog *self,
      GPtrArray        *namings)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  int index = focus != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;

  /* A window moves the keys away by itself, and late, when what has them goes. */
  if (index >= 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < namings->len; i++)
    {
      GtkWidget *row = plx_naming_new_row (namings->pdata[i],
                                           plx_mender_get_session (self->mender));

      g_signal_connect_object (row, "take-back", G_CALLBACK (take_back_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, row);
    }

  gtk_widget_set_visible (self->bar, namings->len > 0);
  gtk_stack_set_visible_child_name (self->stack, namings->len > 0 ? "namings" : "none");
  restore_focus (self, index, namings->len);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (PlxNamingsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) namings = NULL;

  namings = plx_library_list_said_finish (PLX_LIBRARY (object), result, &error);

  /* It was closed meanwhile. */
  if (self->mender == NULL)
    return;

  if (namings != NULL)
    show (self, namings);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit_by_name (plx_mender_get_session (self->mender), "failed", error);
}

static void
refresh (PlxNamingsDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  plx_library_list_said_async (plx_session_get_library (plx_mender_get_session (self->mender)),
                               PLX_SAYING_NAMING, NULL, self->cancellable, listed_cb,
                               g_object_ref (self));
}

static void
plx_namings_dialog_dispose (GObject *object)
{
  PlxNamingsDialog *self = PLX_NAMINGS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->mender);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_NAMINGS_DIALOG);

  G_OBJECT_CLASS (plx_namings_dialog_parent_class)->dispose (object);
}

static void
plx_namings_dialog_class_init (PlxNamingsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_namings_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-namings-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxNamingsDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, PlxNamingsDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PlxNamingsDialog, order);
  gtk_widget_class_bind_template_child (widget_class, PlxNamingsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxNamingsDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_changed_cb);

  /* As in the window, which a dialog keeps from the keys. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
}

static void
plx_namings_dialog_init (PlxNamingsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, filter_row_cb, self, NULL);
  gtk_list_box_set_sort_func (self->list, sort_rows_cb, self, NULL);
  plx_find_entry_follow (self->search_entry, GTK_WIDGET (self));
}

/**
 * plx_namings_dialog_new:
 * @session: a session with a library
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
plx_namings_dialog_new (PlxSession *session)
{
  PlxNamingsDialog *self = g_object_new (PLX_TYPE_NAMINGS_DIALOG, NULL);

  self->mender = plx_mender_new (session);
  g_signal_connect_object (plx_session_get_library (session), "namings-changed",
                           G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);

  return ADW_DIALOG (self);
}
