/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-forms-bodies"

#include "config.h"

#include "language/entities/plx-forms.h"

#include <string.h>

/* A word that is written small this often is no short name of a firm. */
#define COMMON 6

static const char *const small_words[] = { "a", "and", "de", "for", "in", "of", "on", "the", NULL };

/* A body that has one of these before its name is another body: "York", "New York University". */
static const char *const not_to_drop[] = {
  "new", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central",
  "upper", "lower", "old", "royal", "city", NULL
};

/* What is short for which names; all keys are owned. */
typedef struct
{
  PlxNameForms *forms;
  GHashTable   *fuller; /* words => GArray of guint32 */
} Shorts;

static gboolean
is_acronym (const PlxNameForm *form)
{
  guint n = 0;

  for (const char *at = form->name; *at != '\0'; at++)
    {
      if (g_ascii_isupper (*at))
        n++;
      else if (*at != '.')
        return FALSE;
    }

  return n >= 2 && n <= 8;
}

static gboolean
is_body (const PlxNameForm *form)
{
  return form->code == NULL && form->known == NULL && !form->is_person && !form->is_foreign &&
         form->words[0] != NULL;
}

static void
add_short (Shorts     *self,
           const char *words,
           guint32     form)
{
  GArray *list = g_hash_table_lookup (self->fuller, words);

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_hash_table_insert (self->fuller, g_strdup (words), list);
    }

  g_array_append_val (list, form);
}

/* The initials of a name, with those of its small words and without. */
static void
add_initials (Shorts  *self,
              char   **words,
              guint32  form)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GString) main_ones = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const gboolean is_small = g_strv_contains (small_words, words[i]);

      if (i == 0 && g_str_equal (words[i], "the"))
        continue;
      g_string_append_c (all, *words[i]);
      if (!is_small)
        g_string_append_c (main_ones, *words[i]);
    }

  if (all->len >= 2)
    add_short (self, all->str, form);
  if (main_ones->len >= 2 && main_ones->len < all->len)
    add_short (self, main_ones->str, form);
}

static GHashTable *
new_fuller (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
}

/* Unites a short name with the fuller one in its articles, or in any if @is_far; where these are
 * several, and @may_vary, which it is depends on what stands nearest. */
static void
relate_short (Shorts     *self,
              guint32     form,
              const char *words,
              gboolean    may_vary,
              gboolean    is_far)
{
  const GArray *list = g_hash_table_lookup (self->fuller, words);
  g_autoptr (GArray) roots = g_array_new (FALSE, FALSE, sizeof (guint32));
  PlxNameForm *part = plx_name_forms_get (self->forms, form);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const guint32 other = g_array_index (list, guint32, i);
      const guint32 root = plx_name_forms_get_root (self->forms, other);
      gboolean is_known = root == plx_name_forms_get_root (self->forms, form) ||
                          (!is_far && !plx_name_forms_share (self->forms, form, other));

      for (guint j = 0; j < roots->len && !is_known; j++)
        is_known = g_array_index (roots, guint32, j) == root;
      if (!is_known)
        g_array_append_val (roots, root);
    }

  if (roots->len == 0 || (roots->len > 1 && !may_vary))
    return;

  part->is_person = FALSE;
  part->known = NULL;
  if (roots->len == 1)
    plx_name_forms_unite (self->forms, form, g_array_index (roots, guint32, 0));
  else
    part->fuller = g_steal_pointer (&roots);
}

/* A long name and the acronym of its initials in the same article. */
static void
unite_acronyms (PlxNameForms *self)
{
  g_autoptr (GHashTable) fuller = new_fuller ();
  Shorts shorts = { self, fuller };

  for (guint32 i = 0; i < self->forms->len; i++)
    {
      const PlxNameForm *form = plx_name_forms_get (self, i);

      if (is_body (form) && form->words[1] != NULL)
        add_initials (&shorts, form->words, i);
    }

  for (guint32 i = 0; i < self->forms->len; i++)
    {
      const PlxNameForm *form = plx_name_forms_get (self, i);

      if (is_acronym (form) && form->code == NULL && form->fuller == NULL &&
          plx_name_forms_get_root (self, i) == i)
        relate_short (&shorts, i, form->folded, TRUE, FALSE);
    }
}

