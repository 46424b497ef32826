/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-history-list"

#include "config.h"

#include "kept/plx-history-list.h"

#include "kept/plx-when.h"

struct _PlxHistoryList
{
  GObject     parent_instance;

  GPtrArray  *changes; /* PlxChange; never NULL */
  GHashTable *items;   /* gint64 to PlxChangeItem: those that somebody has asked for */
};

static const PlxChange *
get_change (PlxHistoryList *self,
            guint           position)
{
  return g_ptr_array_index (self->changes, position);
}

static GType
plx_history_list_get_item_type (GListModel *model)
{
  return PLX_TYPE_CHANGE_ITEM;
}

static guint
plx_history_list_get_n_items (GListModel *model)
{
  return PLX_HISTORY_LIST (model)->changes->len;
}

/* Changes are undone from the newest on: the first that is not is the last that counts. */
static gboolean
is_current (PlxHistoryList *self,
            guint           position)
{
  return !get_change (self, position)->undone &&
         (position == 0 || get_change (self, position - 1)->undone);
}

static gpointer
plx_history_list_get_item (GListModel *model,
                           guint       position)
{
  PlxHistoryList *self = PLX_HISTORY_LIST (model);
  PlxChangeItem *item;

  if (position >= self->changes->len)
    return NULL;

  item = g_hash_table_lookup (self->items, &get_change (self, position)->id);
  if (item == NULL)
    {
      const PlxChange *change = get_change (self, position);

      item = plx_change_item_new (change);
      plx_change_item_set_state (item, change->undone, is_current (self, position));
      g_hash_table_insert (self->items, g_memdup2 (&change->id, sizeof change->id), item);
    }

  return g_object_ref (item);
}

static void
init_list (GListModelInterface *iface)
{
  iface->get_item_type = plx_history_list_get_item_type;
  iface->get_n_items = plx_history_list_get_n_items;
  iface->get_item = plx_history_list_get_item;
}

static void
plx_history_list_get_section (GtkSectionModel *model,
                              guint            position,
                              guint           *start,
                              guint           *end)
{
  PlxHistoryList *self = PLX_HISTORY_LIST (model);
  gint day;

  if (position >= self->changes->len)
    {
      *start = self->changes->len;
      *end = G_MAXUINT;
      return;
    }

  day = plx_when_get_day (get_change (self, position)->at);
  *start = position;
  *end = position + 1;
  while (*start > 0 && plx_when_get_day (get_change (self, *start - 1)->at) == day)
    (*start)--;
  while (*end < self->changes->len && plx_when_get_day (get_change (self, *end)->at) == day)
    (*end)++;
}

static void
init_sections (GtkSectionModelInterface *iface)
{
  iface->get_section = plx_history_list_get_section;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PlxHistoryList, plx_history_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, init_sections))

static void
plx_history_list_finalize (GObject *object)
{
  PlxHistoryList *self = PLX_HISTORY_LIST (object);

  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_hash_table_unref);

  G_OBJECT_CLASS (plx_history_list_parent_class)->finalize (object);
}

static void
plx_history_list_class_init (PlxHistoryListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_history_list_finalize;
}

static void
plx_history_list_init (PlxHistoryList *self)
{
  self->changes = g_ptr_array_new ();
  self->items = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
}

/**
 * plx_history_list_new:
 *
 * Returns: (transfer full): a list of nothing
 */
PlxHistoryList *
plx_history_list_new (void)
{
  return g_object_new (PLX_TYPE_HISTORY_LIST, NULL);
}

static gboolean
is_same (GPtrArray *a,
         guint      in_a,
         GPtrArray *b,
         guint      in_b)
{
  const PlxChange *one = g_ptr_array_index (a, in_a), *other = g_ptr_array_index (b, in_b);

  return one->id == other->id && g_str_equal (one->label, other->label);
}

static void
update_items (PlxHistoryList *self)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      const PlxChange *change = get_change (self, i);
      PlxChangeItem *item = g_hash_table_lookup (self->items, &change->id);

      if (item != NULL)
        plx_change_item_set_state (item, change->undone, is_current (self, i));
    }
}

/**
 * plx_history_list_take:
 * @self: a list
 * @changes: (element-type PlxChange): what it is to list, the newest first
 *
 * Lists other changes. Where only what is undone has changed, the list stays as it is, and so does
 * the place that the user looks at.
 */
void
plx_history_list_take (PlxHistoryList *self,
                       GPtrArray      *changes)
{
  g_autoptr (GPtrArray) old = NULL;
  guint start = 0, end = 0;

  g_return_if_fail (PLX_IS_HISTORY_LIST (self));

  old = g_steal_pointer (&self->changes);
  self->changes = g_ptr_array_ref (changes);

  while (start < MIN (old->len, changes->len) && is_same (old, start, changes, start))
    start++;
  while (end < MIN (old->len, changes->len) - start &&
         is_same (old, old->len - 1 - end, changes, changes->len - 1 - end))
    end++;

  for (guint i = start; i < old->len - end; i++)
    g_hash_table_remove (self->items, &((PlxChange *) g_ptr_array_index (old, i))->id);
  update_items (self);
  if (start < MAX (old->len, changes->len) - end)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end,
                                changes->len - start - end);
}
