/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-world-map"

#include "config.h"

#include "countries/plx-world-map.h"

#include <adwaita.h>
#include <math.h>

#include "countries/plx-countries.h"
#include "countries/plx-world-map-private.h"

/* How high the world is, in parts of its width. */
#define SHAPE 0.46
/* Milliseconds after which who zooms has come to rest. */
#define REST 90
/* Pixels that one may miss a small country by. */
#define MISS 7.0

typedef enum
{
  PROP_MODEL = 1,
  PROP_SELECTED,
} PlxWorldMapProperty;

static GParamSpec *props[PROP_SELECTED + 1];

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxWorldMap, plx_world_map, GTK_TYPE_WIDGET)

/* Reading the outlines takes time that a window has not while it opens. */
static void
ensure_paper (PlxWorldMap *self)
{
  if (self->paper != NULL)
    return;

  self->paper = plx_map_paper_new ();
  plx_map_camera_init (&self->camera, plx_outlines_get_box ());
  self->drawn_zoom = self->camera.zoom;
}

/* What is named stands out; the rest of the world is there to be looked up. */
static void
shade (PlxWorldMap *self)
{
  gsize n;
  const PlxLand *lands = plx_outlines_list (&n);
  g_autofree PlxMapShade *shades = g_new0 (PlxMapShade, n);

  for (gsize i = 0; i < n; i++)
    {
      PlxMapMark *mark = plx_map_marks_find (self->marks, lands[i].country);

      shades[i].is_strong = mark != NULL;
      shades[i].status = plx_world_map_get_status (self, lands[i].country);
    }

  ensure_paper (self);
  plx_map_paper_shade (self->paper, shades, n);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
plx_world_map_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  PlxWorldMap *self = PLX_WORLD_MAP (widget);

  plx_map_marks_measure (self->marks, orientation);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : 120;
  *natural = 640;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *natural = MAX (*minimum, ceil ((for_size > 0 ? for_size : 640) * SHAPE));
}

static void
plx_world_map_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  PlxWorldMap *self = PLX_WORLD_MAP (widget);

  ensure_paper (self);
  plx_map_camera_resize (&self->camera, width, height);
  plx_map_marks_place (self->marks, &self->camera);
}

static void
outline (PlxWorldMap   *self,
         GtkSnapshot   *snapshot,
         const PlxLand *land,
         double         width)
{
  GdkRGBA color;

  gtk_widget_get_color (GTK_WIDGET (self), &color);
  plx_map_paper_outline (self->paper, snapshot, &self->camera, land, &color, width);
}

static double
get_density (PlxWorldMap *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;

  return surface != NULL ? gdk_surface_get_scale (surface) : 1;
}

static void
plx_world_map_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  PlxWorldMap *self = PLX_WORLD_MAP (widget);
  const PlxLand *selected = self->selected != NULL ? plx_outlines_find (self->selected) : NULL;

  plx_map_paper_draw (self->paper, snapshot, &self->camera, plx_map_look_get (), get_density (self),
                      self->settle_id != 0);

  if (self->hovered != NULL && self->hovered->country != NULL && self->hovered != selected)
    outline (self, snapshot, self->hovered, 1);
  if (selected != NULL)
    outline (self, snapshot, selected, 2.5);
  plx_map_marks_snapshot (self->marks, &self->camera, snapshot);

  GTK_WIDGET_CLASS (plx_world_map_parent_class)->snapshot (widget, snapshot);
}

/* With Tab one comes to the map once, and goes on from there: arrows lead from country to
 * country. */
static gboolean
plx_world_map_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  PlxWorldMap *self = PLX_WORLD_MAP (widget);
  PlxMapMark *mark = plx_map_marks_find (self->marks, self->selected);

  if (gtk_widget_get_focus_child (widget) != NULL || gtk_widget_is_focus (widget))
    return FALSE;

  if (mark != NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (mark));

  return gtk_widget_grab_focus (widget);
}

static void
plx_world_map_system_setting_changed (GtkWidget        *widget,
                                      GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (plx_world_map_parent_class)->system_setting_changed (widget, setting);

  gtk_widget_queue_draw (widget);
}

static void
plx_world_map_dispose (GObject *object)
{
  PlxWorldMap *self = PLX_WORLD_MAP (object);

  plx_map_marks_clear (self->marks);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (plx_world_map_parent_class)->dispose (object);
}

