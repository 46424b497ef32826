/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlxWarcRecord:
 * @type: (nullable): `response`, `resource`, `request` …
 * @address: (nullable): of what it holds
 * @content_type: (nullable): what its block is
 * @digest: (nullable): of what it holds, however that was sent
 * @length: bytes in its block
 *
 * The head of a record in an archive of web pages.
 */
typedef struct
{
  char    *type;
  char    *address;
  char    *content_type;
  char    *digest;
  guint64  length;
} PlxWarcRecord;

/**
 * PlxWarc:
 *
 * An archive of web pages (WARC 0.17 to 1.1, ISO 28500) while it is read, record by record and
 * with no more in memory than a part of one.
 */
typedef struct _PlxWarc PlxWarc;

PlxWarc    *plx_warc_new          (GInputStream   *stream,
                                   GCancellable   *cancellable);
void        plx_warc_free         (PlxWarc        *self);

gboolean    plx_warc_next         (PlxWarc        *self,
                                   PlxWarcRecord  *record,
                                   GError        **error);
void        plx_warc_record_clear (PlxWarcRecord  *self);
GByteArray *plx_warc_read         (PlxWarc        *self,
                                   gsize           max,
                                   GError        **error);
guint64     plx_warc_get_left     (PlxWarc        *self);
gboolean    plx_warc_is_damaged   (PlxWarc        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxWarc, plx_warc_free)

G_END_DECLS
