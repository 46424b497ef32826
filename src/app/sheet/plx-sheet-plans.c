/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet-plans"

#include "config.h"

#include "sheet/plx-sheet-plans.h"

/* Milliseconds after the last change: a title is typed letter by letter. */
#define SAVE_DELAY 400

/* Under what the library keeps them. */
#define VIEW "sheet"

/* Under what the settings keep the one for new stories. */
#define DEFAULT_KEY "sheet-plan"

/**
 * PlxSheetPlans:
 *
 * How the sheet of each story is composed. What the user composes is kept in the library with the
 * story, as JSON, and is there again when the story is opened another time. It is no step of the
 * history: who takes back a correction does not want the paper to turn round.
 *
 * A story for which nothing is kept has the plan that the user wants for new ones.
 *
 * Signals: `changed ()`: there is a plan for the story that is open, and the user has not made it
 * just now.
 */
struct _PlxSheetPlans
{
  GObject       parent_instance;

  PlxSession   *session;     /* NULL once disposed */
  GSettings    *settings;
  PlxStory     *story;       /* nullable: the one that is open */
  PlxSheetPlan *plan;        /* (nullable): of it; NULL until it is known */
  GHashTable   *known;       /* id of a story to the plan that it had when it was left */
  GCancellable *cancellable; /* nullable: stops what is being read */
  guint         save_id;     /* while there is something to be kept, or 0 */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxSheetPlans, plx_sheet_plans, G_TYPE_OBJECT)

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GError) error = NULL;

  /* The user sees his sheet as he has composed it; he would lose that only at the next start. */
  if (!plx_library_change_finish (PLX_LIBRARY (object), result, &error))
    g_debug ("How the sheet is composed is not kept: %s", error->message);
}

static void
save_now (PlxSheetPlans *self)
{
  PlxLibrary *library = plx_session_get_library (self->session);
  g_autofree char *json = NULL;

  if (self->save_id == 0)
    return;

  g_clear_handle_id (&self->save_id, g_source_remove);
  if (library == NULL || self->story == NULL || self->plan == NULL)
    return;

  json = plx_sheet_plan_to_json (self->plan);
  plx_library_save_state_async (library, self->story, VIEW, json, saved_cb, NULL);
}

static gboolean
save_cb (gpointer data)
{
  save_now (data);

  return G_SOURCE_REMOVE;
}

static void
save_later (PlxSheetPlans *self)
{
  g_clear_handle_id (&self->save_id, g_source_remove);
  self->save_id = g_timeout_add (SAVE_DELAY, save_cb, self);
}

static void
take_plan (PlxSheetPlans *self,
           PlxSheetPlan  *plan)
{
  g_clear_pointer (&self->plan, plx_sheet_plan_unref);
  self->plan = plan;
}

/* What a later release, or a broken file, has left there is no reason to show no sheet. */
static PlxSheetPlan *
create_default (PlxSheetPlans *self)
{
  g_autofree char *json = g_settings_get_string (self->settings, DEFAULT_KEY);
  g_autoptr (GError) error = NULL;
  PlxSheetPlan *plan = NULL;

  if (*json != '\0')
    plan = plx_sheet_plan_from_json (json, -1, &error);
  if (error != NULL)
    g_debug ("The plan for new stories cannot be read: %s", error->message);

  return plan != NULL ? plan : plx_sheet_plan_new ();
}

/* A story that was taken back and is there again has lost what the library kept beside it. */
static PlxSheetPlan *
find_known (PlxSheetPlans *self)
{
  gint64 id = plx_story_get_id (self->story);
  PlxSheetPlan *plan = g_hash_table_lookup (self->known, &id);

  return plan != NULL ? plx_sheet_plan_ref (plan) : NULL;
}

