/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet-view"

#include "config.h"

#include "sheet/plx-sheet-view.h"

#include <glib/gi18n.h>
#include <math.h>

#include "countries/plx-own-tables.h"
#include "sheet/plx-session-matter.h"
#include "sheet/plx-sheet-view-private.h"

/* A title is typed letter by letter; the sheet is made once nobody types. */
#define PAUSE_MS 250

/**
 * PlxSheetView:
 *
 * The view *Sheet* of the window: the comparison as it will print, and beside it the panel in
 * which it is composed.
 *
 * Sheets are made off the main thread, and only while the view is seen; until a new one is there,
 * the one before stays. The first page is shown while the others are still being counted.
 *
 * ## Actions
 *
 * - `sheet.print`, `sheet.save` (string: as what); where the sheet is not made yet, they wait for
 *   it. Only one is under way at a time
 * - `sheet.zoom` (string: `auto`, `width`, `page` or a number of percent), `sheet.zoom-in`,
 *   `sheet.zoom-out`, `sheet.go-to`
 * - `sheet.make-default`, `sheet.reset`: of how the sheet is composed
 * - `sheet.retry`
 */
typedef enum
{
  PROP_SESSION = 1,
  PROP_ZOOM,
} PlxSheetViewProperty;

static GParamSpec *props[PROP_ZOOM + 1];

G_DEFINE_FINAL_TYPE (PlxSheetView, plx_sheet_view, ADW_TYPE_BIN)

static PlxSheetPages *
get_sheet (PlxSheetView *self)
{
  return plx_sheet_preview_get_sheet (self->preview);
}

/* What can be asked for depends on what there is, and on what is under way. */
void
plx_sheet_view_update_actions (PlxSheetView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean possible = self->session != NULL && plx_session_get_analysis (self->session) != NULL;
  double zoom = plx_sheet_preview_get_zoom (self->preview);

  gtk_widget_action_set_enabled (widget, "sheet.zoom-in", zoom < PLX_PREVIEW_MAX_ZOOM * 0.99);
  gtk_widget_action_set_enabled (widget, "sheet.zoom-out", zoom > PLX_PREVIEW_MIN_ZOOM * 1.01);
  gtk_widget_action_set_enabled (widget, "sheet.print", possible && self->job == NULL);
  gtk_widget_action_set_enabled (widget, "sheet.save", possible && self->job == NULL);
}

static void
preview_notify_cb (PlxSheetView *self)
{
  plx_sheet_view_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ZOOM]);
}

/* Making the sheet */

static gboolean
is_made (PlxSheetView *self)
{
  return get_sheet (self) != NULL && !self->stale && self->cancellable == NULL &&
         self->pause == 0;
}

static void
do_waiting (PlxSheetView *self)
{
  g_autofree char *action = NULL;
  g_autoptr (GVariant) target = NULL;

  if (self->waiting == NULL || !is_made (self))
    return;

  action = g_steal_pointer (&self->waiting);
  target = g_steal_pointer (&self->waiting_target);
  gtk_widget_activate_action_variant (GTK_WIDGET (self), action, target);
}

static void
forget_waiting (PlxSheetView *self)
{
  g_clear_pointer (&self->waiting, g_free);
  g_clear_pointer (&self->waiting_target, g_variant_unref);
}

static void
show_warning (PlxSheetView *self)
{
  g_autofree char *warning = plx_sheet_pages_dup_warning (get_sheet (self));

  if (warning != NULL)
    adw_banner_set_title (self->banner, warning);
  adw_banner_set_revealed (self->banner, warning != NULL);
}

static void
complete_notify_cb (PlxSheetView *self)
{
  g_clear_object (&self->cancellable);
  show_warning (self);
  do_waiting (self);
}

static void
show_sheet (PlxSheetView  *self,
            PlxSheetPages *sheet)
{
  g_signal_group_set_target (self->sheet_group, sheet);
  plx_sheet_preview_set_sheet (self->preview, sheet);
  adw_banner_set_revealed (self->banner, FALSE);
  if (sheet == NULL)
    return;

  gtk_stack_set_visible_child_name (self->stack, "sheet");
  if (plx_sheet_pages_is_complete (sheet))
    complete_notify_cb (self);
}

