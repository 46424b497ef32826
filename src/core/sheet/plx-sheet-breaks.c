/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-lines.h"

#include <math.h>

/* The lines of a paragraph are chosen together, so that none is much shorter than the others: what
 * is counted of a line is the square of the part of the column that it leaves empty. Beside that
 * stand the prices below. */
#define PRICE_HYPHEN 0.018
#define PRICE_HYPHENS_IN_A_ROW 0.03
#define PRICE_TORN 4.0
#define PRICE_OVERFULL 100.0
#define PRICE_SHORT_LAST 0.02
#define PRICE_HYPHEN_BEFORE_LAST 0.1

/* Where no line leaves more than this part of the column empty, no word need be broken. */
#define EVEN_ENOUGH 0.1

/* A place where a line may end. */
typedef struct
{
  gsize    end;      /* bytes */
  gsize    next;
  double   reach;    /* from the start of the paragraph to the end of the line */
  double   resume;   /* to the start of the next line */
  int      place;    /* the character that begins the next line */
  gboolean is_hyphen;
  gboolean is_torn;  /* within a word that nothing allows to be broken */
  gboolean is_forced;
  double   price;    /* of the best lines up to here */
  guint    from;     /* where the last of these begins */
} Stop;

typedef struct
{
  const char         *text;
  const PangoLogAttr *attributes;
  int                 n_chars;
  double             *reach;  /* by character, from the start of the layout to its end */
  gsize              *bytes;  /* by character, where it begins */
  double              width;
  double              hyphen;
} Measure;

/**
 * plx_sheet_breaks_measure:
 * @layout: a text on one line
 *
 * Returns: (transfer full): the widths of its characters, in points
 */
double *
plx_sheet_breaks_measure (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);
  double *widths = g_new0 (double, pango_layout_get_character_count (layout) + 1);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      PangoGlyphItem *run = pango_layout_iter_get_run_readonly (iter);
      g_autofree int *each = NULL;
      glong first;

      if (run == NULL)
        continue;

      each = g_new (int, run->item->num_chars);
      pango_glyph_item_get_logical_widths (run, text, each);
      first = g_utf8_pointer_to_offset (text, text + run->item->offset);
      for (int i = 0; i < run->item->num_chars; i++)
        widths[first + i] = each[i] / (double) PANGO_SCALE;
    }
  while (pango_layout_iter_next_run (iter));
  pango_layout_iter_free (iter);

  return widths;
}

static void
add_up (Measure      *self,
        const double *widths)
{
  const char *p = self->text;

  for (int i = 0; i < self->n_chars; i++)
    {
      self->bytes[i] = p - self->text;
      self->reach[i] = widths[i] + (i > 0 ? self->reach[i - 1] : 0);
      p = g_utf8_next_char (p);
    }
  self->bytes[self->n_chars] = p - self->text;
}

static double
reach_before (const Measure *self,
              int            place)
{
  return place > 0 ? self->reach[place - 1] : 0;
}

static void
add_stop (const Measure *self,
          GArray        *stops,
          int            place,
          gboolean       is_hyphen,
          gboolean       is_torn)
{
  Stop stop = { .next = self->bytes[place], .resume = reach_before (self, place),
                .place = place, .is_hyphen = is_hyphen, .is_torn = is_torn };
  int end = place;

  /* The space at the end of a line does not count, nor is it drawn. */
  while (end > 0 && self->attributes[end - 1].is_white)
    end--;
  stop.end = self->bytes[end];
  stop.reach = reach_before (self, end) + (is_hyphen ? self->hyphen : 0);
  stop.is_forced = place == self->n_chars || self->attributes[place].is_mandatory_break;
  g_array_append_val (stops, stop);
}

/* What lies between two stops and is wider than the column is torn, at any letter. */
static GArray *
tear (const Measure *self,
      GArray        *stops)
{
  GArray *all = g_array_sized_new (FALSE, TRUE, sizeof (Stop), stops->len);

  for (guint i = 0; i < stops->len; i++)
    {
      const Stop *stop = &g_array_index (stops, Stop, i);
      int last = i > 0 ? g_array_index (stops, Stop, i - 1).place : 0;

      if (stop->reach - reach_before (self, last) > self->width)
        for (int j = last + 1; j < stop->place; j++)
          if (self->attributes[j].is_cursor_position)
            add_stop (self, all, j, FALSE, TRUE);
      g_array_append_val (all, *stop);
    }

  return all;
}

/* A word has letters, or signs that stand between two of them; addresses are no words. */
static gboolean
is_word (const Measure *self,
         int            start,
         int            end)
{
  for (int i = start; i < end; i++)
    if (!g_unichar_isalpha (g_utf8_get_char (self->text + self->bytes[i])))
      return FALSE;

  return TRUE;
}

/* Adds the hyphens of the word that begins at a character, if it is one; gives where it ends. */
static int
add_hyphens (const Measure   *self,
             GArray          *stops,
             int              start,
             PlxSheetHyphens *hyphens,
             const char      *language)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint32));
  int end = start;
  guint next = 0;

  while (end < self->n_chars && (end == start || !self->attributes[end].is_word_end))
    end++;
  if (end - start < 6 || !is_word (self, start, end))
    return end;

  plx_sheet_hyphens_find (hyphens, language, self->text + self->bytes[start],
                          self->bytes[end] - self->bytes[start], places);
  for (int i = start + 1; i < end && next < places->len; i++)
    if (self->bytes[i] - self->bytes[start] == g_array_index (places, guint32, next))
      {
        add_stop (self, stops, i, TRUE, FALSE);
        next++;
      }

  return end;
}

