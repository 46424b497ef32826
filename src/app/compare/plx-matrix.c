/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-matrix"

#include "config.h"

#include "compare/plx-matrix.h"

#include "compare/plx-claim-items.h"
#include "compare/plx-claim-order.h"
#include "compare/plx-matrix-actions.h"
#include "compare/plx-matrix-private.h"

typedef enum
{
  PROP_ITEMS = 1,
  PROP_NARROW,
  PROP_SINGLES,
} PlxMatrixProperty;

static GParamSpec *props[PROP_SINGLES + 1];

enum
{
  ARRANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxMatrix, plx_matrix, ADW_TYPE_BIN)

static gboolean
is_wanted (gpointer object,
           gpointer data)
{
  PlxMatrix *self = data;

  if (self->words != NULL && !plx_claim_item_matches (object, self->words))
    return FALSE;

  return self->singles || plx_claim_item_get_n_sources (object) > 1;
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      data)
{
  PlxMatrix *self = data;

  return plx_claim_order_compare ((PlxClaimItem *) a, (PlxClaimItem *) b, self->arrangement);
}

static void
show_page (PlxMatrix *self)
{
  gboolean is_empty = self->words != NULL &&
                      g_list_model_get_n_items (G_LIST_MODEL (self->sorted)) == 0;

  gtk_stack_set_visible_child_name (self->pages, is_empty ? "none" : "grid");
}

static void
set_narrow (PlxMatrix *self,
            gboolean   narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  plx_matrix_grid_set_narrow (self->grid, narrow);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
}

static void
set_singles (PlxMatrix *self,
             gboolean   singles)
{
  if (self->singles == singles)
    return;

  self->singles = singles;
  gtk_filter_changed (self->filter, singles ? GTK_FILTER_CHANGE_LESS_STRICT
                                            : GTK_FILTER_CHANGE_MORE_STRICT);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SINGLES]);
}

static GStrv
split (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (composed != NULL ? composed : "", -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0')
        g_strv_builder_add (builder, words[i]);
    }

  return g_strv_builder_end (builder);
}

static void
search_changed_cb (PlxMatrix *self)
{
  g_clear_pointer (&self->words, g_strfreev);
  self->words = split (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  if (self->words[0] == NULL)
    g_clear_pointer (&self->words, g_strfreev);

  self->current = PLX_NONE;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_page (self);
}

static void
arranged_cb (PlxMatrix *self,
             gboolean   rows)
{
  if (rows)
    {
      self->current = PLX_NONE;
      gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
    }
  plx_matrix_actions_update (self->actions, self);
  g_signal_emit (self, signals[ARRANGED], 0);
}

static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  PlxMatrix *self = PLX_MATRIX (widget);
  PlxSentenceRef ref;
  PlxClaimItem *item = plx_matrix_grid_find_focus (self->grid, &ref);

  if (item == NULL)
    gtk_widget_error_bell (widget);
  else if (ref.article != PLX_NONE)
    g_action_group_activate_action (G_ACTION_GROUP (self->actions), "copy-sentence",
                                    g_variant_new ("(uu)", ref.article, ref.sentence));
  else
    g_action_group_activate_action (G_ACTION_GROUP (self->actions), "copy-claim",
                                    g_variant_new_uint32 (plx_claim_item_get_index (item)));
}

static void
toggle_all_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  PlxMatrix *self = PLX_MATRIX (widget);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));
  gboolean is_folded = FALSE;

  for (guint i = 0; i < n && !is_folded; i++)
    {
      g_autoptr (PlxClaimItem) item = g_list_model_get_item (G_LIST_MODEL (self->sorted), i);

      is_folded = !plx_claim_item_is_expanded (item);
    }
  plx_matrix_fold_all (self, !is_folded);
}

static void
plx_matrix_dispose (GObject *object)
{
  PlxMatrix *self = PLX_MATRIX (object);

  if (self->grid != NULL)
    plx_matrix_grid_set_model (self->grid, NULL);
  if (self->arrangement != NULL)
    g_clear_signal_handler (&self->arranged_id, self->arrangement);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_weak_pointer (&self->pointed);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_MATRIX);
  g_clear_object (&self->sorted);
  g_clear_object (&self->filtered);
  g_clear_object (&self->sorter);
  g_clear_object (&self->filter);
  g_clear_object (&self->items);
  g_clear_object (&self->actions);
  g_clear_object (&self->arrangement);
  g_clear_pointer (&self->sources, g_strfreev);
  g_clear_pointer (&self->words, g_strfreev);

  G_OBJECT_CLASS (plx_matrix_parent_class)->dispose (object);
}

