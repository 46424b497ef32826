/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-desk.h"

/* What is open in the structure around the rows of a page. */
typedef enum
{
  AROUND_NOTHING,
  AROUND_LIST,
  AROUND_TABLE,
} Around;

static const char *const around_tags[] = { NULL, "L", "Table" };
static const char *const heading_tags[] = { "H1", "H2", "H3", "H4" };

/* Some lines of a row that stand on one page: a row, or as much of it as the page has. */
typedef struct
{
  const PlxSheetLaid *first;
  guint               n;
  const PlxSlip      *slip;
  const PlxSlipRow   *row;
} Piece;

static const PlxSlipLine *
line_of (const Piece *piece,
         guint        index)
{
  return plx_slip_line (piece->slip, piece->first[index].line);
}

static void
draw_bar (const Piece *piece,
          cairo_t     *cr)
{
  double end = piece->first[piece->n - 1].y + line_of (piece, piece->n - 1)->height;

  cairo_set_source_rgb (cr, 0.25, 0.25, 0.25);
  cairo_rectangle (cr, piece->row->bar, piece->first->y, piece->row->bar_width,
                   end - piece->first->y);
  cairo_fill (cr);
}

/* The lines of one text of the row. */
static void
draw_text (PlxSheetDesk *self,
           const Piece  *piece,
           guint         which,
           const char   *tag,
           cairo_t      *cr)
{
  const PlxSlipPiece *text = &g_array_index (piece->slip->pieces, PlxSlipPiece,
                                             piece->row->first_piece + which);

  plx_sheet_desk_open (self, cr, tag);
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; i < piece->n; i++)
    {
      const PlxSlipLine *line = line_of (piece, i);
      double y = piece->first[i].y;

      if (line->index >= text->block->n_lines)
        continue;

      plx_sheet_block_draw_line (text->block, line->index, cr, text->x, y + piece->row->baseline);
      plx_sheet_desk_link_line (self, cr, text->block, line->index, text->x, y, line->height);
    }
  plx_sheet_desk_close (self, cr, tag);
}

static void
draw_rule (PlxSheetDesk *self,
           const Piece  *piece,
           cairo_t      *cr)
{
  cairo_set_source_rgb (cr, piece->row->gray, piece->row->gray, piece->row->gray);
  cairo_rectangle (cr, 0, piece->first->y, self->form.column, piece->row->rule);
  cairo_fill (cr);
}

static void
draw_figure (PlxSheetDesk *self,
             const Piece  *piece,
             cairo_t      *cr)
{
  const PlxSlipFigure *figure = &g_array_index (piece->slip->figures, PlxSlipFigure,
                                                piece->row->figure);
  PlxSheetCanvas canvas = { cr, self->setter->context, figure->width, line_of (piece, 0)->height,
                            self->form.em };

  if (self->is_tagged)
    g_ptr_array_add (self->alts, g_strdup (figure->alt != NULL ? figure->alt : ""));
  plx_sheet_desk_open (self, cr, "Figure");
  cairo_save (cr);
  cairo_translate (cr, figure->x, piece->first->y);
  cairo_rectangle (cr, 0, 0, canvas.width, canvas.height);
  cairo_clip (cr);
  cairo_new_path (cr);
  figure->draw (&canvas, figure->data);
  cairo_restore (cr);
  plx_sheet_desk_close (self, cr, "Figure");
}

static void
draw_cells (PlxSheetDesk *self,
            const Piece  *piece,
            cairo_t      *cr)
{
  const char *tag = piece->row->kind == PLX_ROW_BODY ? "TD" : "TH";

  plx_sheet_desk_open (self, cr, "TR");
  for (guint i = 0; i < piece->row->n_pieces; i++)
    draw_text (self, piece, i, tag, cr);
  plx_sheet_desk_close (self, cr, "TR");
}

static void
draw_item (PlxSheetDesk *self,
           const Piece  *piece,
           cairo_t      *cr)
{
  plx_sheet_desk_open (self, cr, "LI");
  for (guint i = 0; i < piece->row->n_pieces; i++)
    draw_text (self, piece, i, i == 0 ? "Lbl" : "LBody", cr);
  plx_sheet_desk_close (self, cr, "LI");
}

static void
draw_piece (PlxSheetDesk *self,
            const Piece  *piece,
            cairo_t      *cr)
{
  switch (piece->row->role)
    {
    case PLX_SLIP_RULE:
      break;

    case PLX_SLIP_FIGURE:
      draw_figure (self, piece, cr);
      break;

    case PLX_SLIP_CELLS:
      draw_cells (self, piece, cr);
      break;

    case PLX_SLIP_ITEM:
      draw_item (self, piece, cr);
      break;

    case PLX_SLIP_HEADING:
      draw_text (self, piece, 0, heading_tags[piece->row->level], cr);
      break;

    case PLX_SLIP_CAPTION:
      draw_text (self, piece, 0, "Caption", cr);
      break;

    case PLX_SLIP_PARAGRAPH:
    default:
      draw_text (self, piece, 0, "P", cr);
    }
}

