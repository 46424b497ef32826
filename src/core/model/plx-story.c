/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-story"

#include "config.h"

#include "model/plx-story.h"

/**
 * PlxStory:
 *
 * The articles about one event, and the filter through which they are read.
 *
 * Stories belong to the main thread and never touch the database. Their list of
 * articles stays empty until the library is asked to load it; how many there are
 * and from which days is known before that, so that a sidebar can tell it.
 */
struct _PlxStory
{
  GObject     parent_instance;

  gint64      id;
  char       *title;    /* never NULL */
  GListStore *articles; /* never NULL */
  PlxFilter  *filter;   /* never NULL */
  guint       n_articles;
  PlxDay      first_day;
  PlxDay      last_day;
};

typedef enum
{
  PROP_ID = 1,
  PROP_TITLE,
  PROP_ARTICLES,
  PROP_FILTER,
  PROP_N_ARTICLES,
  PROP_FIRST_DAY,
  PROP_LAST_DAY,
} PlxStoryProperty;

static GParamSpec *props[PROP_LAST_DAY + 1];

G_DEFINE_FINAL_TYPE (PlxStory, plx_story, G_TYPE_OBJECT)

static void
plx_story_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  PlxStory *self = PLX_STORY (object);

  switch ((PlxStoryProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;

    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_ARTICLES:
      g_value_set_object (value, self->articles);
      break;

    case PROP_FILTER:
      g_value_set_boxed (value, self->filter);
      break;

    case PROP_N_ARTICLES:
      g_value_set_uint (value, self->n_articles);
      break;

    case PROP_FIRST_DAY:
      g_value_set_uint (value, self->first_day);
      break;

    case PROP_LAST_DAY:
      g_value_set_uint (value, self->last_day);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_story_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  PlxStory *self = PLX_STORY (object);

  switch ((PlxStoryProperty) prop_id)
    {
    case PROP_ID:
      self->id = g_value_get_int64 (value);
      break;

    case PROP_TITLE:
      plx_story_set_title (self, g_value_get_string (value));
      break;

    case PROP_FILTER:
      plx_story_set_filter (self, g_value_get_boxed (value));
      break;

    case PROP_ARTICLES:
    case PROP_N_ARTICLES:
    case PROP_FIRST_DAY:
    case PROP_LAST_DAY:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_story_finalize (GObject *object)
{
  PlxStory *self = PLX_STORY (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_object (&self->articles);
  g_clear_pointer (&self->filter, plx_filter_unref);

  G_OBJECT_CLASS (plx_story_parent_class)->finalize (object);
}

static void
plx_story_class_init (PlxStoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags readwrite =
    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = plx_story_finalize;
  object_class->get_property = plx_story_get_property;
  object_class->set_property = plx_story_set_property;

  /**
   * PlxStory:id:
   *
   * The library's number for it, or 0 where it is in no library.
   */
  props[PROP_ID] =
    g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0,
                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * PlxStory:title: (getter get_title) (setter set_title)
   *
   * What the user calls it.
   */
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", readwrite);

  /**
   * PlxStory:articles: (getter get_articles)
   *
   * A list of [class@Article] in the story's order; empty until loaded.
   */
  props[PROP_ARTICLES] = g_param_spec_object ("articles", NULL, NULL, G_TYPE_LIST_STORE, readable);

  /**
   * PlxStory:filter: (getter get_filter) (setter set_filter)
   *
   * Which of its passages are shown; never `NULL`.
   */
  props[PROP_FILTER] = g_param_spec_boxed ("filter", NULL, NULL, PLX_TYPE_FILTER, readwrite);

  /**
   * PlxStory:n-articles: (getter get_n_articles)
   *
   * How many articles it has, loaded or not.
   */
  props[PROP_N_ARTICLES] =
    g_param_spec_uint ("n-articles", NULL, NULL, 0, G_MAXUINT, 0, readable);

  /**
   * PlxStory:first-day: (getter get_first_day)
   *
   * The day on which the first of its articles was published, or 0.
   */
  props[PROP_FIRST_DAY] = g_param_spec_uint ("first-day", NULL, NULL, 0, G_MAXUINT, 0, readable);

  /**
   * PlxStory:last-day: (getter get_last_day)
   *
   * The day on which the last of its articles was published, or 0.
   */
  props[PROP_LAST_DAY] = g_param_spec_uint ("last-day", NULL, NULL, 0, G_MAXUINT, 0, readable);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
plx_story_init (PlxStory *self)
{
  self->title = g_strdup ("");
  self->articles = g_list_store_new (PLX_TYPE_ARTICLE);
  self->filter = plx_filter_new ();
}

/**
 * plx_story_new:
 * @id: the library's number for it, or 0
 * @title: what the user calls it
 *
 * Returns: (transfer full): a story without articles
 */
PlxStory *
plx_story_new (gint64      id,
               const char *title)
{
  g_return_val_if_fail (id >= 0, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  return g_object_new (PLX_TYPE_STORY, "id", id, "title", title, NULL);
}

gint64
plx_story_get_id (PlxStory *self)
{
  g_return_val_if_fail (PLX_IS_STORY (self), 0);

  return self->id;
}

const char *
plx_story_get_title (PlxStory *self)
{
  g_return_val_if_fail (PLX_IS_STORY (self), NULL);

  return self->title;
}

void
plx_story_set_title (PlxStory   *self,
                     const char *title)
{
  g_return_if_fail (PLX_IS_STORY (self));
  g_return_if_fail (title != NULL);

  if (g_set_str (&self->title, title))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

GListStore *
plx_story_get_articles (PlxStory *self)
{
  g_return_val_if_fail (PLX_IS_STORY (self), NULL);

  return self->articles;
}

guint
plx_story_get_n_articles (PlxStory *self)
{
  g_return_val_if_fail (PLX_IS_STORY (self), 0);

  return self->n_articles;
}

PlxFilter *
plx_story_get_filter (PlxStory *self)
{
  g_return_val_if_fail (PLX_IS_STORY (self), NULL);

  return self->filter;
}

void
plx_story_set_filter (PlxStory  *self,
                      PlxFilter *filter)
{
  g_return_if_fail (PLX_IS_STORY (self));
  g_return_if_fail (filter != NULL);

  if (self->filter == filter)
    return;

  plx_filter_unref (self->filter);
  self->filter = plx_filter_ref (filter);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILTER]);
}

PlxDay
plx_story_get_first_day (PlxStory *self)
{
  g_return_val_if_fail (PLX_IS_STORY (self), 0);

  return self->first_day;
}

PlxDay
plx_story_get_last_day (PlxStory *self)
{
  g_return_val_if_fail (PLX_IS_STORY (self), 0);

  return self->last_day;
}

/**
 * plx_story_set_extent:
 * @self: a story
 * @n_articles: how many articles it has, loaded or not
 * @first_day: the day of the first, or 0
 * @last_day: the day of the last, or 0
 *
 * Tells what the library knows of a story without loading its articles.
 */
void
plx_story_set_extent (PlxStory *self,
                      guint     n_articles,
                      PlxDay    first_day,
                      PlxDay    last_day)
{
  gboolean n_changed, first_changed, last_changed;

  g_return_if_fail (PLX_IS_STORY (self));

  n_changed = self->n_articles != n_articles;
  first_changed = self->first_day != first_day;
  last_changed = self->last_day != last_day;

  self->n_articles = n_articles;
  self->first_day = first_day;
  self->last_day = last_day;

  if (n_changed)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_ARTICLES]);
  if (first_changed)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FIRST_DAY]);
  if (last_changed)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LAST_DAY]);
}
