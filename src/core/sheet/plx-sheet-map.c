/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet"

#include "config.h"

#include "sheet/plx-sheet-map.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "countries/plx-standing.h"
#include "graph/plx-graph.h"
#include "sheet/plx-sheet-hatch.h"
#include "sheet/plx-sheet-ink.h"

/* How much of the width of the countries' own box is shown around them, and how much of the
 * world at least. */
#define AROUND 0.12
#define LEAST_PART 0.34
/* Wider than it is high, so that a map and its legend share a page with a table. */
#define LEAST_ASPECT 1.6
#define MOST_ASPECT 2.3
/* Room for the legend, in parts of the width. */
#define LEGEND_PART 0.07
/* Radii of the discs, in parts of the size of the text. */
#define LEAST_RADIUS 0.26
#define MOST_RADIUS 0.95
/* From this radius on, in parts of the size of the text, a number can be read in a disc. */
#define NUMBER_RADIUS 0.6
/* Land whose side would be less than so many points is not drawn. */
#define SMALLEST 1.2

typedef struct
{
  const PlxLand *land; /* nullable: drawn nowhere */
  char          *name;
  PlxStatus      status;
  guint          n_mentions;
} Mark;

struct _PlxSheetMap
{
  const PlxRelationInfo *relation; /* nullable */
  GArray                *marks;    /* Mark, the most mentioned first */
  PlxStatus             *statuses; /* by land */
  gboolean              *strong;   /* by land, whether the story speaks of it */
  PlxMapBox              box;      /* what is shown */
};

static void
mark_clear (gpointer data)
{
  g_free (((Mark *) data)->name);
}

static void
add_marks (PlxSheetMap          *self,
           const PlxSheetMatter *matter,
           GPtrArray            *countries)
{
  for (guint i = 0; i < countries->len; i++)
    {
      PlxCountry *country = g_ptr_array_index (countries, i);
      const char *code = plx_country_get_code (country);
      Mark mark = { plx_outlines_find (code),
                    g_strdup (plx_sheet_matter_get_country (matter, code)),
                    plx_country_get_status (country), plx_country_get_n_mentions (country) };

      g_array_append_val (self->marks, mark);
    }
}

static Mark *
mark_at (const PlxSheetMap *self,
         guint              i)
{
  return &g_array_index (self->marks, Mark, i);
}

static void
find_statuses (PlxSheetMap *self,
               PlxDay       day)
{
  gsize n;
  const PlxLand *lands = plx_outlines_list (&n);

  self->statuses = g_new0 (PlxStatus, n + 1);
  self->strong = g_new0 (gboolean, n + 1);
  for (gsize i = 0; i < n; i++)
    {
      if (self->relation != NULL && lands[i].country != NULL)
        self->statuses[i] = plx_relation_status (self->relation, lands[i].country, day, NULL);
    }

  for (guint i = 0; i < self->marks->len; i++)
    {
      const Mark *mark = mark_at (self, i);

      if (mark->land == NULL)
        continue;
      self->statuses[mark->land - lands] = mark->status;
      self->strong[mark->land - lands] = TRUE;
    }
}

/* Makes one side longer on both ends, within the bounds where there is room. */
static void
widen (double *from,
       double *to,
       double  length,
       double  least,
       double  most)
{
  const double middle = (*from + *to) / 2;

  length = MIN (length, most - least);
  *from = CLAMP (middle - length / 2, least, most - length);
  *to = *from + length;
}

