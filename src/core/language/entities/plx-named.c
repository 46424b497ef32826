/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-named"

#include "config.h"

#include "language/entities/plx-named.h"

#include <string.h>

#include "countries/plx-countries.h"

/* An entity of which the user speaks. */
typedef struct
{
  char          *key;
  guint32        place;
  const PlxSaid *named;    /* nullable: what calls it so; the last that does */
  GHashTable    *surfaces; /* folded words that are said to name it */
  GHashTable    *counts;   /* form => how many of its mentions have come here */
} Slot;

/* What leads from a root to a slot. */
typedef struct
{
  Slot        *slot;
  PlxNameForm *form;      /* of which it was said */
  guint32      article;   /* the only one in which it was, or PLX_NONE */
  gboolean     is_called; /* it was not said, but the engine calls it so, too */
} Tie;

/* What was said of the mentions of a form. */
typedef struct
{
  char          *surface;  /* folded */
  guint          n;
  guint          n_named;  /* of how many an entity */
  guint          n_bare;   /* of how many a kind or country, but no entity */
  GArray        *ties;     /* nullable; Tie, by what was said of more than single mentions */
  const PlxSaid *bare;     /* of the bare; NULL where it differs */
} FormUse;

/* What was said of an entity besides its name; the last decides. */
typedef struct
{
  const PlxSaid *kind;
  const PlxSaid *country;
} Override;

struct _PlxNamed
{
  PlxNamings   *namings;     /* nullable */
  PlxNameForms *forms;
  GPtrArray    *annotations;
  GPtrArray    *names;       /* nullable; by root */
  GHashTable   *slots;       /* key => Slot */
  GPtrArray    *by_place;    /* Slot, behind the forms */
  FormUse      *uses;        /* by form */
  GHashTable   *ties;        /* root => GArray of Tie */
  Override     *overrides;   /* by place */
};

static void
slot_free (gpointer data)
{
  Slot *slot = data;

  g_free (slot->key);
  g_hash_table_unref (slot->surfaces);
  g_hash_table_unref (slot->counts);
  g_free (slot);
}

static Slot *
ensure_slot (PlxNamed   *self,
             const char *key)
{
  Slot *slot = g_hash_table_lookup (self->slots, key);

  if (slot == NULL)
    {
      slot = g_new0 (Slot, 1);
      slot->key = g_strdup (key);
      slot->surfaces = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      slot->counts = g_hash_table_new (NULL, NULL);
      g_hash_table_insert (self->slots, slot->key, slot);
    }

  return slot;
}

static guint32
get_form_index (PlxNamed *self,
                guint32   article,
                guint     mention)
{
  return g_array_index ((GArray *) g_ptr_array_index (self->forms->of_mentions, article), guint32,
                        mention);
}

static const PlxSaid *
get_said (PlxNamed *self,
          guint32   article,
          guint     mention)
{
  const PlxAnnotation *annotation = g_ptr_array_index (self->annotations, article);
  const guint said = g_array_index (annotation->mentions, PlxMentionSpan, mention).said;

  return self->namings != NULL && said != 0 ? plx_namings_get_said (self->namings, said) : NULL;
}

static gboolean
is_bare (const PlxSaid *said)
{
  return said != NULL && said->key == NULL && (said->has_kind || said->has_country);
}

static gboolean
say_the_same (const PlxSaid *a,
              const PlxSaid *b)
{
  return a->has_kind == b->has_kind && (!a->has_kind || a->kind == b->kind) &&
         a->has_country == b->has_country && a->country == b->country;
}

/* What is said of single mentions leads nobody else. */
static void
note_tie (FormUse       *use,
          Slot          *slot,
          const PlxSaid *said,
          guint32        article)
{
  const Tie tie = { .slot = slot,
                    .article = said->reach == PLX_SCOPE_ARTICLE ? article : PLX_NONE };

  if (said->reach == PLX_SCOPE_MENTION)
    return;

  if (use->ties == NULL)
    use->ties = g_array_new (FALSE, FALSE, sizeof (Tie));
  for (guint i = 0; i < use->ties->len; i++)
    if (g_array_index (use->ties, Tie, i).slot == slot &&
        g_array_index (use->ties, Tie, i).article == tie.article)
      return;

  g_array_append_val (use->ties, tie);
}

static void
use_form (PlxNamed      *self,
          FormUse       *use,
          const PlxSaid *said,
          guint32        article)
{
  use->n++;
  if (said != NULL && said->key != NULL)
    {
      Slot *slot = ensure_slot (self, said->key);

      use->n_named++;
      note_tie (use, slot, said, article);
      g_hash_table_add (slot->surfaces, g_strdup (use->surface));
      if (slot->named == NULL || slot->named->rank < said->rank)
        slot->named = said;
    }
  else if (is_bare (said))
    {
      if (use->n_bare == 0)
        use->bare = said;
      else if (use->bare != NULL && !say_the_same (use->bare, said))
        use->bare = NULL;
      use->n_bare++;
    }
}

