/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-map-keys"

#include "config.h"

#include "countries/plx-world-map-private.h"

#include <math.h>

#include "countries/plx-countries.h"
#include "countries/plx-country-labels.h"

/* How far Ctrl and an arrow key move the map, in pixels. */
#define STEP 60
/* How much nearer a key comes. */
#define NEARER 1.5
/* Letters that come within so many microseconds are of one name. */
#define PAUSE G_USEC_PER_SEC

/* What is typed on one map. */
typedef struct
{
  PlxWorldMap *map;  /* it owns us */
  GString     *typed;
  gint64       when; /* the last letter came */
} Keys;

static void
keys_free (gpointer data)
{
  Keys *self = data;

  g_string_free (self->typed, TRUE);
  g_free (self);
}

/* How far one would have to go in a direction: what lies aside counts double, and what lies more
 * aside than ahead does not count. */
static double
measure (PlxMapPoint from,
         PlxMapPoint to,
         double      dx,
         double      dy)
{
  const double ahead = (to.x - from.x) * dx + (to.y - from.y) * dy;
  const double aside = fabs ((to.x - from.x) * dy) + fabs ((to.y - from.y) * dx);

  return ahead <= 0 || aside > 2 * ahead ? G_MAXDOUBLE : ahead + 2 * aside;
}

static const char *
find_neighbour (PlxWorldMap *map,
                const char  *country,
                double       dx,
                double       dy)
{
  const PlxLand *land = plx_outlines_find (country);
  GListModel *model = plx_world_map_get_model (map);
  const char *best = NULL;
  double least = G_MAXDOUBLE;

  for (guint i = 0; land != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (PlxCountryItem) item = g_list_model_get_item (model, i);
      const char *code = plx_country_item_get_code (item);
      const PlxLand *other = plx_outlines_find (code);
      double way;

      if (other == NULL || g_str_equal (code, country))
        continue;

      way = measure (land->centre, other->centre, dx, dy);
      if (way < least)
        {
          least = way;
          best = code;
        }
    }

  return best;
}

/*< private >
 * plx_map_keys_go:
 * @map: a map
 * @dx: 1 to the right, -1 to the left, or 0
 * @dy: 1 down, -1 up, or 0
 *
 * Goes to the nearest country of the story in a direction; at first, to the one that is named most.
 *
 * Returns: whether there is one
 */
gboolean
plx_map_keys_go (PlxWorldMap *map,
                 double       dx,
                 double       dy)
{
  GListModel *model = plx_world_map_get_model (map);
  const char *selected = plx_world_map_get_selected (map);
  const char *next = NULL;

  if (model == NULL || g_list_model_get_n_items (model) == 0)
    return FALSE;

  if (selected == NULL)
    {
      g_autoptr (PlxCountryItem) first = g_list_model_get_item (model, 0);

      next = plx_country_item_get_code (first);
    }
  else
    {
      next = find_neighbour (map, selected, dx, dy);
    }

  if (next == NULL)
    return FALSE;

  plx_world_map_choose (map, next);

  return TRUE;
}

static gboolean
go_cb (GtkWidget *widget,
       GVariant  *arguments,
       gpointer   user_data)
{
  double dx, dy;

  g_variant_get (arguments, "(dd)", &dx, &dy);
  if (!plx_map_keys_go (PLX_WORLD_MAP (widget), dx, dy))
    gtk_widget_error_bell (widget);

  return GDK_EVENT_STOP;
}

static gboolean
pan_cb (GtkWidget *widget,
        GVariant  *arguments,
        gpointer   user_data)
{
  PlxWorldMap *map = PLX_WORLD_MAP (widget);
  double dx, dy;

  g_variant_get (arguments, "(dd)", &dx, &dy);
  plx_map_camera_pan (plx_world_map_get_camera (map), -dx * STEP, -dy * STEP);
  plx_world_map_moved (map);

  return GDK_EVENT_STOP;
}

static void
zoom (PlxWorldMap *map,
      double       factor)
{
  PlxMapCamera *camera = plx_world_map_get_camera (map);
  const char *selected = plx_world_map_get_selected (map);
  const PlxLand *land = selected != NULL ? plx_outlines_find (selected) : NULL;
  PlxMapPoint at = { camera->width / 2, camera->height / 2 };

  /* One comes nearer to what one looks at. */
  if (land != NULL)
    {
      PlxMapPoint place = plx_map_camera_to_screen (camera, land->centre);

      if (place.x >= 0 && place.y >= 0 && place.x <= camera->width && place.y <= camera->height)
        at = place;
    }

  plx_map_camera_zoom_at (camera, camera->zoom * factor, at.x, at.y);
  plx_world_map_moved (map);
}

static void
zoom_in_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  zoom (PLX_WORLD_MAP (widget), NEARER);
}

