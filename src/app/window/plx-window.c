/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-window"

#include "config.h"

#include "window/plx-window.h"

#include <glib/gi18n.h>

#include "compare/plx-compare-view.h"
#include "countries/plx-countries-view.h"
#include "graph/plx-graph-view.h"
#include "kept/plx-articles-page.h"
#include "kept/plx-notes-page.h"
#include "kept/plx-trash-page.h"
#include "read/plx-read-view.h"
#include "sheet/plx-sheet-view.h"
#include "window/plx-busy-page.h"
#include "window/plx-import-bar.h"
#include "window/plx-incoming-list.h"
#include "window/plx-window-adding.h"
#include "window/plx-window-columns.h"
#include "window/plx-window-library.h"
#include "window/plx-window-offers.h"
#include "window/plx-window-private.h"
#include "window/plx-window-rules.h"
#include "window/plx-window-safety.h"

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
update_history (PlxWindow *self)
{
  plx_window_dismiss_toast (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo",
                                 plx_window_can_change (self) &&
                                 plx_library_get_undo_label (self->library) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo",
                                 plx_window_can_change (self) &&
                                 plx_library_get_redo_label (self->library) != NULL);
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
  plx_window_update_page (self);

  if (plx_session_get_analysis (self->session) == NULL)
    return;

  if (self->wanted_article != 0)
    plx_window_show_wanted_article (self);
  plx_window_show_wanted_note (self);
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
  plx_window_update_title (self);
  plx_window_update_page (self);
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
story_activated_cb (PlxWindow *self,
                    PlxStory  *story)
{
  plx_window_open_story (self, story);
}

static void
hit_activated_cb (PlxWindow *self,
                  gint64     story_id,
                  gint64     article_id)
{
  plx_window_open_found (self, story_id, article_id);
}

static void
stories_changed_cb (PlxWindow *self)
{
  PlxStory *story = plx_session_get_story (self->session);

  /* A story that was removed, by the user or by undo, cannot stay open. */
  if (story != NULL && plx_story_get_id (story) != 0 &&
      !g_list_store_find (G_LIST_STORE (plx_library_get_stories (self->library)), story, NULL))
    plx_session_set_story (self->session, NULL);

  plx_window_update_page (self);
}

static void
slow_notify_cb (PlxWindow *self)
{
  if (plx_importer_is_slow (self->importer) && self->importing == NULL)
    self->importing = plx_long_work_begin (GTK_WINDOW (self), _("Articles are being added"));
  plx_window_update_page (self);
}

static void
import_done_cb (PlxWindow        *self,
                PlxImportOutcome *outcome)
{
  gboolean quiet = self->quiet;

  self->quiet = FALSE;
  if (self->importing != NULL)
    plx_window_end_import (self, g_steal_pointer (&self->importing), outcome);
  if (outcome->story != NULL)
    plx_window_open_story (self, outcome->story);
  plx_window_update_page (self);

  if (outcome->error != NULL)
    {
      if (!g_error_matches (outcome->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        plx_window_show_error (self, outcome->error);
    }
  else if (!quiet || outcome->batch->failures->len > 0 ||
           (outcome->n_added > 0 && outcome->batch->n_documents > outcome->n_added))
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
  g_signal_connect_object (self->importer, "notify::busy", G_CALLBACK (plx_window_update_page),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->importer, "notify::slow", G_CALLBACK (slow_notify_cb), self,
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
  g_signal_connect_object (self->session, "notify::busy", G_CALLBACK (plx_window_update_page),
                           self, G_CONNECT_SWAPPED);
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
  plx_window_init_safety (self);
  plx_window_remember_library (self);
  plx_window_update_title (self);

  g_object_notify_by_pspec (object, props[PROP_SESSION]);
  g_object_notify_by_pspec (object, props[PROP_IMPORTER]);
  plx_window_update_page (self);
}

static void
plx_window_dispose (GObject *object)
{
  PlxWindow *self = PLX_WINDOW (object);

  if (self->importer != NULL)
    plx_importer_cancel (self->importer);
  if (self->importing != NULL)
    plx_long_work_end (g_steal_pointer (&self->importing), NULL, NULL);
  if (self->session != NULL && self->library != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->session, story_notify_cb, self);
      plx_session_set_story (self->session, NULL);
    }

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_WINDOW);
  g_clear_weak_pointer (&self->toast);
  g_clear_pointer (&self->wanted_note, plx_note_free);
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

  g_type_ensure (PLX_TYPE_ARTICLES_PAGE);
  g_type_ensure (PLX_TYPE_COMPARE_VIEW);
  g_type_ensure (PLX_TYPE_COUNTRIES_VIEW);
  g_type_ensure (PLX_TYPE_FILTER_BAR);
  g_type_ensure (PLX_TYPE_GRAPH_VIEW);
  g_type_ensure (PLX_TYPE_BUSY_PAGE);
  g_type_ensure (PLX_TYPE_IMPORT_BAR);
  g_type_ensure (PLX_TYPE_INCOMING_LIST);
  g_type_ensure (PLX_TYPE_NOTES_PAGE);
  g_type_ensure (PLX_TYPE_READ_VIEW);
  g_type_ensure (PLX_TYPE_SHEET_VIEW);
  g_type_ensure (PLX_TYPE_SIDEBAR);
  g_type_ensure (PLX_TYPE_TRASH_PAGE);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/ui/plx-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, split);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, story_button);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, start_title);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, drop_hint);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, body);
  /* Not ours to touch, but tests measure them. */
  gtk_widget_class_bind_template_child_full (widget_class, "header", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "switcher_bar", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, library_banner);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, salvage_button);
  gtk_widget_class_bind_template_child (widget_class, PlxWindow, sheet_view);
  gtk_widget_class_bind_template_callback (widget_class, active_notify_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_notify_cb);
  gtk_widget_class_bind_template_callback (widget_class, story_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, hit_activated_cb);
  plx_window_bind_places (widget_class);

  plx_window_install_actions (widget_class);
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
  g_signal_group_connect_swapped (self->story_group, "notify::title",
                                  G_CALLBACK (plx_window_update_title), self);
  g_signal_group_connect_swapped (self->story_group, "notify::n-articles",
                                  G_CALLBACK (plx_window_update_title), self);

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
