/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-matrix-menus"

#include "config.h"

#include "compare/plx-matrix-menus.h"

#include <glib/gi18n.h>

#include "compare/plx-matrix-passage.h"
#include "compare/plx-matrix-row.h"
#include "compare/plx-source-head.h"
#include "corrections/plx-claim-actions.h"

/* The menus of the matrix. Their actions are in the group `matrix` (plx-matrix-actions.c) that
 * the view has, and in any other group that it is given: what else can be done to a claim or to
 * a sentence of it is a section more in plx_matrix_menus_new_row() or _new_passage(). A claim is
 * told to actions by its place (`u`), a sentence by its article and place (`(uu)`). */

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        GVariant   *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

/* Of what an article is called, an underline is no mnemonic. */
static void
append_source (GMenu      *menu,
               const char *source,
               const char *action,
               GVariant   *target)
{
  g_auto (GStrv) parts = g_strsplit (source, "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);

  append (menu, label, action, target);
}

static void
append_section (GMenu *menu,
                GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static char *
dup_order (guint article)
{
  return g_strdup_printf ("article:%u", article);
}

/* What is done to the column of an article. */
static GMenu *
new_column_section (PlxArrangement *arrangement,
                    guint           article)
{
  GMenu *section = g_menu_new ();
  g_autofree char *order = dup_order (article);

  append (section, article == plx_arrangement_get_base (arrangement) ? _("Let Go of the Base")
                                                                     : _("Take as the Base"),
          "matrix.base", g_variant_new_uint32 (article));
  append (section, _("Sort by Its Order"), "matrix.sort", g_variant_new_string (order));

  return section;
}

/* How wide it is; with the keys the same, and with the pointer by its edge. */
static GMenu *
new_width_section (PlxArrangement *arrangement,
                   guint           article,
                   GVariant       *target)
{
  GMenu *section = g_menu_new ();

  append (section, _("Wider"), "matrix.wider", target);
  append (section, _("Narrower"), "matrix.narrower", target);
  if (plx_arrangement_get_width (arrangement, article) > 0)
    append (section, _("Usual Width"), "matrix.usual-width", target);

  return section;
}

/* The first column beside another: the base, where there is one. */
static void
append_pair (GMenu          *menu,
             PlxArrangement *arrangement,
             guint           article)
{
  guint first = plx_arrangement_get_column (arrangement, 0);

  if (plx_arrangement_get_n_columns (arrangement) < 2)
    return;
  if (article == first)
    article = plx_arrangement_get_column (arrangement, 1);

  append (menu, _("Side by Side"), "compare.show-pair", g_variant_new ("(uu)", first, article));
}

/**
 * plx_matrix_menus_new_head:
 * @arrangement: how the matrix is arranged
 * @article: an article that has a column
 *
 * Returns: (transfer full): the menu of the head of a column, with what can be done to it now
 */
GMenuModel *
plx_matrix_menus_new_head (PlxArrangement *arrangement,
                           guint           article)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = new_column_section (arrangement, article);
  g_autoptr (GMenu) place = g_menu_new ();
  g_autoptr (GMenu) open = g_menu_new ();
  g_autoptr (GMenu) width = NULL;
  GVariant *target = g_variant_ref_sink (g_variant_new_uint32 (article));
  gboolean rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  if (plx_arrangement_can_move (arrangement, article, rtl ? 1 : -1))
    append (place, _("Move Left"), rtl ? "matrix.move-on" : "matrix.move-back", target);
  if (plx_arrangement_can_move (arrangement, article, rtl ? -1 : 1))
    append (place, _("Move Right"), rtl ? "matrix.move-back" : "matrix.move-on", target);
  if (plx_arrangement_get_n_columns (arrangement) > 1)
    append (place, _("Hide Column"), "matrix.hide", target);
  append (open, _("Open Article"), "matrix.open", target);
  append_pair (open, arrangement, article);
  width = new_width_section (arrangement, article, target);
  g_variant_unref (target);

  append_section (menu, section);
  append_section (menu, place);
  append_section (menu, width);
  append_section (menu, open);

  return G_MENU_MODEL (menu);
}

/**
 * plx_matrix_menus_new_row:
 * @item: a row
 *
 * Returns: (transfer full): the menu of a row: of its claim as a whole
 */
GMenuModel *
plx_matrix_menus_new_row (PlxClaimItem *item)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) fold = g_menu_new ();
  g_autoptr (GMenu) copy = g_menu_new ();
  GVariant *target = g_variant_ref_sink (g_variant_new_uint32 (plx_claim_item_get_index (item)));

  append (fold, plx_claim_item_is_expanded (item) ? _("Fold") : _("Unfold"), "matrix.toggle",
          target);
  append (copy, _("Copy with Sources"), "matrix.copy-claim", target);
  g_variant_unref (target);

  append_section (menu, fold);
  append_section (menu, copy);

  return G_MENU_MODEL (menu);
}

/**
 * plx_matrix_menus_new_passage:
 * @item: a row
 * @ref: a sentence of it
 * @arrangement: how the matrix is arranged
 *
 * Returns: (transfer full): the menu of a sentence in a cell
 */
