/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxPdfAppendix:
 *
 * What is appended to a PDF: objects, new ones and such that are written once more, and the table
 * that says where they are. Objects are packed, many into one stream.
 */
typedef struct _PlxPdfAppendix PlxPdfAppendix;

PlxPdfAppendix *plx_pdf_appendix_new         (guint64         file_size,
                                              guint64         n_objects);
void            plx_pdf_appendix_free        (PlxPdfAppendix *self);
guint64         plx_pdf_appendix_take_number (PlxPdfAppendix *self);
void            plx_pdf_appendix_add         (PlxPdfAppendix *self,
                                              guint64         number,
                                              const char     *text,
                                              gsize           length);
void            plx_pdf_appendix_add_more    (PlxPdfAppendix *self,
                                              guint64         number,
                                              const char     *dictionary,
                                              gsize           length,
                                              const char     *more,
                                              gboolean        is_packed);
void            plx_pdf_appendix_add_free    (PlxPdfAppendix *self,
                                              guint64         number);
GString        *plx_pdf_appendix_finish      (PlxPdfAppendix *self,
                                              guint64         root,
                                              guint64         info,
                                              guint64         before);

/* In UTF-16, as PDF wants what is not ASCII. */
void            plx_pdf_append_string        (GString        *to,
                                              const char     *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxPdfAppendix, plx_pdf_appendix_free)

G_END_DECLS
