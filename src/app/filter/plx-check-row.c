/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-check-row"

#include "config.h"

#include "filter/plx-check-row.h"

/**
 * PlxCheckRow:
 *
 * A line of a list of which any number may be checked.
 *
 * Emits `toggled` when the user checks or unchecks it.
 */
struct _PlxCheckRow
{
  GtkListBoxRow   parent_instance;

  char           *id; /* never NULL */

  GtkCheckButton *check;
  GtkLabel       *title;
  GtkLabel       *detail;
};

enum
{
  SIGNAL_TOGGLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxCheckRow, plx_check_row, GTK_TYPE_LIST_BOX_ROW)

static void
toggled_cb (PlxCheckRow *self)
{
  g_signal_emit (self, signals[SIGNAL_TOGGLED], 0);
}

static void
plx_check_row_activate (GtkListBoxRow *row)
{
  PlxCheckRow *self = PLX_CHECK_ROW (row);

  plx_check_row_set_active (self, !plx_check_row_is_active (self));
}

static void
plx_check_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_CHECK_ROW);

  G_OBJECT_CLASS (plx_check_row_parent_class)->dispose (object);
}

static void
plx_check_row_finalize (GObject *object)
{
  PlxCheckRow *self = PLX_CHECK_ROW (object);

  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (plx_check_row_parent_class)->finalize (object);
}

static void
plx_check_row_class_init (PlxCheckRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkListBoxRowClass *row_class = GTK_LIST_BOX_ROW_CLASS (klass);

  object_class->dispose = plx_check_row_dispose;
  object_class->finalize = plx_check_row_finalize;

  row_class->activate = plx_check_row_activate;

  signals[SIGNAL_TOGGLED] =
    g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-check-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxCheckRow, check);
  gtk_widget_class_bind_template_child (widget_class, PlxCheckRow, title);
  gtk_widget_class_bind_template_child (widget_class, PlxCheckRow, detail);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
plx_check_row_init (PlxCheckRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plx_check_row_new:
 * @id: what stands for it in the filter
 * @title: what it is called
 * @detail: (nullable): a word beside it
 * @active: whether it is checked
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
plx_check_row_new (const char *id,
                   const char *title,
                   const char *detail,
                   gboolean    active)
{
  PlxCheckRow *self = g_object_new (PLX_TYPE_CHECK_ROW, NULL);

  self->id = g_strdup (id);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->detail, detail != NULL ? detail : "");
  gtk_check_button_set_active (self->check, active);

  return GTK_WIDGET (self);
}

const char *
plx_check_row_get_id (PlxCheckRow *self)
{
  g_return_val_if_fail (PLX_IS_CHECK_ROW (self), NULL);

  return self->id;
}

gboolean
plx_check_row_is_active (PlxCheckRow *self)
{
  g_return_val_if_fail (PLX_IS_CHECK_ROW (self), FALSE);

  return gtk_check_button_get_active (self->check);
}

void
plx_check_row_set_active (PlxCheckRow *self,
                          gboolean     active)
{
  g_return_if_fail (PLX_IS_CHECK_ROW (self));

  gtk_check_button_set_active (self->check, active);
}

/**
 * plx_check_row_matches:
 * @self: a row
 * @words: what the user looks for
 *
 * Returns: whether the row's title has words that begin so
 */
gboolean
plx_check_row_matches (PlxCheckRow *self,
                       const char  *words)
{
  g_return_val_if_fail (PLX_IS_CHECK_ROW (self), FALSE);

  return *words == '\0' || g_str_match_string (words, gtk_label_get_label (self->title), TRUE);
}
