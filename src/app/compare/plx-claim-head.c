/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-claim-head"

#include "config.h"

#include "compare/plx-claim-head.h"

#include "compare/plx-claim-words.h"
#include "compare/plx-matrix-menus.h"
#include "corrections/plx-note-mark.h"
#include "model/plx-difference-rules.h"
#include "window/plx-labels.h"

/* Of how many lines a label is while its row is folded. */
#define TITLE_LINES 3

/**
 * PlxClaimHead:
 *
 * The head of a row of the matrix: what the claim is about, whether the sources agree, and how
 * many there are; unfolded also what they differ in, each of which can be pointed at. In a row
 * that is higher than the window it stays in sight.
 */
struct _PlxClaimHead
{
  AdwBin          parent_instance;

  PlxClaimItem   *item;        /* nullable until it shows something */
  PlxArrangement *arrangement; /* nullable until it shows something */
  int             shift;       /* how far down its content is moved to be seen */
  gboolean        filling;

  GtkImage       *arrow;
  GtkLabel       *title;
  GtkLabel       *agreement;
  GtkLabel       *counts;
  PlxNoteMark    *note;
  GtkBox         *differences;
  GtkMenuButton  *menu;
};

G_DEFINE_FINAL_TYPE (PlxClaimHead, plx_claim_head, ADW_TYPE_BIN)

static void
released_cb (PlxClaimHead *self,
             int           n_press,
             double        x,
             double        y)
{
  if (self->item == NULL)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  plx_claim_item_set_expanded (self->item, !plx_claim_item_is_expanded (self->item));
}

static void
create_popup_cb (GtkMenuButton *button,
                 gpointer       data)
{
  PlxClaimHead *self = data;
  g_autoptr (GMenuModel) menu = plx_matrix_menus_new_for (GTK_WIDGET (self), self->arrangement);

  gtk_menu_button_set_menu_model (button, menu);
}

static GtkSizeRequestMode
plx_claim_head_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
plx_claim_head_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size, minimum,
                      natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = 0;
}

static void
plx_claim_head_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  PlxClaimHead *self = PLX_CLAIM_HEAD (widget);
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));
  int least, wanted, shift;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  width = MAX (width, least);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &wanted, NULL, NULL);
  shift = CLAMP (self->shift, 0, MAX (height - wanted, 0));
  gtk_widget_allocate (child, width, wanted, baseline,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (0, shift)));
}

static void
plx_claim_head_dispose (GObject *object)
{
  PlxClaimHead *self = PLX_CLAIM_HEAD (object);

  if (self->menu != NULL)
    gtk_menu_button_set_create_popup_func (self->menu, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_CLAIM_HEAD);
  g_clear_object (&self->item);
  g_clear_object (&self->arrangement);

  G_OBJECT_CLASS (plx_claim_head_parent_class)->dispose (object);
}

static void
plx_claim_head_class_init (PlxClaimHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_claim_head_dispose;
  widget_class->get_request_mode = plx_claim_head_get_request_mode;
  widget_class->measure = plx_claim_head_measure;
  widget_class->size_allocate = plx_claim_head_size_allocate;

  g_type_ensure (PLX_TYPE_NOTE_MARK);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW_HEADER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/plx-claim-head.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxClaimHead, arrow);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimHead, title);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimHead, agreement);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimHead, counts);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimHead, note);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimHead, differences);
  gtk_widget_class_bind_template_child (widget_class, PlxClaimHead, menu);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
}

static void
plx_claim_head_init (PlxClaimHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu, create_popup_cb, self, NULL);
  /* It measures and allocates its child itself. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
}

GtkWidget *
plx_claim_head_new (void)
{
  return g_object_new (PLX_TYPE_CLAIM_HEAD, NULL);
}

static GtkWidget *
nth_child (GtkBox *box,
           guint   n)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (box));

  while (child != NULL && n-- > 0)
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static void
toggled_cb (PlxClaimHead    *self,
            GtkToggleButton *button)
{
  guint which = 0;

  if (self->filling || self->item == NULL)
    return;

  while (nth_child (self->differences, which) != GTK_WIDGET (button))
    which++;
  plx_claim_item_set_difference (self->item,
                                 gtk_toggle_button_get_active (button) ? which : PLX_NONE);
}

static GtkWidget *
add_difference (PlxClaimHead *self)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "plx-difference");
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->differences, button);

  return button;
}

static void
show_differences (PlxClaimHead *self)
{
  GPtrArray *differences = plx_claim_item_get_record (self->item)->differences;
  gboolean is_shown = plx_claim_item_is_expanded (self->item) &&
                      plx_claim_item_get_n_kinds (self->item) > 0;
  guint n = is_shown ? differences->len : 0;
  GtkWidget *button;

  self->filling = TRUE;
  for (guint i = 0; i < n; i++)
    {
      const PlxDifferenceRecord *difference = g_ptr_array_index (differences, i);
      g_autofree char *words = plx_claim_words_difference (self->item, i);

      button = nth_child (self->differences, i);
      if (button == NULL)
        button = add_difference (self);
      gtk_widget_set_tooltip_text (button, plx_difference_rule_words (difference->rule));
      gtk_label_set_markup (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), words);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                    plx_claim_item_get_difference (self->item) == i);
    }
  while ((button = nth_child (self->differences, n)) != NULL)
    gtk_box_remove (self->differences, button);
  gtk_widget_set_visible (GTK_WIDGET (self->differences), is_shown);
  self->filling = FALSE;
}

static void
show_stand (PlxClaimHead *self)
{
  static const char * const classes[] = { "plx-agree", "plx-differ", "plx-only" };
  PlxClaimStand stand = plx_claim_words_get_stand (self->item);

  /* The glyph and the word tell it; the colour only helps. */
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      if (i == stand)
        gtk_widget_add_css_class (GTK_WIDGET (self->agreement), classes[i]);
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self->agreement), classes[i]);
    }
}

