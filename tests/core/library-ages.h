/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "library-fixture.h"

G_BEGIN_DECLS

/* Libraries of earlier releases, made of such as this one makes. */

void library_age (const char *path,
                  guint       version);

G_END_DECLS
