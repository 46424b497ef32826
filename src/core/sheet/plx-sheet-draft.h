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
 * PlxDraft:
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
} PlxDraft;

PangoLayout *plx_draft_layout    (PangoContext *context,
                                  double        font_size,
                                  PlxFace       face,
                                  const char   *text,
                                  double        width);
void         plx_draft_cell      (PlxDraft     *self,
                                  PlxFace       face,
                                  const char   *text,
                                  double        x,
                                  double        width);
void         plx_draft_paragraph (PlxDraft     *self,
                                  PlxFace       face,
                                  const char   *text);
void         plx_draft_heading   (PlxDraft     *self,
                                  const char   *text);
void         plx_draft_dress     (PangoLayout  *layout,
                                  PangoAttribute *attribute,
                                  gsize         start,
                                  gsize         end);
double       plx_draft_em        (PlxDraft     *self,
                                  double        n);
gboolean     plx_draft_shows     (PlxDraft     *self,
                                  guint         article);

void         plx_draft_add_head      (PlxDraft *self);
void         plx_draft_add_sources   (PlxDraft *self);
void         plx_draft_add_claims    (PlxDraft *self);
void         plx_draft_add_countries (PlxDraft *self);
void         plx_draft_add_graph     (PlxDraft *self);

G_END_DECLS
