/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-pdf-gutters"

#include "config.h"

#include "reading/pdf/plx-pdf-gutters.h"

#include <math.h>
#include <string.h>

/* A word's letters fill this part of its height; the rest is room for accents and tails. */
#define CORE_TOP 0.25
#define CORE_FOOT 0.22

/* No empty strip that is narrower, in sizes of the type, is looked at. */
#define MIN_WIDTH 0.55

/* What it costs to follow strips through a band, beside looking at its words. */
#define BAND_COST 200

/* So many strips are followed at once. */
#define MAX_ACTIVE 48

/* A gap of this many sizes of the type parts two cells of a row. */
#define CELL_GAP 1.2

/**
 * Side:
 * @rows: lines
 * @chars: letters in them
 *
 * What stands on one side of a gutter.
 */
typedef struct
{
  guint rows;
  guint chars;
} Side;

/**
 * Tally:
 * @size: size of the type
 * @left: what stands to the left
 * @right: what stands to the right
 * @aligned: rows to the right that have one at their height to the left
 * @cells: pieces of rows between wide gaps
 * @cell_chars: letters in them
 * @numbers: how many of them are figures
 * @all_rows: rows of either side
 *
 * What tells the gutter of two columns from a gap in a table, or from chance.
 */
typedef struct
{
  float size;
  Side  left;
  Side  right;
  guint aligned;
  guint cells;
  guint cell_chars;
  guint numbers;
  guint all_rows;
} Tally;

static float
get_core_top (const PlxPdfWord *word)
{
  return word->y0 + (word->y1 - word->y0) * CORE_TOP;
}

static float
get_core_foot (const PlxPdfWord *word)
{
  return word->y1 - (word->y1 - word->y0) * CORE_FOOT;
}

static int
compare_tops (gconstpointer a,
              gconstpointer b)
{
  float one = get_core_top (*(PlxPdfWord *const *) a);
  float other = get_core_top (*(PlxPdfWord *const *) b);

  return (one > other) - (one < other);
}

static int
compare_lefts (gconstpointer a,
               gconstpointer b)
{
  const PlxPdfWord *one = *(PlxPdfWord *const *) a;
  const PlxPdfWord *other = *(PlxPdfWord *const *) b;

  return (one->x0 > other->x0) - (one->x0 < other->x0);
}

/**
 * plx_pdf_bands_find:
 * @words: (element-type PlxPdfWord): the words of a region, which get sorted by their height
 *
 * Cuts a region where an empty strip runs from its left to its right.
 *
 * Returns: (transfer full) (element-type PlxPdfBand): what lies between the cuts, from the top
 */
GArray *
plx_pdf_bands_find (GPtrArray *words)
{
  GArray *bands = g_array_new (FALSE, FALSE, sizeof (PlxPdfBand));
  PlxPdfBand *band = NULL;

  g_ptr_array_sort (words, compare_tops);

  for (guint i = 0; i < words->len; i++)
    {
      const PlxPdfWord *word = words->pdata[i];
      PlxPdfBand fresh = { get_core_top (word), get_core_foot (word), i, i + 1 };

      if (band == NULL || fresh.y0 > band->y1)
        {
          g_array_append_val (bands, fresh);
          band = &g_array_index (bands, PlxPdfBand, bands->len - 1);
          continue;
        }

      band->y1 = MAX (band->y1, fresh.y1);
      band->last = i + 1;
    }

  return bands;
}

