/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-sections-private.h"

#include <glib/gi18n-lib.h>

#include "graph/plx-graph-look.h"
#include "model/plx-placement.h"
#include "sheet/plx-sheet-marks.h"
#include "sheet/plx-sheet-net.h"
#include "sheet/plx-sheet-telling.h"

/* So many names and ties are told in the tables: with them one finds the way in the picture. */
#define MAX_ROWS 12
#define N_NAME_COLUMNS 5
#define N_TIE_COLUMNS 3

typedef struct
{
  PlxSheetTelling *telling;
  PlxSheetNet      net;
} Graph;

static void
free_state (gpointer state)
{
  Graph *self = state;

  plx_telling_free (self->telling);
  plx_graph_unref (self->net.graph);
  g_free (self->net.hidden);
  g_free (self);
}

/* Where the user has put nodes. */
static GArray *
list_places (PlxAnalysis *analysis,
             GPtrArray   *found)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (PlxGraphPlace));

  for (guint i = 0; i < found->len; i++)
    {
      const PlxPlacement *placement = g_ptr_array_index (found, i);

      if (placement != NULL && placement->placed)
        {
          const PlxGraphPlace place = {
            plx_graph_key_of (plx_analysis_get_entity (analysis, i)), placement->x, placement->y,
            placement->pinned,
          };

          g_array_append_val (places, place);
        }
    }

  return places;
}

/* Which nodes the user has hidden, or `NULL` for none. */
static gboolean *
list_hidden (const PlxGraph *graph,
             GPtrArray      *found)
{
  g_autofree gboolean *hidden = g_new0 (gboolean, graph->nodes->len + 1);
  gboolean any = FALSE;

  for (guint i = 0; i < graph->nodes->len; i++)
    {
      const guint32 entity = g_array_index (graph->nodes, PlxGraphNode, i).entity;
      const PlxPlacement *placement = entity < found->len ? g_ptr_array_index (found, entity)
                                                          : NULL;

      hidden[i] = placement != NULL && placement->hidden;
      any |= hidden[i];
    }

  return any ? g_steal_pointer (&hidden) : NULL;
}

/* A graph that can be read, as the user has arranged it. */
static PlxGraph *
make_graph (PlxSheetMatter *matter,
            GPtrArray      *found,
            GCancellable   *cancellable)
{
  const PlxGraphOptions readable = { .threshold = PLX_GRAPH_READABLE };
  g_autoptr (GArray) places = NULL;
  PlxGraph *graph;

  if (matter->graph != NULL)
    return plx_graph_ref (matter->graph);

  places = list_places (matter->analysis, found);
  graph = plx_graph_new (matter->analysis, matter->passages, &readable);
  plx_graph_lay_out (graph, places, matter->analysis, NULL, NULL, cancellable);

  return graph;
}

static gpointer
prepare (PlxSheetMatter *matter,
         PlxSheetPlan   *plan,
         GCancellable   *cancellable)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) found =
    plx_placements_find (matter->placements != NULL ? matter->placements : none, matter->analysis);
  g_autoptr (PlxGraph) graph = make_graph (matter, found, cancellable);
  Graph *self;

  if (graph->nodes->len == 0)
    return NULL;

  self = g_new0 (Graph, 1);
  self->telling = plx_telling_new (matter, plan);
  self->net.graph = g_steal_pointer (&graph);
  self->net.analysis = matter->analysis;
  self->net.hidden = list_hidden (self->net.graph, found);

  return self;
}

/* The picture, the names, the ties. */
static guint
count_parts (gpointer state)
{
  return ((Graph *) state)->net.graph->edges->len > 0 ? 3 : 2;
}

static const PlxEntityRecord *
entity_of (const Graph *self,
           guint        node)
{
  return plx_analysis_get_entity (self->net.analysis, g_array_index (self->net.graph->nodes,
                                                                     PlxGraphNode, node).entity);
}

