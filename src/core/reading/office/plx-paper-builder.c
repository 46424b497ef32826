/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-paper-builder"

#include "config.h"

#include "reading/office/plx-paper-builder.h"

#include <string.h>

/* A cell of more text makes its table a layout, whose cells are read one after another. */
#define CELL_BYTES 200

/**
 * Paragraph:
 * @text: its text so far
 * @kind: what it is
 * @cell: in which cell of its row it stands
 */
typedef struct
{
  GString      *text;
  PlxPaperKind  kind;
  guint         cell;
} Paragraph;

/**
 * Row:
 * @paragraphs: (element-type Paragraph): what is in its cells
 * @cell: how many cells are done
 */
typedef struct
{
  GPtrArray *paragraphs;
  guint      cell;
} Row;

/**
 * PlxPaperBuilder:
 * @paper: gets the paragraphs
 * @open: (element-type Paragraph): the paragraphs that are open, each inside the one before, as a
 *   text box is
 * @rows: (element-type Row): the rows that are open, each inside a cell of the one before
 *
 * Puts a paper together from what stands inside of what in a file.
 */
struct _PlxPaperBuilder
{
  PlxPaper  *paper;
  GPtrArray *open;
  GPtrArray *rows;
};

static void
paragraph_free (gpointer data)
{
  Paragraph *paragraph = data;

  g_string_free (paragraph->text, TRUE);
  g_free (paragraph);
}

static void
row_free (gpointer data)
{
  Row *row = data;

  g_ptr_array_unref (row->paragraphs);
  g_free (row);
}

/**
 * plx_paper_builder_new:
 * @paper: a paper, which outlives the builder
 *
 * Returns: (transfer full): a builder in no paragraph and no table
 */
PlxPaperBuilder *
plx_paper_builder_new (PlxPaper *paper)
{
  PlxPaperBuilder *self = g_new0 (PlxPaperBuilder, 1);

  self->paper = paper;
  self->open = g_ptr_array_new_with_free_func (paragraph_free);
  self->rows = g_ptr_array_new_with_free_func (row_free);

  return self;
}

/**
 * plx_paper_builder_free:
 * @self: a builder
 *
 * What is still open, because its end is missing, goes into the paper.
 */
void
plx_paper_builder_free (PlxPaperBuilder *self)
{
  while (self->open->len > 0)
    plx_paper_builder_close_paragraph (self);
  while (self->rows->len > 0)
    plx_paper_builder_close_row (self);

  g_ptr_array_unref (self->open);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
plx_paper_builder_open_paragraph (PlxPaperBuilder *self,
                                  PlxPaperKind     kind)
{
  Paragraph *paragraph = g_new0 (Paragraph, 1);

  paragraph->text = g_string_new (NULL);
  paragraph->kind = kind;
  g_ptr_array_add (self->open, paragraph);
}

/**
 * plx_paper_builder_set_kind:
 * @self: a builder
 * @kind: what the open paragraph turns out to be
 */
void
plx_paper_builder_set_kind (PlxPaperBuilder *self,
                            PlxPaperKind     kind)
{
  if (self->open->len > 0)
    ((Paragraph *) self->open->pdata[self->open->len - 1])->kind = kind;
}

/**
 * plx_paper_builder_append:
 * @self: a builder
 * @text: UTF-8 for the open paragraph; where none is open, it is dropped
 * @length: bytes in it, or -1
 */
void
plx_paper_builder_append (PlxPaperBuilder *self,
                          const char      *text,
                          gssize           length)
{
  Paragraph *paragraph;

  if (self->open->len == 0)
    return;

  paragraph = self->open->pdata[self->open->len - 1];
  if (paragraph->text->len > PLX_READING_MAX_BYTES)
    self->paper->is_full = TRUE;
  else
    g_string_append_len (paragraph->text, text, length < 0 ? (gssize) strlen (text) : length);
}

static void
hand_on (PlxPaperBuilder *self,
         Paragraph       *paragraph)
{
  Row *row = self->rows->len > 0 ? self->rows->pdata[self->rows->len - 1] : NULL;

  /* A footnote in a table is no part of its row. */
  if (row == NULL || paragraph->kind == PLX_PAPER_NOTE)
    {
      plx_paper_add (self->paper, paragraph->text->str, paragraph->text->len, paragraph->kind);
      paragraph_free (paragraph);
      return;
    }

  paragraph->cell = row->cell;
  g_ptr_array_add (row->paragraphs, paragraph);
}

void
plx_paper_builder_close_paragraph (PlxPaperBuilder *self)
{
  if (self->open->len > 0)
    hand_on (self, g_ptr_array_steal_index (self->open, self->open->len - 1));
}

void
plx_paper_builder_open_row (PlxPaperBuilder *self)
{
  Row *row = g_new0 (Row, 1);

  row->paragraphs = g_ptr_array_new_with_free_func (paragraph_free);
  g_ptr_array_add (self->rows, row);
}

void
plx_paper_builder_next_cell (PlxPaperBuilder *self)
{
  if (self->rows->len > 0)
    ((Row *) self->rows->pdata[self->rows->len - 1])->cell++;
}

/* Whether the row holds the text of the page and not figures: a long cell, or one cell alone. */
static gboolean
is_layout (Row *row)
{
  guint first = G_MAXUINT;
  gboolean alone = TRUE;

  for (guint i = 0; i < row->paragraphs->len; i++)
    {
      Paragraph *paragraph = row->paragraphs->pdata[i];

      if (paragraph->text->len > CELL_BYTES)
        return TRUE;
      if (paragraph->text->len == 0)
        continue;
      alone = alone && (first == G_MAXUINT || first == paragraph->cell);
      first = MIN (first, paragraph->cell);
    }

  return alone;
}

/**
 * plx_paper_builder_close_row:
 * @self: a builder
 *
 * Ends a row of a table. Its cells become one block, or, where the table only arranges the page,
 * a block each.
 */
void
plx_paper_builder_close_row (PlxPaperBuilder *self)
{
  g_autoptr (GString) line = g_string_new (NULL);
  Row *row;

  if (self->rows->len == 0)
    return;

  row = g_ptr_array_steal_index (self->rows, self->rows->len - 1);
  if (is_layout (row))
    {
      g_ptr_array_set_free_func (row->paragraphs, NULL);
      for (guint i = 0; i < row->paragraphs->len; i++)
        hand_on (self, row->paragraphs->pdata[i]);
      row_free (row);
      return;
    }

  for (guint i = 0; i < row->paragraphs->len; i++)
    {
      Paragraph *paragraph = row->paragraphs->pdata[i];

      g_strdelimit (paragraph->text->str, "\n", ' ');
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", paragraph->text->str);
    }
  row_free (row);

  plx_paper_builder_open_paragraph (self, PLX_PAPER_ROW);
  plx_paper_builder_append (self, line->str, line->len);
  plx_paper_builder_close_paragraph (self);
}
