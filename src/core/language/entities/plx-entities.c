/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-entities"

#include "config.h"

#include "language/plx-language.h"

#include <string.h>

#include "language/entities/plx-bearers.h"
#include "language/entities/plx-forms.h"
#include "language/entities/plx-name-countries.h"
#include "language/entities/plx-named.h"
#include "language/entities/plx-senses.h"
#include "language/entities/plx-tally.h"
#include "language/entities/plx-titles.h"

static int
compare_entities (gconstpointer a,
                  gconstpointer b)
{
  const PlxEntityRecord *first = (*(PlxTally *const *) a)->record;
  const PlxEntityRecord *second = (*(PlxTally *const *) b)->record;
  int order;

  if (first->n_mentions != second->n_mentions)
    return first->n_mentions > second->n_mentions ? -1 : 1;

  order = strcmp (first->name, second->name);
  if (order == 0)
    order = (int) first->kind - (int) second->kind;
  if (order == 0)
    order = g_strcmp0 (first->country, second->country);
  if (order == 0)
    order = strcmp (first->names[0], second->names[0]);

  return order;
}

/* Articles by what they say, so that nothing depends on the order in which they came. */
static int
compare_articles (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  const GPtrArray *annotations = user_data;
  const PlxAnnotation *first = g_ptr_array_index (annotations, *(const guint32 *) a);
  const PlxAnnotation *second = g_ptr_array_index (annotations, *(const guint32 *) b);

  return strcmp (first->document->text->str, second->document->text->str);
}

static GArray *
rank_articles (GPtrArray *annotations)
{
  GArray *ranks = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < annotations->len; i++)
    g_array_append_val (ranks, i);
  g_array_sort_with_data (ranks, compare_articles, annotations);

  return ranks;
}

/* The form of a group that tells most about what it names. */
static PlxNameForm **
choose_forms (PlxNameForms *forms)
{
  PlxNameForm **chosen = g_new0 (PlxNameForm *, forms->forms->len);

  for (guint32 i = 0; i < forms->forms->len; i++)
    {
      PlxNameForm *form = plx_name_forms_get (forms, i);
      PlxNameForm **best = &chosen[plx_name_forms_get_root (forms, i)];

      if (*best == NULL || ((*best)->code == NULL && form->code != NULL) ||
          ((*best)->code == NULL && (*best)->known == NULL && form->known != NULL))
        *best = form;
    }

  return chosen;
}

/* Gives each mention the root of its form, for the time being; whom a short name means is told by
 * those before it. */
static void
find_roots (PlxNameForms *forms,
            GPtrArray    *annotations)
{
  g_autoptr (PlxBearers) bearers = plx_bearers_new (forms, annotations);

  for (guint32 article = 0; article < annotations->len; article++)
    {
      PlxAnnotation *annotation = g_ptr_array_index (annotations, article);
      const GArray *of_mentions = g_ptr_array_index (forms->of_mentions, article);

      for (guint i = 0; i < of_mentions->len; i++)
        {
          const guint32 index = g_array_index (of_mentions, guint32, i);
          const PlxNameForm *form = plx_name_forms_get (forms, index);

          g_array_index (annotation->mentions, PlxMentionSpan, i).entity =
            form->fuller != NULL ? plx_bearers_find (bearers, article, i)
                                 : plx_name_forms_get_root (forms, index);
        }
    }
}

/* Gives each mention the entity of its root, or the one that the user says; `entity` is its place
 * among these for the time being. */
static void
gather (PlxNameForms  *forms,
        PlxNamed      *named,
        GPtrArray     *annotations,
        PlxTally     **entities)
{
  for (guint32 article = 0; article < annotations->len; article++)
    {
      PlxAnnotation *annotation = g_ptr_array_index (annotations, article);
      const GArray *of_mentions = g_ptr_array_index (forms->of_mentions, article);

      for (guint i = 0; i < of_mentions->len; i++)
        {
          PlxMentionSpan *mention = &g_array_index (annotation->mentions, PlxMentionSpan, i);
          const PlxNameForm *form =
            plx_name_forms_get (forms, g_array_index (of_mentions, guint32, i));
          const guint32 place = plx_named_place (named, article, i, mention->entity);

          if (entities[place] == NULL)
            entities[place] = plx_tally_new ();
          plx_tally_add (entities[place], mention, form->name, article);
          mention->entity = place;
        }
    }
}

