/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-names-pane"

#include "config.h"

#include "names/plx-names-pane.h"

#include <glib/gi18n.h>

#include "names/plx-find-entry.h"
#include "names/plx-name-actions.h"
#include "names/plx-name-item.h"
#include "names/plx-name-selection.h"
#include "names/plx-names-pane-private.h"
#include "window/plx-labels.h"

typedef enum
{
  PROP_ORDER = 1,
  PROP_KIND,
  PROP_HERE_ONLY,
} PlxNamesPaneProperty;

static GParamSpec *props[PROP_HERE_ONLY + 1];

G_DEFINE_FINAL_TYPE (PlxNamesPane, plx_names_pane, ADW_TYPE_BIN)

/* By their nicks, which the menu has, too. */
static const char * const orders[] = {
  [PLX_NAME_ORDER_MENTIONS] = "mentions",
  [PLX_NAME_ORDER_SOURCES] = "sources",
  [PLX_NAME_ORDER_NAME] = "name",
  [PLX_NAME_ORDER_KIND] = "kind",
  [PLX_NAME_ORDER_COUNTRY] = "country",
};

static GListModel *
get_model (PlxNamesPane *self)
{
  return G_LIST_MODEL (self->selection);
}

static GtkSelectionModel *
get_selection (PlxNamesPane *self)
{
  return GTK_SELECTION_MODEL (self->selection);
}

static int
compare_items (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  PlxNamesPane *self = user_data;
  PlxNameOrder order = PLX_NAME_ORDER_MENTIONS;

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (g_str_equal (orders[i], self->order))
      order = i;

  return plx_name_item_compare ((gpointer) a, (gpointer) b, order);
}

static gboolean
is_wanted (gpointer item,
           gpointer user_data)
{
  PlxNamesPane *self = user_data;
  PlxKind kind = plx_name_item_get_record (item)->kind;

  if (self->here_only && plx_name_item_get_count (item, self->article) == 0)
    return FALSE;

  if (!g_str_equal (self->kind, "all") &&
      !g_str_equal (self->kind, plx_enum_to_nick (PLX_TYPE_KIND, kind)))
    return FALSE;

  return plx_name_item_matches (item, gtk_editable_get_text (self->search_entry));
}

static PlxNameTarget *
get_target (GtkWidget *host)
{
  PlxNamesPane *self = PLX_NAMES_PANE (host);
  g_autoptr (GPtrArray) items = plx_name_selection_list (get_selection (self));
  PlxFormPlace place = { .article = self->article, .mention = PLX_NONE };
  PlxNameTarget *target;

  /* What is listed is not of the comparison that holds now; it will be in a moment. */
  if (items->len == 0 ||
      self->shown != plx_session_get_analysis (plx_mender_get_session (self->mender)))
    return NULL;

  target = plx_name_target_new (self->shown, place);
  for (guint i = 0; i < items->len; i++)
    plx_name_target_add (target, plx_name_item_get_entity (items->pdata[i]));

  return target;
}

static void
show_summary (PlxNamesPane *self)
{
  guint n = g_list_model_get_n_items (get_model (self));
  guint n_all = g_list_model_get_n_items (self->items);
  g_autofree char *text = NULL;

  if (n == n_all)
    text = g_strdup_printf (ngettext ("%u name", "%u names", n), n);
  else
    text = g_strdup_printf (ngettext ("%1$u of %2$u name", "%1$u of %2$u names", n_all), n, n_all);

  gtk_label_set_label (self->summary, text);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "names" :
                                    n_all > 0 ? "nothing-found" : "no-names");
}

/* The details of one name have the greater part, unless the user has moved the line; what can be
 * done to several takes no more than it needs. */
