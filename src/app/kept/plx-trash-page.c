/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-trash-page"

#include "config.h"

#include "kept/plx-trash-page.h"

#include <glib/gi18n.h>

#include "kept/plx-trash-item.h"
#include "library/plx-library-trash.h"

/**
 * PlxTrashPage:
 *
 * What is in the trash, to be brought back or deleted for ever.
 *
 * Actions: `trash.restore` and `trash.delete` (*Delete*) on what has the focus, `trash.empty`. It
 * emits `failed` of the session where something could not be done, and `changed` where it can be
 * undone.
 */
struct _PlxTrashPage
{
  AdwBin              parent_instance;

  PlxSession         *session;     /* nullable */
  GListStore         *items;       /* PlxTrashItem */
  GCancellable       *cancellable; /* cancelled when it is disposed of */

  GtkStack           *stack;
  GtkListView        *list;
  GtkSingleSelection *selection;
};

typedef enum
{
  PROP_SESSION = 1,
} PlxTrashPageProperty;

static GParamSpec *props[PROP_SESSION + 1];

G_DEFINE_FINAL_TYPE (PlxTrashPage, plx_trash_page, ADW_TYPE_BIN)

static PlxLibrary *
get_library (PlxTrashPage *self)
{
  return self->session != NULL ? plx_session_get_library (self->session) : NULL;
}

static void
show_items (PlxTrashPage *self,
            GPtrArray    *trashed)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < trashed->len; i++)
    g_ptr_array_add (items, plx_trash_item_new (trashed->pdata[i]));

  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "items" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "trash.empty", items->len > 0);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (PlxTrashPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) trashed =
    plx_library_list_trash_finish (PLX_LIBRARY (object), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (trashed != NULL)
    show_items (self, trashed);
  else
    g_signal_emit_by_name (self->session, "failed", error);
}

static void
refresh (PlxTrashPage *self)
{
  if (get_library (self) != NULL)
    plx_library_list_trash_async (get_library (self), self->cancellable, listed_cb,
                                  g_object_ref (self));
}

static GArray *
one_id (gint64 id)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (id != 0)
    g_array_append_val (ids, id);

  return ids;
}

static void
restored_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (PlxSession) session = user_data;
  g_autoptr (GError) error = NULL;

  if (plx_library_change_finish (PLX_LIBRARY (object), result, &error))
    g_signal_emit_by_name (session, "changed", _("Restored"), NULL);
  else
    g_signal_emit_by_name (session, "failed", error);
}

static void
restore (PlxTrashPage *self,
         PlxTrashItem *item)
{
  g_autoptr (GArray) stories = one_id (plx_trash_item_get_story (item));
  g_autoptr (GArray) articles = one_id (plx_trash_item_get_article (item));

  plx_library_untrash_async (get_library (self), stories, articles, restored_cb,
                             g_object_ref (self->session));
}

/* What is to be deleted, while the user is asked. */
typedef struct
{
  PlxTrashPage *page;
  GArray       *stories;  /* nullable: all of the trash */
  GArray       *articles; /* nullable as they are */
} Purge;

static void
purge_free (Purge *self)
{
  g_object_unref (self->page);
  g_clear_pointer (&self->stories, g_array_unref);
  g_clear_pointer (&self->articles, g_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Purge, purge_free)

static void
purged_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (PlxSession) session = user_data;
  g_autoptr (GError) error = NULL;

  if (!plx_library_change_finish (PLX_LIBRARY (object), result, &error))
    g_signal_emit_by_name (session, "failed", error);
}

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Purge) asked = user_data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (object), result);

  if (g_str_equal (answer, "delete") && get_library (asked->page) != NULL)
    plx_library_purge_async (get_library (asked->page), asked->stories, asked->articles,
                             purged_cb, g_object_ref (asked->page->session));
}