/* The part of the world that the story is about; all of it where that is nearly all. */
static void
find_box (PlxSheetMap *self)
{
  const PlxMapBox world = plx_outlines_get_box ();
  PlxMapBox box = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };
  double width, height;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const PlxLand *land = mark_at (self, i)->land;

      if (land == NULL)
        continue;
      box.left = MIN (box.left, MIN (land->main_box.left, land->centre.x));
      box.top = MIN (box.top, MIN (land->main_box.top, land->centre.y));
      box.right = MAX (box.right, MAX (land->main_box.right, land->centre.x));
      box.bottom = MAX (box.bottom, MAX (land->main_box.bottom, land->centre.y));
    }

  self->box = world;
  width = MAX ((box.right - box.left) * (1 + AROUND),
               (world.right - world.left) * LEAST_PART);
  height = (box.bottom - box.top) * (1 + AROUND);
  if (box.right < box.left || width > 0.8 * (world.right - world.left))
    return;

  width = MAX (width, height * LEAST_ASPECT);
  height = MAX (height, width / MOST_ASPECT);
  self->box = box;
  widen (&self->box.left, &self->box.right, width, world.left, world.right);
  widen (&self->box.top, &self->box.bottom, height, world.top, world.bottom);
}

/**
 * plx_sheet_map_new:
 * @matter: says what countries are called
 * @relation: (nullable): by which lands are hatched; `NULL` hatches none
 * @day: for which day it is asked how those lands stand that the story does not speak of
 * @countries: (element-type PlxCountry): those of which it does, the most mentioned first
 *
 * Returns: (transfer full): the map
 */
PlxSheetMap *
plx_sheet_map_new (const PlxSheetMatter  *matter,
                   const PlxRelationInfo *relation,
                   PlxDay                 day,
                   GPtrArray             *countries)
{
  PlxSheetMap *self = g_new0 (PlxSheetMap, 1);

  self->relation = relation;
  self->marks = g_array_new (FALSE, TRUE, sizeof (Mark));
  g_array_set_clear_func (self->marks, mark_clear);
  add_marks (self, matter, countries);
  find_statuses (self, day);
  find_box (self);

  return self;
}

void
plx_sheet_map_free (PlxSheetMap *self)
{
  g_array_unref (self->marks);
  g_free (self->statuses);
  g_free (self->strong);
  g_free (self);
}

/**
 * plx_sheet_map_get_aspect:
 * @self: a map
 *
 * Returns: its height by its width, with the legend
 */
double
plx_sheet_map_get_aspect (const PlxSheetMap *self)
{
  return (self->box.bottom - self->box.top) / (self->box.right - self->box.left) + LEGEND_PART;
}

/* What part of the world it shows. */
PlxMapBox
plx_sheet_map_get_box (const PlxSheetMap *self)
{
  return self->box;
}

/* A status that no land has is told of no more than one that nobody can have. */
static gboolean
is_there (const PlxSheetMap *self,
          PlxStatus          status)
{
  gsize n;
  const PlxLand *lands = plx_outlines_list (&n);

  for (gsize i = 0; i < n; i++)
    {
      if (lands[i].country != NULL && self->statuses[i] == status)
        return TRUE;
    }

  return FALSE;
}

static guint
count_status (const PlxSheetMap *self,
              PlxStatus          status)
{
  guint n = 0;

  for (guint i = 0; i < self->marks->len; i++)
    n += mark_at (self, i)->status == status;

  return n;
}

/**
 * plx_sheet_map_dup_words:
 * @self: a map
 *
 * Returns: (transfer full): what it shows, for who cannot see it
 */
char *
plx_sheet_map_dup_words (const PlxSheetMap *self)
{
  GString *text = g_string_new (_("Map of the world."));

  for (PlxStatus status = PLX_STATUS_UNKNOWN; status < PLX_N_STATUSES; status++)
    {
      g_autoptr (GString) names = g_string_new (NULL);

      for (guint i = 0; i < self->marks->len; i++)
        {
          if (mark_at (self, i)->status == status)
            g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                                    mark_at (self, i)->name);
        }
      if (names->len > 0)
        /* Translators: how countries stand, as “party”, and the countries */
        g_string_append_printf (text, _(" %s: %s."),
                                plx_status_to_words (self->relation, status), names->str);
    }

  return g_string_free_and_steal (text);
}

typedef struct
{
  cairo_t *cr;
  double   x;     /* of the middle of the map, in points */
  double   y;     /* of the equator */
  double   scale; /* points a unit of the map */
} Pen;

