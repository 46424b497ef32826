/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-columns-dialog"

#include "config.h"

#include "window/plx-columns-dialog.h"

#include <glib/gi18n.h>

#include "window/plx-column-row.h"
#include "window/plx-labels.h"

/* Of a table with fewer columns, those that are not used need no place of their own. */
#define FEW_COLUMNS 8

/* As much of an article as four lines hold. */
#define EXCERPT_CHARS 320

/**
 * PlxColumnsDialog:
 *
 * Asks what the columns of a table of articles hold, and shows an article that comes of it.
 *
 * Signals: `answered (PlxColumns *)`: what the user wants, or `NULL` where he does not want the
 * table at all. It comes once.
 */
struct _PlxColumnsDialog
{
  AdwDialog            parent_instance;

  GPtrArray           *tables;  /* PlxTables */
  guint                index;
  PlxColumns          *columns;
  GPtrArray           *rows;    /* PlxColumnRow, one for each column; not owned */
  guint                row;     /* which row of the table is shown */
  gboolean             answered;

  AdwWindowTitle      *heading;
  GtkWidget           *import_button;
  AdwBanner           *banner;
  AdwPreferencesGroup *preview_group;
  GtkWidget           *back_button;
  GtkWidget           *forward_button;
  GtkLabel            *row_label;
  GtkLabel            *headline;
  GtkLabel            *facts;
  GtkLabel            *excerpt;
  AdwPreferencesGroup *columns_group;
  GtkWidget           *unused_group;
  AdwExpanderRow      *unused_row;
};

enum
{
  SIGNAL_ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxColumnsDialog, plx_columns_dialog, ADW_TYPE_DIALOG)

static const PlxTables *
get_tables (PlxColumnsDialog *self)
{
  return self->tables->pdata[self->index];
}

static void
answer (PlxColumnsDialog *self,
        PlxColumns       *columns)
{
  if (self->answered)
    return;

  self->answered = TRUE;
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0, columns);
}

static char *
make_excerpt (PlxDocument *document)
{
  for (guint i = 0; document != NULL && i < plx_document_get_n_blocks (document); i++)
    {
      const PlxBlockSpan *block = plx_document_get_block (document, i);

      if (block->kept && block->role == PLX_ROLE_BODY)
        {
          g_autofree char *text = plx_document_dup_block (document, i);

          return g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), EXCERPT_CHARS));
        }
    }

  return g_strdup ("");
}

/* Who, when and where from, as far as it is known. */
static char *
make_facts (PlxDocument *document)
{
  static const PlxField shown[] = { PLX_FIELD_OUTLET, PLX_FIELD_AUTHOR, PLX_FIELD_PUBLISHED,
                                    PLX_FIELD_SECTION, PLX_FIELD_LANGUAGE };
  GString *facts = g_string_new (NULL);

  for (guint i = 0; document != NULL && i < G_N_ELEMENTS (shown); i++)
    {
      const char *value = document->fields[shown[i]];
      PlxDay day = shown[i] == PLX_FIELD_PUBLISHED && value != NULL ? plx_day_parse (value) : 0;
      g_autofree char *words = day != 0 ? plx_label_day (day) : NULL;

      if (value != NULL)
        g_string_append_printf (facts, "%s%s", facts->len > 0 ? " · " : "",
                                words != NULL ? words : value);
    }

  return g_string_free (facts, FALSE);
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
update_preview (PlxColumnsDialog *self)
{
  guint n = get_tables (self)->table->rows->len;
  g_autoptr (PlxDocument) document = NULL;
  g_autofree char *facts = NULL;
  g_autofree char *excerpt = NULL;
  g_autofree char *place = NULL;
  const char *headline;

  if (n > 0)
    document = plx_tables_preview (get_tables (self), self->columns, self->row);
  facts = make_facts (document);
  excerpt = make_excerpt (document);
  headline = document != NULL ? document->fields[PLX_FIELD_HEADLINE] : NULL;

  if (document == NULL)
    headline = _("Nothing comes of this row: it has neither text nor headline.");
  show_text (self->headline, headline != NULL ? headline : _("No headline"));
  show_text (self->facts, facts);
  show_text (self->excerpt, excerpt);

  /* Translators: which of the first rows of a table is shown */
  place = g_strdup_printf (_("Row %u"), self->row + 1);
  gtk_label_set_label (self->row_label, place);
  gtk_widget_set_sensitive (self->back_button, self->row > 0);
  gtk_widget_set_sensitive (self->forward_button, self->row + 1 < n);
}

static void
columns_changed_cb (PlxColumnsDialog *self)
{
  gboolean has_text = plx_columns_has_text (self->columns);

  adw_banner_set_revealed (self->banner, !has_text);
  gtk_widget_set_sensitive (self->import_button, has_text);
  update_preview (self);
}

static void
show_row (PlxColumnsDialog *self,
          guint             row)
{
  GPtrArray *rows = get_tables (self)->table->rows;

  self->row = row;
  if (row < rows->len)
    {
      char **values = rows->pdata[row];

      for (guint i = 0; i < self->rows->len && values[i] != NULL; i++)
        plx_column_row_set_value (self->rows->pdata[i], values[i]);
    }

  update_preview (self);
}

static void
back_clicked_cb (PlxColumnsDialog *self)
{
  show_row (self, self->row - 1);
}

static void
forward_clicked_cb (PlxColumnsDialog *self)
{
  show_row (self, self->row + 1);
}

static void
import_clicked_cb (PlxColumnsDialog *self)
{
  answer (self, self->columns);
  adw_dialog_close (ADW_DIALOG (self));
}

/* One table that is none of articles does not keep the other files out: without a text it is
 * listed at the end among what did not come in. */
static void
left_out_cb (PlxColumnsDialog *self)
{
  answer (self, self->columns);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
plx_columns_dialog_closed (AdwDialog *dialog)
{
  answer (PLX_COLUMNS_DIALOG (dialog), NULL);
}

static void
plx_columns_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_COLUMNS_DIALOG);

  G_OBJECT_CLASS (plx_columns_dialog_parent_class)->dispose (object);
}

