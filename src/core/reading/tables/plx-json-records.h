/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A record of more bytes is none that a person made. */
#define PLX_JSON_MAX_RECORD (16 * 1024 * 1024)

/* An object that has all records in one of its members is read as a whole. */
#define PLX_JSON_MAX_WHOLE (256 * 1024 * 1024)

/* Values within values, deeper than any program writes them. */
#define PLX_JSON_MAX_DEPTH 64

/**
 * PlxJsonStep:
 * @PLX_JSON_RECORD: there is a record
 * @PLX_JSON_TOO_LARGE: the record is too large, and is skipped
 * @PLX_JSON_TOO_DEEP: values lie within values beyond all measure; the record is skipped
 * @PLX_JSON_DAMAGED: the record is no valid JSON, or is broken off; it is skipped
 * @PLX_JSON_END: there are no more records
 * @PLX_JSON_FAILED: the system does not let us read on
 *
 * What came of looking for the next record.
 */
typedef enum
{
  PLX_JSON_RECORD,
  PLX_JSON_TOO_LARGE,
  PLX_JSON_TOO_DEEP,
  PLX_JSON_DAMAGED,
  PLX_JSON_END,
  PLX_JSON_FAILED,
} PlxJsonStep;

typedef struct _PlxJsonRecords PlxJsonRecords;

gboolean        plx_json_looks_so          (const char      *text,
                                            gsize            length);

PlxJsonRecords *plx_json_records_new       (GInputStream    *stream,
                                            GCancellable    *cancellable);
void            plx_json_records_free      (PlxJsonRecords  *self);
PlxJsonStep     plx_json_records_next       (PlxJsonRecords  *self,
                                             GError         **error);
void            plx_json_records_rewind     (PlxJsonRecords  *self);
const char     *plx_json_records_get        (PlxJsonRecords  *self,
                                             gsize           *length);
gboolean        plx_json_records_is_last    (PlxJsonRecords  *self);
guint64         plx_json_records_get_number (PlxJsonRecords  *self,
                                             gboolean        *is_line);

gboolean        plx_json_find_array         (const char      *text,
                                             gsize            length,
                                             gsize           *start,
                                             gsize           *end);
GBytes         *plx_json_list_members       (const char      *text,
                                             gsize            length);
GBytes         *plx_json_turn_columns       (const char      *text,
                                             gsize            length);
gboolean        plx_json_flatten            (const char      *text,
                                             gsize            length,
                                             GPtrArray       *names,
                                             GPtrArray       *values);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxJsonRecords, plx_json_records_free)

G_END_DECLS