/* The empty stretches of a band, those to the left and right of all its words included. */
static GArray *
find_free (GPtrArray        *words,
           const PlxPdfBand *band,
           guint             index)
{
  GArray *free = g_array_new (FALSE, FALSE, sizeof (PlxPdfGutter));
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  PlxPdfGutter stretch = { .x0 = -G_MAXFLOAT, .first = index, .last = index };

  for (guint i = band->first; i < band->last; i++)
    g_ptr_array_add (sorted, words->pdata[i]);
  g_ptr_array_sort (sorted, compare_lefts);

  for (guint i = 0; i < sorted->len; i++)
    {
      const PlxPdfWord *word = sorted->pdata[i];

      stretch.x1 = word->x0;
      if (stretch.x1 - stretch.x0 >= word->size * MIN_WIDTH)
        g_array_append_val (free, stretch);
      stretch.x0 = MAX (stretch.x0, word->x1);
    }

  stretch.x1 = G_MAXFLOAT;
  g_array_append_val (free, stretch);

  return free;
}

static gboolean
is_among (GArray             *gutters,
          const PlxPdfGutter *gutter)
{
  for (guint i = 0; i < gutters->len; i++)
    {
      PlxPdfGutter *other = &g_array_index (gutters, PlxPdfGutter, i);

      if (other->x0 == gutter->x0 && other->x1 == gutter->x1 && other->first <= gutter->first)
        return TRUE;
    }

  return FALSE;
}

/* Follows the strips that came down from above into a band; those that end there are done. */
static GArray *
follow (GArray *active,
        GArray *free,
        GArray *done,
        float   size)
{
  GArray *next = g_array_new (FALSE, FALSE, sizeof (PlxPdfGutter));

  for (guint i = 0; i < active->len; i++)
    {
      PlxPdfGutter *old = &g_array_index (active, PlxPdfGutter, i);
      gboolean whole = FALSE;

      for (guint k = 0; k < free->len; k++)
        {
          PlxPdfGutter *stretch = &g_array_index (free, PlxPdfGutter, k);
          PlxPdfGutter both = { MAX (old->x0, stretch->x0), MIN (old->x1, stretch->x1),
                                old->first, stretch->last };

          if (both.x1 - both.x0 < size * MIN_WIDTH || next->len >= MAX_ACTIVE)
            continue;
          whole |= both.x0 == old->x0 && both.x1 == old->x1;
          if (!is_among (next, &both))
            g_array_append_val (next, both);
        }

      if (!whole)
        g_array_append_val (done, *old);
    }

  for (guint k = 0; k < free->len && next->len < MAX_ACTIVE; k++)
    if (!is_among (next, &g_array_index (free, PlxPdfGutter, k)))
      g_array_append_val (next, g_array_index (free, PlxPdfGutter, k));

  return next;
}

static gboolean
is_figure (const char *text)
{
  guint digits = 0;
  guint others = 0;

  for (; *text != '\0'; text++)
    {
      digits += g_ascii_isdigit (*text);
      others += g_ascii_isalpha (*text) || (guchar) *text >= 0x80;
    }

  return digits > 0 && others <= digits;
}

/* Counts the cells of one row, whose words are sorted from the left. */
static void
tally_cells (Tally       *tally,
             GPtrArray   *row,
             const char  *text)
{
  const PlxPdfWord *before = NULL;

  g_ptr_array_sort (row, compare_lefts);
  for (guint i = 0; i < row->len; i++)
    {
      const PlxPdfWord *word = row->pdata[i];
      const char *letters = text + word->text;

      if (before == NULL || word->x0 - before->x1 > tally->size * CELL_GAP)
        {
          tally->cells++;
          tally->numbers += is_figure (letters);
        }
      tally->cell_chars += g_utf8_strlen (letters, -1) + 1;
      before = word;
    }
}

static void
tally_row (Tally              *tally,
           GPtrArray          *row,
           const PlxPdfGutter *gutter,
           const char         *text)
{
  guint chars[2] = { 0, 0 };

  for (guint i = 0; i < row->len; i++)
    {
      const PlxPdfWord *word = row->pdata[i];

      chars[word->x0 >= gutter->x1] += g_utf8_strlen (text + word->text, -1) + 1;
    }

  tally->all_rows++;
  tally->left.rows += chars[0] > 0;
  tally->left.chars += chars[0];
  tally->right.rows += chars[1] > 0;
  tally->right.chars += chars[1];
  tally->aligned += chars[0] > 0 && chars[1] > 0;
  tally_cells (tally, row, text);
}