static void
split_pane (PlxNamesPane *self,
            const char   *page)
{
  GtkStack *lower = GTK_STACK (self->lower);
  int height = gtk_widget_get_height (GTK_WIDGET (self->paned));

  if (gtk_widget_get_visible (self->lower) && self->split > 0 &&
      g_strcmp0 (gtk_stack_get_visible_child_name (lower), "one") == 0)
    self->split = gtk_paned_get_position (self->paned);

  if (height == 0)
    return;

  if (self->split == 0)
    self->split = height * 2 / 5;
  gtk_paned_set_position (self->paned, g_str_equal (page, "several") ? height : self->split);
}

static void
show_selected (PlxNamesPane *self)
{
  g_autoptr (GPtrArray) items = plx_name_selection_list (get_selection (self));
  g_autofree char *several = NULL;
  g_autofree char *merge = NULL;

  if (items->len > 0)
    split_pane (self, items->len == 1 ? "one" : "several");
  gtk_widget_set_visible (self->lower, items->len > 0);
  if (items->len == 1)
    {
      plx_name_details_show (self->details, self->mender, items->pdata[0]);
      gtk_stack_set_visible_child_name (GTK_STACK (self->lower), "one");
    }
  else if (items->len > 1)
    {
      several = g_strdup_printf (ngettext ("%u name selected", "%u names selected", items->len),
                                 items->len);
      merge = g_strdup_printf (ngettext ("_Merge %u Name…", "_Merge %u Names…", items->len),
                               items->len);
      gtk_label_set_label (self->several, several);
      gtk_button_set_label (self->merge, merge);
      gtk_stack_set_visible_child_name (GTK_STACK (self->lower), "several");
    }
}

static void
selection_changed_cb (PlxNamesPane *self)
{
  if (self->updating || self->mender == NULL)
    return;

  show_selected (self);
  plx_name_actions_update (GTK_WIDGET (self));
}

static void
filter_changed_cb (PlxNamesPane *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_summary (self);
  selection_changed_cb (self);
}

static void
stop_search_cb (PlxNamesPane *self)
{
  gtk_editable_set_text (self->search_entry, "");
}

/* Enter goes to the first name that is found. */
static void
entered_cb (PlxNamesPane *self)
{
  if (g_list_model_get_n_items (get_model (self)) > 0)
    gtk_list_view_scroll_to (self->list, 0, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
}

/* A widget remembers which child had the keys; that is not to say that they are there now. */
static gboolean
has_keys (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

static void
fill (PlxNamesPane *self,
      PlxAnalysis  *analysis)
{
  g_autoptr (GPtrArray) selected = plx_name_selection_list (get_selection (self));
  g_autoptr (GPtrArray) items = plx_name_items_new (plx_mender_get_session (self->mender));
  gboolean had_focus = has_keys (GTK_WIDGET (self->list));
  guint first = plx_name_selection_get_first (get_selection (self));

  g_clear_pointer (&self->shown, plx_analysis_unref);
  self->shown = plx_analysis_ref (analysis);

  self->updating = TRUE;
  g_list_store_splice (G_LIST_STORE (self->items), 0, g_list_model_get_n_items (self->items),
                       items->pdata, items->len);
  plx_name_selection_restore (get_selection (self), selected,
                              plx_mender_get_expected (self->mender), first);
  self->updating = FALSE;

  /* Who goes from name to name with the keys goes on where the last one was. */
  first = plx_name_selection_get_first (get_selection (self));
  if (first != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->list, first,
                             had_focus ? GTK_LIST_SCROLL_FOCUS : GTK_LIST_SCROLL_NONE, NULL);
}

static void
clear (PlxNamesPane *self)
{
  self->updating = TRUE;
  g_list_store_remove_all (G_LIST_STORE (self->items));
  self->updating = FALSE;
  gtk_widget_set_visible (self->lower, FALSE);
  g_clear_pointer (&self->shown, plx_analysis_unref);
}

static void
set_view (PlxNamesPane *self,
          const char   *order,
          const char   *kind,
          gboolean      here_only)
{
  gboolean here_changed = self->here_only != here_only;

  g_object_freeze_notify (G_OBJECT (self));
  if (g_set_str (&self->order, order))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ORDER]);
  if (g_set_str (&self->kind, kind))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_KIND]);
  self->here_only = here_only;
  if (here_changed)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HERE_ONLY]);
  g_object_thaw_notify (G_OBJECT (self));

  gtk_sorter_changed (GTK_SORTER (self->sorter), GTK_SORTER_CHANGE_DIFFERENT);
  filter_changed_cb (self);
}

