/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Written by fit/fit-similarity.py. */

#pragma once

static const double alone_bias = -2.9470;
static const double alone_weights[] = {
  -1.6243, 0.9437, 0.6317, 1.4922, 0.6711, 0.0221, -0.2066, 0.1129, -0.6754, -1.1814, 0.2105,
  0.7073, -0.2099, -0.2824, 0.4567, 0.3281, -0.6973, 0.6222, 2.0738, 0.1717, 1.7239,
};
static const double alone_same = 0.7332;

static const double story_bias = -0.5110;
static const double story_weights[] = {
  -0.1006, 1.5822, 0.3227, 0.3678, -0.6033, 0.5937, -0.3853, 0.6205, -0.6916, 0.8196, 0.0889,
  0.3405, 0.1614, -0.0447, 1.2698, 0.7762, 0.1082, 0.4837, 1.0377, -0.7223, -0.1959,
};
