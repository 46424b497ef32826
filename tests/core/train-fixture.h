/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/train/plx-train-text.h"

G_BEGIN_DECLS

GPtrArray        *train_fixture_read_text     (const char  *text,
                                               gssize       length,
                                               gboolean     packed,
                                               GError     **error);
PlxTrainSentence *train_fixture_read_sentence (const char  *written);
GFile            *train_fixture_write         (const char  *name,
                                               const char  *text,
                                               gssize       length,
                                               gboolean     packed);

G_END_DECLS
