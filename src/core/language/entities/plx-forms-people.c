/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-forms-people"

#include "config.h"

#include "language/entities/plx-forms.h"

#include <string.h>

#include "language/entities/plx-person-names.h"

/* So many people of one name are no help to anybody, and compared they would take minutes. */
#define MOST_BEARERS 400

/* The people found so far, by the consonants of each word of their names. */
typedef struct
{
  PlxNameForms *forms;
  GHashTable   *by_bones; /* consonants of a word => GArray of guint32 */
} People;

static gboolean
is_full_person (const PlxNameForm *form)
{
  return form->is_person && form->words[0] != NULL && form->words[1] != NULL;
}

static const char *const *
get_words (PlxNameForms *self,
           guint32       form)
{
  return (const char *const *) plx_name_forms_get (self, form)->words;
}

static void
add_to (GHashTable *table,
        char       *key,
        guint32     form)
{
  GArray *list = g_hash_table_lookup (table, key);

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_hash_table_insert (table, key, list);
    }
  else
    {
      g_free (key);
    }

  if (list->len < MOST_BEARERS &&
      (list->len == 0 || g_array_index (list, guint32, list->len - 1) != form))
    g_array_append_val (list, form);
}

static GHashTable *
new_index (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
}

static void
append_once (GArray  *list,
             guint32  value)
{
  for (guint i = 0; i < list->len; i++)
    {
      if (g_array_index (list, guint32, i) == value)
        return;
    }

  g_array_append_val (list, value);
}

static char *
dup_bones (const char *word)
{
  char bones[PLX_SPELLING_LONGEST + 1];

  plx_spelling_make_skeleton (word, bones);

  return g_strdup (bones);
}

/* Two names in one article that are only a little alike are two people. */
static gboolean
may_be_one (PlxNameForms *self,
            guint32       a,
            guint32       b)
{
  const PlxAlike alike = plx_person_name_compare (get_words (self, a), get_words (self, b));

  return alike == PLX_ALIKE_SAME ||
         (alike == PLX_ALIKE_MAYBE && !plx_name_forms_share (self, a, b));
}

static GArray *
find_people (People  *people,
             guint32  form)
{
  GArray *roots = g_array_new (FALSE, FALSE, sizeof (guint32));
  const char *const *words = get_words (people->forms, form);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *bones = dup_bones (words[i]);
      const GArray *others = g_hash_table_lookup (people->by_bones, bones);

      for (guint j = 0; others != NULL && j < others->len; j++)
        {
          const guint32 other = g_array_index (others, guint32, j);

          if (may_be_one (people->forms, form, other))
            append_once (roots, plx_name_forms_get_root (people->forms, other));
        }
    }

  return roots;
}

static int
compare_fullness (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  PlxNameForms *self = user_data;
  const guint32 first = *(const guint32 *) a;
  const guint32 second = *(const guint32 *) b;
  const guint n = g_strv_length (plx_name_forms_get (self, first)->words);
  const guint m = g_strv_length (plx_name_forms_get (self, second)->words);

  if (n != m)
    return n > m ? -1 : 1;

  return first < second ? -1 : first > second;
}

static GArray *
list_full_names (PlxNameForms *self)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < self->forms->len; i++)
    {
      const PlxNameForm *form = plx_name_forms_get (self, i);

      if (is_full_person (form) && !form->is_foreign)
        g_array_append_val (list, i);
    }
  g_array_sort_with_data (list, compare_fullness, self);

  return list;
}

/* The fullest names first: a name that may be that of two people, both of whom have fuller ones,
 * is short for either. */
