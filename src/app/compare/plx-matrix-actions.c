/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-matrix-actions"

#include "config.h"

#include "compare/plx-matrix-actions.h"

#include <stdlib.h>

#include "compare/plx-claim-copy.h"

/* The actions of the matrix, as its menus name them (plx-matrix-menus.c). The group belongs to
 * the matrix and is put where menus look for it. */

static void
sort_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  PlxArrangement *arrangement = plx_matrix_get_arrangement (data);
  const char *order = g_variant_get_string (parameter, NULL);

  if (g_str_has_prefix (order, "article:"))
    {
      guint article = strtoul (order + strlen ("article:"), NULL, 10);

      if (article < plx_arrangement_get_n_articles (arrangement))
        plx_arrangement_set_order (arrangement, PLX_ROW_ORDER_ARTICLE, article);
      return;
    }

  plx_arrangement_set_order (arrangement, g_str_equal (order, "difference")
                                          ? PLX_ROW_ORDER_DIFFERENCE : PLX_ROW_ORDER_AGREEMENT,
                             PLX_NONE);
}

/* To choose the base again lets go of it. */
static void
base_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  PlxArrangement *arrangement = plx_matrix_get_arrangement (data);
  guint article = g_variant_get_uint32 (parameter);

  if (article == plx_arrangement_get_base (arrangement))
    article = PLX_NONE;
  plx_arrangement_set_base (arrangement, article);
}

static void
hide_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  plx_arrangement_set_hidden (plx_matrix_get_arrangement (data), g_variant_get_uint32 (parameter),
                              TRUE);
}

static void
show_all_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  plx_arrangement_show_all (plx_matrix_get_arrangement (data));
}

static void
move_back_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  plx_arrangement_move_by (plx_matrix_get_arrangement (data), g_variant_get_uint32 (parameter),
                           -1);
}

static void
move_on_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  plx_arrangement_move_by (plx_matrix_get_arrangement (data), g_variant_get_uint32 (parameter), 1);
}

static void
wider_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  plx_matrix_widen (data, g_variant_get_uint32 (parameter), 1);
}

static void
narrower_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  plx_matrix_widen (data, g_variant_get_uint32 (parameter), -1);
}

static void
usual_width_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  plx_arrangement_set_width (plx_matrix_get_arrangement (data), g_variant_get_uint32 (parameter),
                             0);
}

static void
usual_widths_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  plx_arrangement_reset_widths (plx_matrix_get_arrangement (data));
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  gtk_widget_activate_action (data, "compare.show-sentence", "(uu)",
                              g_variant_get_uint32 (parameter), 0);
}

static void
toggle_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  PlxClaimItem *item = plx_matrix_find_claim (data, g_variant_get_uint32 (parameter));

  if (item != NULL)
    plx_claim_item_set_expanded (item, !plx_claim_item_is_expanded (item));
}

static void
fold_all_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  plx_matrix_fold_all (data, TRUE);
}

static void
unfold_all_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  plx_matrix_fold_all (data, FALSE);
}

static void
copy_claim_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  PlxClaimItem *item = plx_matrix_find_claim (data, g_variant_get_uint32 (parameter));
  g_autoptr (GdkContentProvider) content = NULL;

  if (item == NULL)
    return;

  content = plx_claim_copy_claim (item);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (data), content);
}

static void
copy_sentence_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  PlxClaimItem *item;
  PlxSentenceRef ref;
  g_autoptr (GdkContentProvider) content = NULL;

  g_variant_get (parameter, "(uu)", &ref.article, &ref.sentence);
  /* Any claim knows the analysis and what its articles are called. */
  item = plx_matrix_find_claim (data, PLX_NONE);
  if (item == NULL)
    return;

  content = plx_claim_copy_sentence (item, ref);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (data), content);
}

static void
column_cb (GSimpleAction *action,
           GVariant      *value,
           gpointer       data)
{
  guint article = strtoul (g_action_get_name (G_ACTION (action)) + strlen ("column-"), NULL, 10);

  plx_arrangement_set_hidden (plx_matrix_get_arrangement (data), article,
                              !g_variant_get_boolean (value));
}

