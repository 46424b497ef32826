/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-merge-dialog"

#include "config.h"

#include "names/plx-merge-dialog.h"

#include <glib/gi18n.h>

#include "names/plx-entity-picker.h"
#include "names/plx-find-entry.h"
#include "names/plx-name-item.h"
#include "names/plx-scope-chooser.h"

/* Of a name that may be kept, and about that of what stands above and below them. */
#define ROW_HEIGHT 64

/**
 * PlxMergeDialog:
 *
 * Makes several names one: those that were chosen, or one and another that is chosen here. It
 * shows what becomes one, and under which name.
 */
struct _PlxMergeDialog
{
  AdwDialog            parent_instance;

  PlxMender           *mender;
  PlxNameTarget       *target;
  guint                chosen; /* the other, where one was given; or PLX_NONE */
  guint                kept;   /* or PLX_NONE */
  GPtrArray           *rows;   /* of what is shown; the group owns them */

  GtkWidget           *merge;
  AdwWindowTitle      *heading;
  PlxEntityPicker     *picker;
  AdwPreferencesGroup *names;
  GtkLabel            *outcome;
  PlxScopeChooser     *scope;
};

G_DEFINE_FINAL_TYPE (PlxMergeDialog, plx_merge_dialog, ADW_TYPE_DIALOG)

static const PlxEntityRecord *
get_record (PlxMergeDialog *self,
            guint           entity)
{
  return plx_analysis_get_entity (self->target->analysis, entity);
}

/* What is to become one: (element-type guint32) */
static GArray *
list_entities (PlxMergeDialog *self)
{
  GArray *entities = g_array_copy (self->target->entities);
  guint32 chosen = self->chosen;

  if (self->chosen != PLX_NONE)
    g_array_append_val (entities, chosen);

  return entities;
}

static void
kept_toggled_cb (PlxMergeDialog *self,
                 GtkCheckButton *check)
{
  if (gtk_check_button_get_active (check))
    self->kept = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "plx-entity"));
}

static void
add_row (PlxMergeDialog *self,
         guint           entity,
         GtkWidget     **group)
{
  const PlxEntityRecord *record = get_record (self, entity);
  g_autofree char *facts = plx_name_dup_facts (record);
  g_autofree char *mentions = NULL;
  g_autofree char *subtitle = NULL;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  mentions = g_strdup_printf (ngettext ("%u mention", "%u mentions", record->n_mentions),
                              record->n_mentions);
  /* Translators: %1$s is such as “Person · Sudan”, %2$s such as “12 mentions” */
  subtitle = g_strdup_printf (_("%1$s · %2$s"), facts, mentions);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), record->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);

  if (*group == NULL)
    *group = check;
  else
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (*group));
  g_object_set_data (G_OBJECT (check), "plx-entity", GUINT_TO_POINTER (entity));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  record->name, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (kept_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), entity == self->kept);

  adw_preferences_group_add (self->names, row);
  g_ptr_array_add (self->rows, row);
}

/* The name that most use is the likeliest to be meant; of equals, the fuller. */
static guint
find_likeliest (PlxMergeDialog *self,
                GArray         *entities)
{
  guint best = g_array_index (entities, guint32, 0);

  for (guint i = 1; i < entities->len; i++)
    {
      guint entity = g_array_index (entities, guint32, i);
      const PlxEntityRecord *record = get_record (self, entity);
      const PlxEntityRecord *other = get_record (self, best);

      if (record->n_mentions > other->n_mentions ||
          (record->n_mentions == other->n_mentions &&
           g_utf8_strlen (record->name, -1) > g_utf8_strlen (other->name, -1)))
        best = entity;
    }

  return best;
}

static void
show_outcome (PlxMergeDialog *self,
              GArray         *entities)
{
  g_autofree char *text = NULL;
  guint n_mentions = 0;

  for (guint i = 0; i < entities->len; i++)
    n_mentions += get_record (self, g_array_index (entities, guint32, i))->n_mentions;

  text = g_strdup_printf (ngettext ("They become one name with %u mention in this story.",
                                    "They become one name with %u mentions in this story.",
                                    n_mentions), n_mentions);
  gtk_label_set_label (self->outcome, text);
}

