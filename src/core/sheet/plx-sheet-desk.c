/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-desk.h"

/* Parts that are kept set: a page has seldom more, and its neighbours have some of them. */
#define N_SLIPS 16

/* In lines of text: what head and foot of a page take, and what notes and figures may take of a
 * page. */
#define HEAD_LINES 2.2
#define FOOT_LINES 2.2
#define MAX_NOTES 0.35
#define MAX_FIGURE 0.72

typedef struct
{
  guint        section;
  guint        part;
  PlxSlip     *slip;
  PlxSlipTail  tail;
} Kept;

/* The form of the pages of a plan; however small the paper and large the margin, there is some
 * room for text. */
void
plx_sheet_form_init (PlxSheetForm       *form,
                     const PlxSheetPlan *plan)
{
  *form = (PlxSheetForm) { .em = plan->font_size };
  plx_sheet_plan_get_page_size (plan, &form->width, &form->height);
  form->margin = MIN (plan->margin, 0.25 * MIN (form->width, form->height));
  form->column = form->width - 2 * form->margin;
  form->top = HEAD_LINES * form->em;
  form->room = form->height - 2 * form->margin - (HEAD_LINES + FOOT_LINES) * form->em;
}

/**
 * plx_sheet_desk_new:
 * @content: what is printed
 * @memos: where its lines end, to be added to or read
 *
 * Returns: (transfer full): a desk, for one thread at a time
 */
PlxSheetDesk *
plx_sheet_desk_new (PlxSheetContent *content,
                    PlxSheetMemos   *memos)
{
  PlxSheetDesk *self = g_new0 (PlxSheetDesk, 1);
  PlxSheetMatter *matter = plx_sheet_content_get_matter (content);

  self->content = plx_sheet_content_ref (content);
  self->memos = plx_sheet_memos_ref (memos);
  plx_sheet_form_init (&self->form, plx_sheet_content_get_plan (content));
  self->setter = plx_sheet_setter_new (self->form.em, matter->language);
  self->notes = plx_sheet_notes_new (matter, self->setter, self->form.column,
                                     MAX_NOTES * self->form.room);
  self->title = g_strdup (plx_sheet_content_get_title (content));
  self->alts = g_ptr_array_new_with_free_func (g_free);
  g_queue_init (&self->slips);

  return self;
}

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  plx_slip_free (kept->slip);
  g_free (kept);
}

void
plx_sheet_desk_free (PlxSheetDesk *self)
{
  g_queue_clear_full (&self->slips, kept_free);
  plx_sheet_notes_free (self->notes);
  plx_sheet_setter_free (self->setter);
  plx_sheet_memos_unref (self->memos);
  plx_sheet_content_unref (self->content);
  g_ptr_array_unref (self->alts);
  g_free (self->title);
  g_free (self);
}

/**
 * plx_sheet_desk_set:
 * @self: a desk
 * @section: a section of the content
 * @part: a part of it
 * @is_measured: whether it is not going to be drawn
 * @tail: (out): what it hands on to the part after it
 *
 * Returns: (transfer full): the part, set in lines
 */
PlxSlip *
plx_sheet_desk_set (PlxSheetDesk *self,
                    guint         section,
                    guint         part,
                    gboolean      is_measured,
                    PlxSlipTail  *tail)
{
  g_autoptr (GArray) memo = is_measured ? g_array_new (FALSE, FALSE, sizeof (guint32))
                                        : plx_sheet_memos_lookup (self->memos, section, part);
  PlxSlipMaker maker;

  self->setter->memo = memo;
  self->setter->memo_place = 0;
  self->setter->is_recalling = !is_measured;
  plx_slip_maker_init (&maker, self->setter, self->form.column, MAX_FIGURE * self->form.room,
                       is_measured);
  plx_sheet_content_write_part (self->content, section, part, &maker.writer);
  self->setter->memo = NULL;
  if (is_measured)
    plx_sheet_memos_add (self->memos, section, part, memo);

  return plx_slip_maker_finish (&maker, tail);
}

