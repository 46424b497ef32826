/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Written by fit/fit-similarity.py. */

#pragma once

static const double alone_bias = -2.0346;
static const double alone_weights[] = {
  -1.7222, 1.1351, -0.4166, 1.0134, -0.9721, 0.0045, 0.1969, 0.0474, -0.7604, -1.1278, 0.2066,
  1.2745, 0.4252, -0.2498, 1.0459, 0.8152, -0.4643, -1.1922, 1.3238, -0.0640, 3.6008,
};
static const double alone_same = 0.6502;

static const double story_bias = -0.5110;
static const double story_weights[] = {
  -0.1006, 1.5822, 0.3227, 0.3678, -0.6033, 0.5937, -0.3853, 0.6205, -0.6916, 0.8196, 0.0889,
  0.3405, 0.1614, -0.0447, 1.2698, 0.7762, 0.1082, 0.4837, 1.0377, -0.7223, -0.1959,
};
