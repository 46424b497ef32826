/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet-view"

#include "config.h"

#include "sheet/plx-sheet-view.h"

#include <glib/gi18n.h>

#include "sheet/plx-sheet-page.h"
#include "sheet/plx-sheet-printing.h"

/* A title is typed letter by letter; the sheet is made once nobody types. */
#define PAUSE_MS 250

#define ZOOM_STEP 1.25
#define MAX_ZOOM 4

/**
 * PlxSheetView:
 *
 * The view *Sheet* of the window: the comparison as it will print, with its options beside it.
 *
 * Sheets are made off the main thread, and only while the view is seen; until a new one is there,
 * the one before stays.
 *
 * ## Actions
 *
 * - `sheet.print`, `sheet.save`; where no sheet is made yet, they wait for it
 * - `sheet.zoom-in`, `sheet.zoom-out`, `sheet.fit`: pages larger than there is room for, so that
 *   they can be read in a narrow window, too
 */
struct _PlxSheetView
{
  AdwBin               parent_instance;

  PlxSession          *session;     /* nullable while the window is being built */
  PlxSheet            *sheet;       /* nullable */
  GCancellable        *cancellable; /* nullable: of the sheet that is being made */
  guint                pause;       /* source, or 0 */
  double               zoom;        /* 1 where pages are as wide as there is room for */
  gboolean             stale;       /* whether what is shown is to be made anew */
  const char          *waiting;     /* (nullable): the action that waits for a sheet */
  char                *story_title; /* nullable: the title that we have set ourselves */

  GtkStack            *stack;
  AdwToastOverlay     *toasts;
  GtkScrolledWindow   *scrolled;
  GtkBox              *pages;
  GtkLabel            *place;
  GtkEditable         *title_row;
  AdwSwitchRow        *sources_row;
  AdwSwitchRow        *claims_row;
  AdwSwitchRow        *countries_row;
  AdwSwitchRow        *graph_row;
  AdwComboRow         *paper_row;
  AdwComboRow         *text_row;
  AdwComboRow         *margin_row;
};

typedef enum
{
  PROP_SESSION = 1,
} PlxSheetViewProperty;

static GParamSpec *props[PROP_SESSION + 1];

G_DEFINE_FINAL_TYPE (PlxSheetView, plx_sheet_view, ADW_TYPE_BIN)

/* Tells which page is seen, and the pages whether they are near. */
static void
scrolled_cb (PlxSheetView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  double size = gtk_adjustment_get_page_size (adjustment);
  g_autofree char *text = NULL;
  guint n = 0, seen = 0;

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    {
      graphene_rect_t bounds;

      n++;
      if (!gtk_widget_compute_bounds (page, GTK_WIDGET (self->scrolled), &bounds))
        continue;

      plx_sheet_page_set_near (PLX_SHEET_PAGE (page), bounds.origin.y < 1.5 * size &&
                               bounds.origin.y + bounds.size.height > -0.5 * size);
      if (bounds.origin.y < size / 2)
        seen = n;
    }

  /* Translators: the number of the page that is seen, and how many there are */
  text = g_strdup_printf (_("%u of %u"), MAX (seen, 1), MAX (n, 1));
  gtk_label_set_label (self->place, text);
}

static gboolean
scrolled_idle_cb (gpointer user_data)
{
  scrolled_cb (user_data);

  return G_SOURCE_REMOVE;
}

static void
update_actions (PlxSheetView *self)
{
  gboolean possible = self->session != NULL && plx_session_get_analysis (self->session) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.zoom-out", self->zoom > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.print", possible);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.save", possible);
}

static void
apply_zoom (PlxSheetView *self)
{
  int room = gtk_widget_get_width (GTK_WIDGET (self->scrolled)) -
             gtk_widget_get_margin_start (GTK_WIDGET (self->pages)) -
             gtk_widget_get_margin_end (GTK_WIDGET (self->pages));

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    gtk_widget_set_size_request (page, self->zoom > 1 ? (int) (room * self->zoom) : -1, -1);
}

static void
zoom_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlxSheetView *self = PLX_SHEET_VIEW (widget);
  double factor = g_str_equal (action_name, "sheet.zoom-in") ? ZOOM_STEP : 1 / ZOOM_STEP;

  if (g_str_equal (action_name, "sheet.fit"))
    self->zoom = 1;
  else
    self->zoom = CLAMP (self->zoom * factor, 1, MAX_ZOOM);

  update_actions (self);
  apply_zoom (self);
}