static void
write_picture (Graph          *self,
               PlxSheetWriter *writer)
{
  g_autofree char *words = plx_sheet_net_dup_caption (&self->net);
  g_autofree char *alt = plx_sheet_net_dup_words (&self->net);
  g_autoptr (PlxSheetText) caption = plx_sheet_text_new (words, NULL);
  const PlxSheetFigure figure = {
    .id = "network", .alt = alt, .caption = caption, .width = 1,
    .aspect = plx_sheet_net_get_aspect (&self->net), .draw = plx_sheet_net_draw,
    .data = &self->net,
  };

  plx_sheet_writer_head (writer, 1, _("Who appears with whom"), NULL);
  plx_sheet_writer_figure (writer, &figure);
}

typedef struct
{
  guint  node;
  guint  degree;
  double strength;
} Connected;

/* With most others first; among equals, who is mentioned more. */
static int
compare_connected (gconstpointer a,
                   gconstpointer b)
{
  const Connected *x = a;
  const Connected *y = b;

  if (x->degree != y->degree)
    return x->degree > y->degree ? -1 : 1;
  if (x->strength > y->strength || x->strength < y->strength)
    return x->strength > y->strength ? -1 : 1;

  return (x->node > y->node) - (x->node < y->node);
}

static GArray *
find_connected (const Graph *self)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Connected));
  const GArray *nodes = self->net.graph->nodes;

  for (guint i = 0; i < nodes->len; i++)
    {
      const PlxGraphNode *node = &g_array_index (nodes, PlxGraphNode, i);
      const Connected connected = { i, node->degree, node->strength };

      if (plx_sheet_net_hides (&self->net, i))
        continue;
      g_array_append_val (found, connected);
    }
  g_array_sort (found, compare_connected);

  return found;
}

static void
write_name (const Graph    *self,
            guint           place,
            PlxSheetWriter *writer)
{
  const PlxGraphNode *node = &g_array_index (self->net.graph->nodes, PlxGraphNode, place);
  const PlxEntityRecord *entity = entity_of (self, place);
  g_autofree char *kind = entity->country != NULL && entity->kind != PLX_KIND_COUNTRY
                          /* Translators: what a name is, as “Person”, and its country */
                          ? g_strdup_printf (_("%1$s, %2$s"),
                                             plx_graph_look_kind_words (entity->kind),
                                             plx_sheet_matter_get_country (self->telling->matter,
                                                                           entity->country))
                          : g_strdup (plx_graph_look_kind_words (entity->kind));
  g_autofree char *mentions = g_strdup_printf ("%u", node->n_mentions);
  g_autofree char *sources = g_strdup_printf ("%u", node->n_sources);
  g_autofree char *degree = g_strdup_printf ("%u", node->degree);
  const char *words[N_NAME_COLUMNS] = { entity->name, kind, degree, mentions, sources };

  plx_sheet_writer_row_words (writer, PLX_ROW_BODY, words, N_NAME_COLUMNS);
}

static void
write_names (const Graph    *self,
             PlxSheetWriter *writer)
{
  const char *heads[N_NAME_COLUMNS] = {
    _("Name"), _("What it is"), _("Ties"), _("Mentions"), _("Sources"),
  };
  const PlxSheetColumn columns[N_NAME_COLUMNS] = {
    { .width = 1.6, .style = PLX_STYLE_LABEL, .heads_rows = TRUE },
    { .width = 1.6, .style = PLX_STYLE_SMALL },
    { .ems = 5, .align = PLX_ALIGN_END, .style = PLX_STYLE_SMALL },
    { .ems = 5, .align = PLX_ALIGN_END, .style = PLX_STYLE_SMALL },
    { .ems = 5, .align = PLX_ALIGN_END, .style = PLX_STYLE_SMALL },
  };
  const PlxSheetTable table = {
    "names", _("The most connected names"), columns, N_NAME_COLUMNS, TRUE, FALSE, FALSE,
  };
  g_autoptr (GArray) connected = find_connected (self);

  plx_sheet_writer_head (writer, 2, table.title, NULL);
  plx_sheet_writer_begin_table (writer, &table);
  plx_sheet_writer_row_words (writer, PLX_ROW_HEAD, heads, N_NAME_COLUMNS);
  for (guint i = 0; i < MIN (connected->len, MAX_ROWS); i++)
    write_name (self, g_array_index (connected, Connected, i).node, writer);
  plx_sheet_writer_end_table (writer);
}

