/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "sheet-recorder.h"

typedef struct
{
  PlxSheetWriter  writer;
  GString        *lines;
  guint           n_columns; /* how many stand side by side, whatever their width */
  guint           n_cells;   /* of the table that is open */
} Recorder;

static Recorder *
recorder (PlxSheetWriter *writer)
{
  return (Recorder *) writer;
}

static void
append_mark (GString            *out,
             const PlxSheetSpan *span,
             gboolean            begins)
{
  switch (span->dress)
    {
    case PLX_DRESS_CITATION:
      if (begins)
        {
          g_string_append_printf (out, "^%u", span->article + 1);
          if (span->paragraph > 0)
            g_string_append_printf (out, "¶%u", span->paragraph);
        }
      break;

    case PLX_DRESS_LINK:
      if (begins)
        g_string_append_c (out, '<');
      else
        g_string_append_printf (out, "|%s>", span->target);
      break;

    case PLX_DRESS_BOLD:
      g_string_append_c (out, begins ? '[' : ']');
      break;

    case PLX_DRESS_ONLY_HERE:
    case PLX_DRESS_ONLY_THERE:
    case PLX_DRESS_CHANGED:
      g_string_append_c (out, begins ? '{' : '}');
      break;

    case PLX_DRESS_ITALIC:
    case PLX_DRESS_SMALL:
    case PLX_DRESS_CODE:
    case PLX_DRESS_NAME:
    default:
      break;
    }
}

/* (transfer full): the words with their dress. */
char *
sheet_recorder_dup_text (const PlxSheetText *text)
{
  GString *out = g_string_new (NULL);

  for (gsize i = 0; text != NULL && i <= text->string->len; i++)
    {
      for (guint j = text->spans->len; j > 0; j--)
        {
          const PlxSheetSpan *span = &g_array_index (text->spans, PlxSheetSpan, j - 1);

          g_assert_cmpuint (span->end, <=, text->string->len);
          if (span->end == i && span->start < i)
            append_mark (out, span, FALSE);
        }
      for (guint j = 0; j < text->spans->len; j++)
        {
          const PlxSheetSpan *span = &g_array_index (text->spans, PlxSheetSpan, j);

          if (span->start == i)
            append_mark (out, span, TRUE);
        }
      if (i < text->string->len)
        g_string_append_c (out, text->string->str[i]);
    }

  return g_string_free_and_steal (out);
}

static void
record_line (PlxSheetWriter     *writer,
             const char         *lead,
             const PlxSheetText *text)
{
  g_autofree char *words = sheet_recorder_dup_text (text);

  g_string_append_printf (recorder (writer)->lines, "%s%s\n", lead, words);
}

static void
record_heading (PlxSheetWriter     *writer,
                guint               level,
                const PlxSheetText *text,
                const char         *id)
{
  g_autofree char *lead = g_strnfill (level + 1, '#');
  g_autofree char *all = id != NULL ? g_strdup_printf ("%s(%s) ", lead, id)
                                    : g_strconcat (lead, " ", NULL);

  record_line (writer, all, text);
}

static void
record_paragraph (PlxSheetWriter     *writer,
                  PlxSheetStyle       style,
                  const PlxSheetText *text)
{
  record_line (writer, "", text);
}

static void
record_list_item (PlxSheetWriter     *writer,
                  const char         *marker,
                  const PlxSheetText *text,
                  const char         *id)
{
  g_autofree char *lead = g_strdup_printf ("%s ", marker != NULL ? marker : "-");

  record_line (writer, lead, text);
}

static void
record_begin_table (PlxSheetWriter      *writer,
                    const PlxSheetTable *table)
{
  recorder (writer)->n_cells = table->n_columns;
  g_assert_cmpuint (table->n_columns, >, 0);
}

static void
record_row (PlxSheetWriter  *writer,
            PlxSheetRow      kind,
            PlxSheetText   **cells,
            guint            n_cells)
{
  g_assert_cmpuint (n_cells, ==, kind == PLX_ROW_SPANNING ? 1 : recorder (writer)->n_cells);
  for (guint i = 0; i < n_cells; i++)
    {
      g_autofree char *words = sheet_recorder_dup_text (cells[i]);

      g_string_append_printf (recorder (writer)->lines, "|%s%s", kind == PLX_ROW_HEAD ? "=" : "",
                              words);
    }
  g_string_append (recorder (writer)->lines, "|\n");
}

static void
record_end_table (PlxSheetWriter *writer)
{
  recorder (writer)->n_cells = 0;
}

static void
record_figure (PlxSheetWriter       *writer,
               const PlxSheetFigure *figure)
{
  g_string_append_printf (recorder (writer)->lines, "FIGURE %s\n", figure->alt);
  if (figure->caption != NULL)
    record_line (writer, "CAPTION ", figure->caption);
  if (figure->destroy != NULL)
    figure->destroy (figure->data);
}

static guint
record_count_columns (PlxSheetWriter *writer,
                      double          ems)
{
  return recorder (writer)->n_columns;
}

static const PlxSheetWriterClass recorder_class = {
  .heading = record_heading,
  .paragraph = record_paragraph,
  .list_item = record_list_item,
  .begin_table = record_begin_table,
  .row = record_row,
  .end_table = record_end_table,
  .figure = record_figure,
  .count_columns = record_count_columns,
};

/* (transfer full): what a section says, written with the parts in order and, to see that none
 * depends on those before, once more from the end. */
char *
sheet_recorder_write (PlxSheetMatter *matter,
                      PlxSheetPlan   *plan,
                      const char     *section,
                      guint           n_columns)
{
  const PlxSheetSection *sections[] = { plx_sheet_sections_lookup (section) };
  g_autoptr (PlxSheetContent) content = plx_sheet_content_new_of (matter, plan, sections, 1);
  const guint n = plx_sheet_content_count_parts (content, 0, NULL);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  Recorder self = { { &recorder_class }, g_string_new (NULL), n_columns, 0 };

  for (guint i = 0; i < n; i++)
    {
      const gsize start = self.lines->len;

      plx_sheet_content_write_part (content, 0, i, &self.writer);
      g_ptr_array_add (parts, g_strdup (self.lines->str + start));
    }
  for (guint i = n; i > 0; i--)
    {
      Recorder again = { { &recorder_class }, g_string_new (NULL), n_columns, 0 };

      plx_sheet_content_write_part (content, 0, i - 1, &again.writer);
      g_assert_cmpstr (again.lines->str, ==, g_ptr_array_index (parts, i - 1));
      g_string_free (again.lines, TRUE);
    }

  return g_string_free_and_steal (self.lines);
}
