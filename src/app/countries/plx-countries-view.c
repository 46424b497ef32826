/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-countries-view"

#include "config.h"

#include "countries/plx-countries-view.h"

/**
 * PlxCountriesView:
 *
 * The view *Countries* of the window.
 */
struct _PlxCountriesView
{
  AdwBin      parent_instance;

  PlxSession *session; /* nullable while the window is being built */
};

typedef enum
{
  PROP_SESSION = 1,
} PlxCountriesViewProperty;

static GParamSpec *props[PROP_SESSION + 1];

G_DEFINE_FINAL_TYPE (PlxCountriesView, plx_countries_view, ADW_TYPE_BIN)

static void
plx_countries_view_dispose (GObject *object)
{
  PlxCountriesView *self = PLX_COUNTRIES_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_COUNTRIES_VIEW);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plx_countries_view_parent_class)->dispose (object);
}

static void
plx_countries_view_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  PlxCountriesView *self = PLX_COUNTRIES_VIEW (object);

  switch ((PlxCountriesViewProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_countries_view_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  PlxCountriesView *self = PLX_COUNTRIES_VIEW (object);

  switch ((PlxCountriesViewProperty) prop_id)
    {
    case PROP_SESSION:
      plx_countries_view_set_session (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_countries_view_class_init (PlxCountriesViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_countries_view_dispose;
  object_class->get_property = plx_countries_view_get_property;
  object_class->set_property = plx_countries_view_set_property;

  props[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, PLX_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-countries-view.ui");
}

static void
plx_countries_view_init (PlxCountriesView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

PlxSession *
plx_countries_view_get_session (PlxCountriesView *self)
{
  g_return_val_if_fail (PLX_IS_COUNTRIES_VIEW (self), NULL);

  return self->session;
}

void
plx_countries_view_set_session (PlxCountriesView *self,
                                PlxSession       *session)
{
  g_return_if_fail (PLX_IS_COUNTRIES_VIEW (self));
  g_return_if_fail (session == NULL || PLX_IS_SESSION (session));

  if (g_set_object (&self->session, session))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}
