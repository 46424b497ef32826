/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-mender"

#include "config.h"

#include "names/plx-mender.h"

#include <glib/gi18n.h>
#include <string.h>

#include "countries/plx-countries.h"
#include "language/entities/plx-mending.h"
#include "window/plx-labels.h"

struct _PlxMender
{
  GObject     parent_instance;

  PlxSession *session;
  PlxScope    scope;
  char       *expected; /* nullable */
};

typedef enum
{
  PROP_SCOPE = 1,
} PlxMenderProperty;

static GParamSpec *props[PROP_SCOPE + 1];

G_DEFINE_FINAL_TYPE (PlxMender, plx_mender, G_TYPE_OBJECT)

static void
plx_mender_dispose (GObject *object)
{
  g_clear_object (&PLX_MENDER (object)->session);

  G_OBJECT_CLASS (plx_mender_parent_class)->dispose (object);
}

static void
plx_mender_finalize (GObject *object)
{
  PlxMender *self = PLX_MENDER (object);

  g_clear_pointer (&self->expected, g_free);

  G_OBJECT_CLASS (plx_mender_parent_class)->finalize (object);
}

static void
plx_mender_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  PlxMender *self = PLX_MENDER (object);

  switch ((PlxMenderProperty) prop_id)
    {
    case PROP_SCOPE:
      g_value_set_enum (value, self->scope);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_mender_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  PlxMender *self = PLX_MENDER (object);

  switch ((PlxMenderProperty) prop_id)
    {
    case PROP_SCOPE:
      plx_mender_set_scope (self, g_value_get_enum (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plx_mender_class_init (PlxMenderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plx_mender_dispose;
  object_class->finalize = plx_mender_finalize;
  object_class->get_property = plx_mender_get_property;
  object_class->set_property = plx_mender_set_property;

  props[PROP_SCOPE] =
    g_param_spec_enum ("scope", NULL, NULL, PLX_TYPE_SCOPE, PLX_SCOPE_STORY,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
plx_mender_init (PlxMender *self)
{
  self->scope = PLX_SCOPE_STORY;
}

/**
 * plx_mender_new:
 * @session: a session
 *
 * Returns: (transfer full): a mender of the names of its open story
 */
PlxMender *
plx_mender_new (PlxSession *session)
{
  PlxMender *self = g_object_new (PLX_TYPE_MENDER, NULL);

  self->session = g_object_ref (session);

  return self;
}

PlxSession *
plx_mender_get_session (PlxMender *self)
{
  g_return_val_if_fail (PLX_IS_MENDER (self), NULL);

  return self->session;
}

/**
 * plx_mender_get_scope:
 * @self: a mender
 * @has_mention: whether one mention is pointed at
 *
 * Returns: how far a change reaches; the story where one mention is meant and none is pointed at
 */
PlxScope
plx_mender_get_scope (PlxMender *self,
                      gboolean   has_mention)
{
  g_return_val_if_fail (PLX_IS_MENDER (self), PLX_SCOPE_STORY);

  return self->scope == PLX_SCOPE_MENTION && !has_mention ? PLX_SCOPE_STORY : self->scope;
}

void
plx_mender_set_scope (PlxMender *self,
                      PlxScope   scope)
{
  g_return_if_fail (PLX_IS_MENDER (self));

  if (self->scope == scope)
    return;

  self->scope = scope;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SCOPE]);
}

/**
 * plx_mender_get_expected:
 * @self: a mender
 *
 * Returns: (nullable): what the name that was mended last is called once that is done
 */
const char *
plx_mender_get_expected (PlxMender *self)
{
  g_return_val_if_fail (PLX_IS_MENDER (self), NULL);

  return self->expected;
}

static void
find_place (PlxMender     *self,
            PlxNameTarget *target,
            PlxMendPlace  *place)
{
  plx_session_get_place (self->session,
                         plx_mender_get_scope (self, plx_name_target_has_mention (target)),
                         target->place.article, target->place.mention, place);
}

static void
add_all (GPtrArray *all,
         GPtrArray *namings)
{
  g_autoptr (GPtrArray) array = namings;

  for (guint i = 0; i < array->len; i++)
    g_ptr_array_add (all, plx_naming_copy (array->pdata[i]));
}

static GPtrArray *
new_namings (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) plx_naming_free);
}

/* One step of the history; where there is nothing to be changed the user is told why. */
static void
apply (PlxMender  *self,
       GPtrArray  *namings,
       const char *expected,
       const char *label)
{
  g_autoptr (GError) error = NULL;

  if (namings->len > 0)
    {
      g_set_str (&self->expected, expected);
      plx_session_name (self->session, namings, NULL, label);
      return;
    }

  error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                               self->scope == PLX_SCOPE_ARTICLE
                                 ? _("This article does not have that name.")
                                 : _("There is nothing to be changed."));
  g_signal_emit_by_name (self->session, "failed", error);
}

/**
 * plx_mender_rename:
 * @self: a mender
 * @target: a name
 * @name: what it is to be called; where another is called so, the two become one
 */
void
plx_mender_rename (PlxMender     *self,
                   PlxNameTarget *target,
                   const char    *name)
{
  const char *old = plx_name_target_get_record (target)->name;
  g_autoptr (GPtrArray) namings = NULL;
  g_autofree char *label = NULL;
  PlxMendPlace place;

  g_return_if_fail (PLX_IS_MENDER (self));

  if (g_str_equal (name, old))
    return;

  find_place (self, target, &place);
  namings = plx_mend_rename (target->analysis, plx_name_target_get_first (target), name, &place);
  /* Translators: an entry of the history; two names */
  label = g_strdup_printf (_("Rename %1$s to %2$s"), old, name);
  apply (self, namings, name, label);
}

/* What is kept is kept with its kind and its country: where another has others, that has to be
 * said, or the more frequent would win. */
static void
keep_facts (GPtrArray     *namings,
            PlxNameTarget *target,
            guint          kept)
{
  const PlxEntityRecord *record = plx_analysis_get_entity (target->analysis, kept);
  gboolean says_kind = FALSE;
  gboolean says_country = FALSE;

  for (guint i = 0; i < target->entities->len; i++)
    {
      guint32 entity = g_array_index (target->entities, guint32, i);
      const PlxEntityRecord *other = plx_analysis_get_entity (target->analysis, entity);

      says_kind = says_kind || other->kind != record->kind;
      says_country = says_country || g_strcmp0 (other->country, record->country) != 0;
    }

  for (guint i = 0; i < namings->len; i++)
    {
      PlxNaming *naming = namings->pdata[i];

      if (says_kind)
        {
          naming->has_kind = TRUE;
          naming->kind = record->kind;
        }
      if (says_country)
        g_set_str (&naming->country, record->country != NULL ? record->country : "");
    }
}

/**
 * plx_mender_merge:
 * @self: a mender
 * @target: two names or more
 * @kept: the entity of which they all become names
 */
void
plx_mender_merge (PlxMender     *self,
                  PlxNameTarget *target,
                  guint          kept)
{
  const char *name = plx_analysis_get_entity (target->analysis, kept)->name;
  g_autoptr (GPtrArray) namings = NULL;
  g_autofree char *label = NULL;
  PlxMendPlace place;

  g_return_if_fail (PLX_IS_MENDER (self));
  g_return_if_fail (target->entities->len > 1);

  find_place (self, target, &place);
  namings = plx_mend_merge (target->analysis, (guint32 *) target->entities->data,
                            target->entities->len, kept, &place);
  keep_facts (namings, target, kept);
  /* Translators: an entry of the history; %2$s is the name that is kept */
  label = g_strdup_printf (ngettext ("Merge %1$u name into %2$s", "Merge %1$u names into %2$s",
                                     target->entities->len),
                           target->entities->len, name);
  apply (self, namings, name, label);
}

/**
 * plx_mender_split:
 * @self: a mender
 * @target: a name, and as what it is written
 * @name: (nullable): what that is to be called; else as it is written
 *
 * Makes one form of a name a name of its own.
 */
void
plx_mender_split (PlxMender     *self,
                  PlxNameTarget *target,
                  const char    *name)
{
  g_autofree char *surface = plx_name_target_dup_surface (target);
  const char *new_name = name != NULL ? name : surface;
  g_autoptr (GPtrArray) namings = NULL;
  g_autofree char *label = NULL;
  PlxMendPlace place;

  g_return_if_fail (PLX_IS_MENDER (self));

  find_place (self, target, &place);
  namings = plx_mend_split (target->analysis, plx_name_target_get_first (target), surface,
                            new_name, &place);
  /* Translators: an entry of the history; %1$s are words of an article, %2$s a name */
  label = g_strdup_printf (_("Split “%1$s” off %2$s"), surface,
                           plx_name_target_get_record (target)->name);
  apply (self, namings, new_name, label);
}

/* “Vladimir Putin”, “3 names” */
static char *
describe_target (PlxNameTarget *target)
{
  guint n = target->entities->len;

  if (n == 1)
    return g_strdup (plx_name_target_get_record (target)->name);

  return g_strdup_printf (ngettext ("%u name", "%u names", n), n);
}

/**
 * plx_mender_set_kind:
 * @self: a mender
 * @target: one name or several
 * @kind: what they are
 */
void
plx_mender_set_kind (PlxMender     *self,
                     PlxNameTarget *target,
                     PlxKind        kind)
{
  g_autoptr (GPtrArray) namings = new_namings ();
  g_autofree char *what = describe_target (target);
  g_autofree char *label = NULL;
  PlxMendPlace place;

  g_return_if_fail (PLX_IS_MENDER (self));

  find_place (self, target, &place);
  for (guint i = 0; i < target->entities->len; i++)
    add_all (namings, plx_mend_retype (target->analysis,
                                       g_array_index (target->entities, guint32, i), kind,
                                       &place));

  /* Translators: an entry of the history; %1$s is a name, %2$s such as “Person” */
  label = g_strdup_printf (_("Change the kind of %1$s: %2$s"), what, plx_label_kind (kind));
  apply (self, namings, plx_name_target_get_record (target)->name, label);
}

/**
 * plx_mender_set_country:
 * @self: a mender
 * @target: one name or several
 * @country: ISO 3166-1 alpha-3 code of the country to which they belong, or the empty string
 */
void
plx_mender_set_country (PlxMender     *self,
                        PlxNameTarget *target,
                        const char    *country)
{
  const PlxCountryInfo *info = plx_country_lookup (country);
  g_autoptr (GPtrArray) namings = new_namings ();
  g_autofree char *what = describe_target (target);
  g_autofree char *label = NULL;
  PlxMendPlace place;

  g_return_if_fail (PLX_IS_MENDER (self));

  find_place (self, target, &place);
  for (guint i = 0; i < target->entities->len; i++)
    add_all (namings, plx_mend_set_country (target->analysis,
                                            g_array_index (target->entities, guint32, i),
                                            country, &place));

  /* Translators: an entry of the history; %1$s is a name, %2$s a country or “None” */
  label = g_strdup_printf (_("Change the country of %1$s: %2$s"), what,
                           info != NULL ? info->name : _("None"));
  apply (self, namings, plx_name_target_get_record (target)->name, label);
}

/**
 * plx_mender_reject:
 * @self: a mender
 * @target: one name or several
 *
 * Says that the words are no name: as they are written where one was pointed at, and else in every
 * form.
 */
void
plx_mender_reject (PlxMender     *self,
                   PlxNameTarget *target)
{
  gboolean one_form = target->surface != NULL || plx_name_target_has_mention (target);
  g_autoptr (GPtrArray) namings = new_namings ();
  g_autofree char *surface = plx_name_target_dup_surface (target);
  guint n = target->entities->len;
  g_autofree char *label = NULL;
  PlxMendPlace place;

  g_return_if_fail (PLX_IS_MENDER (self));

  find_place (self, target, &place);
  for (guint i = 0; i < n; i++)
    add_all (namings, plx_mend_not_a_name (target->analysis,
                                           g_array_index (target->entities, guint32, i),
                                           one_form ? surface : NULL, &place));

  if (n > 1)
    label = g_strdup_printf (ngettext ("%u name is not a name", "%u names are not names", n), n);
  else
    /* Translators: an entry of the history; %s are words of an article */
    label = g_strdup_printf (_("“%s” is not a name"), surface);
  apply (self, namings, NULL, label);
}

/**
 * plx_mender_mark:
 * @self: a mender
 * @article: the article, by its place
 * @start: the first byte of the words in its text
 * @end: the byte after the last
 * @entity: (nullable): what is named; else what the words say
 * @kind: what it is, or -1 where that is left open
 *
 * Says that some words are a name which was not found, or found with other bounds.
 */
void
plx_mender_mark (PlxMender  *self,
                 guint       article,
                 guint       start,
                 guint       end,
                 const char *entity,
                 int         kind)
{
  PlxAnalysis *analysis = plx_session_get_analysis (self->session);
  g_autoptr (GPtrArray) namings = NULL;
  g_autofree char *surface = NULL;
  g_autofree char *label = NULL;
  PlxMendPlace place;

  g_return_if_fail (PLX_IS_MENDER (self));
  g_return_if_fail (analysis != NULL);

  plx_session_get_place (self->session, self->scope, article, PLX_NONE, &place);
  namings = plx_mend_missed (analysis, start, end, entity, kind, NULL, &place);
  surface = plx_analysis_dup_text (analysis, article, start, end);
  if (entity != NULL)
    /* Translators: an entry of the history; %1$s are words of an article, %2$s is a name */
    label = g_strdup_printf (_("Mark “%1$s” as %2$s"), surface, entity);
  else
    /* Translators: an entry of the history; %s are words of an article */
    label = g_strdup_printf (_("Mark “%s” as a name"), surface);
  apply (self, namings, entity != NULL ? entity : surface, label);
}

/**
 * plx_mender_treat:
 * @self: a mender
 * @surface: words
 * @entity: (nullable): what they name; else what they say
 * @kind: what it is, or -1 where that is left open
 *
 * Says how words are to be treated always, in every article and in those to come.
 */
void
plx_mender_treat (PlxMender  *self,
                  const char *surface,
                  const char *entity,
                  int         kind)
{
  g_autoptr (GPtrArray) namings = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (PLX_IS_MENDER (self));

  namings = plx_mend_always (surface, entity, kind, NULL);
  /* Translators: an entry of the history; %1$s are words of an article, %2$s is a name */
  label = g_strdup_printf (_("Always treat “%1$s” as %2$s"), surface,
                           entity != NULL ? entity : kind >= 0 ? plx_label_kind (kind) : surface);
  apply (self, namings, entity != NULL ? entity : surface, label);
}

/**
 * plx_mender_take_back:
 * @self: a mender
 * @namings: (element-type PlxNaming): what the user has said
 *
 * Forgets it.
 */
void
plx_mender_take_back (PlxMender *self,
                      GPtrArray *namings)
{
  const PlxNaming *first;
  g_autofree char *label = NULL;

  g_return_if_fail (PLX_IS_MENDER (self));
  g_return_if_fail (namings->len > 0);

  first = namings->pdata[0];
  if (namings->len > 1)
    label = g_strdup_printf (ngettext ("Take back %u change of names",
                                       "Take back %u changes of names", namings->len),
                             namings->len);
  else
    /* Translators: an entry of the history; %s are words of an article */
    label = g_strdup_printf (_("Take back what was said of “%s”"), first->surface);
  plx_session_name (self->session, NULL, namings, label);
}
