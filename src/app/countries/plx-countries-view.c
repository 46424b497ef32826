/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-countries-view"

#include "config.h"

#include "countries/plx-countries-view.h"

#include <glib/gi18n.h>

#include "comparing/plx-involved.h"
#include "countries/plx-countries-summary.h"
#include "countries/plx-country-details.h"
#include "countries/plx-country-item.h"
#include "countries/plx-home-matrix.h"
#include "countries/plx-map-legend.h"
#include "countries/plx-map-swatch.h"
#include "countries/plx-own-tables.h"
#include "countries/plx-relations.h"
#include "countries/plx-statement-row.h"
#include "countries/plx-world-map.h"
#include "model/plx-country.h"
#include "window/plx-labels.h"

/**
 * PlxCountriesView:
 *
 * The view *Countries* of the window: under which law. The countries that the shown passages
 * speak of on a map and in a table, by their status in the filter's relation; the statements that
 * the articles make about status, each with what the record says; and whose outlets write of whom.
 *
 * Map and table have one selection. What is selected is told beside them, with its sentences.
 */
struct _PlxCountriesView
{
  AdwBin                parent_instance;

  PlxSession           *session;  /* nullable while the window is being built */
  GSignalGroup         *signals;  /* of session */
  gboolean              is_stale; /* whether what is shown is not what the session has */
  gboolean              is_following; /* whether map or table is being set to the other */
  gboolean              is_opening;   /* whether the details are opened by us */
  gboolean              wants_details; /* whether they open when something is chosen */
  GListStore           *items;    /* PlxCountryItem, most mentioned first */
  GtkSingleSelection   *selection;

  AdwStatusPage        *empty;
  AdwMultiLayoutView   *layouts;
  AdwOverlaySplitView  *split;
  GtkLabel             *title;
  GtkLabel             *summary;
  PlxWorldMap          *map;
  PlxMapLegend         *legend;
  AdwToggle            *countries_toggle;
  AdwToggle            *statements_toggle;
  GtkStack             *pages;
  GtkColumnView        *table;
  GtkColumnViewColumn  *mentions_column;
  GtkListBox           *statements;
  PlxHomeMatrix        *homes;
  PlxCountryDetails    *details;
  GtkLabel             *about;
};

typedef enum
{
  PROP_SESSION = 1,
} PlxCountriesViewProperty;

static GParamSpec *props[PROP_SESSION + 1];

G_DEFINE_FINAL_TYPE (PlxCountriesView, plx_countries_view, ADW_TYPE_BIN)

/* The template does not bind it: a bound child of the bin itself would be let go of twice. */
static void
show_page (PlxCountriesView *self,
           const char       *name)
{
  gtk_stack_set_visible_child_name (GTK_STACK (adw_bin_get_child (ADW_BIN (self))), name);
}

static void
show_empty (PlxCountriesView *self,
            const char       *description)
{
  adw_status_page_set_description (self->empty, description);
  show_page (self, "empty");
}

/* The day for the countries that no passage speaks of: that of the latest article. */
static PlxDay
find_day (PlxCountriesView *self)
{
  PlxAnalysis *analysis = plx_session_get_analysis (self->session);
  PlxFilter *filter = plx_session_get_filter (self->session);
  const PlxDay today = plx_session_get_today (self->session);
  PlxDay latest = 0;

  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    latest = MAX (latest, plx_involved_day (analysis, i, filter, today));

  return latest != 0 ? latest : today;
}

static PlxCountryItem *
find_item (PlxCountriesView *self,
           const char       *country)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; country != NULL && i < n; i++)
    {
      g_autoptr (PlxCountryItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      /* The list keeps it. */
      if (g_str_equal (plx_country_item_get_code (item), country))
        return item;
    }

  return NULL;
}

static void
show_details (PlxCountriesView *self)
{
  const char *country = plx_world_map_get_selected (self->map);

  plx_country_details_show_country (self->details, self->session, country,
                                    find_item (self, country));
}

