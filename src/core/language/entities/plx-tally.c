/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-tally"

#include "config.h"

#include "language/entities/plx-tally.h"

#include <string.h>

#include "countries/plx-countries.h"

/* What the sentences say about the country of an entity. */
typedef struct
{
  const char     *country;
  guint           n;
  guint           rank;
  PlxSentenceRef  first;
} Vote;

void
plx_tally_free (gpointer data)
{
  PlxTally *self = data;

  g_clear_pointer (&self->record, plx_entity_record_free);
  g_hash_table_unref (self->surfaces);
  g_hash_table_unref (self->articles);
  g_ptr_array_unref (self->votes);
  g_free (self);
}

PlxTally *
plx_tally_new (void)
{
  PlxTally *self = g_new0 (PlxTally, 1);

  self->record = plx_entity_record_new ();
  self->surfaces = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->articles = g_hash_table_new (NULL, NULL);
  self->votes = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * plx_tally_vote:
 * @self: an entity
 * @country: static code of a country
 * @rank: the rank of the article, which does not depend on the order of the articles
 * @ref: the sentence
 *
 * Notes that a sentence says that the entity belongs to a country. Of all that say so the first is
 * kept, by the rank of its article.
 */
void
plx_tally_vote (PlxTally       *self,
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

/**
 * plx_tally_add:
 * @self: an entity
 * @mention: a mention of it
 * @surface: how it is written
 * @article: the place of its article
 *
 * Counts a mention.
 */
void
plx_tally_add (PlxTally             *self,
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

/**
 * plx_tally_add_title:
 * @self: an entity
 * @article: the article in which a title stands for it
 *
 * Counts a title, which is a mention and no name.
 */
void
plx_tally_add_title (PlxTally *self,
                     guint32   article)
{
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
set_names (PlxTally *self)
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
choose_kind (const PlxTally *self)
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
choose_vote (const PlxTally *self)
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

/**
 * plx_tally_judge_kind:
 * @self: an entity
 * @form: the form of its name that tells most of it
 *
 * Returns: what it is, by our tables or else by what most of its mentions were found to be
 */
PlxKind
plx_tally_judge_kind (const PlxTally    *self,
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

/**
 * plx_tally_settle:
 * @self: an entity
 * @form: the form of its name that tells most of it
 *
 * Fills the record when all has been counted.
 */
void
plx_tally_settle (PlxTally          *self,
                  const PlxNameForm *form)
{
  const Vote *vote = choose_vote (self);

  set_names (self);
  self->record->n_articles = g_hash_table_size (self->articles);
  self->record->kind = plx_tally_judge_kind (self, form);
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
