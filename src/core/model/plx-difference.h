/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-record.h"

G_BEGIN_DECLS

#define PLX_TYPE_DIFFERENCE (plx_difference_get_type ())

G_DECLARE_FINAL_TYPE (PlxDifference, plx_difference, PLX, DIFFERENCE, PlxRecord)

const PlxDifferenceRecord *plx_difference_get_record (PlxDifference *self);
GListModel                *plx_difference_list_new   (PlxAnalysis *analysis,
                                                      guint        claim);

G_END_DECLS
