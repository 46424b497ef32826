/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph"

#include "config.h"

#include "graph/plx-graph.h"

#include <math.h>

static guint
regular (guint         n,
         double        turn,
         double        radius,
         PlxGraphPoint corners[PLX_GRAPH_MAX_CORNERS])
{
  for (guint i = 0; i < n; i++)
    {
      double angle = turn + 2 * G_PI * i / n;

      corners[i].x = radius * cos (angle);
      corners[i].y = radius * sin (angle);
    }

  return n;
}

static guint
rectangle (double        width,
           double        height,
           PlxGraphPoint corners[PLX_GRAPH_MAX_CORNERS])
{
  corners[0] = (PlxGraphPoint) { -width, -height };
  corners[1] = (PlxGraphPoint) { width, -height };
  corners[2] = (PlxGraphPoint) { width, height };
  corners[3] = (PlxGraphPoint) { -width, height };

  return 4;
}

/**
 * plx_graph_get_shape:
 * @kind: the kind of an entity
 * @corners: (out caller-allocates): the corners of its shape
 *
 * Gives the shape that stands for a kind, so that window and paper draw the same.
 *
 * The shape lies around the origin and has about the area of a circle of radius 1: no kind
 * looks heavier than another of the same size.
 *
 * Returns: how many corners it has; 0 stands for the circle of radius 1
 */
guint
plx_graph_get_shape (PlxKind       kind,
                     PlxGraphPoint corners[PLX_GRAPH_MAX_CORNERS])
{
  switch (kind)
    {
    case PLX_KIND_PERSON:
      return 0;

    case PLX_KIND_ORGANIZATION:
      return rectangle (0.89, 0.89, corners);

    case PLX_KIND_COUNTRY:
      return regular (6, 0, 1.1, corners);

    case PLX_KIND_PLACE:
      return regular (3, G_PI / 2, 1.4, corners);

    case PLX_KIND_EVENT:
      return regular (4, 0, 1.25, corners);

    case PLX_KIND_LAW:
      return rectangle (0.72, 1.1, corners);

    case PLX_KIND_OTHER:
    default:
      return regular (8, G_PI / 8, 1.05, corners);
    }
}
