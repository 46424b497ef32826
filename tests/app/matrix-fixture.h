/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "compare/plx-matrix.h"

G_BEGIN_DECLS

/* A matrix in a window, with an analysis made by hand: article i says claim j unless it is told
 * to be silent, in the order of the claims, the last article in the opposite order. */
typedef struct
{
  PlxAnalysis    *analysis;
  PlxPassages    *passages;
  PlxArrangement *arrangement;
  GStrv           sources;
  PlxMatrix      *matrix;
  GtkWindow      *window;
} MatrixFixture;

typedef gboolean (*MatrixSilence) (guint article,
                                   guint claim);

void       matrix_fixture_open     (MatrixFixture *self,
                                    guint          n_articles,
                                    guint          n_claims,
                                    MatrixSilence  is_silent);
void       matrix_fixture_close    (MatrixFixture *self);
void       matrix_fixture_show     (MatrixFixture *self);
void       matrix_fixture_differ   (MatrixFixture     *self,
                                    guint              claim,
                                    PlxDifferenceKind  kind);
void       matrix_fixture_settle   (MatrixFixture *self);
GPtrArray *matrix_fixture_find     (GtkWidget     *root,
                                    GType          type);
char      *matrix_fixture_order    (MatrixFixture *self);

G_END_DECLS
