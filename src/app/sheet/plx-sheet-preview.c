/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet-preview"

#include "config.h"

#include "sheet/plx-sheet-preview.h"

#include <glib/gi18n.h>
#include <math.h>

#include "sheet/plx-sheet-page.h"
#include "sheet/plx-sheet-preview-private.h"

/* Of what is seen, as much as stays when a screenful is turned. */
#define OVERLAP 0.1

/* What lies over the foot of the pages, in pixels. */
#define FOOT 48

/**
 * PlxSheetPreview:
 *
 * The pages of a sheet, one below the other, to be put into a scrolled window.
 *
 * Only the pages that are seen are widgets, and only those and their neighbours are drawn, by a
 * [class@PreviewRenderer]. So hundreds of pages scroll like one.
 *
 * One of its pages has the keyboard's focus at most, and the focus goes with the user from page to
 * page; so a screen reader reads what he turns to.
 *
 * Properties: `page` (the one that is looked at), `zoom` (1 is as large as on paper). Both notify
 * when the window has come to rest.
 */

typedef enum
{
  PROP_PAGE = 1,
  PROP_ZOOM,
  /* Of GtkScrollable. */
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
} PlxSheetPreviewProperty;

static GParamSpec *props[PROP_ZOOM + 1];

G_DEFINE_FINAL_TYPE_WITH_CODE (PlxSheetPreview, plx_sheet_preview, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static double
get_value (PlxSheetPreview *self,
           GtkOrientation   orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? round (gtk_adjustment_get_value (adjustment)) : 0;
}

/* Where the writing goes from right to left, rows of pages do. */
static void
find_bounds (PlxSheetPreview *self,
             guint            page,
             graphene_rect_t *bounds)
{
  plx_preview_layout_get_page (&self->layout, page, bounds);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    bounds->origin.x = MAX (self->layout.width, self->layout.content_width) -
                       bounds->origin.x - bounds->size.width;
}

static gboolean
notify_cb (gpointer data)
{
  PlxSheetPreview *self = data;

  self->notify_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ZOOM]);

  return G_SOURCE_REMOVE;
}

/* Tells of the page and the zoom, but not while sizes are being given out: who hears of it may
 * want another one. */
void
plx_sheet_preview_notify_soon (PlxSheetPreview *self)
{
  if (self->notify_id == 0)
    self->notify_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, notify_cb, self, NULL);
}

static void
set_page (PlxSheetPreview *self,
          guint            page)
{
  if (self->page == page)
    return;

  self->page = page;
  plx_sheet_preview_notify_soon (self);
}

/* The page that stands at the top, unless less than a half of it is left. */
static void
update_page (PlxSheetPreview *self)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  double y = get_value (self, GTK_ORIENTATION_VERTICAL);
  graphene_rect_t bounds;

  if (self->layout.n_pages == 0 || self->layout.scale <= 0)
    {
      set_page (self, 0);
      return;
    }

  plx_preview_layout_get_page (&self->layout, 0, &bounds);
  if (adjustment != NULL && y > 0 &&
      y >= gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) - 1)
    set_page (self, self->layout.n_pages - 1);
  else
    set_page (self, plx_preview_layout_find_page (&self->layout, 0,
                                                y + MIN (self->layout.height,
                                                         bounds.size.height) / 2));
}

static void
show_picture (PlxSheetPreview *self,
              PlxSheetPage    *child)
{
  const char *text;
  GdkTexture *texture = plx_preview_renderer_get (self->renderer, plx_sheet_page_get_page (child),
                                                &text);

  plx_sheet_page_set_picture (child, texture, text);
}

static void
drawn_cb (PlxSheetPreview *self,
          guint            page)
{
  PlxSheetPage *child = g_hash_table_lookup (self->children, GUINT_TO_POINTER (page));

  if (child != NULL)
    show_picture (self, child);
}

static void
add_child (PlxSheetPreview *self,
           guint            page)
{
  GtkWidget *child = plx_sheet_page_new (page);
  GtkWidget *before = NULL;

  /* In the order of the pages, whatever the way that the user scrolls. */
  for (GtkWidget *other = gtk_widget_get_last_child (GTK_WIDGET (self)); other != NULL;
       other = gtk_widget_get_prev_sibling (other))
    if (plx_sheet_page_get_page (PLX_SHEET_PAGE (other)) < page)
      {
        before = other;
        break;
      }

  gtk_widget_insert_after (child, GTK_WIDGET (self), before);
  g_hash_table_insert (self->children, GUINT_TO_POINTER (page), child);
}

