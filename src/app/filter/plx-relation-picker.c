/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-relation-picker"

#include "config.h"

#include "filter/plx-relation-picker.h"

#include <glib/gi18n.h>

#include "countries/plx-condition.h"
#include "countries/plx-own-tables.h"
#include "countries/plx-relations.h"
#include "filter/plx-own-relations-dialog.h"
#include "model/plx-relation.h"
#include "window/plx-labels.h"

/**
 * PlxRelationPicker:
 *
 * How the countries of a passage must stand, and to what; or, where `outlet` is set, the outlet's
 * own country.
 */
struct _PlxRelationPicker
{
  PlxPicker       parent_instance;

  gboolean        outlet;

  GtkCheckButton *party;
  GtkCheckButton *signatory;
  GtkCheckButton *withdrawn;
  GtkCheckButton *non_party;
  GtkCheckButton *accepted;
  GtkDropDown    *relations;
  GtkLabel       *status_label;
  GtkExpander    *ties_expander;
  GtkCheckButton *tie_mentioned;
  GtkCheckButton *tie_about;
  GtkCheckButton *tie_article;
  GtkCheckButton *tie_person;
  GtkCheckButton *tie_leader;
  GtkCheckButton *tie_body;
  GtkExpander    *condition_expander;
  GtkEditable    *condition;
  GtkLabel       *condition_note;
  GtkLabel       *note;
};

typedef enum
{
  PROP_OUTLET = 1,
} PlxRelationPickerProperty;

static GParamSpec *props[PROP_OUTLET + 1];

G_DEFINE_FINAL_TYPE (PlxRelationPicker, plx_relation_picker, PLX_TYPE_PICKER)

static GtkCheckButton *
get_check (PlxRelationPicker *self,
           PlxStatus          status)
{
  switch (status)
    {
    case PLX_STATUS_PARTY:
      return self->party;

    case PLX_STATUS_SIGNATORY:
      return self->signatory;

    case PLX_STATUS_WITHDRAWN:
      return self->withdrawn;

    case PLX_STATUS_NON_PARTY:
      return self->non_party;

    case PLX_STATUS_ACCEPTED:
      return self->accepted;

    case PLX_STATUS_UNKNOWN:
    default:
      return NULL;
    }
}

static GtkCheckButton *
get_tie (PlxRelationPicker *self,
         PlxTies            tie)
{
  switch (tie)
    {
    case PLX_TIE_ABOUT:
      return self->tie_about;

    case PLX_TIE_ARTICLE:
      return self->tie_article;

    case PLX_TIE_PERSON:
      return self->tie_person;

    case PLX_TIE_BODY:
      return self->tie_body;

    case PLX_TIE_LEADER:
      return self->tie_leader;

    case PLX_TIE_MENTIONED:
    default:
      return self->tie_mentioned;
    }
}

/* The mere mention is what a filter asks for where it asks for nothing. */
static guint
read_ties (PlxRelationPicker *self)
{
  guint ties = 0;

  for (guint tie = PLX_TIE_MENTIONED; tie <= PLX_TIE_LEADER; tie <<= 1)
    {
      if (gtk_check_button_get_active (get_tie (self, tie)))
        ties |= tie;
    }

  return ties == PLX_TIE_MENTIONED ? 0 : ties;
}

static void
apply (PlxRelationPicker *self)
{
  g_autoptr (PlxFilter) filter = plx_picker_copy_filter (PLX_PICKER (self));
  const guint position = gtk_drop_down_get_selected (self->relations);
  PlxRelation *relation = position != GTK_INVALID_LIST_POSITION
                            ? gtk_drop_down_get_selected_item (self->relations) : NULL;
  guint statuses = 0;

  if (relation != NULL)
    g_set_str (&filter->relation, plx_relation_get_id (relation));

  for (PlxStatus status = PLX_STATUS_PARTY; status < PLX_N_STATUSES; status++)
    {
      if (gtk_check_button_get_active (get_check (self, status)))
        statuses |= 1u << status;
    }

  if (self->outlet)
    {
      filter->outlet_statuses = statuses;
    }
  else
    {
      filter->statuses = statuses;
      filter->ties = read_ties (self);
    }

  plx_session_set_filter (plx_picker_get_session (PLX_PICKER (self)), filter);
}

static void
show_condition_note (PlxRelationPicker *self,
                     const char        *text,
                     gboolean           is_error)
{
  gtk_label_set_label (self->condition_note, text);
  if (is_error)
    gtk_widget_add_css_class (GTK_WIDGET (self->condition_note), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->condition_note), "error");
}

