/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-map-pattern"

#include "config.h"

#include "countries/plx-map-pattern.h"

#include <adwaita.h>

/* The side of a pattern's tile, in pixels. */
#define TILE 8.0f

/* What is drawn over the ground. A treaty that binds has no marks on it and the strongest colour;
 * all others can be told apart where no colour can. */
typedef enum
{
  MARKS_NONE,
  MARKS_RISING,    /* lines from the left foot to the right head */
  MARKS_CROSSED,   /* lines both ways */
  MARKS_DOTTED,
  MARKS_UPRIGHT,
} Marks;

typedef struct
{
  const char *light;
  const char *dark;
  Marks       marks;
} Pattern;

static const Pattern *
get_pattern (PlxStatus status)
{
  static const Pattern patterns[] = {
    [PLX_STATUS_UNKNOWN] = { "#77767b", "#9a9996", MARKS_NONE },
    [PLX_STATUS_PARTY] = { "#1c71d8", "#62a0ea", MARKS_NONE },
    [PLX_STATUS_SIGNATORY] = { "#26803f", "#57e389", MARKS_RISING },
    [PLX_STATUS_WITHDRAWN] = { "#813d9c", "#dc8add", MARKS_CROSSED },
    [PLX_STATUS_NON_PARTY] = { "#c64600", "#ffa348", MARKS_DOTTED },
    [PLX_STATUS_ACCEPTED] = { "#0f7a86", "#5bc8d4", MARKS_UPRIGHT },
  };

  return &patterns[(gsize) status < G_N_ELEMENTS (patterns) ? status : PLX_STATUS_UNKNOWN];
}

/**
 * plx_map_look_get:
 *
 * Returns: what the desktop asks for
 */
PlxMapLook
plx_map_look_get (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  return (PlxMapLook) { adw_style_manager_get_dark (manager),
                        adw_style_manager_get_high_contrast (manager) };
}

/**
 * plx_map_pattern_color:
 * @status: a status
 * @look: what it must go with
 * @color: (out): the colour of its lines
 */
void
plx_map_pattern_color (PlxStatus   status,
                       PlxMapLook  look,
                       GdkRGBA    *color)
{
  const Pattern *pattern = get_pattern (status);

  gdk_rgba_parse (color, look.is_dark ? pattern->dark : pattern->light);
}

static void
add_line (GskPathBuilder *builder,
          float           x,
          float           y,
          float           to_x,
          float           to_y)
{
  gsk_path_builder_move_to (builder, x, y);
  gsk_path_builder_line_to (builder, to_x, to_y);
}

/* Lines reach over the edges of the tile, so that they meet those of the next one. */
static GskPath *
create_marks (Marks marks,
              float side)
{
  GskPathBuilder *builder = gsk_path_builder_new ();

  switch (marks)
    {
    case MARKS_CROSSED:
      add_line (builder, -side, -side, 2 * side, 2 * side);
      add_line (builder, -side, side, side, -side);
      add_line (builder, 0, 2 * side, 2 * side, 0);
      add_line (builder, -side, 2 * side, 2 * side, -side);
      break;

    case MARKS_RISING:
      add_line (builder, -side, side, side, -side);
      add_line (builder, -side, 2 * side, 2 * side, -side);
      add_line (builder, 0, 2 * side, 2 * side, 0);
      break;

    case MARKS_UPRIGHT:
      add_line (builder, side / 4, -side, side / 4, 2 * side);
      add_line (builder, side * 3 / 4, -side, side * 3 / 4, 2 * side);
      break;

    case MARKS_DOTTED:
      gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (side / 4, side / 4), side / 7);
      gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (side * 3 / 4, side * 3 / 4),
                                   side / 7);
      break;

    case MARKS_NONE:
    default:
      break;
    }

  return gsk_path_builder_free_to_path (builder);
}

static void
append_marks (GtkSnapshot           *snapshot,
              const graphene_rect_t *bounds,
              Marks                  marks,
              const GdkRGBA         *color,
              float                  side)
{
  g_autoptr (GskPath) path = create_marks (marks, side);
  const graphene_rect_t tile = GRAPHENE_RECT_INIT (0, 0, side, side);

  gtk_snapshot_push_repeat (snapshot, bounds, &tile);
  gtk_snapshot_push_clip (snapshot, &tile);
  if (marks == MARKS_DOTTED)
    {
      gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, color);
    }
  else
    {
      g_autoptr (GskStroke) stroke = gsk_stroke_new (side / 6);

      gtk_snapshot_append_stroke (snapshot, path, stroke, color);
    }
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_pop (snapshot);
}

/**
 * plx_map_pattern_append:
 * @snapshot: where to draw
 * @bounds: what to fill
 * @status: with the pattern of which status
 * @is_strong: whether it is to stand out
 * @look: what it must go with
 * @scale: how many pixels a unit of @bounds is
 *
 * Fills a rectangle with the pattern that stands for a status.
 */
void
plx_map_pattern_append (GtkSnapshot           *snapshot,
                        const graphene_rect_t *bounds,
                        PlxStatus              status,
                        gboolean               is_strong,
                        PlxMapLook             look,
                        double                 scale)
{
  const Pattern *pattern = get_pattern (status);
  GdkRGBA color, ground;

  plx_map_pattern_color (status, look, &color);
  ground = color;

  if (status == PLX_STATUS_UNKNOWN)
    ground.alpha = look.is_high_contrast ? 0.4 : 0.22;
  else if (pattern->marks == MARKS_NONE)
    ground.alpha = is_strong ? 0.92 : look.is_high_contrast ? 0.5 : 0.3;
  else
    ground.alpha = is_strong ? 0.3 : look.is_high_contrast ? 0.2 : 0.1;
  gtk_snapshot_append_color (snapshot, &ground, bounds);

  if (pattern->marks == MARKS_NONE)
    return;

  color.alpha = is_strong ? 1 : look.is_high_contrast ? 0.7 : 0.35;
  append_marks (snapshot, bounds, pattern->marks, &color, TILE / scale);
}
