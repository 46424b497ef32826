/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-application"

#include "config.h"

#include "window/plx-application.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "comparing/plx-comparing.h"
#include "countries/plx-own-tables.h"
#include "library/plx-library-safety.h"
#include "reading/plx-reading.h"
#include "window/plx-about.h"
#include "window/plx-counting.h"
#include "window/plx-search-provider.h"
#include "window/plx-upkeep.h"
#include "window/plx-window-safety.h"
#include "window/plx-window.h"

/* Where the overview finds us, below the path of the application. */
#define SEARCH_PROVIDER "/SearchProvider"

/* A frame or two longer than reading and comparing a handful of articles takes. */
#define PRESENT_WITHIN_MS 250

/* When the user has found what he came for, and nothing waits for the disk any more. */
#define UPKEEP_AFTER_SECONDS 30

/* When what came in is compared, which is what the user waits for. */
#define COUNTING_AFTER_MS 2000

/**
 * PlxApplication:
 *
 * The program: opens the library, and a window on it.
 *
 * `--library=FILE`, `--view=NAME` and `--size=WxH` are there for tests and pictures, and do
 * not show in `--help`.
 */
struct _PlxApplication
{
  AdwApplication     parent_instance;

  PlxLibrary        *library;  /* nullable until somebody needs it, or where it cannot be opened */
  char              *path;     /* nullable: the default one */
  PlxSearchProvider *provider; /* nullable until we are on the bus */
};

G_DEFINE_FINAL_TYPE (PlxApplication, plx_application, ADW_TYPE_APPLICATION)

/* What cannot be read is told in the journal, and does not keep the stories away. */
static void
load_own_tables (const char *library)
{
  g_autofree char *path = g_path_get_dirname (library);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_time_t (&today, time (NULL));
  if (!plx_own_tables_load (plx_own_tables_get_default (), folder, g_date_get_julian (&today),
                            &error))
    g_message ("Some of the user's own tables could not be read: %s", error->message);
}

static char *
dup_path (PlxApplication *self)
{
  return self->path != NULL ? g_strdup (self->path) : plx_library_dup_default_path ();
}

/* A library that the user has put elsewhere is opened again, as long as it is there. */
static void
choose_path (PlxApplication *self)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autofree char *path = g_settings_get_string (settings, "library");

  if (self->path == NULL && *path != '\0' && g_file_test (path, G_FILE_TEST_EXISTS))
    self->path = g_steal_pointer (&path);
}

static void
open_library (PlxApplication  *self,
              GError         **error)
{
  g_autofree char *path = dup_path (self);

  if (self->library == NULL)
    {
      load_own_tables (path);
      self->library = plx_library_open (path, error);
      if (self->library != NULL)
        {
          plx_upkeep_begin (self->library, UPKEEP_AFTER_SECONDS);
          plx_counting_begin (self->library, COUNTING_AFTER_MS);
        }
    }
}

static PlxWindow *
make_window (PlxApplication *self,
             gboolean        restore)
{
  g_autoptr (GError) error = NULL;
  PlxWindow *window;

  open_library (self, &error);
  window = plx_window_new (GTK_APPLICATION (self), self->library);
  if (error != NULL)
    plx_window_show_error (window, error);
  else if (restore)
    plx_window_restore (window);

  return window;
}

static PlxWindow *
ensure_window (PlxApplication *self,
               gboolean        restore)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  return active != NULL ? PLX_WINDOW (active) : make_window (self, restore);
}

static void
plx_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (ensure_window (PLX_APPLICATION (application), TRUE)));
}

static void
present_if_hidden (PlxWindow *window)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (window)))
    gtk_window_present (GTK_WINDOW (window));
}

static gboolean
present_late_cb (gpointer data)
{
  present_if_hidden (data);

  return G_SOURCE_REMOVE;
}

static void
analysis_notify_cb (PlxWindow  *window,
                    GParamSpec *pspec,
                    PlxSession *session)
{
  if (plx_session_get_analysis (session) == NULL)
    return;

  g_signal_handlers_disconnect_by_func (session, analysis_notify_cb, window);
  present_if_hidden (window);
}

/* A window that has its comparison in its first frame is ready sooner than one that first draws
 * that it has none. Where that takes longer, it shows that it is at work. */
