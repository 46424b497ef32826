/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-article-item"

#include "config.h"

#include "kept/plx-article-item.h"

#include <glib/gi18n.h>

#include "window/plx-labels.h"

struct _PlxArticleItem
{
  GObject   parent_instance;

  gint64    id;
  gint64    story;   /* the newest that has it, or 0 */
  char     *title;   /* never NULL */
  char     *details; /* never NULL */
  GStrv     tags;    /* nullable until it is read */
  gboolean  is_read;
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_DETAILS,
  PROP_TAGS,
} PlxArticleItemProperty;

static GParamSpec *props[PROP_TAGS + 1];

G_DEFINE_FINAL_TYPE (PlxArticleItem, plx_article_item, G_TYPE_OBJECT)

static void
plx_article_item_finalize (GObject *object)
{
  PlxArticleItem *self = PLX_ARTICLE_ITEM (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->details, g_free);
  g_clear_pointer (&self->tags, g_strfreev);

  G_OBJECT_CLASS (plx_article_item_parent_class)->finalize (object);
}

static void
plx_article_item_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  PlxArticleItem *self = PLX_ARTICLE_ITEM (object);

  switch ((PlxArticleItemProperty) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_DETAILS:
      g_value_set_string (value, self->details);
      break;

    case PROP_TAGS:
      g_value_set_boxed (value, self->tags);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_article_item_class_init (PlxArticleItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = plx_article_item_finalize;
  object_class->get_property = plx_article_item_get_property;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_DETAILS] = g_param_spec_string ("details", NULL, NULL, NULL, flags);
  props[PROP_TAGS] = g_param_spec_boxed ("tags", NULL, NULL, G_TYPE_STRV, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
plx_article_item_init (PlxArticleItem *self)
{
  self->title = g_strdup ("");
  self->details = g_strdup ("");
}

/**
 * plx_article_item_new:
 * @id: an article
 *
 * Returns: (transfer full): an item for it, of which nothing is read yet
 */
PlxArticleItem *
plx_article_item_new (gint64 id)
{
  PlxArticleItem *self = g_object_new (PLX_TYPE_ARTICLE_ITEM, NULL);

  self->id = id;

  return self;
}

gint64
plx_article_item_get_id (PlxArticleItem *self)
{
  g_return_val_if_fail (PLX_IS_ARTICLE_ITEM (self), 0);

  return self->id;
}

/**
 * plx_article_item_get_story:
 * @self: an item
 *
 * Returns: the newest story that has it, or 0
 */
gint64
plx_article_item_get_story (PlxArticleItem *self)
{
  g_return_val_if_fail (PLX_IS_ARTICLE_ITEM (self), 0);

  return self->story;
}

const char *
plx_article_item_get_title (PlxArticleItem *self)
{
  g_return_val_if_fail (PLX_IS_ARTICLE_ITEM (self), NULL);

  return self->title;
}

gboolean
plx_article_item_is_read (PlxArticleItem *self)
{
  g_return_val_if_fail (PLX_IS_ARTICLE_ITEM (self), FALSE);

  return self->is_read;
}

static char *
describe (const PlxArticleLine *line)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  /* As on the sheet: a line that is missing would look as if something had gone wrong. */
  g_strv_builder_add (parts, line->outlet != NULL && *line->outlet != '\0'
                      ? line->outlet : _("no outlet named"));
  if (line->day != 0)
    g_strv_builder_take (parts, plx_label_day (line->day));
  else
    g_strv_builder_add (parts, _("no date known"));
  if (line->n_stories == 0)
    g_strv_builder_add (parts, _("in no story"));
  else if (line->n_stories > 1)
    g_strv_builder_take (parts, g_strdup_printf (ngettext ("in %u story", "in %u stories",
                                                           line->n_stories), line->n_stories));
  all = g_strv_builder_end (parts);

  /* Translators: stands between an outlet, a day, and how many stories have an article */
  return g_strjoinv (_(" · "), all);
}

/**
 * plx_article_item_take:
 * @self: an item
 * @line: what is known of it now
 *
 * Tells what is known of the article.
 */
void
plx_article_item_take (PlxArticleItem       *self,
                       const PlxArticleLine *line)
{
  g_autofree char *details = NULL;

  g_return_if_fail (PLX_IS_ARTICLE_ITEM (self));

  details = describe (line);
  g_object_freeze_notify (G_OBJECT (self));
  self->is_read = TRUE;
  self->story = line->story;
  if (g_set_str (&self->title, line->title))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
  if (g_set_str (&self->details, details))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DETAILS]);
  if (self->tags == NULL ||
      !g_strv_equal ((const char * const *) self->tags, (const char * const *) line->tags))
    {
      g_strfreev (self->tags);
      self->tags = g_strdupv (line->tags);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TAGS]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}
