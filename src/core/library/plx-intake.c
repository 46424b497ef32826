/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-intake"

#include "config.h"

#include "library/plx-intake.h"

#include "library/plx-library-private.h"

/* So many articles are written at a time: enough that a transaction costs little, few enough that
 * whoever else wants to write need not wait. */
#define BATCH 512

/* Two batches are handed over at a time, so that the one who writes never waits for the other. */
#define MAX_WRITING 2

/* So much may wait. */
#define MAX_WAITING (4 * BATCH)
#define MAX_WAITING_BYTES (64 * 1024 * 1024)

/* So many articles that were there already are told by their numbers. */
#define MAX_KNOWN 10000

/* A document on its way. */
typedef struct
{
  PlxPrepared *prepared;
  gsize        size;
  gboolean     ready;
} Item;

struct _PlxIntake
{
  GObject        parent_instance;

  PlxLibrary    *library;     /* never NULL */
  PlxStory      *story;       /* nullable */
  PlxIntakeFunc  look_at;     /* nullable */
  GCancellable  *cancellable; /* nullable */
  GMainContext  *context;     /* never NULL */
  GThreadPool   *pool;        /* NULL once closed */

  /* Of the main thread. */
  GTask         *closing;     /* nullable */
  PlxSeries     *series;      /* never NULL; of the thread that writes */
  guint          n_writing;
  guint          n_added;
  guint          n_known;
  GArray        *known;       /* gint64 */

  /* Of all threads, under the lock. */
  GMutex         lock;
  GCond          moved;
  GQueue         items;       /* Item, in the order in which they came */
  gsize          waiting;     /* bytes */
  GHashTable    *digests;     /* nullable until they are read: what the library has already */
  gboolean       scheduled;   /* whether the main thread is asked to write */
  GError        *error;       /* nullable; nothing comes in any more */
};

enum
{
  SIGNAL_PROGRESS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxIntake, plx_intake, G_TYPE_OBJECT)

static void
item_free (gpointer data)
{
  Item *item = data;

  plx_prepared_free (item->prepared);
  g_free (item);
}

static gsize
get_size (PlxDocument *document)
{
  const PlxProvenance *provenance = document->provenance;

  return document->text->len +
         (provenance != NULL && provenance->packed != NULL ? g_bytes_get_size (provenance->packed)
                                                           : 0);
}

/* How many stand ready at the head, up to a batch. The lock is held. */
static guint
count_ready (PlxIntake *self)
{
  guint n = 0;

  for (GList *link = self->items.head; link != NULL && n < BATCH; link = link->next)
    {
      if (!((Item *) link->data)->ready)
        break;
      n++;
    }

  return n;
}

static gboolean write_cb (gpointer data);

/* The lock is held. */
static void
schedule (PlxIntake *self)
{
  g_autoptr (GSource) source = NULL;

  if (self->scheduled)
    return;

  self->scheduled = TRUE;
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "[parallax] intake");
  g_source_set_callback (source, write_cb, g_object_ref (self), g_object_unref);
  g_source_attach (source, self->context);
}

/* On a thread of the pool. What the library has already need not be looked at. */
static void
prepare_in_worker (gpointer data,
                   gpointer user_data)
{
  Item *item = data;
  PlxIntake *self = user_data;
  PlxPrepared *prepared = item->prepared;
  gboolean skip;
  guint n_ready;

  prepared->digest = plx_document_dup_digest (prepared->document);

  g_mutex_lock (&self->lock);
  skip = self->error != NULL || g_hash_table_contains (self->digests, prepared->digest);
  g_mutex_unlock (&self->lock);

  if (!skip)
    {
      if (self->look_at != NULL)
        self->look_at (prepared->document);
      plx_prepared_pack (prepared);
    }

  g_mutex_lock (&self->lock);
  item->ready = TRUE;
  n_ready = count_ready (self);
  if (n_ready == BATCH || n_ready == self->items.length)
    schedule (self);
  g_mutex_unlock (&self->lock);
}

static void
fail (PlxIntake    *self,
      const GError *error)
{
  g_mutex_lock (&self->lock);
  if (self->error == NULL)
    self->error = g_error_copy (error);
  g_cond_broadcast (&self->moved);
  schedule (self);
  g_mutex_unlock (&self->lock);
}

static void
cancelled_cb (GCancellable *cancellable,
              PlxIntake    *self)
{
  g_autoptr (GError) error = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, &error))
    fail (self, error);
}

