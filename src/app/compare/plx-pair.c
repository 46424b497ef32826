/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-pair"

#include "config.h"

#include "compare/plx-pair.h"

#include <glib/gi18n.h>

#include "compare/plx-compare-words.h"
#include "compare/plx-pair-gutter.h"
#include "compare/plx-pair-layout.h"
#include "compare/plx-passage-button.h"

/* Of the grid's equal columns a sentence takes these many, and the gutter the one between. */
#define SIDE_COLUMNS 6

/**
 * PlxPair:
 *
 * Two articles side by side, each in its own order, with lines between the sentences that tell
 * the same. The foot tells in words how the sentences under the pointer or the focus differ.
 */
struct _PlxPair
{
  AdwBin         parent_instance;

  PlxAnalysis   *analysis; /* nullable until something is shown */
  PlxPassages   *passages; /* nullable as analysis is */
  GStrv          sources;  /* nullable as analysis is */
  PlxPairLayout *layout;   /* nullable as analysis is */
  GPtrArray     *lefts;    /* (element-type GtkWidget) (nullable), by line; not owned */
  GPtrArray     *rights;   /* the same for the right side */
  GArray        *stops;    /* guint: lines on which something differs */
  PlxPairGutter *gutter;   /* in the grid; nullable as analysis is */
  guint          line;     /* the current line, or G_MAXUINT */
  gboolean       filling;

  GtkDropDown   *left_choice;
  GtkDropDown   *right_choice;
  GtkGrid       *grid;
  GtkLabel      *foot;
};

G_DEFINE_FINAL_TYPE (PlxPair, plx_pair, ADW_TYPE_BIN)

static guint
chosen (GtkDropDown *choice)
{
  guint selected = gtk_drop_down_get_selected (choice);

  return selected != GTK_INVALID_LIST_POSITION ? selected : 0;
}

static PlxPairTie *
tie_at (PlxPair *self,
        guint    i)
{
  return &g_array_index (self->layout->ties, PlxPairTie, i);
}

/* The tie of which one end stands on a line. */
static guint
find_tie (PlxPair  *self,
          guint     line,
          gboolean  of_left)
{
  for (guint i = 0; i < self->layout->ties->len; i++)
    {
      if ((of_left ? tie_at (self, i)->left_line : tie_at (self, i)->right_line) == line)
        return i;
    }

  return G_MAXUINT;
}

static gboolean
has_ref (const PlxDifferenceRecord *difference,
         guint32                    article,
         guint32                    sentence)
{
  for (guint i = 0; i < difference->refs->len; i++)
    {
      PlxSentenceRef *ref = &g_array_index (difference->refs, PlxSentenceRef, i);

      if (ref->article == article && ref->sentence == sentence)
        return TRUE;
    }

  return FALSE;
}

static gboolean
words_differ (PlxPair          *self,
              const PlxPairTie *tie)
{
  g_autofree char *left = plx_analysis_dup_sentence (
    self->analysis, (PlxSentenceRef) { chosen (self->left_choice), tie->left });
  g_autofree char *right = plx_analysis_dup_sentence (
    self->analysis, (PlxSentenceRef) { chosen (self->right_choice), tie->right });
  gboolean differs;

  pango_attr_list_unref (plx_compare_words_mark (left, right, &differs));

  return differs;
}

static char *
tie_in_words (PlxPair          *self,
              const PlxPairTie *tie)
{
  const PlxClaimRecord *claim = plx_analysis_get_claim (self->analysis, tie->claim);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < claim->differences->len; i++)
    {
      const PlxDifferenceRecord *difference = g_ptr_array_index (claim->differences, i);
      g_autofree char *words = NULL;

      if (!has_ref (difference, chosen (self->left_choice), tie->left) ||
          !has_ref (difference, chosen (self->right_choice), tie->right))
        continue;
      words = plx_compare_words_difference (difference, (const char * const *) self->sources,
                                            chosen (self->left_choice),
                                            chosen (self->right_choice));
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", words);
    }

  if (text->len == 0)
    g_string_append (text, words_differ (self, tie) ? _("= The same in other words.")
                                                    : _("= The same word for word."));
  if (tie->left_line != tie->right_line)
    g_string_append_printf (text, "\n⤨ %s", _("Told in another place."));

  return g_string_free_and_steal (text);
}

static char *
alone_in_words (PlxPair  *self,
                gboolean  of_left)
{
  guint article = chosen (of_left ? self->left_choice : self->right_choice);

  /* Translators: only one of two articles says something; which one follows */
  return g_markup_printf_escaped (_("◇ Of the two, only %s says this."), self->sources[article]);
}

