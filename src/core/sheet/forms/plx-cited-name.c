/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-citation"

#include "config.h"

#include "sheet/forms/plx-cited-name.h"

#include <string.h>

#include "language/names/plx-agencies.h"

/* A name of more words is a sentence. */
#define MAX_WORDS 6

/* What stands behind a name, without points. */
static const char * const suffixes[] = {
  "jr", "sr", "ii", "iii", "iv", "md", "phd", "esq", "obe", "mbe", "cbe", "qc", "kc", NULL
};

/* What belongs to the family name before which it stands, also where it is written large. */
static const char * const particles[] = {
  "abu", "af", "al", "av", "bar", "ben", "bin", "bint", "da", "dal", "das", "de", "degli", "dei",
  "del", "della", "den", "der", "des", "di", "do", "dos", "du", "el", "ibn", "la", "las", "le",
  "los", "san", "st", "ten", "ter", "und", "van", "vom", "von", "y", "zu", "zum", "zur", NULL
};

/* A name with one of these is not a person's. */
static const char * const bodies[] = {
  "agencies", "agency", "associated", "board", "bureau", "center", "centre", "channel",
  "committee", "contributor", "contributors", "correspondent", "correspondents", "daily", "desk",
  "editor", "editorial", "editors", "foundation", "gazette", "group", "herald", "institute",
  "journal", "magazine", "media", "ministry", "network", "news", "newsroom", "newspaper", "office",
  "online", "press", "radio", "reporter", "reporters", "review", "service", "services", "staff",
  "team", "television", "times", "tribune", "tv", "university", "wire", "wires", "writer",
  "writers", NULL
};

void
plx_cited_name_free (PlxCitedName *self)
{
  g_free (self->family);
  g_free (self->particle);
  g_free (self->given);
  g_free (self->suffix);
  g_free (self->literal);
  g_free (self);
}

/* The word in small letters, without points: “Jr.” is “jr”. */
static gboolean
is_one_of (const char         *word,
           const char * const *list)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *c = word; *c != '\0'; c++)
    if (*c != '.')
      g_string_append_c (plain, g_ascii_tolower (*c));

  return g_strv_contains (list, plain->str);
}

static gboolean
is_small (const char *word)
{
  return g_unichar_islower (g_utf8_get_char (word));
}

static gboolean
is_body (const char  *name,
         char       **words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    if (is_one_of (words[i], bodies))
      return TRUE;

  return plx_agencies_find (name, -1) != NULL;
}

/* “A man who was there” has small words that no name has. */
static gboolean
is_phrase (char **words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    if (is_small (words[i]) && !is_one_of (words[i], particles) && strchr (words[i], '-') == NULL)
      return TRUE;

  return FALSE;
}

static char *
join (char  **words,
      gsize   from,
      gsize   to)
{
  GString *joined = g_string_new (NULL);

  for (gsize i = from; i < to; i++)
    g_string_append_printf (joined, "%s%s", i > from ? " " : "", words[i]);

  if (joined->len > 0)
    return g_string_free_and_steal (joined);

  g_string_free (joined, TRUE);

  return NULL;
}

/* Given names first, as bylines in most languages have them. Who writes the family name first, or
 * has two of them, is read wrong: the words alone do not tell. */
static void
take_apart (PlxCitedName  *self,
            char         **words,
            gsize          n)
{
  gsize family = n - 1;
  gsize particle;

  if (n > 2 && is_one_of (words[n - 1], suffixes))
    {
      self->suffix = g_strdup (words[n - 1]);
      family = n - 2;
      n--;
    }

  particle = family;
  while (particle > 1 && (is_small (words[particle - 1]) ||
                          is_one_of (words[particle - 1], particles)))
    particle--;

  self->given = join (words, 0, particle);
  /* “De Niro” is a family name; “van” in small letters stands before one. */
  while (particle < family && is_small (words[particle]))
    {
      char *longer = self->particle != NULL ? g_strconcat (self->particle, " ", words[particle],
                                                           NULL)
                                            : g_strdup (words[particle]);

      g_free (self->particle);
      self->particle = longer;
      particle++;
    }
  self->family = join (words, particle, family + 1);
}

