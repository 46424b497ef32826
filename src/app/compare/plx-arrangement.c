/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-arrangement"

#include "config.h"

#include "compare/plx-arrangement.h"

#include "compare/plx-arrangement-private.h"

/* In characters: what is narrower cannot be read, what is wider has lost the window. */
#define LEAST_WIDTH 10.0
#define MOST_WIDTH 160.0

/**
 * PlxArrangement:
 *
 * How the matrix of a story is arranged: in which order its columns stand, how wide they are, which
 * of them are put away, which article is the base that the others are laid beside, and how the rows
 * are sorted.
 *
 * It outlives the analysis: an article is known by an id of its own, so that a story which is
 * compared again, with an article more or less, looks as the user has left it. An article that
 * the filter hides as a whole has no column; one that the user has put away is offered again.
 *
 * Signals: `changed (gboolean rows)`: columns have changed, and with @rows the order of the rows.
 * `resized ()`: some are to be wider or narrower.
 */
enum
{
  CHANGED,
  RESIZED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxArrangement, plx_arrangement, G_TYPE_OBJECT)

static PlxColumn *
column_of (PlxArrangement *self,
           guint           article)
{
  return &g_array_index (self->articles, PlxColumn, article);
}

/* The article that is known by an id, or PLX_NONE. */
guint
plx_arrangement_find_id (PlxArrangement *self,
                         const char     *id)
{
  for (guint i = 0; i < self->articles->len && id != NULL; i++)
    {
      if (g_str_equal (column_of (self, i)->id, id))
        return i;
    }

  return PLX_NONE;
}

static gboolean
has_column (PlxArrangement *self,
            guint           article)
{
  PlxColumn *column = column_of (self, article);

  return !column->is_hidden && !column->is_absent;
}

/* Finds which articles have a column now. */
void
plx_arrangement_update (PlxArrangement *self)
{
  guint base = plx_arrangement_get_base (self);

  g_array_set_size (self->columns, 0);
  if (base != PLX_NONE && has_column (self, base))
    g_array_append_val (self->columns, base);
  for (guint i = 0; i < self->order->len; i++)
    {
      guint article = g_array_index (self->order, guint, i);

      if (article != base && has_column (self, article))
        g_array_append_val (self->columns, article);
    }
}

static void
changed (PlxArrangement *self,
         gboolean        rows)
{
  plx_arrangement_update (self);
  g_signal_emit (self, signals[CHANGED], 0, rows);
}

static void
plx_arrangement_finalize (GObject *object)
{
  PlxArrangement *self = PLX_ARRANGEMENT (object);

  g_clear_pointer (&self->articles, g_array_unref);
  g_clear_pointer (&self->order, g_array_unref);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->base, g_free);
  g_clear_pointer (&self->order_of, g_free);

  G_OBJECT_CLASS (plx_arrangement_parent_class)->finalize (object);
}

