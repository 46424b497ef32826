/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-sheet-plans"

#include "config.h"

#include "sheet/plx-sheet-plans.h"

#include "window/plx-story-state.h"

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
  GObject        parent_instance;

  PlxStoryState *state;
  GSettings     *settings;
  PlxSheetPlan  *plan; /* (nullable): of the story that is open; NULL until it is known */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxSheetPlans, plx_sheet_plans, G_TYPE_OBJECT)

static void
keep (PlxSheetPlans *self)
{
  g_autofree char *json = plx_sheet_plan_to_json (self->plan);

  plx_story_state_keep (self->state, json);
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

static void
known_cb (PlxSheetPlans *self,
          const char    *json)
{
  g_autoptr (GError) error = NULL;
  PlxSheetPlan *plan = json != NULL ? plx_sheet_plan_from_json (json, -1, &error) : NULL;

  if (error != NULL)
    g_debug ("How the sheet was composed is not known: %s", error->message);

  take_plan (self, plan != NULL ? plan : create_default (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* That of the last one means nothing. */
static void
story_changed_cb (PlxSheetPlans *self)
{
  if (!plx_story_state_is_known (self->state))
    take_plan (self, NULL);
}

static void
plx_sheet_plans_finalize (GObject *object)
{
  PlxSheetPlans *self = PLX_SHEET_PLANS (object);

  g_clear_object (&self->state);
  g_clear_pointer (&self->plan, plx_sheet_plan_unref);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (plx_sheet_plans_parent_class)->finalize (object);
}

static void
plx_sheet_plans_class_init (PlxSheetPlansClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = plx_sheet_plans_finalize;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plx_sheet_plans_init (PlxSheetPlans *self)
{
  self->settings = g_settings_new (APP_ID);
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
  self->state = plx_story_state_new (session, VIEW);
  g_signal_connect_object (self->state, "known", G_CALLBACK (known_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::story", G_CALLBACK (story_changed_cb), self,
                           G_CONNECT_SWAPPED);

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

  if (plx_story_state_get_story (self->state) == NULL || plan == self->plan)
    return;

  take_plan (self, plx_sheet_plan_ref (plan));
  keep (self);
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

  if (self->plan != NULL)
    keep (self);
  plx_story_state_flush (self->state);
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
