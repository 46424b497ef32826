/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-record.h"

G_BEGIN_DECLS

#define PLX_TYPE_ENTITY (plx_entity_get_type ())

G_DECLARE_FINAL_TYPE (PlxEntity, plx_entity, PLX, ENTITY, PlxRecord)

const PlxEntityRecord *plx_entity_get_record (PlxEntity *self);
GListModel            *plx_entity_list_new   (PlxAnalysis *analysis);

G_END_DECLS