static PlxCitedName *
name_new (const char *name)
{
  PlxCitedName *self = g_new0 (PlxCitedName, 1);
  g_auto (GStrv) split = g_strsplit_set (name, " \t\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  gsize n;

  for (gsize i = 0; split[i] != NULL; i++)
    if (*split[i] != '\0')
      g_strv_builder_add (builder, split[i]);
  words = g_strv_builder_end (builder);
  n = g_strv_length (words);

  if (n < 2 || n > MAX_WORDS || is_phrase (words) || is_body (name, words))
    self->literal = g_strjoinv (" ", words);
  else
    take_apart (self, words, n);

  return self;
}

/* “Jane Roe, Jr.”: what stands after the comma belongs to the name before it. */
static gboolean
add_suffix (GPtrArray  *names,
            const char *part)
{
  PlxCitedName *last = names->len > 0 ? names->pdata[names->len - 1] : NULL;

  if (last == NULL || last->family == NULL || last->suffix != NULL ||
      !is_one_of (part, suffixes))
    return FALSE;

  last->suffix = g_strdup (part);

  return TRUE;
}

static guint
count_words (const char *part)
{
  g_auto (GStrv) words = g_strsplit (part, " ", -1);

  return g_strv_length (words);
}

/* “Roe, Jane” and nothing else: two names of one word each are nobody's byline. */
static gboolean
is_inverted (GPtrArray *parts)
{
  const char *family, *given;

  if (parts->len != 2)
    return FALSE;

  family = parts->pdata[0];
  given = parts->pdata[1];

  return count_words (family) == 1 && count_words (given) <= 2 && !is_one_of (given, suffixes) &&
         plx_agencies_find (family, -1) == NULL && plx_agencies_find (given, -1) == NULL &&
         !is_one_of (family, bodies) && !is_one_of (given, bodies);
}

static GPtrArray *
split_authors (const char *authors)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) even = g_string_new (authors);
  g_auto (GStrv) split = NULL;

  g_string_replace (even, " and ", ",", 0);
  g_string_replace (even, " & ", ",", 0);
  g_string_replace (even, ";", ",", 0);
  split = g_strsplit (even->str, ",", -1);

  for (gsize i = 0; split[i] != NULL; i++)
    {
      g_autofree char *part = g_strstrip (g_strdup (split[i]));

      /* “Ann Bee, Cee Dee, and Eff Gee” */
      if (g_str_has_prefix (part, "and "))
        memmove (part, part + 4, strlen (part + 4) + 1);
      if (*part != '\0')
        g_ptr_array_add (parts, g_steal_pointer (&part));
    }

  return parts;
}

/**
 * plx_cited_names_parse:
 * @authors: (nullable): who has written an article, with commas between several
 *
 * Takes names apart. What is no person's name, or of one word, or in a script that puts no spaces
 * into names, stays whole.
 *
 * Returns: (transfer full) (element-type PlxCitedName): the names
 */
GPtrArray *
plx_cited_names_parse (const char *authors)
{
  GPtrArray *names = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_cited_name_free);
  g_autoptr (GPtrArray) parts = split_authors (authors != NULL ? authors : "");

  if (strchr (authors != NULL ? authors : "", ',') != NULL && is_inverted (parts))
    {
      PlxCitedName *name = g_new0 (PlxCitedName, 1);

      name->family = g_strdup (parts->pdata[0]);
      name->given = g_strdup (parts->pdata[1]);
      g_ptr_array_add (names, name);
      return names;
    }

  for (guint i = 0; i < parts->len; i++)
    if (!add_suffix (names, parts->pdata[i]))
      g_ptr_array_add (names, name_new (parts->pdata[i]));

  return names;
}