/* Makes the widgets of the pages that are seen. The one with the focus stays where it is. */
static void
update_children (PlxSheetPreview *self)
{
  GHashTableIter iter;
  gpointer key, child;
  guint first = 0, end = 0;

  if (self->layout.n_pages > 0 && self->layout.scale > 0)
    plx_preview_layout_get_range (&self->layout, get_value (self, GTK_ORIENTATION_VERTICAL),
                                self->layout.height, &first, &end);

  g_hash_table_iter_init (&iter, self->children);
  while (g_hash_table_iter_next (&iter, &key, &child))
    {
      guint page = GPOINTER_TO_UINT (key);
      gboolean is_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) == child;

      if ((page < first || page >= end) && (!is_focus || page >= self->layout.n_pages))
        {
          g_hash_table_iter_remove (&iter);
          gtk_widget_unparent (child);
        }
    }

  for (guint page = first; page < end; page++)
    if (!g_hash_table_contains (self->children, GUINT_TO_POINTER (page)))
      add_child (self, page);

  g_hash_table_iter_init (&iter, self->children);
  while (g_hash_table_iter_next (&iter, NULL, &child))
    {
      plx_sheet_page_set_n_pages (child, self->is_counted ? self->layout.n_pages : 0);
      show_picture (self, child);
    }
}

static double
find_device_scale (PlxSheetPreview *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;

  return surface != NULL ? gdk_surface_get_scale (surface) : 1;
}

static void
want_pictures (PlxSheetPreview *self)
{
  graphene_rect_t bounds;
  guint first, end;

  if (self->layout.n_pages == 0 || self->layout.scale <= 0)
    return;

  plx_preview_layout_get_range (&self->layout, get_value (self, GTK_ORIENTATION_VERTICAL),
                              self->layout.height, &first, &end);
  plx_preview_layout_get_page (&self->layout, 0, &bounds);
  plx_preview_renderer_want (self->renderer, first, end,
                           (int) ceil (bounds.size.width * find_device_scale (self)));
}

