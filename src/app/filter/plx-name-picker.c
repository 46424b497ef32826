/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-name-picker"

#include "config.h"

#include "filter/plx-name-picker.h"

#include <glib/gi18n.h>

/**
 * PlxNamePicker:
 *
 * Of which names a passage must speak.
 */
struct _PlxNamePicker
{
  PlxSearchPicker parent_instance;
};

G_DEFINE_FINAL_TYPE (PlxNamePicker, plx_name_picker, PLX_TYPE_SEARCH_PICKER)

static char ***
plx_name_picker_get_wanted (PlxSearchPicker *picker,
                            PlxFilter       *filter)
{
  return &filter->entities;
}

static void
plx_name_picker_fill (PlxSearchPicker *picker,
                      PlxAnalysis     *analysis,
                      PlxFilter       *filter)
{
  for (guint i = 0; i < analysis->entities->len; i++)
    {
      const PlxEntityRecord *entity = plx_analysis_get_entity (analysis, i);

      plx_search_picker_add (picker, entity->name, entity->name, entity->n_mentions);
    }
}

static void
plx_name_picker_class_init (PlxNamePickerClass *klass)
{
  PlxSearchPickerClass *picker_class = PLX_SEARCH_PICKER_CLASS (klass);

  picker_class->get_wanted = plx_name_picker_get_wanted;
  picker_class->fill = plx_name_picker_fill;
}

static void
plx_name_picker_init (PlxNamePicker *self)
{
  plx_search_picker_set_words (PLX_SEARCH_PICKER (self), _("Find a name"), _("No such name"),
                               _("Names"));
}
