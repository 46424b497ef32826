/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-claim-actions"

#include "config.h"

#include "corrections/plx-claim-actions.h"

#include <glib/gi18n.h>

#include "corrections/plx-join-dialog.h"
#include "corrections/plx-note-dialog.h"
#include "corrections/plx-split-dialog.h"

/* The actions by which claims are corrected: `correct.together`, `correct.expel` of a sentence;
 * `correct.join`, `correct.split`, `correct.note` of a claim. Whoever shows claims has them, puts
 * them into its menus, and says what is meant where the keys are. What a menu was opened on is
 * told to an action by its places, `(uuu)`: the claim, and the sentence, the article of which is
 * `PLX_NONE` where the whole claim is meant. `correct.dismiss` takes `(uu)`: the claim and one of
 * its differences. A text keeps the keys of `correct.expel` and `correct.dismiss` from what is
 * around it; it hands them on by `correct.expel-here` and `correct.dismiss-here`, which take
 * nothing and ask what is meant where the keys are. */

typedef struct
{
  GtkWidget          *host;      /* owns it */
  PlxCorrector       *corrector;
  PlxClaimTargetFunc  get_target;
  PlxAnalysis        *analysis;  /* nullable; to which the places in the latest menu fit */
  GtkWidget          *from;      /* nullable, weak; on which that was opened */
  GSimpleActionGroup *group;
} Actions;

static void
actions_free (Actions *self)
{
  g_clear_pointer (&self->analysis, plx_analysis_unref);
  g_clear_weak_pointer (&self->from);
  g_object_unref (self->corrector);
  g_object_unref (self->group);
  g_free (self);
}

static Actions *
find_actions (GtkWidget *at)
{
  for (GtkWidget *host = at; host != NULL; host = gtk_widget_get_parent (host))
    {
      Actions *self = g_object_get_data (G_OBJECT (host), "plx-claim-actions");

      if (self != NULL)
        return self;
    }

  return NULL;
}

static PlxSession *
get_session (Actions *self)
{
  return plx_corrector_get_session (self->corrector);
}

/* Another program may have changed something while a menu was open. */
static PlxClaimTarget *
find_target (Actions        *self,
             guint           claim,
             PlxSentenceRef  ref)
{
  if (self->analysis == NULL || self->analysis != plx_session_get_analysis (get_session (self)))
    return NULL;

  return plx_claim_target_new (get_session (self), claim, ref.article != PLX_NONE ? &ref : NULL);
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

static gboolean
has_other_claim (PlxClaimTarget *target)
{
  return target->analysis->claims->len > 1;
}

static gboolean
can_bring (PlxClaimTarget *target)
{
  return plx_claim_target_has_sentence (target) && has_other_claim (target);
}

static gboolean
can_expel (PlxClaimTarget *target)
{
  return plx_claim_target_has_sentence (target) && count_sentences (target) > 1;
}

static gboolean
can_split (PlxClaimTarget *target)
{
  return count_sentences (target) > 1;
}

static gboolean
can_note (PlxClaimTarget *target)
{
  return TRUE;
}

static void
bring (Actions        *self,
       PlxClaimTarget *target)
{
  adw_dialog_present (plx_join_dialog_new (self->corrector, target, TRUE), self->host);
}

static void
expel (Actions        *self,
       PlxClaimTarget *target)
{
  plx_corrector_expel (self->corrector, target);
}

static void
join (Actions        *self,
      PlxClaimTarget *target)
{
  adw_dialog_present (plx_join_dialog_new (self->corrector, target, FALSE), self->host);
}

static void
split (Actions        *self,
       PlxClaimTarget *target)
{
  adw_dialog_present (plx_split_dialog_new (self->corrector, target), self->host);
}

static void
note (Actions        *self,
      PlxClaimTarget *target)
{
  adw_dialog_present (plx_note_dialog_new (self->corrector, target), self->host);
}

enum
{
  TOGETHER,
  EXPEL,
  JOIN,
  SPLIT,
  NOTE,
};

/* Menus tell the keys. */
static const struct
{
  const char  *name;
  const char  *keys;
  const char  *keypad; /* nullable */
  gboolean   (*can) (PlxClaimTarget *target);
  void       (*run) (Actions        *self,
                     PlxClaimTarget *target);
} deeds[] = {
  [TOGETHER] = { "together", "<Control>m", NULL, can_bring, bring },
  [EXPEL] = { "expel", "Delete", "KP_Delete", can_expel, expel },
  [JOIN] = { "join", "<Control>j", NULL, has_other_claim, join },
  [SPLIT] = { "split", "<Control><Shift>j", NULL, can_split, split },
  [NOTE] = { "note", "<Control>e", NULL, can_note, note },
};

/* What waits until a menu has gone: it gives the keys back then, and would take them from a
 * dialog, which in its turn gives them back to what had them. */
typedef struct
{
  GtkWidget      *host;
  guint           deed;
  PlxClaimTarget *target;
  gboolean        of_menu;
} Waiting;

static void
waiting_free (gpointer data)
{
  Waiting *waiting = data;

  g_object_unref (waiting->host);
  plx_claim_target_unref (waiting->target);
  g_free (waiting);
}

static gboolean
run_idle_cb (gpointer data)
{
  Waiting *waiting = data;
  Actions *self = g_object_get_data (G_OBJECT (waiting->host), "plx-claim-actions");

  if (self == NULL || !gtk_widget_get_mapped (waiting->host))
    return G_SOURCE_REMOVE;

  if (waiting->of_menu && self->from != NULL && gtk_widget_get_mapped (self->from))
    gtk_widget_grab_focus (self->from);
  deeds[waiting->deed].run (self, waiting->target);

  return G_SOURCE_REMOVE;
}

static void
do_to (Actions        *self,
       guint           deed,
       PlxClaimTarget *target,
       gboolean        of_menu)
{
  Waiting *waiting;

  if (target == NULL || !deeds[deed].can (target))
    {
      gtk_widget_error_bell (self->host);
      return;
    }

  waiting = g_new0 (Waiting, 1);
  waiting->host = g_object_ref (self->host);
  waiting->deed = deed;
  waiting->target = plx_claim_target_ref (target);
  waiting->of_menu = of_menu;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, run_idle_cb, waiting, waiting_free);
}

