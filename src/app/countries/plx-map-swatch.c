/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-map-swatch"

#include "config.h"

#include "countries/plx-map-swatch.h"

#include <adwaita.h>

#include "countries/plx-map-pattern.h"

/* As on the map: two tiles of a pattern, and one high. */
#define WIDTH 24
#define HEIGHT 14

/**
 * PlxMapSwatch:
 *
 * A piece of the map to show what a pattern means. The words beside it tell those who do not see.
 */
struct _PlxMapSwatch
{
  GtkWidget parent_instance;

  PlxStatus status;
  gboolean  is_disc; /* a mark of the map, and no pattern */
};

typedef enum
{
  PROP_STATUS = 1,
} PlxMapSwatchProperty;

static GParamSpec *props[PROP_STATUS + 1];

G_DEFINE_FINAL_TYPE (PlxMapSwatch, plx_map_swatch, GTK_TYPE_WIDGET)

static void
plx_map_swatch_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  const gboolean is_disc = PLX_MAP_SWATCH (widget)->is_disc;

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL || is_disc ? HEIGHT : WIDTH;
}

static void
plx_map_swatch_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  PlxMapSwatch *self = PLX_MAP_SWATCH (widget);
  const graphene_rect_t bounds =
    GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  GskRoundedRect shape;
  GdkRGBA color;

  if (self->is_disc)
    {
      gtk_widget_get_color (widget, &color);
      gsk_rounded_rect_init_from_rect (&shape, &GRAPHENE_RECT_INIT (1, 1, bounds.size.width - 2,
                                                                    bounds.size.height - 2),
                                       bounds.size.height / 2 - 1);
      gtk_snapshot_push_rounded_clip (snapshot, &shape);
      gtk_snapshot_append_color (snapshot, &color, &bounds);
      gtk_snapshot_pop (snapshot);
      return;
    }

  gsk_rounded_rect_init_from_rect (&shape, &bounds, 3);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  plx_map_pattern_append (snapshot, &bounds, self->status, TRUE, plx_map_look_get (), 1);
  gtk_snapshot_pop (snapshot);
}

static void
plx_map_swatch_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  PlxMapSwatch *self = PLX_MAP_SWATCH (object);

  switch ((PlxMapSwatchProperty) prop_id)
    {
    case PROP_STATUS:
      g_value_set_enum (value, self->status);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_map_swatch_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch ((PlxMapSwatchProperty) prop_id)
    {
    case PROP_STATUS:
      plx_map_swatch_set_status (PLX_MAP_SWATCH (object), g_value_get_enum (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_map_swatch_class_init (PlxMapSwatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = plx_map_swatch_get_property;
  object_class->set_property = plx_map_swatch_set_property;
  widget_class->measure = plx_map_swatch_measure;
  widget_class->snapshot = plx_map_swatch_snapshot;

  props[PROP_STATUS] =
    g_param_spec_enum ("status", NULL, NULL, PLX_TYPE_STATUS, PLX_STATUS_UNKNOWN,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_css_name (widget_class, "plx-map-swatch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
plx_map_swatch_init (PlxMapSwatch *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * plx_map_swatch_new:
 * @status: a status
 *
 * Returns: (transfer floating): a piece of its pattern
 */
GtkWidget *
plx_map_swatch_new (PlxStatus status)
{
  return g_object_new (PLX_TYPE_MAP_SWATCH, "status", status, NULL);
}

/**
 * plx_map_swatch_new_disc:
 *
 * Returns: (transfer floating): a mark as those by which the map tells mentions
 */
GtkWidget *
plx_map_swatch_new_disc (void)
{
  PlxMapSwatch *self = g_object_new (PLX_TYPE_MAP_SWATCH, NULL);

  self->is_disc = TRUE;

  return GTK_WIDGET (self);
}

void
plx_map_swatch_set_status (PlxMapSwatch *self,
                           PlxStatus     status)
{
  g_return_if_fail (PLX_IS_MAP_SWATCH (self));

  if (self->status == status)
    return;

  self->status = status;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATUS]);
}
