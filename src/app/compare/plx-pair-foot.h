/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_PAIR_FOOT (plx_pair_foot_get_type ())

G_DECLARE_FINAL_TYPE (PlxPairFoot, plx_pair_foot, PLX, PAIR_FOOT, AdwBin)

void        plx_pair_foot_show         (PlxPairFoot   *self,
                                        const char    *heading,
                                        const char    *words);
void        plx_pair_foot_show_partner (PlxPairFoot   *self,
                                        const char    *partner,
                                        PangoAttrList *marks,
                                        const char    *source);
void        plx_pair_foot_set_position (PlxPairFoot   *self,
                                        guint          nth,
                                        guint          n);
void        plx_pair_foot_set_narrow   (PlxPairFoot   *self,
                                        gboolean       narrow);
const char *plx_pair_foot_get_words    (PlxPairFoot   *self);
const char *plx_pair_foot_get_position (PlxPairFoot   *self);

G_END_DECLS
