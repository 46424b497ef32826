/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plx-cli-library"

#include "config.h"

#include "plx-cli-library.h"

#include <stdio.h>

#include "countries/plx-countries.h"

/* The actions of `library` on what the user has said of names. */

/* Where a naming holds, in words: “story 3”. */
static char *
describe_scope (const PlxNaming *naming)
{
  switch (naming->scope)
    {
    case PLX_SCOPE_MENTION:
      return g_strdup_printf ("article %" G_GINT64_FORMAT ", byte %u", naming->article,
                              naming->start);

    case PLX_SCOPE_ARTICLE:
      return g_strdup_printf ("article %" G_GINT64_FORMAT, naming->article);

    case PLX_SCOPE_STORY:
      return g_strdup_printf ("story %" G_GINT64_FORMAT, naming->story);

    case PLX_SCOPE_LIBRARY:
    default:
      return g_strdup ("everywhere");
    }
}

static void
print_naming_json (const PlxNaming *naming)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  plx_json_add_int (builder, "name", naming->id);
  plx_json_add_string (builder, "scope", plx_enum_to_nick (PLX_TYPE_SCOPE, naming->scope));
  if (naming->article != 0)
    plx_json_add_int (builder, "article", naming->article);
  if (naming->story != 0)
    plx_json_add_int (builder, "story", naming->story);
  plx_json_add_string (builder, "surface", naming->surface);
  json_builder_set_member_name (builder, "is_name");
  json_builder_add_boolean_value (builder, naming->is_name);
  plx_json_add_string (builder, "entity", naming->entity);
  plx_json_add_string (builder, "kind", naming->has_kind
                                          ? plx_enum_to_nick (PLX_TYPE_KIND, naming->kind) : NULL);
  plx_json_add_string (builder, "country", naming->country);
  json_builder_end_object (builder);
  plx_cli_print_json (builder);
}

static void
print_naming (const PlxNaming *naming,
              gboolean         json)
{
  g_autofree char *scope = describe_scope (naming);

  if (json)
    {
      print_naming_json (naming);
      return;
    }

  printf ("%" G_GINT64_FORMAT "  %s: “%s”", naming->id, scope, naming->surface);
  if (!naming->is_name)
    printf (" is not a name");
  else if (naming->entity != NULL)
    printf (" is “%s”", naming->entity);
  else
    printf (" is a name");
  if (naming->has_kind)
    printf (", %s", plx_enum_to_nick (PLX_TYPE_KIND, naming->kind));
  if (naming->country != NULL)
    printf (", of %s", *naming->country != '\0' ? naming->country : "no country");
  printf ("\n");
}

PlxCliStatus
plx_cli_library_names (PlxCliLibraryRequest *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) namings =
    plx_cli_library_list_said (request, PLX_SAYING_NAMING, NULL, &error);

  if (namings == NULL)
    return plx_cli_library_complain (error);

  for (guint i = 0; i < namings->len; i++)
    print_naming (g_ptr_array_index (namings, i), request->json);

  return PLX_CLI_OK;
}

/* A country is given by its code or by a name; “none” is none. */
static gboolean
read_country (const char  *country,
              char       **code)
{
  g_autofree char *capitals = g_ascii_strup (country, -1);
  const char *known = plx_country_intern (capitals);

  if (known == NULL)
    known = plx_country_match_name (country, -1, NULL, NULL);
  if (known == NULL && g_ascii_strcasecmp (country, "none") == 0)
    known = "";

  *code = g_strdup (known);

  return known != NULL;
}

static PlxNaming *
make_naming (PlxCliLibraryRequest *request)
{
  const PlxScope scope = request->article != 0 ? PLX_SCOPE_ARTICLE
                         : request->story != 0 ? PLX_SCOPE_STORY : PLX_SCOPE_LIBRARY;
  PlxNaming *naming = plx_naming_new (scope, request->words[0]);

  naming->article = request->article;
  naming->story = request->story;
  naming->is_name = !request->not_a_name;
  naming->entity = g_strdup (request->entity);

  return naming;
}

static gboolean
is_treatable (PlxCliLibraryRequest *request)
{
  const gboolean says = request->entity != NULL || request->kind != NULL ||
                        request->country != NULL;
  g_autofree char *folded = NULL;

  if (plx_cli_library_count_words (request) != 1 || says == request->not_a_name ||
      (request->article != 0 && request->story != 0) ||
      !g_utf8_validate (request->words[0], -1, NULL))
    return FALSE;

  folded = plx_naming_fold (request->words[0]);

  return *folded != '\0' && (request->entity == NULL || *g_strstrip (request->entity) != '\0');
}

PlxCliStatus
plx_cli_library_treat (PlxCliLibraryRequest *request)
{
  g_autoptr (GPtrArray) namings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_naming_free);
  g_autofree char *label = NULL;
  PlxNaming *naming;
  PlxCliStatus status;
  int kind;

  if (!is_treatable (request))
    return plx_cli_usage ("say how to treat what: SURFACE --as ENTITY, --kind KIND or --country "
                          "COUNTRY, or SURFACE --not-a-name; in one --article or --story, or "
                          "everywhere");

  naming = make_naming (request);
  g_ptr_array_add (namings, naming);
  if (request->kind != NULL)
    {
      if (!plx_enum_from_nick (PLX_TYPE_KIND, request->kind, &kind))
        return plx_cli_usage ("“%s” is no kind: person, organization, country, place, event, law "
                              "or other", request->kind);
      naming->has_kind = TRUE;
      naming->kind = kind;
    }
  if (request->country != NULL && !read_country (request->country, &naming->country))
    return plx_cli_usage ("“%s” is no country’s code or name, nor “none”", request->country);

  label = g_strdup_printf (naming->is_name ? "Treat “%s” as a Name" : "Treat “%s” as No Name",
                           naming->surface);
  status = plx_cli_library_say (request, PLX_SAYING_NAMING, namings, NULL, label);

  return status == PLX_CLI_OK ? plx_cli_library_names (request) : status;
}

PlxCliStatus
plx_cli_library_forget_name (PlxCliLibraryRequest *request)
{
  g_autoptr (GPtrArray) forget = g_ptr_array_new ();
  g_autoptr (GPtrArray) namings = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  gint64 id;

  if (plx_cli_library_count_words (request) != 1 ||
      !g_ascii_string_to_signed (request->words[0], 10, 1, G_MAXINT64, &id, NULL))
    return plx_cli_usage ("one name has to be given, by its number in “library names”");

  if (!(namings = plx_cli_library_list_said (request, PLX_SAYING_NAMING, NULL, &error)))
    return plx_cli_library_complain (error);

  for (guint i = 0; i < namings->len; i++)
    if (((PlxNaming *) g_ptr_array_index (namings, i))->id == id)
      g_ptr_array_add (forget, g_ptr_array_index (namings, i));

  if (forget->len == 0)
    {
      g_printerr ("%s: nothing is said of a name under the number %" G_GINT64_FORMAT "\n",
                  g_get_prgname (), id);
      return PLX_CLI_FAILED;
    }

  label = g_strdup_printf ("Forget What Was Said of “%s”",
                           ((PlxNaming *) g_ptr_array_index (forget, 0))->surface);

  return plx_cli_library_say (request, PLX_SAYING_NAMING, NULL, forget, label);
}
