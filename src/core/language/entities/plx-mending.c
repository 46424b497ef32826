/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-mending"

#include "config.h"

#include "language/entities/plx-mending.h"

#include <string.h>

#include "language/entities/plx-mend-saying.h"
#include "language/entities/plx-namings.h"

static GPtrArray *
namings_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) plx_naming_free);
}

/**
 * plx_mend_rename:
 * @analysis: what was found
 * @entity: an entity of it
 * @name: what it is to be called
 * @place: where
 *
 * Returns: (transfer full) (element-type PlxNaming): what has to be remembered
 */
GPtrArray *
plx_mend_rename (PlxAnalysis        *analysis,
                 guint               entity,
                 const char         *name,
                 const PlxMendPlace *place)
{
  GPtrArray *namings = namings_new ();
  const PlxNaming say = { .is_name = TRUE, .entity = (char *) name };

  g_return_val_if_fail (entity < analysis->entities->len, namings);

  plx_mend_say_of_all (namings, analysis, entity, NULL, NULL, place, &say);

  return namings;
}

/**
 * plx_mend_merge:
 * @analysis: what was found
 * @entities: (array length=n_entities): entities of it; @into may be among them
 * @n_entities: how many
 * @into: the entity that they all are
 * @place: where
 *
 * Returns: (transfer full) (element-type PlxNaming): what has to be remembered
 */
GPtrArray *
plx_mend_merge (PlxAnalysis        *analysis,
                const guint32      *entities,
                guint               n_entities,
                guint               into,
                const PlxMendPlace *place)
{
  GPtrArray *namings = namings_new ();
  PlxNaming say = { .is_name = TRUE };

  g_return_val_if_fail (into < analysis->entities->len, namings);

  say.entity = plx_analysis_get_entity (analysis, into)->name;
  for (guint i = 0; i < n_entities; i++)
    if (entities[i] != into)
      plx_mend_say_of_all (namings, analysis, entities[i], NULL, NULL, place, &say);

  return namings;
}

/* What an entity is called without a name that goes to another: by the longest that is left. */
static char *
choose_rest (const PlxEntityRecord *record,
             const char            *name)
{
  g_autofree char *taken = plx_namings_make_key (name);
  g_autofree char *its = plx_namings_make_key (record->name);
  const char *best = NULL;

  if (!g_str_equal (its, taken))
    return g_strdup (record->name);

  for (guint i = 0; record->names[i] != NULL; i++)
    {
      g_autofree char *key = plx_namings_make_key (record->names[i]);

      if (!g_str_equal (key, taken) && (best == NULL || strlen (record->names[i]) > strlen (best)))
        best = record->names[i];
    }

  return g_strdup (best);
}

/**
 * plx_mend_split:
 * @analysis: what was found
 * @entity: an entity of it
 * @surface: the words, among its names, that name another
 * @name: (nullable): what that is called; @surface where nothing else is said
 * @place: where
 *
 * Takes words off an entity. What is left of it is remembered, too, so that the engine does not
 * find the two to be one again.
 *
 * Returns: (transfer full) (element-type PlxNaming): what has to be remembered
 */
GPtrArray *
plx_mend_split (PlxAnalysis        *analysis,
                guint               entity,
                const char         *surface,
                const char         *name,
                const PlxMendPlace *place)
{
  GPtrArray *namings = namings_new ();
  g_autofree char *called = g_strdup (name != NULL ? name : surface);
  g_autofree char *rest = NULL;
  PlxNaming say = { .is_name = TRUE };

  g_return_val_if_fail (entity < analysis->entities->len, namings);

  say.entity = called;
  plx_mend_say_of_all (namings, analysis, entity, surface, NULL, place, &say);

  rest = choose_rest (plx_analysis_get_entity (analysis, entity), called);
  say.entity = rest;
  if (rest != NULL)
    plx_mend_say_of_all (namings, analysis, entity, NULL, surface, place, &say);

  return namings;
}