/**
 * plx_matrix_actions_new:
 * @matrix: a matrix, which outlives the group
 * @search_bar: where one searches in it
 *
 * Returns: (transfer full): what its menus can do
 */
GSimpleActionGroup *
plx_matrix_actions_new (PlxMatrix    *matrix,
                        GtkSearchBar *search_bar)
{
  static const GActionEntry entries[] = {
    { "sort", sort_cb, "s", "'agreement'", NULL, { 0 } },
    { "base", base_cb, "u", NULL, NULL, { 0 } },
    { "hide", hide_cb, "u", NULL, NULL, { 0 } },
    { "show-all", show_all_cb, NULL, NULL, NULL, { 0 } },
    { "move-back", move_back_cb, "u", NULL, NULL, { 0 } },
    { "move-on", move_on_cb, "u", NULL, NULL, { 0 } },
    { "wider", wider_cb, "u", NULL, NULL, { 0 } },
    { "narrower", narrower_cb, "u", NULL, NULL, { 0 } },
    { "usual-width", usual_width_cb, "u", NULL, NULL, { 0 } },
    { "usual-widths", usual_widths_cb, NULL, NULL, NULL, { 0 } },
    { "open", open_cb, "u", NULL, NULL, { 0 } },
    { "toggle", toggle_cb, "u", NULL, NULL, { 0 } },
    { "fold-all", fold_all_cb, NULL, NULL, NULL, { 0 } },
    { "unfold-all", unfold_all_cb, NULL, NULL, NULL, { 0 } },
    { "copy-claim", copy_claim_cb, "u", NULL, NULL, { 0 } },
    { "copy-sentence", copy_sentence_cb, "(uu)", NULL, NULL, { 0 } },
  };
  GSimpleActionGroup *group = g_simple_action_group_new ();
  g_autoptr (GPropertyAction) singles = g_property_action_new ("singles", matrix, "singles");
  g_autoptr (GPropertyAction) search = g_property_action_new ("search", search_bar,
                                                              "search-mode-enabled");

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), matrix);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (singles));
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (search));

  return group;
}

static char *
dup_order (PlxArrangement *arrangement)
{
  switch (plx_arrangement_get_order (arrangement))
    {
    case PLX_ROW_ORDER_ARTICLE:
      return g_strdup_printf ("article:%u", plx_arrangement_get_order_of (arrangement));

    case PLX_ROW_ORDER_DIFFERENCE:
      return g_strdup ("difference");

    case PLX_ROW_ORDER_AGREEMENT:
    default:
      return g_strdup ("agreement");
    }
}

static void
update_column (GSimpleActionGroup *group,
               PlxMatrix          *matrix,
               guint               article)
{
  g_autofree char *name = g_strdup_printf ("column-%u", article);
  GVariant *shown = g_variant_new_boolean (
    !plx_arrangement_is_hidden (plx_matrix_get_arrangement (matrix), article));
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (group), name);

  if (action != NULL)
    {
      g_simple_action_set_state (G_SIMPLE_ACTION (action), shown);
    }
  else
    {
      g_autoptr (GSimpleAction) made = g_simple_action_new_stateful (name, NULL, shown);

      /* The matrix outlives its group. */
      g_signal_connect (made, "change-state", G_CALLBACK (column_cb), matrix);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (made));
    }
}

/**
 * plx_matrix_actions_update:
 * @group: what plx_matrix_actions_new() has made
 * @matrix: the matrix
 *
 * Lets the actions say how the matrix is arranged now.
 */
void
plx_matrix_actions_update (GSimpleActionGroup *group,
                           PlxMatrix          *matrix)
{
  PlxArrangement *arrangement = plx_matrix_get_arrangement (matrix);
  GActionMap *map = G_ACTION_MAP (group);
  g_autofree char *order = dup_order (arrangement);

  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "sort")),
                             g_variant_new_string (order));
  for (guint i = 0; i < plx_arrangement_get_n_articles (arrangement); i++)
    update_column (group, matrix, i);
}
