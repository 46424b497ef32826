/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-country-details"

#include "config.h"

#include "countries/plx-country-details.h"

#include <glib/gi18n.h>

#include "comparing/plx-involved.h"
#include "countries/plx-countries.h"
#include "countries/plx-country-labels.h"
#include "countries/plx-country-label-dialog.h"
#include "countries/plx-map-swatch.h"
#include "countries/plx-statement-row.h"
#include "window/plx-labels.h"

/* A row for each passage would be slow to make where there are thousands: more come when asked. */
#define BATCH 50

/**
 * PlxCountryDetails:
 *
 * What is known of a country and said of it: how it stands then and now, each step of that on
 * record with its source, who names it how often, and the sentences, which lead to their article.
 */
struct _PlxCountryDetails
{
  AdwBin               parent_instance;

  PlxSession          *session; /* nullable until something is shown */
  const char          *country; /* nullable; static */
  GArray              *refs;    /* nullable: PlxSentenceRef, of which some have rows */
  guint                n_rows;

  GtkScrolledWindow   *scroller;
  PlxMapSwatch        *swatch;
  GtkLabel            *name;
  GtkWidget           *rename_button;
  GtkLabel            *standing;
  AdwPreferencesGroup *facts;
  AdwExpanderRow      *record;
  GPtrArray           *record_rows; /* rows of record, which owns them */
  AdwExpanderRow      *sources;
  GPtrArray           *source_rows; /* rows of sources, which owns them */
  AdwPreferencesGroup *people_group;
  GtkLabel            *people;
  AdwPreferencesGroup *passage_group;
  GtkListBox          *passages;
};

G_DEFINE_FINAL_TYPE (PlxCountryDetails, plx_country_details, ADW_TYPE_BIN)

static GtkWidget *
add_row (AdwExpanderRow *parent,
         GPtrArray      *rows,
         const char     *title,
         const char     *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_expander_row_add_row (parent, row);
  g_ptr_array_add (rows, row);

  return row;
}

static void
remove_rows (AdwExpanderRow *parent,
             GPtrArray      *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_expander_row_remove (parent, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

static void
add_count (GtkWidget *row,
           guint      n)
{
  g_autofree char *text = g_strdup_printf ("%u", n);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dimmed");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
}

static void
add_event (PlxCountryDetails *self,
           const PlxEvent    *event)
{
  g_autofree char *day = plx_label_day (event->day);
  g_autoptr (GString) below = g_string_new (event->source);
  g_autofree char *what = plx_label_capitalize (plx_event_kind_to_words (event->kind));
  g_autofree char *title = NULL;

  /* Translators: %1$s is what a country did, such as “Signed”, %2$s a day */
  title = g_strdup_printf (_("%1$s, %2$s"), what, day);
  if (event->effective != 0 && event->effective != event->day)
    {
      g_autofree char *effective = plx_label_day (event->effective);

      /* Translators: %s is a day */
      g_string_append_c (below, '\n');
      g_string_append_printf (below, _("In effect from %s"), effective);
    }
  if (event->note != NULL && *event->note != '\0')
    g_string_append_printf (below, "\n%s", event->note);

  add_row (self->record, self->record_rows, title, below->str);
}

static void
show_record (PlxCountryDetails *self)
{
  const PlxRelationInfo *relation =
    plx_relation_lookup (plx_session_get_filter (self->session)->relation);
  g_autoptr (GPtrArray) events = NULL;
  g_autofree char *about = NULL;
  g_autofree char *as_of = NULL;

  remove_rows (self->record, self->record_rows);
  gtk_widget_set_visible (GTK_WIDGET (self->record), relation != NULL);
  if (relation == NULL)
    return;

  events = plx_relation_events (relation, self->country);
  for (guint i = 0; i < events->len; i++)
    add_event (self, g_ptr_array_index (events, i));
  adw_expander_row_set_enable_expansion (self->record, events->len > 0);

  as_of = plx_label_day (relation->as_of);
  /* Translators: %1$s is a treaty or a bloc, %2$s the day on which the table was last gone over */
  about = g_strdup_printf (_("%1$s, record as of %2$s"), relation->title, as_of);
  adw_expander_row_set_subtitle (self->record, about);
}

static void
show_standing (PlxCountryDetails *self,
               PlxCountryItem    *item)
{
  const PlxRelationInfo *relation =
    plx_relation_lookup (plx_session_get_filter (self->session)->relation);
  const PlxDay today = plx_session_get_today (self->session);
  g_autofree char *words = NULL;
  g_autofree char *capitalized = NULL;
  PlxStanding standing;

  gtk_widget_set_visible (GTK_WIDGET (self->swatch), relation != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->standing), relation != NULL);
  if (relation == NULL)
    return;

  if (item != NULL)
    {
      words = plx_country_item_dup_standing_words (item);
      standing = *plx_country_item_get_standing (item);
    }
  else
    {
      g_autofree char *day = plx_label_day (today);
      g_autofree char *today_words = NULL;

      plx_standing_find (relation, self->country, today, today, &standing);
      today_words = plx_standing_to_words (relation, &standing);
      /* Translators: %1$s is how a country stands, %2$s a day */
      words = g_strdup_printf (_("%1$s, on %2$s"), today_words, day);
    }

  plx_map_swatch_set_status (self->swatch, standing.status);
  capitalized = plx_label_capitalize (words);
  gtk_label_set_label (self->standing, capitalized);
}

static void
show_sources (PlxCountryDetails *self,
              PlxCountryItem    *item)
{
  PlxAnalysis *analysis = plx_session_get_analysis (self->session);
  guint n = item != NULL ? plx_analysis_get_n_articles (analysis) : 0;
  g_autofree char *words = item != NULL ? plx_country_item_dup_mention_words (item)
                                        : g_strdup (_("Not mentioned"));

  remove_rows (self->sources, self->source_rows);
  adw_expander_row_set_subtitle (self->sources, words);
  adw_expander_row_set_enable_expansion (self->sources, item != NULL);

  for (guint i = 0; i < n; i++)
    {
      guint count = plx_country_get_mentions_in (plx_country_item_get_country (item), i);

      if (count > 0)
        add_count (add_row (self->sources, self->source_rows,
                            plx_session_get_source (self->session, i), NULL), count);
    }
}

static void
show_people (PlxCountryDetails *self)
{
  PlxAnalysis *analysis = plx_session_get_analysis (self->session);
  g_autoptr (GArray) people =
    plx_involved_people (analysis, plx_session_get_passages (self->session), self->country);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < people->len; i++)
    {
      if (i > 0)
        g_string_append (text, _(", "));
      g_string_append (text, plx_analysis_get_entity (analysis,
                                                      g_array_index (people, guint, i))->name);
    }

  gtk_label_set_label (self->people, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->people_group), people->len > 0);
}