static const char *
skip_words (const char *key,
            guint       n)
{
  for (; n > 0 && key != NULL; n--)
    {
      key = strchr (key, ' ');
      key = key != NULL ? key + 1 : NULL;
    }

  return key;
}

static void
add_endings (Shorts     *self,
             const char *key,
             guint32     form)
{
  for (guint n = 1; n <= 3; n++)
    {
      const char *rest = skip_words (key, n);
      g_auto (GStrv) dropped = NULL;

      if (rest == NULL || strchr (rest, ' ') == NULL)
        return;

      dropped = g_strsplit (key, " ", n + 1);
      if (g_strv_contains (not_to_drop, dropped[0]) ||
          g_strv_contains (small_words, dropped[n - 1]) || g_str_has_prefix (rest, "of "))
        return;
      add_short (self, rest, form);
    }
}

static gboolean
is_ministry (const char *key)
{
  return g_str_has_prefix (key, "ministry of ") || g_str_has_prefix (key, "department of ");
}

/* A name that says itself what sort of body it is; others are too often names of their own. */
static gboolean
is_generic (const char *key)
{
  const char *last = strrchr (key, ' ');

  return last != NULL &&
         (is_ministry (key) ||
          (plx_gazetteer_get_cues (last + 1) & (PLX_CUE_ORG_TAIL | PLX_CUE_ORG_GENERIC)) != 0);
}

/* "ministry of kenyan health", which was the "Kenyan Health Ministry" */
static void
add_ministry (Shorts     *self,
              const char *key,
              guint32     form)
{
  const char *rest = skip_words (key, 3);
  const char *whose = skip_words (key, 2);

  if (rest != NULL && whose != NULL && is_ministry (key))
    {
      g_autofree char *shorter = g_strdup_printf ("%.*s%s", (int) (whose - key), key, rest);

      add_short (self, shorter, form);
    }
}

/* "Kenya Revenue Authority", "Revenue Authority" */
static void
unite_endings (PlxNameForms *self)
{
  g_autoptr (GHashTable) fuller = new_fuller ();
  Shorts shorts = { self, fuller };

  for (guint32 i = 0; i < self->forms->len; i++)
    {
      const PlxNameForm *form = plx_name_forms_get (self, i);
      g_autofree char *key = NULL;

      if (!is_body (form) || form->kinds[PLX_KIND_ORGANIZATION] == 0)
        continue;

      key = plx_name_forms_make_body_key (form);
      add_endings (&shorts, key, i);
      add_ministry (&shorts, key, i);
    }

  for (guint32 i = 0; i < self->forms->len; i++)
    {
      const PlxNameForm *form = plx_name_forms_get (self, i);
      g_autofree char *key = NULL;

      if (!is_body (form) || form->fuller != NULL)
        continue;

      key = plx_name_forms_make_body_key (form);
      if (is_generic (key))
        relate_short (&shorts, i, key, is_ministry (key), !is_ministry (key));
    }
}

static gboolean
is_rare (const PlxNameForm *form)
{
  PlxWordUse use;

  return !plx_gazetteer_get_use (form->words[0], &use);
}

static gboolean
is_common (const PlxNameForm *form)
{
  PlxWordUse use;

  return plx_gazetteer_get_cues (form->words[0]) != 0 ||
         (plx_gazetteer_get_use (form->words[0], &use) && use.small >= COMMON);
}

/* What may be the first word of a firm's name: nothing that is mostly a place. */
static gboolean
is_short_firm (PlxNameForms *self,
               guint32       index)
{
  const PlxNameForm *form = plx_name_forms_get (self, index);

  return form->code == NULL && form->known == NULL && !form->is_foreign &&
         form->fuller == NULL && form->words[0] != NULL && form->words[1] == NULL &&
         strlen (form->words[0]) >= 3 && plx_name_forms_get_root (self, index) == index &&
         form->kinds[PLX_KIND_PLACE] + form->kinds[PLX_KIND_COUNTRY] <=
           form->kinds[PLX_KIND_ORGANIZATION] + form->kinds[PLX_KIND_PERSON] +
             form->kinds[PLX_KIND_OTHER];
}

