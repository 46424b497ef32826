/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-breaker.h"

/* Rather than leave more than this part of a page empty, a group is torn apart. */
#define MAX_HOLE 0.25

/* A line that waits for its page. */
typedef struct
{
  PlxSheetCursor  at;
  double          space;
  double          height;
  double          head;        /* what comes before it on top of a page */
  double          inner_space; /* between that and the line */
  PlxSlipKeep     keep;
  gboolean        begins_page;
  GArray         *cites;       /* nullable; guint32 */
  GArray         *head_cites;  /* nullable; guint32 */
  GPtrArray      *marks;       /* nullable; PlxSheetPlace */
} Line;

struct _PlxSheetBreaker
{
  PlxSheetNotes        *notes;
  double                room;
  PlxSheetBreakerPage   add_page;
  PlxSheetBreakerPlace  add_place;
  gpointer              data;

  GArray               *lines;   /* Line; in order */
  guint                 n_placed; /* how many of these have their page */
  PlxSlipTail           tail;    /* of the last slip */
  guint                 n_torn;  /* lines of a group that is being torn apart */

  guint                 n_pages;
  double                y;
  gboolean              is_empty;  /* whether the page has no line yet */
  gboolean              is_fresh;  /* whether the next line is the first after a head */
  GArray               *cites;     /* guint32: what the page cites */
};

static void
place_free (gpointer data)
{
  PlxSheetPlace *place = data;

  g_free (place->title);
  g_free (place->id);
  g_free (place);
}

static void
line_clear (gpointer data)
{
  Line *line = data;

  g_clear_pointer (&line->cites, g_array_unref);
  g_clear_pointer (&line->head_cites, g_array_unref);
  g_clear_pointer (&line->marks, g_ptr_array_unref);
}

/**
 * plx_sheet_breaker_new:
 * @notes: the footnotes
 * @room: the height of the column of a page, in points
 * @add_page: is told of each page when its first line is known
 * @add_place: is told of each heading and id when its page is known
 * @data: for both
 *
 * Returns: (transfer full): a breaker that has no page yet
 */
PlxSheetBreaker *
plx_sheet_breaker_new (PlxSheetNotes        *notes,
                       double                room,
                       PlxSheetBreakerPage   add_page,
                       PlxSheetBreakerPlace  add_place,
                       gpointer              data)
{
  PlxSheetBreaker *self = g_new0 (PlxSheetBreaker, 1);

  self->notes = notes;
  self->room = room;
  self->add_page = add_page;
  self->add_place = add_place;
  self->data = data;
  self->lines = g_array_new (FALSE, TRUE, sizeof (Line));
  g_array_set_clear_func (self->lines, line_clear);
  self->cites = g_array_new (FALSE, FALSE, sizeof (guint32));

  return self;
}

void
plx_sheet_breaker_free (PlxSheetBreaker *self)
{
  g_array_unref (self->lines);
  g_array_unref (self->cites);
  g_free (self);
}

static void
add_cites (GArray *to,
           GArray *from)
{
  for (guint i = 0; from != NULL && i < from->len; i++)
    {
      guint32 article = g_array_index (from, guint32, i);
      guint place = 0;

      while (place < to->len && g_array_index (to, guint32, place) < article)
        place++;
      if (place == to->len || g_array_index (to, guint32, place) != article)
        g_array_insert_val (to, place, article);
    }
}

static const Line *
line_at (PlxSheetBreaker *self,
         guint            index)
{
  return &g_array_index (self->lines, Line, self->n_placed + index);
}

/* How many lines have no page yet. */
static guint
count_waiting (PlxSheetBreaker *self)
{
  return self->lines->len - self->n_placed;
}

/* The room above a line where it would stand now. */
static double
space_above (PlxSheetBreaker *self,
             const Line      *line)
{
  if (self->is_empty)
    return 0;

  return self->is_fresh ? line->inner_space : line->space;
}

