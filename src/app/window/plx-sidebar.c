/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sidebar"

#include "config.h"

#include "window/plx-sidebar.h"

#include <glib/gi18n.h>

#include "countries/plx-country-days.h"
#include "window/plx-hit-row.h"
#include "window/plx-place-row.h"
#include "window/plx-story-row.h"

/**
 * PlxSidebar:
 *
 * The stories of the library, and the search in all articles.
 *
 * Actions on the story that has the focus: `story.remove` (*Delete*), `story.rename` (*F2*) and
 * `story.menu` (*Shift+F10*).
 *
 * Signals: `story-activated (PlxStory)`, `hit-activated (gint64 story, gint64 article)` and
 * `place-activated (char *place)`, with `articles`, `notes` or `trash`; the window opens what was
 * chosen.
 */
struct _PlxSidebar
{
  AdwBin              parent_instance;

  PlxSession         *session;            /* nullable */
  GtkWidget          *key_capture_widget; /* nullable, not owned: the window around us */
  GCancellable       *searching;          /* nullable */

  GtkSearchBar       *search_bar;
  GtkEditable        *search_entry;
  GtkStack           *stack;
  GtkListView        *stories;
  GtkSingleSelection *selection;
  GtkListBox         *hits;
  GtkLabel           *count;
  AdwStatusPage      *nothing;
  GtkListBox         *places;
};

typedef enum
{
  PROP_SESSION = 1,
  PROP_KEY_CAPTURE_WIDGET,
} PlxSidebarProperty;

enum
{
  SIGNAL_STORY_ACTIVATED,
  SIGNAL_HIT_ACTIVATED,
  SIGNAL_PLACE_ACTIVATED,
  N_SIGNALS,
};

/* More nobody reads; whoever wants others types another word. */
#define MAX_HITS 100

static GParamSpec *props[PROP_KEY_CAPTURE_WIDGET + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxSidebar, plx_sidebar, ADW_TYPE_BIN)

static void
select_story (PlxSidebar *self)
{
  PlxStory *story = self->session != NULL && gtk_list_box_get_selected_row (self->places) == NULL
                      ? plx_session_get_story (self->session) : NULL;
  GListModel *model = gtk_single_selection_get_model (self->selection);
  guint n = model != NULL ? g_list_model_get_n_items (model) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxStory) item = g_list_model_get_item (model, i);

      if (item == story)
        {
          gtk_single_selection_set_selected (self->selection, i);
          return;
        }
    }

  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
}

static void
story_activated_cb (PlxSidebar *self,
                    guint       position)
{
  g_autoptr (PlxStory) story = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (story != NULL)
    g_signal_emit (self, signals[SIGNAL_STORY_ACTIVATED], 0, story);
}

/* The list gives the focus to a widget of its own around our row. */
static PlxStoryRow *
find_focused_row (PlxSidebar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  return PLX_IS_STORY_ROW (row) ? PLX_STORY_ROW (row) : NULL;
}

static void
remove_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  PlxStoryRow *row = find_focused_row (PLX_SIDEBAR (widget));

  if (row != NULL)
    gtk_widget_activate_action (widget, "win.remove-one", "x",
                                plx_story_get_id (plx_story_row_get_story (row)));
}

static void
menu_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlxStoryRow *row = find_focused_row (PLX_SIDEBAR (widget));

  if (row != NULL)
    plx_story_row_open_menu (row, 0, gtk_widget_get_height (GTK_WIDGET (row)));
}

static void
rename_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  PlxStoryRow *row = find_focused_row (PLX_SIDEBAR (widget));

  if (row != NULL)
    gtk_widget_activate_action (widget, "win.rename-one", "x",
                                plx_story_get_id (plx_story_row_get_story (row)));
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "story.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "story.rename", NULL, rename_cb);
  gtk_widget_class_install_action (widget_class, "story.menu", NULL, menu_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "story.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "story.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "story.rename", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "story.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "story.menu",
                                       NULL);
}

static void
hit_activated_cb (PlxSidebar *self,
                  PlxHitRow  *row)
{
  g_signal_emit (self, signals[SIGNAL_HIT_ACTIVATED], 0,
                 plx_hit_row_get_story (row), plx_hit_row_get_article (row));
}

static void
place_activated_cb (PlxSidebar    *self,
                    GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_PLACE_ACTIVATED], 0,
                 gtk_widget_get_name (GTK_WIDGET (row)));
}

static void
show_nothing (PlxSidebar *self,
              const char *title,
              const char *why)
{
  g_autofree char *text = g_markup_escape_text (why, -1);

  adw_status_page_set_title (self->nothing, title);
  adw_status_page_set_description (self->nothing, text);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static void
show_count (PlxSidebar *self,
            guint       n_shown,
            guint       n_found)
{
  g_autofree char *text = NULL;

  if (n_found > n_shown)
    /* Translators: how many hits are shown of how many there are */
    text = g_strdup_printf (_("The best %1$u of %2$u articles"), n_shown, n_found);
  else
    text = g_strdup_printf (ngettext ("%u article", "%u articles", n_found), n_found);
  gtk_label_set_label (self->count, text);
}

static void
searched_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (PlxSidebar) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = plx_library_search_finish (PLX_LIBRARY (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  gtk_list_box_remove_all (self->hits);
  if (hits == NULL)
    {
      show_nothing (self, _("Not Searched"), error->message);
      return;
    }
  if (hits->len == 0)
    {
      show_nothing (self, _("Nothing Found"), _("No article has all of this."));
      return;
    }

  for (guint i = 0; i < hits->len; i++)
    gtk_list_box_append (self->hits, plx_hit_row_new (hits->pdata[i]));
  show_count (self, hits->len, plx_library_search_get_n_found (result));
  gtk_stack_set_visible_child_name (self->stack, "hits");
}

static void
search_changed_cb (PlxSidebar *self)
{
  g_autoptr (PlxQuery) query = NULL;
  g_autoptr (GError) error = NULL;
  const char *words = gtk_editable_get_text (self->search_entry);
  PlxLibrary *library = self->session != NULL ? plx_session_get_library (self->session) : NULL;

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);

  query = plx_query_parse (words, plx_country_days_find, NULL, &error);
  if (query == NULL)
    {
      show_nothing (self, _("Not Understood"), error->message);
      return;
    }
  if (plx_query_is_empty (query) || library == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "stories");
      return;
    }

  self->searching = g_cancellable_new ();
  plx_library_search_async (library, query, MAX_HITS, self->searching, searched_cb,
                            g_object_ref (self));
}

