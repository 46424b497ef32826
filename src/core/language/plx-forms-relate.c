/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-forms-relate"

#include "config.h"

#include "language/plx-forms.h"

#include <string.h>

#include "language/plx-person-names.h"

/* What a firm may leave out of its name. */
static const char *const legal_endings[] = {
  "ag", "co", "company", "corp", "corporation", "group", "holdings", "inc", "limited", "llc",
  "ltd", "nv", "plc", "sa", NULL
};

static const char *const small_words[] = { "a", "and", "de", "for", "in", "of", "on", "the", NULL };

static gboolean
share_article (const PlxNameForm *a,
               const PlxNameForm *b)
{
  guint i = 0, j = 0;

  while (i < a->articles->len && j < b->articles->len)
    {
      const guint32 first = g_array_index (a->articles, guint32, i);
      const guint32 second = g_array_index (b->articles, guint32, j);

      if (first == second)
        return TRUE;
      if (first < second)
        i++;
      else
        j++;
    }

  return FALSE;
}

/* What is alike in all forms of one thing that can be told without looking at others. */
static char *
make_group_key (const PlxNameForm *form)
{
  g_autofree char *bare = NULL;
  guint n = g_strv_length (form->words);

  if (form->code != NULL)
    return g_strconcat ("country\t", form->code, NULL);
  if (form->known != NULL)
    return g_strdup_printf ("known\t%s", form->known->name);
  if (form->is_person)
    return g_strconcat ("person\t", form->folded, NULL);

  if (n >= 2 && g_strv_contains (legal_endings, form->words[n - 1]))
    {
      g_autoptr (GString) words = g_string_new (form->words[0]);

      for (guint i = 1; i + 1 < n; i++)
        g_string_append_printf (words, " %s", form->words[i]);
      bare = g_string_free (g_steal_pointer (&words), FALSE);
    }

  return g_strconcat ("name\t", bare != NULL ? bare : form->folded, NULL);
}

static void
unite_same (PlxNameForms *self)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint32 i = 0; i < self->forms->len; i++)
    {
      g_autofree char *key = make_group_key (plx_name_forms_get (self, i));
      gpointer other;

      if (g_hash_table_lookup_extended (by_key, key, NULL, &other))
        plx_name_forms_unite (self, GPOINTER_TO_UINT (other), i);
      else
        g_hash_table_insert (by_key, g_steal_pointer (&key), GUINT_TO_POINTER (i));
    }
}

static gboolean
is_acronym (const PlxNameForm *form)
{
  guint n = 0;

  for (const char *at = form->name; *at != '\0'; at++, n++)
    {
      if (!g_ascii_isupper (*at))
        return FALSE;
    }

  return n >= 2 && n <= 8;
}

/* Whether the letters of an acronym are the initials of a longer name. */
static gboolean
has_initials (const PlxNameForm *form,
              const char        *acronym)
{
  const char *at = acronym;

  if (form->words[0] == NULL || form->words[1] == NULL)
    return FALSE;

  for (guint i = 0; form->words[i] != NULL; i++)
    {
      if (g_ascii_tolower (*at) == form->words[i][0])
        at++;
      else if (!g_strv_contains (small_words, form->words[i]))
        return FALSE;
    }

  return *at == '\0';
}

/* A long name and the acronym of its initials in the same article. */
static void
unite_acronyms (PlxNameForms *self)
{
  for (guint32 i = 0; i < self->forms->len; i++)
    {
      const PlxNameForm *acronym = plx_name_forms_get (self, i);

      if (!is_acronym (acronym) || acronym->code != NULL)
        continue;

      for (guint32 j = 0; j < self->forms->len; j++)
        {
          const PlxNameForm *form = plx_name_forms_get (self, j);

          if (j != i && form->code == NULL && form->known == NULL && !form->is_person &&
              has_initials (form, acronym->name) && share_article (form, acronym))
            {
              plx_name_forms_unite (self, i, j);
              plx_name_forms_get (self, i)->is_person = FALSE;
            }
        }
    }
}

/* "Roots Party (RP)": what stands in brackets behind a name, and is short for it. */
static void
unite_bracketed (PlxNameForms *self,
                 GPtrArray    *annotations)
{
  for (guint i = 0; i < annotations->len; i++)
    {
      const PlxAnnotation *annotation = g_ptr_array_index (annotations, i);
      const char *text = annotation->document->text->str;
      const GArray *forms = g_ptr_array_index (self->of_mentions, i);

      for (guint j = 0; j + 1 < forms->len; j++)
        {
          const PlxMentionSpan *first = &g_array_index (annotation->mentions, PlxMentionSpan, j);
          const PlxMentionSpan *second = first + 1;
          const guint32 a = g_array_index (forms, guint32, j);
          const guint32 b = g_array_index (forms, guint32, j + 1);
          const PlxNameForm *acronym = plx_name_forms_get (self, b);

          if (second->start == first->end + 2 && strncmp (text + first->end, " (", 2) == 0 &&
              text[second->end] == ')' && is_acronym (acronym) && acronym->code == NULL &&
              first->kind != PLX_KIND_PERSON && first->kind != PLX_KIND_COUNTRY &&
              g_ascii_tolower (acronym->name[0]) == plx_name_forms_get (self, a)->words[0][0])
            plx_name_forms_unite (self, a, b);
        }
    }
}

static gboolean
is_full_person (const PlxNameForm *form)
{
  return form->is_person && form->words[0] != NULL && form->words[1] != NULL;
}

/* A single name that was taken for a place or a body, where the same article names somebody so:
 * by the last word of the name, or by the first, which is the family's in China. */
