/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-projection"

#include "config.h"

#include "countries/plx-projection.h"

#include <math.h>

/* The coefficients of the Equal Earth projection: B. Šavrič, T. Patterson and B. Jenny, “The Equal
 * Earth map projection”, International Journal of Geographical Information Science 33 (2019). */
#define A1 1.340264
#define A2 -0.081106
#define A3 0.000893
#define A4 0.003796

/**
 * plx_projection_project:
 * @longitude: degrees east, between 180 to either side of the meridian or a little beyond
 * @latitude: degrees north
 *
 * Projects a place by the Equal Earth projection, which shows countries by their true areas and
 * lets them look much as one is used to.
 *
 * Returns: where it lies on the map
 */
PlxMapPoint
plx_projection_project (double longitude,
                        double latitude)
{
  const double root = sqrt (3.0);
  const double lambda = (longitude - PLX_PROJECTION_MERIDIAN) * G_PI / 180;
  const double t = asin (root / 2 * sin (latitude * G_PI / 180));
  const double t2 = t * t;
  const double t6 = t2 * t2 * t2;
  const double slope = A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2);

  return (PlxMapPoint) {
    2 * root * lambda * cos (t) / (3 * slope),
    -t * (A1 + A2 * t2 + t6 * (A3 + A4 * t2)),
  };
}