static void
unite_variants (PlxNameForms *self)
{
  g_autoptr (GHashTable) by_bones = new_index ();
  g_autoptr (GArray) names = list_full_names (self);
  People people = { self, by_bones };

  for (guint i = 0; i < names->len; i++)
    {
      const guint32 index = g_array_index (names, guint32, i);
      PlxNameForm *form = plx_name_forms_get (self, index);
      g_autoptr (GArray) roots = find_people (&people, index);

      if (roots->len == 1)
        plx_name_forms_unite (self, index, g_array_index (roots, guint32, 0));
      else if (roots->len > 1)
        form->fuller = g_steal_pointer (&roots);

      for (guint j = 0; form->fuller == NULL && form->words[j] != NULL; j++)
        add_to (by_bones, dup_bones (form->words[j]), index);
    }
}

/* All full names by each of their words, and by the halves of double ones. */
static GHashTable *
index_full_names (PlxNameForms *self)
{
  GHashTable *by_word = new_index ();

  for (guint32 i = 0; i < self->forms->len; i++)
    {
      const PlxNameForm *form = plx_name_forms_get (self, i);

      if (!is_full_person (form) || form->fuller != NULL)
        continue;

      for (guint j = 0; form->words[j] != NULL; j++)
        {
          g_auto (GStrv) halves = g_strsplit (form->words[j], "-", 3);

          add_to (by_word, plx_person_name_make_key (form->words[j]), i);
          for (guint k = 0; halves[k] != NULL && halves[1] != NULL; k++)
            add_to (by_word, plx_person_name_make_key (halves[k]), i);
        }
    }

  return by_word;
}

static const GArray *
find_bearers (GHashTable *by_word,
              char      **words)
{
  const guint n = g_strv_length (words);
  g_autofree char *key = plx_person_name_make_key (n > 0 ? words[n - 1] : "");

  return g_hash_table_lookup (by_word, key);
}

/* Whether any word says that the name is no person's: "Lake Roe", "Roe Bank". */
static gboolean
has_cue (const PlxNameForm *form)
{
  for (guint i = plx_name_forms_count_titles (form); form->words[i] != NULL; i++)
    {
      if (plx_gazetteer_get_cues (form->words[i]) & ~(PLX_CUE_PARTICLE | PLX_CUE_GIVEN_MONTH))
        return TRUE;
    }

  return FALSE;
}

/* A word that English texts hardly know is nothing else's name by chance. */
static gboolean
is_rare (const char *word)
{
  PlxWordUse use;

  return !plx_gazetteer_get_use (word, &use);
}

/* "Una Roe", where the article speaks of Ian Roe: of the same family. */
static gboolean
is_relative (const char *const *words,
             const char *const *full)
{
  const guint n = g_strv_length ((char **) words);
  const guint m = g_strv_length ((char **) full);

  return n == 2 && m >= 2 && g_str_equal (words[1], full[m - 1]);
}

/* Whether a name that was taken for a place or a body is that of somebody, whom its article calls
 * so in full. A full name in another spelling is the same wherever it stands. */
static gboolean
is_of_person (PlxNameForms *self,
              guint32       form,
              guint32       full)
{
  const PlxNameForm *name = plx_name_forms_get (self, form);
  const char *const *words =
    (const char *const *) name->words + plx_name_forms_count_titles (name);
  const PlxAlike alike = plx_person_name_compare (words, get_words (self, full));
  const gboolean is_near = plx_name_forms_share (self, form, full);

  if (is_near && is_relative (words, get_words (self, full)) && !has_cue (name))
    return TRUE;

  return alike == PLX_ALIKE_SAME || (alike == PLX_ALIKE_MAYBE && !is_near) ||
         ((is_near || is_rare (words[0])) &&
          plx_person_name_is_short (words, get_words (self, full)) >= PLX_SHORT_NAME_GIVEN);
}

/* A name that was taken for a place or a body, where the same article names somebody so: by the
 * last word of the name, or by the first, which is the family's in China. */