static void
activate_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  Actions *self = user_data;
  g_autoptr (PlxClaimTarget) target = NULL;
  PlxSentenceRef ref;
  guint claim;

  g_variant_get (parameter, "(uuu)", &claim, &ref.article, &ref.sentence);
  target = find_target (self, claim, ref);
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    if (g_str_equal (deeds[i].name, g_action_get_name (G_ACTION (action))))
      do_to (self, i, target, TRUE);
}

static void
dismiss (Actions        *self,
         PlxClaimTarget *target,
         guint           difference)
{
  if (target != NULL && difference < count_differences (target))
    plx_corrector_dismiss (self->corrector, target, difference);
  else
    gtk_widget_error_bell (self->host);
}

static void
dismiss_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  Actions *self = user_data;
  g_autoptr (PlxClaimTarget) target = NULL;
  guint claim, difference;

  g_variant_get (parameter, "(uu)", &claim, &difference);
  target = find_target (self, claim, (PlxSentenceRef) { PLX_NONE, PLX_NONE });
  dismiss (self, target, difference);
}

static PlxClaimTarget *
find_focused (Actions *self)
{
  GtkRoot *root = gtk_widget_get_root (self->host);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->host))
    return NULL;

  return self->get_target (self->host, focus);
}

static void
do_here (Actions *self,
         guint    deed)
{
  g_autoptr (PlxClaimTarget) target = find_focused (self);

  do_to (self, deed, target, FALSE);
}

/* Of several differences the menu asks which. */
static void
dismiss_here (Actions *self)
{
  g_autoptr (PlxClaimTarget) target = find_focused (self);

  dismiss (self, target, target != NULL && count_differences (target) == 1 ? 0 : G_MAXUINT);
}

static void
expel_here_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  do_here (user_data, EXPEL);
}

static void
dismiss_here_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  dismiss_here (user_data);
}

static const GActionEntry entries[] = {
  { .name = "together", .activate = activate_cb, .parameter_type = "(uuu)" },
  { .name = "expel", .activate = activate_cb, .parameter_type = "(uuu)" },
  { .name = "join", .activate = activate_cb, .parameter_type = "(uuu)" },
  { .name = "split", .activate = activate_cb, .parameter_type = "(uuu)" },
  { .name = "note", .activate = activate_cb, .parameter_type = "(uuu)" },
  { .name = "dismiss", .activate = dismiss_cb, .parameter_type = "(uu)" },
  { .name = "expel-here", .activate = expel_here_cb },
  { .name = "dismiss-here", .activate = dismiss_here_cb },
};

