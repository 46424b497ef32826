/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sheet/plx-sheet-content.h"

G_BEGIN_DECLS

/**
 * PlxSheetRun:
 * @start: where it begins in the text
 * @length: its bytes; 0 for a citation
 * @dresses: a bit (1 << [enum@Dress]) for each dress that it has
 * @target: (nullable): where it leads
 * @article: of a citation: the article, by its place
 * @paragraph: of a citation: the paragraph, from 1, or 0
 *
 * A stretch of a text that is the same all along.
 */
typedef struct
{
  const char *start;
  gsize       length;
  guint       dresses;
  const char *target;
  guint       article;
  guint       paragraph;
} PlxSheetRun;

GArray   *plx_sheet_text_list_runs    (const PlxSheetText  *text);
gboolean  plx_sheet_run_has           (const PlxSheetRun   *self,
                                       PlxDress             dress);

char     *plx_sheet_form_dup_language (PlxSheetContent     *content);
gboolean  plx_sheet_form_is_rtl       (const char          *text);
gboolean  plx_sheet_form_is_rtl_language (const char       *language);
gboolean  plx_sheet_form_is_safe_target (const char        *target);

void      plx_sheet_form_append_xml   (GString             *out,
                                       const char          *text,
                                       gsize                length);

GBytes   *plx_sheet_figure_to_svg     (const PlxSheetFigure *figure,
                                       double                width);
GBytes   *plx_sheet_figure_to_png     (const PlxSheetFigure *figure,
                                       double                width,
                                       double                scale);

G_END_DECLS
