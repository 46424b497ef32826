/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-application"

#include "config.h"

#include "window/plx-application.h"

#include <glib/gi18n.h>

#include "window/plx-window.h"

/**
 * PlxApplication:
 *
 * The program: opens the library and shows its window.
 */
struct _PlxApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (PlxApplication, plx_application, ADW_TYPE_APPLICATION)

static void
plx_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (plx_window_new (GTK_APPLICATION (application)));

  gtk_window_present (window);
}

static void
plx_application_class_init (PlxApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = plx_application_activate;
}

static void
plx_application_init (PlxApplication *self)
{
}

/**
 * plx_application_new:
 *
 * Returns: (transfer full): the application, not yet registered
 */
PlxApplication *
plx_application_new (void)
{
  return g_object_new (PLX_TYPE_APPLICATION,
                       "application-id", APP_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", RESOURCE_PREFIX,
                       NULL);
}
