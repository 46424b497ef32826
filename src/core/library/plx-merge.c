/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-merge"

#include "config.h"

#include "library/plx-merge.h"

static gboolean
span_equal (const PlxBlockSpan *a,
            const PlxBlockSpan *b)
{
  return a->start == b->start && a->end == b->end && a->role == b->role &&
         a->reason == b->reason && a->kept == b->kept && a->decider == b->decider;
}

/* Whether the two know the same others of a field, in the same order. */
static gboolean
others_equal (PlxDocument *a,
              PlxDocument *b,
              PlxField     field)
{
  guint i = 0;
  guint k = 0;

  while (TRUE)
    {
      const PlxOtherValue *one, *two;

      while (i < a->others->len && g_array_index (a->others, PlxOtherValue, i).field != field)
        i++;
      while (k < b->others->len && g_array_index (b->others, PlxOtherValue, k).field != field)
        k++;
      if (i == a->others->len || k == b->others->len)
        return i == a->others->len && k == b->others->len;

      one = &g_array_index (a->others, PlxOtherValue, i++);
      two = &g_array_index (b->others, PlxOtherValue, k++);
      if (!g_str_equal (one->value, two->value) || !g_str_equal (one->found, two->found))
        return FALSE;
    }
}

static gboolean
field_equal (PlxDocument *a,
             PlxDocument *b,
             PlxField     field)
{
  return g_strcmp0 (a->fields[field], b->fields[field]) == 0 &&
         g_strcmp0 (a->found[field], b->found[field]) == 0 &&
         others_equal (a, b, field);
}

static void
take_field (PlxDocument *merged,
            PlxDocument *wanted,
            PlxField     field)
{
  plx_document_set_field (merged, field, wanted->fields[field], wanted->found[field]);
  plx_document_drop_others (merged, field);

  for (guint i = 0; i < wanted->others->len; i++)
    {
      const PlxOtherValue *other = &g_array_index (wanted->others, PlxOtherValue, i);

      if (other->field == field)
        plx_document_add_other (merged, field, other->value, other->found);
    }
}

/* Whether the blocks of the two are the same stretches of the same text. */
static gboolean
is_cut_alike (PlxDocument *a,
              PlxDocument *b)
{
  if (!g_string_equal (a->text, b->text) || a->blocks->len != b->blocks->len)
    return FALSE;

  for (guint i = 0; i < a->blocks->len; i++)
    if (plx_document_get_block (a, i)->start != plx_document_get_block (b, i)->start ||
        plx_document_get_block (a, i)->end != plx_document_get_block (b, i)->end)
      return FALSE;

  return TRUE;
}

/**
 * plx_document_equal:
 * @a: a document
 * @b: a document
 *
 * Returns: whether all that is in the two is the same
 */
gboolean
plx_document_equal (PlxDocument *a,
                    PlxDocument *b)
{
  if (a == b)
    return TRUE;

  if (!is_cut_alike (a, b) || g_strcmp0 (a->source, b->source) != 0 ||
      g_strcmp0 (a->format, b->format) != 0 ||
      !plx_provenance_equal (a->provenance, b->provenance))
    return FALSE;

  for (guint i = 0; i < a->blocks->len; i++)
    if (!span_equal (plx_document_get_block (a, i), plx_document_get_block (b, i)))
      return FALSE;

  for (guint i = 0; i < PLX_N_FIELDS; i++)
    if (!field_equal (a, b, i))
      return FALSE;

  return TRUE;
}

/**
 * plx_document_merge:
 * @base: the document that the user saw
 * @wanted: what the user made of it
 * @current: what is there by now
 *
 * Makes of @current what the user made of @base. Two changes that follow each
 * other faster than they can be written, or come from two programs, are both kept. Where the
 * text itself has changed since, @wanted is taken as it is.
 *
 * Returns: (transfer full): the document to write
 */
PlxDocument *
plx_document_merge (PlxDocument *base,
                    PlxDocument *wanted,
                    PlxDocument *current)
{
  PlxDocument *merged;

  if (plx_document_equal (base, current) ||
      !is_cut_alike (base, wanted) || !is_cut_alike (base, current))
    return plx_document_ref (wanted);

  merged = plx_document_copy (current);

  for (guint i = 0; i < merged->blocks->len; i++)
    if (!span_equal (plx_document_get_block (base, i), plx_document_get_block (wanted, i)))
      {
        const PlxBlockSpan *block = plx_document_get_block (wanted, i);

        g_array_index (merged->blocks, PlxBlockSpan, i) = *block;
        plx_document_set_place (merged, i, block->place);
      }

  for (guint i = 0; i < PLX_N_FIELDS; i++)
    if (!field_equal (base, wanted, i))
      take_field (merged, wanted, i);

  return merged;
}