GMenuModel *
plx_matrix_menus_new_passage (PlxClaimItem   *item,
                              PlxSentenceRef  ref,
                              PlxArrangement *arrangement)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) sentence = g_menu_new ();
  g_autoptr (GMenu) column = new_column_section (arrangement, ref.article);
  GVariant *target = g_variant_ref_sink (g_variant_new ("(uu)", ref.article, ref.sentence));

  append (sentence, _("Open in Article"), "compare.show-sentence", target);
  append (sentence, _("Copy with Source"), "matrix.copy-sentence", target);
  g_variant_unref (target);

  append_section (menu, sentence);
  append_section (menu, column);

  return G_MENU_MODEL (menu);
}

/* And what the user can say of the claim, or of the sentence. */
static GMenuModel *
add_corrections (GMenuModel     *menu,
                 GtkWidget      *widget,
                 PlxClaimItem   *item,
                 PlxSentenceRef *ref)
{
  PlxCorrector *corrector = plx_claim_actions_find_corrector (widget);
  PlxSession *session = corrector != NULL ? plx_corrector_get_session (corrector) : NULL;
  g_autoptr (PlxClaimTarget) target = NULL;

  if (session != NULL &&
      plx_session_get_analysis (session) == plx_claim_item_get_analysis (item))
    target = plx_claim_target_new (session, plx_claim_item_get_index (item), ref);
  if (target != NULL)
    plx_claim_actions_append (widget, G_MENU (menu), target);

  return menu;
}

/**
 * plx_matrix_menus_new_for:
 * @widget: any widget in the matrix
 * @arrangement: how the matrix is arranged
 *
 * Returns: (transfer full) (nullable): the menu of the sentence, the row or the column that the
 *   widget is a part of
 */
GMenuModel *
plx_matrix_menus_new_for (GtkWidget      *widget,
                          PlxArrangement *arrangement)
{
  GtkWidget *passage = gtk_widget_get_ancestor (widget, PLX_TYPE_MATRIX_PASSAGE);
  GtkWidget *row = gtk_widget_get_ancestor (widget, PLX_TYPE_MATRIX_ROW);
  GtkWidget *head = gtk_widget_get_ancestor (widget, PLX_TYPE_SOURCE_HEAD);
  PlxClaimItem *item = row != NULL ? plx_matrix_row_get_item (PLX_MATRIX_ROW (row)) : NULL;
  PlxSentenceRef ref;

  if (passage != NULL && item != NULL)
    {
      ref = plx_matrix_passage_get_ref (PLX_MATRIX_PASSAGE (passage));
      return add_corrections (plx_matrix_menus_new_passage (item, ref, arrangement), widget, item,
                              &ref);
    }
  if (item != NULL)
    return add_corrections (plx_matrix_menus_new_row (item), widget, item, NULL);
  if (head != NULL)
    return plx_matrix_menus_new_head (arrangement,
                                      plx_source_head_get_article (PLX_SOURCE_HEAD (head)));

  return NULL;
}

/**
 * plx_matrix_menus_new_sort:
 * @arrangement: how the matrix is arranged
 * @sources: what the articles are called
 *
 * Returns: (transfer full): the ways in which rows can be sorted
 */
GMenuModel *
plx_matrix_menus_new_sort (PlxArrangement     *arrangement,
                           const char * const *sources)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) ways = g_menu_new ();
  g_autoptr (GMenu) articles = g_menu_new ();

  append (ways, _("Most Sources First"), "matrix.sort", g_variant_new_string ("agreement"));
  append (ways, _("Differences First"), "matrix.sort", g_variant_new_string ("difference"));
  for (guint i = 0; i < plx_arrangement_get_n_offered (arrangement); i++)
    {
      guint article = plx_arrangement_get_offered (arrangement, i);
      g_autofree char *order = dup_order (article);

      append_source (articles, sources[article], "matrix.sort", g_variant_new_string (order));
    }
  append_section (menu, ways);
  g_menu_append_section (menu, _("In the Order of"), G_MENU_MODEL (articles));

  return G_MENU_MODEL (menu);
}

/**
 * plx_matrix_menus_new_columns:
 * @arrangement: how the matrix is arranged
 * @sources: what the articles are called
 *
 * Returns: (transfer full): the columns that can be shown and put away
 */
GMenuModel *
plx_matrix_menus_new_columns (PlxArrangement     *arrangement,
                              const char * const *sources)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) columns = g_menu_new ();
  g_autoptr (GMenu) all = g_menu_new ();

  for (guint i = 0; i < plx_arrangement_get_n_offered (arrangement); i++)
    {
      guint article = plx_arrangement_get_offered (arrangement, i);
      g_autofree char *action = g_strdup_printf ("matrix.column-%u", article);

      append_source (columns, sources[article], action, NULL);
    }
  append (all, _("Show All"), "matrix.show-all", NULL);
  if (plx_arrangement_has_widths (arrangement))
    append (all, _("Usual Widths"), "matrix.usual-widths", NULL);
  append_section (menu, columns);
  append_section (menu, all);

  return G_MENU_MODEL (menu);
}
