/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sheet/plx-sheet-composer.h"
#include "sheet/plx-sheet-foot.h"
#include "sheet/plx-sheet-job-bar.h"
#include "sheet/plx-sheet-plans.h"
#include "sheet/plx-sheet-preview.h"
#include "sheet/plx-sheet-view.h"

G_BEGIN_DECLS

/* What plx-sheet-view.c, which is the view, and plx-sheet-view-output.c, which prints and saves,
 * know of each other. */

struct _PlxSheetView
{
  AdwBin               parent_instance;

  PlxSession          *session;        /* nullable while the window is being built */
  PlxSheetPlans       *plans;          /* nullable as the session is */
  GSignalGroup        *sheet_group;
  GCancellable        *cancellable;    /* nullable: of the sheet, until all its pages are counted */
  guint                pause;          /* source, or 0 */
  gboolean             stale;          /* whether what is shown is to be made anew */
  char                *waiting;        /* (nullable): the action that waits for a sheet */
  GVariant            *waiting_target; /* nullable */
  PlxSheetJob         *job;            /* nullable: what is under way */
  GtkPrintSettings    *print_settings; /* nullable until something is printed */

  GtkStack            *stack;
  AdwStatusPage       *error_page;
  AdwToastOverlay     *toasts;
  AdwBanner           *banner;
  PlxSheetPreview     *preview;
  PlxSheetFoot        *foot;
  PlxSheetComposer    *composer;
  PlxSheetJobBar      *job_bar;
};

void     plx_sheet_view_update_actions (PlxSheetView *self);
gboolean plx_sheet_view_wait           (PlxSheetView *self,
                                        const char   *action_name,
                                        GVariant     *target);

void     plx_sheet_view_print_cb       (GtkWidget    *widget,
                                        const char   *action_name,
                                        GVariant     *parameter);
void     plx_sheet_view_save_cb        (GtkWidget    *widget,
                                        const char   *action_name,
                                        GVariant     *parameter);

G_END_DECLS