static void
add_passages (PlxCountryDetails *self)
{
  const guint end = MIN (self->refs->len, self->n_rows + BATCH);
  GtkWidget *last = GTK_WIDGET (gtk_list_box_get_row_at_index (self->passages, self->n_rows));

  /* It offered these. */
  if (last != NULL)
    gtk_list_box_remove (self->passages, last);

  for (; self->n_rows < end; self->n_rows++)
    gtk_list_box_append (self->passages,
                         plx_statement_row_new (self->session,
                                                g_array_index (self->refs, PlxSentenceRef,
                                                               self->n_rows)));

  if (self->n_rows < self->refs->len)
    {
      const guint n = self->refs->len - self->n_rows;
      g_autofree char *title =
        g_strdup_printf (ngettext ("%u More Passage", "%u More Passages", n), n);
      GtkWidget *row = adw_button_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      g_signal_connect_object (row, "activated", G_CALLBACK (add_passages), self,
                               G_CONNECT_SWAPPED);
      gtk_list_box_append (self->passages, row);
    }
}

static void
show_passages (PlxCountryDetails *self,
               GArray            *refs)
{
  g_autofree char *title = NULL;

  gtk_list_box_remove_all (self->passages);
  g_clear_pointer (&self->refs, g_array_unref);
  self->n_rows = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->passages), refs->len > 0);

  /* Translators: above passages, with how many there are */
  title = g_strdup_printf (_("Passages · %u"), refs->len);
  adw_preferences_group_set_title (self->passage_group, title);
  self->refs = g_array_ref (refs);
  add_passages (self);
}

static void
passage_activated_cb (PlxCountryDetails *self,
                      GtkListBoxRow     *row)
{
  if (PLX_IS_STATEMENT_ROW (row))
    plx_session_show_sentence (self->session,
                               plx_statement_row_get_ref (PLX_STATEMENT_ROW (row)));
}

static void
rename_clicked_cb (PlxCountryDetails *self)
{
  adw_dialog_present (plx_country_label_dialog_new (self->country), GTK_WIDGET (self));
}