/* Makes the table show what the map has selected. */
static void
select_row (PlxCountriesView *self)
{
  PlxCountryItem *item = find_item (self, plx_world_map_get_selected (self->map));
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; item != NULL && i < n; i++)
    {
      g_autoptr (PlxCountryItem) other = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (other == item)
        position = i;
    }

  self->is_following = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION && gtk_widget_get_mapped (GTK_WIDGET (self->table)))
    gtk_column_view_scroll_to (self->table, position, NULL, GTK_LIST_SCROLL_NONE, NULL);
  self->is_following = FALSE;
}

static void
show_countries (PlxCountriesView      *self,
                const PlxRelationInfo *relation,
                GPtrArray             *countries)
{
  PlxAnalysis *analysis = plx_session_get_analysis (self->session);
  PlxPassages *passages = plx_session_get_passages (self->session);
  const char *id = plx_session_get_filter (self->session)->relation;
  const PlxDay today = plx_session_get_today (self->session);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *label = NULL;

  for (guint i = 0; i < countries->len; i++)
    g_ptr_array_add (items, plx_country_item_new (g_ptr_array_index (countries, i), analysis,
                                                  passages, id, today));

  self->is_following = TRUE;
  plx_world_map_set_model (self->map, NULL);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  plx_world_map_set_model (self->map, G_LIST_MODEL (self->items));
  plx_world_map_set_standing (self->map, relation, find_day (self));
  plx_map_legend_show (self->legend, relation, G_LIST_MODEL (self->items));
  self->is_following = FALSE;

  /* Translators: the name of a list and how long it is */
  label = g_strdup_printf (_("Countries · %u"), countries->len);
  adw_toggle_set_label (self->countries_toggle, label);
  select_row (self);
  show_details (self);
}

/* What the record contradicts is what one looks for. */
static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer       user_data)
{
  return plx_statement_row_is_contradicted (PLX_STATEMENT_ROW (b)) -
         plx_statement_row_is_contradicted (PLX_STATEMENT_ROW (a));
}

static void
show_statements (PlxCountriesView *self)
{
  PlxAnalysis *analysis = plx_session_get_analysis (self->session);
  PlxPassages *passages = plx_session_get_passages (self->session);
  g_autoptr (GListModel) statements = plx_statement_list_new (analysis);
  PlxSentenceRef last = { PLX_NONE, PLX_NONE };
  g_autofree char *label = NULL;
  GtkWidget *row = NULL;
  guint n = 0;

  gtk_list_box_remove_all (self->statements);

  /* They come by article and place, so those of one sentence stand together. */
  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (PlxStatement) statement = g_list_model_get_item (statements, i);
      PlxSentenceRef ref = plx_statement_get_record (statement)->ref;

      if (!plx_passages_is_shown (passages, ref))
        continue;

      if (row == NULL || ref.article != last.article || ref.sentence != last.sentence)
        {
          row = plx_statement_row_new (self->session, ref);
          gtk_list_box_append (self->statements, row);
        }

      plx_statement_row_add (PLX_STATEMENT_ROW (row), statement);
      last = ref;
      n++;
    }

  /* Translators: the name of a list and how long it is */
  label = g_strdup_printf (_("Statements · %u"), n);
  adw_toggle_set_label (self->statements_toggle, label);

  gtk_list_box_invalidate_sort (self->statements);
}

static void
statement_activated_cb (PlxCountriesView *self,
                        PlxStatementRow  *row)
{
  plx_session_show_sentence (self->session, plx_statement_row_get_ref (row));
}

static gboolean
is_narrow (PlxCountriesView *self)
{
  return g_strcmp0 (adw_multi_layout_view_get_layout_name (self->layouts), "narrow") == 0;
}

