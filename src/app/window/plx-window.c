/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-window"

#include "config.h"

#include "window/plx-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "compare/plx-compare-view.h"
#include "countries/plx-countries-view.h"
#include "filter/plx-filter-bar.h"
#include "graph/plx-graph-view.h"
#include "read/plx-read-view.h"
#include "sheet/plx-sheet-view.h"
#include "window/plx-import-bar.h"
#include "window/plx-incoming-list.h"
#include "window/plx-sidebar.h"
#include "window/plx-window-adding.h"
#include "window/plx-window-columns.h"
#include "window/plx-window-offers.h"
#include "window/plx-window-rules.h"
#include "window/plx-window-story.h"

/**
 * PlxWindow:
 *
 * The window: the stories at the side, the five views of the open one beside them.
 *
 * ## Actions
 *
 * - `win.view` (string) turns to a view; `win.sidebar` shows or hides the stories
 * - `win.add`, `win.add-new`, `win.add-here`, the same with `-folder` after `add`, `win.paste`
 *   and `win.sample` bring articles in
 * - `win.undo`, `win.redo`, `win.search`, `win.print`
 * - `win.rename-story`, `win.remove-story`, `win.remove-article`: of what is open
 * - `win.rename-one`, `win.remove-one` (int64): of the story with that number
 */
struct _PlxWindow
{
  AdwApplicationWindow    parent_instance;

  PlxLibrary             *library;  /* nullable: it could not be opened */
  PlxSession             *session;
  GSignalGroup           *story_group;
  PlxImporter            *importer; /* nullable as the library is */
  GSettings              *settings;
  gint64                  wanted_article; /* the one to be shown once it is there, or 0 */
  gboolean                quiet;    /* what was asked for at the start is not announced */
  gboolean                tracing;
  AdwToast               *toast;    /* nullable, weak: of the last change */

  AdwToastOverlay        *toasts;
  AdwNavigationSplitView *split;
  GtkWidget              *sidebar_button; /* there is room for the stories where it is visible */
  PlxSidebar             *sidebar;
  AdwWindowTitle         *start_title;
  GtkRevealer            *drop_hint;
  PlxFilterBar           *filter_bar;
  GtkStack               *body;
  AdwViewStack           *stack;
  AdwStatusPage          *error_page;
  GtkWidget              *sheet_view;
};

typedef enum
{
  PROP_LIBRARY = 1,
  PROP_SESSION,
  PROP_VIEW,
  PROP_IMPORTER,
} PlxWindowProperty;

static GParamSpec *props[PROP_IMPORTER + 1];

G_DEFINE_FINAL_TYPE (PlxWindow, plx_window, ADW_TYPE_APPLICATION_WINDOW)

static void
update_title (PlxWindow *self)
{
  PlxStory *story = plx_session_get_story (self->session);
  guint n = story != NULL ? plx_story_get_n_articles (story) : 0;
  g_autofree char *sources = NULL;

  if (n > 0)
    sources = g_strdup_printf (ngettext ("%u source", "%u sources", n), n);

  gtk_window_set_title (GTK_WINDOW (self), story != NULL ? plx_story_get_title (story)
                                                         : _("Parallax"));
  adw_window_title_set_subtitle (self->start_title, sources != NULL ? sources : "");
}

static const char *
find_page (PlxWindow *self)
{
  PlxStory *story = plx_session_get_story (self->session);

  if (self->library == NULL)
    return "error";

  if (story == NULL)
    {
      if (plx_importer_is_busy (self->importer))
        return plx_importer_is_slow (self->importer) ? "incoming" : "busy";

      return g_list_model_get_n_items (plx_library_get_stories (self->library)) > 0 ? "choose"
                                                                                   : "empty";
    }

  if (plx_session_get_analysis (self->session) != NULL)
    return "views";

  return plx_session_is_busy (self->session) ? "busy" : "no-articles";
}

static void
update_page (PlxWindow *self)
{
  const char *page = find_page (self);
  gboolean has_story = plx_session_get_story (self->session) != NULL;
  gboolean has_views = g_str_equal (page, "views");

  gtk_stack_set_visible_child_name (self->body, page);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_bar), has_views);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add-here", has_story);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add-folder-here", has_story);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.rename-story", has_story);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.remove-story", has_story);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.remove-article", has_views);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.print", has_views);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.corrections", has_views);
}

