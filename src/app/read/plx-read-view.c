/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-read-view"

#include "config.h"

#include "read/plx-read-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "names/plx-name-popover.h"
#include "names/plx-names-pane.h"
#include "names/plx-treat-dialog.h"
#include "read/plx-article-inspector.h"
#include "read/plx-block-row.h"
#include "read/plx-read-items.h"
#include "read/plx-read-text.h"
#include "read/plx-receipt.h"

/**
 * PlxReadView:
 *
 * The view *Read*: one article as clean text, its names underlined, what was cut one click away.
 *
 * It is filled only while it can be seen.
 *
 * ## Actions
 *
 * - `read.previous`, `read.next` turn to another article of the story
 * - `read.pane` (string) shows `details`, `names` or `receipt` beside the article; `read.names` is
 *   for the names (*Alt+N*)
 * - `read.mark` marks the words that are selected as a name (*Shift+Ctrl+N*)
 * - `read.cut`, `read.put-back`, `read.always` do what the `block` actions do to the row that has
 *   the keys (*Delete*, *Insert*, *Shift+Delete*)
 */
struct _PlxReadView
{
  AdwBin                parent_instance;

  PlxSession           *session; /* nullable while the window is being built */
  PlxAnalysis          *shown;   /* nullable; of which the rows are */
  guint                 article; /* likewise */
  guint                 wanted;  /* a sentence to be shown once the rows are there, or PLX_NONE */
  gboolean              updating;
  PlxMender            *mender;  /* nullable as the session is */
  GtkWidget            *popover;
  PlxBlockRow          *row;     /* nullable, weak; of the name that was pointed at */
  guint                 mention; /* that name */

  AdwOverlaySplitView  *split;
  AdwViewStack         *panes;
  PlxArticleInspector  *inspector;
  PlxNamesPane         *names;
  PlxReceipt           *receipt;
  GtkDropDown          *chooser;
  GtkLabel             *legend;
  GtkListView          *list;
  GListModel           *items;   /* a GListStore */
};

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

/* The row that has the keys: rows of a list stand between it and the view. */
static GtkWidget *
find_row (PlxReadView *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, PLX_TYPE_BLOCK_ROW) : NULL;

  if (row == NULL && focus != NULL)
    row = gtk_widget_get_first_child (focus);

  return row != NULL && PLX_IS_BLOCK_ROW (row) ? row : NULL;
}

/* The first block of the row that has the keys, or `PLX_NONE`. */
static guint
find_focus (PlxReadView *self)
{
  GtkWidget *row = gtk_widget_get_root (GTK_WIDGET (self)) != NULL ? find_row (self) : NULL;
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

  g_list_store_splice (G_LIST_STORE (self->items), 0, g_list_model_get_n_items (self->items),
                       items->pdata, items->len);

  restore_focus (self, focus);
  if (!same_article)
    gtk_list_view_scroll_to (self->list, 0, GTK_LIST_SCROLL_NONE, NULL);
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

static void
show_pane (PlxReadView *self,
           const char  *pane)
{
  adw_view_stack_set_visible_child_name (self->panes, pane);
  adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
}

static void
details_requested_cb (PlxReadView *self,
                      guint        entity)
{
  show_pane (self, "names");
  plx_names_pane_show (self->names, self->article);
  plx_names_pane_select (self->names, entity);
}

/* The keys go back to the name from which they came. */
static void
popover_closed_cb (PlxReadView *self)
{
  PlxReadItem *item = self->row != NULL ? plx_block_row_get_item (self->row) : NULL;

  if (item != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->row)) &&
      plx_read_item_get_article (item) == self->article &&
      self->shown == plx_session_get_analysis (self->session))
    plx_block_row_focus (self->row, self->mention);
  g_clear_weak_pointer (&self->row);
}

