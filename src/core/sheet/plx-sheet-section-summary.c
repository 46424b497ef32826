/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-sections-private.h"

#include <glib/gi18n-lib.h>

#include "sheet/plx-sheet-marks.h"
#include "sheet/plx-sheet-summary.h"

/* So many lines under a heading stand on its page: none begins with a single one at its foot. */
#define LINES_TOGETHER 3

static gpointer
prepare (PlxSheetMatter *matter,
         PlxSheetPlan   *plan,
         GCancellable   *cancellable)
{
  g_autoptr (PlxSheetTelling) telling = plx_telling_new (matter, plan);

  return telling->tally->claims->len > 0 ? plx_sheet_summary_new (telling) : NULL;
}

static void
free_state (gpointer state)
{
  g_ptr_array_unref (state);
}

/* Some lines that belong together a part. */
static guint
count_parts (gpointer state)
{
  return ((GPtrArray *) state)->len;
}

static void
write_part (gpointer        state,
            guint           part,
            PlxSheetWriter *writer)
{
  const PlxSheetGist *gist = g_ptr_array_index ((GPtrArray *) state, part);

  plx_sheet_writer_begin_group (writer);
  if (part == 0)
    plx_sheet_writer_head (writer, 1, _("Summary"), NULL);
  if (gist->title != NULL)
    plx_sheet_writer_head (writer, 3, gist->title, NULL);

  for (guint i = 0; i < gist->lines->len; i++)
    {
      g_autoptr (PlxSheetText) text = plx_marks_read (g_ptr_array_index (gist->lines, i));

      plx_sheet_writer_list_item (writer, "•", text, NULL);
      if (i + 1 == MIN (gist->lines->len, LINES_TOGETHER))
        plx_sheet_writer_end_group (writer);
    }
  if (gist->lines->len == 0)
    plx_sheet_writer_end_group (writer);
}

const PlxSheetSection plx_sheet_section_summary = {
  .id = "summary",
  .title = N_("Summary"),
  .is_usual = TRUE,
  .prepare = prepare,
  .count_parts = count_parts,
  .write_part = write_part,
  .free_state = free_state,
};
