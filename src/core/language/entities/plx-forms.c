/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-forms"

#include "config.h"

#include "language/entities/plx-forms.h"

#include <string.h>

#include "countries/plx-countries.h"
#include "language/entities/plx-person-names.h"
#include "language/plx-language.h"

static void
form_free (gpointer data)
{
  PlxNameForm *self = data;

  g_free (self->name);
  g_strfreev (self->words);
  g_free (self->folded);
  g_free (self->language);
  g_array_unref (self->articles);
  g_clear_pointer (&self->fuller, g_array_unref);
  g_free (self);
}

static char *
dup_surface (const char           *text,
             const PlxMentionSpan *mention)
{
  GString *name = g_string_new (NULL);

  for (const char *at = text + mention->start; at < text + mention->end; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (c == 0x2019)
        g_string_append_c (name, '\'');
      else if (!g_unichar_isspace (c))
        g_string_append_unichar (name, c);
      else if (name->len > 0 && name->str[name->len - 1] != ' ')
        g_string_append_c (name, ' ');
    }

  return g_string_free (name, FALSE);
}

/* "Roe Jr." is of the family of Roe. */
static void
drop_generation (char **words)
{
  static const char *const generations[] = { "jr", "sr", "ii", "iii", "iv", NULL };
  const guint n = g_strv_length (words);

  if (n >= 3 && g_strv_contains (generations, words[n - 1]))
    g_clear_pointer (&words[n - 1], g_free);
}

/* "al-Holm" is also called "Holm". Arabic writes the article in one word with the name. */
static void
drop_articles (char     **words,
               gboolean   is_arabic)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      if ((g_str_has_prefix (words[i], "al-") || g_str_has_prefix (words[i], "el-")) &&
          strlen (words[i]) > 5)
        memmove (words[i], words[i] + 3, strlen (words[i]) - 2);
      else if (is_arabic && g_str_has_prefix (words[i], "al") && strlen (words[i]) > 4)
        memmove (words[i], words[i] + 2, strlen (words[i]) - 1);
    }
}

static gboolean
is_in_arabic (const char *name)
{
  for (; *name != '\0'; name = g_utf8_next_char (name))
    {
      const gunichar c = g_utf8_get_char (name);

      if (c >= 0x600 && c < 0x700)
        return TRUE;
    }

  return FALSE;
}

/* "j p roe", "jp roe" */
static void
join_initials (char **words)
{
  guint n = 0;

  while (words[n] != NULL && g_utf8_strlen (words[n], -1) == 1)
    n++;
  if (n < 2 || words[n] == NULL)
    return;

  for (guint i = 1; i < n; i++)
    {
      char *joined = g_strconcat (words[0], words[i], NULL);

      g_free (words[0]);
      words[0] = joined;
      g_clear_pointer (&words[i], g_free);
    }
  memmove (words + 1, words + n, (g_strv_length (words + n) + 1) * sizeof (char *));
}

/* The endings by which Slavic languages decline names, in Latin letters, the longest first. */
static const char *const cases[] = {
  "ogo", "omu", "ymi", "imi", "ami", "oyu", "eyu", "oju", "eju", "oyi", "uyu", "uju", "aya", "aja",
  "yyu", "ovi", "evi", "ym", "im", "om", "em", "oy", "ey", "iy", "yy", "oj", "ej", "ij", "yj",
  "ya", "yu", "ju", "ja", "a", "u", "e", "i", "y", "j", NULL
};

static void
drop_cases (char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      const gsize n = strlen (words[i]);

      for (gsize j = 0; cases[j] != NULL; j++)
        {
          if (n >= strlen (cases[j]) + 4 && g_str_has_suffix (words[i], cases[j]))
            {
              words[i][n - strlen (cases[j])] = '\0';
              break;
            }
        }
    }
}

/**
 * plx_name_forms_look_up:
 * @name: a name as it is written
 *
 * Returns: (nullable) (transfer none): what our tables know of it, with or without “the” before
 *   it, a stop or “Inc.” behind it
 */
