/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-claim-actions"

#include "config.h"

#include "corrections/plx-claim-actions.h"

#include <glib/gi18n.h>

#include "corrections/plx-join-dialog.h"
#include "corrections/plx-note-dialog.h"
#include "corrections/plx-split-dialog.h"

/* The actions by which claims are corrected: `correct.together`, `correct.expel` of a sentence;
 * `correct.join`, `correct.split`, `correct.note`, `correct.dismiss` (uint32: which difference),
 * `correct.dismiss-only` (where there is but one) of a claim; `correct.menu` offers them. Whoever
 * shows claims has them, and says what is meant at a widget: where the keys are, or where it was
 * pointed at. They are reached by the keys, by a menu, and by whatever button names one. */

typedef struct
{
  GtkWidget          *host;      /* owns it */
  PlxCorrector       *corrector;
  PlxClaimTargetFunc  get_target;
  GSimpleActionGroup *group;
  GtkWidget          *menu;      /* nullable; while it is open */
  PlxClaimTarget     *of_menu;   /* nullable; what it was opened on */
  GtkWidget          *from;      /* nullable, weak; what had the keys before it */
  AdwDialog          *dialog;    /* nullable; waits for the menu to be gone */
} Actions;

static void
actions_free (Actions *self)
{
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->of_menu, plx_claim_target_unref);
  g_clear_object (&self->dialog);
  g_clear_weak_pointer (&self->from);
  g_object_unref (self->corrector);
  g_object_unref (self->group);
  g_free (self);
}

static GtkWidget *
get_focus (Actions *self)
{
  GtkRoot *root = gtk_widget_get_root (self->host);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, self->host) ? focus : NULL;
}

/* What is meant: that on which the menu was opened, or else what has the keys. The menu has done
 * its part then. */
static PlxClaimTarget *
take_target (Actions *self)
{
  GtkWidget *focus;

  if (self->of_menu != NULL)
    {
      if (self->menu != NULL)
        gtk_popover_popdown (GTK_POPOVER (self->menu));
      return plx_claim_target_ref (self->of_menu);
    }

  focus = get_focus (self);

  return focus != NULL ? self->get_target (self->host, focus) : NULL;
}

/* A menu gives the keys back when it goes, which would take them from a dialog. */
static void
present (Actions   *self,
         AdwDialog *dialog)
{
  if (self->menu == NULL)
    {
      adw_dialog_present (dialog, self->host);
      return;
    }

  g_clear_object (&self->dialog);
  self->dialog = g_object_ref_sink (dialog);
}

static guint
count_sentences (PlxClaimTarget *target)
{
  return plx_claim_target_get_record (target)->refs->len;
}

static guint
count_differences (PlxClaimTarget *target)
{
  return plx_claim_target_get_record (target)->differences->len;
}

/* A claim as a whole can be joined with another only where there is one. */
static gboolean
has_other_claim (PlxClaimTarget *target)
{
  return target->analysis->claims->len > 1;
}

static void
together_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  Actions *self = user_data;
  g_autoptr (PlxClaimTarget) target = take_target (self);

  if (target != NULL && plx_claim_target_has_sentence (target) && has_other_claim (target))
    present (self, plx_join_dialog_new (self->corrector, target, TRUE));
  else
    gtk_widget_error_bell (self->host);
}

static void
expel_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  Actions *self = user_data;
  g_autoptr (PlxClaimTarget) target = take_target (self);

  if (target != NULL && plx_claim_target_has_sentence (target) && count_sentences (target) > 1)
    plx_corrector_expel (self->corrector, target);
  else
    gtk_widget_error_bell (self->host);
}

static void
join_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  Actions *self = user_data;
  g_autoptr (PlxClaimTarget) target = take_target (self);

  if (target != NULL && has_other_claim (target))
    present (self, plx_join_dialog_new (self->corrector, target, FALSE));
  else
    gtk_widget_error_bell (self->host);
}

static void
split_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  Actions *self = user_data;
  g_autoptr (PlxClaimTarget) target = take_target (self);

  if (target != NULL && count_sentences (target) > 1)
    present (self, plx_split_dialog_new (self->corrector, target));
  else
    gtk_widget_error_bell (self->host);
}

static void
dismiss_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  Actions *self = user_data;
  g_autoptr (PlxClaimTarget) target = take_target (self);
  const guint difference = g_variant_get_uint32 (parameter);

  if (target != NULL && difference < count_differences (target))
    plx_corrector_dismiss (self->corrector, target, difference);
}

