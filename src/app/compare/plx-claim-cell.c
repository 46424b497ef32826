/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-claim-cell"

#include "config.h"

#include "compare/plx-claim-cell.h"

#include "compare/plx-compare-words.h"
#include "compare/plx-passage-button.h"

/**
 * PlxClaimCell:
 *
 * What one article says of a claim: its own sentences, or nothing.
 */
struct _PlxClaimCell
{
  AdwBin    parent_instance;

  gboolean  narrow;
  gboolean  is_silent;

  GtkLabel *source;
  GtkLabel *silent;
  GtkBox   *passages;
};

typedef enum
{
  PROP_NARROW = 1,
} PlxClaimCellProperty;

static GParamSpec *props[PROP_NARROW + 1];

G_DEFINE_FINAL_TYPE (PlxClaimCell, plx_claim_cell, ADW_TYPE_BIN)

static PangoAttrList *
mark (PlxClaimItem   *item,
      PlxSentenceRef  ref)
{
  const PlxClaimRecord *record = plx_claim_item_get_record (item);
  g_autofree char *text = plx_analysis_dup_sentence (plx_claim_item_get_analysis (item), ref);
  g_autofree char *beside = plx_claim_item_dup_beside (item, ref);
  PangoAttrList *marks = plx_compare_words_mark (text, beside, NULL);

  for (guint i = 0; i < record->differences->len; i++)
    {
      const PlxDifferenceRecord *difference = g_ptr_array_index (record->differences, i);

      for (guint j = 0; j < difference->refs->len; j++)
        {
          PlxSentenceRef *other = &g_array_index (difference->refs, PlxSentenceRef, j);

          if (other->article == ref.article && other->sentence == ref.sentence)
            plx_compare_words_stress (marks, text, difference->says[j]);
        }
    }

  return marks;
}

static void
plx_claim_cell_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLX_TYPE_CLAIM_CELL);

  G_OBJECT_CLASS (plx_claim_cell_parent_class)->dispose (object);
}

static void
plx_claim_cell_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch ((PlxClaimCellProperty) prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, PLX_CLAIM_CELL (object)->narrow);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_claim_cell_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  PlxClaimCell *self = PLX_CLAIM_CELL (object);

  switch ((PlxClaimCellProperty) prop_id)
    {
    case PROP_NARROW:
      if (self->narrow == g_value_get_boolean (value))
        return;
      self->narrow = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, props[PROP_NARROW]);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_claim_cell_class_init (PlxClaimCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_claim_cell_dispose;
  object_class->get_property = plx_claim_cell_get_property;
  object_class->set_property = plx_claim_cell_set_property;

  props[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-claim-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxClaimCell, source);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimCell, silent);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimCell, passages);
}

static void
plx_claim_cell_init (PlxClaimCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
plx_claim_cell_new (void)
{
  return g_object_new (PLX_TYPE_CLAIM_CELL, NULL);
}

/**
 * plx_claim_cell_show:
 * @self: a cell
 * @item: a row of the matrix
 * @article: an article, by its place
 *
 * Returns: whether the article says anything of the claim
 */
gboolean
plx_claim_cell_show (PlxClaimCell *self,
                     PlxClaimItem *item,
                     guint         article)
{
  g_autoptr (GArray) refs = NULL;
  GtkWidget *child;

  g_return_val_if_fail (PLX_IS_CLAIM_CELL (self), FALSE);

  refs = plx_claim_item_dup_refs (item, article);
  child = gtk_widget_get_first_child (GTK_WIDGET (self->passages));

  for (guint i = 0; i < refs->len; i++)
    {
      PlxSentenceRef ref = g_array_index (refs, PlxSentenceRef, i);
      g_autoptr (PangoAttrList) marks = mark (item, ref);

      if (child == NULL)
        {
          child = plx_passage_button_new ();
          gtk_box_append (self->passages, child);
        }
      plx_passage_button_show (PLX_PASSAGE_BUTTON (child), plx_claim_item_get_analysis (item), ref,
                               marks, plx_claim_item_get_origin (item, ref));
      child = gtk_widget_get_next_sibling (child);
    }

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      gtk_box_remove (self->passages, child);
      child = next;
    }

  self->is_silent = refs->len == 0;
  gtk_label_set_label (self->source, plx_claim_item_get_sources (item)[article]);
  gtk_widget_set_visible (GTK_WIDGET (self->silent), self->is_silent);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  plx_claim_item_get_sources (item)[article], -1);

  return !self->is_silent;
}

gboolean
plx_claim_cell_is_silent (PlxClaimCell *self)
{
  g_return_val_if_fail (PLX_IS_CLAIM_CELL (self), FALSE);

  return self->is_silent;
}
