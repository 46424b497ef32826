/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "window/plx-session.h"

G_BEGIN_DECLS

char *plx_read_text_block   (PlxSession *session,
                             guint       article,
                             guint       block,
                             guint       highlight);
char *plx_read_text_mark_kind (const char *name,
                               PlxKind     kind);
char *plx_read_text_legend  (void);

guint plx_read_text_find_mention (PlxSession *session,
                                  guint       article,
                                  guint       mention);
char *plx_read_text_status  (PlxSession *session,
                             guint       article,
                             const char *country);
gboolean plx_read_text_next_mention (PlxSession     *session,
                                     guint           article,
                                     guint           mention,
                                     PlxSentenceRef *next);

G_END_DECLS