static char *
describe_purge (const PlxPurge *weighed)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *stories = NULL;
  g_autofree char *articles = NULL;

  stories = g_strdup_printf (ngettext ("%u story", "%u stories", weighed->n_stories),
                             weighed->n_stories);
  articles = g_strdup_printf (ngettext ("%u article", "%u articles", weighed->n_articles),
                              weighed->n_articles);
  if (weighed->n_stories > 0 && weighed->n_articles > 0)
    /* Translators: %1$s is such as “2 stories”, %2$s such as “5 articles” */
    g_string_append_printf (text, _("%1$s and %2$s will be deleted with all that was noted on "
                                    "them. This cannot be undone."), stories, articles);
  else
    /* Translators: %s is such as “5 articles” */
    g_string_append_printf (text, _("%s will be deleted with all that was noted on it. This "
                                    "cannot be undone."),
                            weighed->n_stories > 0 ? stories : articles);

  if (weighed->n_changes > 0)
    {
      g_string_append (text, "\n\n");
      g_string_append_printf (text, ngettext (
        /* Translators: %1$u is a number of changes, %2$s the last of them */
        "The history up to “%2$s” will be forgotten: %1$u change can no longer be undone.",
        "The history up to “%2$s” will be forgotten: %1$u changes can no longer be undone.",
        weighed->n_changes), weighed->n_changes, weighed->label);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
weighed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Purge) asked = user_data;
  PlxTrashPage *self = asked->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxPurge) weighed =
    plx_library_weigh_purge_finish (PLX_LIBRARY (object), result, &error);
  g_autofree char *body = NULL;
  AdwAlertDialog *dialog;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (weighed == NULL)
    {
      g_signal_emit_by_name (self->session, "failed", error);
      return;
    }

  body = describe_purge (weighed);
  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (asked->stories == NULL
                                                     ? _("Empty the Trash?")
                                                     : _("Delete Forever?"), body));
  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "delete",
                                  asked->stories == NULL ? _("_Empty Trash")
                                                         : _("_Delete Forever"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "cancel");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (self), self->cancellable, answered_cb,
                           g_steal_pointer (&asked));
}

static void
ask (PlxTrashPage *self,
     PlxTrashItem *item)
{
  Purge *asked = g_new0 (Purge, 1);

  asked->page = g_object_ref (self);
  if (item != NULL)
    {
      asked->stories = one_id (plx_trash_item_get_story (item));
      asked->articles = one_id (plx_trash_item_get_article (item));
    }
  plx_library_weigh_purge_async (get_library (self), asked->stories, asked->articles,
                                 self->cancellable, weighed_cb, asked);
}

static void
restore_clicked_cb (GtkListItem *list_item,
                    GtkButton   *button)
{
  PlxTrashPage *self =
    PLX_TRASH_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (button), PLX_TYPE_TRASH_PAGE));

  restore (self, gtk_list_item_get_item (list_item));
}

static void
delete_clicked_cb (GtkListItem *list_item,
                   GtkButton   *button)
{
  PlxTrashPage *self =
    PLX_TRASH_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (button), PLX_TYPE_TRASH_PAGE));

  ask (self, gtk_list_item_get_item (list_item));
}

static void
restore_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  PlxTrashPage *self = PLX_TRASH_PAGE (widget);
  PlxTrashItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item != NULL)
    restore (self, item);
}

static void
delete_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  PlxTrashPage *self = PLX_TRASH_PAGE (widget);
  PlxTrashItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item != NULL)
    ask (self, item);
}

static void
empty_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  ask (PLX_TRASH_PAGE (widget), NULL);
}

static void
set_session (PlxTrashPage *self,
             PlxSession   *session)
{
  if (!g_set_object (&self->session, session))
    return;

  if (get_library (self) != NULL)
    g_signal_connect_object (get_library (self), "trash-changed", G_CALLBACK (refresh), self,
                             G_CONNECT_SWAPPED);
  refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}

static void
plx_trash_page_dispose (GObject *object)
{
  PlxTrashPage *self = PLX_TRASH_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_TRASH_PAGE);
  g_clear_object (&self->items);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plx_trash_page_parent_class)->dispose (object);
}

static void
plx_trash_page_finalize (GObject *object)
{
  PlxTrashPage *self = PLX_TRASH_PAGE (object);

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (plx_trash_page_parent_class)->finalize (object);
}

static void
plx_trash_page_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  PlxTrashPage *self = PLX_TRASH_PAGE (object);

  switch ((PlxTrashPageProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_trash_page_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  PlxTrashPage *self = PLX_TRASH_PAGE (object);

  switch ((PlxTrashPageProperty) prop_id)
    {
    case PROP_SESSION:
      set_session (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_trash_page_class_init (PlxTrashPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_trash_page_dispose;
  object_class->finalize = plx_trash_page_finalize;
  object_class->get_property = plx_trash_page_get_property;
  object_class->set_property = plx_trash_page_set_property;

  props[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, PLX_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (PLX_TYPE_TRASH_ITEM);

  gtk_widget_class_install_action (widget_class, "trash.restore", NULL, restore_cb);
  gtk_widget_class_install_action (widget_class, "trash.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "trash.empty", NULL, empty_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "trash.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "trash.delete", NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-trash-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxTrashPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxTrashPage, list);
  gtk_widget_class_bind_template_child (widget_class, PlxTrashPage, selection);
  gtk_widget_class_bind_template_callback (widget_class, restore_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_clicked_cb);
}

static void
plx_trash_page_init (PlxTrashPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->items = g_list_store_new (PLX_TYPE_TRASH_ITEM);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->items));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "trash.empty", FALSE);
}
