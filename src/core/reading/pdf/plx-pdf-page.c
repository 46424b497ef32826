/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-pdf-page"

#include "config.h"

#include "reading/pdf/plx-pdf-page.h"

#include <math.h>

/* Type of so much of the word's size, and set over its foot, is a mark and not a letter. */
#define RAISED_SIZE 0.8
#define RAISED_FOOT 0.12

/* A gap of so many sizes of the type stands for a space. */
#define TORN 0.35f

/**
 * Direction:
 * @UPRIGHT: as on any page
 * @DOWN: from the top to the foot: a page that lies on its side, or columns of Japanese
 * @UP: from the foot to the top
 *
 * Which way a word runs.
 */
typedef enum
{
  UPRIGHT,
  DOWN,
  UP,
  N_DIRECTIONS,
} Direction;

/**
 * Token:
 * @first: its first letter among the glyphs
 * @last: the letter after its last
 * @direction: which way it runs
 * @space: whether a space follows it
 *
 * What stands between two spaces, or runs in one direction.
 */
typedef struct
{
  guint     first;
  guint     last;
  Direction direction;
  gboolean  space;
} Token;

static PlxPdfGlyph *
get_glyph (GArray *glyphs,
           guint   at)
{
  return &g_array_index (glyphs, PlxPdfGlyph, at);
}

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == 0xA0 || c == 0 || c == PLX_PDF_BREAK;
}

/* A single letter runs as the word before it, if it stands in its column. */
static Direction
find_direction (GArray *glyphs,
                Token  *token,
                Token  *before)
{
  PlxPdfGlyph *first = get_glyph (glyphs, token->first);
  PlxPdfGlyph *last = get_glyph (glyphs, token->last - 1);
  float dx = fabsf (last->x0 + last->x1 - first->x0 - first->x1) / 2;
  float dy = (last->y0 + last->y1 - first->y0 - first->y1) / 2;

  if (token->last - token->first == 1)
    return before != NULL && fabsf (get_glyph (glyphs, before->first)->x0 - first->x0) < 1
               ? before->direction
               : UPRIGHT;

  if (fabsf (dy) <= dx * 2 || fabsf (dy) < first->size / 3)
    return UPRIGHT;

  return dy > 0 ? DOWN : UP;
}

/* Between the cells of a table, there may be no space but a wide gap. */
static gboolean
is_torn (GArray *glyphs,
         guint   at)
{
  PlxPdfGlyph *before = get_glyph (glyphs, at - 1);
  PlxPdfGlyph *glyph = get_glyph (glyphs, at);
  float dx = MAX (glyph->x0 - before->x1, before->x0 - glyph->x1);
  float dy = MAX (glyph->y0 - before->y1, before->y0 - glyph->y1);

  return MAX (dx, dy) > MAX (glyph->size, before->size) * TORN;
}

static GArray *
find_tokens (GArray *glyphs)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (Token));

  for (guint i = 0; i < glyphs->len; i++)
    {
      Token token = { .first = i, .space = FALSE };

      while (i < glyphs->len && !is_space (get_glyph (glyphs, i)->character) &&
             (i == token.first || !is_torn (glyphs, i)))
        i++;
      if (i == token.first)
        continue;

      token.last = i;
      token.space = i < glyphs->len && get_glyph (glyphs, i)->character != PLX_PDF_BREAK;
      if (i < glyphs->len && !is_space (get_glyph (glyphs, i)->character))
        i--;
      token.direction = find_direction (glyphs, &token,
                                        tokens->len > 0
                                            ? &g_array_index (tokens, Token, tokens->len - 1)
                                            : NULL);
      g_array_append_val (tokens, token);
    }

  return tokens;
}

static Direction
find_main_direction (GArray *tokens)
{
  guint letters[N_DIRECTIONS] = { 0 };

  for (guint i = 0; i < tokens->len; i++)
    {
      Token *token = &g_array_index (tokens, Token, i);

      letters[token->direction] += token->last - token->first;
    }

  if (letters[UPRIGHT] >= MAX (letters[DOWN], letters[UP]))
    return UPRIGHT;

  return letters[DOWN] >= letters[UP] ? DOWN : UP;
}

/* Turns a page that lies on its side. */
static void
turn (PlxPdfPage *self,
      GArray     *glyphs,
      Direction   direction)
{
  double width = self->width;

  if (direction == UPRIGHT)
    return;

  for (guint i = 0; i < glyphs->len; i++)
    {
      PlxPdfGlyph *glyph = get_glyph (glyphs, i);
      PlxPdfGlyph old = *glyph;

      glyph->x0 = direction == DOWN ? old.y0 : self->height - old.y1;
      glyph->x1 = direction == DOWN ? old.y1 : self->height - old.y0;
      glyph->y0 = direction == DOWN ? self->width - old.x1 : old.x0;
      glyph->y1 = direction == DOWN ? self->width - old.x0 : old.x1;
    }

  self->width = self->height;
  self->height = width;
}

/* Ligatures, and the forms that Arabic letters have in a word, are matters of type. */
static gboolean
is_ligature (gunichar c)
{
  return (c >= 0xFB00 && c <= 0xFB06) || (c >= 0xFB50 && c <= 0xFDFB) ||
         (c >= 0xFE70 && c <= 0xFEFC);
}

static void
append_character (GString  *text,
                  gunichar  c,
                  gboolean  alone)
{
  char utf8[7] = { 0 };

  if (is_ligature (c))
    {
      g_autofree char *plain = NULL;

      g_unichar_to_utf8 (c, utf8);
      plain = g_utf8_normalize (utf8, -1, G_NORMALIZE_ALL_COMPOSE);
      g_string_append (text, plain);
    }
  else if (c >= 0xE000 && c <= 0xF8FF)
    {
      /* A symbol font's own signs: most that stand alone are bullets. */
      if (alone)
        g_string_append (text, "•");
    }
  else if (c == 0x2028 || c == 0x2029 || (c >= 0x202A && c <= 0x202E) || g_unichar_iscntrl (c))
    return;
  else
    g_string_append_unichar (text, c);
}

