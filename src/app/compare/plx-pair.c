/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-pair"

#include "config.h"

#include "compare/plx-pair.h"

#include "compare/plx-pair-private.h"

#define LEFT  PLX_PAIR_LEFT
#define RIGHT PLX_PAIR_RIGHT

typedef enum
{
  PROP_LINKED = 1,
  PROP_NARROW,
  PROP_SHORT,
} PlxPairProperty;

static GParamSpec *props[PROP_SHORT + 1];

G_DEFINE_FINAL_TYPE (PlxPair, plx_pair, ADW_TYPE_BIN)

static GtkDropDown *
choice_of (PlxPair     *self,
           PlxPairSide  side)
{
  return side == LEFT ? self->left_choice : self->right_choice;
}

static const char *
source_of (PlxPair     *self,
           PlxPairSide  side)
{
  return self->sources[self->model->article[side]];
}

/* Shows one article or both. */
void
plx_pair_update_sides (PlxPair *self)
{
  gtk_widget_set_visible (self->left_scroll, !self->narrow || self->side == LEFT);
  gtk_widget_set_visible (self->right_scroll, !self->narrow || self->side == RIGHT);
  gtk_widget_set_visible (self->link, !self->narrow);
  plx_pair_foot_set_narrow (self->foot, self->narrow);
  gtk_widget_queue_resize (GTK_WIDGET (self->gutter));

  for (PlxPairSide side = LEFT; side <= RIGHT; side++)
    if (self->narrow && side != self->side)
      gtk_widget_add_css_class (GTK_WIDGET (choice_of (self, side)), "dimmed");
    else
      gtk_widget_remove_css_class (GTK_WIDGET (choice_of (self, side)), "dimmed");
}

static void
left_chosen_cb (PlxPair *self,
                guint    sentence)
{
  plx_pair_set_chosen (self, LEFT, sentence, FALSE);
}

static void
right_chosen_cb (PlxPair *self,
                 guint    sentence)
{
  plx_pair_set_chosen (self, RIGHT, sentence, FALSE);
}

static void
gutter_chosen_cb (PlxPair *self,
                  guint    side,
                  guint    sentence)
{
  gtk_widget_grab_focus (GTK_WIDGET (plx_pair_get_text (self, side)));
  plx_pair_set_chosen (self, side, sentence, TRUE);
}

static void
menu_closed_cb (PlxPair *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (plx_pair_get_text (self, self->side)));
}

/* At the sentence that is chosen, or at the edge behind which that is. */
static gboolean
find_menu_area (PlxPair      *self,
                GdkRectangle *area)
{
  PlxPairText *text = plx_pair_get_text (self, self->side);
  int height = gtk_widget_get_height (GTK_WIDGET (text));
  graphene_point_t at;

  if (self->chosen == PLX_NONE || !plx_pair_text_get_area (text, self->chosen, area) ||
      !gtk_widget_compute_point (GTK_WIDGET (text), GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT (area->x, CLAMP (area->y, 0, height)), &at))
    return FALSE;

  area->x = at.x;
  area->y = at.y;

  return TRUE;
}

/* The menu of the sentence that is chosen. */
void
plx_pair_popup_menu (PlxPair *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GdkRectangle area;

  if (!find_menu_area (self, &area))
    return;

  if (self->popover == NULL)
    {
      self->popover = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
      g_signal_connect_object (self->popover, "closed", G_CALLBACK (menu_closed_cb), self,
                               G_CONNECT_SWAPPED);
    }

  /* Whoever shows the pair adds what else can be done with the sentence. */
  g_menu_append_section (menu, NULL, self->sentence_menu);
  g_signal_emit_by_name (self, "fill-menu", menu);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->popover), G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &area);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
fill (PlxPair *self)
{
  guint left = gtk_drop_down_get_selected (self->left_choice);
  guint right = gtk_drop_down_get_selected (self->right_choice);

  plx_pair_gutter_show (self->gutter, NULL);
  plx_pair_scroll_show (self->scroll, NULL);
  g_clear_pointer (&self->model, plx_pair_model_free);
  self->model = plx_pair_model_new (self->analysis, self->passages, left, right);

  for (PlxPairSide side = LEFT; side <= RIGHT; side++)
    {
      plx_pair_text_show (plx_pair_get_text (self, side), self->model, side);
      gtk_accessible_update_property (GTK_ACCESSIBLE (plx_pair_get_text (self, side)),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, source_of (self, side), -1);
    }
  plx_pair_gutter_show (self->gutter, self->model);
  plx_pair_scroll_show (self->scroll, self->model);
  plx_pair_set_chosen (self, self->side, PLX_NONE, FALSE);
}

