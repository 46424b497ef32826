/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-bearers"

#include "config.h"

#include "language/entities/plx-bearers.h"

#include <string.h>

#include "language/names/plx-gazetteer.h"
#include "language/text/plx-words.h"

/* How far before a name its titles may begin, in bytes. */
#define TITLES_WITHIN 60

struct _PlxBearers
{
  PlxNameForms *forms;
  GPtrArray    *annotations;
  guint        *counts; /* mentions of each form's root */
  GHashTable   *titles; /* "root title" of all who share a name with others */
};

static const char *const of_men[] = {
  "mr", "sir", "lord", "king", "prince", "emperor", "duke", "earl", "baron", "father", "brother",
  "herr", "monsieur", "señor", "senor", "uncle", "chairman", "spokesman", "congressman",
  "businessman", "actor", "husband", "son", NULL
};

static const char *const of_women[] = {
  "mrs", "ms", "miss", "dame", "lady", "queen", "princess", "empress", "duchess", "countess",
  "baroness", "sister", "frau", "madame", "mme", "aunt", "chairwoman", "spokeswoman",
  "congresswoman", "businesswoman", "actress", "wife", "daughter", "widow", NULL
};

static const char *
get_gender (const char *title)
{
  if (g_strv_contains (of_men, title))
    return "<man>";

  return g_strv_contains (of_women, title) ? "<woman>" : NULL;
}

static char *
dup_title (const char    *text,
           const PlxWord *word)
{
  g_autofree char *plain = g_strndup (text + word->start, word->end - word->start);
  char *title = g_utf8_strdown (plain, -1);

  if (g_str_has_suffix (title, "."))
    title[strlen (title) - 1] = '\0';

  return title;
}

static gboolean
is_title (const char *word)
{
  return (plx_gazetteer_get_cues (word) & (PLX_CUE_TITLE | PLX_CUE_RANK | PLX_CUE_ROLE)) != 0;
}

/* Where the name itself begins, behind the titles that a finder may have taken into it. */
static guint
find_name (const char           *text,
           const GArray         *words,
           const PlxMentionSpan *mention)
{
  guint at = 0;

  while (at < words->len && g_array_index (words, PlxWord, at).start < mention->start)
    at++;
  while (at + 1 < words->len)
    {
      g_autofree char *title = dup_title (text, &g_array_index (words, PlxWord, at));

      if (!is_title (title))
        break;
      at++;
    }

  return at;
}

/* The titles right before a name, with what they tell of whoever bears them. */
static GPtrArray *
read_titles (const PlxAnnotation  *annotation,
             const PlxMentionSpan *mention)
{
  GPtrArray *titles = g_ptr_array_new_with_free_func (g_free);
  const char *text = annotation->document->text->str;
  const PlxSentenceSpan *sentence =
    &g_array_index (annotation->sentences, PlxSentenceSpan, mention->sentence);
  gsize start = MAX (sentence->start, MAX (mention->start, TITLES_WITHIN) - TITLES_WITHIN);
  g_autoptr (GArray) words = NULL;

  while (start < mention->start && (text[start] & 0xc0) == 0x80)
    start++;
  words = plx_words_split (text, start, mention->end);

  for (guint i = find_name (text, words, mention); i > 0; i--)
    {
      g_autofree char *title = dup_title (text, &g_array_index (words, PlxWord, i - 1));

      if (!is_title (title))
        break;
      if (get_gender (title) != NULL)
        g_ptr_array_add (titles, g_strdup (get_gender (title)));
      g_ptr_array_add (titles, g_steal_pointer (&title));
    }

  return titles;
}

static char *
make_key (guint32     root,
          const char *title)
{
  return g_strdup_printf ("%u %s", root, title);
}

/* Of all whom some short name may mean. */
static GHashTable *
list_candidates (PlxNameForms *forms)
{
  GHashTable *candidates = g_hash_table_new (NULL, NULL);

  for (guint32 i = 0; i < forms->forms->len; i++)
    {
      const PlxNameForm *form = plx_name_forms_get (forms, i);

      for (guint j = 0; form->fuller != NULL && j < form->fuller->len; j++)
        g_hash_table_add (candidates, GUINT_TO_POINTER (plx_name_forms_get_root (
                                        forms, g_array_index (form->fuller, guint32, j))));
    }

  return candidates;
}

static void
collect_titles (PlxBearers *self,
                GHashTable *candidates)
{
  for (guint i = 0; i < self->annotations->len; i++)
    {
      const PlxAnnotation *annotation = g_ptr_array_index (self->annotations, i);
      const GArray *of_mentions = g_ptr_array_index (self->forms->of_mentions, i);

      for (guint j = 0; j < of_mentions->len; j++)
        {
          const guint32 index = g_array_index (of_mentions, guint32, j);
          const guint32 root = plx_name_forms_get_root (self->forms, index);
          g_autoptr (GPtrArray) titles = NULL;

          if (plx_name_forms_get (self->forms, index)->fuller != NULL ||
              !g_hash_table_contains (candidates, GUINT_TO_POINTER (root)))
            continue;

          titles = read_titles (annotation,
                                &g_array_index (annotation->mentions, PlxMentionSpan, j));
          for (guint k = 0; k < titles->len; k++)
            g_hash_table_add (self->titles, make_key (root, g_ptr_array_index (titles, k)));
        }
    }
}