static void
note_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  Actions *self = user_data;
  g_autoptr (PlxClaimTarget) target = take_target (self);

  if (target != NULL)
    present (self, plx_note_dialog_new (self->corrector, target));
  else
    gtk_widget_error_bell (self->host);
}

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        gboolean    is_offered)
{
  if (is_offered)
    g_menu_append (menu, label, action);
}

static void
append_dismissals (GMenu          *menu,
                   PlxClaimTarget *target)
{
  GPtrArray *differences = plx_claim_target_get_record (target)->differences;

  for (guint i = 0; i < differences->len; i++)
    {
      const PlxDifferenceRecord *difference = g_ptr_array_index (differences, i);
      /* Translators: of a menu; what a difference is about: “how many guests” */
      g_autofree char *label = g_strdup_printf (_("Dismiss Difference: %s"), difference->about);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "correct.dismiss", "u", i);
      g_menu_append_item (menu, item);
    }
}

static GMenuModel *
make_menu (Actions        *self,
           PlxClaimTarget *target)
{
  g_autoptr (GMenu) sentence = g_menu_new ();
  g_autoptr (GMenu) claim = g_menu_new ();
  g_autoptr (GMenu) differences = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  g_autofree char *note = plx_corrector_dup_note (self->corrector, target);
  const gboolean has_sentence = plx_claim_target_has_sentence (target);
  GMenu *menu = g_menu_new ();

  append (sentence, _("_Belongs Together With…"), "correct.together",
          has_sentence && has_other_claim (target));
  append (sentence, _("_Does Not Belong Here"), "correct.expel",
          has_sentence && count_sentences (target) > 1);
  append (claim, _("_Join With Claim…"), "correct.join", has_other_claim (target));
  append (claim, _("_Split Claim…"), "correct.split", count_sentences (target) > 1);
  append_dismissals (differences, target);
  append (more, *note != '\0' ? _("Edit _Note…") : _("Add _Note…"), "correct.note", TRUE);
  append (more, _("_What You Have Corrected…"), "win.corrections", TRUE);

  g_menu_append_section (menu, has_sentence ? _("Sentence") : NULL, G_MENU_MODEL (sentence));
  g_menu_append_section (menu, has_sentence ? _("Claim") : NULL, G_MENU_MODEL (claim));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (differences));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));

  return G_MENU_MODEL (menu);
}

/* The action that was chosen still runs after this, and needs what the menu was opened on. */
static gboolean
forget_menu_cb (gpointer user_data)
{
  Actions *self = g_object_get_data (user_data, "plx-claim-actions");
  g_autoptr (AdwDialog) dialog = NULL;

  if (self == NULL || (self->menu != NULL && gtk_widget_get_visible (self->menu)))
    return G_SOURCE_REMOVE;

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->of_menu, plx_claim_target_unref);
  if (self->from != NULL)
    gtk_widget_grab_focus (self->from);
  g_clear_weak_pointer (&self->from);
  dialog = g_steal_pointer (&self->dialog);
  if (dialog != NULL && gtk_widget_get_mapped (self->host))
    adw_dialog_present (dialog, self->host);

  return G_SOURCE_REMOVE;
}

static void
menu_closed_cb (GtkWidget *host)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, forget_menu_cb, g_object_ref (host), g_object_unref);
}

/* To come back to, when the menu or a dialog has gone. */
static void
keep_place (Actions   *self,
            GtkWidget *at)
{
  while (at != self->host && !gtk_widget_get_focusable (at))
    at = gtk_widget_get_parent (at);

  g_set_weak_pointer (&self->from, at != self->host ? at : NULL);
}

static void
open_menu (Actions            *self,
           GtkWidget          *at,
           const GdkRectangle *where)
{
  g_autoptr (PlxClaimTarget) target = self->get_target (self->host, at);
  g_autoptr (GMenuModel) model = NULL;
  GdkRectangle bounds;
  graphene_rect_t area;

  if (target == NULL)
    {
      gtk_widget_error_bell (self->host);
      return;
    }

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->of_menu, plx_claim_target_unref);
  self->of_menu = g_steal_pointer (&target);
  keep_place (self, at);
  model = make_menu (self, self->of_menu);
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (self->menu, self->host);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), where == NULL);
  if (where != NULL)
    gtk_widget_set_halign (self->menu, GTK_ALIGN_START);

  if (where != NULL)
    gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), where);
  else if (gtk_widget_compute_bounds (at, self->host, &area))
    {
      bounds = (GdkRectangle) { area.origin.x, area.origin.y, area.size.width, area.size.height };
      gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &bounds);
    }
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed_cb), self->host,
                           G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  Actions *self = user_data;
  GtkWidget *focus = get_focus (self);

  if (focus != NULL)
    open_menu (self, focus, NULL);
}

