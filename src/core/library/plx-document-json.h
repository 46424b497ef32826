/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-document.h"

G_BEGIN_DECLS

/**
 * PlxDocumentColumns:
 * @source: (nullable): the name of the file
 * @format: (nullable): how it was read
 * @found: (nullable): where fields were found, in JSON
 * @blocks: (nullable): the blocks, in JSON
 * @text: (nullable): the text
 * @others: (nullable): what other places say of fields, in JSON
 * @fields: the fields, by [enum@Field]
 *
 * What is kept of a document. Of the nullable ones only @source and @others may be missing.
 */
typedef struct
{
  const char *source;
  const char *format;
  const char *found;
  const char *blocks;
  const char *text;
  const char *others;
  const char *fields[PLX_N_FIELDS];
} PlxDocumentColumns;

char        *plx_document_dup_blocks   (PlxDocument              *document);
char        *plx_document_dup_found    (PlxDocument              *document);
char        *plx_document_dup_others   (PlxDocument              *document);
PlxDocument *plx_document_from_columns (const PlxDocumentColumns *columns);

G_END_DECLS
