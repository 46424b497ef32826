/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-name-popover"

#include "config.h"

#include "names/plx-name-popover.h"

#include <glib/gi18n.h>

#include "countries/plx-countries.h"
#include "names/plx-name-actions.h"
#include "names/plx-name-item.h"
#include "names/plx-scope-chooser.h"
#include "read/plx-read-text.h"
#include "window/plx-labels.h"

/**
 * PlxNamePopover:
 *
 * What is known of a name in the text: what it is, its country and how that stands on the
 * day, how often it is named; and all by which it can be mended where it stands.
 *
 * It has the `name` actions, for the mention that it shows. Signals: `details-requested (guint
 * entity)`, when all that is known of the name is asked for.
 */
struct _PlxNamePopover
{
  GtkPopover       parent_instance;

  PlxMender       *mender;
  guint            article;
  guint            mention;
  GArray          *places; /* nullable; of PlxFormPlace, where it is named */

  GtkStack        *pages;
  GtkLabel        *name;
  GtkLabel        *kind;
  GtkLabel        *status;
  GtkLabel        *also;
  GtkLabel        *count;
  GtkWidget       *previous;
  GtkWidget       *next;
  PlxScopeChooser *scope;
  GtkLabel        *split;
  GtkLabel        *kind_value;
  GtkLabel        *country_value;
  GtkLabel        *always;
  GtkWidget       *first_kind;
};

enum
{
  SIGNAL_DETAILS_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxNamePopover, plx_name_popover, GTK_TYPE_POPOVER)

static PlxSession *
get_session (PlxNamePopover *self)
{
  return plx_mender_get_session (self->mender);
}

static guint
find_entity (PlxNamePopover *self)
{
  return plx_read_text_find_mention (get_session (self), self->article, self->mention);
}

static const PlxEntityRecord *
get_entity (PlxNamePopover *self)
{
  guint entity = find_entity (self);

  if (entity == PLX_NONE)
    return NULL;

  return plx_analysis_get_entity (plx_session_get_analysis (get_session (self)), entity);
}

static PlxNameTarget *
get_target (GtkWidget *host)
{
  PlxNamePopover *self = PLX_NAME_POPOVER (host);
  PlxFormPlace place = { .article = self->article, .mention = self->mention };
  guint entity = find_entity (self);

  if (entity == PLX_NONE)
    return NULL;

  return plx_name_target_new_entity (plx_session_get_analysis (get_session (self)), place, entity);
}

static void
step (PlxNamePopover *self,
      int             by)
{
  PlxAnalysis *analysis = plx_session_get_analysis (get_session (self));
  PlxFormPlace from = { .article = self->article, .mention = self->mention };
  PlxFormPlace to;
  GArray *mentions;

  gtk_popover_popdown (GTK_POPOVER (self));
  if (find_entity (self) == PLX_NONE || !plx_written_form_step (self->places, from, by, &to))
    return;

  mentions = plx_analysis_get_annotation (analysis, to.article)->mentions;
  plx_session_show_sentence (get_session (self),
                             (PlxSentenceRef) {
                               .article = to.article,
                               .sentence = g_array_index (mentions, PlxMentionSpan,
                                                          to.mention).sentence,
                             });
}

static void
previous_clicked_cb (PlxNamePopover *self)
{
  step (self, -1);
}

static void
next_clicked_cb (PlxNamePopover *self)
{
  step (self, 1);
}

static void
kind_clicked_cb (PlxNamePopover *self)
{
  gtk_stack_set_visible_child_name (self->pages, "kind");
  gtk_widget_grab_focus (self->first_kind);
}

static void
back_clicked_cb (PlxNamePopover *self)
{
  gtk_stack_set_visible_child_name (self->pages, "name");
}

static void
details_clicked_cb (PlxNamePopover *self)
{
  guint entity = find_entity (self);

  gtk_popover_popdown (GTK_POPOVER (self));
  if (entity != PLX_NONE)
    g_signal_emit (self, signals[SIGNAL_DETAILS_REQUESTED], 0, entity);
}

static void
filter_clicked_cb (PlxNamePopover *self)
{
  const PlxEntityRecord *entity = get_entity (self);
  g_autoptr (PlxFilter) filter = plx_filter_copy (plx_session_get_filter (get_session (self)));

  gtk_popover_popdown (GTK_POPOVER (self));
  if (entity == NULL)
    return;

  g_clear_pointer (&filter->entities, g_strfreev);
  filter->entities = g_new0 (char *, 2);
  filter->entities[0] = g_strdup (entity->name);
  plx_session_set_filter (get_session (self), filter);
}

static void
plx_name_popover_dispose (GObject *object)
{
  PlxNamePopover *self = PLX_NAME_POPOVER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_NAME_POPOVER);
  g_clear_object (&self->mender);
  g_clear_pointer (&self->places, g_array_unref);

  G_OBJECT_CLASS (plx_name_popover_parent_class)->dispose (object);
}

