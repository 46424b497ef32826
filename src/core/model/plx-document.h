/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-country-counts.h"
#include "model/plx-provenance.h"
#include "model/plx-values.h"

G_BEGIN_DECLS

/* Before where a value was found that the user has chosen among several. */
#define PLX_FOUND_CHOSEN "user: "

#define PLX_TYPE_DOCUMENT (plx_document_get_type ())

/**
 * PlxBlockSpan:
 * @start: first byte in the document's text
 * @end: the byte after the last
 * @role: what the block is
 * @reason: why it is cut, or `PLX_CUT_NONE`
 * @kept: whether it belongs to the article
 * @place: (nullable): where it stood in the page, in the manner of CSS (`aside.newsletter > p`);
 *   the document's own
 * @decider: who decided whether it is kept
 * @found_role: its role as it was read, where @decider is not the reader
 * @found_reason: why it was cut as it was read, where @decider is not the reader
 *
 * A paragraph, heading, caption or piece of page chrome.
 */
typedef struct
{
  guint32      start;
  guint32      end;
  PlxRole      role;
  PlxCutReason reason;
  gboolean     kept;
  const char  *place;
  PlxDecider   decider;
  PlxRole      found_role;
  PlxCutReason found_reason;
} PlxBlockSpan;

/**
 * PlxOtherValue:
 * @field: a field of the metadata
 * @value: what it is said to be
 * @found: where: `og:title`, `text`
 *
 * What one place says of a field.
 */
typedef struct
{
  PlxField  field;
  char     *value;
  char     *found;
} PlxOtherValue;

/**
 * PlxDocument:
 * @source: (nullable): the name of the file it came from
 * @format: how it was read: `text`, `html`, `pdf` …
 * @text: the blocks' texts, a blank line between them, in UTF-8
 * @fields: (nullable): the metadata, by [enum@Field]
 * @found: (nullable): where each of @fields was found
 * @blocks: (element-type PlxBlockSpan): the blocks in order
 * @others: (element-type PlxOtherValue): what other places say of a field that is not what
 *   @fields says
 * @places: (nullable): the strings of the blocks' places
 * @provenance: (nullable): what it was read from and when it came in, where that is known
 * @countries: (nullable): which countries its kept text mentions, where somebody has counted them
 *   on the way into the library; a copy has none, since its text may be another
 *
 * An article as it was read: its whole text, cut into blocks, and its metadata.
 *
 * A document is filled by whoever makes it and is never changed once a second
 * holder has a reference; to change one, copy it. So it can go to any thread.
 */
typedef struct
{
  char             *source;
  char             *format;
  GString          *text;
  char             *fields[PLX_N_FIELDS];
  char             *found[PLX_N_FIELDS];
  GArray           *blocks;
  GArray           *others;
  GStringChunk     *places;
  PlxProvenance    *provenance;
  PlxCountryCounts *countries;
} PlxDocument;

GType        plx_document_get_type       (void);

PlxDocument *plx_document_new            (const char  *source,
                                          const char  *format);
PlxDocument *plx_document_copy           (PlxDocument *self);
PlxDocument *plx_document_ref            (PlxDocument *self);
void         plx_document_unref          (PlxDocument *self);

void         plx_document_append         (PlxDocument  *self,
                                          const char   *text,
                                          gssize        length,
                                          PlxRole       role,
                                          PlxCutReason  reason);
void         plx_document_set_field      (PlxDocument *self,
                                          PlxField     field,
                                          const char  *value,
                                          const char  *found);
void         plx_document_set_place      (PlxDocument *self,
                                          guint        block,
                                          const char  *place);
void         plx_document_decide         (PlxDocument *self,
                                          guint        block,
                                          PlxDecider   decider,
                                          gboolean     kept);
void         plx_document_add_other      (PlxDocument *self,
                                          PlxField     field,
                                          const char  *value,
                                          const char  *found);
void         plx_document_drop_others    (PlxDocument *self,
                                          PlxField     field);
void         plx_document_set_provenance (PlxDocument   *self,
                                          PlxProvenance *provenance);
void         plx_document_set_countries  (PlxDocument      *self,
                                          PlxCountryCounts *countries);
void         plx_document_choose         (PlxDocument *self,
                                          PlxField     field,
                                          const char  *value);

guint               plx_document_get_n_blocks (PlxDocument *self);
const PlxBlockSpan *plx_document_get_block    (PlxDocument *self,
                                               guint        index);
char               *plx_document_dup_block    (PlxDocument *self,
                                               guint        index);

const char  *plx_document_get_title      (PlxDocument *self);
PlxDay       plx_document_get_day        (PlxDocument *self);
char        *plx_document_dup_digest     (PlxDocument *self);
PlxField     plx_document_get_source_field (PlxDocument *self);
char        *plx_document_dup_source     (PlxDocument *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxDocument, plx_document_unref)

G_END_DECLS