static void
find_persons (PlxNameForms *self)
{
  g_autoptr (GHashTable) families = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint32 i = 0; i < self->forms->len; i++)
    {
      PlxNameForm *form = plx_name_forms_get (self, i);

      if (is_full_person (form))
        {
          g_hash_table_insert (families, form->words[0], form);
          g_hash_table_insert (families, form->words[g_strv_length (form->words) - 1], form);
        }
    }

  for (guint32 i = 0; i < self->forms->len; i++)
    {
      PlxNameForm *form = plx_name_forms_get (self, i);
      const PlxNameForm *full = g_hash_table_lookup (families, form->folded);

      if (full != NULL && form->code == NULL && form->known == NULL && share_article (form, full))
        form->is_person = TRUE;
    }
}

static void
unite_variants_among (PlxNameForms *self,
                      const GArray *forms)
{
  for (guint i = 0; i < forms->len; i++)
    {
      const guint32 first = g_array_index (forms, guint32, i);
      const char *const *a = (const char *const *) plx_name_forms_get (self, first)->words;

      for (guint j = i + 1; j < forms->len; j++)
        {
          const guint32 second = g_array_index (forms, guint32, j);
          const char *const *b = (const char *const *) plx_name_forms_get (self, second)->words;

          if (plx_person_name_is_variant (a, b))
            plx_name_forms_unite (self, first, second);
        }
    }
}

/* Only names whose last words begin alike are compared: a story of hundreds of articles has
 * thousands of people. */
static void
unite_variants (PlxNameForms *self)
{
  GArray *by_initial[256] = { NULL };

  for (guint32 i = 0; i < self->forms->len; i++)
    {
      const PlxNameForm *form = plx_name_forms_get (self, i);
      guchar initial;

      if (!is_full_person (form))
        continue;

      initial = plx_person_name_get_initial (form->words[g_strv_length (form->words) - 1]);
      if (by_initial[initial] == NULL)
        by_initial[initial] = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_array_append_val (by_initial[initial], i);
    }

  for (guint i = 0; i < G_N_ELEMENTS (by_initial); i++)
    {
      if (by_initial[i] == NULL)
        continue;

      unite_variants_among (self, by_initial[i]);
      g_array_unref (by_initial[i]);
    }
}

static void
add_bearer (GHashTable *by_word,
            const char *word,
            guint32     form)
{
  g_autofree char *key = plx_person_name_make_key (word);
  GArray *bearers = g_hash_table_lookup (by_word, key);

  if (bearers == NULL)
    {
      bearers = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_hash_table_insert (by_word, g_steal_pointer (&key), bearers);
    }

  g_array_append_val (bearers, form);
}

/* All full names by their first and by their last word. */
static GHashTable *
index_full_names (PlxNameForms *self)
{
  GHashTable *by_word = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                               (GDestroyNotify) g_array_unref);

  for (guint32 i = 0; i < self->forms->len; i++)
    {
      const PlxNameForm *form = plx_name_forms_get (self, i);

      if (!is_full_person (form))
        continue;

      add_bearer (by_word, form->words[0], i);
      add_bearer (by_word, form->words[g_strv_length (form->words) - 1], i);
    }

  return by_word;
}

static void
append_root (GArray  *roots,
             guint32  root)
{
  for (guint i = 0; i < roots->len; i++)
    {
      if (g_array_index (roots, guint32, i) == root)
        return;
    }

  g_array_append_val (roots, root);
}

/* The people for whom a name may be short; those whose family name it is, before those
 * who are called so by their first. */
static GArray *
find_fuller (PlxNameForms *self,
             GHashTable   *by_word,
             guint32       form)
{
  GArray *fuller = g_array_new (FALSE, FALSE, sizeof (guint32));
  char **words = plx_name_forms_get (self, form)->words;
  const guint n = g_strv_length (words);
  g_autofree char *key = plx_person_name_make_key (n > 0 ? words[n - 1] : "");
  const GArray *bearers = g_hash_table_lookup (by_word, key);
  PlxShortName best = PLX_SHORT_NAME_GIVEN;

  for (guint i = 0; bearers != NULL && i < bearers->len; i++)
    {
      const guint32 index = g_array_index (bearers, guint32, i);
      const PlxNameForm *full = plx_name_forms_get (self, index);
      const PlxShortName way = plx_person_name_is_short ((const char *const *) words,
                                                         (const char *const *) full->words);

      if (index == form || way < best)
        continue;
      if (way > best)
        g_array_set_size (fuller, 0);

      best = way;
      append_root (fuller, plx_name_forms_get_root (self, index));
    }

  return fuller;
}

static void
relate_short_names (PlxNameForms *self)
{
  g_autoptr (GHashTable) by_word = index_full_names (self);

  for (guint32 i = 0; i < self->forms->len; i++)
    {
      PlxNameForm *form = plx_name_forms_get (self, i);
      g_autoptr (GArray) fuller = NULL;

      if (!form->is_person)
        continue;

      fuller = find_fuller (self, by_word, i);
      if (fuller->len > 1)
        form->fuller = g_steal_pointer (&fuller);
      else if (fuller->len == 1)
        plx_name_forms_unite (self, i, g_array_index (fuller, guint32, 0));
    }
}

/**
 * plx_name_forms_relate:
 * @self: the forms
 * @annotations: (element-type PlxAnnotation): the articles from which they are
 *
 * Finds which forms name one thing. Where a short name may be that of several people,
 * the form tells of whom.
 */
void
plx_name_forms_relate (PlxNameForms *self,
                       GPtrArray    *annotations)
{
  find_persons (self);
  unite_same (self);
  unite_bracketed (self, annotations);
  unite_acronyms (self);
  unite_variants (self);
  relate_short_names (self);
}
