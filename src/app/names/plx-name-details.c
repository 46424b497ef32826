/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-name-details"

#include "config.h"

#include "names/plx-name-details.h"

#include <glib/gi18n.h>

#include "countries/plx-countries.h"
#include "language/entities/plx-mending.h"
#include "names/plx-form-row.h"
#include "names/plx-naming-words.h"
#include "names/plx-scope-chooser.h"
#include "window/plx-labels.h"

/**
 * PlxNameDetails:
 *
 * All that is known of one name: as what it is written, in which sentences and sources, who told
 * its country, and what the user has said of it.
 *
 * Its buttons are for the `name` actions of whoever shows it.
 */
struct _PlxNameDetails
{
  AdwBin             parent_instance;

  PlxMender         *mender; /* nullable until it shows something */
  PlxNameItem       *item;   /* nullable likewise */
  PlxFormPlace       at;     /* where one has stepped last */

  GtkAdjustment     *adjustment;
  GtkLabel          *name;
  GtkLabel          *facts;
  GtkListBox        *forms;
  GtkWidget         *told;
  GtkLabel          *told_title;
  GtkWidget         *told_button;
  GtkLabel          *told_text;
  GtkListBox        *sources;
  GtkWidget         *said_box;
  GtkListBox        *said;
  PlxScopeChooser   *scope;
};

G_DEFINE_FINAL_TYPE (PlxNameDetails, plx_name_details, ADW_TYPE_BIN)

static PlxSession *
get_session (PlxNameDetails *self)
{
  return plx_mender_get_session (self->mender);
}

/* Rows may outlive the comparison of which they are, until they are filled again. */
static PlxAnalysis *
get_analysis (PlxNameDetails *self)
{
  PlxAnalysis *analysis = plx_session_get_analysis (get_session (self));

  if (analysis == NULL || plx_name_item_get_entity (self->item) >= analysis->entities->len ||
      plx_analysis_get_entity (analysis, plx_name_item_get_entity (self->item)) !=
        plx_name_item_get_record (self->item))
    return NULL;

  return analysis;
}

static void
show_place (PlxNameDetails *self,
            PlxFormPlace    place)
{
  PlxAnalysis *analysis = get_analysis (self);
  GArray *mentions = plx_analysis_get_annotation (analysis, place.article)->mentions;
  const PlxMentionSpan *span = &g_array_index (mentions, PlxMentionSpan, place.mention);

  self->at = place;
  plx_session_show_sentence (get_session (self),
                             (PlxSentenceRef) { .article = place.article,
                                                .sentence = span->sentence });
}

static void
step_cb (PlxNameDetails *self,
         int             by,
         PlxFormRow     *row)
{
  PlxFormPlace place;

  if (get_analysis (self) == NULL)
    return;

  /* Also where there is but one: it may be far from what is read. */
  plx_written_form_step (plx_form_row_get_places (row), self->at, by, &place);
  show_place (self, place);
}

static void
form_activated_cb (PlxNameDetails *self,
                   GtkListBoxRow  *row)
{
  step_cb (self, 1, PLX_FORM_ROW (row));
}

static void
source_activated_cb (PlxNameDetails *self,
                     GtkListBoxRow  *row)
{
  g_autoptr (GArray) places = NULL;
  guint article = gtk_list_box_row_get_index (row);

  if (get_analysis (self) == NULL)
    return;

  places = plx_written_form_places (get_analysis (self), plx_name_item_get_entity (self->item));
  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, PlxFormPlace, i).article == article)
      {
        show_place (self, g_array_index (places, PlxFormPlace, i));
        return;
      }
}

static void
told_clicked_cb (PlxNameDetails *self)
{
  if (get_analysis (self) != NULL)
    plx_session_show_sentence (get_session (self),
                               plx_name_item_get_record (self->item)->country_from);
}

