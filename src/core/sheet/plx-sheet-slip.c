/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-slip.h"

/* The baseline is a little below the middle of a line, by the size of the letters. */
#define BELOW_MIDDLE 0.33

static double
em_of (PlxSlipMaker *self,
       double        n)
{
  return n * self->setter->em;
}

static void
piece_clear (gpointer data)
{
  plx_sheet_block_free (((PlxSlipPiece *) data)->block);
}

static void
mark_clear (gpointer data)
{
  PlxSlipMark *mark = data;

  g_free (mark->title);
  g_free (mark->id);
}

static void
figure_clear (gpointer data)
{
  PlxSlipFigure *figure = data;

  g_free (figure->alt);
  if (figure->destroy != NULL)
    figure->destroy (figure->data);
}

static PlxSlip *
slip_new (void)
{
  PlxSlip *self = g_new0 (PlxSlip, 1);

  self->lines = g_array_new (FALSE, TRUE, sizeof (PlxSlipLine));
  self->rows = g_array_new (FALSE, TRUE, sizeof (PlxSlipRow));
  self->pieces = g_array_new (FALSE, TRUE, sizeof (PlxSlipPiece));
  self->tables = g_array_new (FALSE, TRUE, sizeof (PlxSlipTable));
  self->marks = g_array_new (FALSE, TRUE, sizeof (PlxSlipMark));
  self->figures = g_array_new (FALSE, TRUE, sizeof (PlxSlipFigure));
  g_array_set_clear_func (self->pieces, piece_clear);
  g_array_set_clear_func (self->marks, mark_clear);
  g_array_set_clear_func (self->figures, figure_clear);

  return self;
}

void
plx_slip_free (PlxSlip *self)
{
  g_array_unref (self->lines);
  g_array_unref (self->rows);
  g_array_unref (self->pieces);
  g_array_unref (self->tables);
  g_array_unref (self->marks);
  g_array_unref (self->figures);
  g_free (self);
}

/**
 * plx_slip_get_head:
 * @self: a slip
 * @index: a line that begins a page
 * @room: the height of a page
 * @first: (out): the first line of the head of its table
 * @end: (out): the line after the last
 *
 * Finds what comes again on top of a page. A head that would take too much of it does not.
 *
 * Returns: how high that is, or 0 for nothing
 */
double
plx_slip_get_head (const PlxSlip *self,
                   guint          index,
                   double         room,
                   guint         *first,
                   guint         *end)
{
  const PlxSlipLine *line = plx_slip_line (self, index);
  guint table = plx_slip_row (self, line->row)->table;
  const PlxSlipTable *head = table > 0 ? &g_array_index (self->tables, PlxSlipTable, table - 1)
                                       : NULL;

  *first = *end = 0;
  if (head == NULL || line->is_head || head->height > room / 3)
    return 0;

  *first = head->first;
  *end = head->end;

  return head->height;
}

/* Adds the articles that a line cites to those that are there, each once, in order. */
void
plx_slip_add_cites (const PlxSlip *self,
                    guint          index,
                    GArray        *articles)
{
  const PlxSlipLine *line = plx_slip_line (self, index);
  const PlxSlipRow *row = plx_slip_row (self, line->row);

  for (guint i = 0; i < row->n_pieces; i++)
    {
      const PlxSheetBlock *block =
        g_array_index (self->pieces, PlxSlipPiece, row->first_piece + i).block;

      for (guint j = 0; j < block->cites->len; j++)
        {
          const PlxSheetCite *cite = &g_array_index (block->cites, PlxSheetCite, j);
          guint32 article = cite->article;
          guint place = 0;

          if (cite->line != line->index)
            continue;
          while (place < articles->len && g_array_index (articles, guint32, place) < article)
            place++;
          if (place == articles->len || g_array_index (articles, guint32, place) != article)
            g_array_insert_val (articles, place, article);
        }
    }
}

/* Room before what comes next; the greater of two counts. */
void
plx_slip_maker_space (PlxSlipMaker *self,
                      double        ems)
{
  self->space = MAX (self->space, em_of (self, ems));
}

static PlxSlipLine *
add_line (PlxSlipMaker *self,
          guint         row,
          guint         index,
          double        height)
{
  PlxSlipLine line = { .row = row, .index = index, .space = self->space, .height = height,
                       .begins_page = self->begins_page, .is_head = self->is_in_head };

  line.is_hidden = line.is_head && self->form.continues;
  self->space = 0;
  if (!line.is_hidden)
    self->begins_page = FALSE;
  g_array_append_val (self->slip->lines, line);

  return &g_array_index (self->slip->lines, PlxSlipLine, self->slip->lines->len - 1);
}

