/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-window-offers"

#include "config.h"

#include "window/plx-window-offers.h"

#include <glib/gi18n.h>

#include "window/plx-offers-dialog.h"
#include "window/plx-offers.h"

/* Seconds: long enough to be read, and the offer can be found again in the menu. */
#define OFFER_SECONDS 15

/* How stories propose themselves: after an import, and when they are asked for. */

static void
proposals_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  PlxSession *session = plx_window_get_session (PLX_WINDOW (widget));
  gint64 story = parameter != NULL ? g_variant_get_int64 (parameter) : 0;

  if (plx_session_get_library (session) != NULL)
    adw_dialog_present (plx_offers_dialog_new (session, story), widget);
}

/**
 * plx_window_install_offers:
 * @widget_class: the window's class
 *
 * Installs the actions `win.proposals`, which proposes stories for all articles, and
 * `win.proposals-for`, which does so for those of the story with the number that it is given.
 */
void
plx_window_install_offers (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.proposals", NULL, proposals_cb);
  gtk_widget_class_install_action (widget_class, "win.proposals-for", "x", proposals_cb);
}

/* An import that is being looked at. */
typedef struct
{
  PlxWindow *window;
  gint64     story;
} Looking;

static char *
format_offer (GPtrArray *offers)
{
  const PlxOffer *first = g_ptr_array_index (offers, 0);
  g_autofree char *why = NULL;

  if (offers->len > 1)
    return g_strdup_printf (ngettext ("The articles may be %u story",
                                      "The articles may be %u stories", offers->len),
                            offers->len);

  why = plx_offers_dialog_title ((const char * const *) first->proposal->why);

  /* Translators: %s is what articles share, such as “Geneva, ceasefire” */
  return g_strdup_printf (_("May be one story: %s"), why);
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autofree Looking *looking = user_data;
  g_autoptr (PlxWindow) self = looking->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) offers = plx_offers_find_finish (result, &error);
  g_autofree char *text = NULL;
  AdwToast *toast;

  /* The user has asked for nothing. */
  if (offers == NULL)
    {
      g_info ("No stories are proposed: %s", error->message);
      return;
    }

  /* It was closed meanwhile. */
  if (!gtk_widget_get_realized (GTK_WIDGET (self)))
    return;

  for (guint i = offers->len; i > 0; i--)
    {
      if (!plx_offer_concerns (g_ptr_array_index (offers, i - 1), looking->story))
        g_ptr_array_remove_index (offers, i - 1);
    }
  if (offers->len == 0)
    return;

  text = format_offer (offers);
  toast = adw_toast_new (text);
  adw_toast_set_button_label (toast, _("_Show"));
  adw_toast_set_action_name (toast, "win.proposals-for");
  adw_toast_set_action_target (toast, "x", looking->story);
  adw_toast_set_timeout (toast, OFFER_SECONDS);
  plx_window_add_toast (self, toast);
}

/**
 * plx_window_offer_stories:
 * @self: a window
 * @story: a story to which articles were just added
 *
 * Looks whether its articles are about other events, or others of the library about its own, and
 * offers to put them together. Says nothing where there is nothing to offer.
 */
void
plx_window_offer_stories (PlxWindow *self,
                          PlxStory  *story)
{
  Looking *looking = g_new0 (Looking, 1);

  looking->window = g_object_ref (self);
  looking->story = plx_story_get_id (story);
  plx_offers_find_async (plx_session_get_library (plx_window_get_session (self)), NULL, found_cb,
                         looking);
}