const PlxKnownName *
plx_name_forms_look_up (const char *name)
{
  const PlxKnownName *known = plx_gazetteer_lookup (name, FALSE);
  g_autofree char *shorter = NULL;

  if (known != NULL)
    return known;
  if (g_ascii_strncasecmp (name, "the ", 4) == 0)
    return plx_name_forms_look_up (name + 4);

  shorter = plx_name_forms_drop_legal_ending (name);

  return shorter != NULL ? plx_name_forms_look_up (shorter) : NULL;
}

/**
 * plx_name_forms_count_titles:
 * @form: a form
 *
 * Finders may take titles into a name: “Mr Roe”, “Congresswoman Ida Roe”. A title that might be
 * a name is only one where two words follow it.
 *
 * Returns: how many of its first words are titles
 */
guint
plx_name_forms_count_titles (const PlxNameForm *form)
{
  const guint length = g_strv_length (form->words);
  guint n = 0;

  while (n + 1 < length)
    {
      const guint cues = plx_gazetteer_get_cues (form->words[n]);

      if (!(cues & PLX_CUE_HONORIFIC) &&
          !(n + 2 < length && (cues & (PLX_CUE_TITLE | PLX_CUE_RANK))))
        break;
      n++;
    }

  return n;
}

/**
 * plx_name_forms_drop_words:
 * @form: a form
 * @n: how many of its first words are no part of the name
 *
 * Leaves words out of a name.
 */
void
plx_name_forms_drop_words (PlxNameForm *form,
                           guint        n)
{
  const guint length = g_strv_length (form->words);

  g_return_if_fail (n <= length);

  for (guint i = 0; i < n; i++)
    g_free (form->words[i]);
  memmove (form->words, form->words + n, (length - n + 1) * sizeof (char *));
  g_free (form->folded);
  form->folded = g_strjoinv (" ", form->words);
}

/**
 * plx_name_forms_set_person:
 * @form: a form
 *
 * Notes that a form names somebody, and leaves titles out of its words.
 */
void
plx_name_forms_set_person (PlxNameForm *form)
{
  form->is_person = TRUE;
  plx_name_forms_drop_words (form, plx_name_forms_count_titles (form));
}

static PlxNameForm *
form_new (const char           *name,
          const PlxMentionSpan *mention)
{
  PlxNameForm *self = g_new0 (PlxNameForm, 1);

  self->name = g_strdup (name);
  self->code = mention->kind == PLX_KIND_COUNTRY ? mention->country : NULL;
  self->articles = g_array_new (FALSE, FALSE, sizeof (guint32));

  return self;
}

/* Reads the words of a name when it is known as what it was found, which must not depend on
 * where it was found first. */
static void
form_read (PlxNameForm *self)
{
  const gboolean is_person = self->kinds[PLX_KIND_PERSON] > 0;
  g_autofree char *latin = NULL;
  g_autofree char *folded = NULL;

  if (self->language != NULL && *self->language == '\0')
    g_clear_pointer (&self->language, g_free);
  self->is_foreign = plx_spelling_is_foreign (self->name);
  self->has_initials = plx_person_name_has_initials (self->name);
  if (self->is_foreign)
    latin = plx_spelling_latinize (self->name);
  folded = plx_spelling_fold (latin != NULL ? latin : self->name);
  self->words = g_strsplit (folded, " ", -1);
  if (self->is_foreign)
    drop_cases (self->words);
  join_initials (self->words);
  drop_generation (self->words);
  drop_articles (self->words, is_in_arabic (self->name));
  self->folded = g_strjoinv (" ", self->words);
  if (is_person)
    plx_name_forms_set_person (self);

  self->is_place = self->kinds[PLX_KIND_PLACE] > 0 &&
                   plx_country_match_name (self->name, -1, NULL, NULL) != NULL;
  if (self->code == NULL && (!is_person || self->words[0] == NULL || self->words[1] != NULL))
    self->known = plx_name_forms_look_up (self->name);
}

static int
compare_forms (gconstpointer a,
               gconstpointer b)
{
  const PlxNameForm *first = *(PlxNameForm *const *) a;
  const PlxNameForm *second = *(PlxNameForm *const *) b;
  const int order = strcmp (first->name, second->name);

  if (order != 0)
    return order;
  if (first->code != second->code)
    return g_strcmp0 (first->code, second->code);

  /* Somebody goes before a place of the same name. */
  return (second->kinds[PLX_KIND_PERSON] > 0) - (first->kinds[PLX_KIND_PERSON] > 0);
}