/* Says how the condition was understood, or why it was not. */
static gboolean
check_condition (PlxRelationPicker *self,
                 const char        *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxCondition) condition = NULL;
  g_autofree char *words = NULL;

  if (*text == '\0')
    {
      show_condition_note (self, _("“but”, “or”, “not” and brackets join treaties and blocs; other "
                                   "statuses follow a colon, as in “icc:signatory”."), FALSE);
      return TRUE;
    }

  condition = plx_condition_parse (text, &error);
  if (condition == NULL)
    {
      show_condition_note (self, error->message, TRUE);
      return FALSE;
    }

  words = plx_condition_to_words (condition);
  show_condition_note (self, words, FALSE);

  return TRUE;
}

/* What cannot be understood yet is still being typed, and asks for nothing. */
static void
condition_changed_cb (PlxRelationPicker *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->condition)));
  g_autoptr (PlxFilter) filter = NULL;
  char **place;

  if (plx_picker_is_updating (PLX_PICKER (self)) || !check_condition (self, text))
    return;

  filter = plx_picker_copy_filter (PLX_PICKER (self));
  place = self->outlet ? &filter->outlet_condition : &filter->condition;
  if (g_set_str (place, *text != '\0' ? text : NULL))
    plx_session_set_filter (plx_picker_get_session (PLX_PICKER (self)), filter);
}

static void
own_clicked_cb (PlxRelationPicker *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);
  AdwDialog *dialog =
    plx_own_relations_dialog_new (plx_session_get_today (plx_picker_get_session
                                                         (PLX_PICKER (self))));

  adw_dialog_present (dialog, GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));
  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
toggled_cb (PlxRelationPicker *self)
{
  if (!plx_picker_is_updating (PLX_PICKER (self)))
    apply (self);
}

static void
relation_notify_cb (PlxRelationPicker *self)
{
  if (!plx_picker_is_updating (PLX_PICKER (self)))
    apply (self);
}

static void
show_relation (PlxRelationPicker     *self,
               const PlxRelationInfo *relation)
{
  g_autofree char *day = plx_label_day (relation->as_of);
  g_autofree char *note = NULL;

  for (PlxStatus status = PLX_STATUS_PARTY; status < PLX_N_STATUSES; status++)
    gtk_check_button_set_label (get_check (self, status),
                                plx_label_status (status, relation->is_treaty));

  /* Only treaties are signed first. */
  gtk_widget_set_visible (GTK_WIDGET (self->signatory), relation->is_treaty);
  gtk_widget_set_visible (GTK_WIDGET (self->accepted), relation->is_treaty);

  /* Translators: %1$s is a treaty or a bloc, %2$s the day of the table of its members */
  note = g_strdup_printf (_("%1$s. The table was last checked on %2$s."), relation->short_title,
                          day);
  gtk_label_set_label (self->note, note);
}

static void
fill (PlxRelationPicker *self)
{
  g_autoptr (GListStore) store = g_list_store_new (PLX_TYPE_RELATION);
  g_autoptr (GPtrArray) relations = plx_relations_list_all ();

  for (guint i = 0; i < relations->len; i++)
    {
      const PlxRelationInfo *info = g_ptr_array_index (relations, i);
      g_autoptr (PlxRelation) relation = plx_relation_new (info->id, info->title,
                                                           info->is_treaty);

      g_list_store_append (store, relation);
    }

  gtk_drop_down_set_model (self->relations, G_LIST_MODEL (store));
}

static void
select_relation (PlxRelationPicker *self,
                 const char        *id)
{
  g_autoptr (GPtrArray) relations = plx_relations_list_all ();
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < relations->len; i++)
    {
      const PlxRelationInfo *info = g_ptr_array_index (relations, i);

      if (g_str_equal (info->id, id))
        {
          selected = i;
          show_relation (self, info);
        }
    }

  gtk_drop_down_set_selected (self->relations, selected);
}

static void
show_condition (PlxRelationPicker *self,
                const char        *condition)
{
  /* What is typed is left as it is typed, so that the cursor stays. */
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->condition)));

  if (condition != NULL && g_strcmp0 (typed, condition) != 0)
    gtk_editable_set_text (self->condition, condition);
  else if (condition == NULL && *typed != '\0' && check_condition (self, typed))
    gtk_editable_set_text (self->condition, "");

  check_condition (self, condition != NULL ? condition : gtk_editable_get_text (self->condition));
  if (condition != NULL)
    gtk_expander_set_expanded (self->condition_expander, TRUE);
}

