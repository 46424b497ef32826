/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plx-document.h"

G_BEGIN_DECLS

/**
 * PlxMailHeader:
 * @from: (nullable): who wrote the mail
 * @date: (nullable): when, in ISO 8601
 * @subject: (nullable): what about
 *
 * The head of a mail that stands in the text of another, in the words of the mail program that
 * passed it on.
 */
typedef struct
{
  char *from;
  char *date;
  char *subject;
} PlxMailHeader;

void         plx_mail_header_clear       (PlxMailHeader *self);
gboolean     plx_mail_header_read        (PlxMailHeader *self,
                                          const char    *text);
gboolean     plx_mail_has_label          (const char    *line);

gboolean     plx_mail_is_divider         (const char    *line,
                                          gboolean      *forward);
gboolean     plx_mail_is_attribution     (const char    *text,
                                          gboolean       quoted);
char        *plx_mail_strip_subject      (const char    *subject,
                                          gboolean      *forward);

PlxCutReason plx_mail_judge_footer       (const char    *text);
PlxCutReason plx_mail_judge_line         (const char    *text);

G_END_DECLS
