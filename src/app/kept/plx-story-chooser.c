/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-story-chooser"

#include "config.h"

#include "kept/plx-story-chooser.h"

/**
 * PlxStoryChooser:
 *
 * Asks which story something is to be added to.
 *
 * Signals: `chosen (PlxStory)`; the dialog closes by itself.
 */
struct _PlxStoryChooser
{
  AdwDialog           parent_instance;

  GtkFilterListModel *stories;
  GtkSingleSelection *selection;
  GtkWidget          *entry;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxStoryChooser, plx_story_chooser, ADW_TYPE_DIALOG)

static void
activated_cb (PlxStoryChooser *self,
              guint            position)
{
  g_autoptr (PlxStory) story = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (story == NULL)
    return;

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, story);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
entry_activated_cb (PlxStoryChooser *self)
{
  activated_cb (self, gtk_single_selection_get_selected (self->selection));
}

static void
stop_cb (PlxStoryChooser *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
plx_story_chooser_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_STORY_CHOOSER);

  G_OBJECT_CLASS (plx_story_chooser_parent_class)->dispose (object);
}

static void
plx_story_chooser_class_init (PlxStoryChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_story_chooser_dispose;

  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, PLX_TYPE_STORY);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-story-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxStoryChooser, stories);
  gtk_widget_class_bind_template_child (widget_class, PlxStoryChooser, selection);
  gtk_widget_class_bind_template_child (widget_class, PlxStoryChooser, entry);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
plx_story_chooser_init (PlxStoryChooser *self)
{
  g_type_ensure (PLX_TYPE_STORY);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plx_story_chooser_new:
 * @library: a library
 *
 * Returns: (transfer floating): a dialog that asks for one of its stories
 */
AdwDialog *
plx_story_chooser_new (PlxLibrary *library)
{
  PlxStoryChooser *self = g_object_new (PLX_TYPE_STORY_CHOOSER, NULL);

  gtk_filter_list_model_set_model (self->stories, plx_library_get_stories (library));

  return ADW_DIALOG (self);
}
