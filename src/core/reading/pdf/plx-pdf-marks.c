/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-pdf-marks"

#include "config.h"

#include "reading/pdf/plx-pdf-marks.h"

#include <string.h>

/* So many marks that count up are those of notes, wherever these stand. */
#define MIN_STEPS 2

/* Whether the marks of a file count up, as those of notes do and exponents do not. */
static gboolean
count_up (GPtrArray *lines)
{
  guint64 before = 0;
  guint n_marks = 0;
  guint steps = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const char *p = ((PlxPdfLine *) lines->pdata[i])->text;

      while ((p = strstr (p, PLX_PDF_MARK_START)) != NULL)
        {
          guint64 number = g_ascii_strtoull (p + strlen (PLX_PDF_MARK_START), NULL, 10);

          n_marks++;
          steps += number > 0 && number == before + 1;
          before = number;
          p += strlen (PLX_PDF_MARK_START);
        }
    }

  return steps >= MIN_STEPS && steps * 2 >= n_marks;
}

/* Whether a note on the line's page, among those from @first on, opens with the mark at @mark. */
static gboolean
has_note (GPtrArray        *lines,
          GArray           *notes,
          guint             first,
          const PlxPdfLine *line,
          const char       *mark,
          gsize             length)
{
  for (guint i = first; i < notes->len; i++)
    {
      PlxPdfLine *note = lines->pdata[g_array_index (notes, guint, i)];

      if (note->page > line->page)
        return FALSE;
      if (note->page == line->page && strncmp (note->text, mark, length) == 0 &&
          !g_ascii_isdigit (note->text[length]))
        return TRUE;
    }

  return FALSE;
}

static void
resolve_line (GPtrArray  *lines,
              GArray     *notes,
              guint       first,
              PlxPdfLine *line,
              gboolean    drop_all)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *p = line->text;
  const char *start;

  while ((start = strstr (p, PLX_PDF_MARK_START)) != NULL)
    {
      const char *mark = start + strlen (PLX_PDF_MARK_START);
      const char *end = strstr (mark, PLX_PDF_MARK_END);

      g_string_append_len (text, p, start - p);
      if (end == NULL)
        end = mark + strlen (mark);
      if (!drop_all && !has_note (lines, notes, first, line, mark, end - mark))
        g_string_append_len (text, mark, end - mark);
      p = *end == '\0' ? end : end + strlen (PLX_PDF_MARK_END);
    }

  g_string_append (text, p);
  g_set_str (&line->text, text->str);
}

/**
 * plx_pdf_marks_resolve:
 * @lines: (element-type PlxPdfLine): the lines of a file
 * @notes: (element-type guint): those of them with which a footnote begins, in order
 *
 * Takes the marks that call a footnote out of the lines, and leaves other raised figures in.
 */
void
plx_pdf_marks_resolve (GPtrArray *lines,
                       GArray    *notes)
{
  gboolean drop_all = count_up (lines);
  guint first = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      PlxPdfLine *line = lines->pdata[i];

      while (first < notes->len &&
             ((PlxPdfLine *) lines->pdata[g_array_index (notes, guint, first)])->page < line->page)
        first++;
      if (strstr (line->text, PLX_PDF_MARK_START) != NULL)
        resolve_line (lines, notes, first, line, drop_all);
    }
}