static void
plx_matrix_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  PlxMatrix *self = PLX_MATRIX (object);

  switch ((PlxMatrixProperty) prop_id)
    {
    case PROP_ITEMS:
      g_value_set_object (value, self->sorted);
      break;

    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;

    case PROP_SINGLES:
      g_value_set_boolean (value, self->singles);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_matrix_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  PlxMatrix *self = PLX_MATRIX (object);

  switch ((PlxMatrixProperty) prop_id)
    {
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;

    case PROP_SINGLES:
      set_singles (self, g_value_get_boolean (value));
      break;

    case PROP_ITEMS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "claims.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "claims.toggle-all", NULL, toggle_all_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "claims.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, GDK_CONTROL_MASK,
                                       "claims.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, GDK_SHIFT_MASK,
                                       "claims.toggle-all", NULL);
}

static void
plx_matrix_class_init (PlxMatrixClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (PLX_TYPE_MATRIX_GRID);

  object_class->dispose = plx_matrix_dispose;
  object_class->get_property = plx_matrix_get_property;
  object_class->set_property = plx_matrix_set_property;

  props[PROP_ITEMS] =
    g_param_spec_object ("items", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  props[PROP_SINGLES] = g_param_spec_boolean ("singles", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[ARRANGED] = g_signal_new ("arranged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  add_keys (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/ui/plx-matrix.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxMatrix, grid);
  gtk_widget_class_bind_template_child (widget_class, PlxMatrix, search_bar);
  gtk_widget_class_bind_template_child (widget_class, PlxMatrix, search);
  gtk_widget_class_bind_template_child (widget_class, PlxMatrix, pages);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  plx_matrix_install_popup (widget_class);
}

static void
plx_matrix_init (PlxMatrix *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->current = PLX_NONE;
  self->items = g_list_store_new (PLX_TYPE_CLAIM_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_wanted, self, NULL));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare, self, NULL));
  self->filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)),
                                              g_object_ref (self->filter));
  self->sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->filtered)),
                                          g_object_ref (self->sorter));

  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search));
  self->actions = plx_matrix_actions_new (self, self->search_bar);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "matrix", G_ACTION_GROUP (self->actions));
}

static void
count (PlxMatrix *self,
       GPtrArray *items)
{
  self->n_single = self->n_differ = 0;
  for (guint i = 0; i < items->len; i++)
    {
      PlxClaimItem *item = g_ptr_array_index (items, i);

      self->n_single += plx_claim_item_get_n_sources (item) < 2;
      self->n_differ += plx_claim_item_get_n_kinds (item) > 0;
    }
}

/**
 * plx_matrix_show:
 * @self: a matrix
 * @analysis: an analysis
 * @passages: what of it is shown
 * @sources: what its articles are called
 * @arrangement: how it is arranged; has been told of its articles
 *
 * Shows the claims of which something is shown.
 */
void
plx_matrix_show (PlxMatrix      *self,
                 PlxAnalysis    *analysis,
                 PlxPassages    *passages,
                 GStrv           sources,
                 PlxArrangement *arrangement)
{
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GArray) focused = NULL;
  gboolean is_same_story;

  g_return_if_fail (PLX_IS_MATRIX (self));
  g_return_if_fail (PLX_IS_ARRANGEMENT (arrangement));

  is_same_story = self->arrangement == arrangement;
  focused = plx_matrix_list_focused (self);
  self->current = PLX_NONE;
  /* Rows of the one analysis must not meet the columns of the other. */
  plx_matrix_grid_set_model (self->grid, NULL);
  if (self->arrangement != NULL)
    g_clear_signal_handler (&self->arranged_id, self->arrangement);
  g_set_object (&self->arrangement, arrangement);
  self->arranged_id = g_signal_connect_object (arrangement, "changed", G_CALLBACK (arranged_cb),
                                               self, G_CONNECT_SWAPPED);
  g_clear_pointer (&self->sources, g_strfreev);
  self->sources = g_strdupv (sources);

  items = plx_claim_items_new (analysis, passages, sources,
                               is_same_story ? G_LIST_MODEL (self->items) : NULL);
  count (self, items);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  plx_matrix_grid_show (self->grid, arrangement, analysis, (const char * const *) sources);
  plx_matrix_grid_set_model (self->grid, G_LIST_MODEL (self->sorted));
  show_page (self);
  arranged_cb (self, FALSE);
  if (is_same_story)
    plx_matrix_restore_focus (self, focused);
}

