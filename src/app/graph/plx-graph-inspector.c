/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-inspector"

#include "config.h"

#include "graph/plx-graph-inspector.h"

#include <glib/gi18n.h>

#include "countries/plx-countries.h"
#include "graph/plx-graph-groups.h"
#include "graph/plx-graph-words.h"
#include "model/plx-source-names.h"
#include "sheet/plx-sheet-words.h"
#include "window/plx-labels.h"

/**
 * PlxGraphInspector:
 *
 * What stands behind a node or an edge of the graph: who it is, with whom it appears, and the
 * sentences, source by source.
 *
 * It asks its view for everything by signals.
 */
struct _PlxGraphInspector
{
  AdwBin             parent_instance;

  PlxAnalysis       *analysis; /* nullable: all or none of these */
  char             **sources;  /* what its articles are called */
  PlxGraph          *graph;
  guint              node;
  guint              edge;
  GArray            *refs;     /* (element-type PlxSentenceRef): the sentences that it shows */

  GtkScrolledWindow *scrolled;
  GtkLabel          *title;
  GtkLabel          *facts;
  GtkLabel          *standing;
  GtkBox            *neighbours_box;
  GtkLabel          *neighbours_title;
  GtkListBox        *neighbours;
  GtkLabel          *sentences_title;
  GtkListBox        *sentences;
};

enum
{
  SIGNAL_EDGE_ACTIVATED,
  SIGNAL_SENTENCE_ACTIVATED,
  SIGNAL_SENTENCE_COMPARED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* More rows than this nobody reads; they are told in number. */
#define MAX_ROWS 200

G_DEFINE_FINAL_TYPE (PlxGraphInspector, plx_graph_inspector, ADW_TYPE_BIN)

static void
turn_to (PlxGraphInspector *self,
         const char        *page)
{
  gtk_stack_set_visible_child_name (GTK_STACK (adw_bin_get_child (ADW_BIN (self))), page);
}

/* What a row stands for: the place of an edge, or of a sentence among the refs. */
static guint
row_place (GtkListBoxRow *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "plx-place"));
}

static void
neighbour_activated_cb (PlxGraphInspector *self,
                        GtkListBoxRow     *row)
{
  g_signal_emit (self, signals[SIGNAL_EDGE_ACTIVATED], 0, row_place (row));
}

static void
sentence_activated_cb (PlxGraphInspector *self,
                       GtkListBoxRow     *row)
{
  PlxSentenceRef ref = g_array_index (self->refs, PlxSentenceRef, row_place (row));

  g_signal_emit (self, signals[SIGNAL_SENTENCE_ACTIVATED], 0, ref.article, ref.sentence);
}

static const PlxEntityRecord *
entity_of (PlxGraphInspector *self,
           guint              node)
{
  return plx_analysis_get_entity (self->analysis,
                                  g_array_index (self->graph->nodes, PlxGraphNode, node).entity);
}

static void
add_neighbour (PlxGraphInspector *self,
               guint              index)
{
  const PlxGraphEdge *edge = &g_array_index (self->graph->edges, PlxGraphEdge, index);
  const PlxEntityRecord *entity = entity_of (self, edge->a == self->node ? edge->b : edge->a);
  g_autofree char *times = g_strdup_printf (ngettext ("%u time", "%u times", edge->weight),
                                            edge->weight);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *count = gtk_label_new (times);

  gtk_widget_add_css_class (count, "dimmed");
  gtk_widget_add_css_class (count, "numeric");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), entity->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), plx_words_kind (entity->kind));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), count);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "plx-place", GUINT_TO_POINTER (index));
  gtk_list_box_append (self->neighbours, row);
}

/* A tie as a row: both its names. */
static void
add_tie (PlxGraphInspector *self,
         guint              index)
{
  const PlxGraphEdge *edge = &g_array_index (self->graph->edges, PlxGraphEdge, index);
  /* Translators: two names that appear together */
  g_autofree char *title = g_strdup_printf (_("%s and %s"), entity_of (self, edge->a)->name,
                                            entity_of (self, edge->b)->name);
  g_autofree char *together = plx_graph_words_dup_together (self->graph, index);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), together);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "plx-place", GUINT_TO_POINTER (index));
  gtk_list_box_append (self->neighbours, row);
}

static void
append_escaped (GString    *markup,
                const char *text,
                gsize       length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);

  g_string_append (markup, escaped);
}

