/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/plx-analysis.h"

G_BEGIN_DECLS

#define PLX_TYPE_RECORD (plx_record_get_type ())

G_DECLARE_DERIVABLE_TYPE (PlxRecord, plx_record, PLX, RECORD, GObject)

struct _PlxRecordClass
{
  GObjectClass parent_class;
};

PlxAnalysis *plx_record_get_analysis (PlxRecord *self);
guint        plx_record_get_group    (PlxRecord *self);
guint        plx_record_get_index    (PlxRecord *self);

#define PLX_TYPE_RECORD_LIST (plx_record_list_get_type ())

G_DECLARE_FINAL_TYPE (PlxRecordList, plx_record_list, PLX, RECORD_LIST, GObject)

GListModel  *plx_record_list_new     (GType          item_type,
                                      PlxAnalysis   *analysis,
                                      guint          group,
                                      const guint32 *indices,
                                      guint          n_indices);
GListModel  *plx_record_list_new_all (GType          item_type,
                                      PlxAnalysis   *analysis,
                                      guint          group,
                                      guint          n);

G_END_DECLS