/* A kind that was said of some mentions of a form only makes them another thing. */
static gboolean
is_apart (const FormUse *use,
          const PlxSaid *said)
{
  return is_bare (said) && (use->bare == NULL || use->n_bare < use->n);
}

static char *
make_apart_key (const FormUse *use,
                const PlxSaid *said)
{
  return g_strdup_printf ("\001%s\t%d\t%s", use->surface, said->has_kind ? (int) said->kind : -1,
                          said->has_country ? (said->country != NULL ? said->country : "none")
                                            : "");
}

static Slot *
find_own_slot (PlxNamed      *self,
               const FormUse *use,
               const PlxSaid *said)
{
  g_autofree char *key = NULL;

  if (said == NULL)
    return NULL;
  if (said->key != NULL)
    return g_hash_table_lookup (self->slots, said->key);
  if (!is_apart (use, said))
    return NULL;

  key = make_apart_key (use, said);

  return ensure_slot (self, key);
}

static int
compare_slots (gconstpointer a,
               gconstpointer b)
{
  return strcmp ((*(Slot *const *) a)->key, (*(Slot *const *) b)->key);
}

static void
collect (PlxNamed *self)
{
  for (guint32 i = 0; i < self->forms->forms->len; i++)
    self->uses[i].surface = plx_naming_fold (plx_name_forms_get (self->forms, i)->name);

  for (guint32 i = 0; i < self->annotations->len; i++)
    {
      const GArray *mentions = g_ptr_array_index (self->forms->of_mentions, i);

      for (guint j = 0; j < mentions->len; j++)
        use_form (self, &self->uses[get_form_index (self, i, j)], get_said (self, i, j), i);
    }

  for (guint32 i = 0; i < self->annotations->len; i++)
    {
      const GArray *mentions = g_ptr_array_index (self->forms->of_mentions, i);

      for (guint j = 0; j < mentions->len; j++)
        find_own_slot (self, &self->uses[get_form_index (self, i, j)], get_said (self, i, j));
    }
}

/* By their keys, so that nothing depends on the order of the articles. */
static void
place_slots (PlxNamed *self)
{
  GHashTableIter iter;
  gpointer slot;

  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, NULL, &slot))
    g_ptr_array_add (self->by_place, slot);
  g_ptr_array_sort (self->by_place, compare_slots);

  for (guint i = 0; i < self->by_place->len; i++)
    ((Slot *) g_ptr_array_index (self->by_place, i))->place = self->forms->forms->len + i;
}

static void
add_tie (PlxNamed *self,
         guint32   form,
         Tie       tie)
{
  const gpointer root = GUINT_TO_POINTER (plx_name_forms_get_root (self->forms, form));
  GArray *ties = g_hash_table_lookup (self->ties, root);

  if (ties == NULL)
    {
      ties = g_array_new (FALSE, FALSE, sizeof (Tie));
      g_hash_table_insert (self->ties, root, ties);
    }

  tie.form = plx_name_forms_get (self->forms, form);
  g_array_append_val (ties, tie);
}

static gboolean
is_of_slot (const FormUse *use,
            Slot          *slot)
{
  return g_hash_table_contains (slot->surfaces, use->surface);
}

/* Whether some mention of what is one with a form has words of the slot and is not said to be of
 * it: then the user tells the two apart. */
static gboolean
is_told_apart (PlxNamed *self,
               guint32   form,
               Slot     *slot)
{
  const guint32 root = plx_name_forms_get_root (self->forms, form);

  for (guint32 i = 0; i < self->forms->forms->len; i++)
    if (self->uses[i].n_named < self->uses[i].n && is_of_slot (&self->uses[i], slot) &&
        plx_name_forms_get_root (self->forms, i) == root)
      return TRUE;

  return FALSE;
}

static Slot *
find_called (PlxNamed   *self,
             const char *name)
{
  g_autofree char *key = plx_namings_make_key (name);

  return g_hash_table_lookup (self->slots, key);
}

/* What the engine calls by the very name that the user gives to others is what the user means. */
static void
tie_called (PlxNamed   *self,
            guint32     form,
            const char *name)
{
  Slot *slot = find_called (self, name);

  if (slot != NULL && !is_told_apart (self, form, slot))
    add_tie (self, form, (Tie) { .slot = slot, .article = PLX_NONE, .is_called = TRUE });
}

