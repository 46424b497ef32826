/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Written by fit/fit-similarity.py. */

#pragma once

static const double alone_bias = -3.0;
static const double alone_weights[] = {
  2.0, 1.0, 1.0, 1.5, 2.0, 0.5, -0.3, 0.5, -0.5, 0.8, 0.5, 0.3, 0.0, -0.3, 0.5,
};
static const double alone_same = 0.5;
static const double story_bias = -3.0;
static const double story_weights[] = {
  2.0, 1.0, 1.0, 1.5, 2.0, 0.5, -0.3, 0.5, -0.5, 0.8, 0.5, 0.3, 0.0, -0.3, 0.5,
};