static void
plx_name_popover_class_init (PlxNamePopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_name_popover_dispose;

  signals[SIGNAL_DETAILS_REQUESTED] =
    g_signal_new ("details-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (PLX_TYPE_SCOPE_CHOOSER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-name-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxNamePopover, pages);
  gtk_widget_class_bind_template_child (widget_class, PlxNamePopover, name);
  gtk_widget_class_bind_template_child (widget_class, PlxNamePopover, kind);
  gtk_widget_class_bind_template_child (widget_class, PlxNamePopover, status);
  gtk_widget_class_bind_template_child (widget_class, PlxNamePopover, also);
  gtk_widget_class_bind_template_child (widget_class, PlxNamePopover, count);
  gtk_widget_class_bind_template_child (widget_class, PlxNamePopover, previous);
  gtk_widget_class_bind_template_child (widget_class, PlxNamePopover, next);
  gtk_widget_class_bind_template_child (widget_class, PlxNamePopover, scope);
  gtk_widget_class_bind_template_child (widget_class, PlxNamePopover, split);
  gtk_widget_class_bind_template_child (widget_class, PlxNamePopover, kind_value);
  gtk_widget_class_bind_template_child (widget_class, PlxNamePopover, country_value);
  gtk_widget_class_bind_template_child (widget_class, PlxNamePopover, always);
  gtk_widget_class_bind_template_child (widget_class, PlxNamePopover, first_kind);
  /* Not ours to touch, but tests press it. */
  gtk_widget_class_bind_template_child_full (widget_class, "details", FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, previous_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, details_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_clicked_cb);

  plx_name_actions_bind (widget_class);
}

/* As in a menu, a letter is enough. */
static void
drop_modifiers (PlxNamePopover *self)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller))
        gtk_shortcut_controller_set_mnemonics_modifiers (GTK_SHORTCUT_CONTROLLER (controller), 0);
    }
}

static void
plx_name_popover_init (PlxNamePopover *self)
{
  self->mention = PLX_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  drop_modifiers (self);
}

/**
 * plx_name_popover_new:
 * @mender: what mends the names, and knows of which story they are
 *
 * Returns: (transfer floating): a popover that shows nothing yet
 */
GtkWidget *
plx_name_popover_new (PlxMender *mender)
{
  PlxNamePopover *self = g_object_new (PLX_TYPE_NAME_POPOVER, NULL);

  self->mender = g_object_ref (mender);
  plx_name_actions_add (GTK_WIDGET (self), mender, get_target);

  return GTK_WIDGET (self);
}

static void
set_line (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
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

static void
show_knowledge (PlxNamePopover        *self,
                const PlxEntityRecord *entity)
{
  g_autofree char *kind = plx_name_dup_facts (entity);
  g_autofree char *names = describe_names (entity);
  g_autofree char *status = plx_read_text_status (get_session (self), self->article,
                                                  entity->country);
  g_autofree char *mentions = NULL;
  g_autofree char *count = NULL;

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
}

/* What can be done, in the words of the mention. */
static void
show_choices (PlxNamePopover        *self,
              const PlxEntityRecord *entity)
{
  PlxFormPlace place = { .article = self->article, .mention = self->mention };
  PlxAnalysis *analysis = plx_session_get_analysis (get_session (self));
  g_autofree char *surface = plx_written_form_dup (analysis, place);
  g_auto (GStrv) parts = g_strsplit (surface, "_", -1);
  g_autofree char *escaped = g_strjoinv ("__", parts);
  g_autofree char *split = NULL;
  g_autofree char *always = NULL;
  const PlxCountryInfo *country = NULL;

  if (entity->country != NULL)
    country = plx_country_lookup (entity->country);

  /* Translators: %s are words of the article */
  split = g_strdup_printf (_("_Split Off “%s”"), escaped);
  /* Translators: %s are words of the article */
  always = g_strdup_printf (_("_Always Treat “%s” As…"), escaped);
  gtk_label_set_label (self->split, split);
  gtk_label_set_label (self->always, always);
  gtk_label_set_label (self->kind_value, plx_label_kind (entity->kind));
  gtk_label_set_label (self->country_value, country != NULL ? country->name : _("None"));
}

/**
 * plx_name_popover_show_mention:
 * @self: a popover
 * @article: an article's place in the analysis of the session
 * @mention: a mention's place, of one that names an entity
 *
 * Fills the popover. It is left to the caller to pop it up.
 */
void
plx_name_popover_show_mention (PlxNamePopover *self,
                               guint           article,
                               guint           mention)
{
  const PlxEntityRecord *entity;

  g_return_if_fail (PLX_IS_NAME_POPOVER (self));

  self->article = article;
  self->mention = mention;
  entity = get_entity (self);
  g_return_if_fail (entity != NULL);

  show_knowledge (self, entity);
  show_choices (self, entity);
  plx_scope_chooser_set_mender (self->scope, self->mender, TRUE);
  gtk_stack_set_visible_child_full (self->pages, "name", GTK_STACK_TRANSITION_TYPE_NONE);

  g_clear_pointer (&self->places, g_array_unref);
  self->places = plx_written_form_places (plx_session_get_analysis (get_session (self)),
                                          find_entity (self));
  gtk_widget_set_sensitive (self->previous, self->places->len > 1);
  gtk_widget_set_sensitive (self->next, self->places->len > 1);
  plx_name_actions_update (GTK_WIDGET (self));
}