static void
set_current (PlxPair  *self,
             guint     line,
             gboolean  of_left)
{
  guint tie = find_tie (self, line, of_left);
  g_autofree char *text = tie != G_MAXUINT ? tie_in_words (self, tie_at (self, tie))
                                           : alone_in_words (self, of_left);

  self->line = line;
  gtk_label_set_markup (self->foot, text);
  plx_pair_gutter_set_current (self->gutter, tie);
}

static void
entered_cb (PlxPair            *self,
            GtkEventController *controller)
{
  GtkWidget *widget = gtk_event_controller_get_widget (controller);
  guint line;

  if (g_ptr_array_find (self->lefts, widget, &line))
    set_current (self, line, TRUE);
  else if (g_ptr_array_find (self->rights, widget, &line))
    set_current (self, line, FALSE);
}

static GtkWidget *
add_sentence (PlxPair        *self,
              PlxSentenceRef  ref,
              guint32         other,
              guint           line,
              gboolean        of_left)
{
  GtkWidget *widget = plx_passage_button_new ();
  guint beside = chosen (of_left ? self->right_choice : self->left_choice);
  g_autofree char *text = plx_analysis_dup_sentence (self->analysis, ref);
  g_autofree char *other_text = NULL;
  g_autoptr (PangoAttrList) marks = NULL;
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  if (other != PLX_NONE)
    other_text = plx_analysis_dup_sentence (self->analysis, (PlxSentenceRef) { beside, other });
  else
    gtk_widget_add_css_class (widget, "plx-alone");

  marks = plx_compare_words_mark (text, other_text, NULL);
  plx_passage_button_show (PLX_PASSAGE_BUTTON (widget), self->analysis, ref, marks, NULL);
  g_signal_connect_object (focus, "enter", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "enter", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, focus);
  gtk_widget_add_controller (widget, motion);
  gtk_grid_attach (self->grid, widget, of_left ? 0 : SIDE_COLUMNS + 1, line, SIDE_COLUMNS, 1);

  return widget;
}

static guint32
partner_of (PlxPair  *self,
            guint     line,
            gboolean  of_left)
{
  guint tie = find_tie (self, line, of_left);

  if (tie == G_MAXUINT)
    return PLX_NONE;

  return of_left ? tie_at (self, tie)->right : tie_at (self, tie)->left;
}

static void
add_line (PlxPair *self,
          guint    i)
{
  const PlxPairLine *line = &g_array_index (self->layout->lines, PlxPairLine, i);
  GtkWidget *left = NULL, *right = NULL;
  guint tie;

  if (line->left != PLX_NONE)
    left = add_sentence (self, (PlxSentenceRef) { chosen (self->left_choice), line->left },
                         partner_of (self, i, TRUE), i, TRUE);
  if (line->right != PLX_NONE)
    right = add_sentence (self, (PlxSentenceRef) { chosen (self->right_choice), line->right },
                          partner_of (self, i, FALSE), i, FALSE);
  g_ptr_array_add (self->lefts, left);
  g_ptr_array_add (self->rights, right);

  tie = find_tie (self, i, left != NULL);
  if (tie == G_MAXUINT || words_differ (self, tie_at (self, tie)))
    g_array_append_val (self->stops, i);
}

static void
clear (PlxPair *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))))
    gtk_grid_remove (self->grid, child);

  g_clear_pointer (&self->layout, plx_pair_layout_free);
  g_ptr_array_set_size (self->lefts, 0);
  g_ptr_array_set_size (self->rights, 0);
  g_array_set_size (self->stops, 0);
  self->gutter = NULL;
  self->line = G_MAXUINT;
  gtk_label_set_label (self->foot, "");
}

static void
fill (PlxPair *self)
{
  GtkWidget *gutter;

  clear (self);
  if (self->analysis == NULL)
    return;

  self->layout = plx_pair_layout_new (self->analysis, self->passages, chosen (self->left_choice),
                                      chosen (self->right_choice));
  gutter = plx_pair_gutter_new ();
  self->gutter = PLX_PAIR_GUTTER (gutter);
  for (guint i = 0; i < self->layout->lines->len; i++)
    add_line (self, i);

  for (guint i = 0; i < self->layout->ties->len; i++)
    {
      PlxPairTie *tie = tie_at (self, i);

      plx_pair_gutter_add (self->gutter, g_ptr_array_index (self->lefts, tie->left_line),
                           g_ptr_array_index (self->rights, tie->right_line),
                           tie->left_line != tie->right_line);
    }
  gtk_grid_attach (self->grid, gutter, SIDE_COLUMNS, 0, 1, MAX (1, self->layout->lines->len));
  gtk_label_set_label (self->foot, _("Point at a sentence to see how the two differ."));
}