static void
plx_relation_picker_update (PlxPicker *picker)
{
  PlxRelationPicker *self = PLX_RELATION_PICKER (picker);
  PlxFilter *filter = plx_session_get_filter (plx_picker_get_session (picker));
  const guint statuses = self->outlet ? filter->outlet_statuses : filter->statuses;
  const guint ties = filter->ties != 0 ? filter->ties : PLX_TIE_MENTIONED;

  select_relation (self, filter->relation);
  for (PlxStatus status = PLX_STATUS_PARTY; status < PLX_N_STATUSES; status++)
    gtk_check_button_set_active (get_check (self, status), (statuses & (1u << status)) != 0);
  for (guint tie = PLX_TIE_MENTIONED; tie <= PLX_TIE_LEADER; tie <<= 1)
    gtk_check_button_set_active (get_tie (self, tie), (ties & tie) != 0);
  if (filter->ties != 0)
    gtk_expander_set_expanded (self->ties_expander, TRUE);
  show_condition (self, self->outlet ? filter->outlet_condition : filter->condition);
}

static void
tables_changed_cb (PlxRelationPicker *self)
{
  PlxSession *session = plx_picker_get_session (PLX_PICKER (self));

  plx_picker_begin_update (PLX_PICKER (self));
  fill (self);
  if (session != NULL)
    select_relation (self, plx_session_get_filter (session)->relation);
  plx_picker_end_update (PLX_PICKER (self));
}

static void
plx_relation_picker_constructed (GObject *object)
{
  PlxRelationPicker *self = PLX_RELATION_PICKER (object);

  G_OBJECT_CLASS (plx_relation_picker_parent_class)->constructed (object);

  gtk_widget_set_visible (GTK_WIDGET (self->ties_expander), !self->outlet);
  if (self->outlet)
    gtk_label_set_label (self->status_label, _("Show Only Outlets from Countries of the Status"));
}

static void
plx_relation_picker_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch ((PlxRelationPickerProperty) prop_id)
    {
    case PROP_OUTLET:
      g_value_set_boolean (value, PLX_RELATION_PICKER (object)->outlet);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_relation_picker_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch ((PlxRelationPickerProperty) prop_id)
    {
    case PROP_OUTLET:
      PLX_RELATION_PICKER (object)->outlet = g_value_get_boolean (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_relation_picker_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_RELATION_PICKER);

  G_OBJECT_CLASS (plx_relation_picker_parent_class)->dispose (object);
}

static void
plx_relation_picker_class_init (PlxRelationPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PlxPickerClass *picker_class = PLX_PICKER_CLASS (klass);

  g_type_ensure (PLX_TYPE_RELATION);

  object_class->constructed = plx_relation_picker_constructed;
  object_class->dispose = plx_relation_picker_dispose;
  object_class->get_property = plx_relation_picker_get_property;
  object_class->set_property = plx_relation_picker_set_property;

  props[PROP_OUTLET] =
    g_param_spec_boolean ("outlet", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  picker_class->update = plx_relation_picker_update;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-relation-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxRelationPicker, party);
  gtk_widget_class_bind_template_child (widget_class, PlxRelationPicker, signatory);
  gtk_widget_class_bind_template_child (widget_class, PlxRelationPicker, withdrawn);
  gtk_widget_class_bind_template_child (widget_class, PlxRelationPicker, non_party);
  gtk_widget_class_bind_template_child (widget_class, PlxRelationPicker, accepted);
  gtk_widget_class_bind_template_child (widget_class, PlxRelationPicker, relations);
  gtk_widget_class_bind_template_child (widget_class, PlxRelationPicker, status_label);
  gtk_widget_class_bind_template_child (widget_class, PlxRelationPicker, ties_expander);
  gtk_widget_class_bind_template_child (widget_class, PlxRelationPicker, tie_mentioned);
  gtk_widget_class_bind_template_child (widget_class, PlxRelationPicker, tie_about);
  gtk_widget_class_bind_template_child (widget_class, PlxRelationPicker, tie_article);
  gtk_widget_class_bind_template_child (widget_class, PlxRelationPicker, tie_person);
  gtk_widget_class_bind_template_child (widget_class, PlxRelationPicker, tie_leader);
  gtk_widget_class_bind_template_child (widget_class, PlxRelationPicker, tie_body);
  gtk_widget_class_bind_template_child (widget_class, PlxRelationPicker, condition_expander);
  gtk_widget_class_bind_template_child (widget_class, PlxRelationPicker, condition);
  gtk_widget_class_bind_template_child (widget_class, PlxRelationPicker, condition_note);
  gtk_widget_class_bind_template_child (widget_class, PlxRelationPicker, note);
  gtk_widget_class_bind_template_callback (widget_class, condition_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, own_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, relation_notify_cb);
}

static void
plx_relation_picker_init (PlxRelationPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self);
  g_signal_connect_object (plx_own_tables_get_default (), "changed",
                           G_CALLBACK (tables_changed_cb), self, G_CONNECT_SWAPPED);
}