/* The kind of an entity is that of most of its mentions, and then that of all. */
static void
settle_kinds (GPtrArray    *annotations,
              PlxTally    **entities,
              PlxNameForm **chosen)
{
  for (guint i = 0; i < annotations->len; i++)
    {
      PlxAnnotation *annotation = g_ptr_array_index (annotations, i);

      for (guint j = 0; j < annotation->mentions->len; j++)
        {
          PlxMentionSpan *mention = &g_array_index (annotation->mentions, PlxMentionSpan, j);

          mention->kind = plx_tally_judge_kind (entities[mention->entity], chosen[mention->entity]);
          if (chosen[mention->entity]->known != NULL)
            mention->country = chosen[mention->entity]->known->country;
          else if (mention->kind == PLX_KIND_PERSON || mention->kind == PLX_KIND_ORGANIZATION)
            mention->country = NULL;
        }
    }
}

/* What the sentences of an English article tell of the country of its names. */
static void
find_countries (PlxAnnotation *annotation)
{
  PlxMentionSpan *mentions = (PlxMentionSpan *) annotation->mentions->data;
  const guint n = annotation->mentions->len;

  for (guint first = 0, end; first < n; first = end)
    {
      const PlxSentenceSpan *sentence =
        &g_array_index (annotation->sentences, PlxSentenceSpan, mentions[first].sentence);

      for (end = first; end < n && mentions[end].sentence == mentions[first].sentence;)
        end++;

      if (plx_name_countries_may_tell (mentions + first, end - first))
        {
          g_autoptr (PlxPhrase) phrase =
            plx_phrase_new (annotation->document->text->str, sentence->start, sentence->end,
                            mentions + first, end - first);

          plx_name_countries_find (phrase);
        }
    }
}

static void
vote_on_countries (GPtrArray  *annotations,
                   PlxTally  **entities)
{
  g_autoptr (GArray) ranks = rank_articles (annotations);

  for (guint rank = 0; rank < ranks->len; rank++)
    {
      const guint32 article = g_array_index (ranks, guint32, rank);
      PlxAnnotation *annotation = g_ptr_array_index (annotations, article);

      if (plx_language_is_full (annotation->document->fields[PLX_FIELD_LANGUAGE]))
        find_countries (annotation);

      for (guint i = 0; i < annotation->mentions->len; i++)
        {
          const PlxMentionSpan *mention = &g_array_index (annotation->mentions, PlxMentionSpan, i);

          if (mention->country != NULL)
            plx_tally_vote (entities[mention->entity], mention->country, rank,
                            (PlxSentenceRef) { .article = article, .sentence = mention->sentence });
        }
    }
}

/* The titles that stand for people count as mentions of them. */
static void
gather_titles (GPtrArray  *annotations,
               PlxTally  **entities)
{
  plx_titles_find (annotations);

  for (guint32 i = 0; i < annotations->len; i++)
    {
      const PlxAnnotation *annotation = g_ptr_array_index (annotations, i);

      for (guint j = 0; j < annotation->mentions->len; j++)
        {
          const PlxMentionSpan *mention = &g_array_index (annotation->mentions, PlxMentionSpan, j);

          if (mention->form == PLX_FORM_TITLE)
            plx_tally_add_title (entities[mention->entity], i);
        }
    }
}

static void
settle_mentions (GPtrArray  *annotations,
                 PlxTally  **entities)
{
  for (guint i = 0; i < annotations->len; i++)
    {
      PlxAnnotation *annotation = g_ptr_array_index (annotations, i);

      for (guint j = 0; j < annotation->mentions->len; j++)
        {
          PlxMentionSpan *mention = &g_array_index (annotation->mentions, PlxMentionSpan, j);
          const PlxTally *entity = entities[mention->entity];

          mention->entity = entity->place;
          mention->kind = entity->record->kind;
          mention->country = entity->record->country;
        }
    }
}

