/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-writer.h"

void
plx_sheet_writer_begin_section (PlxSheetWriter *self,
                                const char     *id,
                                const char     *title)
{
  if (self->klass->begin_section != NULL)
    self->klass->begin_section (self, id, title);
}

void
plx_sheet_writer_end_section (PlxSheetWriter *self)
{
  if (self->klass->end_section != NULL)
    self->klass->end_section (self);
}

void
plx_sheet_writer_heading (PlxSheetWriter     *self,
                          guint               level,
                          const PlxSheetText *text,
                          const char         *id)
{
  if (self->klass->heading != NULL)
    self->klass->heading (self, level, text, id);
}

/* A heading of plain words. */
void
plx_sheet_writer_head (PlxSheetWriter *self,
                       guint           level,
                       const char     *words,
                       const char     *id)
{
  g_autoptr (PlxSheetText) text = plx_sheet_text_new (words, NULL);

  plx_sheet_writer_heading (self, level, text, id);
}

void
plx_sheet_writer_paragraph (PlxSheetWriter     *self,
                            PlxSheetStyle       style,
                            const PlxSheetText *text)
{
  if (self->klass->paragraph != NULL)
    self->klass->paragraph (self, style, text);
}

/* A paragraph of plain words in the language of the sheet. */
void
plx_sheet_writer_say (PlxSheetWriter *self,
                      PlxSheetStyle   style,
                      const char     *words)
{
  g_autoptr (PlxSheetText) text = plx_sheet_text_new (words, NULL);

  plx_sheet_writer_paragraph (self, style, text);
}

void
plx_sheet_writer_list_item (PlxSheetWriter     *self,
                            const char         *marker,
                            const PlxSheetText *text,
                            const char         *id)
{
  if (self->klass->list_item != NULL)
    self->klass->list_item (self, marker, text, id);
}

void
plx_sheet_writer_begin_table (PlxSheetWriter      *self,
                              const PlxSheetTable *table)
{
  if (self->klass->begin_table != NULL)
    self->klass->begin_table (self, table);
}

void
plx_sheet_writer_row (PlxSheetWriter  *self,
                      PlxSheetRow      kind,
                      PlxSheetText   **cells,
                      guint            n_cells)
{
  if (self->klass->row != NULL)
    self->klass->row (self, kind, cells, n_cells);
}

/* A row of plain words in the language of the sheet; words that are `NULL` make an empty cell. */
void
plx_sheet_writer_row_words (PlxSheetWriter     *self,
                            PlxSheetRow         kind,
                            const char * const *words,
                            guint               n_cells)
{
  g_autoptr (GPtrArray) cells =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_sheet_text_free);

  for (guint i = 0; i < n_cells; i++)
    g_ptr_array_add (cells, plx_sheet_text_new (words[i], NULL));
  plx_sheet_writer_row (self, kind, (PlxSheetText **) cells->pdata, n_cells);
}

void
plx_sheet_writer_end_table (PlxSheetWriter *self)
{
  if (self->klass->end_table != NULL)
    self->klass->end_table (self);
}

/* Where the writer knows no figures, the data is let go. */
void
plx_sheet_writer_figure (PlxSheetWriter       *self,
                         const PlxSheetFigure *figure)
{
  if (self->klass->figure != NULL)
    self->klass->figure (self, figure);
  else if (figure->destroy != NULL)
    figure->destroy (figure->data);
}

void
plx_sheet_writer_begin_group (PlxSheetWriter *self)
{
  if (self->klass->begin_group != NULL)
    self->klass->begin_group (self);
}

void
plx_sheet_writer_end_group (PlxSheetWriter *self)
{
  if (self->klass->end_group != NULL)
    self->klass->end_group (self);
}

void
plx_sheet_writer_space (PlxSheetWriter *self,
                        double          lines)
{
  if (self->klass->space != NULL)
    self->klass->space (self, lines);
}

void
plx_sheet_writer_page_break (PlxSheetWriter *self)
{
  if (self->klass->page_break != NULL)
    self->klass->page_break (self);
}

/* Without pages there is room for any number of columns. */
guint
plx_sheet_writer_count_columns (PlxSheetWriter *self,
                                double          ems)
{
  return self->klass->count_columns != NULL ? self->klass->count_columns (self, ems) : G_MAXUINT;
}
