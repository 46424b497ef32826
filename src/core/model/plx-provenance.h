/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLX_TYPE_PROVENANCE (plx_provenance_get_type ())

/**
 * PlxProvenance:
 * @added: when the article came into the library, in seconds since 1970; 0 where it is in none, or
 *   came in before that was written down
 * @sha256: (nullable): SHA-256 of the bytes that it was read from, in hexadecimal; `NULL` where
 *   these were not kept
 * @size: how many bytes they are
 * @is_record: whether they are not a file, but the one record of a large file from which the
 *   article was read: a row of a table, a mail of a mailbox
 * @packed: (nullable): the bytes, as plx_original_pack() packs them; only while they are on their
 *   way into a library or out of a bundle
 *
 * Where an article is from: what it was read from, and when it came in. The name of the file is
 * the document's.
 *
 * It is never changed once a second holder has a reference.
 */
typedef struct
{
  gint64    added;
  char     *sha256;
  guint64   size;
  gboolean  is_record;
  GBytes   *packed;
} PlxProvenance;

GType          plx_provenance_get_type      (void);

PlxProvenance *plx_provenance_new           (gint64         added,
                                             const char    *sha256,
                                             guint64        size,
                                             gboolean       is_record);
PlxProvenance *plx_provenance_new_for_bytes (GBytes        *bytes,
                                             gboolean       is_record);
PlxProvenance *plx_provenance_ref           (PlxProvenance *self);
void           plx_provenance_unref         (PlxProvenance *self);
gboolean       plx_provenance_equal         (const PlxProvenance *a,
                                             const PlxProvenance *b);

GBytes        *plx_original_pack            (GBytes        *bytes);
GBytes        *plx_original_unpack          (GBytes        *packed,
                                             guint64        size,
                                             GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxProvenance, plx_provenance_unref)

G_END_DECLS
