/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-upkeep"

#include "config.h"

#include "window/plx-upkeep.h"

#include "library/plx-library-safety.h"

/* What is done for the library by itself, on threads of its own: a while after it was opened, when
 * nobody waits for the disk any more, it is looked through for damage once, and the backup of the
 * day is made; then every hour it is looked whether one is due. It ends with the library. */

#define HOUR 3600

typedef struct
{
  PlxLibrary   *library;     /* not owned: it owns this */
  GCancellable *cancellable;
  guint         source_id;   /* or 0 */
  gboolean      is_checked;
} Upkeep;

static void
upkeep_free (Upkeep *self)
{
  g_clear_handle_id (&self->source_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_free (self);
}

/* Damage is told by the library itself, and everything else is not worth a word to the user. */
static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!plx_library_safety_finish (PLX_LIBRARY (source), result, &error))
    g_message ("The library could not be looked through: %s", error->message);
}

static void
backed_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (plx_library_back_up_finish (PLX_LIBRARY (source), result, &path, &error))
    g_debug ("Backup of the day: %s", path != NULL ? path : "none is due");
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_message ("No backup was made: %s", error->message);
}

static gboolean
due_cb (gpointer data)
{
  Upkeep *self = data;

  if (!self->is_checked)
    plx_library_check_async (self->library, self->cancellable, checked_cb, NULL);
  self->is_checked = TRUE;

  if (plx_library_get_read_only (self->library) == NULL)
    plx_library_back_up_async (self->library, PLX_BACKUP_DAILY, self->cancellable, backed_up_cb,
                               NULL);
  self->source_id = g_timeout_add_seconds (HOUR, due_cb, self);

  return G_SOURCE_REMOVE;
}

/**
 * plx_upkeep_begin:
 * @library: a library that has just been opened
 * @seconds: how long to wait before anything is done
 *
 * Looks after a library, as long as it is there.
 */
void
plx_upkeep_begin (PlxLibrary *library,
                  guint       seconds)
{
  Upkeep *self;

  g_return_if_fail (PLX_IS_LIBRARY (library));

  self = g_new0 (Upkeep, 1);
  self->library = library;
  self->cancellable = g_cancellable_new ();
  self->source_id = g_timeout_add_seconds (seconds, due_cb, self);
  g_object_set_data_full (G_OBJECT (library), "plx-upkeep", self, (GDestroyNotify) upkeep_free);
}
