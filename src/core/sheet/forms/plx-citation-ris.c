/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-citation"

#include "config.h"

#include "sheet/forms/plx-citation.h"

/* A line a value: a break in one would begin another. */
static void
add (GString    *out,
     const char *tag,
     const char *value)
{
  if (value == NULL || *value == '\0')
    return;

  g_string_append_printf (out, "%s  - ", tag);
  for (const char *c = value; *c != '\0'; c++)
    g_string_append_c (out, (guchar) *c < ' ' ? ' ' : *c);
  g_string_append (out, "\r\n");
}

static void
add_name (GString            *out,
          const PlxCitedName *name)
{
  g_autoptr (GString) value = g_string_new (NULL);

  if (name->family == NULL)
    {
      add (out, "AU", name->literal);
      return;
    }

  if (name->particle != NULL)
    g_string_append_printf (value, "%s ", name->particle);
  g_string_append (value, name->family);
  if (name->given != NULL)
    g_string_append_printf (value, ", %s", name->given);
  if (name->suffix != NULL)
    g_string_append_printf (value, ", %s", name->suffix);
  add (out, "AU", value->str);
}

/* YYYY/MM/DD/: what is not known stays empty between the strokes. */
static void
add_date (GString    *out,
          const char *tag,
          guint       year,
          guint       month,
          guint       day)
{
  g_autoptr (GString) value = g_string_new (NULL);

  if (year == 0)
    return;

  g_string_append_printf (value, "%04u/", year);
  if (month != 0)
    g_string_append_printf (value, "%02u", month);
  g_string_append_c (value, '/');
  if (day != 0)
    g_string_append_printf (value, "%02u", day);
  g_string_append_c (value, '/');
  add (out, tag, value->str);
}

static void
add_citation (GString           *out,
              const PlxCitation *citation)
{
  PlxDocument *document = citation->document;
  g_autofree char *year = g_strdup_printf ("%04u", citation->year);

  add (out, "TY", "NEWS");
  add (out, "ID", citation->key);
  for (guint i = 0; i < citation->names->len; i++)
    add_name (out, citation->names->pdata[i]);
  add (out, "TI", plx_document_get_title (document));
  add (out, "T2", document->fields[PLX_FIELD_OUTLET]);
  if (citation->year != 0)
    add (out, "PY", year);
  add_date (out, "DA", citation->year, citation->month, citation->day);
  add (out, "SE", document->fields[PLX_FIELD_SECTION]);
  add (out, "AB", document->fields[PLX_FIELD_STANDFIRST]);
  add (out, "LA", document->fields[PLX_FIELD_LANGUAGE]);
  add (out, "UR", document->fields[PLX_FIELD_ADDRESS]);
  if (citation->accessed != NULL)
    add_date (out, "Y2", g_date_time_get_year (citation->accessed),
              g_date_time_get_month (citation->accessed),
              g_date_time_get_day_of_month (citation->accessed));
  if (document->provenance != NULL && document->provenance->sha256 != NULL)
    {
      g_autofree char *note = g_strconcat ("SHA-256 ", document->provenance->sha256, NULL);

      add (out, "N1", note);
    }
  g_string_append (out, "ER  - \r\n\r\n");
}

char *
plx_citations_dup_ris (GPtrArray *citations)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < citations->len; i++)
    add_citation (out, citations->pdata[i]);

  return g_string_free_and_steal (out);
}