static void
cancel (PlxSheetView *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->pause, g_source_remove);
}

/* Has an action wait for the sheet as it is composed now. Gives whether it has to. */
gboolean
plx_sheet_view_wait (PlxSheetView *self,
                     const char   *action_name,
                     GVariant     *target)
{
  if (is_made (self))
    return FALSE;

  forget_waiting (self);
  self->waiting = g_strdup (action_name);
  self->waiting_target = target != NULL ? g_variant_ref (target) : NULL;

  return TRUE;
}

static void
forget_sheet (PlxSheetView *self)
{
  show_sheet (self, NULL);
  forget_waiting (self);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (PlxSheetView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxSheetPages) sheet = plx_sheet_pages_make_finish (result, &error);

  /* Whoever cancelled has asked for another sheet, or for none. */
  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (sheet == NULL)
    {
      cancel (self);
      forget_sheet (self);
      adw_status_page_set_description (self->error_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "error");
      return;
    }

  show_sheet (self, sheet);
}

static gboolean
ask_cb (gpointer user_data)
{
  PlxSheetView *self = user_data;
  g_autoptr (PlxSheetMatter) matter = plx_session_create_matter (self->session);
  g_autoptr (PlxSheetContent) content =
    plx_sheet_content_new (matter, plx_sheet_plans_get (self->plans));

  self->pause = 0;
  self->cancellable = g_cancellable_new ();
  plx_sheet_pages_make_async (content, self->cancellable, made_cb, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

/* Asks for the sheet of what is shown now; for a view that nobody sees, once somebody does. When a
 * story is opened, several things change one after the other: the sheet is asked for once, after
 * the last. */
static void
make_sheet (PlxSheetView *self)
{
  PlxSheetPlan *plan = plx_sheet_plans_get (self->plans);

  cancel (self);
  plx_sheet_view_update_actions (self);

  if (plx_session_get_analysis (self->session) == NULL ||
      plx_session_get_passages (self->session) == NULL || plan == NULL)
    {
      forget_sheet (self);
      gtk_stack_set_visible_child_name (self->stack, plx_session_is_busy (self->session)
                                                     ? "busy" : "empty");
      return;
    }

  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale)
    return;

  if (get_sheet (self) == NULL)
    gtk_stack_set_visible_child_name (self->stack, "busy");

  self->pause = g_idle_add (ask_cb, self);
}

static gboolean
pause_over_cb (gpointer user_data)
{
  PlxSheetView *self = user_data;

  self->pause = 0;
  make_sheet (self);

  return G_SOURCE_REMOVE;
}

static void
retry_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  PlxSheetView *self = PLX_SHEET_VIEW (widget);

  if (self->session != NULL)
    make_sheet (self);
}

/* What it is made of */

static void
plan_changed_cb (PlxSheetView *self)
{
  if (self->session == NULL)
    return;

  plx_sheet_plans_set (self->plans, plx_sheet_composer_get_plan (self->composer));
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MS, pause_over_cb, self);
}

static void
plans_changed_cb (PlxSheetView *self)
{
  plx_sheet_composer_set_plan (self->composer, plx_sheet_plans_get (self->plans));
  make_sheet (self);
}

static void
analysis_changed_cb (PlxSheetView *self)
{
  plx_sheet_composer_update (self->composer);
  make_sheet (self);
}

static void
story_changed_cb (PlxSheetView *self)
{
  forget_sheet (self);
  analysis_changed_cb (self);
}

static void
busy_changed_cb (PlxSheetView *self)
{
  /* As long as there is something to show, it stays. */
  if (plx_session_get_analysis (self->session) == NULL)
    make_sheet (self);
}

static void
make_default_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  PlxSheetView *self = PLX_SHEET_VIEW (widget);

  if (self->plans == NULL)
    return;

  plx_sheet_plans_make_default (self->plans);
  adw_toast_overlay_add_toast (self->toasts,
                               adw_toast_new (_("New stories begin with this sheet")));
}

