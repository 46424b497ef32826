/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-document.h"

G_BEGIN_DECLS

char *plx_story_title_propose (GPtrArray *documents);

G_END_DECLS
