/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-source-bars"

#include "config.h"

#include "names/plx-source-bars.h"

/* As high as a line of text; a bar and the gap after it as wide as fits the sources of most
 * stories, and narrower for more. */
#define HEIGHT 14
#define STEP 6
#define MAX_WIDTH 72

/**
 * PlxSourceBars:
 *
 * How often each source names something: a bar a source, a short line for none.
 *
 * It says nothing to those who do not see it; who shows it says the numbers in words.
 */
struct _PlxSourceBars
{
  GtkWidget    parent_instance;

  PlxNameItem *item; /* nullable: rows are recycled */
};

G_DEFINE_FINAL_TYPE (PlxSourceBars, plx_source_bars, GTK_TYPE_WIDGET)

static guint
get_width (PlxSourceBars *self)
{
  guint n = self->item != NULL ? plx_name_item_get_n_sources (self->item) : 0;

  return MIN (n * STEP, MAX_WIDTH);
}

static void
plx_source_bars_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = HEIGHT;
  else
    *minimum = *natural = get_width (PLX_SOURCE_BARS (widget));
}

static guint
find_most (PlxNameItem *item)
{
  guint most = 1;

  for (guint i = 0; i < plx_name_item_get_n_sources (item); i++)
    most = MAX (most, plx_name_item_get_count (item, i));

  return most;
}

static void
plx_source_bars_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  PlxSourceBars *self = PLX_SOURCE_BARS (widget);
  gboolean from_right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float width = gtk_widget_get_width (widget);
  float height = gtk_widget_get_height (widget);
  GdkRGBA color, faint;
  guint n, most;
  float step;

  if (self->item == NULL || (n = plx_name_item_get_n_sources (self->item)) == 0)
    return;

  gtk_widget_get_color (widget, &color);
  faint = color;
  faint.alpha *= 0.35;
  most = find_most (self->item);
  step = (float) get_width (self) / n;

  for (guint i = 0; i < n; i++)
    {
      guint count = plx_name_item_get_count (self->item, i);
      float x = from_right ? width - (i + 1) * step : i * step;
      float bar = count == 0 ? 1 : 3 + (height - 3) * count / most;

      gtk_snapshot_append_color (snapshot, count > 0 ? &color : &faint,
                                 &GRAPHENE_RECT_INIT (x, height - bar, MAX (step - 2, step / 2),
                                                      bar));
    }
}

static void
plx_source_bars_dispose (GObject *object)
{
  g_clear_object (&PLX_SOURCE_BARS (object)->item);

  G_OBJECT_CLASS (plx_source_bars_parent_class)->dispose (object);
}

static void
plx_source_bars_class_init (PlxSourceBarsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_source_bars_dispose;

  widget_class->measure = plx_source_bars_measure;
  widget_class->snapshot = plx_source_bars_snapshot;

  gtk_widget_class_set_css_name (widget_class, "plx-source-bars");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
plx_source_bars_init (PlxSourceBars *self)
{
}

/**
 * plx_source_bars_set_item:
 * @self: bars
 * @item: (nullable): the name of which they tell
 */
void
plx_source_bars_set_item (PlxSourceBars *self,
                          PlxNameItem   *item)
{
  g_return_if_fail (PLX_IS_SOURCE_BARS (self));

  if (g_set_object (&self->item, item))
    gtk_widget_queue_resize (GTK_WIDGET (self));
}
