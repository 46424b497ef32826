/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-country-row"

#include "config.h"

#include "countries/plx-country-row.h"

#include <glib/gi18n.h>

#include "window/plx-labels.h"

/* A row for each of a country's passages would make the list endless: the rest is told in
 * words, and the filter by entity in the filter bar shows them all. */
#define MAX_PASSAGES 40

/**
 * PlxCountryRow:
 *
 * A country and how it stands; opened, the passages that speak of it.
 */
struct _PlxCountryRow
{
  AdwExpanderRow  parent_instance;

  PlxSession     *session;  /* never NULL once made */
  PlxCountry     *country;  /* never NULL once made */
  gboolean        filled;   /* whether the passages are there */

  GtkLabel       *count;
};

G_DEFINE_FINAL_TYPE (PlxCountryRow, plx_country_row, ADW_TYPE_EXPANDER_ROW)

static void
passage_activated_cb (AdwActionRow  *row,
                      PlxCountryRow *self)
{
  GArray *passages = plx_country_get_passages (self->country);
  guint place = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "plx-place"));

  plx_session_show_sentence (self->session, g_array_index (passages, PlxSentenceRef, place));
}

static void
add_passage (PlxCountryRow  *self,
             PlxAnalysis    *analysis,
             guint           place)
{
  PlxSentenceRef ref =
    g_array_index (plx_country_get_passages (self->country), PlxSentenceRef, place);
  g_autofree char *text = plx_analysis_dup_sentence (analysis, ref);
  g_autofree char *source = plx_article_dup_source (plx_session_find_article (self->session,
                                                                               ref.article));
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), source);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "plx-place", GUINT_TO_POINTER (place));
  g_signal_connect_object (row, "activated", G_CALLBACK (passage_activated_cb), self,
                           G_CONNECT_DEFAULT);

  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
add_rest (PlxCountryRow *self,
          guint          n)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title =
    g_strdup_printf (ngettext ("%u more passage", "%u more passages", n), n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_add_css_class (row, "dimmed");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

/* Where the record is from belongs to the finding. */
static void
add_source (PlxCountryRow *self)
{
  const char *source = plx_country_get_source (self->country);
  GtkWidget *row;

  if (source == NULL || *source == '\0')
    return;

  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Source of the Record"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), source);
  gtk_widget_add_css_class (row, "property");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

/* The passages become rows only when somebody opens the country. */
static void
expanded_changed_cb (PlxCountryRow *self)
{
  PlxAnalysis *analysis;
  GArray *passages;

  if (self->filled || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;

  if (!(analysis = plx_session_get_analysis (self->session)))
    return;

  passages = plx_country_get_passages (self->country);
  self->filled = TRUE;
  add_source (self);
  for (guint i = 0; i < MIN (passages->len, MAX_PASSAGES); i++)
    add_passage (self, analysis, i);
  if (passages->len > MAX_PASSAGES)
    add_rest (self, passages->len - MAX_PASSAGES);
}

static void
plx_country_row_dispose (GObject *object)
{
  PlxCountryRow *self = PLX_COUNTRY_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_COUNTRY_ROW);
  g_clear_object (&self->session);
  g_clear_object (&self->country);

  G_OBJECT_CLASS (plx_country_row_parent_class)->dispose (object);
}

static void
plx_country_row_class_init (PlxCountryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_country_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-country-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxCountryRow, count);
  gtk_widget_class_bind_template_callback (widget_class, expanded_changed_cb);
}

static void
plx_country_row_init (PlxCountryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
dup_standing (PlxCountryRow *self)
{
  g_autofree char *since = plx_label_day (plx_country_get_since (self->country));
  g_autofree char *on = plx_label_day (plx_country_get_on (self->country));

  if (plx_country_is_mixed (self->country))
    /* Translators: %s is a day; the status was another on the day of another article */
    return g_strdup_printf (_("On %s; on the day of another article it stood differently"), on);

  if (plx_country_get_since (self->country) == 0)
    /* Translators: %s is a day */
    return g_strdup_printf (_("On %s"), on);

  /* Translators: both %s are days */
  return g_strdup_printf (_("Since %s, as of %s"), since, on);
}

static guint
count_sources (PlxCountryRow *self)
{
  PlxAnalysis *analysis = plx_session_get_analysis (self->session);
  guint n = 0;

  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    n += plx_country_get_mentions_in (self->country, i) > 0;

  return n;
}

static void
fill (PlxCountryRow *self)
{
  guint n_mentions = plx_country_get_n_mentions (self->country);
  guint n_sources = count_sources (self);
  g_autofree char *standing = dup_standing (self);
  g_autofree char *mentions =
    g_strdup_printf (ngettext ("%u mention", "%u mentions", n_mentions), n_mentions);
  g_autofree char *sources =
    g_strdup_printf (ngettext ("%u source", "%u sources", n_sources), n_sources);
  /* Translators: “7 mentions in 3 sources” */
  g_autofree char *both = g_strdup_printf (_("%s in %s"), mentions, sources);
  g_autofree char *count = g_strdup_printf ("%u", n_mentions);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 plx_country_get_name (self->country));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), standing);
  gtk_label_set_label (self->count, count);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count), both);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->count),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, both,
                                  -1);
}

/**
 * plx_country_row_new:
 * @session: what the window works on; it has an analysis
 * @country: a country of it
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
plx_country_row_new (PlxSession *session,
                     PlxCountry *country)
{
  PlxCountryRow *self = g_object_new (PLX_TYPE_COUNTRY_ROW, NULL);

  self->session = g_object_ref (session);
  self->country = g_object_ref (country);
  fill (self);

  return GTK_WIDGET (self);
}
