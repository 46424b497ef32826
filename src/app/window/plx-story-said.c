/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-session"

#include "config.h"

#include "window/plx-story-said.h"

struct _PlxStorySaid
{
  GObject       parent_instance;

  PlxSaying     saying;
  PlxLibrary   *library;     /* nullable, weak: the session has it */
  PlxStory     *story;       /* nullable */
  GPtrArray    *items;       /* never NULL; as the kind of saying tells */
  GCancellable *cancellable; /* nullable; while they are being read */
  gboolean      is_read;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxStorySaid, plx_story_said, G_TYPE_OBJECT)

static void
take_items (PlxStorySaid *self,
            GPtrArray    *items)
{
  g_ptr_array_unref (self->items);
  self->items = items;
}

static void
stop (PlxStorySaid *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (PlxStorySaid) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items =
    plx_library_list_said_finish (PLX_LIBRARY (object), result, &error);

  /* What comes although it was cancelled is of another story, or of before a change. */
  if (self->cancellable == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  g_clear_object (&self->cancellable);
  self->is_read = TRUE;
  if (items != NULL)
    take_items (self, g_steal_pointer (&items));
  else
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
read_items (PlxStorySaid *self)
{
  stop (self);
  if (self->story == NULL || self->library == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  plx_library_list_said_async (self->library, self->saying, self->story, self->cancellable,
                               listed_cb, g_object_ref (self));
}

static void
plx_story_said_dispose (GObject *object)
{
  PlxStorySaid *self = PLX_STORY_SAID (object);

  stop (self);
  g_clear_object (&self->story);
  g_clear_weak_pointer (&self->library);

  G_OBJECT_CLASS (plx_story_said_parent_class)->dispose (object);
}

static void
plx_story_said_finalize (GObject *object)
{
  PlxStorySaid *self = PLX_STORY_SAID (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (plx_story_said_parent_class)->finalize (object);
}

static void
plx_story_said_class_init (PlxStorySaidClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plx_story_said_dispose;
  object_class->finalize = plx_story_said_finalize;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] =
    g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
plx_story_said_init (PlxStorySaid *self)
{
  self->items = g_ptr_array_new ();
}

/**
 * plx_story_said_new:
 * @library: (nullable): the library of the stories; without one nothing is ever said
 * @saying: a kind of what the user says
 *
 * Returns: (transfer full): what the user has said, of no story yet
 */
PlxStorySaid *
plx_story_said_new (PlxLibrary *library,
                    PlxSaying   saying)
{
  PlxStorySaid *self = g_object_new (PLX_TYPE_STORY_SAID, NULL);

  self->saying = saying;
  g_set_weak_pointer (&self->library, library);
  if (library != NULL)
    g_signal_connect_object (library, plx_saying_get_signal (saying), G_CALLBACK (read_items),
                             self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * plx_story_said_set_story:
 * @self: what the user has said
 * @story: (nullable): the story of which
 *
 * Reads what was said of another story.
 */
void
plx_story_said_set_story (PlxStorySaid *self,
                          PlxStory     *story)
{
  g_return_if_fail (PLX_IS_STORY_SAID (self));
  g_return_if_fail (story == NULL || PLX_IS_STORY (story));

  if (!g_set_object (&self->story, story))
    return;

  self->is_read = FALSE;
  take_items (self, g_ptr_array_new ());
  read_items (self);
}

/**
 * plx_story_said_is_read:
 * @self: what the user has said
 *
 * Returns: whether it is known
 */
gboolean
plx_story_said_is_read (PlxStorySaid *self)
{
  g_return_val_if_fail (PLX_IS_STORY_SAID (self), FALSE);

  return self->is_read;
}

/**
 * plx_story_said_get_all:
 * @self: what the user has said
 *
 * Returns: (transfer none): all of it, the oldest first; another array each time it changes
 */
GPtrArray *
plx_story_said_get_all (PlxStorySaid *self)
{
  g_return_val_if_fail (PLX_IS_STORY_SAID (self), NULL);

  return self->items;
}