static void
find_persons (PlxNameForms *self,
              GHashTable   *by_word)
{
  for (guint32 i = 0; i < self->forms->len; i++)
    {
      PlxNameForm *form = plx_name_forms_get (self, i);
      const GArray *bearers = find_bearers (by_word, form->words);

      if (form->is_person || form->is_place || form->code != NULL || form->known != NULL)
        continue;

      for (guint j = 0; bearers != NULL && j < bearers->len && !form->is_person; j++)
        {
          const guint32 full = g_array_index (bearers, guint32, j);

          if (!is_of_person (self, i, full))
            continue;

          plx_name_forms_set_person (form);
          if (plx_person_name_compare (get_words (self, i), get_words (self, full)) !=
              PLX_ALIKE_NOT)
            plx_name_forms_unite (self, i, full);
        }
    }
}

/* "Roe Agenda" in a headline: a last word that is written small nearly always, and in nobody's
 * name. */
static gboolean
ends_in_common_word (const PlxNameForm *form)
{
  PlxWordUse use;

  return plx_gazetteer_get_use (form->words[g_strv_length (form->words) - 1], &use) &&
         use.small >= 8 && use.person <= 1;
}

static PlxShortName
judge_short (PlxNameForms *self,
             guint32       form,
             guint32       full)
{
  const PlxNameForm *part = plx_name_forms_get (self, form);
  PlxShortName way;

  if (part->has_initials && part->words[0] != NULL && part->words[1] != NULL)
    return plx_person_name_is_initials (get_words (self, form), get_words (self, full))
             ? PLX_SHORT_NAME_FAMILY
             : PLX_SHORT_NAME_NONE;

  way = plx_person_name_is_short (get_words (self, form), get_words (self, full));

  return way == PLX_SHORT_NAME_GIVEN && ends_in_common_word (plx_name_forms_get (self, full))
           ? PLX_SHORT_NAME_NONE
           : way;
}

/* The people for whom a name may be short; those whose family name it is, before those
 * who are called so by their first. */
static GArray *
find_fuller (PlxNameForms *self,
             GHashTable   *by_word,
             guint32       form)
{
  GArray *fuller = g_array_new (FALSE, FALSE, sizeof (guint32));
  const GArray *bearers = find_bearers (by_word, plx_name_forms_get (self, form)->words);
  PlxShortName best = PLX_SHORT_NAME_INNER;

  for (guint i = 0; bearers != NULL && i < bearers->len; i++)
    {
      const guint32 index = g_array_index (bearers, guint32, i);
      const PlxShortName way = index == form ? PLX_SHORT_NAME_NONE
                                             : judge_short (self, form, index);

      if (way < best)
        continue;
      if (way > best)
        g_array_set_size (fuller, 0);

      best = way;
      append_once (fuller, plx_name_forms_get_root (self, index));
    }

  return fuller;
}

/* What is called so in its own article goes before namesakes elsewhere. */
static void
keep_those_nearby (PlxNameForms *self,
                   GHashTable   *by_word,
                   guint32       form,
                   GArray       *fuller)
{
  const GArray *bearers = find_bearers (by_word, plx_name_forms_get (self, form)->words);
  const GArray *articles = plx_name_forms_get (self, form)->articles;
  g_autoptr (GArray) nearby = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (articles->len > 1)
    return;

  for (guint i = 0; i < bearers->len; i++)
    {
      const guint32 index = g_array_index (bearers, guint32, i);
      const guint32 root = plx_name_forms_get_root (self, index);

      for (guint j = 0; j < fuller->len && plx_name_forms_share (self, form, index); j++)
        {
          if (g_array_index (fuller, guint32, j) == root)
            append_once (nearby, root);
        }
    }

  if (nearby->len > 0)
    {
      g_array_set_size (fuller, 0);
      g_array_append_vals (fuller, nearby->data, nearby->len);
    }
}

