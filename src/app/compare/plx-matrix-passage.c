/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-matrix-passage"

#include "config.h"

#include "compare/plx-matrix-passage.h"

#include <glib/gi18n.h>

#include "compare/plx-claim-words.h"
#include "compare/plx-compare-words.h"
#include "window/plx-labels.h"

/**
 * PlxMatrixPassage:
 *
 * A sentence in a cell of the matrix, with the words marked that it has otherwise than the one
 * it is laid beside, where it stands and whom it is from. Pressing it shows it in its article.
 */
struct _PlxMatrixPassage
{
  AdwBin          parent_instance;

  PlxSentenceRef  ref;

  GtkLabel       *text;
  GtkLabel       *note;
};

G_DEFINE_FINAL_TYPE (PlxMatrixPassage, plx_matrix_passage, ADW_TYPE_BIN)

static void
open_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  PlxMatrixPassage *self = PLX_MATRIX_PASSAGE (widget);

  gtk_widget_activate_action (widget, "compare.show-sentence", "(uu)", self->ref.article,
                              self->ref.sentence);
}

static void
released_cb (PlxMatrixPassage *self,
             int               n_press,
             double            x,
             double            y)
{
  if (!gtk_widget_contains (GTK_WIDGET (self), x, y))
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "passage.open", NULL);
}

static void
plx_matrix_passage_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_MATRIX_PASSAGE);

  G_OBJECT_CLASS (plx_matrix_passage_parent_class)->dispose (object);
}

static void
plx_matrix_passage_class_init (PlxMatrixPassageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_matrix_passage_dispose;

  gtk_widget_class_install_action (widget_class, "passage.open", NULL, open_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "passage.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "passage.open", NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-matrix-passage.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxMatrixPassage, text);
  gtk_widget_class_bind_template_child (widget_class, PlxMatrixPassage, note);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
}

static void
plx_matrix_passage_init (PlxMatrixPassage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->ref.article = PLX_NONE;
}

GtkWidget *
plx_matrix_passage_new (void)
{
  return g_object_new (PLX_TYPE_MATRIX_PASSAGE, NULL);
}

static void
stress (PangoAttrList  *marks,
        PlxClaimItem   *item,
        PlxSentenceRef  ref,
        const char     *text)
{
  const PlxClaimRecord *record = plx_claim_item_get_record (item);
  guint chosen = plx_claim_item_get_difference (item);

  for (guint i = 0; i < record->differences->len; i++)
    {
      const PlxDifferenceRecord *difference = g_ptr_array_index (record->differences, i);

      if (chosen != PLX_NONE && chosen != i)
        continue;
      for (guint j = 0; j < difference->refs->len; j++)
        {
          PlxSentenceRef *other = &g_array_index (difference->refs, PlxSentenceRef, j);

          if (other->article == ref.article && other->sentence == ref.sentence)
            plx_compare_words_stress (marks, text, difference->says[j]);
        }
    }
}

/* Of a difference that is pointed at: who takes part in it, and who does not. */
static void
show_part (PlxMatrixPassage *self,
           PlxClaimItem     *item)
{
  gboolean is_pointed = plx_claim_item_get_difference (item) != PLX_NONE;
  gboolean has_part = plx_claim_item_get_saying (item, self->ref) != NULL;

  if (is_pointed && has_part)
    gtk_widget_add_css_class (GTK_WIDGET (self), "plx-pointed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "plx-pointed");
  if (is_pointed && !has_part)
    gtk_widget_add_css_class (GTK_WIDGET (self), "dimmed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "dimmed");
}

/* What decides how large the passage is: words in bold are wider, underlined ones are not. */
static void
show_text (PlxMatrixPassage *self,
           PlxClaimItem     *item,
           const char       *text,
           PangoAttrList    *marks,
           const char       *note,
           int               lines)
{
  stress (marks, item, self->ref, text);

  gtk_label_set_label (self->text, text);
  plx_label_follow (self->text, text);
  gtk_label_set_attributes (self->text, marks);
  gtk_label_set_lines (self->text, lines);
  gtk_label_set_ellipsize (self->text, lines > 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_label_set_label (self->note, note);
  gtk_label_set_wrap (self->note, lines < 0);
  gtk_label_set_ellipsize (self->note, lines > 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *note != '\0');
}

/**
 * plx_matrix_passage_show:
 * @self: a passage
 * @item: a row of the matrix
 * @ref: a sentence of it
 * @beside: the article that others are laid beside, or `PLX_NONE`
 * @lines: of how many lines it is at most, or -1 for all of it
 */
void
plx_matrix_passage_show (PlxMatrixPassage *self,
                         PlxClaimItem     *item,
                         PlxSentenceRef    ref,
                         guint             beside,
                         int               lines)
{
  g_autoptr (PangoAttrList) marks = NULL;
  g_autoptr (PlxWording) own = NULL;
  g_autoptr (PlxWording) other = NULL;
  g_autofree char *note = NULL;
  g_autofree char *label = NULL;
  PlxSentenceRef other_ref;
  PlxAnalysis *analysis;

  g_return_if_fail (PLX_IS_MATRIX_PASSAGE (self));
  g_return_if_fail (PLX_IS_CLAIM_ITEM (item));

  analysis = plx_claim_item_get_analysis (item);
  own = plx_wording_new (analysis, &ref, 1);
  if (plx_claim_item_find_beside (item, ref, beside, &other_ref))
    other = plx_wording_new (analysis, &other_ref, 1);
  note = plx_claim_words_note (item, ref);
  label = plx_claim_words_passage (item, ref, own, other);
  marks = plx_compare_words_mark (own, other);

  self->ref = ref;
  show_text (self, item, own->text, marks, note, lines);
  show_part (self, item);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * plx_matrix_passage_size:
 * @self: a passage that is only measured
 * @item: a row of the matrix
 * @ref: a sentence of it
 *
 * Makes it as large as it would be if all of the sentence were shown.
 */
void
plx_matrix_passage_size (PlxMatrixPassage *self,
                         PlxClaimItem     *item,
                         PlxSentenceRef    ref)
{
  g_autoptr (PangoAttrList) marks = NULL;
  g_autofree char *text = NULL;
  g_autofree char *note = NULL;

  g_return_if_fail (PLX_IS_MATRIX_PASSAGE (self));
  g_return_if_fail (PLX_IS_CLAIM_ITEM (item));

  text = plx_analysis_dup_sentence (plx_claim_item_get_analysis (item), ref);
  note = plx_claim_words_note (item, ref);
  marks = pango_attr_list_new ();

  self->ref = ref;
  show_text (self, item, text, marks, note, -1);
}

PlxSentenceRef
plx_matrix_passage_get_ref (PlxMatrixPassage *self)
{
  g_return_val_if_fail (PLX_IS_MATRIX_PASSAGE (self), ((PlxSentenceRef) { PLX_NONE, PLX_NONE }));

  return self->ref;
}
