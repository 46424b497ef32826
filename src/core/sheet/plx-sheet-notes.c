/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-notes.h"

#include <glib/gi18n-lib.h>

/* In ems: a column of notes, unless all are short, between two of them, over all of them, between
 * a number and its text, and a digit and a letter, which are somewhat less wide. */
#define COLUMN 19.0
#define GAP 1.6
#define ABOVE 0.9
#define BEFORE_TEXT 0.45
#define DIGIT 0.45
#define LETTER 0.5
#define MAX_COLUMNS 6

#define LINE 1.1

struct _PlxSheetNotes
{
  PlxSheetMatter *matter;
  PlxSheetSetter *setter;
  double          width;
  double          max_height;
  double          indent;    /* of the text, which stands beside the greatest number */
  guint           n_columns;
  guint           n_articles;
  guint8         *n_lines;   /* by article, 0 where it is not measured yet */
};

/* Short notes stand in more columns. How wide they come out is not looked at: that would take as
 * long as the first page may. */
static guint
choose_columns (PlxSheetNotes *self)
{
  double em = self->setter->em;
  glong longest = 0;
  double column;

  for (guint i = 0; i < self->n_articles; i++)
    {
      g_autofree char *note = plx_sheet_matter_dup_note (self->matter, i);

      longest = MAX (longest, g_utf8_strlen (note, -1));
    }
  column = MIN (COLUMN * em, self->indent + longest * LETTER * em);

  return CLAMP ((self->width + GAP * em) / (column + GAP * em), 1, MAX_COLUMNS);
}

/**
 * plx_sheet_notes_new:
 * @matter: what is cited
 * @setter: sets the notes; outlives them
 * @width: of the column of the page
 * @max_height: what they may take of it
 *
 * Returns: (transfer full): the notes
 */
PlxSheetNotes *
plx_sheet_notes_new (PlxSheetMatter *matter,
                     PlxSheetSetter *setter,
                     double          width,
                     double          max_height)
{
  PlxSheetNotes *self = g_new0 (PlxSheetNotes, 1);
  guint n_digits = 1;

  self->matter = plx_sheet_matter_ref (matter);
  self->setter = setter;
  self->width = width;
  self->max_height = max_height;
  self->n_articles = plx_analysis_get_n_articles (matter->analysis);
  for (guint n = self->n_articles; n >= 10; n /= 10)
    n_digits++;
  self->indent = (MAX (n_digits, 2) * DIGIT + BEFORE_TEXT) * setter->em;
  self->n_columns = choose_columns (self);
  self->n_lines = g_new0 (guint8, self->n_articles + 1);

  return self;
}

void
plx_sheet_notes_free (PlxSheetNotes *self)
{
  plx_sheet_matter_unref (self->matter);
  g_free (self->n_lines);
  g_free (self);
}

static double
column_width (PlxSheetNotes *self)
{
  return (self->width - GAP * self->setter->em * (self->n_columns - 1)) / self->n_columns;
}

static PlxSheetBlock *
set_words (PlxSheetNotes *self,
           const char    *words,
           double         width,
           PlxSheetAlign  align,
           gboolean       is_measured)
{
  g_autoptr (PlxSheetText) text = plx_sheet_text_new (words, NULL);

  return plx_sheet_setter_set (self->setter, text, PLX_FACE_FOOT, align, width, is_measured);
}

static PlxSheetBlock *
set_note (PlxSheetNotes *self,
          guint          article,
          gboolean       is_measured)
{
  g_autofree char *note = plx_sheet_matter_dup_note (self->matter, article);

  return set_words (self, note, column_width (self) - self->indent,
                    plx_sheet_setter_lean (self->setter, note), is_measured);
}

static guint
count_lines (PlxSheetNotes *self,
             guint          article)
{
  if (self->n_lines[article] == 0)
    {
      g_autoptr (PlxSheetBlock) block = set_note (self, article, TRUE);

      self->n_lines[article] = MIN (block->n_lines, G_MAXUINT8);
    }

  return self->n_lines[article];
}

/* Notes are read along the rows: those of a row begin at one height. Gives how many of them fit,
 * and in how many lines. */
