/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-entities"

#include "config.h"

#include "language/plx-language.h"

#include <string.h>

#include "countries/plx-countries.h"
#include "language/plx-forms.h"
#include "language/plx-person-names.h"

/* An entity while its mentions are counted. */
typedef struct
{
  PlxEntityRecord *record;
  GHashTable      *surfaces; /* name as written => count */
  guint            kinds[PLX_KIND_OTHER + 1];
  guint32          last_article;
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
  g_ptr_array_unref (self->votes);
  g_free (self);
}

static Entity *
entity_new (void)
{
  Entity *self = g_new0 (Entity, 1);

  self->record = plx_entity_record_new ();
  self->surfaces = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->last_article = PLX_NONE;
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
            guint32               article,
            guint                 rank)
{
  const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->surfaces, surface));

  g_hash_table_replace (self->surfaces, g_strdup (surface), GUINT_TO_POINTER (n + 1));
  self->kinds[mention->kind]++;
  self->record->n_mentions++;
  if (self->last_article != article)
    self->record->n_articles++;
  self->last_article = article;

  if (mention->country != NULL)
    entity_vote (self, mention->country, rank,
                 (PlxSentenceRef) { .article = article, .sentence = mention->sentence });
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

/* A person is called by the full name used most; anything else by its longest. A dateline's
 * name in capitals is a last resort. */
static const char *
choose_name (char    **names,
             PlxKind   kind)
{
  const char *best = names[0];

  for (guint i = 1; names[i] != NULL; i++)
    {
      const gboolean is_fuller = kind == PLX_KIND_PERSON
                                   ? count_words (best) < 2 && count_words (names[i]) >= 2
                                   : strlen (names[i]) > strlen (best) ||
                                       (strlen (names[i]) == strlen (best) &&
                                        is_all_capitals (best) && !is_all_capitals (names[i]));

      if (is_fuller)
        best = names[i];
    }

  return best;
}

/* The name in our tables, but only if somebody uses it: where all say "G20", so do we. */
static const char *
choose_known_name (char               **names,
                   const PlxKnownName  *known)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_ascii_strcasecmp (names[i], known->name) == 0)
        return known->name;
    }

  return choose_name (names, known->kind);
}

static PlxKind
choose_kind (const Entity *self)
{
  PlxKind best = PLX_KIND_OTHER;

  /* Anything else goes before "other"; between equals the order of the kinds decides. */
  for (guint i = 0; i < PLX_KIND_OTHER; i++)
    {
      if (self->kinds[i] > 0 && (best == PLX_KIND_OTHER || self->kinds[i] > self->kinds[best]))
        best = i;
    }

  return best;
}

static const Vote *
choose_vote (const Entity *self)
{
  const Vote *best = NULL;

  for (guint i = 0; i < self->votes->len; i++)
    {
      const Vote *vote = g_ptr_array_index (self->votes, i);

      if (best == NULL || vote->n > best->n ||
          (vote->n == best->n && strcmp (vote->country, best->country) < 0))
        best = vote;
    }

  return best;
}

static void
entity_settle (Entity            *self,
               const PlxNameForm *form)
{
  const Vote *vote = choose_vote (self);

  entity_set_names (self);
  if (form->code != NULL)
    {
      self->record->kind = PLX_KIND_COUNTRY;
      self->record->name = g_strdup (plx_country_lookup (form->code)->name);
      self->record->country = form->code;
    }
  else if (form->known != NULL)
    {
      self->record->kind = form->known->kind;
      self->record->name = g_strdup (choose_known_name (self->record->names, form->known));
      self->record->country = form->known->country;
    }
  else
    {
      self->record->kind = form->is_person ? PLX_KIND_PERSON : choose_kind (self);
      self->record->name = g_strdup (choose_name (self->record->names, self->record->kind));
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

static gboolean
is_candidate (PlxNameForms      *forms,
              const PlxNameForm *form,
              guint32            root)
{
  for (guint i = 0; i < form->fuller->len; i++)
    {
      if (plx_name_forms_get_root (forms, g_array_index (form->fuller, guint32, i)) == root)
        return TRUE;
    }

  return FALSE;
}

/* Whom a short name means that several people bear: the one named last before it, else the
 * one named next, else the one of whom most is said. */
static guint32
find_bearer (PlxNameForms      *forms,
             const GArray      *of_mentions,
             guint              at,
             const PlxNameForm *form,
             const guint       *counts)
{
  guint32 best;

  for (guint i = at; i > 0; i--)
    {
      const guint32 root =
        plx_name_forms_get_root (forms, g_array_index (of_mentions, guint32, i - 1));

      if (is_candidate (forms, form, root))
        return root;
    }

  for (guint i = at + 1; i < of_mentions->len; i++)
    {
      const guint32 root = plx_name_forms_get_root (forms, g_array_index (of_mentions, guint32, i));

      if (is_candidate (forms, form, root))
        return root;
    }

  best = plx_name_forms_get_root (forms, g_array_index (form->fuller, guint32, 0));
  for (guint i = 1; i < form->fuller->len; i++)
    {
      const guint32 other =
        plx_name_forms_get_root (forms, g_array_index (form->fuller, guint32, i));

      if (counts[other] > counts[best])
        best = other;
    }

  return best;
}

static guint *
count_mentions (PlxNameForms *forms)
{
  guint *counts = g_new0 (guint, forms->forms->len);

  for (guint i = 0; i < forms->of_mentions->len; i++)
    {
      const GArray *of_mentions = g_ptr_array_index (forms->of_mentions, i);

      for (guint j = 0; j < of_mentions->len; j++)
        counts[plx_name_forms_get_root (forms, g_array_index (of_mentions, guint32, j))]++;
    }

  return counts;
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
  g_autoptr (GArray) ranks = rank_articles (annotations);
  g_autofree guint *counts = count_mentions (forms);

  for (guint rank = 0; rank < ranks->len; rank++)
    {
      const guint32 article = g_array_index (ranks, guint32, rank);
      PlxAnnotation *annotation = g_ptr_array_index (annotations, article);
      const GArray *of_mentions = g_ptr_array_index (forms->of_mentions, article);

      for (guint i = 0; i < of_mentions->len; i++)
        {
          PlxMentionSpan *mention = &g_array_index (annotation->mentions, PlxMentionSpan, i);
          const guint32 index = g_array_index (of_mentions, guint32, i);
          PlxNameForm *form = plx_name_forms_get (forms, index);
          const guint32 root = form->fuller != NULL
                                 ? find_bearer (forms, of_mentions, i, form, counts)
                                 : plx_name_forms_get_root (forms, index);

          if (entities[root] == NULL)
            entities[root] = entity_new ();
          entity_add (entities[root], mention, form->name, article, rank);
          mention->entity = root;
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

  forms = plx_name_forms_new (annotations);
  plx_name_forms_relate (forms, annotations);

  entities = g_new0 (Entity *, forms->forms->len + 1);
  chosen = choose_forms (forms);
  gather (forms, annotations, entities);

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
