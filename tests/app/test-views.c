/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "compare/plx-compare-view.h"
#include "countries/plx-countries-view.h"
#include "graph/plx-graph-view.h"
#include "read/plx-read-view.h"
#include "sheet/plx-sheet-view.h"

static void
test_view_empty (gconstpointer data)
{
  GType type = (GType) (gsize) data;
  g_autoptr (GtkWidget) view = NULL;
  g_autoptr (PlxSession) session = plx_session_new (NULL);

  g_test_summary ("A view lives without a session, and with one in which no story is open");

  view = g_object_ref_sink (g_object_new (type, NULL));
  g_object_set (view, "session", session, NULL);
  g_object_set (view, "session", NULL, NULL);
  g_object_set (view, "session", session, NULL);

  g_assert_finalize_object (g_steal_pointer (&view));
  g_assert_finalize_object (g_steal_pointer (&session));
}

static void
parsing_error_cb (GtkCssProvider *provider,
                  GtkCssSection  *section,
                  const GError   *error,
                  guint          *n_errors)
{
  g_autofree char *where = gtk_css_section_to_string (section);

  g_test_message ("%s: %s", where, error->message);
  (*n_errors)++;
}

static void
test_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  guint n_errors = 0;

  g_test_summary ("The style sheet is CSS that GTK knows");

  g_signal_connect (provider, "parsing-error", G_CALLBACK (parsing_error_cb), &n_errors);
  gtk_css_provider_load_from_resource (provider, RESOURCE_PREFIX "/style.css");
  g_assert_cmpuint (n_errors, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  GType types[5];

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  types[0] = PLX_TYPE_READ_VIEW;
  types[1] = PLX_TYPE_COMPARE_VIEW;
  types[2] = PLX_TYPE_GRAPH_VIEW;
  types[3] = PLX_TYPE_COUNTRIES_VIEW;
  types[4] = PLX_TYPE_SHEET_VIEW;
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *path = g_strdup_printf ("/views/%s/empty", g_type_name (types[i]));

      g_test_add_data_func (path, (gconstpointer) (gsize) types[i], test_view_empty);
    }

  g_test_add_func ("/views/style", test_style);

  return g_test_run ();
}
