/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_INCOMING_LIST (plx_incoming_list_get_type ())

G_DECLARE_FINAL_TYPE (PlxIncomingList, plx_incoming_list, PLX, INCOMING_LIST, AdwBin)

void plx_incoming_list_set_incoming (PlxIncomingList *self,
                                     GListModel      *incoming);

G_END_DECLS