/* Keeps what was just made on one page with what comes after it. */
void
plx_slip_maker_keep (PlxSlipMaker *self)
{
  GArray *lines = self->slip->lines;

  if (lines->len > 0)
    g_array_index (lines, PlxSlipLine, lines->len - 1).keep = PLX_SLIP_KEEP_ALWAYS;
}

/* What can be led to begins with the next line. */
void
plx_slip_maker_mark (PlxSlipMaker *self,
                     const char   *title,
                     guint         level,
                     const char   *id)
{
  PlxSlipMark mark = { self->slip->lines->len, level, g_strdup (title), g_strdup (id) };

  g_array_append_val (self->slip->marks, mark);
}

/* Adds a text to the row that is being made; @left is from where one begins to read. */
void
plx_slip_maker_piece (PlxSlipMaker       *self,
                      const PlxSheetText *text,
                      PlxSheetFace        face,
                      PlxSheetAlign       align,
                      double              left,
                      double              width)
{
  PlxSlipPiece piece = {
    .block = plx_sheet_setter_set (self->setter, text, face, align, width, self->is_measured),
    .x = self->setter->is_rtl ? self->width - left - width : left,
  };

  g_array_append_val (self->slip->pieces, piece);
}

/* Ends the row of the texts since the last one. Its first two lines stay together, and so do its
 * last two. */
void
plx_slip_maker_row (PlxSlipMaker *self,
                    PlxSlipRow    row)
{
  GArray *pieces = self->slip->pieces;
  const PlxSlipRow *last = self->slip->rows->len > 0
                           ? plx_slip_row (self->slip, self->slip->rows->len - 1) : NULL;
  double pitch = 0;
  guint n = 0;

  self->is_under_head = self->is_detail = FALSE;
  row.first_piece = last != NULL ? last->first_piece + last->n_pieces : 0;
  row.n_pieces = pieces->len - row.first_piece;
  row.table = self->table;
  for (guint i = row.first_piece; i < pieces->len; i++)
    {
      const PlxSheetBlock *block = g_array_index (pieces, PlxSlipPiece, i).block;

      pitch = MAX (pitch, block->pitch);
      row.baseline = MAX (row.baseline, block->pitch / 2 + BELOW_MIDDLE * block->size);
      n = MAX (n, block->n_lines);
    }

  g_array_append_val (self->slip->rows, row);
  for (guint i = 0; i < n; i++)
    {
      PlxSlipLine *line = add_line (self, self->slip->rows->len - 1, i, pitch);

      if (i + 1 < n && (i == 0 || i + 2 == n || row.role == PLX_SLIP_HEADING))
        line->keep = PLX_SLIP_KEEP_ALWAYS;
    }
}

void
plx_slip_maker_rule (PlxSlipMaker *self,
                     double        thickness,
                     double        gray)
{
  const PlxSlipRow *last = self->slip->rows->len > 0
                           ? plx_slip_row (self->slip, self->slip->rows->len - 1) : NULL;
  PlxSlipRow row = { .role = PLX_SLIP_RULE, .rule = thickness, .gray = gray, .bar = -1,
                     .table = self->table,
                     .first_piece = last != NULL ? last->first_piece + last->n_pieces : 0 };

  g_array_append_val (self->slip->rows, row);
  add_line (self, self->slip->rows->len - 1, 0, thickness);
}

/* How headings stand: the face, and the room before and after, in ems. */
static const struct
{
  PlxSheetFace face;
  double       before;
  double       after;
} headings[] = {
  { PLX_FACE_TITLE, 0.4, 0.5 },
  { PLX_FACE_SECTION, 2.4, 0.55 },
  { PLX_FACE_HEADING, 1.3, 0.2 },
  { PLX_FACE_MINOR, 0.9, 0.15 },
};

static void
add_heading (PlxSheetWriter     *writer,
             guint               level,
             const PlxSheetText *text,
             const char         *id)
{
  PlxSlipMaker *self = (PlxSlipMaker *) writer;

  level = MIN (level, G_N_ELEMENTS (headings) - 1);
  plx_slip_maker_space (self, headings[level].before);
  plx_slip_maker_mark (self, text->string->str, level, id);
  if (level == 1)
    {
      plx_slip_maker_rule (self, 0.8, 0);
      plx_slip_maker_keep (self);
      plx_slip_maker_space (self, 0.3);
    }

  plx_slip_maker_piece (self, text, headings[level].face, PLX_ALIGN_START, 0, self->width);
  plx_slip_maker_row (self, (PlxSlipRow) { .role = PLX_SLIP_HEADING, .level = level, .bar = -1 });
  plx_slip_maker_keep (self);
  plx_slip_maker_space (self, headings[level].after);
  self->is_under_head = TRUE;
}

