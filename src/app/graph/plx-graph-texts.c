/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-graph-texts"

#include "config.h"

#include "graph/plx-graph-texts.h"

#include <adwaita.h>
#include <math.h>
#include <pango/pangocairo.h>

#include "graph/plx-graph-groups.h"

/* A long name is written in two lines: it finds its place more easily. */
#define MAX_NAME_WIDTH 140

/* The edge of the ground around each letter, so that it can be read where ties pass under it. */
#define EDGE 1.6
#define ROOM 2

/* How much is left of a name that steps back. */
#define FAINT 0.35

typedef struct
{
  PangoLayout *layout;  /* nullable until it is measured */
  GdkTexture  *textures[2]; /* plain and faint, each nullable until it is drawn */
  float        width;
  float        height;
} Text;

/* See the header. Colours, fonts and the scale of the screen are those of when it was drawn:
 * whoever sees them change makes the texts anew. */
struct _PlxGraphTexts
{
  GtkWidget           *widget; /* not owned: it owns us */
  const PlxGraphScene *scene;  /* likewise */
  Text                *texts;
  guint                n;
  GPtrArray           *letters; /* (element-type Text), owned: of groups, as far as they were asked
                                 * for */
};

static void
text_clear (Text *text)
{
  g_clear_object (&text->layout);
  g_clear_object (&text->textures[0]);
  g_clear_object (&text->textures[1]);
}

static void
letter_free (gpointer data)
{
  text_clear (data);
  g_free (data);
}

PlxGraphTexts *
plx_graph_texts_new (GtkWidget           *widget,
                     const PlxGraphScene *scene)
{
  PlxGraphTexts *self = g_new0 (PlxGraphTexts, 1);

  self->widget = widget;
  self->scene = scene;
  self->n = scene->n;
  self->texts = g_new0 (Text, scene->n + 1);
  self->letters = g_ptr_array_new_with_free_func (letter_free);

  return self;
}

void
plx_graph_texts_free (PlxGraphTexts *self)
{
  for (guint i = 0; i < self->n; i++)
    text_clear (&self->texts[i]);
  g_free (self->texts);
  g_ptr_array_unref (self->letters);
  g_free (self);
}

static void
text_measure (Text *text)
{
  int width, height;

  pango_layout_get_size (text->layout, &width, &height);
  text->width = width / (double) PANGO_SCALE;
  text->height = height / (double) PANGO_SCALE;
}

static Text *
ensure_text (PlxGraphTexts *self,
             guint          node)
{
  Text *text = &self->texts[node];
  GtkSettings *settings = gtk_widget_get_settings (self->widget);

  if (text->layout != NULL)
    return text;

  text->layout = gtk_widget_create_pango_layout (self->widget,
                                                 plx_graph_scene_get_name (self->scene, node));
  pango_layout_set_width (text->layout, PANGO_SCALE *
                          adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, MAX_NAME_WIDTH, settings));
  pango_layout_set_height (text->layout, -2);
  pango_layout_set_wrap (text->layout, PANGO_WRAP_WORD);
  pango_layout_set_alignment (text->layout, PANGO_ALIGN_CENTER);
  pango_layout_set_ellipsize (text->layout, PANGO_ELLIPSIZE_END);
  text_measure (text);

  return text;
}

void
plx_graph_texts_measure (PlxGraphTexts *self,
                         guint          node,
                         double        *width,
                         double        *height)
{
  Text *text = ensure_text (self, node);

  *width = text->width;
  *height = text->height;
}

static void
append_edge (cairo_t       *cr,
             PangoLayout   *layout,
             const GdkRGBA *color)
{
  pango_cairo_layout_path (cr, layout);
  cairo_set_line_width (cr, 2 * EDGE);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_stroke (cr);
}

/* A name and its edge are some hundred curves. Drawn once, they are a picture that is laid where
 * it belongs. Where there is no @ground, there is no edge. */