static void
present_with_comparison (PlxWindow *window)
{
  if (gtk_widget_get_visible (GTK_WIDGET (window)))
    {
      gtk_window_present (GTK_WINDOW (window));
      return;
    }

  g_signal_connect_object (plx_window_get_session (window), "notify::analysis",
                           G_CALLBACK (analysis_notify_cb), window, G_CONNECT_SWAPPED);
  g_timeout_add_full (G_PRIORITY_DEFAULT, PRESENT_WITHIN_MS, present_late_cb,
                      g_object_ref (window), g_object_unref);
}

static void
open_files (PlxApplication *self,
            GPtrArray      *files)
{
  PlxWindow *window = ensure_window (self, FALSE);

  plx_window_remember_files (files);
  plx_window_open_files (window, files);
  present_with_comparison (window);
}

static void
plx_application_open (GApplication  *application,
                      GFile        **files,
                      int            n_files,
                      const char    *hint)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = 0; i < n_files; i++)
    g_ptr_array_add (list, g_object_ref (files[i]));

  open_files (PLX_APPLICATION (application), list);
}

static void
apply_developer_options (PlxWindow    *window,
                         GVariantDict *options)
{
  const char *view;
  const char *size;
  int width, height;

  if (g_variant_dict_lookup (options, "view", "&s", &view))
    plx_window_set_view (window, view);

  if (g_variant_dict_lookup (options, "size", "&s", &size) &&
      sscanf (size, "%dx%d", &width, &height) == 2)
    gtk_window_set_default_size (GTK_WINDOW (window), width, height);
}

static int
plx_application_command_line (GApplication            *application,
                              GApplicationCommandLine *command_line)
{
  PlxApplication *self = PLX_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) arguments = NULL;
  gboolean sample = g_variant_dict_contains (options, "sample");
  PlxWindow *window;

  arguments = g_application_command_line_get_arguments (command_line, NULL);
  for (guint i = 1; arguments[0] != NULL && arguments[i] != NULL; i++)
    g_ptr_array_add (files, g_application_command_line_create_file_for_arg (command_line,
                                                                            arguments[i]));

  window = ensure_window (self, files->len == 0 && !sample);
  if (sample || files->len > 0)
    plx_window_set_view (window, "compare");
  apply_developer_options (window, options);

  if (sample)
    plx_window_open_sample (window);
  if (files->len > 0)
    {
      plx_window_remember_files (files);
      plx_window_open_files (window, files);
    }
  if (sample || files->len > 0)
    present_with_comparison (window);
  else
    gtk_window_present (GTK_WINDOW (window));

  return 0;
}

static int
plx_application_handle_local_options (GApplication *application,
                                      GVariantDict *options)
{
  PlxApplication *self = PLX_APPLICATION (application);

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Parallax %s\n", PACKAGE_VERSION);
      return 0;
    }

  /* A library of its own wants a program of its own. */
  if (g_variant_dict_lookup (options, "library", "^ay", &self->path))
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);

  return G_APPLICATION_CLASS (plx_application_parent_class)->handle_local_options (application,
                                                                                  options);
}

static void
close_windows (PlxApplication *self)
{
  GList *windows;

  /* Closing the windows lets each keep its size. */
  while ((windows = gtk_application_get_windows (GTK_APPLICATION (self))) != NULL)
    {
      g_autoptr (GtkWindow) window = g_object_ref (windows->data);

      gtk_window_close (window);
      gtk_window_destroy (window);
    }
}

/* Waits for what is still being written. */
static void
close_library (PlxApplication *self)
{
  if (self->library != NULL)
    plx_library_close (self->library);
  g_clear_object (&self->library);
}

static void
plx_application_shutdown (GApplication *application)
{
  PlxApplication *self = PLX_APPLICATION (application);

  /* Windows let go of the library when they are closed; what is still to be written is. */
  G_APPLICATION_CLASS (plx_application_parent_class)->shutdown (application);

  close_library (self);
}

/* Beside the one that there is, on the same library: to lay two stories side by side. */
static void
new_window_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  gtk_window_present (GTK_WINDOW (make_window (user_data, FALSE)));
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  PlxApplication *self = user_data;
  g_autofree char *path = dup_path (self);

  plx_about_present (GTK_WIDGET (gtk_application_get_active_window (user_data)), self->library,
                     path);
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  close_windows (user_data);
  g_application_quit (user_data);
}

