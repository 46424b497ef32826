/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet-articles-dialog"

#include "config.h"

#include "sheet/plx-sheet-articles-dialog.h"

#include "filter/plx-check-row.h"

/* As many sources as are found without looking for them. */
#define FEW 10

/**
 * PlxSheetArticlesDialog:
 *
 * Asks which articles of a story are wanted for something on its sheet. What is chosen holds at
 * once, as it does in a panel.
 *
 * Signals: `chosen (GStrv digests)`: the user has chosen other ones; `NULL` means all.
 */
struct _PlxSheetArticlesDialog
{
  AdwDialog   parent_instance;

  guint       n_rows;
  gboolean    is_updating; /* what changes now is not the user's doing */

  GtkListBox *list;
  GtkWidget  *search;
  GtkWidget  *all_button;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxSheetArticlesDialog, plx_sheet_articles_dialog, ADW_TYPE_DIALOG)

static PlxCheckRow *
get_row (PlxSheetArticlesDialog *self,
         guint                   i)
{
  return PLX_CHECK_ROW (gtk_list_box_get_row_at_index (self->list, i));
}

static gboolean
update_button (PlxSheetArticlesDialog *self)
{
  gboolean all = TRUE;

  for (guint i = 0; i < self->n_rows && all; i++)
    all = plx_check_row_is_active (get_row (self, i));
  gtk_widget_set_sensitive (self->all_button, !all);

  return all;
}

static void
toggled_cb (PlxSheetArticlesDialog *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) digests = NULL;

  if (self->is_updating)
    return;

  for (guint i = 0; i < self->n_rows; i++)
    if (plx_check_row_is_active (get_row (self, i)))
      g_strv_builder_add (builder, plx_check_row_get_id (get_row (self, i)));
  if (!update_button (self))
    digests = g_strv_builder_end (builder);

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, digests);
}

static void
all_clicked_cb (PlxSheetArticlesDialog *self)
{
  self->is_updating = TRUE;
  for (guint i = 0; i < self->n_rows; i++)
    plx_check_row_set_active (get_row (self, i), TRUE);
  self->is_updating = FALSE;

  toggled_cb (self);
}

static void
search_changed_cb (PlxSheetArticlesDialog *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));

  for (guint i = 0; i < self->n_rows; i++)
    gtk_widget_set_visible (GTK_WIDGET (get_row (self, i)),
                            plx_check_row_matches (get_row (self, i), words));
}

static void
plx_sheet_articles_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_SHEET_ARTICLES_DIALOG);

  G_OBJECT_CLASS (plx_sheet_articles_dialog_parent_class)->dispose (object);
}

static void
plx_sheet_articles_dialog_class_init (PlxSheetArticlesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_sheet_articles_dialog_dispose;

  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRV);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX
                                               "/ui/plx-sheet-articles-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxSheetArticlesDialog, list);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetArticlesDialog, search);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetArticlesDialog, all_button);
  gtk_widget_class_bind_template_callback (widget_class, all_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
plx_sheet_articles_dialog_init (PlxSheetArticlesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (self->search, FALSE);
  gtk_widget_set_sensitive (self->all_button, FALSE);
}

/**
 * plx_sheet_articles_dialog_new:
 * @title: what they are wanted for
 *
 * Returns: (transfer floating): a dialog without articles
 */
AdwDialog *
plx_sheet_articles_dialog_new (const char *title)
{
  return g_object_new (PLX_TYPE_SHEET_ARTICLES_DIALOG, "title", title, NULL);
}

/**
 * plx_sheet_articles_dialog_add:
 * @self: a dialog
 * @digest: of an article
 * @source: what it is called
 * @is_chosen: whether it is wanted now
 */
void
plx_sheet_articles_dialog_add (PlxSheetArticlesDialog *self,
                               const char             *digest,
                               const char             *source,
                               gboolean                is_chosen)
{
  GtkWidget *row;

  g_return_if_fail (PLX_IS_SHEET_ARTICLES_DIALOG (self));

  row = plx_check_row_new (digest, source, NULL, is_chosen);
  gtk_list_box_append (self->list, row);
  g_signal_connect_object (row, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  self->n_rows++;
  gtk_widget_set_visible (self->search, self->n_rows > FEW);
  update_button (self);
}