static void
show_all (PlxNamesPane *self)
{
  gtk_editable_set_text (self->search_entry, "");
  set_view (self, self->order, "all", FALSE);
}

static void
show_wanted (PlxNamesPane *self)
{
  const PlxEntityRecord *record = plx_analysis_get_entity (self->shown, self->wanted);
  guint position;

  show_all (self);
  position = plx_name_selection_find (get_selection (self), record->name);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->list, position,
                             GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
}

static void
update (PlxNamesPane *self)
{
  PlxAnalysis *analysis = NULL;

  if (self->mender != NULL)
    analysis = plx_session_get_analysis (plx_mender_get_session (self->mender));

  /* What is selected of one story means nothing in another. */
  if (analysis == NULL)
    {
      clear (self);
      return;
    }

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  if (self->shown != analysis)
    fill (self, analysis);
  filter_changed_cb (self);
  if (self->wanted < analysis->entities->len)
    show_wanted (self);
  self->wanted = PLX_NONE;
}

static void
filter_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  PlxNamesPane *self = PLX_NAMES_PANE (widget);
  g_autoptr (GPtrArray) items = plx_name_selection_list (get_selection (self));
  PlxSession *session = plx_mender_get_session (self->mender);
  g_autoptr (PlxFilter) filter = plx_filter_copy (plx_session_get_filter (session));
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < items->len; i++)
    g_strv_builder_add (names, plx_name_item_get_record (items->pdata[i])->name);
  g_clear_pointer (&filter->entities, g_strfreev);
  filter->entities = g_strv_builder_end (names);
  plx_session_set_filter (session, filter);
}

static void
show_all_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  show_all (PLX_NAMES_PANE (widget));
}

static void
plx_names_pane_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plx_names_pane_parent_class)->map (widget);

  update (PLX_NAMES_PANE (widget));
}

static void
plx_names_pane_dispose (GObject *object)
{
  PlxNamesPane *self = PLX_NAMES_PANE (object);

  self->updating = TRUE;
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_NAMES_PANE);
  g_clear_pointer (&self->shown, plx_analysis_unref);
  g_clear_object (&self->mender);

  G_OBJECT_CLASS (plx_names_pane_parent_class)->dispose (object);
}

static void
plx_names_pane_finalize (GObject *object)
{
  PlxNamesPane *self = PLX_NAMES_PANE (object);

  g_clear_pointer (&self->order, g_free);
  g_clear_pointer (&self->kind, g_free);

  G_OBJECT_CLASS (plx_names_pane_parent_class)->finalize (object);
}

