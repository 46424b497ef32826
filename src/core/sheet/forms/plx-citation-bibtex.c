/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-citation"

#include "config.h"

#include "sheet/forms/plx-citation.h"

#include <string.h>

static const char * const months[] = {
  "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"
};

/* What means something else to LaTeX. A brace in a value would end it, whatever stands before it,
 * so braces become words, too. */
static const char *
escape (char c)
{
  switch (c)
    {
    case '&':
      return "\\&";
    case '%':
      return "\\%";
    case '$':
      return "\\$";
    case '#':
      return "\\#";
    case '_':
      return "\\_";
    case '{':
      return "\\textbraceleft{}";
    case '}':
      return "\\textbraceright{}";
    case '~':
      return "\\textasciitilde{}";
    case '^':
      return "\\textasciicircum{}";
    case '\\':
      return "\\textbackslash{}";
    default:
      return (guchar) c < ' ' ? " " : NULL;
    }
}

static void
append_escaped (GString    *out,
                const char *value)
{
  for (const char *c = value; *c != '\0'; c++)
    {
      const char *escaped = escape (*c);

      if (escaped != NULL)
        g_string_append (out, escaped);
      else
        g_string_append_c (out, *c);
    }
}

static void
add (GString    *out,
     const char *field,
     const char *value)
{
  if (value == NULL || *value == '\0')
    return;

  g_string_append_printf (out, ",\n  %s = {", field);
  append_escaped (out, value);
  g_string_append_c (out, '}');
}

/* Capitals are kept by the inner braces. */
static void
add_title (GString    *out,
           const char *title)
{
  if (title == NULL)
    return;

  g_string_append (out, ",\n  title = {{");
  append_escaped (out, title);
  g_string_append (out, "}}");
}

/* Packages take an address as it is, but for what would end the value. */
static void
add_address (GString    *out,
             const char *address)
{
  if (address == NULL)
    return;

  g_string_append (out, ",\n  url = {");
  for (const char *c = address; *c != '\0'; c++)
    if (strchr ("{}\\ ", *c) != NULL || (guchar) *c < ' ')
      g_string_append_printf (out, "%%%02X", (guchar) *c);
    else
      g_string_append_c (out, *c);
  g_string_append_c (out, '}');
}

/* A part of a name that would be taken for two goes into braces. */
static void
append_part (GString    *out,
             const char *part)
{
  const gboolean braces = strstr (part, " and ") != NULL || strchr (part, ',') != NULL;

  if (braces)
    g_string_append_c (out, '{');
  append_escaped (out, part);
  if (braces)
    g_string_append_c (out, '}');
}

static void
append_name (GString            *out,
             const PlxCitedName *name)
{
  if (name->family == NULL)
    {
      g_string_append_c (out, '{');
      append_escaped (out, name->literal);
      g_string_append_c (out, '}');
      return;
    }

  if (name->particle != NULL)
    {
      append_part (out, name->particle);
      g_string_append_c (out, ' ');
    }
  append_part (out, name->family);
  if (name->suffix != NULL)
    {
      g_string_append (out, ", ");
      append_part (out, name->suffix);
    }
  if (name->given != NULL)
    {
      g_string_append (out, ", ");
      append_part (out, name->given);
    }
}

static void
add_names (GString   *out,
           GPtrArray *names)
{
  if (names->len == 0)
    return;

  g_string_append (out, ",\n  author = {");
  for (guint i = 0; i < names->len; i++)
    {
      if (i > 0)
        g_string_append (out, " and ");
      append_name (out, names->pdata[i]);
    }
  g_string_append_c (out, '}');
}

static void
add_dates (GString           *out,
           const PlxCitation *citation)
{
  if (citation->year != 0)
    g_string_append_printf (out, ",\n  year = {%04u}", citation->year);
  if (citation->month != 0)
    g_string_append_printf (out, ",\n  month = %s", months[citation->month - 1]);
  if (citation->day != 0)
    g_string_append_printf (out, ",\n  day = {%u}", citation->day);
  if (citation->accessed != NULL)
    {
      g_autofree char *day = g_date_time_format (citation->accessed, "%Y-%m-%d");

      add (out, "urldate", day);
    }
}

static void
add_citation (GString           *out,
              const PlxCitation *citation)
{
  PlxDocument *document = citation->document;

  g_string_append_printf (out, "@article{%s", citation->key);
  add_names (out, citation->names);
  add_title (out, plx_document_get_title (document));
  add (out, "journal", document->fields[PLX_FIELD_OUTLET]);
  add_dates (out, citation);
  add_address (out, document->fields[PLX_FIELD_ADDRESS]);
  add (out, "language", document->fields[PLX_FIELD_LANGUAGE]);
  add (out, "abstract", document->fields[PLX_FIELD_STANDFIRST]);
  if (document->provenance != NULL && document->provenance->sha256 != NULL)
    {
      g_autofree char *note = g_strconcat ("SHA-256 ", document->provenance->sha256, NULL);

      add (out, "note", note);
    }
  g_string_append (out, "\n}\n\n");
}

char *
plx_citations_dup_bibtex (GPtrArray *citations)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < citations->len; i++)
    add_citation (out, citations->pdata[i]);

  return g_string_free_and_steal (out);
}
