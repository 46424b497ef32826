/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-merge"

#include "config.h"

#include "library/plx-merge.h"

static gboolean
span_equal (const PlxBlockSpan *a,
            const PlxBlockSpan *b)
{
  return a->start == b->start && a->end == b->end && a->role == b->role &&
         a->reason == b->reason && a->kept == b->kept;
}

static gboolean
field_equal (PlxDocument *a,
             PlxDocument *b,
             PlxField     field)
{
  return g_strcmp0 (a->fields[field], b->fields[field]) == 0 &&
         g_strcmp0 (a->found[field], b->found[field]) == 0;
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
      g_strcmp0 (a->format, b->format) != 0)
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
      plx_document_set_field (merged, i, wanted->fields[i], wanted->found[i]);

  return merged;
}
