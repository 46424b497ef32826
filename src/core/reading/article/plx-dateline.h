/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/article/plx-dates.h"

G_BEGIN_DECLS

/**
 * PlxDateline:
 * @text: place and day as they are written: `PRETORIA, June 14`
 * @agencies: (element-type utf8): the agencies in its brackets, as static strings
 * @has_day: whether it tells the day
 * @day: the day; its year is 0 where none is given
 *
 * What stands before the first sentence of a report.
 */
typedef struct
{
  char       *text;
  GPtrArray  *agencies;
  gboolean    has_day;
  PlxDateFind day;
} PlxDateline;

PlxDateline *plx_dateline_read (const char  *text);
void         plx_dateline_free (PlxDateline *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxDateline, plx_dateline_free)

G_END_DECLS
