/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-read-view"

#include "config.h"

#include "read/plx-read-view.h"

#include <glib/gi18n.h>

#include "read/plx-read-items.h"
#include "read/plx-read-text.h"
#include "read/plx-read-view-private.h"

typedef enum
{
  PROP_SESSION = 1,
} PlxReadViewProperty;

static GParamSpec *props[PROP_SESSION + 1];

G_DEFINE_FINAL_TYPE (PlxReadView, plx_read_view, ADW_TYPE_BIN)

static gboolean
is_named_by_title (PlxArticle *article)
{
  PlxDocument *document = plx_article_get_document (article);

  return plx_document_get_source_field (document) == PLX_FIELD_HEADLINE;
}

static void
fill_chooser (PlxReadView *self)
{
  guint n = plx_analysis_get_n_articles (self->shown);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      PlxArticle *article = plx_session_find_article (self->session, i);
      const char *source = plx_session_get_source (self->session, i);
      g_autofree char *name = NULL;

      /* Without an outlet an article is called by its headline, which need not be told twice. */
      if (is_named_by_title (article))
        /* Translators: the place of an article and its headline */
        name = g_strdup_printf (_("%u. %s"), i + 1, plx_article_get_title (article));
      else
        /* Translators: the place of an article, its source and its headline */
        name = g_strdup_printf (_("%u. %s: %s"), i + 1, source, plx_article_get_title (article));
      gtk_string_list_append (names, name);
    }

  gtk_drop_down_set_model (self->chooser, G_LIST_MODEL (names));
}

static void
show_wanted (PlxReadView *self)
{
  GListModel *model = self->items;
  PlxSentenceRef ref = { .article = self->article, .sentence = self->wanted };
  const PlxSentenceSpan *sentence = NULL;

  if (self->wanted != PLX_NONE)
    sentence = plx_analysis_get_sentence (self->shown, ref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (PlxReadItem) item = g_list_model_get_item (model, i);
      gboolean found = sentence != NULL &&
                       plx_read_item_get_kind (item) == PLX_READ_ITEM_BLOCK &&
                       plx_read_item_get_block (item) == sentence->block;

      plx_read_item_set_highlight (item, found ? self->wanted : PLX_NONE);
      if (found)
        gtk_list_view_scroll_to (self->list, i, GTK_LIST_SCROLL_FOCUS, NULL);
    }

  self->wanted = PLX_NONE;
}

/* The first block of the row that has the keys, or `PLX_NONE`. */
static guint
find_focus (PlxReadView *self)
{
  GtkWidget *row = gtk_widget_get_root (GTK_WIDGET (self)) != NULL ? plx_read_view_find_row (self)
                                                                   : NULL;
  PlxReadItem *item = row != NULL ? plx_block_row_get_item (PLX_BLOCK_ROW (row)) : NULL;

  return item != NULL && plx_read_item_get_n_blocks (item) > 0 ? plx_read_item_get_block (item)
                                                               : PLX_NONE;
}

/* Who cuts one paragraph after another with the keys goes on where the last one was. */
static void
restore_focus (PlxReadView *self,
               guint        block)
{
  guint position;

  if (block != PLX_NONE && plx_read_items_find (self->items, block, &position))
    gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_FOCUS, NULL);
}

static void
clear (PlxReadView *self)
{
  if (self->place != NULL)
    plx_reading_place_stop (self->place);
  g_list_store_remove_all (G_LIST_STORE (self->items));
  plx_names_pane_show (self->names, 0);
  g_clear_pointer (&self->shown, plx_analysis_unref);
}

static void
fill (PlxReadView *self,
      PlxAnalysis *analysis,
      guint        article)
{
  gboolean same_article = self->article == article && self->shown != NULL;
  g_autoptr (GArray) open = NULL;
  g_autoptr (GPtrArray) items = NULL;
  guint focus = same_article ? find_focus (self) : PLX_NONE;

  self->article = article;
  open = plx_read_items_collect_open (self->items, article);
  if (self->shown != analysis)
    {
      g_clear_pointer (&self->shown, plx_analysis_unref);
      self->shown = plx_analysis_ref (analysis);
      fill_chooser (self);
    }

  items = plx_read_items_new (self->session, article,
                              plx_analysis_get_document (analysis, article));
  plx_read_items_reopen (items, open);
  if (plx_read_items_refresh (self->items, items))
    return;

  if (!same_article)
    plx_reading_place_stop (self->place);
  g_list_store_splice (G_LIST_STORE (self->items), 0, g_list_model_get_n_items (self->items),
                       items->pdata, items->len);

  restore_focus (self, focus);
  if (!same_article)
    plx_reading_place_show (self->place,
                            plx_article_get_id (plx_session_find_article (self->session, article)));
}

static void
update (PlxReadView *self)
{
  PlxAnalysis *analysis = self->session ? plx_session_get_analysis (self->session) : NULL;
  guint article = self->session != NULL ? plx_session_get_article (self->session) : 0;
  guint n = analysis != NULL ? plx_analysis_get_n_articles (analysis) : 0;

  if (self->updating)
    return;

  if (article >= n)
    {
      clear (self);
      return;
    }

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->updating = TRUE;
  if (self->shown != analysis || self->article != article)
    fill (self, analysis, article);
  gtk_drop_down_set_selected (self->chooser, article);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "read.previous", article > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "read.next", article + 1 < n);
  plx_article_inspector_show (self->inspector, self->session, article);
  plx_names_pane_show (self->names, article);
  plx_receipt_show (self->receipt, self->session, article);
  self->updating = FALSE;

  if (self->wanted != PLX_NONE)
    show_wanted (self);
}

