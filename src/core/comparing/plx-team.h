/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparing/plx-grouping.h"

G_BEGIN_DECLS

/**
 * PlxTeam:
 * @group: (nullable): the group that it was
 * @own: (element-type guint): its sentences, by their place in the weave
 * @seconds: (element-type guint): sentences that have their own group elsewhere
 * @touched: whether it is not as it was
 *
 * A group of sentences while it is changed to what the user has said.
 */
typedef struct
{
  PlxGroup *group;
  GArray   *own;
  GArray   *seconds;
  gboolean  touched;
} PlxTeam;

PlxTeam  *plx_team_new       (PlxGroup      *group);
void      plx_team_free      (PlxTeam       *self);

gboolean  plx_team_has       (const PlxTeam *self,
                              guint          node);
gboolean  plx_team_has_all   (const PlxTeam *self,
                              GArray        *nodes);
guint     plx_team_count     (const PlxTeam *self,
                              GArray        *nodes);
GArray   *plx_team_list      (const PlxTeam *self);
void      plx_team_take      (PlxTeam       *self,
                              guint          node);
void      plx_team_merge     (PlxTeam       *self,
                              PlxTeam       *other);
void      plx_team_clear     (PlxTeam       *self);
PlxGroup *plx_team_write     (PlxTeam       *self);

/* Sets of sentences by their place: few at a time, so that they are plain arrays. */
GArray   *plx_nodes_new      (void);
guint     plx_nodes_at       (GArray        *nodes,
                              guint          i);
gboolean  plx_nodes_has      (GArray        *nodes,
                              guint          node);
void      plx_nodes_add      (GArray        *nodes,
                              guint          node);
void      plx_nodes_take_out (GArray        *nodes,
                              guint          node);
void      plx_nodes_sort     (GArray        *nodes);

G_END_DECLS
