/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-matrix-cell"

#include "config.h"

#include "compare/plx-matrix-cell.h"

#include <glib/gi18n.h>

#include "compare/plx-claim-order.h"
#include "compare/plx-claim-words.h"
#include "compare/plx-matrix-passage.h"

/**
 * PlxMatrixCell:
 *
 * What one article says of a claim: its own sentences, or nothing.
 *
 * While the row is folded only the beginning of the first is shown, and how many more there are.
 * A cell may be given less room than it wants: it is cut off then.
 */
struct _PlxMatrixCell
{
  AdwBin    parent_instance;

  guint     column;
  gboolean  is_silent;

  GtkLabel *source;
  GtkLabel *silent;
  GtkBox   *passages;
  GtkLabel *more;
};

G_DEFINE_FINAL_TYPE (PlxMatrixCell, plx_matrix_cell, ADW_TYPE_BIN)

static GtkSizeRequestMode
plx_matrix_cell_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
plx_matrix_cell_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size, minimum,
                      natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = 0;
}

static void
plx_matrix_cell_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));
  int least_width, least_height;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  width = MAX (width, least_width);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &least_height, NULL, NULL, NULL);
  gtk_widget_allocate (child, width, MAX (height, least_height), baseline, NULL);
}

static void
plx_matrix_cell_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_MATRIX_CELL);

  G_OBJECT_CLASS (plx_matrix_cell_parent_class)->dispose (object);
}

static void
plx_matrix_cell_class_init (PlxMatrixCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_matrix_cell_dispose;
  widget_class->get_request_mode = plx_matrix_cell_get_request_mode;
  widget_class->measure = plx_matrix_cell_measure;
  widget_class->size_allocate = plx_matrix_cell_size_allocate;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-matrix-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxMatrixCell, source);
  gtk_widget_class_bind_template_child (widget_class, PlxMatrixCell, silent);
  gtk_widget_class_bind_template_child (widget_class, PlxMatrixCell, passages);
  gtk_widget_class_bind_template_child (widget_class, PlxMatrixCell, more);
}

static void
plx_matrix_cell_init (PlxMatrixCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* It measures and allocates its child itself. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  self->column = PLX_NONE;
}

GtkWidget *
plx_matrix_cell_new (void)
{
  return g_object_new (PLX_TYPE_MATRIX_CELL, NULL);
}

/* Without an arrangement they are only measured. */
static void
show_passages (PlxMatrixCell        *self,
               PlxClaimItem         *item,
               PlxArrangement       *arrangement,
               const PlxSentenceRef *refs,
               guint                 n_refs)
{
  int lines = plx_claim_item_is_expanded (item) ? -1 : PLX_MATRIX_LINES;
  guint beside = arrangement != NULL ? plx_claim_order_beside (item, arrangement) : PLX_NONE;
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->passages));

  for (guint i = 0; i < n_refs; i++)
    {
      if (child == NULL)
        {
          child = plx_matrix_passage_new ();
          gtk_box_append (self->passages, child);
        }
      if (arrangement != NULL)
        plx_matrix_passage_show (PLX_MATRIX_PASSAGE (child), item, refs[i], beside, lines);
      else
        plx_matrix_passage_size (PLX_MATRIX_PASSAGE (child), item, refs[i]);
      child = gtk_widget_get_next_sibling (child);
    }

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      gtk_box_remove (self->passages, child);
      child = next;
    }
}

static void
show_more (PlxMatrixCell *self,
           guint          n_more)
{
  /* Translators: how many more sentences of an article report the same */
  g_autofree char *more = g_strdup_printf (ngettext ("%u more sentence", "%u more sentences",
                                                     n_more), n_more);

  gtk_label_set_label (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_more > 0);
}

