/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* More cells than this in a row, and the others are left out: Excel has no more columns either. */
#define PLX_DELIMITED_MAX_CELLS 16384

/* A row of more bytes is none that a person made. */
#define PLX_DELIMITED_MAX_ROW (16 * 1024 * 1024)

/**
 * PlxDialect:
 * @delimiter: what stands between two cells
 * @backslash: whether a backslash before a quotation mark makes it a part of the text
 * @skip_lines: lines before the first row that are none: `sep=;`
 *
 * How a file with rows of cells is written.
 */
typedef struct
{
  char     delimiter;
  gboolean backslash;
  guint    skip_lines;
} PlxDialect;

/**
 * PlxDelimitedStep:
 * @PLX_DELIMITED_ROW: there is a row
 * @PLX_DELIMITED_TOO_LARGE: the row is too large, and is skipped
 * @PLX_DELIMITED_OPEN_QUOTE: a quotation mark opens in the row and never closes; the row is
 *   skipped, and reading goes on with the line after its first
 * @PLX_DELIMITED_END: there are no more rows
 * @PLX_DELIMITED_FAILED: the system does not let us read on
 *
 * What came of looking for the next row.
 */
typedef enum
{
  PLX_DELIMITED_ROW,
  PLX_DELIMITED_TOO_LARGE,
  PLX_DELIMITED_OPEN_QUOTE,
  PLX_DELIMITED_END,
  PLX_DELIMITED_FAILED,
} PlxDelimitedStep;

typedef struct _PlxDelimited PlxDelimited;

PlxDelimited     *plx_delimited_new        (GInputStream      *stream,
                                            const PlxDialect  *dialect,
                                            GCancellable      *cancellable);
void              plx_delimited_free       (PlxDelimited      *self);
PlxDelimitedStep  plx_delimited_next       (PlxDelimited      *self,
                                            GError           **error);
guint             plx_delimited_get_n      (PlxDelimited      *self);
const char       *plx_delimited_get        (PlxDelimited      *self,
                                            guint              index);
gboolean          plx_delimited_has_quotes (PlxDelimited      *self);
gboolean          plx_delimited_at_end     (PlxDelimited      *self);
guint64           plx_delimited_get_row    (PlxDelimited      *self);

gboolean          plx_dialect_guess        (const char        *text,
                                            gsize              length,
                                            gboolean           whole,
                                            PlxDialect        *dialect);
gboolean          plx_dialect_has_header   (char             **first,
                                            GPtrArray         *rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxDelimited, plx_delimited_free)

G_END_DECLS
