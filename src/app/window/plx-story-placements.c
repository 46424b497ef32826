/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-session"

#include "config.h"

#include "window/plx-story-placements.h"

struct _PlxStoryPlacements
{
  GObject       parent_instance;

  PlxLibrary   *library;       /* nullable, weak: the session has it */
  PlxStory     *story;         /* nullable */
  GPtrArray    *placements;    /* PlxPlacement; never NULL */
  GCancellable *cancellable;   /* nullable; while they are being read */
  gboolean      is_read;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxStoryPlacements, plx_story_placements, G_TYPE_OBJECT)

static void
take_placements (PlxStoryPlacements *self,
                 GPtrArray          *placements)
{
  g_ptr_array_unref (self->placements);
  self->placements = placements;
}

static void
stop (PlxStoryPlacements *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (PlxStoryPlacements) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) placements =
    plx_library_list_placements_finish (PLX_LIBRARY (object), result, &error);

  /* What comes although it was cancelled is of another story, or of before a change. */
  if (self->cancellable == NULL ||
      g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  g_clear_object (&self->cancellable);
  self->is_read = TRUE;
  if (placements != NULL)
    take_placements (self, g_steal_pointer (&placements));
  else
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
read_placements (PlxStoryPlacements *self)
{
  stop (self);
  if (self->story == NULL || self->library == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  plx_library_list_placements_async (self->library, self->story, self->cancellable, listed_cb,
                                     g_object_ref (self));
}

static void
plx_story_placements_dispose (GObject *object)
{
  PlxStoryPlacements *self = PLX_STORY_PLACEMENTS (object);

  stop (self);
  g_clear_object (&self->story);
  g_clear_weak_pointer (&self->library);

  G_OBJECT_CLASS (plx_story_placements_parent_class)->dispose (object);
}

static void
plx_story_placements_finalize (GObject *object)
{
  PlxStoryPlacements *self = PLX_STORY_PLACEMENTS (object);

  g_clear_pointer (&self->placements, g_ptr_array_unref);

  G_OBJECT_CLASS (plx_story_placements_parent_class)->finalize (object);
}

static void
plx_story_placements_class_init (PlxStoryPlacementsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plx_story_placements_dispose;
  object_class->finalize = plx_story_placements_finalize;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] =
    g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
plx_story_placements_init (PlxStoryPlacements *self)
{
  self->placements = g_ptr_array_new ();
}

/**
 * plx_story_placements_new:
 * @library: (nullable): the library of the stories; without one nothing was ever done
 *
 * Returns: (transfer full): what the user has done, with the graph of no story yet
 */
PlxStoryPlacements *
plx_story_placements_new (PlxLibrary *library)
{
  PlxStoryPlacements *self = g_object_new (PLX_TYPE_STORY_PLACEMENTS, NULL);

  g_set_weak_pointer (&self->library, library);
  if (library != NULL)
    g_signal_connect_object (library, "placements-changed", G_CALLBACK (read_placements), self,
                             G_CONNECT_SWAPPED);

  return self;
}

/**
 * plx_story_placements_set_story:
 * @self: what the user has done
 * @story: (nullable): the story with whose graph
 *
 * Reads what was done with the graph of another story.
 */
void
plx_story_placements_set_story (PlxStoryPlacements *self,
                                PlxStory           *story)
{
  g_return_if_fail (PLX_IS_STORY_PLACEMENTS (self));
  g_return_if_fail (story == NULL || PLX_IS_STORY (story));

  if (!g_set_object (&self->story, story))
    return;

  self->is_read = FALSE;
  take_placements (self, g_ptr_array_new ());
  read_placements (self);
}

/**
 * plx_story_placements_is_read:
 * @self: what the user has done
 *
 * Returns: whether it is known
 */
gboolean
plx_story_placements_is_read (PlxStoryPlacements *self)
{
  g_return_val_if_fail (PLX_IS_STORY_PLACEMENTS (self), FALSE);

  return self->is_read;
}

/**
 * plx_story_placements_get_all:
 * @self: what the user has done
 *
 * Returns: (transfer none) (element-type PlxPlacement): all of it, the oldest first
 */
GPtrArray *
plx_story_placements_get_all (PlxStoryPlacements *self)
{
  g_return_val_if_fail (PLX_IS_STORY_PLACEMENTS (self), NULL);

  return self->placements;
}
