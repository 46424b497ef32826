/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Written by fit/fit-similarity.py. */

#pragma once

static const double alone_bias = -2.9218;
static const double alone_weights[] = {
  -1.5619, 0.9904, 0.6819, 1.4537, 0.5503, 0.0028, -0.1895, 0.1099, -0.6800, -1.1813, 0.2093,
  0.7058, -0.2288, -0.2836, 0.4832, 0.3168, -0.7033, 0.6335, 2.0797, 0.1441, 1.6864,
};
static const double alone_same = 0.7406;

static const double story_bias = -0.5266;
static const double story_weights[] = {
  -0.0848, 1.6091, 0.3567, 0.3551, -0.6728, 0.5135, -0.3543, 0.6098, -0.6931, 0.8810, 0.0775,
  0.3354, 0.1518, -0.0403, 1.3100, 0.7862, 0.1346, 0.4827, 1.0562, -0.7333, -0.1999,
};
