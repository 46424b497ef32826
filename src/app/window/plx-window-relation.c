/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-window-relation"

#include "config.h"

#include "countries/plx-relation-file.h"
#include "filter/plx-relation-file-dialog.h"
#include "window/plx-window-adding.h"

/* A table of countries that is dropped on the window is no article: it becomes a relation of the
 * user's own. Only its first lines tell which of the two a file is. */

/* A file while it is looked at. */
typedef struct
{
  PlxWindow *window;
  GFile     *file;
  PlxStory  *story; /* nullable: where it goes if it is an article */
  PlxDay     today;
} Offered;

static void
offered_free (gpointer data)
{
  Offered *self = data;

  g_clear_object (&self->window);
  g_clear_object (&self->file);
  g_clear_object (&self->story);
  g_free (self);
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Offered *self = data;
  g_autoptr (GError) error = NULL;
  PlxRelationFile *file = plx_relation_file_read (self->file, self->today, cancellable, &error);

  if (file != NULL)
    g_task_return_pointer (task, file, (GDestroyNotify) plx_relation_file_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  Offered *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxRelationFile) file = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GPtrArray) files = NULL;

  if (file != NULL && file->is_table)
    {
      adw_dialog_present (plx_relation_file_dialog_new (file), GTK_WIDGET (self->window));
      return;
    }

  /* Whatever is wrong with it, the readers of articles say. */
  if (error != NULL)
    g_debug ("A file is no table of countries: %s", error->message);
  if (plx_window_get_importer (self->window) == NULL)
    return;

  files = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (files, g_object_ref (self->file));
  plx_importer_add_files (plx_window_get_importer (self->window), files, self->story, NULL);
}

static gboolean
may_be_table (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *folded = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  return folded != NULL && (g_str_has_suffix (folded, ".csv") || g_str_has_suffix (folded, ".tsv"));
}

/**
 * plx_window_offer_relation:
 * @self: a window
 * @files: (element-type GFile): what was dropped or copied
 * @story: (nullable): where articles go, or `NULL` for a new story
 *
 * Looks whether a file is a table of countries, and offers to add it as a relation if it is;
 * otherwise it is added as articles are.
 *
 * Returns: whether the file is being looked at; if not, nothing was done with it
 */
gboolean
plx_window_offer_relation (PlxWindow *self,
                           GPtrArray *files,
                           PlxStory  *story)
{
  g_autoptr (GTask) task = NULL;
  Offered *offered;

  if (files->len != 1 || !may_be_table (g_ptr_array_index (files, 0)))
    return FALSE;

  offered = g_new0 (Offered, 1);
  offered->window = g_object_ref (self);
  offered->file = g_object_ref (g_ptr_array_index (files, 0));
  g_set_object (&offered->story, story);
  offered->today = plx_session_get_today (plx_window_get_session (self));

  task = g_task_new (self, NULL, read_cb, NULL);
  g_task_set_source_tag (task, plx_window_offer_relation);
  g_task_set_static_name (task, "[parallax] look at a table");
  g_task_set_task_data (task, offered, offered_free);
  g_task_run_in_thread (task, read_in_thread);

  return TRUE;
}
