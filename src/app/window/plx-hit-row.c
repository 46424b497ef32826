/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-hit-row"

#include "config.h"

#include "window/plx-hit-row.h"

/**
 * PlxHitRow:
 *
 * Shows one hit of a search in the library.
 */
struct _PlxHitRow
{
  GtkListBoxRow  parent_instance;

  gint64         article;
  gint64         story;

  GtkLabel      *title;
  GtkLabel      *outlet;
  GtkLabel      *snippet;
};

G_DEFINE_FINAL_TYPE (PlxHitRow, plx_hit_row, GTK_TYPE_LIST_BOX_ROW)

/* The library marks the words found with two control characters. */
static char *
snippet_to_markup (const char *snippet)
{
  g_autofree char *escaped = g_markup_escape_text (snippet, -1);
  g_autoptr (GString) markup = g_string_new (escaped);

  /* Escaping writes a control character as a reference. */
  g_string_replace (markup, "&#x2;", "<b>", 0);
  g_string_replace (markup, "&#x3;", "</b>", 0);
  g_string_replace (markup, "\n", " ", 0);

  return g_string_free_and_steal (g_steal_pointer (&markup));
}

static void
plx_hit_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_HIT_ROW);

  G_OBJECT_CLASS (plx_hit_row_parent_class)->dispose (object);
}

static void
plx_hit_row_class_init (PlxHitRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_hit_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-hit-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxHitRow, title);
  gtk_widget_class_bind_template_child (widget_class, PlxHitRow, outlet);
  gtk_widget_class_bind_template_child (widget_class, PlxHitRow, snippet);
}

static void
plx_hit_row_init (PlxHitRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plx_hit_row_new:
 * @hit: a hit of a search
 *
 * Returns: (transfer floating): a row that shows it
 */
GtkWidget *
plx_hit_row_new (const PlxHit *hit)
{
  PlxHitRow *self = g_object_new (PLX_TYPE_HIT_ROW, NULL);
  g_autofree char *markup = snippet_to_markup (hit->snippet != NULL ? hit->snippet : "");

  self->article = hit->article;
  self->story = hit->story;
  gtk_label_set_label (self->title, hit->title);
  gtk_label_set_label (self->outlet, hit->outlet != NULL ? hit->outlet : "");
  gtk_widget_set_visible (GTK_WIDGET (self->outlet), hit->outlet != NULL);
  gtk_label_set_markup (self->snippet, markup);

  return GTK_WIDGET (self);
}

gint64
plx_hit_row_get_article (PlxHitRow *self)
{
  g_return_val_if_fail (PLX_IS_HIT_ROW (self), 0);

  return self->article;
}

gint64
plx_hit_row_get_story (PlxHitRow *self)
{
  g_return_val_if_fail (PLX_IS_HIT_ROW (self), 0);

  return self->story;
}