static void
passages_notify_cb (PlxReadView *self)
{
  GListModel *model = self->items;

  if (self->session == NULL || self->shown == NULL ||
      self->shown != plx_session_get_analysis (self->session))
    return;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (PlxReadItem) item = g_list_model_get_item (model, i);

      plx_read_item_changed (item);
    }
}

static void
article_notify_cb (PlxReadView *self)
{
  self->wanted = PLX_NONE;
  update (self);
}

static void
show_sentence_cb (PlxReadView *self,
                  guint        article,
                  guint        sentence)
{
  /* In a narrow view the pane lies over the text that was asked for. */
  if (adw_overlay_split_view_get_collapsed (self->split))
    adw_overlay_split_view_set_show_sidebar (self->split, FALSE);

  self->wanted = sentence;
  update (self);
}

static void
chosen_cb (PlxReadView *self)
{
  guint selected = gtk_drop_down_get_selected (self->chooser);

  if (!self->updating && self->session != NULL && selected != GTK_INVALID_LIST_POSITION)
    plx_session_set_article (self->session, selected);
}

static void
turn_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlxReadView *self = PLX_READ_VIEW (widget);
  guint article = plx_session_get_article (self->session);

  plx_session_set_article (self->session,
                           g_str_equal (action_name, "read.next") ? article + 1 : article - 1);
}

/**
 * plx_read_view_show_pane:
 * @self: a view
 * @pane: `details`, `names` or `receipt`
 *
 * Shows a pane beside the article.
 */
void
plx_read_view_show_pane (PlxReadView *self,
                         const char  *pane)
{
  adw_view_stack_set_visible_child_name (self->panes, pane);
  adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
}

static void
pane_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlxReadView *self = PLX_READ_VIEW (widget);
  const char *pane = parameter != NULL ? g_variant_get_string (parameter, NULL) : "names";

  /* The keys are heard in other views, too. */
  if (!gtk_widget_get_mapped (widget))
    return;

  plx_read_view_show_pane (self, pane);
  gtk_widget_child_focus (adw_overlay_split_view_get_sidebar (self->split), GTK_DIR_TAB_FORWARD);
}

static void
plx_read_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plx_read_view_parent_class)->map (widget);

  update (PLX_READ_VIEW (widget));
}

static void
plx_read_view_dispose (GObject *object)
{
  PlxReadView *self = PLX_READ_VIEW (object);

  g_clear_weak_pointer (&self->row);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_READ_VIEW);
  g_clear_pointer (&self->shown, plx_analysis_unref);
  g_clear_object (&self->mender);
  g_clear_object (&self->place);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plx_read_view_parent_class)->dispose (object);
}

static void
plx_read_view_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  PlxReadView *self = PLX_READ_VIEW (object);

  switch ((PlxReadViewProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_read_view_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  PlxReadView *self = PLX_READ_VIEW (object);

  switch ((PlxReadViewProperty) prop_id)
    {
    case PROP_SESSION:
      plx_read_view_set_session (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_read_view_class_init (PlxReadViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_read_view_dispose;
  object_class->get_property = plx_read_view_get_property;
  object_class->set_property = plx_read_view_set_property;

  widget_class->map = plx_read_view_map;

  props[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, PLX_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (PLX_TYPE_ARTICLE_INSPECTOR);
  g_type_ensure (PLX_TYPE_NAMES_PANE);
  g_type_ensure (PLX_TYPE_RECEIPT);
  g_type_ensure (PLX_TYPE_READ_ITEM);

  gtk_widget_class_install_action (widget_class, "read.previous", NULL, turn_cb);
  gtk_widget_class_install_action (widget_class, "read.next", NULL, turn_cb);
  gtk_widget_class_install_action (widget_class, "read.pane", "s", pane_cb);
  gtk_widget_class_install_action (widget_class, "read.names", NULL, pane_cb);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-read-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxReadView, split);
  gtk_widget_class_bind_template_child (widget_class, PlxReadView, panes);
  gtk_widget_class_bind_template_child (widget_class, PlxReadView, inspector);
  gtk_widget_class_bind_template_child (widget_class, PlxReadView, names);
  gtk_widget_class_bind_template_child (widget_class, PlxReadView, receipt);
  gtk_widget_class_bind_template_child (widget_class, PlxReadView, chooser);
  gtk_widget_class_bind_template_child (widget_class, PlxReadView, legend);
  gtk_widget_class_bind_template_child (widget_class, PlxReadView, list);
  gtk_widget_class_bind_template_child (widget_class, PlxReadView, items);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  plx_read_view_install_rows (widget_class);
}

static void
plx_read_view_init (PlxReadView *self)
{
  g_autofree char *legend = plx_read_text_legend ();

  self->wanted = PLX_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_markup (self->legend, legend);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "read.previous", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "read.next", FALSE);
}

PlxSession *
plx_read_view_get_session (PlxReadView *self)
{
  g_return_val_if_fail (PLX_IS_READ_VIEW (self), NULL);

  return self->session;
}

void
plx_read_view_set_session (PlxReadView *self,
                           PlxSession  *session)
{
  g_return_if_fail (PLX_IS_READ_VIEW (self));
  g_return_if_fail (session == NULL || PLX_IS_SESSION (session));

  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  g_clear_object (&self->mender);
  g_clear_object (&self->place);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  if (session != NULL)
    {
      self->place = plx_reading_place_new (session, self->list);
      self->mender = plx_mender_new (session);
      plx_names_pane_set_mender (self->names, self->mender);
      g_signal_connect_object (session, "notify::analysis", G_CALLBACK (update), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::passages", G_CALLBACK (passages_notify_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::article", G_CALLBACK (article_notify_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "show-sentence", G_CALLBACK (show_sentence_cb), self,
                               G_CONNECT_SWAPPED);
    }

  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}
