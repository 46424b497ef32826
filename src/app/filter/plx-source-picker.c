/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-source-picker"

#include "config.h"

#include "filter/plx-source-picker.h"

#include "filter/plx-check-row.h"

/**
 * PlxSourcePicker:
 *
 * Which sources are shown.
 */
struct _PlxSourcePicker
{
  PlxPicker   parent_instance;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (PlxSourcePicker, plx_source_picker, PLX_TYPE_PICKER)

/* A source is told by the name of its file, which stays the same when the user corrects the
 * article; only where there is none, or two of one name, by its digest. */
static char *
dup_id (PlxSession *session,
        guint       which)
{
  PlxDocument *document = plx_analysis_get_document (plx_session_get_analysis (session), which);
  guint n = plx_analysis_get_n_articles (plx_session_get_analysis (session));

  for (guint i = 0; i < n; i++)
    {
      PlxDocument *other = plx_analysis_get_document (plx_session_get_analysis (session), i);

      if (document->source == NULL ||
          (i != which && g_strcmp0 (document->source, other->source) == 0))
        return plx_document_dup_digest (document);
    }

  return g_strdup (document->source);
}

static void
toggled_cb (PlxSourcePicker *self)
{
  g_autoptr (GStrvBuilder) hidden = g_strv_builder_new ();
  g_autoptr (PlxFilter) filter = NULL;
  GtkListBoxRow *row;

  if (plx_picker_is_updating (PLX_PICKER (self)))
    return;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (!plx_check_row_is_active (PLX_CHECK_ROW (row)))
        g_strv_builder_add (hidden, plx_check_row_get_id (PLX_CHECK_ROW (row)));
    }

  filter = plx_picker_copy_filter (PLX_PICKER (self));
  g_clear_pointer (&filter->hidden_sources, g_strfreev);
  filter->hidden_sources = g_strv_builder_end (hidden);
  plx_session_set_filter (plx_picker_get_session (PLX_PICKER (self)), filter);
}

static void
plx_source_picker_update (PlxPicker *picker)
{
  PlxSourcePicker *self = PLX_SOURCE_PICKER (picker);
  PlxSession *session = plx_picker_get_session (picker);
  PlxAnalysis *analysis = plx_session_get_analysis (session);
  PlxFilter *filter = plx_session_get_filter (session);
  guint n = analysis != NULL ? plx_analysis_get_n_articles (analysis) : 0;

  for (guint i = 0; i < n; i++)
    {
      PlxArticle *article = plx_session_find_article (session, i);
      g_autofree char *source = plx_article_dup_source (article);
      g_autofree char *id = dup_id (session, i);
      gboolean shown = filter->hidden_sources == NULL ||
                       !g_strv_contains ((const char * const *) filter->hidden_sources, id);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);

      if (row != NULL && g_str_equal (plx_check_row_get_id (PLX_CHECK_ROW (row)), id))
        {
          plx_check_row_set_active (PLX_CHECK_ROW (row), shown);
          continue;
        }

      while ((row = gtk_list_box_get_row_at_index (self->list, i)) != NULL)
        gtk_list_box_remove (self->list, GTK_WIDGET (row));
      gtk_list_box_append (self->list, plx_check_row_new (id, source, NULL, shown));
      g_signal_connect_object (gtk_list_box_get_row_at_index (self->list, i), "toggled",
                               G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
    }

  for (GtkListBoxRow *row; (row = gtk_list_box_get_row_at_index (self->list, n)) != NULL;)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
plx_source_picker_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_SOURCE_PICKER);

  G_OBJECT_CLASS (plx_source_picker_parent_class)->dispose (object);
}

static void
plx_source_picker_class_init (PlxSourcePickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PlxPickerClass *picker_class = PLX_PICKER_CLASS (klass);

  object_class->dispose = plx_source_picker_dispose;

  picker_class->update = plx_source_picker_update;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-source-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxSourcePicker, list);
}

static void
plx_source_picker_init (PlxSourcePicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
