/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-outlines"

#include "config.h"

#include "countries/plx-outlines.h"

#include <string.h>

#include <gio/gio.h>

#include "countries/plx-countries.h"

/* A line from junction to junction: a stretch of the points. */
typedef struct
{
  guint     first;
  guint     n;
  guint     n_sides; /* how many lands have it: a border where there are two */
  PlxMapBox box;
} Arc;

/* The part of an arc's number that tells that it is run through backwards. */
#define BACKWARDS (1u << 31)

typedef struct
{
  PlxLand land; /* first: the caller's pointer is to this */
  guint   first_ring;
  guint   n_rings;
} Land;

typedef struct
{
  guint first; /* of the numbers of its arcs */
  guint n;
} Ring;

/* All is kept for the life of the program, and never changed. */
typedef struct
{
  GArray    *points;  /* PlxMapPoint */
  GArray    *is_far;  /* guint8: for each point, whether one needs it from far too */
  GArray    *arcs;    /* Arc */
  GArray    *turns;   /* guint: numbers of arcs, ring by ring */
  GArray    *rings;   /* Ring */
  GArray    *lands;   /* Land */
  PlxLand   *list;    /* the lands as others see them */
  PlxMapBox  box;
} Outlines;

static void
extend (PlxMapBox   *box,
        PlxMapPoint  point)
{
  box->left = MIN (box->left, point.x);
  box->right = MAX (box->right, point.x);
  box->top = MIN (box->top, point.y);
  box->bottom = MAX (box->bottom, point.y);
}

static void
unite (PlxMapBox       *box,
       const PlxMapBox *other)
{
  extend (box, (PlxMapPoint) { other->left, other->top });
  extend (box, (PlxMapPoint) { other->right, other->bottom });
}

static gboolean
meet (const PlxMapBox *a,
      const PlxMapBox *b)
{
  return a->left <= b->right && b->left <= a->right && a->top <= b->bottom && b->top <= a->bottom;
}

static const PlxMapBox nothing = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

static void
read_arc (Outlines   *self,
          const char *line)
{
  Arc arc = { self->points->len, 0, 0, nothing };
  gint64 x = 0, y = 0;
  char *end;

  while (*line == ' ')
    {
      guint8 is_far;
      PlxMapPoint point;

      x += g_ascii_strtoll (line, &end, 10);
      is_far = *end == ',';
      y += g_ascii_strtoll (end + 1, &end, 10);
      line = end;

      point = plx_projection_project (x / 100.0, y / 100.0);
      g_array_append_val (self->points, point);
      g_array_append_val (self->is_far, is_far);
      extend (&arc.box, point);
      arc.n++;
    }

  g_array_append_val (self->arcs, arc);
}

static const char *
read_ring (Outlines   *self,
           const char *line)
{
  Ring ring = { self->turns->len, 0 };
  char *end;

  while (*line == ' ' || *line == ',')
    {
      const guint backwards = line[1] == '~' ? BACKWARDS : 0;
      const guint index = g_ascii_strtoull (line + (backwards ? 2 : 1), &end, 10);
      const guint turn = index | backwards;

      g_array_index (self->arcs, Arc, index).n_sides++;
      g_array_append_val (self->turns, turn);
      ring.n++;
      line = end;
      if (*line == ' ')
        break;
    }

  g_array_append_val (self->rings, ring);

  return line;
}

static void
measure (Outlines *self,
         Land     *land)
{
  land->land.box = land->land.main_box = nothing;
  extend (&land->land.box, land->land.centre);
  extend (&land->land.main_box, land->land.centre);

  for (guint i = 0; i < land->n_rings; i++)
    {
      const Ring *ring = &g_array_index (self->rings, Ring, land->first_ring + i);

      for (guint j = 0; j < ring->n; j++)
        {
          const guint turn = g_array_index (self->turns, guint, ring->first + j);
          const Arc *arc = &g_array_index (self->arcs, Arc, turn & ~BACKWARDS);

          unite (&land->land.box, &arc->box);
          /* The largest ring comes first. */
          if (i == 0)
            unite (&land->land.main_box, &arc->box);
        }
    }
}

