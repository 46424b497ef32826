/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-pdf-layout"

#include "config.h"

#include "reading/pdf/plx-pdf-line.h"

#include <string.h>

/* From the words of one line to the line: in which order they are read, and what stands between
 * them. */

/* A gap of so many sizes of the type is a space, whatever the file says. */
#define SPACE_GAP 0.12

/* A gap of so many sizes of the type parts two cells of a table's row. */
#define CELL_GAP 1.2

void
plx_pdf_line_free (PlxPdfLine *self)
{
  g_free (self->text);
  g_free (self);
}

static int
compare_lefts (gconstpointer a,
               gconstpointer b)
{
  const PlxPdfWord *one = *(PlxPdfWord *const *) a;
  const PlxPdfWord *other = *(PlxPdfWord *const *) b;

  return (one->x0 > other->x0) - (one->x0 < other->x0);
}

static void
reverse (GPtrArray *words,
         guint      first,
         guint      last)
{
  for (; first + 1 < last; first++, last--)
    {
      gpointer swap = words->pdata[first];

      words->pdata[first] = words->pdata[last - 1];
      words->pdata[last - 1] = swap;
    }
}

static gboolean
is_ltr (PlxPdfPage       *page,
        const PlxPdfWord *word)
{
  if (word->style & PLX_PDF_RTL)
    return FALSE;

  for (const char *p = plx_pdf_page_get_text (page, word); *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/* From the order on the page to that in which it is read. */
static gboolean
put_in_order (PlxPdfPage *page,
              GPtrArray  *words)
{
  guint n_rtl = 0;

  g_ptr_array_sort (words, compare_lefts);
  for (guint i = 0; i < words->len; i++)
    n_rtl += (((PlxPdfWord *) words->pdata[i])->style & PLX_PDF_RTL) != 0;

  if (n_rtl == 0 || (!page->rtl && n_rtl * 2 < words->len))
    return FALSE;

  reverse (words, 0, words->len);
  for (guint i = 0; i < words->len; i++)
    {
      guint end = i;

      /* A comma after the last of some Latin words is not theirs. */
      for (guint k = i; k < words->len; k++)
        {
          const PlxPdfWord *word = words->pdata[k];

          if (word->style & PLX_PDF_RTL || !is_ltr (page, words->pdata[i]))
            break;
          if (is_ltr (page, word))
            end = k + 1;
        }
      reverse (words, i, end);
      i = MAX (i, end);
    }

  return TRUE;
}

static gboolean
is_ideograph (gunichar c)
{
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x20000 && c <= 0x3FFFF);
}

/* Whether two words of a line have a space between them. */
static gboolean
are_apart (PlxPdfPage       *page,
           const PlxPdfWord *before,
           const PlxPdfWord *word,
           const char       *text,
           gboolean          rtl)
{
  float gap = MAX (word->x0 - before->x1, before->x0 - word->x1);
  gboolean follows = word == before + 1;
  const char *end = text + strlen (text);

  if (is_ideograph (g_utf8_get_char (plx_pdf_page_get_text (page, word))) && end > text &&
      is_ideograph (g_utf8_get_char (g_utf8_prev_char (end))))
    return gap > word->size * 0.6f;

  if (follows && !rtl)
    return (before->style & PLX_PDF_SPACE) != 0;

  return gap > MIN (word->size, before->size) * SPACE_GAP ||
         (!rtl && before->style & PLX_PDF_SPACE);
}

/* Type that is printed twice, a hair apart, looks heavier. */
static gboolean
is_shadow (PlxPdfPage       *page,
           const PlxPdfWord *before,
           const PlxPdfWord *word)
{
  float common = MIN (word->x1, before->x1) - MAX (word->x0, before->x0);

  return common > (word->x1 - word->x0) * 0.7f && common > (before->x1 - before->x0) * 0.7f &&
         strcmp (plx_pdf_page_get_text (page, word), plx_pdf_page_get_text (page, before)) == 0;
}

static void
grow (PlxPdfLine       *line,
      const PlxPdfWord *word)
{
  line->x0 = MIN (line->x0, word->x0);
  line->y0 = MIN (line->y0, word->y0);
  line->x1 = MAX (line->x1, word->x1);
  line->y1 = MAX (line->y1, word->y1);
}

static gboolean
is_cell (const PlxPdfWord *before,
         const PlxPdfWord *word)
{
  float gap = MAX (word->x0 - before->x1, before->x0 - word->x1);

  return gap > MIN (word->size, before->size) * CELL_GAP;
}

static void
append_word (PlxPdfPage       *page,
             GString          *text,
             const PlxPdfWord *word)
{
  if (!(word->style & PLX_PDF_RAISED))
    g_string_append (text, plx_pdf_page_get_text (page, word));
  else if (text->len == 0)
    g_string_append_printf (text, "%s ", plx_pdf_page_get_text (page, word));
  else
    g_string_append_printf (text, PLX_PDF_MARK_START "%s" PLX_PDF_MARK_END,
                            plx_pdf_page_get_text (page, word));
}

/* The size and weight of most of a line's letters. */
static void
set_style (PlxPdfLine *line,
           PlxPdfPage *page,
           GPtrArray  *words)
{
  guint chars = 0;
  guint bold = 0;
  guint italic = 0;
  float sum = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const PlxPdfWord *word = words->pdata[i];
      guint n = g_utf8_strlen (plx_pdf_page_get_text (page, word), -1);

      chars += n;
      sum += word->size * n;
      bold += word->style & PLX_PDF_BOLD ? n : 0;
      italic += word->style & PLX_PDF_ITALIC ? n : 0;
    }

  line->size = chars > 0 ? sum / chars : 0;
  line->bold = bold * 10 >= chars * 9;
  line->italic = italic * 10 >= chars * 9;
}

/**
 * plx_pdf_line_new:
 * @page: a page
 * @words: (element-type PlxPdfWord): words of one line, which get sorted as they are read
 * @table: whether it is a row of a table, whose cells are to be told apart
 *
 * Returns: (transfer full): the line
 */
PlxPdfLine *
plx_pdf_line_new (PlxPdfPage *page,
                  GPtrArray  *words,
                  gboolean    table)
{
  PlxPdfLine *line = g_new0 (PlxPdfLine, 1);
  g_autoptr (GString) text = g_string_new (NULL);
  const PlxPdfWord *before = NULL;

  line->x0 = line->y0 = G_MAXFLOAT;
  line->x1 = line->y1 = -G_MAXFLOAT;
  line->page = page->number;
  line->table = table;
  line->rtl = put_in_order (page, words);

  for (guint i = 0; i < words->len; i++)
    {
      const PlxPdfWord *word = words->pdata[i];

      if (before != NULL && is_shadow (page, before, word))
        continue;
      if (table && before != NULL && is_cell (before, word))
        g_string_append (text, " |");
      if (before != NULL && !g_str_has_suffix (text->str, " ") &&
          are_apart (page, before, word, text->str, line->rtl))
        g_string_append_c (text, ' ');
      append_word (page, text, word);
      grow (line, word);
      if (before == NULL)
        line->first_width = word->x1 - word->x0;
      before = word;
    }

  set_style (line, page, words);
  line->text = g_strdup (text->str);

  return line;
}
