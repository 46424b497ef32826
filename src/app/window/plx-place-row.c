/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-place-row"

#include "config.h"

#include "window/plx-place-row.h"

/**
 * PlxPlaceRow:
 *
 * A row of the sidebar that leads to something of the whole library, and says how much there is.
 */
struct _PlxPlaceRow
{
  GtkListBoxRow  parent_instance;

  char          *icon_name; /* nullable */
  char          *title;     /* nullable */
  guint          count;
};

typedef enum
{
  PROP_ICON_NAME = 1,
  PROP_TITLE,
  PROP_COUNT,
} PlxPlaceRowProperty;

static GParamSpec *props[PROP_COUNT + 1];

G_DEFINE_FINAL_TYPE (PlxPlaceRow, plx_place_row, GTK_TYPE_LIST_BOX_ROW)

static char *
format_count (PlxPlaceRow *self,
              guint        count)
{
  return count > 0 ? g_strdup_printf ("%'u", count) : g_strdup ("");
}

static void
plx_place_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_PLACE_ROW);

  G_OBJECT_CLASS (plx_place_row_parent_class)->dispose (object);
}

static void
plx_place_row_finalize (GObject *object)
{
  PlxPlaceRow *self = PLX_PLACE_ROW (object);

  g_clear_pointer (&self->icon_name, g_free);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (plx_place_row_parent_class)->finalize (object);
}

static void
plx_place_row_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  PlxPlaceRow *self = PLX_PLACE_ROW (object);

  switch ((PlxPlaceRowProperty) prop_id)
    {
    case PROP_ICON_NAME:
      g_value_set_string (value, self->icon_name);
      break;

    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_COUNT:
      g_value_set_uint (value, self->count);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_place_row_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  PlxPlaceRow *self = PLX_PLACE_ROW (object);
  gboolean changed = FALSE;

  switch ((PlxPlaceRowProperty) prop_id)
    {
    case PROP_ICON_NAME:
      changed = g_set_str (&self->icon_name, g_value_get_string (value));
      break;

    case PROP_TITLE:
      changed = g_set_str (&self->title, g_value_get_string (value));
      break;

    case PROP_COUNT:
      changed = self->count != g_value_get_uint (value);
      self->count = g_value_get_uint (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }

  if (changed)
    g_object_notify_by_pspec (object, pspec);
}

static void
plx_place_row_class_init (PlxPlaceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags =
    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = plx_place_row_dispose;
  object_class->finalize = plx_place_row_finalize;
  object_class->get_property = plx_place_row_get_property;
  object_class->set_property = plx_place_row_set_property;

  props[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-place-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, format_count);
}

static void
plx_place_row_init (PlxPlaceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
