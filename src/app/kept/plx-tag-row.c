/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-tag-row"

#include "config.h"

#include "kept/plx-tag-row.h"

#include <glib/gi18n.h>

#include "kept/plx-tag-dialog.h"

/**
 * PlxTagRow:
 *
 * Tells the tags of an article or a story, and leads to where they are changed.
 */
struct _PlxTagRow
{
  AdwActionRow  parent_instance;

  PlxSession   *session;     /* nullable until it shows something */
  PlxTagged     tagged;
  gint64        id;
  GCancellable *cancellable; /* nullable; while the tags are read */

  GtkWidget    *edit;
};

G_DEFINE_FINAL_TYPE (PlxTagRow, plx_tag_row, ADW_TYPE_ACTION_ROW)

static GArray *
list_id (PlxTagRow *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, self->id);

  return ids;
}

static void
edit_clicked_cb (PlxTagRow *self)
{
  g_autoptr (GArray) ids = list_id (self);

  if (self->session != NULL)
    adw_dialog_present (plx_tag_dialog_new (self->session, self->tagged, ids),
                        GTK_WIDGET (self));
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (PlxTagRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) tags = plx_library_list_tags_finish (PLX_LIBRARY (object), result, &error);
  g_autofree char *text = NULL;

  /* What comes although it was cancelled is of another article, or of before a change. */
  if (self->cancellable == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  g_clear_object (&self->cancellable);
  if (tags == NULL)
    {
      g_signal_emit_by_name (self->session, "failed", error);
      return;
    }

  /* Translators: stands between the tags of an article */
  text = g_strjoinv (_(" · "), tags);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), *text != '\0' ? text : _("None"));
}

static void
stop (PlxTagRow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
refresh (PlxTagRow *self)
{
  g_autoptr (GArray) ids = list_id (self);

  stop (self);
  self->cancellable = g_cancellable_new ();
  plx_library_list_tags_async (plx_session_get_library (self->session), self->tagged, ids,
                               self->cancellable, listed_cb, g_object_ref (self));
}

static void
plx_tag_row_dispose (GObject *object)
{
  PlxTagRow *self = PLX_TAG_ROW (object);

  stop (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_TAG_ROW);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plx_tag_row_parent_class)->dispose (object);
}

static void
plx_tag_row_class_init (PlxTagRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_tag_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-tag-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxTagRow, edit);
  gtk_widget_class_bind_template_callback (widget_class, edit_clicked_cb);
}

static void
plx_tag_row_init (PlxTagRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plx_tag_row_show:
 * @self: a row
 * @session: a session with a library
 * @tagged: what @id is
 * @id: an article or a story
 *
 * Shows the tags of an article or a story, also when they change.
 */
void
plx_tag_row_show (PlxTagRow  *self,
                  PlxSession *session,
                  PlxTagged   tagged,
                  gint64      id)
{
  g_return_if_fail (PLX_IS_TAG_ROW (self));
  g_return_if_fail (PLX_IS_SESSION (session));

  if (g_set_object (&self->session, session))
    g_signal_connect_object (plx_session_get_library (session), "articles-changed",
                             G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  self->tagged = tagged;
  self->id = id;
  refresh (self);
}
