/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-pdf-layout"

#include "config.h"

#include "reading/pdf/plx-pdf-layout.h"

#include <string.h>

#include "reading/pdf/plx-pdf-gutters.h"

/* Regions within regions. */
#define MAX_DEPTH 40

/* How many words of a page may be looked at for columns, over and over. */
#define BUDGET 20000000

/* A letter of so many sizes of its neighbours that reaches down over lines opens a text. */
#define DROP_CAP 1.7

/**
 * Layout:
 * @page: the page
 * @lines: (element-type PlxPdfLine): its lines
 * @region: how many regions have been told apart
 * @budget: how many words may still be looked at
 * @table: whether the region is a table
 *
 * A page on its way to lines.
 */
typedef struct
{
  PlxPdfPage *page;
  GPtrArray  *lines;
  guint       region;
  guint64     budget;
  gboolean    table;
} Layout;

static float
get_foot (const PlxPdfWord *word)
{
  return word->y1 - (word->y1 - word->y0) * 0.22f;
}

static int
compare_feet (gconstpointer a,
              gconstpointer b)
{
  float one = get_foot (*(PlxPdfWord *const *) a);
  float other = get_foot (*(PlxPdfWord *const *) b);

  return (one > other) - (one < other);
}

static void
add_line (Layout    *layout,
          GPtrArray *words)
{
  PlxPdfLine *line;

  if (words->len == 0)
    return;

  line = plx_pdf_line_new (layout->page, words, layout->table);
  line->region = layout->region;
  g_ptr_array_add (layout->lines, line);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b,
               gpointer      unused)
{
  const PlxPdfLine *one = *(PlxPdfLine *const *) a;
  const PlxPdfLine *other = *(PlxPdfLine *const *) b;

  return (one->y1 > other->y1) - (one->y1 < other->y1);
}

/* A large letter at the start goes before the line at its top, without a space. */
static gboolean
place_drop_cap (Layout           *layout,
                guint             first,
                const PlxPdfWord *cap)
{
  for (guint i = first; i < layout->lines->len; i++)
    {
      PlxPdfLine *line = layout->lines->pdata[i];
      float middle = (line->y0 + line->y1) / 2;
      g_autofree char *text = NULL;

      if (middle < cap->y0 || middle > cap->y1 || line->x0 < cap->x0)
        continue;

      text = g_strconcat (plx_pdf_page_get_text (layout->page, cap),
                          cap->style & PLX_PDF_SPACE && line->x0 - cap->x1 > line->size ? " " : "",
                          line->text, NULL);
      g_set_str (&line->text, text);
      line->x0 = cap->x0;
      return TRUE;
    }

  return FALSE;
}

static gboolean
is_drop_cap (Layout           *layout,
             const PlxPdfWord *word,
             GPtrArray        *words)
{
  guint beside = 0;

  if (g_utf8_strlen (plx_pdf_page_get_text (layout->page, word), -1) > 2)
    return FALSE;

  for (guint i = 0; i < words->len; i++)
    {
      const PlxPdfWord *other = words->pdata[i];

      if (other->size * DROP_CAP > word->size)
        continue;
      beside += other->x0 > word->x0 && get_foot (other) > word->y0 &&
                get_foot (other) < word->y1 && other->x0 < word->x1 + word->size;
    }

  return beside >= 2;
}

/* Takes the letters out that open a text and reach down over several lines. */
static GPtrArray *
take_drop_caps (Layout    *layout,
                GPtrArray *words)
{
  GPtrArray *caps = g_ptr_array_new ();
  float sum = 0;

  for (guint i = 0; i < words->len; i++)
    sum += ((PlxPdfWord *) words->pdata[i])->size;

  /* Few words are that large, so that the search among their neighbours costs little. */
  for (guint i = 0; i < words->len && caps->len < 16; i++)
    {
      const PlxPdfWord *word = words->pdata[i];

      if (word->size * words->len < sum * DROP_CAP || layout->budget < words->len)
        continue;
      layout->budget -= words->len;
      if (!is_drop_cap (layout, word, words))
        continue;
      g_ptr_array_add (caps, words->pdata[i]);
      g_ptr_array_remove_index (words, i--);
    }

  return caps;
}