static gboolean
is_rtl (gunichar c)
{
  return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
         (c >= 0xFE70 && c <= 0xFEFC);
}

/* Whether the letters @first to @last of a word are a footnote's mark: small, raised, no word. */
static gboolean
is_raised (GArray *glyphs,
           guint   at,
           float   size,
           float   foot)
{
  PlxPdfGlyph *glyph = get_glyph (glyphs, at);
  gunichar c = glyph->character;

  return (g_unichar_isdigit (c) || c == '*' || c == 0x2020 || c == 0x2021 || c == ',') &&
         glyph->size <= size * RAISED_SIZE && glyph->y1 < foot - size * RAISED_FOOT;
}

static void
append_word (PlxPdfPage *self,
             GArray     *glyphs,
             guint       first,
             guint       last,
             guint       style)
{
  PlxPdfWord word = { .x0 = G_MAXFLOAT, .y0 = G_MAXFLOAT, .x1 = -G_MAXFLOAT, .y1 = -G_MAXFLOAT,
                      .text = self->text->len, .style = style };
  guint bold = 0;

  if (first == last)
    return;

  for (guint i = first; i < last; i++)
    word.size = MAX (word.size, get_glyph (glyphs, i)->size);

  for (guint i = first; i < last; i++)
    {
      PlxPdfGlyph *glyph = get_glyph (glyphs, i);

      append_character (self->text, glyph->character, last - first == 1);
      word.x0 = MIN (word.x0, glyph->x0);
      word.x1 = MAX (word.x1, glyph->x1);
      bold += (glyph->style & PLX_PDF_BOLD) != 0;
      word.style |= glyph->style & PLX_PDF_ITALIC;
      word.style |= is_rtl (glyph->character) ? PLX_PDF_RTL : 0;
      if (glyph->size < word.size * RAISED_SIZE)
        continue;
      word.y0 = MIN (word.y0, glyph->y0);
      word.y1 = MAX (word.y1, glyph->y1);
    }

  if (bold * 2 > last - first)
    word.style |= PLX_PDF_BOLD;
  if (self->text->len == word.text)
    return;

  g_string_append_c (self->text, '\0');
  g_array_append_val (self->words, word);
}

static void
add_token (PlxPdfPage *self,
           GArray     *glyphs,
           Token      *token)
{
  float size = 0;
  float foot = 0;
  guint last = token->last;

  for (guint i = token->first; i < token->last; i++)
    {
      PlxPdfGlyph *glyph = get_glyph (glyphs, i);

      if (glyph->size > size)
        {
          size = glyph->size;
          foot = glyph->y1;
        }
    }

  while (last > token->first && is_raised (glyphs, last - 1, size, foot))
    last--;

  append_word (self, glyphs, token->first, last,
               last == token->last && token->space ? PLX_PDF_SPACE : 0);
  append_word (self, glyphs, last, token->last,
               PLX_PDF_RAISED | (token->space ? PLX_PDF_SPACE : 0));
}

static void
add_aside (PlxPdfPage *self,
           GArray     *glyphs,
           Token      *token)
{
  for (guint i = token->first; i < token->last; i++)
    append_character (self->aside, get_glyph (glyphs, i)->character, FALSE);
  if (token->space)
    g_string_append_c (self->aside, ' ');
}

static gboolean
is_mostly_rtl (GArray *glyphs)
{
  guint n = 0;
  guint letters = 0;

  for (guint i = 0; i < glyphs->len; i++)
    {
      gunichar c = get_glyph (glyphs, i)->character;

      letters += g_unichar_isalpha (c);
      n += is_rtl (c) && g_unichar_isalpha (c);
    }

  return n * 2 > letters;
}

/**
 * plx_pdf_page_new:
 * @number: 1 for the first
 * @width: in points
 * @height: in points
 * @glyphs: (element-type PlxPdfGlyph): its letters; a page that lies on its side has them turned
 *
 * Puts the letters of a page together to words.
 *
 * Returns: (transfer full): the page
 */
PlxPdfPage *
plx_pdf_page_new (guint   number,
                  double  width,
                  double  height,
                  GArray *glyphs)
{
  PlxPdfPage *self = g_new0 (PlxPdfPage, 1);
  g_autoptr (GArray) tokens = find_tokens (glyphs);
  Direction direction = find_main_direction (tokens);

  self->number = number;
  self->width = width;
  self->height = height;
  self->words = g_array_new (FALSE, FALSE, sizeof (PlxPdfWord));
  self->text = g_string_new (NULL);
  self->pictures = g_array_new (FALSE, FALSE, sizeof (PlxPdfPicture));
  self->head = g_ptr_array_new_with_free_func (g_free);
  self->foot = g_ptr_array_new_with_free_func (g_free);
  self->aside = g_string_new (NULL);
  self->rtl = is_mostly_rtl (glyphs);

  turn (self, glyphs, direction);
  for (guint i = 0; i < tokens->len; i++)
    {
      Token *token = &g_array_index (tokens, Token, i);

      if (token->direction == direction)
        add_token (self, glyphs, token);
      else
        add_aside (self, glyphs, token);
    }

  return self;
}

void
plx_pdf_page_free (PlxPdfPage *self)
{
  g_array_unref (self->words);
  g_string_free (self->text, TRUE);
  g_array_unref (self->pictures);
  g_ptr_array_unref (self->head);
  g_ptr_array_unref (self->foot);
  g_string_free (self->aside, TRUE);
  g_free (self);
}
