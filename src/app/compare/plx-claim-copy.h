/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>

#include "compare/plx-claim-item.h"

G_BEGIN_DECLS

char               *plx_claim_copy_sentence_text (PlxClaimItem   *item,
                                                  PlxSentenceRef  ref);
char               *plx_claim_copy_claim_text    (PlxClaimItem   *item);
GdkContentProvider *plx_claim_copy_sentence      (PlxClaimItem   *item,
                                                  PlxSentenceRef  ref);
GdkContentProvider *plx_claim_copy_claim         (PlxClaimItem   *item);

G_END_DECLS
