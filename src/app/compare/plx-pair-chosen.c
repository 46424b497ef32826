/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-pair-chosen"

#include "config.h"

#include "compare/plx-pair-private.h"

#include "compare/plx-compare-words.h"
#include "compare/plx-pair-words.h"

#define LEFT  PLX_PAIR_LEFT
#define RIGHT PLX_PAIR_RIGHT

static const char * const *
sources_of (PlxPair *self)
{
  return (const char * const *) self->sources;
}

static const char *
source_of (PlxPair     *self,
           PlxPairSide  side)
{
  return self->sources[self->model->article[side]];
}

static void
update_actions (PlxPair *self)
{
  gboolean has_chosen = self->model != NULL && self->chosen != PLX_NONE;
  gboolean has_partner = has_chosen &&
                         plx_pair_find_partner (self, self->side, self->chosen) != PLX_NONE;
  guint n = self->model != NULL ? self->model->stops->len : 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pair.open", has_chosen);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pair.menu", has_chosen);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pair.copy-both", has_partner);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pair.previous-difference",
                                 n > 0 && has_chosen && self->stop != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pair.next-difference",
                                 n > 0 && self->stop != n - 1);
}

/* In a narrow window the words of the other article are marked in the foot as in its text. */
static void
update_foot (PlxPair *self)
{
  g_autofree char *heading = NULL;
  g_autofree char *words = NULL;
  g_autoptr (PlxWording) own = NULL;
  g_autoptr (PlxWording) partners = NULL;
  g_autoptr (PangoAttrList) marks = NULL;

  if (self->chosen == PLX_NONE)
    {
      g_autofree char *summary = plx_pair_words_summary (self->model, sources_of (self));

      words = g_markup_escape_text (summary, -1);
      plx_pair_foot_show (self->foot, NULL, words);
      plx_pair_foot_show_partner (self->foot, NULL, NULL, source_of (self, !self->side));
    }
  else
    {
      heading = plx_pair_words_heading (self->model, sources_of (self), self->side, self->chosen);
      words = plx_pair_words_foot (self->model, sources_of (self), self->side, self->chosen);
      own = plx_pair_model_new_wording (self->model, self->side, self->chosen);
      partners = plx_pair_model_new_partners (self->model, self->side, self->chosen);
      if (partners != NULL)
        marks = plx_compare_words_mark (partners, own);
      plx_pair_foot_show (self->foot, heading, words);
      plx_pair_foot_show_partner (self->foot, partners != NULL ? partners->text : NULL, marks,
                                  source_of (self, !self->side));
    }

  plx_pair_foot_set_position (self->foot, self->stop != G_MAXUINT ? self->stop + 1 : 0,
                              self->model->stops->len);
}

static void
update_marks (PlxPair *self)
{
  guint n, first;

  plx_pair_text_unmark (self->left_text);
  plx_pair_text_unmark (self->right_text);
  plx_pair_gutter_set_current (self->gutter, self->side, self->chosen);
  if (self->chosen == PLX_NONE)
    return;

  plx_pair_text_mark (plx_pair_get_text (self, self->side), self->chosen, TRUE);
  first = plx_pair_model_find (self->model, self->side, self->chosen, &n);
  for (guint i = first; i < first + n; i++)
    {
      const PlxPairLink *link =
        plx_pair_model_link (self->model, plx_pair_model_nth (self->model, self->side, i));

      plx_pair_text_mark (plx_pair_get_text (self, !self->side), link->sentence[!self->side],
                          FALSE);
    }
}

/* A text view has no widget a sentence, so the text tells of the chosen one, and says so. */
static void
update_description (PlxPair *self)
{
  GtkAccessible *text = GTK_ACCESSIBLE (plx_pair_get_text (self, self->side));
  g_autofree char *words = NULL;
  g_autofree char *said = NULL;

  g_clear_pointer (&self->description, g_free);
  for (PlxPairSide side = LEFT; side <= RIGHT; side++)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (plx_pair_get_text (self, side)),
                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  if (self->chosen == PLX_NONE)
    return;

  self->description = plx_pair_words_describe (self->model, sources_of (self), self->side,
                                               self->chosen);
  gtk_accessible_update_property (text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->description,
                                  -1);
  words = plx_pair_model_dup_text (self->model, self->side, self->chosen);
  said = g_strdup_printf ("%s %s", words, self->description);
  g_signal_emit_by_name (self, "said", said);
}

/* Chooses a sentence, or none, and brings it into view where that is asked for. */
void
plx_pair_set_chosen (PlxPair     *self,
                     PlxPairSide  side,
                     guint32      sentence,
                     gboolean     scroll)
{
  self->side = side;
  self->chosen = sentence;
  self->stop = sentence != PLX_NONE ? plx_pair_model_find_stop (self->model, side, sentence)
                                    : G_MAXUINT;
  plx_pair_update_sides (self);
  update_marks (self);
  update_foot (self);
  update_actions (self);
  update_description (self);
  if (scroll && sentence != PLX_NONE)
    plx_pair_scroll_to (self->scroll, side, sentence, plx_pair_find_partner (self, side, sentence));
}

/* The sentence of the other side that is to be level with one, or PLX_NONE. */
guint32
plx_pair_find_partner (PlxPair     *self,
                       PlxPairSide  side,
                       guint32      sentence)
{
  guint n;

  plx_pair_model_find (self->model, side, sentence, &n);

  return n > 0 ? plx_pair_model_across (self->model, side, sentence) : PLX_NONE;
}

/**
 * plx_pair_choose_sentence:
 * @self: a pair that shows something
 * @ref: a sentence of one of the two articles
 *
 * Brings a sentence into view, with what is tied to it beside it.
 */
void
plx_pair_choose_sentence (PlxPair        *self,
                          PlxSentenceRef  ref)
{
  g_return_if_fail (PLX_IS_PAIR (self));
  g_return_if_fail (self->model != NULL);

  for (PlxPairSide side = LEFT; side <= RIGHT; side++)
    if (self->model->article[side] == ref.article)
      {
        plx_pair_set_chosen (self, side, ref.sentence, TRUE);
        return;
      }
}

/**
 * plx_pair_get_chosen:
 * @self: a pair
 * @sentence: (out): the chosen sentence
 * @partner: (out): what is tied to it; its article is `PLX_NONE` where nothing is
 *
 * Tells for which sentences the actions of the menu are asked.
 *
 * Returns: whether a sentence is chosen
 */
gboolean
plx_pair_get_chosen (PlxPair        *self,
                     PlxSentenceRef *sentence,
                     PlxSentenceRef *partner)
{
  guint32 across;

  g_return_val_if_fail (PLX_IS_PAIR (self), FALSE);

  if (self->model == NULL || self->chosen == PLX_NONE)
    return FALSE;

  across = plx_pair_find_partner (self, self->side, self->chosen);
  *sentence = (PlxSentenceRef) { self->model->article[self->side], self->chosen };
  *partner = (PlxSentenceRef) {
    across != PLX_NONE ? self->model->article[!self->side] : PLX_NONE, across,
  };

  return TRUE;
}

/**
 * plx_pair_get_description:
 * @self: a pair
 *
 * Returns: (nullable): what a screen reader says of the chosen sentence
 */
const char *
plx_pair_get_description (PlxPair *self)
{
  g_return_val_if_fail (PLX_IS_PAIR (self), NULL);

  return self->description;
}
