/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlxClip:
 * @files: (nullable): (element-type GFile): the files that were copied
 * @bytes: (nullable): else the page or text that was copied
 * @address: (nullable): where it was copied from, if the browser tells
 * @link: (nullable): else the address of a page: all that there is of it
 *
 * What was copied or dropped that can be an article.
 */
typedef struct
{
  GPtrArray *files;
  GBytes    *bytes;
  char      *address;
  char      *link;
} PlxClip;

void     plx_clip_free             (PlxClip             *clip);

void     plx_clipboard_read_async  (gpointer             source,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
PlxClip *plx_clipboard_read_finish (GAsyncResult        *result,
                                    GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxClip, plx_clip_free)

G_END_DECLS
