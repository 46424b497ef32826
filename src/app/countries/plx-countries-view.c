/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-countries-view"

#include "config.h"

#include "countries/plx-countries-view.h"

#include <glib/gi18n.h>

#include "comparing/plx-involved.h"
#include "countries/plx-country-group.h"
#include "countries/plx-relations.h"
#include "countries/plx-statement-row.h"
#include "model/plx-country.h"
#include "window/plx-labels.h"

/**
 * PlxCountriesView:
 *
 * The view *Countries* of the window: under which law. The countries that the shown passages
 * speak of, by their status in the filter's relation, and the statements that the articles make
 * about status, each with what the record says.
 */
struct _PlxCountriesView
{
  AdwBin           parent_instance;

  PlxSession      *session;  /* nullable while the window is being built */
  GSignalGroup    *signals;  /* of session */
  gboolean         is_stale; /* whether what is shown is not what the session has */

  AdwStatusPage   *empty;
  GtkLabel        *title;
  GtkLabel        *summary;
  PlxCountryGroup *party;
  PlxCountryGroup *signatory;
  PlxCountryGroup *withdrawn;
  PlxCountryGroup *non_party;
  PlxCountryGroup *accepted;
  PlxCountryGroup *unknown;
  GtkListBox      *statements;
};

typedef enum
{
  PROP_SESSION = 1,
} PlxCountriesViewProperty;

static GParamSpec *props[PROP_SESSION + 1];

G_DEFINE_FINAL_TYPE (PlxCountriesView, plx_countries_view, ADW_TYPE_BIN)

/* The template does not bind it: a bound child of the bin itself would be let go of twice. */
static void
show_page (PlxCountriesView *self,
           const char       *name)
{
  gtk_stack_set_visible_child_name (GTK_STACK (adw_bin_get_child (ADW_BIN (self))), name);
}

static void
show_empty (PlxCountriesView *self,
            const char       *description)
{
  adw_status_page_set_description (self->empty, description);
  show_page (self, "empty");
}

/* “4 of the 9 countries involved are a state party.” answers the view's question at once. */
static char *
dup_summary (PlxCountriesView      *self,
             const PlxRelationInfo *relation,
             GPtrArray             *countries)
{
  PlxFilter *filter = plx_session_get_filter (self->session);
  g_autofree char *today = plx_label_day (plx_session_get_today (self->session));
  g_autofree char *day = plx_label_day (filter->day);
  guint n_parties = 0;

  for (guint i = 0; i < countries->len; i++)
    n_parties += plx_country_get_status (g_ptr_array_index (countries, i)) == PLX_STATUS_PARTY;

  switch (filter->as_of)
    {
    case PLX_AS_OF_TODAY:
      /* Translators: “4 of 9 countries were members today, 3 May 2026” */
      return g_strdup_printf (ngettext ("%u of %u country is a member today, %s",
                                        "%u of %u countries are members today, %s",
                                        countries->len), n_parties, countries->len, today);

    case PLX_AS_OF_DAY:
      return g_strdup_printf (ngettext ("%u of %u country was a member on %s",
                                        "%u of %u countries were members on %s",
                                        countries->len), n_parties, countries->len, day);

    case PLX_AS_OF_ARTICLE:
    default:
      return g_strdup_printf (ngettext ("%u of %u country was a member on the day of the articles",
                                        "%u of %u countries were members "
                                        "on the day of the articles",
                                        countries->len), n_parties, countries->len);
    }
}

static void
show_countries (PlxCountriesView *self,
                GPtrArray        *countries)
{
  plx_country_group_show (self->party, self->session, PLX_STATUS_PARTY, countries);
  plx_country_group_show (self->signatory, self->session, PLX_STATUS_SIGNATORY, countries);
  plx_country_group_show (self->withdrawn, self->session, PLX_STATUS_WITHDRAWN, countries);
  plx_country_group_show (self->accepted, self->session, PLX_STATUS_ACCEPTED, countries);
  plx_country_group_show (self->non_party, self->session, PLX_STATUS_NON_PARTY, countries);
  plx_country_group_show (self->unknown, self->session, PLX_STATUS_UNKNOWN, countries);
}

/* What the record contradicts is what one looks for. */
static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer       user_data)
{
  return plx_statement_row_is_contradicted (PLX_STATEMENT_ROW (b)) -
         plx_statement_row_is_contradicted (PLX_STATEMENT_ROW (a));
}

static void
show_statements (PlxCountriesView *self)
{
  PlxAnalysis *analysis = plx_session_get_analysis (self->session);
  PlxPassages *passages = plx_session_get_passages (self->session);
  g_autoptr (GListModel) statements = plx_statement_list_new (analysis);
  PlxSentenceRef last = { PLX_NONE, PLX_NONE };
  GtkWidget *row = NULL;

  gtk_list_box_remove_all (self->statements);

  /* They come by article and place, so those of one sentence stand together. */
  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (PlxStatement) statement = g_list_model_get_item (statements, i);
      PlxSentenceRef ref = plx_statement_get_record (statement)->ref;

      if (!plx_passages_is_shown (passages, ref))
        continue;

      if (row == NULL || ref.article != last.article || ref.sentence != last.sentence)
        {
          row = plx_statement_row_new (self->session, ref);
          gtk_list_box_append (self->statements, row);
        }

      plx_statement_row_add (PLX_STATEMENT_ROW (row), statement);
      last = ref;
    }

  gtk_list_box_invalidate_sort (self->statements);
}

