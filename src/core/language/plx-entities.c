/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-entities"

#include "config.h"

#include "language/plx-language.h"

#include <string.h>

#include "countries/plx-countries.h"
#include "language/plx-bearers.h"
#include "language/plx-forms.h"
#include "language/plx-name-countries.h"
#include "language/plx-senses.h"
#include "language/plx-titles.h"

/* An entity while its mentions are counted. */
typedef struct
{
  PlxEntityRecord *record;
  GHashTable      *surfaces; /* name as written => count */
  guint            kinds[PLX_KIND_OTHER + 1];
  GHashTable      *articles; /* in which it is named, by their places */
  GPtrArray       *votes;    /* Vote */
  guint            place;    /* in the result */
} Entity;

/* What the sentences say about the country of an entity. */
typedef struct
{
  const char     *country;
  guint           n;
  guint           rank;
  PlxSentenceRef  first;
} Vote;

static void
entity_free (gpointer data)
{
  Entity *self = data;

  g_clear_pointer (&self->record, plx_entity_record_free);
  g_hash_table_unref (self->surfaces);
  g_hash_table_unref (self->articles);
  g_ptr_array_unref (self->votes);
  g_free (self);
}

static Entity *
entity_new (void)
{
  Entity *self = g_new0 (Entity, 1);

  self->record = plx_entity_record_new ();
  self->surfaces = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->articles = g_hash_table_new (NULL, NULL);
  self->votes = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/* The first sentence is kept by the rank of its article, which does not depend on their order. */
static void
entity_vote (Entity         *self,
             const char     *country,
             guint           rank,
             PlxSentenceRef  ref)
{
  Vote *vote = NULL;

  for (guint i = 0; i < self->votes->len && vote == NULL; i++)
    {
      Vote *other = g_ptr_array_index (self->votes, i);

      if (other->country == country)
        vote = other;
    }

  if (vote == NULL)
    {
      vote = g_new0 (Vote, 1);
      vote->country = country;
      vote->rank = rank;
      vote->first = ref;
      g_ptr_array_add (self->votes, vote);
    }

  vote->n++;
  if (rank < vote->rank)
    {
      vote->rank = rank;
      vote->first = ref;
    }
}

static void
entity_add (Entity               *self,
            const PlxMentionSpan *mention,
            const char           *surface,
            guint32               article)
{
  const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->surfaces, surface));

  g_hash_table_replace (self->surfaces, g_strdup (surface), GUINT_TO_POINTER (n + 1));
  self->kinds[mention->kind]++;
  self->record->n_mentions++;
  g_hash_table_add (self->articles, GUINT_TO_POINTER (article));
}

typedef struct
{
  const char *name;
  guint       n;
} Surface;

static int
compare_surfaces (gconstpointer a,
                  gconstpointer b)
{
  const Surface *first = a;
  const Surface *second = b;

  if (first->n != second->n)
    return first->n > second->n ? -1 : 1;

  return strcmp (first->name, second->name);
}

static void
entity_set_names (Entity *self)
{
  g_autoptr (GArray) surfaces = g_array_new (FALSE, FALSE, sizeof (Surface));
  GHashTableIter iter;
  gpointer name, n;

  g_hash_table_iter_init (&iter, self->surfaces);
  while (g_hash_table_iter_next (&iter, &name, &n))
    {
      const Surface surface = { name, GPOINTER_TO_UINT (n) };

      g_array_append_val (surfaces, surface);
    }

  g_array_sort (surfaces, compare_surfaces);
  self->record->names = g_new0 (char *, surfaces->len + 1);
  for (guint i = 0; i < surfaces->len; i++)
    self->record->names[i] = g_strdup (g_array_index (surfaces, Surface, i).name);
}

static guint
count_words (const char *name)
{
  guint n = 1;

  for (; *name != '\0'; name++)
    n += *name == ' ';

  return n;
}

static gboolean
is_all_capitals (const char *name)
{
  for (; *name != '\0'; name = g_utf8_next_char (name))
    {
      if (g_unichar_islower (g_utf8_get_char (name)))
        return FALSE;
    }

  return TRUE;
}

/* Whether a name that is used less than another is a better one to be called by. */
static gboolean
is_fuller (char    **names,
           guint     best,
           guint     i,
           PlxKind   kind)
{
  const gsize n = strlen (names[best]);
  const gsize m = strlen (names[i]);

  if (kind == PLX_KIND_PERSON)
    return count_words (names[best]) < 2 && count_words (names[i]) >= 2;

  return m > n || (m == n && is_all_capitals (names[best]) && !is_all_capitals (names[i]));
}

