/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-receipt"

#include "config.h"

#include "read/plx-receipt.h"

#include <glib/gi18n.h>

#include "read/plx-read-labels.h"
#include "read/plx-receipt-item.h"

/**
 * PlxReceipt:
 *
 * The receipt of an article: all that was cut, by reason, in how many words, and where it stood.
 *
 * Signals: `block-activated (guint block)`, when one of the lines is asked for.
 */
struct _PlxReceipt
{
  AdwBin           parent_instance;

  GtkLabel        *summary;
  GtkStack        *stack;
  GtkListView     *list;
  GtkCustomSorter *sorter;
  GListModel      *items; /* a GListStore */
};

enum
{
  SIGNAL_BLOCK_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxReceipt, plx_receipt, ADW_TYPE_BIN)

static int
compare_groups (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  guint group_a = plx_receipt_item_get_group (PLX_RECEIPT_ITEM ((gpointer) a));
  guint group_b = plx_receipt_item_get_group (PLX_RECEIPT_ITEM ((gpointer) b));

  return (group_a > group_b) - (group_a < group_b);
}

static void
activate_cb (PlxReceipt *self,
             guint       position)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list));
  g_autoptr (PlxReceiptItem) item = g_list_model_get_item (model, position);

  if (item != NULL)
    g_signal_emit (self, signals[SIGNAL_BLOCK_ACTIVATED], 0, plx_receipt_item_get_block (item));
}

static void
setup_header_cb (PlxReceipt    *self,
                 GtkListHeader *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_list_header_set_child (header, label);
}

static void
bind_header_cb (PlxReceipt    *self,
                GtkListHeader *header)
{
  PlxReceiptItem *first = gtk_list_header_get_item (header);
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list));
  guint start = gtk_list_header_get_start (header);
  guint end = gtk_list_header_get_end (header);
  g_autofree char *title = plx_receipt_item_dup_title (first);
  g_autofree char *words = NULL;
  g_autofree char *bold = g_markup_printf_escaped ("<b>%s</b>", title);
  g_autofree char *text = NULL;
  guint n_words = 0;

  for (guint i = start; i < end; i++)
    {
      g_autoptr (PlxReceiptItem) item = g_list_model_get_item (model, i);

      n_words += plx_receipt_item_get_words (item);
    }

  words = g_strdup_printf (ngettext ("%'u word", "%'u words", n_words), n_words);
  /* Translators: %1$s is such as “Newsletter”, %2$u paragraphs of it, %3$s is such as “40 words” */
  text = g_strdup_printf (ngettext ("%1$s · %2$u paragraph, %3$s", "%1$s · %2$u paragraphs, %3$s",
                                    end - start), bold, end - start, words);
  gtk_label_set_markup (GTK_LABEL (gtk_list_header_get_child (header)), text);
}

static void
plx_receipt_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_RECEIPT);

  G_OBJECT_CLASS (plx_receipt_parent_class)->dispose (object);
}

static void
plx_receipt_class_init (PlxReceiptClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_receipt_dispose;

  signals[SIGNAL_BLOCK_ACTIVATED] =
    g_signal_new ("block-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (PLX_TYPE_RECEIPT_ITEM);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-receipt.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxReceipt, summary);
  gtk_widget_class_bind_template_child (widget_class, PlxReceipt, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxReceipt, list);
  gtk_widget_class_bind_template_child (widget_class, PlxReceipt, sorter);
  gtk_widget_class_bind_template_child (widget_class, PlxReceipt, items);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_header_cb);
}

static void
plx_receipt_init (PlxReceipt *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_custom_sorter_set_sort_func (self->sorter, compare_groups, NULL, NULL);
}

/**
 * plx_receipt_show:
 * @self: a receipt
 * @session: a session
 * @article: the place of the article to be shown
 *
 * Shows what was cut of an article.
 */
void
plx_receipt_show (PlxReceipt *self,
                  PlxSession *session,
                  guint       article)
{
  PlxArticle *item = plx_session_find_article (session, article);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *summary = NULL;
  PlxDocument *document;

  g_return_if_fail (PLX_IS_RECEIPT (self));

  if (item == NULL)
    return;

  document = plx_article_get_document (item);
  for (guint i = 0; i < plx_document_get_n_blocks (document); i++)
    {
      const PlxBlockSpan *span = plx_document_get_block (document, i);

      if (!span->kept ||
          (span->decider != PLX_DECIDER_READER && span->found_reason != PLX_CUT_NONE))
        g_ptr_array_add (items, plx_receipt_item_new (document, i));
    }

  summary = plx_read_label_count (document);
  gtk_label_set_label (self->summary, summary);
  g_list_store_splice (G_LIST_STORE (self->items), 0, g_list_model_get_n_items (self->items),
                       items->pdata, items->len);
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "cut" : "nothing");
}
