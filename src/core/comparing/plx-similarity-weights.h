/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Written by fit/fit-similarity.py. */

#pragma once

static const double alone_bias = -2.9301;
static const double alone_weights[] = {
  -1.5741, 0.9902, 0.6906, 1.4578, 0.5636, 0.0035, -0.1880, 0.1096, -0.6793, -1.1792, 0.2083,
  0.7027, -0.2259, -0.2837, 0.4810, 0.3255, -0.7004, 0.6191, 2.0777, 0.1532, 1.6834,
};
static const double alone_same = 0.7403;

static const double story_bias = -0.5266;
static const double story_weights[] = {
  -0.0848, 1.6091, 0.3567, 0.3551, -0.6728, 0.5135, -0.3543, 0.6098, -0.6931, 0.8810, 0.0775,
  0.3354, 0.1518, -0.0403, 1.3100, 0.7862, 0.1346, 0.4827, 1.0562, -0.7333, -0.1999,
};
