/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-forms-relate"

#include "config.h"

#include "language/entities/plx-forms.h"

/* What is alike in all forms of one thing that can be told without looking at others. */
static char *
make_group_key (const PlxNameForm *form)
{
  if (form->code != NULL)
    return g_strconcat ("country\t", form->code, NULL);
  if (form->known != NULL)
    return g_strdup_printf ("known\t%s", form->known->name);
  if (form->is_person)
    return g_strconcat ("person\t", form->folded, NULL);

  return plx_name_forms_make_body_key (form);
}

/* "Roe" was taken for somebody, but nobody is called so, and a firm is: "Roe Inc." */
static void
find_firms (PlxNameForms *self)
{
  g_autoptr (GHashTable) firms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree guint *sizes = g_new0 (guint, self->forms->len + 1);

  for (guint32 i = 0; i < self->forms->len; i++)
    {
      const PlxNameForm *form = plx_name_forms_get (self, i);

      sizes[plx_name_forms_get_root (self, i)]++;
      if (!form->is_person && form->code == NULL && form->kinds[PLX_KIND_ORGANIZATION] > 0)
        g_hash_table_add (firms, plx_name_forms_make_body_key (form));
    }

  for (guint32 i = 0; i < self->forms->len; i++)
    {
      PlxNameForm *form = plx_name_forms_get (self, i);

      if (form->is_person && form->fuller == NULL && form->words[0] != NULL &&
          form->words[1] == NULL && plx_name_forms_get_root (self, i) == i && sizes[i] == 1 &&
          g_hash_table_contains (firms, form->words[0]))
        {
          form->is_person = FALSE;
          form->known = plx_name_forms_look_up (form->name);
        }
    }
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
  plx_name_forms_relate_brackets (self, annotations);
  plx_name_forms_relate_people (self);
  plx_name_forms_relate_scripts (self);
  find_firms (self);
  unite_same (self);
  plx_name_forms_relate_bodies (self);
}
