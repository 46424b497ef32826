/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlxLongWork:
 *
 * Work in a window that takes long enough for the user to turn to something else.
 */
typedef struct _PlxLongWork PlxLongWork;

PlxLongWork *plx_long_work_begin (GtkWindow   *window,
                                  const char  *reason);
void         plx_long_work_end   (PlxLongWork *self,
                                  const char  *title,
                                  const char  *body);

G_END_DECLS
