/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-pair-actions"

#include "config.h"

#include "compare/plx-pair-private.h"

#include "compare/plx-pair-words.h"

#define LEFT  PLX_PAIR_LEFT
#define RIGHT PLX_PAIR_RIGHT

/* One sentence on or back; further than that is to the last or the first. */
static void
step_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  PlxPair *self = PLX_PAIR (widget);
  PlxPairText *text = plx_pair_get_text (self, self->side);
  int direction = g_variant_get_int32 (parameter);
  guint32 next;

  if (self->model == NULL)
    return;

  if (ABS (direction) > 1)
    next = plx_pair_text_step (text, PLX_NONE, direction > 0 ? -1 : 1);
  else
    next = plx_pair_text_step (text, self->chosen, direction);
  if (next == PLX_NONE)
    gtk_widget_error_bell (widget);
  else
    plx_pair_set_chosen (self, self->side, next, TRUE);
}

static void
partner_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  PlxPair *self = PLX_PAIR (widget);
  PlxPairSide side = !self->side;
  guint32 first = 0, last, across;

  if (self->model == NULL)
    return;

  if (self->chosen == PLX_NONE)
    plx_pair_text_get_visible (plx_pair_get_text (self, self->side), &first, &last);
  across = plx_pair_model_across (self->model, self->side,
                                  self->chosen != PLX_NONE ? self->chosen : first);
  plx_pair_set_chosen (self, side, across, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (plx_pair_get_text (self, side)));
  if (across != PLX_NONE)
    plx_pair_scroll_to (self->scroll, side, across, plx_pair_find_partner (self, side, across));
}

static void
open_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  PlxPair *self = PLX_PAIR (widget);

  if (self->model != NULL && self->chosen != PLX_NONE)
    gtk_widget_activate_action (widget, "compare.show-sentence", "(uu)",
                                self->model->article[self->side], self->chosen);
}

static void
menu_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  plx_pair_popup_menu (PLX_PAIR (widget));
}

static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  g_autofree char *text = plx_pair_dup_copy (PLX_PAIR (widget),
                                             g_str_equal (action, "pair.copy-both"));

  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  else
    gtk_widget_error_bell (widget);
}

/* What was chosen stays so, on its new side. */
static void
swap_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  PlxPair *self = PLX_PAIR (widget);
  PlxPairSide side = !self->side;
  guint32 chosen = self->chosen;

  if (self->model == NULL)
    return;

  plx_pair_choose (self, self->model->article[RIGHT], self->model->article[LEFT]);
  plx_pair_set_chosen (self, side, chosen, TRUE);
}

static void
difference_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  if (!plx_pair_step (PLX_PAIR (widget),
                      g_str_equal (action, "pair.next-difference") ? 1 : -1))
    gtk_widget_error_bell (widget);
}

/* What a pair lets one do, by key, button and menu. */
void
plx_pair_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "pair.step", "i", step_cb);
  gtk_widget_class_install_action (widget_class, "pair.partner", NULL, partner_cb);
  gtk_widget_class_install_action (widget_class, "pair.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "pair.menu", NULL, menu_cb);
  gtk_widget_class_install_action (widget_class, "pair.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "pair.copy-both", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "pair.swap", NULL, swap_cb);
  gtk_widget_class_install_action (widget_class, "pair.next-difference", NULL, difference_cb);
  gtk_widget_class_install_action (widget_class, "pair.previous-difference", NULL,
                                   difference_cb);
  gtk_widget_class_install_property_action (widget_class, "pair.linked", "linked");
}

/**
 * plx_pair_step:
 * @self: a pair
 * @direction: 1 for the next difference, -1 for the one before
 *
 * Goes to the next place where the two articles differ.
 *
 * Returns: whether there is one
 */
gboolean
plx_pair_step (PlxPair *self,
               int      direction)
{
  const PlxPairStop *stop;
  guint next;

  g_return_val_if_fail (PLX_IS_PAIR (self), FALSE);

  if (self->model == NULL)
    return FALSE;

  /* The first step goes to the first difference, wherever one has scrolled to. */
  if (self->chosen == PLX_NONE)
    next = direction > 0 ? 0 : G_MAXUINT;
  else if (self->stop != G_MAXUINT)
    next = self->stop + direction;
  else
    next = plx_pair_model_next_stop (self->model, self->side, self->chosen, direction);
  if (next >= self->model->stops->len)
    return FALSE;

  stop = &g_array_index (self->model->stops, PlxPairStop, next);
  plx_pair_set_chosen (self, stop->side, stop->first, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (plx_pair_get_text (self, stop->side)));

  return TRUE;
}

static char *
dup_copy (PlxPair     *self,
          PlxPairSide  side,
          const char  *text)
{
  guint article = self->model->article[side];

  return plx_pair_words_copy (self->analysis, self->sources[article], article, text);
}

/**
 * plx_pair_dup_copy:
 * @self: a pair
 * @both: whether what is tied to the chosen sentence is wanted too
 *
 * Returns: (transfer full) (nullable): the words that are selected, or else the chosen sentence,
 *   with whose they are
 */
char *
plx_pair_dup_copy (PlxPair  *self,
                   gboolean  both)
{
  g_autofree char *selected = NULL;
  g_autofree char *own = NULL;
  g_autoptr (PlxWording) partners = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_return_val_if_fail (PLX_IS_PAIR (self), NULL);

  if (self->model == NULL)
    return NULL;
  selected = plx_pair_text_dup_selected (plx_pair_get_text (self, self->side));
  if (selected != NULL && !both)
    return dup_copy (self, self->side, selected);
  if (self->chosen == PLX_NONE)
    return NULL;

  own = plx_pair_model_dup_text (self->model, self->side, self->chosen);
  first = dup_copy (self, self->side, own);
  partners = plx_pair_model_new_partners (self->model, self->side, self->chosen);
  if (!both || partners == NULL)
    return g_steal_pointer (&first);
  second = dup_copy (self, !self->side, partners->text);

  return g_strdup_printf ("%s\n\n%s", first, second);
}
