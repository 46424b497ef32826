/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "window/plx-session.h"

G_BEGIN_DECLS

#define PLX_TYPE_HOME_MATRIX (plx_home_matrix_get_type ())

/**
 * PlxHomeMatrix:
 *
 * Which countries outlets of which country write of: a row for each country, a column for each
 * country of outlets.
 *
 * Signal: `chosen (char *title, char *subtitle, GArray *refs)`: the user wants to read the passages
 * that a number counts.
 */
G_DECLARE_FINAL_TYPE (PlxHomeMatrix, plx_home_matrix, PLX, HOME_MATRIX, AdwBin)

void plx_home_matrix_show (PlxHomeMatrix *self,
                           PlxSession    *session);

G_END_DECLS