/* "Wagner", which is the "Wagner Group" where nobody of that name is spoken of. */
static void
unite_first_words (PlxNameForms *self)
{
  g_autoptr (GHashTable) fuller = new_fuller ();
  Shorts shorts = { self, fuller };
  g_autofree guint *sizes = g_new0 (guint, self->forms->len + 1);

  for (guint32 i = 0; i < self->forms->len; i++)
    {
      const PlxNameForm *form = plx_name_forms_get (self, i);

      sizes[plx_name_forms_get_root (self, i)]++;
      if (form->code == NULL && !form->is_person && form->words[0] != NULL &&
          form->words[1] != NULL && form->kinds[PLX_KIND_ORGANIZATION] > 0)
        add_short (&shorts, form->words[g_str_equal (form->words[0], "the")], i);
    }

  for (guint32 i = 0; i < self->forms->len; i++)
    {
      const PlxNameForm *form = plx_name_forms_get (self, i);

      if (is_short_firm (self, i) && sizes[i] == 1 && !is_common (form))
        relate_short (&shorts, i, form->words[0], FALSE, is_rare (form));
    }
}

/* Where the name in brackets behind a name begins: "Roots Party (RP)", "Roots Party (the RP)". */
static gsize
skip_bracket (const char *text)
{
  gsize n = strspn (text, " \t\n");

  if (n == 0 || text[n] != '(')
    return 0;
  n++;
  if (strncmp (text + n, "the ", 4) == 0)
    n += 4;
  if (text[n] == '"')
    n++;
  else if (strncmp (text + n, "“", strlen ("“")) == 0)
    n += strlen ("“");

  return n;
}

static gboolean
is_bracketed (const char           *text,
              const PlxMentionSpan *first,
              const PlxMentionSpan *second)
{
  const gsize n = skip_bracket (text + first->end);

  return n > 0 && second->start == first->end + n && strchr (")\"", text[second->end]) != NULL &&
         first->kind != PLX_KIND_PERSON && first->kind != PLX_KIND_COUNTRY;
}

/**
 * plx_name_forms_relate_brackets:
 * @self: the forms
 * @annotations: (element-type PlxAnnotation): the articles from which they are
 *
 * Unites names with the acronyms that stand in brackets behind them. What an article says that
 * its acronym is short for goes before what our tables know of it.
 */
void
plx_name_forms_relate_brackets (PlxNameForms *self,
                                GPtrArray    *annotations)
{
  for (guint i = 0; i < annotations->len; i++)
    {
      const PlxAnnotation *annotation = g_ptr_array_index (annotations, i);
      const GArray *forms = g_ptr_array_index (self->of_mentions, i);

      for (guint j = 0; j + 1 < forms->len; j++)
        {
          const PlxMentionSpan *first = &g_array_index (annotation->mentions, PlxMentionSpan, j);
          const guint32 a = g_array_index (forms, guint32, j);
          const guint32 b = g_array_index (forms, guint32, j + 1);
          const PlxNameForm *name = plx_name_forms_get (self, a);
          PlxNameForm *acronym = plx_name_forms_get (self, b);
          char *const *words = name->words;

          if (words[0] != NULL && g_str_equal (words[0], "the") && words[1] != NULL)
            words++;
          if (!is_bracketed (annotation->document->text->str, first, first + 1) ||
              !is_acronym (acronym) || acronym->code != NULL || words[0] == NULL ||
              acronym->folded[0] != words[0][0])
            continue;

          if (name->known == NULL || acronym->known == NULL ||
              name->known->name != acronym->known->name)
            acronym->known = name->known;
          acronym->is_person = FALSE;
          plx_name_forms_unite (self, a, b);
        }
    }
}

/**
 * plx_name_forms_relate_bodies:
 * @self: the forms, those that are alike already united
 *
 * Finds which short names of bodies are those of longer ones in the same article: acronyms,
 * names without the country before them, first words of firms.
 */
void
plx_name_forms_relate_bodies (PlxNameForms *self)
{
  unite_endings (self);
  unite_acronyms (self);
  unite_first_words (self);
}