static GdkTexture *
create_texture (PlxGraphTexts *self,
                Text          *text,
                const GdkRGBA *ground,
                const GdkRGBA *color)
{
  double scale = gtk_widget_get_scale_factor (self->widget);
  int width = ceil ((text->width + 2 * ROOM) * scale);
  int height = ceil ((text->height + 2 * ROOM) * scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  PangoRectangle extents;
  GdkTexture *texture;

  /* It lies in the middle of the width that it may have. */
  pango_layout_get_extents (text->layout, NULL, &extents);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, ROOM - extents.x / (double) PANGO_SCALE, ROOM);
  if (ground != NULL)
    append_edge (cr, text->layout, ground);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_move_to (cr, 0, 0);
  pango_cairo_show_layout (cr, text->layout);
  cairo_destroy (cr);

  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface),
                       (gsize) cairo_image_surface_get_stride (surface) * height);
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes,
                                    cairo_image_surface_get_stride (surface));
  cairo_surface_destroy (surface);

  return texture;
}

/* On whole pixels, so that letters stay as sharp as they were drawn. */
static void
append_texture (PlxGraphTexts *self,
                GtkSnapshot   *snapshot,
                GdkTexture    *texture,
                double         x,
                double         y)
{
  const double scale = gtk_widget_get_scale_factor (self->widget);
  graphene_rect_t bounds =
    GRAPHENE_RECT_INIT (round ((x - ROOM) * scale) / scale, round ((y - ROOM) * scale) / scale,
                        gdk_texture_get_width (texture) / scale,
                        gdk_texture_get_height (texture) / scale);

  gtk_snapshot_append_texture (snapshot, texture, &bounds);
}

/**
 * plx_graph_texts_append:
 * @self: texts
 * @snapshot: where to
 * @palette: the colours
 * @node: a node
 * @faint: whether its name steps back behind others
 * @x: the left edge of its name
 * @y: its upper edge
 *
 * Draws the name of a node.
 */
void
plx_graph_texts_append (PlxGraphTexts         *self,
                        GtkSnapshot           *snapshot,
                        const PlxGraphPalette *palette,
                        guint                  node,
                        gboolean               faint,
                        double                 x,
                        double                 y)
{
  Text *text = ensure_text (self, node);
  GdkTexture **texture = &text->textures[faint ? 1 : 0];
  GdkRGBA color = palette->text;

  if (faint)
    color.alpha *= FAINT;
  if (*texture == NULL)
    *texture = create_texture (self, text, faint ? NULL : &palette->ground, &color);

  append_texture (self, snapshot, *texture, x, y);
}

static Text *
ensure_letter (PlxGraphTexts *self,
               guint          group)
{
  for (guint i = self->letters->len; i <= group; i++)
    {
      g_autofree char *letter = plx_graph_groups_dup_letter (i);
      g_autofree char *markup = g_strdup_printf ("<b><big>%s</big></b>", letter);
      Text *text = g_new0 (Text, 1);

      text->layout = gtk_widget_create_pango_layout (self->widget, NULL);
      pango_layout_set_markup (text->layout, markup, -1);
      text_measure (text);
      g_ptr_array_add (self->letters, text);
    }

  return g_ptr_array_index (self->letters, group);
}

void
plx_graph_texts_measure_letter (PlxGraphTexts *self,
                                guint          group,
                                double        *width,
                                double        *height)
{
  Text *text = ensure_letter (self, group);

  *width = text->width;
  *height = text->height;
}

/**
 * plx_graph_texts_append_letter:
 * @self: texts
 * @snapshot: where to
 * @palette: the colours
 * @group: a group
 * @x: the left edge of its letter
 * @y: its upper edge
 *
 * Draws the letter that stands for a group.
 */
void
plx_graph_texts_append_letter (PlxGraphTexts         *self,
                               GtkSnapshot           *snapshot,
                               const PlxGraphPalette *palette,
                               guint                  group,
                               double                 x,
                               double                 y)
{
  Text *text = ensure_letter (self, group);

  if (text->textures[0] == NULL)
    text->textures[0] = create_texture (self, text, &palette->ground,
                                        &palette->groups[group % PLX_GRAPH_N_HUES]);

  append_texture (self, snapshot, text->textures[0], x, y);
}