/* Pages that stay are kept, so that the view does not jump back to the first. */
static void
show_pages (PlxSheetView *self)
{
  GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages));

  for (guint i = 0; i < plx_sheet_get_n_pages (self->sheet); i++)
    if (page != NULL)
      {
        plx_sheet_page_set_sheet (PLX_SHEET_PAGE (page), self->sheet);
        page = gtk_widget_get_next_sibling (page);
      }
    else
      {
        gtk_box_append (self->pages, plx_sheet_page_new (self->sheet, i));
      }

  while (page != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (page);

      gtk_box_remove (self->pages, page);
      page = next;
    }

  apply_zoom (self);
  gtk_stack_set_visible_child_name (self->stack, "sheet");
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, scrolled_idle_cb, g_object_ref (self),
                   g_object_unref);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (PlxSheetView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxSheet) sheet = plx_sheet_make_finish (result, &error);
  const char *waiting;

  /* Whoever cancelled has asked for another sheet, or for none. */
  if (sheet == NULL || self->session == NULL)
    return;

  g_clear_object (&self->cancellable);
  g_set_object (&self->sheet, sheet);
  show_pages (self);

  waiting = g_steal_pointer (&self->waiting);
  if (waiting != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), waiting, NULL);
}

static void
cancel (PlxSheetView *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->pause, g_source_remove);
}

static void
read_options (PlxSheetView    *self,
              PlxSheetOptions *options)
{
  static const double sizes[] = { 8, 9.5, 11, 13 };
  static const double margins[] = { 40, 56, 76 };

  plx_sheet_options_init (options, gtk_editable_get_text (self->title_row));
  options->sources = adw_switch_row_get_active (self->sources_row);
  options->claims = adw_switch_row_get_active (self->claims_row);
  options->countries = adw_switch_row_get_active (self->countries_row);
  options->graph = adw_switch_row_get_active (self->graph_row);
  options->font_size = sizes[MIN (adw_combo_row_get_selected (self->text_row), 3)];
  options->margin = margins[MIN (adw_combo_row_get_selected (self->margin_row), 2)];
  options->today = plx_session_get_today (self->session);

  if (adw_combo_row_get_selected (self->paper_row) == 1)
    {
      options->width = 612;
      options->height = 792;
    }
}

/* Returns: (transfer full) (element-type GStrv): by claim, what the user has noted on it */
static GPtrArray *
list_notes (PlxSheetView *self,
            PlxAnalysis  *analysis)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < analysis->claims->len; i++)
    {
      g_autoptr (GPtrArray) notes = plx_session_list_notes (self->session, i);
      g_autoptr (GStrvBuilder) bodies = g_strv_builder_new ();

      for (guint j = 0; j < notes->len; j++)
        g_strv_builder_add (bodies, ((const PlxNote *) g_ptr_array_index (notes, j))->body);
      g_ptr_array_add (all, g_strv_builder_end (bodies));
    }

  return all;
}

static void
forget_sheet (PlxSheetView *self)
{
  GtkWidget *page;

  while ((page = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_box_remove (self->pages, page);
  g_clear_object (&self->sheet);
  self->waiting = NULL;
}

/* Asks for the sheet of what is shown now; for a view that nobody sees, once somebody does. */
static void
make_sheet (PlxSheetView *self)
{
  PlxAnalysis *analysis = plx_session_get_analysis (self->session);
  PlxPassages *passages = plx_session_get_passages (self->session);
  g_autoptr (GPtrArray) notes = NULL;
  PlxSheetOptions options;

  cancel (self);
  update_actions (self);

  if (analysis == NULL || passages == NULL)
    {
      forget_sheet (self);
      gtk_stack_set_visible_child_name (self->stack, plx_session_is_busy (self->session)
                                                     ? "busy" : "empty");
      return;
    }

  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale)
    return;

  if (self->sheet == NULL)
    gtk_stack_set_visible_child_name (self->stack, "busy");

  read_options (self, &options);
  options.notes = notes = list_notes (self, analysis);
  self->cancellable = g_cancellable_new ();
  plx_sheet_make_async (analysis, passages, plx_session_get_filter (self->session), &options,
                        self->cancellable, made_cb, g_object_ref (self));
}

static gboolean
pause_over_cb (gpointer user_data)
{
  PlxSheetView *self = user_data;

  self->pause = 0;
  if (self->session != NULL)
    make_sheet (self);

  return G_SOURCE_REMOVE;
}

static void
option_changed_cb (PlxSheetView *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->session != NULL)
    self->pause = g_timeout_add (PAUSE_MS, pause_over_cb, self);
}

static void
analysis_changed_cb (PlxSheetView *self,
                     GParamSpec   *pspec)
{
  if (self->session != NULL)
    make_sheet (self);
}

/* A title of the user's own stays as long as the story does. */
static void
story_changed_cb (PlxSheetView *self,
                  GParamSpec   *pspec)
{
  PlxStory *story = self->session != NULL ? plx_session_get_story (self->session) : NULL;

  if (story == NULL)
    return;

  g_set_str (&self->story_title, plx_story_get_title (story));
  gtk_editable_set_text (self->title_row, self->story_title);
  forget_sheet (self);
  make_sheet (self);
}

static void
busy_changed_cb (PlxSheetView *self,
                 GParamSpec   *pspec)
{
  /* As long as there is something to show, it stays. */
  if (self->session != NULL && plx_session_get_analysis (self->session) == NULL)
    make_sheet (self);
}

