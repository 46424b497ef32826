/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet-foot"

#include "config.h"

#include "sheet/plx-sheet-foot.h"

#include <glib/gi18n.h>
#include <math.h>

/**
 * PlxSheetFoot:
 *
 * What lies at the foot of the pages: which page is looked at, how large, and what can be done
 * with the sheet. Its buttons ask for the actions `sheet.…` of the view that it is in.
 *
 * Properties: `preview` ([class@SheetPreview], nullable: what it tells of), `shows-options`
 * (whether the options are shown), `narrow` (whether there is only room for what matters most).
 */
struct _PlxSheetFoot
{
  AdwBin           parent_instance;

  PlxSheetPreview *preview; /* nullable */
  GSignalGroup    *group;
  gboolean         shows_options;
  gboolean         is_narrow;

  GtkMenuButton   *place_button;
  GtkLabel        *place;
  GtkPopover      *place_popover;
  GtkSpinButton   *page_spin;
  GtkListBox      *outline;
  GtkLabel        *zoom;
};

typedef enum
{
  PROP_PREVIEW = 1,
  PROP_SHOWS_OPTIONS,
  PROP_NARROW,
} PlxSheetFootProperty;

static GParamSpec *props[PROP_NARROW + 1];

G_DEFINE_FINAL_TYPE (PlxSheetFoot, plx_sheet_foot, ADW_TYPE_BIN)

static void
update (PlxSheetFoot *self)
{
  guint page = plx_sheet_preview_get_page (self->preview) + 1;
  guint n = plx_sheet_preview_get_n_pages (self->preview);
  g_autofree char *place = NULL;
  g_autofree char *zoom = NULL;

  if (plx_sheet_preview_is_counted (self->preview))
    /* Translators: the number of the page that is seen, and how many there are */
    place = g_strdup_printf (_("%u of %u"), page, MAX (n, 1));
  else
    /* Translators: the number of the page that is seen, and how many are counted so far */
    place = g_strdup_printf (_("%u of %u…"), page, MAX (n, 1));
  gtk_label_set_label (self->place, place);
  /* Translators: how large a page is shown */
  zoom = g_strdup_printf (_("%d%%"),
                          (int) round (100 * plx_sheet_preview_get_zoom (self->preview)));
  gtk_label_set_label (self->zoom, zoom);

  gtk_spin_button_set_range (self->page_spin, 1, MAX (n, 1));
  if (!gtk_widget_get_visible (GTK_WIDGET (self->place_popover)))
    gtk_spin_button_set_value (self->page_spin, page);
}

static void
preview_notify_cb (PlxSheetFoot *self)
{
  update (self);
}

static void
page_activate_cb (PlxSheetFoot *self)
{
  /* What was typed is not taken over yet when the key is pressed. */
  gtk_spin_button_update (self->page_spin);
  gtk_popover_popdown (self->place_popover);
  if (self->preview == NULL)
    return;

  plx_sheet_preview_go_to (self->preview, gtk_spin_button_get_value_as_int (self->page_spin) - 1);
  gtk_widget_grab_focus (GTK_WIDGET (self->preview));
}

static void
add_section (PlxSheetFoot *self,
             const char   *title,
             guint         page)
{
  /* Translators: a section of the sheet, and the page on which it begins */
  g_autofree char *words = g_strdup_printf (_("%1$s, page %2$u"), title, page + 1);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  g_object_set_data (G_OBJECT (label), "page", GUINT_TO_POINTER (page));
  gtk_list_box_append (self->outline, label);
}

/* Sections that are not counted yet, or have nothing to say, have no page to go to. */
static void
place_show_cb (PlxSheetFoot *self)
{
  PlxSheetPages *sheet = self->preview != NULL ? plx_sheet_preview_get_sheet (self->preview)
                                               : NULL;
  PlxSheetContent *content = sheet != NULL ? plx_sheet_pages_get_content (sheet) : NULL;
  guint n = content != NULL ? plx_sheet_content_get_n_sections (content) : 0;

  gtk_list_box_remove_all (self->outline);
  for (guint i = 0; i < n; i++)
    {
      const PlxSheetSection *section = plx_sheet_content_get_section (content, i);
      guint page;
      double y;

      if (plx_sheet_pages_find (sheet, section->id, &page, &y))
        add_section (self, _(section->title), page);
    }
}

