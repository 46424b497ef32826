/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/plx-document.h"

G_BEGIN_DECLS

/**
 * PlxReadingError:
 * @PLX_READING_ERROR_NOT_FOUND: there is no such file
 * @PLX_READING_ERROR_UNREADABLE: the system does not let us read it
 * @PLX_READING_ERROR_FOLDER: it is a folder, not a file
 * @PLX_READING_ERROR_EMPTY: there is no text in it
 * @PLX_READING_ERROR_NOT_TEXT: a picture, or something else that no reader knows
 * @PLX_READING_ERROR_TOO_LARGE: longer than any article, or grown beyond all measure when unpacked
 * @PLX_READING_ERROR_ENCODING: its bytes are not text in the encoding that it claims
 * @PLX_READING_ERROR_DAMAGED: it is broken off or its structure is wrong
 * @PLX_READING_ERROR_PASSWORD: it opens only with a password
 * @PLX_READING_ERROR_UNSAFE: a name in an archive points out of the archive
 * @PLX_READING_ERROR_TOO_DEEP: files within files, without end
 * @PLX_READING_ERROR_NO_TEXT: its pages are pictures of text
 * @PLX_READING_ERROR_UNSUPPORTED: this build of the program leaves its format out, or a form of
 *   it that we do not read
 *
 * Why a file does not come in. The command line prints the nick as `code`.
 */
typedef enum
{
  PLX_READING_ERROR_NOT_FOUND,
  PLX_READING_ERROR_UNREADABLE,
  PLX_READING_ERROR_FOLDER,
  PLX_READING_ERROR_EMPTY,
  PLX_READING_ERROR_NOT_TEXT,
  PLX_READING_ERROR_TOO_LARGE,
  PLX_READING_ERROR_ENCODING,
  PLX_READING_ERROR_DAMAGED,
  PLX_READING_ERROR_PASSWORD,
  PLX_READING_ERROR_UNSAFE,
  PLX_READING_ERROR_TOO_DEEP,
  PLX_READING_ERROR_NO_TEXT,
  PLX_READING_ERROR_UNSUPPORTED,
} PlxReadingError;

#define PLX_READING_ERROR (plx_reading_error_quark ())
GQuark      plx_reading_error_quark    (void);
const char *plx_reading_error_to_nick  (const GError *error);

/* A text of more bytes is no article. */
#define PLX_READING_MAX_BYTES (16 * 1024 * 1024)

/* A text of more paragraphs is none, either: a thick book has ten thousand. */
#define PLX_READING_MAX_BLOCKS 100000

/**
 * PlxReadingOptions:
 * @columns: (nullable) (element-type PlxColumns): which columns of a table hold what, as the user
 *   chose; used for the tables with just these columns, guessed for others
 * @keep_originals: whether the articles have with them the bytes that they were read from, for
 *   whoever takes them into a library
 *
 * What the user chose for reading.
 */
typedef struct
{
  GPtrArray *columns;
  gboolean   keep_originals;
} PlxReadingOptions;

/**
 * PlxReadingFailure:
 * @name: the file's name, for people
 * @folder: (nullable): where it was found, from the folder that the user named; `NULL` for a
 *   file that he named himself
 * @error: why it did not come in
 */
typedef struct
{
  char   *name;
  char   *folder;
  GError *error;
} PlxReadingFailure;

/**
 * PlxReadingProgress:
 * @n_found: how many files there are, or so far where @looking
 * @n_done: how many of them are read
 * @n_articles: how many articles came in so far
 * @fraction: how much of all is read, from 0 to 1
 * @looking: whether folders are still being looked through
 * @name: (nullable): the file that is being read
 * @articles: (element-type PlxReadingRow): the articles that came in since the last report
 *
 * How far reading has come.
 */
typedef struct
{
  guint      n_found;
  guint      n_done;
  guint      n_articles;
  double     fraction;
  gboolean   looking;
  char      *name;
  GPtrArray *articles;
} PlxReadingProgress;

/**
 * PlxReadingRow:
 * @title: its headline, or what else it is called
 * @outlet: (nullable): who published it
 *
 * An article that came in, while more is being read.
 */