static void
read_land (Outlines   *self,
           const char *line)
{
  g_autofree char *code = g_strndup (line, strcspn (line, " "));
  Land land = { .first_ring = self->rings->len };
  double x, y;
  char *end;

  x = g_ascii_strtoll (line + strlen (code) + 1, &end, 10) / 100.0;
  y = g_ascii_strtoll (end + 1, &end, 10) / 100.0;
  land.land.country = g_str_equal (code, "-") ? NULL : plx_country_intern (code);
  land.land.centre = plx_projection_project (x, y);
  /* The file counts millionths of the sphere. */
  land.land.area = g_ascii_strtod (end + 1, &end) * 4 * G_PI / 1e6;

  while (*end == ' ')
    end = (char *) read_ring (self, end);

  land.n_rings = self->rings->len - land.first_ring;
  measure (self, &land);
  g_array_append_val (self->lands, land);
}

static Outlines *
load (void)
{
  g_autoptr (GBytes) bytes =
    g_resources_lookup_data (RESOURCE_PREFIX "/countries/outlines.txt",
                             G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_auto (GStrv) lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  Outlines *self = g_new0 (Outlines, 1);

  self->points = g_array_sized_new (FALSE, FALSE, sizeof (PlxMapPoint), 50000);
  self->is_far = g_array_sized_new (FALSE, FALSE, 1, 50000);
  self->arcs = g_array_new (FALSE, FALSE, sizeof (Arc));
  self->turns = g_array_new (FALSE, FALSE, sizeof (guint));
  self->rings = g_array_new (FALSE, FALSE, sizeof (Ring));
  self->lands = g_array_new (FALSE, FALSE, sizeof (Land));
  self->box = nothing;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "arc "))
        read_arc (self, lines[i] + strlen ("arc"));
      else if (g_str_has_prefix (lines[i], "land "))
        read_land (self, lines[i] + strlen ("land "));
    }

  self->list = g_new (PlxLand, self->lands->len);
  for (guint i = 0; i < self->lands->len; i++)
    {
      self->list[i] = g_array_index (self->lands, Land, i).land;
      unite (&self->box, &self->list[i].box);
    }

  return self;
}

static Outlines *
get (void)
{
  static Outlines *outlines;

  if (g_once_init_enter_pointer (&outlines))
    g_once_init_leave_pointer (&outlines, load ());

  return outlines;
}

static const Land *
find_land (Outlines      *self,
           const PlxLand *land)
{
  return &g_array_index (self->lands, Land, land - self->list);
}

/**
 * plx_outlines_list:
 * @n: (out): how many there are
 *
 * Lists all land that a map shows; nobody's land, such as territories that the names table does not
 * list, has no country. It is read the first time that somebody asks. Antarctica is not there.
 *
 * Returns: (transfer none) (array length=n): the lands
 */
const PlxLand *
plx_outlines_list (gsize *n)
{
  Outlines *self = get ();

  *n = self->lands->len;

  return self->list;
}

/**
 * plx_outlines_find:
 * @country: code of a country
 *
 * Returns: (transfer none) (nullable): its land
 */
const PlxLand *
plx_outlines_find (const char *country)
{
  Outlines *self = get ();

  for (guint i = 0; i < self->lands->len; i++)
    {
      if (g_strcmp0 (self->list[i].country, country) == 0)
        return &self->list[i];
    }

  return NULL;
}

/**
 * plx_outlines_get_box:
 *
 * Returns: what all lands together take up
 */
PlxMapBox
plx_outlines_get_box (void)
{
  return get ()->box;
}

