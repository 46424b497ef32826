/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-document.h"
#include "reading/archives/plx-archive.h"

G_BEGIN_DECLS

/**
 * PlxEpubItem:
 * @name: its name in the archive
 * @is_front: whether it says of itself that it is no part of the text: a cover, a table of contents
 * @content: (nullable): what is in it
 *
 * A page of an EPUB.
 */
typedef struct
{
  char     *name;
  gboolean  is_front;
  GBytes   *content;
} PlxEpubItem;

/**
 * PlxEpubPackage:
 * @items: (element-type PlxEpubItem): the pages in the order in which they are read
 * @is_periodical: whether it says that it is an issue of a newspaper, made of articles
 * @fields: (nullable): what the file says of itself, by [enum@Field]; the publisher as the outlet
 */
typedef struct
{
  GPtrArray *items;
  gboolean   is_periodical;
  char      *fields[PLX_N_FIELDS];
} PlxEpubPackage;

PlxEpubPackage *plx_epub_package_new  (PlxArchive      *archive,
                                       const PlxSource *source,
                                       GError         **error);
void            plx_epub_package_free (PlxEpubPackage  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxEpubPackage, plx_epub_package_free)

G_END_DECLS
