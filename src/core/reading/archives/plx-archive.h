/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/plx-reader.h"

G_BEGIN_DECLS

/**
 * PlxArchiveForm:
 * @PLX_ARCHIVE_FILES: many files in one: ZIP, 7z, TAR
 * @PLX_ARCHIVE_PACKED: compressed as a whole: gzip, bzip2, XZ, Zstandard; there may be a TAR in it
 *
 * What kind of archive is expected.
 */
typedef enum
{
  PLX_ARCHIVE_FILES,
  PLX_ARCHIVE_PACKED,
} PlxArchiveForm;

/**
 * PlxArchiveEntry:
 * @name: its name with its folders, in UTF-8; the archive's own until the next entry
 * @size: how many bytes it says to have, or -1 where it does not say
 * @is_whole: whether it is no file in an archive but all that a compressed file holds
 * @is_unsafe: whether its name points out of the archive, or is none
 * @is_encrypted: whether it opens only with a password
 *
 * A file in an archive.
 */
typedef struct
{
  const char *name;
  goffset     size;
  gboolean    is_whole;
  gboolean    is_unsafe;
  gboolean    is_encrypted;
} PlxArchiveEntry;

typedef struct _PlxArchive PlxArchive;

PlxArchive   *plx_archive_open       (const PlxSource  *source,
                                      PlxArchiveForm    form,
                                      GError          **error);
gboolean      plx_archive_rewind     (PlxArchive       *self,
                                      GError          **error);
gboolean      plx_archive_next       (PlxArchive       *self,
                                      PlxArchiveEntry  *entry,
                                      GError          **error);
guint         plx_archive_get_n_links (PlxArchive      *self);
void          plx_archive_hold       (PlxArchive       *self);
gboolean      plx_archive_find       (PlxArchive       *self,
                                      const char       *name,
                                      GError          **error);
GBytes       *plx_archive_load       (PlxArchive       *self,
                                      gsize             max_bytes,
                                      GError          **error);
GInputStream *plx_archive_get_stream (PlxArchive       *self);
void          plx_archive_free       (PlxArchive       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxArchive, plx_archive_free)

G_END_DECLS