/* All entities, most mentioned first; each then knows its place among them. */
static GPtrArray *
sort_entities (PlxNamed      *named,
               PlxTally     **entities,
               PlxNameForm  **chosen)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func (plx_tally_free);

  for (guint32 i = 0; i < plx_named_get_n (named); i++)
    {
      if (entities[i] == NULL)
        continue;

      plx_tally_settle (entities[i], chosen[i]);
      plx_named_settle (named, i, entities[i]->record);
      g_ptr_array_add (sorted, entities[i]);
    }

  g_ptr_array_sort (sorted, compare_entities);
  for (guint i = 0; i < sorted->len; i++)
    ((PlxTally *) g_ptr_array_index (sorted, i))->place = i;

  return sorted;
}

/* What each root would be called if the user had said nothing. */
static GPtrArray *
name_roots (PlxNameForms *forms,
            GPtrArray    *annotations)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autofree PlxTally **entities = g_new0 (PlxTally *, forms->forms->len + 1);
  g_autofree PlxNameForm **chosen = choose_forms (forms);

  gather (forms, NULL, annotations, entities);
  for (guint32 i = 0; i < forms->forms->len; i++)
    {
      if (entities[i] != NULL)
        plx_tally_settle (entities[i], chosen[i]);
      g_ptr_array_add (names, entities[i] != NULL ? g_strdup (entities[i]->record->name) : NULL);
      g_clear_pointer (&entities[i], plx_tally_free);
    }

  return names;
}

/* The forms that tell most, and those of the entities of which the user speaks behind them. */
static PlxNameForm **
choose_named_forms (PlxNameForms *forms,
                    PlxNamed     *named)
{
  g_autofree PlxNameForm **of_roots = choose_forms (forms);
  PlxNameForm **chosen = g_new0 (PlxNameForm *, plx_named_get_n (named) + 1);

  for (guint32 i = 0; i < plx_named_get_n (named); i++)
    chosen[i] = plx_named_get_form (named, i, i < forms->forms->len ? of_roots[i] : NULL);

  return chosen;
}

/**
 * plx_language_resolve_named:
 * @annotations: (element-type PlxAnnotation): the articles
 * @namings: (nullable): what the user has said of their names; it was applied to each
 *
 * Finds which mentions name one thing, within and across the articles, and sets their
 * entity, kind and country.
 *
 * The order of the articles makes no difference to what is found.
 *
 * Returns: (transfer full) (element-type PlxEntityRecord): the entities, most mentioned first
 */
GPtrArray *
plx_language_resolve_named (GPtrArray  *annotations,
                            PlxNamings *namings)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_entity_record_free);
  g_autoptr (GPtrArray) sorted = NULL;
  g_autoptr (PlxNameForms) forms = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (PlxNamed) named = NULL;
  g_autofree PlxTally **entities = NULL;
  g_autofree PlxNameForm **chosen = NULL;

  g_return_val_if_fail (annotations != NULL, NULL);

  /* Gather: what names there are, and what each means where it stands. */
  plx_titles_clear (annotations);
  plx_senses_settle (annotations);
  forms = plx_name_forms_new (annotations);

  /* Relate: which of them name one thing. */
  plx_name_forms_relate (forms, annotations);
  find_roots (forms, annotations);
  names = namings != NULL ? name_roots (forms, annotations) : NULL;
  named = plx_named_new (namings, forms, annotations, names);
  entities = g_new0 (PlxTally *, plx_named_get_n (named) + 1);
  gather (forms, named, annotations, entities);
  chosen = choose_named_forms (forms, named);

  /* Settle: what each thing is, and to which country it belongs. */
  settle_kinds (annotations, entities, chosen);
  vote_on_countries (annotations, entities);
  gather_titles (annotations, entities);

  sorted = sort_entities (named, entities, chosen);
  settle_mentions (annotations, entities);
  for (guint i = 0; i < sorted->len; i++)
    {
      PlxTally *entity = g_ptr_array_index (sorted, i);

      g_ptr_array_add (records, g_steal_pointer (&entity->record));
    }

  return records;
}

/**
 * plx_language_resolve:
 * @annotations: (element-type PlxAnnotation): the articles
 *
 * The same where the user has said nothing.
 *
 * Returns: (transfer full) (element-type PlxEntityRecord): the entities, most mentioned first
 */
GPtrArray *
plx_language_resolve (GPtrArray *annotations)
{
  return plx_language_resolve_named (annotations, NULL);
}
