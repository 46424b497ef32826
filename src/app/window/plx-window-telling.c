/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-window"

#include "config.h"

#include "window/plx-window.h"

#include <glib/gi18n.h>

#include "window/plx-window-private.h"

/* What the window tells in passing, and what went wrong. */

/**
 * plx_window_dismiss_toast:
 * @self: a window
 *
 * Takes away what was told last. What a toast offers to take back has to be what undo would take
 * back; and nobody waits for one to see the next.
 */
void
plx_window_dismiss_toast (PlxWindow *self)
{
  g_autoptr (AdwToast) toast = self->toast != NULL ? g_object_ref (self->toast) : NULL;

  g_clear_weak_pointer (&self->toast);
  if (toast != NULL)
    adw_toast_dismiss (toast);
}

static const char *
explain_library_error (const GError *error)
{
  if (error->domain != PLX_LIBRARY_ERROR)
    return _("It cannot be read.");

  switch ((PlxLibraryError) error->code)
    {
    case PLX_LIBRARY_ERROR_BUSY:
      return _("Another program is using it. End that program and start Parallax again.");

    case PLX_LIBRARY_ERROR_CORRUPT:
      return _("The file is damaged, or is not a library of Parallax. It was left as it is.");

    case PLX_LIBRARY_ERROR_TOO_NEW:
      return _("A later release of Parallax has written it. It was left as it is: "
               "install that release to open it.");

    case PLX_LIBRARY_ERROR_STORAGE:
    case PLX_LIBRARY_ERROR_NOT_FOUND:
    case PLX_LIBRARY_ERROR_READ_ONLY:
    default:
      return _("The disk or the folder does not let it be read and written.");
    }
}

static void
show_library_error (PlxWindow    *self,
                    const GError *error)
{
  g_autofree char *text = NULL;

  text = g_markup_printf_escaped ("%s\n\n<small>%s</small>", explain_library_error (error),
                                  error->message);
  adw_status_page_set_description (self->error_page, text);
  gtk_widget_set_visible (self->salvage_button,
                          g_error_matches (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_CORRUPT));
}

/**
 * plx_window_show_error:
 * @self: a window
 * @error: what went wrong
 *
 * Tells the user what could not be done. Without a library, the whole window does.
 */
void
plx_window_show_error (PlxWindow    *self,
                       const GError *error)
{
  g_return_if_fail (PLX_IS_WINDOW (self));
  g_return_if_fail (error != NULL);

  if (self->library == NULL)
    show_library_error (self, error);
  else
    plx_window_say (self, error->message);
}

/**
 * plx_window_say_toast:
 * @self: a window
 * @toast: (transfer full): a toast
 *
 * Shows a toast in front of what waits to be read, and in place of what was said before.
 */
void
plx_window_say_toast (PlxWindow *self,
                      AdwToast  *toast)
{
  plx_window_dismiss_toast (self);
  g_set_weak_pointer (&self->toast, toast);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  plx_window_add_toast (self, toast);
}

/**
 * plx_window_say:
 * @self: a window
 * @text: a few words
 *
 * Tells the user something in passing.
 */
void
plx_window_say (PlxWindow  *self,
                const char *text)
{
  plx_window_say_toast (self, adw_toast_new (text));
}

/**
 * plx_window_say_with_undo:
 * @self: a window
 * @text: what was just changed
 *
 * Tells the user of a change, and how to take it back.
 */
void
plx_window_say_with_undo (PlxWindow  *self,
                          const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  plx_window_say_toast (self, toast);
}

/**
 * plx_window_add_toast:
 * @self: a window
 * @toast: (transfer full): a toast, the title of which is plain text
 *
 * Shows a toast.
 */
void
plx_window_add_toast (PlxWindow *self,
                      AdwToast  *toast)
{
  g_return_if_fail (PLX_IS_WINDOW (self));

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}
