/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/plx-reading.h"

G_BEGIN_DECLS

/**
 * PlxSource:
 * @stream: the file's content, from its start; it is read once. Where it is a [iface@Gio.Seekable]
 *   that can seek, a reader may do so.
 * @size: how many bytes it has, or -1 where that is not known
 * @name: its name, for people; of a part of a file, the file's name and the part's:
 *   `mail.eml › page.html`
 * @address: (nullable): where it was taken from
 * @options: what the user chose
 * @cancellable: (nullable): stops the reader
 * @depth: how many files it lies within: 0 for a file on the disk, 1 for a page in an archive …
 * @keeper: (nullable): the batch that holds what is read from it, where originals are kept
 *
 * What a reader is given.
 */
typedef struct
{
  GInputStream            *stream;
  goffset                  size;
  const char              *name;
  const char              *address;
  const PlxReadingOptions *options;
  GCancellable            *cancellable;
  guint                    depth;
  PlxReadingBatch         *keeper;
} PlxSource;

/**
 * PlxReader:
 * @format: what it is called in a document
 * @accepts: whether a file of these first bytes is for it
 * @read: adds the file's articles to the batch, and its parts that can't be read to the batch's
 *   failures; `FALSE` with an error where the file as a whole can't be read. To have added
 *   nothing at all without an error means that there is no text in it.
 *
 * One way to read a file. Readers are asked in turn, and the first that accepts a file reads it.
 * A reader keeps nothing between two files, and may run on several threads at once.
 */
typedef struct
{
  const char *format;
  gboolean  (*accepts) (const guint8 *data,
                        gsize         length);
  gboolean  (*read)    (const PlxSource  *source,
                        PlxReadingBatch  *batch,
                        GError          **error);
} PlxReader;

extern const PlxReader plx_reader_archive;
extern const PlxReader plx_reader_csv;
extern const PlxReader plx_reader_feed;
extern const PlxReader plx_reader_html;
extern const PlxReader plx_reader_json;
extern const PlxReader plx_reader_mail;
extern const PlxReader plx_reader_markdown;
extern const PlxReader plx_reader_mhtml;
extern const PlxReader plx_reader_ole;
extern const PlxReader plx_reader_packed;
extern const PlxReader plx_reader_pdf;
extern const PlxReader plx_reader_rtf;
extern const PlxReader plx_reader_text;
extern const PlxReader plx_reader_warc;

const PlxReader *plx_source_find_reader (const guint8 *data,
                                         gsize         length);
GBytes      *plx_source_load       (const PlxSource  *source,
                                    gsize             max_bytes,
                                    GError          **error);
void         plx_source_read_part  (const PlxSource  *source,
                                    PlxReadingBatch  *batch,
                                    GInputStream     *stream,
                                    goffset           size,
                                    const char       *name,
                                    const char       *address);
void         plx_source_read_bytes (const PlxSource  *source,
                                    PlxReadingBatch  *batch,
                                    GBytes           *bytes,
                                    const char       *name,
                                    const char       *address);
gboolean     plx_source_dispatch   (const PlxSource  *source,
                                    PlxReadingBatch  *batch,
                                    GError          **error);

/* plx-originals.c */
void           plx_source_keep      (const PlxSource  *source,
                                     GBytes           *bytes,
                                     gboolean          is_record);
gboolean       plx_source_is_kept   (const PlxSource  *source);
GInputStream  *plx_source_hold      (const PlxSource  *source,
                                     gsize             max_bytes,
                                     GError          **error);

/* A table or a mailbox up to this size is kept whole; of a larger one, the record that an article
 * was read from. */
#define PLX_KEPT_WHOLE_BYTES (4 * 1024 * 1024)

/* What is larger than that is not kept. */
#define PLX_KEPT_MAX_BYTES (64 * 1024 * 1024)

struct _PlxHeld *plx_reading_batch_begin_held (PlxReadingBatch  *self);
void             plx_reading_batch_end_held   (PlxReadingBatch  *self,
                                               struct _PlxHeld  *before);
void             plx_reading_batch_give_held  (PlxReadingBatch  *self,
                                               PlxDocument      *document);

void         plx_reading_set_system_error (const char    *name,
                                           const GError  *system,
                                           GError       **error);

void         plx_reading_batch_settle (PlxReadingBatch *self);
void         plx_reading_batch_watch (PlxReadingBatch  *self,
                                      GInputStream     *stream);

PlxDocument *plx_reader_finish     (PlxDocument  *document,
                                    GPtrArray    *drafts,
                                    const char   *name,
                                    GError      **error);

GPtrArray   *plx_text_split         (const char       *text);
gboolean     plx_reader_finish_text (const PlxSource  *source,
                                     PlxReadingBatch  *batch,
                                     PlxDocument      *document,
                                     GPtrArray        *drafts,
                                     GError          **error);

G_END_DECLS
