/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-analysis.h"

G_BEGIN_DECLS

#define PLX_TYPE_PLACEMENT (plx_placement_get_type ())

/**
 * PlxPlacement:
 * @id: its number in the library, or 0 while it has none
 * @story: id of the story
 * @entity: what the entity was called when it was put there
 * @names: the forms in which it was named then; ends with `NULL`
 * @kind: what it was
 * @placed: whether the user has put it somewhere; @x and @y are unset where not
 * @x: where it lies, in the units of a graph's nodes
 * @y: where it lies
 * @pinned: whether it stays there while the others move; only where it is @placed
 * @hidden: whether the user has hidden it
 *
 * What the user has done with a node of a story's graph: moved it, pinned it, hidden it.
 *
 * It speaks of an entity by its names, and not by its place in an analysis: so it is found again
 * when the story is compared anew, when an article brings a fuller name, or when the user renames
 * it. One that has neither a place nor is hidden says nothing, and is not kept.
 */
typedef struct
{
  gint64    id;
  gint64    story;
  char     *entity;
  char    **names;
  PlxKind   kind;
  gboolean  placed;
  double    x;
  double    y;
  gboolean  pinned;
  gboolean  hidden;
} PlxPlacement;

GType         plx_placement_get_type  (void);

PlxPlacement *plx_placement_new       (gint64                 story,
                                       const PlxEntityRecord *entity);
PlxPlacement *plx_placement_copy      (const PlxPlacement    *self);
void          plx_placement_free      (PlxPlacement          *self);

void          plx_placement_name      (PlxPlacement          *self,
                                       const PlxEntityRecord *entity);
void          plx_placement_move      (PlxPlacement          *self,
                                       double                 x,
                                       double                 y,
                                       gboolean               pinned);
void          plx_placement_let_go    (PlxPlacement          *self);
gboolean      plx_placement_is_empty  (const PlxPlacement    *self);

GPtrArray    *plx_placements_find     (GPtrArray             *placements,
                                       PlxAnalysis           *analysis);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxPlacement, plx_placement_free)

G_END_DECLS
