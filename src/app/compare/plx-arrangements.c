/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-arrangements"

#include "config.h"

#include "compare/plx-arrangements.h"

/* Milliseconds after the last change: while an edge is dragged there are many. */
#define SAVE_DELAY 400

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
  GObject       parent_instance;

  PlxSession   *session;     /* NULL once disposed */
  PlxStory     *story;       /* nullable: the one that is open */
  GHashTable   *by_story;    /* (element-type gint64 PlxArrangement): of those seen */
  GCancellable *cancellable; /* stops what is being read at the end */
  gboolean      is_reading;  /* what changes now is not the user's doing */
  guint         save_id;     /* while there is something to be kept, or 0 */
};

G_DEFINE_FINAL_TYPE (PlxArrangements, plx_arrangements, G_TYPE_OBJECT)

static PlxArrangement *
find (PlxArrangements *self)
{
  gint64 id = self->story != NULL ? plx_story_get_id (self->story) : 0;

  return g_hash_table_lookup (self->by_story, &id);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GError) error = NULL;

  /* The user sees his columns as he has left them; he would lose them only at the next start. */
  if (!plx_library_change_finish (PLX_LIBRARY (object), result, &error))
    g_debug ("How the columns stand is not kept: %s", error->message);
}

static void
save_now (PlxArrangements *self)
{
  PlxLibrary *library = plx_session_get_library (self->session);
  g_autofree char *text = NULL;

  if (self->save_id == 0)
    return;

  g_clear_handle_id (&self->save_id, g_source_remove);
  if (library == NULL || self->story == NULL)
    return;

  text = plx_arrangement_to_string (find (self));
  plx_library_save_state_async (library, self->story, VIEW, text, saved_cb, NULL);
}

static gboolean
save_cb (gpointer data)
{
  PlxArrangements *self = data;

  save_now (self);

  return G_SOURCE_REMOVE;
}

static void
touched (PlxArrangements *self,
         PlxArrangement  *arrangement)
{
  if (self->is_reading || self->session == NULL || arrangement != find (self))
    return;

  g_clear_handle_id (&self->save_id, g_source_remove);
  self->save_id = g_timeout_add (SAVE_DELAY, save_cb, self);
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

typedef struct
{
  PlxArrangements *self;
  PlxArrangement  *arrangement;
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->self);
  g_object_unref (reading->arrangement);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (Reading) reading = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = plx_library_load_state_finish (PLX_LIBRARY (object), result, &error);
  PlxArrangements *self = reading->self;

  /* Most stories have nothing kept: they stand as they come. */
  if (text == NULL)
    {
      if (!g_error_matches (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_NOT_FOUND))
        g_debug ("How the columns stood is not known: %s", error->message);
      return;
    }

  /* The user may have been faster. */
  if (self->save_id != 0 && reading->arrangement == find (self))
    return;

  self->is_reading = TRUE;
  if (!plx_arrangement_restore (reading->arrangement, text))
    g_debug ("How the columns stood cannot be read: %s", text);
  self->is_reading = FALSE;
}

static void
load (PlxArrangements *self,
      PlxArrangement  *arrangement)
{
  PlxLibrary *library = plx_session_get_library (self->session);
  Reading *reading;

  if (library == NULL || self->story == NULL)
    return;

  reading = g_new0 (Reading, 1);
  reading->self = g_object_ref (self);
  reading->arrangement = g_object_ref (arrangement);
  plx_library_load_state_async (library, self->story, VIEW, self->cancellable, loaded_cb, reading);
}

static void
story_changed_cb (PlxArrangements *self)
{
  PlxStory *story = plx_session_get_story (self->session);
  PlxArrangement *arrangement;
  gint64 id = story != NULL ? plx_story_get_id (story) : 0;

  save_now (self);
  g_set_object (&self->story, story);
  if (find (self) != NULL)
    return;

  arrangement = plx_arrangement_new ();
  g_signal_connect_object (arrangement, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (arrangement, "resized", G_CALLBACK (resized_cb), self,
                           G_CONNECT_SWAPPED);
  g_hash_table_insert (self->by_story, g_memdup2 (&id, sizeof id), arrangement);
  load (self, arrangement);
}

static void
plx_arrangements_dispose (GObject *object)
{
  PlxArrangements *self = PLX_ARRANGEMENTS (object);

  if (self->session != NULL)
    save_now (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->story);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plx_arrangements_parent_class)->dispose (object);
}

static void
plx_arrangements_finalize (GObject *object)
{
  PlxArrangements *self = PLX_ARRANGEMENTS (object);

  g_clear_pointer (&self->by_story, g_hash_table_unref);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (plx_arrangements_parent_class)->finalize (object);
}

static void
plx_arrangements_class_init (PlxArrangementsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plx_arrangements_dispose;
  object_class->finalize = plx_arrangements_finalize;
}

static void
plx_arrangements_init (PlxArrangements *self)
{
  self->by_story = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->cancellable = g_cancellable_new ();
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
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::story", G_CALLBACK (story_changed_cb), self,
                           G_CONNECT_SWAPPED);
  story_changed_cb (self);

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

  return find (self);
}
