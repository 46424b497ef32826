/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-import-bar"

#include "config.h"

#include "window/plx-import-bar.h"

/**
 * PlxImportBar:
 *
 * Tells below the header bar how far an import has come, and lets it be cancelled.
 *
 * It is there only while a slow import is under way.
 */
struct _PlxImportBar
{
  AdwBin       parent_instance;

  PlxImporter *importer; /* nullable */
};

typedef enum
{
  PROP_IMPORTER = 1,
} PlxImportBarProperty;

static GParamSpec *props[PROP_IMPORTER + 1];

G_DEFINE_FINAL_TYPE (PlxImportBar, plx_import_bar, ADW_TYPE_BIN)

/* What it does comes first, and the file after it where there is room. */
static char *
format_line (PlxImportBar *self,
             const char   *status,
             const char   *detail)
{
  if (status == NULL || detail == NULL)
    return g_strdup (status);

  return g_strdup_printf ("%s · %s", status, detail);
}

static void
plx_import_bar_dispose (GObject *object)
{
  PlxImportBar *self = PLX_IMPORT_BAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_IMPORT_BAR);
  g_clear_object (&self->importer);

  G_OBJECT_CLASS (plx_import_bar_parent_class)->dispose (object);
}

static void
plx_import_bar_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch ((PlxImportBarProperty) prop_id)
    {
    case PROP_IMPORTER:
      g_value_set_object (value, PLX_IMPORT_BAR (object)->importer);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_import_bar_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch ((PlxImportBarProperty) prop_id)
    {
    case PROP_IMPORTER:
      plx_import_bar_set_importer (PLX_IMPORT_BAR (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_import_bar_class_init (PlxImportBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_import_bar_dispose;
  object_class->get_property = plx_import_bar_get_property;
  object_class->set_property = plx_import_bar_set_property;

  props[PROP_IMPORTER] =
    g_param_spec_object ("importer", NULL, NULL, PLX_TYPE_IMPORTER,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (PLX_TYPE_IMPORTER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-import-bar.ui");
  gtk_widget_class_bind_template_callback (widget_class, format_line);
}

static void
plx_import_bar_init (PlxImportBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

PlxImporter *
plx_import_bar_get_importer (PlxImportBar *self)
{
  g_return_val_if_fail (PLX_IS_IMPORT_BAR (self), NULL);

  return self->importer;
}

void
plx_import_bar_set_importer (PlxImportBar *self,
                             PlxImporter  *importer)
{
  g_return_if_fail (PLX_IS_IMPORT_BAR (self));
  g_return_if_fail (importer == NULL || PLX_IS_IMPORTER (importer));

  if (g_set_object (&self->importer, importer))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IMPORTER]);
}