static void
zoom_out_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  zoom (PLX_WORLD_MAP (widget), 1 / NEARER);
}

static void
fit_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  PlxMapCamera *camera = plx_world_map_get_camera (PLX_WORLD_MAP (widget));

  plx_map_camera_zoom_at (camera, 1, camera->width / 2, camera->height / 2);
  plx_world_map_moved (PLX_WORLD_MAP (widget));
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  if (plx_world_map_get_selected (PLX_WORLD_MAP (widget)) == NULL)
    return GDK_EVENT_PROPAGATE;

  g_signal_emit_by_name (widget, "activated");

  return GDK_EVENT_STOP;
}

static gboolean
starts_with (const char *name,
             const char *typed)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_autofree char *start = g_utf8_casefold (typed, -1);

  return g_str_has_prefix (folded, start);
}

/* A country of the story that is called so, or else any of the world. */
static const char *
find_named (PlxWorldMap *map,
            const char  *typed)
{
  GListModel *model = plx_world_map_get_model (map);
  const PlxCountryInfo *countries;
  gsize n;

  for (guint i = 0; model != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (PlxCountryItem) item = g_list_model_get_item (model, i);

      if (starts_with (plx_country_item_get_name (item), typed))
        return plx_country_item_get_code (item);
    }

  countries = plx_countries_list (&n);
  for (gsize i = 0; i < n; i++)
    {
      if (starts_with (plx_country_get_label (countries[i].iso3), typed))
        return countries[i].iso3;
    }

  return NULL;
}

static gboolean
key_pressed_cb (Keys            *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  const gunichar letter = gdk_keyval_to_unicode (keyval);
  const gint64 now = g_get_monotonic_time ();
  const char *found;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 ||
      !g_unichar_isprint (letter))
    return GDK_EVENT_PROPAGATE;

  if (now - self->when > PAUSE)
    g_string_truncate (self->typed, 0);

  /* A name does not begin with what zooms, and a space goes on only with a name. */
  if (self->typed->len == 0 && !g_unichar_isalpha (letter))
    return GDK_EVENT_PROPAGATE;

  self->when = now;
  g_string_append_unichar (self->typed, letter);
  if ((found = find_named (self->map, self->typed->str)))
    plx_world_map_choose (self->map, found);
  else
    gtk_widget_error_bell (GTK_WIDGET (self->map));

  return GDK_EVENT_STOP;
}

/*< private >
 * plx_map_keys_attach:
 * @map: a map
 *
 * Makes the map go to the country whose name is typed.
 */
void
plx_map_keys_attach (PlxWorldMap *map)
{
  GtkEventController *controller = gtk_event_controller_key_new ();
  Keys *keys = g_new0 (Keys, 1);

  keys->map = map;
  keys->typed = g_string_new (NULL);
  g_object_set_data_full (G_OBJECT (map), "plx-map-keys", keys, keys_free);
  /* The controller is ours alone, and goes with the map. */
  g_signal_connect_swapped (controller, "key-pressed", G_CALLBACK (key_pressed_cb), keys);
  gtk_widget_add_controller (GTK_WIDGET (map), controller);
}

static void
add_arrow (GtkWidgetClass *widget_class,
           guint           keyval,
           guint           pad,
           double          dx,
           double          dy)
{
  const guint keys[] = { keyval, pad };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (widget_class, keys[i], 0, go_cb, "(dd)", dx, dy);
      gtk_widget_class_add_binding (widget_class, keys[i], GDK_CONTROL_MASK, pan_cb, "(dd)", dx,
                                    dy);
    }
}

/*< private >
 * plx_map_keys_install:
 * @widget_class: the class of the map
 *
 * Adds the map's actions and keys to its class.
 */
void
plx_map_keys_install (GtkWidgetClass *widget_class)
{
  static const struct { guint key; const char *action; } zooms[] = {
    { GDK_KEY_plus, "map.zoom-in" }, { GDK_KEY_equal, "map.zoom-in" },
    { GDK_KEY_KP_Add, "map.zoom-in" },
    { GDK_KEY_minus, "map.zoom-out" }, { GDK_KEY_KP_Subtract, "map.zoom-out" },
    { GDK_KEY_0, "map.fit" }, { GDK_KEY_KP_0, "map.fit" },
  };

  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (widget_class, "map.fit", NULL, fit_cb);

  for (gsize i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      gtk_widget_class_add_binding_action (widget_class, zooms[i].key, 0, zooms[i].action, NULL);
      gtk_widget_class_add_binding_action (widget_class, zooms[i].key, GDK_CONTROL_MASK,
                                           zooms[i].action, NULL);
    }

  add_arrow (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0);
  add_arrow (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0);
  add_arrow (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1);
  add_arrow (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_cb, NULL);
}
