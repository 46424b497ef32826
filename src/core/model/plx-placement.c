/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-placement"

#include "config.h"

#include "model/plx-placement.h"

#include <math.h>
#include <string.h>

#include "model/plx-naming.h"

/* Further out nothing can be seen any more; a damaged file may say anything. */
#define FARTHEST 1e6

G_DEFINE_BOXED_TYPE (PlxPlacement, plx_placement, plx_placement_copy, plx_placement_free)

/**
 * plx_placement_new:
 * @story: id of the story
 * @entity: (nullable): the entity of which it speaks
 *
 * Returns: (transfer full): a placement that says nothing yet
 */
PlxPlacement *
plx_placement_new (gint64                 story,
                   const PlxEntityRecord *entity)
{
  PlxPlacement *self = g_new0 (PlxPlacement, 1);

  self->story = story;
  if (entity != NULL)
    plx_placement_name (self, entity);

  return self;
}

PlxPlacement *
plx_placement_copy (const PlxPlacement *self)
{
  PlxPlacement *copy = g_memdup2 (self, sizeof *self);

  copy->entity = g_strdup (self->entity);
  copy->names = g_strdupv (self->names);

  return copy;
}

void
plx_placement_free (PlxPlacement *self)
{
  g_free (self->entity);
  g_strfreev (self->names);
  g_free (self);
}

/**
 * plx_placement_name:
 * @self: a placement
 * @entity: the entity of which it speaks, as it is called now
 *
 * Takes over what the entity is called, so that it is found by that from now on.
 */
void
plx_placement_name (PlxPlacement          *self,
                    const PlxEntityRecord *entity)
{
  g_return_if_fail (entity != NULL);

  g_set_str (&self->entity, entity->name);
  g_strfreev (self->names);
  self->names = g_strdupv (entity->names);
  self->kind = entity->kind;
}

/**
 * plx_placement_move:
 * @self: a placement
 * @x: where the user puts the node
 * @y: where the user puts it
 * @pinned: whether it stays there while others move
 *
 * Puts the node somewhere. What is no number is no place, and changes nothing.
 */
void
plx_placement_move (PlxPlacement *self,
                    double        x,
                    double        y,
                    gboolean      pinned)
{
  if (!isfinite (x) || !isfinite (y))
    return;

  self->placed = TRUE;
  self->x = CLAMP (x, -FARTHEST, FARTHEST);
  self->y = CLAMP (y, -FARTHEST, FARTHEST);
  self->pinned = pinned;
}

/**
 * plx_placement_let_go:
 * @self: a placement
 *
 * Leaves it to the layout again where the node lies.
 */
void
plx_placement_let_go (PlxPlacement *self)
{
  self->placed = self->pinned = FALSE;
  self->x = self->y = 0;
}

/**
 * plx_placement_is_empty:
 * @self: a placement
 *
 * Returns: whether it says nothing
 */
gboolean
plx_placement_is_empty (const PlxPlacement *self)
{
  return !self->placed && !self->hidden;
}

/* How sure it is that a placement speaks of an entity. */
typedef enum
{
  MATCH_NAME_AND_KIND,
  MATCH_NAME,
  MATCH_FORM, /* what one is called is a form of the other */
  N_MATCHES,
} Match;

/* The entities that are called something, or named so somewhere. */
typedef struct
{
  PlxAnalysis *analysis;
  GPtrArray   *found;   /* PlxPlacement; nullable elements */
  GHashTable  *called;  /* char * → GArray of guint32 */
  GHashTable  *named;   /* the same of all forms */
} Finder;

static void
add_form (GHashTable  *forms,
          const char  *form,
          guint32      entity)
{
  g_autofree char *folded = plx_naming_fold (form);
  GArray *entities = g_hash_table_lookup (forms, folded);

  if (entities == NULL)
    {
      entities = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_hash_table_insert (forms, g_steal_pointer (&folded), entities);
    }

  if (entities->len == 0 || g_array_index (entities, guint32, entities->len - 1) != entity)
    g_array_append_val (entities, entity);
}