static void
relate_short_names (PlxNameForms *self,
                    GHashTable   *by_word,
                    gboolean      with_initials)
{
  for (guint32 i = 0; i < self->forms->len; i++)
    {
      PlxNameForm *form = plx_name_forms_get (self, i);
      const gboolean is_initials = form->has_initials && is_full_person (form);
      g_autoptr (GArray) fuller = NULL;

      if (!form->is_person || form->fuller != NULL || is_initials != with_initials)
        continue;

      fuller = find_fuller (self, by_word, i);
      if (fuller->len > 1)
        keep_those_nearby (self, by_word, i, fuller);
      if (fuller->len > 1)
        form->fuller = g_steal_pointer (&fuller);
      else if (fuller->len == 1)
        plx_name_forms_unite (self, i, g_array_index (fuller, guint32, 0));
    }
}

static gboolean
may_be_somebody (const PlxNameForm *form)
{
  const guint n = g_strv_length (form->words) - plx_name_forms_count_titles (form);

  return !form->is_person && form->code == NULL && form->known == NULL && !form->is_place &&
         !form->is_foreign && (n == 2 || n == 3) && !plx_name_forms_is_firm (form) &&
         !has_cue (form);
}

/* "Georgia Roe" was taken for a place, but its article calls somebody "Roe", and names nobody else
 * of that name in full. */
static void
find_full_names (PlxNameForms *self)
{
  g_autoptr (GHashTable) alone = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) in_full = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint32 i = 0; i < self->forms->len; i++)
    {
      const PlxNameForm *form = plx_name_forms_get (self, i);
      const guint n = g_strv_length (form->words);

      if (form->is_person && n == 1)
        g_hash_table_insert (alone, form->words[0], GUINT_TO_POINTER (i));
      else if (form->is_person && n > 1)
        g_hash_table_add (in_full, form->words[n - 1]);
    }

  for (guint32 i = 0; i < self->forms->len; i++)
    {
      PlxNameForm *form = plx_name_forms_get (self, i);
      const char *last = may_be_somebody (form) ? form->words[g_strv_length (form->words) - 1] : "";
      gpointer other;

      if (!g_hash_table_contains (in_full, last) &&
          g_hash_table_lookup_extended (alone, last, NULL, &other))
        {
          if (plx_name_forms_share (self, i, GPOINTER_TO_UINT (other)))
            plx_name_forms_set_person (form);
        }
    }
}

/* A title with one word behind it, "Archbishop Roe", is no given name where somebody is called Roe
 * in full, or where it is an office. */
static void
drop_single_titles (PlxNameForms *self)
{
  g_autoptr (GHashTable) families = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint32 i = 0; i < self->forms->len; i++)
    {
      const PlxNameForm *form = plx_name_forms_get (self, i);
      const guint n = g_strv_length (form->words);

      if (is_full_person (form) && !(plx_gazetteer_get_cues (form->words[0]) & PLX_CUE_TITLE))
        g_hash_table_add (families, g_strdup (form->words[n - 1]));
    }

  for (guint32 i = 0; i < self->forms->len; i++)
    {
      PlxNameForm *form = plx_name_forms_get (self, i);
      const guint cues = is_full_person (form) ? plx_gazetteer_get_cues (form->words[0]) : 0;

      if ((cues & PLX_CUE_TITLE) && form->words[2] == NULL &&
          ((cues & PLX_CUE_STATE_TITLE) || g_hash_table_contains (families, form->words[1])))
        plx_name_forms_drop_words (form, 1);
    }
}

/**
 * plx_name_forms_relate_people:
 * @self: the forms
 *
 * Finds which names of people are one person's. Where a short name may be that of several,
 * the form tells of whom.
 */
void
plx_name_forms_relate_people (PlxNameForms *self)
{
  g_autoptr (GHashTable) by_word = NULL;

  /* Who is a person, as far as that can be told without knowing who is one and the same. */
  drop_single_titles (self);
  find_full_names (self);
  plx_name_forms_relate_declined (self);
  by_word = index_full_names (self);
  find_persons (self, by_word);

  unite_variants (self);
  g_hash_table_unref (by_word);
  by_word = index_full_names (self);
  relate_short_names (self, by_word, TRUE);
  relate_short_names (self, by_word, FALSE);
}
