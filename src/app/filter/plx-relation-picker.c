/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-relation-picker"

#include "config.h"

#include "filter/plx-relation-picker.h"

#include <glib/gi18n.h>

#include "countries/plx-relations.h"
#include "model/plx-relation.h"
#include "window/plx-labels.h"

/**
 * PlxRelationPicker:
 *
 * How the countries of a passage must stand, and to what.
 */
struct _PlxRelationPicker
{
  PlxPicker       parent_instance;

  GtkCheckButton *party;
  GtkCheckButton *signatory;
  GtkCheckButton *withdrawn;
  GtkCheckButton *non_party;
  GtkCheckButton *accepted;
  GtkDropDown    *relations;
  GtkLabel       *note;
};

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

static void
apply (PlxRelationPicker *self)
{
  g_autoptr (PlxFilter) filter = plx_picker_copy_filter (PLX_PICKER (self));
  PlxRelation *relation = gtk_drop_down_get_selected_item (self->relations);

  if (relation != NULL)
    g_set_str (&filter->relation, plx_relation_get_id (relation));

  for (PlxStatus status = PLX_STATUS_PARTY; status < PLX_N_STATUSES; status++)
    {
      if (gtk_check_button_get_active (get_check (self, status)))
        filter->statuses |= 1u << status;
      else
        filter->statuses &= ~(1u << status);
    }

  plx_session_set_filter (plx_picker_get_session (PLX_PICKER (self)), filter);
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
plx_relation_picker_update (PlxPicker *picker)
{
  PlxRelationPicker *self = PLX_RELATION_PICKER (picker);
  PlxFilter *filter = plx_session_get_filter (plx_picker_get_session (picker));
  const PlxRelationInfo *relations;
  gsize n;

  relations = plx_relations_list (&n);
  for (gsize i = 0; i < n; i++)
    {
      if (g_str_equal (relations[i].id, filter->relation))
        {
          gtk_drop_down_set_selected (self->relations, i);
          show_relation (self, &relations[i]);
        }
    }

  for (PlxStatus status = PLX_STATUS_PARTY; status < PLX_N_STATUSES; status++)
    gtk_check_button_set_active (get_check (self, status),
                                 (filter->statuses & (1u << status)) != 0);
}

static void
fill (PlxRelationPicker *self)
{
  g_autoptr (GListStore) store = g_list_store_new (PLX_TYPE_RELATION);
  const PlxRelationInfo *relations;
  gsize n;

  relations = plx_relations_list (&n);
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (PlxRelation) relation =
        plx_relation_new (relations[i].id, relations[i].title, relations[i].is_treaty);

      g_list_store_append (store, relation);
    }

  gtk_drop_down_set_model (self->relations, G_LIST_MODEL (store));
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

  object_class->dispose = plx_relation_picker_dispose;

  picker_class->update = plx_relation_picker_update;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-relation-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxRelationPicker, party);
  gtk_widget_class_bind_template_child (widget_class, PlxRelationPicker, signatory);
  gtk_widget_class_bind_template_child (widget_class, PlxRelationPicker, withdrawn);
  gtk_widget_class_bind_template_child (widget_class, PlxRelationPicker, non_party);
  gtk_widget_class_bind_template_child (widget_class, PlxRelationPicker, accepted);
  gtk_widget_class_bind_template_child (widget_class, PlxRelationPicker, relations);
  gtk_widget_class_bind_template_child (widget_class, PlxRelationPicker, note);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, relation_notify_cb);
}

static void
plx_relation_picker_init (PlxRelationPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self);
}