static void
plx_world_map_finalize (GObject *object)
{
  PlxWorldMap *self = PLX_WORLD_MAP (object);

  g_clear_pointer (&self->marks, plx_map_marks_free);
  g_clear_pointer (&self->paper, plx_map_paper_free);

  G_OBJECT_CLASS (plx_world_map_parent_class)->finalize (object);
}

static void
plx_world_map_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  PlxWorldMap *self = PLX_WORLD_MAP (object);

  switch ((PlxWorldMapProperty) prop_id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;

    case PROP_SELECTED:
      g_value_set_string (value, self->selected);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_world_map_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  PlxWorldMap *self = PLX_WORLD_MAP (object);

  switch ((PlxWorldMapProperty) prop_id)
    {
    case PROP_MODEL:
      plx_world_map_set_model (self, g_value_get_object (value));
      break;

    case PROP_SELECTED:
      plx_world_map_set_selected (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_world_map_class_init (PlxWorldMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags =
    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = plx_world_map_dispose;
  object_class->finalize = plx_world_map_finalize;
  object_class->get_property = plx_world_map_get_property;
  object_class->set_property = plx_world_map_set_property;

  widget_class->measure = plx_world_map_measure;
  widget_class->size_allocate = plx_world_map_size_allocate;
  widget_class->snapshot = plx_world_map_snapshot;
  widget_class->query_tooltip = plx_world_map_query_tip;
  widget_class->focus = plx_world_map_focus;
  widget_class->system_setting_changed = plx_world_map_system_setting_changed;

  props[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  props[PROP_SELECTED] = g_param_spec_string ("selected", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                            0);

  plx_map_keys_install (widget_class);
  gtk_widget_class_set_css_name (widget_class, "plx-world-map");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_BOX);
}

static void
plx_world_map_init (PlxWorldMap *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->marks = plx_map_marks_new (widget);

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  plx_map_hand_attach (self);
  plx_map_keys_attach (self);

  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GListModel *
plx_world_map_get_model (PlxWorldMap *self)
{
  g_return_val_if_fail (PLX_IS_WORLD_MAP (self), NULL);

  return self->model;
}

/**
 * plx_world_map_set_model: (set-property model)
 * @self: a map
 * @model: (nullable): the countries of the story, as [class@CountryItem], those first that are
 *   named most; a list that does not change
 */
void
plx_world_map_set_model (PlxWorldMap *self,
                         GListModel  *model)
{
  PlxMapMark *mark;

  g_return_if_fail (PLX_IS_WORLD_MAP (self));
  g_return_if_fail (model == NULL || G_IS_LIST_MODEL (model));

  if (!g_set_object (&self->model, model))
    return;

  if (model != NULL)
    plx_map_marks_fill (self->marks, model);
  else
    plx_map_marks_clear (self->marks);
  if ((mark = plx_map_marks_find (self->marks, self->selected)))
    plx_map_mark_set_selected (mark, TRUE);
  if (model != NULL)
    shade (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODEL]);
}

/**
 * plx_world_map_set_standing:
 * @self: a map
 * @relation: (nullable): by what countries are shaded
 * @day: for which day, where the story does not name the country
 */
void
plx_world_map_set_standing (PlxWorldMap           *self,
                            const PlxRelationInfo *relation,
                            PlxDay                 day)
{
  g_return_if_fail (PLX_IS_WORLD_MAP (self));

  self->relation = relation;
  self->day = day;
  shade (self);
}

/**
 * plx_world_map_get_status:
 * @self: a map
 * @country: (nullable): a country
 *
 * Returns: how it is shaded
 */
PlxStatus
plx_world_map_get_status (PlxWorldMap *self,
                          const char  *country)
{
  PlxMapMark *mark;

  g_return_val_if_fail (PLX_IS_WORLD_MAP (self), PLX_STATUS_UNKNOWN);

  if ((mark = plx_map_marks_find (self->marks, country)))
    return plx_country_get_status (plx_country_item_get_country (plx_map_mark_get_item (mark)));

  if (country == NULL || self->relation == NULL || self->day == 0)
    return PLX_STATUS_UNKNOWN;

  return plx_relation_status (self->relation, country, self->day, NULL);
}

const char *
plx_world_map_get_selected (PlxWorldMap *self)
{
  g_return_val_if_fail (PLX_IS_WORLD_MAP (self), NULL);

  return self->selected;
}

/**
 * plx_world_map_set_selected: (set-property selected)
 * @self: a map
 * @country: (nullable): the code of a country, of the story or not
 *
 * Selects a country, and moves the map if it cannot be seen.
 */
void
plx_world_map_set_selected (PlxWorldMap *self,
                            const char  *country)
{
  const PlxLand *land;
  PlxMapMark *mark;

  g_return_if_fail (PLX_IS_WORLD_MAP (self));

  country = country != NULL ? plx_country_intern (country) : NULL;
  if (self->selected == country)
    return;

  if ((mark = plx_map_marks_find (self->marks, self->selected)))
    plx_map_mark_set_selected (mark, FALSE);
  self->selected = country;
  if ((mark = plx_map_marks_find (self->marks, country)))
    plx_map_mark_set_selected (mark, TRUE);

  if (country != NULL && (land = plx_outlines_find (country)) && self->camera.width > 0 &&
      plx_map_camera_reveal (&self->camera, land->centre))
    plx_world_map_moved (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

/*< private >
 * plx_world_map_get_camera:
 * @self: a map
 *
 * Returns: (transfer none): from where one looks; who changes it calls `plx_world_map_moved ()`
 */
PlxMapCamera *
plx_world_map_get_camera (PlxWorldMap *self)
{
  ensure_paper (self);

  return &self->camera;
}

static gboolean
settled_cb (gpointer user_data)
{
  PlxWorldMap *self = user_data;

  self->settle_id = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

/*< private >
 * plx_world_map_moved:
 * @self: a map
 *
 * Draws the map anew from where one looks now.
 */
void
plx_world_map_moved (PlxWorldMap *self)
{
  if (self->camera.zoom != self->drawn_zoom)
    {
      self->drawn_zoom = self->camera.zoom;
      g_clear_handle_id (&self->settle_id, g_source_remove);
      self->settle_id = g_timeout_add (REST, settled_cb, self);
    }

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.zoom-out", self->camera.zoom > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.fit", self->camera.zoom > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.zoom-in",
                                 self->camera.zoom < PLX_MAP_CAMERA_NEAREST);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/*< private >
 * plx_world_map_is_settled:
 * @self: a map
 *
 * Returns: whether nobody is coming nearer or going away, so that it is drawn as sharp as it can be
 */
gboolean
plx_world_map_is_settled (PlxWorldMap *self)
{
  return self->settle_id == 0;
}

/*< private >
 * plx_world_map_find_land:
 * @self: a map
 * @x: a place on the widget
 * @y: a place on the widget
 *
 * Returns: (nullable): the land there: the one whose mark is there, or a small one that was missed
 *   by little, or else what the outlines say
 */
const PlxLand *
plx_world_map_find_land (PlxWorldMap *self,
                         double       x,
                         double       y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  const double scale = plx_map_camera_get_scale (plx_world_map_get_camera (self));
  gsize n;
  const PlxLand *lands = plx_outlines_list (&n);

  if (PLX_IS_MAP_MARK (picked))
    return plx_outlines_find (plx_country_item_get_code (plx_map_mark_get_item
                                                         (PLX_MAP_MARK (picked))));

  for (gsize i = 0; i < n; i++)
    {
      PlxMapPoint place;

      if (lands[i].country == NULL || sqrt (lands[i].area) * scale > MISS)
        continue;

      place = plx_map_camera_to_screen (&self->camera, lands[i].centre);
      if (hypot (place.x - x, place.y - y) < MISS)
        return &lands[i];
    }

  return plx_outlines_at (plx_map_camera_from_screen (&self->camera, x, y));
}

/*< private >
 * plx_world_map_set_hovered:
 * @self: a map
 * @land: (nullable): what the pointer is on
 */
void
plx_world_map_set_hovered (PlxWorldMap   *self,
                           const PlxLand *land)
{
  if (self->hovered == land)
    return;

  self->hovered = land;
  gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/*< private >
 * plx_world_map_choose:
 * @self: a map
 * @country: (nullable): the code of a country
 *
 * Selects a country for the user: the focus goes there, and it is told to those who cannot see it.
 */
void
plx_world_map_choose (PlxWorldMap *self,
                      const char  *country)
{
  PlxMapMark *mark;

  plx_world_map_set_selected (self, country);

  if ((mark = plx_map_marks_find (self->marks, country)))
    {
      gtk_widget_grab_focus (GTK_WIDGET (mark));
    }
  else
    {
      const PlxLand *land = country != NULL ? plx_outlines_find (country) : NULL;

      gtk_widget_grab_focus (GTK_WIDGET (self));
      if (land != NULL)
        {
          g_autofree char *tip = plx_world_map_dup_tip (self, land);

          gtk_accessible_announce (GTK_ACCESSIBLE (self), tip,
                                   GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
        }
    }
}