static void
search_mode_notify_cb (PlxSidebar *self)
{
  if (!gtk_search_bar_get_search_mode (self->search_bar))
    gtk_stack_set_visible_child_name (self->stack, "stories");
}

static void
plx_sidebar_dispose (GObject *object)
{
  PlxSidebar *self = PLX_SIDEBAR (object);

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_SIDEBAR);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plx_sidebar_parent_class)->dispose (object);
}

static void
plx_sidebar_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  PlxSidebar *self = PLX_SIDEBAR (object);

  switch ((PlxSidebarProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case PROP_KEY_CAPTURE_WIDGET:
      g_value_set_object (value, self->key_capture_widget);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_sidebar_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  PlxSidebar *self = PLX_SIDEBAR (object);

  switch ((PlxSidebarProperty) prop_id)
    {
    case PROP_SESSION:
      plx_sidebar_set_session (self, g_value_get_object (value));
      break;

    case PROP_KEY_CAPTURE_WIDGET:
      self->key_capture_widget = g_value_get_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_sidebar_class_init (PlxSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_sidebar_dispose;
  object_class->get_property = plx_sidebar_get_property;
  object_class->set_property = plx_sidebar_set_property;

  props[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, PLX_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_KEY_CAPTURE_WIDGET] =
    g_param_spec_object ("key-capture-widget", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[SIGNAL_STORY_ACTIVATED] =
    g_signal_new ("story-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, PLX_TYPE_STORY);
  signals[SIGNAL_HIT_ACTIVATED] =
    g_signal_new ("hit-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);

  signals[SIGNAL_PLACE_ACTIVATED] =
    g_signal_new ("place-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  install_actions (widget_class);
  g_type_ensure (PLX_TYPE_PLACE_ROW);
  g_type_ensure (PLX_TYPE_STORY_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxSidebar, search_bar);
  gtk_widget_class_bind_template_child (widget_class, PlxSidebar, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PlxSidebar, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxSidebar, stories);
  gtk_widget_class_bind_template_child (widget_class, PlxSidebar, selection);
  gtk_widget_class_bind_template_child (widget_class, PlxSidebar, hits);
  gtk_widget_class_bind_template_child (widget_class, PlxSidebar, count);
  gtk_widget_class_bind_template_child (widget_class, PlxSidebar, nothing);
  gtk_widget_class_bind_template_child (widget_class, PlxSidebar, places);
  /* The window fills it. */
  gtk_widget_class_bind_template_child_full (widget_class, "recent_libraries", FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, story_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, hit_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_mode_notify_cb);
}

static void
plx_sidebar_init (PlxSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

PlxSession *
plx_sidebar_get_session (PlxSidebar *self)
{
  g_return_val_if_fail (PLX_IS_SIDEBAR (self), NULL);

  return self->session;
}

void
plx_sidebar_set_session (PlxSidebar *self,
                         PlxSession *session)
{
  g_autoptr (PlxSession) old = NULL;
  PlxLibrary *library;

  g_return_if_fail (PLX_IS_SIDEBAR (self));
  g_return_if_fail (session == NULL || PLX_IS_SESSION (session));

  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, select_story, self);
  old = g_steal_pointer (&self->session);
  self->session = session != NULL ? g_object_ref (session) : NULL;

  library = session != NULL ? plx_session_get_library (session) : NULL;
  gtk_single_selection_set_model (self->selection,
                                  library != NULL ? plx_library_get_stories (library) : NULL);
  if (session != NULL)
    g_signal_connect_object (session, "notify::story", G_CALLBACK (select_story), self,
                             G_CONNECT_SWAPPED);
  select_story (self);

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}

/**
 * plx_sidebar_set_place:
 * @self: a sidebar
 * @place: (nullable): what of the whole library is shown, or `NULL` for the open story
 *
 * Marks what is shown beside it.
 */
void
plx_sidebar_set_place (PlxSidebar *self,
                       const char *place)
{
  GtkListBoxRow *row;

  g_return_if_fail (PLX_IS_SIDEBAR (self));

  gtk_list_box_unselect_all (self->places);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->places, i)) != NULL; i++)
    if (g_strcmp0 (gtk_widget_get_name (GTK_WIDGET (row)), place) == 0)
      gtk_list_box_select_row (self->places, row);
  select_story (self);
}

/**
 * plx_sidebar_start_search:
 * @self: a sidebar
 *
 * Opens the search, if it is not open, and puts the cursor there.
 */
void
plx_sidebar_start_search (PlxSidebar *self)
{
  g_return_if_fail (PLX_IS_SIDEBAR (self));

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/**
 * plx_sidebar_search:
 * @self: a sidebar
 * @words: what to look for
 *
 * Opens the search and looks for some words.
 */
void
plx_sidebar_search (PlxSidebar *self,
                    const char *words)
{
  plx_sidebar_start_search (self);
  gtk_editable_set_text (self->search_entry, words);
  gtk_editable_set_position (self->search_entry, -1);
}