static guint
fit (PlxSheetNotes *self,
     GArray        *articles,
     guint         *n_lines)
{
  guint max = (guint) (self->max_height / (LINE * self->setter->em));
  guint sum = 0;

  for (guint i = 0; i < articles->len; i += self->n_columns)
    {
      gboolean is_last = i + self->n_columns >= articles->len;
      guint row = 1;

      for (guint j = i; j < MIN (i + self->n_columns, articles->len); j++)
        row = MAX (row, count_lines (self, g_array_index (articles, guint32, j)));
      /* One line is left for what says how many more there are. */
      if (sum + row + (is_last ? 0 : 1) > MAX (max, 2))
        {
          *n_lines = sum + 1;
          return i;
        }
      sum += row;
    }

  *n_lines = sum;

  return articles->len;
}

/**
 * plx_sheet_notes_get_height:
 * @self: notes
 * @articles: (element-type guint32): those that a page cites, in order
 *
 * Returns: what they take of the page, with the room over them; 0 for none
 */
double
plx_sheet_notes_get_height (PlxSheetNotes *self,
                            GArray        *articles)
{
  guint n_lines = 0;

  if (articles->len == 0)
    return 0;

  fit (self, articles, &n_lines);

  return (ABOVE + n_lines * LINE) * self->setter->em;
}

/* A column counts from where one begins to read. */
static double
find_left (PlxSheetNotes *self,
           guint          column,
           double         inset,
           double         width)
{
  double left = column * (column_width (self) + GAP * self->setter->em) + inset;

  return self->setter->is_rtl ? self->width - left - width : left;
}

static void
draw_note (PlxSheetNotes    *self,
           guint             article,
           guint             column,
           double            y,
           PlxSheetNoteDraw  draw,
           gpointer          data)
{
  double em = self->setter->em;
  g_autofree char *number = g_strdup_printf ("%u", article + 1);
  g_autoptr (PlxSheetBlock) mark = set_words (self, number, self->indent - BEFORE_TEXT * em,
                                              PLX_ALIGN_END, FALSE);
  g_autoptr (PlxSheetBlock) note = set_note (self, article, FALSE);

  draw (mark, article, TRUE, find_left (self, column, 0, mark->width), y, data);
  draw (note, article, FALSE, find_left (self, column, self->indent, note->width), y, data);
}

/**
 * plx_sheet_notes_foreach:
 * @self: notes
 * @articles: (element-type guint32): those that a page cites, in order
 * @draw: (scope call): is given the number and the text of each, and where they go
 * @data: for @draw
 *
 * Sets the notes of a page. Where there are more than a page should hold, the last line says how
 * many more.
 */
void
plx_sheet_notes_foreach (PlxSheetNotes    *self,
                         GArray           *articles,
                         PlxSheetNoteDraw  draw,
                         gpointer          data)
{
  guint n_lines, n = fit (self, articles, &n_lines);
  double pitch = LINE * self->setter->em;
  double y = ABOVE * self->setter->em;

  for (guint i = 0; i < n; i += self->n_columns)
    {
      guint row = 1;

      for (guint j = i; j < MIN (i + self->n_columns, n); j++)
        {
          guint article = g_array_index (articles, guint32, j);

          draw_note (self, article, j - i, y, draw, data);
          row = MAX (row, count_lines (self, article));
        }
      y += row * pitch;
    }

  if (n < articles->len)
    {
      guint rest = articles->len - n;
      g_autofree char *words =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                      "and %u more; its number is that of the list of sources",
                                      "and %u more; their numbers are those of the list of "
                                      "sources", rest), rest);
      g_autoptr (PlxSheetBlock) mark = set_words (self, NULL, pitch, PLX_ALIGN_END, FALSE);
      g_autoptr (PlxSheetBlock) block = set_words (self, words, self->width, PLX_ALIGN_START,
                                                   FALSE);

      draw (mark, g_array_index (articles, guint32, n), TRUE, 0, y, data);
      draw (block, g_array_index (articles, guint32, n), FALSE, 0, y, data);
    }
}