/* An article is not laid beside itself: who chooses the one that is there has them swapped. */
static void
choice_cb (PlxPair     *self,
           GParamSpec  *pspec,
           GtkDropDown *choice)
{
  PlxPairSide side = choice == self->left_choice ? LEFT : RIGHT;

  if (self->filling || self->model == NULL)
    return;

  if (gtk_drop_down_get_selected (self->left_choice) ==
      gtk_drop_down_get_selected (self->right_choice))
    {
      self->filling = TRUE;
      gtk_drop_down_set_selected (choice_of (self, !side), self->model->article[side]);
      self->filling = FALSE;
    }
  fill (self);
}

/* Who comes to the other side by Tab stands there at what is tied to where one was. */
static void
focus_cb (PlxPair            *self,
          GtkEventController *controller)
{
  GtkWidget *text = gtk_event_controller_get_widget (controller);
  PlxPairSide side = text == GTK_WIDGET (self->left_text) ? LEFT : RIGHT;
  guint32 sentence, last;

  if (self->model == NULL || (self->side == side && self->chosen != PLX_NONE))
    return;

  if (self->chosen != PLX_NONE)
    sentence = plx_pair_model_across (self->model, self->side, self->chosen);
  else if (!plx_pair_text_get_visible (plx_pair_get_text (self, side), &sentence, &last))
    return;
  plx_pair_set_chosen (self, side, sentence, FALSE);
}

static void
plx_pair_dispose (GObject *object)
{
  PlxPair *self = PLX_PAIR (object);

  self->filling = TRUE;
  g_clear_object (&self->scroll);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_PAIR);

  G_OBJECT_CLASS (plx_pair_parent_class)->dispose (object);
}

static void
plx_pair_finalize (GObject *object)
{
  PlxPair *self = PLX_PAIR (object);

  g_clear_pointer (&self->model, plx_pair_model_free);
  g_clear_pointer (&self->analysis, plx_analysis_unref);
  g_clear_pointer (&self->passages, plx_passages_unref);
  g_clear_pointer (&self->sources, g_strfreev);
  g_clear_pointer (&self->description, g_free);

  G_OBJECT_CLASS (plx_pair_parent_class)->finalize (object);
}