static void
set_lines (GtkLabel *label,
           int       lines)
{
  gtk_label_set_lines (label, lines);
  gtk_label_set_ellipsize (label, lines > 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
}

/**
 * plx_claim_head_show:
 * @self: a head
 * @item: a row of the matrix
 * @arrangement: how the matrix is arranged
 */
void
plx_claim_head_show (PlxClaimHead   *self,
                     PlxClaimItem   *item,
                     PlxArrangement *arrangement)
{
  g_autofree char *agreement = NULL;
  g_autofree char *counts = NULL;
  g_autofree char *label = NULL;
  gboolean expanded;

  g_return_if_fail (PLX_IS_CLAIM_HEAD (self));
  g_return_if_fail (PLX_IS_CLAIM_ITEM (item));

  g_set_object (&self->item, item);
  g_set_object (&self->arrangement, arrangement);
  expanded = plx_claim_item_is_expanded (item);
  agreement = plx_claim_words_agreement (item);
  counts = plx_claim_words_counts (item, arrangement);
  label = g_strdup_printf ("%s. %s. %s", plx_claim_item_get_record (item)->label, agreement,
                           counts);

  gtk_image_set_from_icon_name (self->arrow, expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_label_set_label (self->title, plx_claim_item_get_record (item)->label);
  plx_label_follow (self->title, plx_claim_item_get_record (item)->label);
  set_lines (self->title, expanded ? -1 : TITLE_LINES);
  gtk_label_set_label (self->agreement, agreement);
  set_lines (self->agreement, expanded ? -1 : 2);
  gtk_label_set_label (self->counts, counts);
  gtk_widget_set_visible (GTK_WIDGET (self->counts), *counts != '\0');
  plx_note_mark_show (self->note, plx_claim_item_get_index (item), expanded);
  show_stand (self);
  show_differences (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
}

/**
 * plx_claim_head_set_shift:
 * @self: a head
 * @shift: how much of its row is above what can be seen
 */
void
plx_claim_head_set_shift (PlxClaimHead *self,
                          int           shift)
{
  g_return_if_fail (PLX_IS_CLAIM_HEAD (self));

  if (self->shift == shift)
    return;

  self->shift = shift;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * plx_claim_head_get_n_stops:
 * @self: a head
 *
 * Returns: how many things in it can have the focus: itself, and its differences
 */
guint
plx_claim_head_get_n_stops (PlxClaimHead *self)
{
  guint n = 1;

  g_return_val_if_fail (PLX_IS_CLAIM_HEAD (self), 0);

  for (guint i = 0; nth_child (self->differences, i) != NULL; i++)
    n++;

  return n;
}

guint
plx_claim_head_get_stop (PlxClaimHead *self)
{
  GtkWidget *focus;

  g_return_val_if_fail (PLX_IS_CLAIM_HEAD (self), 0);

  focus = gtk_widget_get_focus_child (GTK_WIDGET (self->differences));
  for (guint i = 0; focus != NULL; i++)
    {
      if (nth_child (self->differences, i) == focus)
        return i + 1;
    }

  return 0;
}

/**
 * plx_claim_head_go_to:
 * @self: a head
 * @stop: which of its stops gets the focus; the last for one that is past it
 */
void
plx_claim_head_go_to (PlxClaimHead *self,
                      guint         stop)
{
  g_return_if_fail (PLX_IS_CLAIM_HEAD (self));

  stop = MIN (stop, plx_claim_head_get_n_stops (self) - 1);
  gtk_widget_grab_focus (stop == 0 ? GTK_WIDGET (self) : nth_child (self->differences, stop - 1));
}
