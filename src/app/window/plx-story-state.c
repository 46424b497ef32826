/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-story-state"

#include "config.h"

#include "window/plx-story-state.h"

/* Milliseconds after the last change: while one drags, scrolls or types there are many. */
#define SAVE_DELAY 400

/**
 * PlxStoryState:
 *
 * How one view shows the story that is open: kept in the library with the story, and there again
 * when the story is opened another time. It is no step of the history: who takes back a correction
 * does not want columns to move or the paper to turn round.
 *
 * What the text says is the view's business.
 *
 * Signals: `known (const char *text)` once it is known how the story that is open was left; the
 * text is `NULL` where nothing is kept, or where it cannot be read. It does not come where the view
 * has kept something before.
 */
struct _PlxStoryState
{
  GObject       parent_instance;

  PlxSession   *session;     /* NULL once disposed */
  char         *view;
  PlxStory     *story;       /* nullable: the one that is open */
  gboolean      is_known;    /* what was kept of it was told, or is of no matter any more */
  GCancellable *cancellable; /* nullable: stops what is being read */
  GHashTable   *latest;      /* story id → text: how each was left that was open here */
  guint         tell_id;     /* while it is to be told that nothing can be kept, or 0 */
  gboolean      is_unsaved;  /* the latest of it waits to be written */
  guint         save_id;     /* while it does, or 0 */
};

enum
{
  SIGNAL_KNOWN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxStoryState, plx_story_state, G_TYPE_OBJECT)

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GError) error = NULL;

  /* The user sees the view as he has left it; he would lose that only at the next start. */
  if (!plx_library_change_finish (PLX_LIBRARY (object), result, &error))
    g_debug ("How a view stands is not kept: %s", error->message);
}

static gboolean
save_cb (gpointer data)
{
  plx_story_state_flush (data);

  return G_SOURCE_REMOVE;
}

static const char *
get_latest (PlxStoryState *self)
{
  gint64 id = plx_story_get_id (self->story);

  return g_hash_table_lookup (self->latest, &id);
}

static void
become_known (PlxStoryState *self,
              const char    *text)
{
  self->is_known = TRUE;
  g_signal_emit (self, signals[SIGNAL_KNOWN], 0, text);
}

static void
tell_cb (gpointer data)
{
  PlxStoryState *self = data;

  self->tell_id = 0;
  become_known (self, NULL);
}

static void
set_latest (PlxStoryState *self,
            const char    *text)
{
  gint64 id = plx_story_get_id (self->story);

  g_hash_table_insert (self->latest, g_memdup2 (&id, sizeof id), g_strdup (text));
}

static void
save_later (PlxStoryState *self)
{
  self->is_unsaved = TRUE;
  g_clear_handle_id (&self->save_id, g_source_remove);
  self->save_id = g_timeout_add (SAVE_DELAY, save_cb, self);
}

/* What was kept here may not be written yet; and a story that was taken back and is there again
 * has lost what the library kept beside it. */
static char *
dup_current (PlxStoryState *self,
             const char    *text)
{
  const char *latest = get_latest (self);

  if (latest == NULL)
    {
      if (text != NULL)
        set_latest (self, text);
      return g_strdup (text);
    }

  if (text == NULL)
    save_later (self);

  return g_strdup (latest);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (PlxStoryState) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = plx_library_load_state_finish (PLX_LIBRARY (object), result, &error);
  g_autofree char *current = NULL;

  /* Most stories have nothing kept: they are shown as they come. */
  if (text == NULL && !g_error_matches (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_NOT_FOUND) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_debug ("How a view stood is not known: %s", error->message);

  if (self->cancellable == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  current = dup_current (self, text);
  become_known (self, current);
}

static void
stop_loading (PlxStoryState *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->tell_id, g_source_remove);
}

static void
story_changed_cb (PlxStoryState *self)
{
  PlxLibrary *library = plx_session_get_library (self->session);
  PlxStory *story = plx_session_get_story (self->session);

  if (story == self->story)
    return;

  plx_story_state_flush (self);
  stop_loading (self);
  self->is_known = FALSE;
  g_set_object (&self->story, story);
  if (story == NULL)
    return;

  /* Later, as what is read comes later: the views do not know of the story yet. */
  if (library == NULL)
    {
      self->tell_id = g_idle_add_once (tell_cb, self);
      return;
    }

  self->cancellable = g_cancellable_new ();
  plx_library_load_state_async (library, story, self->view, self->cancellable, loaded_cb,
                                g_object_ref (self));
}

static void
plx_story_state_dispose (GObject *object)
{
  PlxStoryState *self = PLX_STORY_STATE (object);

  plx_story_state_flush (self);
  stop_loading (self);
  g_clear_object (&self->story);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plx_story_state_parent_class)->dispose (object);
}