static void
open_details (PlxCountriesView *self)
{
  /* A split view that has no size yet cannot be opened. */
  if (gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;

  self->is_opening = TRUE;
  adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
  self->is_opening = FALSE;
}

/* Who has put the details away does not want them back with the next country. */
static void
details_toggled_cb (PlxCountriesView *self)
{
  if (!self->is_opening && !is_narrow (self))
    self->wants_details = adw_overlay_split_view_get_show_sidebar (self->split);
}

static void
map_selected_cb (PlxCountriesView *self)
{
  if (self->is_following || self->session == NULL)
    return;

  select_row (self);
  show_details (self);
  if (plx_world_map_get_selected (self->map) != NULL && self->wants_details && !is_narrow (self))
    open_details (self);
}

static void
row_selected_cb (PlxCountriesView *self)
{
  PlxCountryItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (self->is_following || item == NULL)
    return;

  plx_world_map_set_selected (self->map, plx_country_item_get_code (item));
}

static void
map_activated_cb (PlxCountriesView *self)
{
  open_details (self);
  gtk_widget_child_focus (GTK_WIDGET (self->details), GTK_DIR_TAB_FORWARD);
}

static void
row_activated_cb (PlxCountriesView *self)
{
  map_activated_cb (self);
}

static void
homes_chosen_cb (PlxCountriesView *self,
                 const char       *title,
                 const char       *subtitle,
                 GArray           *refs)
{
  plx_country_details_show_refs (self->details, self->session, title, subtitle, refs);
  open_details (self);
}

static void
zoom_in_cb (PlxCountriesView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->map), "map.zoom-in", NULL);
}

static void
zoom_out_cb (PlxCountriesView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->map), "map.zoom-out", NULL);
}

static void
fit_cb (PlxCountriesView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->map), "map.fit", NULL);
}

static void
refresh (PlxCountriesView *self)
{
  PlxAnalysis *analysis = plx_session_get_analysis (self->session);
  PlxPassages *passages = plx_session_get_passages (self->session);
  PlxFilter *filter = plx_session_get_filter (self->session);
  const PlxRelationInfo *relation = plx_relation_lookup (filter->relation);
  g_autoptr (GPtrArray) countries = NULL;
  g_autofree char *summary = NULL;

  self->is_stale = FALSE;

  if (analysis == NULL || passages == NULL)
    {
      show_page (self, plx_session_is_busy (self->session) ? "busy" : "empty");
      return;
    }

  countries = plx_involved_countries (analysis, passages, filter,
                                      plx_session_get_today (self->session));
  if (countries->len == 0 && passages->n_shown < passages->n_all)
    {
      show_empty (self, _("The filter hides every passage that speaks of a country."));
      return;
    }
  if (countries->len == 0)
    {
      show_empty (self, _("No article of this story speaks of a country."));
      return;
    }

  summary = plx_countries_summary_dup (self->session, relation, countries);
  gtk_label_set_label (self->title, relation != NULL ? relation->title : filter->relation);
  gtk_label_set_label (self->summary, summary);
  show_countries (self, relation, countries);
  show_statements (self);
  plx_home_matrix_show (self->homes, self->session);
  show_page (self, "countries");
}

