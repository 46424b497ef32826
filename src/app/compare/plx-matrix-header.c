/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-matrix-header"

#include "config.h"

#include "compare/plx-matrix-header.h"

#include <glib/gi18n.h>

#include "compare/plx-matrix-strip.h"
#include "compare/plx-source-head.h"

/* By so many characters a column becomes wider or narrower at once. */
#define STEP 4.0

/**
 * PlxMatrixHeader:
 *
 * The first row of the matrix, which stays where it is: the heads of those columns that can be
 * seen.
 */
struct _PlxMatrixHeader
{
  GtkWidget                parent_instance;

  const PlxMatrixGeometry *geometry;    /* of the grid that the header is in */
  PlxArrangement          *arrangement; /* nullable until something is shown, as all below */
  PlxAnalysis             *analysis;
  GStrv                    sources;
  GArray                  *n_claims;    /* guint: by article */

  int                      dragged;     /* how wide the column was whose edge is dragged */

  GtkWidget               *corner;
  GtkWidget               *corner_edge;
  GtkWidget               *strip;       /* in which the heads are */
  GPtrArray               *heads;       /* (element-type PlxSourceHead), not owned */
};

G_DEFINE_FINAL_TYPE (PlxMatrixHeader, plx_matrix_header, GTK_TYPE_WIDGET)

static PlxSourceHead *
find_head (PlxMatrixHeader *self,
           guint            column)
{
  for (guint i = 0; i < self->heads->len; i++)
    {
      PlxSourceHead *head = g_ptr_array_index (self->heads, i);

      if (plx_source_head_get_column (head) == column)
        return head;
    }

  return NULL;
}

static void
show_head (PlxMatrixHeader *self,
           PlxSourceHead   *head,
           guint            column)
{
  guint article = plx_arrangement_get_column (self->arrangement, column);

  plx_source_head_show (head, self->arrangement, column,
                        plx_analysis_get_document (self->analysis, article),
                        self->sources[article], g_array_index (self->n_claims, guint, article));
}

/* A head that has the focus, or is being dragged, stays although it is out of sight. */
static gboolean
is_spare (PlxMatrixHeader *self,
          PlxSourceHead   *head,
          guint            first,
          guint            end)
{
  guint column = plx_source_head_get_column (head);
  gboolean is_used = (gtk_widget_get_state_flags (GTK_WIDGET (head)) & GTK_STATE_FLAG_ACTIVE) ||
                     gtk_widget_get_focus_child (self->strip) == GTK_WIDGET (head);

  return column >= self->geometry->n_columns || ((column < first || column >= end) && !is_used);
}

/* The column that ends there, or PLX_NONE for the heads of the rows. */
static guint
column_of (PlxColumnEdge *edge)
{
  GtkWidget *head = gtk_widget_get_ancestor (GTK_WIDGET (edge), PLX_TYPE_SOURCE_HEAD);

  return head != NULL ? plx_source_head_get_column (PLX_SOURCE_HEAD (head)) : PLX_NONE;
}

static void
set_width (PlxMatrixHeader *self,
           guint            column,
           double           width)
{
  guint article = plx_arrangement_get_column (self->arrangement, column);

  plx_arrangement_set_width (self->arrangement, article, width / self->geometry->char_width);
}

/* What stands before the edge must stay as it is, else the edge would run away from the pointer. */
static void
edge_begun_cb (PlxMatrixHeader *self,
               PlxColumnEdge   *edge)
{
  guint column = column_of (edge);

  self->dragged = plx_matrix_geometry_get_width (self->geometry, column);
  if (column != PLX_NONE)
    set_width (self, PLX_NONE, self->geometry->head_width);
  for (guint i = 0; i < column && column != PLX_NONE; i++)
    set_width (self, i, plx_matrix_geometry_get_width (self->geometry, i));
}

static void
edge_dragged_cb (PlxMatrixHeader *self,
                 double           offset,
                 PlxColumnEdge   *edge)
{
  set_width (self, column_of (edge), MAX (self->dragged + offset, 1));
}

static void
edge_reset_cb (PlxMatrixHeader *self,
               PlxColumnEdge   *edge)
{
  set_width (self, column_of (edge), 0);
}

