/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-home-matrix"

#include "config.h"

#include "countries/plx-home-matrix.h"

#include <glib/gi18n.h>

#include "comparing/plx-country-matrix.h"
#include "countries/plx-country-labels.h"

struct _PlxHomeMatrix
{
  AdwBin               parent_instance;

  PlxSession          *session; /* nullable until something is shown */
  PlxCountryMatrix    *matrix;  /* nullable until something is shown */
  guint                most;    /* the largest number in it */

  GtkColumnView       *view;
  GtkColumnViewColumn *names;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxHomeMatrix, plx_home_matrix, ADW_TYPE_BIN)

static const char *
get_home (PlxHomeMatrix *self,
          guint          home)
{
  const char *label = plx_country_get_label (g_ptr_array_index (self->matrix->homes, home));

  return label != NULL ? label : _("Not Known");
}

static const char *
get_country (PlxHomeMatrix *self,
             guint          country)
{
  return plx_country_get_label (g_ptr_array_index (self->matrix->countries, country));
}

static guint
get_column (GtkSignalListItemFactory *factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "plx-home"));
}

static void
name_setup_cb (PlxHomeMatrix *self,
               GObject       *cell)
{
  GtkWidget *label = gtk_inscription_new (NULL);

  gtk_inscription_set_min_chars (GTK_INSCRIPTION (label), 12);
  gtk_column_view_cell_set_child (GTK_COLUMN_VIEW_CELL (cell), label);
}

static void
name_bind_cb (PlxHomeMatrix *self,
              GObject       *object)
{
  GtkColumnViewCell *cell = GTK_COLUMN_VIEW_CELL (object);

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_column_view_cell_get_child (cell)),
                            get_country (self, gtk_column_view_cell_get_position (cell)));
}

static void
clicked_cb (GtkButton         *button,
            GtkColumnViewCell *cell)
{
  PlxHomeMatrix *self =
    PLX_HOME_MATRIX (gtk_widget_get_ancestor (GTK_WIDGET (button), PLX_TYPE_HOME_MATRIX));
  const guint home = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "plx-home"));
  const guint country = gtk_column_view_cell_get_position (cell);
  g_autoptr (GArray) refs =
    plx_country_matrix_refs (self->matrix, plx_session_get_analysis (self->session),
                             plx_session_get_passages (self->session), home, country);
  /* Translators: where an outlet is from, in a list of what such outlets write */
  g_autofree char *from = g_strdup_printf (_("In outlets of: %s"), get_home (self, home));

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, get_country (self, country), from, refs);
}

static void
count_setup_cb (GtkSignalListItemFactory *factory,
                GtkColumnViewCell        *cell)
{
  GtkWidget *button = gtk_button_new_with_label ("");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "numeric");
  gtk_widget_add_css_class (button, "plx-home-count");
  g_object_set_data (G_OBJECT (button), "plx-home", GUINT_TO_POINTER (get_column (factory)));
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), cell, G_CONNECT_DEFAULT);
  gtk_column_view_cell_set_child (cell, button);
  gtk_column_view_cell_set_focusable (cell, FALSE);
}

/* The more, the more it stands out; the number says it exactly. */
static void
set_heat (GtkWidget *button,
          guint      n,
          guint      most)
{
  static const char *classes[] = { "plx-heat-1", "plx-heat-2", "plx-heat-3" };
  const guint step = n == 0 ? 0 : 1 + MIN (2, 3 * (n - 1) / MAX (most, 1));

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (button, classes[i]);
  if (step > 0)
    gtk_widget_add_css_class (button, classes[step - 1]);
}

static void
count_bind_cb (PlxHomeMatrix            *self,
               GtkColumnViewCell        *cell,
               GtkSignalListItemFactory *factory)
{
  GtkWidget *button = gtk_column_view_cell_get_child (cell);
  const guint home = get_column (factory);
  const guint country = gtk_column_view_cell_get_position (cell);
  const guint n = plx_country_matrix_get (self->matrix, home, country);
  g_autofree char *text = n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("–");
  g_autofree char *words = NULL;

  /* Translators: %1$s is the country of an outlet, %2$s the country that it writes of */
  words = g_strdup_printf (ngettext ("%1$s of %2$s: %3$u passage",
                                     "%1$s of %2$s: %3$u passages", n),
                           get_home (self, home), get_country (self, country), n);
  gtk_button_set_label (GTK_BUTTON (button), text);
  gtk_widget_set_sensitive (button, n > 0);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  set_heat (button, n, self->most);
}

static void
plx_home_matrix_dispose (GObject *object)
{
  PlxHomeMatrix *self = PLX_HOME_MATRIX (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_HOME_MATRIX);
  g_clear_object (&self->session);
  g_clear_pointer (&self->matrix, plx_country_matrix_free);

  G_OBJECT_CLASS (plx_home_matrix_parent_class)->dispose (object);
}

static void
plx_home_matrix_class_init (PlxHomeMatrixClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_home_matrix_dispose;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING,
                                         G_TYPE_STRING, G_TYPE_ARRAY);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-home-matrix.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxHomeMatrix, view);
  gtk_widget_class_bind_template_child (widget_class, PlxHomeMatrix, names);
  gtk_widget_class_bind_template_callback (widget_class, name_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_bind_cb);
}

static void
plx_home_matrix_init (PlxHomeMatrix *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_column (PlxHomeMatrix *self,
            guint          home)
{
  const guint n = g_array_index (self->matrix->n_articles, guint, home);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  /* Translators: a country, and how many articles are of outlets from there */
  g_autofree char *title = g_strdup_printf (_("%s · %u"), get_home (self, home), n);
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_object_set_data (G_OBJECT (factory), "plx-home", GUINT_TO_POINTER (home));
  g_signal_connect_object (factory, "setup", G_CALLBACK (count_setup_cb), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "bind", G_CALLBACK (count_bind_cb), self, G_CONNECT_SWAPPED);
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_append_column (self->view, column);
}

static void
clear (PlxHomeMatrix *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  gtk_column_view_set_model (self->view, NULL);
  while (g_list_model_get_n_items (columns) > 1)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 1);

      gtk_column_view_remove_column (self->view, column);
    }
}

/**
 * plx_home_matrix_show:
 * @self: a matrix
 * @session: what the window works on; it has an analysis
 *
 * Counts the passages that are shown.
 */
void
plx_home_matrix_show (PlxHomeMatrix *self,
                      PlxSession    *session)
{
  g_autoptr (GtkStringList) rows = gtk_string_list_new (NULL);
  GtkNoSelection *model;

  g_return_if_fail (PLX_IS_HOME_MATRIX (self));

  clear (self);
  g_set_object (&self->session, session);
  g_clear_pointer (&self->matrix, plx_country_matrix_free);
  self->matrix = plx_country_matrix_new (plx_session_get_analysis (session),
                                         plx_session_get_passages (session));
  self->most = 0;
  for (guint i = 0; i < self->matrix->passages->len; i++)
    self->most = MAX (self->most, g_array_index (self->matrix->passages, guint, i));

  for (guint i = 0; i < self->matrix->countries->len; i++)
    gtk_string_list_append (rows, g_ptr_array_index (self->matrix->countries, i));
  for (guint i = 0; i < self->matrix->homes->len; i++)
    add_column (self, i);

  model = gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&rows)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (model));
  g_object_unref (model);
}
