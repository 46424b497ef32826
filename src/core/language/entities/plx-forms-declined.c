/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-forms-declined"

#include "config.h"

#include "language/entities/plx-forms.h"

#include "countries/plx-country-endings.h"

/* How much of its last word a name shares with its declined forms, in letters. */
#define SHARED 4

/* The beginning of the last of the words, and how many they are. */
static char *
make_key (const PlxNameForm *form,
          guint              n_words)
{
  const guint n = g_strv_length (form->words);
  const char *last = n > 0 ? form->words[n - 1] : "";

  if (g_utf8_strlen (last, -1) < SHARED)
    return NULL;

  return g_strdup_printf ("%u %.*s", n_words,
                          (int) (g_utf8_offset_to_pointer (last, SHARED) - last), last);
}

static gboolean
may_be_declined (const PlxNameForm *form)
{
  return form->code == NULL && form->known == NULL && !form->is_foreign;
}

static void
add_to (GHashTable *index,
        char       *key,
        guint32     form)
{
  GArray *list = key != NULL ? g_hash_table_lookup (index, key) : NULL;

  if (key == NULL)
    return;

  if (list == NULL)
    g_hash_table_insert (index, key, list = g_array_new (FALSE, FALSE, sizeof (guint32)));
  else
    g_free (key);

  g_array_append_val (list, form);
}

/* All names, and those of people by their last word alone too. */
static GHashTable *
index_forms (PlxNameForms *self)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify) g_array_unref);

  for (guint32 i = 0; i < self->forms->len; i++)
    {
      const PlxNameForm *form = plx_name_forms_get (self, i);
      const guint n = g_strv_length (form->words);

      if (!may_be_declined (form))
        continue;

      add_to (index, make_key (form, n), i);
      if (form->is_person && n > 1)
        add_to (index, make_key (form, 1), i);
    }

  return index;
}

/* Whether each word of a name is that of the end of another, or it with an ending. */
static gboolean
is_declined (const PlxEndings  *endings,
             const PlxNameForm *name,
             const PlxNameForm *form)
{
  const guint n = g_strv_length (form->words);
  char *const *words = name->words + g_strv_length (name->words) - n;

  for (guint i = 0; i < n; i++)
    {
      if (!plx_country_endings_match (endings, words[i], form->words[i], TRUE))
        return FALSE;
    }

  return TRUE;
}

/* The one name of which @form has the endings, or of which it is the end with endings; itself where
 * there is none, or several. */
static guint32
find_plain (PlxNameForms     *self,
            const GArray     *others,
            const PlxEndings *endings,
            guint32           form,
            gboolean          as_end)
{
  const PlxNameForm *declined = plx_name_forms_get (self, form);
  const guint n = g_strv_length (declined->words);
  guint32 found = form;

  for (guint i = 0; others != NULL && i < others->len; i++)
    {
      const guint32 other = g_array_index (others, guint32, i);
      const PlxNameForm *name = plx_name_forms_get (self, other);

      if (other == form || (g_strv_length (name->words) > n) != as_end ||
          !is_declined (endings, name, declined))
        continue;
      if (found != form &&
          plx_name_forms_get_root (self, found) != plx_name_forms_get_root (self, other))
        return form;

      found = other;
    }

  return found;
}

/**
 * plx_name_forms_relate_declined:
 * @self: the forms
 *
 * Finds which names in articles of languages that decline names are those of one thing.
 */
void
plx_name_forms_relate_declined (PlxNameForms *self)
{
  g_autoptr (GHashTable) index = NULL;

  for (guint32 i = 0; i < self->forms->len; i++)
    {
      PlxNameForm *form = plx_name_forms_get (self, i);
      const PlxEndings *endings =
        form->language != NULL ? plx_country_endings_get (form->language) : NULL;
      g_autofree char *key = endings != NULL && may_be_declined (form)
                                ? make_key (form, g_strv_length (form->words))
                                : NULL;
      guint32 plain;

      if (key == NULL)
        continue;
      if (index == NULL)
        index = index_forms (self);

      plain = find_plain (self, g_hash_table_lookup (index, key), endings, i, FALSE);
      if (plain == i)
        plain = find_plain (self, g_hash_table_lookup (index, key), endings, i, TRUE);
      if (plain == i)
        continue;

      form->is_person = form->is_person || plx_name_forms_get (self, plain)->is_person;
      plx_name_forms_get (self, plain)->is_person = form->is_person;
      plx_name_forms_unite (self, i, plain);
    }
}
