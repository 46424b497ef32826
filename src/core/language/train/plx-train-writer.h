/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "language/train/plx-train-network.h"

G_BEGIN_DECLS

GBytes *plx_train_writer_write (const PlxTrainNetwork *network,
                                const GArray          *row_keys);

G_END_DECLS
