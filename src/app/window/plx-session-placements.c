/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-session"

#include "config.h"

#include "window/plx-session.h"

#include "window/plx-session-private.h"

/* What the user does with the nodes of the open story's graph. Nothing is compared anew for it. */

/**
 * plx_session_has_placements:
 * @self: a session
 *
 * Returns: whether it is known what the user has done with the graph; `placements-changed` tells
 *   when it is
 */
gboolean
plx_session_has_placements (PlxSession *self)
{
  g_return_val_if_fail (PLX_IS_SESSION (self), FALSE);

  return plx_session_has_said (self, PLX_SAYING_PLACEMENT);
}

/**
 * plx_session_get_placements:
 * @self: a session
 *
 * Returns: (transfer none) (element-type PlxPlacement): what the user has done with the nodes of
 *   the open story's graph, the oldest first; empty where there is none
 */
GPtrArray *
plx_session_get_placements (PlxSession *self)
{
  g_return_val_if_fail (PLX_IS_SESSION (self), NULL);

  return plx_session_get_said (self, PLX_SAYING_PLACEMENT);
}

/**
 * plx_session_find_placements:
 * @self: a session
 *
 * Returns: (transfer container) (nullable) (element-type PlxPlacement): for each entity of the
 *   analysis what the user has done with its node, or `NULL`; of use until `placements-changed`;
 *   `NULL` where there is no analysis
 */
GPtrArray *
plx_session_find_placements (PlxSession *self)
{
  g_return_val_if_fail (PLX_IS_SESSION (self), NULL);

  if (plx_session_get_analysis (self) == NULL)
    return NULL;

  return plx_placements_find (plx_session_get_placements (self), plx_session_get_analysis (self));
}

/**
 * plx_session_dup_placement:
 * @self: a session in which a story is compared
 * @entity: an entity of its analysis, by its place
 *
 * Gives what the user has done with a node, to be changed and handed to plx_session_place().
 *
 * Returns: (transfer full): a copy, which goes by what the entity is called now; one that says
 *   nothing where nothing was done
 */
PlxPlacement *
plx_session_dup_placement (PlxSession *self,
                           guint32     entity)
{
  g_autoptr (GPtrArray) found = NULL;
  const PlxEntityRecord *record;
  const PlxPlacement *placement;
  PlxPlacement *copy;

  g_return_val_if_fail (PLX_IS_SESSION (self), NULL);
  g_return_val_if_fail (plx_session_get_analysis (self) != NULL, NULL);
  g_return_val_if_fail (plx_session_get_story (self) != NULL, NULL);

  record = plx_analysis_get_entity (plx_session_get_analysis (self), entity);
  found = plx_session_find_placements (self);
  placement = g_ptr_array_index (found, entity);
  if (placement == NULL)
    return plx_placement_new (plx_story_get_id (plx_session_get_story (self)), record);

  copy = plx_placement_copy (placement);
  plx_placement_name (copy, record);

  return copy;
}

/**
 * plx_session_place:
 * @self: a session in which a story is open
 * @placements: (element-type PlxPlacement): what the user does with nodes, each of another
 *   entity; see plx_session_dup_placement()
 * @label: what the user does, translated; of the history
 *
 * Remembers where nodes lie and which are hidden; the user can undo it, all in one step.
 */
void
plx_session_place (PlxSession *self,
                   GPtrArray  *placements,
                   const char *label)
{
  g_return_if_fail (placements != NULL);

  plx_session_say (self, PLX_SAYING_PLACEMENT, placements, NULL, label);
}
