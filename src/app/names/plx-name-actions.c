/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-name-actions"

#include "config.h"

#include "names/plx-name-actions.h"

#include "kept/plx-text-note-dialog.h"
#include "names/plx-country-dialog.h"
#include "names/plx-merge-dialog.h"
#include "names/plx-name-dialog.h"
#include "names/plx-treat-dialog.h"

/* The actions by which names are mended: `name.rename`, `name.merge`, `name.split`,
 * `name.split-form` (string: as it is written), `name.reject-form` (likewise), `name.kind`
 * (string: the nick of a kind), `name.country`, `name.reject`, `name.always`; and `name.note`, by
 * which they are noted on. Whoever shows names has them, and says which are meant. */

typedef struct
{
  GtkWidget          *host; /* owns it */
  PlxMender          *mender;
  PlxNameTargetFunc   get_target;
  GSimpleActionGroup *group;
} Actions;

static void
actions_free (Actions *self)
{
  g_object_unref (self->mender);
  g_object_unref (self->group);
  g_free (self);
}

/* What is meant. A popover has done its part then, and gives the keys back before a dialog takes
 * them. */
static PlxNameTarget *
take_target (Actions *self)
{
  PlxNameTarget *target = self->get_target (self->host);

  if (GTK_IS_POPOVER (self->host))
    gtk_popover_popdown (GTK_POPOVER (self->host));

  return target;
}

/* Dialogs outlive a popover from which they are asked for. */
static GtkWidget *
get_parent (Actions *self)
{
  return GTK_IS_POPOVER (self->host) ? gtk_widget_get_parent (self->host) : self->host;
}

static void
present (Actions   *self,
         AdwDialog *dialog)
{
  adw_dialog_present (dialog, get_parent (self));
}

static void
rename_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  Actions *self = user_data;
  g_autoptr (PlxNameTarget) target = take_target (self);

  if (target != NULL)
    present (self, plx_name_dialog_new (self->mender, target, FALSE));
}

static void
merge_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  Actions *self = user_data;
  g_autoptr (PlxNameTarget) target = take_target (self);

  if (target != NULL)
    present (self, plx_merge_dialog_new (self->mender, target));
}

static void
split (Actions       *self,
       PlxNameTarget *target)
{
  g_autofree char *surface = plx_name_target_dup_surface (target);

  /* Two that are called alike would be one again. */
  if (g_str_equal (surface, plx_name_target_get_record (target)->name))
    present (self, plx_name_dialog_new (self->mender, target, TRUE));
  else
    plx_mender_split (self->mender, target, NULL);
}

static void
split_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  Actions *self = user_data;
  g_autoptr (PlxNameTarget) target = take_target (self);

  if (target != NULL)
    split (self, target);
}

static void
form_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  Actions *self = user_data;
  g_autoptr (PlxNameTarget) target = take_target (self);

  if (target == NULL)
    return;

  g_set_str (&target->surface, g_variant_get_string (parameter, NULL));
  if (g_str_equal (g_action_get_name (G_ACTION (action)), "split-form"))
    split (self, target);
  else
    plx_mender_reject (self->mender, target);
}

static void
kind_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  Actions *self = user_data;
  g_autoptr (PlxNameTarget) target = take_target (self);
  int kind;

  if (target != NULL &&
      plx_enum_from_nick (PLX_TYPE_KIND, g_variant_get_string (parameter, NULL), &kind))
    plx_mender_set_kind (self->mender, target, kind);
}

static void
country_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  Actions *self = user_data;
  g_autoptr (PlxNameTarget) target = take_target (self);

  if (target != NULL)
    present (self, plx_country_dialog_new (self->mender, target));
}

static void
reject_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  Actions *self = user_data;
  g_autoptr (PlxNameTarget) target = take_target (self);

  if (target != NULL)
    plx_mender_reject (self->mender, target);
}

static void
always_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  Actions *self = user_data;
  g_autoptr (PlxNameTarget) target = take_target (self);

  if (target != NULL)
    present (self, plx_treat_dialog_new_always (self->mender, target));
}

