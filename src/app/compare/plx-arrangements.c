/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-arrangements"

#include "config.h"

#include "compare/plx-arrangements.h"

#include "window/plx-story-state.h"

/* Under what the library keeps them. */
#define VIEW "matrix"

/**
 * PlxArrangements:
 *
 * How the matrix of each story is arranged. What the user arranges is kept in the library with the
 * story, and is there again when the story is opened another time. It is no step of the history:
 * who takes back a correction does not want columns to move.
 */
struct _PlxArrangements
{
  GObject        parent_instance;

  PlxStoryState *state;
  GHashTable    *by_story;   /* (element-type gint64 PlxArrangement): of those seen */
  gboolean       is_reading; /* what changes now is not the user's doing */
};

G_DEFINE_FINAL_TYPE (PlxArrangements, plx_arrangements, G_TYPE_OBJECT)

static gint64
get_story_id (PlxArrangements *self)
{
  PlxStory *story = plx_story_state_get_story (self->state);

  return story != NULL ? plx_story_get_id (story) : 0;
}

static PlxArrangement *
find (PlxArrangements *self)
{
  gint64 id = get_story_id (self);

  return g_hash_table_lookup (self->by_story, &id);
}

static void
touched (PlxArrangements *self,
         PlxArrangement  *arrangement)
{
  g_autofree char *text = NULL;

  if (self->is_reading || arrangement != find (self))
    return;

  text = plx_arrangement_to_string (arrangement);
  plx_story_state_keep (self->state, text);
}

static void
changed_cb (PlxArrangements *self,
            gboolean         rows,
            PlxArrangement  *arrangement)
{
  touched (self, arrangement);
}

static void
resized_cb (PlxArrangements *self,
            PlxArrangement  *arrangement)
{
  touched (self, arrangement);
}

static PlxArrangement *
ensure (PlxArrangements *self)
{
  PlxArrangement *arrangement = find (self);
  gint64 id = get_story_id (self);

  if (arrangement != NULL)
    return arrangement;

  arrangement = plx_arrangement_new ();
  g_signal_connect_object (arrangement, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (arrangement, "resized", G_CALLBACK (resized_cb), self,
                           G_CONNECT_SWAPPED);
  g_hash_table_insert (self->by_story, g_memdup2 (&id, sizeof id), arrangement);

  return arrangement;
}

static void
known_cb (PlxArrangements *self,
          const char      *text)
{
  if (text == NULL)
    return;

  self->is_reading = TRUE;
  if (!plx_arrangement_restore (ensure (self), text))
    g_debug ("How the columns stood cannot be read: %s", text);
  self->is_reading = FALSE;
}

static void
plx_arrangements_finalize (GObject *object)
{
  PlxArrangements *self = PLX_ARRANGEMENTS (object);

  g_clear_object (&self->state);
  g_clear_pointer (&self->by_story, g_hash_table_unref);

  G_OBJECT_CLASS (plx_arrangements_parent_class)->finalize (object);
}

static void
plx_arrangements_class_init (PlxArrangementsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_arrangements_finalize;
}

static void
plx_arrangements_init (PlxArrangements *self)
{
  self->by_story = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
}

/**
 * plx_arrangements_new:
 * @session: what the window works on
 *
 * Returns: (transfer full): the arrangements of its stories, each read when its story is opened
 */
PlxArrangements *
plx_arrangements_new (PlxSession *session)
{
  PlxArrangements *self;

  g_return_val_if_fail (PLX_IS_SESSION (session), NULL);

  self = g_object_new (PLX_TYPE_ARRANGEMENTS, NULL);
  self->state = plx_story_state_new (session, VIEW);
  g_signal_connect_object (self->state, "known", G_CALLBACK (known_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * plx_arrangements_get:
 * @self: the arrangements
 *
 * Returns: (transfer none): the arrangement of the story that is open
 */
PlxArrangement *
plx_arrangements_get (PlxArrangements *self)
{
  g_return_val_if_fail (PLX_IS_ARRANGEMENTS (self), NULL);

  return ensure (self);
}