static gboolean
is_meant (PlxGraphInspector *self,
          guint32            entity)
{
  const PlxGraphEdge *edge;

  if (self->node != PLX_NONE)
    return g_array_index (self->graph->nodes, PlxGraphNode, self->node).entity == entity;

  edge = &g_array_index (self->graph->edges, PlxGraphEdge, self->edge);

  return g_array_index (self->graph->nodes, PlxGraphNode, edge->a).entity == entity ||
         g_array_index (self->graph->nodes, PlxGraphNode, edge->b).entity == entity;
}

/* The sentence with the names that are meant in bold. */
static char *
dup_marked_sentence (PlxGraphInspector *self,
                     PlxSentenceRef     ref)
{
  PlxAnnotation *annotation = plx_analysis_get_annotation (self->analysis, ref.article);
  const PlxSentenceSpan *span = plx_analysis_get_sentence (self->analysis, ref);
  const char *text = annotation->document->text->str;
  GString *markup = g_string_new (NULL);
  guint32 at = span->start;

  for (guint i = 0; i < annotation->mentions->len; i++)
    {
      const PlxMentionSpan *mention = &g_array_index (annotation->mentions, PlxMentionSpan, i);

      if (mention->sentence != ref.sentence || mention->start < at ||
          mention->end > span->end || mention->entity == PLX_NONE ||
          !is_meant (self, mention->entity))
        continue;

      append_escaped (markup, text + at, mention->start - at);
      g_string_append (markup, "<b>");
      append_escaped (markup, text + mention->start, mention->end - mention->start);
      g_string_append (markup, "</b>");
      at = mention->end;
    }

  append_escaped (markup, text + at, span->end - at);

  return g_string_free_and_steal (markup);
}

static void
compare_clicked_cb (PlxGraphInspector *self,
                    GtkWidget         *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  PlxSentenceRef ref = g_array_index (self->refs, PlxSentenceRef,
                                      row_place (GTK_LIST_BOX_ROW (row)));

  g_signal_emit (self, signals[SIGNAL_SENTENCE_COMPARED], 0, ref.article, ref.sentence);
}

static GtkWidget *
create_compare_button (PlxGraphInspector *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("plx-compare-symbolic");

  gtk_widget_set_tooltip_text (button, _("Compare with Other Sources"));
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (compare_clicked_cb), self,
                           G_CONNECT_SWAPPED);

  return button;
}

static void
add_sentence (PlxGraphInspector *self,
              guint              place)
{
  PlxSentenceRef ref = g_array_index (self->refs, PlxSentenceRef, place);
  g_autofree char *markup = dup_marked_sentence (self, ref);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_markup (GTK_LABEL (label), markup);
  plx_label_follow (GTK_LABEL (label), gtk_label_get_text (GTK_LABEL (label)));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, _("Show in the Article"));
  gtk_box_append (GTK_BOX (box), label);
  if (plx_analysis_get_n_articles (self->analysis) > 1)
    gtk_box_append (GTK_BOX (box), create_compare_button (self));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "plx-place", GUINT_TO_POINTER (place));
  gtk_list_box_append (self->sentences, row);
}

/* The name of the source above its first sentence. */
static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  PlxGraphInspector *self = user_data;
  GArray *refs = self->refs;
  guint32 article = g_array_index (refs, PlxSentenceRef, row_place (row)).article;
  PlxDocument *document = plx_analysis_get_document (self->analysis, article);
  g_autofree char *day = plx_words_dup_day (plx_document_get_day (document));
  g_autofree char *text = g_strjoin (*day != '\0' ? " · " : "", self->sources[article], day, NULL);
  GtkWidget *label;

  if (before != NULL && g_array_index (refs, PlxSentenceRef, row_place (before)).article ==
                        article)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 3);
  gtk_list_box_row_set_header (row, label);
}

static void
show_standing (PlxGraphInspector     *self,
               const PlxEntityRecord *entity,
               PlxFilter             *filter,
               PlxDay                 today)
{
  g_autofree guint *mentions = g_new0 (guint, plx_analysis_get_n_articles (self->analysis) + 1);
  const PlxCountryInfo *country = plx_country_lookup (entity->country);
  GArray *refs = self->refs;
  g_autoptr (GArray) days = NULL;
  g_autofree char *relation = plx_words_dup_relation (filter->relation);
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < refs->len; i++)
    mentions[g_array_index (refs, PlxSentenceRef, i).article]++;

  gtk_widget_set_visible (GTK_WIDGET (self->standing), country != NULL);
  if (country == NULL)
    return;

  days = plx_words_find_days (self->analysis, filter, today, mentions);
  words = plx_words_dup_standing (filter->relation, country->iso3, days, NULL);
  /* Translators: a country, a treaty or bloc, and how the country stands to it */
  text = g_strdup_printf (_("%s – %s: %s"), country->name, relation, words);
  gtk_label_set_label (self->standing, text);
}