static void
take_back_cb (PlxNameDetails *self,
              PlxSaidRow     *row)
{
  g_autoptr (GPtrArray) namings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_naming_free);

  g_ptr_array_add (namings, plx_naming_copy (plx_said_row_get_said (row)));
  plx_mender_take_back (self->mender, namings);
}

static void
show_forms (PlxNameDetails *self,
            PlxAnalysis    *analysis)
{
  g_autoptr (GPtrArray) forms = plx_written_forms_new (analysis,
                                                       plx_name_item_get_entity (self->item));

  gtk_list_box_remove_all (self->forms);
  for (guint i = 0; i < forms->len; i++)
    {
      GtkWidget *row = plx_form_row_new (forms->pdata[i], forms->len > 1);

      g_signal_connect_object (row, "step", G_CALLBACK (step_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->forms, row);
    }
}

/* A row of a source: its name and how often it has the name that is shown. */
static GtkWidget *
make_source_row (PlxNameDetails *self,
                 guint           source)
{
  guint n = plx_name_item_get_count (self->item, source);
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *label = NULL;
  g_autofree char *mentions = NULL;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *number = gtk_label_new (count);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 plx_name_item_get_source (self->item, source));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (number, "dimmed");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), number);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), n > 0);
  if (n > 0)
    gtk_widget_set_tooltip_text (row, _("Show the First Mention"));

  mentions = g_strdup_printf (ngettext ("%u mention", "%u mentions", n), n);
  label = g_strjoin (", ", plx_name_item_get_source (self->item, source), mentions, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return row;
}

static void
show_sources (PlxNameDetails *self)
{
  gtk_list_box_remove_all (self->sources);
  for (guint i = 0; i < plx_name_item_get_n_sources (self->item); i++)
    gtk_list_box_append (self->sources, make_source_row (self, i));
}

static char *
describe_teller (PlxNameDetails        *self,
                 const PlxEntityRecord *record,
                 const char            *country)
{
  PlxArticle *article = NULL;
  const char *source;

  if (record->country_by_user)
    /* Translators: %s is the country to which something belongs */
    return g_strdup_printf (_("Country: %s, as you have said"), country);

  if (record->country_from.article != PLX_NONE)
    article = plx_session_find_article (get_session (self), record->country_from.article);
  if (article == NULL)
    /* Translators: %s is the country to which something belongs */
    return g_strdup_printf (_("Country: %s, known without the articles"), country);

  source = plx_session_get_source (get_session (self), record->country_from.article);

  /* Translators: %1$s is the country to which something belongs, %2$s a source; a sentence of it
   * follows */
  return g_strdup_printf (_("Country: %1$s, as %2$s tells"), country, source);
}

static void
show_teller (PlxNameDetails *self,
             PlxAnalysis    *analysis)
{
  const PlxEntityRecord *record = plx_name_item_get_record (self->item);
  const PlxCountryInfo *country = NULL;
  gboolean has_sentence = !record->country_by_user && record->country_from.article != PLX_NONE;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (record->country != NULL && record->kind != PLX_KIND_COUNTRY)
    country = plx_country_lookup (record->country);

  gtk_widget_set_visible (self->told, country != NULL);
  if (country == NULL)
    return;

  title = describe_teller (self, record, country->name);
  gtk_label_set_label (self->told_title, title);
  gtk_widget_set_visible (self->told_button, has_sentence);
  if (!has_sentence)
    return;

  text = plx_analysis_dup_sentence (analysis, record->country_from);
  gtk_label_set_label (self->told_text, text);
  plx_label_follow (self->told_text, text);
}

