/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sheet/forms/plx-sheet-form.h"

G_BEGIN_DECLS

/* How each form is written. Those that are written part by part tell how far they have come. */

gboolean plx_sheet_write_html     (PlxSheetContent   *content,
                                   GOutputStream     *stream,
                                   PlxSheetProgress   progress,
                                   gpointer           data,
                                   GCancellable      *cancellable,
                                   GError           **error);
gboolean plx_sheet_write_markdown (PlxSheetContent   *content,
                                   GOutputStream     *stream,
                                   PlxSheetProgress   progress,
                                   gpointer           data,
                                   GCancellable      *cancellable,
                                   GError           **error);
gboolean plx_sheet_write_odt      (PlxSheetContent   *content,
                                   GOutputStream     *stream,
                                   PlxSheetProgress   progress,
                                   gpointer           data,
                                   GCancellable      *cancellable,
                                   GError           **error);

/* plx-sheet-odt-package.c */

/**
 * PlxOdtPicture:
 * @name: its name in the package
 * @bytes: a PNG file
 */
typedef struct
{
  char   *name;
  GBytes *bytes;
} PlxOdtPicture;

gboolean plx_odt_package_write    (GOutputStream     *stream,
                                   GString           *styles,
                                   GString           *body,
                                   GPtrArray         *pictures,
                                   PlxSheetContent   *content,
                                   const char        *language,
                                   GCancellable      *cancellable,
                                   GError           **error);

/* What has been cited, so that a form can list at its end what it does not list anyway. */
void     plx_sheet_form_cite      (GArray            *cited,
                                   guint              article);
char    *plx_sheet_form_dup_source (PlxSheetContent  *content,
                                    guint             article);

G_END_DECLS