typedef struct
{
  char *title;
  char *outlet;
} PlxReadingRow;

typedef void (*PlxReadingProgressFunc) (const PlxReadingProgress *progress,
                                        gpointer                  user_data);

typedef struct _PlxReadingBatch PlxReadingBatch;

/**
 * PlxReadingTaker:
 * @batch: the batch that is being read
 * @document: (nullable) (transfer none): an article, or
 * @failure: (nullable) (transfer none): a file that did not come in
 *
 * Gets what is read while it is being read, on the thread that reads.
 */
typedef void (*PlxReadingTaker) (PlxReadingBatch         *batch,
                                 PlxDocument             *document,
                                 const PlxReadingFailure *failure,
                                 gpointer                 user_data);

/**
 * PlxReadingBatch:
 * @documents: (element-type PlxDocument): the articles that came in, in the order of the files
 * @failures: (element-type PlxReadingFailure): the files that did not
 * @n_documents: how many articles came in, whether they are still in @documents or not
 * @n_failures: how many files did not
 * @n_same: how many articles came a second time and were left out
 * @n_others: how many pictures and other files without text were passed over in folders
 * @n_links: how many links in folders were not followed
 * @n_settled: how many of @documents nobody will change any more
 * @taker: (nullable): gets the articles and failures, which then leave @documents and @failures,
 *   so that a long batch takes no more memory than a short one
 * @taker_data: for @taker
 * @held: (nullable): what the articles are read from that are added now
 * @run: (nullable): belongs to plx_reading_batch_read_files()
 *
 * What came of reading. One file may hold many articles.
 */
struct _PlxReadingBatch
{
  GPtrArray                  *documents;
  GPtrArray                  *failures;
  guint                       n_documents;
  guint                       n_failures;
  guint                       n_same;
  guint                       n_others;
  guint                       n_links;
  guint                       n_settled;
  PlxReadingTaker             taker;
  gpointer                    taker_data;
  struct _PlxHeld            *held;
  struct _PlxReadingBatchRun *run;
};

PlxReadingBatch *plx_reading_batch_new         (void);
void             plx_reading_batch_free        (PlxReadingBatch *self);
void             plx_reading_batch_add         (PlxReadingBatch *self,
                                                PlxDocument     *document);
void             plx_reading_batch_fail        (PlxReadingBatch *self,
                                                const char      *name,
                                                GError          *error);
void             plx_reading_batch_read_file   (PlxReadingBatch         *self,
                                                GFile                   *file,
                                                const PlxReadingOptions *options,
                                                GCancellable            *cancellable);
void             plx_reading_batch_read_bytes  (PlxReadingBatch         *self,
                                                GBytes                  *bytes,
                                                const char              *name,
                                                const char              *address,
                                                const PlxReadingOptions *options,
                                                GCancellable            *cancellable);
PlxDocument     *plx_reading_batch_take_one    (PlxReadingBatch  *self,
                                                GError          **error);

PlxDocument *plx_reading_read_file  (GFile         *file,
                                     GCancellable  *cancellable,
                                     GError       **error);
PlxDocument *plx_reading_read_bytes (GBytes        *bytes,
                                     const char    *name,
                                     const char    *address,
                                     GError       **error);

GFile           *plx_reading_batch_get_file    (PlxReadingBatch         *self);
void             plx_reading_batch_read_files  (PlxReadingBatch         *self,
                                                GPtrArray               *files,
                                                const PlxReadingOptions *options,
                                                PlxReadingProgressFunc   progress,
                                                gpointer                 progress_data,
                                                GCancellable            *cancellable);
void             plx_reading_read_files_async  (GPtrArray               *files,
                                                const PlxReadingOptions *options,
                                                PlxReadingProgressFunc   progress,
                                                gpointer                 progress_data,
                                                GCancellable            *cancellable,
                                                GAsyncReadyCallback      callback,
                                                gpointer                 user_data);
PlxReadingBatch *plx_reading_read_files_finish (GAsyncResult  *result,
                                                GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxReadingBatch, plx_reading_batch_free)

G_END_DECLS