/* A country and another thing of its name are two, "Georgia", and so are a place or a body that
 * our tables know and somebody of that family name, "Washington". */
static char *
make_key (const char           *name,
          const PlxMentionSpan *mention)
{
  if (mention->kind == PLX_KIND_COUNTRY)
    return g_strconcat (mention->country != NULL ? mention->country : "?", "\t", name, NULL);
  if (mention->kind == PLX_KIND_PERSON &&
      (plx_country_match_name (name, -1, NULL, NULL) != NULL ||
       plx_name_forms_look_up (name) != NULL))
    return g_strconcat ("person\t", name, NULL);

  return g_strdup (name);
}

/* Of several languages the first by its letters, whichever article comes first. */
static void
note_language (PlxNameForm *form,
               const char  *tag)
{
  g_autofree char *language =
    plx_language_is_full (tag) ? g_strdup ("") : g_ascii_strdown (tag, strcspn (tag, "-_"));

  if (form->language == NULL || strcmp (language, form->language) < 0)
    g_set_str (&form->language, language);
}

static void
collect_article (GHashTable    *by_key,
                 PlxAnnotation *annotation,
                 guint32        article,
                 GPtrArray     *found)
{
  for (guint i = 0; i < annotation->mentions->len; i++)
    {
      const PlxMentionSpan *mention = &g_array_index (annotation->mentions, PlxMentionSpan, i);
      g_autofree char *name = dup_surface (annotation->document->text->str, mention);
      g_autofree char *key = make_key (name, mention);
      PlxNameForm *form = g_hash_table_lookup (by_key, key);

      if (form == NULL)
        {
          form = form_new (name, mention);
          g_hash_table_insert (by_key, g_steal_pointer (&key), form);
        }

      form->kinds[mention->kind]++;
      note_language (form, annotation->document->fields[PLX_FIELD_LANGUAGE]);
      if (form->articles->len == 0 ||
          g_array_index (form->articles, guint32, form->articles->len - 1) != article)
        g_array_append_val (form->articles, article);
      g_ptr_array_add (found, form);
    }
}

/* How often a name was found to name which kind, however it is written. */
typedef struct
{
  guint kinds[PLX_KIND_OTHER + 1];
} Kinds;

static gboolean
may_be_person (const PlxNameForm *form)
{
  return form->known == NULL && form->code == NULL && !form->is_place &&
         !plx_name_forms_is_firm (form);
}

/* "Harbour Board": a last word that says what sort of body it is, and is nobody's name. */
static gboolean
ends_as_body (const PlxNameForm *form)
{
  const guint n = g_strv_length (form->words);
  PlxWordUse use;

  return n >= 2 && (plx_gazetteer_get_cues (form->words[n - 1]) & PLX_CUE_ORG_TAIL) &&
         plx_gazetteer_get_use (form->words[n - 1], &use) && use.person <= 1;
}

static gboolean
is_mostly_person (const PlxNameForm *form,
                  const Kinds       *kinds)
{
  for (guint i = 0; i <= PLX_KIND_OTHER; i++)
    {
      if (kinds->kinds[i] > kinds->kinds[PLX_KIND_PERSON])
        return FALSE;
    }

  return !ends_as_body (form);
}

/* A finder may see one thing in a name here and another there; what it sees most often goes. */
static void
find_people (PlxNameForms *self)
{
  g_autoptr (GHashTable) by_words = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint32 i = 0; i < self->forms->len; i++)
    {
      const PlxNameForm *form = plx_name_forms_get (self, i);
      Kinds *kinds = g_hash_table_lookup (by_words, form->folded);

      if (!may_be_person (form))
        continue;
      if (kinds == NULL)
        g_hash_table_insert (by_words, form->folded, kinds = g_new0 (Kinds, 1));

      for (guint k = 0; k <= PLX_KIND_OTHER; k++)
        kinds->kinds[k] += form->kinds[k];
    }

  for (guint32 i = 0; i < self->forms->len; i++)
    {
      PlxNameForm *form = plx_name_forms_get (self, i);

      form->is_person = may_be_person (form) &&
                        is_mostly_person (form, g_hash_table_lookup (by_words, form->folded));
    }
}