/* Whether the first @n lines fit on the page as it is, with the notes that they bring. */
static gboolean
fits (PlxSheetBreaker *self,
      guint            n)
{
  g_autoptr (GArray) cites = g_array_copy (self->cites);
  double y = self->y;

  for (guint i = 0; i < n; i++)
    {
      const Line *line = line_at (self, i);

      y += (i == 0 ? space_above (self, line) : line->space) + line->height;
      add_cites (cites, line->cites);
    }

  return y + plx_sheet_notes_get_height (self->notes, cites) <= self->room + 0.01;
}

static void
begin_page (PlxSheetBreaker *self)
{
  const Line *line = line_at (self, 0);

  self->n_pages++;
  self->y = line->head;
  self->is_empty = line->head <= 0;
  self->is_fresh = !self->is_empty;
  g_array_set_size (self->cites, 0);
  add_cites (self->cites, line->head > 0 ? line->head_cites : NULL);
  self->add_page (&line->at, self->data);
}

static void
place_first (PlxSheetBreaker *self)
{
  const Line *line = line_at (self, 0);

  self->y += space_above (self, line);
  for (guint i = 0; line->marks != NULL && i < line->marks->len; i++)
    {
      PlxSheetPlace *place = g_ptr_array_index (line->marks, i);

      place->page = self->n_pages - 1;
      place->y = self->y;
      self->add_place (place, self->data);
    }
  self->y += line->height;
  self->is_empty = self->is_fresh = FALSE;
  add_cites (self->cites, line->cites);
  self->n_placed++;
  if (self->n_torn > 0)
    self->n_torn--;
}

/* How many lines from the first on are kept together at least as badly as @keep; 0 where those
 * that are there may not be all of them. */
static guint
count_unit (PlxSheetBreaker *self,
            PlxSlipKeep      keep,
            gboolean         is_end)
{
  guint n = 0;

  while (n < count_waiting (self))
    {
      n++;
      if (line_at (self, n - 1)->keep < keep ||
          (n < count_waiting (self) && line_at (self, n)->begins_page))
        return n;
    }

  return is_end ? n : 0;
}

/* What the first @n lines take on a page of their own. */
static gboolean
fits_empty_page (PlxSheetBreaker *self,
                 guint            n)
{
  g_autoptr (GArray) cites = g_array_new (FALSE, FALSE, sizeof (guint32));
  const Line *first = line_at (self, 0);
  double y = first->head + (first->head > 0 ? first->inner_space : 0);

  if (first->head > 0)
    add_cites (cites, first->head_cites);
  for (guint i = 0; i < n; i++)
    {
      y += line_at (self, i)->height + (i > 0 ? line_at (self, i)->space : 0);
      add_cites (cites, line_at (self, i)->cites);
    }

  return y + plx_sheet_notes_get_height (self->notes, cites) <= self->room + 0.01;
}

/* What of the page is still free. */
static double
measure_hole (PlxSheetBreaker *self)
{
  return self->room - self->y - plx_sheet_notes_get_height (self->notes, self->cites);
}

/* Puts the first @n lines on the page, or on a new one; where they are more than a page holds, line
 * by line. */
static void
place_unit (PlxSheetBreaker *self,
            guint            n)
{
  if (self->n_pages == 0 || line_at (self, 0)->begins_page ||
      (!self->is_empty && !fits (self, n)))
    {
      /* A page that has nothing but the head of a table is as good as a new one. */
      if (self->n_pages == 0 || !self->is_fresh || line_at (self, 0)->begins_page)
        begin_page (self);
    }

  for (guint i = 0; i < n; i++)
    {
      if (i > 0 && !self->is_empty && !self->is_fresh && !fits (self, 1))
        begin_page (self);
      place_first (self);
    }
}

