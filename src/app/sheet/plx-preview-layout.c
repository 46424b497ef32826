/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-preview-layout"

#include "config.h"

#include "sheet/plx-preview-layout.h"

#include <math.h>

/* Around the pages and between them, in pixels; less where there is little room. */
#define SPACE 24
#define SPACE_NARROW 12
#define NARROW 500

/* Pixels a point where a screen has 96 of them an inch. */
#define FULL_SCALE (96.0 / 72.0)

/* As large as text may be before the eye finds it long to go from line to line. */
#define AUTO_ZOOM 1.1

static int
space_of (const PlxPreviewLayout *self)
{
  return self->width < NARROW ? SPACE_NARROW : SPACE;
}

/* Whole pixels, so that all pages are of one size and their edges sharp. */
static int
width_of (const PlxPreviewLayout *self)
{
  return MAX (1, (int) round (self->page_width * self->scale));
}

static int
height_of (const PlxPreviewLayout *self)
{
  return MAX (1, (int) round (self->page_height * self->scale));
}

static double
find_scale (const PlxPreviewLayout *self)
{
  double across = (self->width - 2 * space_of (self)) / self->page_width;
  double down = (self->height - 2 * space_of (self) - self->foot) / self->page_height;
  /* A page that is to fit does so even where it can hardly be seen. */
  double smallest = self->fit == PLX_PREVIEW_FIT_NOT ? PLX_PREVIEW_MIN_ZOOM : 0.05;
  double scale;

  switch (self->fit)
    {
    case PLX_PREVIEW_FIT_WIDTH:
      scale = across;
      break;

    case PLX_PREVIEW_FIT_PAGE:
      scale = MIN (across, down);
      break;

    case PLX_PREVIEW_FIT_NOT:
      scale = self->zoom * FULL_SCALE;
      break;

    case PLX_PREVIEW_FIT_AUTO:
    default:
      scale = MIN (across, AUTO_ZOOM * FULL_SCALE);
      break;
    }

  return CLAMP (scale, smallest * FULL_SCALE, PLX_PREVIEW_MAX_ZOOM * FULL_SCALE);
}

/**
 * plx_preview_layout_update:
 * @self: a layout
 *
 * Finds out how large pages are and how many stand side by side. Only where the user has made
 * them small do several: who has a page fitted wants to see one.
 */
void
plx_preview_layout_update (PlxPreviewLayout *self)
{
  int space = space_of (self);
  guint n_rows, room = 1;

  g_return_if_fail (self->page_width > 0 && self->page_height > 0);

  self->scale = find_scale (self);
  if (self->fit == PLX_PREVIEW_FIT_NOT && self->width > space)
    room = (self->width - space) / (width_of (self) + space);

  self->n_columns = CLAMP (room, 1, MAX (self->n_pages, 1));
  n_rows = (self->n_pages + self->n_columns - 1) / self->n_columns;
  self->content_width = self->n_columns * (width_of (self) + space) + space;
  self->content_height = n_rows * (height_of (self) + space) + space + self->foot;
}

/**
 * plx_preview_layout_get_zoom:
 * @self: a layout that is up to date
 *
 * Returns: how large pages are shown; 1 is as on paper
 */
double
plx_preview_layout_get_zoom (const PlxPreviewLayout *self)
{
  return self->scale / FULL_SCALE;
}

/**
 * plx_preview_layout_get_page:
 * @self: a layout that is up to date
 * @page: a page, the first is 0
 * @bounds: (out caller-allocates): where it stands, in pixels from the upper left of all
 */
void
plx_preview_layout_get_page (const PlxPreviewLayout *self,
                             guint                   page,
                             graphene_rect_t        *bounds)
{
  int space = space_of (self);
  int left = MAX (0, self->width - self->content_width) / 2;
  guint row = page / self->n_columns;
  guint column = page % self->n_columns;

  graphene_rect_init (bounds,
                      left + space + column * (width_of (self) + space),
                      space + row * (height_of (self) + space),
                      width_of (self), height_of (self));
}

/**
 * plx_preview_layout_get_range:
 * @self: a layout that is up to date
 * @y: what is seen begins here, in pixels from the top of all
 * @height: and is that high
 * @first: (out): the first page of which something is seen
 * @end: (out): the page after the last one
 *
 * Finds the pages that are seen. A page counts where only the space above it is.
 */
void
plx_preview_layout_get_range (const PlxPreviewLayout *self,
                              double                  y,
                              double                  height,
                              guint                  *first,
                              guint                  *end)
{
  int space = space_of (self);
  int row_height = height_of (self) + space;
  double top = MAX (0, (y - space) / row_height);
  double bottom = MAX (0, (y + height) / row_height);

  *first = MIN ((guint) top * self->n_columns, self->n_pages);
  *end = MIN (((guint) bottom + 1) * self->n_columns, self->n_pages);
}

/**
 * plx_preview_layout_find_page:
 * @self: a layout that is up to date
 * @x: a place, in pixels from the left of all
 * @y: and from the top
 *
 * Returns: the page there or next to it; 0 where there is no page at all
 */
guint
plx_preview_layout_find_page (const PlxPreviewLayout *self,
                              double                  x,
                              double                  y)
{
  int space = space_of (self);
  int left = MAX (0, self->width - self->content_width) / 2;
  double row = MAX (0, (y - space / 2.0) / (height_of (self) + space));
  double column = MAX (0, (x - left - space / 2.0) / (width_of (self) + space));
  guint page = (guint) row * self->n_columns + MIN ((guint) column, self->n_columns - 1);

  return self->n_pages > 0 ? MIN (page, self->n_pages - 1) : 0;
}