/* A dateline's "OSLO" is "Oslo". */
static char *
dup_without_capitals (const char *name,
                      PlxKind     kind)
{
  GString *mixed;
  gboolean is_inside = FALSE;

  if ((kind != PLX_KIND_PERSON && kind != PLX_KIND_PLACE) || strlen (name) < 5 ||
      !is_all_capitals (name) || strchr (name, '.') != NULL)
    return g_strdup (name);

  mixed = g_string_new (NULL);
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      g_string_append_unichar (mixed, is_inside ? g_unichar_tolower (c) : c);
      is_inside = g_unichar_isalpha (c);
    }

  return g_string_free (mixed, FALSE);
}

/* A person is called by the full name used most; anything else by its longest. A dateline's
 * name in capitals is a last resort. */
static char *
choose_name (char    **names,
             PlxKind   kind)
{
  guint best = 0;

  for (guint i = 1; names[i] != NULL; i++)
    {
      if (is_fuller (names, best, i, kind))
        best = i;
    }

  return dup_without_capitals (names[best], kind);
}

/* The name in our tables, but only if somebody uses it: where all say "G20", so do we. */
static char *
choose_known_name (char               **names,
                   const PlxKnownName  *known)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_ascii_strcasecmp (names[i], known->name) == 0)
        return g_strdup (known->name);
    }

  return choose_name (names, known->kind);
}

static PlxKind
choose_kind (const Entity *self)
{
  PlxKind best = PLX_KIND_OTHER;

  /* Anything else goes before "other"; between equals the order of the kinds decides. What
   * names no country is no country. */
  for (guint i = 0; i < PLX_KIND_OTHER; i++)
    {
      if (i != PLX_KIND_COUNTRY && self->kinds[i] > 0 &&
          (best == PLX_KIND_OTHER || self->kinds[i] > self->kinds[best]))
        best = i;
    }

  return best;
}

/* What most sentences say; where as many say something else, nothing is known. */
static const Vote *
choose_vote (const Entity *self)
{
  const Vote *best = NULL;
  gboolean is_tie = FALSE;

  for (guint i = 0; i < self->votes->len; i++)
    {
      const Vote *vote = g_ptr_array_index (self->votes, i);

      if (best == NULL || vote->n > best->n)
        {
          best = vote;
          is_tie = FALSE;
        }
      else if (vote->n == best->n)
        {
          is_tie = TRUE;
        }
    }

  return is_tie ? NULL : best;
}

static PlxKind
entity_judge_kind (const Entity      *self,
                   const PlxNameForm *form)
{
  if (form->code != NULL)
    return PLX_KIND_COUNTRY;
  if (form->known != NULL)
    return form->known->kind;

  if (form->is_person)
    return PLX_KIND_PERSON;

  /* It was found out that what looked like somebody is not. */
  return choose_kind (self) == PLX_KIND_PERSON ? PLX_KIND_ORGANIZATION : choose_kind (self);
}

static void
entity_settle (Entity            *self,
               const PlxNameForm *form)
{
  const Vote *vote = choose_vote (self);

  entity_set_names (self);
  self->record->n_articles = g_hash_table_size (self->articles);
  self->record->kind = entity_judge_kind (self, form);
  if (form->code != NULL)
    {
      self->record->name = g_strdup (plx_country_lookup (form->code)->name);
      self->record->country = form->code;
    }
  else if (form->known != NULL)
    {
      self->record->name = choose_known_name (self->record->names, form->known);
      self->record->country = form->known->country;
    }
  else
    {
      self->record->name = choose_name (self->record->names, self->record->kind);
      if (vote != NULL)
        {
          self->record->country = vote->country;
          self->record->country_from = vote->first;
        }
    }
}