/* What a toast offers to take back has to be what undo would take back; and nobody waits for
 * one to see the next. */
static void
dismiss_toast (PlxWindow *self)
{
  g_autoptr (AdwToast) toast = self->toast != NULL ? g_object_ref (self->toast) : NULL;

  g_clear_weak_pointer (&self->toast);
  if (toast != NULL)
    adw_toast_dismiss (toast);
}

static void
update_history (PlxWindow *self)
{
  dismiss_toast (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo",
                                 plx_library_get_undo_label (self->library) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo",
                                 plx_library_get_redo_label (self->library) != NULL);
}

static void
show_wanted_article (PlxWindow *self)
{
  PlxArticle *article;

  for (guint i = 0; (article = plx_session_find_article (self->session, i)) != NULL; i++)
    {
      if (plx_article_get_id (article) == self->wanted_article)
        plx_session_set_article (self->session, i);
    }

  self->wanted_article = 0;
}

/* tests/bench reads this line, which has to come when the user sees the comparison: after
 * the frame is painted, not when it is known. */
static void
painted_cb (PlxWindow     *self,
            GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  g_printerr ("compared\n");
}

static void
trace (PlxWindow *self)
{
  GdkFrameClock *clock;

  if (self->tracing || g_getenv ("PARALLAX_TRACE") == NULL)
    return;

  self->tracing = TRUE;
  gtk_widget_realize (GTK_WIDGET (self));
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));
  g_signal_connect_object (clock, "after-paint", G_CALLBACK (painted_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
analysis_notify_cb (PlxWindow *self)
{
  update_page (self);

  if (plx_session_get_analysis (self->session) == NULL)
    return;

  if (self->wanted_article != 0)
    show_wanted_article (self);
  trace (self);
}

static void
article_notify_cb (PlxWindow *self)
{
  guint place = plx_session_get_article (self->session);
  PlxArticle *article = plx_session_find_article (self->session, place);

  /* While a story is being opened none of its articles is there to be remembered. */
  if (article != NULL)
    g_settings_set_int64 (self->settings, "article", plx_article_get_id (article));
}

static void
story_notify_cb (PlxWindow *self)
{
  PlxStory *story = plx_session_get_story (self->session);

  g_settings_set_int64 (self->settings, "story", story != NULL ? plx_story_get_id (story) : 0);
  g_signal_group_set_target (self->story_group, story);
  update_title (self);
  update_page (self);
}

static void
view_notify_cb (PlxWindow *self)
{
  const char *view = adw_view_stack_get_visible_child_name (self->stack);

  /* The template sets the first child before the settings are there. */
  if (self->settings != NULL && view != NULL)
    g_settings_set_string (self->settings, "view", view);

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VIEW]);
}