static void
follow_edge (PlxMatrixHeader *self,
             PlxColumnEdge   *edge)
{
  g_signal_connect_object (edge, "begun", G_CALLBACK (edge_begun_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (edge, "dragged", G_CALLBACK (edge_dragged_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (edge, "reset", G_CALLBACK (edge_reset_cb), self, G_CONNECT_SWAPPED);
}

static PlxSourceHead *
take_head (PlxMatrixHeader *self,
           guint            first,
           guint            end)
{
  GtkWidget *head;

  for (guint i = 0; i < self->heads->len; i++)
    {
      if (is_spare (self, g_ptr_array_index (self->heads, i), first, end))
        return g_ptr_array_index (self->heads, i);
    }

  head = plx_source_head_new ();
  gtk_widget_set_parent (head, self->strip);
  g_ptr_array_add (self->heads, head);
  follow_edge (self, plx_source_head_get_edge (PLX_SOURCE_HEAD (head)));

  return PLX_SOURCE_HEAD (head);
}

static void
show_heads (PlxMatrixHeader *self,
            gboolean         anew)
{
  guint first, end;

  plx_matrix_geometry_get_range (self->geometry, &first, &end);
  if (self->geometry->narrow || self->arrangement == NULL)
    first = end = 0;

  for (guint column = first; column < end; column++)
    {
      PlxSourceHead *head = find_head (self, column);

      if (head == NULL)
        show_head (self, take_head (self, first, end), column);
      else if (anew)
        show_head (self, head, column);
    }

  for (guint i = self->heads->len; i > 0; i--)
    {
      GtkWidget *head = g_ptr_array_index (self->heads, i - 1);

      if (!is_spare (self, PLX_SOURCE_HEAD (head), first, end))
        continue;
      gtk_widget_unparent (head);
      g_ptr_array_remove_index (self->heads, i - 1);
    }
}

static void
plx_matrix_header_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
allocate_heads (GtkWidget *strip,
                int        width,
                int        height,
                int        baseline)
{
  PlxMatrixHeader *self = PLX_MATRIX_HEADER (gtk_widget_get_parent (strip));

  for (guint i = 0; i < self->heads->len; i++)
    {
      GtkWidget *head = g_ptr_array_index (self->heads, i);
      guint column = plx_source_head_get_column (PLX_SOURCE_HEAD (head));

      plx_matrix_strip_put (head, plx_matrix_geometry_get_x (self->geometry, column) -
                            self->geometry->head_width, 0,
                            plx_matrix_geometry_get_width (self->geometry, column), height);
    }
}

static void
plx_matrix_header_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  PlxMatrixHeader *self = PLX_MATRIX_HEADER (widget);
  int x = self->geometry->head_width;
  int edge;

  plx_matrix_strip_put (self->corner, 0, 0, x, height);
  plx_matrix_strip_put (self->strip, x, 0, MAX (width - x, 0), height);
  gtk_widget_measure (self->corner_edge, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &edge, NULL, NULL);
  plx_matrix_strip_put (self->corner_edge, x - edge, 0, edge, height);
}

static void
plx_matrix_header_dispose (GObject *object)
{
  PlxMatrixHeader *self = PLX_MATRIX_HEADER (object);

  while (self->heads != NULL && self->heads->len > 0)
    gtk_widget_unparent (g_ptr_array_steal_index (self->heads, self->heads->len - 1));
  g_clear_pointer (&self->heads, g_ptr_array_unref);
  g_clear_pointer (&self->strip, gtk_widget_unparent);
  g_clear_pointer (&self->corner_edge, gtk_widget_unparent);
  g_clear_pointer (&self->corner, gtk_widget_unparent);
  g_clear_pointer (&self->analysis, plx_analysis_unref);
  g_clear_pointer (&self->sources, g_strfreev);
  g_clear_pointer (&self->n_claims, g_array_unref);
  g_clear_object (&self->arrangement);

  G_OBJECT_CLASS (plx_matrix_header_parent_class)->dispose (object);
}

static void
plx_matrix_header_class_init (PlxMatrixHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_matrix_header_dispose;
  widget_class->measure = plx_matrix_header_measure;
  widget_class->size_allocate = plx_matrix_header_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "plx-matrix-header");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
plx_matrix_header_init (PlxMatrixHeader *self)
{
  self->heads = g_ptr_array_new ();

  self->corner = gtk_label_new (_("Claim"));
  gtk_label_set_xalign (GTK_LABEL (self->corner), 0);
  gtk_label_set_yalign (GTK_LABEL (self->corner), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->corner), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->corner, "heading");
  gtk_widget_add_css_class (self->corner, "dimmed");
  gtk_widget_add_css_class (self->corner, "plx-corner");
  gtk_widget_set_parent (self->corner, GTK_WIDGET (self));
  self->strip = plx_matrix_strip_new (allocate_heads);
  gtk_widget_set_parent (self->strip, GTK_WIDGET (self));
  self->corner_edge = g_object_new (PLX_TYPE_COLUMN_EDGE, NULL);
  gtk_widget_set_parent (self->corner_edge, GTK_WIDGET (self));
  follow_edge (self, PLX_COLUMN_EDGE (self->corner_edge));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_INDEX, 1, -1);
}

/**
 * plx_matrix_header_new:
 * @geometry: where the columns are; lives as long as the grid that the header is in
 *
 * Returns: (transfer floating): a header that shows nothing yet
 */
GtkWidget *
plx_matrix_header_new (const PlxMatrixGeometry *geometry)
{
  PlxMatrixHeader *self = g_object_new (PLX_TYPE_MATRIX_HEADER, NULL);

  self->geometry = geometry;

  return GTK_WIDGET (self);
}

static void
count_claims (PlxMatrixHeader *self)
{
  g_clear_pointer (&self->n_claims, g_array_unref);
  self->n_claims = g_array_new (FALSE, TRUE, sizeof (guint));
  g_array_set_size (self->n_claims, plx_analysis_get_n_articles (self->analysis));

  for (guint i = 0; i < self->analysis->claims->len; i++)
    {
      GArray *refs = plx_analysis_get_claim (self->analysis, i)->refs;
      guint last = PLX_NONE;

      for (guint j = 0; j < refs->len; j++)
        {
          guint article = g_array_index (refs, PlxSentenceRef, j).article;

          if (article != last)
            g_array_index (self->n_claims, guint, article)++;
          last = article;
        }
    }
}

/**
 * plx_matrix_header_show:
 * @self: a header
 * @arrangement: how the matrix is arranged
 * @analysis: an analysis
 * @sources: what its articles are called
 */
void
plx_matrix_header_show (PlxMatrixHeader    *self,
                        PlxArrangement     *arrangement,
                        PlxAnalysis        *analysis,
                        const char * const *sources)
{
  g_return_if_fail (PLX_IS_MATRIX_HEADER (self));

  g_set_object (&self->arrangement, arrangement);
  g_clear_pointer (&self->analysis, plx_analysis_unref);
  self->analysis = plx_analysis_ref (analysis);
  g_clear_pointer (&self->sources, g_strfreev);
  self->sources = g_strdupv ((char **) sources);
  count_claims (self);
}

/**
 * plx_matrix_header_refresh:
 * @self: a header
 *
 * Shows everything anew, since something has changed that it shows.
 */
void
plx_matrix_header_refresh (PlxMatrixHeader *self)
{
  GtkWidget *focus;
  guint article = PLX_NONE;

  g_return_if_fail (PLX_IS_MATRIX_HEADER (self));

  focus = gtk_widget_get_focus_child (self->strip);
  if (focus != NULL)
    article = plx_source_head_get_article (PLX_SOURCE_HEAD (focus));

  show_heads (self, TRUE);
  /* The focus goes with the article whose column has moved. */
  if (article != PLX_NONE)
    plx_matrix_header_go_to (self, plx_arrangement_find_column (self->arrangement, article));
  gtk_widget_queue_allocate (self->strip);
}

/**
 * plx_matrix_header_update_range:
 * @self: a header
 *
 * Makes the heads of columns that have come into sight, and lets go of those that have left it.
 */
void
plx_matrix_header_update_range (PlxMatrixHeader *self)
{
  g_return_if_fail (PLX_IS_MATRIX_HEADER (self));

  show_heads (self, FALSE);
  /* The heads of the rows may have another width, and the strip another place. */
  gtk_widget_queue_allocate (self->strip);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * plx_matrix_header_get_height:
 * @self: a header
 *
 * Returns: how high it wants to be; nothing where there are no columns
 */
int
plx_matrix_header_get_height (PlxMatrixHeader *self)
{
  int height = 0;

  g_return_val_if_fail (PLX_IS_MATRIX_HEADER (self), 0);

  for (guint i = 0; i < self->heads->len; i++)
    {
      GtkWidget *head = g_ptr_array_index (self->heads, i);
      guint column = plx_source_head_get_column (PLX_SOURCE_HEAD (head));
      int wanted;

      gtk_widget_measure (head, GTK_ORIENTATION_VERTICAL,
                          plx_matrix_geometry_get_width (self->geometry, column), NULL, &wanted,
                          NULL, NULL);
      height = MAX (height, wanted);
    }

  return height;
}

/**
 * plx_matrix_header_get_column:
 * @self: a header
 *
 * Returns: the column whose head has the focus, or `PLX_NONE`
 */
guint
plx_matrix_header_get_column (PlxMatrixHeader *self)
{
  GtkWidget *focus;

  g_return_val_if_fail (PLX_IS_MATRIX_HEADER (self), PLX_NONE);

  focus = gtk_widget_get_focus_child (self->strip);

  return focus != NULL ? plx_source_head_get_column (PLX_SOURCE_HEAD (focus)) : PLX_NONE;
}

void
plx_matrix_header_go_to (PlxMatrixHeader *self,
                         guint            column)
{
  PlxSourceHead *head;

  g_return_if_fail (PLX_IS_MATRIX_HEADER (self));

  head = find_head (self, column);
  if (head != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (head));
}

/**
 * plx_matrix_header_widen:
 * @self: a header that shows something
 * @article: an article that has a column
 * @direction: 1 to make it wider, -1 to make it narrower
 *
 * Makes a column wider or narrower by a step.
 */
void
plx_matrix_header_widen (PlxMatrixHeader *self,
                         guint            article,
                         int              direction)
{
  guint column;
  double width;

  g_return_if_fail (PLX_IS_MATRIX_HEADER (self));

  column = plx_arrangement_find_column (self->arrangement, article);
  if (column == PLX_NONE || self->geometry->narrow || self->geometry->char_width == 0)
    return;

  width = (double) plx_matrix_geometry_get_width (self->geometry, column) /
          self->geometry->char_width;
  plx_arrangement_set_width (self->arrangement, article, MAX (width + direction * STEP, STEP));
}
