/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-word-units"

#include "config.h"

#include <string.h>

#include "comparing/plx-word-match.h"
#include "language/facts/plx-quantities.h"
#include "language/facts/plx-times.h"

/* So many small words between two that differ do not part them. */
#define FEW 2

/* The little words inside names, of the languages that have them. */
static const char *const particles[] = {
  "al", "bin", "bint", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du",
  "el", "ibn", "la", "las", "le", "los", "of", "ten", "ter", "van", "von", "zu", "zum", "zur",
};

static const PlxWord *
word_at (const PlxWordSide *side,
         guint              i)
{
  return &g_array_index (side->words, PlxWord, i);
}

/* The first word that ends after a byte of the sentence. */
static guint32
word_after (const PlxWordSide *side,
            guint32            byte)
{
  guint32 low = 0, high = side->words->len;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (word_at (side, middle)->end <= byte)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The word after the last that begins before a byte of the sentence. */
static guint32
word_end (const PlxWordSide *side,
          guint32            byte)
{
  guint32 i = word_after (side, byte);

  while (i < side->words->len && word_at (side, i)->start < byte)
    i++;

  return i;
}

/* Bytes are those of the text in which the sentence stands. */
static void
add_unit (PlxWordSide *side,
          gsize        start,
          gsize        core,
          gsize        end,
          gboolean     is_quantity)
{
  gsize from = side->text->start;
  PlxWordUnit unit = { .is_quantity = is_quantity };

  if (start < from || end > side->text->end)
    return;

  unit.first = word_after (side, start - from);
  unit.core = word_end (side, core - from);
  unit.end = word_end (side, end - from);
  if (unit.end > unit.first + 1)
    g_array_append_val (side->units, unit);
}

static void
add_facts (PlxWordSide *side)
{
  g_autoptr (PlxLexemes) lexemes =
    plx_lexemes_new (side->text->text, side->text->start, side->text->end);
  g_autoptr (GArray) times = plx_times_find (lexemes, 0);
  g_autoptr (GArray) quantities = plx_quantities_find (lexemes, times);

  for (guint i = 0; i < times->len; i++)
    {
      const PlxTime *time = &g_array_index (times, PlxTime, i);

      add_unit (side, time->start, time->end, time->end, FALSE);
    }

  for (guint i = 0; i < quantities->len; i++)
    {
      const PlxQuantity *quantity = &g_array_index (quantities, PlxQuantity, i);
      gboolean has_counted = quantity->counted_end > quantity->number_end;

      add_unit (side, quantity->start, has_counted ? quantity->counted_start : quantity->end,
                quantity->end, has_counted);
    }
}

static void
add_mentions (PlxWordSide *side)
{
  GArray *mentions = side->text->mentions;
  guint low = 0, high = mentions->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (mentions, PlxMentionSpan, middle).start < side->text->start)
        low = middle + 1;
      else
        high = middle;
    }

  for (; low < mentions->len; low++)
    {
      const PlxMentionSpan *mention = &g_array_index (mentions, PlxMentionSpan, low);

      if (mention->start >= side->text->end)
        return;
      add_unit (side, mention->start, mention->end, mention->end, FALSE);
    }
}

