/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "library/plx-library.h"

G_BEGIN_DECLS

void plx_about_present (GtkWidget  *parent,
                        PlxLibrary *library,
                        const char *path);

G_END_DECLS
