/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_RECEIPT (plx_receipt_get_type ())

G_DECLARE_FINAL_TYPE (PlxReceipt, plx_receipt, PLX, RECEIPT, AdwBin)

void plx_receipt_show (PlxReceipt *self,
                       PlxSession *session,
                       guint       article);

G_END_DECLS