static void
plx_country_details_dispose (GObject *object)
{
  PlxCountryDetails *self = PLX_COUNTRY_DETAILS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_COUNTRY_DETAILS);
  g_clear_object (&self->session);
  g_clear_pointer (&self->refs, g_array_unref);

  G_OBJECT_CLASS (plx_country_details_parent_class)->dispose (object);
}

static void
plx_country_details_finalize (GObject *object)
{
  PlxCountryDetails *self = PLX_COUNTRY_DETAILS (object);

  g_clear_pointer (&self->record_rows, g_ptr_array_unref);
  g_clear_pointer (&self->source_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (plx_country_details_parent_class)->finalize (object);
}

static void
plx_country_details_class_init (PlxCountryDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (PLX_TYPE_MAP_SWATCH);

  G_OBJECT_CLASS (klass)->dispose = plx_country_details_dispose;
  G_OBJECT_CLASS (klass)->finalize = plx_country_details_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-country-details.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxCountryDetails, scroller);
  gtk_widget_class_bind_template_child (widget_class, PlxCountryDetails, swatch);
  gtk_widget_class_bind_template_child (widget_class, PlxCountryDetails, name);
  gtk_widget_class_bind_template_child (widget_class, PlxCountryDetails, rename_button);
  gtk_widget_class_bind_template_child (widget_class, PlxCountryDetails, standing);
  gtk_widget_class_bind_template_child (widget_class, PlxCountryDetails, facts);
  gtk_widget_class_bind_template_child (widget_class, PlxCountryDetails, record);
  gtk_widget_class_bind_template_child (widget_class, PlxCountryDetails, sources);
  gtk_widget_class_bind_template_child (widget_class, PlxCountryDetails, people_group);
  gtk_widget_class_bind_template_child (widget_class, PlxCountryDetails, people);
  gtk_widget_class_bind_template_child (widget_class, PlxCountryDetails, passage_group);
  gtk_widget_class_bind_template_child (widget_class, PlxCountryDetails, passages);
  gtk_widget_class_bind_template_callback (widget_class, passage_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, rename_clicked_cb);
}

static void
plx_country_details_init (PlxCountryDetails *self)
{
  self->record_rows = g_ptr_array_new ();
  self->source_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_page (PlxCountryDetails *self,
           const char        *name)
{
  gtk_stack_set_visible_child_name (GTK_STACK (adw_bin_get_child (ADW_BIN (self))), name);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/**
 * plx_country_details_show_country:
 * @self: details
 * @session: what the window works on; it has an analysis where @country is set
 * @country: (nullable): code of the country to tell of, or `NULL` for none
 * @item: (nullable): what the story has of it, or `NULL` where it is not named
 */
void
plx_country_details_show_country (PlxCountryDetails *self,
                                  PlxSession        *session,
                                  const char        *country,
                                  PlxCountryItem    *item)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (PlxSentenceRef));

  g_return_if_fail (PLX_IS_COUNTRY_DETAILS (self));

  g_set_object (&self->session, session);
  self->country = country != NULL ? plx_country_intern (country) : NULL;
  if (self->country == NULL)
    {
      show_page (self, "none");
      return;
    }

  gtk_label_set_label (self->name, plx_country_get_label (self->country));
  gtk_widget_set_visible (self->rename_button, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->facts), TRUE);
  show_standing (self, item);
  show_record (self);
  show_sources (self, item);
  show_people (self);
  show_passages (self, item != NULL
                         ? plx_country_get_passages (plx_country_item_get_country (item)) : none);
  show_page (self, "details");
}

/**
 * plx_country_details_show_refs:
 * @self: details
 * @session: what the window works on; it has an analysis
 * @title: what the passages have in common
 * @subtitle: more of that
 * @refs: (element-type PlxSentenceRef): the passages
 *
 * Shows passages, and nothing of a country.
 */
void
plx_country_details_show_refs (PlxCountryDetails *self,
                               PlxSession        *session,
                               const char        *title,
                               const char        *subtitle,
                               GArray            *refs)
{
  g_return_if_fail (PLX_IS_COUNTRY_DETAILS (self));

  g_set_object (&self->session, session);
  self->country = NULL;
  gtk_label_set_label (self->name, title);
  gtk_label_set_label (self->standing, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->standing), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->swatch), FALSE);
  gtk_widget_set_visible (self->rename_button, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->facts), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->people_group), FALSE);
  show_passages (self, refs);
  show_page (self, "details");
}