/* Ends what is open around the last row, and begins what is to be around the next one. */
static void
go_into (PlxSheetDesk *self,
         Around       *around,
         Around        next,
         cairo_t      *cr)
{
  if (*around == next)
    return;

  if (*around != AROUND_NOTHING)
    plx_sheet_desk_close (self, cr, around_tags[*around]);
  if (next != AROUND_NOTHING)
    plx_sheet_desk_open (self, cr, around_tags[next]);
  *around = next;
}

/* A section goes on over the pages. */
static void
go_into_section (PlxSheetDesk *self,
                 Around       *around,
                 guint         section,
                 cairo_t      *cr)
{
  if (self->sect == section + 1)
    return;

  go_into (self, around, AROUND_NOTHING, cr);
  plx_sheet_desk_end_tags (self, cr);
  plx_sheet_desk_open (self, cr, "Sect");
  self->sect = section + 1;
}

/* Ends the section that is open in the structure. */
void
plx_sheet_desk_end_tags (PlxSheetDesk *self,
                         cairo_t      *cr)
{
  if (self->sect > 0)
    plx_sheet_desk_close (self, cr, "Sect");
  self->sect = 0;
}

/* The next piece of a page, from one of its lines on. Gives where it ends. */
static guint
read_piece (const GArray *laid,
            guint         start,
            Piece        *piece)
{
  const PlxSheetLaid *first = &g_array_index (laid, PlxSheetLaid, start);
  guint index = plx_slip_line (first->slip, first->line)->row;
  guint end;

  *piece = (Piece) { first, 1, first->slip, plx_slip_row (first->slip, index) };
  for (end = start + 1; end < laid->len; end++, piece->n++)
    {
      const PlxSheetLaid *each = &g_array_index (laid, PlxSheetLaid, end);

      if (each->slip != first->slip || plx_slip_line (each->slip, each->line)->row != index)
        break;
    }

  return end;
}

/* What is not part of the text: rules and bars. */
static void
draw_ornaments (PlxSheetDesk *self,
                const GArray *laid,
                cairo_t      *cr)
{
  Piece piece;

  for (guint start = 0; start < laid->len; )
    {
      start = read_piece (laid, start, &piece);
      if (piece.row->bar >= 0)
        draw_bar (&piece, cr);
      if (piece.row->role == PLX_SLIP_RULE)
        draw_rule (self, &piece, cr);
    }
}

static void
draw_column (PlxSheetDesk *self,
             const GArray *laid,
             cairo_t      *cr)
{
  Around around = AROUND_NOTHING;
  guint last_table = 0;
  Piece piece;

  for (guint start = 0; start < laid->len; )
    {
      const PlxSlipTable *table;

      start = read_piece (laid, start, &piece);
      table = piece.row->table > 0 ? &g_array_index (piece.slip->tables, PlxSlipTable,
                                                     piece.row->table - 1) : NULL;
      go_into_section (self, &around, piece.first->section, cr);
      if (table != NULL && piece.row->table != last_table && !table->continues)
        go_into (self, &around, AROUND_NOTHING, cr);
      last_table = piece.row->table;
      go_into (self, &around, table != NULL ? AROUND_TABLE :
               piece.row->role == PLX_SLIP_ITEM ? AROUND_LIST : AROUND_NOTHING, cr);
      draw_piece (self, &piece, cr);
    }
  go_into (self, &around, AROUND_NOTHING, cr);
}

/**
 * plx_sheet_desk_draw:
 * @self: a desk
 * @leaf: a page
 * @cr: where to; the origin is the paper's upper left corner and a unit is a point
 *
 * Draws a page. Where the structure is written, the pages have to be drawn in order.
 */
void
plx_sheet_desk_draw (PlxSheetDesk       *self,
                     const PlxSheetLeaf *leaf,
                     cairo_t            *cr)
{
  g_autoptr (GArray) cites = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) laid = plx_sheet_desk_lay (self, leaf, cites);
  double top = leaf->page > 0 ? self->form.top : 0;

  cairo_save (cr);
  cairo_translate (cr, self->form.margin, self->form.margin);

  /* All that is not text is told together: each telling costs memory until the PDF is done. */
  plx_sheet_desk_open (self, cr, "Artifact");
  plx_sheet_desk_draw_edges (self, leaf, cites, cr);
  cairo_translate (cr, 0, top);
  draw_ornaments (self, laid, cr);
  plx_sheet_desk_close (self, cr, "Artifact");

  draw_column (self, laid, cr);
  cairo_translate (cr, 0, self->form.top - top);
  plx_sheet_desk_draw_notes (self, cites, cr);
  cairo_restore (cr);
}