/* The lines of a region without columns; those of @words that stand on one base line. */
static GPtrArray *
find_rows (GPtrArray *words)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *row = NULL;
  const PlxPdfWord *largest = NULL;

  g_ptr_array_sort (words, compare_feet);
  for (guint i = 0; i < words->len; i++)
    {
      PlxPdfWord *word = words->pdata[i];
      float size = largest != NULL ? MAX (largest->size, word->size) : 0;

      if (largest == NULL || get_foot (word) - get_foot (largest) > size * 0.4f)
        {
          row = g_ptr_array_new ();
          g_ptr_array_add (rows, row);
          largest = NULL;
        }

      if (largest == NULL || word->size > largest->size)
        largest = word;
      g_ptr_array_add (row, word);
    }

  return rows;
}

/* Figures or signs that are much smaller than the text, as call or open a footnote. */
static gboolean
is_small_mark (Layout           *layout,
               const PlxPdfWord *word,
               float             size)
{
  const char *text = plx_pdf_page_get_text (layout->page, word);

  if (word->size > size * 0.8f || strlen (text) > 6)
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_ascii_isdigit (*p) && strchr ("*,", *p) == NULL && !g_str_has_prefix (p, "†") &&
        !g_str_has_prefix (p, "‡"))
      return FALSE;

  return TRUE;
}

static GPtrArray *
take_marks (Layout    *layout,
            GPtrArray *words)
{
  GPtrArray *marks = g_ptr_array_new ();
  guint kept = 0;
  float sum = 0;

  for (guint i = 0; i < words->len; i++)
    sum += ((PlxPdfWord *) words->pdata[i])->size;

  for (guint i = 0; i < words->len; i++)
    {
      PlxPdfWord *word = words->pdata[i];

      if (is_small_mark (layout, word, sum / words->len))
        g_ptr_array_add (marks, word);
      else
        words->pdata[kept++] = word;
    }
  g_ptr_array_set_size (words, kept);

  return marks;
}

/* Puts a mark into the line over which it is raised: next to one of its words. */
static gboolean
place_mark (GPtrArray  *rows,
            PlxPdfWord *mark)
{
  float middle = (mark->y0 + mark->y1) / 2;

  for (guint i = 0; i < rows->len; i++)
    {
      GPtrArray *row = rows->pdata[i];

      for (guint k = 0; k < row->len; k++)
        {
          const PlxPdfWord *word = row->pdata[k];
          float gap = MAX (mark->x0 - word->x1, word->x0 - mark->x1);

          if (middle < word->y0 || middle > word->y1 || gap > word->size * 0.5f)
            continue;
          mark->style |= PLX_PDF_RAISED;
          g_ptr_array_add (row, mark);
          return TRUE;
        }
    }

  return FALSE;
}

/* A region without columns: its words, line by line. */
static void
lay_out_lines (Layout    *layout,
               GPtrArray *words)
{
  g_autoptr (GPtrArray) caps = take_drop_caps (layout, words);
  g_autoptr (GPtrArray) marks = take_marks (layout, words);
  g_autoptr (GPtrArray) rows = find_rows (words);
  guint first = layout->lines->len;

  for (guint i = 0; i < marks->len; i++)
    {
      PlxPdfWord *mark = marks->pdata[i];
      gboolean affordable = layout->budget > words->len;

      if (affordable)
        layout->budget -= words->len;
      if (!affordable || !place_mark (rows, mark))
        {
          GPtrArray *row = g_ptr_array_new ();

          g_ptr_array_add (row, mark);
          g_ptr_array_add (rows, row);
        }
    }

  for (guint i = 0; i < rows->len; i++)
    add_line (layout, rows->pdata[i]);

  /* Marks that belong to no line have come last. */
  g_sort_array (layout->lines->pdata + first, layout->lines->len - first, sizeof (gpointer),
                compare_lines, NULL);
  for (guint i = 0; i < caps->len; i++)
    if (!place_drop_cap (layout, first, caps->pdata[i]))
      {
        g_ptr_array_set_size (words, 0);
        g_ptr_array_add (words, caps->pdata[i]);
        add_line (layout, words);
      }
  layout->region++;
}

