/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gmime/gmime.h>

#include "reading/mail/plx-mail-text.h"

G_BEGIN_DECLS

gboolean plx_mail_fields_is_forward (GMimeMessage *message);
char    *plx_mail_fields_dup_address (GMimeMessage *message);
void     plx_mail_fields_set        (PlxDocument  *document,
                                     GMimeMessage *message,
                                     PlxMailText  *text);

G_END_DECLS