static gboolean
key_cb (GtkWidget *host,
        GVariant  *args,
        gpointer   user_data)
{
  do_here (g_object_get_data (G_OBJECT (host), "plx-claim-actions"),
           GPOINTER_TO_UINT (user_data));

  return GDK_EVENT_STOP;
}

static gboolean
dismiss_key_cb (GtkWidget *host,
                GVariant  *args,
                gpointer   user_data)
{
  dismiss_here (g_object_get_data (G_OBJECT (host), "plx-claim-actions"));

  return GDK_EVENT_STOP;
}

static void
add_key (GtkEventController *controller,
         const char         *keys,
         GtkShortcutFunc     callback,
         guint               deed)
{
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys),
                      gtk_callback_action_new (callback, GUINT_TO_POINTER (deed), NULL)));
}

static void
add_keys (GtkWidget *host)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      add_key (controller, deeds[i].keys, key_cb, i);
      if (deeds[i].keypad != NULL)
        add_key (controller, deeds[i].keypad, key_cb, i);
    }
  add_key (controller, "<Shift>Delete", dismiss_key_cb, 0);
  add_key (controller, "<Shift>KP_Delete", dismiss_key_cb, 0);
  gtk_widget_add_controller (host, controller);
}

/**
 * plx_claim_actions_add:
 * @host: a widget that shows claims
 * @corrector: what corrects them
 * @get_target: says which is meant
 *
 * Gives a widget, and all that is in it, the actions and their keys. Its menus get them by
 * plx_claim_actions_append().
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
    add_keys (host);
}

static void
append_deed (GMenu          *menu,
             const char     *label,
             const char     *name,
             PlxClaimTarget *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);
  g_autofree char *action = g_strconcat ("correct.", name, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      if (!g_str_equal (deeds[i].name, name))
        continue;
      if (!deeds[i].can (target))
        return;
      g_menu_item_set_attribute (item, "accel", "s", deeds[i].keys);
    }

  g_menu_item_set_action_and_target (item, action, "(uuu)", target->claim, target->ref.article,
                                     target->ref.sentence);
  g_menu_append_item (menu, item);
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

      g_menu_item_set_action_and_target (item, "correct.dismiss", "(uu)", target->claim, i);
      g_menu_append_item (menu, item);
    }
}

static void
keep_place (Actions   *self,
            GtkWidget *at)
{
  while (at != NULL && !gtk_widget_get_focusable (at))
    at = gtk_widget_get_parent (at);

  g_set_weak_pointer (&self->from, at);
}

/**
 * plx_claim_actions_append:
 * @at: a widget that has the actions, or is in one that has
 * @menu: the menu of a claim or a sentence
 * @target: which
 *
 * Adds to a menu what can be done to a claim, or to a sentence of it. Where nothing around @at has
 * the actions, nothing is added.
 */
void
plx_claim_actions_append (GtkWidget      *at,
                          GMenu          *menu,
                          PlxClaimTarget *target)
{
  Actions *self = find_actions (at);
  const gboolean has_sentence = plx_claim_target_has_sentence (target);
  g_autoptr (GMenu) sentence = g_menu_new ();
  g_autoptr (GMenu) claim = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  g_autofree char *noted = NULL;

  if (self == NULL)
    return;

  g_clear_pointer (&self->analysis, plx_analysis_unref);
  self->analysis = plx_analysis_ref (target->analysis);
  keep_place (self, at);
  noted = plx_corrector_dup_note (self->corrector, target);

  append_deed (sentence, _("_Belongs Together With…"), "together", target);
  append_deed (sentence, _("_Does Not Belong Here"), "expel", target);
  append_deed (claim, _("_Join With Claim…"), "join", target);
  append_deed (claim, _("S_plit Claim…"), "split", target);
  append_dismissals (claim, target);
  append_deed (more, *noted != '\0' ? _("Edit _Note…") : _("Add _Note…"), "note", target);
  g_menu_append (more, _("_What You Have Corrected…"), "win.corrections");

  if (has_sentence)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (sentence));
  g_menu_append_section (menu, has_sentence ? _("Claim") : NULL, G_MENU_MODEL (claim));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
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
  Actions *self = find_actions (at);

  return self != NULL ? self->corrector : NULL;
}
