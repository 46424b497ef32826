/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "app-fixture.h"
#include "sheet-fixture.h"
#include "sheet/plx-sheet-job-bar.h"
#include "sheet/plx-sheet-printing.h"
#include "sheet/plx-sheet-printout.h"
#include "sheet/plx-sheet-output.h"

static GtkPrintSettings *
ask_for (GtkPrintPages  which,
         GtkPageSet     set,
         const char    *ranges)
{
  GtkPrintSettings *settings = gtk_print_settings_new ();

  gtk_print_settings_set_print_pages (settings, which);
  gtk_print_settings_set_page_set (settings, set);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_PAGE_RANGES, ranges);

  return settings;
}

static char *
list_pages (PlxSheetPages    *sheet,
            GtkPrintSettings *settings)
{
  const PlxSheetPrintout printout = { sheet, 3, settings, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) pages = plx_sheet_printout_list_pages (&printout, &error);
  GString *list = g_string_new (NULL);

  if (pages == NULL)
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
      return g_string_free (list, FALSE);
    }

  g_assert_no_error (error);
  for (guint i = 0; i < pages->len; i++)
    g_string_append_printf (list, "%s%u", i > 0 ? " " : "", g_array_index (pages, guint, i) + 1);

  return g_string_free (list, FALSE);
}

/* The settings count pages from 0, as GTK does. */
static void
test_pages_asked_for (void)
{
  static const struct
  {
    GtkPrintPages  which;
    GtkPageSet     set;
    const char    *ranges;
    const char    *pages;
  } cases[] = {
    { GTK_PRINT_PAGES_ALL, GTK_PAGE_SET_ALL, NULL, "1 2 3 4 5" },
    { GTK_PRINT_PAGES_ALL, GTK_PAGE_SET_ODD, NULL, "1 3 5" },
    { GTK_PRINT_PAGES_ALL, GTK_PAGE_SET_EVEN, NULL, "2 4" },
    { GTK_PRINT_PAGES_CURRENT, GTK_PAGE_SET_ALL, NULL, "4" },
    { GTK_PRINT_PAGES_RANGES, GTK_PAGE_SET_ALL, "1-2", "2 3" },
    { GTK_PRINT_PAGES_RANGES, GTK_PAGE_SET_ALL, "3-3,0-1", "4 1 2" },
    { GTK_PRINT_PAGES_RANGES, GTK_PAGE_SET_ALL, "3-400", "4 5" },
    { GTK_PRINT_PAGES_RANGES, GTK_PAGE_SET_ODD, "1-4", "3 5" },
    { GTK_PRINT_PAGES_RANGES, GTK_PAGE_SET_ALL, "70-80", "" },
    { GTK_PRINT_PAGES_RANGES, GTK_PAGE_SET_ALL, NULL, "1 2 3 4 5" },
  };
  g_autoptr (PlxSheetPages) sheet = NULL;
  g_autofree char *plain = NULL;

  for (guint n = 1; sheet == NULL || plx_sheet_pages_get_n_pages (sheet) < 5; n++)
    {
      g_clear_object (&sheet);
      sheet = sheet_fixture_make ("Towns", n, PLX_PAPER_A5, FALSE);
    }
  g_assert_cmpuint (plx_sheet_pages_get_n_pages (sheet), ==, 5);

  plain = list_pages (sheet, NULL);
  g_assert_cmpstr (plain, ==, "1 2 3 4 5");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GtkPrintSettings) settings = ask_for (cases[i].which, cases[i].set,
                                                       cases[i].ranges);
      g_autofree char *pages = list_pages (sheet, settings);

      g_assert_cmpstr (pages, ==, cases[i].pages);
    }
}

static void
test_printer_has_another_paper (void)
{
  g_autoptr (PlxSheetPages) sheet = sheet_fixture_make ("Towns", 1, PLX_PAPER_A5, TRUE);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  GtkPaperSize *letter = gtk_paper_size_new (GTK_PAPER_NAME_LETTER);
  PlxSheetPrintout printout = { sheet, 0, NULL, NULL };
  double width, height;
  cairo_matrix_t matrix;

  plx_sheet_printout_find_paper (&printout, &width, &height, &matrix);
  g_assert_cmpint ((int) width, ==, 595);
  g_assert_cmpint ((int) height, ==, 419);
  g_assert_cmpfloat (matrix.xx, ==, 1);

  /* As wide as the paper, and in the middle of its height. */
  gtk_page_setup_set_paper_size (setup, letter);
  printout.setup = setup;
  plx_sheet_printout_find_paper (&printout, &width, &height, &matrix);
  g_assert_cmpfloat_with_epsilon (width, 612, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 792, 0.01);
  g_assert_cmpfloat_with_epsilon (matrix.xx, 612 / 595.28, 0.001);
  g_assert_cmpfloat_with_epsilon (matrix.x0, 0, 0.01);
  g_assert_cmpfloat_with_epsilon (matrix.y0, (792 - 419.53 * matrix.yy) / 2, 0.01);

  gtk_print_settings_set_scale (settings, 50);
  printout.settings = settings;
  plx_sheet_printout_find_paper (&printout, &width, &height, &matrix);
  g_assert_cmpfloat_with_epsilon (matrix.xx, 306 / 595.28, 0.001);
  gtk_paper_size_free (letter);
}

