/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-find"

#include "config.h"

#include "graph/plx-graph-find.h"

#include "sheet/plx-sheet-words.h"

/* As many as one looks through; the heaviest come first. */
#define MAX_FOUND 30

/**
 * PlxGraphFind:
 *
 * An entry that leads to a name of the graph: whatever it is called by, and however it is spelt.
 */
struct _PlxGraphFind
{
  AdwBin          parent_instance;

  PlxAnalysis    *analysis; /* nullable: both or none */
  PlxGraph       *graph;

  GtkSearchEntry *entry;
  GtkListBox     *list;
};

enum
{
  SIGNAL_FOUND,
  SIGNAL_STOPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxGraphFind, plx_graph_find, ADW_TYPE_BIN)

static void
search_changed_cb (PlxGraphFind *self)
{
  plx_graph_find_search (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
row_activated_cb (PlxGraphFind  *self,
                  GtkListBoxRow *row)
{
  guint node = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "plx-node"));

  g_signal_emit (self, signals[SIGNAL_FOUND], 0, node);
}

static void
entry_activated_cb (PlxGraphFind *self)
{
  GtkListBoxRow *row;

  /* What was typed last may not have been looked for yet. */
  search_changed_cb (self);
  row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row != NULL)
    row_activated_cb (self, row);
}

static void
stop_search_cb (PlxGraphFind *self)
{
  g_signal_emit (self, signals[SIGNAL_STOPPED], 0);
}

static void
plx_graph_find_dispose (GObject *object)
{
  PlxGraphFind *self = PLX_GRAPH_FIND (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_GRAPH_FIND);
  g_clear_pointer (&self->graph, plx_graph_unref);
  g_clear_pointer (&self->analysis, plx_analysis_unref);

  G_OBJECT_CLASS (plx_graph_find_parent_class)->dispose (object);
}

static void
plx_graph_find_class_init (PlxGraphFindClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = plx_graph_find_dispose;

  /**
   * PlxGraphFind::found:
   * @node: a node, by its place
   *
   * The user wants to go to a name.
   */
  signals[SIGNAL_FOUND] = g_signal_new ("found", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * PlxGraphFind::stopped:
   *
   * The user does not want to look any more.
   */
  signals[SIGNAL_STOPPED] = g_signal_new ("stopped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-graph-find.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxGraphFind, entry);
  gtk_widget_class_bind_template_child (widget_class, PlxGraphFind, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
plx_graph_find_init (PlxGraphFind *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Looks for names in another graph from now on, or in none. */
void
plx_graph_find_set_graph (PlxGraphFind *self,
                          PlxAnalysis  *analysis,
                          PlxGraph     *graph)
{
  g_return_if_fail (PLX_IS_GRAPH_FIND (self));

  g_clear_pointer (&self->graph, plx_graph_unref);
  g_clear_pointer (&self->analysis, plx_analysis_unref);
  self->analysis = analysis != NULL ? plx_analysis_ref (analysis) : NULL;
  self->graph = graph != NULL ? plx_graph_ref (graph) : NULL;
}

/* Clears the entry and gives it the keys. */
void
plx_graph_find_begin (PlxGraphFind *self)
{
  g_return_if_fail (PLX_IS_GRAPH_FIND (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  plx_graph_find_search (self, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* Without accents, and all in small letters. */
static char *
fold (const char *text)
{
  g_autofree char *plain = g_str_to_ascii (text, NULL);
  g_autofree char *as_it_is = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  /* In a script that has no Latin letters, it is looked for as it is. */
  return g_utf8_casefold (strchr (plain, '?') == NULL || as_it_is == NULL ? plain : as_it_is, -1);
}

static gboolean
matches (const PlxEntityRecord *entity,
         const char            *folded)
{
  g_autofree char *name = fold (entity->name);

  if (strstr (name, folded) != NULL)
    return TRUE;

  for (guint i = 0; entity->names != NULL && entity->names[i] != NULL; i++)
    {
      g_autofree char *other = fold (entity->names[i]);

      if (strstr (other, folded) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
add_row (PlxGraphFind          *self,
         const PlxEntityRecord *entity,
         guint                  node)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (entity->name);
  GtkWidget *kind = gtk_label_new (plx_words_kind (entity->kind));

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (kind, "dimmed");
  gtk_widget_add_css_class (kind, "caption");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), kind);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "plx-node", GUINT_TO_POINTER (node));
  gtk_list_box_append (self->list, row);
}

/**
 * plx_graph_find_search:
 * @self: a finder
 * @text: a part of a name, in large or small letters, with accents or without
 *
 * Lists the names that have this part, the heaviest first.
 *
 * Returns: how many are listed
 */
guint
plx_graph_find_search (PlxGraphFind *self,
                       const char   *text)
{
  g_autofree char *folded = fold (text);
  guint n = 0;

  g_return_val_if_fail (PLX_IS_GRAPH_FIND (self), 0);

  gtk_list_box_remove_all (self->list);

  for (guint i = 0; self->graph != NULL && i < self->graph->nodes->len && n < MAX_FOUND; i++)
    {
      guint32 place = g_array_index (self->graph->nodes, PlxGraphNode, i).entity;
      const PlxEntityRecord *entity = plx_analysis_get_entity (self->analysis, place);

      if (!matches (entity, folded))
        continue;

      add_row (self, entity, i);
      n++;
    }

  return n;
}