static void
statement_activated_cb (PlxCountriesView *self,
                        PlxStatementRow  *row)
{
  plx_session_show_sentence (self->session, plx_statement_row_get_ref (row));
}

static void
refresh (PlxCountriesView *self)
{
  PlxAnalysis *analysis = plx_session_get_analysis (self->session);
  PlxPassages *passages = plx_session_get_passages (self->session);
  PlxFilter *filter = plx_session_get_filter (self->session);
  const PlxRelationInfo *relation = plx_relation_lookup (filter->relation);
  g_autoptr (GPtrArray) countries = NULL;
  g_autofree char *summary = NULL;

  self->is_stale = FALSE;

  if (analysis == NULL || passages == NULL)
    {
      show_page (self, plx_session_is_busy (self->session) ? "busy" : "empty");
      return;
    }

  countries = plx_involved_countries (analysis, passages, filter,
                                      plx_session_get_today (self->session));
  if (countries->len == 0 && passages->n_shown < passages->n_all)
    {
      show_empty (self, _("The filter hides every passage that speaks of a country."));
      return;
    }
  if (countries->len == 0)
    {
      show_empty (self, _("No article of this story speaks of a country."));
      return;
    }

  summary = dup_summary (self, relation, countries);
  gtk_label_set_label (self->title, relation != NULL ? relation->title : filter->relation);
  gtk_label_set_label (self->summary, summary);
  show_countries (self, countries);
  show_statements (self);
  show_page (self, "countries");
}

/* Rows are made only for those who look. */
static void
session_changed_cb (PlxCountriesView *self)
{
  self->is_stale = TRUE;

  if (self->session != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
plx_countries_view_map (GtkWidget *widget)
{
  PlxCountriesView *self = PLX_COUNTRIES_VIEW (widget);

  if (self->is_stale && self->session != NULL)
    refresh (self);

  GTK_WIDGET_CLASS (plx_countries_view_parent_class)->map (widget);
}

static void
plx_countries_view_dispose (GObject *object)
{
  PlxCountriesView *self = PLX_COUNTRIES_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_COUNTRIES_VIEW);
  g_clear_object (&self->signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plx_countries_view_parent_class)->dispose (object);
}

static void
plx_countries_view_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  PlxCountriesView *self = PLX_COUNTRIES_VIEW (object);

  switch ((PlxCountriesViewProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_countries_view_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  PlxCountriesView *self = PLX_COUNTRIES_VIEW (object);

  switch ((PlxCountriesViewProperty) prop_id)
    {
    case PROP_SESSION:
      plx_countries_view_set_session (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_countries_view_class_init (PlxCountriesViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (PLX_TYPE_COUNTRY_GROUP);

  object_class->dispose = plx_countries_view_dispose;
  object_class->get_property = plx_countries_view_get_property;
  object_class->set_property = plx_countries_view_set_property;
  widget_class->map = plx_countries_view_map;

  props[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, PLX_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-countries-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxCountriesView, empty);
  gtk_widget_class_bind_template_child (widget_class, PlxCountriesView, title);
  gtk_widget_class_bind_template_child (widget_class, PlxCountriesView, summary);
  gtk_widget_class_bind_template_child (widget_class, PlxCountriesView, party);
  gtk_widget_class_bind_template_child (widget_class, PlxCountriesView, signatory);
  gtk_widget_class_bind_template_child (widget_class, PlxCountriesView, withdrawn);
  gtk_widget_class_bind_template_child (widget_class, PlxCountriesView, non_party);
  gtk_widget_class_bind_template_child (widget_class, PlxCountriesView, accepted);
  gtk_widget_class_bind_template_child (widget_class, PlxCountriesView, unknown);
  gtk_widget_class_bind_template_child (widget_class, PlxCountriesView, statements);
  gtk_widget_class_bind_template_callback (widget_class, statement_activated_cb);
}

static void
plx_countries_view_init (PlxCountriesView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_sort_func (self->statements, compare_rows, NULL, NULL);

  self->signals = g_signal_group_new (PLX_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::analysis",
                                  G_CALLBACK (session_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::passages",
                                  G_CALLBACK (session_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::busy",
                                  G_CALLBACK (session_changed_cb), self);
}

PlxSession *
plx_countries_view_get_session (PlxCountriesView *self)
{
  g_return_val_if_fail (PLX_IS_COUNTRIES_VIEW (self), NULL);

  return self->session;
}

void
plx_countries_view_set_session (PlxCountriesView *self,
                                PlxSession       *session)
{
  g_return_if_fail (PLX_IS_COUNTRIES_VIEW (self));
  g_return_if_fail (session == NULL || PLX_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->signals, session);
  session_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}