static void
show_sentence_cb (PlxWindow *self)
{
  plx_window_set_view (self, "read");
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

static void
compare_sentence_cb (PlxWindow *self)
{
  plx_window_set_view (self, "compare");
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

static void
failed_cb (PlxWindow    *self,
           const GError *error)
{
  plx_window_show_error (self, error);
}

static void
open_story (PlxWindow *self,
            PlxStory  *story)
{
  plx_session_set_story (self->session, story);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

static void
story_activated_cb (PlxWindow *self,
                    PlxStory  *story)
{
  open_story (self, story);
}

static void
hit_activated_cb (PlxWindow *self,
                  gint64     story_id,
                  gint64     article_id)
{
  PlxStory *story = plx_library_find_story (self->library, story_id);

  if (story == NULL)
    return;

  plx_window_set_view (self, "read");
  self->wanted_article = article_id;
  open_story (self, story);
  if (plx_session_get_analysis (self->session) != NULL)
    show_wanted_article (self);
}

static void
stories_changed_cb (PlxWindow *self)
{
  PlxStory *story = plx_session_get_story (self->session);

  /* A story that was removed, by the user or by undo, cannot stay open. */
  if (story != NULL && !g_list_store_find (G_LIST_STORE (plx_library_get_stories (self->library)),
                                           story, NULL))
    plx_session_set_story (self->session, NULL);

  update_page (self);
}

static void
search_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  PlxWindow *self = PLX_WINDOW (widget);

  if (gtk_widget_get_visible (self->sidebar_button))
    adw_navigation_split_view_set_collapsed (self->split, FALSE);
  else
    adw_navigation_split_view_set_show_content (self->split, FALSE);
  plx_sidebar_start_search (self->sidebar);
}

static void
sidebar_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  AdwNavigationSplitView *split = PLX_WINDOW (widget)->split;
  gboolean collapsed = adw_navigation_split_view_get_collapsed (split);
  gboolean content = adw_navigation_split_view_get_show_content (split);

  if (gtk_widget_get_visible (PLX_WINDOW (widget)->sidebar_button))
    {
      adw_navigation_split_view_set_show_content (split, TRUE);
      adw_navigation_split_view_set_collapsed (split, !collapsed);
    }
  else
    {
      adw_navigation_split_view_set_show_content (split, !content);
    }
}

/* Under the name that GtkApplication gives it, which would build it with every window. */
static void
show_help_overlay_cb (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (RESOURCE_PREFIX
                                                                  "/ui/help-overlay.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (overlay, GTK_WINDOW (widget));
  gtk_window_present (overlay);
}

static void
print_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  PlxWindow *self = PLX_WINDOW (widget);

  plx_window_set_view (self, "sheet");
  gtk_widget_activate_action (self->sheet_view, "sheet.print", NULL);
}

static void
import_done_cb (PlxWindow        *self,
                PlxImportOutcome *outcome)
{
  gboolean quiet = self->quiet;

  self->quiet = FALSE;
  if (outcome->story != NULL)
    open_story (self, outcome->story);
  update_page (self);

  if (outcome->error != NULL)
    {
      if (!g_error_matches (outcome->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        plx_window_show_error (self, outcome->error);
    }
  else if (!quiet || outcome->batch->failures->len > 0)
    {
      plx_window_announce (self, outcome);
    }

  if (outcome->n_added > 0)
    plx_window_offer_stories (self, outcome->story);
}

static void
refreshed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  /* The user has asked for nothing; what cannot be read now is said when it is wanted. */
  if (!plx_library_change_finish (PLX_LIBRARY (object), result, &error))
    g_info ("What others have written is not seen: %s", error->message);
}

/* While the user was elsewhere, the command line may have changed the library. */
static void
active_notify_cb (PlxWindow *self)
{
  if (self->library != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    plx_library_refresh_async (self->library, refreshed_cb, NULL);
}

static gboolean
plx_window_close_request (GtkWindow *window)
{
  PlxWindow *self = PLX_WINDOW (window);
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (self->settings, "window-width", MAX (width, 360));
  g_settings_set_int (self->settings, "window-height", MAX (height, 294));
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));

  return GTK_WINDOW_CLASS (plx_window_parent_class)->close_request (window);
}

static void
watch_library (PlxWindow *self)
{
  self->importer = plx_importer_new (self->library);
  g_signal_connect_object (self->importer, "done", G_CALLBACK (import_done_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->importer, "ask-columns", G_CALLBACK (plx_window_ask_columns),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->importer, "notify::busy", G_CALLBACK (update_page), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->importer, "notify::slow", G_CALLBACK (update_page), self,
                           G_CONNECT_SWAPPED);
  /* After the sidebar's selection has followed the change. */
  g_signal_connect_object (plx_library_get_stories (self->library), "items-changed",
                           G_CALLBACK (stories_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->library, "notify::undo-label", G_CALLBACK (update_history),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "notify::redo-label", G_CALLBACK (update_history),
                           self, G_CONNECT_SWAPPED);
  update_history (self);
}

/* Nothing may be written over what could not be read. */
static void
disable_changes (PlxWindow *self)
{
  static const char * const actions[] = {
    "win.add", "win.add-new", "win.add-here", "win.add-folder", "win.add-folder-new",
    "win.add-folder-here", "win.paste", "win.sample", "win.cancel-import", "win.undo", "win.redo",
    "win.search", "win.namings", "win.proposals",
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], FALSE);
}

static void
plx_window_constructed (GObject *object)
{
  PlxWindow *self = PLX_WINDOW (object);

  G_OBJECT_CLASS (plx_window_parent_class)->constructed (object);

  self->session = plx_session_new (self->library);
  g_signal_connect_object (self->session, "notify::story", G_CALLBACK (story_notify_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::analysis", G_CALLBACK (analysis_notify_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::article", G_CALLBACK (article_notify_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::busy", G_CALLBACK (update_page), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "show-sentence", G_CALLBACK (show_sentence_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "compare-sentence", G_CALLBACK (compare_sentence_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "changed",
                           G_CALLBACK (plx_window_tell_change), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "failed", G_CALLBACK (failed_cb), self,
                           G_CONNECT_SWAPPED);

  if (self->library != NULL)
    watch_library (self);
  else
    disable_changes (self);

  g_object_notify_by_pspec (object, props[PROP_SESSION]);
  g_object_notify_by_pspec (object, props[PROP_IMPORTER]);
  update_page (self);
}

static void
plx_window_dispose (GObject *object)
{
  PlxWindow *self = PLX_WINDOW (object);

  if (self->importer != NULL)
    plx_importer_cancel (self->importer);
  if (self->session != NULL && self->library != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->session, story_notify_cb, self);
      plx_session_set_story (self->session, NULL);
    }

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_WINDOW);
  g_clear_weak_pointer (&self->toast);
  g_clear_object (&self->importer);
  g_clear_object (&self->session);
  g_clear_object (&self->library);
  g_clear_object (&self->settings);
  g_clear_object (&self->story_group);

  G_OBJECT_CLASS (plx_window_parent_class)->dispose (object);
}

static void
plx_window_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  PlxWindow *self = PLX_WINDOW (object);

  switch ((PlxWindowProperty) prop_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;

    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case PROP_VIEW:
      g_value_set_string (value, plx_window_get_view (self));
      break;

    case PROP_IMPORTER:
      g_value_set_object (value, self->importer);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_window_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  PlxWindow *self = PLX_WINDOW (object);

  switch ((PlxWindowProperty) prop_id)
    {
    case PROP_LIBRARY:
      self->library = g_value_dup_object (value);
      break;

    case PROP_VIEW:
      plx_window_set_view (self, g_value_get_string (value));
      break;

    case PROP_SESSION:
    case PROP_IMPORTER:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags readable =
    G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  props[PROP_LIBRARY] =
    g_param_spec_object ("library", NULL, NULL, PLX_TYPE_LIBRARY,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, PLX_TYPE_SESSION, readable);
  props[PROP_VIEW] =
    g_param_spec_string ("view", NULL, NULL, "read", readable | G_PARAM_WRITABLE);
  props[PROP_IMPORTER] =
    g_param_spec_object ("importer", NULL, NULL, PLX_TYPE_IMPORTER, readable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "win.view", "view");
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.sidebar", NULL, sidebar_cb);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL,
                                   show_help_overlay_cb);

  plx_window_install_story (widget_class);
  plx_window_install_adding (widget_class);
  plx_window_install_offers (widget_class);
  plx_window_install_rules (widget_class);
}

static void
plx_window_class_init (PlxWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->constructed = plx_window_constructed;
  object_class->dispose = plx_window_dispose;
  object_class->get_property = plx_window_get_property;
  object_class->set_property = plx_window_set_property;

  window_class->close_request = plx_window_close_request;

  install_properties (object_class);

  g_type_ensure (PLX_TYPE_COMPARE_VIEW);
  g_type_ensure (PLX_TYPE_COUNTRIES_VIEW);
  g_type_ensure (PLX_TYPE_FILTER_BAR);
  g_type_ensure (PLX_TYPE_GRAPH_VIEW);
  g_type_ensure (PLX_TYPE_IMPORT_BAR);
  g_type_ensure (PLX_TYPE_INCOMING_LIST);
  g_type_ensure (PLX_TYPE_READ_VIEW);
  g_type_ensure (PLX_TYPE_SHEET_VIEW);
  g_type_ensure (PLX_TYPE_SIDEBAR);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/ui/plx-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, split);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, start_title);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, drop_hint);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, body);
  /* Not ours to touch, but tests measure them. */
  gtk_widget_class_bind_template_child_full (widget_class, "header", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "switcher_bar", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, sheet_view);
  gtk_widget_class_bind_template_callback (widget_class, active_notify_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_notify_cb);
  gtk_widget_class_bind_template_callback (widget_class, story_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, hit_activated_cb);

  install_actions (widget_class);
}

