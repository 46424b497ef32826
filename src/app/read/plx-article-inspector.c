/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-article-inspector"

#include "config.h"

#include "read/plx-article-inspector.h"

#include <glib/gi18n.h>

#include "window/plx-labels.h"

/**
 * PlxArticleInspector:
 *
 * The metadata of an article, each field with where it was found, to be corrected.
 */
struct _PlxArticleInspector
{
  AdwBin        parent_instance;

  PlxSession   *session; /* nullable */
  guint         article;

  AdwEntryRow  *rows[PLX_N_FIELDS];
  AdwActionRow *file;
  AdwActionRow *cut;
};

G_DEFINE_FINAL_TYPE (PlxArticleInspector, plx_article_inspector, ADW_TYPE_BIN)

static void
show_field (PlxArticleInspector *self,
            PlxDocument         *document,
            PlxField             field)
{
  AdwEntryRow *row = self->rows[field];
  const char *value = document->fields[field] != NULL ? document->fields[field] : "";
  g_autofree char *found = plx_label_found (document->found[field]);
  g_autofree char *title = NULL;

  /* Translators: %1$s is a field such as “Author”, %2$s where it was found */
  title = g_strdup_printf (_("%1$s · %2$s"), plx_label_field (field), found);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);

  /* What was refused is not there any more. */
  gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row)), value))
    return;

  /* Otherwise what the program sets would wait to be applied. */
  adw_entry_row_set_show_apply_button (row, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (row), value);
  adw_entry_row_set_show_apply_button (row, TRUE);
}

static void
apply_cb (PlxArticleInspector *self,
          AdwEntryRow         *row)
{
  g_autofree char *value = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  for (PlxField field = 0; field < PLX_N_FIELDS; field++)
    {
      if (self->rows[field] != row)
        continue;

      /* The day is compared with, so it has to be one. */
      if (field == PLX_FIELD_PUBLISHED && *value != '\0' && plx_day_parse (value) == 0)
        {
          gtk_widget_add_css_class (GTK_WIDGET (row), "error");
          adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                         _("Published · as year-month-day, such as 2023-08-30"));
          return;
        }

      gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
      plx_session_set_field (self->session, self->article, field, value);
    }
}

static void
plx_article_inspector_dispose (GObject *object)
{
  PlxArticleInspector *self = PLX_ARTICLE_INSPECTOR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_ARTICLE_INSPECTOR);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plx_article_inspector_parent_class)->dispose (object);
}

static void
plx_article_inspector_class_init (PlxArticleInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_article_inspector_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-article-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxArticleInspector, file);
  gtk_widget_class_bind_template_child (widget_class, PlxArticleInspector, cut);
  /* The rows are called as the fields are. */
  for (PlxField field = 0; field < PLX_N_FIELDS; field++)
    gtk_widget_class_bind_template_child_full (widget_class,
                                               plx_enum_to_nick (PLX_TYPE_FIELD, field), FALSE,
                                               G_STRUCT_OFFSET (PlxArticleInspector, rows) +
                                               field * sizeof (AdwEntryRow *));
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
}

static void
plx_article_inspector_init (PlxArticleInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plx_article_inspector_show:
 * @self: an inspector
 * @session: a session
 * @article: the place of the article to be shown
 *
 * Shows the metadata of an article.
 */
void
plx_article_inspector_show (PlxArticleInspector *self,
                            PlxSession          *session,
                            guint                article)
{
  PlxArticle *item = plx_session_find_article (session, article);
  g_autofree char *cut = NULL;
  PlxDocument *document;
  guint n_cut = 0;

  g_return_if_fail (PLX_IS_ARTICLE_INSPECTOR (self));

  g_set_object (&self->session, session);
  self->article = article;
  if (item == NULL)
    return;

  document = plx_article_get_document (item);
  for (PlxField field = 0; field < PLX_N_FIELDS; field++)
    show_field (self, document, field);

  for (guint i = 0; i < plx_document_get_n_blocks (document); i++)
    n_cut += !plx_document_get_block (document, i)->kept;
  cut = g_strdup_printf (ngettext ("%u paragraph", "%u paragraphs", n_cut), n_cut);
  adw_action_row_set_subtitle (self->cut, cut);
  adw_action_row_set_subtitle (self->file, document->source != NULL ? document->source : _("None"));
}
