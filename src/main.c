/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "window/plx-application.h"
#include "window/plx-memory.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (PlxApplication) app = NULL;

  plx_memory_keep_pictures ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  app = plx_application_new ();

  return g_application_run (G_APPLICATION (app), argc, argv);
}