static void
plx_window_init (PlxWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->settings = g_settings_new (APP_ID);
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));

  self->story_group = g_signal_group_new (PLX_TYPE_STORY);
  g_signal_group_connect_swapped (self->story_group, "notify::title", G_CALLBACK (update_title),
                                  self);
  g_signal_group_connect_swapped (self->story_group, "notify::n-articles",
                                  G_CALLBACK (update_title), self);

  plx_window_init_drop (self, self->drop_hint, GTK_WIDGET (self->sidebar));
}

/**
 * plx_window_new:
 * @application: the program
 * @library: (nullable): the library, or `NULL` where it could not be opened
 *
 * Returns: (transfer none): a window in which no story is open yet
 */
PlxWindow *
plx_window_new (GtkApplication *application,
                PlxLibrary     *library)
{
  return g_object_new (PLX_TYPE_WINDOW, "application", application, "library", library, NULL);
}

PlxSession *
plx_window_get_session (PlxWindow *self)
{
  g_return_val_if_fail (PLX_IS_WINDOW (self), NULL);

  return self->session;
}

/**
 * plx_window_get_importer:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): what brings articles in, or `NULL` without a library
 */
PlxImporter *
plx_window_get_importer (PlxWindow *self)
{
  g_return_val_if_fail (PLX_IS_WINDOW (self), NULL);

  return self->importer;
}