static const GActionEntry actions[] = {
  { .name = "about", .activate = about_cb },
  { .name = "new-window", .activate = new_window_cb },
  { .name = "quit", .activate = quit_cb },
};

static const struct
{
  const char *action;
  const char *accels[3];
} accels[] = {
  { "app.new-window", { "<Control>n" } },
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "win.add", { "<Control>o" } },
  { "win.add-folder", { "<Control><Shift>o" } },
  { "win.search", { "<Control>f" } },
  { "win.sidebar", { "F9" } },
  { "win.print", { "<Control>p" } },
  { "win.show-help-overlay", { "<Control>question" } },
  { "win.view::read", { "<Alt>1" } },
  { "win.view::compare", { "<Alt>2" } },
  { "win.view::graph", { "<Alt>3" } },
  { "win.view::countries", { "<Alt>4" } },
  { "win.view::sheet", { "<Alt>5" } },
};

static void
warm_up_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  static const char words[] = "Chad and Sudan met in Paris on Monday, officials said.";
  g_autoptr (GBytes) bytes = g_bytes_new_static (words, strlen (words));
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
  g_autoptr (PlxAnalysis) analysis = NULL;
  PlxDocument *document = plx_reading_read_bytes (bytes, NULL, NULL, NULL);

  if (document != NULL)
    {
      g_ptr_array_add (documents, document);
      analysis = plx_comparing_analyse (documents, NULL, NULL, PLX_AS_OF_ARTICLE, 0, cancellable,
                                        NULL);
    }

  g_task_return_boolean (task, analysis != NULL);
}

/* Whoever reads and compares first loads word lists, tables and ICU's rules. GTK takes longer to
 * start than that, so another core has it done by the time somebody needs it. */
static void
warm_up (void)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_source_tag (task, warm_up);
  g_task_set_static_name (task, "[parallax] warm up");
  g_task_run_in_thread (task, warm_up_in_thread);
}

static void
plx_application_startup (GApplication *application)
{
  warm_up ();
  G_APPLICATION_CLASS (plx_application_parent_class)->startup (application);
  choose_path (PLX_APPLICATION (application));

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accels[i].action,
                                           accels[i].accels);

  /* A paragraph that the keys come to keeps its cursor: it may be on a name. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
}

/* The overview of the desktop. Whoever only searches there sees no window. */
static PlxLibrary *
get_library_cb (gpointer user_data)
{
  PlxApplication *self = user_data;
  g_autoptr (GError) error = NULL;

  open_library (self, &error);
  if (error != NULL)
    g_message ("The overview cannot search: %s", error->message);

  return self->library;
}

static void
open_found_cb (PlxApplication *self,
               gint64          story,
               gint64          article)
{
  PlxWindow *window = ensure_window (self, FALSE);

  plx_window_open_found (window, story, article);
  gtk_window_present (GTK_WINDOW (window));
}

static void
search_cb (PlxApplication *self,
           const char     *words)
{
  PlxWindow *window = ensure_window (self, TRUE);

  gtk_window_present (GTK_WINDOW (window));
  plx_window_search (window, words);
}

