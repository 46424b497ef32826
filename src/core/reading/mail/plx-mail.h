/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gmime/gmime.h>

G_BEGIN_DECLS

/* A mail with more in it is read up to here: texts stand before attachments. */
#define PLX_MAIL_MAX_BYTES (64 * 1024 * 1024)

/**
 * PlxMailHead:
 * @n_known: how many different fields it has that mails have
 * @has_sender: whether it tells who sent it
 * @has_trace: whether it tells when it was sent, or which way it came
 * @has_route: whether it was sent to somebody, or has an identity as mails do
 * @has_mime: whether it says that it has a MIME structure
 * @has_location: whether it tells the address of a page
 * @is_saved: whether a browser says that it saved it
 * @is_page: whether its content is a page, alone or with its pictures
 * @is_box: whether a line before it says that it is the first of a mailbox
 *
 * What the first lines of a file are, as the head of a mail.
 */
typedef struct
{
  guint    n_known;
  gboolean has_sender;
  gboolean has_trace;
  gboolean has_route;
  gboolean has_mime;
  gboolean has_location;
  gboolean is_saved;
  gboolean is_page;
  gboolean is_box;
} PlxMailHead;

gboolean      plx_mail_head_measure (PlxMailHead  *self,
                                     const guint8 *data,
                                     gsize         length);
gboolean      plx_mail_is_box_line  (const char   *line,
                                     gsize         length);

GMimeMessage *plx_mail_parse        (GByteArray   *bytes);
gboolean      plx_mail_is_whole     (GMimeMessage *message,
                                     GByteArray   *bytes);
GBytes       *plx_mail_dup_bytes    (GMimeObject  *part);
char         *plx_mail_dup_text     (GMimeObject  *part);
char         *plx_mail_dup_header   (GMimeObject  *object,
                                     const char   *name);
char         *plx_mail_dup_date     (const char   *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeMessage, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeParser, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeStream, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (InternetAddressList, g_object_unref)

G_END_DECLS