static void
plx_pair_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  PlxPair *self = PLX_PAIR (object);

  switch ((PlxPairProperty) prop_id)
    {
    case PROP_LINKED:
      g_value_set_boolean (value, self->linked);
      break;

    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;

    case PROP_SHORT:
      g_value_set_boolean (value, self->is_short);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_pair_set_property (GObject      *object,
                       guint         prop_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  PlxPair *self = PLX_PAIR (object);

  switch ((PlxPairProperty) prop_id)
    {
    case PROP_LINKED:
      if (self->linked == g_value_get_boolean (value))
        return;
      self->linked = g_value_get_boolean (value);
      plx_pair_scroll_set_linked (self->scroll, self->linked);
      break;

    case PROP_NARROW:
      if (self->narrow == g_value_get_boolean (value))
        return;
      self->narrow = g_value_get_boolean (value);
      plx_pair_update_sides (self);
      break;

    case PROP_SHORT:
      if (self->is_short == g_value_get_boolean (value))
        return;
      self->is_short = g_value_get_boolean (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }

  g_object_notify_by_pspec (object, pspec);
}

static void
plx_pair_class_init (PlxPairClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (PLX_TYPE_PAIR_FOOT);
  g_type_ensure (PLX_TYPE_PAIR_GUTTER);
  g_type_ensure (PLX_TYPE_PAIR_TEXT);

  object_class->dispose = plx_pair_dispose;
  object_class->finalize = plx_pair_finalize;
  object_class->get_property = plx_pair_get_property;
  object_class->set_property = plx_pair_set_property;

  /* Whether one article follows the other when it is scrolled. */
  props[PROP_LINKED] =
    g_param_spec_boolean ("linked", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /* Whether there is room for one article only. */
  props[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /* Whether there is no height for anything but text; all that can be done has a key. */
  props[PROP_SHORT] =
    g_param_spec_boolean ("short", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /* A sentence was chosen: what is to be said of it to who cannot see that. */
  g_signal_new ("said", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_STRING);

  /* The menu of the chosen sentence opens: a GMenu, for further sections. */
  g_signal_new ("fill-menu", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_MENU);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/ui/plx-pair.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxPair, left_choice);
  gtk_widget_class_bind_template_child (widget_class, PlxPair, right_choice);
  gtk_widget_class_bind_template_child (widget_class, PlxPair, left_scroll);
  gtk_widget_class_bind_template_child (widget_class, PlxPair, right_scroll);
  gtk_widget_class_bind_template_child (widget_class, PlxPair, left_text);
  gtk_widget_class_bind_template_child (widget_class, PlxPair, right_text);
  gtk_widget_class_bind_template_child (widget_class, PlxPair, link);
  gtk_widget_class_bind_template_child (widget_class, PlxPair, gutter);
  gtk_widget_class_bind_template_child (widget_class, PlxPair, foot);
  gtk_widget_class_bind_template_child (widget_class, PlxPair, sentence_menu);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, right_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, gutter_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, plx_pair_popup_menu);
  plx_pair_install_actions (widget_class);
}

static void
plx_pair_init (PlxPair *self)
{
  self->chosen = PLX_NONE;
  self->stop = G_MAXUINT;
  self->linked = TRUE;

  gtk_widget_init_template (GTK_WIDGET (self));

  plx_pair_gutter_set_texts (self->gutter, self->left_text, self->right_text);
  self->scroll = plx_pair_scroll_new (self->left_text, self->right_text);
  for (PlxPairSide side = LEFT; side <= RIGHT; side++)
    {
      GtkWidget *text = GTK_WIDGET (plx_pair_get_text (self, side));
      GtkScrollable *scrollable = GTK_SCROLLABLE (text);
      GtkEventController *focus = gtk_event_controller_focus_new ();

      g_signal_connect_object (focus, "enter", G_CALLBACK (focus_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_add_controller (text, focus);
      g_signal_connect_object (gtk_scrollable_get_vadjustment (scrollable), "value-changed",
                               G_CALLBACK (gtk_widget_queue_draw), self->gutter,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (gtk_scrollable_get_vadjustment (scrollable), "changed",
                               G_CALLBACK (gtk_widget_queue_draw), self->gutter,
                               G_CONNECT_SWAPPED);
    }
}

PlxPairText *
plx_pair_get_text (PlxPair     *self,
                   PlxPairSide  side)
{
  return side == LEFT ? self->left_text : self->right_text;
}

/* Whether a sentence is still what it was before something was corrected or filtered. */
static gboolean
has_text (PlxPair     *self,
          PlxPairSide  side,
          guint32      sentence,
          const char  *text)
{
  g_autofree char *now = NULL;

  if (sentence >= plx_pair_model_n_sentences (self->model, side) ||
      !plx_pair_model_is_shown (self->model, side, sentence))
    return FALSE;
  now = plx_pair_model_dup_text (self->model, side, sentence);

  return g_str_equal (now, text);
}

/**
 * plx_pair_show:
 * @self: a pair
 * @analysis: an analysis of two articles or more
 * @passages: what of it is shown
 * @sources: what its articles are called
 *
 * Lets two articles of an analysis be chosen and shows them; those chosen before stay so where
 * they are still there, and so does the sentence.
 */
void
plx_pair_show (PlxPair     *self,
               PlxAnalysis *analysis,
               PlxPassages *passages,
               GStrv        sources)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new ((const char * const *) sources);
  guint n = plx_analysis_get_n_articles (analysis);
  guint left = 0, right = 1;
  g_autofree char *text = NULL;
  PlxPairSide side = self->side;
  guint32 chosen = self->chosen;
  double height = -1;

  g_return_if_fail (PLX_IS_PAIR (self));
  g_return_if_fail (n > 1);

  if (self->model != NULL && chosen != PLX_NONE)
    {
      text = plx_pair_model_dup_text (self->model, side, chosen);
      height = plx_pair_scroll_get_height (self->scroll, side, chosen);
    }

  if (self->model != NULL && self->model->article[LEFT] < n && self->model->article[RIGHT] < n)
    plx_pair_get_articles (self, &left, &right);

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
  plx_pair_choose (self, left, right);
  if (text == NULL || !has_text (self, side, chosen, text))
    return;

  plx_pair_set_chosen (self, side, chosen, TRUE);
  if (height >= 0)
    plx_pair_scroll_hold_at (self->scroll, height);
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
  g_return_if_fail (self->analysis != NULL);
  g_return_if_fail (MAX (left, right) < plx_analysis_get_n_articles (self->analysis));

  self->filling = TRUE;
  gtk_drop_down_set_selected (self->left_choice, left);
  gtk_drop_down_set_selected (self->right_choice, right);
  self->filling = FALSE;
  fill (self);
}

/**
 * plx_pair_get_articles:
 * @self: a pair that shows something
 * @left: (out): the article on the left, by its place
 * @right: (out): the one on the right
 */
void
plx_pair_get_articles (PlxPair *self,
                       guint   *left,
                       guint   *right)
{
  g_return_if_fail (PLX_IS_PAIR (self));
  g_return_if_fail (self->model != NULL);

  *left = self->model->article[LEFT];
  *right = self->model->article[RIGHT];
}

/**
 * plx_pair_get_foot:
 * @self: a pair
 *
 * Returns: what the foot tells of the chosen sentence, or of both articles where none is
 */
const char *
plx_pair_get_foot (PlxPair *self)
{
  g_return_val_if_fail (PLX_IS_PAIR (self), NULL);

  return plx_pair_foot_get_words (self->foot);
}

/**
 * plx_pair_get_position:
 * @self: a pair
 *
 * Returns: at which difference the chosen sentence is, in words
 */
const char *
plx_pair_get_position (PlxPair *self)
{
  g_return_val_if_fail (PLX_IS_PAIR (self), NULL);

  return plx_pair_foot_get_position (self->foot);
}
