/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-filter-bar"

#include "config.h"

#include "filter/plx-filter-bar.h"

#include <glib/gi18n.h>

#include "countries/plx-relations.h"
#include "filter/plx-country-picker.h"
#include "filter/plx-day-picker.h"
#include "filter/plx-filter-dialog.h"
#include "filter/plx-filter-words.h"
#include "filter/plx-hidden-list.h"
#include "filter/plx-name-picker.h"
#include "filter/plx-relation-picker.h"
#include "filter/plx-source-picker.h"

/**
 * PlxFilterBar:
 *
 * The filter, the same over all views: what is asked for, and how much it hides.
 *
 * Where `narrow` is set, it folds into one button that opens [class@FilterDialog].
 */
struct _PlxFilterBar
{
  AdwBin            parent_instance;

  PlxSession       *session; /* nullable */
  gboolean          narrow;

  AdwButtonContent *narrow_content;
  GtkMenuButton    *relation_button;
  GtkMenuButton    *day_button;
  GtkMenuButton    *outlet_button;
  GtkMenuButton    *source_button;
  GtkMenuButton    *name_button;
  GtkToggleButton  *differences_button;
  GtkWidget        *clear_button;
  GtkLabel         *count;
};

typedef enum
{
  PROP_SESSION = 1,
  PROP_NARROW,
} PlxFilterBarProperty;

static GParamSpec *props[PROP_NARROW + 1];

G_DEFINE_FINAL_TYPE (PlxFilterBar, plx_filter_bar, ADW_TYPE_BIN)

static guint
count_parts (PlxFilter *filter)
{
  guint n = 0;

  for (PlxFilterPart part = 0; part < PLX_N_FILTER_PARTS; part++)
    n += plx_filter_has_part (filter, part);

  return n;
}

static void
show_chip (GtkMenuButton *button,
           const char    *label,
           gboolean       active)
{
  gtk_menu_button_set_label (button, label);

  if (active)
    gtk_widget_add_css_class (GTK_WIDGET (button), "plx-active");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (button), "plx-active");
}

static void
update_count (PlxFilterBar *self)
{
  PlxPassages *passages = plx_session_get_passages (self->session);
  g_autofree char *text = NULL;

  if (passages != NULL)
    {
      /* Translators: how many passages the filter shows, and of how many: “42 of 118 passages” */
      text = g_strdup_printf (ngettext ("%u of %u passage", "%u of %u passages",
                                        passages->n_all),
                              passages->n_shown, passages->n_all);
    }

  gtk_label_set_label (self->count, text != NULL ? text : "");
}

static void
update_relation (PlxFilterBar *self,
                 PlxFilter    *filter)
{
  const PlxRelationInfo *relation = plx_relation_lookup (filter->relation);
  const gboolean is_set = plx_filter_has_part (filter, PLX_FILTER_COUNTRY);
  g_autofree char *words = plx_filter_describe_countries (filter);
  g_autofree char *label = NULL;

  /* Translators: %s is a treaty or a bloc; countries of any status are shown */
  label = is_set ? g_steal_pointer (&words)
                 : g_strdup_printf (_("%s: Any Status"),
                                    relation != NULL ? relation->short_title : filter->relation);
  show_chip (self->relation_button, label, is_set);
}

/* What is seldom asked has no chip until it is asked, or while it is being asked. */
static void
update_outlet (PlxFilterBar *self,
               PlxFilter    *filter)
{
  const gboolean is_set = plx_filter_has_part (filter, PLX_FILTER_OUTLET);
  g_autofree char *words = plx_filter_describe_outlets (filter);

  show_chip (self->outlet_button, is_set ? words : _("Any Outlet"), is_set);
  gtk_widget_set_visible (GTK_WIDGET (self->outlet_button),
                          is_set || gtk_menu_button_get_active (self->outlet_button));
}

static void
update (PlxFilterBar *self)
{
  PlxFilter *filter = plx_session_get_filter (self->session);
  PlxAnalysis *analysis = plx_session_get_analysis (self->session);
  g_autofree char *day = plx_filter_describe_day (filter);
  g_autofree char *sources = plx_filter_describe_sources (filter, analysis);
  g_autofree char *names = plx_filter_describe_names (filter);
  g_autofree char *narrow = NULL;
  guint n = count_parts (filter);

  update_relation (self, filter);
  show_chip (self->day_button, day, FALSE);
  update_outlet (self, filter);
  show_chip (self->source_button, sources,
             plx_filter_has_part (filter, PLX_FILTER_SOURCE) ||
             plx_filter_has_part (filter, PLX_FILTER_DAY));
  show_chip (self->name_button, names, plx_filter_has_part (filter, PLX_FILTER_NAME));
  gtk_toggle_button_set_active (self->differences_button, filter->only_differences);
  gtk_widget_set_visible (self->clear_button, !plx_filter_is_empty (filter));

  /* Translators: the button that opens the filter, with how many parts of it are set */
  narrow = n > 0 ? g_strdup_printf (_("Filter (%u)"), n) : g_strdup (_("Filter"));
  adw_button_content_set_label (self->narrow_content, narrow);

  update_count (self);
}