static void
note_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  Actions *self = user_data;
  g_autoptr (PlxNameTarget) target = take_target (self);
  PlxSession *session = plx_mender_get_session (self->mender);
  g_autoptr (PlxNote) note = NULL;

  /* The comparison may be another by now; and what is noted is kept with a story. */
  if (target == NULL || target->analysis != plx_session_get_analysis (session) ||
      plx_story_get_id (plx_session_get_story (session)) == 0)
    return;

  note = plx_session_dup_entity_note (session, plx_name_target_get_first (target));
  present (self, plx_text_note_dialog_new (session, note));
}

static const GActionEntry entries[] = {
  { .name = "rename", .activate = rename_cb },
  { .name = "merge", .activate = merge_cb },
  { .name = "split", .activate = split_cb },
  { .name = "split-form", .activate = form_cb, .parameter_type = "s" },
  { .name = "reject-form", .activate = form_cb, .parameter_type = "s" },
  { .name = "kind", .activate = kind_cb, .parameter_type = "s", .state = "''" },
  { .name = "country", .activate = country_cb },
  { .name = "reject", .activate = reject_cb },
  { .name = "always", .activate = always_cb },
  { .name = "note", .activate = note_cb },
};

static void
set_enabled (Actions    *self,
             const char *name,
             gboolean    enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->group), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/**
 * plx_name_actions_add:
 * @host: a widget that shows names
 * @mender: what mends them
 * @get_target: says which of them are meant
 *
 * Gives a widget, and all that is in it, the actions.
 */
void
plx_name_actions_add (GtkWidget         *host,
                      PlxMender         *mender,
                      PlxNameTargetFunc  get_target)
{
  Actions *self = g_new0 (Actions, 1);

  self->host = host;
  self->mender = g_object_ref (mender);
  self->get_target = get_target;
  self->group = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->group), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (host, "name", G_ACTION_GROUP (self->group));
  g_object_set_data_full (G_OBJECT (host), "plx-name-actions", self,
                          (GDestroyNotify) actions_free);
  plx_name_actions_update (host);
}

/**
 * plx_name_actions_update:
 * @host: a widget that has the actions
 *
 * To be called when other names are meant.
 */
void
plx_name_actions_update (GtkWidget *host)
{
  Actions *self = g_object_get_data (G_OBJECT (host), "plx-name-actions");
  g_autoptr (PlxNameTarget) target = NULL;
  const char *kind = "";
  GAction *action;
  guint n;

  g_return_if_fail (self != NULL);

  target = self->get_target (host);
  n = target != NULL ? target->entities->len : 0;
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    set_enabled (self, entries[i].name, n == 1);
  set_enabled (self, "merge", n > 0);
  set_enabled (self, "kind", n > 0);
  set_enabled (self, "country", n > 0);
  set_enabled (self, "reject", n > 0);

  if (n == 1)
    kind = plx_enum_to_nick (PLX_TYPE_KIND, plx_name_target_get_record (target)->kind);
  action = g_action_map_lookup_action (G_ACTION_MAP (self->group), "kind");
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (kind));
}

/**
 * plx_name_actions_bind:
 * @host_class: the class of a widget that has the actions
 *
 * Binds the keys to them, as they are everywhere.
 */
void
plx_name_actions_bind (GtkWidgetClass *host_class)
{
  gtk_widget_class_add_binding_action (host_class, GDK_KEY_F2, 0, "name.rename", NULL);
  gtk_widget_class_add_binding_action (host_class, GDK_KEY_m, GDK_CONTROL_MASK, "name.merge",
                                       NULL);
  /* Menus tell the last one. */
  gtk_widget_class_add_binding_action (host_class, GDK_KEY_KP_Delete, 0, "name.reject", NULL);
  gtk_widget_class_add_binding_action (host_class, GDK_KEY_Delete, 0, "name.reject", NULL);
}
