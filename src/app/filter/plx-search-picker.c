/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-search-picker"

#include "config.h"

#include "filter/plx-search-picker.h"

#include "filter/plx-check-row.h"

/**
 * PlxSearchPicker:
 *
 * Some of many, in a list that can be searched. What there is to pick, and which part of the
 * filter that is, its subclasses know.
 */
typedef struct
{
  PlxAnalysis    *analysis; /* nullable; of which the rows are */

  GtkSearchEntry *search_entry;
  GtkListBox     *list;
  GtkLabel       *nothing;
} PlxSearchPickerPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (PlxSearchPicker, plx_search_picker, PLX_TYPE_PICKER)

static gboolean
is_wanted (PlxSearchPicker *self,
           PlxFilter       *filter,
           const char      *id)
{
  char **wanted = *PLX_SEARCH_PICKER_GET_CLASS (self)->get_wanted (self, filter);

  return wanted != NULL && g_strv_contains ((const char * const *) wanted, id);
}

static gboolean
filter_row_cb (GtkListBoxRow *row,
               gpointer       user_data)
{
  PlxSearchPickerPrivate *priv = plx_search_picker_get_instance_private (user_data);

  return plx_check_row_matches (PLX_CHECK_ROW (row),
                                gtk_editable_get_text (GTK_EDITABLE (priv->search_entry)));
}

static void
search_changed_cb (PlxSearchPicker *self)
{
  PlxSearchPickerPrivate *priv = plx_search_picker_get_instance_private (self);

  gtk_list_box_invalidate_filter (priv->list);
}

static void
toggled_cb (PlxSearchPicker *self)
{
  PlxSearchPickerPrivate *priv = plx_search_picker_get_instance_private (self);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (PlxFilter) filter = NULL;
  GtkListBoxRow *row;
  char ***wanted;

  if (plx_picker_is_updating (PLX_PICKER (self)))
    return;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (priv->list, i)) != NULL; i++)
    {
      if (plx_check_row_is_active (PLX_CHECK_ROW (row)))
        g_strv_builder_add (ids, plx_check_row_get_id (PLX_CHECK_ROW (row)));
    }

  filter = plx_picker_copy_filter (PLX_PICKER (self));
  wanted = PLX_SEARCH_PICKER_GET_CLASS (self)->get_wanted (self, filter);
  g_clear_pointer (wanted, g_strfreev);
  *wanted = g_strv_builder_end (ids);
  plx_session_set_filter (plx_picker_get_session (PLX_PICKER (self)), filter);
}

static void
fill (PlxSearchPicker *self,
      PlxAnalysis     *analysis,
      PlxFilter       *filter)
{
  PlxSearchPickerPrivate *priv = plx_search_picker_get_instance_private (self);

  gtk_list_box_remove_all (priv->list);
  g_clear_pointer (&priv->analysis, plx_analysis_unref);
  if (analysis == NULL)
    return;

  priv->analysis = plx_analysis_ref (analysis);
  PLX_SEARCH_PICKER_GET_CLASS (self)->fill (self, analysis, filter);
}

static void
plx_search_picker_update (PlxPicker *picker)
{
  PlxSearchPicker *self = PLX_SEARCH_PICKER (picker);
  PlxSearchPickerPrivate *priv = plx_search_picker_get_instance_private (self);
  PlxAnalysis *analysis = plx_session_get_analysis (plx_picker_get_session (picker));
  PlxFilter *filter = plx_session_get_filter (plx_picker_get_session (picker));
  GtkListBoxRow *row;

  if (analysis != priv->analysis)
    {
      fill (self, analysis, filter);
      return;
    }

  for (int i = 0; (row = gtk_list_box_get_row_at_index (priv->list, i)) != NULL; i++)
    plx_check_row_set_active (PLX_CHECK_ROW (row),
                              is_wanted (self, filter, plx_check_row_get_id (PLX_CHECK_ROW (row))));
}

static void
plx_search_picker_dispose (GObject *object)
{
  PlxSearchPicker *self = PLX_SEARCH_PICKER (object);
  PlxSearchPickerPrivate *priv = plx_search_picker_get_instance_private (self);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_SEARCH_PICKER);
  g_clear_pointer (&priv->analysis, plx_analysis_unref);

  G_OBJECT_CLASS (plx_search_picker_parent_class)->dispose (object);
}

static void
plx_search_picker_class_init (PlxSearchPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_search_picker_dispose;

  PLX_PICKER_CLASS (klass)->update = plx_search_picker_update;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-search-picker.ui");
  gtk_widget_class_bind_template_child_private (widget_class, PlxSearchPicker, search_entry);
  gtk_widget_class_bind_template_child_private (widget_class, PlxSearchPicker, list);
  gtk_widget_class_bind_template_child_private (widget_class, PlxSearchPicker, nothing);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
plx_search_picker_init (PlxSearchPicker *self)
{
  PlxSearchPickerPrivate *priv = plx_search_picker_get_instance_private (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (priv->list, filter_row_cb, self, NULL);
}

/**
 * plx_search_picker_set_words:
 * @self: a picker
 * @find: what to do in the search entry, translated
 * @nothing: what to say where nothing matches, translated
 * @all: what is in the list, translated
 *
 * Says what there is to pick.
 */
void
plx_search_picker_set_words (PlxSearchPicker *self,
                             const char      *find,
                             const char      *nothing,
                             const char      *all)
{
  PlxSearchPickerPrivate *priv = plx_search_picker_get_instance_private (self);

  g_return_if_fail (PLX_IS_SEARCH_PICKER (self));

  gtk_search_entry_set_placeholder_text (priv->search_entry, find);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->search_entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, find, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);
  gtk_label_set_label (priv->nothing, nothing);
}

/**
 * plx_search_picker_add:
 * @self: a picker that is being filled
 * @id: what the filter calls it
 * @label: what the user calls it
 * @n: how often it is there, or 0 where it is not
 *
 * Adds something that can be asked for.
 */
void
plx_search_picker_add (PlxSearchPicker *self,
                       const char      *id,
                       const char      *label,
                       guint            n)
{
  PlxSearchPickerPrivate *priv = plx_search_picker_get_instance_private (self);
  g_autofree char *count = NULL;
  PlxFilter *filter;
  GtkWidget *row;

  g_return_if_fail (PLX_IS_SEARCH_PICKER (self));

  filter = plx_session_get_filter (plx_picker_get_session (PLX_PICKER (self)));
  count = n > 0 ? g_strdup_printf ("%u", n) : NULL;
  row = plx_check_row_new (id, label, count, is_wanted (self, filter, id));
  gtk_list_box_append (priv->list, row);
  g_signal_connect_object (row, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
}
