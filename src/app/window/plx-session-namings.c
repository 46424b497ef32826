/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-session"

#include "config.h"

#include "window/plx-session.h"

#include "window/plx-session-private.h"

/* How the user mends the names of the open story. What was said is written first; that it changed
 * comes back from the library, as after an undo, and the story is compared again. */

typedef struct
{
  PlxSession *session;
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
named_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Edit) edit = user_data;
  g_autoptr (GError) error = NULL;

  if (plx_library_change_finish (PLX_LIBRARY (object), result, &error))
    g_signal_emit_by_name (edit->session, "changed", edit->label, NULL);
  else
    g_signal_emit_by_name (edit->session, "failed", error);
}

/**
 * plx_session_get_namings:
 * @self: a session
 *
 * Returns: (transfer none) (element-type PlxNaming): what the user has said of the names in the
 *   open story, the oldest first; empty where there is none
 */
GPtrArray *
plx_session_get_namings (PlxSession *self)
{
  g_return_val_if_fail (PLX_IS_SESSION (self), NULL);

  return plx_story_namings_get_all (plx_session_get_story_namings (self));
}

/**
 * plx_session_get_place:
 * @self: a session in which a story is compared
 * @scope: how far a mending is to reach
 * @article: an article's place; only used where @scope is a mention or an article
 * @mention: a mention's place in it; only used where @scope is a mention
 * @place: (out): where that is; of use until the next call, or another analysis
 */
void
plx_session_get_place (PlxSession   *self,
                       PlxScope      scope,
                       guint         article,
                       guint         mention,
                       PlxMendPlace *place)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();
  PlxArticle *item;
  PlxStory *story;

  g_return_if_fail (PLX_IS_SESSION (self));
  g_return_if_fail (place != NULL);

  while ((item = plx_session_find_article (self, articles->len)) != NULL)
    g_ptr_array_add (articles, item);
  story = plx_session_get_story (self);
  *place = (PlxMendPlace) {
    .scope = scope,
    .story = story != NULL ? plx_story_get_id (story) : 0,
    .articles = plx_story_namings_list_ids (plx_session_get_story_namings (self), articles),
    .article = article,
    .mention = mention,
  };
}

/**
 * plx_session_name:
 * @self: a session in which a story is open
 * @namings: (nullable) (element-type PlxNaming): what the user says of names
 * @forget: (nullable) (element-type PlxNaming): what the user does not say any more
 * @label: what the user does, translated; of the history, and told when it is done
 *
 * Remembers what the user says of names; the user can undo it.
 */
void
plx_session_name (PlxSession *self,
                  GPtrArray  *namings,
                  GPtrArray  *forget,
                  const char *label)
{
  Edit *edit;

  g_return_if_fail (PLX_IS_SESSION (self));
  g_return_if_fail (plx_session_get_library (self) != NULL);
  g_return_if_fail (label != NULL);

  edit = g_new0 (Edit, 1);
  edit->session = g_object_ref (self);
  edit->label = g_strdup (label);
  plx_library_name_async (plx_session_get_library (self), namings, forget, label, named_cb, edit);
}
