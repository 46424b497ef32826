/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plx-cli-story.h"

G_BEGIN_DECLS

/* What was asked of `sheet`; all strings may be NULL. */
typedef struct
{
  PlxCliSource  source;
  char         *output;
  char         *format;
  char         *table;
  char         *plan;
  char         *title;
  char         *sections;
  char         *paper;
  char         *margin;
  char         *font_size;
  char         *relation;
  char         *as_of;
  gboolean      landscape;
  gboolean      sample;
} PlxCliSheetArguments;

/* plx-cli-sheet-plan.c */
PlxSheetPlan *plx_cli_sheet_make_plan (const PlxCliSheetArguments  *arguments,
                                       PlxBundle                   *bundle,
                                       GError                     **error);
gboolean      plx_cli_sheet_apply     (const PlxCliSheetArguments  *arguments,
                                       PlxSheetPlan                *plan);

G_END_DECLS
