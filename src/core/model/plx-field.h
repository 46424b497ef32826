/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-values.h"

G_BEGIN_DECLS

char *plx_field_parse         (PlxField    field,
                               const char *text);
char *plx_field_dup_display   (PlxField    field,
                               const char *value);

G_END_DECLS