/* Rows are made only for those who look. */
static void
session_changed_cb (PlxCountriesView *self)
{
  self->is_stale = TRUE;

  if (self->session != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
plx_countries_view_map (GtkWidget *widget)
{
  PlxCountriesView *self = PLX_COUNTRIES_VIEW (widget);

  if (self->is_stale && self->session != NULL)
    refresh (self);

  GTK_WIDGET_CLASS (plx_countries_view_parent_class)->map (widget);
}

static void
plx_countries_view_dispose (GObject *object)
{
  PlxCountriesView *self = PLX_COUNTRIES_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_COUNTRIES_VIEW);
  g_clear_object (&self->signals);
  g_clear_object (&self->session);
  g_clear_object (&self->items);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (plx_countries_view_parent_class)->dispose (object);
}

static void
plx_countries_view_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  PlxCountriesView *self = PLX_COUNTRIES_VIEW (object);

  switch ((PlxCountriesViewProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_countries_view_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  PlxCountriesView *self = PLX_COUNTRIES_VIEW (object);

  switch ((PlxCountriesViewProperty) prop_id)
    {
    case PROP_SESSION:
      plx_countries_view_set_session (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_countries_view_class_init (PlxCountriesViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (PLX_TYPE_COUNTRY_DETAILS);
  g_type_ensure (PLX_TYPE_COUNTRY_ITEM);
  g_type_ensure (PLX_TYPE_HOME_MATRIX);
  g_type_ensure (PLX_TYPE_MAP_LEGEND);
  g_type_ensure (PLX_TYPE_MAP_SWATCH);
  g_type_ensure (PLX_TYPE_WORLD_MAP);

  object_class->dispose = plx_countries_view_dispose;
  object_class->get_property = plx_countries_view_get_property;
  object_class->set_property = plx_countries_view_set_property;
  widget_class->map = plx_countries_view_map;

  props[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, PLX_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-countries-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxCountriesView, empty);
  gtk_widget_class_bind_template_child (widget_class, PlxCountriesView, layouts);
  gtk_widget_class_bind_template_child (widget_class, PlxCountriesView, split);
  gtk_widget_class_bind_template_child (widget_class, PlxCountriesView, title);
  gtk_widget_class_bind_template_child (widget_class, PlxCountriesView, summary);
  gtk_widget_class_bind_template_child (widget_class, PlxCountriesView, map);
  gtk_widget_class_bind_template_child (widget_class, PlxCountriesView, legend);
  gtk_widget_class_bind_template_child (widget_class, PlxCountriesView, countries_toggle);
  gtk_widget_class_bind_template_child (widget_class, PlxCountriesView, statements_toggle);
  gtk_widget_class_bind_template_child (widget_class, PlxCountriesView, pages);
  gtk_widget_class_bind_template_child (widget_class, PlxCountriesView, table);
  gtk_widget_class_bind_template_child (widget_class, PlxCountriesView, mentions_column);
  gtk_widget_class_bind_template_child (widget_class, PlxCountriesView, statements);
  gtk_widget_class_bind_template_child (widget_class, PlxCountriesView, homes);
  gtk_widget_class_bind_template_child (widget_class, PlxCountriesView, details);
  gtk_widget_class_bind_template_child (widget_class, PlxCountriesView, about);
  gtk_widget_class_bind_template_callback (widget_class, statement_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, map_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, map_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, homes_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, fit_cb);
  gtk_widget_class_bind_template_callback (widget_class, details_toggled_cb);
}

/* By which rule a disputed name or border is shown: README of data/countries says it in full. */
static void
tell_rule (PlxCountriesView *self)
{
  g_autofree char *text =
    g_strjoin ("\n\n",
               _("Countries are the 193 members of the United Nations, the Holy See, Palestine, "
                 "the Cook Islands, Niue, Taiwan, Kosovo and Western Sahara, as treaties and blocs "
                 "have them. Territories have no status of their own here, and Antarctica is not "
                 "drawn."),
               _("The outlines are Natural Earth’s, which are in the public domain, on the Equal "
                 "Earth projection: areas are true. Crimea is drawn with Ukraine, Somaliland with "
                 "Somalia, the north of Cyprus with Cyprus, and Western Sahara on its own, as the "
                 "United Nations have them. Other disputed lines are drawn as Natural Earth has "
                 "them; they say nothing of whose the land is."),
               _("A country can be given another name in its details."), NULL);

  gtk_label_set_label (self->about, text);
}

static void
plx_countries_view_init (PlxCountriesView *self)
{
  GtkSortListModel *sorted;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_sort_func (self->statements, compare_rows, NULL, NULL);
  self->wants_details = TRUE;
  tell_rule (self);

  self->items = g_list_store_new (PLX_TYPE_COUNTRY_ITEM);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->items)),
                                    g_object_ref (gtk_column_view_get_sorter (self->table)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  gtk_column_view_sort_by_column (self->table, self->mentions_column, GTK_SORT_DESCENDING);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (row_selected_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plx_own_tables_get_default (), "changed",
                           G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);

  self->signals = g_signal_group_new (PLX_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::analysis",
                                  G_CALLBACK (session_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::passages",
                                  G_CALLBACK (session_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::busy",
                                  G_CALLBACK (session_changed_cb), self);
}

PlxSession *
plx_countries_view_get_session (PlxCountriesView *self)
{
  g_return_val_if_fail (PLX_IS_COUNTRIES_VIEW (self), NULL);

  return self->session;
}

void
plx_countries_view_set_session (PlxCountriesView *self,
                                PlxSession       *session)
{
  g_return_if_fail (PLX_IS_COUNTRIES_VIEW (self));
  g_return_if_fail (session == NULL || PLX_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->signals, session);
  session_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}
