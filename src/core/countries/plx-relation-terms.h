/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "countries/plx-relations.h"

G_BEGIN_DECLS

const PlxRelationInfo *plx_relation_match_term (GPtrArray  *own,
                                                const char *text,
                                                const char *end,
                                                gsize      *length);

G_END_DECLS
