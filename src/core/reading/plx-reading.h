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
 * @PLX_READING_ERROR_TOO_LARGE: longer than any article
 * @PLX_READING_ERROR_ENCODING: its bytes are not text in the encoding that it claims
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
} PlxReadingError;

#define PLX_READING_ERROR (plx_reading_error_quark ())
GQuark      plx_reading_error_quark    (void);
const char *plx_reading_error_to_nick  (const GError *error);

/* A file of more bytes is no article. */
#define PLX_READING_MAX_BYTES (16 * 1024 * 1024)

PlxDocument *plx_reading_read_file  (GFile         *file,
                                     GCancellable  *cancellable,
                                     GError       **error);
PlxDocument *plx_reading_read_bytes (GBytes        *bytes,
                                     const char    *name,
                                     const char    *address,
                                     GError       **error);

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
 */
typedef struct
{
  GPtrArray *documents;
  GPtrArray *failures;
} PlxReadingBatch;

void             plx_reading_batch_free        (PlxReadingBatch *self);

void             plx_reading_read_files_async  (GPtrArray           *files,
                                                GFileProgressCallback progress,
                                                gpointer             progress_data,
                                                GCancellable        *cancellable,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
PlxReadingBatch *plx_reading_read_files_finish (GAsyncResult  *result,
                                                GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxReadingBatch, plx_reading_batch_free)

G_END_DECLS
