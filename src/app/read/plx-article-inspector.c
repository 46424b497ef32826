/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-article-inspector"

#include "config.h"

#include "read/plx-article-inspector.h"

#include <glib/gi18n.h>

#include "kept/plx-tag-row.h"
#include "model/plx-field.h"
#include "read/plx-found-row.h"
#include "read/plx-read-labels.h"
#include "window/plx-labels.h"

/**
 * PlxArticleInspector:
 *
 * The metadata of an article, to be corrected: each field with where it was found, and with what
 * other places say of it.
 */
struct _PlxArticleInspector
{
  AdwBin        parent_instance;

  PlxSession   *session;              /* nullable */
  guint         article;

  GtkListBox   *fields;
  AdwEntryRow  *rows[PLX_N_FIELDS];
  PlxFoundRow  *found[PLX_N_FIELDS];  /* under the rows */
  GPtrArray    *others;               /* the rows under those; the list box owns them */
  PlxTagRow    *tags;
  AdwActionRow *file;
  AdwActionRow *added;
  AdwActionRow *original;
};

G_DEFINE_FINAL_TYPE (PlxArticleInspector, plx_article_inspector, ADW_TYPE_BIN)

/* “Russian · In the head of the page” */
static char *
describe_value (PlxField    field,
                const char *value,
                const char *found)
{
  g_autofree char *display = plx_field_dup_display (field, value);
  g_autofree char *where = plx_label_found (found);

  if (display == NULL && field == PLX_FIELD_PUBLISHED && value != NULL)
    display = plx_label_day (plx_day_parse (value));

  if (display == NULL || *display == '\0')
    return g_steal_pointer (&where);

  /* Translators: %1$s is such as “Russian”, %2$s where that was found */
  return g_strdup_printf (_("%1$s · %2$s"), display, where);
}

/* What belongs to a field and stands under it takes the line between two fields with it. */
static void
tell (PlxArticleInspector *self,
      PlxField             field,
      const char          *text)
{
  gboolean has_text = *text != '\0';

  plx_found_row_set_text (self->found[field], text);
  gtk_widget_set_visible (GTK_WIDGET (self->found[field]), has_text);
  if (has_text)
    gtk_widget_add_css_class (GTK_WIDGET (self->rows[field]), "plx-field");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->rows[field]), "plx-field");
}

static void
show_field (PlxArticleInspector *self,
            PlxDocument         *document,
            PlxField             field)
{
  AdwEntryRow *row = self->rows[field];
  const char *value = document->fields[field] != NULL ? document->fields[field] : "";
  g_autofree char *found = describe_value (field, document->fields[field],
                                           document->found[field]);

  tell (self, field, document->fields[field] != NULL ? found : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->found[field]), document->found[field]);

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
use_cb (PlxArticleInspector *self,
        PlxFoundRow         *row)
{
  PlxField field = plx_found_row_get_field (row);

  /* The button goes away with what it offers; the keys stay at the field. */
  gtk_widget_grab_focus (GTK_WIDGET (self->rows[field]));
  plx_session_set_field (self->session, self->article, field, plx_found_row_get_value (row));
}

/* When the article came in, and what was kept of the file that it was read from. */
static void
show_provenance (PlxArticleInspector *self,
                 const PlxProvenance *provenance)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *added = NULL;
  g_autofree char *size = NULL;
  g_autofree char *original = NULL;

  if (provenance != NULL && provenance->added != 0)
    time = g_date_time_new_from_unix_local (provenance->added);
  if (time != NULL)
    added = g_date_time_format (time, "%c");
  adw_action_row_set_subtitle (self->added, added != NULL ? added : _("Not known"));

  if (provenance != NULL && provenance->sha256 != NULL)
    {
      size = g_format_size (provenance->size);
      /* Translators: %1$s is a size such as “12 kB”, %2$s a number of 64 digits */
      original = g_strdup_printf (_("%1$s, SHA-256 %2$s"), size, provenance->sha256);
    }
  adw_action_row_set_subtitle (self->original,
                               original != NULL ? original : _("It was not kept"));
}