/* Another page is looked at, wherever it stands on the screen. */
void
plx_sheet_preview_turned (PlxSheetPreview *self,
                          guint            page)
{
  set_page (self, page);
  update_children (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
value_changed_cb (PlxSheetPreview *self)
{
  if (self->is_moving)
    return;

  update_page (self);
  update_children (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* A place on a page, as parts of its size. */
typedef struct
{
  guint  page;
  double x;
  double y;
} Place;

static void
find_place (PlxSheetPreview *self,
            Place           *place)
{
  double x = get_value (self, GTK_ORIENTATION_HORIZONTAL) + self->anchor.x;
  double y = get_value (self, GTK_ORIENTATION_VERTICAL) + self->anchor.y;
  graphene_rect_t bounds;

  place->page = plx_preview_layout_find_page (&self->layout, x, y);
  find_bounds (self, place->page, &bounds);
  place->x = (x - bounds.origin.x) / bounds.size.width;
  place->y = (y - bounds.origin.y) / bounds.size.height;
}

static void
configure (PlxSheetPreview *self,
           GtkOrientation   orientation,
           double           value,
           double           content,
           double           size)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, CLAMP (value, 0, MAX (0, content - size)), 0,
                              MAX (content, size), 0.1 * size, (1 - OVERLAP) * size, size);
}

/* Lays the pages out anew; what stood at the anchor stands there again. */
static void
lay_out (PlxSheetPreview *self,
         int              width,
         int              height)
{
  PlxPreviewLayout before = self->layout;
  double x = get_value (self, GTK_ORIENTATION_HORIZONTAL);
  double y = get_value (self, GTK_ORIENTATION_VERTICAL);
  gboolean is_placed = before.scale > 0 && before.n_pages > 0;
  graphene_rect_t bounds;
  Place place = { 0 };

  if (is_placed)
    find_place (self, &place);
  self->layout.width = width;
  self->layout.height = height;
  plx_preview_layout_update (&self->layout);

  if (is_placed && (before.scale != self->layout.scale || before.width != width ||
                    before.n_columns != self->layout.n_columns))
    {
      find_bounds (self, MIN (place.page, self->layout.n_pages - 1), &bounds);
      x = bounds.origin.x + place.x * bounds.size.width - self->anchor.x;
      y = bounds.origin.y + place.y * bounds.size.height - self->anchor.y;
    }
  if (self->is_turning && self->layout.n_pages > 0)
    {
      plx_preview_layout_get_page (&self->layout, 0, &bounds);
      y = -bounds.origin.y;
      find_bounds (self, MIN (self->page, self->layout.n_pages - 1), &bounds);
      y += bounds.origin.y;
    }
  graphene_point_init (&self->anchor, width / 2.0, 0);

  self->is_moving = TRUE;
  configure (self, GTK_ORIENTATION_HORIZONTAL, x, self->layout.content_width, width);
  configure (self, GTK_ORIENTATION_VERTICAL, y, self->layout.content_height, height);
  self->is_moving = FALSE;

  if (before.scale != self->layout.scale)
    plx_sheet_preview_notify_soon (self);
  if (!self->is_turning && memcmp (&before, &self->layout, sizeof before) != 0)
    update_page (self);
  self->is_turning = FALSE;
}

/* While pages are being counted, those that are can be seen. Once all are, each tells how many
 * there are, and so is drawn once more. */
static void
count (PlxSheetPreview *self)
{
  gboolean was_counted = self->is_counted;

  self->layout.n_pages = self->sheet != NULL ? plx_sheet_pages_get_n_pages (self->sheet) : 0;
  self->is_counted = self->sheet != NULL && plx_sheet_pages_is_complete (self->sheet);
  if (self->is_counted && !was_counted)
    plx_preview_renderer_refresh (self->renderer);
  plx_sheet_preview_notify_soon (self);
  update_page (self);
  update_children (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
plx_sheet_preview_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  PlxSheetPreview *self = PLX_SHEET_PREVIEW (widget);
  double x, y;

  if (self->sheet == NULL)
    return;

  lay_out (self, width, height);
  update_children (self);
  x = get_value (self, GTK_ORIENTATION_HORIZONTAL);
  y = get_value (self, GTK_ORIENTATION_VERTICAL);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t bounds;

      find_bounds (self, plx_sheet_page_get_page (PLX_SHEET_PAGE (child)), &bounds);
      /* It has no wish of its own, but wants to be asked. */
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (child, &(GtkAllocation) {
        bounds.origin.x - x, bounds.origin.y - y, bounds.size.width, bounds.size.height,
      }, -1);
    }

  want_pictures (self);
}

static void
plx_sheet_preview_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  *minimum = 0;
  *natural = 0;
}

static gboolean
plx_sheet_preview_grab_focus (GtkWidget *widget)
{
  PlxSheetPreview *self = PLX_SHEET_PREVIEW (widget);
  GtkWidget *child = g_hash_table_lookup (self->children, GUINT_TO_POINTER (self->page));

  /* Pages that have just been counted are not laid out yet, and so not seen; the one that is gone
   * to gets the focus all the same, and keeps its widget by it. */
  if (child == NULL && self->page < self->layout.n_pages)
    {
      add_child (self, self->page);
      gtk_widget_queue_allocate (widget);
      child = g_hash_table_lookup (self->children, GUINT_TO_POINTER (self->page));
    }

  return child != NULL && gtk_widget_grab_focus (child);
}

/* One stop for the tab key, at the page that is looked at. */
static gboolean
plx_sheet_preview_focus (GtkWidget        *widget,
                         GtkDirectionType  direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return gtk_widget_grab_focus (widget);
}

static void
set_adjustment (PlxSheetPreview *self,
                GtkOrientation   orientation,
                GtkAdjustment   *adjustment)
{
  GtkAdjustment **place = &self->adjustments[orientation];

  if (*place == adjustment)
    return;

  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, value_changed_cb, self);
  g_set_object (place, adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self,
                             G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
plx_sheet_preview_dispose (GObject *object)
{
  PlxSheetPreview *self = PLX_SHEET_PREVIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->notify_id, g_source_remove);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  plx_preview_renderer_set_sheet (self->renderer, NULL);
  g_signal_group_set_target (self->sheet_group, NULL);
  g_hash_table_remove_all (self->children);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->sheet);

  G_OBJECT_CLASS (plx_sheet_preview_parent_class)->dispose (object);
}

static void
plx_sheet_preview_finalize (GObject *object)
{
  PlxSheetPreview *self = PLX_SHEET_PREVIEW (object);

  g_clear_pointer (&self->children, g_hash_table_unref);
  g_clear_object (&self->renderer);
  g_clear_object (&self->sheet_group);

  G_OBJECT_CLASS (plx_sheet_preview_parent_class)->finalize (object);
}