/* How paragraphs stand: indented by so many ems, with a bar beside them, and the room before and
 * after. */
static const struct
{
  double indent;
  double bar;
  double before;
  double after;
} paragraphs[] = {
  [PLX_STYLE_TEXT] = { 0, 0, 0, 0.5 },
  [PLX_STYLE_SMALL] = { 0, 0, 0, 0.4 },
  [PLX_STYLE_LEAD] = { 0, 0, 0, 0.7 },
  [PLX_STYLE_QUOTE] = { 1.2, 0, 0.1, 0.35 },
  [PLX_STYLE_META] = { 0, 0, 0, 0.3 },
  [PLX_STYLE_KICKER] = { 0, 0, 0, 0.3 },
  [PLX_STYLE_LABEL] = { 0, 0, 0.3, 0.15 },
  [PLX_STYLE_DETAIL] = { 1.9, 0.8, 0, 0 },
  [PLX_STYLE_NOTE] = { 1.9, 2.2, 0.3, 0.3 },
};

static void
add_paragraph (PlxSheetWriter     *writer,
               PlxSheetStyle       style,
               const PlxSheetText *text)
{
  PlxSlipMaker *self = (PlxSlipMaker *) writer;
  double indent = em_of (self, paragraphs[style].indent);
  PlxSlipRow row = { .role = PLX_SLIP_PARAGRAPH, .bar = -1 };
  gboolean is_under_head;

  if (paragraphs[style].bar > 0)
    {
      row.bar = indent - em_of (self, 0.7);
      row.bar_width = paragraphs[style].bar;
      row.bar = self->setter->is_rtl ? self->width - row.bar - row.bar_width : row.bar;
    }

  /* A detail alone on top of a page says nothing. */
  if (style == PLX_STYLE_DETAIL && !self->is_detail)
    plx_slip_maker_keep (self);

  plx_slip_maker_space (self, paragraphs[style].before);
  plx_slip_maker_piece (self, text, (PlxSheetFace) style, PLX_ALIGN_START, indent,
                        self->width - indent);
  is_under_head = self->is_under_head && style == PLX_STYLE_META;
  plx_slip_maker_row (self, row);
  if (style == PLX_STYLE_KICKER || style == PLX_STYLE_LABEL || is_under_head)
    plx_slip_maker_keep (self);
  self->is_under_head = is_under_head;
  self->is_detail = style == PLX_STYLE_DETAIL;
  plx_slip_maker_space (self, paragraphs[style].after);
}

/* In ems: how far the text of an item is indented, that of one whose marker is more than a sign or
 * a number, what is between the two, and about how wide a letter of a marker is. */
#define ITEM 2.2
#define WIDE_ITEM 3.0
#define BEFORE_ITEM 0.6
#define MARKER_LETTER 0.52

static void
add_item (PlxSheetWriter     *writer,
          const char         *marker,
          const PlxSheetText *text,
          const char         *id)
{
  PlxSlipMaker *self = (PlxSlipMaker *) writer;
  glong n_letters = g_utf8_strlen (marker, -1);
  gboolean is_wide = n_letters > 1 && !g_ascii_isdigit (*marker);
  double indent = em_of (self, is_wide ? WIDE_ITEM : ITEM);
  double room = indent - em_of (self, BEFORE_ITEM);
  /* A marker that has no room hangs into the margin: it is never broken. */
  double width = MAX (room, em_of (self, n_letters * MARKER_LETTER));
  g_autoptr (PlxSheetText) hung = plx_sheet_text_new (marker, NULL);

  if (id != NULL)
    plx_slip_maker_mark (self, NULL, PLX_SLIP_NO_HEADING, id);
  plx_slip_maker_piece (self, hung, (PlxSheetFace) PLX_STYLE_TEXT, PLX_ALIGN_END,
                        room - width, width);
  plx_slip_maker_piece (self, text, (PlxSheetFace) PLX_STYLE_TEXT,
                        plx_sheet_setter_lean (self->setter, text->string->str), indent,
                        self->width - indent);
  plx_slip_maker_row (self, (PlxSlipRow) { .role = PLX_SLIP_ITEM, .bar = -1 });
  plx_slip_maker_space (self, 0.3);
}