static int
compare_entities (gconstpointer a,
                  gconstpointer b)
{
  const PlxEntityRecord *first = (*(Entity *const *) a)->record;
  const PlxEntityRecord *second = (*(Entity *const *) b)->record;
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

/* Gives each mention the entity of its form; `entity` is its root for the time being. */
static void
gather (PlxNameForms  *forms,
        GPtrArray     *annotations,
        Entity       **entities)
{
  g_autoptr (PlxBearers) bearers = plx_bearers_new (forms, annotations);

  for (guint32 article = 0; article < annotations->len; article++)
    {
      PlxAnnotation *annotation = g_ptr_array_index (annotations, article);
      const GArray *of_mentions = g_ptr_array_index (forms->of_mentions, article);

      for (guint i = 0; i < of_mentions->len; i++)
        {
          PlxMentionSpan *mention = &g_array_index (annotation->mentions, PlxMentionSpan, i);
          const guint32 index = g_array_index (of_mentions, guint32, i);
          const PlxNameForm *form = plx_name_forms_get (forms, index);
          const guint32 root = form->fuller != NULL ? plx_bearers_find (bearers, article, i)
                                                    : plx_name_forms_get_root (forms, index);

          if (entities[root] == NULL)
            entities[root] = entity_new ();
          entity_add (entities[root], mention, form->name, article);
          mention->entity = root;
        }
    }
}

/* The kind of an entity is that of most of its mentions, and then that of all. */
static void
settle_kinds (GPtrArray    *annotations,
              Entity      **entities,
              PlxNameForm **chosen)
{
  for (guint i = 0; i < annotations->len; i++)
    {
      PlxAnnotation *annotation = g_ptr_array_index (annotations, i);

      for (guint j = 0; j < annotation->mentions->len; j++)
        {
          PlxMentionSpan *mention = &g_array_index (annotation->mentions, PlxMentionSpan, j);

          mention->kind = entity_judge_kind (entities[mention->entity], chosen[mention->entity]);
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
                   Entity    **entities)
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
            entity_vote (entities[mention->entity], mention->country, rank,
                         (PlxSentenceRef) { .article = article, .sentence = mention->sentence });
        }
    }
}

/* The titles that stand for people count as mentions of them. */
static void
gather_titles (GPtrArray  *annotations,
               Entity    **entities)
{
  plx_titles_find (annotations);

  for (guint32 i = 0; i < annotations->len; i++)
    {
      const PlxAnnotation *annotation = g_ptr_array_index (annotations, i);

      for (guint j = 0; j < annotation->mentions->len; j++)
        {
          const PlxMentionSpan *mention = &g_array_index (annotation->mentions, PlxMentionSpan, j);

          if (mention->form == PLX_FORM_TITLE)
            {
              entities[mention->entity]->record->n_mentions++;
              g_hash_table_add (entities[mention->entity]->articles, GUINT_TO_POINTER (i));
            }
        }
    }
}

static void
settle_mentions (GPtrArray  *annotations,
                 Entity    **entities)
{
  for (guint i = 0; i < annotations->len; i++)
    {
      PlxAnnotation *annotation = g_ptr_array_index (annotations, i);

      for (guint j = 0; j < annotation->mentions->len; j++)
        {
          PlxMentionSpan *mention = &g_array_index (annotation->mentions, PlxMentionSpan, j);
          const Entity *entity = entities[mention->entity];

          mention->entity = entity->place;
          mention->kind = entity->record->kind;
          mention->country = entity->record->country;
        }
    }
}

/**
 * plx_language_resolve:
 * @annotations: (element-type PlxAnnotation): the articles
 *
 * Finds which mentions name one thing, within and across the articles, and sets their
 * entity, kind and country.
 *
 * The order of the articles makes no difference to what is found.
 *
 * Returns: (transfer full) (element-type PlxEntityRecord): the entities, most mentioned first
 */
GPtrArray *
plx_language_resolve (GPtrArray *annotations)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_entity_record_free);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new_with_free_func (entity_free);
  g_autoptr (PlxNameForms) forms = NULL;
  g_autofree Entity **entities = NULL;
  g_autofree PlxNameForm **chosen = NULL;

  g_return_val_if_fail (annotations != NULL, NULL);

  plx_titles_clear (annotations);
  plx_senses_settle (annotations);
  forms = plx_name_forms_new (annotations);
  plx_name_forms_relate (forms, annotations);

  entities = g_new0 (Entity *, forms->forms->len + 1);
  chosen = choose_forms (forms);
  gather (forms, annotations, entities);
  settle_kinds (annotations, entities, chosen);
  vote_on_countries (annotations, entities);
  gather_titles (annotations, entities);

  for (guint32 i = 0; i < forms->forms->len; i++)
    {
      if (entities[i] == NULL)
        continue;

      entity_settle (entities[i], chosen[i]);
      g_ptr_array_add (sorted, entities[i]);
    }

  g_ptr_array_sort (sorted, compare_entities);
  for (guint i = 0; i < sorted->len; i++)
    ((Entity *) g_ptr_array_index (sorted, i))->place = i;

  settle_mentions (annotations, entities);
  for (guint i = 0; i < sorted->len; i++)
    {
      Entity *entity = g_ptr_array_index (sorted, i);

      g_ptr_array_add (records, g_steal_pointer (&entity->record));
    }

  return records;
}