static void
show_said (PlxNameDetails *self,
           PlxAnalysis    *analysis)
{
  GPtrArray *all = plx_session_get_namings (get_session (self));
  g_autoptr (GPtrArray) namings = NULL;
  PlxMendPlace place;

  /* Wherever it was said. */
  plx_session_get_place (get_session (self), PLX_SCOPE_LIBRARY, 0, PLX_NONE, &place);
  namings = plx_mend_find (all, analysis, plx_name_item_get_entity (self->item), &place);

  gtk_list_box_remove_all (self->said);
  for (guint i = 0; i < namings->len; i++)
    {
      GtkWidget *row = plx_naming_new_row (namings->pdata[i], get_session (self));

      g_signal_connect_object (row, "take-back", G_CALLBACK (take_back_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_list_box_append (self->said, row);
    }

  gtk_widget_set_visible (self->said_box, namings->len > 0);
}

static void
plx_name_details_dispose (GObject *object)
{
  PlxNameDetails *self = PLX_NAME_DETAILS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_NAME_DETAILS);
  g_clear_object (&self->item);
  g_clear_object (&self->mender);

  G_OBJECT_CLASS (plx_name_details_parent_class)->dispose (object);
}

static void
plx_name_details_class_init (PlxNameDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_name_details_dispose;

  g_type_ensure (PLX_TYPE_SCOPE_CHOOSER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-name-details.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxNameDetails, adjustment);
  gtk_widget_class_bind_template_child (widget_class, PlxNameDetails, name);
  gtk_widget_class_bind_template_child (widget_class, PlxNameDetails, facts);
  gtk_widget_class_bind_template_child (widget_class, PlxNameDetails, forms);
  gtk_widget_class_bind_template_child (widget_class, PlxNameDetails, told);
  gtk_widget_class_bind_template_child (widget_class, PlxNameDetails, told_title);
  gtk_widget_class_bind_template_child (widget_class, PlxNameDetails, told_button);
  gtk_widget_class_bind_template_child (widget_class, PlxNameDetails, told_text);
  gtk_widget_class_bind_template_child (widget_class, PlxNameDetails, sources);
  gtk_widget_class_bind_template_child (widget_class, PlxNameDetails, said_box);
  gtk_widget_class_bind_template_child (widget_class, PlxNameDetails, said);
  gtk_widget_class_bind_template_child (widget_class, PlxNameDetails, scope);
  gtk_widget_class_bind_template_callback (widget_class, form_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, told_clicked_cb);
}

static void
plx_name_details_init (PlxNameDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plx_name_details_show:
 * @self: details
 * @mender: what mends names
 * @item: a name of the open story
 */
void
plx_name_details_show (PlxNameDetails *self,
                       PlxMender      *mender,
                       PlxNameItem    *item)
{
  const PlxEntityRecord *record = plx_name_item_get_record (item);
  g_autofree char *kind = NULL;
  g_autofree char *counts = NULL;
  g_autofree char *facts = NULL;
  gboolean is_other;

  g_return_if_fail (PLX_IS_NAME_DETAILS (self));

  /* Who steps from sentence to sentence, and so from article to article, keeps the button. */
  if (self->item == item)
    {
      if (get_analysis (self) != NULL)
        show_said (self, get_analysis (self));
      return;
    }

  is_other = self->item == NULL ||
             !g_str_equal (plx_name_item_get_record (self->item)->name, record->name);
  g_set_object (&self->mender, mender);
  g_set_object (&self->item, item);
  if (get_analysis (self) == NULL)
    return;

  kind = plx_name_item_dup_facts (item);
  counts = plx_name_item_dup_counts (item);
  /* Translators: %1$s is such as “Person · Sudan”, %2$s such as “12 mentions in 3 of 5 sources” */
  facts = g_strdup_printf (_("%1$s · %2$s"), kind, counts);
  gtk_label_set_label (self->name, record->name);
  gtk_label_set_label (self->facts, facts);
  plx_scope_chooser_set_mender (self->scope, mender, FALSE);
  show_forms (self, get_analysis (self));
  show_teller (self, get_analysis (self));
  show_sources (self);
  show_said (self, get_analysis (self));

  if (is_other)
    {
      self->at = (PlxFormPlace) { .article = PLX_NONE };
      gtk_adjustment_set_value (self->adjustment, 0);
    }
}
