/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/plx-reading.h"

G_BEGIN_DECLS

/**
 * PlxSource:
 * @bytes: the file as it is
 * @name: its name, for people
 * @address: (nullable): where it was taken from
 *
 * What a reader is given.
 */
typedef struct
{
  GBytes     *bytes;
  const char *name;
  const char *address;
} PlxSource;

/**
 * PlxReader:
 * @format: what it is called in a document
 * @accepts: whether a file of these first bytes is for it
 * @read: makes a document, or says why it can't
 *
 * One way to read a file. Readers are asked in turn, and the first that accepts a file reads it.
 */
typedef struct
{
  const char   *format;
  gboolean     (*accepts) (const guint8 *data,
                           gsize         length);
  PlxDocument *(*read)    (const PlxSource  *source,
                           GError          **error);
} PlxReader;

extern const PlxReader plx_reader_html;
extern const PlxReader plx_reader_text;

PlxDocument *plx_reader_finish (PlxDocument  *document,
                                GPtrArray    *drafts,
                                const char   *name,
                                GError      **error);

G_END_DECLS
