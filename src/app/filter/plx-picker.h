/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_PICKER (plx_picker_get_type ())

G_DECLARE_DERIVABLE_TYPE (PlxPicker, plx_picker, PLX, PICKER, AdwBin)

/**
 * PlxPickerClass:
 * @update: shows what the session's filter says; called whenever it may have changed while the
 *   picker can be seen, and with a session always
 */
struct _PlxPickerClass
{
  AdwBinClass parent_class;

  void (*update) (PlxPicker *self);

  gpointer padding[4];
};

PlxSession *plx_picker_get_session (PlxPicker  *self);
void        plx_picker_set_session (PlxPicker  *self,
                                    PlxSession *session);

gboolean    plx_picker_is_updating (PlxPicker  *self);
void        plx_picker_begin_update (PlxPicker *self);
void        plx_picker_end_update  (PlxPicker  *self);
PlxFilter  *plx_picker_copy_filter (PlxPicker  *self);

G_END_DECLS
