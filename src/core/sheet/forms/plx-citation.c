/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-citation"

#include "config.h"

#include "sheet/forms/plx-citation.h"

#include <stdio.h>
#include <string.h>

static void
citation_free (PlxCitation *self)
{
  g_free (self->key);
  plx_document_unref (self->document);
  g_ptr_array_unref (self->names);
  g_clear_pointer (&self->accessed, g_date_time_unref);
  g_free (self);
}

/* “2015-06-14T09:30:00Z”, “2015-06” or “2015”. */
static void
parse_date (PlxCitation *self)
{
  const char *published = self->document->fields[PLX_FIELD_PUBLISHED];
  guint year = 0, month = 0, day = 0;
  int n;

  if (published == NULL)
    return;

  n = sscanf (published, "%4u-%2u-%2u", &year, &month, &day);
  if (n < 1 || year == 0)
    return;

  self->year = year;
  if (n > 1 && month >= 1 && month <= 12)
    self->month = month;
  if (n > 2 && self->month != 0 && g_date_valid_dmy (day, month, year))
    self->day = day;
}

/* The letters and digits of a name that every program takes in a key. */
static void
append_plain (GString    *key,
              const char *name)
{
  g_autofree char *ascii = name != NULL ? g_str_to_ascii (name, "C") : g_strdup ("");

  for (const char *c = ascii; *c != '\0'; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (key, g_ascii_tolower (*c));
}

/* “roe2015”; further ones of that are “roe2015b”, “roe2015c” … */
static void
make_key (PlxCitation *self,
          GHashTable  *known)
{
  g_autoptr (GString) key = g_string_new (NULL);
  const PlxCitedName *first = self->names->len > 0 ? self->names->pdata[0] : NULL;
  guint n;

  if (first != NULL)
    append_plain (key, first->family != NULL ? first->family : first->literal);
  if (key->len == 0)
    {
      g_autofree char *source = plx_document_dup_source (self->document);

      append_plain (key, source);
    }
  if (key->len == 0)
    g_string_append (key, "article");
  if (self->year != 0)
    g_string_append_printf (key, "%u", self->year);

  n = GPOINTER_TO_UINT (g_hash_table_lookup (known, key->str)) + 1;
  g_hash_table_insert (known, g_strdup (key->str), GUINT_TO_POINTER (n));
  if (n > 26)
    g_string_append_printf (key, "-%u", n);
  else if (n > 1)
    g_string_append_c (key, 'a' + n - 1);
  self->key = g_string_free_and_steal (g_steal_pointer (&key));
}

static PlxCitation *
citation_new (PlxDocument *document,
              GHashTable  *known)
{
  PlxCitation *self = g_new0 (PlxCitation, 1);

  self->document = plx_document_ref (document);
  self->names = plx_cited_names_parse (document->fields[PLX_FIELD_AUTHOR]);
  if (document->provenance != NULL && document->provenance->added != 0)
    self->accessed = g_date_time_new_from_unix_utc (document->provenance->added);
  parse_date (self);
  make_key (self, known);

  return self;
}

/**
 * plx_citations_dup:
 * @documents: (element-type PlxDocument): articles
 * @style: how to write them
 *
 * Returns: (transfer full): the articles as a list of literature, in UTF-8
 */
char *
plx_citations_dup (GPtrArray        *documents,
                   PlxCitationStyle  style)
{
  g_autoptr (GPtrArray) citations =
    g_ptr_array_new_with_free_func ((GDestroyNotify) citation_free);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < documents->len; i++)
    g_ptr_array_add (citations, citation_new (documents->pdata[i], known));

  switch (style)
    {
    case PLX_CITATION_CSL:
      return plx_citations_dup_csl (citations);

    case PLX_CITATION_BIBTEX:
      return plx_citations_dup_bibtex (citations);

    case PLX_CITATION_RIS:
    default:
      return plx_citations_dup_ris (citations);
    }
}
