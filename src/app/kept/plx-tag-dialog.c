/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-tag-dialog"

#include "config.h"

#include "kept/plx-tag-dialog.h"

#include <string.h>

#include "kept/plx-tag-item.h"

/**
 * PlxTagDialog:
 *
 * Adds tags to articles or stories, and removes them. All tags that there are can be found by what
 * is typed; one that there is not can be added. A tag is marked where all of what is tagged has it.
 */
struct _PlxTagDialog
{
  AdwDialog           parent_instance;

  PlxSession         *session;
  PlxTagged           tagged;
  GArray             *ids;         /* gint64 */
  GListStore         *items;       /* PlxTagItem */
  GStrv               all;         /* nullable: not read yet */
  GCancellable       *cancellable; /* cancelled when it is disposed of */

  GtkEditable        *entry;
  GtkWidget          *add;
  GtkFilterListModel *shown;
};

G_DEFINE_FINAL_TYPE (PlxTagDialog, plx_tag_dialog, ADW_TYPE_DIALOG)

static PlxLibrary *
get_library (PlxTagDialog *self)
{
  return plx_session_get_library (self->session);
}

static void
tagged_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (PlxSession) session = user_data;
  g_autoptr (GError) error = NULL;

  if (!plx_library_change_finish (PLX_LIBRARY (object), result, &error))
    g_signal_emit_by_name (session, "failed", error);
}

static void
tag (PlxTagDialog *self,
     const char   *name,
     gboolean      add)
{
  plx_library_tag_async (get_library (self), self->tagged, self->ids, name, add, tagged_cb,
                         g_object_ref (self->session));
}

static void
active_notify_cb (PlxTagDialog *self,
                  GParamSpec   *pspec,
                  PlxTagItem   *item)
{
  tag (self, plx_tag_item_get_name (item), plx_tag_item_is_active (item));
}

static void
toggled_cb (GtkListItem    *list_item,
            GtkCheckButton *button)
{
  GObject *item = gtk_list_item_get_item (list_item);

  if (item != NULL)
    g_object_set (item, "active", gtk_check_button_get_active (button), NULL);
}

static void
show_tags (PlxTagDialog *self,
           GStrv         had)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; self->all[i] != NULL; i++)
    {
      PlxTagItem *item = plx_tag_item_new (self->all[i], g_strv_contains (
                                             (const char * const *) had, self->all[i]));

      g_signal_connect_object (item, "notify::active", G_CALLBACK (active_notify_cb), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (items, item);
    }

  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
}

/* Only what has changed is shown anew: who goes through the tags with the keys stays there. */
static gboolean
is_shown (PlxTagDialog *self,
          GStrv         had)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  if (n != g_strv_length (self->all))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxTagItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (!g_str_equal (plx_tag_item_get_name (item), self->all[i]) ||
          plx_tag_item_is_active (item) != g_strv_contains ((const char * const *) had,
                                                            self->all[i]))
        return FALSE;
    }

  return TRUE;
}

static void
had_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (PlxTagDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) had = plx_library_list_tags_finish (PLX_LIBRARY (object), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (had == NULL)
    g_signal_emit_by_name (self->session, "failed", error);
  else if (!is_shown (self, had))
    show_tags (self, had);
}

static void
all_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (PlxTagDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) all = plx_library_list_tags_finish (PLX_LIBRARY (object), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (all == NULL)
    {
      g_signal_emit_by_name (self->session, "failed", error);
      return;
    }

  g_strfreev (self->all);
  self->all = g_steal_pointer (&all);
  plx_library_list_tags_async (PLX_LIBRARY (object), self->tagged, self->ids, self->cancellable,
                               had_cb, g_object_ref (self));
}

static void
refresh (PlxTagDialog *self)
{
  plx_library_list_tags_async (get_library (self), self->tagged, NULL, self->cancellable, all_cb,
                               g_object_ref (self));
}

static char *
dup_name (PlxTagDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
}

static void
changed_cb (PlxTagDialog *self)
{
  g_autofree char *name = dup_name (self);

  gtk_widget_set_sensitive (self->add, *name != '\0');
}

static void
add_cb (PlxTagDialog *self)
{
  g_autofree char *name = dup_name (self);

  if (*name == '\0')
    return;

  tag (self, name, TRUE);
  gtk_editable_set_text (self->entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
plx_tag_dialog_dispose (GObject *object)
{
  PlxTagDialog *self = PLX_TAG_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_TAG_DIALOG);
  g_clear_object (&self->items);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plx_tag_dialog_parent_class)->dispose (object);
}

static void
plx_tag_dialog_finalize (GObject *object)
{
  PlxTagDialog *self = PLX_TAG_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->all, g_strfreev);

  G_OBJECT_CLASS (plx_tag_dialog_parent_class)->finalize (object);
}

static void
plx_tag_dialog_class_init (PlxTagDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_tag_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = plx_tag_dialog_finalize;

  g_type_ensure (PLX_TYPE_TAG_ITEM);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-tag-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxTagDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, PlxTagDialog, add);
  gtk_widget_class_bind_template_child (widget_class, PlxTagDialog, shown);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
plx_tag_dialog_init (PlxTagDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->items = g_list_store_new (PLX_TYPE_TAG_ITEM);
  gtk_filter_list_model_set_model (self->shown, G_LIST_MODEL (self->items));
}

/**
 * plx_tag_dialog_new:
 * @session: a session
 * @tagged: what @ids are
 * @ids: (element-type gint64): articles, or stories
 *
 * Returns: (transfer floating): a dialog for their tags
 */
AdwDialog *
plx_tag_dialog_new (PlxSession *session,
                    PlxTagged   tagged,
                    GArray     *ids)
{
  PlxTagDialog *self = g_object_new (PLX_TYPE_TAG_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->tagged = tagged;
  self->ids = g_array_copy (ids);
  g_signal_connect_object (get_library (self), "articles-changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);

  return ADW_DIALOG (self);
}