static void
plx_arrangement_class_init (PlxArrangementClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_arrangement_finalize;

  signals[RESIZED] = g_signal_new ("resized", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
plx_arrangement_init (PlxArrangement *self)
{
  self->articles = plx_arrangement_new_columns ();
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * plx_arrangement_new:
 *
 * Returns: (transfer full): the arrangement of a story of which nothing is known yet
 */
PlxArrangement *
plx_arrangement_new (void)
{
  return g_object_new (PLX_TYPE_ARRANGEMENT, NULL);
}

guint
plx_arrangement_get_n_articles (PlxArrangement *self)
{
  g_return_val_if_fail (PLX_IS_ARRANGEMENT (self), 0);

  return self->articles->len;
}

/**
 * plx_arrangement_get_n_offered:
 * @self: an arrangement
 *
 * Returns: how many articles may have a column: those of which the filter leaves something
 */
guint
plx_arrangement_get_n_offered (PlxArrangement *self)
{
  guint n = 0;

  g_return_val_if_fail (PLX_IS_ARRANGEMENT (self), 0);

  for (guint i = 0; i < self->articles->len; i++)
    n += !column_of (self, i)->is_absent;

  return n;
}

/**
 * plx_arrangement_get_offered:
 * @self: an arrangement
 * @which: a number below that of [method@Arrangement.get_n_offered]
 *
 * Returns: an article that may have a column, in the order of the columns
 */
guint
plx_arrangement_get_offered (PlxArrangement *self,
                             guint           which)
{
  g_return_val_if_fail (PLX_IS_ARRANGEMENT (self), PLX_NONE);

  for (guint i = 0; i < self->order->len; i++)
    {
      guint article = g_array_index (self->order, guint, i);

      if (!column_of (self, article)->is_absent && which-- == 0)
        return article;
    }

  return PLX_NONE;
}

guint
plx_arrangement_get_n_columns (PlxArrangement *self)
{
  g_return_val_if_fail (PLX_IS_ARRANGEMENT (self), 0);

  return self->columns->len;
}

/**
 * plx_arrangement_get_column:
 * @self: an arrangement
 * @column: a column, from 0 at the start of the line
 *
 * Returns: the article that stands there, or `PLX_NONE`
 */
guint
plx_arrangement_get_column (PlxArrangement *self,
                            guint           column)
{
  g_return_val_if_fail (PLX_IS_ARRANGEMENT (self), PLX_NONE);

  return column < self->columns->len ? g_array_index (self->columns, guint, column) : PLX_NONE;
}

/**
 * plx_arrangement_find_column:
 * @self: an arrangement
 * @article: an article
 *
 * Returns: the column in which it stands, or `PLX_NONE`
 */
guint
plx_arrangement_find_column (PlxArrangement *self,
                             guint           article)
{
  g_return_val_if_fail (PLX_IS_ARRANGEMENT (self), PLX_NONE);

  for (guint i = 0; i < self->columns->len; i++)
    {
      if (g_array_index (self->columns, guint, i) == article)
        return i;
    }

  return PLX_NONE;
}

gboolean
plx_arrangement_is_hidden (PlxArrangement *self,
                           guint           article)
{
  g_return_val_if_fail (PLX_IS_ARRANGEMENT (self), FALSE);
  g_return_val_if_fail (article < self->articles->len, FALSE);

  return column_of (self, article)->is_hidden;
}

/**
 * plx_arrangement_set_hidden:
 * @self: an arrangement
 * @article: an article
 * @hidden: whether its column is put away
 *
 * The last column stays: there would be no head left from which to bring back the others.
 */
void
plx_arrangement_set_hidden (PlxArrangement *self,
                            guint           article,
                            gboolean        hidden)
{
  g_return_if_fail (PLX_IS_ARRANGEMENT (self));
  g_return_if_fail (article < self->articles->len);

  if (column_of (self, article)->is_hidden == !!hidden)
    return;
  if (hidden && self->columns->len == 1 && has_column (self, article))
    return;

  column_of (self, article)->is_hidden = !!hidden;
  changed (self, FALSE);
}

void
plx_arrangement_show_all (PlxArrangement *self)
{
  g_return_if_fail (PLX_IS_ARRANGEMENT (self));

  for (guint i = 0; i < self->articles->len; i++)
    column_of (self, i)->is_hidden = FALSE;
  changed (self, FALSE);
}

static guint
place_of (PlxArrangement *self,
          guint           article)
{
  for (guint i = 0; i < self->order->len; i++)
    {
      if (g_array_index (self->order, guint, i) == article)
        return i;
    }

  return self->order->len;
}

/**
 * plx_arrangement_move:
 * @self: an arrangement
 * @article: an article
 * @beside: another
 * @after: whether it comes to stand after that one, not before it
 */
void
plx_arrangement_move (PlxArrangement *self,
                      guint           article,
                      guint           beside,
                      gboolean        after)
{
  guint place;

  g_return_if_fail (PLX_IS_ARRANGEMENT (self));
  g_return_if_fail (article < self->articles->len && beside < self->articles->len);

  if (article == beside)
    return;

  g_array_remove_index (self->order, place_of (self, article));
  /* The base stands before all others, wherever it stood before it was taken as that. */
  place = beside == plx_arrangement_get_base (self) ? 0 : place_of (self, beside) + !!after;
  g_array_insert_val (self->order, place, article);
  changed (self, FALSE);
}

/**
 * plx_arrangement_can_move:
 * @self: an arrangement
 * @article: an article
 * @direction: -1 towards the start of the line, 1 towards its end
 *
 * Returns: whether its column has one on that side that it may change places with
 */
gboolean
plx_arrangement_can_move (PlxArrangement *self,
                          guint           article,
                          int             direction)
{
  guint column = plx_arrangement_find_column (self, article);
  guint base = plx_arrangement_get_base (self);
  guint beside;

  if (column == PLX_NONE || article == base)
    return FALSE;

  beside = plx_arrangement_get_column (self, column + direction);

  return beside != PLX_NONE && beside != base;
}

/**
 * plx_arrangement_move_by:
 * @self: an arrangement
 * @article: an article
 * @direction: -1 towards the start of the line, 1 towards its end
 */
void
plx_arrangement_move_by (PlxArrangement *self,
                         guint           article,
                         int             direction)
{
  guint column = plx_arrangement_find_column (self, article);

  if (plx_arrangement_can_move (self, article, direction))
    plx_arrangement_move (self, article, plx_arrangement_get_column (self, column + direction),
                          direction > 0);
}

/**
 * plx_arrangement_get_base:
 * @self: an arrangement
 *
 * Returns: the article that the others are laid beside, or `PLX_NONE`
 */
guint
plx_arrangement_get_base (PlxArrangement *self)
{
  g_return_val_if_fail (PLX_IS_ARRANGEMENT (self), PLX_NONE);

  return plx_arrangement_find_id (self, self->base);
}

/**
 * plx_arrangement_set_base:
 * @self: an arrangement
 * @article: an article, or `PLX_NONE`
 *
 * The base has the first column, where the eye begins; let go, it stands where it stood.
 */
void
plx_arrangement_set_base (PlxArrangement *self,
                          guint           article)
{
  g_return_if_fail (PLX_IS_ARRANGEMENT (self));
  g_return_if_fail (article == PLX_NONE || article < self->articles->len);

  if (!g_set_str (&self->base, article != PLX_NONE ? column_of (self, article)->id : NULL))
    return;

  if (article != PLX_NONE)
    column_of (self, article)->is_hidden = FALSE;
  changed (self, FALSE);
}

/**
 * plx_arrangement_get_order:
 * @self: an arrangement
 *
 * Returns: in which order the rows stand
 */
PlxRowOrder
plx_arrangement_get_order (PlxArrangement *self)
{
  g_return_val_if_fail (PLX_IS_ARRANGEMENT (self), PLX_ROW_ORDER_AGREEMENT);

  /* The article may have left the story. */
  if (self->row_order == PLX_ROW_ORDER_ARTICLE && plx_arrangement_get_order_of (self) == PLX_NONE)
    return PLX_ROW_ORDER_AGREEMENT;

  return self->row_order;
}

/**
 * plx_arrangement_get_order_of:
 * @self: an arrangement
 *
 * Returns: the article in whose order the rows stand, or `PLX_NONE`
 */
guint
plx_arrangement_get_order_of (PlxArrangement *self)
{
  guint article;

  g_return_val_if_fail (PLX_IS_ARRANGEMENT (self), PLX_NONE);

  if (self->row_order != PLX_ROW_ORDER_ARTICLE)
    return PLX_NONE;

  article = plx_arrangement_find_id (self, self->order_of);

  return article != PLX_NONE && !column_of (self, article)->is_absent ? article : PLX_NONE;
}

/**
 * plx_arrangement_set_order:
 * @self: an arrangement
 * @order: how rows are sorted
 * @article: the article whose order they have, where that is asked for
 */
void
plx_arrangement_set_order (PlxArrangement *self,
                           PlxRowOrder     order,
                           guint           article)
{
  const char *id = NULL;

  g_return_if_fail (PLX_IS_ARRANGEMENT (self));

  if (order == PLX_ROW_ORDER_ARTICLE)
    {
      g_return_if_fail (article < self->articles->len);
      id = column_of (self, article)->id;
    }

  self->row_order = order;
  g_set_str (&self->order_of, id);
  changed (self, TRUE);
}

static double *
width_of (PlxArrangement *self,
          guint           article)
{
  return article == PLX_NONE ? &self->head_width : &column_of (self, article)->width;
}

/**
 * plx_arrangement_get_width:
 * @self: an arrangement
 * @article: an article, or `PLX_NONE` for the heads of the rows
 *
 * Returns: how wide the user wants its column, in characters, or 0 where it takes what there is
 */
double
plx_arrangement_get_width (PlxArrangement *self,
                           guint           article)
{
  g_return_val_if_fail (PLX_IS_ARRANGEMENT (self), 0);
  g_return_val_if_fail (article == PLX_NONE || article < self->articles->len, 0);

  return *width_of (self, article);
}

/**
 * plx_arrangement_set_width:
 * @self: an arrangement
 * @article: an article, or `PLX_NONE` for the heads of the rows
 * @width: how wide its column is, in characters, or 0 for what there is
 */
void
plx_arrangement_set_width (PlxArrangement *self,
                           guint           article,
                           double          width)
{
  g_return_if_fail (PLX_IS_ARRANGEMENT (self));
  g_return_if_fail (article == PLX_NONE || article < self->articles->len);

  if (width > 0)
    width = CLAMP (width, LEAST_WIDTH, MOST_WIDTH);
  if (*width_of (self, article) == width)
    return;

  *width_of (self, article) = width;
  g_signal_emit (self, signals[RESIZED], 0);
}

/**
 * plx_arrangement_has_widths:
 * @self: an arrangement
 *
 * Returns: whether the user has made something wider or narrower
 */
gboolean
plx_arrangement_has_widths (PlxArrangement *self)
{
  gboolean has_width;

  g_return_val_if_fail (PLX_IS_ARRANGEMENT (self), FALSE);

  has_width = self->head_width > 0;
  for (guint i = 0; i < self->articles->len; i++)
    has_width |= column_of (self, i)->width > 0;

  return has_width;
}

void
plx_arrangement_reset_widths (PlxArrangement *self)
{
  g_return_if_fail (PLX_IS_ARRANGEMENT (self));

  self->head_width = 0;
  for (guint i = 0; i < self->articles->len; i++)
    column_of (self, i)->width = 0;
  g_signal_emit (self, signals[RESIZED], 0);
}
