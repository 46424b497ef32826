/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * sheet-bench PARTS [FILE]: how long it takes to count the pages of a sheet of so many parts, until
 * the first can be drawn, and to write them as PDF, to FILE or to nowhere; and how much memory that
 * takes. With PARTS negative, the same words are set by Pango alone, as one paragraph each. Run by
 * tests/bench/sheet; never part of the tests.
 */

#define G_LOG_DOMAIN "sheet-bench"

#include "config.h"

#include <cairo-pdf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "sheet/plx-sheet-faces.h"

#include "../core/sheet-fixture.h"

#define N_ARTICLES 12

static double
read_clock (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);

  return now.tv_sec + now.tv_nsec / 1e9;
}

/* Seconds of processor time: what others do on the machine counts less. */
static double
get_clock (void)
{
  return read_clock (CLOCK_PROCESS_CPUTIME_ID);
}

static long
get_memory (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return usage.ru_maxrss / 1024;
}

static cairo_status_t
drop (void                *closure,
      const unsigned char *data,
      unsigned int         length)
{
  *(gsize *) closure += length;

  return CAIRO_STATUS_SUCCESS;
}

/* The least that setting these words can take: Pango's own lines one under the other. */
static void
run_peer (guint n_parts)
{
  PangoContext *context = plx_sheet_context_new ();
  PangoFontDescription *font = plx_sheet_face_describe ((PlxSheetFace) PLX_STYLE_TEXT, 9.5);
  gsize size = 0;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (drop, &size, 595, 842);
  cairo_t *cr = cairo_create (surface);
  double start = get_clock (), y = 56;
  guint n_pages = 1;

  for (guint i = 0; i < 3 * n_parts; i++)
    {
      g_autofree char *words = sheet_fixture_words (i, 45);
      g_autoptr (PangoLayout) layout = pango_layout_new (context);
      int height;

      pango_layout_set_font_description (layout, font);
      pango_layout_set_text (layout, words, -1);
      pango_layout_set_width (layout, 483 * PANGO_SCALE);
      pango_layout_get_size (layout, NULL, &height);
      if (y + height / (double) PANGO_SCALE > 786)
        {
          cairo_show_page (cr);
          n_pages++;
          y = 56;
        }
      cairo_move_to (cr, 56, y);
      pango_cairo_show_layout (cr, layout);
      y += height / (double) PANGO_SCALE;
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  pango_font_description_free (font);
  g_object_unref (context);

  printf ("pango %u pages %.0f ms %ld MB %zu bytes\n", n_pages, 1000 * (get_clock () - start),
          get_memory (), size);
}

static void
made_cb (GObject      *source_object,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static PlxSheetContent *
make_content (guint n_parts)
{
  g_autoptr (PlxSheetMatter) matter = sheet_fixture_matter (N_ARTICLES);
  g_autoptr (PlxSheetPlan) plan = plx_sheet_plan_new ();

  return sheet_fixture_content (matter, plan, n_parts, sheet_fixture_write,
                                GUINT_TO_POINTER (N_ARTICLES));
}

/* From when someone asks until the first page is drawn: by the clock on the wall, and how much of
 * that was work on the way to it. */
static void
run_first (guint n_parts)
{
  g_autoptr (PlxSheetContent) content = make_content (n_parts);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (PlxSheetPages) pages = NULL;
  gint64 start = g_get_monotonic_time ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 893, 1263);
  cairo_t *cr = cairo_create (surface);
  double cpu = get_clock (), thread;

  plx_sheet_pages_make_async (content, cancellable, made_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  pages = plx_sheet_pages_make_finish (result, NULL);
  cpu = get_clock () - cpu;
  thread = read_clock (CLOCK_THREAD_CPUTIME_ID);
  cairo_scale (cr, 1.5, 1.5);
  plx_sheet_pages_draw (pages, 0, cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  thread = read_clock (CLOCK_THREAD_CPUTIME_ID) - thread;
  printf ("first page wall %.0f ms work %.0f ms\n", (g_get_monotonic_time () - start) / 1000.0,
          1000 * (cpu + thread));
  g_cancellable_cancel (cancellable);
}

static void
run_all (guint       n_parts,
         const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxSheetContent) content = make_content (n_parts);
  g_autoptr (PlxSheetPages) pages = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  double start = get_clock (), counted, written;
  long before = get_memory (), at_count;

  pages = plx_sheet_pages_new (content, NULL, NULL, NULL, &error);
  counted = get_clock ();
  at_count = get_memory ();
  if (pages == NULL || !plx_sheet_pages_save (pages, file, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
  written = get_clock ();

  printf ("sheet %u pages %.0f ms counted %.0f written %.0f memory %ld MB before %ld counted %ld\n",
          plx_sheet_pages_get_n_pages (pages), 1000 * (written - start),
          1000 * (counted - start), 1000 * (written - counted), get_memory (), before, at_count);
}

int
main (int    argc,
      char **argv)
{
  int n_parts = argc > 1 ? atoi (argv[1]) : 0;

  if (n_parts == 0)
    {
      fprintf (stderr, "sheet-bench PARTS [FILE]\n");
      return 2;
    }

  if (n_parts < 0)
    {
      run_peer (-n_parts);
      return 0;
    }

  /* As in a window that is open: fontconfig has read what it reads once. The second time counts. */
  if (argc > 2 && g_str_equal (argv[2], "first"))
    for (guint i = 0; i < 3; i++)
      run_first (n_parts);
  else
    run_all (n_parts, argc > 2 ? argv[2] : "/dev/null");

  return 0;
}
