/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sheet/plx-sheet-sections.h"

G_BEGIN_DECLS

/* Each section in a file of its own. */

extern const PlxSheetSection plx_sheet_section_articles;
extern const PlxSheetSection plx_sheet_section_claims;
extern const PlxSheetSection plx_sheet_section_countries;
extern const PlxSheetSection plx_sheet_section_cover;
extern const PlxSheetSection plx_sheet_section_differences;
extern const PlxSheetSection plx_sheet_section_graph;
extern const PlxSheetSection plx_sheet_section_notes;
extern const PlxSheetSection plx_sheet_section_pair;
extern const PlxSheetSection plx_sheet_section_statements;
extern const PlxSheetSection plx_sheet_section_summary;

G_END_DECLS
