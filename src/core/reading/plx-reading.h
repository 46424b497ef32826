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

/**
 * PlxReadingOptions:
 * @columns: (nullable) (element-type PlxColumns): which columns of a table hold what, as the user
 *   chose; used for the tables with just these columns, guessed for others
 *
 * What the user chose for reading.
 */
typedef struct
{
  GPtrArray *columns;
} PlxReadingOptions;

/**
 * PlxReadingFailure:
 * @name: the file's name, for people
 * @error: why it did not come in
 */
typedef struct
{
  char   *name;
  GError *error;
} PlxReadingFailure;

/**
 * PlxReadingBatch:
 * @documents: (element-type PlxDocument): the articles that came in, in the order of the files
 * @failures: (element-type PlxReadingFailure): the files that did not
 *
 * What came of reading. One file may hold many articles.
 */
typedef struct
{
  GPtrArray *documents;
  GPtrArray *failures;
} PlxReadingBatch;

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

void             plx_reading_read_files_async  (GPtrArray               *files,
                                                const PlxReadingOptions *options,
                                                GFileProgressCallback    progress,
                                                gpointer                 progress_data,
                                                GCancellable            *cancellable,
                                                GAsyncReadyCallback      callback,
                                                gpointer                 user_data);
PlxReadingBatch *plx_reading_read_files_finish (GAsyncResult  *result,
                                                GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxReadingBatch, plx_reading_batch_free)

G_END_DECLS