/* A part that is drawn, set anew where it is not among those that were drawn last. */
static const PlxSlip *
get_slip (PlxSheetDesk *self,
          guint         section,
          guint         part,
          PlxSlipTail  *tail)
{
  Kept *kept;

  for (GList *l = self->slips.head; l != NULL; l = l->next)
    {
      kept = l->data;
      if (kept->section == section && kept->part == part)
        {
          g_queue_unlink (&self->slips, l);
          g_queue_push_head_link (&self->slips, l);
          *tail = kept->tail;
          return kept->slip;
        }
    }

  kept = g_new0 (Kept, 1);
  kept->section = section;
  kept->part = part;
  kept->slip = plx_sheet_desk_set (self, section, part, FALSE, &kept->tail);
  g_queue_push_head (&self->slips, kept);
  *tail = kept->tail;

  return kept->slip;
}

/* Lets go the parts that were drawn longest ago, but none that a page still needs. */
static void
forget_slips (PlxSheetDesk *self,
              guint         n_needed)
{
  while (self->slips.length > MAX (n_needed, N_SLIPS))
    kept_free (g_queue_pop_tail (&self->slips));
}

static gboolean
is_before (const PlxSheetCursor *a,
           const PlxSheetCursor *b)
{
  if (a->section != b->section)
    return a->section < b->section;
  if (a->part != b->part)
    return a->part < b->part;

  return a->line < b->line;
}

/* What is known while the lines of a page are laid one under the other, in the manner of
 * plx-sheet-breaker.c. */
typedef struct
{
  GArray      *laid;
  GArray      *cites;
  double       y;
  gboolean     is_empty;
  gboolean     is_fresh;
  PlxSlipTail  tail;
} Laying;

static void
lay_line (Laying        *laying,
          const PlxSlip *slip,
          guint          line,
          guint          section,
          double         space)
{
  PlxSheetLaid laid = { slip, line, section, laying->y + space };

  g_array_append_val (laying->laid, laid);
  plx_slip_add_cites (slip, line, laying->cites);
  laying->y = laid.y + plx_slip_line (slip, line)->height;
}

static void
lay_head (PlxSheetDesk  *self,
          Laying        *laying,
          const PlxSlip *slip,
          guint          line,
          guint          section)
{
  guint first, end;

  if (plx_slip_get_head (slip, line, self->form.room, &first, &end) <= 0)
    return;

  for (guint i = first; i < end; i++)
    lay_line (laying, slip, i, section, i > first ? plx_slip_line (slip, i)->space : 0);
  laying->is_empty = FALSE;
  laying->is_fresh = TRUE;
}

static void
lay_part (PlxSheetDesk         *self,
          Laying               *laying,
          const PlxSheetLeaf   *leaf,
          PlxSheetCursor        at)
{
  PlxSlipTail tail;
  const PlxSlip *slip = get_slip (self, at.section, at.part, &tail);

  for (; at.line < slip->lines->len && is_before (&at, &leaf->end); at.line++)
    {
      const PlxSlipLine *line = plx_slip_line (slip, at.line);
      double space;

      if (line->is_hidden)
        continue;
      if (laying->laid->len == 0)
        lay_head (self, laying, slip, at.line, at.section);

      space = laying->is_fresh ? line->space : MAX (line->space, laying->tail.space);
      lay_line (laying, slip, at.line, at.section, laying->is_empty ? 0 : space);
      laying->is_empty = laying->is_fresh = FALSE;
      laying->tail.space = 0;
    }
  laying->tail.space = MAX (laying->tail.space, tail.space);
}

/**
 * plx_sheet_desk_lay:
 * @self: a desk
 * @leaf: a page
 * @cites: (element-type guint32): where to add the articles that it cites
 *
 * Returns: (transfer full) (element-type PlxSheetLaid): the lines of the page, from the top of the
 *   column; of use until the next page is laid
 */
