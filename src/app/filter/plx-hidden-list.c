/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-hidden-list"

#include "config.h"

#include "filter/plx-hidden-list.h"

#include <glib/gi18n.h>

#include "filter/plx-filter-words.h"

/**
 * PlxHiddenList:
 *
 * What hides passages: each part of the filter that is set, how many it hides, how many of them no
 * other part hides, and a button that takes it back.
 */
struct _PlxHiddenList
{
  PlxPicker   parent_instance;

  GtkLabel   *summary;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (PlxHiddenList, plx_hidden_list, PLX_TYPE_PICKER)

static void
take_back_cb (GtkButton     *button,
              PlxHiddenList *self)
{
  g_autoptr (PlxFilter) filter = plx_picker_copy_filter (PLX_PICKER (self));

  plx_filter_clear_part (filter,
                         GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "plx-part")));
  plx_session_set_filter (plx_picker_get_session (PLX_PICKER (self)), filter);
}

static char *
dup_counts (PlxPassages   *passages,
            PlxFilterPart  part)
{
  const guint n = passages->hides[part];
  const guint alone = passages->hides_alone[part];
  g_autofree char *hides =
    g_strdup_printf (ngettext ("Hides %u passage", "Hides %u passages", n), n);

  if (alone == n)
    return g_steal_pointer (&hides);

  /* Translators: %1$s is “Hides 76 passages”, %2$u how many of them nothing else hides */
  return g_strdup_printf (_("%1$s, %2$u of them nothing else does"), hides, alone);
}

static void
add_part (PlxHiddenList *self,
          PlxFilterPart  part)
{
  PlxSession *session = plx_picker_get_session (PLX_PICKER (self));
  PlxPassages *passages = plx_session_get_passages (session);
  g_autofree char *words = plx_filter_describe_part (plx_session_get_filter (session), part,
                                                     plx_session_get_analysis (session));
  g_autofree char *counts = passages != NULL ? dup_counts (passages, part) : NULL;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  if (counts != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), counts);
  gtk_widget_set_tooltip_text (button, _("Show These Again"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  g_object_set_data (G_OBJECT (button), "plx-part", GUINT_TO_POINTER (part));
  g_signal_connect_object (button, "clicked", G_CALLBACK (take_back_cb), self, G_CONNECT_DEFAULT);
  gtk_list_box_append (self->list, row);
}

static void
plx_hidden_list_update (PlxPicker *picker)
{
  PlxHiddenList *self = PLX_HIDDEN_LIST (picker);
  PlxSession *session = plx_picker_get_session (picker);
  PlxFilter *filter = plx_session_get_filter (session);
  PlxPassages *passages = plx_session_get_passages (session);
  const guint n = passages != NULL ? passages->n_all - passages->n_shown : 0;
  g_autofree char *summary =
    g_strdup_printf (ngettext ("%u passage is hidden", "%u passages are hidden", n), n);

  gtk_label_set_label (self->summary, summary);
  gtk_list_box_remove_all (self->list);
  for (PlxFilterPart part = 0; part < PLX_N_FILTER_PARTS; part++)
    {
      if (plx_filter_has_part (filter, part))
        add_part (self, part);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), !plx_filter_is_empty (filter));
}

static void
plx_hidden_list_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_HIDDEN_LIST);

  G_OBJECT_CLASS (plx_hidden_list_parent_class)->dispose (object);
}

static void
plx_hidden_list_class_init (PlxHiddenListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_hidden_list_dispose;
  PLX_PICKER_CLASS (klass)->update = plx_hidden_list_update;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-hidden-list.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxHiddenList, summary);
  gtk_widget_class_bind_template_child (widget_class, PlxHiddenList, list);
}

static void
plx_hidden_list_init (PlxHiddenList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
