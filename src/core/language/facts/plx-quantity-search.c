/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-quantity-search"

#include "config.h"

#include "language/facts/plx-quantity-search.h"

#include "language/facts/plx-quantity-words.h"
#include "language/facts/plx-times.h"

/**
 * plx_quantity_take:
 * @self: the search
 * @reading: what was read
 * @counted: the first lexeme of what is counted, or 0
 * @past: the lexeme after the last
 *
 * Adds a quantity to what was found.
 *
 * Returns: @past
 */
guint
plx_quantity_take (PlxQuantitySearch  *self,
                   PlxQuantityReading *reading,
                   guint               counted,
                   guint               past)
{
  PlxQuantity *quantity = &reading->quantity;

  /* "-4C$5": what belongs to one number belongs to no other. */
  reading->first = MAX (reading->first, self->taken);
  quantity->start = at (self, reading->first)->start;
  quantity->end = at (self, past - 1)->end;
  quantity->number_start = at (self, reading->number)->start;
  quantity->number_end = at (self, reading->next - 1)->end;
  if (counted > 0)
    {
      quantity->counted_start = at (self, counted)->start;
      quantity->counted_end = quantity->end;
    }
  g_array_append_val (self->found, *quantity);
  self->taken = past;

  return past;
}

/**
 * plx_quantity_read_front:
 * @self: the search
 * @reading: (inout): a number
 *
 * Reads what stands before the number and tells how sure it is.
 */
void
plx_quantity_read_front (PlxQuantitySearch  *self,
                         PlxQuantityReading *reading)
{
  PlxHedge hedge = reading->quantity.hedge;
  guint first = plx_quantity_read_hedge (self->lexemes, reading->first, &hedge);

  if (first < self->taken || first == reading->first)
    return;
  reading->first = first;
  if (reading->quantity.hedge == PLX_HEDGE_EXACT)
    reading->quantity.hedge = hedge;
}

/**
 * plx_quantity_meets_time:
 * @self: the search
 * @i: a place, not before the one that is looked at
 *
 * Returns: whether a time begins or goes on there
 */
gboolean
plx_quantity_meets_time (PlxQuantitySearch *self,
                         guint              i)
{
  const PlxLexeme *lexeme = at (self, i);

  for (guint k = self->time; k < self->times->len; k++)
    {
      const PlxTime *time = &g_array_index (self->times, PlxTime, k);

      if (time->start > lexeme->start)
        return FALSE;
      if (lexeme->start < time->end)
        return TRUE;
    }

  return FALSE;
}

/**
 * plx_quantity_set_unit:
 * @quantity: (inout): a quantity
 * @unit: what it is measured in
 *
 * Sets the unit, and the kind that goes with it.
 */
void
plx_quantity_set_unit (PlxQuantity   *quantity,
                       const PlxUnit *unit)
{
  static const PlxQuantityKind kinds[] = {
    [PLX_UNIT_MEASURE] = PLX_QUANTITY_MEASURE,
    [PLX_UNIT_DURATION] = PLX_QUANTITY_DURATION,
    [PLX_UNIT_MONEY] = PLX_QUANTITY_MONEY,
    [PLX_UNIT_PERCENT] = PLX_QUANTITY_PERCENT,
  };

  quantity->kind = kinds[unit->kind];
  quantity->low *= unit->factor;
  quantity->high *= unit->factor;
  if (unit->symbol[0] != '%')
    quantity->unit = unit->symbol;
}

/**
 * plx_quantity_leave_over:
 * @self: the search
 * @reading: (inout): what was read
 *
 * "Over three years" tells for how long, and "for over three years" for how long at least: takes
 * the hedge off where it is none.
 */
void
plx_quantity_leave_over (PlxQuantitySearch  *self,
                         PlxQuantityReading *reading)
{
  if (reading->quantity.kind != PLX_QUANTITY_DURATION || reading->number == 0 ||
      reading->first != reading->number - 1 || !has_word (self, reading->first, "over around") ||
      (reading->first > 0 &&
       has_word (self, reading->first - 1, "for lasted is was took takes of")))
    return;

  reading->first = reading->number;
  reading->quantity.hedge = PLX_HEDGE_EXACT;
}