static void
plx_columns_dialog_finalize (GObject *object)
{
  PlxColumnsDialog *self = PLX_COLUMNS_DIALOG (object);

  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_clear_pointer (&self->columns, plx_columns_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (plx_columns_dialog_parent_class)->finalize (object);
}

static void
plx_columns_dialog_class_init (PlxColumnsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_columns_dialog_dispose;
  object_class->finalize = plx_columns_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = plx_columns_dialog_closed;

  signals[SIGNAL_ANSWERED] =
    g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, PLX_TYPE_COLUMNS);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-columns-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxColumnsDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, PlxColumnsDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, PlxColumnsDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, PlxColumnsDialog, preview_group);
  gtk_widget_class_bind_template_child (widget_class, PlxColumnsDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, PlxColumnsDialog, forward_button);
  gtk_widget_class_bind_template_child (widget_class, PlxColumnsDialog, row_label);
  gtk_widget_class_bind_template_child (widget_class, PlxColumnsDialog, headline);
  gtk_widget_class_bind_template_child (widget_class, PlxColumnsDialog, facts);
  gtk_widget_class_bind_template_child (widget_class, PlxColumnsDialog, excerpt);
  gtk_widget_class_bind_template_child (widget_class, PlxColumnsDialog, columns_group);
  gtk_widget_class_bind_template_child (widget_class, PlxColumnsDialog, unused_group);
  gtk_widget_class_bind_template_child (widget_class, PlxColumnsDialog, unused_row);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, forward_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_out_cb);
}

static void
plx_columns_dialog_init (PlxColumnsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
}

/* Which file it is, how long, and how many there are of its kind. */
static void
show_heading (PlxColumnsDialog *self)
{
  const PlxTables *tables = get_tables (self);
  g_autofree char *rows = NULL;
  g_autofree char *text = NULL;

  if (tables->n_files > 1)
    rows = g_strdup_printf (ngettext ("and %u file more of these columns",
                                      "and %u files more of these columns", tables->n_files - 1),
                            tables->n_files - 1);
  else if (tables->table->n_rows >= 0)
    rows = g_strdup_printf (ngettext ("%u row", "%u rows", (gulong) tables->table->n_rows),
                            (guint) tables->table->n_rows);

  /* Translators: a file, and how many rows it has */
  text = rows != NULL ? g_strdup_printf (_("%s, %s"), tables->name, rows)
                      : g_strdup (tables->name);
  adw_window_title_set_subtitle (self->heading, text);
}

static void
add_rows (PlxColumnsDialog *self,
          gboolean          remembered)
{
  g_autoptr (GListModel) uses = plx_column_uses_new ();
  guint n = plx_columns_get_n (self->columns);
  guint n_unused = 0;

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = plx_column_row_new (self->columns, i, uses, remembered);
      gboolean unused = plx_columns_get (self->columns, i)->use == PLX_COLUMN_UNUSED;

      g_ptr_array_add (self->rows, row);
      g_signal_connect_object (row, "changed", G_CALLBACK (columns_changed_cb), self,
                               G_CONNECT_SWAPPED);
      if (unused && n > FEW_COLUMNS)
        {
          adw_expander_row_add_row (self->unused_row, row);
          n_unused++;
        }
      else
        {
          adw_preferences_group_add (self->columns_group, row);
        }
    }

  gtk_widget_set_visible (self->unused_group, n_unused > 0);
}

/**
 * plx_columns_dialog_new:
 * @tables: (element-type PlxTables): tables
 * @index: about which of them it asks
 * @columns: (transfer full): what their columns seem to hold; with one holder
 * @remembered: whether the user has said so before
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
plx_columns_dialog_new (GPtrArray  *tables,
                        guint       index,
                        PlxColumns *columns,
                        gboolean    remembered)
{
  PlxColumnsDialog *self = g_object_new (PLX_TYPE_COLUMNS_DIALOG, NULL);

  self->tables = g_ptr_array_ref (tables);
  self->index = index;
  self->columns = columns;

  show_heading (self);
  add_rows (self, remembered);
  show_row (self, 0);
  columns_changed_cb (self);

  return ADW_DIALOG (self);
}