static void
trace_arc (Outlines      *self,
           guint          turn,
           PlxDetail      detail,
           gboolean       is_first,
           gboolean       is_ring,
           PlxStrokeFunc  func,
           gpointer       user_data)
{
  const Arc *arc = &g_array_index (self->arcs, Arc, turn & ~BACKWARDS);
  PlxStroke stroke = is_first ? PLX_STROKE_MOVE : PLX_STROKE_LINE;
  /* The last point of an arc is the first of the next one of its ring. */
  const guint n = is_ring ? arc->n - 1 : arc->n;

  for (guint i = 0; i < n; i++)
    {
      const guint point = arc->first + (turn & BACKWARDS ? arc->n - 1 - i : i);

      if (detail == PLX_DETAIL_FAR && !g_array_index (self->is_far, guint8, point))
        continue;

      func (stroke, g_array_index (self->points, PlxMapPoint, point), user_data);
      stroke = PLX_STROKE_LINE;
    }
}

/**
 * plx_outlines_trace:
 * @land: a land
 * @detail: how many points are wanted
 * @func: (scope call): what draws them
 * @user_data: for @func
 *
 * Traces a land ring by ring; what an odd number of rings surrounds is within it. Nothing comes of
 * a land that is too small to be drawn.
 */
void
plx_outlines_trace (const PlxLand *land,
                    PlxDetail      detail,
                    PlxStrokeFunc  func,
                    gpointer       user_data)
{
  Outlines *self = get ();
  const Land *own = find_land (self, land);

  for (guint i = 0; i < own->n_rings; i++)
    {
      const Ring *ring = &g_array_index (self->rings, Ring, own->first_ring + i);

      for (guint j = 0; j < ring->n; j++)
        trace_arc (self, g_array_index (self->turns, guint, ring->first + j), detail, j == 0, TRUE,
                   func, user_data);

      func (PLX_STROKE_CLOSE, (PlxMapPoint) { 0, 0 }, user_data);
    }
}

/**
 * plx_outlines_trace_borders:
 * @detail: how many points are wanted
 * @box: (nullable): the part of the map that is wanted, or `NULL` for all
 * @func: (scope call): what draws them
 * @user_data: for @func
 *
 * Traces the borders between two lands that lie in the box, in part at least, each of them once.
 * Coasts are none.
 */
void
plx_outlines_trace_borders (PlxDetail        detail,
                            const PlxMapBox *box,
                            PlxStrokeFunc    func,
                            gpointer         user_data)
{
  Outlines *self = get ();

  for (guint i = 0; i < self->arcs->len; i++)
    {
      const Arc *arc = &g_array_index (self->arcs, Arc, i);

      if (arc->n_sides > 1 && (box == NULL || meet (&arc->box, box)))
        trace_arc (self, i, detail, TRUE, FALSE, func, user_data);
    }
}

typedef struct
{
  PlxMapPoint at;
  PlxMapPoint start;
  PlxMapPoint last;
  gboolean    inside;
} Hit;

/* Counts how often a line to the right crosses the outline. */
static void
cross (PlxStroke   stroke,
       PlxMapPoint point,
       gpointer    user_data)
{
  Hit *hit = user_data;

  if (stroke == PLX_STROKE_MOVE)
    {
      hit->start = hit->last = point;
      return;
    }

  if (stroke == PLX_STROKE_CLOSE)
    point = hit->start;

  if ((hit->last.y > hit->at.y) != (point.y > hit->at.y) &&
      hit->at.x < (point.x - hit->last.x) * (hit->at.y - hit->last.y) /
                  (point.y - hit->last.y) + hit->last.x)
    hit->inside = !hit->inside;

  hit->last = point;
}

/**
 * plx_outlines_at:
 * @point: a point of the map
 *
 * Returns: (transfer none) (nullable): the land on which it lies, or `NULL` for the sea
 */
const PlxLand *
plx_outlines_at (PlxMapPoint point)
{
  Outlines *self = get ();

  for (guint i = 0; i < self->lands->len; i++)
    {
      const PlxMapBox *box = &self->list[i].box;
      Hit hit = { .at = point };

      if (point.x < box->left || point.x > box->right ||
          point.y < box->top || point.y > box->bottom)
        continue;

      plx_outlines_trace (&self->list[i], PLX_DETAIL_NEAR, cross, &hit);
      if (hit.inside)
        return &self->list[i];
    }

  return NULL;
}
