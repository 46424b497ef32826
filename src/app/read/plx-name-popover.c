/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-name-popover"

#include "config.h"

#include "read/plx-name-popover.h"

#include <glib/gi18n.h>

#include "countries/plx-countries.h"
#include "read/plx-read-text.h"
#include "window/plx-labels.h"

/**
 * PlxNamePopover:
 *
 * What is known of a name in the text: what it is, its country and how that stands on the
 * day, how often it is named.
 */
struct _PlxNamePopover
{
  GtkPopover      parent_instance;

  PlxSession     *session; /* nullable */
  guint           article;
  guint           mention;
  gboolean        has_next;
  PlxSentenceRef  following;

  GtkLabel       *name;
  GtkLabel       *kind;
  GtkLabel       *status;
  GtkLabel       *also;
  GtkLabel       *count;
  GtkWidget      *next;
};

G_DEFINE_FINAL_TYPE (PlxNamePopover, plx_name_popover, GTK_TYPE_POPOVER)

static const PlxEntityRecord *
get_entity (PlxNamePopover *self)
{
  guint entity = plx_read_text_find_mention (self->session, self->article, self->mention);

  if (entity == PLX_NONE)
    return NULL;

  return plx_analysis_get_entity (plx_session_get_analysis (self->session), entity);
}

static void
next_clicked_cb (PlxNamePopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  if (self->has_next)
    plx_session_show_sentence (self->session, self->following);
}

static void
filter_clicked_cb (PlxNamePopover *self)
{
  const PlxEntityRecord *entity = get_entity (self);
  g_autoptr (PlxFilter) filter = plx_filter_copy (plx_session_get_filter (self->session));

  gtk_popover_popdown (GTK_POPOVER (self));
  if (entity == NULL)
    return;

  g_clear_pointer (&filter->entities, g_strfreev);
  filter->entities = g_new0 (char *, 2);
  filter->entities[0] = g_strdup (entity->name);
  plx_session_set_filter (self->session, filter);
}

static void
plx_name_popover_dispose (GObject *object)
{
  PlxNamePopover *self = PLX_NAME_POPOVER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_NAME_POPOVER);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plx_name_popover_parent_class)->dispose (object);
}

static void
plx_name_popover_class_init (PlxNamePopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_name_popover_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-name-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxNamePopover, name);
  gtk_widget_class_bind_template_child (widget_class, PlxNamePopover, kind);
  gtk_widget_class_bind_template_child (widget_class, PlxNamePopover, status);
  gtk_widget_class_bind_template_child (widget_class, PlxNamePopover, also);
  gtk_widget_class_bind_template_child (widget_class, PlxNamePopover, count);
  gtk_widget_class_bind_template_child (widget_class, PlxNamePopover, next);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_clicked_cb);
}

static void
plx_name_popover_init (PlxNamePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plx_name_popover_new:
 *
 * Returns: (transfer floating): a popover that shows nothing yet
 */
GtkWidget *
plx_name_popover_new (void)
{
  return g_object_new (PLX_TYPE_NAME_POPOVER, NULL);
}

static void
set_line (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static char *
describe_kind (const PlxEntityRecord *entity)
{
  const PlxCountryInfo *country = NULL;

  if (entity->country != NULL && entity->kind != PLX_KIND_COUNTRY)
    country = plx_country_lookup (entity->country);
  if (country == NULL)
    return g_strdup (plx_label_kind (entity->kind));

  /* Translators: what something is, and the country it belongs to: “Person · Sudan” */
  return g_strdup_printf (_("%s · %s"), plx_label_kind (entity->kind), country->name);
}

static char *
describe_names (const PlxEntityRecord *entity)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; entity->names[i] != NULL; i++)
    {
      if (g_str_equal (entity->names[i], entity->name))
        continue;
      if (names->len > 0)
        g_string_append (names, _(", "));
      g_string_append (names, entity->names[i]);
    }

  if (names->len == 0)
    return NULL;

  /* Translators: %s are other names of the same thing */
  return g_strdup_printf (_("Also named: %s"), names->str);
}

/**
 * plx_name_popover_show_mention:
 * @self: a popover
 * @session: a session with an analysis
 * @article: an article's place
 * @mention: a mention's place, of one that names an entity
 *
 * Fills the popover. It is left to the caller to pop it up.
 */
void
plx_name_popover_show_mention (PlxNamePopover *self,
                               PlxSession     *session,
                               guint           article,
                               guint           mention)
{
  const PlxEntityRecord *entity;
  g_autofree char *kind = NULL;
  g_autofree char *names = NULL;
  g_autofree char *status = NULL;
  g_autofree char *mentions = NULL;
  g_autofree char *count = NULL;

  g_return_if_fail (PLX_IS_NAME_POPOVER (self));

  g_set_object (&self->session, session);
  self->article = article;
  self->mention = mention;
  entity = get_entity (self);
  g_return_if_fail (entity != NULL);

  kind = describe_kind (entity);
  names = describe_names (entity);
  status = plx_read_text_status (session, article, entity->country);
  mentions = g_strdup_printf (ngettext ("%u mention", "%u mentions", entity->n_mentions),
                              entity->n_mentions);
  /* Translators: %1$s is such as “12 mentions” */
  count = g_strdup_printf (ngettext ("%1$s in %2$u source", "%1$s in %2$u sources",
                                     entity->n_articles),
                           mentions, entity->n_articles);

  gtk_label_set_label (self->name, entity->name);
  set_line (self->kind, kind);
  set_line (self->status, status);
  set_line (self->also, names);
  set_line (self->count, count);

  self->has_next = plx_read_text_next_mention (session, article, mention, &self->following);
  gtk_widget_set_sensitive (self->next, self->has_next);
}
