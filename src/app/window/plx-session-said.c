/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-session"

#include "config.h"

#include "window/plx-session.h"

#include "window/plx-session-private.h"

/* How the user says something of the open story. It is written first; that it changed comes back
 * from the library, as after an undo, and where need be the story is compared again. */

typedef struct
{
  PlxSession *session;
  PlxSaying   saying;
  char       *label;
} Edit;

static void
edit_free (Edit *edit)
{
  g_object_unref (edit->session);
  g_free (edit->label);
  g_free (edit);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Edit, edit_free)

static void
said_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Edit) edit = user_data;
  g_autoptr (GError) error = NULL;

  /* A node that was moved says so itself: to be told with every move would be too much. */
  if (!plx_library_change_finish (PLX_LIBRARY (object), result, &error))
    g_signal_emit_by_name (edit->session, "failed", error);
  else if (edit->saying != PLX_SAYING_PLACEMENT)
    g_signal_emit_by_name (edit->session, "changed", edit->label, NULL);
}

/**
 * plx_session_say:
 * @self: a session in which a story is open
 * @saying: of what kind it is
 * @items: (nullable): what the user says
 * @take_back: (nullable): what the user does not say any more
 * @label: what the user does, translated; of the history, and told when it is done
 *
 * Remembers what the user says; the user can undo it.
 */
void
plx_session_say (PlxSession *self,
                 PlxSaying   saying,
                 GPtrArray  *items,
                 GPtrArray  *take_back,
                 const char *label)
{
  Edit *edit;

  g_return_if_fail (PLX_IS_SESSION (self));
  g_return_if_fail (plx_session_get_library (self) != NULL);
  g_return_if_fail (label != NULL);

  edit = g_new0 (Edit, 1);
  edit->session = g_object_ref (self);
  edit->saying = saying;
  edit->label = g_strdup (label);
  plx_library_say_async (plx_session_get_library (self), saying, items, take_back, label, said_cb,
                         edit);
}

/**
 * plx_session_get_said:
 * @self: a session
 * @saying: a kind of what the user says
 *
 * Returns: (transfer none): what the user has said of its story, the oldest first
 */
GPtrArray *
plx_session_get_said (PlxSession *self,
                      PlxSaying   saying)
{
  return plx_story_said_get_all (self->said[saying]);
}

/**
 * plx_session_has_said:
 * @self: a session
 * @saying: a kind of what the user says
 *
 * Returns: whether it is known what the user has said of its story
 */
gboolean
plx_session_has_said (PlxSession *self,
                      PlxSaying   saying)
{
  return plx_story_said_is_read (self->said[saying]);
}