GArray *
plx_sheet_desk_lay (PlxSheetDesk       *self,
                    const PlxSheetLeaf *leaf,
                    GArray             *cites)
{
  Laying laying = { g_array_new (FALSE, FALSE, sizeof (PlxSheetLaid)), cites, 0, TRUE, FALSE,
                    { 0 } };
  PlxSheetCursor at = leaf->start;
  guint n_needed = 0;

  for (; at.section < plx_sheet_content_get_n_sections (self->content) &&
         is_before (&at, &leaf->end); at.section++)
    {
      guint n_parts = plx_sheet_content_count_parts (self->content, at.section, NULL);

      for (; at.part < n_parts && is_before (&at, &leaf->end); at.part++)
        {
          lay_part (self, &laying, leaf, at);
          at.line = 0;
          n_needed++;
        }
      at.part = 0;
    }
  forget_slips (self, n_needed);

  return laying.laid;
}

/* The lines of each cell are read before the next cell's, as eyes read them. */
static void
append_row (const GArray *laid,
            guint         start,
            guint         end,
            GString      *text)
{
  const PlxSheetLaid *first = &g_array_index (laid, PlxSheetLaid, start);
  const PlxSlipRow *row = plx_slip_row (first->slip, plx_slip_line (first->slip,
                                                                    first->line)->row);
  gsize before = text->len;

  for (guint i = 0; i < row->n_pieces; i++)
    {
      const PlxSheetBlock *block =
        g_array_index (first->slip->pieces, PlxSlipPiece, row->first_piece + i).block;

      if (text->len > before && text->str[text->len - 1] != ' ')
        g_string_append_c (text, ' ');
      for (guint j = start; j < end; j++)
        {
          const PlxSheetLaid *each = &g_array_index (laid, PlxSheetLaid, j);
          guint line = plx_slip_line (each->slip, each->line)->index;

          if (line < block->n_lines)
            plx_sheet_block_append_line (block, line, text);
        }
    }
  if (row->role == PLX_SLIP_FIGURE)
    g_string_append (text, g_array_index (first->slip->figures, PlxSlipFigure, row->figure).alt);

  if (text->len > before)
    g_string_append_c (text, '\n');
}

static void
append_note (const PlxSheetBlock *block,
             guint                article,
             gboolean             is_number,
             double               x,
             double               y,
             gpointer             data)
{
  GString *text = data;

  for (guint i = 0; i < block->n_lines; i++)
    plx_sheet_block_append_line (block, i, text);
  g_string_append_c (text, is_number ? ' ' : '\n');
}

/**
 * plx_sheet_desk_dup_text:
 * @self: a desk
 * @leaf: a page
 *
 * Returns: (transfer full): what stands on the page, as it is read: row by row, and in a row cell
 *   by cell; then the notes and the number of the page
 */
char *
plx_sheet_desk_dup_text (PlxSheetDesk       *self,
                         const PlxSheetLeaf *leaf)
{
  g_autoptr (GArray) cites = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) laid = plx_sheet_desk_lay (self, leaf, cites);
  g_autofree char *number = plx_sheet_desk_dup_number (leaf);
  GString *text = g_string_new (NULL);
  guint end;

  for (guint start = 0; start < laid->len; start = end)
    {
      const PlxSheetLaid *first = &g_array_index (laid, PlxSheetLaid, start);

      for (end = start + 1; end < laid->len; end++)
        {
          const PlxSheetLaid *each = &g_array_index (laid, PlxSheetLaid, end);

          if (each->slip != first->slip || plx_slip_line (each->slip, each->line)->row !=
              plx_slip_line (first->slip, first->line)->row)
            break;
        }
      append_row (laid, start, end, text);
    }

  plx_sheet_notes_foreach (self->notes, cites, append_note, text);
  g_string_append_printf (text, "%s\n", number);

  return g_string_free_and_steal (text);
}
