/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <graphene.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * PlxPreviewFit:
 * @PLX_PREVIEW_FIT_AUTO: as wide as there is room for, but no wider than is good for reading
 * @PLX_PREVIEW_FIT_WIDTH: as wide as there is room for
 * @PLX_PREVIEW_FIT_PAGE: a whole page at a time
 * @PLX_PREVIEW_FIT_NOT: as large as is asked for
 *
 * What decides how large pages are shown.
 */
typedef enum
{
  PLX_PREVIEW_FIT_AUTO,
  PLX_PREVIEW_FIT_WIDTH,
  PLX_PREVIEW_FIT_PAGE,
  PLX_PREVIEW_FIT_NOT,
} PlxPreviewFit;

/* Of the size that it has on paper, where a screen has 96 pixels an inch. */
#define PLX_PREVIEW_MIN_ZOOM 0.2
#define PLX_PREVIEW_MAX_ZOOM 4.0

/**
 * PlxPreviewLayout:
 * @n_pages: how many pages there are
 * @page_width: of each, in points
 * @page_height: of each, in points
 * @fit: what decides how large they are shown
 * @zoom: how large where @fit is `PLX_PREVIEW_FIT_NOT`; 1 is as on paper
 * @width: of what is seen, in pixels
 * @height: of what is seen, in pixels
 * @foot: how high what lies over the foot of what is seen is, in pixels; the last page ends above
 *   it
 * @scale: (out): pixels a point
 * @n_columns: (out): how many pages stand side by side: more than one where they are small
 * @content_width: (out): of all pages with what is around them, in pixels
 * @content_height: (out): likewise
 *
 * Where the pages of a sheet stand on the screen: one below the other, or in rows where there is
 * room for several.
 *
 * The first fields are set, then [method@PreviewLayout.update] fills in those that follow of them.
 */
typedef struct
{
  guint       n_pages;
  double      page_width;
  double      page_height;
  PlxPreviewFit fit;
  double      zoom;
  int         width;
  int         height;
  int         foot;

  double      scale;
  guint       n_columns;
  int         content_width;
  int         content_height;
} PlxPreviewLayout;

void   plx_preview_layout_update    (PlxPreviewLayout       *self);
double plx_preview_layout_get_zoom  (const PlxPreviewLayout *self);
void   plx_preview_layout_get_page  (const PlxPreviewLayout *self,
                                     guint                   page,
                                     graphene_rect_t        *bounds);
void   plx_preview_layout_get_range (const PlxPreviewLayout *self,
                                     double                  y,
                                     double                  height,
                                     guint                  *first,
                                     guint                  *end);
guint  plx_preview_layout_find_page (const PlxPreviewLayout *self,
                                     double                  x,
                                     double                  y);

G_END_DECLS