static void
trace (PlxStroke   stroke,
       PlxMapPoint point,
       gpointer    user_data)
{
  const Pen *pen = user_data;
  const double x = pen->x + point.x * pen->scale;
  const double y = pen->y + point.y * pen->scale;

  if (stroke == PLX_STROKE_MOVE)
    cairo_move_to (pen->cr, x, y);
  else if (stroke == PLX_STROKE_LINE)
    cairo_line_to (pen->cr, x, y);
  else
    cairo_close_path (pen->cr);
}

static void
trace_lands (const PlxSheetMap *self,
             Pen               *pen,
             PlxStatus          status,
             gboolean           strong)
{
  gsize n;
  const PlxLand *lands = plx_outlines_list (&n);
  const PlxDetail detail = pen->scale < 180 ? PLX_DETAIL_FAR : PLX_DETAIL_NEAR;

  cairo_new_path (pen->cr);
  for (gsize i = 0; i < n; i++)
    {
      if (self->statuses[i] == status && self->strong[i] == strong &&
          sqrt (lands[i].area) * pen->scale >= SMALLEST)
        plx_outlines_trace (&lands[i], detail, trace, pen);
    }
}

static void
draw_lands (const PlxSheetMap *self,
            Pen               *pen,
            gboolean           strong)
{
  const double gray = strong ? 0 : 0.55;

  cairo_set_line_join (pen->cr, CAIRO_LINE_JOIN_ROUND);
  for (PlxStatus status = PLX_STATUS_UNKNOWN; status < PLX_N_STATUSES; status++)
    {
      cairo_path_t *path;

      trace_lands (self, pen, status, strong);
      path = cairo_copy_path (pen->cr);
      plx_sheet_hatch_fill (pen->cr, status, strong);
      cairo_new_path (pen->cr);
      cairo_append_path (pen->cr, path);
      cairo_path_destroy (path);
      cairo_set_source_rgb (pen->cr, gray, gray, gray);
      cairo_set_line_width (pen->cr, strong ? 0.7 : 0.3);
      cairo_stroke (pen->cr);
    }
}

static void
draw_number (const PlxSheetCanvas *canvas,
             const PlxGraphSpot   *spot,
             guint                 number)
{
  g_autofree char *words = g_strdup_printf ("%u", number);
  g_autoptr (PangoLayout) layout = plx_ink_words (canvas, words, TRUE);
  double width, height;

  plx_ink_measure (layout, &width, &height);
  if (spot->radius < NUMBER_RADIUS * canvas->em || width > 1.8 * spot->radius)
    return;

  cairo_set_source_rgb (canvas->cr, 1, 1, 1);
  cairo_move_to (canvas->cr, spot->x - width / 2, spot->y - height / 2);
  pango_cairo_show_layout (canvas->cr, layout);
}

static void
draw_disc (cairo_t *cr,
           double   x,
           double   y,
           double   radius)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius + 0.8, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_fill (cr);
}

static void
draw_marks (const PlxSheetMap    *self,
            const Pen            *pen,
            const PlxSheetCanvas *canvas,
            double                height)
{
  g_autofree PlxGraphSpot *spots = g_new0 (PlxGraphSpot, self->marks->len + 1);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_object_unref);
  const double most = self->marks->len > 0 ? MAX (mark_at (self, 0)->n_mentions, 1) : 1;
  guint n = 0;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const Mark *mark = mark_at (self, i);
      PlxGraphSpot *spot = &spots[n];
      PangoLayout *layout;

      if (mark->land == NULL)
        continue;
      layout = plx_ink_words (canvas, mark->name, FALSE);
      spot->x = pen->x + mark->land->centre.x * pen->scale;
      spot->y = pen->y + mark->land->centre.y * pen->scale;
      spot->radius = canvas->em * MAX (LEAST_RADIUS, MOST_RADIUS * sqrt (mark->n_mentions / most));
      plx_ink_measure (layout, &spot->width, &spot->height);
      g_ptr_array_add (names, layout);
      n++;
    }
  plx_graph_place_names (spots, n, canvas->width, height);

  for (guint i = n; i > 0; i--)
    draw_disc (pen->cr, spots[i - 1].x, spots[i - 1].y, spots[i - 1].radius);
  for (guint i = 0, k = 0; i < self->marks->len; i++)
    {
      if (mark_at (self, i)->land != NULL)
        draw_number (canvas, &spots[k++], mark_at (self, i)->n_mentions);
    }
  for (guint i = n; i > 0; i--)
    {
      if (spots[i - 1].named)
        plx_ink_name (canvas, g_ptr_array_index (names, i - 1), spots[i - 1].name_x,
                      spots[i - 1].name_y);
    }
}

