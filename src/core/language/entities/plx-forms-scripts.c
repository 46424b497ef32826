/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-forms-scripts"

#include "config.h"

#include "language/entities/plx-forms.h"

#include <string.h>

#include "language/entities/plx-spelling.h"

/* Fewer consonants than these are alike by chance. */
#define FEWEST_IN_FULL 4
#define FEWEST_ALONE 3

/* Stands in the index for consonants that several people have in common. */
#define SEVERAL GUINT_TO_POINTER (G_MAXUINT)

/* The consonants of the words from @first to @last, in one. */
static char *
make_bones (char  **words,
            guint   first,
            guint   last)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  char bones[PLX_SPELLING_LONGEST + 1];

  for (guint i = first; i <= last; i++)
    g_string_append (joined, words[i]);
  plx_spelling_make_skeleton (joined->str, bones);

  return g_strdup (bones);
}

static char *
make_ends (char **words,
           guint  n)
{
  g_autofree char *first = make_bones (words, 0, 0);
  g_autofree char *last = make_bones (words, n - 1, n - 1);

  return strlen (first) + strlen (last) >= FEWEST_IN_FULL ? g_strconcat (first, " ", last, NULL)
                                                          : NULL;
}

static void
note (PlxNameForms *self,
      GHashTable   *index,
      char         *key,
      guint32       form)
{
  const guint32 root = plx_name_forms_get_root (self, form);
  gpointer other;

  if (key == NULL)
    return;

  if (!g_hash_table_lookup_extended (index, key, NULL, &other))
    g_hash_table_insert (index, key, GUINT_TO_POINTER (root));
  else if (other != GUINT_TO_POINTER (root))
    g_hash_table_insert (index, key, SEVERAL);
  else
    g_free (key);
}

/* All names in our own letters: people by their first and last word, by the last alone, and all
 * in one; anything else as it is spelled. */
static GHashTable *
index_names (PlxNameForms *self)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint32 i = 0; i < self->forms->len; i++)
    {
      const PlxNameForm *form = plx_name_forms_get (self, i);
      const guint n = g_strv_length (form->words);
      g_autofree char *all = NULL;
      g_autofree char *last = NULL;

      if (form->is_foreign || n == 0 || form->fuller != NULL)
        continue;
      if (!form->is_person)
        {
          note (self, index, g_strconcat ("as it is\t", form->folded, NULL), i);
          continue;
        }
      if (n == 1)
        continue;

      all = make_bones (form->words, 0, n - 1);
      last = make_bones (form->words, n - 1, n - 1);
      note (self, index, make_ends (form->words, n), i);
      if (strlen (all) >= FEWEST_IN_FULL)
        note (self, index, g_strconcat ("all\t", all, NULL), i);
      if (strlen (last) >= FEWEST_ALONE)
        note (self, index, g_strconcat ("last\t", last, NULL), i);
    }

  return index;
}

static gboolean
find (GHashTable *index,
      const char *prefix,
      const char *key,
      guint32    *root)
{
  g_autofree char *full = g_strconcat (prefix, key, NULL);
  gpointer found;

  if (!g_hash_table_lookup_extended (index, full, NULL, &found) || found == SEVERAL)
    return FALSE;

  *root = GPOINTER_TO_UINT (found);

  return TRUE;
}

/* Whom a name in another script may mean, if it is one thing only. */
static gboolean
find_same (GHashTable        *index,
           const PlxNameForm *form,
           gboolean          *is_person,
           guint32           *root)
{
  const guint n = g_strv_length (form->words);
  g_autofree char *all = n > 0 ? make_bones (form->words, 0, n - 1) : NULL;
  g_autofree char *ends = n > 1 ? make_ends (form->words, n) : NULL;

  *is_person = TRUE;
  if ((ends != NULL && find (index, "", ends, root)) ||
      (all != NULL && strlen (all) >= FEWEST_IN_FULL && find (index, "all\t", all, root)) ||
      (n == 1 && strlen (all) >= FEWEST_ALONE && find (index, "last\t", all, root)))
    return TRUE;

  *is_person = FALSE;

  return !form->is_person && find (index, "as it is\t", form->folded, root);
}

/**
 * plx_name_forms_relate_scripts:
 * @self: the forms, those of people in our own letters already related
 *
 * Finds which names in other scripts are those of one thing that is also named in ours. They are
 * compared by their consonants, and only where it is one thing that they may mean.
 */
void
plx_name_forms_relate_scripts (PlxNameForms *self)
{
  g_autoptr (GHashTable) index = NULL;

  for (guint32 i = 0; i < self->forms->len; i++)
    {
      PlxNameForm *form = plx_name_forms_get (self, i);
      gboolean is_person;
      guint32 root;

      if (!form->is_foreign || form->code != NULL)
        continue;
      if (index == NULL)
        index = index_names (self);
      if (!find_same (index, form, &is_person, &root))
        continue;

      form->is_person = is_person;
      plx_name_forms_unite (self, i, root);
    }
}
