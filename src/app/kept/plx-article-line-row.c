/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-article-line-row"

#include "config.h"

#include "kept/plx-article-line-row.h"

#include <glib/gi18n.h>

#define MARGIN 6
#define SPACING 3

/* As the style class of captions has it. */
#define CAPTION_SCALE 0.82
#define CAPTION_OPACITY 0.55

/**
 * PlxArticleLineRow:
 *
 * Shows one [class@ArticleItem] in the list of all articles.
 *
 * A list view keeps some two hundred rows, most of which nobody sees, and gives all of them other
 * articles where one jumps. So a row is always as high, whatever it says, and lays out its text
 * only when it is drawn; two labels a row took twice a frame's time.
 */
struct _PlxArticleLineRow
{
  GtkWidget       parent_instance;

  PlxArticleItem *item;    /* nullable: rows are recycled */
  PangoLayout    *title;   /* nullable until it is drawn */
  PangoLayout    *details; /* nullable until it is drawn */
  int             height;  /* of the text, or 0 where that is not known */
};

typedef enum
{
  PROP_ITEM = 1,
} PlxArticleLineRowProperty;

static GParamSpec *props[PROP_ITEM + 1];

G_DEFINE_FINAL_TYPE (PlxArticleLineRow, plx_article_line_row, GTK_TYPE_WIDGET)

static char *
dup_details (PlxArticleItem *item)
{
  g_autofree char *details = NULL;
  g_auto (GStrv) tags = NULL;
  g_autoptr (GString) text = NULL;

  g_object_get (item, "details", &details, "tags", &tags, NULL);
  text = g_string_new (details);
  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    /* Translators: after the details of an article come its tags; %s is one of them */
    g_string_append_printf (text, _(" · #%s"), tags[i]);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
forget_layouts (PlxArticleLineRow *self)
{
  g_clear_object (&self->title);
  g_clear_object (&self->details);
}

static void
update (PlxArticleLineRow *self)
{
  g_autofree char *details = self->item != NULL ? dup_details (self->item) : NULL;
  g_autofree char *words = NULL;

  forget_layouts (self);
  if (self->item != NULL)
    words = g_strconcat (plx_article_item_get_title (self->item), "\n", details, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words != NULL ? words : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static PangoLayout *
make_layout (PlxArticleLineRow *self,
             const char        *text,
             gboolean           is_caption)
{
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout, rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  if (is_caption)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_scale_new (CAPTION_SCALE));
      pango_layout_set_attributes (layout, attributes);
    }

  return layout;
}

static int
get_layout_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

/* What is written in another script may be higher by a little; then it takes from the margin. */
static int
get_height (PlxArticleLineRow *self)
{
  if (self->height == 0)
    {
      g_autoptr (PangoLayout) title = make_layout (self, "Xg", FALSE);
      g_autoptr (PangoLayout) details = make_layout (self, "Xg", TRUE);

      self->height = get_layout_height (title) + SPACING + get_layout_height (details);
    }

  return self->height;
}

static void
plx_article_line_row_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = get_height (PLX_ARTICLE_LINE_ROW (widget)) + 2 * MARGIN;
}

static void
draw (GtkWidget   *widget,
      GtkSnapshot *snapshot,
      PangoLayout *layout,
      int          y)
{
  const graphene_point_t place = GRAPHENE_POINT_INIT (0, y);
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  pango_layout_set_width (layout, gtk_widget_get_width (widget) * PANGO_SCALE);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &place);
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
plx_article_line_row_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  PlxArticleLineRow *self = PLX_ARTICLE_LINE_ROW (widget);

  if (self->item == NULL)
    return;

  if (self->title == NULL)
    {
      g_autofree char *details = dup_details (self->item);

      self->title = make_layout (self, plx_article_item_get_title (self->item), FALSE);
      self->details = make_layout (self, details, TRUE);
    }

  draw (widget, snapshot, self->title, MARGIN);
  gtk_snapshot_push_opacity (snapshot, CAPTION_OPACITY);
  draw (widget, snapshot, self->details,
        gtk_widget_get_height (widget) - MARGIN - get_layout_height (self->details));
  gtk_snapshot_pop (snapshot);
}

static void
plx_article_line_row_css_changed (GtkWidget         *widget,
                                  GtkCssStyleChange *change)
{
  PlxArticleLineRow *self = PLX_ARTICLE_LINE_ROW (widget);

  GTK_WIDGET_CLASS (plx_article_line_row_parent_class)->css_changed (widget, change);

  /* A selected row has another colour, and the same font. */
  forget_layouts (self);
  self->height = 0;
}

static void
set_item (PlxArticleLineRow *self,
          PlxArticleItem    *item)
{
  if (self->item == item)
    return;

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, update, self);
  g_set_object (&self->item, item);
  if (item != NULL)
    g_signal_connect_object (item, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ITEM]);
}

static void
plx_article_line_row_dispose (GObject *object)
{
  PlxArticleLineRow *self = PLX_ARTICLE_LINE_ROW (object);

  forget_layouts (self);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (plx_article_line_row_parent_class)->dispose (object);
}

static void
plx_article_line_row_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  PlxArticleLineRow *self = PLX_ARTICLE_LINE_ROW (object);

  switch ((PlxArticleLineRowProperty) prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_article_line_row_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  switch ((PlxArticleLineRowProperty) prop_id)
    {
    case PROP_ITEM:
      set_item (PLX_ARTICLE_LINE_ROW (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_article_line_row_class_init (PlxArticleLineRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_article_line_row_dispose;
  object_class->get_property = plx_article_line_row_get_property;
  object_class->set_property = plx_article_line_row_set_property;

  widget_class->measure = plx_article_line_row_measure;
  widget_class->snapshot = plx_article_line_row_snapshot;
  widget_class->css_changed = plx_article_line_row_css_changed;

  props[PROP_ITEM] =
    g_param_spec_object ("item", NULL, NULL, PLX_TYPE_ARTICLE_ITEM,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
plx_article_line_row_init (PlxArticleLineRow *self)
{
}
