/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-treat-dialog"

#include "config.h"

#include "names/plx-treat-dialog.h"

#include <glib/gi18n.h>

#include "names/plx-entity-picker.h"
#include "names/plx-scope-chooser.h"
#include "window/plx-labels.h"

/**
 * PlxTreatDialog:
 *
 * Asks what some words are to be treated as: a name of its own or another name of something, and
 * of which kind. Either words of an article that are marked there, or words wherever they stand.
 */
struct _PlxTreatDialog
{
  AdwDialog        parent_instance;

  PlxMender       *mender;
  char            *surface; /* never NULL once made */
  guint            article; /* PLX_NONE where the words are meant wherever they stand */
  guint            start;
  guint            end;

  GtkWidget       *apply;
  GtkLabel        *words;
  GtkDropDown     *kinds;
  GtkCheckButton  *is_known;
  PlxEntityPicker *picker;
  PlxScopeChooser *scope;
};

G_DEFINE_FINAL_TYPE (PlxTreatDialog, plx_treat_dialog, ADW_TYPE_DIALOG)

/* The other name of what was chosen; NULL for a name of its own. */
static const char *
get_entity (PlxTreatDialog *self)
{
  PlxNameItem *item = plx_entity_picker_get_selected (self->picker);

  if (!gtk_check_button_get_active (self->is_known) || item == NULL)
    return NULL;

  return plx_name_item_get_record (item)->name;
}

static gboolean
is_ready (PlxTreatDialog *self)
{
  return !gtk_check_button_get_active (self->is_known) || get_entity (self) != NULL;
}

static void
update (PlxTreatDialog *self)
{
  gtk_widget_set_sensitive (self->apply, is_ready (self));
}

static void
apply_clicked_cb (PlxTreatDialog *self)
{
  /* The first choice leaves it open. */
  int kind = (int) gtk_drop_down_get_selected (self->kinds) - 1;
  g_autofree char *entity = g_strdup (get_entity (self));

  if (!is_ready (self))
    return;

  if (entity == NULL)
    entity = g_strdup (self->surface);
  if (self->article == PLX_NONE)
    plx_mender_treat (self->mender, self->surface, entity, kind);
  else
    plx_mender_mark (self->mender, self->article, self->start, self->end, entity, kind);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
plx_treat_dialog_dispose (GObject *object)
{
  PlxTreatDialog *self = PLX_TREAT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_TREAT_DIALOG);
  g_clear_object (&self->mender);

  G_OBJECT_CLASS (plx_treat_dialog_parent_class)->dispose (object);
}

static void
plx_treat_dialog_finalize (GObject *object)
{
  PlxTreatDialog *self = PLX_TREAT_DIALOG (object);

  g_clear_pointer (&self->surface, g_free);

  G_OBJECT_CLASS (plx_treat_dialog_parent_class)->finalize (object);
}

static void
plx_treat_dialog_class_init (PlxTreatDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_treat_dialog_dispose;
  object_class->finalize = plx_treat_dialog_finalize;

  g_type_ensure (PLX_TYPE_ENTITY_PICKER);
  g_type_ensure (PLX_TYPE_SCOPE_CHOOSER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-treat-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxTreatDialog, apply);
  gtk_widget_class_bind_template_child (widget_class, PlxTreatDialog, words);
  gtk_widget_class_bind_template_child (widget_class, PlxTreatDialog, kinds);
  gtk_widget_class_bind_template_child (widget_class, PlxTreatDialog, is_known);
  gtk_widget_class_bind_template_child (widget_class, PlxTreatDialog, picker);
  gtk_widget_class_bind_template_child (widget_class, PlxTreatDialog, scope);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, apply_clicked_cb);
}

static void
plx_treat_dialog_init (PlxTreatDialog *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));

  /* Translators: the kind of a name is left to the program */
  gtk_string_list_append (kinds, _("Automatic"));
  for (PlxKind kind = PLX_KIND_PERSON; kind <= PLX_KIND_OTHER; kind++)
    gtk_string_list_append (kinds, plx_label_kind (kind));
  gtk_drop_down_set_model (self->kinds, G_LIST_MODEL (kinds));
}

static PlxTreatDialog *
treat_dialog_new (PlxMender  *mender,
                  const char *surface)
{
  PlxTreatDialog *self = g_object_new (PLX_TYPE_TREAT_DIALOG, NULL);
  g_autofree char *words = NULL;

  self->mender = g_object_ref (mender);
  self->surface = g_strdup (surface);
  self->article = PLX_NONE;
  /* Translators: %s are words of an article */
  words = g_strdup_printf (_("“%s”"), surface);
  gtk_label_set_label (self->words, words);
  plx_entity_picker_fill (self->picker, plx_mender_get_session (mender), NULL, surface);

  return self;
}

/**
 * plx_treat_dialog_new_mark:
 * @mender: what mends names
 * @article: an article, by its place
 * @start: the first byte of some words in its text
 * @end: the byte after the last
 *
 * Returns: (transfer floating): a dialog that marks these words as a name
 */
AdwDialog *
plx_treat_dialog_new_mark (PlxMender *mender,
                           guint      article,
                           guint      start,
                           guint      end)
{
  PlxAnalysis *analysis = plx_session_get_analysis (plx_mender_get_session (mender));
  g_autofree char *surface = plx_analysis_dup_text (analysis, article, start, end);
  PlxTreatDialog *self = treat_dialog_new (mender, surface);

  self->article = article;
  self->start = start;
  self->end = end;
  plx_scope_chooser_set_mender (self->scope, mender, TRUE);

  return ADW_DIALOG (self);
}

/**
 * plx_treat_dialog_new_always:
 * @mender: what mends names
 * @target: a name
 *
 * Returns: (transfer floating): a dialog that says how the name, as it is written, is to be
 *   treated always
 */
AdwDialog *
plx_treat_dialog_new_always (PlxMender     *mender,
                             PlxNameTarget *target)
{
  g_autofree char *surface = plx_name_target_dup_surface (target);
  PlxTreatDialog *self = treat_dialog_new (mender, surface);

  adw_dialog_set_title (ADW_DIALOG (self), _("Always Treat As"));
  gtk_button_set_label (GTK_BUTTON (self->apply), _("_Apply"));
  /* It is meant for the whole library. */
  gtk_widget_set_visible (GTK_WIDGET (self->scope), FALSE);
  plx_scope_chooser_set_mender (self->scope, mender, FALSE);
  gtk_drop_down_set_selected (self->kinds, plx_name_target_get_record (target)->kind + 1);

  return ADW_DIALOG (self);
}
