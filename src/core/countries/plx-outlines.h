/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "countries/plx-projection.h"

G_BEGIN_DECLS

/**
 * PlxDetail:
 * @PLX_DETAIL_FAR: for a map of the world that fills a window
 * @PLX_DETAIL_NEAR: for a part of it that does
 *
 * How many points of its outlines a map needs.
 */
typedef enum
{
  PLX_DETAIL_FAR,
  PLX_DETAIL_NEAR,
} PlxDetail;

#define PLX_N_DETAILS (PLX_DETAIL_NEAR + 1)

/**
 * PlxStroke:
 * @PLX_STROKE_MOVE: a line begins at the point
 * @PLX_STROKE_LINE: it goes on to the point
 * @PLX_STROKE_CLOSE: it goes back to where it began
 *
 * A step of the drawing of an outline.
 */
typedef enum
{
  PLX_STROKE_MOVE,
  PLX_STROKE_LINE,
  PLX_STROKE_CLOSE,
} PlxStroke;

/**
 * PlxStrokeFunc:
 * @stroke: what to do
 * @point: where to; of no use where a line is closed
 * @user_data: what was handed in
 *
 * Called for each step of an outline, in order.
 */
typedef void (*PlxStrokeFunc) (PlxStroke    stroke,
                               PlxMapPoint  point,
                               gpointer     user_data);

/**
 * PlxMapBox:
 * @left: its least x
 * @top: its least y
 * @right: its largest x
 * @bottom: its largest y
 *
 * A rectangle of the map.
 */
typedef struct
{
  double left;
  double top;
  double right;
  double bottom;
} PlxMapBox;

/**
 * PlxLand:
 * @country: (nullable): static ISO 3166-1 alpha-3 code of a country of the names table; `NULL` for
 *   land that is none of them
 * @centre: the point of its largest part that is farthest from any edge
 * @box: what it takes up
 * @main_box: what its largest part takes up
 * @area: its area on the map, where the whole sphere has 4 π; 0 where it is too small to be drawn
 *
 * The land of one country.
 */
typedef struct
{
  const char  *country;
  PlxMapPoint  centre;
  PlxMapBox    box;
  PlxMapBox    main_box;
  double       area;
} PlxLand;

const PlxLand *plx_outlines_list          (gsize          *n);
const PlxLand *plx_outlines_find          (const char     *country);
const PlxLand *plx_outlines_at            (PlxMapPoint     point);
PlxMapBox      plx_outlines_get_box       (void);

void           plx_outlines_trace         (const PlxLand  *land,
                                           PlxDetail       detail,
                                           PlxStrokeFunc   func,
                                           gpointer        user_data);
void           plx_outlines_trace_borders (PlxDetail        detail,
                                           const PlxMapBox *box,
                                           PlxStrokeFunc    func,
                                           gpointer         user_data);

G_END_DECLS