static void
reset_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  PlxSheetView *self = PLX_SHEET_VIEW (widget);

  if (self->plans != NULL)
    plx_sheet_plans_reset (self->plans);
}

/* How large it is shown */

static void
zoom_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  plx_sheet_preview_zoom_by (PLX_SHEET_VIEW (widget)->preview,
                             g_str_equal (action_name, "sheet.zoom-in") ? 1 : -1);
}

static void
go_to_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  if (get_sheet (PLX_SHEET_VIEW (widget)) != NULL)
    plx_sheet_foot_ask_page (PLX_SHEET_VIEW (widget)->foot);
}

static const char * const fits[] = {
  [PLX_PREVIEW_FIT_AUTO] = "auto",
  [PLX_PREVIEW_FIT_WIDTH] = "width",
  [PLX_PREVIEW_FIT_PAGE] = "page",
};

static char *
dup_zoom (PlxSheetView *self)
{
  PlxPreviewFit fit = plx_sheet_preview_get_fit (self->preview);

  if (fit < G_N_ELEMENTS (fits))
    return g_strdup (fits[fit]);

  return g_strdup_printf ("%d", (int) round (100 * plx_sheet_preview_get_zoom (self->preview)));
}

static void
set_zoom (PlxSheetView *self,
          const char   *zoom)
{
  guint64 percent;

  for (guint i = 0; i < G_N_ELEMENTS (fits); i++)
    if (g_str_equal (zoom, fits[i]))
      {
        plx_sheet_preview_set_fit (self->preview, i);
        return;
      }

  if (g_ascii_string_to_unsigned (zoom, 10, 1, 1000, &percent, NULL))
    plx_sheet_preview_set_zoom (self->preview, percent / 100.0);
}

static void
plx_sheet_view_map (GtkWidget *widget)
{
  PlxSheetView *self = PLX_SHEET_VIEW (widget);

  GTK_WIDGET_CLASS (plx_sheet_view_parent_class)->map (widget);

  if (self->stale && self->session != NULL)
    make_sheet (self);
}

/* Keys are for the pages, unless somebody composes. */
static gboolean
plx_sheet_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PLX_SHEET_VIEW (widget)->preview));
}

static void
plx_sheet_view_dispose (GObject *object)
{
  PlxSheetView *self = PLX_SHEET_VIEW (object);

  cancel (self);
  g_signal_group_set_target (self->sheet_group, NULL);
  if (self->job != NULL)
    g_cancellable_cancel (plx_sheet_job_get_cancellable (self->job));
  g_clear_object (&self->job);
  g_clear_object (&self->print_settings);
  g_clear_object (&self->plans);
  g_clear_object (&self->session);
  forget_waiting (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_SHEET_VIEW);

  G_OBJECT_CLASS (plx_sheet_view_parent_class)->dispose (object);
}