static void
draw_swatch (cairo_t   *cr,
             PlxStatus  status,
             double     x,
             double     y,
             double     size)
{
  for (guint i = 0; i < 2; i++)
    {
      cairo_rectangle (cr, x - 1.1 * size, y - 0.5 * size, 2.2 * size, size);
      if (i == 0)
        plx_sheet_hatch_fill (cr, status, TRUE);
    }
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, 0.6);
  cairo_stroke (cr);
}

/* Gives how high it is. */
static double
lay_legend (const PlxSheetMap    *self,
            const PlxSheetCanvas *canvas,
            double                top,
            gboolean              is_drawn)
{
  static const PlxStatus order[] = {
    PLX_STATUS_PARTY, PLX_STATUS_SIGNATORY, PLX_STATUS_WITHDRAWN, PLX_STATUS_ACCEPTED,
    PLX_STATUS_NON_PARTY, PLX_STATUS_UNKNOWN,
  };
  PlxInkLegend legend = { canvas, is_drawn, top, 0, 0 };
  const double size = PLX_INK_SIZE * canvas->em;
  double x, y;

  for (gsize i = 0; self->relation != NULL && i < G_N_ELEMENTS (order); i++)
    {
      const guint n = count_status (self, order[i]);
      g_autofree char *words = NULL;

      if (n == 0 && !is_there (self, order[i]))
        continue;
      /* Translators: how countries stand, as “party”, and how many that the articles speak of */
      words = g_strdup_printf (_("%s · %u"), plx_status_to_words (self->relation, order[i]), n);
      if (plx_ink_legend_add (&legend, words, &x, &y))
        draw_swatch (canvas->cr, order[i], x, y, size);
    }
  /* Translators: the legend of a map: what discs of different size stand for */
  if (self->marks->len > 0 && plx_ink_legend_add (&legend, _("how often mentioned"), &x, &y))
    {
      draw_disc (canvas->cr, x - 0.55 * size, y, 0.28 * size);
      draw_disc (canvas->cr, x + 0.4 * size, y, 0.55 * size);
    }

  return plx_ink_legend_end (&legend);
}

/**
 * plx_sheet_map_draw:
 * @canvas: what it is drawn on
 * @map: a [struct@SheetMap]
 *
 * Draws the map with the legend below it.
 */
void
plx_sheet_map_draw (const PlxSheetCanvas *canvas,
                    gpointer              map)
{
  const PlxSheetMap *self = map;
  const double box_width = self->box.right - self->box.left;
  const double box_height = self->box.bottom - self->box.top;
  const double gap = 0.5 * canvas->em;
  double height = MAX (canvas->height - lay_legend (self, canvas, 0, FALSE) - gap, 1);
  const double scale = MIN (canvas->width / box_width, height / box_height);
  const double left = (canvas->width - box_width * scale) / 2;
  Pen pen = { canvas->cr, left - self->box.left * scale, -self->box.top * scale, scale };

  height = box_height * scale;
  cairo_save (canvas->cr);
  cairo_rectangle (canvas->cr, left, 0, box_width * scale, height);
  cairo_clip (canvas->cr);
  draw_lands (self, &pen, FALSE);
  draw_lands (self, &pen, TRUE);
  cairo_restore (canvas->cr);
  draw_marks (self, &pen, canvas, height);

  lay_legend (self, canvas, height + gap, TRUE);
}