static void
tie_form (PlxNamed *self,
          guint32   form)
{
  const FormUse *use = &self->uses[form];
  const PlxNameForm *known = plx_name_forms_get (self->forms, form);

  for (guint i = 0; use->ties != NULL && i < use->ties->len; i++)
    add_tie (self, form, g_array_index (use->ties, Tie, i));
  if (use->n_named == use->n)
    return;

  tie_called (self, form, known->name);
  if (known->code != NULL)
    tie_called (self, form, plx_country_lookup (known->code)->name);
  if (known->known != NULL)
    tie_called (self, form, known->known->name);
}

/* The user has given a name that the engine gives, too: what has it is the same thing. */
static void
tie_root (PlxNamed   *self,
          guint32     root,
          const char *name)
{
  Slot *slot = find_called (self, name);

  if (slot != NULL)
    add_tie (self, root, (Tie) { .slot = slot, .article = PLX_NONE, .is_called = TRUE });
}

/**
 * plx_named_new:
 * @namings: (nullable): what the user has said
 * @forms: all forms, related
 * @annotations: (element-type PlxAnnotation): the articles; @namings was applied to them
 * @names: (nullable) (element-type utf8): what the engine would call what has each form as its
 *   root; `NULL` where nothing has
 *
 * Returns: (transfer full): the entities of which the user speaks; it must not outlive @namings
 *   and @forms
 */
PlxNamed *
plx_named_new (PlxNamings   *namings,
               PlxNameForms *forms,
               GPtrArray    *annotations,
               GPtrArray    *names)
{
  PlxNamed *self = g_new0 (PlxNamed, 1);

  self->namings = namings;
  self->forms = forms;
  self->annotations = g_ptr_array_ref (annotations);
  self->names = names != NULL ? g_ptr_array_ref (names) : NULL;
  self->slots = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, slot_free);
  self->by_place = g_ptr_array_new ();
  self->uses = g_new0 (FormUse, forms->forms->len + 1);
  self->ties = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);

  if (namings != NULL)
    {
      collect (self);
      place_slots (self);
      for (guint32 i = 0; i < forms->forms->len; i++)
        {
          tie_form (self, i);
          if (names != NULL && g_ptr_array_index (names, i) != NULL)
            tie_root (self, i, g_ptr_array_index (names, i));
        }
    }
  self->overrides = g_new0 (Override, plx_named_get_n (self) + 1);

  return self;
}

void
plx_named_free (PlxNamed *self)
{
  for (guint32 i = 0; i < self->forms->forms->len; i++)
    {
      g_free (self->uses[i].surface);
      g_clear_pointer (&self->uses[i].ties, g_array_unref);
    }
  g_free (self->uses);
  g_free (self->overrides);
  g_hash_table_unref (self->ties);
  g_ptr_array_unref (self->by_place);
  g_hash_table_unref (self->slots);
  g_ptr_array_unref (self->annotations);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_free (self);
}

/**
 * plx_named_get_n:
 * @self: the entities of which the user speaks
 *
 * Returns: how many places for entities there are, with one for each form
 */
guint32
plx_named_get_n (PlxNamed *self)
{
  return self->forms->forms->len + self->by_place->len;
}

static guint
count_shared_words (const PlxNameForm *a,
                    const PlxNameForm *b)
{
  guint n = 0;

  for (guint i = 0; a->words[i] != NULL; i++)
    n += g_strv_contains ((const char *const *) b->words, a->words[i]);

  return n;
}

/* What is called so goes before what was said in the article, that before what was said of more,
 * and among equals those that share the most words. */
static guint
weigh_tie (const Tie         *tie,
           const PlxNameForm *form)
{
  if (tie->is_called)
    return G_MAXUINT;

  return count_shared_words (form, tie->form) + (tie->article != PLX_NONE ? G_MAXUINT / 2 : 0);
}

/* Where a mention goes of which the user has said nothing: with those with which it is one. */
static Slot *
follow (PlxNamed *self,
        guint32   article,
        guint32   index,
        guint32   root)
{
  const GArray *ties = g_hash_table_lookup (self->ties, GUINT_TO_POINTER (root));
  Slot *best = NULL;
  guint most = 0;

  for (guint i = 0; ties != NULL && i < ties->len; i++)
    {
      const Tie *tie = &g_array_index (ties, Tie, i);
      const guint n = weigh_tie (tie, plx_name_forms_get (self->forms, index));

      if (tie->article != PLX_NONE && tie->article != article)
        continue;

      if (best == NULL || n > most || (n == most && tie->slot->place < best->place))
        {
          best = tie->slot;
          most = n;
        }
    }

  return best;
}

