/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_SECTION_ROW (plx_section_row_get_type ())

G_DECLARE_FINAL_TYPE (PlxSectionRow, plx_section_row, PLX, SECTION_ROW, AdwActionRow)

GtkWidget *plx_section_row_new (const char *id,
                                const char *title,
                                gboolean    is_shown);

const char *plx_section_row_get_id    (PlxSectionRow *self);
gboolean    plx_section_row_is_shown  (PlxSectionRow *self);
void        plx_section_row_set_shown (PlxSectionRow *self,
                                       gboolean       is_shown);
void        plx_section_row_set_place (PlxSectionRow *self,
                                       guint          place,
                                       guint          n_places);

G_END_DECLS