static void
plx_names_pane_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  PlxNamesPane *self = PLX_NAMES_PANE (object);

  switch ((PlxNamesPaneProperty) prop_id)
    {
    case PROP_ORDER:
      g_value_set_string (value, self->order);
      break;

    case PROP_KIND:
      g_value_set_string (value, self->kind);
      break;

    case PROP_HERE_ONLY:
      g_value_set_boolean (value, self->here_only);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_names_pane_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  PlxNamesPane *self = PLX_NAMES_PANE (object);

  switch ((PlxNamesPaneProperty) prop_id)
    {
    case PROP_ORDER:
      set_view (self, g_value_get_string (value), self->kind, self->here_only);
      break;

    case PROP_KIND:
      set_view (self, self->order, g_value_get_string (value), self->here_only);
      break;

    case PROP_HERE_ONLY:
      set_view (self, self->order, self->kind, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "names.order", "order");
  gtk_widget_class_install_property_action (widget_class, "names.kind", "kind");
  gtk_widget_class_install_property_action (widget_class, "names.here-only", "here-only");
  gtk_widget_class_install_action (widget_class, "names.show-all", NULL, show_all_cb);
  gtk_widget_class_install_action (widget_class, "names.filter", NULL, filter_cb);
  plx_name_actions_bind (widget_class);
}

static void
plx_names_pane_class_init (PlxNamesPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags =
    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = plx_names_pane_dispose;
  object_class->finalize = plx_names_pane_finalize;
  object_class->get_property = plx_names_pane_get_property;
  object_class->set_property = plx_names_pane_set_property;

  widget_class->map = plx_names_pane_map;

  props[PROP_ORDER] = g_param_spec_string ("order", NULL, NULL, "mentions", flags);
  props[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, "all", flags);
  props[PROP_HERE_ONLY] = g_param_spec_boolean ("here-only", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (PLX_TYPE_NAME_DETAILS);
  g_type_ensure (PLX_TYPE_NAME_ITEM);
  g_type_ensure (PLX_TYPE_SCOPE_CHOOSER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-names-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxNamesPane, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PlxNamesPane, summary);
  gtk_widget_class_bind_template_child (widget_class, PlxNamesPane, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxNamesPane, list);
  gtk_widget_class_bind_template_child (widget_class, PlxNamesPane, selection);
  gtk_widget_class_bind_template_child (widget_class, PlxNamesPane, sorter);
  gtk_widget_class_bind_template_child (widget_class, PlxNamesPane, filter);
  gtk_widget_class_bind_template_child (widget_class, PlxNamesPane, items);
  gtk_widget_class_bind_template_child (widget_class, PlxNamesPane, paned);
  gtk_widget_class_bind_template_child (widget_class, PlxNamesPane, lower);
  gtk_widget_class_bind_template_child (widget_class, PlxNamesPane, details);
  gtk_widget_class_bind_template_child (widget_class, PlxNamesPane, several);
  gtk_widget_class_bind_template_child (widget_class, PlxNamesPane, merge);
  gtk_widget_class_bind_template_child (widget_class, PlxNamesPane, scope);
  gtk_widget_class_bind_template_child (widget_class, PlxNamesPane, row_menu);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);

  plx_names_pane_install_rows (widget_class);
  install_actions (widget_class);
}

static void
plx_names_pane_init (PlxNamesPane *self)
{
  self->wanted = PLX_NONE;
  self->order = g_strdup ("mentions");
  self->kind = g_strdup ("all");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_custom_sorter_set_sort_func (self->sorter, compare_items, self, NULL);
  gtk_custom_filter_set_filter_func (self->filter, is_wanted, self, NULL);
  plx_find_entry_follow (self->search_entry, GTK_WIDGET (self->list));
}

/**
 * plx_names_pane_set_mender:
 * @self: a pane
 * @mender: what mends the names, and knows of which story they are
 */
void
plx_names_pane_set_mender (PlxNamesPane *self,
                           PlxMender    *mender)
{
  g_return_if_fail (PLX_IS_NAMES_PANE (self));
  g_return_if_fail (PLX_IS_MENDER (mender));

  g_set_object (&self->mender, mender);
  plx_scope_chooser_set_mender (self->scope, mender, FALSE);
  plx_name_actions_add (GTK_WIDGET (self), mender, get_target);
}

/**
 * plx_names_pane_show:
 * @self: a pane
 * @article: the place of the article that is read
 *
 * Shows the names of the open story. It is filled only while it can be seen.
 */
void
plx_names_pane_show (PlxNamesPane *self,
                     guint         article)
{
  g_return_if_fail (PLX_IS_NAMES_PANE (self));

  self->article = article;
  update (self);
}

/**
 * plx_names_pane_select:
 * @self: a pane
 * @entity: an entity of the analysis, by its place
 *
 * Shows what is known of a name, whatever is searched for now, as soon as the pane can be seen.
 */
void
plx_names_pane_select (PlxNamesPane *self,
                       guint         entity)
{
  g_return_if_fail (PLX_IS_NAMES_PANE (self));

  self->wanted = entity;
  update (self);
}
