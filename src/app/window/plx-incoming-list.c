/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-incoming-list"

#include "config.h"

#include "window/plx-incoming-list.h"

#include <string.h>

/**
 * PlxIncomingList:
 *
 * Shows the articles of an import while the rest of it is read.
 *
 * Its model is what [class@Importer] calls `incoming`.
 */
struct _PlxIncomingList
{
  AdwBin        parent_instance;

  GSignalGroup *group;
};

typedef enum
{
  PROP_INCOMING = 1,
} PlxIncomingListProperty;

static GParamSpec *props[PROP_INCOMING + 1];

G_DEFINE_FINAL_TYPE (PlxIncomingList, plx_incoming_list, ADW_TYPE_BIN)

static char *
format_title (GtkListItem *item,
              const char  *text)
{
  /* Rows are recycled: one may have no item. */
  return text != NULL ? g_strndup (text, strcspn (text, "\n")) : NULL;
}

static char *
format_outlet (GtkListItem *item,
               const char  *text)
{
  const char *outlet = text != NULL ? strchr (text, '\n') : NULL;

  return g_strdup (outlet != NULL ? outlet + 1 : "");
}

static gboolean
has_outlet (GtkListItem *item,
            const char  *text)
{
  return text != NULL && strchr (text, '\n') != NULL;
}

static void
update_page (PlxIncomingList *self)
{
  g_autoptr (GListModel) incoming = g_signal_group_dup_target (self->group);
  gboolean some = incoming != NULL && g_list_model_get_n_items (incoming) > 0;

  gtk_stack_set_visible_child_name (GTK_STACK (adw_bin_get_child (ADW_BIN (self))),
                                    some ? "some" : "none");
}

static void
plx_incoming_list_dispose (GObject *object)
{
  PlxIncomingList *self = PLX_INCOMING_LIST (object);

  g_clear_object (&self->group);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_INCOMING_LIST);

  G_OBJECT_CLASS (plx_incoming_list_parent_class)->dispose (object);
}

static void
plx_incoming_list_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  PlxIncomingList *self = PLX_INCOMING_LIST (object);

  switch ((PlxIncomingListProperty) prop_id)
    {
    case PROP_INCOMING:
      g_value_take_object (value, g_signal_group_dup_target (self->group));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_incoming_list_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch ((PlxIncomingListProperty) prop_id)
    {
    case PROP_INCOMING:
      plx_incoming_list_set_incoming (PLX_INCOMING_LIST (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_incoming_list_class_init (PlxIncomingListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_incoming_list_dispose;
  object_class->get_property = plx_incoming_list_get_property;
  object_class->set_property = plx_incoming_list_set_property;

  props[PROP_INCOMING] =
    g_param_spec_object ("incoming", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-incoming-list.ui");
  gtk_widget_class_bind_template_callback (widget_class, format_title);
  gtk_widget_class_bind_template_callback (widget_class, format_outlet);
  gtk_widget_class_bind_template_callback (widget_class, has_outlet);
}

static void
plx_incoming_list_init (PlxIncomingList *self)
{
  self->group = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->group, "items-changed", G_CALLBACK (update_page), self);

  gtk_widget_init_template (GTK_WIDGET (self));
}

void
plx_incoming_list_set_incoming (PlxIncomingList *self,
                                GListModel      *incoming)
{
  g_return_if_fail (PLX_IS_INCOMING_LIST (self));
  g_return_if_fail (incoming == NULL || G_IS_LIST_MODEL (incoming));

  g_signal_group_set_target (self->group, incoming);
  update_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_INCOMING]);
}