static gboolean
is_in_a_unit (const PlxWordSide *side,
              guint              n_units,
              guint32            i)
{
  for (guint unit = 0; unit < n_units; unit++)
    {
      const PlxWordUnit *it = &g_array_index (side->units, PlxWordUnit, unit);

      if (i >= it->first && i < it->end)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_capital (const PlxWordSide *side,
            guint32            i)
{
  const PlxWord *word = word_at (side, i);
  const char *text = side->text->text + side->text->start;

  return word->is_word && g_unichar_isupper (g_utf8_get_char (text + word->start)) &&
         !(i == 0 && plx_words_is_starter (text, word->start, word->end));
}

static gboolean
is_particle (PlxWordMatch      *self,
             const PlxWordSide *side,
             guint32            i)
{
  const char *key = plx_word_ids_get_key (self->ids, g_array_index (side->ids, guint32, i));

  for (guint at = 0; at < G_N_ELEMENTS (particles); at++)
    if (g_str_equal (key, particles[at]))
      return TRUE;

  return FALSE;
}

/* Where nobody has found the names: capital letters in a row. */
static void
add_capitals (PlxWordMatch *self,
              PlxWordSide  *side)
{
  guint n_units = side->units->len;

  for (guint32 i = 0; i < side->words->len; i++)
    {
      PlxWordUnit unit = { .first = i };

      for (; i < side->words->len && !is_in_a_unit (side, n_units, i); i++)
        {
          if (is_capital (side, i))
            unit.end = unit.core = i + 1;
          else if (unit.end != i || !is_particle (self, side, i))
            break;
        }
      if (unit.end > unit.first + 1)
        g_array_append_val (side->units, unit);
    }
}

/**
 * plx_word_match_find_units:
 * @self: two sentences
 *
 * Finds the names, numbers and times in both.
 */
void
plx_word_match_find_units (PlxWordMatch *self)
{
  for (guint side = 0; side < 2; side++)
    {
      add_facts (&self->sides[side]);
      if (self->sides[side].text->mentions != NULL)
        add_mentions (&self->sides[side]);
      else
        add_capitals (self, &self->sides[side]);
    }
}

static gboolean
is_core_whole (const PlxWordSide *side,
               const PlxWordUnit *unit)
{
  for (guint32 i = unit->first; i < unit->core; i++)
    if (word_at (side, i)->is_word && side->partners[i] == PLX_NONE)
      return FALSE;

  return TRUE;
}

static gboolean
is_in_a_quantity (const PlxWordSide *side,
                  guint32            i)
{
  for (guint unit = 0; unit < side->units->len; unit++)
    {
      const PlxWordUnit *it = &g_array_index (side->units, PlxWordUnit, unit);

      if (it->is_quantity && i >= it->first && i < it->end)
        return TRUE;
    }

  return FALSE;
}

/* What is counted goes with its number where the other sentence has another number of it; where it
 * has none, only the number is more. Returns whether anything was parted. */
static gboolean
part_unit (PlxWordMatch      *self,
           guint              side,
           const PlxWordUnit *unit)
{
  PlxWordSide *its = &self->sides[side];
  gboolean is_changed = FALSE;

  if (is_core_whole (its, unit))
    return FALSE;

  for (guint32 i = unit->first; i < unit->end; i++)
    {
      guint32 partner = its->partners[i];

      if (partner == PLX_NONE ||
          (i >= unit->core && !is_in_a_quantity (&self->sides[1 - side], partner)))
        continue;
      plx_word_match_part (self, side, i);
      is_changed = TRUE;
    }

  return is_changed;
}

static gboolean
part_units (PlxWordMatch *self)
{
  gboolean is_changed = FALSE;

  for (guint side = 0; side < 2; side++)
    {
      GArray *units = self->sides[side].units;

      for (guint i = 0; i < units->len; i++)
        is_changed |= part_unit (self, side, &g_array_index (units, PlxWordUnit, i));
    }

  return is_changed;
}

/* What stands around a run of pairs, up to the next pair: how many words that differ, and whether
 * a mark is among them or in the run. */
static guint
count_differing (const PlxWordSide *side,
                 guint32            from,
                 int                direction,
                 gboolean          *has_mark)
{
  guint n = 0;

  for (guint32 i = from; i < side->words->len; i += direction)
    {
      if (!word_at (side, i)->is_word)
        *has_mark |= n == 0;
      else if (side->partners[i] == PLX_NONE)
        n++;
      else
        break;
    }

  return n;
}

/* Whether the small words from @first on, @n of them, stand between words that differ, so that they
 * only happen to be the same: between two runs in one sentence, with some in the other too. */
static gboolean
is_chance (const PlxWordMatch *self,
           guint32             first,
           guint32             n)
{
  guint before[2], after[2];
  gboolean has_mark = FALSE;

  for (guint side = 0; side < 2; side++)
    {
      guint32 start = side == 0 ? first : self->sides[0].partners[first];
      guint32 last = side == 0 ? first + n - 1 : self->sides[0].partners[first + n - 1];

      if (last - start != n - 1)
        return FALSE;
      before[side] = count_differing (&self->sides[side], start - 1, -1, &has_mark);
      after[side] = count_differing (&self->sides[side], last + 1, 1, &has_mark);
    }

  return !has_mark && before[0] + before[1] > 0 && after[0] + after[1] > 0 &&
         before[0] + after[0] > 0 && before[1] + after[1] > 0 &&
         ((before[0] > 0 && after[0] > 0) || (before[1] > 0 && after[1] > 0));
}

static guint32
count_small (const PlxWordSide *side,
             guint32            first)
{
  guint32 n = 0;

  while (first + n < side->words->len && side->partners[first + n] != PLX_NONE &&
         side->roles[first + n] == PLX_WORD_SMALL)
    n++;

  return n;
}

/* Parts the small words that only happen to be the same. All are looked at before any is parted,
 * so that it does not matter from which end, or which sentence, they are looked at. */
static gboolean
part_small (PlxWordMatch *self)
{
  const PlxWordSide *side = &self->sides[0];
  g_autoptr (GArray) chances = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < side->words->len;)
    {
      guint32 n = count_small (side, i);

      if (n > 0 && n <= FEW && is_chance (self, i, n))
        for (guint32 j = i; j < i + n; j++)
          g_array_append_val (chances, j);
      i += MAX (n, 1);
    }

  for (guint i = 0; i < chances->len; i++)
    plx_word_match_part (self, 0, g_array_index (chances, guint32, i));

  return chances->len > 0;
}

/**
 * plx_word_match_keep_whole:
 * @self: two sentences with their units and pairs
 *
 * Parts the words of units that are not the same in both as wholes, and small words that would
 * split a phrase that differs.
 */
void
plx_word_match_keep_whole (PlxWordMatch *self)
{
  gboolean is_changed;

  do
    {
      is_changed = part_units (self);
      is_changed |= part_small (self);
    }
  while (is_changed);
}
