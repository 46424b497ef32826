/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sheet/plx-sheet-matter.h"
#include "sheet/plx-sheet-plan.h"
#include "sheet/plx-sheet-writer.h"

G_BEGIN_DECLS

/**
 * PlxSheetSection:
 * @id: what plans call it, and what links to it lead to
 * @title: what users call it, to be translated
 * @is_usual: whether a new plan shows it
 * @prepare: gathers once what all parts need; it may hold references to matter and plan, and
 *   nothing in it changes afterwards. It may be `NULL`ed where there is nothing to say
 * @count_parts: how many parts it has
 * @write_part: writes a part; it may be asked for any part, any number of times, from any thread,
 *   and always writes the same
 * @free_state: lets go what @prepare gave
 *
 * A section of a sheet.
 *
 * A part is small: a claim, a group of paragraphs, some twenty rows of a table. A writer with pages
 * asks for parts again when a page is drawn, so that it need not hold all of them.
 */
typedef struct
{
  const char *id;
  const char *title;
  gboolean    is_usual;
  gpointer  (*prepare)     (PlxSheetMatter *matter,
                            PlxSheetPlan   *plan,
                            GCancellable   *cancellable);
  guint     (*count_parts) (gpointer        state);
  void      (*write_part)  (gpointer        state,
                            guint           part,
                            PlxSheetWriter *writer);
  void      (*free_state)  (gpointer        state);
} PlxSheetSection;

guint                  plx_sheet_sections_get_n  (void);
const PlxSheetSection *plx_sheet_sections_get    (guint       index);
const PlxSheetSection *plx_sheet_sections_lookup (const char *id);

G_END_DECLS
