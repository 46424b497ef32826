/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reading/mail/plx-mail-forms.h"

G_BEGIN_DECLS

/* A mail in which so little is said over so much that it passes on is there for the latter. */
#define PLX_MAIL_OWN_BYTES 300
#define PLX_MAIL_PASSED_BYTES 1500

/**
 * PlxMailText:
 * @flowed: whether a space at a line's end says that its paragraph goes on
 * @delete_space: whether that space is not part of the text
 * @is_forward: whether it is known, and then found, to pass on another mail
 * @forwarded: the head of the mail that it passes on
 *
 * What is known of a mail's text, before and after it is cut.
 */
typedef struct
{
  gboolean      flowed;
  gboolean      delete_space;
  gboolean      is_forward;
  PlxMailHeader forwarded;
} PlxMailText;

GPtrArray *plx_mail_text_split (PlxMailText *self,
                                const char  *text);
void       plx_mail_page_mark  (PlxMailText *self,
                                PlxDocument *document);
void       plx_mail_foot_mark  (PlxDocument *document);

G_END_DECLS