static void
section_activated_cb (PlxSheetFoot  *self,
                      GtkListBoxRow *row)
{
  gpointer page = g_object_get_data (G_OBJECT (gtk_list_box_row_get_child (row)), "page");

  gtk_popover_popdown (self->place_popover);
  plx_sheet_preview_go_to (self->preview, GPOINTER_TO_UINT (page));
  gtk_widget_grab_focus (GTK_WIDGET (self->preview));
}

static void
plx_sheet_foot_dispose (GObject *object)
{
  PlxSheetFoot *self = PLX_SHEET_FOOT (object);

  g_signal_group_set_target (self->group, NULL);
  g_clear_object (&self->preview);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_SHEET_FOOT);

  G_OBJECT_CLASS (plx_sheet_foot_parent_class)->dispose (object);
}

static void
plx_sheet_foot_finalize (GObject *object)
{
  PlxSheetFoot *self = PLX_SHEET_FOOT (object);

  g_clear_object (&self->group);

  G_OBJECT_CLASS (plx_sheet_foot_parent_class)->finalize (object);
}

static void
plx_sheet_foot_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  PlxSheetFoot *self = PLX_SHEET_FOOT (object);

  switch ((PlxSheetFootProperty) prop_id)
    {
    case PROP_PREVIEW:
      g_value_set_object (value, self->preview);
      break;

    case PROP_SHOWS_OPTIONS:
      g_value_set_boolean (value, self->shows_options);
      break;

    case PROP_NARROW:
      g_value_set_boolean (value, self->is_narrow);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_sheet_foot_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  PlxSheetFoot *self = PLX_SHEET_FOOT (object);

  switch ((PlxSheetFootProperty) prop_id)
    {
    case PROP_PREVIEW:
      plx_sheet_foot_set_preview (self, g_value_get_object (value));
      break;

    case PROP_SHOWS_OPTIONS:
      if (self->shows_options == g_value_get_boolean (value))
        break;
      self->shows_options = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;

    case PROP_NARROW:
      if (self->is_narrow == g_value_get_boolean (value))
        break;
      self->is_narrow = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_sheet_foot_class_init (PlxSheetFootClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = plx_sheet_foot_dispose;
  object_class->finalize = plx_sheet_foot_finalize;
  object_class->get_property = plx_sheet_foot_get_property;
  object_class->set_property = plx_sheet_foot_set_property;

  props[PROP_PREVIEW] = g_param_spec_object ("preview", NULL, NULL, PLX_TYPE_SHEET_PREVIEW, flags);
  props[PROP_SHOWS_OPTIONS] = g_param_spec_boolean ("shows-options", NULL, NULL, FALSE, flags);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-sheet-foot.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxSheetFoot, place_button);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetFoot, place);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetFoot, place_popover);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetFoot, page_spin);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetFoot, outline);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetFoot, zoom);
  gtk_widget_class_bind_template_callback (widget_class, place_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, section_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_activate_cb);
}

static void
plx_sheet_foot_init (PlxSheetFoot *self)
{
  self->group = g_signal_group_new (PLX_TYPE_SHEET_PREVIEW);
  g_signal_group_connect_swapped (self->group, "notify", G_CALLBACK (preview_notify_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plx_sheet_foot_set_preview:
 * @self: a foot
 * @preview: (nullable): what it tells of
 */
void
plx_sheet_foot_set_preview (PlxSheetFoot    *self,
                            PlxSheetPreview *preview)
{
  g_return_if_fail (PLX_IS_SHEET_FOOT (self));
  g_return_if_fail (preview == NULL || PLX_IS_SHEET_PREVIEW (preview));

  if (!g_set_object (&self->preview, preview))
    return;

  g_signal_group_set_target (self->group, preview);
  if (preview != NULL)
    update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PREVIEW]);
}

/**
 * plx_sheet_foot_ask_page:
 * @self: a foot
 *
 * Asks to which page the user wants to go.
 */
void
plx_sheet_foot_ask_page (PlxSheetFoot *self)
{
  g_return_if_fail (PLX_IS_SHEET_FOOT (self));

  gtk_menu_button_popup (self->place_button);
  gtk_widget_grab_focus (GTK_WIDGET (self->page_spin));
  gtk_editable_select_region (GTK_EDITABLE (self->page_spin), 0, -1);
}