/**
 * plx_bearers_new:
 * @forms: the forms of all names, related
 * @annotations: (element-type PlxAnnotation): the articles from which they are
 *
 * Collects what the articles tell of people who have a name in common.
 *
 * Returns: (transfer full): it; @forms and @annotations must outlive it
 */
PlxBearers *
plx_bearers_new (PlxNameForms *forms,
                 GPtrArray    *annotations)
{
  PlxBearers *self = g_new0 (PlxBearers, 1);
  g_autoptr (GHashTable) candidates = list_candidates (forms);

  self->forms = forms;
  self->annotations = g_ptr_array_ref (annotations);
  self->counts = g_new0 (guint, forms->forms->len + 1);
  self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < forms->of_mentions->len; i++)
    {
      const GArray *of_mentions = g_ptr_array_index (forms->of_mentions, i);

      for (guint j = 0; j < of_mentions->len; j++)
        self->counts[plx_name_forms_get_root (forms, g_array_index (of_mentions, guint32, j))]++;
    }
  if (g_hash_table_size (candidates) > 0)
    collect_titles (self, candidates);

  return self;
}

void
plx_bearers_free (PlxBearers *self)
{
  g_free (self->counts);
  g_ptr_array_unref (self->annotations);
  g_hash_table_unref (self->titles);
  g_free (self);
}

/* Most given names of women end in "a", and few of men. It tells little, but more than nothing. */
static gint
judge_given (PlxBearers *self,
             guint32     root,
             const char *title)
{
  const PlxNameForm *form = plx_name_forms_get (self->forms, root);
  const gboolean ends_in_a =
    form->words[0] != NULL && g_str_has_suffix (form->words[0], "a");

  if (g_str_equal (title, "<woman>"))
    return ends_in_a;

  return g_str_equal (title, "<man>") ? !ends_in_a : 0;
}

/* How well the titles before a name fit somebody: no man is called “Mrs”. */
static gint
judge (PlxBearers *self,
       guint32     root,
       GPtrArray  *titles)
{
  gint fit = 0;

  for (guint i = 0; i < titles->len; i++)
    {
      const char *title = g_ptr_array_index (titles, i);
      const char *opposite = g_str_equal (title, "<man>")   ? "<woman>"
                             : g_str_equal (title, "<woman>") ? "<man>"
                                                              : NULL;
      g_autofree char *key = make_key (root, title);
      g_autofree char *other = opposite != NULL ? make_key (root, opposite) : NULL;

      fit += 2 * g_hash_table_contains (self->titles, key) + judge_given (self, root, title);
      fit -= other != NULL && g_hash_table_contains (self->titles, other) ? 10 : 0;
    }

  return fit;
}

static GArray *
keep_fitting (PlxBearers *self,
              GArray     *fuller,
              GPtrArray  *titles)
{
  GArray *fitting = g_array_new (FALSE, FALSE, sizeof (guint32));
  gint best = G_MININT;

  for (guint i = 0; i < fuller->len; i++)
    {
      const guint32 root =
        plx_name_forms_get_root (self->forms, g_array_index (fuller, guint32, i));
      const gint fit = judge (self, root, titles);

      if (fit > best)
        g_array_set_size (fitting, 0);
      if (fit >= best)
        g_array_append_val (fitting, root);
      best = MAX (best, fit);
    }

  return fitting;
}

static gboolean
has_root (const GArray *roots,
          guint32       root)
{
  for (guint i = 0; i < roots->len; i++)
    {
      if (g_array_index (roots, guint32, i) == root)
        return TRUE;
    }

  return FALSE;
}

/**
 * plx_bearers_find:
 * @self: it
 * @article: an article, by its place
 * @mention: one of its mentions, by its place, whose form is short for several names
 *
 * Tells whom a short name means that several people bear: of those whom its titles fit best, the
 * one named last before it in the article, else the one named next, else the one of whom most
 * is said. The mentions before it must have the roots of their forms as their entities.
 *
 * Returns: the root of the forms of whom it means
 */
guint32
plx_bearers_find (PlxBearers *self,
                  guint       article,
                  guint       mention)
{
  const PlxAnnotation *annotation = g_ptr_array_index (self->annotations, article);
  const GArray *forms = g_ptr_array_index (self->forms->of_mentions, article);
  const PlxNameForm *form =
    plx_name_forms_get (self->forms, g_array_index (forms, guint32, mention));
  g_autoptr (GPtrArray) titles =
    read_titles (annotation, &g_array_index (annotation->mentions, PlxMentionSpan, mention));
  g_autoptr (GArray) fitting = keep_fitting (self, form->fuller, titles);
  guint32 best = g_array_index (fitting, guint32, 0);

  /* Those before it have been told by now. */
  for (guint i = mention; i > 0; i--)
    {
      const guint32 root = g_array_index (annotation->mentions, PlxMentionSpan, i - 1).entity;

      if (has_root (fitting, root))
        return root;
    }

  for (guint i = mention + 1; i < forms->len; i++)
    {
      const guint32 root =
        plx_name_forms_get_root (self->forms, g_array_index (forms, guint32, i));

      if (has_root (fitting, root))
        return root;
    }

  for (guint i = 1; i < fitting->len; i++)
    {
      const guint32 other = g_array_index (fitting, guint32, i);

      if (self->counts[other] > self->counts[best])
        best = other;
    }

  return best;
}
