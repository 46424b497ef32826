/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-counting"

#include "config.h"

#include "window/plx-counting.h"

#include "language/plx-country-counting.h"

/* Which countries an article mentions is what a search for them asks. It is found out beside the
 * user's work, a few articles at a time, once something came in or was changed; what is not done
 * when the program ends is done another time. */

/* Articles at a time: fewer than a second's work. */
#define N_AT_ONCE 16

typedef struct
{
  PlxLibrary   *library;      /* not owned: it owns this */
  GCancellable *cancellable;
  guint         milliseconds; /* how long nothing must have changed */
  guint         source_id;    /* while it waits for that, or 0 */
  gboolean      is_at_work;
  gboolean      is_asked;     /* something has changed meanwhile */
} Counting;

#define DATA "plx-counting"

static void
counting_free (Counting *self)
{
  g_signal_handlers_disconnect_by_data (self->library, self);
  g_clear_handle_id (&self->source_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_free (self);
}

static void take_some    (Counting *self);
static void wait_a_while (Counting *self);

static void
stop (Counting *self)
{
  self->is_at_work = FALSE;
  if (self->is_asked)
    wait_a_while (self);
}

/* The library may be on its way out, with this. */
static Counting *
find (GObject *library)
{
  return g_object_get_data (library, DATA);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Counting *self = find (source);
  g_autoptr (GError) error = NULL;

  if (!plx_library_change_finish (PLX_LIBRARY (source), result, &error))
    {
      g_message ("Which countries articles mention is not kept: %s", error->message);
      if (self != NULL)
        stop (self);
    }
  else if (self != NULL)
    {
      take_some (self);
    }
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Counting *self = find (source);
  GPtrArray *some = g_task_get_task_data (G_TASK (result));

  if (g_task_propagate_boolean (G_TASK (result), NULL))
    plx_library_save_counts_async (PLX_LIBRARY (source), some, saved_cb, NULL);
  else if (self != NULL)
    stop (self);
}

static void
count_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  GPtrArray *some = task_data;

  for (guint i = 0; i < some->len; i++)
    {
      PlxUncounted *uncounted = g_ptr_array_index (some, i);

      if (g_task_return_error_if_cancelled (task))
        return;

      uncounted->counts = uncounted->document != NULL
        ? plx_language_count_countries (uncounted->document)
        : plx_country_counts_new (PLX_COUNTRY_COUNTING_ENGINE);
    }

  g_task_return_boolean (task, TRUE);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Counting *self = find (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) some = NULL;
  g_autoptr (GTask) task = NULL;

  some = plx_library_list_uncounted_finish (PLX_LIBRARY (source), result, &error);
  if (some == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_message ("Which countries articles mention is not known: %s", error->message);
  if (self == NULL)
    return;

  if (some == NULL || some->len == 0)
    {
      stop (self);
      return;
    }

  task = g_task_new (source, self->cancellable, counted_cb, NULL);
  g_task_set_source_tag (task, listed_cb);
  g_task_set_static_name (task, "[parallax] count countries");
  g_task_set_priority (task, G_PRIORITY_LOW);
  g_task_set_task_data (task, g_ptr_array_ref (some), (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, count_in_thread);
}

static void
take_some (Counting *self)
{
  plx_library_list_uncounted_async (self->library, PLX_COUNTRY_COUNTING_ENGINE, N_AT_ONCE,
                                    self->cancellable, listed_cb, NULL);
}

static void
due_cb (gpointer data)
{
  Counting *self = data;

  self->source_id = 0;
  self->is_asked = FALSE;
  self->is_at_work = TRUE;
  take_some (self);
}

static void
wait_a_while (Counting *self)
{
  g_clear_handle_id (&self->source_id, g_source_remove);
  self->source_id = g_timeout_add_once (self->milliseconds, due_cb, self);
}

static void
changed_cb (Counting *self)
{
  self->is_asked = TRUE;
  if (!self->is_at_work)
    wait_a_while (self);
}

/**
 * plx_counting_begin:
 * @library: a library that has just been opened
 * @milliseconds: how long nothing must have changed before anything is done
 *
 * Finds out which countries the articles of a library mention, as long as it is there.
 */
void
plx_counting_begin (PlxLibrary *library,
                    guint       milliseconds)
{
  Counting *self;

  g_return_if_fail (PLX_IS_LIBRARY (library));

  if (plx_library_get_read_only (library) != NULL)
    return;

  self = g_new0 (Counting, 1);
  self->library = library;
  self->milliseconds = milliseconds;
  self->cancellable = g_cancellable_new ();
  g_object_set_data_full (G_OBJECT (library), DATA, self, (GDestroyNotify) counting_free);

  /* The library owns us, and we disconnect when it lets go of us. */
  g_signal_connect_swapped (library, "notify::n-articles", G_CALLBACK (changed_cb), self);
  /* A text that was changed is not counted in what there was of it. */
  g_signal_connect_swapped (library, "notify::undo-label", G_CALLBACK (changed_cb), self);
  changed_cb (self);
}
