/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-name-target"

#include "config.h"

#include "names/plx-name-target.h"

/**
 * plx_name_target_new:
 * @analysis: an analysis
 * @place: the article that is read, and the mention that was pointed at, or `PLX_NONE`
 *
 * Returns: (transfer full): a target without a name
 */
PlxNameTarget *
plx_name_target_new (PlxAnalysis *analysis,
                     PlxFormPlace place)
{
  PlxNameTarget *self = g_rc_box_new0 (PlxNameTarget);

  self->analysis = plx_analysis_ref (analysis);
  self->entities = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->place = place;

  return self;
}

PlxNameTarget *
plx_name_target_new_entity (PlxAnalysis *analysis,
                            PlxFormPlace place,
                            guint        entity)
{
  PlxNameTarget *self = plx_name_target_new (analysis, place);

  plx_name_target_add (self, entity);

  return self;
}

PlxNameTarget *
plx_name_target_ref (PlxNameTarget *self)
{
  return g_rc_box_acquire (self);
}

static void
target_clear (PlxNameTarget *self)
{
  plx_analysis_unref (self->analysis);
  g_array_unref (self->entities);
  g_free (self->surface);
}

void
plx_name_target_unref (PlxNameTarget *self)
{
  g_rc_box_release_full (self, (GDestroyNotify) target_clear);
}

void
plx_name_target_add (PlxNameTarget *self,
                     guint          entity)
{
  guint32 place = entity;

  g_return_if_fail (entity < self->analysis->entities->len);

  g_array_append_val (self->entities, place);
}

guint
plx_name_target_get_first (PlxNameTarget *self)
{
  g_return_val_if_fail (self->entities->len > 0, PLX_NONE);

  return g_array_index (self->entities, guint32, 0);
}

const PlxEntityRecord *
plx_name_target_get_record (PlxNameTarget *self)
{
  g_return_val_if_fail (self->entities->len > 0, NULL);

  return plx_analysis_get_entity (self->analysis, plx_name_target_get_first (self));
}

gboolean
plx_name_target_has_mention (PlxNameTarget *self)
{
  return self->place.mention != PLX_NONE;
}

/**
 * plx_name_target_dup_surface:
 * @self: a target
 *
 * Returns: (transfer full): as it is written: where it was pointed at, or else as it is called
 */
char *
plx_name_target_dup_surface (PlxNameTarget *self)
{
  if (self->surface != NULL)
    return g_strdup (self->surface);

  if (plx_name_target_has_mention (self))
    return plx_written_form_dup (self->analysis, self->place);

  return g_strdup (plx_name_target_get_record (self)->name);
}
