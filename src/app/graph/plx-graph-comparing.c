/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-comparing"

#include "config.h"

#include "graph/plx-graph-comparing.h"

#include <glib/gi18n.h>

#include "model/plx-source-names.h"
#include "sheet/plx-sheet-words.h"

/**
 * PlxGraphComparing:
 *
 * Chooses which articles the graph is of: all of them; two sets, which are compared; or those
 * before and after a day.
 */
struct _PlxGraphComparing
{
  AdwBin          parent_instance;

  PlxAnalysis    *analysis;  /* nullable */
  char          **names;     /* what its articles are called */
  GArray         *day_list;  /* (element-type PlxDay): of articles, but the first */
  gboolean        updating;  /* whether the widgets are set by us and not by the user */

  AdwToggleGroup *modes;
  GtkStack       *pages;
  GtkListBox     *sources;
  GtkDropDown    *days;
  GtkLabel       *day_label;
  GtkLabel       *undated;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxGraphComparing, plx_graph_comparing, ADW_TYPE_BIN)

static void
changed_cb (PlxGraphComparing *self)
{
  if (!self->updating)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
mode_changed_cb (PlxGraphComparing *self)
{
  gtk_stack_set_visible_child_name (self->pages, adw_toggle_group_get_active_name (self->modes));
  changed_cb (self);
}

static void
plx_graph_comparing_dispose (GObject *object)
{
  PlxGraphComparing *self = PLX_GRAPH_COMPARING (object);

  self->updating = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_GRAPH_COMPARING);
  g_clear_pointer (&self->analysis, plx_analysis_unref);
  g_clear_pointer (&self->names, g_strfreev);
  g_clear_pointer (&self->day_list, g_array_unref);

  G_OBJECT_CLASS (plx_graph_comparing_parent_class)->dispose (object);
}

static void
plx_graph_comparing_class_init (PlxGraphComparingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_graph_comparing_dispose;

  /**
   * PlxGraphComparing::changed:
   *
   * The user wants to see the graph of other articles, or compare others.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-graph-comparing.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxGraphComparing, modes);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphComparing, pages);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphComparing, sources);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphComparing, days);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphComparing, day_label);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphComparing, undated);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_changed_cb);
}

static void
plx_graph_comparing_init (PlxGraphComparing *self)
{
  self->updating = TRUE;
  self->day_list = g_array_new (FALSE, FALSE, sizeof (PlxDay));
  gtk_widget_init_template (GTK_WIDGET (self));
  self->updating = FALSE;
}

static AdwToggleGroup *
get_side (PlxGraphComparing *self,
          guint              article)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->sources, article);

  return g_object_get_data (G_OBJECT (row), "plx-side");
}

static void
add_source (PlxGraphComparing *self,
            guint              article)
{
  PlxDocument *document = plx_analysis_get_document (self->analysis, article);
  const char *name = self->names[article];
  g_autofree char *day = plx_words_dup_day (plx_document_get_day (document));
  static const char *const labels[] = { "–", "A", "B" };
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *sides = adw_toggle_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      AdwToggle *toggle = adw_toggle_new ();

      adw_toggle_set_label (toggle, labels[i]);
      adw_toggle_group_add (ADW_TOGGLE_GROUP (sides), toggle);
    }

  /* The first two are compared until the user says otherwise. */
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (sides), article < 2 ? article + 1 : 0);
  gtk_widget_set_valign (sides, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (sides), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (sides, "notify::active", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), day);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), sides);
  g_object_set_data (G_OBJECT (row), "plx-side", sides);
  gtk_list_box_append (self->sources, row);
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  PlxDay x = *(const PlxDay *) a;
  PlxDay y = *(const PlxDay *) b;

  return (x > y) - (x < y);
}

/* The days on which something was written. Before the first there is nothing to compare. */
static void
fill_days (PlxGraphComparing *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n_undated = 0;
  g_autofree char *text = NULL;

  g_array_set_size (self->day_list, 0);
  for (guint i = 0; i < plx_analysis_get_n_articles (self->analysis); i++)
    {
      PlxDay day = plx_document_get_day (plx_analysis_get_document (self->analysis, i));

      if (day == 0)
        n_undated++;
      else
        g_array_append_val (self->day_list, day);
    }

  g_array_sort (self->day_list, compare_days);
  for (guint i = self->day_list->len; i > 0; i--)
    if (i == 1 || g_array_index (self->day_list, PlxDay, i - 1) ==
                  g_array_index (self->day_list, PlxDay, i - 2))
      g_array_remove_index (self->day_list, i - 1);

  for (guint i = 0; i < self->day_list->len; i++)
    {
      g_autofree char *name = plx_words_dup_day (g_array_index (self->day_list, PlxDay, i));

      gtk_string_list_append (names, name);
    }

  gtk_drop_down_set_model (self->days, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->days, self->day_list->len / 2);
  gtk_widget_set_visible (GTK_WIDGET (self->days), self->day_list->len > 0);
  gtk_label_set_label (self->day_label, self->day_list->len > 0
                       ? _("Compares what was written before a day with what was written from "
                           "then on.")
                       : _("All that has a date was written on one day."));

  text = g_strdup_printf (ngettext ("%u source without a date is left out.",
                                    "%u sources without a date are left out.", n_undated),
                          n_undated);
  gtk_label_set_label (self->undated, text);
  gtk_widget_set_visible (GTK_WIDGET (self->undated), n_undated > 0);
}

