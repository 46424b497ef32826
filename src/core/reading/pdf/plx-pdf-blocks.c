/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-pdf-blocks"

#include "config.h"

#include "reading/pdf/plx-pdf-blocks.h"

#include <math.h>
#include <string.h>

#include "reading/pdf/plx-pdf-hyphens.h"
#include "reading/pdf/plx-pdf-marks.h"

/* Type is larger or smaller than the text's from here on. */
#define LARGE 1.1
#define SMALL 0.92

/* Sizes that differ by less are one. */
#define SAME_SIZE 0.07

/* The first line of a paragraph is set in by so many sizes of the type. */
#define INDENT 0.7
#define MAX_INDENT 5

/* A footnote is not so many lines over the end of its column. */
#define NOTE_LINES 200

/* A caption begins so many sizes of its type under its picture, or over its foot. */
#define CAPTION_GAP 2.5
#define CAPTION_OVERLAP 1

/* So many lines over and under a line tell how wide its column is. */
#define NEIGHBOURS 8

/**
 * Join:
 * @lines: (element-type PlxPdfLine): all lines of the file
 * @words: the words of the file
 * @blocks: (element-type PlxPdfBlock): what has been found
 * @body_size: size of most of the type
 * @body_bold: whether most of it is heavy
 * @pitch: from one line of the text to the next, in sizes of its type
 * @indents: whether paragraphs are told by the indent of their first line
 *
 * A file on its way from lines to paragraphs.
 */
typedef struct
{
  GPtrArray   *lines;
  PlxPdfWords *words;
  GPtrArray   *blocks;
  float        body_size;
  gboolean     body_bold;
  float        pitch;
  gboolean     indents;
} Join;

void
plx_pdf_block_free (PlxPdfBlock *self)
{
  g_string_free (self->text, TRUE);
  g_free (self);
}

static PlxPdfLine *
get_line (Join  *join,
          guint  at)
{
  return at < join->lines->len ? join->lines->pdata[at] : NULL;
}

static gboolean
is_same_region (const PlxPdfLine *one,
                const PlxPdfLine *other)
{
  return one->page == other->page && one->region == other->region;
}

static gboolean
is_same_size (float one,
              float other)
{
  return fabsf (one - other) <= MAX (one, other) * SAME_SIZE;
}

/* The size and weight that most letters have. */
static void
find_body_type (Join *join)
{
  guint64 counts[256] = { 0 };
  guint64 bold[256] = { 0 };
  guint best = 0;

  for (guint i = 0; i < join->lines->len; i++)
    {
      PlxPdfLine *line = join->lines->pdata[i];
      guint size = CLAMP (lroundf (line->size * 4), 1, 255);

      counts[size] += strlen (line->text);
      bold[size] += line->bold ? strlen (line->text) : 0;
      if (counts[size] > counts[best])
        best = size;
    }

  join->body_size = MAX (best / 4.0f, 1);
  join->body_bold = bold[best] * 2 > counts[best];
}

/* From line to line, and whether first lines are set in. */
static void
find_pitch (Join *join)
{
  guint counts[64] = { 0 };
  guint best = 24; /* 1.2 sizes of the type, where nothing tells */
  guint n_lines = 0;
  guint n_indents = 0;

  for (guint i = 1; i < join->lines->len; i++)
    {
      PlxPdfLine *line = join->lines->pdata[i];
      PlxPdfLine *before = join->lines->pdata[i - 1];
      float pitch = (line->y1 - before->y1) / MAX (line->size, 1);

      if (!is_same_region (line, before) || !is_same_size (line->size, join->body_size) ||
          !is_same_size (line->size, before->size) || line->table || pitch < 0.5f || pitch >= 3)
        continue;

      counts[(guint) (pitch * 20)]++;
      if (counts[(guint) (pitch * 20)] > counts[best])
        best = pitch * 20;
      n_lines++;
      n_indents += pitch < 1.8f && line->x0 - before->x0 > line->size * INDENT &&
                   line->x0 - before->x0 < line->size * MAX_INDENT;
    }

  join->pitch = (best + 1) / 20.0f;
  join->indents = n_indents >= 2 && n_indents * 25 >= n_lines;
}

/* The left and right edge of the column around a line, as the lines near it show. */
static void
find_column (Join  *join,
             guint  at,
             float *left,
             float *right)
{
  PlxPdfLine *line = join->lines->pdata[at];
  guint first = at > NEIGHBOURS ? at - NEIGHBOURS : 0;

  *left = line->x0;
  *right = line->x1;

  for (guint i = first; i < join->lines->len && i <= at + NEIGHBOURS; i++)
    {
      PlxPdfLine *other = join->lines->pdata[i];

      if (!is_same_region (line, other) || !is_same_size (line->size, other->size))
        continue;
      *left = MIN (*left, other->x0);
      *right = MAX (*right, other->x1);
    }
}

