/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlxZip:
 *
 * A ZIP file that is being written to a stream. It has no times and no owners in it: the same
 * content makes the same file.
 */
typedef struct _PlxZip PlxZip;

PlxZip   *plx_zip_new    (GOutputStream  *stream,
                          GCancellable   *cancellable,
                          GError        **error);
gboolean  plx_zip_add    (PlxZip         *self,
                          const char     *name,
                          GBytes         *bytes,
                          gboolean        packed,
                          GError        **error);
gboolean  plx_zip_finish (PlxZip         *self,
                          GError        **error);
void      plx_zip_free   (PlxZip         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxZip, plx_zip_free)

G_END_DECLS
