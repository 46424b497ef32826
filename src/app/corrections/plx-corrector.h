/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "corrections/plx-claim-target.h"

G_BEGIN_DECLS

#define PLX_TYPE_CORRECTOR (plx_corrector_get_type ())

/**
 * PlxCorrector:
 *
 * Through which the user corrects the claims of the open story, and notes something on them.
 *
 * Every change is one step of the history, told in plain words.
 */
G_DECLARE_FINAL_TYPE (PlxCorrector, plx_corrector, PLX, CORRECTOR, GObject)

PlxCorrector *plx_corrector_new         (PlxSession     *session);

PlxSession   *plx_corrector_get_session (PlxCorrector   *self);

void          plx_corrector_bring       (PlxCorrector   *self,
                                         PlxClaimTarget *target,
                                         PlxSentenceRef  other);
void          plx_corrector_expel       (PlxCorrector   *self,
                                         PlxClaimTarget *target);
void          plx_corrector_join        (PlxCorrector   *self,
                                         PlxClaimTarget *target,
                                         guint           other);
void          plx_corrector_split       (PlxCorrector   *self,
                                         PlxClaimTarget *target,
                                         GArray         *chosen);
void          plx_corrector_dismiss     (PlxCorrector   *self,
                                         PlxClaimTarget *target,
                                         guint           difference);
void          plx_corrector_take_back   (PlxCorrector   *self,
                                         PlxCorrection  *correction,
                                         const char     *what);

char         *plx_corrector_dup_note    (PlxCorrector   *self,
                                         PlxClaimTarget *target);
void          plx_corrector_set_note    (PlxCorrector   *self,
                                         PlxClaimTarget *target,
                                         const char     *text);

G_END_DECLS
