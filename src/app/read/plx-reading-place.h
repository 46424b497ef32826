/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_READING_PLACE (plx_reading_place_get_type ())

G_DECLARE_FINAL_TYPE (PlxReadingPlace, plx_reading_place, PLX, READING_PLACE, GObject)

PlxReadingPlace *plx_reading_place_new  (PlxSession      *session,
                                         GtkListView     *list);

void             plx_reading_place_show (PlxReadingPlace *self,
                                         gint64           article);
void             plx_reading_place_stop (PlxReadingPlace *self);

G_END_DECLS