/* A table: a line for each row, with a mark between its cells. */
static void
lay_out_table (Layout    *layout,
               GPtrArray *words)
{
  layout->table = TRUE;
  lay_out_lines (layout, words);
  layout->table = FALSE;
}

/* The words of some bands, or of one side of a gutter that runs through them. */
static GPtrArray *
pick (GPtrArray          *words,
      GArray             *bands,
      guint               first,
      guint               last,
      const PlxPdfGutter *gutter,
      gboolean            right)
{
  GPtrArray *picked = g_ptr_array_new ();

  if (first >= last)
    return picked;

  for (guint i = g_array_index (bands, PlxPdfBand, first).first;
       i < g_array_index (bands, PlxPdfBand, last - 1).last; i++)
    {
      PlxPdfWord *word = words->pdata[i];

      if (gutter == NULL || (word->x0 >= gutter->x1) == right)
        g_ptr_array_add (picked, word);
    }

  return picked;
}

/*
 * The recursive X-Y cut of Nagy and Seth (1984), with the order of the cuts taken from the white
 * space, as in Breuel, “Two Geometric Algorithms for Layout Analysis” (2002): the tallest empty
 * strip with text on either side parts the region into what is over it, beside it and under it.
 * So a headline over three columns is read before them, and each of them from top to foot.
 */
static void
lay_out_region (Layout    *layout,
                GPtrArray *words,
                guint      depth)
{
  g_autoptr (GArray) bands = NULL;
  g_autoptr (GPtrArray) over = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GPtrArray) right = NULL;
  g_autoptr (GPtrArray) under = NULL;
  gboolean rtl = layout->page->rtl;
  PlxPdfGutter gutter;

  if (words->len == 0)
    return;

  bands = plx_pdf_bands_find (words);
  if (depth >= MAX_DEPTH || !plx_pdf_gutters_find (words, layout->page->text->str, bands,
                                                   &layout->budget, &gutter))
    {
      lay_out_lines (layout, words);
      return;
    }

  over = pick (words, bands, 0, gutter.first, NULL, FALSE);
  left = pick (words, bands, gutter.first, gutter.last + 1, gutter.table ? NULL : &gutter, FALSE);
  right = pick (words, bands, gutter.first, gutter.last + 1, &gutter, TRUE);
  under = pick (words, bands, gutter.last + 1, bands->len, NULL, FALSE);

  lay_out_region (layout, over, depth + 1);
  if (gutter.table)
    {
      lay_out_table (layout, left);
    }
  else
    {
      lay_out_region (layout, rtl ? right : left, depth + 1);
      lay_out_region (layout, rtl ? left : right, depth + 1);
    }
  lay_out_region (layout, under, depth + 1);
}

/**
 * plx_pdf_layout_page:
 * @page: a page
 *
 * Puts the words of a page into lines, in the order in which they are read.
 *
 * Returns: (transfer full) (element-type PlxPdfLine): the lines
 */
GPtrArray *
plx_pdf_layout_page (PlxPdfPage *page)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  Layout layout = { page, g_ptr_array_new_with_free_func ((GDestroyNotify) plx_pdf_line_free), 0,
                    BUDGET, FALSE };

  for (guint i = 0; i < page->words->len; i++)
    {
      PlxPdfWord *word = &g_array_index (page->words, PlxPdfWord, i);

      if (!(word->style & PLX_PDF_MARGIN))
        g_ptr_array_add (words, word);
    }

  lay_out_region (&layout, words, 0);

  return layout.lines;
}
