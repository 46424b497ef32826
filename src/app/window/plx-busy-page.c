/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-busy-page"

#include "config.h"

#include "window/plx-busy-page.h"

#include <glib/gi18n.h>

/* How often it looks how far comparing is, and how often it does so before it shows that: what is
 * done in a moment needs no bar. */
#define LOOK_MS 100
#define N_HIDDEN_LOOKS 8

/**
 * PlxBusyPage:
 *
 * What the window shows while a story has nothing else to be shown: that its articles are being
 * compared, and, where that takes its time, how far that is and a button that stops it.
 */
struct _PlxBusyPage
{
  AdwBin          parent_instance;

  PlxSession     *session; /* nullable while the window is being built */
  GSignalGroup   *signals; /* of session */
  guint           look_id; /* source while the page can be seen, or 0 */
  guint           n_looks; /* at the comparison under way */

  GtkLabel       *label;
  GtkRevealer    *slow;
  GtkProgressBar *progress;
};

typedef enum
{
  PROP_SESSION = 1,
} PlxBusyPageProperty;

static GParamSpec *props[PROP_SESSION + 1];

G_DEFINE_FINAL_TYPE (PlxBusyPage, plx_busy_page, ADW_TYPE_BIN)

/* While no story is open, articles that will be one are being read. */
static char *
dup_text (PlxBusyPage *self)
{
  PlxStory *story = self->session != NULL ? plx_session_get_story (self->session) : NULL;
  guint n = story != NULL ? plx_story_get_n_articles (story) : 0;

  if (story == NULL)
    return g_strdup (_("Reading the articles…"));

  return n > 0 ? g_strdup_printf (ngettext ("Comparing %u article…", "Comparing %u articles…", n),
                                  n)
               : g_strdup (_("Comparing the articles…"));
}

static void
update (PlxBusyPage *self)
{
  g_autofree char *text = dup_text (self);

  gtk_label_set_label (self->label, text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->slow), self->session != NULL &&
                            plx_session_get_progress (self->session) != NULL);
}

static gboolean
look_cb (gpointer data)
{
  PlxBusyPage *self = data;
  PlxProgress *progress = plx_session_get_progress (self->session);

  update (self);
  if (progress == NULL)
    return G_SOURCE_CONTINUE;

  gtk_progress_bar_set_fraction (self->progress, plx_progress_get (progress));
  if (++self->n_looks == N_HIDDEN_LOOKS)
    {
      gtk_revealer_set_reveal_child (self->slow, TRUE);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (self->label),
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }

  return G_SOURCE_CONTINUE;
}

static void
cancel_clicked_cb (PlxBusyPage *self)
{
  plx_session_stop_comparing (self->session);
}

/* Another story begins at nothing. */
static void
begin (PlxBusyPage *self)
{
  self->n_looks = 0;
  gtk_revealer_set_reveal_child (self->slow, FALSE);
  gtk_progress_bar_set_fraction (self->progress, 0);
  update (self);
}

static void
plx_busy_page_map (GtkWidget *widget)
{
  PlxBusyPage *self = PLX_BUSY_PAGE (widget);

  begin (self);
  if (self->session != NULL)
    self->look_id = g_timeout_add (LOOK_MS, look_cb, self);

  GTK_WIDGET_CLASS (plx_busy_page_parent_class)->map (widget);
}

static void
plx_busy_page_unmap (GtkWidget *widget)
{
  PlxBusyPage *self = PLX_BUSY_PAGE (widget);

  g_clear_handle_id (&self->look_id, g_source_remove);

  GTK_WIDGET_CLASS (plx_busy_page_parent_class)->unmap (widget);
}

static void
plx_busy_page_dispose (GObject *object)
{
  PlxBusyPage *self = PLX_BUSY_PAGE (object);

  g_clear_handle_id (&self->look_id, g_source_remove);
  g_clear_object (&self->signals);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_BUSY_PAGE);

  G_OBJECT_CLASS (plx_busy_page_parent_class)->dispose (object);
}

static void
plx_busy_page_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch ((PlxBusyPageProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, PLX_BUSY_PAGE (object)->session);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_busy_page_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch ((PlxBusyPageProperty) prop_id)
    {
    case PROP_SESSION:
      plx_busy_page_set_session (PLX_BUSY_PAGE (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_busy_page_class_init (PlxBusyPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_busy_page_dispose;
  object_class->get_property = plx_busy_page_get_property;
  object_class->set_property = plx_busy_page_set_property;
  widget_class->map = plx_busy_page_map;
  widget_class->unmap = plx_busy_page_unmap;

  props[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, PLX_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-busy-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxBusyPage, label);
  gtk_widget_class_bind_template_child (widget_class, PlxBusyPage, slow);
  gtk_widget_class_bind_template_child (widget_class, PlxBusyPage, progress);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
}

static void
plx_busy_page_init (PlxBusyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->signals = g_signal_group_new (PLX_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::story", G_CALLBACK (begin), self);
}

PlxSession *
plx_busy_page_get_session (PlxBusyPage *self)
{
  g_return_val_if_fail (PLX_IS_BUSY_PAGE (self), NULL);

  return self->session;
}

void
plx_busy_page_set_session (PlxBusyPage *self,
                           PlxSession  *session)
{
  g_return_if_fail (PLX_IS_BUSY_PAGE (self));
  g_return_if_fail (session == NULL || PLX_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->signals, session);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}
