/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-body-keys"

#include "config.h"

#include "language/entities/plx-forms.h"

#include <string.h>

/* What a firm may leave out of its name. */
static const char *const legal_endings[] = {
  "ab", "ag", "as", "asa", "bv", "co", "company", "corp", "corporation", "gmbh", "group",
  "holding", "holdings", "inc", "incorporated", "kk", "limited", "llc", "llp", "ltd", "nv", "oy",
  "oyj", "plc", "pty", "sa", "se", "spa", "srl", "stores", NULL
};

/* Two ways to write a word of a body's name. */
static const char *const spellings[][2] = {
  { "organisation", "organization" }, { "centre", "center" }, { "defence", "defense" },
  { "programme", "program" }, { "labour", "labor" }, { "harbour", "harbor" }, { "&", "and" },
  { "theatre", "theater" }, { "cooperation", "co-operation" }, { "dept", "department" },
  { "univ", "university" }, { "intl", "international" }, { "assn", "association" },
};

static const char *const numbers[] = {
  "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
  "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  "twenty",
};

/**
 * plx_name_forms_drop_legal_ending:
 * @name: a name as it is written
 *
 * Returns: (nullable) (transfer full): the name without a stop at its end, or without the word
 *   there that only tells what a firm is in law; `NULL` where it has neither
 */
char *
plx_name_forms_drop_legal_ending (const char *name)
{
  const char *space = strrchr (name, ' ');
  const gsize n = strlen (name);
  g_autofree char *word = NULL;

  if (n > 2 && name[n - 1] == '.')
    return g_strndup (name, n - 1);
  if (space == NULL || space == name)
    return NULL;

  word = g_ascii_strdown (space + 1, -1);
  if (!g_strv_contains (legal_endings, word))
    return NULL;

  return g_strndup (name, space - name - (space[-1] == ','));
}

/**
 * plx_name_forms_is_firm:
 * @form: a form
 *
 * Returns: whether its last word says that it is a firm
 */
gboolean
plx_name_forms_is_firm (const PlxNameForm *form)
{
  const guint n = g_strv_length (form->words);

  return n >= 2 && g_strv_contains (legal_endings, form->words[n - 1]);
}

static int
read_number (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      if (g_str_equal (word, numbers[i]))
        return i;
    }
  if (g_str_equal (word, "seventy-seven"))
    return 77;

  return g_ascii_isdigit (word[0]) && strlen (word) <= 3 ? (int) g_ascii_strtoull (word, NULL, 10)
                                                         : -1;
}

/* "Group of 20", "Group of Twenty", "G20", "G-20" */
static char *
make_group_of (char **words,
               guint  n)
{
  if (n == 3 && g_str_equal (words[0], "group") && g_str_equal (words[1], "of") &&
      read_number (words[2]) > 0)
    return g_strdup_printf ("group %d", read_number (words[2]));
  if (n == 1 && words[0][0] == 'g' && read_number (words[0] + 1 + (words[0][1] == '-')) > 0)
    return g_strdup_printf ("group %d", read_number (words[0] + 1 + (words[0][1] == '-')));

  return NULL;
}

static const char *
spell (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      if (g_str_equal (word, spellings[i][0]))
        return spellings[i][1];
    }

  return word;
}

/**
 * plx_name_forms_make_body_key:
 * @form: a form that names no person
 *
 * Finds what is alike in all ways to write the name of a body: “Defence Ministry” is the “Ministry
 * of Defence”, “Roe Inc” is “Roe”, “Group of Seven” is “G7”.
 *
 * Returns: (transfer full): words with a space between them
 */
char *
plx_name_forms_make_body_key (const PlxNameForm *form)
{
  char **words = form->words;
  g_autoptr (GString) key = g_string_new (NULL);
  guint n = g_strv_length (words);
  const gboolean has_the = n > 1 && g_str_equal (words[0], "the");
  const gboolean is_ministry = n >= 2 && (g_str_equal (words[n - 1], "ministry") ||
                                          g_str_equal (words[n - 1], "department"));
  char *group = n == 0 ? NULL : make_group_of (words + has_the, n - has_the);

  if (n == 0 || group != NULL)
    return group != NULL ? group : g_strdup ("");

  if (is_ministry)
    g_string_append_printf (key, "%s of ", words[n - 1]);
  while (n > 1u + has_the && (is_ministry ? g_strv_length (words) == n
                                          : g_strv_contains (legal_endings, words[n - 1])))
    n--;
  for (guint i = has_the; i < n; i++)
    g_string_append_printf (key, i + 1 < n ? "%s " : "%s", spell (words[i]));

  return g_string_free (g_steal_pointer (&key), FALSE);
}
