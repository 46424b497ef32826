/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLX_TYPE_SHEET_PLAN (plx_sheet_plan_get_type ())

/**
 * PlxSheetPaper:
 * @PLX_PAPER_A4: 210 × 297 mm
 * @PLX_PAPER_LETTER: 8½ × 11 in
 * @PLX_PAPER_A5: 148 × 210 mm
 */
typedef enum
{
  PLX_PAPER_A4,
  PLX_PAPER_LETTER,
  PLX_PAPER_A5,
} PlxSheetPaper;

#define PLX_N_PAPERS (PLX_PAPER_A5 + 1)

/* Bounds of what can be asked for, in points. */
#define PLX_SHEET_MIN_MARGIN 14.0
#define PLX_SHEET_MAX_MARGIN 113.0
#define PLX_SHEET_MIN_FONT 6.0
#define PLX_SHEET_MAX_FONT 18.0

/**
 * PlxSheetPart:
 * @id: of a section, see plx-sheet-sections.h
 * @is_shown: whether it is printed
 */
typedef struct
{
  char     *id;
  gboolean  is_shown;
} PlxSheetPart;

/**
 * PlxSheetPlan:
 * @title: (nullable): what stands on top, or `NULL` for the title of the story
 * @parts: (element-type PlxSheetPart): the sections in the order in which they are printed, each
 *   once; those that it does not name are not printed
 * @paper: the paper
 * @is_landscape: whether it lies on its long side
 * @margin: on all sides, in points
 * @font_size: of the text, in points
 * @pair: (array fixed-size=2): (nullable): digests of the two articles that are laid side by side,
 *   see plx_document_dup_digest(); `NULL` takes the first ones
 * @articles: (nullable): digests of the articles that are printed in full; ends with `NULL`;
 *   `NULL` means all
 * @hidden_columns: (nullable): digests of the articles that have no column in the matrix; ends with
 *   `NULL`
 *
 * What the user composes: which sections in which order, on which paper.
 *
 * It is filled by its only holder and not changed once a second one has a reference. It is kept
 * with a story as JSON.
 */
typedef struct
{
  char           *title;
  GArray         *parts;
  PlxSheetPaper   paper;
  gboolean        is_landscape;
  double          margin;
  double          font_size;
  char           *pair[2];
  char          **articles;
  char          **hidden_columns;
} PlxSheetPlan;

GType         plx_sheet_plan_get_type      (void);
PlxSheetPlan *plx_sheet_plan_new           (void);
PlxSheetPlan *plx_sheet_plan_copy          (const PlxSheetPlan *self);
PlxSheetPlan *plx_sheet_plan_ref           (PlxSheetPlan       *self);
void          plx_sheet_plan_unref         (PlxSheetPlan       *self);
gboolean      plx_sheet_plan_equal         (const PlxSheetPlan *self,
                                            const PlxSheetPlan *other);

void          plx_sheet_plan_set_part      (PlxSheetPlan       *self,
                                            const char         *id,
                                            gboolean            is_shown);
void          plx_sheet_plan_move_part     (PlxSheetPlan       *self,
                                            const char         *id,
                                            guint               place);
gboolean      plx_sheet_plan_shows         (const PlxSheetPlan *self,
                                            const char         *id);
void          plx_sheet_plan_get_page_size (const PlxSheetPlan *self,
                                            double             *width,
                                            double             *height);

const char   *plx_sheet_paper_get_id       (PlxSheetPaper       paper);
gboolean      plx_sheet_paper_from_id      (const char         *id,
                                            PlxSheetPaper      *paper);

char         *plx_sheet_plan_to_json       (const PlxSheetPlan *self);
PlxSheetPlan *plx_sheet_plan_from_json     (const char         *json,
                                            gssize              length,
                                            GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSheetPlan, plx_sheet_plan_unref)

G_END_DECLS
