/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-map-places"

#include "config.h"

#include "countries/plx-map-places.h"

#include <math.h>

/* Enough for a continent full of discs; a map with room is done after a few. */
#define ROUNDS 80

/* How much of its way back to its anchor a disc goes in a round, in the first rounds. */
#define PULL 0.06
#define PULL_ROUNDS 50

/* The angle between the next two that lie in one point: no two go the same way. */
#define GOLDEN_ANGLE 2.39996323

/* Moves two discs apart that cover each other: the smaller one goes further. Returns whether they
 * did. */
static gboolean
part (PlxMapPlace *a,
      PlxMapPlace *b,
      guint        nth)
{
  const double need = a->radius + b->radius;
  double dx = b->at.x - a->at.x, dy = b->at.y - a->at.y;
  double distance, share, by;

  if (fabs (dx) >= need || fabs (dy) >= need || (distance = hypot (dx, dy)) >= need)
    return FALSE;

  if (distance < 1e-3)
    {
      dx = cos (nth * GOLDEN_ANGLE);
      dy = sin (nth * GOLDEN_ANGLE);
      distance = 1;
      by = need;
    }
  else
    {
      by = need - distance;
    }

  share = a->radius * a->radius / (a->radius * a->radius + b->radius * b->radius);
  by += 0.05;
  b->at.x += share * by * dx / distance;
  b->at.y += share * by * dy / distance;
  a->at.x -= (1 - share) * by * dx / distance;
  a->at.y -= (1 - share) * by * dy / distance;

  return TRUE;
}

/* Takes a disc back to where one still sees what it belongs to. */
static void
hold (PlxMapPlace *place,
      double       reach,
      double       pull)
{
  double dx, dy, distance;

  place->at.x += pull * (place->anchor.x - place->at.x);
  place->at.y += pull * (place->anchor.y - place->at.y);
  dx = place->at.x - place->anchor.x;
  dy = place->at.y - place->anchor.y;
  distance = hypot (dx, dy);

  if (distance > reach)
    {
      place->at.x = place->anchor.x + dx * reach / distance;
      place->at.y = place->anchor.y + dy * reach / distance;
    }
}

/**
 * plx_map_places_spread:
 * @places: (array length=n_places): discs; where they lie is set
 * @n_places: how many
 * @reach: how far a disc may lie from its anchor
 *
 * Lays discs where their anchors are, and where they would cover each other a little beside. The
 * same discs always come to lie in the same places; where there is no room within reach, some
 * still touch.
 */
void
plx_map_places_spread (PlxMapPlace *places,
                       guint        n_places,
                       double       reach)
{
  gboolean moved = TRUE;

  for (guint i = 0; i < n_places; i++)
    places[i].at = places[i].anchor;

  for (guint round = 0; round < ROUNDS && moved; round++)
    {
      moved = FALSE;
      for (guint i = 0; i < n_places; i++)
        for (guint j = i + 1; j < n_places; j++)
          moved |= part (&places[i], &places[j], i + j);

      for (guint i = 0; i < n_places && moved; i++)
        hold (&places[i], reach, round < PULL_ROUNDS ? PULL : 0);
    }
}
