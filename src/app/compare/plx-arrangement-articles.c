/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-arrangement"

#include "config.h"

#include "compare/plx-arrangement.h"

#include "compare/plx-arrangement-private.h"

/* Which articles an arrangement is of: how it is taken over from one analysis to the next, or from
 * what was kept of it. */

static PlxColumn *
column_of (PlxArrangement *self,
           guint           article)
{
  return &g_array_index (self->articles, PlxColumn, article);
}

static void
clear_column (gpointer data)
{
  g_free (((PlxColumn *) data)->id);
}

/* Returns: (transfer full) (element-type PlxColumn): none */
GArray *
plx_arrangement_new_columns (void)
{
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (PlxColumn));

  g_array_set_clear_func (columns, clear_column);

  return columns;
}

static gboolean
is_absent (PlxPassages *passages,
           guint        article)
{
  GByteArray *shown;

  if (passages == NULL || article >= passages->shown->len)
    return FALSE;

  shown = g_ptr_array_index (passages->shown, article);
  for (guint i = 0; i < shown->len; i++)
    {
      if (shown->data[i])
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_place (PlxArrangement *self,
           guint           article)
{
  for (guint i = 0; i < self->order->len; i++)
    {
      if (g_array_index (self->order, guint, i) == article)
        return TRUE;
    }

  return FALSE;
}

/* Those that were there keep their order; what is new stands behind them. */
static void
carry_order (PlxArrangement *self,
             GArray         *before,
             GArray         *order_before)
{
  g_array_set_size (self->order, 0);
  for (guint i = 0; i < order_before->len; i++)
    {
      guint old = g_array_index (order_before, guint, i);
      const PlxColumn *column = &g_array_index (before, PlxColumn, old);
      guint article = plx_arrangement_find_id (self, column->id);

      if (article == PLX_NONE || has_place (self, article))
        continue;
      column_of (self, article)->is_hidden = column->is_hidden;
      column_of (self, article)->width = column->width;
      g_array_append_val (self->order, article);
    }

  for (guint i = 0; i < self->articles->len; i++)
    {
      if (!has_place (self, i))
        g_array_append_val (self->order, i);
    }
}

/* Of what was put away earlier something must stay to be seen. */
static void
keep_one (PlxArrangement *self)
{
  plx_arrangement_update (self);
  for (guint i = 0; i < self->articles->len && self->columns->len == 0; i++)
    {
      column_of (self, i)->is_hidden = FALSE;
      plx_arrangement_update (self);
    }
}

/* Takes over columns and their order from elsewhere, for those articles that there are; all of
 * them where there are none yet. */
void
plx_arrangement_take (PlxArrangement *self,
                      GArray         *articles,
                      GArray         *order)
{
  if (self->articles->len == 0)
    {
      g_array_unref (self->articles);
      self->articles = g_array_ref (articles);
    }
  carry_order (self, articles, order);
  keep_one (self);
  g_signal_emit_by_name (self, "changed", TRUE);
}

/**
 * plx_arrangement_set_articles:
 * @self: an arrangement
 * @ids: what tells each article of the analysis from others, also in later analyses
 * @passages: (nullable): what of them is shown
 *
 * Takes over an analysis. What the user has arranged stays, and nothing is emitted: whoever
 * calls this shows the analysis anew anyhow.
 */
void
plx_arrangement_set_articles (PlxArrangement     *self,
                              const char * const *ids,
                              PlxPassages        *passages)
{
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) order_before = NULL;

  g_return_if_fail (PLX_IS_ARRANGEMENT (self));
  g_return_if_fail (ids != NULL);

  before = g_steal_pointer (&self->articles);
  order_before = g_steal_pointer (&self->order);
  self->articles = plx_arrangement_new_columns ();
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; ids[i] != NULL; i++)
    {
      PlxColumn column = { g_strdup (ids[i]), FALSE, is_absent (passages, i), 0 };

      g_array_append_val (self->articles, column);
    }
  carry_order (self, before, order_before);
  keep_one (self);
}
