/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-long-work"

#include "config.h"

#include "window/plx-long-work.h"

/* Each takes the place of the one before: what came in last is what one wants to know. */
#define NOTIFICATION "long-work"

struct _PlxLongWork
{
  GtkWindow *window; /* weak: it may be closed meanwhile */
  guint      cookie; /* 0 where nothing could be held up */
};

static GtkApplication *
get_application (PlxLongWork *self)
{
  GApplication *application = g_application_get_default ();

  if (self->window != NULL && gtk_window_get_application (self->window) != NULL)
    return gtk_window_get_application (self->window);

  return GTK_IS_APPLICATION (application) ? GTK_APPLICATION (application) : NULL;
}

/* A window that is about to be shown will say itself what there is to say. */
static gboolean
is_before_user (GtkWindow *window)
{
  return gtk_window_is_active (window) || !gtk_widget_get_mapped (GTK_WIDGET (window));
}

/**
 * plx_long_work_begin:
 * @window: the window in which the user has asked for it
 * @reason: what is done, in words of the desktop's dialog
 *
 * Keeps the computer from going to sleep while something is under way.
 *
 * Returns: (transfer full): the work, for plx_long_work_end()
 */
PlxLongWork *
plx_long_work_begin (GtkWindow  *window,
                     const char *reason)
{
  PlxLongWork *self = g_new0 (PlxLongWork, 1);
  GtkApplication *application;

  g_set_weak_pointer (&self->window, window);
  application = get_application (self);
  if (application != NULL)
    self->cookie = gtk_application_inhibit (application, window, GTK_APPLICATION_INHIBIT_SUSPEND,
                                            reason);

  return self;
}

/**
 * plx_long_work_end:
 * @self: (transfer full): the work that is done, or was given up
 * @title: (nullable): what came of it; `NULL` where there is nothing to tell
 * @body: (nullable): more of that
 *
 * Lets the computer sleep again, and tells the user by the desktop what came of the work if he has
 * turned to another window.
 */
void
plx_long_work_end (PlxLongWork *self,
                   const char  *title,
                   const char  *body)
{
  GtkApplication *application = get_application (self);
  gboolean is_seen = self->window != NULL && is_before_user (self->window);

  if (application != NULL && self->cookie != 0)
    gtk_application_uninhibit (application, self->cookie);

  if (application != NULL && title != NULL && !is_seen)
    {
      g_autoptr (GNotification) notification = g_notification_new (title);

      if (body != NULL)
        g_notification_set_body (notification, body);
      g_application_send_notification (G_APPLICATION (application), NOTIFICATION, notification);
    }

  g_clear_weak_pointer (&self->window);
  g_free (self);
}