/**
 * plx_name_forms_new:
 * @annotations: (element-type PlxAnnotation): the articles
 *
 * Collects the forms of all names. Which of them name one thing is not told yet.
 *
 * Returns: (transfer full): the forms
 */
PlxNameForms *
plx_name_forms_new (GPtrArray *annotations)
{
  PlxNameForms *self = g_new0 (PlxNameForms, 1);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer form;
  guint next = 0;

  for (guint i = 0; i < annotations->len; i++)
    collect_article (by_key, g_ptr_array_index (annotations, i), i, found);

  self->forms = g_ptr_array_new_with_free_func (form_free);
  g_hash_table_iter_init (&iter, by_key);
  while (g_hash_table_iter_next (&iter, NULL, &form))
    {
      form_read (form);
      g_ptr_array_add (self->forms, form);
    }
  g_ptr_array_sort (self->forms, compare_forms);

  for (guint i = 0; i < self->forms->len; i++)
    plx_name_forms_get (self, i)->parent = i;
  find_people (self);

  self->of_mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < annotations->len; i++)
    {
      const PlxAnnotation *annotation = g_ptr_array_index (annotations, i);
      GArray *forms = g_array_new (FALSE, FALSE, sizeof (guint32));

      for (guint j = 0; j < annotation->mentions->len; j++)
        {
          const PlxNameForm *of_mention = g_ptr_array_index (found, next++);

          g_array_append_val (forms, of_mention->parent);
        }
      g_ptr_array_add (self->of_mentions, forms);
    }

  return self;
}

void
plx_name_forms_free (PlxNameForms *self)
{
  g_ptr_array_unref (self->forms);
  g_ptr_array_unref (self->of_mentions);
  g_free (self);
}

/**
 * plx_name_forms_get:
 * @self: the forms
 * @form: the place of one of them
 *
 * Returns: (transfer none): the form
 */
PlxNameForm *
plx_name_forms_get (PlxNameForms *self,
                    guint32       form)
{
  return g_ptr_array_index (self->forms, form);
}

/**
 * plx_name_forms_get_root:
 * @self: the forms
 * @form: one of them
 *
 * Returns: the one form that stands for all forms of the same thing
 */
guint32
plx_name_forms_get_root (PlxNameForms *self,
                         guint32       form)
{
  while (plx_name_forms_get (self, form)->parent != form)
    {
      /* Half the way is saved for the next who asks. */
      const guint32 parent = plx_name_forms_get (self, form)->parent;

      plx_name_forms_get (self, form)->parent = plx_name_forms_get (self, parent)->parent;
      form = parent;
    }

  return form;
}

/**
 * plx_name_forms_share:
 * @self: the forms
 * @a: one of them
 * @b: another
 *
 * Returns: whether both stand in one article
 */
gboolean
plx_name_forms_share (PlxNameForms *self,
                      guint32       a,
                      guint32       b)
{
  const GArray *first = plx_name_forms_get (self, a)->articles;
  const GArray *second = plx_name_forms_get (self, b)->articles;
  guint i = 0, j = 0;

  while (i < first->len && j < second->len)
    {
      const guint32 one = g_array_index (first, guint32, i);
      const guint32 other = g_array_index (second, guint32, j);

      if (one == other)
        return TRUE;
      if (one < other)
        i++;
      else
        j++;
    }

  return FALSE;
}

/**
 * plx_name_forms_unite:
 * @self: the forms
 * @a: one of them
 * @b: another that names the same thing
 *
 * Notes that two forms name one thing. The first in their order stands for both, so that
 * it does not matter in which order this is called.
 */
void
plx_name_forms_unite (PlxNameForms *self,
                      guint32       a,
                      guint32       b)
{
  const guint32 first = plx_name_forms_get_root (self, a);
  const guint32 second = plx_name_forms_get_root (self, b);

  plx_name_forms_get (self, MAX (first, second))->parent = MIN (first, second);
}