static void
printed_cb (PlxSheetView *self,
            const GError *error)
{
  if (self->session != NULL)
    g_signal_emit_by_name (self->session, "failed", error);
}

static void
saved_cb (PlxSheetView *self,
          GFile        *file)
{
  g_autofree char *name = g_file_get_basename (file);
  /* Translators: the name of a file */
  g_autofree char *text = g_strdup_printf (_("Saved as “%s”"), name);
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
output_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  PlxSheetView *self = PLX_SHEET_VIEW (widget);

  if (self->sheet == NULL || self->stale || self->cancellable != NULL || self->pause != 0)
    {
      self->waiting = g_intern_string (action_name);
      return;
    }

  if (g_str_equal (action_name, "sheet.print"))
    plx_sheet_printing_print (self->sheet, gtk_editable_get_text (self->title_row), widget,
                              (PlxSheetFailed) printed_cb);
  else
    plx_sheet_printing_save (self->sheet, gtk_editable_get_text (self->title_row), widget,
                             (PlxSheetSaved) saved_cb, (PlxSheetFailed) printed_cb);
}

static void
plx_sheet_view_map (GtkWidget *widget)
{
  PlxSheetView *self = PLX_SHEET_VIEW (widget);

  GTK_WIDGET_CLASS (plx_sheet_view_parent_class)->map (widget);

  if (self->stale && self->session != NULL)
    make_sheet (self);
}

static void
plx_sheet_view_dispose (GObject *object)
{
  PlxSheetView *self = PLX_SHEET_VIEW (object);

  cancel (self);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->sheet);
  g_clear_pointer (&self->story_title, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_SHEET_VIEW);

  G_OBJECT_CLASS (plx_sheet_view_parent_class)->dispose (object);
}

static void
plx_sheet_view_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  PlxSheetView *self = PLX_SHEET_VIEW (object);

  switch ((PlxSheetViewProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_sheet_view_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  PlxSheetView *self = PLX_SHEET_VIEW (object);

  switch ((PlxSheetViewProperty) prop_id)
    {
    case PROP_SESSION:
      plx_sheet_view_set_session (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-sheet-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxSheetView, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetView, toasts);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetView, pages);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetView, place);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetView, title_row);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetView, sources_row);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetView, claims_row);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetView, countries_row);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetView, graph_row);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetView, paper_row);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetView, text_row);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetView, margin_row);
  gtk_widget_class_bind_template_callback (widget_class, option_changed_cb);
}

static void
plx_sheet_view_class_init (PlxSheetViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct { guint key; const char *action; } keys[] = {
    { GDK_KEY_plus, "sheet.zoom-in" }, { GDK_KEY_equal, "sheet.zoom-in" },
    { GDK_KEY_KP_Add, "sheet.zoom-in" }, { GDK_KEY_minus, "sheet.zoom-out" },
    { GDK_KEY_KP_Subtract, "sheet.zoom-out" }, { GDK_KEY_0, "sheet.fit" },
    { GDK_KEY_KP_0, "sheet.fit" },
  };

  object_class->dispose = plx_sheet_view_dispose;
  object_class->get_property = plx_sheet_view_get_property;
  object_class->set_property = plx_sheet_view_set_property;
  widget_class->map = plx_sheet_view_map;

  props[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, PLX_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_install_action (widget_class, "sheet.print", NULL, output_cb);
  gtk_widget_class_install_action (widget_class, "sheet.save", NULL, output_cb);
  gtk_widget_class_install_action (widget_class, "sheet.zoom-in", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "sheet.zoom-out", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "sheet.fit", NULL, zoom_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_CONTROL_MASK,
                                         keys[i].action, NULL);
  bind_template (widget_class);
}

static void
plx_sheet_view_init (PlxSheetView *self)
{
  GtkAdjustment *adjustment;

  self->zoom = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
  adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  update_actions (self);
}

PlxSession *
plx_sheet_view_get_session (PlxSheetView *self)
{
  g_return_val_if_fail (PLX_IS_SHEET_VIEW (self), NULL);

  return self->session;
}

void
plx_sheet_view_set_session (PlxSheetView *self,
                            PlxSession   *session)
{
  g_return_if_fail (PLX_IS_SHEET_VIEW (self));
  g_return_if_fail (session == NULL || PLX_IS_SESSION (session));

  if (self->session == session)
    return;

  cancel (self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  forget_sheet (self);
  update_actions (self);
  gtk_stack_set_visible_child_name (self->stack, "empty");

  if (session != NULL)
    {
      g_signal_connect_object (session, "notify::analysis", G_CALLBACK (analysis_changed_cb),
                               self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::passages", G_CALLBACK (analysis_changed_cb),
                               self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::busy", G_CALLBACK (busy_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::story", G_CALLBACK (story_changed_cb), self,
                               G_CONNECT_SWAPPED);
      story_changed_cb (self, NULL);
    }

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}
