/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-country-picker"

#include "config.h"

#include "filter/plx-country-picker.h"

#include "comparing/plx-involved.h"
#include "countries/plx-countries.h"
#include "countries/plx-country-labels.h"
#include "filter/plx-check-row.h"

/**
 * PlxCountryPicker:
 *
 * With which countries a passage must have to do; or, where `outlet` is set, from which the outlet
 * must be.
 */
struct _PlxCountryPicker
{
  PlxPicker       parent_instance;

  gboolean        outlet;
  PlxAnalysis    *analysis; /* nullable; of which the rows are */

  GtkEditable    *search_entry;
  GtkListBox     *list;
};

typedef enum
{
  PROP_OUTLET = 1,
} PlxCountryPickerProperty;

static GParamSpec *props[PROP_OUTLET + 1];

G_DEFINE_FINAL_TYPE (PlxCountryPicker, plx_country_picker, PLX_TYPE_PICKER)

static gboolean
is_wanted (PlxCountryPicker *self,
           PlxFilter        *filter,
           const char       *country)
{
  char **countries = self->outlet ? filter->outlet_countries : filter->countries;

  return countries != NULL && g_strv_contains ((const char * const *) countries, country);
}

static gboolean
filter_row_cb (GtkListBoxRow *row,
               gpointer       user_data)
{
  PlxCountryPicker *self = user_data;

  return plx_check_row_matches (PLX_CHECK_ROW (row), gtk_editable_get_text (self->search_entry));
}

static void
search_changed_cb (PlxCountryPicker *self)
{
  gtk_list_box_invalidate_filter (self->list);
}

static void
toggled_cb (PlxCountryPicker *self)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  g_autoptr (PlxFilter) filter = NULL;
  GtkListBoxRow *row;
  char ***place;

  if (plx_picker_is_updating (PLX_PICKER (self)))
    return;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (plx_check_row_is_active (PLX_CHECK_ROW (row)))
        g_strv_builder_add (codes, plx_check_row_get_id (PLX_CHECK_ROW (row)));
    }

  filter = plx_picker_copy_filter (PLX_PICKER (self));
  place = self->outlet ? &filter->outlet_countries : &filter->countries;
  g_clear_pointer (place, g_strfreev);
  *place = g_strv_builder_end (codes);
  plx_session_set_filter (plx_picker_get_session (PLX_PICKER (self)), filter);
}

static void
add (PlxCountryPicker *self,
     PlxFilter        *filter,
     const char       *country,
     guint             n)
{
  g_autofree char *count = n > 0 ? g_strdup_printf ("%u", n) : NULL;
  GtkWidget *row = plx_check_row_new (country, plx_country_get_label (country), count,
                                      is_wanted (self, filter, country));

  gtk_list_box_append (self->list, row);
  g_signal_connect_object (row, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
}

/* How many articles are from outlets of each country. */
static void
add_homes (PlxCountryPicker *self,
           PlxFilter        *filter,
           GHashTable       *seen)
{
  g_autoptr (GPtrArray) homes = g_ptr_array_new ();
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < plx_analysis_get_n_articles (self->analysis); i++)
    {
      const char *home = plx_involved_home (self->analysis, i);
      const guint one = 1;
      guint place;

      if (home == NULL)
        continue;

      if (g_ptr_array_find (homes, home, &place))
        {
          g_array_index (counts, guint, place)++;
          continue;
        }

      g_ptr_array_add (homes, (gpointer) home);
      g_array_append_val (counts, one);
    }

  for (guint i = 0; i < homes->len; i++)
    {
      add (self, filter, g_ptr_array_index (homes, i), g_array_index (counts, guint, i));
      g_hash_table_add (seen, (gpointer) g_ptr_array_index (homes, i));
    }
}

static void
add_involved (PlxCountryPicker *self,
              PlxFilter        *filter,
              GHashTable       *seen)
{
  PlxSession *session = plx_picker_get_session (PLX_PICKER (self));
  g_autoptr (GPtrArray) countries =
    plx_involved_countries (self->analysis, NULL, filter, plx_session_get_today (session));

  for (guint i = 0; i < countries->len; i++)
    {
      PlxCountry *country = g_ptr_array_index (countries, i);
      const char *code = plx_country_get_code (country);

      add (self, filter, code, plx_country_get_n_mentions (country));
      g_hash_table_add (seen, (gpointer) plx_country_intern (code));
    }
}

static void
fill (PlxCountryPicker *self,
      PlxAnalysis      *analysis,
      PlxFilter        *filter)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  char **wanted = self->outlet ? filter->outlet_countries : filter->countries;

  gtk_list_box_remove_all (self->list);
  g_clear_pointer (&self->analysis, plx_analysis_unref);
  if (analysis == NULL)
    return;

  self->analysis = plx_analysis_ref (analysis);
  if (self->outlet)
    add_homes (self, filter, seen);
  else
    add_involved (self, filter, seen);

  /* What is asked for and is not there any more can be taken back all the same. */
  for (guint i = 0; wanted != NULL && wanted[i] != NULL; i++)
    {
      if (!g_hash_table_contains (seen, wanted[i]) && plx_country_get_label (wanted[i]) != NULL)
        add (self, filter, wanted[i], 0);
    }
}

static void
plx_country_picker_update (PlxPicker *picker)
{
  PlxCountryPicker *self = PLX_COUNTRY_PICKER (picker);
  PlxAnalysis *analysis = plx_session_get_analysis (plx_picker_get_session (picker));
  PlxFilter *filter = plx_session_get_filter (plx_picker_get_session (picker));
  GtkListBoxRow *row;

  if (analysis != self->analysis)
    {
      fill (self, analysis, filter);
      return;
    }

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    plx_check_row_set_active (PLX_CHECK_ROW (row),
                              is_wanted (self, filter, plx_check_row_get_id (PLX_CHECK_ROW (row))));
}

static void
plx_country_picker_dispose (GObject *object)
{
  PlxCountryPicker *self = PLX_COUNTRY_PICKER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_COUNTRY_PICKER);
  g_clear_pointer (&self->analysis, plx_analysis_unref);

  G_OBJECT_CLASS (plx_country_picker_parent_class)->dispose (object);
}

static void
plx_country_picker_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch ((PlxCountryPickerProperty) prop_id)
    {
    case PROP_OUTLET:
      g_value_set_boolean (value, PLX_COUNTRY_PICKER (object)->outlet);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_country_picker_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch ((PlxCountryPickerProperty) prop_id)
    {
    case PROP_OUTLET:
      PLX_COUNTRY_PICKER (object)->outlet = g_value_get_boolean (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_country_picker_class_init (PlxCountryPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_country_picker_dispose;
  object_class->get_property = plx_country_picker_get_property;
  object_class->set_property = plx_country_picker_set_property;
  PLX_PICKER_CLASS (klass)->update = plx_country_picker_update;

  props[PROP_OUTLET] =
    g_param_spec_boolean ("outlet", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-country-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxCountryPicker, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PlxCountryPicker, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
plx_country_picker_init (PlxCountryPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, filter_row_cb, self, NULL);
}