/* Where a name stands in the graph, in figures. */
static void
add_figures (PlxGraphInspector  *self,
             GString            *facts,
             const PlxGraphNode *node)
{
  g_autofree char *letter = NULL;

  g_string_append_c (facts, '\n');
  g_string_append_printf (facts, ngettext ("%u mention", "%u mentions", node->n_mentions),
                          node->n_mentions);
  g_string_append (facts, " · ");
  g_string_append_printf (facts, ngettext ("%u source", "%u sources", node->n_sources),
                          node->n_sources);
  g_string_append (facts, " · ");
  g_string_append_printf (facts, ngettext ("%u tie", "%u ties", node->degree), node->degree);

  if (!self->graph->is_measured)
    return;

  letter = plx_graph_groups_dup_letter (node->group);
  /* Translators: the letter of a group, and two measures of how central a name is */
  g_string_append_printf (facts, _("\nGroup %s · betweenness %.3f · PageRank %.3f"), letter,
                          node->betweenness, node->pagerank);
}

static void
show_node (PlxGraphInspector *self,
           PlxFilter         *filter,
           PlxDay             today)
{
  const PlxEntityRecord *entity = entity_of (self, self->node);
  g_autoptr (GString) facts = g_string_new (plx_words_kind (entity->kind));
  const PlxGraphNode *node = &g_array_index (self->graph->nodes, PlxGraphNode, self->node);
  guint n_ties = 0;

  for (guint i = 0; entity->names != NULL && entity->names[i] != NULL && i < 6; i++)
    if (!g_str_equal (entity->names[i], entity->name))
      g_string_append_printf (facts, " · %s", entity->names[i]);

  for (guint i = 0; i < self->graph->edges->len; i++)
    {
      const PlxGraphEdge *edge = &g_array_index (self->graph->edges, PlxGraphEdge, i);

      if (edge->a != self->node && edge->b != self->node)
        continue;

      if (n_ties++ < MAX_ROWS)
        add_neighbour (self, i);
    }

  add_figures (self, facts, node);
  gtk_label_set_label (self->title, entity->name);
  gtk_label_set_label (self->facts, facts->str);
  gtk_label_set_label (self->neighbours_title, _("Appears with"));
  gtk_widget_set_visible (GTK_WIDGET (self->neighbours_box), n_ties > 0);
  show_standing (self, entity, filter, today);
}

static void
show_edge (PlxGraphInspector *self)
{
  const PlxGraphEdge *edge = &g_array_index (self->graph->edges, PlxGraphEdge, self->edge);
  /* Translators: two names that appear together */
  g_autofree char *title = g_strdup_printf (_("%s and %s"), entity_of (self, edge->a)->name,
                                            entity_of (self, edge->b)->name);
  g_autofree char *facts = plx_graph_words_dup_together (self->graph, self->edge);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->facts, facts);
  gtk_widget_set_visible (GTK_WIDGET (self->standing), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->neighbours_box), FALSE);
}

static void
plx_graph_inspector_dispose (GObject *object)
{
  PlxGraphInspector *self = PLX_GRAPH_INSPECTOR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_GRAPH_INSPECTOR);
  g_clear_pointer (&self->graph, plx_graph_unref);
  g_clear_pointer (&self->analysis, plx_analysis_unref);
  g_clear_pointer (&self->sources, g_strfreev);
  g_clear_pointer (&self->refs, g_array_unref);

  G_OBJECT_CLASS (plx_graph_inspector_parent_class)->dispose (object);
}

static void
plx_graph_inspector_class_init (PlxGraphInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_graph_inspector_dispose;

  /**
   * PlxGraphInspector::edge-activated:
   * @edge: an edge, by its place
   *
   * The user wants to see what ties the node to a neighbour.
   */
  signals[SIGNAL_EDGE_ACTIVATED] =
    g_signal_new ("edge-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * PlxGraphInspector::sentence-activated:
   * @article: an article
   * @sentence: a sentence of it
   *
   * The user wants to see a sentence where it stands.
   */
  signals[SIGNAL_SENTENCE_ACTIVATED] =
    g_signal_new ("sentence-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  /**
   * PlxGraphInspector::sentence-compared:
   * @article: an article
   * @sentence: a sentence of it
   *
   * The user wants to see a sentence beside those of other sources.
   */
  signals[SIGNAL_SENTENCE_COMPARED] =
    g_signal_new ("sentence-compared", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-graph-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxGraphInspector, scrolled);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphInspector, title);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphInspector, facts);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphInspector, standing);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphInspector, neighbours_box);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphInspector, neighbours_title);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphInspector, neighbours);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphInspector, sentences_title);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphInspector, sentences);
  gtk_widget_class_bind_template_callback (widget_class, neighbour_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, sentence_activated_cb);
}