static gboolean
is_called (PlxAnalysis *analysis,
           guint        except,
           const char  *name)
{
  g_autofree char *key = plx_namings_make_key (name);

  for (guint i = 0; i < analysis->entities->len; i++)
    {
      g_autofree char *other = plx_namings_make_key (plx_analysis_get_entity (analysis, i)->name);

      if (i != except && g_str_equal (other, key))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_all_in_place (PlxAnalysis        *analysis,
                 guint               entity,
                 const PlxMendPlace *place)
{
  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    {
      const GArray *mentions = plx_analysis_get_annotation (analysis, i)->mentions;

      for (guint j = 0; j < mentions->len; j++)
        if (plx_mend_get_mention (analysis, i, j)->entity == entity &&
            (!plx_mend_is_in_place (place, i) ||
             (place->scope == PLX_SCOPE_MENTION && place->mention != j)))
          return FALSE;
    }

  return TRUE;
}

/* A kind or country is said together with the name, so that forms stay together that the engine
 * ties by their kind; but not where another thing is called the same. Where it is not said of all
 * mentions it makes another thing of some, which needs a name of its own. */
static char *
make_own_name (PlxAnalysis        *analysis,
               guint               entity,
               const PlxMendPlace *place)
{
  const char *name = plx_analysis_get_entity (analysis, entity)->name;
  guint n = 2;

  if (is_all_in_place (analysis, entity, place))
    return is_called (analysis, entity, name) ? NULL : g_strdup (name);

  while (TRUE)
    {
      g_autofree char *numbered = g_strdup_printf ("%s (%u)", name, n++);

      if (!is_called (analysis, PLX_NONE, numbered))
        return g_steal_pointer (&numbered);
    }
}

/**
 * plx_mend_retype:
 * @analysis: what was found
 * @entity: an entity of it
 * @kind: what it is
 * @place: where
 *
 * Says what an entity is. Where that is not so of all its mentions, those of which it is are
 * another thing, with a number behind its name.
 *
 * Returns: (transfer full) (element-type PlxNaming): what has to be remembered
 */
GPtrArray *
plx_mend_retype (PlxAnalysis        *analysis,
                 guint               entity,
                 PlxKind             kind,
                 const PlxMendPlace *place)
{
  GPtrArray *namings = namings_new ();
  PlxNaming say = { .is_name = TRUE, .has_kind = TRUE, .kind = kind };
  g_autofree char *own = NULL;

  g_return_val_if_fail (entity < analysis->entities->len, namings);

  say.entity = own = make_own_name (analysis, entity, place);
  plx_mend_say_of_all (namings, analysis, entity, NULL, NULL, place, &say);

  return namings;
}

/**
 * plx_mend_set_country:
 * @analysis: what was found
 * @entity: an entity of it
 * @country: ISO 3166-1 alpha-3 code of its country, or "" for none
 * @place: where
 *
 * Says of which country an entity is. Where that is not so of all its mentions, those of which it
 * is are another thing, with a number behind its name.
 *
 * Returns: (transfer full) (element-type PlxNaming): what has to be remembered
 */
GPtrArray *
plx_mend_set_country (PlxAnalysis        *analysis,
                      guint               entity,
                      const char         *country,
                      const PlxMendPlace *place)
{
  GPtrArray *namings = namings_new ();
  PlxNaming say = { .is_name = TRUE, .country = (char *) country };
  g_autofree char *own = NULL;

  g_return_val_if_fail (entity < analysis->entities->len, namings);
  g_return_val_if_fail (country != NULL, namings);

  say.entity = own = make_own_name (analysis, entity, place);
  plx_mend_say_of_all (namings, analysis, entity, NULL, NULL, place, &say);

  return namings;
}

/**
 * plx_mend_not_a_name:
 * @analysis: what was found
 * @entity: an entity of it
 * @surface: (nullable): which of its names is none, or `NULL` for all of them
 * @place: where
 *
 * Returns: (transfer full) (element-type PlxNaming): what has to be remembered
 */
GPtrArray *
plx_mend_not_a_name (PlxAnalysis        *analysis,
                     guint               entity,
                     const char         *surface,
                     const PlxMendPlace *place)
{
  GPtrArray *namings = namings_new ();
  const PlxNaming say = { .is_name = FALSE };

  g_return_val_if_fail (entity < analysis->entities->len, namings);

  plx_mend_say_of_all (namings, analysis, entity, surface, NULL, place, &say);

  return namings;
}

static void
take_wishes (PlxNaming  *say,
             const char *entity,
             int         kind,
             const char *country)
{
  say->is_name = TRUE;
  say->entity = (char *) entity;
  say->has_kind = kind >= 0;
  say->kind = kind >= 0 ? (PlxKind) kind : PLX_KIND_OTHER;
  say->country = (char *) country;
}

/* Only what has sentences has names. */
static gboolean
is_in_sentence (PlxAnalysis *analysis,
                guint        article,
                guint        start,
                guint        end)
{
  const GArray *sentences = plx_analysis_get_annotation (analysis, article)->sentences;

  for (guint i = 0; i < sentences->len; i++)
    {
      const PlxSentenceSpan *sentence = &g_array_index (sentences, PlxSentenceSpan, i);

      if (sentence->start <= start && end <= sentence->end)
        return TRUE;
    }

  return FALSE;
}

/**
 * plx_mend_missed:
 * @analysis: what was found
 * @start: the first byte of the words in the text of the article of @place
 * @end: the byte after their last
 * @entity: (nullable): what they name
 * @kind: what that is, or -1
 * @country: (nullable): ISO 3166-1 alpha-3 code of its country, or "" for none
 * @place: where; its mention is not looked at
 *
 * Marks a name that was missed, whatever the engine takes these words for part of. Where the scope
 * is wider than a mention, the same words are names there, too.
 *
 * Returns: (transfer full) (element-type PlxNaming): what has to be remembered; empty where there
 *   are no words, or they are not in one sentence
 */
GPtrArray *
plx_mend_missed (PlxAnalysis        *analysis,
                 guint               start,
                 guint               end,
                 const char         *entity,
                 int                 kind,
                 const char         *country,
                 const PlxMendPlace *place)
{
  GPtrArray *namings = namings_new ();
  const char *text = plx_analysis_get_document (analysis, place->article)->text->str;
  g_autofree char *surface = NULL;
  PlxNaming here = { .is_name = TRUE };
  PlxNaming say = { 0 };

  while (start < end && g_unichar_isspace (g_utf8_get_char (text + start)))
    start = g_utf8_next_char (text + start) - text;
  while (start < end && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (text + end))))
    end = g_utf8_prev_char (text + end) - text;
  if (start >= end || !is_in_sentence (analysis, place->article, start, end))
    return namings;

  take_wishes (&say, entity, kind, country);
  surface = plx_analysis_dup_text (analysis, place->article, start, end);

  /* Of the stretch it is only said that it is a name; what it names is said for all, so that it
   * can be said otherwise for all. */
  plx_mend_say_of_stretch (namings, analysis, place->article, start, end, place,
                           place->scope == PLX_SCOPE_MENTION ? &say : &here);
  if (place->scope != PLX_SCOPE_MENTION)
    plx_mend_say_of_words (namings, place->scope, place->article, surface, place, &say);

  return namings;
}