/* All places where a line may end, in order; the last is the end. */
static GArray *
find_stops (const Measure   *self,
            PlxSheetHyphens *hyphens,
            const char      *language)
{
  g_autoptr (GArray) stops = g_array_new (FALSE, TRUE, sizeof (Stop));
  int word_end = 0;

  for (int i = 0; i <= self->n_chars; i++)
    {
      if (i > 0 && (i == self->n_chars || self->attributes[i].is_line_break))
        add_stop (self, stops, i, FALSE, FALSE);
      if (i < self->n_chars && i >= word_end && hyphens != NULL &&
          self->attributes[i].is_word_start)
        word_end = add_hyphens (self, stops, i, hyphens, language);
    }

  return tear (self, stops);
}

/* What a line costs that begins after @from and ends at @to. */
static double
price_of (const Measure *self,
          const Stop    *from,
          const Stop    *to)
{
  double length = to->reach - (from != NULL ? from->resume : 0);
  double rest = (self->width - length) / self->width;
  double price = 0;

  if (rest < -1e-6)
    price += PRICE_OVERFULL * (1 - rest);
  else if (!to->is_forced)
    price += rest * rest;
  else if (rest > 0.85)
    price += PRICE_SHORT_LAST;

  /* The end of a word alone on the last line is worse than a line that is short. */
  if (to->is_forced && from != NULL && from->is_hyphen)
    price += PRICE_HYPHEN_BEFORE_LAST;
  if (to->is_hyphen)
    price += PRICE_HYPHEN + (from != NULL && from->is_hyphen ? PRICE_HYPHENS_IN_A_ROW : 0);
  if (to->is_torn)
    price += PRICE_TORN;

  return price;
}

static void
choose_lines (const Measure *self,
              GArray        *stops)
{
  for (guint i = 0; i < stops->len; i++)
    {
      Stop *to = &g_array_index (stops, Stop, i);

      to->price = G_MAXDOUBLE;
      /* Back to where the line would be too wide, and one beyond, so that there is always a way. */
      for (guint j = i + 1; j-- > 0; )
        {
          const Stop *from = j > 0 ? &g_array_index (stops, Stop, j - 1) : NULL;
          double before = from != NULL ? from->price : 0;
          double price = before + price_of (self, from, to);

          if (price < to->price)
            {
              to->price = price;
              to->from = j;
            }
          if (from != NULL &&
              (from->is_forced || to->reach - from->resume > self->width))
            break;
        }
    }
}

/* Whether the lines come out well without a hyphen. */
static gboolean
are_even (const Measure *self,
          GArray        *stops)
{
  for (guint i = stops->len; i > 0; )
    {
      const Stop *to = &g_array_index (stops, Stop, i - 1);
      const Stop *from = to->from > 0 ? &g_array_index (stops, Stop, to->from - 1) : NULL;
      double rest = self->width - (to->reach - (from != NULL ? from->resume : 0));

      if (to->is_torn || rest < 0 || (!to->is_forced && rest > EVEN_ENOUGH * self->width))
        return FALSE;
      i = to->from;
    }

  return TRUE;
}

static GArray *
collect_breaks (GArray *stops)
{
  GArray *breaks = g_array_new (FALSE, FALSE, sizeof (PlxSheetBreak));

  for (guint i = stops->len; i > 0; )
    {
      const Stop *stop = &g_array_index (stops, Stop, i - 1);
      PlxSheetBreak each = { stop->end, stop->next, stop->is_hyphen };

      g_array_prepend_val (breaks, each);
      i = stop->from;
    }

  return breaks;
}

/**
 * plx_sheet_breaks_find:
 * @text: a text
 * @attributes: (array length=n_chars+1): where its lines may end
 * @n_chars: how many characters it has
 * @widths: (array length=n_chars): their widths
 * @width: of the column
 * @hyphen: the width of a hyphen
 * @hyphens: (nullable): where words may be broken
 * @language: the language of the text
 *
 * Chooses the lines of a paragraph, all of them together. A word that is wider than the column is
 * torn where it must be.
 *
 * Returns: (transfer full) (element-type PlxSheetBreak): the lines; the last one ends with the text
 */
GArray *
plx_sheet_breaks_find (const char         *text,
                       const PangoLogAttr *attributes,
                       int                 n_chars,
                       const double       *widths,
                       double              width,
                       double              hyphen,
                       PlxSheetHyphens    *hyphens,
                       const char         *language)
{
  g_autofree double *reach = g_new0 (double, n_chars + 1);
  g_autofree gsize *bytes = g_new0 (gsize, n_chars + 1);
  Measure self = { .text = text, .attributes = attributes, .n_chars = n_chars, .reach = reach,
                   .bytes = bytes, .width = width, .hyphen = hyphen };
  g_autoptr (GArray) stops = NULL;

  add_up (&self, widths);
  stops = find_stops (&self, NULL, NULL);
  choose_lines (&self, stops);
  if (hyphens != NULL && !are_even (&self, stops))
    {
      g_array_unref (stops);
      stops = find_stops (&self, hyphens, language);
      choose_lines (&self, stops);
    }

  return collect_breaks (stops);
}