const char *
plx_window_get_view (PlxWindow *self)
{
  g_return_val_if_fail (PLX_IS_WINDOW (self), NULL);

  return adw_view_stack_get_visible_child_name (self->stack);
}

/**
 * plx_window_set_view:
 * @self: a window
 * @view: `read`, `compare`, `graph`, `countries` or `sheet`; another is ignored
 *
 * Turns to a view.
 */
void
plx_window_set_view (PlxWindow  *self,
                     const char *view)
{
  g_return_if_fail (PLX_IS_WINDOW (self));

  if (view != NULL && adw_view_stack_get_child_by_name (self->stack, view) != NULL)
    adw_view_stack_set_visible_child_name (self->stack, view);
}

/**
 * plx_window_restore:
 * @self: a window
 *
 * Opens the story, the article and the view of last time.
 */
void
plx_window_restore (PlxWindow *self)
{
  g_autofree char *view = NULL;
  PlxStory *story = NULL;

  g_return_if_fail (PLX_IS_WINDOW (self));

  view = g_settings_get_string (self->settings, "view");
  plx_window_set_view (self, view);

  if (self->library != NULL)
    story = plx_library_find_story (self->library, g_settings_get_int64 (self->settings, "story"));
  if (story == NULL)
    return;

  self->wanted_article = g_settings_get_int64 (self->settings, "article");
  plx_session_set_story (self->session, story);
}

/**
 * plx_window_open_files:
 * @self: a window
 * @files: (element-type GFile): files
 *
 * Opens files as a story: the one that has their articles already, or else a new one.
 */
void
plx_window_open_files (PlxWindow *self,
                       GPtrArray *files)
{
  g_return_if_fail (PLX_IS_WINDOW (self));

  if (self->importer == NULL)
    return;

  self->quiet = TRUE;
  plx_importer_add_files (self->importer, files, NULL, NULL);
}

static int
compare_files (gconstpointer a,
               gconstpointer b)
{
  g_autofree char *name_a = g_file_get_basename (*(GFile * const *) a);
  g_autofree char *name_b = g_file_get_basename (*(GFile * const *) b);

  return strcmp (name_a, name_b);
}

