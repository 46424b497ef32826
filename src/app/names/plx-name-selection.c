/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-name-selection"

#include "config.h"

#include "names/plx-name-selection.h"

#include "names/plx-name-item.h"

/* Which names of a list are selected, and how they stay so when the list is made anew. */

/**
 * plx_name_selection_list:
 * @model: a model of names
 *
 * Returns: (transfer full) (element-type PlxNameItem): those that are selected
 */
GPtrArray *
plx_name_selection_list (GtkSelectionModel *model)
{
  g_autoptr (GtkBitset) set = gtk_selection_model_get_selection (model);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint64 i = 0; i < gtk_bitset_get_size (set); i++)
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (model),
                                                   gtk_bitset_get_nth (set, i)));

  return items;
}

/**
 * plx_name_selection_get_first:
 * @model: a model of names
 *
 * Returns: the place of the first that is selected, or `GTK_INVALID_LIST_POSITION`
 */
guint
plx_name_selection_get_first (GtkSelectionModel *model)
{
  g_autoptr (GtkBitset) set = gtk_selection_model_get_selection (model);

  return gtk_bitset_is_empty (set) ? GTK_INVALID_LIST_POSITION : gtk_bitset_get_minimum (set);
}

/**
 * plx_name_selection_find:
 * @model: a model of names
 * @name: (nullable): what one is called
 *
 * Returns: its place, or `GTK_INVALID_LIST_POSITION`
 */
guint
plx_name_selection_find (GtkSelectionModel *model,
                         const char        *name)
{
  for (guint i = 0; name != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (PlxNameItem) item = g_list_model_get_item (G_LIST_MODEL (model), i);

      if (g_str_equal (plx_name_item_get_record (item)->name, name))
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/**
 * plx_name_selection_restore:
 * @model: a model of names
 * @selected: (element-type PlxNameItem): those that were selected in it
 * @expected: (nullable): what they may be called now
 * @first: the place of the first of them
 *
 * After a change the names are others, and some have gone into one: what is left of those that
 * were selected is selected again; or else what became of them; or else what is in their place.
 */
void
plx_name_selection_restore (GtkSelectionModel *model,
                            GPtrArray         *selected,
                            const char        *expected,
                            guint              first)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (model));
  g_autoptr (GtkBitset) set = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, n);
  guint position;

  for (guint i = 0; i < selected->len; i++)
    {
      position = plx_name_selection_find (model,
                                          plx_name_item_get_record (selected->pdata[i])->name);
      if (position != GTK_INVALID_LIST_POSITION)
        gtk_bitset_add (set, position);
    }

  if (gtk_bitset_is_empty (set) && selected->len > 0 && n > 0)
    {
      position = plx_name_selection_find (model, expected);
      gtk_bitset_add (set, position != GTK_INVALID_LIST_POSITION ? position : MIN (first, n - 1));
    }

  gtk_selection_model_set_selection (model, set, all);
}
