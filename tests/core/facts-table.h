/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/text/plx-lexemes.h"
#include "model/plx-values.h"

G_BEGIN_DECLS

/**
 * FactsFinder:
 * @text: a sentence
 * @day: the day of its article
 * @found: (element-type utf8): what is found is added to it, see facts_table_add ()
 */
typedef void (* FactsFinder) (const char *text,
                              PlxDay      day,
                              GPtrArray  *found);

void facts_table_add   (GPtrArray   *found,
                        const char  *text,
                        guint32      start,
                        guint32      end,
                        char        *fields);
void facts_table_check (const char  *name,
                        FactsFinder  finder);
void facts_check_bytes (FactsFinder  finder);

G_END_DECLS