/* Once nothing is on its way any more, whoever wanted to close is told. */
static void
close_if_done (PlxIntake *self)
{
  g_autoptr (GTask) closing = NULL;
  gboolean done;

  g_mutex_lock (&self->lock);
  done = self->closing != NULL && self->n_writing == 0 &&
         (self->items.length == 0 || self->error != NULL);
  g_mutex_unlock (&self->lock);
  if (!done)
    return;

  if (self->pool != NULL)
    g_thread_pool_free (g_steal_pointer (&self->pool), FALSE, TRUE);

  closing = g_steal_pointer (&self->closing);
  if (self->error != NULL)
    g_task_return_error (closing, g_error_copy (self->error));
  else
    g_task_return_boolean (closing, TRUE);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (PlxIntake) self = user_data;
  g_autoptr (GError) error = NULL;

  self->n_writing--;
  if (plx_library_change_finish (self->library, result, &error))
    {
      const PlxJob *job = g_task_get_task_data (G_TASK (result));
      const guint n_told = MIN (job->known->len, MAX_KNOWN - self->known->len);

      self->n_added += job->n_added;
      self->n_known += job->known->len;
      if (n_told > 0)
        g_array_append_vals (self->known, job->known->data, n_told);
      g_signal_emit (self, signals[SIGNAL_PROGRESS], 0);
    }
  else
    fail (self, error);

  g_mutex_lock (&self->lock);
  schedule (self);
  g_mutex_unlock (&self->lock);
}

/* What is written next: a batch, or, where no more comes, the rest. */
static GPtrArray *
take_batch (PlxIntake *self)
{
  GPtrArray *batch = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_prepared_free);
  guint n_ready;

  g_mutex_lock (&self->lock);
  n_ready = count_ready (self);
  if (self->error != NULL ||
      (n_ready < BATCH && !(self->closing != NULL && n_ready == self->items.length) &&
       self->items.length < MAX_WAITING && self->waiting < MAX_WAITING_BYTES))
    n_ready = 0;
  for (guint i = 0; i < n_ready; i++)
    {
      Item *item = g_queue_pop_head (&self->items);

      self->waiting -= item->size;
      g_ptr_array_add (batch, g_steal_pointer (&item->prepared));
      g_free (item);
    }
  g_cond_broadcast (&self->moved);
  g_mutex_unlock (&self->lock);

  return batch;
}

static gboolean
write_cb (gpointer data)
{
  PlxIntake *self = data;

  g_mutex_lock (&self->lock);
  self->scheduled = FALSE;
  g_mutex_unlock (&self->lock);

  while (self->n_writing < MAX_WRITING)
    {
      g_autoptr (GPtrArray) batch = take_batch (self);
      PlxJob *job;

      if (batch->len == 0)
        break;

      job = plx_job_new_for_story (plx_work_take_in, self->story);
      job->items = g_steal_pointer (&batch);
      job->series = g_atomic_rc_box_acquire (self->series);
      self->n_writing++;
      plx_library_push (self->library, self->library->writer, job, NULL, written_cb,
                        g_object_ref (self), plx_intake_new, "[parallax] take articles in");
    }

  close_if_done (self);

  return G_SOURCE_REMOVE;
}

static void
digests_read_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (PlxIntake) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!plx_library_change_finish (self->library, result, &error))
    {
      fail (self, error);
      return;
    }

  g_mutex_lock (&self->lock);
  self->digests = g_hash_table_ref (((PlxJob *) g_task_get_task_data (G_TASK (result)))->digests);
  g_cond_broadcast (&self->moved);
  g_mutex_unlock (&self->lock);
}

static void
plx_intake_dispose (GObject *object)
{
  PlxIntake *self = PLX_INTAKE (object);

  /* Every item that a thread works at has been waited for by whoever closes; without that, here. */
  if (self->pool != NULL)
    g_thread_pool_free (g_steal_pointer (&self->pool), FALSE, TRUE);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->story);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (plx_intake_parent_class)->dispose (object);
}

static void
plx_intake_finalize (GObject *object)
{
  PlxIntake *self = PLX_INTAKE (object);

  g_queue_clear_full (&self->items, item_free);
  g_clear_pointer (&self->digests, g_hash_table_unref);
  g_clear_pointer (&self->series, g_atomic_rc_box_release);
  g_clear_pointer (&self->known, g_array_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_error (&self->error);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->moved);

  G_OBJECT_CLASS (plx_intake_parent_class)->finalize (object);
}

