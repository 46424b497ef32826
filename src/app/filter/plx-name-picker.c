/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-name-picker"

#include "config.h"

#include "filter/plx-name-picker.h"

#include "filter/plx-check-row.h"

/**
 * PlxNamePicker:
 *
 * Of which names a passage must speak.
 */
struct _PlxNamePicker
{
  PlxPicker       parent_instance;

  PlxAnalysis    *analysis; /* nullable; of which the rows are */

  GtkEditable    *search_entry;
  GtkListBox     *list;
};

G_DEFINE_FINAL_TYPE (PlxNamePicker, plx_name_picker, PLX_TYPE_PICKER)

static gboolean
is_wanted (PlxFilter  *filter,
           const char *name)
{
  return filter->entities != NULL &&
         g_strv_contains ((const char * const *) filter->entities, name);
}

static gboolean
filter_row_cb (GtkListBoxRow *row,
               gpointer       user_data)
{
  PlxNamePicker *self = user_data;

  return plx_check_row_matches (PLX_CHECK_ROW (row), gtk_editable_get_text (self->search_entry));
}

static void
search_changed_cb (PlxNamePicker *self)
{
  gtk_list_box_invalidate_filter (self->list);
}

static void
toggled_cb (PlxNamePicker *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (PlxFilter) filter = NULL;
  GtkListBoxRow *row;

  if (plx_picker_is_updating (PLX_PICKER (self)))
    return;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (plx_check_row_is_active (PLX_CHECK_ROW (row)))
        g_strv_builder_add (names, plx_check_row_get_id (PLX_CHECK_ROW (row)));
    }

  filter = plx_picker_copy_filter (PLX_PICKER (self));
  g_clear_pointer (&filter->entities, g_strfreev);
  filter->entities = g_strv_builder_end (names);
  plx_session_set_filter (plx_picker_get_session (PLX_PICKER (self)), filter);
}

static void
fill (PlxNamePicker *self,
      PlxAnalysis   *analysis,
      PlxFilter     *filter)
{
  gtk_list_box_remove_all (self->list);
  g_clear_pointer (&self->analysis, plx_analysis_unref);
  if (analysis == NULL)
    return;

  self->analysis = plx_analysis_ref (analysis);
  for (guint i = 0; i < analysis->entities->len; i++)
    {
      const PlxEntityRecord *entity = plx_analysis_get_entity (analysis, i);
      g_autofree char *count = g_strdup_printf ("%u", entity->n_mentions);
      GtkWidget *row = plx_check_row_new (entity->name, entity->name, count,
                                          is_wanted (filter, entity->name));

      gtk_list_box_append (self->list, row);
      g_signal_connect_object (row, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
    }
}

static void
plx_name_picker_update (PlxPicker *picker)
{
  PlxNamePicker *self = PLX_NAME_PICKER (picker);
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
                              is_wanted (filter, plx_check_row_get_id (PLX_CHECK_ROW (row))));
}

static void
plx_name_picker_dispose (GObject *object)
{
  PlxNamePicker *self = PLX_NAME_PICKER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_NAME_PICKER);
  g_clear_pointer (&self->analysis, plx_analysis_unref);

  G_OBJECT_CLASS (plx_name_picker_parent_class)->dispose (object);
}

static void
plx_name_picker_class_init (PlxNamePickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PlxPickerClass *picker_class = PLX_PICKER_CLASS (klass);

  object_class->dispose = plx_name_picker_dispose;

  picker_class->update = plx_name_picker_update;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-name-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxNamePicker, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PlxNamePicker, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
plx_name_picker_init (PlxNamePicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, filter_row_cb, self, NULL);
}