static void
place_lines (PlxSheetBreaker *self,
             gboolean         is_end)
{
  while (count_waiting (self) > 0)
    {
      guint n = self->n_torn > 0 ? 0 : count_unit (self, PLX_SLIP_KEEP_GROUP, is_end);

      if (self->n_torn == 0 && n == 0)
        break;
      if (self->n_torn == 0 &&
          (!fits_empty_page (self, n) ||
           (self->n_pages > 0 && !line_at (self, 0)->begins_page && !fits (self, n) &&
            measure_hole (self) > MAX_HOLE * self->room)))
        self->n_torn = n;
      if (self->n_torn > 0)
        n = MIN (count_unit (self, PLX_SLIP_KEEP_ALWAYS, TRUE), self->n_torn);
      place_unit (self, n);
    }

  g_array_remove_range (self->lines, 0, self->n_placed);
  self->n_placed = 0;
}

static void
take_marks (Line          *line,
            const PlxSlip *slip,
            guint          index)
{
  for (guint i = 0; i < slip->marks->len; i++)
    {
      const PlxSlipMark *mark = &g_array_index (slip->marks, PlxSlipMark, i);
      PlxSheetPlace *place;

      /* What stood where nothing followed leads to the last line. */
      if (mark->line != index && (mark->line < slip->lines->len || index + 1 < slip->lines->len))
        continue;

      place = g_new0 (PlxSheetPlace, 1);
      place->title = g_strdup (mark->title);
      place->id = g_strdup (mark->id);
      place->level = mark->level;
      if (line->marks == NULL)
        line->marks = g_ptr_array_new_with_free_func (place_free);
      g_ptr_array_add (line->marks, place);
    }
}

static void
take_head (PlxSheetBreaker *self,
           Line            *line,
           const PlxSlip   *slip)
{
  guint first, end;

  line->head = plx_slip_get_head (slip, line->at.line, self->room, &first, &end);
  for (guint i = first; i < end && line->head > 0; i++)
    {
      if (line->head_cites == NULL)
        line->head_cites = g_array_new (FALSE, FALSE, sizeof (guint32));
      plx_slip_add_cites (slip, i, line->head_cites);
    }
}

/**
 * plx_sheet_breaker_add:
 * @self: a breaker
 * @section: a section of the content
 * @part: a part of it, the one after the part that was added last
 * @slip: the part, set in lines
 * @tail: what it hands on to the next part
 *
 * Adds lines and breaks as many as it can into pages.
 */
void
plx_sheet_breaker_add (PlxSheetBreaker   *self,
                       guint              section,
                       guint              part,
                       const PlxSlip     *slip,
                       const PlxSlipTail *tail)
{
  for (guint i = 0; i < slip->lines->len; i++)
    {
      const PlxSlipLine *from = plx_slip_line (slip, i);
      Line line = { .at = { section, part, i }, .space = from->space, .height = from->height,
                    .inner_space = from->space, .keep = from->keep,
                    .begins_page = from->begins_page };

      if (from->is_hidden)
        continue;

      line.space = MAX (line.space, self->tail.space);
      line.begins_page |= self->tail.is_break;
      self->tail = (PlxSlipTail) { 0 };
      line.cites = g_array_new (FALSE, FALSE, sizeof (guint32));
      plx_slip_add_cites (slip, i, line.cites);
      if (line.cites->len == 0)
        g_clear_pointer (&line.cites, g_array_unref);
      take_head (self, &line, slip);
      take_marks (&line, slip, i);
      g_array_append_val (self->lines, line);
    }

  self->tail.space = MAX (self->tail.space, tail->space);
  self->tail.is_break |= tail->is_break;
  place_lines (self, FALSE);
}

/* Ends the last page. Where there was not one line, there is one empty page. */
void
plx_sheet_breaker_finish (PlxSheetBreaker *self)
{
  const PlxSheetCursor start = { 0 };

  place_lines (self, TRUE);
  if (self->n_pages == 0)
    {
      self->n_pages = 1;
      self->add_page (&start, self->data);
    }
}