/**
 * plx_matrix_refresh:
 * @self: a matrix
 *
 * Shows its rows anew, since something beside the analysis has changed that they show.
 */
void
plx_matrix_refresh (PlxMatrix *self)
{
  g_return_if_fail (PLX_IS_MATRIX (self));

  plx_matrix_grid_refresh (self->grid);
}

/**
 * plx_matrix_fold_all:
 * @self: a matrix
 * @folded: whether rows are folded, or unfolded
 */
void
plx_matrix_fold_all (PlxMatrix *self,
                     gboolean   folded)
{
  guint n;

  g_return_if_fail (PLX_IS_MATRIX (self));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxClaimItem) item = g_list_model_get_item (G_LIST_MODEL (self->sorted), i);

      plx_claim_item_set_expanded (item, !folded);
    }
  plx_matrix_grid_update (self->grid);
}

/**
 * plx_matrix_widen:
 * @self: a matrix that shows something
 * @article: an article that has a column
 * @direction: 1 to make it wider, -1 to make it narrower
 *
 * Makes a column wider or narrower by a step.
 */
void
plx_matrix_widen (PlxMatrix *self,
                  guint      article,
                  int        direction)
{
  g_return_if_fail (PLX_IS_MATRIX (self));

  plx_matrix_grid_widen (self->grid, article, direction);
}

/**
 * plx_matrix_find_claim:
 * @self: a matrix
 * @claim: a claim of the analysis by its place, or `PLX_NONE` for any
 *
 * Returns: (transfer none) (nullable): its row, where something of it is shown
 */
PlxClaimItem *
plx_matrix_find_claim (PlxMatrix *self,
                       guint      claim)
{
  guint n;

  g_return_val_if_fail (PLX_IS_MATRIX (self), NULL);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxClaimItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      /* The list holds it. */
      if (claim == PLX_NONE || plx_claim_item_get_index (item) == claim)
        return item;
    }

  return NULL;
}

/**
 * plx_matrix_get_arrangement:
 * @self: a matrix
 *
 * Returns: (nullable): how it is arranged
 */
PlxArrangement *
plx_matrix_get_arrangement (PlxMatrix *self)
{
  g_return_val_if_fail (PLX_IS_MATRIX (self), NULL);

  return self->arrangement;
}

/**
 * plx_matrix_get_sources:
 * @self: a matrix
 *
 * Returns: (nullable): what its articles are called
 */
const char * const *
plx_matrix_get_sources (PlxMatrix *self)
{
  g_return_val_if_fail (PLX_IS_MATRIX (self), NULL);

  return (const char * const *) self->sources;
}

/**
 * plx_matrix_get_actions:
 * @self: a matrix
 *
 * Returns: what its menus can do, for the group `matrix` of whoever has such a menu
 */
GActionGroup *
plx_matrix_get_actions (PlxMatrix *self)
{
  g_return_val_if_fail (PLX_IS_MATRIX (self), NULL);

  return G_ACTION_GROUP (self->actions);
}

/**
 * plx_matrix_get_n_single:
 * @self: a matrix
 *
 * Returns: how many claims only one source makes
 */
guint
plx_matrix_get_n_single (PlxMatrix *self)
{
  g_return_val_if_fail (PLX_IS_MATRIX (self), 0);

  return self->n_single;
}

guint
plx_matrix_get_n_shared (PlxMatrix *self)
{
  g_return_val_if_fail (PLX_IS_MATRIX (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->items)) - self->n_single;
}

/**
 * plx_matrix_get_n_differ:
 * @self: a matrix
 *
 * Returns: about how many claims of several sources these say something differently
 */
guint
plx_matrix_get_n_differ (PlxMatrix *self)
{
  g_return_val_if_fail (PLX_IS_MATRIX (self), 0);

  return self->n_differ;
}
