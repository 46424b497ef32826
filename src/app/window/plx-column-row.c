/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-column-row"

#include "config.h"

#include "window/plx-column-row.h"

#include <glib/gi18n.h>

#include "window/plx-labels.h"

/* As much of a value as tells what the column holds. */
#define SHOWN_CHARS 90

/* Where the list of what a column can hold has its fields; before them stand the other uses. */
#define FIRST_FIELD 3

/**
 * PlxColumnRow:
 *
 * A column of a table of articles, and what it holds, which can be changed.
 *
 * It changes the [struct@Columns] that it is given, and emits `changed` then.
 */
struct _PlxColumnRow
{
  AdwPreferencesRow  parent_instance;

  PlxColumns        *columns;
  guint              index;
  gboolean           remembered; /* whether the user chose it the last time */

  GtkLabel          *value;
  GtkLabel          *basis;
  GtkDropDown       *uses;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxColumnRow, plx_column_row, ADW_TYPE_PREFERENCES_ROW)

static guint
column_to_position (const PlxColumn *column)
{
  switch (column->use)
    {
    case PLX_COLUMN_BODY:
      return 1;

    case PLX_COLUMN_HTML:
      return 2;

    case PLX_COLUMN_FIELD:
      return FIRST_FIELD + column->field;

    case PLX_COLUMN_UNUSED:
    default:
      return 0;
    }
}

static const char *
label_basis (PlxColumnRow    *self,
             const PlxColumn *column)
{
  switch (column->basis)
    {
    case PLX_COLUMN_BASIS_NAME:
      return _("Guessed by its name");

    case PLX_COLUMN_BASIS_VALUES:
      return _("Guessed by its values");

    case PLX_COLUMN_BASIS_CHOICE:
      return self->remembered ? _("As you chose the last time") : NULL;

    case PLX_COLUMN_BASIS_NONE:
    default:
      return NULL;
    }
}

/* One line, and not a long one: a cell may hold a whole article. */
static char *
shorten (const char *value)
{
  g_autoptr (GString) text = g_string_new (NULL);
  glong n = 0;

  for (const char *p = value; *p != '\0' && n < SHOWN_CHARS; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (text, c);
      else if (text->len > 0 && text->str[text->len - 1] != ' ')
        g_string_append_c (text, ' ');
    }

  g_strchomp (text->str);

  return g_strconcat (text->str, g_utf8_strlen (value, -1) > SHOWN_CHARS ? "…" : NULL, NULL);
}

static void
update_basis (PlxColumnRow *self)
{
  const char *basis = label_basis (self, plx_columns_get (self->columns, self->index));

  gtk_label_set_label (self->basis, basis != NULL ? basis : "");
  gtk_widget_set_visible (GTK_WIDGET (self->basis), basis != NULL);
}

static void
selected_notify_cb (PlxColumnRow *self)
{
  guint position = gtk_drop_down_get_selected (self->uses);
  PlxColumnUse use = PLX_COLUMN_UNUSED;
  PlxField field = PLX_FIELD_HEADLINE;

  if (self->columns == NULL || position == GTK_INVALID_LIST_POSITION ||
      position == column_to_position (plx_columns_get (self->columns, self->index)))
    return;

  if (position >= FIRST_FIELD)
    {
      use = PLX_COLUMN_FIELD;
      field = position - FIRST_FIELD;
    }
  else if (position > 0)
    {
      use = position == 1 ? PLX_COLUMN_BODY : PLX_COLUMN_HTML;
    }

  self->remembered = FALSE;
  plx_columns_set (self->columns, self->index, use, field);
  update_basis (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
plx_column_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_COLUMN_ROW);

  G_OBJECT_CLASS (plx_column_row_parent_class)->dispose (object);
}

static void
plx_column_row_finalize (GObject *object)
{
  PlxColumnRow *self = PLX_COLUMN_ROW (object);

  g_clear_pointer (&self->columns, plx_columns_unref);

  G_OBJECT_CLASS (plx_column_row_parent_class)->finalize (object);
}

static void
plx_column_row_class_init (PlxColumnRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_column_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = plx_column_row_finalize;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-column-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxColumnRow, value);
  gtk_widget_class_bind_template_child (widget_class, PlxColumnRow, basis);
  gtk_widget_class_bind_template_child (widget_class, PlxColumnRow, uses);
  gtk_widget_class_bind_template_callback (widget_class, selected_notify_cb);
}

static void
plx_column_row_init (PlxColumnRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plx_column_row_new:
 * @columns: the columns of a table
 * @index: which of them
 * @uses: what plx_column_uses_new() returned
 * @remembered: whether the user chose its use the last time
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
plx_column_row_new (PlxColumns *columns,
                    guint       index,
                    GListModel *uses,
                    gboolean    remembered)
{
  PlxColumnRow *self = g_object_new (PLX_TYPE_COLUMN_ROW, NULL);
  const PlxColumn *column = plx_columns_get (columns, index);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), column->name);
  gtk_drop_down_set_model (self->uses, uses);
  gtk_drop_down_set_selected (self->uses, column_to_position (column));

  self->columns = plx_columns_ref (columns);
  self->index = index;
  self->remembered = remembered;
  update_basis (self);

  return GTK_WIDGET (self);
}

/**
 * plx_column_row_set_value:
 * @self: a row
 * @value: (nullable): what stands in the column, in the row of the table that is shown
 */
void
plx_column_row_set_value (PlxColumnRow *self,
                          const char   *value)
{
  g_autofree char *text = NULL;

  g_return_if_fail (PLX_IS_COLUMN_ROW (self));

  text = shorten (value != NULL ? value : "");
  gtk_label_set_label (self->value, *text != '\0' ? text : _("Empty in this row"));
}

/**
 * plx_column_uses_new:
 *
 * Returns: (transfer full): what a column can hold, in words, for the rows of one table
 */
GListModel *
plx_column_uses_new (void)
{
  GtkStringList *uses = gtk_string_list_new (NULL);

  gtk_string_list_append (uses, _("Not Used"));
  gtk_string_list_append (uses, _("Text"));
  gtk_string_list_append (uses, _("Text as a Web Page"));
  for (guint i = 0; i < PLX_N_FIELDS; i++)
    gtk_string_list_append (uses, plx_label_field (i));

  return G_LIST_MODEL (uses);
}