static float
get_middle_size (GPtrArray *words,
                 guint      first,
                 guint      last)
{
  guint counts[128] = { 0 };
  guint best = 0;

  for (guint i = first; i < last; i++)
    {
      guint size = CLAMP (((PlxPdfWord *) words->pdata[i])->size * 2, 1, 127);

      if (++counts[size] > counts[best])
        best = size;
    }

  return MAX (best / 2.0f, 1);
}

/*
 * Rows of either side are told by their foot, so that columns that are not on one grid have rows
 * of their own.
 */
static void
take_tally (Tally              *tally,
            GPtrArray          *words,
            GArray             *bands,
            const PlxPdfGutter *gutter,
            const char         *text)
{
  g_autoptr (GPtrArray) row = g_ptr_array_new ();
  guint first = g_array_index (bands, PlxPdfBand, gutter->first).first;
  guint last = g_array_index (bands, PlxPdfBand, gutter->last).last;
  float foot = -G_MAXFLOAT;

  memset (tally, 0, sizeof *tally);
  tally->size = get_middle_size (words, first, last);

  for (guint i = first; i < last; i++)
    {
      PlxPdfWord *word = words->pdata[i];

      if (fabsf (get_core_foot (word) - foot) > tally->size * 0.3f && row->len > 0)
        {
          tally_row (tally, row, gutter, text);
          g_ptr_array_set_size (row, 0);
        }
      if (row->len == 0)
        foot = get_core_foot (word);
      g_ptr_array_add (row, word);
    }

  tally_row (tally, row, gutter, text);
}

/* Short cells, or figures. A few lines that justification stretches have wide gaps as well. */
static gboolean
is_table (const Tally *tally,
          float        width)
{
  guint rows = MAX (tally->all_rows, 1);
  gboolean figures = tally->numbers * 10 >= tally->cells * 4;

  if (tally->aligned < 2 || tally->aligned * 4 < rows * 3 || tally->cells * 10 < rows * 18)
    return FALSE;
  if (width < tally->size * (figures ? 1.2f : 2))
    return FALSE;

  return figures || (tally->aligned >= 3 && tally->cell_chars <= tally->cells * 15);
}

/* The more lines lie along a strip, the less can it be chance. */
static gboolean
is_wide_enough (const Tally *tally,
                float        width)
{
  guint rows = MIN (tally->left.rows, tally->right.rows);
  float needed = rows >= 12 ? 0.6f : rows >= 6 ? 0.8f : rows >= 4 ? 1.0f : rows >= 3 ? 1.5f : 2.5f;

  return rows >= 2 && width >= tally->size * needed;
}

/* Marks or numbers of a list stand at the left of a strip that parts nothing. */
static gboolean
has_thin_side (const Tally *tally)
{
  return tally->left.chars < tally->left.rows * 7 || tally->right.chars < tally->right.rows * 7;
}

static gboolean
has_both_sides (GPtrArray          *words,
                const PlxPdfBand   *band,
                const PlxPdfGutter *gutter)
{
  gboolean left = FALSE;
  gboolean right = FALSE;

  for (guint i = band->first; i < band->last && !(left && right); i++)
    {
      gboolean is_right = ((PlxPdfWord *) words->pdata[i])->x0 >= gutter->x1;

      left |= !is_right;
      right |= is_right;
    }

  return left && right;
}

static gboolean
goes_on (GPtrArray        *words,
         const PlxPdfBand *band,
         const PlxPdfBand *next)
{
  float size = get_middle_size (words, band->first, band->last);
  float next_size = get_middle_size (words, next->first, next->last);

  return fabsf (size - next_size) <= MAX (size, next_size) * 0.1f &&
         next->y0 - band->y1 <= MAX (size, next_size) * 1.5f;
}

