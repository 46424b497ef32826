/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-session"

#include "config.h"

#include "window/plx-session.h"

#include "window/plx-session-private.h"

/* How the user mends the names of the open story. */

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

  return plx_session_get_said (self, PLX_SAYING_NAMING);
}

/**
 * plx_session_get_place:
 * @self: a session in which a story is compared
 * @scope: how far a mending is to reach
 * @article: an article's place; only used where @scope is a mention or an article
 * @mention: a mention's place in it; only used where @scope is a mention
 * @place: (out): where that is; of use until there is another analysis
 */
void
plx_session_get_place (PlxSession   *self,
                       PlxScope      scope,
                       guint         article,
                       guint         mention,
                       PlxMendPlace *place)
{
  PlxStory *story;

  g_return_if_fail (PLX_IS_SESSION (self));
  g_return_if_fail (place != NULL);

  story = plx_session_get_story (self);
  *place = (PlxMendPlace) {
    .scope = scope,
    .story = story != NULL ? plx_story_get_id (story) : 0,
    .articles = self->ids,
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
  plx_session_say (self, PLX_SAYING_NAMING, namings, forget, label);
}
