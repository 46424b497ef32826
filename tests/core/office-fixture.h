/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/plx-reading.h"

G_BEGIN_DECLS

GBytes              *office_pack         (int          format,
                                          int          filter,
                                          const char  *password,
                                          ...) G_GNUC_NULL_TERMINATED;
GBytes              *office_pack_zeros   (int          format,
                                          int          filter,
                                          guint64      size);
GBytes              *office_zip          (const char  *name,
                                          ...) G_GNUC_NULL_TERMINATED;
GBytes              *office_cut          (GBytes      *bytes,
                                          gsize        length);
PlxReadingBatch     *office_read         (GBytes      *bytes,
                                          const char  *name);
PlxDocument         *office_read_one     (GBytes      *bytes,
                                          const char  *name);
const PlxBlockSpan  *office_find_block   (PlxDocument *document,
                                          const char  *start);
void                 office_assert_fails (GBytes      *bytes,
                                          int          code);
void                 office_flip         (GBytes      *bytes,
                                          guint        times);

G_END_DECLS