/*
 * At its ends a strip may run along a single column. The bands there belong to the columns if
 * they go on at the same pace; a headline over them does not.
 */
static gboolean
trim (GPtrArray    *words,
      GArray       *bands,
      PlxPdfGutter *gutter)
{
  guint first = gutter->first;
  guint last = gutter->last;

#define BAND(at) (&g_array_index (bands, PlxPdfBand, (at)))
  while (first <= last && !has_both_sides (words, BAND (first), gutter))
    first++;
  if (first > last)
    return FALSE;
  while (!has_both_sides (words, BAND (last), gutter))
    last--;

  while (first > gutter->first && goes_on (words, BAND (first - 1), BAND (first)))
    first--;
  while (last < gutter->last &&
         (gutter->last == bands->len - 1 || goes_on (words, BAND (last), BAND (last + 1))))
    last++;
#undef BAND

  gutter->first = first;
  gutter->last = last;

  return TRUE;
}

/* How good a gutter is: how far it runs, and how wide it is; 0 for none. */
static float
judge (GPtrArray    *words,
       GArray       *bands,
       PlxPdfGutter *gutter,
       const char   *text)
{
  float width = MIN (gutter->x1 - gutter->x0, 200);
  Tally tally;
  float height;

  if (!trim (words, bands, gutter))
    return 0;

  height = g_array_index (bands, PlxPdfBand, gutter->last).y1 -
           g_array_index (bands, PlxPdfBand, gutter->first).y0;
  take_tally (&tally, words, bands, gutter, text);
  gutter->table = is_table (&tally, width);
  if (!gutter->table && (!is_wide_enough (&tally, width) || has_thin_side (&tally)))
    return 0;

  return height * (1 + width / 100);
}

/**
 * plx_pdf_gutters_find:
 * @words: (element-type PlxPdfWord): the words of a region, as plx_pdf_bands_find() leaves them
 * @text: the letters of the page
 * @bands: (element-type PlxPdfBand): the region's bands
 * @budget: (inout): how many words may be looked at
 * @best: (out): the gutter
 *
 * Looks for the tallest empty strip that parts a region into columns, be it through all of its
 * bands or only some: under a headline, for instance.
 *
 * Returns: whether there is one
 */
gboolean
plx_pdf_gutters_find (GPtrArray    *words,
                      const char   *text,
                      GArray       *bands,
                      guint64      *budget,
                      PlxPdfGutter *best)
{
  g_autoptr (GArray) done = g_array_new (FALSE, FALSE, sizeof (PlxPdfGutter));
  g_autoptr (GArray) active = g_array_new (FALSE, FALSE, sizeof (PlxPdfGutter));
  float best_score = 0;

  if (*budget < (guint64) bands->len * BAND_COST + words->len)
    return FALSE;
  *budget -= (guint64) bands->len * BAND_COST + words->len;

  for (guint i = 0; i < bands->len; i++)
    {
      PlxPdfBand *band = &g_array_index (bands, PlxPdfBand, i);
      g_autoptr (GArray) free = find_free (words, band, i);
      GArray *next = follow (active, free, done,
                             get_middle_size (words, band->first, band->last));

      g_array_unref (active);
      active = next;
    }
  g_array_append_vals (done, active->data, active->len);

  for (guint i = 0; i < done->len; i++)
    {
      PlxPdfGutter gutter = g_array_index (done, PlxPdfGutter, i);
      guint64 cost = g_array_index (bands, PlxPdfBand, gutter.last).last -
                     g_array_index (bands, PlxPdfBand, gutter.first).first;
      float score;

      if (gutter.x0 == -G_MAXFLOAT || gutter.x1 == G_MAXFLOAT || *budget < cost)
        continue;

      *budget -= cost;
      score = judge (words, bands, &gutter, text);
      if (score > best_score)
        {
          best_score = score;
          *best = gutter;
        }
    }

  return best_score > 0;
}
