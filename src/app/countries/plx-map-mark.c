/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-map-mark"

#include "config.h"

#include "countries/plx-map-mark.h"

#include <adwaita.h>
#include <math.h>

/* Radii in pixels: of a country that is named once, and of the one that is named most. */
#define LEAST 5.0
#define MOST 16.0
/* The smallest radius in which a number can be read. */
#define READABLE 8.5
#define RIM 1.5
#define RING 3.0
#define FOCUS_RING 4.0

/**
 * PlxMapMark:
 *
 * A country of the story on the map: a disc whose area tells how often it is named.
 *
 * Marks are widgets so that the keyboard and the screen reader find them. The map says where they
 * lie.
 */
struct _PlxMapMark
{
  GtkWidget       parent_instance;

  PlxCountryItem *item;   /* never NULL once made */
  double          part;   /* its share of the mentions of the country that has most */
  double          size;   /* 1 on a large map, less on a small one */
  double          radius;
  PangoLayout    *number; /* nullable where it is too small for one */
};

G_DEFINE_FINAL_TYPE (PlxMapMark, plx_map_mark, GTK_TYPE_WIDGET)

static void
plx_map_mark_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  /* As large as it may become: it gets its size where it is placed. */
  *minimum = *natural = 2 * (MOST + RING);
}

static void
append_disc (GtkSnapshot   *snapshot,
             float          x,
             float          y,
             float          radius,
             const GdkRGBA *color)
{
  GskRoundedRect disc;

  gsk_rounded_rect_init_from_rect (&disc,
                                   &GRAPHENE_RECT_INIT (x - radius, y - radius, 2 * radius,
                                                        2 * radius), radius);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_append_color (snapshot, color, &disc.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
append_number (PlxMapMark    *self,
               GtkSnapshot   *snapshot,
               float          x,
               float          y,
               const GdkRGBA *color)
{
  int width, height;

  pango_layout_get_pixel_size (self->number, &width, &height);
  if (hypot (width, height * 0.6) > 2 * self->radius)
    return;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x - width / 2.0f, y - height / 2.0f));
  gtk_snapshot_append_layout (snapshot, self->number, color);
  gtk_snapshot_restore (snapshot);
}

static void
plx_map_mark_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  PlxMapMark *self = PLX_MAP_MARK (widget);
  const GtkStateFlags state = gtk_widget_get_state_flags (widget);
  const float x = gtk_widget_get_width (widget) / 2.0f;
  const float y = gtk_widget_get_height (widget) / 2.0f;
  const gboolean focus = gtk_widget_has_visible_focus (widget);
  g_autoptr (GdkRGBA) accent =
    adw_style_manager_get_accent_color_rgba (adw_style_manager_get_default ());
  GdkRGBA disc, ground;

  plx_map_mark_get_colors (widget, &disc, &ground);

  if (focus)
    append_disc (snapshot, x, y, self->radius + FOCUS_RING, accent);
  else if (state & GTK_STATE_FLAG_SELECTED)
    append_disc (snapshot, x, y, self->radius + RING, &disc);
  append_disc (snapshot, x, y, self->radius + RIM, &ground);
  append_disc (snapshot, x, y, self->radius, &disc);
  if (self->number != NULL)
    append_number (self, snapshot, x, y, &ground);
}

/* No rule of the style speaks of the focus, so GTK sees nothing to draw anew. */
static void
plx_map_mark_state_flags_changed (GtkWidget     *widget,
                                  GtkStateFlags  before)
{
  GTK_WIDGET_CLASS (plx_map_mark_parent_class)->state_flags_changed (widget, before);
  gtk_widget_queue_draw (widget);
}

static gboolean
plx_map_mark_contains (GtkWidget *widget,
                       double     x,
                       double     y)
{
  PlxMapMark *self = PLX_MAP_MARK (widget);

  return hypot (x - gtk_widget_get_width (widget) / 2.0,
                y - gtk_widget_get_height (widget) / 2.0) <= self->radius + RING;
}

