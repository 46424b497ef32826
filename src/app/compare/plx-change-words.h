/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "compare/plx-changes.h"

G_BEGIN_DECLS

char *plx_change_words_dup  (const char *outlet,
                             const char *base_text,
                             const char *text);
char *plx_change_words_tell (const char *outlet,
                             PlxChanges *changes,
                             const char *base_text,
                             const char *text);

G_END_DECLS
