/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-trash-item"

#include "config.h"

#include "kept/plx-trash-item.h"

#include <glib/gi18n.h>

#include "kept/plx-when.h"

struct _PlxTrashItem
{
  GObject  parent_instance;

  gint64   story;   /* or 0 */
  gint64   article; /* or 0 */
  char    *title;   /* never NULL */
  char    *details; /* never NULL */
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_DETAILS,
  PROP_ICON_NAME,
  PROP_RESTORE_LABEL,
  PROP_DELETE_LABEL,
} PlxTrashItemProperty;

static GParamSpec *props[PROP_DELETE_LABEL + 1];

G_DEFINE_FINAL_TYPE (PlxTrashItem, plx_trash_item, G_TYPE_OBJECT)

static void
plx_trash_item_finalize (GObject *object)
{
  PlxTrashItem *self = PLX_TRASH_ITEM (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->details, g_free);

  G_OBJECT_CLASS (plx_trash_item_parent_class)->finalize (object);
}

static void
plx_trash_item_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  PlxTrashItem *self = PLX_TRASH_ITEM (object);

  switch ((PlxTrashItemProperty) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_DETAILS:
      g_value_set_string (value, self->details);
      break;

    case PROP_ICON_NAME:
      g_value_set_string (value, self->story != 0 ? "plx-compare-symbolic"
                                                  : "plx-read-symbolic");
      break;

    case PROP_RESTORE_LABEL:
      /* Translators: %s is the title of a story or an article */
      g_value_take_string (value, g_strdup_printf (_("Restore: %s"), self->title));
      break;

    case PROP_DELETE_LABEL:
      /* Translators: %s is the title of a story or an article */
      g_value_take_string (value, g_strdup_printf (_("Delete forever: %s"), self->title));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_trash_item_class_init (PlxTrashItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  static const char * const names[] = {
    [PROP_TITLE] = "title",
    [PROP_DETAILS] = "details",
    [PROP_ICON_NAME] = "icon-name",
    [PROP_RESTORE_LABEL] = "restore-label",
    [PROP_DELETE_LABEL] = "delete-label",
  };

  object_class->finalize = plx_trash_item_finalize;
  object_class->get_property = plx_trash_item_get_property;

  for (guint i = PROP_TITLE; i < G_N_ELEMENTS (props); i++)
    props[i] = g_param_spec_string (names[i], NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
plx_trash_item_init (PlxTrashItem *self)
{
}

static char *
describe (const PlxTrashed *trashed)
{
  g_autofree char *day = plx_when_dup_day (trashed->at);
  g_autofree char *what = NULL;

  if (trashed->story != 0)
    what = g_strdup_printf (ngettext ("Story, %u article", "Story, %u articles",
                                      trashed->n_articles), trashed->n_articles);
  else if (trashed->from != NULL)
    /* Translators: an article in the trash; %s is the title of the story that it was in */
    what = g_strdup_printf (_("Article of “%s”"), trashed->from);
  else
    what = g_strdup (_("Article"));

  if (trashed->outlet != NULL)
    /* Translators: %1$s is such as “Article”, %2$s an outlet, %3$s a day */
    return g_strdup_printf (_("%1$s · %2$s · deleted: %3$s"), what, trashed->outlet, day);

  /* Translators: %1$s is such as “Story, 5 articles”, %2$s a day, such as “Today” */
  return g_strdup_printf (_("%1$s · deleted: %2$s"), what, day);
}

/**
 * plx_trash_item_new:
 * @trashed: something in the trash
 *
 * Returns: (transfer full): an item for it
 */
PlxTrashItem *
plx_trash_item_new (const PlxTrashed *trashed)
{
  PlxTrashItem *self = g_object_new (PLX_TYPE_TRASH_ITEM, NULL);

  self->story = trashed->story;
  self->article = trashed->article;
  self->title = g_strdup (trashed->title);
  self->details = describe (trashed);

  return self;
}

/**
 * plx_trash_item_get_story:
 * @self: an item
 *
 * Returns: the story that it is, or 0
 */
gint64
plx_trash_item_get_story (PlxTrashItem *self)
{
  g_return_val_if_fail (PLX_IS_TRASH_ITEM (self), 0);

  return self->story;
}

/**
 * plx_trash_item_get_article:
 * @self: an item
 *
 * Returns: the article that it is, or 0
 */
gint64
plx_trash_item_get_article (PlxTrashItem *self)
{
  g_return_val_if_fail (PLX_IS_TRASH_ITEM (self), 0);

  return self->article;
}
