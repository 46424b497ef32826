/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-claim-row"

#include "config.h"

#include "compare/plx-claim-row.h"

#include <glib/gi18n.h>

#include "compare/plx-claim-cell.h"
#include "compare/plx-compare-words.h"

/**
 * PlxClaimRow:
 *
 * A row of the matrix. Its head tells what the claim is about, whether the sources agree, and
 * how many there are; unfolded it shows what each source says, side by side, or one below the
 * other where there is no room.
 */
struct _PlxClaimRow
{
  AdwBin        parent_instance;

  PlxClaimItem *item;     /* nullable while the row waits to be used again */
  gulong        expanded; /* handler on item */
  gboolean      narrow;

  GtkButton    *header;
  GtkImage     *arrow;
  GtkLabel     *title;
  GtkLabel     *agreement;
  GtkLabel     *counts;
  GtkBox       *cells;
  GtkLabel     *silent;
  GtkLabel     *differences;
};

G_DEFINE_FINAL_TYPE (PlxClaimRow, plx_claim_row, ADW_TYPE_BIN)

static const char *
only_source (PlxClaimItem *item)
{
  guint n = plx_analysis_get_n_articles (plx_claim_item_get_analysis (item));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GArray) refs = plx_claim_item_dup_refs (item, i);

      if (refs->len > 0)
        return plx_claim_item_get_sources (item)[i];
    }

  return "";
}

/* The glyph and the word tell it; the colour only helps. */
static void
show_agreement (PlxClaimRow *self)
{
  static const char * const classes[] = { "plx-agree", "plx-differ", "plx-only" };
  const PlxClaimRecord *record = plx_claim_item_get_record (self->item);
  g_autofree char *text = NULL;
  guint which;

  if (plx_claim_item_get_n_sources (self->item) < 2)
    {
      which = 2;
      /* Translators: only one source says it; the source follows */
      text = g_strdup_printf (_("◇ only %s"), only_source (self->item));
    }
  else if (record->differences->len > 0)
    {
      g_autofree char *kinds = plx_compare_words_kinds (record);

      which = 1;
      /* Translators: the sources differ; what in follows, as “place, date” */
      text = g_strdup_printf (_("≠ differ: %s"), kinds);
    }
  else
    {
      which = 0;
      /* Translators: the sources agree on a claim */
      text = g_strdup (_("= agree"));
    }

  gtk_label_set_label (self->agreement, text);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      if (i == which)
        gtk_widget_add_css_class (GTK_WIDGET (self->agreement), classes[i]);
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self->agreement), classes[i]);
    }
}

static void
show_head (PlxClaimRow *self)
{
  guint n_sources = plx_claim_item_get_n_sources (self->item);
  guint n_origins = plx_claim_item_get_n_origins (self->item);
  g_autofree char *sources = g_strdup_printf (ngettext ("%u source", "%u sources", n_sources),
                                              n_sources);
  g_autofree char *origins = g_strdup_printf (ngettext ("%u origin", "%u origins", n_origins),
                                              n_origins);
  /* Translators: “4 sources, 3 origins” */
  g_autofree char *counts = g_strdup_printf (_("%s, %s"), sources, origins);

  gtk_label_set_label (self->title, plx_claim_item_get_record (self->item)->label);
  gtk_label_set_label (self->counts, counts);
  gtk_widget_set_visible (GTK_WIDGET (self->counts), n_sources > 1);
  show_agreement (self);
}

static void
show_differences (PlxClaimRow *self)
{
  const PlxClaimRecord *record = plx_claim_item_get_record (self->item);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < record->differences->len; i++)
    {
      g_autofree char *line =
        plx_compare_words_difference (g_ptr_array_index (record->differences, i),
                                      plx_claim_item_get_sources (self->item), PLX_NONE, PLX_NONE);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }

  gtk_label_set_markup (self->differences, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->differences), text->len > 0);
}

/* Whether each cell tells whose it is, since no head of a column does. */
static gboolean
is_named (PlxClaimRow *self)
{
  return self->narrow || plx_analysis_get_n_articles (plx_claim_item_get_analysis (self->item)) >
                         PLX_CLAIM_ROW_MAX_COLUMNS;
}

