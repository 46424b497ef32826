/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-article"

#include "config.h"

#include "model/plx-article.h"

/**
 * PlxArticle:
 *
 * One text from one outlet, as lists and views show it.
 *
 * Articles belong to the main thread and never touch the database: the library
 * makes them from rows, and gives them another document after each change.
 */
struct _PlxArticle
{
  GObject      parent_instance;

  gint64       id;
  PlxDocument *document; /* never NULL once constructed */
};

typedef enum
{
  PROP_ID = 1,
  PROP_DOCUMENT,
  PROP_TITLE,
  PROP_OUTLET,
} PlxArticleProperty;

static GParamSpec *props[PROP_OUTLET + 1];

G_DEFINE_FINAL_TYPE (PlxArticle, plx_article, G_TYPE_OBJECT)

static void
plx_article_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  PlxArticle *self = PLX_ARTICLE (object);

  switch ((PlxArticleProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;

    case PROP_DOCUMENT:
      g_value_set_boxed (value, self->document);
      break;

    case PROP_TITLE:
      g_value_set_string (value, plx_article_get_title (self));
      break;

    case PROP_OUTLET:
      g_value_set_string (value, self->document->fields[PLX_FIELD_OUTLET]);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_article_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  PlxArticle *self = PLX_ARTICLE (object);

  switch ((PlxArticleProperty) prop_id)
    {
    case PROP_ID:
      self->id = g_value_get_int64 (value);
      break;

    case PROP_DOCUMENT:
      plx_article_set_document (self, g_value_get_boxed (value));
      break;

    case PROP_TITLE:
    case PROP_OUTLET:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_article_finalize (GObject *object)
{
  PlxArticle *self = PLX_ARTICLE (object);

  g_clear_pointer (&self->document, plx_document_unref);

  G_OBJECT_CLASS (plx_article_parent_class)->finalize (object);
}

static void
plx_article_class_init (PlxArticleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = plx_article_finalize;
  object_class->get_property = plx_article_get_property;
  object_class->set_property = plx_article_set_property;

  /**
   * PlxArticle:id:
   *
   * The library's number for it, or 0 where it is in no library.
   */
  props[PROP_ID] =
    g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0,
                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * PlxArticle:document: (getter get_document) (setter set_document)
   *
   * The text, its blocks and its metadata; never `NULL`.
   */
  props[PROP_DOCUMENT] =
    g_param_spec_boxed ("document", NULL, NULL, PLX_TYPE_DOCUMENT,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * PlxArticle:title: (getter get_title)
   *
   * The headline, else the name of the file, else an empty string.
   */
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", readable);

  /**
   * PlxArticle:outlet: (nullable)
   *
   * Who published it, where that is known.
   */
  props[PROP_OUTLET] = g_param_spec_string ("outlet", NULL, NULL, NULL, readable);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
plx_article_init (PlxArticle *self)
{
  self->document = plx_document_new (NULL, "text");
}

/**
 * plx_article_new:
 * @id: the library's number for it, or 0
 * @document: its text and metadata
 *
 * Returns: (transfer full): a new article
 */
PlxArticle *
plx_article_new (gint64       id,
                 PlxDocument *document)
{
  g_return_val_if_fail (id >= 0, NULL);
  g_return_val_if_fail (document != NULL, NULL);

  return g_object_new (PLX_TYPE_ARTICLE, "id", id, "document", document, NULL);
}

gint64
plx_article_get_id (PlxArticle *self)
{
  g_return_val_if_fail (PLX_IS_ARTICLE (self), 0);

  return self->id;
}

PlxDocument *
plx_article_get_document (PlxArticle *self)
{
  g_return_val_if_fail (PLX_IS_ARTICLE (self), NULL);

  return self->document;
}

/**
 * plx_article_set_document:
 * @self: an article
 * @document: its text and metadata from now on
 *
 * Only the library calls this, once the change is on the disk.
 */
void
plx_article_set_document (PlxArticle  *self,
                          PlxDocument *document)
{
  g_autoptr (PlxDocument) old = NULL;

  g_return_if_fail (PLX_IS_ARTICLE (self));
  g_return_if_fail (document != NULL);

  if (self->document == document)
    return;

  old = g_steal_pointer (&self->document);
  self->document = plx_document_ref (document);

  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DOCUMENT]);
  if (g_strcmp0 (plx_document_get_title (old), plx_document_get_title (document)) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
  if (g_strcmp0 (old->fields[PLX_FIELD_OUTLET], document->fields[PLX_FIELD_OUTLET]) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_OUTLET]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * plx_article_get_title:
 * @self: an article
 *
 * Returns: the headline, else the name of the file, else an empty string
 */
const char *
plx_article_get_title (PlxArticle *self)
{
  const char *title;

  g_return_val_if_fail (PLX_IS_ARTICLE (self), NULL);

  title = plx_document_get_title (self->document);

  return title ? title : "";
}
