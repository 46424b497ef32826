/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-about"

#include "config.h"

#include "window/plx-about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* For reports of faults. The stories may be confidential: they are counted and not named. */
static char *
describe_for_debugging (PlxLibrary *library,
                        const char *path)
{
  GListModel *stories = library != NULL ? plx_library_get_stories (library) : NULL;
  guint n_stories = stories != NULL ? g_list_model_get_n_items (stories) : 0;
  g_autofree char *system = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_articles = 0;

  for (guint i = 0; i < n_stories; i++)
    {
      g_autoptr (PlxStory) story = g_list_model_get_item (stories, i);

      n_articles += plx_story_get_n_articles (story);
    }

  g_string_append_printf (text, "Parallax %s\n", PACKAGE_VERSION);
  g_string_append_printf (text, "GTK %u.%u.%u\n", gtk_get_major_version (),
                          gtk_get_minor_version (), gtk_get_micro_version ());
  g_string_append_printf (text, "libadwaita %u.%u.%u\n", adw_get_major_version (),
                          adw_get_minor_version (), adw_get_micro_version ());
  g_string_append_printf (text, "GLib %u.%u.%u\n", glib_major_version, glib_minor_version,
                          glib_micro_version);
  g_string_append_printf (text, "System: %s\n", system != NULL ? system : "unknown");
  g_string_append_printf (text, "Flatpak: %s\n",
                          g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) ? "yes" : "no");
  g_string_append_printf (text, "Languages: %s\n", g_get_language_names ()[0]);
  g_string_append_printf (text, "Library: %s%s\n", path,
                          library == NULL ? " (cannot be opened)" : "");
  g_string_append_printf (text, "Stories: %u, articles in them: %u\n", n_stories, n_articles);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * plx_about_present:
 * @parent: (nullable): a widget of the window over which it opens
 * @library: (nullable): the library, where it could be opened
 * @path: where its file is
 *
 * Shows what this program is, with what a report of a fault needs.
 */
void
plx_about_present (GtkWidget  *parent,
                   PlxLibrary *library,
                   const char *path)
{
  AdwDialog *dialog = adw_about_dialog_new ();
  g_autofree char *debug_info = describe_for_debugging (library, path);
  const char *developers[] = { _("The Parallax developers"), NULL };

  g_object_set (dialog,
                "application-name", _("Parallax"),
                "application-icon", APP_ID,
                "version", PACKAGE_VERSION,
                "developer-name", _("The Parallax developers"),
                "developers", developers,
                "copyright", _("© 2026 The Parallax developers"),
                "license-type", GTK_LICENSE_GPL_3_0,
                "debug-info", debug_info,
                "debug-info-filename", "parallax-debug-info.txt",
                "comments", _("Compares what several articles say about one event. "
                              "It works on this computer alone and opens no connection."),
                /* Translators: put your names here, one a line */
                "translator-credits", _("translator-credits"),
                NULL);
  adw_dialog_present (dialog, parent);
}
