/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <time.h>

#include "kept/plx-article-item.h"
#include "kept/plx-articles-page.h"
#include "window/plx-window.h"

/* What a frame of the list of all articles costs while one scrolls: the processor time of the main
 * thread from where the list is told to go elsewhere until the frame is painted, with all that is
 * done for it in between: rows that get other articles, layout, drawing with the Cairo renderer.
 * Reading from the disk is done by another thread, and shows in a later frame.
 *
 * *smoothly*: 90 pixels a frame; *by pages*: a screen a frame; *anywhere*: to a place that has not
 * been read, as when the slider is dragged. With the name of a file, the library is made there, or
 * found there when it was made before. */

#define BATCH 10000
#define FRAMES 240
#define WARM 10

typedef enum
{
  SMOOTHLY,
  BY_PAGES,
  ANYWHERE,
} Way;

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static void
added_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxStory) story = plx_library_add_finish (PLX_LIBRARY (object), result, &error);
  gboolean *done = user_data;

  g_assert_no_error (error);
  *done = TRUE;
}

static PlxDocument *
make_document (guint i)
{
  g_autofree char *source = g_strdup_printf ("%u.txt", i);
  g_autofree char *headline = g_strdup_printf ("Number %u: the council of the %uth quarter has "
                                               "met once more", i * 7919 % 1000003, i % 97);
  g_autofree char *outlet = g_strdup_printf ("The Quarter’s Paper %u", i % 389);
  g_autofree char *day = g_strdup_printf ("%u-%02u-%02u", 1990 + i % 30, 1 + i / 3 % 12,
                                          1 + i / 7 % 28);
  PlxDocument *document = plx_document_new (source, "text");

  plx_document_append (document, headline, -1, PLX_ROLE_HEADLINE, PLX_CUT_NONE);
  plx_document_append (document, "Nothing was decided.", -1, PLX_ROLE_BODY, PLX_CUT_NONE);
  plx_document_set_field (document, PLX_FIELD_HEADLINE, headline, "text");
  plx_document_set_field (document, PLX_FIELD_OUTLET, outlet, "text");
  plx_document_set_field (document, PLX_FIELD_PUBLISHED, day, "text");

  return document;
}

static void
fill (PlxLibrary *library,
      guint       n)
{
  for (guint first = 0; first < n; first += BATCH)
    {
      g_autoptr (GPtrArray) documents =
        g_ptr_array_new_with_free_func ((GDestroyNotify) plx_document_unref);
      gboolean done = FALSE;

      for (guint i = first; i < MIN (first + BATCH, n); i++)
        g_ptr_array_add (documents, make_document (i));
      plx_library_add_async (library, NULL, "Made up", documents, NULL, added_cb, &done);
      while (!done)
        g_main_context_iteration (NULL, TRUE);
    }
}

static gpointer
find_widget (GtkWidget *root,
             GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

static double
scroll (GtkAdjustment *adjustment,
        GdkFrameClock *clock,
        Way            way,
        GRand         *rand)
{
  const double page = gtk_adjustment_get_page_size (adjustment);
  const double end = gtk_adjustment_get_upper (adjustment) - page;
  double value = gtk_adjustment_get_value (adjustment);
  gboolean painted = FALSE;
  double start = now ();
  gulong handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb),
                                             &painted);

  value = way == ANYWHERE ? g_rand_double_range (rand, 0, end)
                          : value + (way == SMOOTHLY ? 90 : page);
  gtk_adjustment_set_value (adjustment, value > end ? 0 : value);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);

  return now () - start;
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  const double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

static void
measure (GtkWidget  *list,
         Way         way,
         const char *label)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  GdkFrameClock *clock = gtk_widget_get_frame_clock (list);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  double times[FRAMES];
  guint n_late = 0;

  for (guint i = 0; i < FRAMES + WARM; i++)
    {
      double time = scroll (adjustment, clock, way, rand);

      if (i >= WARM)
        times[i - WARM] = time;
      if (i >= WARM && time > 33)
        n_late++;
    }

  qsort (times, FRAMES, sizeof *times, compare_doubles);
  g_print ("  %-10s %6.2f ms (9 of 10 below %.2f, most %.2f; %u of %d over 33)\n", label,
           times[FRAMES / 2], times[FRAMES * 9 / 10], times[FRAMES - 1], n_late, FRAMES);
}

static double
wait_for (GListModel *articles,
          guint       n,
          gint64      before)
{
  gboolean is_read = FALSE;

  while (!is_read)
    {
      g_autoptr (PlxArticleItem) first = g_list_model_get_item (articles, 0);

      is_read = g_list_model_get_n_items (articles) == n && plx_article_item_is_read (first);
      if (!is_read)
        g_main_context_iteration (NULL, TRUE);
    }

  return (g_get_monotonic_time () - before) / 1e3;
}

int
main (int    argc,
      char **argv)
{
  const guint n = argc > 1 ? CLAMP (strtoul (argv[1], NULL, 10), 1, 1000000) : 100000;
  g_autofree char *folder = g_dir_make_tmp ("plx-XXXXXX", NULL);
  g_autofree char *path = argc > 2 ? g_strdup (argv[2])
                                   : g_build_filename (folder, "library.sqlite", NULL);
  g_autoptr (PlxLibrary) library = plx_library_open (path, NULL);
  PlxWindow *window;
  PlxArticlesPage *page;
  GListModel *articles;
  GtkWidget *list;
  gint64 before;

  gtk_init ();
  adw_init ();
  if (g_list_model_get_n_items (plx_library_get_stories (library)) == 0)
    fill (library, n);
  g_print ("%u articles\n", n);

  window = plx_window_new (NULL, library);
  gtk_window_present (GTK_WINDOW (window));
  before = g_get_monotonic_time ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.place", "s", "articles");
  page = find_widget (GTK_WIDGET (window), PLX_TYPE_ARTICLES_PAGE);
  articles = G_LIST_MODEL (gtk_widget_get_template_child (GTK_WIDGET (page),
                                                          PLX_TYPE_ARTICLES_PAGE, "selection"));
  g_print ("  listed     %6.0f ms from asking until the first is told\n",
           wait_for (articles, n, before));

  list = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (page), PLX_TYPE_ARTICLES_PAGE,
                                                    "list"));
  measure (list, SMOOTHLY, "smoothly");
  measure (list, BY_PAGES, "by pages");
  measure (list, ANYWHERE, "anywhere");

  gtk_window_destroy (GTK_WINDOW (window));
  plx_library_close (library);
  if (argc <= 2)
    g_remove (path);
  g_rmdir (folder);

  return 0;
}