static void
choice_cb (PlxPair *self)
{
  if (!self->filling)
    fill (self);
}

static void
plx_pair_dispose (GObject *object)
{
  PlxPair *self = PLX_PAIR (object);

  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_PAIR);

  G_OBJECT_CLASS (plx_pair_parent_class)->dispose (object);
}

static void
plx_pair_finalize (GObject *object)
{
  PlxPair *self = PLX_PAIR (object);

  g_clear_pointer (&self->analysis, plx_analysis_unref);
  g_clear_pointer (&self->passages, plx_passages_unref);
  g_clear_pointer (&self->sources, g_strfreev);
  g_clear_pointer (&self->layout, plx_pair_layout_free);
  g_clear_pointer (&self->lefts, g_ptr_array_unref);
  g_clear_pointer (&self->rights, g_ptr_array_unref);
  g_clear_pointer (&self->stops, g_array_unref);

  G_OBJECT_CLASS (plx_pair_parent_class)->finalize (object);
}

static void
plx_pair_class_init (PlxPairClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plx_pair_dispose;
  object_class->finalize = plx_pair_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/ui/plx-pair.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxPair, left_choice);
  gtk_widget_class_bind_template_child (widget_class, PlxPair, right_choice);
  gtk_widget_class_bind_template_child (widget_class, PlxPair, grid);
  gtk_widget_class_bind_template_child (widget_class, PlxPair, foot);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
}

static void
plx_pair_init (PlxPair *self)
{
  self->lefts = g_ptr_array_new ();
  self->rights = g_ptr_array_new ();
  self->stops = g_array_new (FALSE, FALSE, sizeof (guint));
  self->line = G_MAXUINT;

  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plx_pair_show:
 * @self: a pair
 * @analysis: an analysis of two articles or more
 * @passages: what of it is shown
 * @sources: what its articles are called
 *
 * Lets two articles of an analysis be chosen and shows them; those chosen before stay so where
 * there are as many articles as before.
 */
void
plx_pair_show (PlxPair     *self,
               PlxAnalysis *analysis,
               PlxPassages *passages,
               GStrv        sources)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new ((const char * const *) sources);
  guint n = plx_analysis_get_n_articles (analysis);
  guint left = chosen (self->left_choice), right = chosen (self->right_choice);

  g_return_if_fail (PLX_IS_PAIR (self));
  g_return_if_fail (n > 1);

  clear (self);
  g_clear_pointer (&self->analysis, plx_analysis_unref);
  g_clear_pointer (&self->passages, plx_passages_unref);
  g_clear_pointer (&self->sources, g_strfreev);
  self->analysis = plx_analysis_ref (analysis);
  self->passages = plx_passages_ref (passages);
  self->sources = g_strdupv (sources);

  self->filling = TRUE;
  gtk_drop_down_set_model (self->left_choice, G_LIST_MODEL (names));
  gtk_drop_down_set_model (self->right_choice, G_LIST_MODEL (names));
  self->filling = FALSE;

  if (left >= n || right >= n || left == right)
    plx_pair_choose (self, 0, 1);
  else
    plx_pair_choose (self, left, right);
}

/**
 * plx_pair_choose:
 * @self: a pair that shows something
 * @left: an article, by its place
 * @right: another
 */
void
plx_pair_choose (PlxPair *self,
                 guint    left,
                 guint    right)
{
  g_return_if_fail (PLX_IS_PAIR (self));

  self->filling = TRUE;
  gtk_drop_down_set_selected (self->left_choice, left);
  gtk_drop_down_set_selected (self->right_choice, right);
  self->filling = FALSE;
  fill (self);
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
  guint target = G_MAXUINT;
  GtkWidget *widget;

  g_return_val_if_fail (PLX_IS_PAIR (self), FALSE);

  for (guint i = 0; i < self->stops->len; i++)
    {
      guint line = g_array_index (self->stops, guint, i);

      if (direction > 0 && (self->line == G_MAXUINT || line > self->line))
        {
          target = line;
          break;
        }
      if (direction < 0 && self->line != G_MAXUINT && line < self->line)
        target = line;
    }

  if (target == G_MAXUINT)
    return FALSE;

  widget = g_ptr_array_index (self->lefts, target);
  if (widget == NULL)
    widget = g_ptr_array_index (self->rights, target);
  set_current (self, target, g_ptr_array_index (self->lefts, target) != NULL);
  gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);

  return TRUE;
}

/**
 * plx_pair_get_foot:
 * @self: a pair
 *
 * Returns: what the foot tells of the sentences under the focus
 */
const char *
plx_pair_get_foot (PlxPair *self)
{
  g_return_val_if_fail (PLX_IS_PAIR (self), NULL);

  return gtk_label_get_text (self->foot);
}