static void
add_figure (PlxSheetWriter       *writer,
            const PlxSheetFigure *figure)
{
  PlxSlipMaker *self = (PlxSlipMaker *) writer;
  double width = self->width * CLAMP (figure->width, 0.05, 1);
  double height = MIN (width * figure->aspect, self->max_figure);
  PlxSlipFigure kept = { g_strdup (figure->alt), (self->width - width) / 2, width, figure->draw,
                         figure->data, figure->destroy };
  PlxSlipRow row = { .role = PLX_SLIP_FIGURE, .bar = -1, .figure = self->slip->figures->len };
  const PlxSlipRow *last = self->slip->rows->len > 0
                           ? plx_slip_row (self->slip, self->slip->rows->len - 1) : NULL;

  row.first_piece = last != NULL ? last->first_piece + last->n_pieces : 0;
  plx_slip_maker_space (self, 0.6);
  if (figure->id != NULL)
    plx_slip_maker_mark (self, NULL, PLX_SLIP_NO_HEADING, figure->id);
  g_array_append_val (self->slip->figures, kept);
  g_array_append_val (self->slip->rows, row);
  add_line (self, self->slip->rows->len - 1, 0, height);

  if (figure->caption != NULL)
    {
      plx_slip_maker_keep (self);
      plx_slip_maker_space (self, 0.4);
      plx_slip_maker_piece (self, figure->caption, (PlxSheetFace) PLX_STYLE_META, PLX_ALIGN_START,
                            0, self->width);
      plx_slip_maker_row (self, (PlxSlipRow) { .role = PLX_SLIP_CAPTION, .bar = -1 });
    }
  plx_slip_maker_space (self, 0.8);
}

static void
begin_section (PlxSheetWriter *writer,
               const char     *id,
               const char     *title)
{
  plx_slip_maker_mark ((PlxSlipMaker *) writer, NULL, PLX_SLIP_NO_HEADING, id);
}

static void
begin_group (PlxSheetWriter *writer)
{
  PlxSlipMaker *self = (PlxSlipMaker *) writer;

  self->group = self->slip->lines->len;
}

static void
end_group (PlxSheetWriter *writer)
{
  PlxSlipMaker *self = (PlxSlipMaker *) writer;

  for (guint i = self->group; i + 1 < self->slip->lines->len; i++)
    {
      PlxSlipLine *line = &g_array_index (self->slip->lines, PlxSlipLine, i);

      line->keep = MAX (line->keep, PLX_SLIP_KEEP_GROUP);
    }
  self->group = G_MAXUINT;
}

static void
add_space (PlxSheetWriter *writer,
           double          lines)
{
  PlxSlipMaker *self = (PlxSlipMaker *) writer;

  self->space += lines * plx_sheet_face_get_type ((PlxSheetFace) PLX_STYLE_TEXT)->pitch *
                 self->setter->em;
}

static void
break_page (PlxSheetWriter *writer)
{
  ((PlxSlipMaker *) writer)->begins_page = TRUE;
}

static const PlxSheetWriterClass slip_class = {
  .begin_section = begin_section,
  .heading = add_heading,
  .paragraph = add_paragraph,
  .list_item = add_item,
  .begin_table = plx_slip_begin_table,
  .row = plx_slip_add_row,
  .end_table = plx_slip_end_table,
  .figure = add_figure,
  .begin_group = begin_group,
  .end_group = end_group,
  .space = add_space,
  .page_break = break_page,
  .count_columns = plx_slip_count_columns,
};

/**
 * plx_slip_maker_init:
 * @self: (out caller-allocates): a writer
 * @setter: sets its texts
 * @width: of the column of the page, in points
 * @max_figure: the greatest height of a figure
 * @is_measured: whether nothing of it is going to be drawn
 *
 * Begins a slip; plx_slip_maker_finish() ends it.
 */
void
plx_slip_maker_init (PlxSlipMaker   *self,
                     PlxSheetSetter *setter,
                     double          width,
                     double          max_figure,
                     gboolean        is_measured)
{
  *self = (PlxSlipMaker) {
    .writer = { &slip_class }, .setter = setter, .slip = slip_new (), .width = width,
    .max_figure = max_figure, .is_measured = is_measured, .group = G_MAXUINT,
  };
}

/**
 * plx_slip_maker_finish:
 * @self: a writer
 * @tail: (out): what the first line of the next slip takes over
 *
 * Returns: (transfer full): what was written
 */
PlxSlip *
plx_slip_maker_finish (PlxSlipMaker *self,
                       PlxSlipTail  *tail)
{
  GArray *lines = self->slip->lines;

  tail->space = self->space;
  tail->is_break = self->begins_page;
  /* Small words with which a part ends were what stands under its heading. */
  if (self->is_under_head && lines->len > 0)
    {
      PlxSlipLine *last = &g_array_index (lines, PlxSlipLine, lines->len - 1);

      if (plx_slip_row (self->slip, last->row)->role == PLX_SLIP_PARAGRAPH)
        last->keep = PLX_SLIP_KEEP_NOT;
    }
  g_clear_pointer (&self->columns, g_free);
  g_clear_pointer (&self->lefts, g_free);
  g_clear_pointer (&self->widths, g_free);

  return g_steal_pointer (&self->slip);
}