static void
show_others (PlxArticleInspector *self,
             PlxDocument         *document)
{
  for (guint i = 0; i < self->others->len; i++)
    gtk_list_box_remove (self->fields, self->others->pdata[i]);
  g_ptr_array_set_size (self->others, 0);

  for (guint i = 0; i < document->others->len; i++)
    {
      const PlxOtherValue *other = &g_array_index (document->others, PlxOtherValue, i);
      int position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self->found[other->field]));
      g_autofree char *where = describe_value (other->field, other->value, other->found);
      GtkWidget *row = plx_found_row_new (other->field);

      plx_found_row_offer (PLX_FOUND_ROW (row), other->value, where);
      if (!plx_read_is_settled (document, other->field))
        gtk_widget_add_css_class (row, "plx-other");
      gtk_widget_set_tooltip_text (row, other->found);
      g_signal_connect_object (row, "use", G_CALLBACK (use_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_insert (self->fields, row, position + 1);
      g_ptr_array_add (self->others, row);
    }
}

static const char *
explain_refusal (PlxField field)
{
  switch (field)
    {
    case PLX_FIELD_PUBLISHED:
      return _("Write a date such as 2023-08-30, with the time as 2023-08-30 14:05 +02:00");

    case PLX_FIELD_LANGUAGE:
      return _("Write a language such as English, or its code, such as sw-KE");

    case PLX_FIELD_ADDRESS:
      return _("Write an address of the web, such as https://example.org/article");

    case PLX_FIELD_HEADLINE:
    case PLX_FIELD_STANDFIRST:
    case PLX_FIELD_AUTHOR:
    case PLX_FIELD_OUTLET:
    case PLX_FIELD_SECTION:
    case PLX_FIELD_AGENCY:
    case PLX_FIELD_DATELINE:
    default:
      return "";
    }
}

static void
apply_field (PlxArticleInspector *self,
             PlxField             field)
{
  GtkWidget *row = GTK_WIDGET (self->rows[field]);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  g_autofree char *value = *text != '\0' ? plx_field_parse (field, text) : NULL;

  if (*text != '\0' && value == NULL)
    {
      gtk_widget_add_css_class (row, "error");
      tell (self, field, explain_refusal (field));
      gtk_accessible_announce (GTK_ACCESSIBLE (row), explain_refusal (field),
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
      return;
    }

  gtk_widget_remove_css_class (row, "error");
  if (value != NULL)
    gtk_editable_set_text (GTK_EDITABLE (row), value);
  plx_session_set_field (self->session, self->article, field, value);
}

static void
apply_cb (PlxArticleInspector *self,
          AdwEntryRow         *row)
{
  for (PlxField field = 0; field < PLX_N_FIELDS; field++)
    if (self->rows[field] == row)
      apply_field (self, field);
}

static void
plx_article_inspector_dispose (GObject *object)
{
  PlxArticleInspector *self = PLX_ARTICLE_INSPECTOR (object);

  g_clear_pointer (&self->others, g_ptr_array_unref);
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

  g_type_ensure (PLX_TYPE_TAG_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-article-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxArticleInspector, fields);
  gtk_widget_class_bind_template_child (widget_class, PlxArticleInspector, tags);
  gtk_widget_class_bind_template_child (widget_class, PlxArticleInspector, file);
  gtk_widget_class_bind_template_child (widget_class, PlxArticleInspector, added);
  gtk_widget_class_bind_template_child (widget_class, PlxArticleInspector, original);
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
  self->others = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  for (PlxField field = 0; field < PLX_N_FIELDS; field++)
    {
      GtkWidget *row = GTK_WIDGET (self->rows[field]);
      GtkWidget *found = plx_found_row_new (field);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), plx_label_field (field));
      gtk_list_box_insert (self->fields, found,
                           gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                      found, NULL, -1);
      self->found[field] = PLX_FOUND_ROW (found);
    }
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
  PlxDocument *document;

  g_return_if_fail (PLX_IS_ARTICLE_INSPECTOR (self));

  g_set_object (&self->session, session);
  self->article = article;
  if (item == NULL)
    return;

  plx_tag_row_show (self->tags, session, PLX_TAGGED_ARTICLE, plx_article_get_id (item));
  document = plx_article_get_document (item);
  for (PlxField field = 0; field < PLX_N_FIELDS; field++)
    show_field (self, document, field);
  show_others (self, document);
  adw_action_row_set_subtitle (self->file, document->source != NULL ? document->source : _("None"));
  show_provenance (self, document->provenance);
}
