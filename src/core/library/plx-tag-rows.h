/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-db.h"
#include "library/plx-library-tags.h"

G_BEGIN_DECLS

char     *plx_tag_fold       (const char  *name);
GStrv     plx_rows_list_tags (PlxDb       *db,
                              PlxTagged    tagged,
                              gint64       id,
                              GError     **error);
gboolean  plx_rows_tag       (PlxDb       *db,
                              PlxTagged    tagged,
                              gint64       id,
                              const char  *name,
                              gboolean     add,
                              GError     **error);

G_END_DECLS
