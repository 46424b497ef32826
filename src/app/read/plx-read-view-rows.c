/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-read-view"

#include "config.h"

#include "read/plx-read-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "names/plx-name-popover.h"
#include "names/plx-treat-dialog.h"
#include "read/plx-read-items.h"
#include "read/plx-read-text.h"
#include "read/plx-read-view-private.h"

/* The rows of an article: its paragraphs, and what was cut. Names in them open a popover, what was
 * cut unfolds, and words that are selected can be marked. */

/**
 * plx_read_view_find_row:
 * @self: a view
 *
 * Returns: (nullable): the row that has the keys; rows of a list stand between it and the view
 */
GtkWidget *
plx_read_view_find_row (PlxReadView *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, PLX_TYPE_BLOCK_ROW) : NULL;

  if (row == NULL && focus != NULL)
    row = gtk_widget_get_first_child (focus);

  return row != NULL && PLX_IS_BLOCK_ROW (row) ? row : NULL;
}

static void
details_requested_cb (PlxReadView *self,
                      guint        entity)
{
  plx_read_view_show_pane (self, "names");
  plx_names_pane_show (self->names, self->article);
  plx_names_pane_select (self->names, entity);
}

/* The keys go back to the name from which they came. */
static void
popover_closed_cb (PlxReadView *self)
{
  PlxReadItem *item = self->row != NULL ? plx_block_row_get_item (self->row) : NULL;

  if (item != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->row)) &&
      plx_read_item_get_article (item) == self->article &&
      self->shown == plx_session_get_analysis (self->session))
    plx_block_row_focus (self->row, self->mention);
  g_clear_weak_pointer (&self->row);
}

static void
name_activated_cb (PlxReadView *self,
                   guint        mention,
                   PlxBlockRow *row)
{
  GdkRectangle rectangle;

  if (self->shown != plx_session_get_analysis (self->session) ||
      plx_read_text_find_mention (self->session, self->article, mention) == PLX_NONE)
    return;

  if (self->popover == NULL)
    {
      self->popover = plx_name_popover_new (self->mender);
      g_signal_connect_object (self->popover, "details-requested",
                               G_CALLBACK (details_requested_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->popover, "closed", G_CALLBACK (popover_closed_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }

  g_set_weak_pointer (&self->row, row);
  self->mention = mention;
  plx_name_popover_show_mention (PLX_NAME_POPOVER (self->popover), self->article, mention);
  if (plx_block_row_locate (row, mention, GTK_WIDGET (self), &rectangle))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &rectangle);
  gtk_popover_popup (GTK_POPOVER (self->popover));

  /* Who came with the keys may go on with them. */
  gtk_popover_set_mnemonics_visible (GTK_POPOVER (self->popover),
                                     gtk_window_get_focus_visible (GTK_WINDOW (
                                       gtk_widget_get_root (GTK_WIDGET (self)))));
}

static void
set_fold_open (PlxReadView *self,
               PlxReadItem *fold,
               gboolean     open)
{
  g_autoptr (GPtrArray) items = open ? plx_read_items_new_cut (fold) : NULL;
  guint position;

  if (plx_read_item_is_open (fold) == open ||
      !g_list_store_find (G_LIST_STORE (self->items), fold, &position))
    return;

  g_list_store_splice (G_LIST_STORE (self->items), position + 1,
                       open ? 0 : plx_read_item_get_n_blocks (fold),
                       open ? items->pdata : NULL, open ? items->len : 0);
  plx_read_item_set_open (fold, open);
}

static void
fold_activated_cb (PlxReadView *self,
                   PlxBlockRow *row)
{
  PlxReadItem *fold = plx_block_row_get_item (row);

  set_fold_open (self, fold, !plx_read_item_is_open (fold));
}

/* Shows a block of the article, though it was cut. */
static void
block_activated_cb (PlxReadView *self,
                    guint        block)
{
  g_autoptr (PlxReadItem) item = NULL;
  guint position;

  if (!plx_read_items_find (self->items, block, &position))
    return;

  item = g_list_model_get_item (self->items, position);
  if (plx_read_item_get_kind (item) == PLX_READ_ITEM_FOLD)
    {
      set_fold_open (self, item, TRUE);
      plx_read_items_find (self->items, block, &position);
    }

  /* In a narrow view the pane lies over the text that was asked for. */
  if (adw_overlay_split_view_get_collapsed (self->split))
    adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
  gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_FOCUS, NULL);
}

static void
mark_requested_cb (PlxReadView *self,
                   guint        start,
                   guint        end)
{
  g_autoptr (GError) error = NULL;

  if (self->shown != plx_session_get_analysis (self->session))
    return;

  if (start < end)
    {
      adw_dialog_present (plx_treat_dialog_new_mark (self->mender, self->article, start, end),
                          GTK_WIDGET (self));
      return;
    }

  error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                               _("Select words in the text first"));
  g_signal_emit_by_name (self->session, "failed", error);
}

/* `read.cut` is `block.cut` of the row that has the keys. */
static void
row_action_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GtkWidget *row = plx_read_view_find_row (PLX_READ_VIEW (widget));
  g_autofree char *action = g_strconcat ("block.", strchr (action_name, '.') + 1, NULL);

  if (row != NULL)
    gtk_widget_activate_action (row, action, NULL);
  else if (g_str_equal (action_name, "read.mark"))
    mark_requested_cb (PLX_READ_VIEW (widget), 0, 0);
}

static void
setup_row_cb (PlxReadView *self,
              GtkListItem *list_item)
{
  GtkWidget *row = g_object_new (PLX_TYPE_BLOCK_ROW, NULL);

  g_signal_connect_object (row, "name-activated", G_CALLBACK (name_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "mark-requested", G_CALLBACK (mark_requested_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "fold-activated", G_CALLBACK (fold_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_row_cb (PlxReadView *self,
             GtkListItem *list_item)
{
  plx_block_row_set_item (PLX_BLOCK_ROW (gtk_list_item_get_child (list_item)),
                          gtk_list_item_get_item (list_item));
}

static void
unbind_row_cb (PlxReadView *self,
               GtkListItem *list_item)
{
  plx_block_row_set_item (PLX_BLOCK_ROW (gtk_list_item_get_child (list_item)), NULL);
}

/**
 * plx_read_view_install_rows:
 * @widget_class: the class of the view, which has its template
 *
 * Installs what rows call, and the actions on the row that has the keys.
 */
void
plx_read_view_install_rows (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, block_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);

  gtk_widget_class_install_action (widget_class, "read.mark", NULL, row_action_cb);
  gtk_widget_class_install_action (widget_class, "read.cut", NULL, row_action_cb);
  gtk_widget_class_install_action (widget_class, "read.put-back", NULL, row_action_cb);
  gtk_widget_class_install_action (widget_class, "read.always", NULL, row_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "read.cut", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, 0, "read.put-back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, GDK_SHIFT_MASK,
                                       "read.always", NULL);
}
