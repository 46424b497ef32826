/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-pdf-margins"

#include "config.h"

#include "reading/pdf/plx-pdf-margins.h"

#include <math.h>
#include <string.h>

#include "reading/article/plx-draft.h"
#include "reading/pdf/plx-pdf-line.h"

/* A running head has no more lines than this. */
#define EDGE_ROWS 4

/* What repeats stands at the same height, give or take so many points. */
#define SAME_HEIGHT 4

/* The left and the right page of a book have heads of their own. */
#define NEAR_PAGES 2

/* A page number alone stands off from the text by so many heights of a line. */
#define STANDS_OFF 1.2

/* Pieces of a row at the edge are so many sizes of the type apart. */
#define PIECE_GAP 1.5

/**
 * Row:
 * @words: (element-type PlxPdfWord): its words
 * @text: what it says
 * @key: the same with all figures made equal, by which it is found on other pages
 * @y0: its upper edge
 * @y1: its lower edge
 * @margin: whether it belongs to the page and not to the text
 *
 * A line at an edge of a page.
 */
typedef struct
{
  GPtrArray *words;
  char      *text;
  char      *key;
  float      y0;
  float      y1;
  gboolean   margin;
} Row;

/**
 * Edges:
 * @top: (element-type Row): the first rows, from the edge inwards
 * @bottom: (element-type Row): the last rows, from the edge inwards
 *
 * The rows of a page that may belong to the page.
 */
typedef struct
{
  GPtrArray *top;
  GPtrArray *bottom;
} Edges;

void
plx_pdf_print_clear (PlxPdfPrint *self)
{
  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->title, g_free);
}

static void
row_free (gpointer data)
{
  Row *row = data;

  g_ptr_array_unref (row->words);
  g_free (row->text);
  g_free (row->key);
  g_free (row);
}

static void
edges_free (gpointer data)
{
  Edges *edges = data;

  g_ptr_array_unref (edges->top);
  g_ptr_array_unref (edges->bottom);
  g_free (edges);
}

static float
get_middle (const PlxPdfWord *word)
{
  return (word->y0 + word->y1) / 2;
}

static int
compare_middles (gconstpointer a,
                 gconstpointer b)
{
  float one = get_middle (*(PlxPdfWord *const *) a);
  float other = get_middle (*(PlxPdfWord *const *) b);

  return (one > other) - (one < other);
}

/* Small letters, and a # for each figure, however long. */
static char *
make_key (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  GString *key = g_string_new (NULL);

  for (const char *p = lower; *p != '\0'; p++)
    {
      if (!g_ascii_isdigit (*p))
        g_string_append_c (key, *p);
      else if (key->len == 0 || key->str[key->len - 1] != '#')
        g_string_append_c (key, '#');
    }

  return g_string_free (key, FALSE);
}

static Row *
make_row (PlxPdfPage *page,
          GPtrArray  *words)
{
  g_autoptr (PlxPdfLine) line = plx_pdf_line_new (page, words, FALSE);
  Row *row = g_new0 (Row, 1);

  row->words = g_ptr_array_ref (words);
  row->text = g_steal_pointer (&line->text);
  row->key = make_key (row->text);
  row->y0 = line->y0;
  row->y1 = line->y1;

  return row;
}

/* The first rows of @sorted from one of its ends; one more than may be cut, to measure gaps. */
static GPtrArray *
find_rows (PlxPdfPage *page,
           GPtrArray  *sorted,
           gboolean    from_top)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);
  guint n = sorted->len;

  for (guint i = 0; i < n && rows->len <= EDGE_ROWS;)
    {
      g_autoptr (GPtrArray) words = g_ptr_array_new ();
      const PlxPdfWord *first = sorted->pdata[from_top ? i : n - 1 - i];
      float reach = (first->y1 - first->y0) * 0.4f;

      for (; i < n; i++)
        {
          PlxPdfWord *word = sorted->pdata[from_top ? i : n - 1 - i];

          if (fabsf (get_middle (word) - get_middle (first)) > reach)
            break;
          g_ptr_array_add (words, word);
        }
      g_ptr_array_add (rows, make_row (page, words));
    }

  return rows;
}

static Edges *
find_edges (PlxPdfPage *page)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  Edges *edges = g_new0 (Edges, 1);

  for (guint i = 0; i < page->words->len; i++)
    g_ptr_array_add (sorted, &g_array_index (page->words, PlxPdfWord, i));
  g_ptr_array_sort (sorted, compare_middles);

  edges->top = find_rows (page, sorted, TRUE);
  edges->bottom = find_rows (page, sorted, FALSE);

  return edges;
}