static void
plx_sheet_preview_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  PlxSheetPreview *self = PLX_SHEET_PREVIEW (object);

  switch ((PlxSheetPreviewProperty) prop_id)
    {
    case PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;

    case PROP_ZOOM:
      g_value_set_double (value, plx_sheet_preview_get_zoom (self));
      break;

    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;

    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;

    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;

    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_sheet_preview_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  PlxSheetPreview *self = PLX_SHEET_PREVIEW (object);

  switch ((PlxSheetPreviewProperty) prop_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;

    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;

    /* Pages want no size, so that it makes no difference. */
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;

    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;

    case PROP_PAGE:
    case PROP_ZOOM:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_sheet_preview_class_init (PlxSheetPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags readable =
    G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = plx_sheet_preview_dispose;
  object_class->finalize = plx_sheet_preview_finalize;
  object_class->get_property = plx_sheet_preview_get_property;
  object_class->set_property = plx_sheet_preview_set_property;
  widget_class->measure = plx_sheet_preview_measure;
  widget_class->size_allocate = plx_sheet_preview_size_allocate;
  widget_class->grab_focus = plx_sheet_preview_grab_focus;
  widget_class->focus = plx_sheet_preview_focus;

  props[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, readable);
  props[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, G_MAXDOUBLE, 0, readable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  plx_sheet_preview_install_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "plx-sheet-preview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plx_sheet_preview_init (PlxSheetPreview *self)
{
  self->children = g_hash_table_new (NULL, NULL);
  self->renderer = plx_preview_renderer_new ();
  self->sheet_group = g_signal_group_new (PLX_TYPE_SHEET_PAGES);
  g_signal_group_connect_swapped (self->sheet_group, "notify", G_CALLBACK (count), self);
  self->layout = (PlxPreviewLayout) { .page_width = 1, .page_height = 1, .zoom = 1,
                                         .foot = FOOT };
  g_signal_connect_object (self->renderer, "drawn", G_CALLBACK (drawn_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::scale-factor", G_CALLBACK (gtk_widget_queue_allocate),
                           self, G_CONNECT_DEFAULT);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Pages"), -1);
  plx_sheet_preview_init_gestures (self);
}

PlxSheetPages *
plx_sheet_preview_get_sheet (PlxSheetPreview *self)
{
  g_return_val_if_fail (PLX_IS_SHEET_PREVIEW (self), NULL);

  return self->sheet;
}

guint
plx_sheet_preview_get_n_pages (PlxSheetPreview *self)
{
  g_return_val_if_fail (PLX_IS_SHEET_PREVIEW (self), 0);

  return self->layout.n_pages;
}

/**
 * plx_sheet_preview_set_sheet:
 * @self: pages
 * @sheet: (nullable): the sheet whose pages are shown
 *
 * Shows another sheet. What is seen stays at its place, as far as there are as many pages.
 */
void
plx_sheet_preview_set_sheet (PlxSheetPreview *self,
                             PlxSheetPages   *sheet)
{
  g_return_if_fail (PLX_IS_SHEET_PREVIEW (self));
  g_return_if_fail (sheet == NULL || PLX_IS_SHEET_PAGES (sheet));

  if (!g_set_object (&self->sheet, sheet))
    return;

  plx_preview_renderer_set_sheet (self->renderer, sheet);
  plx_sheet_preview_forget_links (self);
  self->layout.n_pages = 0;
  self->is_counted = sheet != NULL && plx_sheet_pages_is_complete (sheet);
  g_signal_group_set_target (self->sheet_group, sheet);
  if (sheet != NULL)
    plx_sheet_pages_get_size (sheet, &self->layout.page_width, &self->layout.page_height);
  count (self);
}

/**
 * plx_sheet_preview_is_counted:
 * @self: pages
 *
 * Returns: whether there are no more pages than plx_sheet_preview_get_n_pages() tells
 */
gboolean
plx_sheet_preview_is_counted (PlxSheetPreview *self)
{
  g_return_val_if_fail (PLX_IS_SHEET_PREVIEW (self), FALSE);

  return self->is_counted;
}

/**
 * plx_sheet_preview_is_drawn:
 * @self: pages
 *
 * Returns: whether nothing of what is seen is still to be drawn
 */
gboolean
plx_sheet_preview_is_drawn (PlxSheetPreview *self)
{
  g_return_val_if_fail (PLX_IS_SHEET_PREVIEW (self), FALSE);

  return self->layout.scale > 0 && g_hash_table_size (self->children) > 0 &&
         plx_preview_renderer_is_idle (self->renderer);
}