static void
plx_story_state_finalize (GObject *object)
{
  PlxStoryState *self = PLX_STORY_STATE (object);

  g_free (self->view);
  g_hash_table_unref (self->latest);

  G_OBJECT_CLASS (plx_story_state_parent_class)->finalize (object);
}

static void
plx_story_state_class_init (PlxStoryStateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plx_story_state_dispose;
  object_class->finalize = plx_story_state_finalize;

  signals[SIGNAL_KNOWN] =
    g_signal_new ("known", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
plx_story_state_init (PlxStoryState *self)
{
  self->latest = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

/**
 * plx_story_state_new:
 * @session: what the window works on
 * @view: under what the library keeps it
 *
 * What is kept of the story that is open is being read when this returns: connect to
 * [signal@StoryState::known] at once.
 *
 * Returns: (transfer full): the state of the stories of the session, one after the other
 */
PlxStoryState *
plx_story_state_new (PlxSession *session,
                     const char *view)
{
  PlxStoryState *self;

  g_return_val_if_fail (PLX_IS_SESSION (session), NULL);
  g_return_val_if_fail (view != NULL, NULL);

  self = g_object_new (PLX_TYPE_STORY_STATE, NULL);
  self->session = g_object_ref (session);
  self->view = g_strdup (view);
  g_signal_connect_object (session, "notify::story", G_CALLBACK (story_changed_cb), self,
                           G_CONNECT_SWAPPED);
  story_changed_cb (self);

  return self;
}

/**
 * plx_story_state_get_story:
 * @self: a state
 *
 * Returns: (transfer none) (nullable): the story of which it is
 */
PlxStory *
plx_story_state_get_story (PlxStoryState *self)
{
  g_return_val_if_fail (PLX_IS_STORY_STATE (self), NULL);

  return self->story;
}

/**
 * plx_story_state_is_known:
 * @self: a state
 *
 * Returns: whether it was told how the story that is open was left
 */
gboolean
plx_story_state_is_known (PlxStoryState *self)
{
  g_return_val_if_fail (PLX_IS_STORY_STATE (self), FALSE);

  return self->is_known;
}

/**
 * plx_story_state_keep:
 * @self: a state
 * @text: how the view stands now
 *
 * Keeps it with the story that is open, once nothing else has changed for a moment, and at the
 * latest when another story is opened.
 */
void
plx_story_state_keep (PlxStoryState *self,
                      const char    *text)
{
  g_return_if_fail (PLX_IS_STORY_STATE (self));
  g_return_if_fail (text != NULL);

  if (self->story == NULL)
    return;

  /* The user was faster than the library. */
  stop_loading (self);
  self->is_known = TRUE;

  set_latest (self, text);
  save_later (self);
}

/**
 * plx_story_state_flush:
 * @self: a state
 *
 * Sends what waits to be kept to the library now.
 */
void
plx_story_state_flush (PlxStoryState *self)
{
  PlxLibrary *library;

  g_return_if_fail (PLX_IS_STORY_STATE (self));

  g_clear_handle_id (&self->save_id, g_source_remove);
  if (!self->is_unsaved)
    return;

  self->is_unsaved = FALSE;
  library = plx_session_get_library (self->session);
  if (library != NULL)
    plx_library_save_state_async (library, self->story, self->view, get_latest (self), saved_cb,
                                  NULL);
}
