/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <string.h>

#include <glib.h>

G_BEGIN_DECLS

/* What is done to single pixels, which are premultiplied. Inline, since it is done to millions. */

/* Takes a part of a colour: @part of 255. Two channels at a time. */
static inline guint32
plx_graph_pixel_part (guint32 color,
                      guint32 part)
{
  guint32 rb = (color & 0xff00ff) * part + 0x800080;
  guint32 ag = (color >> 8 & 0xff00ff) * part + 0x800080;

  rb = (rb + (rb >> 8 & 0xff00ff)) >> 8 & 0xff00ff;
  ag = (ag + (ag >> 8 & 0xff00ff)) & 0xff00ff00;

  return rb | ag;
}

/* Lays a colour over another. */
static inline guint32
plx_graph_pixel_over (guint32 ground,
                      guint32 color)
{
  return color + plx_graph_pixel_part (ground, 255 - (color >> 24));
}

/* The same for four pixels that lie side by side, the eight bytes of two of them at a time, since
 * most of what a frame of a large graph costs is this. */
static inline void
plx_graph_pixel_over_four (guint32       *grounds,
                           const guint32 *colors)
{
#if G_BYTE_ORDER == G_LITTLE_ENDIAN
  typedef guint8 Bytes __attribute__ ((vector_size (8)));
  typedef guint16 Words __attribute__ ((vector_size (16)));

  for (guint i = 0; i < 4; i += 2)
    {
      Bytes ground, color;
      Words sum, rest;

      memcpy (&ground, grounds + i, sizeof ground);
      memcpy (&color, colors + i, sizeof color);
      rest = __builtin_convertvector (color, Words);
      rest = 255 - __builtin_shufflevector (rest, rest, 3, 3, 3, 3, 7, 7, 7, 7);
      sum = __builtin_convertvector (ground, Words) * rest + 128;
      color += __builtin_convertvector ((sum + (sum >> 8)) >> 8, Bytes);
      memcpy (grounds + i, &color, sizeof color);
    }
#else
  for (guint i = 0; i < 4; i++)
    grounds[i] = plx_graph_pixel_over (grounds[i], colors[i]);
#endif
}

G_END_DECLS
