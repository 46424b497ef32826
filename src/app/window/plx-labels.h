/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/plx-document.h"
#include "model/plx-filter.h"

G_BEGIN_DECLS

const char *plx_label_kind         (PlxKind            kind);
const char *plx_label_kinds        (PlxKind            kind);
const char *plx_label_form         (PlxForm            form);
const char *plx_label_reason       (PlxCutReason       reason);
const char *plx_label_field        (PlxField           field);
const char *plx_label_difference   (PlxDifferenceKind  kind);
const char *plx_label_verdict      (PlxVerdict         verdict);
const char *plx_label_status       (PlxStatus          status,
                                    gboolean           is_treaty);
const char *plx_label_status_brief (PlxStatus          status,
                                    gboolean           is_treaty);
char       *plx_label_capitalize   (const char        *text);
char       *plx_label_found        (const char        *found);
char       *plx_label_day          (PlxDay             day);
char       *plx_label_days         (PlxDay             first,
                                    PlxDay             last);
GtkTextDirection plx_label_direction (const char  *text);
char       *plx_label_isolate      (const char        *text);
void        plx_label_follow       (GtkLabel          *label,
                                    const char        *text);

G_END_DECLS