/**
 * plx_graph_comparing_set_analysis:
 * @self: a chooser
 * @analysis: (nullable): an analysis
 *
 * Offers the articles of another analysis, and shows all of them. One that has as many articles as
 * the one before is the same story compared anew: what was chosen stays.
 */
void
plx_graph_comparing_set_analysis (PlxGraphComparing *self,
                                  PlxAnalysis       *analysis)
{
  guint n = analysis != NULL ? plx_analysis_get_n_articles (analysis) : 0;
  guint before = self->analysis != NULL ? plx_analysis_get_n_articles (self->analysis) : 0;

  g_return_if_fail (PLX_IS_GRAPH_COMPARING (self));

  if (self->analysis == analysis)
    return;

  g_clear_pointer (&self->analysis, plx_analysis_unref);
  g_clear_pointer (&self->names, g_strfreev);
  if (analysis != NULL)
    {
      self->analysis = plx_analysis_ref (analysis);
      self->names = plx_source_names_new_for_analysis (analysis);
    }
  if (n == before)
    return;

  self->updating = TRUE;
  adw_toggle_group_set_active_name (self->modes, "all");
  gtk_list_box_remove_all (self->sources);
  for (guint i = 0; i < n; i++)
    add_source (self, i);
  if (n > 0)
    fill_days (self);
  self->updating = FALSE;
}

/**
 * plx_graph_comparing_set_sides:
 * @self: a chooser
 * @sides: (nullable) (array): the [enum@GraphSide] of each article, or `NULL` to show all
 *
 * Chooses for the user.
 */
void
plx_graph_comparing_set_sides (PlxGraphComparing *self,
                               const guint8      *sides)
{
  g_return_if_fail (PLX_IS_GRAPH_COMPARING (self));
  g_return_if_fail (self->analysis != NULL);

  self->updating = TRUE;
  for (guint i = 0; sides != NULL && i < plx_analysis_get_n_articles (self->analysis); i++)
    adw_toggle_group_set_active (get_side (self, i), sides[i]);
  adw_toggle_group_set_active_name (self->modes, sides != NULL ? "sets" : "all");
  self->updating = FALSE;
  changed_cb (self);
}

static PlxDay
get_day (PlxGraphComparing *self)
{
  guint place = gtk_drop_down_get_selected (self->days);

  return place < self->day_list->len ? g_array_index (self->day_list, PlxDay, place) : 0;
}

static gboolean
is_mode (PlxGraphComparing *self,
         const char        *name)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->modes), name) == 0;
}

/**
 * plx_graph_comparing_dup_sides:
 * @self: a chooser
 *
 * Returns: (transfer full) (nullable): the [enum@GraphSide] of each article; `NULL` where all are
 *   shown, or where one of the sides has none
 */
guint8 *
plx_graph_comparing_dup_sides (PlxGraphComparing *self)
{
  g_autofree guint8 *sides = NULL;
  guint n, n_each[PLX_GRAPH_N_SIDES] = { 0 };

  g_return_val_if_fail (PLX_IS_GRAPH_COMPARING (self), NULL);

  if (self->analysis == NULL || is_mode (self, "all"))
    return NULL;

  if (is_mode (self, "day"))
    return get_day (self) != 0 ? plx_graph_sides_new_by_day (self->analysis, get_day (self), NULL)
                               : NULL;

  n = plx_analysis_get_n_articles (self->analysis);
  sides = g_new0 (guint8, n + 1);
  for (guint i = 0; i < n; i++)
    {
      sides[i] = MIN (adw_toggle_group_get_active (get_side (self, i)), PLX_GRAPH_SIDE_THERE);
      n_each[sides[i]]++;
    }

  if (n_each[PLX_GRAPH_SIDE_HERE] == 0 || n_each[PLX_GRAPH_SIDE_THERE] == 0)
    return NULL;

  return g_steal_pointer (&sides);
}

/**
 * plx_graph_comparing_dup_name:
 * @self: a chooser
 * @side: one of the two sides
 *
 * Returns: (transfer full): what that side is called: its source where it has but one
 */
char *
plx_graph_comparing_dup_name (PlxGraphComparing *self,
                              PlxGraphSide       side)
{
  gboolean here = side == PLX_GRAPH_SIDE_HERE;
  guint only = PLX_NONE;

  g_return_val_if_fail (PLX_IS_GRAPH_COMPARING (self), NULL);

  if (is_mode (self, "day"))
    {
      g_autofree char *day = plx_words_dup_day (get_day (self));

      /* Translators: a day, in a legend */
      return here ? g_strdup_printf (_("before %s"), day)
                  /* Translators: a day, in a legend: on it or later */
                  : g_strdup_printf (_("from %s on"), day);
    }

  for (guint i = 0; is_mode (self, "sets") && i < plx_analysis_get_n_articles (self->analysis); i++)
    {
      if (adw_toggle_group_get_active (get_side (self, i)) != side)
        continue;
      if (only != PLX_NONE)
        return g_strdup (here ? "A" : "B");
      only = i;
    }

  if (only == PLX_NONE)
    return g_strdup (here ? "A" : "B");

  return g_strdup (self->names[only]);
}