static void
plx_graph_inspector_init (PlxGraphInspector *self)
{
  self->node = self->edge = PLX_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Shows that nothing is selected. */
void
plx_graph_inspector_clear (PlxGraphInspector *self)
{
  g_return_if_fail (PLX_IS_GRAPH_INSPECTOR (self));

  gtk_list_box_set_header_func (self->sentences, NULL, NULL, NULL);
  gtk_list_box_remove_all (self->neighbours);
  gtk_list_box_remove_all (self->sentences);
  g_clear_pointer (&self->graph, plx_graph_unref);
  g_clear_pointer (&self->analysis, plx_analysis_unref);
  g_clear_pointer (&self->sources, g_strfreev);
  g_clear_pointer (&self->refs, g_array_unref);
  self->node = self->edge = PLX_NONE;
  turn_to (self, "nothing");
}

static void
begin (PlxGraphInspector   *self,
       const PlxGraphScene *scene)
{
  plx_graph_inspector_clear (self);
  self->analysis = plx_analysis_ref (scene->analysis);
  self->sources = plx_source_names_new_for_analysis (self->analysis);
  self->graph = plx_graph_ref (scene->graph);
}

static void
finish (PlxGraphInspector *self)
{
  guint n = self->refs->len;
  g_autofree char *title = NULL;

  /* Translators: how many sentences there are, of which only the first are shown */
  title = n > MAX_ROWS ? g_strdup_printf (_("The first %u of %u sentences"), MAX_ROWS, n)
                       : g_strdup_printf (ngettext ("%u sentence", "%u sentences", n), n);
  gtk_label_set_label (self->sentences_title, title);
  for (guint i = 0; i < MIN (n, MAX_ROWS); i++)
    add_sentence (self, i);
  gtk_list_box_set_header_func (self->sentences, update_header, self, NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->sentences_title), n > 0);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  turn_to (self, "something");
}

/* Several names: what ties them to each other. */
static void
show_several (PlxGraphInspector   *self,
              const PlxGraphScene *scene)
{
  g_autofree char *title = g_strdup_printf (ngettext ("%u name", "%u names", scene->n_selected),
                                            scene->n_selected);
  g_autofree char *facts = NULL;
  guint n = 0;

  for (guint i = 0; i < scene->n_edges; i++)
    {
      const PlxGraphEdge *edge = plx_graph_scene_edge (scene, i);

      if ((scene->flags[edge->a] & scene->flags[edge->b] & PLX_GRAPH_SELECTED) != 0 &&
          n++ < MAX_ROWS)
        add_tie (self, i);
    }

  /* Translators: how many ties there are between the names that are selected */
  facts = g_strdup_printf (ngettext ("%u tie between them", "%u ties between them", n), n);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->facts, facts);
  gtk_label_set_label (self->neighbours_title, _("Together"));
  gtk_widget_set_visible (GTK_WIDGET (self->standing), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->neighbours_box), n > 0);
  self->refs = g_array_new (FALSE, FALSE, sizeof (PlxSentenceRef));
  finish (self);
}

/**
 * plx_graph_inspector_show:
 * @self: an inspector
 * @scene: a graph in which a node, several, or an edge is selected
 * @filter: says which relation is asked for, and for which day
 * @today: the day of today
 *
 * Shows what stands behind what is selected.
 */
void
plx_graph_inspector_show (PlxGraphInspector   *self,
                          const PlxGraphScene *scene,
                          PlxFilter           *filter,
                          PlxDay               today)
{
  g_return_if_fail (PLX_IS_GRAPH_INSPECTOR (self));
  g_return_if_fail (plx_graph_scene_has_selection (scene));

  begin (self, scene);
  self->edge = scene->edge;
  for (guint i = 0; i < scene->n && scene->n_selected == 1; i++)
    if (scene->flags[i] & PLX_GRAPH_SELECTED)
      self->node = i;

  if (self->edge != PLX_NONE)
    {
      self->refs = plx_graph_dup_edge_refs (self->graph, self->edge);
      show_edge (self);
    }
  else if (self->node != PLX_NONE)
    {
      self->refs = g_array_ref (plx_graph_scene_node (scene, self->node)->refs);
      show_node (self, filter, today);
    }
  else
    {
      show_several (self, scene);
      return;
    }

  finish (self);
}