static void
update (PlxMergeDialog *self)
{
  g_autoptr (GArray) entities = list_entities (self);
  gboolean ready = entities->len > 1;
  GtkWidget *group = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->names, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);

  self->kept = ready ? find_likeliest (self, entities) : PLX_NONE;
  for (guint i = 0; ready && i < entities->len; i++)
    add_row (self, g_array_index (entities, guint32, i), &group);

  if (ready)
    show_outcome (self, entities);
  gtk_widget_set_visible (GTK_WIDGET (self->names), ready);
  gtk_widget_set_visible (GTK_WIDGET (self->outcome), ready);
  gtk_widget_set_sensitive (self->merge, ready);
}

static void
selected_cb (PlxMergeDialog *self)
{
  PlxNameItem *item = plx_entity_picker_get_selected (self->picker);

  if (self->target == NULL)
    return;

  self->chosen = item != NULL ? plx_name_item_get_entity (item) : PLX_NONE;
  update (self);
}

static void
merge_clicked_cb (PlxMergeDialog *self)
{
  if (self->kept == PLX_NONE)
    return;

  if (self->chosen != PLX_NONE)
    plx_name_target_add (self->target, self->chosen);
  plx_mender_merge (self->mender, self->target, self->kept);
  self->kept = PLX_NONE;
  adw_dialog_close (ADW_DIALOG (self));
}

static void
plx_merge_dialog_dispose (GObject *object)
{
  PlxMergeDialog *self = PLX_MERGE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_MERGE_DIALOG);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->target, plx_name_target_unref);
  g_clear_object (&self->mender);

  G_OBJECT_CLASS (plx_merge_dialog_parent_class)->dispose (object);
}

static void
plx_merge_dialog_class_init (PlxMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_merge_dialog_dispose;

  g_type_ensure (PLX_TYPE_ENTITY_PICKER);
  g_type_ensure (PLX_TYPE_SCOPE_CHOOSER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxMergeDialog, merge);
  gtk_widget_class_bind_template_child (widget_class, PlxMergeDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, PlxMergeDialog, picker);
  gtk_widget_class_bind_template_child (widget_class, PlxMergeDialog, names);
  gtk_widget_class_bind_template_child (widget_class, PlxMergeDialog, outcome);
  gtk_widget_class_bind_template_child (widget_class, PlxMergeDialog, scope);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, merge_clicked_cb);
}

static void
plx_merge_dialog_init (PlxMergeDialog *self)
{
  self->chosen = self->kept = PLX_NONE;
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  plx_find_entry_follow (plx_entity_picker_get_entry (self->picker), GTK_WIDGET (self));
}

/**
 * plx_merge_dialog_new:
 * @mender: what merges them
 * @target: several names; or one, for which another is asked
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
plx_merge_dialog_new (PlxMender     *mender,
                      PlxNameTarget *target)
{
  PlxMergeDialog *self = g_object_new (PLX_TYPE_MERGE_DIALOG, NULL);
  gboolean asks = target->entities->len == 1;

  self->mender = g_object_ref (mender);
  self->target = plx_name_target_new (target->analysis, target->place);
  for (guint i = 0; i < target->entities->len; i++)
    plx_name_target_add (self->target, g_array_index (target->entities, guint32, i));

  gtk_widget_set_visible (GTK_WIDGET (self->picker), asks);
  if (asks)
    {
      const char *name = plx_name_target_get_record (target)->name;

      adw_dialog_set_title (ADW_DIALOG (self), _("Merge With…"));
      adw_window_title_set_subtitle (self->heading, name);
      adw_dialog_set_focus (ADW_DIALOG (self),
                            GTK_WIDGET (plx_entity_picker_get_entry (self->picker)));
      plx_entity_picker_fill (self->picker, plx_mender_get_session (mender), target->entities,
                              name);
    }
  else
    {
      /* As high as what it lists, as far as that goes. */
      adw_dialog_set_content_height (ADW_DIALOG (self),
                                     MIN (ROW_HEIGHT * (3 + (int) target->entities->len), 560));
      adw_dialog_set_focus (ADW_DIALOG (self), self->merge);
    }
  plx_scope_chooser_set_mender (self->scope, mender, plx_name_target_has_mention (target));
  update (self);

  return ADW_DIALOG (self);
}