static void
test_pages_are_written_for_the_printer (void)
{
  g_autoptr (PlxSheetPages) sheet = sheet_fixture_make ("Towns", 40, PLX_PAPER_A5, FALSE);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (PlxSheetJob) job = plx_sheet_job_new ("Printing");
  const PlxSheetPrintout printout = { sheet, 0, NULL, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_cmpfloat (plx_sheet_job_get_fraction (job), ==, -1);
  g_assert_true (plx_sheet_printout_write (&printout, stream, job, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (plx_sheet_job_get_fraction (job), >, 0.5);
  g_assert_true (g_str_has_prefix (
    g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)), "%PDF-"));
}

static void
test_printing_is_cancelled_half_way (void)
{
  g_autoptr (PlxSheetPages) sheet = sheet_fixture_make ("Towns", 40, PLX_PAPER_A5, FALSE);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (PlxSheetJob) job = plx_sheet_job_new ("Printing");
  const PlxSheetPrintout printout = { sheet, 0, NULL, NULL };
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (plx_sheet_job_get_cancellable (job));
  g_assert_false (plx_sheet_printout_write (&printout, stream, job, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

typedef struct
{
  gboolean  is_done;
  GFile    *file;  /* nullable */
  GError   *error; /* nullable */
} Outcome;

static void
outcome_clear (Outcome *outcome)
{
  g_clear_object (&outcome->file);
  g_clear_error (&outcome->error);
  outcome->is_done = FALSE;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Outcome *outcome = user_data;

  outcome->file = plx_sheet_output_finish (result, &outcome->error);
  outcome->is_done = TRUE;
}

static void
save (PlxSheetPages *sheet,
      const char    *id,
      GFile         *file,
      PlxSheetJob   *job,
      Outcome       *outcome)
{
  const PlxSheetOutput output = { sheet, NULL, NULL, 0 };
  guint kind;

  g_assert_true (plx_sheet_output_find (id, &kind));
  plx_sheet_output_write_async (&output, kind, file, job, saved_cb, outcome);
  app_fixture_wait (outcome->is_done);
}

static void
test_sheet_is_saved (AppFixture    *fixture,
                     gconstpointer  data)
{
  g_autoptr (PlxSheetPages) sheet = sheet_fixture_make ("Towns", 40, PLX_PAPER_A5, FALSE);
  g_autoptr (GFile) file = app_fixture_write (fixture, "towns.pdf", "what was there before");
  g_autoptr (PlxSheetJob) job = plx_sheet_job_new ("Saving");
  g_autofree char *written = NULL;
  Outcome outcome = { 0 };

  save (sheet, "pdf", file, job, &outcome);
  g_assert_no_error (outcome.error);
  g_assert_true (g_file_equal (outcome.file, file));
  g_file_load_contents (file, NULL, &written, NULL, NULL, NULL);
  g_assert_true (g_str_has_prefix (written, "%PDF-"));
  outcome_clear (&outcome);
}

static void
test_cancelled_saving_leaves_what_was (AppFixture    *fixture,
                                       gconstpointer  data)
{
  g_autoptr (PlxSheetPages) sheet = sheet_fixture_make ("Towns", 40, PLX_PAPER_A5, FALSE);
  g_autoptr (GFile) file = app_fixture_write (fixture, "towns.pdf", "what was there before");
  g_autoptr (PlxSheetJob) job = plx_sheet_job_new ("Saving");
  g_autofree char *left = NULL;
  Outcome outcome = { 0 };

  g_cancellable_cancel (plx_sheet_job_get_cancellable (job));
  save (sheet, "pdf", file, job, &outcome);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (outcome.file);
  g_file_load_contents (file, NULL, &left, NULL, NULL, NULL);
  g_assert_cmpstr (left, ==, "what was there before");
  outcome_clear (&outcome);
}

/* No test can fill a disk; what is said when it is full can be read. */
static void
test_full_disk_is_told (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/somewhere/towns.pdf");
  g_autoptr (GError) full =
    plx_sheet_output_explain (g_error_new (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "ENOSPC"), file);
  g_autoptr (GError) other =
    plx_sheet_output_explain (g_error_new (G_IO_ERROR, G_IO_ERROR_READ_ONLY, "No way."), file);

  g_assert_error (full, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpstr (full->message, ==,
                   "“towns.pdf” could not be saved: the disk is full. Nothing was written.");
  g_assert_error (other, G_IO_ERROR, G_IO_ERROR_READ_ONLY);
  g_assert_cmpstr (other->message, ==, "“towns.pdf” could not be saved: No way.");
}

static void
test_folder_is_gone (AppFixture    *fixture,
                     gconstpointer  data)
{
  g_autoptr (PlxSheetPages) sheet = sheet_fixture_make ("Towns", 1, PLX_PAPER_A5, FALSE);
  g_autofree char *path = g_build_filename (fixture->folder, "gone", "towns.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (PlxSheetJob) job = plx_sheet_job_new ("Saving");
  Outcome outcome = { 0 };

  save (sheet, "pdf", file, job, &outcome);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_prefix (outcome.error->message, "“towns.pdf” could not be saved: "));
  outcome_clear (&outcome);
}

static void
test_names_of_files (void)
{
  g_autofree char *plain = plx_sheet_output_suggest ("War/Peace", 0);
  g_autofree char *empty = plx_sheet_output_suggest ("", 0);
  guint kind;

  g_assert_cmpstr (plain, ==, "War-Peace.pdf");
  g_assert_cmpstr (empty, ==, "Comparison.pdf");
  g_assert_false (plx_sheet_output_find ("png", &kind));

  for (guint i = 0; i < plx_sheet_output_get_n_kinds (); i++)
    {
      g_assert_true (plx_sheet_output_find (plx_sheet_output_get_id (i), &kind));
      g_assert_cmpuint (kind, ==, i);
      g_assert_cmpint (plx_sheet_output_get_suffix (i)[0], ==, '.');
      g_assert_cmpint (plx_sheet_output_get_title (i)[0], !=, '\0');
    }
}

/* Whatever it is saved as, it can be. */
static void
test_all_kinds_are_saved (AppFixture    *fixture,
                          gconstpointer  data)
{
  static const struct { const char *id, *begins; } kinds[] = {
    { "pdf", "%PDF-" }, { "html", "<!DOCTYPE html>" }, { "odt", "PK" }, { "md", "" },
    { "csv", "PK" }, { "ris", "TY  - " }, { "csl", "[" }, { "bibtex", "@" },
  };
  g_autoptr (PlxSheetPages) sheet = sheet_fixture_make ("Towns", 3, PLX_PAPER_A5, FALSE);
  g_autoptr (GFile) file = app_fixture_write (fixture, "towns", "");

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (PlxSheetJob) job = plx_sheet_job_new ("Saving");
      g_autofree char *written = NULL;
      gsize length;
      Outcome outcome = { 0 };

      save (sheet, kinds[i].id, file, job, &outcome);
      g_assert_no_error (outcome.error);
      g_file_load_contents (file, NULL, &written, &length, NULL, NULL);
      g_assert_cmpuint (length, >, 50);
      g_assert_true (g_str_has_prefix (written, kinds[i].begins));
      outcome_clear (&outcome);
    }
}

static void
test_bundle_is_saved (AppFixture    *fixture,
                      gconstpointer  data)
{
  g_autoptr (PlxSheetPages) sheet = sheet_fixture_make ("Towns", 3, PLX_PAPER_A5, FALSE);
  g_autoptr (GFile) file = app_fixture_write (fixture, "towns.zip", "");
  g_autoptr (PlxSheetJob) job = plx_sheet_job_new ("Saving");
  PlxSheetOutput output = { sheet, fixture->library, NULL, plx_day_parse ("2024-03-05") };
  g_autofree char *written = NULL;
  Outcome outcome = { 0 };
  guint kind;

  /* Pages that are of no story in a library have no originals. */
  g_assert_true (plx_sheet_output_find ("bundle", &kind));
  plx_sheet_output_write_async (&output, kind, file, job, saved_cb, &outcome);
  app_fixture_wait (outcome.is_done);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  outcome_clear (&outcome);

  output.story = app_fixture_add_story (fixture, "A story");
  plx_sheet_output_write_async (&output, kind, file, job, saved_cb, &outcome);
  app_fixture_wait (outcome.is_done);
  g_assert_no_error (outcome.error);
  g_file_load_contents (file, NULL, &written, NULL, NULL, NULL);
  g_assert_true (g_str_has_prefix (written, "PK"));
  outcome_clear (&outcome);
}

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Outcome *outcome = user_data;
  g_autoptr (GtkPrintSettings) settings = plx_sheet_print_finish (result, &outcome->error);

  outcome->is_done = TRUE;
}

static void
test_user_does_not_print (void)
{
  g_autoptr (PlxSheetPages) sheet = sheet_fixture_make ("Towns", 1, PLX_PAPER_A5, TRUE);
  g_autoptr (PlxSheetJob) job = plx_sheet_job_new ("Printing");
  GtkWidget *window = gtk_window_new ();
  Outcome outcome = { 0 };
  g_autoptr (GtkPageSetup) setup = NULL;

  gtk_window_present (GTK_WINDOW (window));
  plx_sheet_print_async (sheet, "Towns", 0, NULL, GTK_WINDOW (window), job, printed_cb, &outcome);
  app_fixture_wait (sheet_fixture_find_print_dialog () != NULL);

  /* It asks for the paper of the sheet, as it lies. */
  g_object_get (sheet_fixture_find_print_dialog (), "page-setup", &setup, NULL);
  g_assert_cmpint (gtk_page_setup_get_orientation (setup), ==, GTK_PAGE_ORIENTATION_LANDSCAPE);
  g_assert_cmpstr (gtk_paper_size_get_name (gtk_page_setup_get_paper_size (setup)), ==,
                   GTK_PAPER_NAME_A5);

  gtk_window_close (sheet_fixture_find_print_dialog ());
  app_fixture_wait (outcome.is_done);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  outcome_clear (&outcome);
  gtk_window_destroy (GTK_WINDOW (window));
  app_fixture_settle ();
}

static void
test_lost_printer_is_told (void)
{
  g_autoptr (GError) lost =
    plx_sheet_print_explain (g_error_new (GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_FAILED, "Failed"));
  g_autoptr (GError) none =
    plx_sheet_print_explain (g_error_new (GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED, "No"));
  g_autoptr (GError) pages =
    plx_sheet_print_explain (g_error_new (G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "No pages."));

  g_assert_error (lost, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_true (g_str_has_prefix (lost->message, "The sheet could not be printed: the printer "));
  g_assert_error (none, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_error (pages, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_assert_cmpstr (pages->message, ==, "The sheet could not be printed: No pages.");
}

static void
test_bar_shows_what_lasts (void)
{
  g_autoptr (PlxSheetJob) job = plx_sheet_job_new ("A long job");
  GtkWidget *window = gtk_window_new ();
  GtkWidget *bar = g_object_new (PLX_TYPE_SHEET_JOB_BAR, NULL);
  GtkWidget *progress, *button;

  gtk_window_set_child (GTK_WINDOW (window), bar);
  gtk_window_present (GTK_WINDOW (window));
  progress = sheet_fixture_find (bar, GTK_TYPE_PROGRESS_BAR);
  g_assert_false (gtk_widget_get_child_visible (gtk_widget_get_first_child (
    gtk_widget_get_first_child (bar))));

  /* While the user is asked where to, nothing is done yet. */
  plx_sheet_job_bar_set_job (PLX_SHEET_JOB_BAR (bar), job);
  g_assert_null (app_fixture_find_label (bar, "A long job"));

  plx_sheet_job_begin (job);
  plx_sheet_job_report (job, 1, 4);
  app_fixture_wait (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (progress)) == 0.25);
  app_fixture_wait (app_fixture_find_label (bar, "A long job") != NULL);

  button = sheet_fixture_find (bar, GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (g_cancellable_is_cancelled (plx_sheet_job_get_cancellable (job)));

  plx_sheet_job_bar_set_job (PLX_SHEET_JOB_BAR (bar), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  app_fixture_settle ();
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/sheet-output/pages", test_pages_asked_for);
  g_test_add_func ("/sheet-output/paper", test_printer_has_another_paper);
  g_test_add_func ("/sheet-output/printout", test_pages_are_written_for_the_printer);
  g_test_add_func ("/sheet-output/cancelled", test_printing_is_cancelled_half_way);
  g_test_add_func ("/sheet-output/dismissed", test_user_does_not_print);
  g_test_add ("/sheet-output/saved", AppFixture, NULL, app_fixture_set_up, test_sheet_is_saved,
              app_fixture_tear_down);
  g_test_add ("/sheet-output/saving-cancelled", AppFixture, NULL, app_fixture_set_up,
              test_cancelled_saving_leaves_what_was, app_fixture_tear_down);
  g_test_add ("/sheet-output/kinds", AppFixture, NULL, app_fixture_set_up,
              test_all_kinds_are_saved, app_fixture_tear_down);
  g_test_add ("/sheet-output/bundle", AppFixture, NULL, app_fixture_set_up, test_bundle_is_saved,
              app_fixture_tear_down);
  g_test_add_func ("/sheet-output/full-disk", test_full_disk_is_told);
  g_test_add ("/sheet-output/no-folder", AppFixture, NULL, app_fixture_set_up,
              test_folder_is_gone, app_fixture_tear_down);
  g_test_add_func ("/sheet-output/names", test_names_of_files);
  g_test_add_func ("/sheet-output/lost-printer", test_lost_printer_is_told);
  g_test_add_func ("/sheet-output/bar", test_bar_shows_what_lasts);

  return g_test_run ();
}
