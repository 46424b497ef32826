/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-ruler.h"

#include <string.h>

/* So many words are remembered; then it begins anew, so that it takes no more memory than that. */
#define MAX_WORDS 12000

/* A word in one face and dress. */
typedef struct
{
  gboolean is_missing; /* whether no font has all of it */
  guint    n;
  float    widths[];   /* by character, in points */
} Word;

struct _PlxSheetRuler
{
  PangoContext *context;
  double        em;
  GHashTable   *words;  /* face, dress and letters to Word */
  GString      *key;
  GArray       *masks;  /* guint16: by byte of the text, the dress that letters wear */
};

PlxSheetRuler *
plx_sheet_ruler_new (PangoContext *context,
                     double        em)
{
  PlxSheetRuler *self = g_new0 (PlxSheetRuler, 1);

  self->context = g_object_ref (context);
  self->em = em;
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->key = g_string_new (NULL);
  self->masks = g_array_new (FALSE, TRUE, sizeof (guint16));

  return self;
}

void
plx_sheet_ruler_free (PlxSheetRuler *self)
{
  g_object_unref (self->context);
  g_hash_table_unref (self->words);
  g_string_free (self->key, TRUE);
  g_array_unref (self->masks);
  g_free (self);
}

/* Letters that stand one after the other, each for itself, read from left to right; and the signs
 * that stand between them. In all other scripts, what stands beside a letter changes it, or one may
 * break lines where there is no space. */
static gboolean
is_plain (gunichar letter)
{
  return (letter >= 0x20 && letter < 0x7f) ||
         (letter >= 0xa0 && letter < 0x250 && letter != 0xad) ||
         (letter >= 0x386 && letter < 0x483) || (letter >= 0x48a && letter < 0x530) ||
         (letter >= 0x2010 && letter < 0x2028) || (letter >= 0x202f && letter < 0x205f) ||
         letter == 0x20ac || letter == 0x2028;
}

/* What of the dress changes how wide letters are. */
static guint16
mask_of (PlxDress dress)
{
  switch (dress)
    {
    case PLX_DRESS_BOLD:
    case PLX_DRESS_ITALIC:
    case PLX_DRESS_SMALL:
    case PLX_DRESS_CODE:
    case PLX_DRESS_NAME:
    case PLX_DRESS_CITATION:
      return 1 << dress;

    case PLX_DRESS_ONLY_HERE:
    case PLX_DRESS_ONLY_THERE:
    case PLX_DRESS_CHANGED:
    case PLX_DRESS_LINK:
    default:
      return 0;
    }
}

static void
read_masks (PlxSheetRuler          *self,
            const PlxSheetDressing *dressing)
{
  gsize length = dressing->string->len;

  g_array_set_size (self->masks, 0);
  g_array_set_size (self->masks, length + 1);
  for (guint i = 0; dressing->spans != NULL && i < dressing->spans->len; i++)
    {
      const PlxSheetSpan *span = &g_array_index (dressing->spans, PlxSheetSpan, i);
      guint16 mask = mask_of (span->dress);

      for (gsize j = span->start; mask != 0 && j < MIN (span->end, length); j++)
        g_array_index (self->masks, guint16, j) |= mask;
    }
}

/* Sets a word with Pango. */
static Word *
set_word (PlxSheetRuler *self,
          PlxSheetFace   face,
          guint16        mask,
          const char    *start,
          gsize          length)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, TRUE, sizeof (PlxSheetSpan));
  g_autoptr (GString) string = g_string_new_len (start, length);
  PlxSheetDressing dressing = { .face = face, .string = string, .spans = spans };
  g_autoptr (PangoLayout) layout = NULL;
  guint n = g_utf8_strlen (start, length);
  Word *word = g_malloc0 (sizeof *word + n * sizeof (float));
  g_autofree double *widths = NULL;

  for (guint i = 0; i < 16; i++)
    {
      PlxSheetSpan span = { .start = 0, .end = length, .dress = i };

      if ((mask & 1 << i) != 0)
        g_array_append_val (spans, span);
    }
  layout = plx_sheet_dressing_lay_out (&dressing, self->context, self->em, NULL);
  word->is_missing = pango_layout_get_unknown_glyphs_count (layout) > 0;
  word->n = n;
  widths = plx_sheet_breaks_measure (layout);
  for (guint i = 0; i < n; i++)
    word->widths[i] = widths[i];

  return word;
}

static const Word *
find_word (PlxSheetRuler *self,
           PlxSheetFace   face,
           guint16        mask,
           const char    *start,
           gsize          length)
{
  Word *word;

  g_string_truncate (self->key, 0);
  g_string_append_printf (self->key, "%x %x ", face, mask);
  g_string_append_len (self->key, start, length);
  word = g_hash_table_lookup (self->words, self->key->str);
  if (word != NULL)
    return word;

  if (g_hash_table_size (self->words) >= MAX_WORDS)
    g_hash_table_remove_all (self->words);
  word = set_word (self, face, mask, start, length);
  g_hash_table_insert (self->words, g_strdup (self->key->str), word);

  return word;
}

/* The end of what is measured together: a word, or a space, in one dress. */
static const char *
find_end (PlxSheetRuler *self,
          const char    *text,
          const char    *start)
{
  const char *p = start + 1;
  guint16 mask = g_array_index (self->masks, guint16, start - text);

  if (*start == ' ')
    return p;

  while (*p != '\0' && *p != ' ' && g_array_index (self->masks, guint16, p - text) == mask)
    p++;

  return p;
}

/**
 * plx_sheet_ruler_measure:
 * @self: a ruler
 * @dressing: a text as it is printed
 *
 * Measures a text whose letters stand side by side, each for itself.
 *
 * Returns: (transfer full) (nullable): how wide its characters are, in points, or `NULL` where it
 *   has to be laid out to know that
 */
double *
plx_sheet_ruler_measure (PlxSheetRuler          *self,
                         const PlxSheetDressing *dressing)
{
  const char *text = dressing->string->str;
  g_autofree double *widths = NULL;
  guint n = 0;

  if (plx_sheet_face_get_type (dressing->face)->tracking > 0)
    return NULL;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), n++)
    if (!is_plain (g_utf8_get_char (p)))
      return NULL;

  read_masks (self, dressing);
  widths = g_new (double, n + 1);
  n = 0;
  for (const char *p = text; *p != '\0'; )
    {
      const char *end = find_end (self, text, p);
      const Word *word = find_word (self, dressing->face,
                                    g_array_index (self->masks, guint16, p - text), p, end - p);

      if (word->is_missing)
        return NULL;

      for (guint i = 0; i < word->n; i++)
        widths[n++] = word->widths[i];
      p = end;
    }

  return g_steal_pointer (&widths);
}