static void
plx_sheet_view_finalize (GObject *object)
{
  PlxSheetView *self = PLX_SHEET_VIEW (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->sheet_group);
  g_clear_pointer (&self->waiting, g_free);

  G_OBJECT_CLASS (plx_sheet_view_parent_class)->finalize (object);
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

    case PROP_ZOOM:
      g_value_take_string (value, dup_zoom (self));
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

    case PROP_ZOOM:
      if (g_value_get_string (value) != NULL)
        set_zoom (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (PLX_TYPE_SHEET_COMPOSER);
  g_type_ensure (PLX_TYPE_SHEET_FOOT);
  g_type_ensure (PLX_TYPE_SHEET_JOB_BAR);
  g_type_ensure (PLX_TYPE_SHEET_PREVIEW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-sheet-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxSheetView, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetView, error_page);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetView, toasts);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetView, banner);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetView, preview);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetView, foot);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetView, composer);
  gtk_widget_class_bind_template_child (widget_class, PlxSheetView, job_bar);
  /* Not ours to touch, but tests look at it. */
  gtk_widget_class_bind_template_child_full (widget_class, "split", FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, plan_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_notify_cb);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct { guint key; const char *action; } keys[] = {
    { GDK_KEY_plus, "sheet.zoom-in" }, { GDK_KEY_equal, "sheet.zoom-in" },
    { GDK_KEY_KP_Add, "sheet.zoom-in" }, { GDK_KEY_minus, "sheet.zoom-out" },
    { GDK_KEY_KP_Subtract, "sheet.zoom-out" }, { GDK_KEY_l, "sheet.go-to" },
  };

  gtk_widget_class_install_property_action (widget_class, "sheet.zoom", "zoom");
  gtk_widget_class_install_action (widget_class, "sheet.print", NULL, plx_sheet_view_print_cb);
  gtk_widget_class_install_action (widget_class, "sheet.save", "s", plx_sheet_view_save_cb);
  gtk_widget_class_install_action (widget_class, "sheet.zoom-in", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "sheet.zoom-out", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "sheet.go-to", NULL, go_to_cb);
  gtk_widget_class_install_action (widget_class, "sheet.make-default", NULL, make_default_cb);
  gtk_widget_class_install_action (widget_class, "sheet.reset", NULL, reset_cb);
  gtk_widget_class_install_action (widget_class, "sheet.retry", NULL, retry_cb);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_CONTROL_MASK,
                                         keys[i].action, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK,
                                       "sheet.zoom", "s", "auto");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_0, GDK_CONTROL_MASK,
                                       "sheet.zoom", "s", "auto");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK,
                                       "sheet.save", "s", "pdf");
}

static void
plx_sheet_view_class_init (PlxSheetViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = plx_sheet_view_dispose;
  object_class->finalize = plx_sheet_view_finalize;
  object_class->get_property = plx_sheet_view_get_property;
  object_class->set_property = plx_sheet_view_set_property;
  widget_class->map = plx_sheet_view_map;
  widget_class->grab_focus = plx_sheet_view_grab_focus;

  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, PLX_TYPE_SESSION, flags);
  props[PROP_ZOOM] = g_param_spec_string ("zoom", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  install_actions (widget_class);
  bind_template (widget_class);
}

static void
plx_sheet_view_init (PlxSheetView *self)
{
  self->sheet_group = g_signal_group_new (PLX_TYPE_SHEET_PAGES);
  g_signal_group_connect_swapped (self->sheet_group, "notify::complete",
                                  G_CALLBACK (complete_notify_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  plx_sheet_view_update_actions (self);
}

PlxSession *
plx_sheet_view_get_session (PlxSheetView *self)
{
  g_return_val_if_fail (PLX_IS_SHEET_VIEW (self), NULL);

  return self->session;
}

static void
connect_session (PlxSheetView *self)
{
  PlxSession *session = self->session;

  /* The plans hear of another story first, so that the view never sees those of the one before. */
  self->plans = plx_sheet_plans_new (session);
  g_signal_connect_object (self->plans, "changed", G_CALLBACK (plans_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::analysis", G_CALLBACK (analysis_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::passages", G_CALLBACK (analysis_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notes-changed", G_CALLBACK (make_sheet), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "placements-changed", G_CALLBACK (make_sheet), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (plx_own_tables_get_default (), "changed", G_CALLBACK (make_sheet),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::busy", G_CALLBACK (busy_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::story", G_CALLBACK (story_changed_cb), self,
                           G_CONNECT_SWAPPED);
  story_changed_cb (self);
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
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      g_signal_handlers_disconnect_by_data (plx_own_tables_get_default (), self);
    }
  if (self->plans != NULL)
    g_signal_handlers_disconnect_by_data (self->plans, self);
  g_clear_object (&self->plans);
  g_set_object (&self->session, session);
  plx_sheet_composer_set_session (self->composer, session);
  forget_sheet (self);
  plx_sheet_view_update_actions (self);
  gtk_stack_set_visible_child_name (self->stack, "empty");

  if (session != NULL)
    connect_session (self);

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}
