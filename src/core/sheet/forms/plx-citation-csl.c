/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-citation"

#include "config.h"

#include "sheet/forms/plx-citation.h"

#include <json-glib/json-glib.h>

static void
add (JsonBuilder *builder,
     const char  *member,
     const char  *value)
{
  if (value == NULL || *value == '\0')
    return;

  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, value);
}

static void
add_name (JsonBuilder        *builder,
          const PlxCitedName *name)
{
  json_builder_begin_object (builder);
  add (builder, "family", name->family);
  add (builder, "given", name->given);
  add (builder, "non-dropping-particle", name->particle);
  add (builder, "suffix", name->suffix);
  add (builder, "literal", name->literal);
  json_builder_end_object (builder);
}

static void
add_date (JsonBuilder *builder,
          const char  *member,
          guint        year,
          guint        month,
          guint        day)
{
  if (year == 0)
    return;

  json_builder_set_member_name (builder, member);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "date-parts");
  json_builder_begin_array (builder);
  json_builder_begin_array (builder);
  json_builder_add_int_value (builder, year);
  if (month != 0)
    json_builder_add_int_value (builder, month);
  if (day != 0)
    json_builder_add_int_value (builder, day);
  json_builder_end_array (builder);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_citation (JsonBuilder       *builder,
              const PlxCitation *citation)
{
  PlxDocument *document = citation->document;

  json_builder_begin_object (builder);
  add (builder, "id", citation->key);
  add (builder, "type", "article-newspaper");
  add (builder, "title", plx_document_get_title (document));
  if (citation->names->len > 0)
    {
      json_builder_set_member_name (builder, "author");
      json_builder_begin_array (builder);
      for (guint i = 0; i < citation->names->len; i++)
        add_name (builder, citation->names->pdata[i]);
      json_builder_end_array (builder);
    }
  add (builder, "container-title", document->fields[PLX_FIELD_OUTLET]);
  add_date (builder, "issued", citation->year, citation->month, citation->day);
  if (citation->accessed != NULL)
    add_date (builder, "accessed", g_date_time_get_year (citation->accessed),
              g_date_time_get_month (citation->accessed),
              g_date_time_get_day_of_month (citation->accessed));
  add (builder, "URL", document->fields[PLX_FIELD_ADDRESS]);
  add (builder, "language", document->fields[PLX_FIELD_LANGUAGE]);
  add (builder, "section", document->fields[PLX_FIELD_SECTION]);
  add (builder, "abstract", document->fields[PLX_FIELD_STANDFIRST]);
  if (document->provenance != NULL && document->provenance->sha256 != NULL)
    {
      g_autofree char *note = g_strconcat ("SHA-256 ", document->provenance->sha256, NULL);

      add (builder, "note", note);
    }
  json_builder_end_object (builder);
}

char *
plx_citations_dup_csl (GPtrArray *citations)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < citations->len; i++)
    add_citation (builder, citations->pdata[i]);
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  json = json_to_string (root, TRUE);

  return g_strconcat (json, "\n", NULL);
}
