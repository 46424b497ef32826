/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "names/plx-written-form.h"

G_BEGIN_DECLS

/**
 * PlxNameTarget:
 * @analysis: the analysis to which the places belong
 * @entities: (element-type guint32): one name or several, by place; the first is the one meant
 * @place: the article that is read, and the mention that was pointed at, or `PLX_NONE`
 * @surface: (nullable): only where it is written so
 *
 * What is to be mended. It keeps what it needs, so that a comparison that ends while the user
 * still thinks takes nothing away from under the hand.
 */
typedef struct
{
  PlxAnalysis *analysis;
  GArray      *entities;
  PlxFormPlace place;
  char        *surface;
} PlxNameTarget;

PlxNameTarget         *plx_name_target_new         (PlxAnalysis   *analysis,
                                                    PlxFormPlace   place);
PlxNameTarget         *plx_name_target_new_entity  (PlxAnalysis   *analysis,
                                                    PlxFormPlace   place,
                                                    guint          entity);
PlxNameTarget         *plx_name_target_ref         (PlxNameTarget *self);
void                   plx_name_target_unref       (PlxNameTarget *self);
void                   plx_name_target_add         (PlxNameTarget *self,
                                                    guint          entity);

guint                  plx_name_target_get_first   (PlxNameTarget *self);
const PlxEntityRecord *plx_name_target_get_record  (PlxNameTarget *self);
gboolean               plx_name_target_has_mention (PlxNameTarget *self);
char                  *plx_name_target_dup_surface (PlxNameTarget *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxNameTarget, plx_name_target_unref)

G_END_DECLS