/* One is dismissed at once; of several the menu asks which. */
static void
dismiss_only_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  Actions *self = user_data;
  g_autoptr (PlxClaimTarget) target = take_target (self);

  if (target != NULL && count_differences (target) == 1)
    plx_corrector_dismiss (self->corrector, target, 0);
  else if (target != NULL && count_differences (target) > 1)
    menu_cb (action, NULL, self);
  else
    gtk_widget_error_bell (self->host);
}

static const GActionEntry entries[] = {
  { .name = "together", .activate = together_cb },
  { .name = "expel", .activate = expel_cb },
  { .name = "join", .activate = join_cb },
  { .name = "split", .activate = split_cb },
  { .name = "dismiss", .activate = dismiss_cb, .parameter_type = "u" },
  { .name = "dismiss-only", .activate = dismiss_only_cb },
  { .name = "note", .activate = note_cb },
  { .name = "menu", .activate = menu_cb },
};

/* Menus tell the last one. */
static const struct
{
  const char *keys;
  const char *action;
} shortcuts[] = {
  { "<Control>m", "action(correct.together)" },
  { "KP_Delete", "action(correct.expel)" },
  { "Delete", "action(correct.expel)" },
  { "<Control>j", "action(correct.join)" },
  { "<Control><Shift>j", "action(correct.split)" },
  { "<Shift>KP_Delete", "action(correct.dismiss-only)" },
  { "<Shift>Delete", "action(correct.dismiss-only)" },
  { "<Control>e", "action(correct.note)" },
  { "<Shift>F10|Menu", "action(correct.menu)" },
};

static void
add_shortcuts (GtkWidget *host)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].keys),
                        gtk_shortcut_action_parse_string (shortcuts[i].action)));
  gtk_widget_add_controller (host, controller);
}

static void
point_at (GtkGesture *gesture,
          double      x,
          double      y)
{
  GtkWidget *host = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  Actions *self = g_object_get_data (G_OBJECT (host), "plx-claim-actions");
  GtkWidget *at = gtk_widget_pick (host, x, y, GTK_PICK_DEFAULT);
  g_autoptr (PlxClaimTarget) target = at != NULL ? self->get_target (host, at) : NULL;

  if (target == NULL)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self, at, &(GdkRectangle) { x, y, 1, 1 });
}

static void
clicked_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y)
{
  point_at (GTK_GESTURE (gesture), x, y);
}

static void
add_gestures (GtkWidget *host)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (clicked_cb), host, G_CONNECT_DEFAULT);
  g_signal_connect_object (press, "pressed", G_CALLBACK (point_at), host, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (host, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (host, GTK_EVENT_CONTROLLER (press));
}

/**
 * plx_claim_actions_add:
 * @host: a widget that shows claims
 * @corrector: what corrects them
 * @get_target: says which is meant
 *
 * Gives a widget, and all that is in it, the actions, their keys, and a menu of them.
 */
void
plx_claim_actions_add (GtkWidget          *host,
                       PlxCorrector       *corrector,
                       PlxClaimTargetFunc  get_target)
{
  Actions *self = g_new0 (Actions, 1);
  const gboolean is_new = g_object_get_data (G_OBJECT (host), "plx-claim-actions") == NULL;

  self->host = host;
  self->corrector = g_object_ref (corrector);
  self->get_target = get_target;
  self->group = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->group), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (host, "correct", G_ACTION_GROUP (self->group));
  g_object_set_data_full (G_OBJECT (host), "plx-claim-actions", self,
                          (GDestroyNotify) actions_free);

  if (is_new)
    {
      add_shortcuts (host);
      add_gestures (host);
    }
}

/**
 * plx_claim_actions_find_corrector:
 * @at: a widget
 *
 * Returns: (transfer none) (nullable): what corrects the claims that are shown there; `NULL` where
 *   nothing around it has the actions
 */
PlxCorrector *
plx_claim_actions_find_corrector (GtkWidget *at)
{
  for (GtkWidget *host = at; host != NULL; host = gtk_widget_get_parent (host))
    {
      Actions *self = g_object_get_data (G_OBJECT (host), "plx-claim-actions");

      if (self != NULL)
        return self->corrector;
    }

  return NULL;
}