static gboolean
is_closing (gunichar c)
{
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x2019 || c == 0x201D ||
         c == 0xBB || c == 0x201C;
}

static gboolean
ends_sentence (const char *text)
{
  const char *p = text + strlen (text);

  while (p > text)
    {
      gunichar c;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (!is_closing (c))
        return strchr (".!?:", c < 128 ? (int) c : 'x') != NULL || c == 0x2026 || c == 0x3002 ||
               c == 0xFF01 || c == 0xFF1F || c == 0x061F || c == 0x06D4;
    }

  return FALSE;
}

static gboolean
starts_lower (const char *text)
{
  while (*text != '\0' && !g_unichar_isalnum (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return g_unichar_islower (g_utf8_get_char (text));
}

static gboolean
is_bullet (gunichar c)
{
  return c == 0x2022 || c == 0x25CF || c == 0x25AA || c == 0x25A0 || c == 0x2023 || c == 0x2043 ||
         c == 0x25E6 || c == 0x2219 || c == 0xB7 || c == 0x25CB || c == 0x27A2;
}

/* What follows the mark of a list's item: “• ”, “– ”, “3. ”, “(b) ”; else `NULL`. */
static const char *
skip_mark (const char *text,
           gboolean   *numbered)
{
  const char *p = text;

  *numbered = FALSE;
  if (is_bullet (g_utf8_get_char (p)))
    {
      p = g_utf8_next_char (p);
      return p + strspn (p, " ");
    }
  if (g_str_has_prefix (p, "– ") || g_str_has_prefix (p, "- ") || g_str_has_prefix (p, "* "))
    return strchr (p, ' ') + 1;

  *numbered = TRUE;
  p += *p == '(';
  if (g_ascii_isdigit (p[0]))
    p += g_ascii_isdigit (p[1]) ? 2 : 1;
  else if (p > text && g_ascii_islower (p[0]))
    p++;
  else
    return NULL;

  return (p[0] == '.' || p[0] == ')') && p[1] == ' ' ? p + 2 : NULL;
}

/* Whether the line before had no need to end where it does: the next word had room on it. */
static gboolean
has_room (const PlxPdfLine *before,
          const PlxPdfLine *line,
          float             left,
          float             right,
          float             factor)
{
  float room = before->rtl ? before->x0 - left : right - before->x1;

  return room > (line->first_width + line->size * 0.4f) * factor;
}

static gboolean
is_set_in (const PlxPdfLine *line,
           float             left,
           float             right)
{
  float indent = line->rtl ? right - line->x1 : line->x0 - left;

  return indent > line->size * INDENT && indent < line->size * MAX_INDENT;
}

static gboolean
is_centred (const PlxPdfLine *line,
            float             left,
            float             right)
{
  float before = line->x0 - left;
  float after = right - line->x1;

  return before > line->size && fabsf (before - after) < line->size * 0.5f;
}

/* Whether a line that differs in its type from the one before begins something else. */
static gboolean
differs (const PlxPdfLine *before,
         const PlxPdfLine *line)
{
  if (line->table || before->table || !is_same_size (line->size, before->size))
    return TRUE;

  /* Words that are stressed may fill a line by chance. */
  return line->bold != before->bold &&
         (ends_sentence (before->text) || !starts_lower (line->text));
}

/* Whether a paragraph starts with the line @at, which has another before it in its region. */
static gboolean
starts_paragraph (Join     *join,
                  guint     at,
                  gboolean  within_item)
{
  PlxPdfLine *line = join->lines->pdata[at];
  PlxPdfLine *before = join->lines->pdata[at - 1];
  float step = line->y1 - before->y1;
  float pitch = join->pitch * line->size;
  gboolean body = is_same_size (line->size, join->body_size);
  gboolean numbered;
  float left;
  float right;

  find_column (join, at, &left, &right);

  if (differs (before, line))
    return TRUE;
  if (step > pitch * (body ? 1.25f : 1.45f) && step - pitch > line->size * 0.25f)
    return TRUE;
  if (skip_mark (line->text, &numbered) != NULL &&
      (!numbered || ends_sentence (before->text) || within_item))
    return TRUE;
  if (is_centred (line, left, right) && is_centred (before, left, right))
    return FALSE;
  if (is_set_in (line, left, right) && !is_set_in (before, left, right) && !within_item)
    return TRUE;
  if (!body && !ends_sentence (before->text))
    return FALSE;
  if (ends_sentence (before->text) && has_room (before, line, left, right, 1))
    return TRUE;

  return !starts_lower (line->text) && has_room (before, line, left, right, 1) &&
         (before->x1 - before->x0) < (right - left) * 0.6f;
}

static gboolean
is_note_mark (const char *text)
{
  gunichar c = g_utf8_get_char (text);

  return g_ascii_isdigit (*text) || c == '*' || c == 0x2020 || c == 0x2021;
}

static PlxPdfBlockKind
find_kind (Join             *join,
           const PlxPdfLine *line)
{
  gboolean numbered;

  if (line->table)
    return PLX_PDF_ROW;
  if (line->size >= join->body_size * LARGE)
    return PLX_PDF_LARGE;
  if (line->size <= join->body_size * SMALL)
    return PLX_PDF_SMALL;
  if (skip_mark (line->text, &numbered) != NULL && !numbered)
    return PLX_PDF_ITEM;

  return line->bold && !join->body_bold ? PLX_PDF_STRONG : PLX_PDF_BODY;
}

static PlxPdfBlock *
add_block (Join            *join,
           PlxPdfBlockKind  kind,
           guint            page,
           const char      *text)
{
  PlxPdfBlock *block = g_new0 (PlxPdfBlock, 1);

  block->text = g_string_new (text);
  block->kind = kind;
  block->page = page;
  g_ptr_array_add (join->blocks, block);

  return block;
}

static gboolean
is_last_of_page (Join  *join,
                 guint  at)
{
  PlxPdfLine *line = join->lines->pdata[at];

  for (guint i = at; i < join->lines->len; i++)
    {
      PlxPdfLine *other = join->lines->pdata[i];

      if (!is_same_region (line, other))
        return TRUE;
      if (other->size > join->body_size * SMALL || i - at > NOTE_LINES)
        return FALSE;
    }

  return TRUE;
}

/* Where footnotes begin: lines in small type under the text, with a mark at their start. */
static GArray *
find_notes (Join *join)
{
  GArray *notes = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < join->lines->len; i++)
    {
      PlxPdfLine *line = join->lines->pdata[i];

      if (find_kind (join, line) == PLX_PDF_SMALL && is_note_mark (line->text) &&
          is_last_of_page (join, i))
        g_array_append_val (notes, i);
    }

  return notes;
}

/**
 * Open:
 * @block: (nullable): the last paragraph of the text
 * @last: its last line
 * @room: whether the first word of a next line would have fitted on it is not known before that
 *   line is; this is the right edge of its column
 * @left: the left edge of its column
 *
 * A paragraph that may go on in the next column or on the next page.
 */
typedef struct
{
  PlxPdfBlock *block;
  guint        last;
  float        left;
  float        right;
} Open;

/* Whether a paragraph that ended with its column goes on with the line @at of another. */
static gboolean
goes_on (Join *join,
         Open *open,
         guint at)
{
  PlxPdfLine *line = get_line (join, at);
  PlxPdfLine *last = get_line (join, open->last);
  gboolean numbered;
  float left;
  float right;

  if (open->block == NULL || !is_same_size (line->size, last->size) ||
      skip_mark (line->text, &numbered) != NULL)
    return FALSE;

  find_column (join, at, &left, &right);
  if (is_set_in (line, left, right) && join->indents)
    return FALSE;
  if (!ends_sentence (last->text))
    return starts_lower (line->text) || !has_room (last, line, open->left, open->right, 1.5f);
  if (starts_lower (line->text))
    return TRUE;

  return join->indents && !has_room (last, line, open->left, open->right, 1);
}

/* Adds the lines from @at that make one block; gives the line after them. */
static guint
read_block (Join        *join,
            guint        at,
            PlxPdfBlock *block)
{
  guint i = at;

  do
    {
      PlxPdfLine *line = get_line (join, i);

      plx_pdf_words_join (join->words, block->text, line->text);
      block->n_lines++;
      i++;
    }
  while (i < join->lines->len && is_same_region (get_line (join, i), get_line (join, at)) &&
         !starts_paragraph (join, i, block->kind == PLX_PDF_ITEM));

  return i;
}

static void
drop_mark (PlxPdfBlock *block)
{
  gboolean numbered;
  const char *rest = skip_mark (block->text->str, &numbered);

  if (rest != NULL && !numbered)
    g_string_erase (block->text, 0, rest - block->text->str);
}

static gboolean
is_caption (const PlxPdfPage *page,
            const PlxPdfLine *line)
{
  for (guint i = 0; i < page->pictures->len; i++)
    {
      const PlxPdfPicture *picture = &g_array_index (page->pictures, PlxPdfPicture, i);
      float common = MIN (line->x1, picture->x1) - MAX (line->x0, picture->x0);
      float gap = line->y0 - picture->y1;

      if (gap > -line->size * CAPTION_OVERLAP && gap < line->size * CAPTION_GAP &&
          common > (line->x1 - line->x0) / 2)
        return TRUE;
    }

  return FALSE;
}

/* What the form of the line at @at says of the block that begins with it. */
static PlxPdfBlockKind
find_block_kind (Join             *join,
                 const PlxPdfPage *page,
                 guint             at)
{
  PlxPdfLine *line = get_line (join, at);
  PlxPdfBlockKind kind = find_kind (join, line);

  if (kind == PLX_PDF_SMALL && is_note_mark (line->text) && is_last_of_page (join, at))
    return PLX_PDF_NOTE;
  if ((kind == PLX_PDF_SMALL || (line->italic && kind == PLX_PDF_BODY)) && is_caption (page, line))
    return PLX_PDF_CAPTION;

  return kind;
}

/* The blocks of one page. A paragraph that goes on from the page before grows there. */
static guint
read_page (Join             *join,
           guint             at,
           const PlxPdfPage *page,
           Open             *open)
{
  guint region = G_MAXUINT;

  while (at < join->lines->len && get_line (join, at)->page == page->number)
    {
      PlxPdfLine *line = get_line (join, at);
      PlxPdfBlockKind kind = find_block_kind (join, page, at);
      gboolean fresh = line->region != region;
      gboolean prose = kind == PLX_PDF_BODY || kind == PLX_PDF_ITEM;
      PlxPdfBlock *block;

      if (fresh && kind == PLX_PDF_BODY && goes_on (join, open, at))
        block = open->block;
      else
        block = add_block (join, kind, page->number, NULL);
      if (block->n_lines == 0)
        {
          block->size = line->size;
          block->bold = line->bold;
          block->italic = line->italic;
        }

      at = read_block (join, at, block);
      if (kind == PLX_PDF_BODY || kind == PLX_PDF_LARGE || kind == PLX_PDF_STRONG)
        region = line->region;
      if (prose)
        {
          *open = (Open) { block, at - 1, 0, 0 };
          find_column (join, at - 1, &open->left, &open->right);
        }
      else if (kind == PLX_PDF_LARGE || kind == PLX_PDF_STRONG)
        open->block = NULL;
    }

  return at;
}

static void
add_margins (Join            *join,
             PlxPdfBlockKind  kind,
             guint            page,
             GPtrArray       *texts)
{
  for (guint i = 0; i < texts->len; i++)
    add_block (join, kind, page, texts->pdata[i]);
}

static gboolean
is_blank (const PlxPdfBlock *block)
{
  return block->text->str[strspn (block->text->str, " ")] == '\0';
}

/**
 * plx_pdf_blocks_find:
 * @pages: (element-type PlxPdfPage): the pages, of which the edges are taken
 * @lines: (element-type PlxPdfLine): their lines in reading order
 * @body_size: (out): size of the type that most of the text is in
 *
 * Puts lines together to paragraphs, across columns and pages.
 *
 * Returns: (transfer full) (element-type PlxPdfBlock): the blocks in reading order
 */
GPtrArray *
plx_pdf_blocks_find (GPtrArray *pages,
                     GPtrArray *lines,
                     float     *body_size)
{
  g_autoptr (PlxPdfWords) words = NULL;
  g_autoptr (GArray) notes = NULL;
  Join join = { .lines = lines };
  Open open = { NULL };
  guint at = 0;

  join.blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_pdf_block_free);
  find_body_type (&join);
  find_pitch (&join);
  notes = find_notes (&join);
  plx_pdf_marks_resolve (lines, notes);
  join.words = words = plx_pdf_words_new (lines);

  for (guint i = 0; i < pages->len; i++)
    {
      PlxPdfPage *page = pages->pdata[i];

      add_margins (&join, PLX_PDF_HEAD, page->number, page->head);
      at = read_page (&join, at, page, &open);
      if (page->aside->len > 0)
        add_block (&join, PLX_PDF_ASIDE, page->number, page->aside->str);
      add_margins (&join, PLX_PDF_FOOT, page->number, page->foot);
    }

  for (guint i = join.blocks->len; i > 0; i--)
    {
      PlxPdfBlock *block = join.blocks->pdata[i - 1];

      if (block->kind == PLX_PDF_ITEM)
        drop_mark (block);
      if (is_blank (block))
        g_ptr_array_remove_index (join.blocks, i - 1);
    }

  *body_size = join.body_size;

  return join.blocks;
}
