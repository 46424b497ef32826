/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library/plx-db.h"
#include "library/plx-document-json.h"

G_BEGIN_DECLS

/* So many bytes of the SHA-256 tell bodies apart. */
#define PLX_BODY_DIGEST_BYTES 16

/**
 * PlxBody:
 * @bytes: what is long in an article, one after the other
 * @digest: the beginning of the SHA-256 of @bytes
 * @packed: (nullable): @bytes as they are kept, where they have been packed
 * @found: where fields were found, in JSON
 * @blocks: the blocks, in JSON
 * @others: (nullable): what other places say of fields, in JSON
 * @text: the text
 * @text_length: how many bytes that has
 *
 * What is long in an article. It is kept once, under its own digest, and never changed: an article
 * whose text is changed gets another one. The strings point into @bytes.
 */
typedef struct
{
  GBytes     *bytes;
  guint8      digest[PLX_BODY_DIGEST_BYTES];
  GBytes     *packed;
  const char *found;
  const char *blocks;
  const char *others;
  const char *text;
  gsize       text_length;
} PlxBody;

PlxBody *plx_body_new_for_document (PlxDocument   *document);
PlxBody *plx_body_new_for_parts    (const char    *found,
                                    const char    *blocks,
                                    const char    *others,
                                    const char    *text,
                                    gsize          text_length);
PlxBody *plx_body_new_unpacked     (gconstpointer  packed,
                                    gsize          size,
                                    GError       **error);
void     plx_body_free             (PlxBody       *self);

void     plx_body_pack             (PlxBody       *self);
char    *plx_body_dup_kept         (const PlxBody *self);

/* plx-body-rows.c */
gint64   plx_rows_keep_body        (PlxDb         *db,
                                    PlxBody       *body,
                                    GError       **error);
PlxBody *plx_rows_read_body        (PlxDb         *db,
                                    gint64         body,
                                    GError       **error);
gboolean plx_rows_sweep            (PlxDb         *db,
                                    GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxBody, plx_body_free)

G_END_DECLS