/**
 * plx_mend_always:
 * @surface: words
 * @entity: (nullable): what they name
 * @kind: what that is, or -1
 * @country: (nullable): ISO 3166-1 alpha-3 code of its country, or "" for none
 *
 * Returns: (transfer full) (element-type PlxNaming): what has to be remembered so that the words
 *   are always treated so
 */
GPtrArray *
plx_mend_always (const char *surface,
                 const char *entity,
                 int         kind,
                 const char *country)
{
  GPtrArray *namings = namings_new ();
  const PlxMendPlace place = { .scope = PLX_SCOPE_LIBRARY };
  PlxNaming say = { 0 };

  take_wishes (&say, entity, kind, country);
  plx_mend_say_of_words (namings, PLX_SCOPE_LIBRARY, 0, surface, &place, &say);

  return namings;
}

static gboolean
bears_on (const PlxNaming    *naming,
          PlxAnalysis        *analysis,
          const PlxMendPlace *place)
{
  if (naming->scope > place->scope)
    return FALSE;
  if (naming->scope == PLX_SCOPE_LIBRARY)
    return TRUE;
  if (naming->scope == PLX_SCOPE_STORY)
    return naming->story == place->story;

  for (guint i = 0; i < plx_analysis_get_n_articles (analysis); i++)
    if (plx_mend_is_in_place (place, i) && naming->article == place->articles[i])
      return TRUE;

  return FALSE;
}

/**
 * plx_mend_find:
 * @namings: (element-type PlxNaming): what the user has said
 * @analysis: what was found
 * @entity: an entity of it
 * @place: where
 *
 * Finds what was said of an entity in a place and not beyond it.
 *
 * Returns: (transfer full) (element-type PlxNaming): what has to be forgotten so that it is as it
 *   was found there
 */
GPtrArray *
plx_mend_find (GPtrArray          *namings,
               PlxAnalysis        *analysis,
               guint               entity,
               const PlxMendPlace *place)
{
  GPtrArray *found = namings_new ();
  g_autoptr (GHashTable) uses = plx_mend_collect_uses (analysis, entity, place);
  g_autofree char *key = NULL;

  g_return_val_if_fail (entity < analysis->entities->len, found);

  key = plx_namings_make_key (plx_analysis_get_entity (analysis, entity)->name);
  for (guint i = 0; i < namings->len; i++)
    {
      const PlxNaming *naming = g_ptr_array_index (namings, i);
      g_autofree char *surface = plx_naming_fold (naming->surface);
      g_autofree char *its = naming->entity != NULL ? plx_namings_make_key (naming->entity) : NULL;
      const PlxWordUse *use = g_hash_table_lookup (uses, surface);

      if (!bears_on (naming, analysis, place) ||
          (place->scope == PLX_SCOPE_MENTION &&
           naming->start != plx_mend_get_mention (analysis, place->article, place->mention)->start))
        continue;

      if ((use != NULL && use->is_its) || g_strcmp0 (its, key) == 0)
        g_ptr_array_add (found, plx_naming_copy (naming));
    }

  return found;
}
