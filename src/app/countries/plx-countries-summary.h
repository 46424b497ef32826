/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "countries/plx-relations.h"
#include "window/plx-session.h"

G_BEGIN_DECLS

char *plx_countries_summary_dup (PlxSession            *session,
                                 const PlxRelationInfo *relation,
                                 GPtrArray             *countries);

G_END_DECLS