static void
outlet_active_cb (PlxFilterBar *self)
{
  if (self->session != NULL)
    update_outlet (self, plx_session_get_filter (self->session));
}

static void
show_outlet_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  PlxFilterBar *self = PLX_FILTER_BAR (widget);

  gtk_menu_button_popdown (self->source_button);
  gtk_widget_set_visible (GTK_WIDGET (self->outlet_button), TRUE);
  gtk_menu_button_popup (self->outlet_button);
}

static void
differences_toggled_cb (PlxFilterBar *self)
{
  gboolean active = gtk_toggle_button_get_active (self->differences_button);
  g_autoptr (PlxFilter) filter = NULL;

  if (self->session == NULL ||
      plx_session_get_filter (self->session)->only_differences == active)
    return;

  filter = plx_filter_copy (plx_session_get_filter (self->session));
  filter->only_differences = active;
  plx_session_set_filter (self->session, filter);
}

static void
clear_clicked_cb (PlxFilterBar *self)
{
  plx_session_clear_filter (self->session);
}

static void
dialog_clicked_cb (PlxFilterBar *self)
{
  adw_dialog_present (plx_filter_dialog_new (self->session), GTK_WIDGET (self));
}

static void
plx_filter_bar_dispose (GObject *object)
{
  PlxFilterBar *self = PLX_FILTER_BAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_FILTER_BAR);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plx_filter_bar_parent_class)->dispose (object);
}

static void
plx_filter_bar_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  PlxFilterBar *self = PLX_FILTER_BAR (object);

  switch ((PlxFilterBarProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_filter_bar_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  PlxFilterBar *self = PLX_FILTER_BAR (object);

  switch ((PlxFilterBarProperty) prop_id)
    {
    case PROP_SESSION:
      plx_filter_bar_set_session (self, g_value_get_object (value));
      break;

    case PROP_NARROW:
      plx_filter_bar_set_narrow (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_filter_bar_class_init (PlxFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags =
    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = plx_filter_bar_dispose;
  object_class->get_property = plx_filter_bar_get_property;
  object_class->set_property = plx_filter_bar_set_property;

  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, PLX_TYPE_SESSION, flags);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (PLX_TYPE_COUNTRY_PICKER);
  g_type_ensure (PLX_TYPE_DAY_PICKER);
  g_type_ensure (PLX_TYPE_HIDDEN_LIST);
  g_type_ensure (PLX_TYPE_NAME_PICKER);
  g_type_ensure (PLX_TYPE_RELATION_PICKER);
  g_type_ensure (PLX_TYPE_SOURCE_PICKER);

  gtk_widget_class_install_action (widget_class, "filter.outlet", NULL, show_outlet_cb);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxFilterBar, narrow_content);
  gtk_widget_class_bind_template_child (widget_class, PlxFilterBar, relation_button);
  gtk_widget_class_bind_template_child (widget_class, PlxFilterBar, day_button);
  gtk_widget_class_bind_template_child (widget_class, PlxFilterBar, outlet_button);
  gtk_widget_class_bind_template_child (widget_class, PlxFilterBar, source_button);
  gtk_widget_class_bind_template_child (widget_class, PlxFilterBar, name_button);
  gtk_widget_class_bind_template_child (widget_class, PlxFilterBar, differences_button);
  gtk_widget_class_bind_template_child (widget_class, PlxFilterBar, clear_button);
  gtk_widget_class_bind_template_child (widget_class, PlxFilterBar, count);
  gtk_widget_class_bind_template_callback (widget_class, differences_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, dialog_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, outlet_active_cb);
}

static void
plx_filter_bar_init (PlxFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

PlxSession *
plx_filter_bar_get_session (PlxFilterBar *self)
{
  g_return_val_if_fail (PLX_IS_FILTER_BAR (self), NULL);

  return self->session;
}

void
plx_filter_bar_set_session (PlxFilterBar *self,
                            PlxSession   *session)
{
  g_return_if_fail (PLX_IS_FILTER_BAR (self));
  g_return_if_fail (session == NULL || PLX_IS_SESSION (session));

  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, update, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      g_signal_connect_object (session, "notify::filter", G_CALLBACK (update), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::passages", G_CALLBACK (update), self,
                               G_CONNECT_SWAPPED);
      update (self);
    }

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}

gboolean
plx_filter_bar_is_narrow (PlxFilterBar *self)
{
  g_return_val_if_fail (PLX_IS_FILTER_BAR (self), FALSE);

  return self->narrow;
}

void
plx_filter_bar_set_narrow (PlxFilterBar *self,
                           gboolean      narrow)
{
  g_return_if_fail (PLX_IS_FILTER_BAR (self));

  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
}