static void
show_silence (PlxMatrixCell *self,
              PlxClaimItem  *item,
              guint          article)
{
  g_autofree char *words = plx_claim_words_silent (item, article);

  gtk_label_set_label (self->silent, plx_claim_item_is_filtered (item, article)
                                     /* Translators: the filter hides what an article says */
                                     ? _("– filtered –")
                                     /* Translators: an article says nothing about a claim */
                                     : _("– silent –"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/**
 * plx_matrix_cell_show:
 * @self: a cell
 * @item: a row of the matrix
 * @arrangement: how the matrix is arranged
 * @column: in which column the cell is
 * @named: whether it tells whose words they are, since no head of a column does
 */
void
plx_matrix_cell_show (PlxMatrixCell  *self,
                      PlxClaimItem   *item,
                      PlxArrangement *arrangement,
                      guint           column,
                      gboolean        named)
{
  guint article, n_refs;
  const PlxSentenceRef *refs;
  gboolean expanded;

  g_return_if_fail (PLX_IS_MATRIX_CELL (self));
  g_return_if_fail (PLX_IS_CLAIM_ITEM (item));

  article = plx_arrangement_get_column (arrangement, column);
  refs = plx_claim_item_get_refs (item, article, &n_refs);
  expanded = plx_claim_item_is_expanded (item);

  self->column = column;
  self->is_silent = n_refs == 0;
  show_passages (self, item, arrangement, refs, expanded ? n_refs : MIN (n_refs, 1));
  show_more (self, expanded || n_refs == 0 ? 0 : n_refs - 1);

  gtk_label_set_label (self->source, plx_claim_item_get_sources (item)[article]);
  gtk_widget_set_visible (GTK_WIDGET (self->source), named);
  gtk_widget_set_visible (GTK_WIDGET (self->silent), self->is_silent);
  gtk_widget_set_focusable (GTK_WIDGET (self), self->is_silent);
  /* As in a grid: columns count from 1, and the head of the row is the first. */
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_COL_INDEX,
                                  (int) column + 2, -1);
  if (self->is_silent)
    show_silence (self, item, article);
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    plx_claim_item_get_sources (item)[article], -1);
}

/**
 * plx_matrix_cell_size:
 * @self: a cell that is only measured
 * @item: a row of the matrix, unfolded
 * @article: an article, by its place
 *
 * Makes the cell as large as one that shows what the article says.
 */
void
plx_matrix_cell_size (PlxMatrixCell *self,
                      PlxClaimItem  *item,
                      guint          article)
{
  guint n_refs;
  const PlxSentenceRef *refs;

  g_return_if_fail (PLX_IS_MATRIX_CELL (self));
  g_return_if_fail (PLX_IS_CLAIM_ITEM (item));

  refs = plx_claim_item_get_refs (item, article, &n_refs);
  show_passages (self, item, NULL, refs, n_refs);
}

guint
plx_matrix_cell_get_column (PlxMatrixCell *self)
{
  g_return_val_if_fail (PLX_IS_MATRIX_CELL (self), PLX_NONE);

  return self->column;
}

gboolean
plx_matrix_cell_is_silent (PlxMatrixCell *self)
{
  g_return_val_if_fail (PLX_IS_MATRIX_CELL (self), FALSE);

  return self->is_silent;
}

/**
 * plx_matrix_cell_get_n_stops:
 * @self: a cell
 *
 * Returns: how many things in it can have the focus: its sentences, or itself where it is silent
 */
guint
plx_matrix_cell_get_n_stops (PlxMatrixCell *self)
{
  guint n = 0;

  g_return_val_if_fail (PLX_IS_MATRIX_CELL (self), 0);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->passages));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;

  return MAX (n, 1);
}

/**
 * plx_matrix_cell_get_stop:
 * @self: a cell
 *
 * Returns: which of them has the focus; 0 where none does
 */
guint
plx_matrix_cell_get_stop (PlxMatrixCell *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->passages));
  guint n = 0;

  while (focus != NULL && (focus = gtk_widget_get_prev_sibling (focus)) != NULL)
    n++;

  return n;
}

/**
 * plx_matrix_cell_go_to:
 * @self: a cell
 * @stop: which of its stops gets the focus; the last for one that is past it
 */
void
plx_matrix_cell_go_to (PlxMatrixCell *self,
                       guint          stop)
{
  GtkWidget *child;

  g_return_if_fail (PLX_IS_MATRIX_CELL (self));

  child = gtk_widget_get_first_child (GTK_WIDGET (self->passages));
  while (child != NULL && stop-- > 0 && gtk_widget_get_next_sibling (child) != NULL)
    child = gtk_widget_get_next_sibling (child);

  gtk_widget_grab_focus (child != NULL ? child : GTK_WIDGET (self));
}
