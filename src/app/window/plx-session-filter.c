/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-session"

#include "config.h"

#include "window/plx-session.h"

#include "window/plx-session-private.h"

/* Which passages of the open story are shown. */

/**
 * plx_session_apply_filter:
 * @self: a session
 * @filter: which passages are shown from now on
 *
 * Shows what a filter lets through; the story's own stays as it is.
 */
void
plx_session_apply_filter (PlxSession *self,
                          PlxFilter  *filter)
{
  g_autoptr (PlxFilter) old = g_steal_pointer (&self->filter);

  self->filter = plx_filter_ref (filter);

  if (self->analysis != NULL)
    {
      g_clear_pointer (&self->passages, plx_passages_unref);
      self->passages = plx_comparing_filter (self->analysis, filter, plx_session_get_today (self));
    }

  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify (G_OBJECT (self), "filter");
  if (self->analysis != NULL)
    g_object_notify (G_OBJECT (self), "passages");
  g_object_thaw_notify (G_OBJECT (self));
}

static gboolean
is_same_filter (PlxFilter *a,
                PlxFilter *b)
{
  g_autofree char *string_a = plx_filter_to_string (a);
  g_autofree char *string_b = plx_filter_to_string (b);

  return g_str_equal (string_a, string_b);
}

/**
 * plx_session_follow_filter:
 * @self: a session in which a story is open
 *
 * Shows what the story's own filter lets through, which may have been changed or taken back.
 */
void
plx_session_follow_filter (PlxSession *self)
{
  PlxFilter *filter = plx_story_get_filter (self->story);

  /* While the user sets one filter after the other, the library is behind. */
  if (self->n_filters > 0 || is_same_filter (filter, self->filter))
    return;

  plx_session_apply_filter (self, filter);
  plx_session_queue_compare (self);
}

PlxFilter *
plx_session_get_filter (PlxSession *self)
{
  g_return_val_if_fail (PLX_IS_SESSION (self), NULL);

  return self->filter;
}

static void
filter_changed_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (PlxSession) self = user_data;
  g_autoptr (GError) error = NULL;

  self->n_filters--;
  if (!plx_library_change_finish (PLX_LIBRARY (object), result, &error))
    plx_session_fail (self, error);

  /* The window must not show a filter that the library does not know. */
  if (self->story != NULL)
    plx_session_follow_filter (self);
}

/**
 * plx_session_set_filter:
 * @self: a session in which a story is open
 * @filter: which passages are shown from now on
 *
 * Filters the open story; the user can undo it.
 */
void
plx_session_set_filter (PlxSession *self,
                        PlxFilter  *filter)
{
  g_return_if_fail (PLX_IS_SESSION (self));
  g_return_if_fail (filter != NULL);

  if (filter == self->filter || self->story == NULL)
    return;

  /* Shown before it is written: a filter follows the hand. */
  plx_session_apply_filter (self, filter);
  plx_session_queue_compare (self);

  /* An article that is read by itself has no story to keep it with. */
  if (plx_story_get_id (self->story) == 0)
    {
      plx_story_set_filter (self->story, filter);
      return;
    }

  self->n_filters++;
  plx_library_set_filter_async (self->library, self->story, filter, filter_changed_cb,
                                g_object_ref (self));
}

/**
 * plx_session_clear_filter:
 * @self: a session in which a story is open
 *
 * Shows every passage of the open story; the user can undo it.
 */
void
plx_session_clear_filter (PlxSession *self)
{
  g_autoptr (PlxFilter) filter = NULL;

  g_return_if_fail (PLX_IS_SESSION (self));

  /* To which treaty the countries are held, and on which day, hides nothing. */
  filter = plx_filter_new ();
  g_set_str (&filter->relation, self->filter->relation);
  filter->as_of = self->filter->as_of;
  filter->day = self->filter->day;
  plx_session_set_filter (self, filter);
}