static gboolean
plx_application_dbus_register (GApplication     *application,
                               GDBusConnection  *connection,
                               const char       *object_path,
                               GError          **error)
{
  PlxApplication *self = PLX_APPLICATION (application);
  g_autofree char *path = g_strconcat (object_path, SEARCH_PROVIDER, NULL);

  if (!G_APPLICATION_CLASS (plx_application_parent_class)->dbus_register (application, connection,
                                                                         object_path, error))
    return FALSE;

  self->provider = plx_search_provider_new (get_library_cb, self);
  g_signal_connect_object (self->provider, "open", G_CALLBACK (open_found_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->provider, "search", G_CALLBACK (search_cb), self,
                           G_CONNECT_SWAPPED);

  return plx_search_provider_export (self->provider, connection, path, error);
}

static void
plx_application_dbus_unregister (GApplication    *application,
                                 GDBusConnection *connection,
                                 const char      *object_path)
{
  PlxApplication *self = PLX_APPLICATION (application);

  if (self->provider != NULL)
    plx_search_provider_unexport (self->provider);
  g_clear_object (&self->provider);

  G_APPLICATION_CLASS (plx_application_parent_class)->dbus_unregister (application, connection,
                                                                      object_path);
}

static void
plx_application_finalize (GObject *object)
{
  PlxApplication *self = PLX_APPLICATION (object);

  g_clear_object (&self->provider);
  g_clear_object (&self->library);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (plx_application_parent_class)->finalize (object);
}

static void
plx_application_class_init (PlxApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = plx_application_finalize;

  application_class->activate = plx_application_activate;
  application_class->command_line = plx_application_command_line;
  application_class->dbus_register = plx_application_dbus_register;
  application_class->dbus_unregister = plx_application_dbus_unregister;
  application_class->handle_local_options = plx_application_handle_local_options;
  application_class->open = plx_application_open;
  application_class->shutdown = plx_application_shutdown;
  application_class->startup = plx_application_startup;
}

static const GOptionEntry options[] = {
  { "sample", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL,
    N_("Open the sample story"), NULL },
  { "version", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL,
    N_("Print the version and exit"), NULL },
  { "library", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_FILENAME, NULL, NULL, "FILE" },
  { "view", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, NULL, NULL, "NAME" },
  { "size", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, NULL, NULL, "WxH" },
  { NULL }
};

static void
plx_application_init (PlxApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
}

/**
 * plx_application_new:
 *
 * Returns: (transfer full): the application, not yet registered
 */
PlxApplication *
plx_application_new (void)
{
  return g_object_new (PLX_TYPE_APPLICATION,
                       "application-id", APP_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE,
                       "resource-base-path", RESOURCE_PREFIX,
                       NULL);
}

/* The one that every user has is not named: it may be elsewhere next time. */
static void
remember_path (PlxApplication *self)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autofree char *own = plx_library_dup_default_path ();
  gboolean is_own = self->path == NULL || g_str_equal (self->path, own);

  g_settings_set_string (settings, "library", is_own ? "" : self->path);
  g_settings_set_int64 (settings, "story", 0);
  g_settings_set_int64 (settings, "article", 0);
}

/**
 * plx_application_use_library:
 * @self: the program, with a window
 * @path: (type filename): the file of a library; made where it is missing
 *
 * Opens another library in the place of the one that is open, now and from the next start on.
 */
void
plx_application_use_library (PlxApplication *self,
                             const char     *path)
{
  g_return_if_fail (PLX_IS_APPLICATION (self));
  g_return_if_fail (path != NULL);

  g_application_hold (G_APPLICATION (self));
  close_windows (self);
  close_library (self);
  g_set_str (&self->path, path);
  remember_path (self);
  gtk_window_present (GTK_WINDOW (make_window (self, FALSE)));
  g_application_release (G_APPLICATION (self));
}

/* There is no library to be shown meanwhile. */
static void
present_at_work (PlxApplication *self)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (self));
  GtkWidget *page = adw_status_page_new ();
  g_autoptr (AdwSpinnerPaintable) spinner = adw_spinner_paintable_new (page);

  adw_status_page_set_paintable (ADW_STATUS_PAGE (page), GDK_PAINTABLE (spinner));
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Salvaging the Library"));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), page);
  gtk_window_set_title (GTK_WINDOW (window), _("Parallax"));
  gtk_window_set_default_size (GTK_WINDOW (window), 480, 360);
  gtk_window_set_deletable (GTK_WINDOW (window), FALSE);
  gtk_window_present (GTK_WINDOW (window));
}

static void
salvaged_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  PlxApplication *self = user_data;
  g_autofree char *damaged = NULL;
  g_autofree char *report = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxSalvage) saved = plx_library_salvage_finish (result, &damaged, &error);
  PlxWindow *window;

  close_windows (self);
  window = make_window (self, FALSE);
  gtk_window_present (GTK_WINDOW (window));
  if (saved != NULL)
    {
      report = plx_salvage_describe (saved);
      plx_window_tell_salvage (window, report, damaged);
    }
  else
    {
      plx_window_show_error (window, error);
    }
  g_application_release (G_APPLICATION (self));
}

/**
 * plx_application_salvage:
 * @self: the program
 *
 * Puts in the place of the library, which is damaged, what can still be read of it, and tells what
 * that is.
 */
void
plx_application_salvage (PlxApplication *self)
{
  g_autofree char *path = NULL;

  g_return_if_fail (PLX_IS_APPLICATION (self));

  path = dup_path (self);
  g_application_hold (G_APPLICATION (self));
  close_windows (self);
  close_library (self);
  present_at_work (self);
  plx_library_salvage_async (path, NULL, salvaged_cb, self);
}