/* Whether @row has its like at the same height among @rows. */
static gboolean
is_repeated (Row       *row,
             GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      Row *other = rows->pdata[i];

      if (fabsf (row->y0 - other->y0) <= SAME_HEIGHT && strcmp (row->key, other->key) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
mark_repeated (GPtrArray *all,
               guint      at,
               gboolean   top)
{
  Edges *edges = all->pdata[at];
  GPtrArray *rows = top ? edges->top : edges->bottom;
  guint first = at > NEAR_PAGES ? at - NEAR_PAGES : 0;

  for (guint i = 0; i < rows->len; i++)
    for (guint k = first; k < all->len && k <= at + NEAR_PAGES; k++)
      {
        Edges *other = all->pdata[k];
        Row *row = rows->pdata[i];

        if (k != at)
          row->margin |= is_repeated (row, top ? other->top : other->bottom);
      }
}

/* “7”, “- 7 -”, “Page 7 of 9”, “7/9”, “Seite 7”: a number, with its word or its total. */
static gboolean
is_page_number (const char *key)
{
  static const char *const forms[] = { "#", "#/#", "# / #", "# of #", "page #", "page # of #",
                                       "page | #", "# | page", "page #/#", "p. #", "seite #",
                                       "seite # von #", "# von #", "page # sur #", "# sur #",
                                       "página #", "página # de #", "# de #", "pagina #",
                                       "pagina # di #", NULL };
  g_autofree char *bare = g_strdup (key);
  const char *start = bare + plx_text_span (bare, " -–—[]()|.•");
  gsize length = strlen (start);

  while (length > 0 && (strchr (" -[]()|.", start[length - 1]) != NULL ||
                        (guchar) start[length - 1] >= 0x80))
    length--;
  bare[start - bare + length] = '\0';

  return g_strv_contains (forms, start);
}

/* A page number that nothing repeats: on a file of one page, or where they change their place. */
static void
mark_page_number (GPtrArray *rows)
{
  Row *row;
  Row *next;
  float gap;

  if (rows->len < 2)
    return;

  row = rows->pdata[0];
  next = rows->pdata[1];
  gap = MAX (row->y0 - next->y1, next->y0 - row->y1);
  row->margin |= is_page_number (row->key) && gap > (row->y1 - row->y0) * STANDS_OFF;
}

/* The pieces of a row that wide gaps part. */
static GPtrArray *
split_row (PlxPdfPage *page,
           Row        *row)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i <= row->words->len; i++)
    {
      PlxPdfWord *word = i < row->words->len ? row->words->pdata[i] : NULL;
      PlxPdfWord *before = i > 0 ? row->words->pdata[i - 1] : NULL;

      if (before != NULL && (word == NULL || fabsf (word->x0 - before->x1) >
                                                 word->size * PIECE_GAP))
        {
          g_autoptr (PlxPdfLine) line = plx_pdf_line_new (page, words, FALSE);

          g_ptr_array_add (pieces, g_steal_pointer (&line->text));
          g_ptr_array_set_size (words, 0);
        }
      if (word != NULL)
        g_ptr_array_add (words, word);
    }

  return pieces;
}

static gboolean
is_address (const char *text)
{
  return (g_str_has_prefix (text, "https://") || g_str_has_prefix (text, "http://") ||
          g_str_has_prefix (text, "file:///")) && strchr (text, ' ') == NULL;
}

static gboolean
is_cut_short (const char *text)
{
  return g_str_has_suffix (text, "…") || g_str_has_suffix (text, "...");
}

static gboolean
is_counter (const char *key)
{
  static const char *const forms[] = { "#/#", "# of #", "page # of #", "# von #", "# sur #",
                                       "# de #", "# di #", NULL };

  return g_strv_contains (forms, key);
}

/* When it was printed: “11/22/26, 2:49 AM”, “22.11.2026, 14:49”. */
static gboolean
is_moment (const char *key)
{
  return (g_str_has_prefix (key, "#/#/#") || g_str_has_prefix (key, "#.#.#") ||
          g_str_has_prefix (key, "#-#-#")) && strstr (key, "#:#") != NULL && strlen (key) < 24;
}

/**
 * Signs:
 * @address: whether the web page's address stands there
 * @counter: whether the page's number stands there, and of how many
 * @moment: whether the time of printing stands there
 * @title: (nullable): what else stands there, if that is one piece
 *
 * What a browser left in a row.
 */
typedef struct
{
  gboolean address;
  gboolean counter;
  gboolean moment;
  char    *title;
} Signs;