static GPtrArray *
list_sample (GError **error)
{
  const char *path = g_getenv ("PARALLAX_SAMPLE_DIR");
  g_autoptr (GFile) folder = g_file_new_for_path (path != NULL ? path : PKGDATADIR "/sample");
  g_autoptr (GDir) dir = g_dir_open (g_file_peek_path (folder), 0, error);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  const char *name;

  if (dir == NULL)
    return NULL;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, ".txt") || g_str_has_suffix (name, ".html"))
        g_ptr_array_add (files, g_file_get_child (folder, name));
    }
  g_ptr_array_sort (files, compare_files);

  return g_steal_pointer (&files);
}

/**
 * plx_window_open_sample:
 * @self: a window
 *
 * Opens the story that comes with the program.
 */
void
plx_window_open_sample (PlxWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = NULL;

  g_return_if_fail (PLX_IS_WINDOW (self));

  if (self->importer == NULL)
    return;

  if ((files = list_sample (&error)) == NULL)
    {
      g_info ("There is no sample: %s", error->message);
      plx_window_say (self, _("The sample story is not installed"));
      return;
    }

  self->quiet = TRUE;
  plx_importer_add_files (self->importer, files, NULL, _("Omar al-Bashir in Johannesburg"));
}

static const char *
explain_library_error (const GError *error)
{
  if (error->domain != PLX_LIBRARY_ERROR)
    return _("It cannot be read.");

  switch ((PlxLibraryError) error->code)
    {
    case PLX_LIBRARY_ERROR_BUSY:
      return _("Another program is using it. End that program and start Parallax again.");

    case PLX_LIBRARY_ERROR_CORRUPT:
      return _("The file is damaged, or is not a library of Parallax. It was left as it is.");

    case PLX_LIBRARY_ERROR_TOO_NEW:
      return _("A later release of Parallax has written it. It was left as it is: "
               "install that release to open it.");

    case PLX_LIBRARY_ERROR_STORAGE:
    case PLX_LIBRARY_ERROR_NOT_FOUND:
    default:
      return _("The disk or the folder does not let it be read and written.");
    }
}

static void
show_library_error (PlxWindow    *self,
                    const GError *error)
{
  g_autofree char *text = NULL;

  text = g_markup_printf_escaped ("%s\n\n<small>%s</small>", explain_library_error (error),
                                  error->message);
  adw_status_page_set_description (self->error_page, text);
}

/**
 * plx_window_show_error:
 * @self: a window
 * @error: what went wrong
 *
 * Tells the user what could not be done. Without a library, the whole window does.
 */
void
plx_window_show_error (PlxWindow    *self,
                       const GError *error)
{
  g_return_if_fail (PLX_IS_WINDOW (self));
  g_return_if_fail (error != NULL);

  if (self->library == NULL)
    show_library_error (self, error);
  else
    plx_window_say (self, error->message);
}

/**
 * plx_window_say_toast:
 * @self: a window
 * @toast: (transfer full): a toast
 *
 * Shows a toast in front of what waits to be read, and in place of what was said before.
 */
void
plx_window_say_toast (PlxWindow *self,
                      AdwToast  *toast)
{
  dismiss_toast (self);
  g_set_weak_pointer (&self->toast, toast);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  plx_window_add_toast (self, toast);
}

/**
 * plx_window_say:
 * @self: a window
 * @text: a few words
 *
 * Tells the user something in passing.
 */
void
plx_window_say (PlxWindow  *self,
                const char *text)
{
  plx_window_say_toast (self, adw_toast_new (text));
}

/**
 * plx_window_say_with_undo:
 * @self: a window
 * @text: what was just changed
 *
 * Tells the user of a change, and how to take it back.
 */
void
plx_window_say_with_undo (PlxWindow  *self,
                          const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  plx_window_say_toast (self, toast);
}

/**
 * plx_window_add_toast:
 * @self: a window
 * @toast: (transfer full): a toast, the title of which is plain text
 *
 * Shows a toast.
 */
void
plx_window_add_toast (PlxWindow *self,
                      AdwToast  *toast)
{
  g_return_if_fail (PLX_IS_WINDOW (self));

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}