static void
plx_intake_class_init (PlxIntakeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plx_intake_dispose;
  object_class->finalize = plx_intake_finalize;

  signals[SIGNAL_PROGRESS] = g_signal_new ("progress", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plx_intake_init (PlxIntake *self)
{
  g_mutex_init (&self->lock);
  g_cond_init (&self->moved);
  g_queue_init (&self->items);
  self->series = g_atomic_rc_box_new0 (PlxSeries);
  self->known = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->context = g_main_context_ref_thread_default ();
  self->pool = g_thread_pool_new (prepare_in_worker, self, g_get_num_processors (), FALSE, NULL);
}

/**
 * plx_intake_new:
 * @library: a library
 * @story: (nullable): a story that the articles are to be in, too
 * @look_at: (nullable) (scope forever): finds out what the library is to keep of a document
 * @cancellable: (nullable): stops it; what is written stays
 *
 * Returns: (transfer full): an intake that waits for documents
 */
PlxIntake *
plx_intake_new (PlxLibrary    *library,
                PlxStory      *story,
                PlxIntakeFunc  look_at,
                GCancellable  *cancellable)
{
  PlxIntake *self;

  g_return_val_if_fail (PLX_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (story == NULL || PLX_IS_STORY (story), NULL);

  self = g_object_new (PLX_TYPE_INTAKE, NULL);
  self->library = g_object_ref (library);
  self->story = story != NULL ? g_object_ref (story) : NULL;
  self->look_at = look_at;
  if (cancellable != NULL)
    {
      self->cancellable = g_object_ref (cancellable);
      g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (cancelled_cb), self,
                               G_CONNECT_DEFAULT);
      cancelled_cb (cancellable, self);
    }

  plx_library_push (library, library->writer, plx_job_new (plx_work_list_digests), NULL,
                    digests_read_cb, g_object_ref (self), plx_intake_new,
                    "[parallax] list digests");

  return self;
}

/**
 * plx_intake_push:
 * @self: an intake that was not closed
 * @document: a document, which nobody else must look at any more
 * @error: return location for an error
 *
 * Hands over a document, and waits where too much is on its way. Not for the main thread.
 *
 * Returns: whether more is wanted; `FALSE` where it was cancelled, or writing has failed
 */
gboolean
plx_intake_push (PlxIntake    *self,
                 PlxDocument  *document,
                 GError      **error)
{
  Item *item = NULL;

  g_return_val_if_fail (PLX_IS_INTAKE (self), FALSE);
  g_return_val_if_fail (document != NULL, FALSE);

  g_mutex_lock (&self->lock);
  while (self->error == NULL && (self->digests == NULL || self->items.length >= MAX_WAITING ||
                                 self->waiting >= MAX_WAITING_BYTES))
    g_cond_wait (&self->moved, &self->lock);

  if (self->error == NULL)
    {
      item = g_new0 (Item, 1);
      item->prepared = g_new0 (PlxPrepared, 1);
      item->prepared->document = plx_document_ref (document);
      item->size = get_size (document);
      self->waiting += item->size;
      g_queue_push_tail (&self->items, item);
    }
  else if (error != NULL)
    *error = g_error_copy (self->error);
  g_mutex_unlock (&self->lock);

  if (item == NULL)
    return FALSE;

  /* Fails only where no thread can be made; it is queued regardless. */
  g_thread_pool_push (self->pool, item, NULL);

  return TRUE;
}

/**
 * plx_intake_close_async:
 * @self: an intake, for which nobody has any more documents
 * @callback: (scope async): runs on the caller's main context
 * @user_data: data for @callback
 *
 * Waits until all that was handed over is written.
 */
void
plx_intake_close_async (PlxIntake           *self,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_return_if_fail (PLX_IS_INTAKE (self));
  g_return_if_fail (self->closing == NULL);

  self->closing = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (self->closing, plx_intake_close_async);
  g_task_set_static_name (self->closing, "[parallax] close intake");

  g_mutex_lock (&self->lock);
  schedule (self);
  g_mutex_unlock (&self->lock);
}

/**
 * plx_intake_close_finish:
 * @self: an intake
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether all is written; where not, what is written stays all the same
 */
gboolean
plx_intake_close_finish (PlxIntake     *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (PLX_IS_INTAKE (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * plx_intake_get_n_added:
 * @self: an intake
 *
 * Returns: how many articles have come in
 */
guint
plx_intake_get_n_added (PlxIntake *self)
{
  g_return_val_if_fail (PLX_IS_INTAKE (self), 0);

  return self->n_added;
}

/**
 * plx_intake_get_n_known:
 * @self: an intake
 *
 * Returns: how many of the documents the library had already
 */
guint
plx_intake_get_n_known (PlxIntake *self)
{
  g_return_val_if_fail (PLX_IS_INTAKE (self), 0);

  return self->n_known;
}

/**
 * plx_intake_get_known:
 * @self: an intake
 *
 * Returns: (transfer none) (element-type gint64): the articles of those documents, as far as they
 *   are not all too many, to show them
 */
GArray *
plx_intake_get_known (PlxIntake *self)
{
  g_return_val_if_fail (PLX_IS_INTAKE (self), NULL);

  return self->known;
}