static void
read_signs (PlxPdfPage  *page,
            Row         *row,
            Signs       *signs,
            PlxPdfPrint *print)
{
  g_autoptr (GPtrArray) pieces = split_row (page, row);
  guint others = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const char *piece = pieces->pdata[i];
      g_autofree char *key = make_key (piece);

      if (is_address (piece))
        {
          signs->address = TRUE;
          if (print->address == NULL && !is_cut_short (piece) && piece[0] == 'h')
            print->address = g_strdup (piece);
        }
      else if (is_counter (key))
        signs->counter = TRUE;
      else if (is_moment (key))
        signs->moment = TRUE;
      else if (others++ == 0)
        g_set_str (&signs->title, piece);
    }

  if (others != 1)
    g_clear_pointer (&signs->title, g_free);
}

/*
 * Firefox writes the title and the address over a page, its number and the time under it; Chrome
 * has the time and the title over it, the address and the number under it. So where an address
 * and a number with a total stand at the edges, the page is printed from the web.
 */
static void
mark_print (PlxPdfPage  *page,
            Edges       *edges,
            PlxPdfPrint *print)
{
  Row *top = edges->top->len > 0 ? edges->top->pdata[0] : NULL;
  Row *bottom = edges->bottom->len > 0 ? edges->bottom->pdata[0] : NULL;
  g_auto (PlxPdfPrint) found = { NULL, NULL };
  Signs over = { 0 };
  Signs under = { 0 };

  if (top == NULL || bottom == NULL)
    return;

  read_signs (page, top, &over, &found);
  read_signs (page, bottom, &under, &found);

  if ((over.address || under.address) && (over.counter || under.counter))
    {
      top->margin |= over.address || over.counter || over.moment;
      bottom->margin |= under.address || under.counter || under.moment;
      if (print->address == NULL)
        print->address = g_steal_pointer (&found.address);
      if (print->title == NULL && top->margin)
        print->title = g_steal_pointer (&over.title);
    }

  g_free (over.title);
  g_free (under.title);
}

/* Takes the rows away that are marked, from the edge inwards as long as there are such. */
static void
take_rows (GPtrArray *rows,
           GPtrArray *texts,
           gboolean   top)
{
  for (guint i = 0; i < rows->len && i < EDGE_ROWS; i++)
    {
      Row *row = rows->pdata[i];

      /* On a short page, the last rows may be the first as well. */
      if (!row->margin || ((PlxPdfWord *) row->words->pdata[0])->style & PLX_PDF_MARGIN)
        return;

      for (guint k = 0; k < row->words->len; k++)
        ((PlxPdfWord *) row->words->pdata[k])->style |= PLX_PDF_MARGIN;
      g_ptr_array_insert (texts, top ? -1 : 0, g_strdup (row->text));
    }
}

static gboolean
has_text_left (PlxPdfPage *page)
{
  for (guint i = 0; i < page->words->len; i++)
    if (!(g_array_index (page->words, PlxPdfWord, i).style & PLX_PDF_MARGIN))
      return TRUE;

  return FALSE;
}

/* Pages that say nothing but the same have no margins. */
static void
give_back (GPtrArray *pages)
{
  for (guint i = 0; i < pages->len; i++)
    if (has_text_left (pages->pdata[i]))
      return;

  for (guint i = 0; i < pages->len; i++)
    {
      PlxPdfPage *page = pages->pdata[i];

      g_ptr_array_set_size (page->head, 0);
      g_ptr_array_set_size (page->foot, 0);
      for (guint k = 0; k < page->words->len; k++)
        g_array_index (page->words, PlxPdfWord, k).style &= ~PLX_PDF_MARGIN;
    }
}

/**
 * plx_pdf_margins_take:
 * @pages: (element-type PlxPdfPage): all pages of a file
 * @print: (inout): gets what a browser wrote at the edges, if one did
 *
 * Takes running heads, feet and page numbers out of the pages' words, and puts them into their
 * @head and @foot.
 *
 * What belongs to the page is told by its repetition at the same height, page numbers and dates
 * apart, and by the forms of page numbers and browsers.
 */
void
plx_pdf_margins_take (GPtrArray   *pages,
                      PlxPdfPrint *print)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (edges_free);

  for (guint i = 0; i < pages->len; i++)
    g_ptr_array_add (all, find_edges (pages->pdata[i]));

  for (guint i = 0; i < pages->len; i++)
    {
      Edges *edges = all->pdata[i];

      mark_repeated (all, i, TRUE);
      mark_repeated (all, i, FALSE);
      mark_page_number (edges->top);
      mark_page_number (edges->bottom);
      mark_print (pages->pdata[i], edges, print);
    }

  for (guint i = 0; i < pages->len; i++)
    {
      PlxPdfPage *page = pages->pdata[i];
      Edges *edges = all->pdata[i];

      take_rows (edges->top, page->head, TRUE);
      take_rows (edges->bottom, page->foot, FALSE);
    }

  give_back (pages);
}
