/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

void
app_fixture_set_up (AppFixture    *self,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("plx-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "library.sqlite", NULL);
  self->library = plx_library_open (self->path, &error);
  g_assert_no_error (error);
  self->session = plx_session_new (self->library);
}

static void
close_library (AppFixture *self,
               gboolean    may_live_on)
{
  plx_session_set_story (self->session, NULL);
  app_fixture_settle ();
  plx_library_close (self->library);
  if (may_live_on)
    {
      g_clear_object (&self->session);
      g_clear_object (&self->library);
      return;
    }

  /* What is under way in other threads holds them until it comes back. */
  app_fixture_wait (G_OBJECT (self->session)->ref_count == 1);
  app_fixture_wait (G_OBJECT (self->library)->ref_count == 2);
  g_assert_finalize_object (g_steal_pointer (&self->session));
  g_assert_finalize_object (g_steal_pointer (&self->library));
}

void
app_fixture_tear_down (AppFixture    *self,
                       gconstpointer  data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  close_library (self, GPOINTER_TO_INT (data) == APP_FIXTURE_MAY_LIVE_ON);

  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

/* As if the program were ended and started again. */
void
app_fixture_reopen (AppFixture *self)
{
  g_autoptr (GError) error = NULL;

  close_library (self, FALSE);
  self->library = plx_library_open (self->path, &error);
  g_assert_no_error (error);
  self->session = plx_session_new (self->library);
}

PlxDocument *
app_fixture_document (const char *headline,
                      const char *source,
                      const char *text)
{
  PlxDocument *document = plx_document_new (source, "text");

  plx_document_set_field (document, PLX_FIELD_HEADLINE, headline, "text");
  plx_document_set_field (document, PLX_FIELD_PUBLISHED, "2015-06-15", "text");
  plx_document_append (document, headline, -1, PLX_ROLE_HEADLINE, PLX_CUT_NONE);
  plx_document_append (document, text, -1, PLX_ROLE_BODY, PLX_CUT_NONE);
  plx_document_append (document, "Give to us today.", -1, PLX_ROLE_CHROME, PLX_CUT_DONATION);

  return document;
}

static void
added_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  PlxStory **story = user_data;

  *story = plx_library_add_finish (PLX_LIBRARY (object), result, &error);
  g_assert_no_error (error);
}

/* The library keeps the story. */
PlxStory *
app_fixture_add_documents (AppFixture *self,
                           const char *title,
                           GPtrArray  *documents)
{
  PlxStory *story = NULL;

  plx_library_add_async (self->library, NULL, title, documents, NULL, added_cb, &story);
  app_fixture_wait (story != NULL);
  g_object_unref (story);

  return story;
}

/* A story of two articles that differ in a number; the library keeps it. */
PlxStory *
app_fixture_add_story (AppFixture *self,
                       const char *title)
{
  g_autoptr (GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);

  g_ptr_array_add (documents,
                   app_fixture_document ("Chad hosts a summit", "one.txt",
                                         "Chad hosted a summit in Ndjamena on Monday. "
                                         "About 300 guests came from Sudan and Kenya."));
  g_ptr_array_add (documents,
                   app_fixture_document ("Summit held in Chad", "two.txt",
                                         "Chad hosted a summit in Ndjamena on Monday. "
                                         "About 500 guests came from Sudan and Kenya."));

  return app_fixture_add_documents (self, title, documents);
}

void
app_fixture_open (AppFixture *self,
                  PlxStory   *story)
{
  plx_session_set_story (self->session, story);
  app_fixture_wait (plx_session_get_analysis (self->session) != NULL);
  app_fixture_wait (!plx_session_is_busy (self->session));
}

GFile *
app_fixture_write (AppFixture *self,
                   const char *name,
                   const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

/* Lets everything that is ready happen. */
void
app_fixture_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

PlxWindow *
app_fixture_open_window (PlxLibrary *library)
{
  PlxWindow *window = plx_window_new (NULL, library);

  gtk_window_present (GTK_WINDOW (window));
  app_fixture_settle ();

  return window;
}

void
app_fixture_close_window (PlxWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  if (window != NULL)
    gtk_window_destroy (GTK_WINDOW (window));
  app_fixture_wait (window == NULL);
}

const char *
app_fixture_get_page (PlxWindow *window)
{
  GObject *body = gtk_widget_get_template_child (GTK_WIDGET (window), PLX_TYPE_WINDOW, "body");

  return gtk_stack_get_visible_child_name (GTK_STACK (body));
}

/* The label below a widget that can be seen and says just this, or none. */
GtkWidget *
app_fixture_find_label (GtkWidget  *root,
                        const char *text)
{
  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root) &&
      g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = app_fixture_find_label (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}
