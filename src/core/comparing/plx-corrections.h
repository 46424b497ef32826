/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-correction.h"

G_BEGIN_DECLS

#define PLX_TYPE_CORRECTIONS (plx_corrections_get_type ())

/**
 * PlxCorrections:
 *
 * What the user has said of the claims in the articles of one analysis.
 *
 * It is made once, holds copies, and is never changed, so any thread may read it.
 */
typedef struct _PlxCorrections PlxCorrections;

/**
 * PlxCorrectionState:
 * @PLX_CORRECTION_OBEYED: it is obeyed
 * @PLX_CORRECTION_GONE: it has too few sentences left to say anything
 * @PLX_CORRECTION_OVERRULED: a later one says otherwise
 *
 * What has become of a correction.
 */
typedef enum
{
  PLX_CORRECTION_OBEYED,
  PLX_CORRECTION_GONE,
  PLX_CORRECTION_OVERRULED,
} PlxCorrectionState;

GType               plx_corrections_get_type    (void);

PlxCorrections     *plx_corrections_new         (GPtrArray      *corrections,
                                                 const gint64   *articles,
                                                 guint           n_articles,
                                                 gint64          story);
PlxCorrections     *plx_corrections_ref         (PlxCorrections *self);
void                plx_corrections_unref       (PlxCorrections *self);

char               *plx_corrections_dup_digest  (PlxCorrections *self);
GPtrArray          *plx_corrections_get_all     (PlxCorrections *self);
const gint64       *plx_corrections_get_articles (PlxCorrections *self,
                                                  guint          *n_articles);
GArray             *plx_corrections_list_states (PlxCorrections *self,
                                                 GPtrArray      *annotations);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxCorrections, plx_corrections_unref)

G_END_DECLS
