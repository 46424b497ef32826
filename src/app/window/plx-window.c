/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-window"

#include "config.h"

#include "window/plx-window.h"

#include "compare/plx-compare-view.h"
#include "countries/plx-countries-view.h"
#include "graph/plx-graph-view.h"
#include "read/plx-read-view.h"
#include "sheet/plx-sheet-view.h"

/**
 * PlxWindow:
 *
 * The window: the stories at the side, the five views of the open one beside them.
 */
struct _PlxWindow
{
  AdwApplicationWindow  parent_instance;

  PlxSession           *session;
};

typedef enum
{
  PROP_SESSION = 1,
} PlxWindowProperty;

static GParamSpec *props[PROP_SESSION + 1];

G_DEFINE_FINAL_TYPE (PlxWindow, plx_window, ADW_TYPE_APPLICATION_WINDOW)

static void
plx_window_dispose (GObject *object)
{
  PlxWindow *self = PLX_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_WINDOW);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plx_window_parent_class)->dispose (object);
}

static void
plx_window_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  PlxWindow *self = PLX_WINDOW (object);

  switch ((PlxWindowProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_window_class_init (PlxWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_window_dispose;
  object_class->get_property = plx_window_get_property;

  props[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, PLX_TYPE_SESSION,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (PLX_TYPE_READ_VIEW);
  g_type_ensure (PLX_TYPE_COMPARE_VIEW);
  g_type_ensure (PLX_TYPE_GRAPH_VIEW);
  g_type_ensure (PLX_TYPE_COUNTRIES_VIEW);
  g_type_ensure (PLX_TYPE_SHEET_VIEW);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/ui/plx-window.ui");
}

static void
plx_window_init (PlxWindow *self)
{
  self->session = plx_session_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
}

PlxWindow *
plx_window_new (GtkApplication *application)
{
  return g_object_new (PLX_TYPE_WINDOW, "application", application, NULL);
}