/* Where there are no columns, silent sources would only be in the way: one line names them. */
static void
show_silent (PlxClaimRow *self)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;
  gboolean named = is_named (self);
  guint i = 0;

  for (GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (self->cells));
       cell != NULL;
       cell = gtk_widget_get_next_sibling (cell), i++)
    {
      gboolean is_silent = plx_claim_cell_is_silent (PLX_CLAIM_CELL (cell));

      gtk_widget_set_visible (cell, !named || !is_silent);
      if (is_silent)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                                plx_claim_item_get_sources (self->item)[i]);
    }

  /* Translators: the sources that say nothing about a claim follow */
  text = g_strdup_printf (_("Silent: %s"), names->str);
  gtk_label_set_label (self->silent, text);
  gtk_widget_set_visible (GTK_WIDGET (self->silent), named && names->len > 0);
}

static void
show_cells (PlxClaimRow *self)
{
  guint n = plx_analysis_get_n_articles (plx_claim_item_get_analysis (self->item));
  gboolean named = is_named (self);
  gboolean below = self->narrow ||
                   plx_claim_item_get_n_sources (self->item) > PLX_CLAIM_ROW_MAX_COLUMNS;
  GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (self->cells));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->cells),
                                  below ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->cells, !below);

  for (guint i = 0; i < n; i++)
    {
      if (cell == NULL)
        {
          cell = plx_claim_cell_new ();
          gtk_box_append (self->cells, cell);
        }
      g_object_set (cell, "narrow", named, NULL);
      plx_claim_cell_show (PLX_CLAIM_CELL (cell), self->item, i);
      cell = gtk_widget_get_next_sibling (cell);
    }

  while (cell != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (cell);

      gtk_box_remove (self->cells, cell);
      cell = next;
    }
}

static void
show_body (PlxClaimRow *self)
{
  gboolean expanded = plx_claim_item_is_expanded (self->item);

  gtk_image_set_from_icon_name (self->arrow, expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->header), GTK_ACCESSIBLE_STATE_EXPANDED,
                               expanded, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->cells), expanded);

  if (expanded)
    {
      show_cells (self);
      show_silent (self);
      show_differences (self);
    }
  else
    {
      gtk_widget_set_visible (GTK_WIDGET (self->silent), FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->differences), FALSE);
    }
}

static void
toggle_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  PlxClaimRow *self = PLX_CLAIM_ROW (widget);

  if (self->item != NULL)
    plx_claim_item_set_expanded (self->item, !plx_claim_item_is_expanded (self->item));
}

static void
plx_claim_row_dispose (GObject *object)
{
  PlxClaimRow *self = PLX_CLAIM_ROW (object);

  plx_claim_row_set_item (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_CLAIM_ROW);

  G_OBJECT_CLASS (plx_claim_row_parent_class)->dispose (object);
}

static void
plx_claim_row_class_init (PlxClaimRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_claim_row_dispose;

  gtk_widget_class_install_action (widget_class, "claim.toggle", NULL, toggle_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-claim-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxClaimRow, header);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimRow, arrow);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimRow, title);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimRow, agreement);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimRow, counts);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimRow, cells);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimRow, silent);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimRow, differences);
}

static void
plx_claim_row_init (PlxClaimRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
plx_claim_row_new (void)
{
  return g_object_new (PLX_TYPE_CLAIM_ROW, NULL);
}

PlxClaimItem *
plx_claim_row_get_item (PlxClaimRow *self)
{
  g_return_val_if_fail (PLX_IS_CLAIM_ROW (self), NULL);

  return self->item;
}

/**
 * plx_claim_row_set_item:
 * @self: a row
 * @item: (nullable): what it shows
 */
void
plx_claim_row_set_item (PlxClaimRow  *self,
                        PlxClaimItem *item)
{
  g_return_if_fail (PLX_IS_CLAIM_ROW (self));
  g_return_if_fail (item == NULL || PLX_IS_CLAIM_ITEM (item));

  if (self->item == item)
    return;

  if (self->item != NULL)
    g_clear_signal_handler (&self->expanded, self->item);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  self->expanded = g_signal_connect_object (item, "notify::expanded", G_CALLBACK (show_body), self,
                                            G_CONNECT_SWAPPED);
  show_head (self);
  show_body (self);
}

/**
 * plx_claim_row_set_narrow:
 * @self: a row
 * @narrow: whether there is no room for columns
 */
void
plx_claim_row_set_narrow (PlxClaimRow *self,
                          gboolean     narrow)
{
  g_return_if_fail (PLX_IS_CLAIM_ROW (self));

  self->narrow = narrow;
  if (self->item != NULL)
    show_body (self);
}
