/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sheet/plx-sheet-flow.h"
#include "sheet/plx-sheet.h"

G_BEGIN_DECLS

/**
 * PlxFace:
 *
 * What a text of the sheet is, and so how it looks.
 */
typedef enum
{
  PLX_FACE_TEXT,
  PLX_FACE_SMALL,
  PLX_FACE_TITLE,
  PLX_FACE_HEADING,
  PLX_FACE_LABEL,
  PLX_FACE_META,
  PLX_FACE_META_BOLD,
  PLX_FACE_KICKER,
} PlxFace;

/**
 * PlxProof:
 *
 * A sheet in the making: what it is made of, and the flow that it is written to. Everything is
 * borrowed.
 */
typedef struct
{
  PlxAnalysis           *analysis;
  PlxPassages           *passages;
  PlxFilter             *filter;
  PlxGraph              *graph; /* nullable */
  const PlxSheetOptions *options;
  PangoContext          *context;
  PlxFlow               *flow;
} PlxProof;

PangoLayout *plx_proof_layout    (PangoContext *context,
                                  double        font_size,
                                  PlxFace       face,
                                  const char   *text,
                                  double        width);
void         plx_proof_cell      (PlxProof     *self,
                                  PlxFace       face,
                                  const char   *text,
                                  double        x,
                                  double        width);
void         plx_proof_paragraph (PlxProof     *self,
                                  PlxFace       face,
                                  const char   *text);
void         plx_proof_heading   (PlxProof     *self,
                                  const char   *text);
void         plx_proof_dress     (PangoLayout  *layout,
                                  PangoAttribute *attribute,
                                  gsize         start,
                                  gsize         end);
void         plx_proof_dress_face (PangoLayout *layout,
                                  PlxFace       face,
                                  gsize         start,
                                  gsize         end);
double       plx_proof_em        (PlxProof     *self,
                                  double        n);
gboolean     plx_proof_shows     (PlxProof     *self,
                                  guint         article);

void         plx_proof_add_head      (PlxProof *self);
void         plx_proof_add_sources   (PlxProof *self);
void         plx_proof_add_claims    (PlxProof *self);
void         plx_proof_add_countries (PlxProof *self);
void         plx_proof_add_graph     (PlxProof *self);

G_END_DECLS
