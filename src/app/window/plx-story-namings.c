/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-session"

#include "config.h"

#include "window/plx-story-namings.h"

struct _PlxStoryNamings
{
  GObject       parent_instance;

  PlxLibrary   *library;     /* nullable, weak: the session has it */
  PlxStory     *story;       /* nullable */
  GPtrArray    *namings;     /* PlxNaming; never NULL */
  GArray       *ids;         /* gint64; what was listed last */
  GCancellable *cancellable; /* nullable; while it is being read */
  gboolean      is_read;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxStoryNamings, plx_story_namings, G_TYPE_OBJECT)

static void
take_namings (PlxStoryNamings *self,
              GPtrArray       *namings)
{
  g_ptr_array_unref (self->namings);
  self->namings = namings;
}

static GPtrArray *
no_namings (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) plx_naming_free);
}

static void
stop (PlxStoryNamings *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (PlxStoryNamings) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *namings = plx_library_list_namings_finish (PLX_LIBRARY (object), result, &error);

  /* What comes although it was cancelled is of another story, or of before a change. */
  if (self->cancellable == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    {
      g_clear_pointer (&namings, g_ptr_array_unref);
      return;
    }

  g_clear_object (&self->cancellable);
  self->is_read = TRUE;
  if (namings != NULL)
    take_namings (self, namings);
  else
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
read_namings (PlxStoryNamings *self)
{
  stop (self);
  if (self->story == NULL || self->library == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  plx_library_list_namings_async (self->library, self->story, self->cancellable, listed_cb,
                                  g_object_ref (self));
}

static void
plx_story_namings_dispose (GObject *object)
{
  PlxStoryNamings *self = PLX_STORY_NAMINGS (object);

  stop (self);
  g_clear_object (&self->story);
  g_clear_weak_pointer (&self->library);

  G_OBJECT_CLASS (plx_story_namings_parent_class)->dispose (object);
}

static void
plx_story_namings_finalize (GObject *object)
{
  PlxStoryNamings *self = PLX_STORY_NAMINGS (object);

  g_clear_pointer (&self->namings, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_array_unref);

  G_OBJECT_CLASS (plx_story_namings_parent_class)->finalize (object);
}

static void
plx_story_namings_class_init (PlxStoryNamingsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plx_story_namings_dispose;
  object_class->finalize = plx_story_namings_finalize;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] =
    g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
plx_story_namings_init (PlxStoryNamings *self)
{
  self->namings = no_namings ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * plx_story_namings_new:
 * @library: (nullable): the library of the stories; without one nothing is ever said
 *
 * Returns: (transfer full): what the user has said, of no story yet
 */
PlxStoryNamings *
plx_story_namings_new (PlxLibrary *library)
{
  PlxStoryNamings *self = g_object_new (PLX_TYPE_STORY_NAMINGS, NULL);

  g_set_weak_pointer (&self->library, library);
  if (library != NULL)
    g_signal_connect_object (library, "namings-changed", G_CALLBACK (read_namings), self,
                             G_CONNECT_SWAPPED);

  return self;
}

/**
 * plx_story_namings_set_story:
 * @self: what the user has said
 * @story: (nullable): the story of whose names
 *
 * Reads what was said of another story.
 */
void
plx_story_namings_set_story (PlxStoryNamings *self,
                             PlxStory        *story)
{
  g_return_if_fail (PLX_IS_STORY_NAMINGS (self));
  g_return_if_fail (story == NULL || PLX_IS_STORY (story));

  if (!g_set_object (&self->story, story))
    return;

  self->is_read = FALSE;
  take_namings (self, no_namings ());
  read_namings (self);
}

/**
 * plx_story_namings_is_read:
 * @self: what the user has said
 *
 * Returns: whether it is known
 */
gboolean
plx_story_namings_is_read (PlxStoryNamings *self)
{
  g_return_val_if_fail (PLX_IS_STORY_NAMINGS (self), FALSE);

  return self->is_read;
}

/**
 * plx_story_namings_get_all:
 * @self: what the user has said
 *
 * Returns: (transfer none) (element-type PlxNaming): all of it, the oldest first
 */
GPtrArray *
plx_story_namings_get_all (PlxStoryNamings *self)
{
  g_return_val_if_fail (PLX_IS_STORY_NAMINGS (self), NULL);

  return self->namings;
}

/**
 * plx_story_namings_list_ids:
 * @self: what the user has said
 * @articles: (element-type PlxArticle): articles
 *
 * Returns: (transfer none) (array): their ids in their order; of use until the next call
 */
const gint64 *
plx_story_namings_list_ids (PlxStoryNamings *self,
                            GPtrArray       *articles)
{
  g_return_val_if_fail (PLX_IS_STORY_NAMINGS (self), NULL);

  g_array_set_size (self->ids, 0);
  for (guint i = 0; i < articles->len; i++)
    {
      const gint64 id = plx_article_get_id (g_ptr_array_index (articles, i));

      g_array_append_val (self->ids, id);
    }

  return (const gint64 *) self->ids->data;
}

/**
 * plx_story_namings_look_up:
 * @self: what the user has said
 * @articles: (element-type PlxArticle): the articles of the story, in their order
 *
 * Returns: (transfer full): what of it bears on these articles
 */
PlxNamings *
plx_story_namings_look_up (PlxStoryNamings *self,
                           GPtrArray       *articles)
{
  g_autofree gint64 *ids = NULL;

  g_return_val_if_fail (PLX_IS_STORY_NAMINGS (self), NULL);

  ids = g_new0 (gint64, articles->len + 1);
  for (guint i = 0; i < articles->len; i++)
    ids[i] = plx_article_get_id (g_ptr_array_index (articles, i));

  return plx_namings_new (self->namings, ids, articles->len,
                          self->story != NULL ? plx_story_get_id (self->story) : 0);
}