static GHashTable *
index_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                (GDestroyNotify) g_array_unref);
}

static void
finder_init (Finder      *self,
             PlxAnalysis *analysis)
{
  self->analysis = analysis;
  self->found = g_ptr_array_new ();
  g_ptr_array_set_size (self->found, analysis->entities->len);
  self->called = index_new ();
  self->named = index_new ();

  for (guint i = 0; i < analysis->entities->len; i++)
    {
      const PlxEntityRecord *entity = plx_analysis_get_entity (analysis, i);

      add_form (self->called, entity->name, i);
      add_form (self->named, entity->name, i);
      for (guint j = 0; entity->names != NULL && entity->names[j] != NULL; j++)
        add_form (self->named, entity->names[j], i);
    }
}

/* Of several entities the one of the same kind, and else the one that is mentioned most: the
 * first. PLX_NONE where all are taken. */
static guint32
choose (const Finder       *self,
        GHashTable         *forms,
        const char         *form,
        const PlxPlacement *placement,
        gboolean            any_kind)
{
  g_autofree char *folded = plx_naming_fold (form);
  GArray *entities = g_hash_table_lookup (forms, folded);
  guint32 chosen = PLX_NONE;

  for (guint i = 0; entities != NULL && i < entities->len; i++)
    {
      const guint32 entity = g_array_index (entities, guint32, i);

      if (g_ptr_array_index (self->found, entity) != NULL)
        continue;
      if (plx_analysis_get_entity (self->analysis, entity)->kind == placement->kind)
        return entity;
      if (any_kind && chosen == PLX_NONE)
        chosen = entity;
    }

  return chosen;
}

static guint32
find_entity (const Finder       *self,
             const PlxPlacement *placement,
             Match               match)
{
  guint32 entity;

  if (match != MATCH_FORM)
    return choose (self, self->called, placement->entity, placement, match == MATCH_NAME);

  /* It has a fuller name now, or was renamed: it still has the old one among its forms. */
  if ((entity = choose (self, self->named, placement->entity, placement, TRUE)) != PLX_NONE)
    return entity;

  /* Or it has lost the article that had its fullest one. */
  for (guint i = 0; placement->names != NULL && placement->names[i] != NULL; i++)
    if ((entity = choose (self, self->called, placement->names[i], placement, FALSE)) != PLX_NONE)
      return entity;

  return PLX_NONE;
}

/**
 * plx_placements_find:
 * @placements: (element-type PlxPlacement): what the user has done, the oldest first
 * @analysis: what is found in the story now
 *
 * Finds the entities of which placements speak. The surest goes first, and of two that speak of
 * one entity the newer counts; one whose entity is not there says nothing, until it is there again.
 *
 * Returns: (transfer container) (element-type PlxPlacement): for each entity of the analysis the
 *   placement that speaks of it, or `NULL`; of use as long as @placements is
 */
GPtrArray *
plx_placements_find (GPtrArray   *placements,
                     PlxAnalysis *analysis)
{
  Finder finder;
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);

  g_return_val_if_fail (placements != NULL, NULL);
  g_return_val_if_fail (analysis != NULL, NULL);

  finder_init (&finder, analysis);
  for (Match match = 0; match < N_MATCHES; match++)
    for (guint i = placements->len; i > 0; i--)
      {
        PlxPlacement *placement = g_ptr_array_index (placements, i - 1);
        guint32 entity;

        if (g_hash_table_contains (used, placement) || placement->entity == NULL ||
            (entity = find_entity (&finder, placement, match)) == PLX_NONE)
          continue;

        g_hash_table_add (used, placement);
        g_ptr_array_index (finder.found, entity) = placement;
      }

  g_hash_table_unref (finder.called);
  g_hash_table_unref (finder.named);

  return finder.found;
}
