/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-window-library"

#include "config.h"

#include "window/plx-window-library.h"

#include <glib/gi18n.h>
#include <string.h>

#include "library/plx-library-safety.h"
#include "window/plx-application.h"
#include "window/plx-backups-dialog.h"
#include "window/plx-window-private.h"

/* The library as a whole: another one in its place, what goes into it and out of it, and its
 * backups. */

#define N_RECENT 6

typedef void (*Use) (PlxWindow  *self,
                     const char *path);

/* What is to be done with the file that is being chosen. */
typedef struct
{
  PlxWindow *window;
  Use        use;
  gboolean   is_new;
} Choosing;

static void
choosing_free (Choosing *self)
{
  g_object_unref (self->window);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Choosing, choosing_free)

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Choosing) self = user_data;
  GtkFileDialog *dialog = GTK_FILE_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = self->is_new ? gtk_file_dialog_save_finish (dialog, result, &error)
                                        : gtk_file_dialog_open_finish (dialog, result, &error);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    self->use (self->window, path);
  else if (file != NULL)
    plx_window_say (self->window, _("A library has to be on a disk of this computer"));
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) &&
           !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    plx_window_show_error (self->window, error);
}

static void
choose (PlxWindow  *self,
        const char *title,
        const char *name,
        Use         use)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  Choosing *choosing = g_new0 (Choosing, 1);

  choosing->window = g_object_ref (self);
  choosing->use = use;
  choosing->is_new = name != NULL;

  gtk_file_filter_set_name (filter, _("Libraries"));
  gtk_file_filter_add_suffix (filter, "sqlite");
  g_list_store_append (filters, filter);
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, all);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, title);

  if (name != NULL)
    {
      gtk_file_dialog_set_initial_name (dialog, name);
      gtk_file_dialog_save (dialog, GTK_WINDOW (self), NULL, chosen_cb, choosing);
    }
  else
    {
      gtk_file_dialog_open (dialog, GTK_WINDOW (self), NULL, chosen_cb, choosing);
    }
}

/* In the place of this one, in the windows that come after this one. */
static void
use_library (PlxWindow  *self,
             const char *path)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (PLX_IS_APPLICATION (application))
    plx_application_use_library (PLX_APPLICATION (application), path);
}

static void
open_library (PlxWindow  *self,
              const char *path)
{
  if (self->library == NULL || !g_str_equal (plx_library_get_path (self->library), path))
    use_library (self, path);
}

/* No file is ever replaced by an empty library. */
static void
make_library (PlxWindow  *self,
              const char *path)
{
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    plx_window_say (self, _("There is a file of this name, which is kept: choose another name"));
  else
    use_library (self, path);
}

static void
open_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  choose (PLX_WINDOW (widget), _("Open a Library"), NULL, open_library);
}

static void
new_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  /* Translators: the name of a file; its ending stays as it is */
  choose (PLX_WINDOW (widget), _("Make a New Library"), _("library.sqlite"), make_library);
}

static void
recent_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  open_library (PLX_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (PlxWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!plx_library_safety_finish (PLX_LIBRARY (source), result, &error))
    plx_window_show_error (self, error);
  else
    plx_window_say (self, _("The library is exported"));
}

static void
export_to (PlxWindow  *self,
           const char *path)
{
  plx_library_export_async (self->library, path, NULL, exported_cb, g_object_ref (self));
}

static void
export_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  /* Translators: the name of a file; %s is a day such as 2026-05-03, the ending stays as it is */
  g_autofree char *name = g_strdup_printf (_("library %s.sqlite"), day);

  choose (PLX_WINDOW (widget), _("Export the Library"), name, export_to);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (PlxWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!plx_library_change_finish (PLX_LIBRARY (source), result, &error))
    plx_window_show_error (self, error);
  else
    plx_window_say_with_undo (self, _("The stories of the library are added"));
}

static void
import_from (PlxWindow  *self,
             const char *path)
{
  plx_library_import_async (self->library, path, NULL, imported_cb, g_object_ref (self));
}

static void
import_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  choose (PLX_WINDOW (widget), _("Import a Library"), NULL, import_from);
}

static void
backups_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  adw_dialog_present (plx_backups_dialog_new (PLX_WINDOW (widget)->library), widget);
}

/* What a library is called: the name of its file. */
static char *
dup_name (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';

  return g_steal_pointer (&name);
}

/**
 * plx_window_dup_library_name:
 * @self: a window
 *
 * Returns: (transfer full) (nullable): what the library is called, where it is not the one that
 *   every user has
 */
char *
plx_window_dup_library_name (PlxWindow *self)
{
  g_autofree char *own = plx_library_dup_default_path ();
  const char *path = self->library != NULL ? plx_library_get_path (self->library) : NULL;

  return path != NULL && !g_str_equal (path, own) ? dup_name (path) : NULL;
}

static void
fill_menu (PlxWindow          *self,
           const char * const *recent)
{
  GMenu *menu = G_MENU (gtk_widget_get_template_child (GTK_WIDGET (self->sidebar),
                                                       PLX_TYPE_SIDEBAR, "recent_libraries"));
  g_autofree char *own = plx_library_dup_default_path ();

  g_menu_remove_all (menu);
  for (gsize i = 0; recent[i] != NULL; i++)
    {
      g_autofree char *name = g_str_equal (recent[i], own) ? g_strdup (_("Your Own Library"))
                                                           : dup_name (recent[i]);
      g_autoptr (GMenuItem) item = NULL;
      g_auto (GStrv) parts = g_strsplit (name, "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);

      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "win.recent-library", "s", recent[i]);
      g_menu_append_item (menu, item);
    }
}

/**
 * plx_window_remember_library:
 * @self: a window
 *
 * Puts the library at the head of those that were opened last, and lists these in the menu. As
 * long as nobody has opened another than his own there is nothing to choose from.
 */
void
plx_window_remember_library (PlxWindow *self)
{
  g_auto (GStrv) recent = g_settings_get_strv (self->settings, "recent-libraries");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *own = plx_library_dup_default_path ();
  g_autofree char *name = plx_window_dup_library_name (self);
  g_auto (GStrv) paths = NULL;
  const char *path;

  if (self->library == NULL || (name == NULL && *recent == NULL))
    {
      fill_menu (self, (const char * const *) recent);
      return;
    }

  path = plx_library_get_path (self->library);
  g_strv_builder_add (builder, path);
  for (gsize i = 0, n = 1; recent[i] != NULL && n < N_RECENT; i++)
    if (!g_str_equal (recent[i], path))
      {
        g_strv_builder_add (builder, recent[i]);
        n++;
      }
  if (*recent == NULL)
    g_strv_builder_add (builder, own);
  paths = g_strv_builder_end (builder);
  if (!g_strv_equal ((const char * const *) paths, (const char * const *) recent))
    g_settings_set_strv (self->settings, "recent-libraries", (const char * const *) paths);
  fill_menu (self, (const char * const *) paths);
}

/**
 * plx_window_install_library:
 * @widget_class: the window's class
 *
 * Installs `win.open-library`, `win.new-library`, `win.recent-library` (string),
 * `win.export-library`, `win.import-library` and `win.backups`.
 */
void
plx_window_install_library (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-library", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "win.new-library", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "win.recent-library", "s", recent_cb);
  gtk_widget_class_install_action (widget_class, "win.export-library", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "win.import-library", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "win.backups", NULL, backups_cb);
}
