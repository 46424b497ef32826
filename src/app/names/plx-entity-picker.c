/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-entity-picker"

#include "config.h"

#include "names/plx-entity-picker.h"

#include "names/plx-name-row.h"

/**
 * PlxEntityPicker:
 *
 * A list of the names of the story, from which one is chosen by typing some of it.
 *
 * Signals: `selected ()`, when another is chosen; `activated ()`, when that is to be taken.
 */
struct _PlxEntityPicker
{
  AdwBin              parent_instance;

  GtkEditable        *search_entry;
  GtkStack           *stack;
  GtkListView        *list;
  GtkSingleSelection *selection;
  GtkCustomFilter    *filter;
  GListModel         *items; /* a GListStore */
};

enum
{
  SIGNAL_SELECTED,
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxEntityPicker, plx_entity_picker, ADW_TYPE_BIN)

static gboolean
is_wanted (gpointer item,
           gpointer user_data)
{
  PlxEntityPicker *self = user_data;

  return plx_name_item_matches (item, gtk_editable_get_text (self->search_entry));
}

static void
search_changed_cb (PlxEntityPicker *self)
{
  gboolean searching = *gtk_editable_get_text (self->search_entry) != '\0';
  guint n;

  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "names" : "none");

  /* Who types the beginning of a name and presses Enter means the first. */
  if (searching && n > 0)
    gtk_single_selection_set_selected (self->selection, 0);
}

static void
activate_cb (PlxEntityPicker *self)
{
  if (gtk_single_selection_get_selected_item (self->selection) != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
stop_search_cb (PlxEntityPicker *self)
{
  /* Escape empties the search first, and closes what it is in only then. */
  if (*gtk_editable_get_text (self->search_entry) != '\0')
    gtk_editable_set_text (self->search_entry, "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "window.close", NULL);
}

static void
selected_cb (PlxEntityPicker *self)
{
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0);
}

static void
plx_entity_picker_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_ENTITY_PICKER);

  G_OBJECT_CLASS (plx_entity_picker_parent_class)->dispose (object);
}

static void
plx_entity_picker_class_init (PlxEntityPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_entity_picker_dispose;

  signals[SIGNAL_SELECTED] =
    g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATED] =
    g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (PLX_TYPE_NAME_ITEM);
  g_type_ensure (PLX_TYPE_NAME_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-entity-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxEntityPicker, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityPicker, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityPicker, list);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityPicker, selection);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityPicker, filter);
  gtk_widget_class_bind_template_child (widget_class, PlxEntityPicker, items);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
plx_entity_picker_init (PlxEntityPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_custom_filter_set_filter_func (self->filter, is_wanted, self, NULL);
}

static gboolean
contains (GArray *entities,
          guint   entity)
{
  for (guint i = 0; entities != NULL && i < entities->len; i++)
    if (g_array_index (entities, guint32, i) == entity)
      return TRUE;

  return FALSE;
}

/* Whether a name has a word of some other, which makes it likely to be the one looked for. */
static gboolean
shares_word (PlxNameItem *item,
             char       **words)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (g_utf8_strlen (words[i], -1) > 2 && plx_name_item_matches (item, words[i]))
      return TRUE;

  return FALSE;
}

/**
 * plx_entity_picker_fill:
 * @self: a picker
 * @session: a session
 * @excluded: (nullable) (element-type guint32): entities that are not offered
 * @like: (nullable): words; names that have one of them come first
 *
 * Offers the names of the open story, the most mentioned first.
 */
void
plx_entity_picker_fill (PlxEntityPicker *self,
                        PlxSession      *session,
                        GArray          *excluded,
                        const char      *like)
{
  g_autoptr (GPtrArray) all = plx_name_items_new (session);
  g_auto (GStrv) words = like != NULL ? g_str_tokenize_and_fold (like, NULL, NULL) : NULL;
  g_autoptr (GPtrArray) offered = g_ptr_array_new ();
  guint n_alike = 0;

  g_return_if_fail (PLX_IS_ENTITY_PICKER (self));

  for (guint i = 0; i < all->len; i++)
    {
      PlxNameItem *item = all->pdata[i];

      if (contains (excluded, plx_name_item_get_entity (item)))
        continue;

      if (shares_word (item, words))
        g_ptr_array_insert (offered, n_alike++, item);
      else
        g_ptr_array_add (offered, item);
    }

  g_list_store_splice (G_LIST_STORE (self->items), 0, g_list_model_get_n_items (self->items),
                       offered->pdata, offered->len);
  search_changed_cb (self);
}

/**
 * plx_entity_picker_get_entry:
 * @self: a picker
 *
 * Returns: (transfer none): where one types
 */
GtkEditable *
plx_entity_picker_get_entry (PlxEntityPicker *self)
{
  g_return_val_if_fail (PLX_IS_ENTITY_PICKER (self), NULL);

  return self->search_entry;
}

/**
 * plx_entity_picker_get_selected:
 * @self: a picker
 *
 * Returns: (transfer none) (nullable): the name that is chosen
 */
PlxNameItem *
plx_entity_picker_get_selected (PlxEntityPicker *self)
{
  g_return_val_if_fail (PLX_IS_ENTITY_PICKER (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}
