/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-story-row"

#include "config.h"

#include "window/plx-story-row.h"

#include <glib/gi18n.h>

#include "window/plx-labels.h"

/**
 * PlxStoryRow:
 *
 * Shows one [class@Story] in the sidebar, with a menu of what can be done to it.
 */
struct _PlxStoryRow
{
  AdwBin    parent_instance;

  PlxStory  *story; /* nullable: rows are recycled */
  GtkWidget *menu;  /* nullable until it is first opened */
};

typedef enum
{
  PROP_STORY = 1,
} PlxStoryRowProperty;

static GParamSpec *props[PROP_STORY + 1];

G_DEFINE_FINAL_TYPE (PlxStoryRow, plx_story_row, ADW_TYPE_BIN)

static char *
format_extent (PlxStoryRow *self,
               guint        n_articles,
               PlxDay       first_day,
               PlxDay       last_day)
{
  g_autofree char *days = plx_label_days (first_day, last_day);
  g_autofree char *sources = NULL;

  sources = g_strdup_printf (ngettext ("%u source", "%u sources", n_articles), n_articles);
  if (*days == '\0')
    return g_steal_pointer (&sources);

  /* Translators: how many sources, and from when, such as “5 sources · Aug–Sep 2023” */
  return g_strdup_printf (_("%s · %s"), sources, days);
}

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        PlxStory   *story)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", plx_story_get_id (story));
  g_menu_append_item (menu, item);
}

static void
pressed_cb (PlxStoryRow *self,
            int          n_press,
            double       x,
            double       y)
{
  plx_story_row_open_menu (self, x, y);
}

static void
long_pressed_cb (PlxStoryRow *self,
                 double       x,
                 double       y)
{
  plx_story_row_open_menu (self, x, y);
}

static void
plx_story_row_dispose (GObject *object)
{
  PlxStoryRow *self = PLX_STORY_ROW (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_STORY_ROW);
  g_clear_object (&self->story);

  G_OBJECT_CLASS (plx_story_row_parent_class)->dispose (object);
}

static void
plx_story_row_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  PlxStoryRow *self = PLX_STORY_ROW (widget);

  GTK_WIDGET_CLASS (plx_story_row_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
plx_story_row_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  PlxStoryRow *self = PLX_STORY_ROW (object);

  switch ((PlxStoryRowProperty) prop_id)
    {
    case PROP_STORY:
      g_value_set_object (value, self->story);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_story_row_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  PlxStoryRow *self = PLX_STORY_ROW (object);

  switch ((PlxStoryRowProperty) prop_id)
    {
    case PROP_STORY:
      plx_story_row_set_story (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_story_row_class_init (PlxStoryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_story_row_dispose;
  object_class->get_property = plx_story_row_get_property;
  object_class->set_property = plx_story_row_set_property;

  widget_class->size_allocate = plx_story_row_size_allocate;

  props[PROP_STORY] =
    g_param_spec_object ("story", NULL, NULL, PLX_TYPE_STORY,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-story-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, format_extent);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);
}

static void
plx_story_row_init (PlxStoryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

PlxStory *
plx_story_row_get_story (PlxStoryRow *self)
{
  g_return_val_if_fail (PLX_IS_STORY_ROW (self), NULL);

  return self->story;
}

void
plx_story_row_set_story (PlxStoryRow *self,
                         PlxStory    *story)
{
  g_return_if_fail (PLX_IS_STORY_ROW (self));
  g_return_if_fail (story == NULL || PLX_IS_STORY (story));

  if (g_set_object (&self->story, story))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STORY]);
}

/**
 * plx_story_row_open_menu:
 * @self: a row that shows a story
 * @x: where the menu points to, in pixels from the row's start
 * @y: the same, from its top
 *
 * Opens the menu of what can be done to the story.
 */
void
plx_story_row_open_menu (PlxStoryRow *self,
                         double       x,
                         double       y)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  const GdkRectangle place = { (int) x, (int) y, 1, 1 };

  g_return_if_fail (PLX_IS_STORY_ROW (self));
  g_return_if_fail (self->story != NULL);

  append (menu, _("_Rename Story…"), "win.rename-one", self->story);
  append (menu, _("_Tags…"), "win.tag-one", self->story);
  append (menu, _("Move to _Trash"), "win.remove-one", self->story);

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }

  /* Rows are recycled: the story may be another than last time. */
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}
