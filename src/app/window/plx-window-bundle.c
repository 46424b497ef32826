/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-window-bundle"

#include "config.h"

#include "window/plx-window-bundle.h"

#include <glib/gi18n.h>

#include "bundle/plx-bundle.h"
#include "countries/plx-own-tables.h"

/* Milliseconds after which it is told that a bundle is being opened: most are there by then. */
#define PATIENCE 500

/* Evidence bundles, which come from the menu or by being dropped: the same story as on the computer
 * on which they were made. */

/* A bundle while it is opened. */
typedef struct
{
  PlxWindow    *window;
  GFile        *file;
  PlxStory     *story;       /* nullable: where it goes if it is an archive of articles */
  gboolean      is_archive;  /* whether it may be one */
  GCancellable *cancellable;
  AdwToast     *toast;       /* nullable until it takes its time */
  guint         toast_id;    /* source until then, or 0 */
} Opening;

static void
opening_free (Opening *self)
{
  g_clear_handle_id (&self->toast_id, g_source_remove);
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_clear_object (&self->toast);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->story);
  g_object_unref (self->file);
  g_object_unref (self->window);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
cancel_cb (GCancellable *cancellable)
{
  g_cancellable_cancel (cancellable);
}

static gboolean
patience_cb (gpointer data)
{
  Opening *self = data;
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *words = NULL;

  /* Translators: the name of a file */
  words = g_strdup_printf (_("“%s” is being opened"), name);
  self->toast_id = 0;
  self->toast = g_object_ref (adw_toast_new (words));
  adw_toast_set_timeout (self->toast, 0);
  adw_toast_set_button_label (self->toast, _("_Cancel"));
  g_signal_connect_object (self->toast, "button-clicked", G_CALLBACK (cancel_cb),
                           self->cancellable, G_CONNECT_SWAPPED);
  plx_window_add_toast (self->window, self->toast);

  return G_SOURCE_REMOVE;
}

/* What the user calls countries, and relations of his own, stay as they are; those of the bundle
 * are added to them. */
static void
adopt_tables (PlxWindow *self,
              PlxBundle *bundle)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) clashes = plx_own_tables_adopt (plx_own_tables_get_default (), bundle, &error);
  g_autofree char *names = NULL;
  g_autofree char *words = NULL;

  if (clashes == NULL)
    {
      plx_window_show_error (self, error);
      return;
    }
  if (*clashes == NULL)
    return;

  names = g_strjoinv (", ", clashes);
  /* Translators: %s are names of relations, such as “Partners of the court” */
  words = g_strdup_printf (_("You have other relations of the same name, which are used: %s"),
                           names);
  plx_window_say (self, words);
}

static void
tell_error (Opening *self,
            GError  *error)
{
  g_autofree char *name = g_file_get_basename (self->file);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* Translators: the name of a file; what went wrong follows */
  g_prefix_error (&error, _("“%s” could not be opened: "), name);
  plx_window_show_error (self->window, error);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Opening) self = user_data;
  g_autoptr (PlxBundle) bundle = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxStory) story = plx_bundle_open_finish (result, &bundle, &error);
  g_autofree char *words = NULL;

  if (story == NULL && self->is_archive &&
      g_error_matches (error, PLX_BUNDLE_ERROR, PLX_BUNDLE_ERROR_NOT_ONE))
    {
      g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

      g_ptr_array_add (files, g_object_ref (self->file));
      plx_importer_add_files (plx_window_get_importer (self->window), files, self->story, NULL);
      return;
    }

  if (story == NULL)
    {
      tell_error (self, error);
      return;
    }

  /* Translators: the title of a story */
  words = g_strdup_printf (_("“%s” opened"), plx_story_get_title (story));
  plx_window_say_with_undo (self->window, words);
  adopt_tables (self->window, bundle);
  plx_session_set_story (plx_window_get_session (self->window), story);
}

static void
open_file (PlxWindow *self,
           GFile     *file,
           gboolean   is_archive,
           PlxStory  *story)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->window = g_object_ref (self);
  opening->file = g_object_ref (file);
  g_set_object (&opening->story, story);
  opening->is_archive = is_archive;
  opening->cancellable = g_cancellable_new ();
  opening->toast_id = g_timeout_add (PATIENCE, patience_cb, opening);

  plx_bundle_open_async (plx_session_get_library (plx_window_get_session (self)), file,
                         opening->cancellable, opened_cb, opening);
}

/**
 * plx_window_open_bundle:
 * @self: a window with a library
 * @file: an evidence bundle
 *
 * Adds the story of a bundle to the library and opens it. What is wrong with the bundle is told.
 */
void
plx_window_open_bundle (PlxWindow *self,
                        GFile     *file)
{
  g_return_if_fail (PLX_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  open_file (self, file, FALSE, NULL);
}

/**
 * plx_window_offer_bundle:
 * @self: a window with a library
 * @files: (element-type GFile): what was dropped or copied
 * @story: (nullable): where articles go, or `NULL` for a new story
 *
 * Looks whether a file is an evidence bundle, and opens it if it is; otherwise it is added as
 * archives of articles are.
 *
 * Returns: whether the file is being looked at; if not, nothing was done with it
 */
gboolean
plx_window_offer_bundle (PlxWindow *self,
                         GPtrArray *files,
                         PlxStory  *story)
{
  g_autofree char *name = NULL;
  g_autofree char *folded = NULL;

  if (files->len != 1 || plx_window_get_importer (self) == NULL)
    return FALSE;

  name = g_file_get_basename (g_ptr_array_index (files, 0));
  folded = name != NULL ? g_ascii_strdown (name, -1) : NULL;
  if (folded == NULL || !g_str_has_suffix (folded, ".zip"))
    return FALSE;

  open_file (self, g_ptr_array_index (files, 0), TRUE, story);

  return TRUE;
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (PlxWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    plx_window_open_bundle (self, file);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) &&
           !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    plx_window_show_error (self, error);
}

static void
open_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _("Evidence Bundles"));
  gtk_file_filter_add_mime_type (filter, "application/zip");
  gtk_file_filter_add_suffix (filter, "zip");
  g_list_store_append (filters, filter);
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, all);

  gtk_file_dialog_set_title (dialog, _("Open an Evidence Bundle"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (widget), NULL, chosen_cb, g_object_ref (widget));
}

/**
 * plx_window_install_bundle:
 * @widget_class: the window's class
 *
 * Installs `win.open-bundle`.
 */
void
plx_window_install_bundle (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-bundle", NULL, open_cb);
}
