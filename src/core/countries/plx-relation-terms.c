/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-relation-terms"

#include "config.h"

#include "countries/plx-relation-terms.h"

#include <string.h>

#include "countries/plx-relation-file.h"

/* A word or words by which sentences name a relation. */
typedef struct
{
  const PlxRelationInfo *relation;
  const char            *text;
  gsize                  length;
  gboolean               is_acronym; /* must be written as it is: "ice" is no ICE, "au" no AU */
} Term;

/* All terms of the relations that are compiled in, by their first byte in small letters. */
static GArray *terms[256];

static void
add_terms (const PlxRelationInfo *relation)
{
  for (gsize i = 0; relation->terms[i] != NULL; i++)
    {
      const char *text = relation->terms[i];
      const Term term = { relation, text, strlen (text),
                          g_ascii_isupper (text[1]) || !g_ascii_isalpha (text[1]) };
      GArray **list = &terms[(guchar) g_ascii_tolower (*text)];

      if (*list == NULL)
        *list = g_array_new (FALSE, FALSE, sizeof (Term));
      g_array_append_val (*list, term);
    }
}

static void
load_terms (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      gsize n;
      const PlxRelationInfo *relations = plx_relations_list (&n);

      for (gsize i = 0; i < n; i++)
        add_terms (&relations[i]);
      g_once_init_leave (&once, 1);
    }
}

static gboolean
starts_with_term (const char *text,
                  const char *end,
                  const Term *term)
{
  if ((gsize) (end - text) < term->length ||
      /* Most words differ in their second letter already. */
      ((text[1] ^ term->text[1]) & ~('a' ^ 'A')) != 0)
    return FALSE;

  if (term->is_acronym ? strncmp (text, term->text, term->length) != 0
                       : g_ascii_strncasecmp (text, term->text, term->length) != 0)
    return FALSE;

  return text + term->length == end ||
         !g_unichar_isalnum (g_utf8_get_char (text + term->length));
}

/* A table of the user's own under the name of one of ours means the user's. */
static const PlxRelationInfo *
find_own_relation (GPtrArray  *own,
                   const char *text,
                   const char *end,
                   gsize      *length)
{
  const PlxRelationInfo *found = NULL;

  for (guint i = 0; own != NULL && i < own->len; i++)
    {
      const PlxRelationInfo *relation = ((PlxRelationFile *) own->pdata[i])->relation;

      for (gsize j = 0; relation->terms[j] != NULL; j++)
        {
          const char *name = relation->terms[j];
          const Term term = { relation, name, strlen (name), TRUE };

          if (term.length > *length && starts_with_term (text, end, &term))
            {
              found = relation;
              *length = term.length;
            }
        }
    }

  return found;
}

/**
 * plx_relation_match_term:
 * @own: (nullable) (element-type PlxRelationFile): the user's relations
 * @text: where a word begins
 * @end: where the sentence ends
 * @length: (out): the bytes of the term, or 0
 *
 * Finds the relation that is named at the beginning of a text, by its longest term.
 *
 * Returns: (nullable) (transfer none): the relation
 */
const PlxRelationInfo *
plx_relation_match_term (GPtrArray  *own,
                         const char *text,
                         const char *end,
                         gsize      *length)
{
  const PlxRelationInfo *found = NULL;
  GArray *list;

  load_terms ();
  list = terms[(guchar) g_ascii_tolower (*text)];
  *length = 0;
  if (own != NULL)
    found = find_own_relation (own, text, end, length);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const Term *term = &g_array_index (list, Term, i);

      if (term->length > *length && starts_with_term (text, end, term))
        {
          found = term->relation;
          *length = term->length;
        }
    }

  return found;
}
