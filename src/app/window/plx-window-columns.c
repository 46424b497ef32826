/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-window-columns"

#include "config.h"

#include "window/plx-window-columns.h"

#include "window/plx-columns-dialog.h"

/* Who gets his tables from more sources than this says again what is in the oldest. */
#define MAX_REMEMBERED 40

/* A question about one of the tables of an import. */
typedef struct
{
  PlxWindow *window; /* weak */
  GPtrArray *tables; /* PlxTables */
  GPtrArray *chosen; /* PlxColumns: the answers so far */
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *self = data;

  g_clear_weak_pointer (&self->window);
  g_ptr_array_unref (self->tables);
  g_ptr_array_unref (self->chosen);
  g_free (self);
}

/* What the user said the last time of a table with the same columns. */
static gboolean
recall (GSettings  *settings,
        PlxColumns *columns)
{
  g_auto (GStrv) texts = g_settings_get_strv (settings, "table-columns");

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autoptr (PlxColumns) known = plx_columns_parse (texts[i], NULL);

      if (known != NULL && plx_columns_apply (known, columns))
        return TRUE;
    }

  return FALSE;
}

static void
remember (GSettings  *settings,
          PlxColumns *columns)
{
  g_auto (GStrv) texts = g_settings_get_strv (settings, "table-columns");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *text = plx_columns_to_string (columns);
  g_auto (GStrv) kept = NULL;

  /* The latest first, and of each table only what was said last. */
  g_strv_builder_add (builder, text);
  for (guint i = 0; texts[i] != NULL && i < MAX_REMEMBERED; i++)
    {
      g_autoptr (PlxColumns) known = plx_columns_parse (texts[i], NULL);

      if (known != NULL && !plx_columns_equal_table (known, columns))
        g_strv_builder_add (builder, texts[i]);
    }

  kept = g_strv_builder_end (builder);
  g_settings_set_strv (settings, "table-columns", (const char * const *) kept);
}

static void ask (PlxWindow *window,
                 GPtrArray *tables,
                 GPtrArray *chosen);

static void
answered_cb (PlxColumnsDialog *dialog,
             PlxColumns       *columns,
             gpointer          user_data)
{
  Question *self = user_data;
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  if (self->window == NULL || plx_window_get_importer (self->window) == NULL)
    return;

  if (columns == NULL)
    {
      plx_importer_answer_columns (plx_window_get_importer (self->window), NULL);
      return;
    }

  if (plx_columns_has_text (columns))
    remember (settings, columns);
  g_ptr_array_add (self->chosen, plx_columns_ref (columns));
  ask (self->window, self->tables, self->chosen);
}

/* About the next table, or that was the last. */
static void
ask (PlxWindow *window,
     GPtrArray *tables,
     GPtrArray *chosen)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  const PlxTables *next;
  PlxColumns *columns;
  Question *question;
  AdwDialog *dialog;
  gboolean remembered;

  if (chosen->len == tables->len)
    {
      plx_importer_answer_columns (plx_window_get_importer (window), chosen);
      return;
    }

  next = tables->pdata[chosen->len];
  columns = plx_columns_copy (next->table->columns);
  remembered = recall (settings, columns);
  dialog = plx_columns_dialog_new (tables, chosen->len, columns, remembered);

  question = g_new0 (Question, 1);
  g_set_weak_pointer (&question->window, window);
  question->tables = g_ptr_array_ref (tables);
  question->chosen = g_ptr_array_ref (chosen);
  /* The question belongs to the dialog alone, and ends with it. */
  g_signal_connect_data (dialog, "answered", G_CALLBACK (answered_cb), question, question_free,
                         G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (window));
}

/**
 * plx_window_ask_columns:
 * @self: a window
 * @tables: (element-type PlxTables): the tables that the importer has found
 *
 * Asks the user what the columns of tables hold, and answers the importer.
 */
void
plx_window_ask_columns (PlxWindow *self,
                        GPtrArray *tables)
{
  g_autoptr (GPtrArray) chosen =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_columns_unref);

  ask (self, tables, chosen);
}
