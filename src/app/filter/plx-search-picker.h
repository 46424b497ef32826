/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "filter/plx-picker.h"

G_BEGIN_DECLS

#define PLX_TYPE_SEARCH_PICKER (plx_search_picker_get_type ())

G_DECLARE_DERIVABLE_TYPE (PlxSearchPicker, plx_search_picker, PLX, SEARCH_PICKER, PlxPicker)

/**
 * PlxSearchPickerClass:
 * @get_wanted: where a filter has the ids of what is asked for: a list of them, or `NULL`
 * @fill: adds all that can be asked for with plx_search_picker_add()
 */
struct _PlxSearchPickerClass
{
  PlxPickerClass parent_class;

  char ***(*get_wanted) (PlxSearchPicker *self,
                         PlxFilter       *filter);
  void    (*fill)       (PlxSearchPicker *self,
                         PlxAnalysis     *analysis,
                         PlxFilter       *filter);

  gpointer padding[4];
};

void plx_search_picker_set_words (PlxSearchPicker *self,
                                  const char      *find,
                                  const char      *nothing,
                                  const char      *all);
void plx_search_picker_add       (PlxSearchPicker *self,
                                  const char      *id,
                                  const char      *label,
                                  guint            n);

G_END_DECLS
