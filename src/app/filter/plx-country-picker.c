/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-country-picker"

#include "config.h"

#include "filter/plx-country-picker.h"

#include <glib/gi18n.h>

#include "comparing/plx-involved.h"
#include "countries/plx-countries.h"
#include "countries/plx-country-labels.h"

/**
 * PlxCountryPicker:
 *
 * With which countries a passage must have to do; or, where `outlet` is set, from which the outlet
 * must be.
 */
struct _PlxCountryPicker
{
  PlxSearchPicker parent_instance;

  gboolean        outlet;
};

typedef enum
{
  PROP_OUTLET = 1,
} PlxCountryPickerProperty;

static GParamSpec *props[PROP_OUTLET + 1];

G_DEFINE_FINAL_TYPE (PlxCountryPicker, plx_country_picker, PLX_TYPE_SEARCH_PICKER)

static char ***
plx_country_picker_get_wanted (PlxSearchPicker *picker,
                               PlxFilter       *filter)
{
  return PLX_COUNTRY_PICKER (picker)->outlet ? &filter->outlet_countries : &filter->countries;
}

static void
add (PlxCountryPicker *self,
     const char       *country,
     guint             n)
{
  plx_search_picker_add (PLX_SEARCH_PICKER (self), country, plx_country_get_label (country), n);
}

/* How many articles are from outlets of each country. */
static void
add_homes (PlxCountryPicker *self,
           PlxAnalysis      *analysis,
           GHashTable       *seen)
{
  g_autoptr (GPtrArray) homes = g_ptr_array_new ();
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    {
      const char *home = plx_involved_home (analysis, i);
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
      add (self, g_ptr_array_index (homes, i), g_array_index (counts, guint, i));
      g_hash_table_add (seen, (gpointer) g_ptr_array_index (homes, i));
    }
}

static void
add_involved (PlxCountryPicker *self,
              PlxAnalysis      *analysis,
              PlxFilter        *filter,
              GHashTable       *seen)
{
  PlxSession *session = plx_picker_get_session (PLX_PICKER (self));
  g_autoptr (GPtrArray) countries =
    plx_involved_countries (analysis, NULL, filter, plx_session_get_today (session));

  for (guint i = 0; i < countries->len; i++)
    {
      PlxCountry *country = g_ptr_array_index (countries, i);
      const char *code = plx_country_get_code (country);

      add (self, code, plx_country_get_n_mentions (country));
      g_hash_table_add (seen, (gpointer) plx_country_intern (code));
    }
}

static void
plx_country_picker_fill (PlxSearchPicker *picker,
                         PlxAnalysis     *analysis,
                         PlxFilter       *filter)
{
  PlxCountryPicker *self = PLX_COUNTRY_PICKER (picker);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  char **wanted = *plx_country_picker_get_wanted (picker, filter);

  if (self->outlet)
    add_homes (self, analysis, seen);
  else
    add_involved (self, analysis, filter, seen);

  /* What is asked for and is not there any more can be taken back all the same. */
  for (guint i = 0; wanted != NULL && wanted[i] != NULL; i++)
    {
      if (!g_hash_table_contains (seen, wanted[i]) && plx_country_get_label (wanted[i]) != NULL)
        add (self, wanted[i], 0);
    }
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
  PlxSearchPickerClass *picker_class = PLX_SEARCH_PICKER_CLASS (klass);

  object_class->get_property = plx_country_picker_get_property;
  object_class->set_property = plx_country_picker_set_property;

  picker_class->get_wanted = plx_country_picker_get_wanted;
  picker_class->fill = plx_country_picker_fill;

  props[PROP_OUTLET] =
    g_param_spec_boolean ("outlet", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
plx_country_picker_init (PlxCountryPicker *self)
{
  plx_search_picker_set_words (PLX_SEARCH_PICKER (self), _("Find a country"),
                               _("No such country"), _("Countries"));
}