static void
create_number (PlxMapMark *self)
{
  g_autofree char *text = g_strdup_printf ("%u", plx_country_item_get_mentions (self->item));
  PangoAttrList *attributes;

  g_clear_object (&self->number);
  if (self->radius < READABLE)
    return;

  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  self->number = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_layout_set_attributes (self->number, attributes);
  pango_attr_list_unref (attributes);
}

static void
plx_map_mark_css_changed (GtkWidget         *widget,
                          GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (plx_map_mark_parent_class)->css_changed (widget, change);

  if (PLX_MAP_MARK (widget)->item != NULL)
    create_number (PLX_MAP_MARK (widget));
}

static void
plx_map_mark_dispose (GObject *object)
{
  PlxMapMark *self = PLX_MAP_MARK (object);

  g_clear_object (&self->item);
  g_clear_object (&self->number);

  G_OBJECT_CLASS (plx_map_mark_parent_class)->dispose (object);
}

static void
plx_map_mark_class_init (PlxMapMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_map_mark_dispose;

  widget_class->measure = plx_map_mark_measure;
  widget_class->snapshot = plx_map_mark_snapshot;
  widget_class->contains = plx_map_mark_contains;
  widget_class->state_flags_changed = plx_map_mark_state_flags_changed;
  widget_class->css_changed = plx_map_mark_css_changed;

  gtk_widget_class_set_css_name (widget_class, "plx-map-mark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_OPTION);
}

static void
plx_map_mark_init (PlxMapMark *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * plx_map_mark_new:
 * @item: a country of the story
 * @most: how often the country is named that is named most
 *
 * Returns: (transfer floating): its mark
 */
GtkWidget *
plx_map_mark_new (PlxCountryItem *item,
                  guint           most)
{
  PlxMapMark *self = g_object_new (PLX_TYPE_MAP_MARK, NULL);
  const double part = (double) plx_country_item_get_mentions (item) / MAX (most, 1);
  g_autofree char *words = plx_country_item_dup_words (item);

  self->item = g_object_ref (item);
  self->part = part;
  self->size = 1;
  self->radius = MAX (LEAST, MOST * sqrt (part));
  create_number (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, plx_country_item_get_name (item),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);

  return GTK_WIDGET (self);
}

PlxCountryItem *
plx_map_mark_get_item (PlxMapMark *self)
{
  g_return_val_if_fail (PLX_IS_MAP_MARK (self), NULL);

  return self->item;
}

/**
 * plx_map_mark_get_colors:
 * @widget: a mark, or the map
 * @ink: (out caller-allocates): the colour of text
 * @ground: (out caller-allocates): that of what text stands on
 *
 * Gives the colours of a disc and of its rim: whatever is below, one of the two stands out from it.
 */
void
plx_map_mark_get_colors (GtkWidget *widget,
                         GdkRGBA   *ink,
                         GdkRGBA   *ground)
{
  gtk_widget_get_color (widget, ink);
  ink->alpha = 1;
  *ground = ink->red + ink->green + ink->blue < 1.5 ? (GdkRGBA) { 1, 1, 1, 1 }
                                                    : (GdkRGBA) { 0.08, 0.08, 0.09, 1 };
}

/**
 * plx_map_mark_get_radius:
 * @self: a mark
 *
 * Returns: how large it is, with its rim, in pixels
 */
double
plx_map_mark_get_radius (PlxMapMark *self)
{
  g_return_val_if_fail (PLX_IS_MAP_MARK (self), 0);

  return self->radius + RIM;
}

/**
 * plx_map_mark_set_selected:
 * @self: a mark
 * @selected: whether its country is the one that is selected
 */
void
plx_map_mark_set_selected (PlxMapMark *self,
                           gboolean    selected)
{
  g_return_if_fail (PLX_IS_MAP_MARK (self));

  if (selected)
    gtk_widget_set_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * plx_map_mark_set_size:
 * @self: a mark
 * @size: 1 on a large map, and less on one where large marks would cover too much
 */
void
plx_map_mark_set_size (PlxMapMark *self,
                       double      size)
{
  g_return_if_fail (PLX_IS_MAP_MARK (self));

  if (self->size == size)
    return;

  self->size = size;
  self->radius = MAX (LEAST * MAX (size, 0.7), MOST * size * sqrt (self->part));
  create_number (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