static void
remember_plan (PlxSheetPlans *self)
{
  gint64 id;

  if (self->story == NULL || self->plan == NULL)
    return;

  id = plx_story_get_id (self->story);
  g_hash_table_insert (self->known, g_memdup2 (&id, sizeof id), plx_sheet_plan_ref (self->plan));
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (PlxSheetPlans) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = plx_library_load_state_finish (PLX_LIBRARY (object), result, &error);
  PlxSheetPlan *plan = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    return;

  g_clear_object (&self->cancellable);
  if (json != NULL)
    plan = plx_sheet_plan_from_json (json, -1, &error);
  if (plan == NULL && !g_error_matches (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_NOT_FOUND))
    g_debug ("How the sheet was composed is not known: %s", error->message);

  if (plan == NULL && g_error_matches (error, PLX_LIBRARY_ERROR, PLX_LIBRARY_ERROR_NOT_FOUND) &&
      (plan = find_known (self)) != NULL)
    save_later (self);
  take_plan (self, plan != NULL ? plan : create_default (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
stop_loading (PlxSheetPlans *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
story_changed_cb (PlxSheetPlans *self)
{
  PlxLibrary *library = plx_session_get_library (self->session);
  PlxStory *story = plx_session_get_story (self->session);

  if (story == self->story)
    return;

  save_now (self);
  stop_loading (self);
  remember_plan (self);
  take_plan (self, NULL);
  g_set_object (&self->story, story);
  if (story == NULL)
    return;

  if (library == NULL)
    {
      take_plan (self, create_default (self));
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
      return;
    }

  self->cancellable = g_cancellable_new ();
  plx_library_load_state_async (library, story, VIEW, self->cancellable, loaded_cb,
                                g_object_ref (self));
}

static void
plx_sheet_plans_dispose (GObject *object)
{
  PlxSheetPlans *self = PLX_SHEET_PLANS (object);

  if (self->session != NULL)
    save_now (self);
  stop_loading (self);
  g_clear_object (&self->story);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plx_sheet_plans_parent_class)->dispose (object);
}

static void
plx_sheet_plans_finalize (GObject *object)
{
  PlxSheetPlans *self = PLX_SHEET_PLANS (object);

  g_clear_pointer (&self->plan, plx_sheet_plan_unref);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (plx_sheet_plans_parent_class)->finalize (object);
}

static void
plx_sheet_plans_class_init (PlxSheetPlansClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plx_sheet_plans_dispose;
  object_class->finalize = plx_sheet_plans_finalize;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plx_sheet_plans_init (PlxSheetPlans *self)
{
  self->settings = g_settings_new (APP_ID);
  self->known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                       (GDestroyNotify) plx_sheet_plan_unref);
}

/**
 * plx_sheet_plans_new:
 * @session: what the window works on
 *
 * Returns: (transfer full): the plans of its stories, each read when its story is opened
 */
PlxSheetPlans *
plx_sheet_plans_new (PlxSession *session)
{
  PlxSheetPlans *self;

  g_return_val_if_fail (PLX_IS_SESSION (session), NULL);

  self = g_object_new (PLX_TYPE_SHEET_PLANS, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::story", G_CALLBACK (story_changed_cb), self,
                           G_CONNECT_SWAPPED);
  story_changed_cb (self);

  return self;
}

/**
 * plx_sheet_plans_get:
 * @self: the plans
 *
 * Returns: (transfer none) (nullable): the plan of the story that is open, or `NULL` while it is
 *   not known or no story is open
 */
PlxSheetPlan *
plx_sheet_plans_get (PlxSheetPlans *self)
{
  g_return_val_if_fail (PLX_IS_SHEET_PLANS (self), NULL);

  return self->plan;
}

/**
 * plx_sheet_plans_set:
 * @self: the plans
 * @plan: what the user has composed for the story that is open
 *
 * Keeps a plan with the story.
 */
void
plx_sheet_plans_set (PlxSheetPlans *self,
                     PlxSheetPlan  *plan)
{
  g_return_if_fail (PLX_IS_SHEET_PLANS (self));
  g_return_if_fail (plan != NULL);

  if (self->story == NULL || plan == self->plan)
    return;

  /* The user was faster than the library. */
  stop_loading (self);
  take_plan (self, plx_sheet_plan_ref (plan));
  save_later (self);
}

/**
 * plx_sheet_plans_keep:
 * @self: the plans
 *
 * Writes the plan of the story that is open into the library at once, even where it is the one
 * that all stories have: what goes elsewhere with the story has to look the same there.
 */
void
plx_sheet_plans_keep (PlxSheetPlans *self)
{
  g_return_if_fail (PLX_IS_SHEET_PLANS (self));

  save_later (self);
  save_now (self);
}

/**
 * plx_sheet_plans_reset:
 * @self: the plans
 *
 * Gives the story that is open the plan of new ones.
 */
void
plx_sheet_plans_reset (PlxSheetPlans *self)
{
  g_autoptr (PlxSheetPlan) plan = NULL;

  g_return_if_fail (PLX_IS_SHEET_PLANS (self));

  plan = create_default (self);
  plx_sheet_plans_set (self, plan);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * plx_sheet_plans_make_default:
 * @self: the plans
 *
 * Has new stories begin with the plan of the story that is open; without its title and what is
 * chosen of its articles, which mean nothing there.
 */
void
plx_sheet_plans_make_default (PlxSheetPlans *self)
{
  g_autoptr (PlxSheetPlan) plan = NULL;
  g_autofree char *json = NULL;

  g_return_if_fail (PLX_IS_SHEET_PLANS (self));

  if (self->plan == NULL)
    return;

  plan = plx_sheet_plan_copy (self->plan);
  g_clear_pointer (&plan->title, g_free);
  g_clear_pointer (&plan->pair[0], g_free);
  g_clear_pointer (&plan->pair[1], g_free);
  g_clear_pointer (&plan->articles, g_strfreev);
  g_clear_pointer (&plan->hidden_columns, g_strfreev);
  json = plx_sheet_plan_to_json (plan);
  g_settings_set_string (self->settings, DEFAULT_KEY, json);
}
