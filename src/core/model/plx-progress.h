/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How far work in another thread has come. */
typedef struct _PlxProgress PlxProgress;

PlxProgress *plx_progress_new    (void);
PlxProgress *plx_progress_ref    (PlxProgress *self);
void         plx_progress_unref  (PlxProgress *self);

void         plx_progress_enter  (PlxProgress *self,
                                  double       from,
                                  double       to);
void         plx_progress_report (PlxProgress *self,
                                  guint        n_done,
                                  guint        n_all);
double       plx_progress_get    (PlxProgress *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxProgress, plx_progress_unref)

G_END_DECLS