static void
override (Override      *self,
          const PlxSaid *said)
{
  if (said == NULL)
    return;

  if (said->has_kind && (self->kind == NULL || self->kind->rank < said->rank))
    self->kind = said;
  if (said->has_country && (self->country == NULL || self->country->rank < said->rank))
    self->country = said;
}

/**
 * plx_named_place:
 * @self: (nullable): the entities of which the user speaks
 * @article: an article's place
 * @mention: a mention's place in it
 * @root: the form that stands for what the engine takes it for
 *
 * Returns: the place of the mention's entity: @root, or one behind those of all forms
 */
guint32
plx_named_place (PlxNamed *self,
                 guint32   article,
                 guint     mention,
                 guint32   root)
{
  const PlxSaid *said;
  guint32 form, place = root;
  Slot *slot;

  if (self == NULL || self->namings == NULL)
    return root;

  form = get_form_index (self, article, mention);
  said = get_said (self, article, mention);

  slot = find_own_slot (self, &self->uses[form], said);
  if (slot == NULL)
    slot = follow (self, article, form, root);

  if (slot != NULL)
    {
      const gpointer key = GUINT_TO_POINTER (form);
      const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (slot->counts, key));

      place = slot->place;
      g_hash_table_insert (slot->counts, key, GUINT_TO_POINTER (n + 1));
    }
  override (&self->overrides[place], said);

  return place;
}

static gboolean
is_called (const PlxNameForm *form,
           const char        *key)
{
  g_autofree char *name = plx_namings_make_key (form->name);
  g_autofree char *country = NULL;
  g_autofree char *known = NULL;

  if (form->code != NULL)
    country = plx_namings_make_key (plx_country_lookup (form->code)->name);
  if (form->known != NULL)
    known = plx_namings_make_key (form->known->name);

  return g_str_equal (name, key) || g_strcmp0 (country, key) == 0 || g_strcmp0 (known, key) == 0;
}

/**
 * plx_named_get_form:
 * @self: the entities of which the user speaks, once all mentions have their places
 * @place: the place of an entity
 * @form: (nullable): the form that tells most of it, where @place is a form's
 *
 * Returns: the form that tells most of it: one that is called as it is, else the most used
 */
PlxNameForm *
plx_named_get_form (PlxNamed    *self,
                    guint32      place,
                    PlxNameForm *form)
{
  const guint32 n_forms = self->forms->forms->len;
  const Slot *slot;
  guint best = 0;

  if (place < n_forms)
    return form;

  slot = g_ptr_array_index (self->by_place, place - n_forms);
  for (guint32 i = 0; i < n_forms; i++)
    {
      const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (slot->counts, GUINT_TO_POINTER (i)));
      PlxNameForm *other = plx_name_forms_get (self->forms, i);
      const guint weight = n == 0 ? 0 : is_called (other, slot->key) ? G_MAXUINT : n;

      if (weight > best)
        {
          best = weight;
          form = other;
        }
    }

  return form;
}

/**
 * plx_named_settle:
 * @self: the entities of which the user speaks
 * @place: the place of an entity
 * @record: what the engine makes of it
 *
 * Puts what the user has said in the place of what the engine has found.
 */
void
plx_named_settle (PlxNamed        *self,
                  guint32          place,
                  PlxEntityRecord *record)
{
  const guint32 n_forms = self->forms->forms->len;
  const Override *said = &self->overrides[place];
  const Slot *slot = place < n_forms ? NULL : g_ptr_array_index (self->by_place, place - n_forms);
  const PlxSentenceRef none = { PLX_NONE, PLX_NONE };

  if (slot != NULL && slot->named != NULL)
    {
      g_set_str (&record->name, slot->named->entity);
      record->is_named_by_user = TRUE;
    }

  /* What is left of a thing of which part was named keeps its name. */
  if (slot == NULL && self->names != NULL)
    g_set_str (&record->name, g_ptr_array_index (self->names, place));

  if (said->kind != NULL)
    {
      /* The country that it is not is not one to which it belongs. */
      if (record->kind == PLX_KIND_COUNTRY && said->kind->kind != PLX_KIND_COUNTRY)
        record->country = NULL;
      record->kind = said->kind->kind;
      record->kind_by_user = TRUE;
    }

  if (said->country != NULL)
    {
      record->country = said->country->country;
      record->country_from = none;
      record->country_by_user = TRUE;
    }
  else if (record->kind_by_user && record->kind == PLX_KIND_COUNTRY && record->country == NULL)
    {
      record->country = plx_country_match_name (record->name, -1, NULL, NULL);
      record->country_from = none;
    }
}
