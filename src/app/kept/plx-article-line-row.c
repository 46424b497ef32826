/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-article-line-row"

#include "config.h"

#include "kept/plx-article-line-row.h"

#include <glib/gi18n.h>

/**
 * PlxArticleLineRow:
 *
 * Shows one [class@ArticleItem] in the list of all articles. It is always as high, so that the list
 * need not measure what it has not read.
 */
struct _PlxArticleLineRow
{
  AdwBin          parent_instance;

  PlxArticleItem *item; /* nullable: rows are recycled */
};

typedef enum
{
  PROP_ITEM = 1,
} PlxArticleLineRowProperty;

static GParamSpec *props[PROP_ITEM + 1];

G_DEFINE_FINAL_TYPE (PlxArticleLineRow, plx_article_line_row, ADW_TYPE_BIN)

static char *
format_details (PlxArticleLineRow *self,
                const char        *details,
                const char       **tags)
{
  g_autoptr (GString) text = g_string_new (details);

  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    /* Translators: after the details of an article come its tags; %s is one of them */
    g_string_append_printf (text, _(" · #%s"), tags[i]);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
plx_article_line_row_dispose (GObject *object)
{
  PlxArticleLineRow *self = PLX_ARTICLE_LINE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_ARTICLE_LINE_ROW);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (plx_article_line_row_parent_class)->dispose (object);
}

static void
plx_article_line_row_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  PlxArticleLineRow *self = PLX_ARTICLE_LINE_ROW (object);

  switch ((PlxArticleLineRowProperty) prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_article_line_row_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  PlxArticleLineRow *self = PLX_ARTICLE_LINE_ROW (object);

  switch ((PlxArticleLineRowProperty) prop_id)
    {
    case PROP_ITEM:
      if (g_set_object (&self->item, g_value_get_object (value)))
        g_object_notify_by_pspec (object, props[PROP_ITEM]);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_article_line_row_class_init (PlxArticleLineRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_article_line_row_dispose;
  object_class->get_property = plx_article_line_row_get_property;
  object_class->set_property = plx_article_line_row_set_property;

  props[PROP_ITEM] =
    g_param_spec_object ("item", NULL, NULL, PLX_TYPE_ARTICLE_ITEM,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-article-line-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, format_details);
}

static void
plx_article_line_row_init (PlxArticleLineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
