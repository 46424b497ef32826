/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "compare/plx-arrangement.h"
#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_ARRANGEMENTS (plx_arrangements_get_type ())

G_DECLARE_FINAL_TYPE (PlxArrangements, plx_arrangements, PLX, ARRANGEMENTS, GObject)

PlxArrangements *plx_arrangements_new (PlxSession      *session);
PlxArrangement  *plx_arrangements_get (PlxArrangements *self);

G_END_DECLS
