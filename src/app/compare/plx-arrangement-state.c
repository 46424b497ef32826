/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-arrangement"

#include "config.h"

#include "compare/plx-arrangement.h"

#include <math.h>

#include "compare/plx-arrangement-private.h"

/* An arrangement as text, to be kept with its story: how the rows are sorted and by which article,
 * the base, how wide the heads of the rows are, and of each column its article, whether it is put
 * away, and its width. Articles are told by their ids. */
#define FORMAT "(sssda(sbd))"

static const char *const row_orders[] = {
  [PLX_ROW_ORDER_AGREEMENT] = "agreement",
  [PLX_ROW_ORDER_DIFFERENCE] = "difference",
  [PLX_ROW_ORDER_ARTICLE] = "article",
};

/**
 * plx_arrangement_to_string:
 * @self: an arrangement
 *
 * Returns: (transfer full): the arrangement, for [method@Arrangement.restore]
 */
char *
plx_arrangement_to_string (PlxArrangement *self)
{
  g_autoptr (GVariant) state = NULL;
  GVariantBuilder columns = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sbd)"));

  g_return_val_if_fail (PLX_IS_ARRANGEMENT (self), NULL);

  for (guint i = 0; i < self->order->len; i++)
    {
      guint article = g_array_index (self->order, guint, i);
      const PlxColumn *column = &g_array_index (self->articles, PlxColumn, article);

      g_variant_builder_add (&columns, "(sbd)", column->id, column->is_hidden, column->width);
    }
  state = g_variant_ref_sink (
    g_variant_new (FORMAT, row_orders[self->row_order],
                   self->order_of != NULL ? self->order_of : "",
                   self->base != NULL ? self->base : "", self->head_width, &columns));

  return g_variant_print (state, FALSE);
}

/* What is kept may be of a later release, or broken. */
static double
read_width (double width)
{
  return isfinite (width) && width > 0 ? width : 0;
}

static void
read_columns (PlxArrangement *self,
              GVariantIter   *iter)
{
  g_autoptr (GArray) columns = plx_arrangement_new_columns ();
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  const char *id;
  gboolean hidden;
  double width;

  while (g_variant_iter_next (iter, "(&sbd)", &id, &hidden, &width))
    {
      PlxColumn column = { g_strdup (id), hidden, FALSE, read_width (width) };
      guint place = columns->len;

      g_array_append_val (columns, column);
      g_array_append_val (order, place);
    }

  plx_arrangement_take (self, columns, order);
}

/**
 * plx_arrangement_restore:
 * @self: an arrangement
 * @text: what [method@Arrangement.to_string] has given
 *
 * Arranges everything as it was when it was written down. Articles that are new since then stand
 * behind the others.
 *
 * Returns: whether it could be read; where not, nothing has changed
 */
gboolean
plx_arrangement_restore (PlxArrangement *self,
                         const char     *text)
{
  g_autoptr (GVariant) state = NULL;
  g_autoptr (GVariantIter) columns = NULL;
  const char *row_order, *order_of, *base;
  double head_width;

  g_return_val_if_fail (PLX_IS_ARRANGEMENT (self), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  state = g_variant_parse (G_VARIANT_TYPE (FORMAT), text, NULL, NULL, NULL);
  if (state == NULL)
    return FALSE;

  g_variant_get (state, "(&s&s&sda(sbd))", &row_order, &order_of, &base, &head_width, &columns);
  self->row_order = PLX_ROW_ORDER_AGREEMENT;
  for (guint i = 0; i < G_N_ELEMENTS (row_orders); i++)
    if (g_str_equal (row_order, row_orders[i]))
      self->row_order = i;
  g_set_str (&self->order_of, *order_of != '\0' ? order_of : NULL);
  g_set_str (&self->base, *base != '\0' ? base : NULL);
  self->head_width = read_width (head_width);
  read_columns (self, columns);

  return TRUE;
}