static void
name_activated_cb (PlxReadView *self,
                   guint        mention,
                   PlxBlockRow *row)
{
  GdkRectangle rectangle;

  if (self->shown != plx_session_get_analysis (self->session) ||
      plx_read_text_find_mention (self->session, self->article, mention) == PLX_NONE)
    return;

  if (self->popover == NULL)
    {
      self->popover = plx_name_popover_new (self->mender);
      g_signal_connect_object (self->popover, "details-requested",
                               G_CALLBACK (details_requested_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->popover, "closed", G_CALLBACK (popover_closed_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }

  g_set_weak_pointer (&self->row, row);
  self->mention = mention;
  plx_name_popover_show_mention (PLX_NAME_POPOVER (self->popover), self->article, mention);
  if (plx_block_row_locate (row, mention, GTK_WIDGET (self), &rectangle))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &rectangle);
  gtk_popover_popup (GTK_POPOVER (self->popover));

  /* Who came with the keys may go on with them. */
  gtk_popover_set_mnemonics_visible (GTK_POPOVER (self->popover),
                                     gtk_window_get_focus_visible (GTK_WINDOW (
                                       gtk_widget_get_root (GTK_WIDGET (self)))));
}

static void
set_fold_open (PlxReadView *self,
               PlxReadItem *fold,
               gboolean     open)
{
  g_autoptr (GPtrArray) items = open ? plx_read_items_new_cut (fold) : NULL;
  guint position;

  if (plx_read_item_is_open (fold) == open ||
      !g_list_store_find (G_LIST_STORE (self->items), fold, &position))
    return;

  g_list_store_splice (G_LIST_STORE (self->items), position + 1,
                       open ? 0 : plx_read_item_get_n_blocks (fold),
                       open ? items->pdata : NULL, open ? items->len : 0);
  plx_read_item_set_open (fold, open);
}

static void
fold_activated_cb (PlxReadView *self,
                   PlxBlockRow *row)
{
  PlxReadItem *fold = plx_block_row_get_item (row);

  set_fold_open (self, fold, !plx_read_item_is_open (fold));
}

/* Shows a block of the article, though it was cut. */
static void
block_activated_cb (PlxReadView *self,
                    guint        block)
{
  g_autoptr (PlxReadItem) item = NULL;
  guint position;

  if (!plx_read_items_find (self->items, block, &position))
    return;

  item = g_list_model_get_item (self->items, position);
  if (plx_read_item_get_kind (item) == PLX_READ_ITEM_FOLD)
    {
      set_fold_open (self, item, TRUE);
      plx_read_items_find (self->items, block, &position);
    }

  /* In a narrow view the pane lies over the text that was asked for. */
  if (adw_overlay_split_view_get_collapsed (self->split))
    adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
  gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_FOCUS, NULL);
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

  show_pane (self, pane);
  gtk_widget_child_focus (adw_overlay_split_view_get_sidebar (self->split), GTK_DIR_TAB_FORWARD);
}

static void
mark_requested_cb (PlxReadView *self,
                   guint        start,
                   guint        end)
{
  g_autoptr (GError) error = NULL;

  if (self->shown != plx_session_get_analysis (self->session))
    return;

  if (start < end)
    {
      adw_dialog_present (plx_treat_dialog_new_mark (self->mender, self->article, start, end),
                          GTK_WIDGET (self));
      return;
    }

  error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                               _("Select words in the text first"));
  g_signal_emit_by_name (self->session, "failed", error);
}

/* `read.cut` is `block.cut` of the row that has the keys. */
static void
row_action_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GtkWidget *row = find_row (PLX_READ_VIEW (widget));
  g_autofree char *action = g_strconcat ("block.", strchr (action_name, '.') + 1, NULL);

  if (row != NULL)
    gtk_widget_activate_action (row, action, NULL);
  else if (g_str_equal (action_name, "read.mark"))
    mark_requested_cb (PLX_READ_VIEW (widget), 0, 0);
}

static void
setup_row_cb (PlxReadView *self,
              GtkListItem *list_item)
{
  GtkWidget *row = g_object_new (PLX_TYPE_BLOCK_ROW, NULL);

  g_signal_connect_object (row, "name-activated", G_CALLBACK (name_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "mark-requested", G_CALLBACK (mark_requested_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "fold-activated", G_CALLBACK (fold_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_row_cb (PlxReadView *self,
             GtkListItem *list_item)
{
  plx_block_row_set_item (PLX_BLOCK_ROW (gtk_list_item_get_child (list_item)),
                          gtk_list_item_get_item (list_item));
}

static void
unbind_row_cb (PlxReadView *self,
               GtkListItem *list_item)
{
  plx_block_row_set_item (PLX_BLOCK_ROW (gtk_list_item_get_child (list_item)), NULL);
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
  gtk_widget_class_install_action (widget_class, "read.mark", NULL, row_action_cb);
  gtk_widget_class_install_action (widget_class, "read.cut", NULL, row_action_cb);
  gtk_widget_class_install_action (widget_class, "read.put-back", NULL, row_action_cb);
  gtk_widget_class_install_action (widget_class, "read.always", NULL, row_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "read.cut", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, 0, "read.put-back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, GDK_SHIFT_MASK,
                                       "read.always", NULL);

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
  gtk_widget_class_bind_template_callback (widget_class, block_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
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
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  if (session != NULL)
    {
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
