/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-passage-button"

#include "config.h"

#include "compare/plx-passage-button.h"

#include <glib/gi18n.h>

#include "window/plx-labels.h"

/**
 * PlxPassageButton:
 *
 * A sentence of an article; pressing it shows it in its article.
 */
struct _PlxPassageButton
{
  AdwBin          parent_instance;

  PlxSentenceRef  ref;

  GtkLabel       *text;
  GtkLabel       *origin;
};

G_DEFINE_FINAL_TYPE (PlxPassageButton, plx_passage_button, ADW_TYPE_BIN)

static void
plx_passage_button_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_PASSAGE_BUTTON);

  G_OBJECT_CLASS (plx_passage_button_parent_class)->dispose (object);
}

static void
plx_passage_button_class_init (PlxPassageButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_passage_button_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-passage-button.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxPassageButton, text);
  gtk_widget_class_bind_template_child (widget_class, PlxPassageButton, origin);
}

static void
plx_passage_button_init (PlxPassageButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->ref.article = PLX_NONE;
}

GtkWidget *
plx_passage_button_new (void)
{
  return g_object_new (PLX_TYPE_PASSAGE_BUTTON, NULL);
}

/**
 * plx_passage_button_show:
 * @self: a passage
 * @analysis: an analysis
 * @ref: the sentence to show
 * @marks: (nullable): how its words are marked
 * @origin: (nullable): whom it takes its report from
 */
void
plx_passage_button_show (PlxPassageButton *self,
                         PlxAnalysis      *analysis,
                         PlxSentenceRef    ref,
                         PangoAttrList    *marks,
                         const char       *origin)
{
  g_autofree char *text = plx_analysis_dup_sentence (analysis, ref);
  g_autofree char *after = NULL;
  GtkActionable *actionable;

  g_return_if_fail (PLX_IS_PASSAGE_BUTTON (self));

  /* Translators: whom an article takes a report from: “from Reuters” */
  if (origin != NULL)
    after = g_strdup_printf (_("from %s"), origin);

  self->ref = ref;
  gtk_label_set_label (self->text, text);
  plx_label_follow (self->text, text);
  gtk_label_set_attributes (self->text, marks);
  gtk_label_set_label (self->origin, after != NULL ? after : "");
  gtk_widget_set_visible (GTK_WIDGET (self->origin), after != NULL);
  /* The template does not bind the button: a bound child of the bin itself would be let go of
   * twice. The target comes first, since the action wants one from the start. */
  actionable = GTK_ACTIONABLE (adw_bin_get_child (ADW_BIN (self)));
  gtk_actionable_set_action_target (actionable, "(uu)", ref.article, ref.sentence);
  gtk_actionable_set_action_name (actionable, "compare.show-sentence");
}

PlxSentenceRef
plx_passage_button_get_ref (PlxPassageButton *self)
{
  g_return_val_if_fail (PLX_IS_PASSAGE_BUTTON (self), ((PlxSentenceRef) { PLX_NONE, PLX_NONE }));

  return self->ref;
}
