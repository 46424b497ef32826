/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-statement-row"

#include "config.h"

#include "countries/plx-statement-row.h"

#include <glib/gi18n.h>

#include "countries/plx-verdict-line.h"
#include "window/plx-labels.h"

/**
 * PlxStatementRow:
 *
 * A sentence that says how countries stand, and for each what the record says.
 */
struct _PlxStatementRow
{
  GtkListBoxRow   parent_instance;

  PlxSession     *session; /* never NULL once made */
  PlxSentenceRef  ref;
  gboolean        is_contradicted;

  GtkLabel       *quote;
  GtkLabel       *source;
  GtkBox         *verdicts;
};

G_DEFINE_FINAL_TYPE (PlxStatementRow, plx_statement_row, GTK_TYPE_LIST_BOX_ROW)

static void
compare_clicked_cb (PlxStatementRow *self)
{
  plx_session_compare_sentence (self->session, self->ref);
}

static void
plx_statement_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_STATEMENT_ROW);
  g_clear_object (&PLX_STATEMENT_ROW (object)->session);

  G_OBJECT_CLASS (plx_statement_row_parent_class)->dispose (object);
}

static void
plx_statement_row_class_init (PlxStatementRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_statement_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-statement-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxStatementRow, quote);
  gtk_widget_class_bind_template_child (widget_class, PlxStatementRow, source);
  gtk_widget_class_bind_template_child (widget_class, PlxStatementRow, verdicts);
  gtk_widget_class_bind_template_callback (widget_class, compare_clicked_cb);
}

static void
plx_statement_row_init (PlxStatementRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plx_statement_row_new:
 * @session: what the window works on; it has an analysis
 * @ref: a sentence of it
 *
 * Returns: (transfer floating): a row, yet without a verdict
 */
GtkWidget *
plx_statement_row_new (PlxSession     *session,
                       PlxSentenceRef  ref)
{
  PlxStatementRow *self = g_object_new (PLX_TYPE_STATEMENT_ROW, NULL);
  g_autofree char *text = plx_analysis_dup_sentence (plx_session_get_analysis (session), ref);
  g_autofree char *quoted = g_strdup_printf (_("“%s”"), text);

  self->session = g_object_ref (session);
  self->ref = ref;
  gtk_label_set_label (self->quote, quoted);
  plx_label_follow (self->quote, text);
  gtk_label_set_label (self->source, plx_session_get_source (session, ref.article));

  return GTK_WIDGET (self);
}

/**
 * plx_statement_row_add:
 * @self: a row
 * @statement: a statement that its sentence makes
 */
void
plx_statement_row_add (PlxStatementRow *self,
                       PlxStatement    *statement)
{
  const PlxStatementRecord *record = plx_statement_get_record (statement);

  g_return_if_fail (PLX_IS_STATEMENT_ROW (self));

  gtk_box_append (self->verdicts, plx_verdict_line_new (record));
  self->is_contradicted |= record->verdict == PLX_VERDICT_CONTRADICTS;
}

PlxSentenceRef
plx_statement_row_get_ref (PlxStatementRow *self)
{
  g_return_val_if_fail (PLX_IS_STATEMENT_ROW (self), ((PlxSentenceRef) { PLX_NONE, PLX_NONE }));

  return self->ref;
}

/**
 * plx_statement_row_is_contradicted:
 * @self: a row
 *
 * Returns: whether the record contradicts one of its statements
 */
gboolean
plx_statement_row_is_contradicted (PlxStatementRow *self)
{
  g_return_val_if_fail (PLX_IS_STATEMENT_ROW (self), FALSE);

  return self->is_contradicted;
}