static void
write_tie (const Graph    *self,
           guint           place,
           PlxSheetWriter *writer)
{
  const PlxGraphEdge *edge = &g_array_index (self->net.graph->edges, PlxGraphEdge, place);
  g_autoptr (GArray) refs = plx_graph_dup_edge_refs (self->net.graph, place);
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (PlxSentenceRef));
  /* Translators: two names that stand together */
  g_autofree char *names = g_strdup_printf (_("%1$s – %2$s"), entity_of (self, edge->a)->name,
                                            entity_of (self, edge->b)->name);
  g_autofree char *weight = g_strdup_printf ("%u", edge->weight);
  g_autofree char *citations = NULL;
  g_autoptr (PlxSheetText) one = plx_sheet_text_new (names, NULL);
  g_autoptr (PlxSheetText) two = plx_sheet_text_new (weight, NULL);
  g_autoptr (PlxSheetText) three = NULL;
  PlxSheetText *cells[N_TIE_COLUMNS] = { one, two, NULL };

  for (guint i = 0; i < refs->len; i++)
    {
      const PlxSentenceRef ref = g_array_index (refs, PlxSentenceRef, i);

      if (first->len == 0 ||
          g_array_index (first, PlxSentenceRef, first->len - 1).article != ref.article)
        g_array_append_val (first, ref);
    }
  citations = plx_telling_cite_refs (self->telling, first);
  three = plx_marks_read (citations);
  cells[2] = three;
  plx_sheet_writer_row (writer, PLX_ROW_BODY, cells, N_TIE_COLUMNS);
}

static void
write_ties (const Graph    *self,
            PlxSheetWriter *writer)
{
  const char *heads[N_TIE_COLUMNS] = { _("Together"), _("Times"), _("First in each source") };
  const PlxSheetColumn columns[N_TIE_COLUMNS] = {
    { .width = 1.6, .style = PLX_STYLE_LABEL, .heads_rows = TRUE },
    { .ems = 5, .align = PLX_ALIGN_END, .style = PLX_STYLE_SMALL },
    { .width = 1.6, .style = PLX_STYLE_SMALL },
  };
  const PlxSheetTable table = {
    "ties", _("The strongest ties"), columns, N_TIE_COLUMNS, TRUE, FALSE, FALSE,
  };

  plx_sheet_writer_head (writer, 2, table.title, NULL);
  plx_sheet_writer_begin_table (writer, &table);
  plx_sheet_writer_row_words (writer, PLX_ROW_HEAD, heads, N_TIE_COLUMNS);
  for (guint i = 0, n = 0; i < self->net.graph->edges->len && n < MAX_ROWS; i++)
    if (plx_sheet_net_shows_tie (&self->net, i))
      {
        write_tie (self, i, writer);
        n++;
      }
  plx_sheet_writer_end_table (writer);
}

static void
write_part (gpointer        state,
            guint           part,
            PlxSheetWriter *writer)
{
  Graph *self = state;

  if (part == 0)
    write_picture (self, writer);
  else if (part == 1)
    write_names (self, writer);
  else
    write_ties (self, writer);
}

const PlxSheetSection plx_sheet_section_graph = {
  .id = "graph",
  .title = N_("Graph"),
  .is_usual = TRUE,
  .prepare = prepare,
  .count_parts = count_parts,
  .write_part = write_part,
  .free_state = free_state,
};
